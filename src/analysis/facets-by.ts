import type { Catalogue } from '../model/catalogue.js';
import type { GoalFrameworkId } from '../model/dataset.js';
import { countBy, type Listing } from './listing.js';
import { Recent } from './recent.js';
import { together, yearsOf, type MaskedTerm, type Masks } from './term-masks.js';
import { FACETED, formatFilter, yearRange } from './terms.js';
import type { Field, FieldTerm, Filter, Term } from './terms.js';

/** The fields that have a facet, in the order of the panel. */
export const FACET_FIELDS = [...FACETED, 'year'] as const satisfies readonly Field[];
/** Goals have facets too, of those frameworks that somebody asks for. */
export type FacetField = (typeof FACET_FIELDS)[number] | GoalFrameworkId;

/** One value of a facet. */
export interface FacetOption {
  /** The value in a filter; a period of years is `2020..2024`. */
  readonly value: string;
  /** Name of an SDO, id of a committee, label of a topic; else the value itself. */
  readonly label: string;
  /** Full title of an SDO or committee. */
  readonly title?: string;
  /** Standards that have the value and satisfy the rest of the filter, the terms of this facet left out; integer ≥ 0. */
  readonly count: number;
  /** The filter asks for the value. */
  readonly selected: boolean;
  /** The filter rules the value out. */
  readonly excluded: boolean;
}

/** The values of one field that can be switched on next. */
export interface Facet {
  readonly field: FacetField;
  /** By count descending, then label; periods of years newest first. */
  readonly options: readonly FacetOption[];
}

/** Years in one period of the year facet. */
const PERIOD = 5;
/** Everything before this year is one period: older standards are few, and read as one group. */
const FIRST_PERIOD = 2000;

/** The period of a year as a filter value: 2019 → `2015..2019`, 1987 → `..1999`. */
export function periodOf(year: number): string {
  if (year < FIRST_PERIOD) return `..${String(FIRST_PERIOD - 1)}`;
  const first = year - (year % PERIOD);
  return `${String(first)}..${String(first + PERIOD - 1)}`;
}

const isOf = (term: Term, field: Field): term is FieldTerm => term.field === field;

/** What of the dataset the terms of a field name, positive or negative; values that name nothing stay as they are. */
function named(catalogue: Catalogue, filter: Filter, field: FacetField, not: boolean, resolve: Masks['resolve']): ReadonlySet<string> {
  const values = filter.terms.filter((term): term is FieldTerm => isOf(term, field) && term.not === not).flatMap((term) => term.values);
  return new Set(
    values.flatMap((value) => {
      const found = field === 'year' ? [value] : resolve(catalogue, field, value);
      return found.length > 0 ? found : [value];
    }),
  );
}

/** What counts the values of facets. */
export interface FacetWays extends Pick<Masks, 'masksOf' | 'resolve'> {
  readonly listingOf: (catalogue: Catalogue, field: Exclude<FacetField, 'year'>) => Listing;
  /** Absent where goals have no facets. */
  readonly goals?: GoalFacets;
}

/** What is counted beyond what a record tells. */
export interface GoalFacets {
  /** Frameworks that have a facet under a filter. @param goals those that somebody asks for */
  readonly also: (filter: Filter, goals: readonly GoalFrameworkId[]) => readonly GoalFrameworkId[];
  /** What a goal is called; undefined for other values. */
  readonly describe: (catalogue: Catalogue, field: FacetField, value: string) => { readonly label: string } | undefined;
}

/** Standards that pass by period, in the order of their first year. */
function countPeriods(catalogue: Catalogue, passes: Uint8Array): Map<string, number> {
  const byYear = new Map<number, number>();
  yearsOf(catalogue).forEach((year, number) => {
    if (year > 0 && passes[number] === 1) byYear.set(year, (byYear.get(year) ?? 0) + 1);
  });
  const counts = new Map<string, number>();
  for (const [year, count] of byYear) counts.set(periodOf(year), (counts.get(periodOf(year)) ?? 0) + count);
  return counts;
}

function countsOf(catalogue: Catalogue, field: FacetField, passes: Uint8Array, listingOf: FacetWays['listingOf']): Map<string, number> {
  if (field === 'year') return countPeriods(catalogue, passes);
  const listing = listingOf(catalogue, field);
  const counts = countBy(listing, passes);
  return new Map(listing.values.map((value, at) => [value, counts[at] ?? 0]));
}

function describe(catalogue: Catalogue, field: FacetField, value: string): { readonly label: string; readonly title?: string } {
  if (field === 'sdo') {
    const sdo = catalogue.sdo(value);
    return sdo ? { label: sdo.name, title: sdo.title } : { label: value };
  }
  if (field === 'committee') {
    const committee = catalogue.committee(value);
    return committee ? { label: value, title: committee.title } : { label: value };
  }
  if (field === 'topic') return { label: catalogue.topic(value)?.label ?? value };
  return { label: field === 'year' ? value.replace('..', '–') : value };
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const newestFirst = (a: FacetOption, b: FacetOption): number =>
  (yearRange(b.value)?.[1] ?? 0) - (yearRange(a.value)?.[1] ?? 0) || byText(b.value, a.value);
const commonFirst = (a: FacetOption, b: FacetOption): number => b.count - a.count || byText(a.label, b.label) || byText(a.value, b.value);

/** Standards that pass and whose year is in a period that the reader typed, such as `2021` or `2019..`. */
function countPeriod(catalogue: Catalogue, value: string, passes: Uint8Array): number {
  const [first, last] = yearRange(value) ?? [1, 0];
  return yearsOf(catalogue).reduce((sum, year, number) => sum + (year > 0 && first <= year && year <= last ? (passes[number] ?? 0) : 0), 0);
}

interface Counting extends FacetWays {
  readonly catalogue: Catalogue;
  readonly filter: Filter;
  readonly masked: readonly MaskedTerm[];
}

function facet({ catalogue, filter, masked, resolve, listingOf, goals }: Counting, field: FacetField): Facet {
  const passes = together(
    catalogue,
    masked.filter((term) => term.field !== field).map(({ mask }) => mask),
  );
  const counts = countsOf(catalogue, field, passes, listingOf);
  const selected = named(catalogue, filter, field, false, resolve);
  const excluded = named(catalogue, filter, field, true, resolve);
  for (const value of [...selected, ...excluded]) {
    if (!counts.has(value)) counts.set(value, field === 'year' ? countPeriod(catalogue, value, passes) : 0);
  }
  const options = [...counts].map(([value, count]) => ({
    value,
    ...(goals?.describe(catalogue, field, value) ?? describe(catalogue, field, value)),
    count,
    selected: selected.has(value),
    excluded: excluded.has(value),
  }));
  const shown = options.filter((option) => option.count > 0 || option.selected || option.excluded);
  return { field, options: shown.sort(field === 'year' ? newestFirst : commonFirst) };
}

/** Answers kept per catalogue: a page is drawn again and again under one filter. */
const KEPT = 4;
const memo = new WeakMap<Catalogue, Recent<readonly Facet[]>>();

/** What can be switched on next under a filter; the same list for the same filter, frameworks and catalogue, whichever masks answer it. */
export type Facets = (catalogue: Catalogue, filter: Filter, goals?: readonly GoalFrameworkId[]) => readonly Facet[];

/** Facets counted by masks that know the terms of a filter. */
export const facetsBy =
  (ways: FacetWays): Facets =>
  (catalogue, filter, goals = []) => {
    const answers = memo.get(catalogue) ?? new Recent<readonly Facet[]>(KEPT);
    memo.set(catalogue, answers);
    const also = ways.goals?.also(filter, goals) ?? [];
    return answers.get(`${also.join(' ')}\n${formatFilter(filter)}`, () => {
      const counting = { ...ways, catalogue, filter, masked: ways.masksOf(catalogue, filter) };
      return Object.freeze([...FACET_FIELDS, ...also].map((field) => facet(counting, field)));
    });
  };
