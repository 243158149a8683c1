import { fold } from '../analysis/fold.js';

/**
 * A name of a column or a value as it is compared: without case, diacritics, marks and numbering; Arabic without the forms of letters that
 * writers mix (ة and ه, ى and ي) and without tatweel.
 */
export const plainWords = (text: string): string =>
  fold(text)
    .replaceAll('ة', 'ه')
    .replaceAll('ى', 'ي')
    .replaceAll('ـ', '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
