import { fold, isTelling } from './fold.js';

/** Stand-ins of `*` and `?` while marks are folded away: noncharacters, which no text has and no normal form touches. */
const ANY = '\uFDD0';
const ONE = '\uFDD1';
const WILD = /[\uFDD0\uFDD1]/;
/** `what is a smart city?` asks a question; behind a digit, and in quotation marks, the mark stands for a character. */
const QUESTION_MARKS = /(?<=\p{L})\?+$/u;

const encoded = (text: string): string =>
  text.replace(/\\([*?\\])|([*?])/g, (_, literal: string | undefined, wild: string) => literal ?? (wild === '*' ? ANY : ONE));

/** A free word as it is looked for: without the question mark that ends it. A phrase as it stands. */
const spoken = (text: string, phrase: boolean): string => (phrase ? text : text.replace(QUESTION_MARKS, ''));

/**
 * Whether a text has a wildcard: `*` for any letters and digits, `?` for one. A backslash before one of them, or before another backslash, takes it as
 * it stands.
 *
 * @param phrase a quoted phrase or a value; of a free word, question marks behind its last letter are none
 */
export const hasWildcard = (text: string, phrase = true): boolean => WILD.test(encoded(spoken(text, phrase)));

/** Whether a word of `askedWords` is a pattern. */
export const isPattern = (word: string): boolean => WILD.test(word);

/** Whether a word of `askedWords` is wildcards and nothing else: any word answers to it. */
export const isAnyWord = (word: string): boolean => /^[\uFDD0\uFDD1]+$/.test(word);

/** Whether a word of `askedWords` tells texts apart. */
export const isAsking = (word: string): boolean => isTelling(word) && !isAnyWord(word);

/** The words of a term as `wordsOf` gives them, with wildcards as `matchesWord` reads them. */
export function askedWords(text: string, phrase: boolean): string[] {
  return (
    fold(encoded(spoken(text, phrase)))
      .replace(/(?<![\p{L}\p{N}])([a-z]{1,2})\.(?=[\d\uFDD0\uFDD1])/gu, '$1')
      .match(/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]|[\p{L}\p{N}\uFDD0\uFDD1]+/gu) ?? []
  );
}

/** The letters before the first wildcard. */
export const beginningOf = (pattern: string): string => pattern.split(WILD, 1)[0] ?? '';

/** Letters and digits that a pattern asks for. */
export const lettersIn = (pattern: string): number => pattern.replace(/[\uFDD0\uFDD1]/g, '').length;

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

/**
 * Whether words stand one behind the other in a text.
 *
 * @param asked of `askedWords`; a word of wildcards alone is any one word
 * @param text words between single spaces; where two spaces meet, a text ends and no phrase goes on
 */
export function hasPhrase(asked: readonly string[], text: string): boolean {
  const words = text.split(' ');
  const isAt = (start: number): boolean =>
    asked.every((pattern, i) => {
      const word = words[start + i] ?? '';
      return word !== '' && (isPattern(pattern) ? matchesWord(pattern, word) : pattern === word);
    });
  return words.some((_, start) => isAt(start));
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
