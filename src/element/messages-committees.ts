import type { Count } from './messages-count.js';

const some = (count: Count, one: string, many: string): string => `${count.text} ${count.n === 1 ? one : many}`;
const cells = (count: Count): string => some(count, 'cell', 'cells');
const candidates = (count: Count): string => some(count, 'open candidate', 'open candidates');
const works = (count: Count): string => some(count, 'work', 'works');

/** What is said of a liaison; never that there is none, only that this dataset declares none. */
const liaisons = {
  declared: 'a liaison is declared',
  'not-declared': 'no liaison is declared in this dataset',
  'no-list': 'no liaison is declared in this dataset, whose sources list none between their bodies',
} as const;

/** A pair of committees in one sentence. */
export interface PairWords {
  readonly shared: Count;
  readonly common: Count;
  /** Undefined while they are looked for. */
  readonly candidates: Count | undefined;
  readonly liaison: keyof typeof liaisons;
  readonly kin: boolean;
}

/** Texts of the matrix of committees by committees. */
export const committeeMessages = {
  title: 'Committees side by side',
  compare: 'Committees',
  help: 'Arrow keys move from pair to pair, Home and End to the ends of a row, with Control to the corners. Enter opens a pair, Escape closes it. Enter on a heading sorts by it.',
  none: 'No active standard that is shown names a committee.',
  pairName: (row: string, column: string, sentence: string) => `${column}, ${row}: ${sentence}`,
  selfName: (committee: string, count: Count, inCells: Count) => `${committee} itself: ${works(count)} in ${cells(inCells)}`,
  sentence: ({ shared, common, candidates: count, liaison, kin }: PairWords) =>
    [
      `share ${cells(shared)}`,
      ...(common.n > 0 ? [`${works(common)} in common`] : []),
      count ? candidates(count) : 'candidates still being looked for',
      kin && liaison !== 'declared' ? 'and one belongs to the other' : `and ${liaisons[liaison]}`,
    ].join(', '),
  measure: 'Shade and number: cells of domain and capability in which both have active standards',
  diagonal: 'On the diagonal: cells in which the committee works',
  marks: {
    liaison: 'Liaison declared',
    kin: 'One belongs to the other',
    candidates: 'Open overlap candidates between them',
    attention: 'Candidates, and no liaison declared in this dataset',
  },
  scope: (standards: Count, committees: Count) =>
    `Compared: ${some(committees, 'committee', 'committees')} with active works among ${some(standards, 'standard', 'standards')}, each with what names it; what groups below it own is theirs.`,
  left: (count: Count) =>
    `${some(count, 'committee', 'committees')} with fewer works ${count.n === 1 ? 'is' : 'are'} left out; a filter brings them in.`,
  ownerless: (count: Count) => `${some(count, 'active standard names', 'active standards name')} no committee.`,
  lists:
    'Liaisons are known as far as the sources list them: ISO publishes those among the committees of ISO and JTC 1, the other catalogues none.',
  noDomain: 'Standards without a domain stand in no cell, so candidates can lie between committees that share none.',
  orders: { dataset: 'By SDO, then works', candidates: 'Most candidates first' },
  order: 'Order',
  detail: 'Two committees',
  first: 'Pairs to look at first',
  firstRow: (a: string, b: string) => `${a} – ${b}`,
  firstSaid: (count: Count, shared: Count) => `${candidates(count)}, ${some(shared, 'shared cell', 'shared cells')}`,
  firstMeaning: 'Open candidates between them, and no liaison declared in this dataset.',
  moreFirst: (count: Count) => `and ${count.text} more pairs with candidates and no declared liaison`,
  noneFirst: 'No pair has open candidates without a declared liaison.',
  cells: (count: Count) => `Shared cells (${count.text})`,
  cell: (a: string, b: string) => `${a} and ${b} works`,
  noCells: 'They share no cell of domain and capability.',
  candidates: (count: Count) => `Open candidates between them (${count.text})`,
  noCandidates: 'No open candidate lies between them.',
  liaison: 'Liaison',
  declaredBy: (committee: string) => `Named by ${committee}`,
  liaisons,
  kin: 'One of the two belongs to the other.',
  owned: (count: Count) => `Standards of both (${count.text})`,
  relations: (count: Count) => `Declared relations between their standards (${count.text})`,
  more: (count: string) => `and ${count} more`,
} as const;
