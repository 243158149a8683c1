import type { Catalogue } from '../model/catalogue.js';
import type { Edition, PartialDate, Standard, Status } from '../model/dataset.js';
import { excerpt } from '../model/issue.js';
import { isPartialDate } from '../model/value.js';
import { isBy } from './days.js';

export { isBy, lastDayOf } from './days.js';

/** @throws RangeError when a day that somebody asks about is neither empty nor a date; the caller is named */
export function checkDay(asking: string, at: PartialDate): void {
  if (at !== '' && (typeof at !== 'string' || !isPartialDate(at)))
    throw new RangeError(`${asking}: expected at as a date such as 2019, 2019-05 or 2019-05-23, or '' for the latest, got ${excerpt(at)}`);
}

/** Whether a status means that a text is in force, whether or not its successor is being written. */
export const isInForce = (status: Status | undefined): boolean => status === 'in-force' || status === 'under-revision';

/** In force, under revision or under development: what counts as active. @source analysis.md, active */
export const isActive = (status: Status | undefined): boolean =>
  status === 'in-force' || status === 'under-revision' || status === 'under-development';

/** Whether a text is a draft: by what it is, or because it is not published yet. */
export const isDraft = ({ kind, status }: Edition): boolean => kind === 'draft' || status === 'under-development' || status === 'proposed';

/** The latest day of the sources that a standard's status comes from. */
export function knownUntil(catalogue: Catalogue, standard: Standard): PartialDate | undefined {
  const days = standard.sources.flatMap((id) => catalogue.source(id)?.asOf ?? []);
  return days.sort().at(-1);
}

/** Date of the newest text of a standard that was out by a day (empty: the latest); drafts do not count. */
export function textDate(standard: Standard, at: PartialDate): PartialDate | undefined {
  const days = standard.editions.flatMap((text) => (isDraft(text) ? [] : (text.date ?? [])));
  return days
    .filter((day) => at === '' || isBy(day, at))
    .sort()
    .at(-1);
}

/** When a standard ended: the day of which a source says so, else when the first text came out that supersedes it, where the dataset knows one. */
export function endOf(standard: Standard, catalogue: Catalogue | undefined): PartialDate | undefined {
  if (standard.withdrawn !== undefined || !catalogue) return standard.withdrawn;
  const days = catalogue
    .neighbours(standard.id)
    .filter(({ relation, outgoing }) => relation.type === 'supersedes' && !outgoing)
    .flatMap(({ standard: successor }) => successor?.editions.flatMap((text) => (isDraft(text) ? [] : (text.date ?? []))) ?? []);
  return days.sort().at(0);
}

/** Status after the last text of a standard came out: it ended some day when it has ended since. */
function statusAfterLast(standard: Standard, at: PartialDate, revised: boolean, end: PartialDate | undefined): Status {
  switch (standard.status) {
    case 'in-force':
    case 'under-revision':
      return revised ? 'under-revision' : 'in-force';
    case 'superseded':
    case 'withdrawn':
      if (end === undefined) return 'unknown';
      return isBy(end, at) ? standard.status : 'in-force';
    default:
      return 'unknown';
  }
}

/** `statusAt` on a day before the one that the sources vouch for. @param end as `endOf` tells it */
export function statusBefore(standard: Standard, at: PartialDate, end: PartialDate | undefined): Status | undefined {
  const drafts = standard.editions.filter(isDraft);
  const texts = standard.editions.filter((text) => !isDraft(text));
  const out = texts.filter(({ date }) => date !== undefined && isBy(date, at));
  const revised = drafts.some(({ date }) => date !== undefined && isBy(date, at));
  if (out.length === 0) {
    if (texts.length > 0 && texts.every(({ date }) => date === undefined)) return 'unknown';
    return drafts.filter(({ date }) => date !== undefined && isBy(date, at)).at(-1)?.status;
  }
  if (standard.status === 'unknown') return 'unknown';
  if (out.length < texts.length) return revised ? 'under-revision' : 'in-force';
  return statusAfterLast(standard, at, revised, end);
}

/**
 * Where a standard stood at the end of a day, month or year, from the dates of its texts.
 *
 * Catalogues date publications and nothing else, so this is known: a text was not in force before it came out (a date that is only a
 * month or a year counts from its last day), and a standard was in force between two of its texts. This is not: since when something
 * was under development (drafts count from their date, and undated ones on the day of the catalogue only) and when something was
 * withdrawn (`unknown` from its last text on, save where a source dates the withdrawal, or `catalogue` has a text that supersedes it).
 *
 * @param at empty: the latest, `standard.status`
 * @param catalogue knows successors and the days of the sources, from which on the latest holds; default neither
 * @returns undefined when no text of it was known to exist
 * @throws RangeError when `at` is no date
 */
export function statusAt(standard: Standard, at: PartialDate, catalogue?: Catalogue): Status | undefined {
  if (at === '') return standard.status;
  checkDay('statusAt', at);
  const until = catalogue && knownUntil(catalogue, standard);
  if (until !== undefined && isBy(until, at)) return standard.status;
  return statusBefore(standard, at, endOf(standard, catalogue));
}

/** Whether a standard was in force, under revision or under development, as `statusAt` has it. */
export const isActiveAt = (standard: Standard, at: PartialDate, catalogue?: Catalogue): boolean =>
  isActive(statusAt(standard, at, catalogue));
