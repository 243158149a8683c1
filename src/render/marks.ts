import { EMPHASES, FINISHES, SHAPES, type Marks } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { Camera } from './camera.js';

/** Smallest and largest radius of each shape on the surface, CSS px; the plate is sized by its text. */
const RADII = { plate: [16, 16], diamond: [5, 10], hexagon: [7, 11], circle: [2, 8] } as const;
/** Opacity of what is not near the selection. */
const FADED_OPACITY = 0.14;

const FADED = EMPHASES.indexOf('faded');
const CROSSED = FINISHES.indexOf('crossed');
const FILLED = FINISHES.indexOf('filled');
const DASHED = FINISHES.indexOf('dashed');

/** Radius of a mark on the surface in CSS px. */
export function screenRadius(marks: Marks, mark: number, k: number): number {
  const [least, most] = RADII[SHAPES[marks.shape[mark] ?? 0] ?? 'circle'];
  return Math.min(most, Math.max(least, (marks.radius[mark] ?? 0) * k));
}

/** Adds the outline of a mark to the current path. */
function trace(context: CanvasRenderingContext2D, marks: Marks, mark: number, x: number, y: number, r: number): void {
  switch (SHAPES[marks.shape[mark] ?? 0]) {
    case 'diamond':
      context.moveTo(x, y - r);
      context.lineTo(x + r, y);
      context.lineTo(x, y + r);
      context.lineTo(x - r, y);
      context.closePath();
      return;
    case 'hexagon': {
      const [half, high] = [r / 2, r * 0.866];
      context.moveTo(x - half, y - high);
      context.lineTo(x + half, y - high);
      context.lineTo(x + r, y);
      context.lineTo(x + half, y + high);
      context.lineTo(x - half, y + high);
      context.lineTo(x - r, y);
      context.closePath();
      return;
    }
    default:
      if (marks.finish[mark] === CROSSED) {
        const arm = r * 0.75;
        context.moveTo(x - arm, y - arm);
        context.lineTo(x + arm, y + arm);
        context.moveTo(x + arm, y - arm);
        context.lineTo(x - arm, y + arm);
      } else {
        context.moveTo(x + r, y);
        context.arc(x, y, r, 0, 2 * Math.PI);
      }
  }
}

/** Marks that are drawn with one path: the same layer, shape, colour and finish. */
export interface Batch {
  readonly slot: number;
  readonly finish: number;
  readonly faded: boolean;
  readonly isCircle: boolean;
  readonly marks: readonly number[];
}

/** Runs of equal style within each layer of the drawing order; plates are left to the labels, which they carry. */
export function batchesOf(marks: Marks): readonly Batch[] {
  const batches = new Map<string, { slot: number; finish: number; faded: boolean; isCircle: boolean; marks: number[] }>();
  for (let mark = 0; mark < marks.count; mark++) {
    const [shape = 0, slot = 0, finish = 0, emphasis = 0] = [marks.shape[mark], marks.slot[mark], marks.finish[mark], marks.emphasis[mark]];
    if (SHAPES[shape] === 'plate') continue;
    // The drawing order goes by emphasis, then kind: batches made in it keep it.
    const key = `${emphasis} ${shape} ${slot} ${finish}`;
    const batch = batches.get(key);
    if (batch) batch.marks.push(mark);
    else batches.set(key, { slot, finish, faded: emphasis === FADED, isCircle: SHAPES[shape] === 'circle', marks: [mark] });
  }
  return [...batches.values()];
}

/** How a batch or a kind of link is drawn; colours as the theme has them, widths in CSS px. */
export interface Look {
  /** Undefined: not filled. */
  readonly fill?: string | undefined;
  readonly stroke: string;
  readonly width: number;
  /** Lengths of strokes and gaps in turn; empty: unbroken. */
  readonly dash: readonly number[];
  /** 0–1 */
  readonly opacity: number;
}

/** The look of a batch whose largest mark has this radius on the surface, CSS px. */
export function batchLook({ slot, finish, faded }: Batch, theme: Theme, largest: number): Look {
  const hue = slot === 0 ? theme.muted : (theme.hues[slot - 1] ?? theme.muted);
  const edge = slot === 0 ? theme.muted : (theme.outlines[slot - 1] ?? theme.foreground);
  const isFilled = finish === FILLED;
  const isSmall = largest < 3;
  return {
    // Hollow marks are filled with the background, so that links end at their rim.
    fill: finish === CROSSED ? undefined : isFilled ? hue : theme.background,
    stroke: isFilled || slot !== 0 ? edge : theme.foreground,
    width: isFilled ? (isSmall ? 0.5 : 1) : isSmall ? 1 : 1.75,
    dash: finish === DASHED ? [2.5, 2] : [],
    opacity: faded ? FADED_OPACITY : 1,
  };
}

/** Draws one batch; `place` says where each mark is on the surface. */
export function drawBatch(
  context: CanvasRenderingContext2D,
  batch: Batch,
  marks: Marks,
  camera: Camera,
  theme: Theme,
  place: (mark: number) => readonly [number, number] | undefined,
): void {
  context.beginPath();
  let largest = 0;
  for (const mark of batch.marks) {
    const at = place(mark);
    if (!at) continue;
    const r = screenRadius(marks, mark, camera.k);
    largest = Math.max(largest, r);
    trace(context, marks, mark, at[0], at[1], r);
  }
  const look = batchLook(batch, theme, largest);
  context.globalAlpha = look.opacity;
  if (look.fill !== undefined) {
    context.fillStyle = look.fill;
    context.fill();
  }
  context.strokeStyle = look.stroke;
  context.lineWidth = look.width;
  context.setLineDash([...look.dash]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** Strokes a ring around a mark, `gap` CSS px outside it. */
export function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  gap: number,
  color: string,
  width: number,
): void {
  context.beginPath();
  context.arc(x, y, radius + gap, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke();
}
