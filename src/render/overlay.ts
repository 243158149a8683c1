import type { Marks } from '../scene/scene.js';
import { toScreen, type Camera, type Size } from './camera.js';
import { ring, ringOf, screenRadius } from './marks.js';
import type { Picture } from './picture.js';

/** The middle of a mark on the surface, CSS px. */
export const middleOf = ({ x, y }: Marks, mark: number, camera: Camera, size: Size): readonly [x: number, y: number] =>
  toScreen(x[mark] ?? 0, y[mark] ?? 0, camera, size);

/** Draws the rings of what is selected, while the picture stays, on an overlay. */
export function drawRings(
  context: CanvasRenderingContext2D,
  { scene: { marks }, theme }: Picture,
  camera: Camera,
  size: Size,
  selected: ArrayLike<number>,
): void {
  const [gap, width] = ringOf(selected.length);
  for (const mark of Array.from(selected))
    ring(context, ...middleOf(marks, mark, camera, size), screenRadius(marks, mark, camera.k), gap, theme.selection, width);
}
