import { FADED } from '../scene/codes.js';
import { toScreen, type Camera, type Size } from './camera.js';
import { candidateAt, type LinkTarget } from './candidate-pointing.js';
import { markAt, REACH, type Hittable } from './hit.js';
import { INDIRECT_FROM } from './links.js';
import { screenRadius } from './marks.js';
import { nearestOn } from './nearest.js';

/** How near to an indirect link a fine pointer must be, CSS px: it is quiet, and there is much else. */
const NEAR_INDIRECT = 6;

/** What lies at a point: a mark, -1 for none, or a link. */
export interface Target extends LinkTarget {
  readonly mark: number;
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
  const candidate = candidateAt(x, y, camera, size, reach, picture.scene);
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
