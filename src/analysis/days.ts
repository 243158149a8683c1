import type { PartialDate } from '../model/dataset.js';

const TWO = 2;
const pad = (value: number): string => String(value).padStart(TWO, '0');

/** The last day that a date can mean: `2019` → `2019-12-31`, `2019-02` → `2019-02-28`. Days compare as text. */
export function lastDayOf(date: PartialDate): PartialDate {
  const [year = '', month = '12', day] = date.split('-');
  return `${year}-${month}-${day ?? pad(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate())}`;
}

/** Whether something dated so had surely happened by the end of a day, month or year. */
export const isBy = (date: PartialDate, at: PartialDate): boolean => lastDayOf(date) <= lastDayOf(at);
