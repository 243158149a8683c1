import { fold } from './fold.js';
import { singular } from './stop-words.js';

/** Shortest beginning that an ending may leave behind. */
const LEAST = 4;
const VOWEL = /[aeiouy]/;

const strip = (word: string, ending: string, least = LEAST): string =>
  word.endsWith(ending) && word.length - ending.length >= least ? word.slice(0, -ending.length) : word;

/** `mapp` → `map`, `controll` → `control`; `process` and `full` stay. */
const undoubled = (word: string): string => (/([bdgmnprt])\1$|.{4}ll$/.test(word) ? word.slice(0, -1) : word);

function withoutParticiple(word: string): string {
  for (const ending of ['ing', 'ed']) {
    const rest = strip(word, ending);
    if (rest !== word && VOWEL.test(rest)) return undoubled(rest);
  }
  return word;
}

/**
 * What the forms of an English word have in common: `monitoring`, `monitored` → `monitor`; `management`, `managing` → `manag`;
 * `organisation`, `organization` → `organizat`.
 *
 * Light on purpose: endings of number, participles, -ment, -al and British spellings go, meanings stay apart. `community` and
 * `communication` are one word to a Porter stemmer and two subjects of this field.
 *
 * @param word folded, one word
 */
export function stem(word: string): string {
  const one = singular(word);
  if (one.length <= LEAST || /\d/.test(word)) return one;
  let base = one.replace(/is(ation|e|ed|ing|er)$/, 'iz$1');
  base = base.replace(/(abil|ibil)ity$/, (_, kind: string) => `${kind.slice(0, 1)}ble`);
  base = strip(base, 'ment', 5);
  base = withoutParticiple(base);
  base = strip(base, 'al', 6);
  base = strip(base, 'ion', 5);
  base = strip(base, 'e', 3);
  return base.endsWith('y') ? `${base.slice(0, -1)}i` : base;
}

/** The stem of a word as it stands in a text. */
export const stemOf = (raw: string): string => stem(fold(raw));
