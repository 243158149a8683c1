import { neighboursOf } from '../scene/neighbours.js';
import { toScreen, type Camera, type Size } from './camera.js';
import { ring, ringOf, screenRadius } from './marks.js';
import type { Picture } from './picture.js';

/** Marks with a ring of their own; -1 for none. */
export interface Rings {
  readonly hover: number;
  readonly selected: ArrayLike<number>;
  /** Candidate under the pointer; -1 for none. */
  readonly link: number;
}

/** Most links drawn of the mark under the pointer: more of them say nothing more, and take longer than a hand that moves. */
const MOST_LINKS = 400;

/** Draws what changes while the picture stays on a blank overlay: rings, and the links of the mark under the pointer. */
export function drawOverlay(context: CanvasRenderingContext2D, picture: Picture, camera: Camera, size: Size, rings: Rings): void {
  const { scene, theme } = picture;
  const { marks } = scene;
  const at = (mark: number): readonly [number, number] => toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size);
  if (rings.hover >= 0) {
    drawOwnLinks(context, picture, rings.hover, at);
    ring(context, ...at(rings.hover), screenRadius(marks, rings.hover, camera.k), 3, theme.foreground, 2);
  }
  if (rings.link >= 0) picture.lenses?.pointed(context, picture, camera, size, rings.link);
  const [gap, width] = ringOf(rings.selected.length);
  for (const mark of Array.from(rings.selected))
    ring(context, ...at(mark), screenRadius(marks, mark, camera.k), gap, theme.selection, width);
}

function drawOwnLinks(
  context: CanvasRenderingContext2D,
  { scene, theme }: Picture,
  mark: number,
  at: (mark: number) => readonly [number, number],
): void {
  const { marks, graph } = scene;
  const { offsets, nodes } = neighboursOf(graph);
  const node = marks.node[mark] ?? 0;
  const [x, y] = at(mark);
  context.beginPath();
  const end = Math.min(offsets[node + 1] ?? 0, (offsets[node] ?? 0) + MOST_LINKS);
  for (let l = offsets[node] ?? 0; l < end; l++) {
    const other = marks.ofNode[nodes[l] ?? 0] ?? -1;
    if (other < 0) continue;
    context.moveTo(x, y);
    context.lineTo(...at(other));
  }
  context.strokeStyle = theme.foreground;
  context.globalAlpha = 0.35;
  context.lineWidth = 1;
  context.stroke();
  context.globalAlpha = 1;
}
