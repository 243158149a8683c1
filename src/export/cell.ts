/**
 * Where a spreadsheet would read a formula or a command: at the start of a cell, or behind what a reader with another separator takes for one,
 * past white space, controls, marks without width and apostrophes, at one of the signs in either width. At the very start a tab or a line
 * break is enough. @source OWASP, CSV injection
 */
const DANGER = /(?<=^|[;\t\r\n])(?=[\s\p{Cc}\p{Cf}']*[=+\-@＝＋－＠]|(?<=^)'*[\t\r\n])/gu;
/** The same places once an apostrophe stands there. */
const GUARDED = /(?<=^|[;\t\r\n])'(?=[\s\p{Cc}\p{Cf}']*[=+\-@＝＋－＠]|(?<=^')'*[\t\r\n])/gu;

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before what would be one.
 *
 * Every text can be had back with `unguarded`: one that begins with such an apostrophe already gets another.
 */
export const guarded = (text: string): string => text.replace(DANGER, "'");

/** The text that `guarded` was given. */
export const unguarded = (text: string): string => text.replace(GUARDED, '');

/** What XML and most readers of text cannot hold: halves of surrogate pairs and control characters other than white space. */
const UNFIT = /[^\P{Cc}\t\n\r]|\p{Cs}/gu;

/** A text of whole characters: what is none becomes U+FFFD. */
export const whole = (text: string): string => text.replace(UNFIT, '\uFFFD');

/** A text on one line: white space of any sort is one space. */
export const onOneLine = (text: string): string => whole(text).replace(/\s+/g, ' ').trim();
