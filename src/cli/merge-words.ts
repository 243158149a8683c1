import { counted } from '../export/counted.js';
import type { Merged } from '../intake/submission-merge.js';
import type { Refused } from '../intake/submission-outcome.js';
import type { Idle } from '../intake/submission-statement.js';
import type { SourceId } from '../model/dataset.js';
import { excerpt } from '../model/issue.js';

const near = (expected: string): string => (expected === '' ? '' : ` Nearest: ${excerpt(expected)}.`);

const REFUSED: Readonly<Record<Refused['code'], (got: string, expected: string) => string>> = {
  changed: () => 'is on record already and says otherwise. A submission is never changed: send what is new under an id of its own.',
  ambiguous: () => 'comes twice and says different things. Expected an id for each.',
  body: (got, expected) => `body ${excerpt(got)} is neither an SDO nor a committee of the dataset.${near(expected)}`,
  source: (got) => `the dataset has a source ${excerpt(got)} already. Expected another id.`,
};
const GROUPS: Readonly<Record<string, string>> = {
  known: 'is there already and keeps its record',
  sdo: 'belongs to an SDO that nobody has brought',
  parent: 'is said to be part of a committee that nobody has brought, or of itself',
};
const IDLE: Readonly<Record<Idle['code'], (idle: Idle) => string>> = {
  'unknown-standard': ({ expected }) => `there is no such standard, and too little is stated for a new one.${near(expected)}`,
  incomplete: ({ expected }) => `is new and lacks ${expected}.`,
  'unknown-name': ({ field = '', got, expected }) => `${field} ${excerpt(got)} is not known to the dataset.${near(expected)}`,
  replaced: ({ field = '', got, expected }) => `${field} ${excerpt(got)}: the same body has said otherwise since, ${excerpt(expected)}.`,
  cycle: ({ got }) => `${got} would make a standard supersede itself.`,
  group: ({ field = '' }) => `${GROUPS[field] ?? field}.`,
};

/** Whether what has no effect is a fault that somebody can mend, and no word that a later one has replaced. */
export const isFault = ({ code }: Idle): boolean => code !== 'replaced' && code !== 'group';

export const refusedText = ({ submission, code, got, expected }: Refused): string => `${submission}: ${REFUSED[code](got, expected)}`;
export const idleText = (idle: Idle): string => `${idle.submission}: ${idle.about}: ${IDLE[idle.code](idle)}`;

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`${title} (${String(lines.length)})`, ...lines.map((line) => `  ${line}`), ''];
/** A value in full: titles have up to 580 characters. */
const value = (text: string): string => (text === '' ? 'nothing' : JSON.stringify(text));

/** What a merge did, in words, for people. */
export function outcomeText({ dataset, outcome }: Merged): string {
  const names = new Map(dataset.sources.map(({ id, catalogue }) => [id, catalogue]));
  const who = (id: SourceId): string => names.get(id) ?? id;
  const titles = new Map(dataset.standards.map(({ id, title }) => [id, title]));
  const { taken, known, additions, sdos, committees, changes, withdrawals, conflicts, settled, idle, refusals } = outcome;
  const lines = [
    ...titled(
      'New standards',
      additions.map((id) => `${id}: ${titles.get(id) ?? ''}`),
    ),
    ...titled('New SDOs and committees', [...sdos, ...committees]),
    ...titled(
      'Withdrawn',
      withdrawals.map(({ standard, date, source }) => `${standard}${date === undefined ? '' : `, ${date}`} (${who(source)})`),
    ),
    ...titled(
      'Changes',
      changes.map(
        ({ standard, field, before, after, source }) => `${standard}: ${field} from ${value(before)} to ${value(after)} (${who(source)})`,
      ),
    ),
    ...titled(
      'Conflicts',
      conflicts.map(
        (one) =>
          `${one.standard}: ${one.field} is ${value(one.value)} (${who(one.source)}), and ${value(one.otherValue)} by ${who(one.otherSource)}`,
      ),
    ),
    ...titled(
      'Conflicts that are settled',
      settled.map((one) => `${one.standard}: ${one.field}, ${value(one.otherValue)} by ${who(one.otherSource)}`),
    ),
    ...titled('Without effect, on record', idle.map(idleText)),
    ...titled('Refused', refusals.map(refusedText)),
  ];
  const counts = [
    `${counted(taken.length, 'submission')} taken`,
    ...(known.length > 0 ? [`${String(known.length)} on record already`] : []),
    counted(additions.length, 'new standard'),
    counted(changes.length, 'change'),
    counted(withdrawals.length, 'withdrawal'),
    counted(conflicts.length, 'new conflict'),
  ];
  return `${[...lines, counts.join(', ')].join('\n')}\n`;
}
