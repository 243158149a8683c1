/** How far the middle of an arc rises from the straight line, as a share of its length: enough to tell it from links that are straight. */
const RISE = 0.12;
/** Most sides an arc is drawn with, and how far those may be off, px. */
const MOST_SIDES = 32;
const EXACT = 0.2;

/** Numbers that `flatten` writes at most. */
export const ARC_ROOM = 2 * (MOST_SIDES + 1);

/**
 * Control point of the arc between two points, as of a quadratic curve; the same whichever comes first: it rises upwards, or to the right of
 * what is vertical.
 */
export function controlOf(ax: number, ay: number, bx: number, by: number): readonly [x: number, y: number] {
  const sign = bx < ax || (bx === ax && by < ay) ? -1 : 1;
  const [dx, dy] = [bx - ax, by - ay];
  // The middle of the curve is half as far out as its control point
  return [(ax + bx) / 2 + 2 * RISE * sign * dy, (ay + by) / 2 - 2 * RISE * sign * dx];
}

/**
 * The arc between two points as a line of many sides.
 *
 * @param into x0, y0, x1, y1, …; at least `ARC_ROOM` long
 * @param aside how far to the side the line runs, in the same unit; negative: on the other side
 * @returns how many numbers were written, at least 4
 */
export function flatten(into: Float32Array, ax: number, ay: number, bx: number, by: number, aside = 0): number {
  const [cx, cy] = controlOf(ax, ay, bx, by);
  const rise = RISE * Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
  const sides = Math.max(1, Math.min(MOST_SIDES, Math.ceil(Math.sqrt(rise / EXACT))));
  for (let i = 0; i <= sides; i++) {
    const t = i / sides;
    const u = 1 - t;
    // Along the curve at t; never of length 0 unless its ends are one point
    const [wx, wy] = [u * (cx - ax) + t * (bx - cx), u * (cy - ay) + t * (by - cy)];
    const length = Math.sqrt(wx * wx + wy * wy) || 1;
    into[2 * i] = u * u * ax + 2 * u * t * cx + t * t * bx - (wy / length) * aside;
    into[2 * i + 1] = u * u * ay + 2 * u * t * cy + t * t * by + (wx / length) * aside;
  }
  return 2 * (sides + 1);
}
