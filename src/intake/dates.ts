import { fold } from '../analysis/fold.js';
import type { PartialDate } from '../model/dataset.js';
import { isPartialDate } from '../model/value.js';
import { plainDigits } from './digits.js';

/** Names of the months, folded: English, French, Spanish, German, Arabic (Gregorian of Egypt and of the Levant); three letters of a Latin name do. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'janvier', 'enero', 'januar', 'janner', 'jan', 'ene', 'janv', 'يناير', 'كانون الثاني', 'جانفي'],
  ['february', 'fevrier', 'febrero', 'februar', 'feb', 'fevr', 'fev', 'فبراير', 'شباط', 'فيفري'],
  ['march', 'mars', 'marzo', 'marz', 'mar', 'maerz', 'مارس', 'اذار'],
  ['april', 'avril', 'abril', 'apr', 'avr', 'abr', 'ابريل', 'نيسان', 'افريل'],
  ['may', 'mai', 'mayo', 'مايو', 'ايار', 'ماي'],
  ['june', 'juin', 'junio', 'juni', 'jun', 'يونيو', 'حزيران', 'جوان'],
  ['july', 'juillet', 'julio', 'juli', 'jul', 'juil', 'يوليو', 'تموز', 'جويليه'],
  ['august', 'aout', 'agosto', 'aug', 'ago', 'اغسطس', 'اب', 'اوت'],
  ['september', 'septembre', 'septiembre', 'sep', 'sept', 'setiembre', 'سبتمبر', 'ايلول'],
  ['october', 'octobre', 'octubre', 'oktober', 'oct', 'okt', 'اكتوبر', 'تشرين الاول'],
  ['november', 'novembre', 'noviembre', 'nov', 'نوفمبر', 'تشرين الثاني'],
  ['december', 'decembre', 'diciembre', 'dezember', 'dec', 'dez', 'dic', 'ديسمبر', 'كانون الاول'],
];

/** Which number comes first in the dates of a column; undefined where none of them tells. */
export type DayOrder = 'day-first' | 'month-first' | undefined;

/** A date as it was read; `order` where day and month could be either: then no more than the year is certain. */
export type ReadDate = { readonly ok: true; readonly date: PartialDate; readonly unsure?: 'order' } | { readonly ok: false };

const two = (number: number): string => String(number).padStart(2, '0');
const made = (year: string, month?: number, day?: number): ReadDate => {
  const date = `${year}${month === undefined ? '' : `-${two(month)}`}${day === undefined ? '' : `-${two(day)}`}`;
  return isPartialDate(date) ? { ok: true, date } : { ok: false };
};

/** Days from 1899-12-30, which is day 0 of spreadsheets since their 1900 has a 29 February. @source ECMA-376 Part 1, 18.17.4.1 */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
/** Serial numbers that are days from 1954 to 2119; smaller numbers are years, larger ones dates without marks. */
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_200];

const NUMERIC = /^(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4})(?:[T\s].*)?$/;

function monthNamed(word: string): number | undefined {
  const at = MONTHS.findIndex((names) => names.includes(word));
  return at < 0 ? undefined : at + 1;
}

/** `23 May 2019`, `May 23, 2019`, `mai 2019`, `23. Mai 2019`, `23 de mayo de 2019`. */
function worded(text: string): ReadDate {
  const plain = fold(text)
    .replace(/[.,]/g, ' ')
    .replace(/\b(?:de|del|of|the|le|den)\b/g, ' ')
    .replace(/(\d)(?:st|nd|rd|th|er)\b/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  const [, before, name = '', after, year = ''] = /^(\d{1,2})?[\s-]?([^\d]+?)[\s-]?(?:(\d{1,2})\s)?[\s-]?(\d{4})$/.exec(plain) ?? [];
  const month = monthNamed(name.trim());
  if (month === undefined || (before !== undefined && after !== undefined)) return { ok: false };
  const day = before ?? after;
  return made(year, month, day === undefined ? undefined : Number(day));
}

function numeric(first: number, second: number, year: string, isDotted: boolean, order: DayOrder): ReadDate {
  const dayFirst = made(year, second, first);
  const monthFirst = made(year, first, second);
  // Dots are written day first everywhere. @source Unicode CLDR, date formats
  if (isDotted || order === 'day-first' || !monthFirst.ok) return dayFirst;
  if (order === 'month-first' || !dayFirst.ok || first === second) return monthFirst;
  return { ok: true, date: year, unsure: 'order' };
}

/**
 * A date as a table writes it: ISO 8601, `23.05.2019`, `05/2019`, `May 2019` in five languages, a year, or the serial number of a spreadsheet.
 * It comes out as precise as it went in.
 *
 * @param order from `dayOrder` over the column; without it `05/06/2019` is no more than a year
 */
export function readDate(text: string, order?: DayOrder): ReadDate {
  const plain = plainDigits(text)
    .trim()
    .replace(/^\((.*)\)$/, '$1');
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T\s].*)?)?)?$/.exec(plain);
  if (iso) return made(iso[1] ?? '', iso[2] === undefined ? undefined : Number(iso[2]), iso[3] === undefined ? undefined : Number(iso[3]));
  const days = NUMERIC.exec(plain);
  if (days) return numeric(Number(days[1]), Number(days[2]), days[3] ?? '', plain.includes('.'), order);
  const month = /^(\d{1,2})[./\-\s](\d{4})$/.exec(plain);
  if (month) return made(month[2] ?? '', Number(month[1]));
  if (/^\d{5}(?:\.\d+)?$/.test(plain) && Number(plain) >= FIRST_SERIAL && Number(plain) <= LAST_SERIAL)
    return made(...partsOf(new Date(EPOCH + Math.floor(Number(plain)) * DAY_MS)));
  const run = /^(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (run) return made(run[1] ?? '', Number(run[2]), Number(run[3]));
  const east = /^(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?$/.exec(plain);
  if (east)
    return made(east[1] ?? '', east[2] === undefined ? undefined : Number(east[2]), east[3] === undefined ? undefined : Number(east[3]));
  return worded(plain);
}

const partsOf = (day: Date): [string, number, number] => [String(day.getUTCFullYear()), day.getUTCMonth() + 1, day.getUTCDate()];

/** Which number comes first, where a date of the column can only be read one way; undefined where none tells or two contradict each other. */
export function dayOrder(texts: Iterable<string>): DayOrder {
  let [dayFirst, monthFirst] = [false, false];
  for (const text of texts) {
    const days = NUMERIC.exec(plainDigits(text).trim());
    if (!days) continue;
    if (Number(days[1]) > 12) dayFirst = true;
    if (Number(days[2]) > 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? undefined : dayFirst ? 'day-first' : 'month-first';
}
