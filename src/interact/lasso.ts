import type { SurfacePoint } from './presses.js';

/** Least way between two corners, CSS px. */
const STEP = 3;
/** Most corners; where a hand draws on, every second one goes. */
const MOST = 1024;

/** A free form under a moving pointer, CSS px; its last corner is joined to its first. */
export class Lasso {
  #corners: SurfacePoint[];
  #step = STEP;

  constructor(start: SurfacePoint) {
    this.#corners = [start];
  }

  /** In the order of drawing. */
  get corners(): readonly SurfacePoint[] {
    return this.#corners;
  }

  /** Goes on to a point; one that is hardly farther than the last is left out. */
  add(point: SurfacePoint): void {
    const last = this.#corners.at(-1);
    if (last && Math.hypot(point.x - last.x, point.y - last.y) < this.#step) return;
    this.#corners.push(point);
    if (this.#corners.length <= MOST) return;
    this.#corners = this.#corners.filter((_, i) => i % 2 === 0);
    this.#step *= 2;
  }
}

/**
 * Whether a point lies in a free form, by its winding number: what a hand went round twice is inside, and so are both halves of an eight.
 *
 * @param corners any number; fewer than three, or all on one line, hold nothing
 */
export function isInside(corners: readonly SurfacePoint[], x: number, y: number): boolean {
  let winding = 0;
  let from = corners.at(-1);
  for (const to of corners) {
    if (from) {
      // On which side of the edge the point lies: above 0 to its left
      const side = (to.x - from.x) * (y - from.y) - (x - from.x) * (to.y - from.y);
      if (from.y <= y && to.y > y && side > 0) winding++;
      else if (from.y > y && to.y <= y && side < 0) winding--;
    }
    from = to;
  }
  return winding !== 0;
}

/** The points of a list that lie in a free form: their numbers, ascending. @param xy x0, y0, x1, y1, … */
export function insideOf(corners: readonly SurfacePoint[], xy: ArrayLike<number>): readonly number[] {
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const found: number[] = [];
  for (let i = 0; 2 * i < xy.length; i++) {
    const [x, y] = [xy[2 * i] ?? NaN, xy[2 * i + 1] ?? NaN];
    if (x >= left && x <= right && y >= top && y <= bottom && isInside(corners, x, y)) found.push(i);
  }
  return found;
}
