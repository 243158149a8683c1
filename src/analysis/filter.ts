import { nearest } from '../model/nearest.js';
import { fold, wordsOf } from './fold.js';
import { endsOf, nearOf, nearValue, pathValue } from './focus.js';
import { scan } from './scan.js';
import type { Scanned, ScannedValue } from './scan.js';
import { CLOSED, countRange, dateRange, FIELDS, filterIssue, formatTerm, isCounted, isDated, yearRange } from './terms.js';
import type { Counted, Dated, Field, FieldTerm, Filter, FilterIssue, Term } from './terms.js';
import { hasWildcard, matchesWord, pieces, valuePattern } from './wildcards.js';

export { formatFilter } from './terms.js';
export { checkFilter } from './values.js';

/** Longest filter that is read, in UTF-16 units: the ids of 1000 selected standards. */
export const MAX_FILTER_LENGTH = 20_000;
/** Most terms that are read. */
export const MAX_FILTER_TERMS = 100;

/** What `parseFilter` answers. With issues, `filter` holds what was understood nevertheless. */
export type ParsedFilter =
  { readonly ok: true; readonly filter: Filter } | { readonly ok: false; readonly filter: Filter; readonly issues: readonly FilterIssue[] };

export const isField = (name: string): name is Field => FIELDS.some((field) => field === name);

/** A value in its canonical form, or the issue with it. */
type Checked = { readonly value: string } | { readonly issue: FilterIssue };

const turned = (value: string): string => value.split('..').reverse().join('..');

/** A range without spaces, with two dots between its ends. */
const tidyRange = (text: string): string => text.replace(/\s+/g, '').replace(/…|\u2013/g, '..');

/** A date or a count, or a range of them. */
function checkRange(field: Dated | Counted, { text, at }: ScannedValue): Checked {
  const range = tidyRange(text).replace(/^(\d+)-(\d+)$/, (found, from: string, to: string) =>
    isCounted(field) ? `${from}..${to}` : found,
  );
  const ends = isCounted(field) ? countRange(range) : dateRange(range);
  if (ends && ends[0] <= ends[1]) return { value: range };
  const [code, expected] = isCounted(field)
    ? (['bad-number', 'a number or range such as 2, 2.., ..3 or 2..4'] as const)
    : (['bad-date', 'a date or range such as 2020, 2020-05, 2020-05.., ..2019 or 2019..2021-06'] as const);
  return { issue: filterIssue(code, at, text, expected, ends && turned(range)) };
}

function checkYear({ text, at }: ScannedValue): Checked {
  const range = text
    .replace(/\s+/g, '')
    .replace(/…/g, '..')
    .replace(/^(\d{4})[-\u2013](\d{4})$/, '$1..$2');
  const years = yearRange(range);
  if (years && years[0] <= years[1]) return { value: range };
  const near = years ? `${String(years[1])}..${String(years[0])}` : undefined;
  return { issue: filterIssue('bad-year', at, text, 'a year or range such as 2020, 2020.., ..2019 or 2019..2021', near) };
}

function checkIcs({ text, at }: ScannedValue): Checked {
  const code = text.replace(/\s+/g, '').replace(/\.$/, '');
  if (/^\d{2}(\.\d{3}(\.\d{2})?)?$/.test(code)) return { value: code };
  return {
    issue: filterIssue('bad-ics', at, text, 'a code of the International Classification for Standards such as 13, 13.020 or 13.020.20'),
  };
}

function checkNear({ text, at }: ScannedValue): Checked {
  const near = nearOf(text);
  if (near && near.id !== '') return { value: nearValue(near) };
  const id = text.slice(0, text.lastIndexOf('~')).trim();
  if (id === '') return { issue: filterIssue('missing-value', at, '', 'a standard before the depth, such as "ISO 37122"~2') };
  return { issue: filterIssue('bad-depth', at, text, 'a depth of 1, 2 or 3 behind ~, such as "ISO 37122"~2', `${id}~3`) };
}

function checkPath({ text, at }: ScannedValue): Checked {
  const ends = endsOf(text.replace(/…/g, '..'));
  if (ends) return { value: pathValue(...ends) };
  return { issue: filterIssue('bad-path', at, text, 'two standards with two dots between, such as "ISO 37122..ITU-T Y.4903"') };
}

function checkClosed(field: Field, known: readonly string[], { text, at }: ScannedValue): Checked {
  const value = fold(text).replace(/[\s_]+/g, '-');
  if (known.includes(value)) return { value };
  if (hasWildcard(value) && known.some((one) => matchesWord(valuePattern(value), pieces(one)))) return { value };
  return { issue: filterIssue('unknown-value', at, text, `a ${field}: ${known.join(', ')}`, nearest(value, known)) };
}

/** A value of a field as a filter keeps it. */
export function checkValue(field: Field, value: ScannedValue): Checked {
  if (value.text === '') return { issue: filterIssue('missing-value', value.at, '', `a value of ${field}`) };
  if (field === 'year') return checkYear(value);
  if (isDated(field) || isCounted(field)) return checkRange(field, value);
  if (field === 'ics') return checkIcs(value);
  if (field === 'near') return checkNear(value);
  if (field === 'path') return checkPath(value);
  const known = CLOSED.get(field);
  if (known) return checkClosed(field, known, value);
  return { value: field === 'sdo' || field === 'topic' ? value.text.toLowerCase() : value.text };
}

/** The values of a field, each once; what is wrong with them goes to `issues`. */
function fieldTerm(field: Field, scanned: Scanned, issues: FilterIssue[]): FieldTerm | undefined {
  const values = new Map<string, string>();
  for (const value of scanned.values) {
    const checked = checkValue(field, value);
    if ('issue' in checked) issues.push(checked.issue);
    else if (!values.has(fold(checked.value))) values.set(fold(checked.value), checked.value);
  }
  return values.size === 0 ? undefined : { field, not: scanned.not, values: [...values.values()] };
}

/** The term of one scanned piece; undefined when it says nothing (`&`, `""`) or nothing valid. */
function termOf(scanned: Scanned, issues: FilterIssue[]): Term | undefined {
  if (scanned.open) issues.push(filterIssue('open-quote', scanned.at, scanned.raw, 'a closing quotation mark'));
  if (scanned.name === undefined) {
    if (wordsOf(scanned.text).length === 0) return undefined;
    return { field: 'text', not: scanned.not, text: scanned.text, phrase: scanned.phrase };
  }
  const name = fold(scanned.name);
  if (isField(name)) return fieldTerm(name, scanned, issues);
  const near = nearest(name, FIELDS);
  const expected = `a field: ${FIELDS.join(', ')}; or the text in quotation marks`;
  // "Smart cities: overview" is a title somebody pasted, not a field without a value.
  if (near === undefined && scanned.values.every((value) => value.text === '')) {
    return { field: 'text', not: scanned.not, text: `${scanned.name}:`, phrase: false };
  }
  issues.push(filterIssue('unknown-field', scanned.at, scanned.name, expected, near));
  return undefined;
}

/**
 * Reads a filter: `sdo:iso,itu-t topic:digital-twin status:in-force -role:security year:2020.. "free words"`.
 *
 * A comma is or, terms side by side are and, a leading minus is not. Quotation marks hold a value with spaces
 * together, or make free words an exact phrase; a doubled mark inside stands for itself. `*` stands for any letters, `?` for one, and a
 * backslash before them for the mark itself. Case does not count.
 * Values of the closed lists are checked here, those of the open ones by `checkFilter`. Never throws.
 */
export function parseFilter(text: string): ParsedFilter {
  const issues: FilterIssue[] = [];
  if (text.length > MAX_FILTER_LENGTH) {
    issues.push(
      filterIssue('too-long', MAX_FILTER_LENGTH, text.slice(MAX_FILTER_LENGTH), `at most ${String(MAX_FILTER_LENGTH)} characters`),
    );
  }
  const terms = new Map<string, Term>();
  for (const scanned of scan(text.slice(0, MAX_FILTER_LENGTH))) {
    if (terms.size === MAX_FILTER_TERMS) {
      issues.push(filterIssue('too-many-terms', scanned.at, scanned.raw, `at most ${String(MAX_FILTER_TERMS)} terms`));
      break;
    }
    const term = termOf(scanned, issues);
    if (term && !terms.has(formatTerm(term))) terms.set(formatTerm(term), term);
  }
  const filter = { terms: [...terms.values()] };
  return issues.length === 0 ? { ok: true, filter } : { ok: false, filter, issues };
}
