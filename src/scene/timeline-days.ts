import type { PartialDate } from '../model/dataset.js';

/** Days since 1 January 1970; whole. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** The day of a date of the calendar, months from 1; days and months beyond theirs run on. */
export const dayOf = (year: number, month = 1, day = 1): Day => {
  // Date.UTC takes years below 100 for those of the last century
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / MS_PER_DAY);
};

/** The year that a day lies in. */
export const yearOf = (day: Day): number => new Date(day * MS_PER_DAY).getUTCFullYear();

const spans = new Map<PartialDate, readonly [Day, Day]>();
/** Dates that are remembered: more than a catalogue has. */
const MOST_SPANS = 50_000;

/** The first and the last day that a date can mean, both included: `2019-02` → 1 and 28 February 2019. */
export function spanOf(date: PartialDate): readonly [first: Day, last: Day] {
  const known = spans.get(date);
  if (known) return known;
  const span = measured(date);
  if (spans.size >= MOST_SPANS) spans.clear();
  spans.set(date, span);
  return span;
}

function measured(date: PartialDate): readonly [Day, Day] {
  const [year = 0, month, day] = date.split('-').map(Number);
  if (month === undefined) return [dayOf(year), dayOf(year + 1) - 1];
  if (day === undefined) return [dayOf(year, month), dayOf(year, month + 1) - 1];
  return [dayOf(year, month, day), dayOf(year, month, day)];
}

/** A day as a date: `2019-05-23`. */
export const dateOf = (day: Day): PartialDate => new Date(day * MS_PER_DAY).toISOString().slice(0, 10);

/** A line of the axis. */
export interface Tick {
  readonly day: Day;
  /** What is written at it: as precise as the step, `2019`, `2019-05` or `2019-05-23`. */
  readonly date: PartialDate;
  /** Begins a unit of the next larger size: a year among months, a month among days, a decade among years. */
  readonly major: boolean;
}

/** Distances of ticks: so many of a unit. */
const STEPS: readonly (readonly [unit: 'day' | 'month' | 'year', count: number, days: number])[] = [
  ['day', 1, 1],
  ['day', 7, 7],
  ['month', 1, 30.4],
  ['month', 3, 91.3],
  ['year', 1, 365.2],
  ['year', 2, 730.5],
  ['year', 5, 1826],
  ['year', 10, 3652],
  ['year', 20, 7305],
  ['year', 50, 18_262],
  ['year', 100, 36_524],
];

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * The ticks of an axis between two days, as close as `least` CSS px allow.
 *
 * Years are multiples of their step, quarters begin in January, days of a month are 1, 8, 15 and 22.
 *
 * @param pxPerDay CSS px per day; above 0
 * @param least smallest distance of two ticks, CSS px
 * @returns oldest first; none for an empty period
 */
export function ticksOf(from: Day, to: Day, pxPerDay: number, least: number): readonly Tick[] {
  const [unit, count] = STEPS.find(([, , days]) => days * pxPerDay >= least) ?? (['year', 200] as const);
  const ticks: Tick[] = [];
  const [first, last] = [yearOf(from), yearOf(to)];
  if (unit === 'year') {
    const big = count === 2 ? 10 : count * 10 > 100 ? 1000 : count >= 5 ? count * 4 : 10;
    for (let year = Math.ceil(first / count) * count; year <= last; year += count)
      ticks.push({ day: dayOf(year), date: String(year).padStart(4, '0'), major: year % big === 0 });
  } else {
    for (let year = first; year <= last; year++)
      for (let month = 1; month <= 12; month += unit === 'month' ? count : 1)
        for (const day of unit === 'month' ? [1] : daysOf(year, month, count)) {
          const at = dayOf(year, month, day);
          const date = `${String(year).padStart(4, '0')}-${pad(month)}${unit === 'month' ? '' : `-${pad(day)}`}`;
          ticks.push({ day: at, date, major: unit === 'month' ? month === 1 : day === 1 });
        }
  }
  return ticks.filter(({ day }) => day >= from && day <= to);
}

function daysOf(year: number, month: number, count: number): readonly number[] {
  if (count > 1) return [1, 8, 15, 22];
  return Array.from({ length: dayOf(year, month + 1) - dayOf(year, month) }, (_, i) => i + 1);
}
