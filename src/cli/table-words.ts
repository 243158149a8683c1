import { columnsOf, type Mapping } from '../intake/mapping.js';
import type { Grid } from '../intake/grid.js';
import type { RowProblem, RowProblemCode } from '../intake/problem.js';
import { excerpt } from '../model/issue.js';

const near = (expected: string): string => (expected === '' ? '' : ` Nearest: ${excerpt(expected)}.`);

/** What is wrong with a row, behind its place; `got` is quoted already. */
const WORDS: Readonly<Record<RowProblemCode, (got: string, expected: string) => string>> = {
  'no-reference': (got) => `names no standard${got === '""' ? '' : `: the title ${got} is none of the dataset`}. Expected a designation.`,
  'not-a-reference': (got) => `${got} is no designation. Expected one such as ISO 37122:2019 or ITU-T Y.4903.`,
  'several-references': (got, expected) => `${got} names ${expected} works. Expected a row for each.`,
  'no-title': (got) => `${got} is new and has no title. Expected one.`,
  'no-sdo': (got) => `nothing says which SDO publishes ${got}. Expected a column of SDOs, or a designation that begins with one.`,
  'no-topic': (got) =>
    `${got} has no topic, and no standard of the dataset is near it. Write a topic, or give one for such rows with --topic.`,
  'too-long': (got, expected) => `${got} is longer than ${expected} characters.`,
  date: (got) => `${got} is no date. Expected one such as 2019, 2019-05 or 23.05.2019.`,
  'date-order': (got) => `${got} may begin with the day or the month. Write 2019-05-23.`,
  'date-edition': (got, expected) =>
    `${got} does not fit ${expected}, which the row is about. Write the designation with the year of its edition; a withdrawal has a column of its own.`,
  status: (got) => `${got} is no status. Expected in force, under development, superseded, withdrawn or the like.`,
  topic: (got, expected) => `${got} is no topic of the dataset.${near(expected)}`,
  role: (got) =>
    `${got} is no role. Expected vocabulary, requirements, architecture, interface-data, security, assessment-test or process-guidance.`,
  level: (got) => `${got} is no level. Expected strategic, process or technical.`,
  kind: (got) => `${got} is no kind. Expected normative, pre-normative, informative or guide.`,
  ics: (got) => `${got} is no ICS code. Expected one such as 13.020.20.`,
  url: (got) => `${got} is no http or https address.`,
  'cell-error': (got) => `${got} is a formula that failed.`,
  heading: (got) => `${got} is taken for a heading.`,
  repeated: (got, expected) => `${got} is there already, in row ${expected}; the first word on each fact counts.`,
  action: (got) => `${got} is no action. Expected add, change or withdraw.`,
  deleted: (got) => `${got}: nothing is deleted from a map; taken for withdraw.`,
  'not-there': (got, expected) => `${got} is not on the map, so there is nothing to change or withdraw.${near(expected)}`,
  'own-edition': (got) => `${got} is an edition of the standard itself, which needs nothing here: editions follow each other.`,
  relation: (got, expected) => `${got} is no other standard of the dataset or of this table.${near(expected)}`,
  sdo: (got, expected) => `${got} is no SDO of the dataset.${near(expected)} --new-groups takes new ones.`,
  committee: (got, expected) => `${got} is no committee of the dataset.${near(expected)} --new-groups takes new ones.`,
  'new-sdo': (got) => `${got} is new and comes in as an SDO.`,
  'new-committee': (got) => `${got} is new and comes in as a committee.`,
  'sdo-name': (got, expected) => `${got} is no SDO of the dataset; who publishes the standard is told otherwise.${near(expected)}`,
  'no-authority': (got, expected) => `${got} belongs to ${expected}: what differs will stand as a conflict.`,
  'new-of-other': (got, expected) => `${got} is new and belongs to ${expected}.`,
  'nothing-new': (got) => `states nothing new of ${got}.`,
  'add-known': (got) => `${got} is there already: the row changes it.`,
  differs: (got, expected) => `${got} differs: ${expected}.`,
};
const TAKEN: Readonly<Record<RowProblem['severity'], string>> = {
  error: ' The row is left out.',
  warning: ' The row is taken without this cell.',
  note: '',
};

/** A problem with its place: `iso.xlsx, sheet "Standards", row 14, column C "Status": "pubd" is no status. …` */
export function problemText(problem: RowProblem, grid: Grid, mapping: Mapping, file: string): string {
  const { code, severity, row, column, got, expected } = problem;
  const header = column === undefined ? undefined : columnsOf(grid, mapping.headerRow)[column];
  const place = [
    file,
    ...(grid.name === '' ? [] : [`sheet ${excerpt(grid.name)}`]),
    `row ${String(row)}`,
    ...(header ? [`column ${header.letter} ${excerpt(header.name)}`] : []),
  ];
  return `${place.join(', ')}: ${WORDS[code](excerpt(got), expected)}${TAKEN[severity]}`;
}
