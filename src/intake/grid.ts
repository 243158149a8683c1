/** A sheet or a file of separated cells before anything is known of its columns. Row i of the list is row i + 1 of the sheet. */
export interface Grid {
  /** Name of the sheet; empty for a file without sheets. */
  readonly name: string;
  /** Text as the reader sees it; dates as `2019-05-23`, numbers without separators. */
  readonly rows: readonly (readonly string[])[];
  /** A hidden sheet is offered last. */
  readonly hidden?: boolean;
}

/** The letters that spreadsheet programs give a column: 0 is A, 26 is AA. */
export function letterOf(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letterOf(rest) : '') + String.fromCharCode(65 + (column % 26));
}

/** The place of a column by its letters: A is 0; NaN for anything else. */
export function placeOf(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return NaN;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
