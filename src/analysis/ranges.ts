import { isPartialDate } from '../model/value.js';
import type { Field } from './terms.js';

/** The fields that are dates, and those that are counts: their values are ranges. */
export type Dated = Extract<Field, 'first' | 'latest'>;
export type Counted = Extract<Field, 'editions' | 'relations'>;
export const isDated = (field: string): field is Dated => field === 'first' || field === 'latest';
export const isCounted = (field: string): field is Counted => field === 'editions' || field === 'relations';

/** A date that may lack its day or month as yyyymmdd: the first day it can be, or the last. */
const dayNumber = (date: string, last: boolean): number => {
  const [year = 0, month = last ? 12 : 1, day = last ? 31 : 1] = date.split('-').map(Number);
  return year * 10_000 + month * 100 + day;
};

/** The days that a date can be, as yyyymmdd: `2019` → `[20190101, 20191231]`; the last day of a month counts as the 31st. */
export const daysOf = (date: string): readonly [first: number, last: number] => [dayNumber(date, false), dayNumber(date, true)];

const split = (value: string): readonly [from: string, to: string] | undefined => {
  const ends = value.split('..');
  const [from = '', to = from] = ends;
  return ends.length > 2 || (from === '' && to === '') ? undefined : [from, to];
};

/** First and last day of a date value, both included, as yyyymmdd: `2020-05..` → `[20200501, 99991231]`. Undefined when the text is no date or range. */
export function dateRange(value: string): readonly [first: number, last: number] | undefined {
  const ends = split(value);
  if (!ends?.every((end) => end === '' || isPartialDate(end))) return undefined;
  const [from, to] = ends;
  return [from === '' ? 0 : dayNumber(from, false), to === '' ? 9999_12_31 : dayNumber(to, true)];
}

/** Least and greatest of a count, both included: `2..` → `[2, Infinity]`. Undefined when the text is no number or range. */
export function countRange(value: string): readonly [least: number, most: number] | undefined {
  const ends = split(value);
  if (!ends?.every((end) => /^\d{0,6}$/.test(end))) return undefined;
  const [from, to] = ends;
  return [Number(from), to === '' ? Infinity : Number(to)];
}
