import type { Standard } from '../model/dataset.js';
import { wordsOf } from './fold.js';

/** A text as its words, a space before each: a phrase in it begins where a word begins and may end within one. */
export const asWords = (text: string): string => ` ${wordsOf(text).join(' ')}`;

const titles = new WeakMap<Standard, string>();

/** The title of a standard as such words, read once. */
export function titleWords(standard: Standard): string {
  const known = titles.get(standard) ?? asWords(standard.title);
  titles.set(standard, known);
  return known;
}
