/** A number with what it counts: `1 row`, `2 rows`. @param word in the singular, with a plural in -s */
export const counted = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;
