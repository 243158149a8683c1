import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, Standard, StandardId } from '../model/dataset.js';
import { deepFreeze } from '../model/freeze.js';
import { excerpt } from '../model/issue.js';
import { placesIn } from '../model/places.js';
import { isPartialDate } from '../model/value.js';
import { checkDay, isBy, isDraft, knownUntil, statusAt } from './at.js';
import type { ChangeFact, ChangeOptions, Changes, StandardChange } from './change.js';
import { countChanges } from './change-sums.js';
import { endOf, isSurelyAfter, isWithin, publishedDays, textFacts, type Span } from './change-facts.js';
import { Recent } from './recent.js';
import { latestAndDay } from './day.js';

/** Newest first, what has no day before all others; of one day as in the dataset. */
const newestFirst = (a: ChangeFact, b: ChangeFact): number => (b.date ?? '9').localeCompare(a.date ?? '9');

/** What ended a standard, as a fact of the period; undefined where it did not end, or not in it. */
function endFact(catalogue: Catalogue, standard: Standard, span: Span): ChangeFact | undefined {
  const end = endOf(catalogue, standard);
  if (!end) return undefined;
  const until = knownUntil(catalogue, standard);
  // What had ended when its source was read has ended by then
  if (until !== undefined && isBy(until, span.since)) return undefined;
  const { kind, by, date, sources, submissions } = end;
  const fact = { kind, ...(by !== undefined && { designation: by }), sources, submissions };
  if (date !== undefined) return isWithin(date, span) ? { ...fact, date, isSure: isSurelyAfter(date, span.since) } : undefined;
  // A text that came out since then shows that it ended later
  const last = publishedDays(standard).at(-1);
  return { ...fact, isSure: span.at === '' && last !== undefined && isSurelyAfter(last, span.since) };
}

/** Whether the first text of a standard came out in the period; not sure where one of its texts has no day. */
function firstOut({ editions }: Standard, { since }: Span, out: readonly ChangeFact[]): Pick<StandardChange, 'isSure'> | undefined {
  const published = editions.filter((text) => !isDraft(text));
  if (published.some(({ date }) => date !== undefined && isBy(date, since))) return undefined;
  return { isSure: out.every(({ isSure }) => isSure) && published.every(({ date }) => date !== undefined) };
}

/** Why nothing can be said of a standard that shows no change. */
function doubtOf(catalogue: Catalogue, standard: Standard, since: PartialDate): StandardChange['doubt'] {
  const { status } = standard;
  if (status === 'withdrawn' || status === 'superseded') return undefined;
  const until = knownUntil(catalogue, standard);
  if (until !== undefined && isBy(until, since)) return 'old-source';
  return standard.editions.some(({ date }) => date !== undefined) ? undefined : 'no-day';
}

function changeOf(catalogue: Catalogue, standard: Standard, span: Span): StandardChange {
  const { id } = standard;
  const { since, at } = span;
  const end = endFact(catalogue, standard, span);
  const texts = textFacts(catalogue, standard, span);
  const facts = [...(end ? [end] : []), ...texts].sort(newestFirst);
  if (at !== '' && statusAt(standard, at, catalogue) === undefined) return { id, change: 'absent', isSure: true, facts: [] };
  if (end) return { id, change: end.date === undefined ? 'left-undated' : 'left', isSure: end.isSure, facts };
  const published = texts.filter(({ kind }) => kind !== 'draft');
  const first = published.length > 0 ? firstOut(standard, span, published) : undefined;
  if (first) return { id, change: 'came', ...first, facts };
  if (published.length > 0) return { id, change: 'revised', isSure: published.some(({ isSure }) => isSure), facts };
  if (texts.length > 0) return { id, change: 'started', isSure: texts.some(({ isSure }) => isSure), facts };
  const doubt = doubtOf(catalogue, standard, since);
  return doubt ? { id, change: 'unknown', isSure: true, facts, doubt } : { id, change: 'unchanged', isSure: true, facts };
}

function found(catalogue: Catalogue, span: Span): Changes {
  const standards = catalogue.standards.map((standard) => changeOf(catalogue, standard, span));
  const counts = countChanges(standards);
  const places = placesIn(catalogue);
  return deepFreeze({ ...span, standards, counts, of: (id: StandardId) => standards[places.get(id) ?? -1] });
}

/** Periods kept per catalogue: a slider that goes back and forth costs nothing. */
const KEPT = 8;
const memo = new WeakMap<Catalogue, Recent<Changes>>();

/**
 * What became of every standard after the end of a day, month or year: what came, was revised, started, left.
 *
 * A date that is only a month or a year counts from its last day, as in `statusAt`; where it may lie before the period all the same, `isSure` is
 * false. What left counts by `Standard.withdrawn`, else by the first text of its successor that is newer than its own; without either the day is
 * not known, and is not guessed. Drafts without a date start nothing. A standard whose sources were all read before the period is `unknown`,
 * not unchanged.
 *
 * @returns the same frozen answer for the same catalogue and days; where `at` is not after `since`, nothing has changed
 * @throws RangeError when `since` is no date, or `at` neither a date nor empty
 */
export function changes(given: Catalogue, { since, at: asked = '' }: ChangeOptions): Changes {
  if (typeof since !== 'string' || !isPartialDate(since))
    throw new RangeError(`changes: expected since as a date such as 2019, 2019-05 or 2019-05-23, got ${excerpt(since)}`);
  checkDay('changes', asked);
  const [catalogue, at] = latestAndDay(given, asked);
  const answers = memo.get(catalogue) ?? new Recent<Changes>(KEPT);
  memo.set(catalogue, answers);
  return answers.get(`${since}/${at}`, () => found(catalogue, { since, at }));
}
