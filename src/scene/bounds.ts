import type { Bounds } from './scene.js';

/**
 * Around circles.
 *
 * @param count of circles; for none the bounds are infinite, and turned inside out
 * @param circle middle and radius of each by its number, layout units
 */
export function boundsAround(count: number, circle: (one: number) => readonly [x: number, y: number, radius: number]): Bounds {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let one = 0; one < count; one++) {
    const [x, y, radius] = circle(one);
    bounds.left = Math.min(bounds.left, x - radius);
    bounds.right = Math.max(bounds.right, x + radius);
    bounds.top = Math.min(bounds.top, y - radius);
    bounds.bottom = Math.max(bounds.bottom, y + radius);
  }
  return bounds;
}
