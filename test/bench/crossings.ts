/** On which side of a directed line a point lies: above 0, below 0, or 0 on it. */
const side = (ax: number, ay: number, bx: number, by: number, x: number, y: number): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax);

/**
 * Pairs of links that cross in a point that is an end of neither; links that share an end do not cross.
 *
 * @param xy positions, 2n
 * @param links node indices, 2m
 */
export function crossings(xy: Float32Array, links: Uint32Array): number {
  const at = (end: number): readonly [number, number] => [xy[2 * (links[end] ?? 0)] ?? NaN, xy[2 * (links[end] ?? 0) + 1] ?? NaN];
  const order = Array.from({ length: links.length / 2 }, (_, l) => l).map((l) => {
    const [[ax, ay], [bx, by]] = [at(2 * l), at(2 * l + 1)];
    return { l, ax, ay, bx, by, left: Math.min(ax, bx), right: Math.max(ax, bx), top: Math.min(ay, by), bottom: Math.max(ay, by) };
  });
  order.sort((one, other) => one.left - other.left);
  let count = 0;
  order.forEach((one, i) => {
    for (let j = i + 1; j < order.length; j++) {
      const other = order[j];
      // Sorted by their left ends: none of the rest begins before this one ends
      if (!other || other.left > one.right) break;
      if (other.top > one.bottom || other.bottom < one.top) continue;
      const shared = [0, 1].some((end) => [0, 1].some((end2) => links[2 * one.l + end] === links[2 * other.l + end2]));
      if (shared) continue;
      const parts =
        side(one.ax, one.ay, one.bx, one.by, other.ax, other.ay) * side(one.ax, one.ay, one.bx, one.by, other.bx, other.by) < 0 &&
        side(other.ax, other.ay, other.bx, other.by, one.ax, one.ay) * side(other.ax, other.ay, other.bx, other.by, one.bx, one.by) < 0;
      if (parts) count++;
    }
  });
  return count;
}
