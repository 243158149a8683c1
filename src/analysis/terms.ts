import { GOAL_FRAMEWORKS, KINDS, LEVELS, RELATION_TYPES, ROLES, STATUSES, TIERS } from '../model/dataset.js';
import type { Status } from '../model/dataset.js';

export type { FilterIssue, FilterIssueCode } from './filter-issue.js';

/** The fields whose values are listed with their numbers, in the order of every list of fields. */
export const FACETED = ['sdo', 'committee', 'topic', 'role', 'level', 'kind', 'deliverable', 'status', 'tier'] as const;

/** What a filter can ask of a standard, in the order in which a help page lists them. */
export const FIELDS = [
  ...FACETED,
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

/** Longest filter that is read, in UTF-16 units: the ids of 1000 selected standards. */
export const MAX_FILTER_LENGTH = 20_000;
/** Most terms that are read. */
export const MAX_FILTER_TERMS = 100;

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

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A value as it stands behind a colon: in quotation marks when it has spaces, commas or such marks. */
export const formatValue = (value: string): string => (/[\s",]/.test(value) ? quoted(value) : value);

/** A value of a field as it stands behind the colon: the depth of `near` stands behind the quotation marks. */
export function formatFieldValue(field: Field, value: string): string {
  const [, id = value, depth] = (field === 'near' ? /^(.*?)\s*~\s*([123])\s*$/.exec(value) : undefined) ?? [];
  return depth === undefined ? formatValue(id) : `${formatValue(id)}~${depth}`;
}

/** A term as text. */
export function formatTerm(term: Term): string {
  const sign = term.not ? '-' : '';
  if (term.field === 'text') return sign + (term.phrase ? quoted(term.text) : term.text);
  return `${sign}${term.field}:${term.values.map((value) => formatFieldValue(term.field, value)).join(',')}`;
}

/** A filter as text, terms in their order; `parseFilter` reads it back to an equal filter. */
export const formatFilter = (filter: Filter): string => filter.terms.map(formatTerm).join(' ');
