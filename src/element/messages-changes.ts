import type { ChangedClass, ChangeDoubt } from '../analysis/change.js';
import { changeClasses } from './messages-change-classes.js';
import type { Count } from './messages-count.js';

type Words = Readonly<Record<string, string>>;

/** Texts of the lens for changes, in English. Numbers and dates arrive formatted; the day after which changes count as a full day. */
export const changeMessages = {
  title: (since: string, at: string) => (at === '' ? `Changes after ${since}` : `Changes after ${since}, up to ${at}`),
  heading: 'Changes',
  classes: changeClasses,
  /** Classes in which nothing has changed, for columns and groups. */
  others: { unchanged: 'Unchanged', unknown: 'Not known', absent: 'Not there yet' } satisfies Words,
  notes: {
    came: 'The first published text came out after the day.',
    revised: 'It was out before; a newer edition, amendment, corrigendum or supplement came out.',
    started: 'A new draft, of a new standard or of a revision. Drafts without a date start nothing.',
    left: 'Withdrawn or superseded on a day that a source gives, or when its successor came out.',
    'left-undated': 'It is withdrawn or superseded, and no source says since when. It may have ended before.',
  } satisfies Readonly<Record<ChangedClass, string>>,
  facts: {
    edition: 'Published',
    amendment: 'Amendment',
    corrigendum: 'Corrigendum',
    supplement: 'Supplement',
    draft: 'Draft',
    withdrawn: 'Withdrawn',
    superseded: 'Superseded',
  } satisfies Words,
  /** What took the place of a standard. */
  by: (designation: string) => `by ${designation}`,
  noDay: 'day not known',
  unsure: 'may have been before',
  sureToo: 'surely since then, as a text came out later',
  doubts: {
    'old-source': 'Its sources were read before that day: whether it has changed since cannot be known from this dataset.',
    'no-day': 'Nothing of it has a date, so this dataset cannot tell.',
  } satisfies Readonly<Record<ChangeDoubt, string>>,
  unchanged: 'Nothing that this dataset knows of.',
  absent: 'Nothing of it was known on the day that is shown.',
  asOf: (catalogue: string, date: string) => `${catalogue}, as of ${date}`,
  saidBy: (by: string, body: string, date: string, liaison: string | undefined) =>
    `Said by ${by} (${body}), ${date}${liaison === undefined ? '' : `, ${liaison}`}`,
  day: 'After the day',
  sinceWhat: 'Since',
  meeting: (date: string, committee: string) => `the meeting of ${date}, ${committee}`,
  years: (count: number) => (count === 1 ? 'one year back' : count === 2 ? 'two years back' : `${String(count)} years back`),
  own: (date: string) => `a day of your own: ${date}`,
  usual: (what: string) => `No day was chosen, so this counts since ${what}: the last meeting but one.`,
  /** `day`: the past day that is shown, by which there had been no two; empty where the dataset has no two at all. */
  usualYears: (what: string, day: string) =>
    `No day was chosen, and the dataset has no two meetings${day === '' ? '' : ` up to ${day}`}, so this counts since ${what}.`,
  backwards: 'The day that is shown does not lie after the day from which on changes count, so nothing can have changed.',
  none: 'Of the standards shown none is known to have changed.',
  noneOfClass: 'None of the standards shown.',
  /** `sdos`: `ISO: 60, ISO/IEC JTC 1: 6` */
  unknown: ({ n, text }: Count, sdos: string) =>
    n === 1
      ? `Of 1 standard shown it cannot be known (${sdos}): its catalogue was read before that day.`
      : `Of ${text} standards shown it cannot be known (${sdos}): their catalogues were read before that day.`,
  unknownOf: (sdo: string, count: string) => `${sdo}: ${count}`,
  cannotKnow: (count: string) => `cannot be known (${count})`,
  ghosts: ({ n, text }: Count) =>
    n === 1
      ? '1 that has ended is left out by the filter; the graph draws it all the same, and it is listed here.'
      : `${text} that have ended are left out by the filter; the graph draws them all the same, and they are listed here.`,
  beyondFilter: 'outside the filter',
  classFilter: 'Classes that are shown',
  more: (count: string, rest: string) => `Show ${count} more of ${rest}`,
  bySdo: 'By SDO and topic',
  sdoHead: 'SDO',
  topicHead: 'Topic',
  legend: 'Changes',
  legendNote: 'Filled: surely after the day. Hollow: its date leaves that open, or no source gives a day.',
  noChanges: 'None of the standards shown is known to have changed.',
  sinceDate: (date: string) => `after ${date}`,
  cellKey: (since: string) => `In a cell after ${since}: + came, △ revised or started, − left or ended.`,
  column: 'Change',
  off: 'Switch on “Changes” to see what became of it',
  /** In a cell of the matrix: counts of what came, was revised or started, and left. */
  cell: (came: string, revised: string, left: string) =>
    [came === '' ? '' : `${came} came`, revised === '' ? '' : `${revised} revised or started`, left === '' ? '' : `${left} left`]
      .filter((part) => part !== '')
      .join(', '),
} as const;
