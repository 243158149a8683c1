const RUN = /\d+|\D+/g;

/**
 * Natural order of designations without any locale: runs of digits by their value, everything else by code point, so that `ISO 9784`
 * comes before `ISO 37100` on every machine. A total order: only equal texts compare equal.
 */
export function compareIds(a: string, b: string): number {
  const [first, second] = [a.match(RUN) ?? [], b.match(RUN) ?? []];
  for (let i = 0; i < Math.min(first.length, second.length); i += 1) {
    const [x, y] = [first[i] ?? '', second[i] ?? ''];
    const numbers = /^\d/.test(x) && /^\d/.test(y) ? Number(x) - Number(y) : 0;
    if (numbers !== 0) return numbers;
    if (x !== y && !(/^\d/.test(x) && /^\d/.test(y))) return x < y ? -1 : 1;
  }
  return first.length - second.length || (a < b ? -1 : a > b ? 1 : 0);
}
