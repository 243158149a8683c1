import { guarded, whole } from './cell.js';
import type { CellValue, Grid } from './grid.js';
import { aboutText, type AboutWords, type Provenance } from './provenance.js';
import { BATCH, type Steps } from './steps.js';

/** Ends a line. @source RFC 4180, 2 */
const LINE = '\r\n';
/** What a program that opens a file needs to know that it is UTF-8; not part of the text. */
export const BYTE_ORDER_MARK = '\uFEFF';
/** Name of the last column. */
export const ABOUT_COLUMN = 'about_this_export';

function field(value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = guarded(whole(value));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (values: readonly CellValue[]): string => values.map(field).join(',') + LINE;

/**
 * A grid as comma-separated values, in parts that belong together.
 *
 * The first line names the columns and every line has as many fields. The last column says where the export comes from, in its first row; of
 * an export without rows its heading does.
 *
 * @source RFC 4180
 */
export function* csvSteps(grid: Grid, provenance: Provenance, words?: AboutWords): Steps<readonly string[]> {
  const about = aboutText(provenance, words);
  const parts = [line([...grid.columns.map(({ heading }) => heading), grid.count === 0 ? about : ABOUT_COLUMN])];
  for (let from = 0; from < grid.count; from += BATCH) {
    let part = '';
    for (let at = from; at < Math.min(grid.count, from + BATCH); at++) part += line([...grid.row(at), at === 0 ? about : undefined]);
    parts.push(part);
    yield Math.min(1, (from + BATCH) / grid.count);
  }
  return parts;
}
