import { quadtree } from 'd3';
import type { Force } from 'd3-force';
import { stands, type Body } from './body.js';

/** The farthest that a body is pushed in one tick, in its own radii. */
const LEAP = 0.5;

/**
 * A force that keeps moving bodies out of the room of those that stand.
 *
 * d3-force 3.0's collide shares a push by the bodies' areas, so that a large body hardly feels a small one that cannot give way; here the
 * moving body takes all of it. Standing bodies are indexed once.
 *
 * @param radius room of a body in layout units; 0 for bodies that nothing keeps away from
 * @param random moves two bodies on the same spot apart
 */
export function forceStanding(bodies: readonly Body[], radius: (body: Body) => number, random: () => number): Force<Body, undefined> {
  const standing = bodies.filter((body) => stands(body) && radius(body) > 0);
  const moving = bodies.filter((body) => !stands(body) && radius(body) > 0);
  const widest = standing.reduce((most, body) => Math.max(most, radius(body)), 0);
  const tree = quadtree<Body>(
    standing,
    ({ x }) => x,
    ({ y }) => y,
  );

  return () => {
    for (const body of moving) {
      const own = radius(body);
      const [x, y, reach] = [body.x + body.vx, body.y + body.vy, own + widest];
      let [sumX, sumY] = [0, 0];
      const push = (other: Body): void => {
        const dx = x - other.x || (random() - 0.5) * 1e-6;
        const dy = y - other.y || (random() - 0.5) * 1e-6;
        const length = Math.sqrt(dx * dx + dy * dy);
        const missing = Math.max(0, own + radius(other) - length);
        sumX += (dx / length) * missing;
        sumY += (dy / length) * missing;
      };
      tree.visit((quad, x0, y0, x1, y1) => {
        if (x0 > x + reach || x1 < x - reach || y0 > y + reach || y1 < y - reach) return true;
        if ('data' in quad) for (let leaf: typeof quad | undefined = quad; leaf; leaf = leaf.next) push(leaf.data);
        return false;
      });
      // A large body touches hundreds of small ones at once: the sum of all would throw it across the drawing
      const length = Math.sqrt(sumX * sumX + sumY * sumY);
      const scale = length > LEAP * own ? (LEAP * own) / length : 1;
      body.vx += sumX * scale;
      body.vy += sumY * scale;
    }
  };
}
