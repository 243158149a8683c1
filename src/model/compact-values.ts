import { isWellFormed, type Column } from './compact-bytes.js';
import { YEAR_ZERO } from './compact-format.js';
import { LIMITS } from './schema.js';
import { isPartialDate } from './value.js';

/** An object of a JSON value. */
export type Fields = Readonly<Record<string, unknown>>;
export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a value is a text that a column can hold: 1 to `limit` UTF-16 units, no half of a surrogate pair. */
export const isText = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value !== '' && value.length <= limit && isWellFormed(value);

export const isTextOrNone = (value: unknown, limit: number): value is string | undefined => value === undefined || isText(value, limit);

/** Whether a value is a list of at least `least` such texts. */
export const isTexts = (value: unknown, limit: number, least = 0): value is readonly string[] =>
  Array.isArray(value) && value.length >= least && value.length <= LIMITS.list && value.every((text) => isText(text, limit));

export const isDateOrNone = (value: unknown): value is string | undefined =>
  value === undefined || (typeof value === 'string' && isPartialDate(value));

/** Whether an object has no other fields than these. */
export const hasOnly = (value: Fields, fields: ReadonlySet<string>): boolean => Object.keys(value).every((key) => fields.has(key));

/** 1 + the place of a value in a list; 0 when it is not in it. */
export const placeIn = (list: readonly string[], value: unknown): number => 1 + list.findIndex((one) => one === value);

/** Three columns of one date: years from YEAR_ZERO, month, day; 0 for what the date does not tell. */
export function addDate(date: string | undefined, year: Column, month: Column, day: Column): void {
  const [y, m, d] = date?.split('-') ?? [];
  year.number(y === undefined ? 0 : Number(y) - YEAR_ZERO);
  month.byte(Number(m ?? 0));
  day.byte(Number(d ?? 0));
}

/** A list as it is; anything else as an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function placeOf(record: unknown): readonly [x: number, y: number] | undefined {
  const xy = isFields(record) ? record['xy'] : undefined;
  const [x, y] = listOf(xy);
  return typeof x === 'number' && typeof y === 'number' && Number.isSafeInteger(x) && Number.isSafeInteger(y) ? [x, y] : undefined;
}

const recordAt = (head: Fields, collection: string, at: number | undefined): unknown => {
  const records = head[collection];
  return at !== undefined && Array.isArray(records) ? records[at] : undefined;
};

/** What the place of a standard is told relative to: the place of its leading committee, of its first publisher, else 0, 0. */
export const baseOf = (head: Fields, committee: number | undefined, publisher: number | undefined): readonly [x: number, y: number] =>
  placeOf(recordAt(head, 'committees', committee)) ?? placeOf(recordAt(head, 'sdos', publisher)) ?? [0, 0];
