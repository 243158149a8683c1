import { nearest } from '../model/nearest.js';
import { filterIssue } from './filter-issue.js';
import { fold } from './fold.js';
import { isBare, readTerms, tidyRange, tidyValue, tidyWord, tidyYears, type Unread } from './filter-terms.js';
import type { ScannedValue } from './scan.js';
import { countRange, dateRange, isCounted, isDated } from './ranges.js';
import { CLOSED, FIELDS, MAX_FILTER_LENGTH, MAX_FILTER_TERMS, yearRange } from './terms.js';
import type { Counted, Dated } from './ranges.js';
import type { Field, Filter, FilterIssue } from './terms.js';

export { isField } from './filter-terms.js';
export { formatFilter, MAX_FILTER_LENGTH, MAX_FILTER_TERMS } from './terms.js';
export { checkFilter } from './value-issues.js';

/** What `parseFilter` answers. With issues, `filter` holds what was understood nevertheless. */
export type ParsedFilter =
  { readonly ok: true; readonly filter: Filter } | { readonly ok: false; readonly filter: Filter; readonly issues: readonly FilterIssue[] };

/** A value in its canonical form, or the issue with it. */
type Checked = { readonly value: string } | { readonly issue: FilterIssue };

const turned = (value: string): string => value.split('..').reverse().join('..');

/** A date or a count, or a range of them. */
function rangeIssue(field: Dated | Counted, { text, at }: ScannedValue): FilterIssue {
  const range = tidyRange(field, text);
  const ends = isCounted(field) ? countRange(range) : dateRange(range);
  const [code, expected] = isCounted(field)
    ? (['bad-number', 'a number or range such as 2, 2.., ..3 or 2..4'] as const)
    : (['bad-date', 'a date or range such as 2020, 2020-05, 2020-05.., ..2019 or 2019..2021-06'] as const);
  return filterIssue(code, at, text, expected, ends && turned(range));
}

function yearIssue({ text, at }: ScannedValue): FilterIssue {
  const years = yearRange(tidyYears(text));
  const near = years ? `${String(years[1])}..${String(years[0])}` : undefined;
  return filterIssue('bad-year', at, text, 'a year or range such as 2020, 2020.., ..2019 or 2019..2021', near);
}

function nearIssue({ text, at }: ScannedValue): FilterIssue {
  const id = text.slice(0, text.lastIndexOf('~')).trim();
  if (id === '') return filterIssue('missing-value', at, '', 'a standard before the depth, such as "ISO 37122"~2');
  return filterIssue('bad-depth', at, text, 'a depth of 1, 2 or 3 behind ~, such as "ISO 37122"~2', `${id}~3`);
}

/** What is wrong with a value that a field cannot have. */
function valueIssue(field: Field, value: ScannedValue): FilterIssue {
  const { text, at } = value;
  if (text === '') return filterIssue('missing-value', at, '', `a value of ${field}`);
  if (field === 'year') return yearIssue(value);
  if (isDated(field) || isCounted(field)) return rangeIssue(field, value);
  if (field === 'ics')
    return filterIssue('bad-ics', at, text, 'a code of the International Classification for Standards such as 13, 13.020 or 13.020.20');
  if (field === 'near') return nearIssue(value);
  if (field === 'path') return filterIssue('bad-path', at, text, 'two standards with two dots between, such as "ISO 37122..ITU-T Y.4903"');
  const known = CLOSED.get(field) ?? [];
  return filterIssue('unknown-value', at, text, `a ${field}: ${known.join(', ')}`, nearest(tidyWord(text), known));
}

/** A value of a field as a filter keeps it. */
export function checkValue(field: Field, value: ScannedValue): Checked {
  const tidy = tidyValue(field, value.text);
  return tidy === undefined ? { issue: valueIssue(field, value) } : { value: tidy };
}

/** What is wrong; undefined of a word with a colon that is like no field. */
function issueOf(unread: Unread): FilterIssue | undefined {
  if (unread.code === 'value') return valueIssue(unread.field, unread.value);
  const { at, raw, name = '' } = unread.scanned;
  if (unread.code === 'open-quote') return filterIssue('open-quote', at, raw, 'a closing quotation mark');
  if (unread.code === 'too-many-terms') return filterIssue('too-many-terms', at, raw, `at most ${String(MAX_FILTER_TERMS)} terms`);
  const near = nearest(fold(name), FIELDS);
  if (near === undefined && isBare(unread.scanned)) return undefined;
  const expected = `a field: ${FIELDS.join(', ')}; or the text in quotation marks`;
  return filterIssue('unknown-field', at, name, expected, near);
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
  const filter = readTerms(text, (unread) => {
    const issue = issueOf(unread);
    if (issue) issues.push(issue);
  });
  return issues.length === 0 ? { ok: true, filter } : { ok: false, filter, issues };
}
