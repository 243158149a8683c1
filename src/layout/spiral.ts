/** The i-th cell of a square spiral around 0, 0: 0 the centre, 1–8 the ring around it, … Integers only. */
export function spiral(i: number): readonly [number, number] {
  if (i === 0) return [0, 0];
  const ring = Math.floor((Math.sqrt(i) + 1) / 2);
  const along = i - (2 * ring - 1) * (2 * ring - 1);
  const side = Math.floor(along / (2 * ring));
  const step = (along % (2 * ring)) - ring + 1;
  if (side === 0) return [ring, step];
  if (side === 1) return [-step, ring];
  if (side === 2) return [-ring, -step];
  return [step, -ring];
}
