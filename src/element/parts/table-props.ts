import type { Candidate } from '../../analysis/candidate.js';
import { overlapCounts, type Column } from '../../analysis/columns.js';
import type { GroupField } from '../../analysis/grouping.js';
import type { OverlapCounts, SortKey } from '../../analysis/ordering.js';
import type { TablePlan } from '../../analysis/table.js';
import type { StandardId } from '../../model/dataset.js';
import type { Messages } from '../messages.js';
import { wordOf } from '../word-of.js';
import { tableMessages } from '../messages-table.js';

/** What a table shows. */
export interface TableProps {
  readonly plan: TablePlan;
  /** What stands in it from top to bottom, from `tableLines`. */
  readonly lines: Int32Array;
  /** Absent while they are looked for. */
  readonly overlaps: OverlapCounts | undefined;
  readonly selected: readonly StandardId[];
  readonly isFolded: (group: string) => boolean;
}

/** What the reader does with it. */
export interface TableActions {
  readonly select: (ids: readonly StandardId[]) => void;
  readonly setSort: (sort: readonly SortKey[]) => void;
  readonly setColumns: (columns: readonly Column[]) => void;
  readonly setBy: (by: GroupField | undefined) => void;
  readonly fold: (groups: readonly string[], isFolded: boolean) => void;
}

/** What a column is called. */
export const columnName = (column: Column): string => wordOf(tableMessages.columns, column);

/** What a field is called that rows are grouped by. */
export const fieldName = ({ facets }: Messages, field: GroupField): string =>
  wordOf(facets, field) === field ? wordOf(tableMessages.fields, field) : wordOf(facets, field);

const counts = new WeakMap<readonly Candidate[], OverlapCounts>();

/** Counted once for a list of candidates. */
export function countsOf(candidates: readonly Candidate[] | undefined): OverlapCounts | undefined {
  if (!candidates) return undefined;
  const known = counts.get(candidates) ?? overlapCounts(candidates);
  counts.set(candidates, known);
  return known;
}

/** Dates and numbers begin with the newest and the most. */
const LARGEST_FIRST: readonly Column[] = ['first', 'latest', 'editions', 'overlaps', 'relations'];

/**
 * The order after a column was chosen: its first direction, the other one, and out of the order again.
 *
 * @param isFurther leaves what it is sorted by already before it; else it is sorted by this column alone
 */
export function nextSort(sort: readonly SortKey[], column: Column, isFurther: boolean): readonly SortKey[] {
  const isDown = LARGEST_FIRST.includes(column);
  const known = sort.find((key) => key.column === column);
  const next = !known ? { column, descending: isDown } : known.descending === isDown ? { column, descending: !isDown } : undefined;
  if (!isFurther) return next ? [next] : [];
  if (!known) return next ? [...sort, next] : sort;
  return sort.flatMap((key) => (key.column === column ? (next ?? []) : [key]));
}
