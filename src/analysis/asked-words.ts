import { fold } from './fold.js';
import { isTelling } from './stop-words.js';
import { encoded, matchesWord, spoken, WILD } from './wildcards.js';

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
