import type { Count } from './messages-count.js';

type Words = Readonly<Record<string, string>>;

const plural = ({ n, text }: Count, one: string, more: string): string => `${text} ${n === 1 ? one : more}`;

/** What can be done with selected standards, and how two hang together, in English. Numbers arrive formatted. */
export const selectionMessages = {
  title: 'Selection',
  bar: 'What to do with the selection',
  many: (count: Count) => plural(count, 'standard selected', 'standards selected'),
  outside: (count: Count) => `${plural(count, 'is', 'are')} outside the current filter.`,
  unknown: (count: Count) => `${plural(count, 'selected record is', 'selected records are')} not in this dataset.`,
  only: (n: number) => (n === 1 ? 'Only this' : 'Only these'),
  hide: (n: number) => (n === 1 ? 'Hide this' : 'Hide these'),
  near: 'Nearby',
  nearName: (depth: number, count: Count) =>
    `Show what is within ${String(depth)} ${depth === 1 ? 'step' : 'steps'}: ${plural(count, 'more standard', 'more standards')}`,
  nearHint:
    '1: declared relations. 2: relations of those, and the same committee with a topic in common. 3: one relation more, and committees in liaison.',
  path: 'Path',
  pathName: 'Show the standards on the shortest way between the two',
  compare: 'Compare',
  clear: 'Clear',
  takeOut: (id: string) => `Take ${id} out of the selection`,
  bySdo: 'By SDO',
  byStatus: 'By status',
  list: 'Standards',
  others: 'Also selected',
  more: (more: string) => `and ${more} more`,
  tooLong: (most: string) => `This selection is too large for a filter of ${most} characters. Nothing was changed; select fewer standards.`,
  pathTitle: 'How they hang together',
  noPath: 'No declared relation, committee or liaison of this dataset joins the two, not even by way of others.',
  pathStep: (from: string, verb: string, to: string) => `${from} ${verb} ${to}.`,
  both: (from: string, to: string, committee: string) => `${from} and ${to} both belong to ${committee}.`,
  liaison: (from: string, to: string, committees: string) => `${from} and ${to} belong to committees in liaison: ${committees}.`,
  source: (catalogue: string, date: string) => `${catalogue}, as of ${date}`,
  out: {
    'same-text': 'is the same text as',
    twin: 'is a twin text of',
    adopts: 'adopts',
    transposes: 'transposes',
    incorporates: 'incorporates',
    supersedes: 'supersedes',
    amends: 'amends',
    'part-of': 'is part of',
    references: 'refers to',
    complements: 'complements',
  } satisfies Words,
  in: {
    'same-text': 'is the same text as',
    twin: 'is a twin text of',
    adopts: 'is adopted by',
    transposes: 'is transposed by',
    incorporates: 'is incorporated in',
    supersedes: 'is superseded by',
    amends: 'is amended by',
    'part-of': 'has as a part',
    references: 'is referred to by',
    complements: 'is complemented by',
  } satisfies Words,
} as const;
