import { delimitedText } from './delimited.js';
import { COLUMN_WORDS, INTAKE_FIELDS, type IntakeField } from './fields.js';

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

/** What each column says, for those who fill it in. */
const SAYS: Readonly<Record<IntakeField, string>> = {
  reference: 'Designation with its edition; an edition that is new comes beside those on record. Needed in every row.',
  title: 'Official title, English where there is one. Needed for a new standard.',
  sdo: 'Who publishes it; may stay blank where the designation says so.',
  committee: 'Owning committees, the leading one first; several between semicolons.',
  deliverable: 'The form as the SDO calls it.',
  status: 'Where it stands, a word of the list or a stage code such as 60.60.',
  date: 'Day, month or year of the edition: 2019-05-23, 2019-05, 2019.',
  scope: 'What it is about: helps to find the topic of a new standard, and is not kept.',
  topics: 'Topics of the map; several between semicolons. Blank: those of the nearest standards, marked as derived.',
  role: 'What sort of content it is.',
  level: 'Who uses it.',
  kind: 'How binding it is.',
  ics: 'ICS codes; several between semicolons.',
  url: 'The page of the SDO.',
  aliases: 'Dual numbers, co-published and earlier designations; several between semicolons.',
  action: 'What the row is for. Withdraw: it is withdrawn; nothing is ever deleted.',
  withdrawn: 'Day on which it was withdrawn.',
  supersedes: 'Designations of what it takes the place of; several between semicolons.',
  supersededBy: 'Designations of what takes its place; several between semicolons.',
  sameText: 'Designations of what has the same text; several between semicolons.',
  reason: 'Why the catalogue is wrong. A row with a reason is a correction, and holds against later catalogues too.',
};

/** One column of a template. */
export interface TemplateColumn {
  readonly field: IntakeField;
  /** A name that is always understood. */
  readonly heading: string;
  /** What it says, in a sentence. */
  readonly says: string;
  readonly example: string;
}

const named = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The columns of a template, in their order. */
export const TEMPLATE_COLUMNS: readonly TemplateColumn[] = INTAKE_FIELDS.map((field) => ({
  field,
  heading: ['ics', 'url', 'sdo'].includes(field) ? field.toUpperCase() : named(COLUMN_WORDS[field][0] ?? field),
  says: SAYS[field],
  example: EXAMPLE[field],
}));

/** Whether a title is that of a template's example row, which stands for no standard. */
export const isExample = (title: string): boolean => title.startsWith('EXAMPLE ROW');

/** A CSV with a row of column names that are always understood, and one example row; with a byte order mark, so that spreadsheet programs read it as UTF-8. */
export const templateText = (): string =>
  `\uFEFF${delimitedText([TEMPLATE_COLUMNS.map(({ heading }) => heading), TEMPLATE_COLUMNS.map(({ example }) => example)])}\r\n`;
