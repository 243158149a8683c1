import type { Refusal, RefusalCode } from '../intake/refusal.js';

/** Why nothing of a file is taken, behind the name of the file and a colon. `got` and `expected` are those of the refusal. */
const WORDS: Readonly<Record<RefusalCode, (got: string, expected: string) => string>> = {
  empty: () => 'is empty.',
  'too-large': (got, expected) =>
    `has ${megabytes(got)}, expected at most ${megabytes(expected)}: 132,126 standards are 94 MB as JSON and 12 MB compact. Take a part of it, or the compact form.`,
  'too-large-unpacked': (_, expected) =>
    `holds more than ${megabytes(expected)} once it is unpacked: 132,126 standards are 94 MB. Take a part of it, or the compact form.`,
  'too-many-rows': (got, expected) => `has ${got} rows or more, expected at most ${expected}. Take it in parts.`,
  'too-many-columns': (got, expected) => `has ${got} columns or more, expected at most ${expected}. Is it separated by something else?`,
  'too-many-cells': (got, expected) => `has ${got} cells or more, expected at most ${expected}. Take it in parts.`,
  'too-long-cell': (got, expected) => `row ${got} has a cell of more than ${expected} characters. Is a quote left open there?`,
  'too-many-sheets': (got, expected) => `has ${got} sheets, expected at most ${expected}.`,
  unreadable: (got) => `changed or could not be read while it was read${got === '' ? '' : ` (${got})`}. Try again.`,
  protected: () => 'is behind a password. Save it without one.',
  xls: () => 'is an old spreadsheet (.xls). Save it as .xlsx or .csv.',
  xlsb: () => 'is a binary spreadsheet (.xlsb). Save it as .xlsx or .csv.',
  ods: () => 'is an OpenDocument spreadsheet (.ods). Save it as .xlsx or .csv.',
  numbers: () => 'is a spreadsheet of Numbers. Export it as .xlsx or .csv.',
  office: () => 'is a text document. Expected a table or a dataset.',
  archive: () => 'is an archive. Unpack it first.',
  pdf: () => 'is a PDF. Expected a table or a dataset.',
  image: () => 'is a picture. Expected a table or a dataset.',
  html: () => 'is a web page, perhaps the message of a server. Expected a table or a dataset.',
  xml: () => 'is XML. Expected a table or a dataset.',
  binary: () => 'is neither text nor a spreadsheet. Expected a table or a dataset.',
  'damaged-gzip': () => 'is damaged or cut off: it cannot be unpacked. Fetch it again.',
  'damaged-zip': () => 'is damaged or cut off: it cannot be unpacked. Fetch it again.',
  'damaged-workbook': () => 'is a damaged workbook. Open it in a spreadsheet program and save it anew.',
  'no-gzip': () => 'is gzipped, which this system cannot unpack. Unpack it first.',
  'open-quote': (got) => `row ${got} opens a quote that is never closed. Close it, or double the quotes in a text.`,
  encoding: () => 'is not in the encoding that was chosen.',
  'no-rows': () => 'has no rows.',
  'header-only': () => 'has column names and no rows.',
  'not-a-dataset': (got) => `has ${got} issues.`,
  findings: () => 'is a patch with findings, which the element merges. Expected a dataset.',
};

const megabytes = (bytes: string): string => `${Math.ceil(Number(bytes) / 1e6).toLocaleString('en')} MB`;

/** Why nothing of a file is taken, as a sentence behind its name. */
export const refusalText = ({ code, got, expected }: Refusal): string => WORDS[code](got, expected);
