/** Letters that no normalisation form takes apart. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
]);
/** Words of English and French titles and questions that say nothing on their own. */
const STOP_WORDS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'are',
  'at',
  'by',
  'do',
  'does',
  'for',
  'from',
  'how',
  'in',
  'is',
  'of',
  'on',
  'or',
  'the',
  'to',
  'we',
  'what',
  'which',
  'who',
  'with',
  'au',
  'aux',
  'de',
  'des',
  'du',
  'en',
  'et',
  'la',
  'le',
  'les',
  'pour',
  'quel',
  'quelle',
  'quels',
  'quelles',
  'sur',
]);

/** Text without case, diacritics and width: `Villes Durables – Qualité` → `villes durables – qualite`. */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/[ßæœøđłı]/g, (letter) => LETTERS.get(letter) ?? letter);
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

/** True for a folded word that tells a text from others: neither a stop word nor a single Latin letter. */
export const isTelling = (word: string): boolean => !STOP_WORDS.has(word) && !/^[a-z]$/.test(word);

/** The singular of a folded English or French word by its ending: `cities` → `city`, `villes` → `ville`; `access`, `status` and `analysis` stay. */
export function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^suia]s$/.test(word) || /[^aeiou]as$/.test(word) ? word.slice(0, -1) : word;
}

/** The words run together, with a mark only between two digits: `ISO/TC 268/SC 1` → `isotc268sc1`, `Q1/20` → `q1-20`. */
export function joined(words: readonly string[]): string {
  return words.reduce((text, word) => text + (/\d$/.test(text) && /^\d/.test(word) ? '-' : '') + word, '');
}

/** One spelling for every way to write the same name: case, diacritics, spaces and marks do not count, save between digits. */
export const compact = (text: string): string => joined(wordsOf(text));
