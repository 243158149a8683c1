import type { Catalogue } from '../model/catalogue.js';
import type { Activity, CommitteeId, PartialDate } from '../model/dataset.js';

/** A day from which on a reader may ask for changes. */
export interface SinceChoice {
  readonly since: PartialDate;
  /** The meeting on that day, or how many years before the edition of the dataset it is. */
  readonly why: { readonly meeting: CommitteeId } | { readonly years: number };
}

/** Years back that are offered. */
const YEARS = [1, 2] as const;
/** Years back where the dataset has no two meetings. */
const USUAL_YEARS = 2;

/** The day so many years before a date; 29 February becomes the 28th. */
function yearsBefore(date: PartialDate, years: number): PartialDate {
  const [year = '', ...rest] = date.split('-');
  const before = [String(Number(year) - years).padStart(4, '0'), ...rest].join('-');
  return before.endsWith('-02-29') ? `${before.slice(0, -2)}28` : before;
}

const newestFirst = (a: Activity, b: Activity): number => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0);

/** The meetings that the dataset knows by a day, the newest first; of several on one day the first. */
function meetings({ dataset }: Catalogue, at: PartialDate): readonly Activity[] {
  const end = at === '' ? dataset.asOf : at;
  const days = new Set<PartialDate>();
  return [...(dataset.activities ?? [])].sort(newestFirst).filter(({ date }) => {
    if (days.has(date) || date > end) return false;
    days.add(date);
    return true;
  });
}

/**
 * The days that are offered: the meetings of coordination activities, newest first, then a year and two years back.
 *
 * @param at the day that the landscape is shown as of; default the edition of the dataset
 */
export function sinceChoices(catalogue: Catalogue, at: PartialDate = ''): readonly SinceChoice[] {
  const end = at === '' ? catalogue.dataset.asOf : at;
  return [
    ...meetings(catalogue, at).map(({ date, committee }): SinceChoice => ({ since: date, why: { meeting: committee } })),
    ...YEARS.map((years): SinceChoice => ({ since: yearsBefore(end, years), why: { years } })),
  ];
}

/**
 * The day that counts where nobody has chosen one: the last meeting but one, so that what the last one had before it is shown with what came of it;
 * without two meetings two years back.
 */
export function usualSince(catalogue: Catalogue, at: PartialDate = ''): SinceChoice {
  const [, lastButOne] = meetings(catalogue, at);
  if (lastButOne) return { since: lastButOne.date, why: { meeting: lastButOne.committee } };
  return { since: yearsBefore(at === '' ? catalogue.dataset.asOf : at, USUAL_YEARS), why: { years: USUAL_YEARS } };
}
