import { quadtree, type Quadtree } from 'd3';
import { stands, type Body } from './body.js';
import { spiral } from './spiral.js';

/** Two rooms may share this part of the smaller one's radius: pushes that balance each other leave such a rest. */
const SHARED = 0.5;
/** Cells of the spiral that are tried. 101 × 101: farther than any crowd of rooms that fits the drawing. */
const CELLS = 10_201;

function isFree(tree: Quadtree<Body>, body: Body, x: number, y: number, radius: (body: Body) => number, widest: number): boolean {
  const room = radius(body);
  const reach = room + widest;
  let free = true;
  tree.visit((quad, x0, y0, x1, y1) => {
    if (!free || x0 > x + reach || x1 < x - reach || y0 > y + reach || y1 < y - reach) return true;
    if (!('data' in quad)) return false;
    for (let leaf: typeof quad | undefined = quad; leaf; leaf = leaf.next) {
      const [dx, dy, other] = [leaf.data.x - x, leaf.data.y - y, radius(leaf.data)];
      const apart = room + other - SHARED * Math.min(room, other);
      if (leaf.data !== body && other > 0 && dx * dx + dy * dy < apart * apart) free = false;
    }
    return false;
  });
  return free;
}

/**
 * Moves every body that deeply overlaps another to the nearest free place of a lattice around it, in the order of the nodes.
 *
 * Forces leave such overlaps where a body is shut in by others that do not give way. A body for which there is no place within 50 of its
 * rooms stays.
 */
export function setApart(bodies: readonly Body[], radius: (body: Body) => number): void {
  const tree = quadtree<Body>(
    [...bodies],
    ({ x }) => x,
    ({ y }) => y,
  );
  const widest = bodies.reduce((most, body) => Math.max(most, radius(body)), 0);
  for (const body of bodies) {
    const pitch = radius(body);
    if (stands(body) || pitch === 0 || isFree(tree, body, body.x, body.y, radius, widest)) continue;
    for (let cell = 1; cell < CELLS; cell++) {
      const [column, row] = spiral(cell);
      const [x, y] = [body.x + column * pitch, body.y + row * pitch];
      if (!isFree(tree, body, x, y, radius, widest)) continue;
      tree.remove(body);
      body.x = x;
      body.y = y;
      tree.add(body);
      break;
    }
  }
}
