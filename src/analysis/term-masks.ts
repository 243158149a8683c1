import type { Catalogue } from '../model/catalogue.js';
import { DATED_TERMS } from './dated-terms.js';
import { latestOf, presentIn } from './day.js';
import { Recent } from './recent.js';
import { formatTerm, yearRange } from './terms.js';
import type { Field, FieldTerm, Filter, Term, TextTerm } from './terms.js';
import { markValues, valuesBy } from './listing.js';
import { isOwnField } from './values.js';

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
}

/** How the terms are marked that look beyond the fields of a record; the memory of masks is one, so all of them must mark alike. */
export interface Marking {
  /** Free words and phrases. */
  readonly text: (catalogue: Catalogue, term: TextTerm, mask: Mask) => void;
  /** The free words together. */
  readonly words: (catalogue: Catalogue, words: readonly TextTerm[], termMask: Masks['termMask']) => Mask;
  /** Fields that filters seldom have, or that more than a record tells. */
  readonly rare: (catalogue: Catalogue, term: FieldTerm, mask: Mask) => void;
  /** The values of the dataset that a value of a filter names. */
  readonly resolve: (catalogue: Catalogue, field: Field, value: string) => readonly string[];
}

/** The masks of filters, by one way of marking. */
export interface Masks {
  readonly resolve: Marking['resolve'];
  /** The standards that satisfy one term. */
  readonly termMask: (given: Catalogue, term: Term) => Mask;
  /** A mask for every term of a filter; the free words share one. */
  readonly masksOf: (catalogue: Catalogue, filter: Filter) => readonly MaskedTerm[];
  /** One byte a standard: 1 when it satisfies every term of a filter. */
  readonly passing: (catalogue: Catalogue, filter: Filter) => Uint8Array;
}

const memo = new WeakMap<Catalogue, Index>();

function indexOf(catalogue: Catalogue): Index {
  const index = memo.get(catalogue) ?? { masks: new Recent(KEPT) };
  memo.set(catalogue, index);
  return index;
}

/** Year of the newest text of each standard, 0 where none is dated; n. */
export function yearsOf(catalogue: Catalogue): Int16Array {
  const index = indexOf(catalogue);
  index.years ??= Int16Array.from(catalogue.standards, (standard) => Number(catalogue.latestDate(standard)?.slice(0, 4) ?? 0));
  return index.years;
}

function markYears(catalogue: Catalogue, values: readonly string[], mask: Mask): void {
  const ranges = values.flatMap((value) => {
    const range = yearRange(value);
    return range ? [range] : [];
  });
  yearsOf(catalogue).forEach((year, number) => {
    if (year > 0 && ranges.some(([first, last]) => first <= year && year <= last)) mask[number] = 1;
  });
}

function markField(catalogue: Catalogue, term: FieldTerm, mask: Mask, marking: Marking): void {
  if (term.field === 'year') markYears(catalogue, term.values, mask);
  else if (isOwnField(term.field))
    markValues(
      valuesBy(catalogue, term.field),
      new Set(term.values.flatMap((value) => marking.resolve(catalogue, term.field, value))),
      mask,
    );
  else marking.rare(catalogue, term, mask);
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
  return { resolve: marking.resolve, termMask, masksOf, passing };
}

/** One byte a standard: 1 when it was there on the day of the catalogue, and is 1 in every mask. */
export function together(catalogue: Catalogue, masks: readonly Mask[]): Uint8Array {
  const passes = presentIn(catalogue)?.slice() ?? new Uint8Array(catalogue.standards.length).fill(1);
  for (const mask of masks)
    for (let number = 0; number < passes.length; number++) passes[number] = (passes[number] ?? 0) & (mask[number] ?? 0);
  return passes;
}
