/** The point of a line of many sides that is nearest to a point. @param length numbers of `line` that count */
export function nearestOn(
  line: Float32Array,
  length: number,
  x: number,
  y: number,
): { readonly x: number; readonly y: number; readonly distance: number } {
  let best = { x: NaN, y: NaN, distance: Infinity };
  for (let i = 2; i < length; i += 2) {
    const [ax, ay] = [line[i - 2] ?? 0, line[i - 1] ?? 0];
    const [dx, dy] = [(line[i] ?? 0) - ax, (line[i + 1] ?? 0) - ay];
    const square = dx * dx + dy * dy;
    const t = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
    const [px, py] = [ax + t * dx, ay + t * dy];
    const distance = Math.sqrt((px - x) ** 2 + (py - y) ** 2);
    if (distance < best.distance) best = { x: px, y: py, distance };
  }
  return best;
}
