import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import type { Changes } from './change.js';
import type { Column } from './columns.js';
import { groupsBy, type GroupField, type PlaceGroup } from './grouping.js';
import { tableOrder, type OverlapCounts, type SortKey } from './ordering.js';
import { parseBy, parseFields, parseSort, USUAL_COLUMNS, type TableIssue, type TableSettings } from './table-settings.js';

/** Standards as a table, in numbers: what a view draws from. */
export interface TablePlan {
  readonly columns: readonly Column[];
  readonly sort: readonly SortKey[];
  /** The field that the rows are grouped by; undefined: none. */
  readonly by: GroupField | undefined;
  /** Places of the standards in the dataset, each once, in their order. */
  readonly order: Uint32Array;
  /** None where the rows are not grouped. */
  readonly groups: readonly PlaceGroup[];
  /** Words of the settings that cannot be used. */
  readonly issues: readonly TableIssue[];
}

/** The rows of one group of a table. */
export interface TableGroup {
  /** As in a filter; empty: the rows without a value. */
  readonly value: string;
  /** Name of an SDO, label of a topic; else the value itself. */
  readonly label: string;
  /** At least one, in the order of the table. */
  readonly rows: readonly Standard[];
}

/** Standards as a table: what is shown, and what an export of it writes. `columnValue` says what a row has in a column. */
export interface Table {
  /** At least one. */
  readonly columns: readonly Column[];
  /** The field that the rows are grouped by; absent where they are not. */
  readonly by?: GroupField;
  /** Each standard once, in its order. */
  readonly rows: readonly Standard[];
  /** None where the rows are not grouped. A standard with several values stands in each of their groups. */
  readonly groups: readonly TableGroup[];
  /** Words of the settings that cannot be used; the rest counts. */
  readonly issues: readonly TableIssue[];
}

/** The usual columns where changes are known: what became of a standard stands behind its title. */
const USUAL_WITH_CHANGE: readonly Column[] = USUAL_COLUMNS.flatMap((column) => (column === 'title' ? [column, 'change'] : [column]));

/** Ids that the catalogue does not have are left out. */
export function placesOf(catalogue: Catalogue, ids: Iterable<StandardId>): Uint32Array {
  const places = placesIn(catalogue);
  const found: number[] = [];
  for (const id of ids) {
    const place = places.get(id);
    if (place !== undefined) found.push(place);
  }
  return Uint32Array.from(found);
}

/** As `tableOf`, with places instead of standards. */
export function tablePlan(
  catalogue: Catalogue,
  ids: Iterable<StandardId>,
  settings: TableSettings,
  overlaps?: OverlapCounts,
  changes?: Changes,
): TablePlan {
  const { sort, issues: ofSort } = parseSort(settings.sort ?? '');
  const { columns: wanted, issues: ofFields } = parseFields(settings.fields ?? '');
  const columns = changes && wanted === USUAL_COLUMNS ? USUAL_WITH_CHANGE : wanted;
  const { by, issues: ofBy } = parseBy(settings.by ?? '');
  const order = tableOrder(catalogue, placesOf(catalogue, ids), sort, { overlaps, changes });
  const groups = by === undefined ? [] : groupsBy(catalogue, order, by, sort, changes);
  return { columns, sort, by, order, groups, issues: [...ofSort, ...ofFields, ...ofBy] };
}

/**
 * Standards as a table: columns, rows in their order, and groups.
 *
 * What of the settings cannot be used is told in `issues`, and the rest counts.
 *
 * @param ids of the standards, such as those that pass a filter; one that the catalogue does not have is left out
 * @param overlaps open candidates by standard; absent while they are looked for: ordering by them then changes nothing
 * @param changes what became of the standards since a day: the usual columns then have it behind the title; absent where nobody asks
 */
export function tableOf(
  catalogue: Catalogue,
  ids: Iterable<StandardId>,
  settings: TableSettings = {},
  overlaps?: OverlapCounts,
  changes?: Changes,
): Table {
  const { columns, by, order, groups, issues } = tablePlan(catalogue, ids, settings, overlaps, changes);
  const rowsOf = (places: Uint32Array): readonly Standard[] => Array.from(places).flatMap((place) => catalogue.standards[place] ?? []);
  return {
    columns,
    ...(by !== undefined && { by }),
    rows: rowsOf(order),
    groups: groups.map(({ value, label, places }) => ({ value, label, rows: rowsOf(places) })),
    issues,
  };
}
