/** Shades of a matrix beside that of nothing. */
export const SHADES = 5;

/**
 * Where the shades begin: numbers of works from 1 to below `most`, each a like factor above the one before, since works pile up in few cells.
 *
 * @param most works of the fullest cell; integer ≥ 0
 * @returns up to five integers, rising, the first of them 1; none when there is no work
 */
export function shadeBreaks(most: number): readonly number[] {
  if (most < 1) return [];
  const factor = most ** (1 / SHADES);
  return [...new Set(Array.from({ length: SHADES }, (_, i) => Math.max(1, Math.round(factor ** i))))];
}

/** The shade of a number of works: 0 for none, else 1 to 5. A matrix of few works has no strong shade. */
export const shadeOf = (works: number, breaks: readonly number[]): number => breaks.filter((from) => works >= from).length;
