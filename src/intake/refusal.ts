/** Why nothing of a file is taken. */
export const REFUSALS = [
  'empty',
  'too-large',
  'too-large-unpacked',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'too-long-cell',
  'too-many-sheets',
  'unreadable',
  'protected',
  'xls',
  'xlsb',
  'ods',
  'numbers',
  'office',
  'archive',
  'pdf',
  'image',
  'html',
  'xml',
  'binary',
  'damaged-gzip',
  'damaged-zip',
  'damaged-workbook',
  'no-gzip',
  'open-quote',
  'encoding',
  'no-rows',
  'header-only',
  'not-a-dataset',
  'findings',
] as const;
export type RefusalCode = (typeof REFUSALS)[number];

/** Nothing of the file is taken: why, and the values that the sentence needs. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** What was found: a size, a row, a name; empty where the code says all. */
  readonly got: string;
  /** What was expected, where it is a number or a name. */
  readonly expected: string;
}

/** A file that cannot be taken. */
export const refuse = (code: RefusalCode, got: string | number = '', expected: string | number = ''): Refusal => ({
  ok: false,
  code,
  got: String(got),
  expected: String(expected),
});
