import type { Catalogue } from '../model/catalogue.js';
import { placesIn } from '../model/places.js';
import { endsOf, nearOf } from './focus.js';
import { neighbourhood, pathBetween } from './network.js';
import { allValuesBy } from './all-listings.js';
import { markValues } from './listing.js';
import { resolve } from './resolve.js';
import type { Mask } from './term-masks.js';
import { isListed } from './values.js';
import { countRange, dateRange, daysOf, isCounted, isDated, type Counted, type Dated } from './ranges.js';
import { type FieldTerm } from './terms.js';

interface Index {
  /** First and last day that the date of each standard can be, as yyyymmdd; 0 where none is dated. */
  readonly days: Map<Dated, readonly [first: Int32Array, last: Int32Array]>;
  readonly counts: Map<Counted, Uint32Array>;
}

const memo = new WeakMap<Catalogue, Index>();

function indexOf(catalogue: Catalogue): Index {
  const index = memo.get(catalogue) ?? { days: new Map(), counts: new Map() };
  memo.set(catalogue, index);
  return index;
}

function daysBy(catalogue: Catalogue, field: Dated): readonly [first: Int32Array, last: Int32Array] {
  const { days } = indexOf(catalogue);
  const known = days.get(field);
  if (known) return known;
  const read = catalogue.standards.map((standard) => {
    const date = field === 'first' ? catalogue.firstDate(standard) : catalogue.latestDate(standard);
    return date === undefined ? ([0, 0] as const) : daysOf(date);
  });
  const made = [Int32Array.from(read, ([first]) => first), Int32Array.from(read, ([, last]) => last)] as const;
  days.set(field, made);
  return made;
}

/** A date known to the year only is in a range when all of its year is. */
function markDates(catalogue: Catalogue, field: Dated, values: readonly string[], mask: Mask): void {
  const ranges = values.flatMap((value) => {
    const range = dateRange(value);
    return range ? [range] : [];
  });
  const [firsts, lasts] = daysBy(catalogue, field);
  firsts.forEach((first, number) => {
    if (first > 0 && ranges.some(([from, to]) => from <= first && (lasts[number] ?? 0) <= to)) mask[number] = 1;
  });
}

function countsBy(catalogue: Catalogue, field: Counted): Uint32Array {
  const { counts } = indexOf(catalogue);
  const known =
    counts.get(field) ??
    Uint32Array.from(catalogue.standards, ({ id, editions }) => (field === 'editions' ? editions.length : catalogue.neighbours(id).length));
  counts.set(field, known);
  return known;
}

function markCounts(catalogue: Catalogue, field: Counted, values: readonly string[], mask: Mask): void {
  const ranges = values.flatMap((value) => {
    const range = countRange(value);
    return range ? [range] : [];
  });
  countsBy(catalogue, field).forEach((count, number) => {
    if (ranges.some(([least, most]) => least <= count && count <= most)) mask[number] = 1;
  });
}

function markIcs(catalogue: Catalogue, values: readonly string[], mask: Mask): void {
  const isAsked = (code: string): boolean => values.some((value) => code === value || code.startsWith(`${value}.`));
  // Standards of a compact file share their lists
  const known = new Map<readonly string[], boolean>();
  catalogue.standards.forEach(({ ics }, number) => {
    if (!ics) return;
    const is = known.get(ics) ?? ics.some(isAsked);
    known.set(ics, is);
    if (is) mask[number] = 1;
  });
}

function markNear(catalogue: Catalogue, values: readonly string[], mask: Mask): void {
  for (const value of values) {
    const near = nearOf(value);
    const standard = near && catalogue.find(near.id);
    if (near && standard) for (const number of neighbourhood(catalogue, standard.id, near.depth).keys()) mask[number] = 1;
  }
}

/** The standards of a path, and its ends where nothing joins them. */
function pathOf(catalogue: Catalogue, value: string): readonly string[] {
  const ends = (endsOf(value) ?? []).flatMap((end) => catalogue.find(end)?.id ?? []);
  const [from, to] = ends;
  const path = from === undefined || to === undefined ? undefined : pathBetween(catalogue, from, to);
  return path?.standards ?? ends;
}

/** Marks the standards that satisfy a term of a field that filters seldom have, or that more than a record tells. */
export function markRare(catalogue: Catalogue, { field, values }: FieldTerm, mask: Mask): void {
  const named = (): readonly string[] => values.flatMap((value) => resolve(catalogue, field, value));
  if (isDated(field)) markDates(catalogue, field, values, mask);
  else if (isCounted(field)) markCounts(catalogue, field, values, mask);
  else if (field === 'ics') markIcs(catalogue, values, mask);
  else if (isListed(field)) markValues(allValuesBy(catalogue, field), new Set(named()), mask);
  else if (field === 'near') markNear(catalogue, values, mask);
  else
    for (const id of field === 'id' ? named() : values.flatMap((value) => pathOf(catalogue, value))) {
      const number = placesIn(catalogue).get(id);
      if (number !== undefined) mask[number] = 1;
    }
}
