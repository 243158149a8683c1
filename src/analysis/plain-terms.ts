import { namedPlainly } from './plain-reader.js';
import { masksBy } from './term-masks.js';
import { visibleBy } from './visible-by.js';

export const beyond = (): never => {
  throw new Error('bug: a filter with words or ways was asked of the fields alone');
};

/** The masks of filters of fields alone; what they answer is what `masks.ts` answers. */
export const plainMasks = masksBy({ text: beyond, words: beyond, rare: beyond, resolve: namedPlainly });

/** `visible` of a plain filter. @throws Error of another */
export const plainVisible = visibleBy(plainMasks.passing);
