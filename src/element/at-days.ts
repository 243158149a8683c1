import { lastDayOf } from '../analysis/at.js';
import { firstTextDay } from '../analysis/standing.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate } from '../model/dataset.js';
import { dateOf, dayOf, spanOf, type Day } from '../scene/timeline-days.js';

/** Meetings of one date, as a mark of the slider. */
export interface Meeting {
  /** As the dataset has it: a day, or a month that counts from its last day. */
  readonly date: PartialDate;
  readonly day: Day;
  /** Who met, each once. */
  readonly committees: readonly string[];
}

/** What a slider of days goes over. */
export interface DayScale {
  /** The day of the first dated text; that of the dataset where none is dated. */
  readonly first: Day;
  /** The day of the dataset: the latest. */
  readonly last: Day;
  /** Oldest first, one a date, within the scale. */
  readonly meetings: readonly Meeting[];
}

const memo = new WeakMap<Catalogue, DayScale>();

const lastOf = (date: PartialDate): Day => spanOf(date)[1];

function meetingsOf({ dataset }: Catalogue, first: Day, last: Day): readonly Meeting[] {
  const byDate = new Map<PartialDate, Set<string>>();
  for (const { date, committee } of dataset.activities ?? []) byDate.set(date, (byDate.get(date) ?? new Set()).add(committee));
  return [...byDate]
    .map(([date, committees]) => ({ date, day: lastOf(date), committees: [...committees] }))
    .filter(({ day }) => day >= first && day < last)
    .sort((a, b) => a.day - b.day);
}

/** The scale of a catalogue of the latest; the same object for the same catalogue. */
export function dayScale(catalogue: Catalogue): DayScale {
  const known = memo.get(catalogue);
  if (known) return known;
  const last = lastOf(catalogue.dataset.asOf);
  const text = firstTextDay(catalogue);
  const first = Math.min(last, text === undefined ? last : lastOf(text));
  const scale = { first, last, meetings: meetingsOf(catalogue, first, last) };
  memo.set(catalogue, scale);
  return scale;
}

/** The day of a scale that is meant; empty, and what is not before the last: the last. */
export const placeOf = ({ first, last }: DayScale, at: PartialDate): Day =>
  at === '' ? last : Math.max(first, Math.min(last, lastOf(at)));

/** A day of the scale as a part of the state: empty for the last. */
export const dateAt = ({ first, last }: DayScale, day: Day): PartialDate => (day >= last ? '' : dateOf(Math.max(first, day)));

/** So many months before or after a day: the same day of the month, or its last one. */
export function monthsFrom(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = dateOf(day).split('-').map(Number);
  const start = dayOf(year, month + months);
  const [, last] = spanOf(dateOf(start).slice(0, 'yyyy-mm'.length));
  return Math.min(last, start + date - 1);
}

/** The meeting before or after a day; undefined where there is none. */
export function meetingFrom({ meetings }: DayScale, day: Day, way: -1 | 1): Meeting | undefined {
  return way === 1 ? meetings.find((meeting) => meeting.day > day) : meetings.findLast((meeting) => meeting.day < day);
}

/** The meeting that a day stands for: the one whose date it is, or that counts from it. */
export const meetingAt = ({ meetings }: DayScale, at: PartialDate): Meeting | undefined =>
  at === '' ? undefined : meetings.find(({ date }) => lastDayOf(date) === lastDayOf(at));
