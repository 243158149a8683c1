import type { Cell, Coverage, Heading } from '../../analysis/cell.js';

/** How the rows, or the columns, of a matrix are ordered. */
export interface Order {
  /** `dataset`: as counted; `candidates`: of committees alone; `heading`: by the works in the cells of one column or row. */
  readonly by: 'dataset' | 'works' | 'gaps' | 'candidates' | 'heading';
  /** With `heading`: the column or row; else empty. */
  readonly heading: string;
  /** Fewest first; default most first. */
  readonly ascending: boolean;
}

/** The order of both. */
export interface MatrixSort {
  readonly rows: Order;
  readonly columns: Order;
}

export const AS_COUNTED: Order = Object.freeze({ by: 'dataset', heading: '', ascending: false });
export const UNSORTED: MatrixSort = Object.freeze({ rows: AS_COUNTED, columns: AS_COUNTED });

/** What a heading chosen again does: most first, fewest first, as counted. */
export function nextOrder(order: Order, by: Order['by'], heading = ''): Order {
  const isSame = order.by === by && order.heading === heading;
  if (!isSame) return { by, heading, ascending: false };
  return order.ascending ? AS_COUNTED : { by, heading, ascending: true };
}

/** The cell of a row and a column, by their places as counted. @throws RangeError when there is none */
export function cellAt({ cells, columnHeadings }: Coverage, row: number, column: number): Cell {
  const cell = cells[row * columnHeadings.length + column];
  if (!cell) throw new RangeError(`bug: the matrix has no cell ${row}, ${column} among ${cells.length}`);
  return cell;
}

/** The cell of a row and a column, by their ids. */
export function cellOf(coverage: Coverage, row: string, column: string): Cell | undefined {
  const r = coverage.rowHeadings.findIndex(({ id }) => id === row);
  const c = coverage.columnHeadings.findIndex(({ id }) => id === column);
  return r < 0 || c < 0 ? undefined : cellAt(coverage, r, c);
}

function places(headings: readonly Heading[], order: Order, worksAt: ((place: number) => number) | undefined): readonly number[] {
  const all = headings.map((_, place) => place);
  const value = {
    dataset: undefined,
    works: (place: number) => headings[place]?.works ?? 0,
    gaps: (place: number) => headings[place]?.gaps ?? 0,
    candidates: undefined,
    heading: worksAt,
  }[order.by];
  if (!value) return all;
  const sign = order.ascending ? 1 : -1;
  return all.sort((a, b) => sign * (value(a) - value(b)) || a - b);
}

/** Where each row and column stands: places as counted, in the order of the reader. A heading that is no longer there sorts nothing. */
export function ordered(
  coverage: Coverage,
  { rows, columns }: MatrixSort,
): { readonly rows: readonly number[]; readonly columns: readonly number[] } {
  const column = coverage.columnHeadings.findIndex(({ id }) => id === rows.heading);
  const row = coverage.rowHeadings.findIndex(({ id }) => id === columns.heading);
  return {
    rows: places(coverage.rowHeadings, rows, column < 0 ? undefined : (r) => cellAt(coverage, r, column).works),
    columns: places(coverage.columnHeadings, columns, row < 0 ? undefined : (c) => cellAt(coverage, row, c).works),
  };
}
