import { TEXT_SCALE, type LabelSpace } from '../scene/label-boxes.js';
import type { Theme } from '../scene/theme.js';
import { WEIGHTS } from './fonts.js';

/**
 * Widths of the letters from U+0020 to U+007E, thousandths of the height of the font.
 *
 * @source Adobe Core 14 AFM, Helvetica and Helvetica-Bold; Arial, Liberation Sans and Arimo have the same
 */
const REGULAR =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584';
const BOLD =
  '278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 280 389 584';
const widthsOf = (text: string): readonly number[] => text.split(' ').map(Number);
const TABLES = { regular: widthsOf(REGULAR), bold: widthsOf(BOLD) } as const;

const [FIRST, LAST] = [0x20, 0x7e];
/** Punctuation of titles beyond them, thousandths. */
const FURTHER: ReadonlyMap<string, number> = new Map([
  ['–', 556],
  ['—', 1000],
  ['…', 1000],
  ['‘', 222],
  ['’', 222],
  ['“', 333],
  ['”', 333],
  ['•', 350],
  ['·', 278],
  ['×', 584],
  ['→', 1000],
  ['\u00a0', 278],
]);
/** A letter of a script whose letters are square, and of any other that the tables do not have. */
const [SQUARE, OTHER] = [1000, 600];
const IS_SQUARE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;

function letterWidth(letter: string, widths: readonly number[]): number {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= FIRST && code <= LAST) return widths[code - FIRST] ?? OTHER;
  const known = FURTHER.get(letter);
  if (known !== undefined) return known;
  if (/[\p{M}\p{Cf}\p{Cc}]/u.test(letter)) return 0;
  return IS_SQUARE.test(letter) ? SQUARE : OTHER;
}

/**
 * Width of a text where there is no canvas to measure it, in heights of its font: that of Arial and its like, accents as their letters.
 *
 * What is in the tables is exact but for pairs that stand closer; of other scripts it is an estimate.
 */
export function textWidth(text: string, isBold = false): number {
  const widths = isBold ? TABLES.bold : TABLES.regular;
  let sum = 0;
  for (const letter of text.normalize('NFD')) sum += letterWidth(letter, widths);
  return sum / 1000;
}

/** What stands in for Arial where it is not installed is up to an eighth wider; nothing is to run out of a picture there. */
export const STAND_IN = 1.12;

/** From this weight on letters are those of the bold font. */
const BOLD_FROM = 600;

/** The measure of labels where there is no canvas, for a theme whose font is like Arial. */
export const plainMeasure =
  ({ labelSize }: Pick<Theme, 'labelSize'>): LabelSpace['measure'] =>
  (text, kind) =>
    STAND_IN * textWidth(text, WEIGHTS[kind] >= BOLD_FROM) * labelSize * TEXT_SCALE[kind];
