import type { Cell, Coverage } from '../analysis/cell.js';
import type { Changes } from '../analysis/change.js';
import { COLUMNS, columnValue, type Column, type ColumnValue } from '../analysis/columns.js';
import type { GroupField } from '../analysis/grouping.js';
import type { Table, TableGroup } from '../analysis/table.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';

/** Text, a number, or nothing where nothing is known. */
export type CellValue = string | number | undefined;

/** A column of a grid. */
export interface GridColumn {
  readonly heading: string;
  /** `date`: as precise as its source; `link`: an http address. Default `text`. */
  readonly kind?: 'text' | 'number' | 'date' | 'link';
  /** How much room it takes, in letters. */
  readonly width: number;
}

/** Rows and columns, of which each row is made when it is asked for. */
export interface Grid {
  readonly name: string;
  readonly columns: readonly GridColumn[];
  readonly count: number;
  /** A value for each column. */
  readonly row: (at: number) => readonly CellValue[];
}

/** The group that a row stands in. */
export type ListedGroup = Pick<TableGroup, 'value' | 'label'>;

/** One row of a table of standards. */
export interface ListedRow {
  readonly id: StandardId;
  /** Where the table has groups. */
  readonly group?: ListedGroup | undefined;
}

/** A table of standards as it is shown. */
export interface Listing {
  readonly rows: readonly ListedRow[];
  /** In their order. */
  readonly columns: readonly Column[];
  /** The field that the groups are by; absent: no groups. */
  readonly by?: GroupField | undefined;
  /** Open candidates by standard; absent while they are looked for. */
  readonly overlaps?: ReadonlyMap<StandardId, number> | undefined;
  /** What became of the standards since a day; absent where nobody asks. */
  readonly changes?: Changes | undefined;
}

/** How a table for people says things; a table for programs says ids. */
export interface GridWords {
  readonly name: string;
  readonly heading: (column: Column) => string;
  /** One id, term or name. */
  readonly value: (column: Column, value: string) => string;
  /** Heading of the groups of a field, and one of them. */
  readonly by: (field: GroupField) => string;
  readonly group: (group: ListedGroup) => string;
}

/** Ids throughout, as the filter writes them. */
export const IDS: GridWords = {
  name: 'Standards',
  heading: (column) => column,
  value: (_, value) => value,
  by: (field) => `group_${field}`,
  group: ({ value }) => value,
};

/** The standards in this order, in all columns. */
export const listingOf = (ids: readonly StandardId[], overlaps?: Listing['overlaps'], columns: readonly Column[] = COLUMNS): Listing => ({
  rows: ids.map((id) => ({ id })),
  columns,
  overlaps,
});

/** A table in its order, columns and groups: a standard stands in each of its groups. */
export const listingOfTable = ({ rows, columns, groups, by }: Table, overlaps?: Listing['overlaps']): Listing => ({
  rows:
    by === undefined
      ? rows.map(({ id }) => ({ id }))
      : groups.flatMap(({ value, label, rows: within }) => within.map(({ id }) => ({ id, group: { value, label } }))),
  columns,
  ...(by !== undefined && { by }),
  overlaps,
});

/** Between the entries of a list. */
const BETWEEN = '; ';
const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  id: 24,
  title: 70,
  committee: 26,
  topics: 30,
  url: 40,
  aliases: 26,
  sources: 24,
};
const KINDS: Readonly<Partial<Record<Column, GridColumn['kind']>>> = {
  first: 'date',
  latest: 'date',
  editions: 'number',
  overlaps: 'number',
  relations: 'number',
  url: 'link',
};

function said(value: ColumnValue, say: (value: string) => string): CellValue {
  if (value === undefined || typeof value === 'number') return value;
  return typeof value === 'string' ? say(value) : value.map(say).join(BETWEEN);
}

/** A table of standards: the group first where there are groups, then the columns. */
export function standardsGrid(catalogue: Catalogue, { rows, columns, by, overlaps, changes }: Listing, words: GridWords = IDS): Grid {
  const shown = columns.map((column) => ({ heading: words.heading(column), kind: KINDS[column] ?? 'text', width: WIDTHS[column] ?? 16 }));
  return {
    name: words.name,
    columns: by === undefined ? shown : [{ heading: words.by(by), width: 24 }, ...shown],
    count: rows.length,
    row: (at) => {
      const row = rows[at];
      const standard = row && catalogue.standard(row.id);
      const values = columns.map((column) =>
        standard ? said(columnValue(catalogue, standard, column, overlaps, changes), (value) => words.value(column, value)) : undefined,
      );
      return by === undefined ? values : [row?.group && words.group(row.group), ...values];
    },
  };
}

/** What a table of the cells of a matrix is called, and its words. */
export interface MatrixWords {
  readonly name: string;
  /** Of rows and columns as they are called. */
  readonly row: string;
  readonly column: string;
  readonly rowName: (id: string) => string;
  readonly columnName: (id: string) => string;
  readonly headings: Readonly<Record<(typeof MATRIX_COLUMNS)[number], string>>;
  readonly state: (cell: Cell) => string;
  readonly gap: (isGap: boolean) => string;
}

/** What is said of each cell of a matrix beside its row and its column. */
export const MATRIX_COLUMNS = [
  'works',
  'standards',
  'covering',
  'inForce',
  'underDevelopment',
  'informative',
  'unknown',
  'beyond',
  'state',
  'gap',
  'latest',
  'sdos',
  'ids',
] as const;

/** Ids throughout. */
export const MATRIX_IDS: MatrixWords = {
  name: 'Cells',
  row: 'row',
  column: 'column',
  rowName: (id) => id,
  columnName: (id) => id,
  headings: {
    works: 'works',
    standards: 'standards',
    covering: 'covering',
    inForce: 'in_force',
    underDevelopment: 'under_development',
    informative: 'informative',
    unknown: 'unknown',
    beyond: 'beyond_filter',
    state: 'state',
    gap: 'gap',
    latest: 'latest',
    sdos: 'sdos',
    ids: 'ids',
  },
  state: ({ state }) => state,
  gap: (isGap) => (isGap ? 'yes' : 'no'),
};

/** The cells of a matrix, one a row: row by row, as the coverage has them. */
export function matrixGrid({ cells }: Pick<Coverage, 'cells'>, words: MatrixWords = MATRIX_IDS): Grid {
  const value = (cell: Cell, column: (typeof MATRIX_COLUMNS)[number]): CellValue => {
    if (column === 'state') return words.state(cell);
    if (column === 'gap') return words.gap(cell.gap);
    if (column === 'standards') return cell.standards.length;
    if (column === 'ids') return cell.standards.join(BETWEEN);
    return column === 'sdos' ? cell.sdos.map(({ sdo }) => sdo).join(BETWEEN) : cell[column];
  };
  const isText = (column: string): boolean => ['state', 'gap', 'sdos', 'ids'].includes(column);
  return {
    name: words.name,
    columns: [
      { heading: words.row, width: 26 },
      { heading: words.column, width: 26 },
      ...MATRIX_COLUMNS.map((column): GridColumn => ({
        heading: words.headings[column],
        kind: column === 'latest' ? 'date' : isText(column) ? 'text' : 'number',
        width: column === 'ids' ? 60 : 16,
      })),
    ],
    count: cells.length,
    row: (at) => {
      const cell = cells[at];
      return cell ? [words.rowName(cell.row), words.columnName(cell.column), ...MATRIX_COLUMNS.map((column) => value(cell, column))] : [];
    },
  };
}
