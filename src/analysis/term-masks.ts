import type { Catalogue } from '../model/catalogue.js';
import { placesIn } from '../model/places.js';
import { DATED_TERMS } from './dated-terms.js';
import { latestOf, presentIn } from './day.js';
import { Recent } from './recent.js';
import { countRange, dateRange, daysOf, formatTerm, isCounted, isDated, yearRange } from './terms.js';
import type { Counted, Dated, FieldTerm, Filter, Term, TextTerm } from './terms.js';
import { markValues, valuesBy } from './listing.js';
import { LISTED, resolve } from './values.js';
import type { Listed } from './values.js';

/** One byte a standard, in dataset order: 1 when it satisfies the term. Never written to by readers. */
export type Mask = Uint8Array;

/** A part of a filter that standards satisfy or not: a field term, or all its free words together. */
export interface MaskedTerm {
  readonly field: Term['field'];
  readonly mask: Mask;
}

/** Masks kept per catalogue: enough for every term of a long filter while its last word is typed. */
const KEPT = 200;

interface Index {
  readonly masks: Recent<Mask>;
  years?: Int16Array;
  /** First and last day that the date of each standard can be, as yyyymmdd; 0 where none is dated. */
  readonly days: Map<Dated, readonly [first: Int32Array, last: Int32Array]>;
  readonly counts: Map<Counted, Uint32Array>;
}

/** How the terms are marked that look beyond the fields of a record; the memory of masks is one, so all of them must mark alike. */
export interface Marking {
  /** Free words and phrases. */
  readonly text: (catalogue: Catalogue, term: TextTerm, mask: Mask) => void;
  /** The free words together. */
  readonly words: (catalogue: Catalogue, words: readonly TextTerm[], termMask: Masks['termMask']) => Mask;
  readonly near: (catalogue: Catalogue, values: readonly string[], mask: Mask) => void;
  /** The standards of a path, and its ends where nothing joins them. */
  readonly path: (catalogue: Catalogue, value: string) => readonly string[];
}

/** The masks of filters, by one way of marking. */
export interface Masks {
  /** The standards that satisfy one term. */
  readonly termMask: (given: Catalogue, term: Term) => Mask;
  /** A mask for every term of a filter; the free words share one. */
  readonly masksOf: (catalogue: Catalogue, filter: Filter) => readonly MaskedTerm[];
  /** One byte a standard: 1 when it satisfies every term of a filter. */
  readonly passing: (catalogue: Catalogue, filter: Filter) => Uint8Array;
}

const memo = new WeakMap<Catalogue, Index>();

function indexOf(catalogue: Catalogue): Index {
  const index = memo.get(catalogue) ?? { masks: new Recent(KEPT), days: new Map(), counts: new Map() };
  memo.set(catalogue, index);
  return index;
}

/** Year of the newest text of each standard, 0 where none is dated; n. */
export function yearsOf(catalogue: Catalogue): Int16Array {
  const index = indexOf(catalogue);
  index.years ??= Int16Array.from(catalogue.standards, (standard) => Number(catalogue.latestDate(standard)?.slice(0, 4) ?? 0));
  return index.years;
}

const isListed = (field: FieldTerm['field']): field is Listed => LISTED.some((listed) => listed === field);

function markYears(catalogue: Catalogue, values: readonly string[], mask: Mask): void {
  const ranges = values.flatMap((value) => {
    const range = yearRange(value);
    return range ? [range] : [];
  });
  yearsOf(catalogue).forEach((year, number) => {
    if (year > 0 && ranges.some(([first, last]) => first <= year && year <= last)) mask[number] = 1;
  });
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

function markField(catalogue: Catalogue, term: FieldTerm, mask: Mask, marking: Marking): void {
  if (term.field === 'year') markYears(catalogue, term.values, mask);
  else if (isDated(term.field)) markDates(catalogue, term.field, term.values, mask);
  else if (isCounted(term.field)) markCounts(catalogue, term.field, term.values, mask);
  else if (term.field === 'ics') markIcs(catalogue, term.values, mask);
  else if (term.field === 'near') marking.near(catalogue, term.values, mask);
  else {
    const named = (text: string): readonly string[] =>
      term.field === 'path' ? marking.path(catalogue, text) : resolve(catalogue, term.field, text);
    const values = new Set(term.values.flatMap(named));
    if (isListed(term.field)) markValues(valuesBy(catalogue, term.field), values, mask);
    else
      for (const id of values) {
        const number = placesIn(catalogue).get(id);
        if (number !== undefined) mask[number] = 1;
      }
  }
}

function computeMask(catalogue: Catalogue, term: Term, marking: Marking): Mask {
  const mask = new Uint8Array(catalogue.standards.length);
  if (term.field === 'text') marking.text(catalogue, term, mask);
  else markField(catalogue, term, mask, marking);
  if (term.not)
    mask.forEach((has, number) => {
      mask[number] = 1 - has;
    });
  return mask;
}

const isFreeWord = (term: Term): term is TextTerm => term.field === 'text' && !term.not && !term.phrase;

/** The masks of filters whose terms are marked in one way. */
export function masksBy(marking: Marking): Masks {
  const termMask: Masks['termMask'] = (given, term) => {
    const catalogue = DATED_TERMS.has(term.field) ? given : latestOf(given);
    return indexOf(catalogue).masks.get(formatTerm(term), () => computeMask(catalogue, term, marking));
  };
  const masksOf: Masks['masksOf'] = (catalogue, filter) => {
    const words = filter.terms.filter(isFreeWord);
    const masked: MaskedTerm[] = filter.terms
      .filter((term) => !isFreeWord(term))
      .map((term) => ({ field: term.field, mask: termMask(catalogue, term) }));
    if (words.length > 0) masked.push({ field: 'text', mask: marking.words(catalogue, words, termMask) });
    return masked;
  };
  const passing: Masks['passing'] = (catalogue, filter) =>
    together(
      catalogue,
      masksOf(catalogue, filter).map(({ mask }) => mask),
    );
  return { termMask, masksOf, passing };
}

/** One byte a standard: 1 when it was there on the day of the catalogue, and is 1 in every mask. */
export function together(catalogue: Catalogue, masks: readonly Mask[]): Uint8Array {
  const passes = presentIn(catalogue)?.slice() ?? new Uint8Array(catalogue.standards.length).fill(1);
  for (const mask of masks)
    for (let number = 0; number < passes.length; number++) passes[number] = (passes[number] ?? 0) & (mask[number] ?? 0);
  return passes;
}
