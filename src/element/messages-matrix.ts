import type { Count } from './messages-count.js';
import type { CellState } from '../analysis/cell.js';
import { goalMessages } from './messages-goals.js';

/** What the name of a cell is made of. Names and dates arrive as they are read. */
export interface CellWords {
  readonly row: string;
  readonly column: string;
  /** What can be read in the cell, word for word: who speaks to the page says it so. */
  readonly shown: string;
  readonly works: Count;
  readonly state: string;
  /** Standards outside the filter, and standards without a status. */
  readonly beyond: Count;
  readonly unknown: Count;
  /** Holds a selected standard. */
  readonly isMarked: boolean;
}

const works = ({ n, text }: Count): string => (n === 1 ? `${text} work` : `${text} works`);
const standards = ({ n, text }: Count): string => (n === 1 ? `${text} standard` : `${text} standards`);
const gaps = ({ n, text }: Count): string => (n === 1 ? `${text} gap` : `${text} gaps`);
const outside = ({ n, text }: Count): string => (n === 1 ? `${text} outside the filter` : `${text} outside the filter`);
const pairs = ({ n, text }: Count): string => (n === 1 ? `${text} overlap candidate` : `${text} overlap candidates`);

/** The state of a cell in words; a gap only where a curator expects coverage. */
const states: Readonly<Record<CellState, string>> = {
  'not-applicable': 'not applicable',
  'no-data': 'no data',
  uncovered: 'uncovered in this dataset',
  'being-filled': 'being filled',
  'informative-only': 'informative only',
  ageing: 'ageing',
  'single-source': 'one SDO only',
  covered: 'covered',
  crowded: 'crowded',
};

/** The same in a cell of 52 px. */
const short: Readonly<Record<CellState, string>> = {
  'not-applicable': 'n/a',
  'no-data': 'no data',
  uncovered: 'none',
  'being-filled': 'filling',
  'informative-only': 'info only',
  ageing: 'ageing',
  'single-source': 'one SDO',
  covered: 'covered',
  crowded: 'crowded',
};

/** What a state means, in one sentence. */
const meanings: Readonly<Record<CellState, string>> = {
  'not-applicable': 'A curator has said that these two do not meet.',
  'no-data': 'The catalogues read here do not cover this, or do not say what is in force. It says nothing about standards.',
  uncovered: 'No active work in this dataset.',
  'being-filled': 'Nothing in force yet, something under development.',
  'informative-only': 'Only informative texts and guides, nothing normative or pre-normative.',
  ageing: 'All that is in force is older than five years, and none of it is under revision.',
  'single-source': 'All works come from one SDO.',
  covered: 'Active work, and none of the other states holds.',
  crowded: 'Three or more SDOs work here in effect, and a strong overlap candidate is not settled.',
};

const bands: Readonly<Record<string, string>> = { high: 'high', medium: 'medium', low: 'low' };

/** What each step on the way to a state looked at. */
const reasons = {
  stated: 'a curator says so.',
  notStated: 'no curator says so.',
  noCatalogue: (sdo: string) => `no catalogue read here lists the standards of ${sdo}.`,
  noStatus: (count: Count) => `${standards(count)} of unknown status decide what is in force here.`,
  enoughData: ({ n, text }: Count) =>
    n === 0 ? 'the catalogues cover it.' : `the catalogues cover it; ${text} of unknown status would change nothing.`,
  active: (count: Count, of: Count) => (count.n === 0 ? 'no active standard.' : `${standards(count)} active, ${works(of)}.`),
  inForce: (inForce: Count, coming: Count) => `${inForce.text} in force, ${coming.text} under development, normative or pre-normative.`,
  kinds: (covering: Count, informative: Count) => `${works(covering)} normative or pre-normative, ${standards(informative)} informative.`,
  age: (latest: string | undefined, before: string, revised: Count) =>
    latest === undefined
      ? 'one of those in force has no date.'
      : `the newest in force is of ${latest}, old is before ${before}; ${revised.text} under revision.`,
  sources: (sdos: Count, sdo: string) => (sdos.n === 1 ? `all of it comes from ${sdo}.` : `${sdos.text} SDOs.`),
  concentration: (sdos: Count, least: Count, candidates: Count) =>
    `${sdos.text} SDOs in effect and ${candidates.text} strong overlap candidates not settled; crowded is ${least.text} SDOs or more with one candidate or more.`,
};

/** Texts of the matrix. */
export const matrixMessages = {
  name: (rows: string, columns: string) => `${rows} by ${columns}`,
  help: 'Arrow keys move from cell to cell, Home and End to the ends of a row, with Control to the corners. Enter opens a cell, Escape closes it. Enter on a heading sorts by it.',
  counting: 'Counting…',
  recounting: 'Counting again…',
  none: 'Nothing to count: the dataset has no rows or no columns of this sort.',
  tools: 'Rows, columns and order',
  rows: 'Rows',
  columns: 'Columns',
  swap: 'Swap rows and columns',
  orderRows: 'Order of rows',
  orderColumns: 'Order of columns',
  orders: { dataset: 'Dataset order', works: 'Most works first', gaps: 'Most gaps first' },
  fewestWorks: 'Fewest works first',
  fewestGaps: 'Fewest gaps first',
  byHeading: (heading: string) => `By “${heading}”`,
  sortRows: (heading: string) => `Sort the rows by ${heading}`,
  sortColumns: (heading: string) => `Sort the columns by ${heading}`,
  highlight: 'Highlight gaps',
  axes: {
    domain: 'Domain',
    capability: 'Capability',
    topic: 'Topic',
    role: 'Role',
    sdo: 'SDO',
    ...goalMessages.frameworks,
    committee: 'Committee',
  },
  total: 'Total',
  totalMeaning: 'Works of the whole row or column. A work that belongs to several cells counts once, so the cells can add up to more.',
  works,
  standards,
  gaps,
  pairs,
  outside,
  more: (count: string) => `+${count}`,
  states,
  short,
  meanings,
  filteredOut: 'none within the filter',
  filteredOutMeaning: 'No active work within the filter; outside it there is some.',
  gapWord: 'gap',
  noGap: 'No curator expects coverage here, so this is not called a gap.',
  expectedBeyond:
    'Coverage is expected here. As the filter leaves out standards of this cell, only all standards together can tell whether there is enough.',
  gapMeaning: 'A gap: coverage is expected here, and there is none that would do.',
  hidden: (count: Count) => `${standards(count)} of this cell ${count.n === 1 ? 'is' : 'are'} outside the filter.`,
  cell: ({ row, column, shown, works: count, state, beyond, unknown, isMarked }: CellWords) =>
    [
      `${column}: ${shown}`,
      row,
      works(count),
      ...(shown.endsWith(state) ? [] : [state]),
      ...(beyond.n > 0 ? [outside(beyond)] : []),
      ...(unknown.n > 0 ? [`${unknown.text} without a status`] : []),
      ...(isMarked ? ['holds a selected standard'] : []),
    ].join(', '),
  totalOf: (heading: string, count: Count, gapCount: Count) =>
    [`${heading}: ${works(count)}`, ...(gapCount.n > 0 ? [gaps(gapCount)] : [])].join(', '),
  legend: 'States of the cells, and how many cells have each',
  shades: 'Works in a cell',
  range: (from: string, to: string) => (from === to ? from : `${from}–${to}`),
  scope: (count: Count) => `Counted: ${standards(count)}.`,
  unplaced: (count: Count) => `${standards(count)} ${count.n === 1 ? 'has' : 'have'} no place in it.`,
  filtered: (count: Count) => `The filter leaves out ${standards(count)}; behind a plus sign stands how many of a cell.`,
  asOf: (date: string) => `As of ${date}.`,
  latest: 'As of the latest date of each catalogue.',
  detail: 'Cell of the matrix',
  inForce: 'In force',
  underDevelopment: 'Under development',
  informative: 'Informative or guide',
  unknown: 'Status not stated',
  beyond: 'Outside the filter',
  newest: 'Newest in force',
  why: 'Why: every state asked for in turn',
  decided: (reason: string) => `Here: ${reason}`,
  asked: (state: string) => `${state}?`,
  reasons,
  worksOfStandards: (count: Count, of: Count) => `${works(count)}: ${standards(of)}, coordinated ones counted once.`,
  covering: 'Normative or pre-normative',
  shares: 'Works by SDO',
  effective: ({ n, text }: Count) => `${text} ${n === 1 ? 'SDO' : 'SDOs'} in effect (1 divided by the sum of squared shares)`,
  expectation: 'Expectation',
  expected: 'Coverage is expected',
  notApplicable: 'Not applicable',
  noDataSaid: 'The data say nothing here',
  saidBy: (by: string, date: string) => `${by}, ${date}`,
  standardsHere: (count: Count) => `${count.n === 1 ? 'Standard' : 'Standards'} (${count.text})`,
  noStandards: 'No active standard in this dataset.',
  noneFiltered: 'No active standard within the filter.',
  moreStandards: (count: string) => `and ${count} more; show only these to see all of them`,
  candidates: (count: Count) => `Overlap candidates in this cell (${count.text})`,
  noCandidates: 'No overlap candidate within this cell.',
  candidatesComing: 'Overlap candidates are still being looked for.',
  bands,
  inRow: (heading: string) => `Also in ${heading}`,
  neighbours: 'Nearby cells',
};
