import { CROSSED, DASHED, FADED, FILLED } from '../scene/codes.js';
import { SHAPES, type Marks } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { rimWidth, type Look } from './marks.js';

/** Marks of the same layer, shape, colour and finish. */
export interface Batch {
  readonly slot: number;
  readonly finish: number;
  readonly faded: boolean;
  readonly isCircle: boolean;
  readonly marks: readonly number[];
}

/** Runs of equal style in drawing order: by emphasis, then kind; plates are left to the labels, which they carry. */
export function batchesOf(marks: Marks): readonly Batch[] {
  const batches = new Map<string, { layer: number; slot: number; finish: number; faded: boolean; isCircle: boolean; marks: number[] }>();
  for (let mark = 0; mark < marks.count; mark++) {
    const [shape = 0, slot = 0, finish = 0, emphasis = 0] = [marks.shape[mark], marks.slot[mark], marks.finish[mark], marks.emphasis[mark]];
    if (SHAPES[shape] === 'plate') continue;
    const key = `${emphasis} ${shape} ${slot} ${finish}`;
    const batch = batches.get(key);
    if (batch) batch.marks.push(mark);
    else {
      // Of the codes of shapes the larger lies below
      const layer = emphasis * SHAPES.length - shape;
      batches.set(key, { layer, slot, finish, faded: emphasis === FADED, isCircle: SHAPES[shape] === 'circle', marks: [mark] });
    }
  }
  return [...batches.values()].sort((a, b) => a.layer - b.layer);
}

/** The look of a batch whose largest mark has this radius on the surface, CSS px. @param behind opacity of what is faded, 0–1 */
export function batchLook({ slot, finish, faded }: Batch, theme: Theme, largest: number, behind: number): Look {
  const hue = slot === 0 ? theme.muted : (theme.hues[slot - 1] ?? theme.muted);
  const edge = slot === 0 ? theme.muted : (theme.outlines[slot - 1] ?? theme.foreground);
  const isFilled = finish === FILLED;
  return {
    // Hollow marks are filled with the background, so that links end at their rim.
    fill: finish === CROSSED ? undefined : isFilled ? hue : theme.background,
    stroke: isFilled || slot !== 0 ? edge : theme.foreground,
    width: rimWidth(finish, largest),
    dash: finish === DASHED ? [2.5, 2] : [],
    opacity: faded ? behind : 1,
  };
}
