import type { DifferenceKind, FieldDifference, RecordKind, Said, SaidValue } from '../analysis/difference.js';
import type { Line, Run } from './page.js';

/** What the classes of changes are called, in the plural, and in one word what each entry has gone through. */
export const CHANGE_WORDS: Readonly<Record<DifferenceKind, { readonly title: string; readonly says: string }>> = {
  new: { title: 'New standards', says: 'Standards that the earlier edition does not have.' },
  revised: { title: 'Revised', says: 'A new text, or another status, date or title of a text.' },
  withdrawn: {
    title: 'Withdrawn, superseded or gone',
    says: 'Standards that have ended, and standards that the later edition does not have.',
  },
  reinstated: { title: 'No longer withdrawn', says: 'Standards that had ended and are said to be valid or in preparation.' },
  reclassified: { title: 'Reclassified', says: 'Other topics, role, level, kind, tier or committees.' },
  retitled: { title: 'Retitled', says: 'Another official title.' },
  renamed: { title: 'Renumbered', says: 'Another designation, told by a name that both editions give.' },
  coordinated: { title: 'Newly coordinated', says: 'Joined by declared relations now, and not before.' },
  separated: { title: 'No longer coordinated', says: 'Joined by declared relations before, and not now.' },
  overlapping: { title: 'New overlap candidates', says: 'Pairs that people should look at. A candidate is not a duplication.' },
  'overlap-gone': { title: 'Overlap candidates no longer', says: 'Pairs that have left the list, and why.' },
  'overlap-band': { title: 'Overlap candidates in another band', says: 'Pairs whose evidence is stronger or weaker than before.' },
  conflict: { title: 'New conflicts', says: 'Facts on which sources disagree; the map uses the first value.' },
  resolved: { title: 'Conflicts resolved', says: 'Facts on which sources no longer disagree.' },
  edited: { title: 'Other facts', says: 'Links, other names, relations, publishers, sources and the like.' },
  'record-new': { title: 'Other records: new', says: 'Sources, committees, findings, submissions and other records beside the standards.' },
  'record-changed': { title: 'Other records: changed', says: 'Among them sources that are fresher than before.' },
  'record-gone': { title: 'Other records: gone', says: 'Records that the later edition does not have.' },
};

/** What a record is called. */
export const RECORD_WORDS: Readonly<Record<RecordKind, string>> = {
  submission: 'Submission',
  finding: 'Finding',
  source: 'Source',
  sdo: 'SDO',
  committee: 'Committee',
  topic: 'Topic',
  activity: 'Meeting',
  fact: 'Fact',
  expectation: 'Expectation',
  claim: 'Claimed gap',
  'goal-framework': 'List of goals',
  goal: 'Goal',
  'goal-topic': 'Goal of a topic',
  story: 'Story',
  dataset: 'The map itself',
};

/** Longest value of a field that is printed whole, UTF-16 units; JSON has all of it. */
const LONGEST = 400;
/** Most entries of a list that are printed; JSON has all of them. */
const MOST_ENTRIES = 24;

const short = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}… (${String(text.length)} characters)`;

const isList = (value: SaidValue | undefined): value is readonly string[] => typeof value === 'object';

/** The entries that one list has and another has not, as often as it has not. */
function beyond(list: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

const entriesOf = (list: readonly string[], look: 'come' | 'gone'): readonly Run[] => {
  const shown = list.slice(0, MOST_ENTRIES).map((text) => ({ text: short(text), look }));
  const more = list.length - shown.length;
  return [...shown.flatMap((run, at) => (at === 0 ? [run] : ['; ', run])), ...(more > 0 ? [` and ${String(more)} more`] : [])];
};

const asList = (value: SaidValue | undefined): readonly string[] => (value === undefined ? [] : isList(value) ? value : [value]);

/** A list before and now: what has gone and what has come, or both as they are where only the order is another. */
function listLine(before: readonly string[], after: readonly string[]): Line {
  const [gone, come] = [beyond(before, after), beyond(after, before)];
  if (gone.length + come.length === 0) return [short(before.join(', ')), ' → ', short(after.join(', '))];
  return [...entriesOf(gone, 'gone'), ...(gone.length > 0 && come.length > 0 ? ['; '] : []), ...entriesOf(come, 'come')];
}

const nameOf = ({ field, of }: FieldDifference): string => (of === undefined ? field : `${of} ${field.replace(/^editions\.?/, '')}`.trim());

/** One field that says something else, in one line: `status: in-force → withdrawn`. */
export function fieldLine(change: FieldDifference): Line {
  const { before, after, field, of } = change;
  if (field === 'editions' && of !== undefined) {
    const [text, look] = after === undefined ? [before, 'gone' as const] : [after, 'come' as const];
    return ['text: ', { text: short(asList(text).join('; ')), look }];
  }
  const name: Run = { text: `${nameOf(change)}: `, look: 'muted' };
  if (isList(before) || isList(after)) return [name, ...listLine(asList(before), asList(after))];
  if (before === undefined) return [name, { text: short(after ?? ''), look: 'come' }];
  if (after === undefined) return [name, { text: short(before), look: 'gone' }];
  return [name, short(before), ' → ', short(after)];
}

/** One value of what has come or gone whole: `status: in-force`. */
export function valueLine({ field, before, after }: FieldDifference): Line {
  const value = after ?? before;
  const list = asList(value);
  const shown = list.slice(0, MOST_ENTRIES).map(short).join('; ');
  return [
    { text: `${field}: `, look: 'muted' },
    list.length > MOST_ENTRIES ? `${shown} and ${String(list.length - MOST_ENTRIES)} more` : shown,
  ];
}

/** Who said it, in one line: `ISO/TC 268, contact person, 2026-10-01, N 1234 – because …`. */
export function saidLine({ body, by, date, liaison, reason }: Said): Line {
  const parts = [body, by, date, ...(liaison === undefined ? [] : [liaison])];
  return [parts.join(', '), ...(reason === undefined ? [] : [` – ${reason}`])];
}
