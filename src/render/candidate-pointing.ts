import { SELECTED } from '../scene/codes.js';
import type { Scene } from '../scene/scene.js';
import { ARC_ROOM, controlOf, flatten } from './arcs.js';
import { toScreen, type Camera, type Size } from './camera.js';
import { candidateLook, casingOf } from './lens-looks.js';
import { ring, screenRadius } from './marks.js';
import { nearestOn } from './nearest.js';
import type { Picture } from './picture.js';

/** A link at a point: a candidate's, -1 for none, or an indirect one, and the point of it, CSS px. */
export interface LinkTarget {
  readonly link: number;
  /** Default -1. */
  readonly indirect?: number;
  readonly at?: readonly [x: number, y: number];
}

/** Draws the link of a candidate under the pointer, stronger and on top, with a ring around what it joins. */
export function drawCandidate(
  context: CanvasRenderingContext2D,
  { scene: { candidates, marks }, theme }: Picture,
  camera: Camera,
  size: Size,
  link: number,
): void {
  const at = (mark: number): readonly [number, number] => toScreen(marks.x[mark] ?? 0, marks.y[mark] ?? 0, camera, size);
  const ends = [candidates?.ends[2 * link] ?? 0, candidates?.ends[2 * link + 1] ?? 0] as const;
  const [[ax, ay], [bx, by]] = [at(ends[0]), at(ends[1])];
  const look = candidateLook(theme, candidates?.band[link] ?? 0, SELECTED, camera.k);
  context.beginPath();
  context.moveTo(ax, ay);
  context.quadraticCurveTo(...controlOf(ax, ay, bx, by), bx, by);
  for (const [color, width, dash] of [
    [theme.background, look.width + 2 * casingOf(0, SELECTED, camera.k), []],
    [look.stroke, look.width, look.dash],
  ] as const) {
    [context.strokeStyle, context.lineWidth] = [color, width];
    context.setLineDash([...dash]);
    context.stroke();
  }
  context.setLineDash([]);
  for (const mark of ends) ring(context, ...at(mark), screenRadius(marks, mark, camera.k), 3, theme.foreground, 2);
}

/** The nearest candidate's link within reach of a point, with its own nearest point. */
export function candidateAt(x: number, y: number, camera: Camera, size: Size, reach: number, { candidates, marks }: Scene): LinkTarget {
  const sides = new Float32Array(ARC_ROOM);
  let best: LinkTarget = { link: -1 };
  let least = reach;
  // The strongest come last; of two as near the last is meant
  for (let link = 0; link < (candidates?.count ?? 0); link++) {
    const [a, b] = [candidates?.ends[2 * link] ?? 0, candidates?.ends[2 * link + 1] ?? 0];
    const [ax, ay] = toScreen(marks.x[a] ?? 0, marks.y[a] ?? 0, camera, size);
    const [bx, by] = toScreen(marks.x[b] ?? 0, marks.y[b] ?? 0, camera, size);
    // An arc keeps within the circle around its ends
    const radius = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) / 2 + reach;
    if (Math.abs((ax + bx) / 2 - x) > radius || Math.abs((ay + by) / 2 - y) > radius) continue;
    const nearest = nearestOn(sides, flatten(sides, ax, ay, bx, by), x, y);
    if (nearest.distance <= least) {
      least = nearest.distance;
      best = { link, at: [nearest.x, nearest.y] };
    }
  }
  return best;
}
