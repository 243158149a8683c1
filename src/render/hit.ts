import { FADED, PLATE } from '../scene/codes.js';
import { SHAPES, type Marks } from '../scene/scene.js';
import { toLayout, toScreen, type Camera, type Size } from './camera.js';
import { INDIRECT_FROM } from './links.js';
import { screenRadius } from './marks.js';
import { nearestOn } from './nearest.js';
import type { LinkTarget, Picture } from './picture.js';

/** Half the size of the smallest target, CSS px. @source WCAG 2.2, 2.5.8 (24 px) for mouse and pen, 2.5.5 (44 px) for touch */
export const REACH = { fine: 12, coarse: 22 } as const;

/** How near to an indirect link a fine pointer must be, CSS px: it is quiet, and there is much else. */
const NEAR_INDIRECT = 6;

/** What lies at a point: a mark, -1 for none, or a link. */
export interface Target extends LinkTarget {
  readonly mark: number;
}

type Hittable = Pick<Picture, 'scene' | 'world' | 'always' | 'theme' | 'lenses'>;

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

/**
 * What is meant by a point of the surface: a mark, or the link of a candidate.
 *
 * A mark that is not faded wins over a link, and so does what lies right under the point; then the nearest link within reach, the stronger of
 * two as near; then a faded mark. Links hide nothing, marks stand close together.
 */
export function targetAt(x: number, y: number, camera: Camera, size: Size, reach: number, picture: Hittable): Target {
  const mark = markAt(x, y, camera, size, reach, picture);
  const { marks, candidates } = picture.scene;
  if (mark >= 0) {
    if (!candidates || marks.emphasis[mark] !== FADED) return { mark, link: -1 };
    const [px, py] = toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size);
    if (Math.sqrt((px - x) ** 2 + (py - y) ** 2) <= screenRadius(marks, mark, camera.k)) return { mark, link: -1 };
  }
  const candidate = picture.lenses?.linkAt(x, y, camera, size, reach, picture.scene) ?? NO_LINK;
  if (candidate.link >= 0) return { mark: -1, ...candidate };
  return mark >= 0 ? { mark, link: -1 } : { mark, ...indirectAt(x, y, camera, size, reach, picture) };
}

const NO_LINK: LinkTarget = { link: -1 };

/** The nearest indirect link at a point, with its own nearest point. */
function indirectAt(x: number, y: number, camera: Camera, size: Size, reach: number, { scene }: Hittable): LinkTarget {
  const { indirect, marks } = scene;
  if (camera.k < INDIRECT_FROM) return NO_LINK;
  let best = NO_LINK;
  let least = reach > REACH.fine ? reach : NEAR_INDIRECT;
  for (let link = 0; link < indirect.count; link++) {
    const [a, b] = [indirect.ends[2 * link] ?? 0, indirect.ends[2 * link + 1] ?? 0];
    const side = Float32Array.from([
      ...toScreen(marks.x[a] ?? 0, marks.y[a] ?? 0, camera, size),
      ...toScreen(marks.x[b] ?? 0, marks.y[b] ?? 0, camera, size),
    ]);
    const nearest = nearestOn(side, 4, x, y);
    if (nearest.distance > least) continue;
    least = nearest.distance;
    best = { link: -1, indirect: link, at: [nearest.x, nearest.y] };
  }
  return best;
}

function plateAt(marks: Marks, px: number, py: number, k: number, { always, theme }: Hittable): number {
  for (const placed of always) {
    if (placed.label.kind !== 'sdo') continue;
    const { mark } = placed.label;
    const [halfWidth, halfHeight] = placed.from <= k ? [placed.halfWidth, theme.labelSize] : [10, 8];
    const [dx, dy] = [Math.abs((marks.x[mark] ?? 0) - px) * k, Math.abs((marks.y[mark] ?? 0) - py) * k];
    if (dx <= halfWidth && dy <= halfHeight) return mark;
  }
  return -1;
}
