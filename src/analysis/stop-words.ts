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

/** True for a folded word that tells a text from others: neither a stop word nor a single Latin letter. */
export const isTelling = (word: string): boolean => !STOP_WORDS.has(word) && !/^[a-z]$/.test(word);

/** The singular of a folded English or French word by its ending: `cities` → `city`, `villes` → `ville`; `access`, `status` and `analysis` stay. */
export function singular(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /[^suia]s$/.test(word) || /[^aeiou]as$/.test(word) ? word.slice(0, -1) : word;
}
