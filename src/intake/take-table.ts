import type { Catalogue } from '../model/catalogue.js';
import type { Dataset, PartialDate, Source, Standard } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';
import { dayOrder } from './dates.js';
import { conflictsOf, differencesOf } from './differences.js';
import { NewGroups } from './groups.js';
import type { Grid } from './grid.js';
import { KnownNames } from './known.js';
import type { Mapping } from './mapping.js';
import { beside, restricted } from './merge.js';
import type { Nearby } from './nearby.js';
import type { RowProblem } from './problem.js';
import { isCommitteeName, isReference } from './reference.js';
import { RowReader, type RowFacts } from './row-facts.js';
import { standardRecord, type Defaults } from './standard-record.js';
import { WorkSorter, type Work } from './works.js';

/** `beside`: what is shown, with the file's standards; `instead`: the file's standards alone. */
export type IntakeMode = 'beside' | 'instead';

/** What is known of a file beside its cells. */
export interface TableOrigin {
  /** Name of the file. */
  readonly file: string;
  /** Name of the sheet; empty where there is none. */
  readonly sheet: string;
  /** Day on which the file was changed last: so old are its facts. */
  readonly asOf: PartialDate;
  /** Day on which it is read. */
  readonly readOn: PartialDate;
}

/** What a table comes to. */
export interface TakenTable {
  /** Rows below the header that have anything in them. */
  readonly rows: number;
  /** Standards that the catalogue does not have, as they would come in. */
  readonly added: readonly Standard[];
  /** Standards that it has, with what the file adds. */
  readonly annotated: readonly Standard[];
  /** In the order of the rows. */
  readonly problems: readonly RowProblem[];
  /** The dataset that comes of it; not checked yet. */
  readonly dataset: (mode: IntakeMode) => Dataset;
}

/** The record of a file as a source. */
export function sourceOf(origin: TableOrigin, taken: ReadonlySet<string>): Source {
  const name = origin.sheet === '' ? origin.file : `${origin.file}, ${origin.sheet}`;
  const base = `own file: ${name}`.slice(0, LIMITS.id - 5);
  let id = base;
  for (let at = 2; taken.has(id); at++) id = `${base} ${at}`;
  return {
    id,
    catalogue: name.slice(0, LIMITS.title),
    asOf: origin.asOf,
    licence: 'none stated',
    note: `Opened by the reader on ${origin.readOn}`,
  };
}

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

/** Cells of groups that are blank because they were joined with the one above. */
function* repeated(grid: Grid, mapping: Mapping): Generator<readonly [row: number, cells: readonly string[]]> {
  const { sdo, committee, topics, reference = 0 } = mapping.fields;
  // Topics head groups of rows only where they stand before them
  const joined = [sdo, committee, topics !== undefined && topics < reference ? topics : undefined];
  const columns = mapping.repeat ? joined.filter((at) => at !== undefined) : [];
  const above = new Map<number, string>();
  for (let at = mapping.headerRow; at < grid.rows.length; at++) {
    const cells = [...(grid.rows[at] ?? [])];
    if (filled(cells) === 0) continue;
    for (const column of columns) {
      if ((cells[column] ?? '').trim() === '') {
        while (cells.length < column) cells.push('');
        cells[column] = above.get(column) ?? '';
      } else above.set(column, cells[column] ?? '');
    }
    yield [at + 1, cells];
  }
}

/** A row with one cell that is no designation: a heading, which often names the group that the rows below belong to. */
function headingOf(cells: readonly string[], mapping: Mapping): string | undefined {
  const [text = '', ...others] = cells.filter((cell) => cell.trim() !== '').map((cell) => cell.trim());
  const { reference, title } = mapping.fields;
  const at = cells.findIndex((cell) => cell.trim() !== '');
  // A title without a designation is no heading, unless the titles come first
  if (at === title && Object.values(mapping.fields).some((column) => column < at)) return undefined;
  if (others.length > 0 || Object.keys(mapping.fields).length < 2 || isReference(text)) return undefined;
  return reference !== undefined && !isCommitteeName(text) && /\d{3}/.test(cells[reference] ?? '') ? undefined : text;
}

/** Under a heading that names an SDO or a committee, rows that name none belong to it. */
const under = (facts: RowFacts, heading: string, known: KnownNames): RowFacts => {
  if (heading === '') return facts;
  if (known.sdo(heading)) return facts.sdo === '' ? { ...facts, sdo: heading } : facts;
  return facts.committees.length === 0 && known.committee(heading) ? { ...facts, committees: [heading] } : facts;
};

/** A known standard with the file among its sources, what it left open filled in, and where the two disagree. */
function annotated(
  standard: Standard,
  work: Work,
  source: string,
  catalogue: Catalogue,
  problems: RowProblem[],
  mapping: Mapping,
): Standard {
  const differences = differencesOf(catalogue, standard, work);
  for (const { row, field, name, value, otherValue } of differences) {
    const column = mapping.fields[field];
    problems.push({
      code: 'differs',
      severity: 'note',
      row,
      ...(column !== undefined && { column }),
      field,
      got: otherValue,
      expected: `${standard.id}, ${name}: ${value}`,
    });
  }
  const url = standard.url ?? work.rows.find(({ facts }) => facts.url !== undefined)?.facts.url;
  const ics = standard.ics ?? [...new Set(work.rows.flatMap(({ facts }) => facts.ics))];
  const conflicts = [...(standard.conflicts ?? []), ...conflictsOf(standard, differences, source)];
  return {
    ...standard,
    ...(url !== undefined && { url }),
    ...(ics.length > 0 && { ics }),
    ...(conflicts.length > 0 && { conflicts }),
    sources: [...standard.sources, source],
  };
}

/** Rows that are read, and works that are made, between two looks at the clock. */
const STRIDE = 50;

/** What is needed to read the rows of a table. */
export interface Taking {
  readonly grid: Grid;
  readonly mapping: Mapping;
  readonly known: KnownNames;
  readonly groups: NewGroups;
  readonly problems: RowProblem[];
  /** For submissions: a cell of which not all is certain is left out. Default false. */
  readonly strict?: boolean;
}

/** Rows, sorted by the works that they are about; yields how much is read, 0-1. */
export function* readRows({
  grid,
  mapping,
  known,
  groups,
  problems,
  strict = false,
}: Taking): Generator<number, { readonly rows: number; readonly works: readonly Work[] }> {
  const dates = mapping.fields.date;
  const order = dates === undefined ? undefined : dayOrder(grid.rows.slice(mapping.headerRow).map((row) => row[dates] ?? ''));
  const reader = new RowReader(known, mapping, order, problems, strict);
  const sorter = new WorkSorter(known, groups, mapping.fields, problems);
  let [rows, heading] = [0, ''];
  for (const [row, cells] of repeated(grid, mapping)) {
    rows += 1;
    const text = headingOf(cells, mapping);
    if (text === undefined) sorter.add(under(reader.read(row, cells), heading, known));
    else {
      problems.push({ code: 'heading', severity: 'note', row, got: text, expected: '' });
      if (known.sdo(text) ?? known.committee(text)) heading = text;
    }
    if (rows % STRIDE === 0) yield row / grid.rows.length;
  }
  return { rows, works: sorter.works };
}

/**
 * Reads a table as standards, step by step: each step yields how much is done, 0-1. Nothing is thrown; what cannot be used is a problem of
 * its row.
 */
export function* takeTable(
  grid: Grid,
  mapping: Mapping,
  nearby: Nearby,
  catalogue: Catalogue,
  origin: TableOrigin,
  defaults: Defaults,
): Generator<number, TakenTable> {
  const problems: RowProblem[] = [];
  const known = new KnownNames(catalogue);
  const source = sourceOf(origin, new Set(catalogue.sources.map(({ id }) => id)));
  const groups = new NewGroups(known, source.id);
  const { rows, works } = yield* readRows({ grid, mapping, known, groups, problems });
  const added: Standard[] = [];
  const more = new Map<string, Standard>();
  for (const [at, work] of works.entries()) {
    if (work.known) more.set(work.id, annotated(work.known, work, source.id, catalogue, problems, mapping));
    else {
      const standard = standardRecord(work, nearby, defaults, source.id);
      if (standard) added.push(standard);
      else
        for (const { facts, title } of work.rows)
          problems.push({ code: 'no-topic', severity: 'error', row: facts.row, field: 'topics', got: title, expected: '' });
    }
    // To look for what is near takes some milliseconds; to annotate takes none
    if (!work.known || at % STRIDE === 0) yield at / works.length;
  }
  const used = groups.used(new Set(added.flatMap(({ committees }) => committees)), new Set(added.flatMap(({ publishers }) => publishers)));
  const arrivals = { sources: [source], ...used, standards: added, annotated: more };
  return {
    rows,
    added,
    annotated: [...more.values()],
    problems: problems.sort((a, b) => a.row - b.row),
    dataset: (mode) => {
      const whole = beside(catalogue.dataset, arrivals);
      return mode === 'beside' ? whole : restricted(whole, new Set([...added.map(({ id }) => id), ...more.keys()]), source.catalogue);
    },
  };
}
