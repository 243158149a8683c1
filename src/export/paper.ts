import { BACKGROUNDS, LENS_COLOURS, PALETTES } from '../scene/palette.js';
import { TEXT_SCALE, type LabelSpace } from '../scene/label-boxes.js';
import type { Theme } from '../scene/theme.js';

/** The light theme on white, for what is printed or read beside other texts. */
export const PAPER: Theme = {
  background: BACKGROUNDS.light,
  foreground: '#1a1f2b',
  muted: '#5b6472',
  link: '#8a93a3',
  selection: '#b3006b',
  focus: '#0b5fff',
  ...LENS_COLOURS.light,
  ...PALETTES.light,
  font: 'Arial, Helvetica, sans-serif',
  labelSize: 12,
};

/** Widths of the letters from U+0020 to U+007E, thousandths of the height of a text. @source Helvetica.afm, Adobe Core 14 fonts */
const WIDTHS = (
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 ' +
  '667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 ' +
  '556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
)
  .split(' ')
  .map(Number);
/** Of any other letter; of a letter of East Asia. */
const OTHER = 600;
const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]/;
/** How much wider bold letters are. */
const BOLD = 1.07;

/** Width of a text in Helvetica, in heights of it: where there is no canvas that could measure. */
export function widthOf(text: string, bold = false): number {
  let width = 0;
  for (const sign of text) width += WIDTHS[(sign.codePointAt(0) ?? 0) - 0x20] ?? (WIDE.test(sign) ? 1000 : OTHER);
  return (width / 1000) * (bold ? BOLD : 1);
}

/** The same for labels of a drawing, CSS px. */
export const paperMeasure: LabelSpace['measure'] = (text, kind) =>
  widthOf(text, kind !== 'standard' && kind !== 'topic') * PAPER.labelSize * TEXT_SCALE[kind];

/** The beginning of a text that is no wider than this, with an ellipsis where something is left out; px. */
export function fittedText(text: string, width: number, size: number): string {
  if (widthOf(text) * size <= width) return text;
  let end = text.length;
  while (end > 0 && widthOf(`${text.slice(0, end)}…`) * size > width) end--;
  return `${text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
