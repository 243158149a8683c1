/** Letters that no normalisation form takes apart. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i' };
/** Text without case, diacritics and width: `Villes Durables – Qualité` → `villes durables – qualite`. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/[ßæœøđłı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * The words of a text in order, folded; every Han, Hiragana or Katakana character is a word.
 *
 * The letter of a Recommendation stays with its number: `ITU-T Y.4903` → `itu`, `t`, `y4903`.
 */
export function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replace(/(?<![\p{L}\p{N}])([a-z]{1,2})\.(?=\d)/gu, '$1')
      .match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words run together, with a mark only between two digits: `ISO/TC 268/SC 1` → `isotc268sc1`, `Q1/20` → `q1-20`. */
export function joined(words: readonly string[]): string {
  return words.reduce((text, word) => text + (/\d$/.test(text) && /^\d/.test(word) ? '-' : '') + word, '');
}

/** One spelling for every way to write the same name: case, diacritics, spaces and marks do not count, save between digits. */
export const compact = (text: string): string => joined(wordsOf(text));
