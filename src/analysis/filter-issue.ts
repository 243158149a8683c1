import { excerpt } from '../model/issue.js';

export const FILTER_ISSUES = [
  'unknown-field',
  'unknown-value',
  'missing-value',
  'bad-year',
  'bad-date',
  'bad-number',
  'bad-ics',
  'bad-depth',
  'bad-path',
  'no-path',
  'open-quote',
  'too-long',
  'too-many-terms',
] as const;
export type FilterIssueCode = (typeof FILTER_ISSUES)[number];

/** What is wrong with a filter, where, and what was probably meant. */
export interface FilterIssue {
  readonly code: FilterIssueCode;
  /** Offset in the text, in UTF-16 units from 0. */
  readonly at: number;
  readonly got: string;
  readonly expected: string;
  /** The valid field or value nearest to what was written, where one is near. */
  readonly nearest?: string;
  /** The whole issue as one English sentence. */
  readonly message: string;
}

/** An issue with its sentence: `filter at 4: got "isso", expected an SDO of this dataset. Nearest: "iso".` */
export function filterIssue(code: FilterIssueCode, at: number, got: string, expected: string, near?: string): FilterIssue {
  const hint = near === undefined ? '' : ` Nearest: "${near}".`;
  const message = `filter at ${String(at)}: got ${got === '' ? 'nothing' : excerpt(got)}, expected ${expected}.${hint}`;
  return { code, at, got, expected, ...(near !== undefined && { nearest: near }), message };
}
