import { fold } from './fold.js';

/** Stand-ins of `*` and `?` while marks are folded away: noncharacters, which no text has and no normal form touches. */
const ANY = '\uFDD0';
const ONE = '\uFDD1';
export const WILD = /[\uFDD0\uFDD1]/;
/** `what is a smart city?` asks a question; behind a digit, and in quotation marks, the mark stands for a character. */
const QUESTION_MARKS = /(?<=\p{L})\?+$/u;

/** A text with its wildcards as `matchesWord` reads them. */
export const encoded = (text: string): string =>
  text.replace(/\\([*?\\])|([*?])/g, (_, literal: string | undefined, wild: string) => literal ?? (wild === '*' ? ANY : ONE));

/** A free word as it is looked for: without the question mark that ends it. A phrase as it stands. */
export const spoken = (text: string, phrase: boolean): string => (phrase ? text : text.replace(QUESTION_MARKS, ''));

/**
 * Whether a text has a wildcard: `*` for any letters and digits, `?` for one. A backslash before one of them, or before another backslash, takes it as
 * it stands.
 *
 * @param phrase a quoted phrase or a value; of a free word, question marks behind its last letter are none
 */
export const hasWildcard = (text: string, phrase = true): boolean => WILD.test(encoded(spoken(text, phrase)));

/** Units of the character at a place. */
const unitsAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** Whether a pattern is all of a text. At most pattern × text steps: a regular expression may take exponentially many. */
export function matchesWord(pattern: string, text: string): boolean {
  let p = 0;
  let at = 0;
  let star = -1;
  let from = 0;
  while (at < text.length) {
    if (pattern[p] === ANY) {
      star = p++;
      from = at;
    } else if (pattern[p] === ONE && text[at] !== ' ') {
      p++;
      at += unitsAt(text, at);
    } else if (p < pattern.length && pattern[p] === text[at]) {
      p++;
      at++;
    } else if (star >= 0) {
      p = star + 1;
      at = ++from;
    } else return false;
  }
  while (pattern[p] === ANY) p++;
  return p === pattern.length;
}

/** A name in one spelling whose pieces can still be told: `ISO/TC268/SC 1` → `iso tc 268 sc 1`. */
export function pieces(name: string): string {
  return fold(name)
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
    .replace(/[^\p{L}\p{N}\uFDD0\uFDD1]+/gu, ' ')
    .trim();
}

/** A value with wildcards, as `matchesWord` compares it with the `pieces` of a name. */
export const valuePattern = (value: string): string => pieces(encoded(value));
