import writeXlsx from 'write-excel-file/universal';
import { openFile, type Opened, type OwnFile } from '../../src/intake/open-file.js';
import { proposeMapping, type Mapping } from '../../src/intake/mapping.js';
import { KnownNames } from '../../src/intake/known.js';
import { Nearby } from '../../src/intake/nearby.js';
import { takeTable, type TakenTable } from '../../src/intake/take-table.js';
import type { Grid } from '../../src/intake/grid.js';
import type { Encoding } from '../../src/intake/text-encoding.js';
import type { Catalogue } from '../../src/model/catalogue.js';

type Content = string | Uint8Array<ArrayBuffer>;

/** A file as a browser hands it over. */
export const fileOf = (content: Content, name = 'list.csv'): OwnFile => new File([content], name);

export const open = (content: Content, options: { readonly name?: string; readonly encoding?: Encoding } = {}): Promise<Opened> =>
  openFile(fileOf(content, options.name), {
    signal: new AbortController().signal,
    ...(options.encoding !== undefined && { encoding: options.encoding }),
  });

/** The first sheet of a file that is a table; throws with the reason where it is none. */
export async function gridOf(content: Content, encoding?: Encoding): Promise<Grid> {
  const opened = await open(content, encoding === undefined ? {} : { encoding });
  const grid = opened.ok && opened.form === 'table' ? opened.grids[0] : undefined;
  if (!grid) throw new Error(`expected a table, got ${JSON.stringify(opened).slice(0, 200)}`);
  return grid;
}

/** What a workbook holds: rows of cells by sheet. */
export async function workbook(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Promise<Uint8Array<ArrayBuffer>> {
  const made = writeXlsx(Object.entries(sheets).map(([sheet, data]) => ({ sheet, data })) as never);
  return new Uint8Array(await (await made.toBlob()).arrayBuffer());
}

const ORIGIN = { file: 'list.csv', sheet: '', asOf: '2026-10-01', readOn: '2026-11-22' } as const;

/** What rows come to in a catalogue. */
export function take(
  catalogue: Catalogue,
  rows: readonly (readonly string[])[],
  options: { readonly mapping?: Partial<Mapping>; readonly topic?: string } = {},
): TakenTable {
  const grid: Grid = { name: '', rows };
  const mapping = { ...proposeMapping(grid, new KnownNames(catalogue)), ...options.mapping };
  const steps = takeTable(
    grid,
    mapping,
    new Nearby(catalogue),
    catalogue,
    ORIGIN,
    options.topic === undefined ? {} : { topic: options.topic },
  );
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** Problems as `row column code`, in order. */
export const problemsOf = ({ problems }: TakenTable): readonly string[] =>
  problems.map(
    ({ row, column, code, severity }) =>
      `${String(row)}${column === undefined ? '' : ` ${String.fromCharCode(65 + column)}`} ${code} (${severity})`,
  );
