import type { Conflict, Edition, Relation } from '../model/dataset.js';
import type { FieldDifference, SaidValue } from './difference.js';

/** Whether two values of a dataset say the same; an absent field is one that is undefined, the order of keys does not count. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b))
    return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => isSame(one, b[at]));
  const keys = Object.keys(a);
  if (!keys.every((key) => isSame(Reflect.get(a, key), Reflect.get(b, key)))) return false;
  return Object.keys(b).every((key) => Object.hasOwn(a, key) || Reflect.get(b, key) === undefined);
}

const NONE: readonly never[] = Object.freeze([]);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether two lists have the same entries, in any order. */
export function isSameSet(a: readonly string[] = NONE, b: readonly string[] = NONE): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  if (a.every((one, at) => one === b[at])) return true;
  const [first, second] = [[...a].sort(order), [...b].sort(order)];
  return first.every((one, at) => one === second[at]);
}

const joined = (parts: readonly (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(', ');

/** A text of a standard in one line: `ISO 37122:2019, 2019-05, in-force`. */
export const editionText = ({ id, kind, date, status, stage, title, variants }: Edition): string =>
  joined([id, kind, date, status, stage, title === undefined ? undefined : `“${title}”`, ...(variants ?? NONE)]);

/** A declared relation in one line: `adopts ISO 37122, IDT (iso, 2021)`. */
export function relationText({ type, to, external, evidence, source, date }: Relation): string {
  const whence = joined([source, date]);
  return `${type} ${to}${external ? ' [external]' : ''}, ${evidence}${whence === '' ? '' : ` (${whence})`}`;
}

/** Two sources that disagree in one line. */
export const conflictText = ({ field, value, source, otherValue, otherSource }: Conflict): string =>
  `${field}: ${value} (${source}), ${otherValue} (${otherSource})`;

/** Any value of a dataset as people read it; values that differ have texts that differ. */
export function saidValue(value: unknown): SaidValue | undefined {
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((one) => textOf(one));
  return textOf(value);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  return Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .map(([key, one]) => `${key}: ${textOf(one)}`)
    .join(', ');
}

/** A field of both sides as a change; a side without a value is absent. */
export function fieldChange(field: string, before: SaidValue | undefined, after: SaidValue | undefined, of?: string): FieldDifference {
  return {
    field,
    ...(of !== undefined && { of }),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** Fields of a record whose order says nothing. */
const SETS: ReadonlySet<string> = new Set([
  'aliases',
  'copublishers',
  'ics',
  'sources',
  'liaisons',
  'contacts',
  'sdos',
  'variants',
  'topics',
]);

const texts = (value: unknown): readonly string[] | undefined =>
  value === undefined ? NONE : Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;

/** Whether a field says the same: lists whose order says nothing by their entries. */
export function isSameField(field: string, a: unknown, b: unknown): boolean {
  if (isSame(a, b)) return true;
  const [first, second] = [texts(a), texts(b)];
  if (first === undefined || second === undefined) return false;
  // An empty list says what an absent one says
  return first.length + second.length === 0 || (SETS.has(field) && isSameSet(first, second));
}

/** The fields of two records of the same sort that differ, in the order of their keys; `xy` is drawing, not content. */
export function fieldChanges(before: object, after: object, apart: ReadonlySet<string> = new Set()): readonly FieldDifference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    if (key === 'xy' || apart.has(key)) return [];
    const first: unknown = Reflect.get(before, key);
    const second: unknown = Reflect.get(after, key);
    return isSameField(key, first, second) ? [] : [fieldChange(key, saidValue(first), saidValue(second))];
  });
}
