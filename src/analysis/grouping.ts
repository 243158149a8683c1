import type { Catalogue } from '../model/catalogue.js';
import { CHANGE_CLASSES, CHANGED, type Changes } from './change.js';
import { valueLabel, type Column } from './columns.js';
import { allValuesBy } from './all-listings.js';
import type { Listing } from './listing.js';
import { yearsOf } from './masks.js';
import { naturalKey, type SortKey } from './ordering.js';
import { CLOSED } from './terms.js';
import { LISTED } from './values.js';

/** The fields that standards can be grouped by: those with a facet, declared relations, and what became of them since a day. */
export const GROUP_FIELDS = [...LISTED, 'year', 'change'] as const;
export type GroupField = (typeof GROUP_FIELDS)[number];

/** The standards with one value of a field. */
export interface PlaceGroup {
  /** As in a filter; empty: those without a value. */
  readonly value: string;
  /** Name of an SDO, label of a topic; else the value itself. */
  readonly label: string;
  /** At least one, in the order given. */
  readonly places: Uint32Array;
}

/** The columns that say the same as a field. */
const COLUMN_OF: ReadonlyMap<GroupField, Column> = new Map<GroupField, Column>([
  ['topic', 'topics'],
  ['year', 'latest'],
]);

const years = new WeakMap<Catalogue, Listing>();

function yearListing(catalogue: Catalogue): Listing {
  const known = years.get(catalogue);
  if (known) return known;
  const all = yearsOf(catalogue);
  const values = [...new Set(all)].filter((year) => year > 0);
  const codes = new Map(values.map((year, code) => [year, code]));
  const offsets = new Uint32Array(all.length + 1);
  const list: number[] = [];
  all.forEach((year, place) => {
    const code = codes.get(year);
    if (code !== undefined) list.push(code);
    offsets[place + 1] = list.length;
  });
  const listing = { values: values.map(String), offsets, codes: Uint32Array.from(list) };
  years.set(catalogue, listing);
  return listing;
}

const changeListings = new WeakMap<Changes, Listing>();
const NO_CHANGES: Listing = { values: [], offsets: new Uint32Array(0), codes: new Uint32Array(0) };

function changeListing(changes: Changes | undefined): Listing {
  if (!changes) return NO_CHANGES;
  const known = changeListings.get(changes);
  if (known) return known;
  const codes = Uint32Array.from(changes.standards, ({ change }) => CHANGE_CLASSES.indexOf(change));
  const listing = { values: CHANGE_CLASSES, offsets: Uint32Array.from({ length: codes.length + 1 }, (_, i) => i), codes };
  changeListings.set(changes, listing);
  return listing;
}

/** As they are told, then those in which nothing has changed. */
const CHANGE_ORDER: readonly string[] = [...CHANGED, ...CHANGE_CLASSES.filter((one) => !CHANGED.some((other) => other === one))];

/** How the standards of a list are spread over the values of a listing: one list a value, and behind them those without. */
function spread({ values, offsets, codes }: Listing, order: Uint32Array): readonly Uint32Array[] {
  const none = values.length;
  const counts = new Uint32Array(none + 1);
  const each = (act: (code: number, place: number) => void): void => {
    for (const place of order) {
      const from = offsets[place] ?? 0;
      const to = offsets[place + 1] ?? 0;
      if (from === to) act(none, place);
      for (let at = from; at < to; at++) act(codes[at] ?? 0, place);
    }
  };
  each((code) => {
    counts[code] = (counts[code] ?? 0) + 1;
  });
  const lists = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  each((code, place) => {
    const at = counts[code] ?? 0;
    const list = lists[code];
    if (list) list[at] = place;
    counts[code] = at + 1;
  });
  return lists;
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What the groups of a field are ordered by where the table is ordered by that field. */
function keyOf(by: GroupField): (group: PlaceGroup) => string | number {
  if (by === 'change') return ({ value }) => CHANGE_ORDER.indexOf(value);
  const closed = by === 'year' ? undefined : CLOSED.get(by);
  return ({ value, label }) => (closed ? closed.indexOf(value) : naturalKey(label));
}

function inOrder(groups: readonly PlaceGroup[], by: GroupField, first: SortKey | undefined): PlaceGroup[] {
  const key = keyOf(by);
  if (first?.column === (COLUMN_OF.get(by) ?? by)) {
    return [...groups].sort((a, b) => (first.descending ? compare(key(b), key(a)) : compare(key(a), key(b))) || compare(a.value, b.value));
  }
  if (by === 'year') return [...groups].sort((a, b) => compare(b.value, a.value));
  if (by === 'change') return [...groups].sort((a, b) => compare(key(a), key(b)));
  return [...groups].sort((a, b) => b.places.length - a.places.length || compare(key(a), key(b)) || compare(a.value, b.value));
}

/**
 * Standards by the values of a field: one stands in each group that it has a value of; those without a value come last.
 *
 * The largest group first, years newest first, changes as they are told; where the order of the table begins with the same field, in that order.
 *
 * @param order places in the order that they keep within each group
 * @param sort what they are ordered by
 * @param changes what became of them; absent where nobody asks: then none has a value of that field
 */
export function groupsBy(
  catalogue: Catalogue,
  order: Uint32Array,
  by: GroupField,
  sort: readonly SortKey[] = [],
  changes?: Changes,
): readonly PlaceGroup[] {
  const listing = by === 'change' ? changeListing(changes) : by === 'year' ? yearListing(catalogue) : allValuesBy(catalogue, by);
  const lists = spread(listing, order);
  const column = COLUMN_OF.get(by) ?? by;
  const groups = lists.map((places, code): PlaceGroup => {
    const value = listing.values[code] ?? '';
    return { value, label: valueLabel(catalogue, column, value), places };
  });
  const none = groups.pop();
  return [
    ...inOrder(
      groups.filter(({ places }) => places.length > 0),
      by,
      sort[0],
    ),
    ...(none && none.places.length > 0 ? [none] : []),
  ];
}
