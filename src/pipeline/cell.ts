import { isHttpUrl, isPartialDate } from '../model/value.js';
import { nearest } from '../model/nearest.js';
import { Contradiction } from './faults.js';

/** A value as an error message shows it: text in quotes, lists and objects by their form, at most 60 characters. */
function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return `an object with ${Object.keys(value).join(', ') || 'no keys'}`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * One value of a data file together with the place it stands at.
 *
 * Every reading is strict: a value of another form throws an Error that says where, what was found, what was expected and,
 * for names, the nearest valid one: `committees.json committees[3].kind: got "questoin", expected one of …. Nearest: "question".`
 */
export class Cell {
  readonly value: unknown;
  /** `selection.json rules[4].title` */
  readonly where: string;

  constructor(value: unknown, where: string) {
    this.value = value;
    this.where = where;
  }

  /** Throws: the value is not what was expected. */
  fail(expected: string, candidates: Iterable<string> = []): never {
    const near = typeof this.value === 'string' ? nearest(this.value, candidates) : undefined;
    throw new Contradiction(
      `${this.where}: got ${shown(this.value)}, expected ${expected}.${near === undefined ? '' : ` Nearest: "${near}".`}`,
    );
  }

  /** The object itself; with names, throws for every key that is none of them. */
  table(...names: readonly string[]): Readonly<Record<string, unknown>> {
    if (!isTable(this.value)) this.fail('an object');
    if (names.length > 0) {
      const stray = Object.keys(this.value).find((key) => !names.includes(key));
      if (stray !== undefined) new Cell(stray, `${this.where} key`).fail(`one of ${names.join(', ')}`, names);
    }
    return this.value;
  }

  /** The cell under a key; its value is undefined when the object has no such key. */
  at(key: string): Cell {
    const table = this.table();
    return new Cell(Object.hasOwn(table, key) ? table[key] : undefined, `${this.where}${this.where.endsWith('.json') ? ' ' : '.'}${key}`);
  }

  /** The entries of an object, in file order. */
  entries(): readonly (readonly [string, Cell])[] {
    return Object.keys(this.table()).map((key) => [key, this.at(key)] as const);
  }

  /** Whether the file gives a value here; null counts as one. */
  get present(): boolean {
    return this.value !== undefined;
  }

  list(): readonly Cell[] {
    if (!Array.isArray(this.value)) this.fail('a list');
    return this.value.map((value: unknown, index) => new Cell(value, `${this.where}[${index}]`));
  }

  /** Text with at least one visible character and without white space at its ends. */
  text(): string {
    if (typeof this.value !== 'string') this.fail('text');
    if (this.value === '' || this.value.trim() !== this.value) this.fail('text that is neither empty nor padded with spaces');
    return this.value;
  }

  texts(): readonly string[] {
    return this.list().map((cell) => cell.text());
  }

  /** One of the given names. */
  oneOf<T extends string>(names: readonly T[]): T {
    return names.find((name) => name === this.value) ?? this.fail(`one of ${names.join(', ')}`, names);
  }

  integer(least: number): number {
    if (typeof this.value !== 'number' || !Number.isInteger(this.value) || this.value < least) this.fail(`an integer ≥ ${least}`);
    return this.value;
  }

  flag(): boolean {
    if (typeof this.value !== 'boolean') this.fail('true or false');
    return this.value;
  }

  /** `2019`, `2019-05` or `2019-05-23`. */
  date(): string {
    const text = this.text();
    return isPartialDate(text) ? text : this.fail('a date: 2019, 2019-05 or 2019-05-23');
  }

  /** An absolute http or https address. */
  url(): string {
    const text = this.text();
    return isHttpUrl(text) ? text : this.fail('an absolute http or https address');
  }

  /** A regular expression, compiled once here. @param flags `u` for exact case, `iu` to ignore it */
  pattern(flags: string): RegExp {
    if (typeof this.value !== 'string' || this.value === '') this.fail('a regular expression');
    try {
      return new RegExp(this.value, flags);
    } catch (error) {
      return this.fail(`a regular expression (${error instanceof Error ? error.message : String(error)})`);
    }
  }
}

/** The object in the result of a reading only when there is one: an absent key stays absent. */
export function given<K extends string, V>(key: K, cell: Cell, read: (cell: Cell) => V): { readonly [P in K]?: V } {
  const none: { readonly [P in K]?: V } = {};
  return cell.present ? { ...none, [key]: read(cell) } : none;
}
