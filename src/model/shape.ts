import { isHttpUrl, isPartialDate } from './value.js';

/**
 * What a value has to be, as a row of a table; other rows are named by their place in it.
 *
 * `text`, `link`: characters, least and most; `date`: a date of the calendar; `like`: text of a pattern; `number`, `whole`: least and most, both
 * included; `above`: the least is not; `one`: one of these; `blank`: null or another; `list`: of another, entries, least and most; `places`: a list of
 * as many, each with a row of its own; `named`: any names of a row, with values of another; `record`: fields by their name, in their order; a place
 * below zero is that of a field that may be left out, `~place`.
 */
export type Shape =
  | readonly ['text' | 'link' | 'number' | 'whole' | 'above', least: number, most: number]
  | readonly ['date' | 'boolean']
  | readonly ['like', pattern: string]
  | readonly ['one', ...values: (string | number)[]]
  | readonly ['blank', other: number]
  | readonly ['list', item: number, least: number, most: number]
  | readonly ['places', ...items: number[]]
  | readonly ['named', name: number, value: number]
  | readonly ['record', fields: Readonly<Record<string, number>>];

const isIn = (size: number, least: number, most: number): boolean => size >= least && size <= most;

/** Whether a value is an object of this page with fields of its own alone: what is inherited, or of another window, is for a closer look. */
function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const from: unknown = Object.getPrototypeOf(value);
  return from === Object.prototype || from === null;
}

function record(value: unknown, fields: Readonly<Record<string, number>>, shapes: readonly Shape[]): unknown {
  if (!isPlain(value)) return undefined;
  for (const key in value) if (!Object.hasOwn(fields, key)) return undefined;
  const copy: Record<string, unknown> = {};
  for (const key in fields) {
    const at = fields[key] ?? 0;
    if (at < 0 && !(key in value)) continue;
    const read = copyOf(value[key], shapes, at < 0 ? ~at : at);
    if (read === undefined) return undefined;
    copy[key] = read;
  }
  return copy;
}

function named(value: unknown, name: number, item: number, shapes: readonly Shape[]): unknown {
  if (!isPlain(value)) return undefined;
  const copy: Record<string, unknown> = {};
  for (const key of Reflect.ownKeys(value)) {
    // A name with a symbol, or one that is not counted, is for a closer look
    if (typeof key !== 'string' || !Object.prototype.propertyIsEnumerable.call(value, key)) return undefined;
    const read = copyOf(key, shapes, name) === undefined ? undefined : copyOf(value[key], shapes, item);
    if (read === undefined) return undefined;
    copy[key] = read;
  }
  return copy;
}

function list(value: unknown, least: number, most: number, shapeOf: (index: number) => number, shapes: readonly Shape[]): unknown {
  // Gaps, and fields that no list has, are for a closer look
  if (!Array.isArray(value) || !isIn(value.length, least, most) || Object.keys(value).length !== value.length) return undefined;
  const copy: unknown[] = [];
  for (let i = 0; i < value.length; i++) {
    const read = copyOf(value[i], shapes, shapeOf(i));
    if (read === undefined) return undefined;
    copy.push(read);
  }
  return copy;
}

function plain(value: unknown, shape: Shape): boolean {
  switch (shape[0]) {
    case 'text':
    case 'link':
      return typeof value === 'string' && isIn(value.length, shape[1], shape[2]) && (shape[0] === 'text' || isHttpUrl(value));
    case 'date':
      return typeof value === 'string' && isPartialDate(value);
    case 'like':
      return typeof value === 'string' && new RegExp(shape[1]).test(value);
    case 'number':
    case 'whole':
    case 'above': {
      const [kind, least, most] = shape;
      if (typeof value !== 'number' || !Number.isFinite(value) || !isIn(value, least, most)) return false;
      return kind === 'number' || (kind === 'whole' ? Number.isSafeInteger(value) : value > least);
    }
    case 'boolean':
      return typeof value === 'boolean';
    case 'one': {
      const [, ...values] = shape;
      return values.some((one) => one === value);
    }
    default:
      return false;
  }
}

/**
 * A copy of a value that is of its shape beyond doubt, fields in the order of the table; undefined for any other, and for what only a closer look can
 * tell: a field that is not known, an object that is not plain.
 *
 * @param at place of the shape in the table; default its last
 * @throws whatever an accessor of the value throws
 */
export function copyOf(value: unknown, shapes: readonly Shape[], at = shapes.length - 1): unknown {
  const shape = shapes[at];
  if (!shape) return undefined;
  switch (shape[0]) {
    case 'blank':
      return value === null ? null : copyOf(value, shapes, shape[1]);
    case 'record':
      return record(value, shape[1], shapes);
    case 'named':
      return named(value, shape[1], shape[2], shapes);
    case 'list': {
      const [, item, least, most] = shape;
      return list(value, least, most, () => item, shapes);
    }
    case 'places': {
      const [, ...items] = shape;
      return list(value, items.length, items.length, (i) => items[i] ?? 0, shapes);
    }
    default:
      return plain(value, shape) ? value : undefined;
  }
}
