import type { Catalogue } from '../model/catalogue.js';
import { KINDS, LEVELS, ROLES, STATUSES, TIERS, type StandardId } from '../model/dataset.js';
import { CHANGE_CLASSES, type Changes } from './change.js';
import { columnValue, valueLabel, type Column, type ColumnValue } from './columns.js';
import { fold } from './fold.js';
import { latestOf } from './day.js';

/** One column of an order. */
export interface SortKey {
  readonly column: Column;
  readonly descending: boolean;
}

/** Open candidates by standard, from `overlapCounts`. */
export type OverlapCounts = ReadonlyMap<StandardId, number>;

/** Places of the values of a column, one for each standard: from 1 on, equal values alike; 0 where there is no value. Never written to by readers. */
type Ranks = Uint32Array;

/** The columns whose values have an order of their own. A status that is not stated is no value. */
const OWN_ORDER: ReadonlyMap<Column, readonly string[]> = new Map<Column, readonly string[]>([
  ['role', ROLES],
  ['level', LEVELS],
  ['kind', KINDS],
  ['tier', TIERS],
  ['status', STATUSES.filter((status) => status !== 'unknown')],
  ['change', CHANGE_CLASSES],
]);

/** Between the entries of a list: below every letter, so that `energy` comes before `energy, mobility` and that before `energy use`. */
const BETWEEN = '\u0001';

/**
 * A text such that plain comparison puts numbers by their value and leaves case and diacritics aside: `ISO 9` before `iso 37122`.
 *
 * A run of digits is led by a character that tells its length.
 */
export const naturalKey = (text: string): string =>
  fold(text).replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(0x30 + Math.min(number.length, 9)) + number;
  });

/** The texts of lists that standards of a compact file share are made once. */
class ListKeys {
  readonly #known = new Map<readonly string[], string>();
  readonly #label: (value: string) => string;

  constructor(label: (value: string) => string) {
    this.#label = label;
  }

  of(list: readonly string[]): string {
    const known = this.#known.get(list) ?? list.map((value) => naturalKey(this.#label(value))).join(BETWEEN);
    this.#known.set(list, known);
    return known;
  }
}

const isList = (value: ColumnValue): value is readonly string[] => typeof value === 'object';

/** What a value of a column is compared by; undefined where there is none. */
function comparable(catalogue: Catalogue, column: Column): (value: ColumnValue) => string | number | undefined {
  const own = OWN_ORDER.get(column);
  const lists = new ListKeys((value) => valueLabel(catalogue, column, value));
  return (value) => {
    if (isList(value)) return value.length === 0 ? undefined : lists.of(value);
    if (typeof value !== 'string') return value;
    if (own) return own.includes(value) ? own.indexOf(value) : undefined;
    if (value === '') return undefined;
    // A date that is more precise than another with the same beginning is the longer text
    return column === 'first' || column === 'latest' ? value : naturalKey(value);
  };
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

function ranksOf(keys: readonly (string | number | undefined)[]): Ranks {
  const places = new Map<string | number, number>();
  for (const key of keys) if (key !== undefined) places.set(key, 0);
  [...places.keys()].sort(compare).forEach((key, at) => places.set(key, at + 1));
  return Uint32Array.from(keys, (key) => (key === undefined ? 0 : (places.get(key) ?? 0)));
}

const memo = new WeakMap<Catalogue, Map<Column, Ranks>>();
const byOverlaps = new WeakMap<OverlapCounts, WeakMap<Catalogue, Ranks>>();

function overlapRanks(catalogue: Catalogue, overlaps: OverlapCounts): Ranks {
  const known = byOverlaps.get(overlaps) ?? new WeakMap<Catalogue, Ranks>();
  byOverlaps.set(overlaps, known);
  const ranks = known.get(catalogue) ?? Uint32Array.from(catalogue.standards, ({ id }) => (overlaps.get(id) ?? 0) + 1);
  known.set(catalogue, ranks);
  return ranks;
}

const byChange = new WeakMap<Changes, Ranks>();

function changeRanks(changes: Changes): Ranks {
  const ranks = byChange.get(changes) ?? Uint32Array.from(changes.standards, ({ change }) => CHANGE_CLASSES.indexOf(change) + 1);
  byChange.set(changes, ranks);
  return ranks;
}

/** What columns say that is not in the catalogue. */
export interface Known {
  /** Absent while they are looked for. */
  readonly overlaps?: OverlapCounts | undefined;
  /** Absent where nobody asks. */
  readonly changes?: Changes | undefined;
}

/** Columns that a past day changes. */
const DATED: ReadonlySet<Column> = new Set<Column>(['status', 'first', 'latest', 'editions', 'relations']);

/** Made once for a column of a catalogue. */
function ranksBy(given: Catalogue, column: Column, { overlaps, changes }: Known): Ranks | undefined {
  const catalogue = DATED.has(column) ? given : latestOf(given);
  if (column === 'change') return changes && changeRanks(changes);
  if (column === 'overlaps') return overlaps && overlapRanks(catalogue, overlaps);
  const columns = memo.get(catalogue) ?? new Map<Column, Ranks>();
  memo.set(catalogue, columns);
  const keyOf = comparable(catalogue, column);
  const ranks = columns.get(column) ?? ranksOf(catalogue.standards.map((standard) => keyOf(columnValue(catalogue, standard, column))));
  columns.set(column, ranks);
  return ranks;
}

/** Counting sort: stable, so that sorting by the last key first leaves ties in the order of the keys before. */
function sorted(places: Uint32Array, ranks: Ranks, descending: boolean): Uint32Array {
  const most = places.reduce((top, place) => Math.max(top, ranks[place] ?? 0), 0);
  // No value goes last in either direction
  const bucket = (place: number): number => {
    const rank = ranks[place] ?? 0;
    return rank === 0 ? most : descending ? most - rank : rank - 1;
  };
  const starts = new Uint32Array(most + 2);
  for (const place of places) {
    const next = bucket(place) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const order = new Uint32Array(places.length);
  for (const place of places) {
    const at = bucket(place);
    const to = starts[at] ?? 0;
    order[to] = place;
    starts[at] = to + 1;
  }
  return order;
}

/**
 * Standards in the order of some columns: the first decides, each further one breaks the ties of those before it, and what is still alike
 * stays as it was given.
 *
 * Text goes by letters and numbers by value, whatever their case and diacritics; roles, levels, kinds, extents and statuses in the order of
 * the model; lists by the names of their entries. Whatever has no value goes last, also when the column is turned round.
 *
 * @param places of the standards in the dataset, n
 * @param known where overlaps or changes are absent, their column decides nothing
 * @returns places in their order, n; the same list when there is nothing to sort by
 */
export function tableOrder(catalogue: Catalogue, places: Uint32Array, sort: readonly SortKey[], known: Known = {}): Uint32Array {
  return sort.reduceRight((order, { column, descending }) => {
    const ranks = ranksBy(catalogue, column, known);
    return ranks ? sorted(order, ranks, descending) : order;
  }, places);
}
