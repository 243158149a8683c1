import type { Catalogue } from '../model/catalogue.js';
import type { Edition, PartialDate, SourceId, Standard, StandardId } from '../model/dataset.js';
import type { Submission, SubmittedStandard } from '../model/submission.js';
import { isBy, isDraft, lastDayOf } from './at.js';
import type { ChangeFact } from './change.js';

/** The first day that a date can mean: `2019` → `2019-01-01`. Days compare as text. */
export function firstDayOf(date: PartialDate): PartialDate {
  const [year = '', month = '01', day = '01'] = date.split('-');
  return `${year}-${month}-${day}`;
}

/** From the end of `since` to the end of `at`; empty: no end. */
export interface Span {
  readonly since: PartialDate;
  readonly at: PartialDate;
}

/** Whether something dated so counts as in the period: from its last possible day, as everywhere. */
export const isWithin = (date: PartialDate, { since, at }: Span): boolean => !isBy(date, since) && (at === '' || isBy(date, at));

/** Whether all that a date can mean lies after the day. */
export const isSurelyAfter = (date: PartialDate, since: PartialDate): boolean => firstDayOf(date) > lastDayOf(since);

/** A submission with what it says of one standard. */
type Saying = readonly [Submission, SubmittedStandard];

const memo = new WeakMap<Catalogue, ReadonlyMap<StandardId, readonly Saying[]>>();
const NONE: readonly never[] = Object.freeze([]);

/** What contact persons said of a standard, oldest first. */
function sayings(catalogue: Catalogue, id: StandardId): readonly Saying[] {
  const known = memo.get(catalogue);
  if (known) return known.get(id) ?? NONE;
  const made = new Map<StandardId, Saying[]>();
  const inOrder = [...(catalogue.dataset.submissions ?? NONE)].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1,
  );
  for (const submission of inOrder) {
    for (const said of submission.standards) made.set(said.id, [...(made.get(said.id) ?? NONE), [submission, said]]);
  }
  memo.set(catalogue, made);
  return made.get(id) ?? NONE;
}

/** The submissions that say the same of a standard. */
const saidBy = (catalogue: Catalogue, id: StandardId, says: (said: SubmittedStandard) => boolean): readonly string[] =>
  sayings(catalogue, id).flatMap(([submission, said]) => (says(said) ? [submission.id] : []));

/** The texts of a standard that came out in the period, drafts too. */
export function textFacts(catalogue: Catalogue, standard: Standard, span: Span): readonly ChangeFact[] {
  return standard.editions.flatMap((text): readonly ChangeFact[] => {
    const { id, date } = text;
    if (date === undefined || !isWithin(date, span)) return [];
    return [
      {
        kind: isDraft(text) ? 'draft' : (text.kind ?? 'edition'),
        designation: id,
        date,
        isSure: isSurelyAfter(date, span.since),
        sources: standard.sources,
        submissions: saidBy(catalogue, standard.id, ({ editions }) => editions?.some((one) => one.id === id && one.date === date) ?? false),
      },
    ];
  });
}

/** The published texts of a standard that have a day, oldest first. */
export const publishedDays = ({ editions }: Standard): readonly PartialDate[] =>
  editions.flatMap((text: Edition) => (isDraft(text) ? [] : (text.date ?? []))).sort();

/** How and when a standard ended. */
export interface End {
  readonly kind: 'withdrawn' | 'superseded';
  /** Absent where nobody says when. */
  readonly date?: PartialDate;
  /** What took its place. */
  readonly by?: StandardId;
  readonly sources: readonly SourceId[];
  readonly submissions: readonly string[];
}

/** What superseded a standard, the first one that came out after its last text; a text that was out before ended nothing on its day. */
function successorOf(catalogue: Catalogue, standard: Standard): Pick<End, 'date' | 'by' | 'sources' | 'submissions'> | undefined {
  const last = publishedDays(standard).at(-1) ?? '';
  const found = catalogue.neighbours(standard.id).flatMap(({ relation, outgoing, standard: successor }) => {
    if (relation.type !== 'supersedes' || outgoing || !successor) return [];
    const date = relation.date ?? publishedDays(successor)[0];
    const says = ({ relations, editions }: SubmittedStandard): boolean =>
      relations?.some(({ type, to }) => type === 'supersedes' && to === standard.id) === true ||
      editions?.some((text) => text.date === date) === true;
    return [
      {
        by: successor.id,
        ...(date !== undefined && date > last && { date }),
        sources: [...new Set([...(relation.source === undefined ? [] : [relation.source]), ...successor.sources])],
        submissions: saidBy(catalogue, successor.id, says),
      },
    ];
  });
  found.sort((a, b) => (a.date ?? '9').localeCompare(b.date ?? '9'));
  return found[0];
}

/** How a standard ended, that is not in force any more; undefined for all others. A day that a source gives goes before that of a successor. */
export function endOf(catalogue: Catalogue, standard: Standard): End | undefined {
  const { id, status, withdrawn, sources } = standard;
  if (status !== 'withdrawn' && status !== 'superseded') return undefined;
  const successor = successorOf(catalogue, standard);
  if (withdrawn !== undefined) {
    const submissions = saidBy(catalogue, id, (said) => said.withdrawn === withdrawn);
    return { kind: status, date: withdrawn, ...(successor && { by: successor.by }), sources, submissions };
  }
  const saysSo = (said: SubmittedStandard): boolean => said.status === status;
  return successor ? { kind: status, ...successor } : { kind: status, sources, submissions: saidBy(catalogue, id, saysSo) };
}
