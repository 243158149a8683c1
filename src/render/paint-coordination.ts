import { line } from './line.js';
import { APART, coordinationLook } from './links.js';
import type { Picture } from './picture.js';
import { endsOf, isBeyond, strokeOf, type Sight } from './sight.js';

/** Draws the two lines of each link that says “coordinated”. */
export function drawCoordination(sight: Sight, { scene, theme, world, inkOf }: Picture): void {
  const { links, marks } = scene;
  for (const link of world.coordination) {
    const [ax, ay, bx, by] = endsOf(sight, marks, links.ends, link);
    if (isBeyond(sight, ax, ay, bx, by)) continue;
    const stroke = strokeOf(inkOf, coordinationLook(theme, links.emphasis[link] ?? 0), sight.density);
    const length = Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2) || 1;
    const [nx, ny] = [((by - ay) / length) * APART * sight.density, ((ax - bx) / length) * APART * sight.density];
    line(sight.frame, ax + nx, ay + ny, bx + nx, by + ny, stroke);
    line(sight.frame, ax - nx, ay - ny, bx - nx, by - ny, stroke);
  }
}
