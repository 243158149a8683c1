import { isFields, listOf, type Fields } from './compact-values.js';
import type { HttpUrl, StandardId } from './dataset.js';
import { EndingReader, type ColumnReader } from './parse-compact-columns.js';
import type { ColumnOf } from './parse-compact-parts.js';
import { wrong } from './parse-compact-tables.js';
import { LIMITS } from './schema.js';
import { isHttpUrl } from './value.js';

/** Ids of records as far as they have one; else empty. */
export const idsOf = (records: unknown): readonly string[] =>
  Array.isArray(records) ? records.map((one: unknown) => (isFields(one) && typeof one['id'] === 'string' ? one['id'] : '')) : [];

/** Ids of the standards; empty where the side may have one. */
export function readIds(reader: ColumnReader): readonly StandardId[] {
  const endings = new EndingReader(reader);
  if (endings.count > LIMITS.records) reader.fail(`${endings.count} standards`, `at most ${LIMITS.records}`);
  return endings.all(LIMITS.id);
}

/** Whether a form is an address whatever number stands in it: the number comes behind the host, and leaves it short enough. */
const isSureForm = (before: string, after: string): boolean =>
  /^https?:\/\/[a-z0-9.-]+\//i.test(before) && before.length + after.length + 20 < LIMITS.link && isHttpUrl(before);

/** The addresses of the standards, undefined for none. */
export function readAddresses(column: ColumnOf, count: number): readonly (HttpUrl | undefined)[] {
  const codes = column('url.form').numbers(count);
  const numbers = column('url.number');
  const texts = new EndingReader(column('url.text'));
  const parts = column('url.forms').texts();
  const forms = Array.from({ length: parts.length >> 1 }, (_, at) => ({
    isSure: isSureForm(parts[2 * at] ?? '', parts[2 * at + 1] ?? ''),
    before: parts[2 * at] ?? '',
    after: parts[2 * at + 1] ?? '',
    last: 0,
  }));
  let lastText = '';
  const addresses: (HttpUrl | undefined)[] = [];
  for (let standard = 0; standard < count; standard++) {
    const code = codes[standard] ?? 0;
    const form = code > 1 ? (forms[code - 2] ?? wrong('url.form', standard, code, `0 to ${forms.length + 1}`)) : undefined;
    if (form) form.last += numbers.signed();
    const address = form ? form.before + String(form.last) + form.after : code === 1 ? (lastText = texts.next(lastText)) : undefined;
    if (address !== undefined && !(form?.isSure && form.last >= 0) && (address.length > LIMITS.link || !isHttpUrl(address)))
      wrong('url.form', standard, `"${address.slice(0, 60)}"`, 'an http or https address');
    addresses.push(address);
  }
  texts.end();
  numbers.end();
  return addresses;
}

/** Offsets from the base of each standard, NaN where it has no place; 2n. */
export function readOffsets(column: ColumnOf, count: number): Float64Array {
  const [has, planes] = [column('xy').bytes(count), column('xy.bytes')];
  const placed = has.reduce((sum, one) => sum + one, 0);
  const [xHigh, xLow, yHigh, yLow] = [planes.bytes(placed), planes.bytes(placed), planes.bytes(placed), planes.bytes(placed)];
  planes.end();
  const offsets = new Float64Array(2 * count).fill(NaN);
  let at = 0;
  has.forEach((one, standard) => {
    if (one > 1) wrong('xy', standard, one, '0 or 1');
    if (one === 0) return;
    offsets[2 * standard] = (((xHigh[at] ?? 0) << 24) >> 16) | (xLow[at] ?? 0);
    offsets[2 * standard + 1] = (((yHigh[at] ?? 0) << 24) >> 16) | (yLow[at] ?? 0);
    at++;
  });
  return offsets;
}

/** What the side says, by standard. */
export function readSide(reader: ColumnReader, count: number): ReadonlyMap<number, Fields> {
  const json = reader.json();
  const side = new Map<number, Fields>();
  if (!Array.isArray(json)) return reader.fail('no list', 'a list');
  for (const entry of json as readonly unknown[]) {
    const [standard, fields] = listOf(entry);
    if (typeof standard !== 'number' || !Number.isInteger(standard) || standard < 0 || standard >= count || !isFields(fields))
      return reader.fail(JSON.stringify(entry).slice(0, 60), `[0 to ${count - 1}, {…}]`);
    side.set(standard, fields);
  }
  return side;
}
