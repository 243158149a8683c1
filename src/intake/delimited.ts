/** What may stand between two cells. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

const QUOTE = 34;
const LF = 10;
const CR = 13;

/** How a text ended: the row in which a quote was opened that nothing closes, from 1; undefined where all is closed. */
export type OpenQuote = number | undefined;

/** The cell that begins at a quote: its text, and where it ends; `closed` is false where the text ends before it. */
function quoted(text: string, from: number, stop: number): { readonly cell: string; readonly end: number; readonly closed: boolean } {
  let cell = '';
  let start = from + 1;
  for (;;) {
    const at = text.indexOf('"', start);
    if (at < 0) return { cell: cell + text.slice(start), end: text.length, closed: false };
    cell += text.slice(start, at);
    if (text.charCodeAt(at + 1) !== QUOTE) {
      // What careless programs write behind the closing quote belongs to the cell, as in spreadsheet programs
      const end = endOf(text, at + 1, stop);
      return { cell: cell + text.slice(at + 1, end), end, closed: true };
    }
    cell += '"';
    start = at + 2;
  }
}

/** Where an unquoted cell that begins here ends. */
function endOf(text: string, from: number, stop: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === stop || code === LF || code === CR) break;
  }
  return at;
}

/**
 * The rows of a text with separated cells, one by one; a line break inside of quotes is part of its cell. An empty line is a row with one empty
 * cell, so that the rows are numbered as a spreadsheet program numbers them.
 *
 * @source RFC 4180; lines may end with CR, LF or both
 * @param most cells of a row; the first row that has more is given with one cell too many, and is the last
 * @returns the row that opens a quote which nothing closes
 */
export function* delimitedRows(text: string, separator: Separator, most = Infinity): Generator<string[], OpenQuote> {
  const stop = separator.charCodeAt(0);
  let row: string[] = [];
  let number = 1;
  for (let at = 0; at < text.length;) {
    let end: number;
    if (text.charCodeAt(at) === QUOTE) {
      const cell = quoted(text, at, stop);
      if (!cell.closed) return number;
      row.push(cell.cell);
      end = cell.end;
    } else {
      end = endOf(text, at, stop);
      row.push(text.slice(at, end));
    }
    if (row.length > most) {
      yield row;
      return undefined;
    }
    const code = text.charCodeAt(end);
    at = end + 1;
    if (code === stop && end < text.length) {
      // A separator at the very end has an empty cell behind it
      if (at >= text.length) row.push('');
      else continue;
    } else if (code === CR && text.charCodeAt(at) === LF) at += 1;
    yield row;
    row = [];
    number += 1;
  }
  return undefined;
}

/** Characters and rows that are looked at to tell the separator. */
const LOOKED_AT = 100_000;
const ROWS = 60;

/** How well a separator explains a text: rows with the commonest number of cells, those with more cells counting for more; 0 where it does not occur. */
function explained(text: string, separator: Separator): number {
  const counts = new Map<number, number>();
  const rows = delimitedRows(text, separator);
  for (let read = 0, next = rows.next(); read < ROWS && !next.done; read++, next = rows.next()) {
    const { length } = next.value;
    if (next.value.some((cell) => cell !== '')) counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  return Math.max(0, ...[...counts].filter(([length]) => length > 1).map(([length, rows]) => rows * (1 + Math.log(length))));
}

/** The separator of a text: what its first line says (`sep=;`), else what fits its first rows best; of two that fit alike the first. */
export function separatorOf(text: string): { readonly separator: Separator; readonly from: number } {
  const said = /^sep=([,;\t|])\r?\n?/i.exec(text);
  const known = SEPARATORS.find((separator) => separator === said?.[1]);
  if (said && known) return { separator: known, from: said[0].length };
  const part = text.slice(0, LOOKED_AT);
  const fits = SEPARATORS.map((separator) => explained(part, separator));
  const best = fits.indexOf(Math.max(...fits));
  return { separator: SEPARATORS[best] ?? ',', from: 0 };
}

/** A cell as a text with separated cells has it: in quotes where it would be taken for something else. */
const cellText = (cell: string, separator: Separator): string =>
  cell.includes(separator) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as a text that `delimitedRows` reads back. A row of one empty cell is written as an empty quoted one. */
export const delimitedText = (rows: readonly (readonly string[])[], separator: Separator = ','): string =>
  rows.map((row) => (row.length === 1 && row[0] === '' ? '""' : row.map((cell) => cellText(cell, separator)).join(separator))).join('\r\n');
