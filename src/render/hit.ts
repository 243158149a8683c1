import { FADED, PLATE } from '../scene/codes.js';
import { SHAPES, type Marks } from '../scene/scene.js';
import { toLayout, type Camera, type Size } from './camera.js';
import { screenRadius } from './marks.js';
import type { Picture } from './picture.js';

/** Half the size of the smallest target, CSS px. @source WCAG 2.2, 2.5.8 (24 px) for mouse and pen, 2.5.5 (44 px) for touch */
export const REACH = { fine: 12, coarse: 22 } as const;

/** What of a picture can be hit. */
export type Hittable = Pick<Picture, 'scene' | 'world' | 'always' | 'theme'>;

/**
 * The mark under a point of the surface; -1 for none.
 *
 * A plate is hit anywhere on its text; of the others the nearest within reach wins, and one that is not faded before one that is.
 *
 * @param x @param y CSS px from the top left corner of the surface
 * @param reach CSS px around the point
 */
export function markAt(x: number, y: number, camera: Camera, size: Size, reach: number, picture: Hittable): number {
  const [px, py] = toLayout(x, y, camera, size);
  const { marks } = picture.scene;
  const { points } = picture.world;
  let best = -1;
  let least = Infinity;
  // No mark but a plate is larger than the reach of a mouse
  const far = Math.max(reach, REACH.fine) / camera.k;
  for (let shape = 0; shape < SHAPES.length; shape++) {
    if (shape === PLATE) continue;
    points.search(shape, { left: px - far, right: px + far, top: py - far, bottom: py + far }, (first, last) => {
      for (let i = first; i < last; i++) {
        const mark = points.order[i] ?? 0;
        const [dx, dy] = [(marks.x[mark] ?? 0) - px, (marks.y[mark] ?? 0) - py];
        const distance = Math.sqrt(dx * dx + dy * dy) * camera.k;
        const rank = distance + (marks.emphasis[mark] === FADED ? reach : 0);
        if (distance <= Math.max(reach, screenRadius(marks, mark, camera.k)) && rank < least) [best, least] = [mark, rank];
      }
    });
  }
  const plate = plateAt(marks, px, py, camera.k, picture);
  // On a plate only a mark right under the point goes before it.
  return plate >= 0 && least > screenRadius(marks, Math.max(0, best), camera.k) ? plate : best;
}

function plateAt(marks: Marks, px: number, py: number, k: number, { always, theme }: Hittable): number {
  for (const placed of always) {
    if (placed.label.kind !== 'sdo') continue;
    const { mark } = placed.label;
    const [halfWidth, halfHeight, aside, below] =
      placed.from <= k ? [placed.halfWidth, theme.labelSize, placed.aside, placed.offset] : [10, 8, 0, 0];
    const [dx, dy] = [Math.abs(((marks.x[mark] ?? 0) - px) * k + aside), Math.abs(((marks.y[mark] ?? 0) - py) * k + below)];
    if (dx <= halfWidth && dy <= halfHeight) return mark;
  }
  return -1;
}
