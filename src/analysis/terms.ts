import { GOAL_FRAMEWORKS, KINDS, LEVELS, RELATION_TYPES, ROLES, STATUSES, TIERS } from '../model/dataset.js';
import type { Status } from '../model/dataset.js';
import { nearOf } from './focus.js';
import { isPartialDate } from '../model/value.js';

export type { FilterIssue, FilterIssueCode } from './filter-issue.js';

/** What a filter can ask of a standard, in the order in which a help page lists them. */
export const FIELDS = [
  'sdo',
  'committee',
  'topic',
  'role',
  'level',
  'kind',
  'deliverable',
  'status',
  'tier',
  'year',
  'first',
  'latest',
  'editions',
  'relations',
  'ics',
  'id',
  'relation',
  'near',
  'path',
  ...GOAL_FRAMEWORKS,
] as const;
export type Field = (typeof FIELDS)[number];

/** The fields that are dates, and those that are counts: their values are ranges. */
export const DATED = ['first', 'latest'] as const satisfies readonly Field[];
export type Dated = (typeof DATED)[number];
export const COUNTED = ['editions', 'relations'] as const satisfies readonly Field[];
export type Counted = (typeof COUNTED)[number];
export const isDated = (field: string): field is Dated => DATED.some((dated) => dated === field);
export const isCounted = (field: string): field is Counted => COUNTED.some((counted) => counted === field);

/** What `status:active` stands for: work that is in force or on its way. @source ITU-T FG-SSC roadmap 2015, tasks in hand and completed */
export const ACTIVE: readonly Status[] = ['under-development', 'in-force', 'under-revision'];

/** The fields whose values are the same in every dataset, with those values. */
export const CLOSED: ReadonlyMap<Field, readonly string[]> = new Map<Field, readonly string[]>([
  ['role', ROLES],
  ['level', LEVELS],
  ['kind', KINDS],
  ['status', [...STATUSES, 'active']],
  ['tier', TIERS],
  ['relation', RELATION_TYPES],
]);

/** `sdo:iso,itu-t`: the standard has one of the values in the field, or none of them when `not`. */
export interface FieldTerm {
  readonly field: Field;
  readonly not: boolean;
  /**
   * At least one; each once. A year is `2020`, `2020..`, `..2019` or `2019..2021`, dates and counts alike; `near` is `ID` or `ID~2`, `path` is
   * `ID..ID`. Wildcards as written.
   */
  readonly values: readonly string[];
}

/** A free word, or the exact words of a quoted phrase. */
export interface TextTerm {
  readonly field: 'text';
  readonly not: boolean;
  readonly text: string;
  readonly phrase: boolean;
}

/** One condition of a filter. */
export type Term = FieldTerm | TextTerm;

/** Terms that a standard has to satisfy all; none: every standard passes. */
export interface Filter {
  readonly terms: readonly Term[];
}

/** The filter that every standard passes. */
export const EVERYTHING: Filter = Object.freeze({ terms: Object.freeze([]) });

/** First and last year of a year value, both included: `2020..` → `[2020, 9999]`. Undefined when the text is no year or range. */
export function yearRange(value: string): readonly [first: number, last: number] | undefined {
  const single = /^\d{4}$/.exec(value);
  if (single) return [Number(value), Number(value)];
  const range = /^(\d{4})?\.\.(\d{4})?$/.exec(value);
  if (!range || (range[1] === undefined && range[2] === undefined)) return undefined;
  return [Number(range[1] ?? 0), Number(range[2] ?? 9999)];
}

/** A date that may lack its day or month as yyyymmdd: the first day it can be, or the last. */
const dayNumber = (date: string, last: boolean): number => {
  const [year = 0, month = last ? 12 : 1, day = last ? 31 : 1] = date.split('-').map(Number);
  return year * 10_000 + month * 100 + day;
};

/** The days that a date can be, as yyyymmdd: `2019` → `[20190101, 20191231]`; the last day of a month counts as the 31st. */
export const daysOf = (date: string): readonly [first: number, last: number] => [dayNumber(date, false), dayNumber(date, true)];

const split = (value: string): readonly [from: string, to: string] | undefined => {
  const ends = value.split('..');
  const [from = '', to = from] = ends;
  return ends.length > 2 || (from === '' && to === '') ? undefined : [from, to];
};

/** First and last day of a date value, both included, as yyyymmdd: `2020-05..` → `[20200501, 99991231]`. Undefined when the text is no date or range. */
export function dateRange(value: string): readonly [first: number, last: number] | undefined {
  const ends = split(value);
  if (!ends?.every((end) => end === '' || isPartialDate(end))) return undefined;
  const [from, to] = ends;
  return [from === '' ? 0 : dayNumber(from, false), to === '' ? 9999_12_31 : dayNumber(to, true)];
}

/** Least and greatest of a count, both included: `2..` → `[2, Infinity]`. Undefined when the text is no number or range. */
export function countRange(value: string): readonly [least: number, most: number] | undefined {
  const ends = split(value);
  if (!ends?.every((end) => /^\d{0,6}$/.test(end))) return undefined;
  const [from, to] = ends;
  return [Number(from), to === '' ? Infinity : Number(to)];
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A value as it stands behind a colon: in quotation marks when it has spaces, commas or such marks. */
export const formatValue = (value: string): string => (/[\s",]/.test(value) ? quoted(value) : value);

/** A value of a field as it stands behind the colon: the depth of `near` stands behind the quotation marks. */
export function formatFieldValue(field: Field, value: string): string {
  const near = field === 'near' && value.includes('~') ? nearOf(value) : undefined;
  return near ? `${formatValue(near.id)}~${String(near.depth)}` : formatValue(value);
}

/** A term as text. */
export function formatTerm(term: Term): string {
  const sign = term.not ? '-' : '';
  if (term.field === 'text') return sign + (term.phrase ? quoted(term.text) : term.text);
  return `${sign}${term.field}:${term.values.map((value) => formatFieldValue(term.field, value)).join(',')}`;
}

/** A filter as text, terms in their order; `parseFilter` reads it back to an equal filter. */
export const formatFilter = (filter: Filter): string => filter.terms.map(formatTerm).join(' ');
