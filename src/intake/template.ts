import { delimitedText } from './delimited.js';
import { COLUMN_WORDS, INTAKE_FIELDS } from './fields.js';

/** An example row, which says that it is one. The standard does not exist. */
const EXAMPLE: Readonly<Record<(typeof INTAKE_FIELDS)[number], string>> = {
  reference: 'ISO 99999:2030',
  title: 'EXAMPLE ROW, replace or delete it – Indicators for smart cities',
  sdo: 'ISO',
  committee: 'ISO/TC 268',
  deliverable: 'IS',
  status: 'Published',
  date: '2030-05-23',
  scope: 'What it is about in a few sentences: helps to find the topic, and is not kept',
  topics: 'assessment; mobility',
  role: 'assessment-test',
  level: 'strategic',
  kind: 'normative',
  ics: '13.020.20',
  url: 'https://www.iso.org/standard/69050.html',
  aliases: 'ITU-T Y.9999',
  action: 'add',
  withdrawn: '',
  supersedes: 'ISO 99998',
  supersededBy: '',
  sameText: '',
  reason: '',
};

const named = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A CSV with a row of column names that are always understood, and one example row; with a byte order mark, so that spreadsheet programs read it as UTF-8. */
export const templateText = (): string =>
  `\uFEFF${delimitedText([INTAKE_FIELDS.map((field) => (['ics', 'url', 'sdo'].includes(field) ? field.toUpperCase() : named(COLUMN_WORDS[field][0] ?? field))), INTAKE_FIELDS.map((field) => EXAMPLE[field])])}\r\n`;
