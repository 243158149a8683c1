import type { Catalogue } from '../model/catalogue.js';
import { facets, FACET_FIELDS, periodOf } from './facets.js';
import { isField, parseFilter } from './filter.js';
import { compact, fold, wordsOf } from './fold.js';
import { hasGoals, isGoalFramework } from './goals.js';
import { allValuesBy } from './all-listings.js';
import { countBy } from './listing.js';
import { mergeTerms } from './merge.js';
import { passing, termMask, yearsOf } from './masks.js';
import { scan } from './scan.js';
import { search } from './search.js';
import { isCounted, isDated } from './ranges.js';
import { CLOSED, FIELDS, formatValue, type Field, type Filter } from './terms.js';
import { LISTED } from './values.js';

/** What can stand at the caret next. */
export interface Completion {
  readonly kind: 'field' | 'value';
  readonly field: Field;
  /** `sdo`, or a value as a filter writes it. */
  readonly value: string;
  /** Name of a record; else the value itself. */
  readonly label: string;
  /** Full title of an SDO, a committee or a standard. */
  readonly title?: string;
  /** Standards that have the value and satisfy the rest of the filter; absent for fields and for single standards. */
  readonly count?: number;
  /** Half-open range in the text that `text` takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What stands at the caret: the beginning of a word, or of a value of a field. */
interface Caret {
  readonly from: number;
  readonly to: number;
  /** What is written up to the caret, without quotation marks. */
  readonly written: string;
  readonly field?: Field;
  /** The term rules its values out. */
  readonly not?: boolean;
  /** The other values of the term. */
  readonly others: readonly string[];
}

/** Ranges that are offered for a count. */
const COUNTS = ['0', '1', '2..', '5..', '10..'];

const unquoted = (text: string): string => text.replace(/^"|"$/g, '').replaceAll('""', '"');

/** The word or value at a place of the text. */
export function caretIn(text: string, at: number): Caret {
  const piece = scan(text).find((one) => one.bodyAt <= at && at <= one.to);
  if (!piece || piece.phrase) return { from: at, to: at, written: '', others: [] };
  const name = piece.name === undefined ? '' : fold(piece.name);
  if (piece.name === undefined || at <= piece.bodyAt + piece.name.length)
    return {
      from: piece.bodyAt,
      to: piece.name === undefined ? piece.to : piece.bodyAt + piece.name.length + 1,
      written: text.slice(piece.bodyAt, at),
      others: [],
    };
  const value = piece.values.findLast((one) => one.at <= at);
  if (!value || !isField(name)) return { from: at, to: at, written: '', others: [] };
  return {
    from: value.at,
    to: value.to,
    written: unquoted(text.slice(value.at, at)),
    field: name,
    not: piece.not,
    others: piece.values.filter((one) => one !== value).map((one) => one.text),
  };
}

/** How well a name answers to what is written: 0 as its beginning, 1 as the beginning of a word in it; undefined not at all. */
function answer(names: readonly string[], written: string): number | undefined {
  if (written === '') return 0;
  const wanted = compact(written);
  if (names.some((name) => fold(name).startsWith(fold(written)) || (wanted !== '' && compact(name).startsWith(wanted)))) return 0;
  const words = wordsOf(written);
  const isIn = (name: string): boolean => {
    const own = wordsOf(name);
    return words.every((word) => own.some((one) => one.startsWith(word)));
  };
  return words.length > 0 && names.some(isIn) ? 1 : undefined;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly title?: string;
  readonly count?: number;
}

const isFacet = (field: Field): field is (typeof FACET_FIELDS)[number] => FACET_FIELDS.some((one) => one === field);
const isListed = (field: Field): field is (typeof LISTED)[number] => LISTED.some((one) => one === field);

/** Standards that satisfy the rest and have one value, counted; for fields whose values are ranges. */
function ranges(catalogue: Catalogue, field: Field, rest: Filter): Option[] {
  const passes = passing(catalogue, rest);
  const values = isCounted(field)
    ? COUNTS
    : [
        ...new Set(
          Array.from(yearsOf(catalogue))
            .filter((year) => year > 0)
            .map(periodOf),
        ),
      ]
        .sort()
        .reverse();
  return values.map((value) => {
    const mask = termMask(catalogue, { field, not: false, values: [value] });
    return { value, label: value, count: mask.reduce((sum, has, at) => sum + has * (passes[at] ?? 0), 0) };
  });
}

function icsCodes(catalogue: Catalogue, rest: Filter): Option[] {
  const passes = passing(catalogue, rest);
  const counts = new Map<string, number>();
  catalogue.standards.forEach(({ ics = [] }, at) => {
    if (passes[at] === 1) for (const code of ics) counts.set(code, (counts.get(code) ?? 0) + 1);
  });
  return [...counts].map(([value, count]) => ({ value, label: value, count })).sort((a, b) => b.count - a.count);
}

/** The values of a field, by what they bring under the rest of the filter. */
function optionsOf(catalogue: Catalogue, field: Field, written: string, rest: Filter, limit: number): readonly Option[] {
  if (isGoalFramework(field)) return facets(catalogue, rest, [field]).find((facet) => facet.field === field)?.options ?? [];
  if (isFacet(field)) return facets(catalogue, rest).find((facet) => facet.field === field)?.options ?? [];
  if (isDated(field) || isCounted(field)) return ranges(catalogue, field, rest);
  if (field === 'ics') return icsCodes(catalogue, rest);
  if (isListed(field)) {
    const listing = allValuesBy(catalogue, field);
    const counts = countBy(listing, passing(catalogue, rest));
    return listing.values.map((value, at) => ({ value, label: value, count: counts[at] ?? 0 })).sort((a, b) => b.count - a.count);
  }
  const closed = CLOSED.get(field);
  if (closed) return closed.map((value) => ({ value, label: value }));
  // Everything else names standards
  return search(catalogue, written, 2 * limit).flatMap(({ kind, id, title }) =>
    kind === 'standard' ? [{ value: id, label: id, title }] : [],
  );
}

const namesStandards = (field: Field): boolean =>
  !isFacet(field) && !isListed(field) && !isDated(field) && !isCounted(field) && field !== 'ics' && !CLOSED.has(field);

function values(catalogue: Catalogue, caret: Caret & { readonly field: Field }, rest: Filter, limit: number): Completion[] {
  const { field, written, from, to, others } = caret;
  const taken = new Set(others.map(compact));
  const found = optionsOf(catalogue, field, written, rest, limit).flatMap((option) => {
    const fit = namesStandards(field)
      ? 0
      : answer([option.value, option.label, ...(option.title === undefined ? [] : [option.title])], written);
    return fit === undefined || taken.has(compact(option.value)) || option.count === 0 ? [] : [{ option, fit }];
  });
  return found
    .sort((a, b) => a.fit - b.fit)
    .slice(0, limit)
    .map(({ option: { value, label, title, count } }) => ({
      kind: 'value',
      field,
      value,
      label,
      ...(title !== undefined && { title }),
      ...(count !== undefined && { count }),
      from,
      to,
      text: formatValue(value),
    }));
}

/** The filter that what is typed makes of the one in force, without the term at the caret. */
function restOf(text: string, { from, to, field, not }: Caret, inForce: Filter): Filter {
  const piece = scan(text).find((one) => one.bodyAt <= from && to <= one.to);
  const typed = parseFilter(piece ? `${text.slice(0, piece.at)} ${text.slice(piece.to)}` : text).filter;
  const { terms } = mergeTerms(inForce, typed);
  return { terms: terms.filter((term) => term.field === 'text' || term.field !== field || term.not !== not || typed.terms.includes(term)) };
}

/**
 * What can stand at the caret of a search box next: names of fields, or values of the field at the caret with their numbers of standards.
 *
 * @param at of the caret, in UTF-16 units
 * @param inForce the filter that the text adds to
 * @param limit most values; integer ≥ 1
 * @returns fields in their order; values that begin as written first, then by count
 */
export function completions(catalogue: Catalogue, text: string, at: number, inForce: Filter, limit: number): readonly Completion[] {
  const caret = caretIn(text, at);
  const { field, written, from, to } = caret;
  if (field) return values(catalogue, { ...caret, field }, restOf(text, caret, inForce), limit);
  const wanted = fold(written);
  if (wanted === '') return [];
  return FIELDS.filter((one) => one.startsWith(wanted) && (!isGoalFramework(one) || hasGoals(catalogue, one))).map((one) => ({
    kind: 'field',
    field: one,
    value: one,
    label: one,
    from,
    to,
    text: `${one}:`,
  }));
}
