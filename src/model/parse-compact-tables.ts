import type { PartialDate } from './dataset.js';
import { YEAR_ZERO, type ColumnName } from './compact-format.js';
import { Damage, type ColumnReader } from './parse-compact-columns.js';
import { isPartialDate } from './value.js';

/** Where in the file something is wrong with one standard. */
export const wrong = (column: ColumnName, standard: number, got: string | number, expected: string): never => {
  throw new Damage(`column "${column}" of standards[${standard}]: got ${got}, expected ${expected}`);
};

/** Texts by 1 + their place, each checked against the limit of the field that asks for it. */
export class Texts {
  readonly #texts: readonly string[];

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** @param place 1 + place in the table */
  get(column: ColumnName, standard: number, place: number, limit: number): string {
    const text = this.#texts[place - 1];
    if (text === undefined) return wrong(column, standard, place, `a text from 1 to ${this.#texts.length}`);
    if (text === '' || text.length > limit) return wrong(column, standard, `a text of ${text.length} characters`, `1 to ${limit}`);
    return text;
  }
}

/** Texts told by how long ago they first came, as `TextTable.back` writes them. */
export class RecentTexts {
  readonly #texts: Texts;
  readonly #column: ColumnName;
  #count = 0;

  constructor(column: ColumnName, texts: Texts) {
    this.#column = column;
    this.#texts = texts;
  }

  /** @param back 1 for the next text, else 1 + how many texts ago */
  get(standard: number, back: number, limit: number): string {
    const place = back === 1 ? ++this.#count : this.#count + 2 - back;
    return this.#texts.get(this.#column, standard, place, limit);
  }
}

/** The lists of numbers of a file. */
export class Lists {
  readonly #offsets: number[] = [0];
  readonly #values: number[] = [];

  constructor(reader: ColumnReader) {
    const count = reader.number();
    if (count > reader.rest) reader.fail(`${reader.rest} bytes`, `${count} lists`);
    for (let i = 0; i < count; i++) {
      const length = reader.number();
      if (length > reader.rest) reader.fail(`${reader.rest} bytes`, `${length} numbers`);
      for (let k = 0; k < length; k++) this.#values.push(reader.number());
      this.#offsets.push(this.#values.length);
    }
    reader.end();
  }

  get count(): number {
    return this.#offsets.length - 1;
  }

  first(place: number): number | undefined {
    const [from, to] = [this.#offsets[place] ?? 0, this.#offsets[place + 1] ?? 0];
    return from < to ? this.#values[from] : undefined;
  }

  get(place: number): readonly number[] {
    return this.#values.slice(this.#offsets[place], this.#offsets[place + 1]);
  }
}

/** One field of texts over the lists of a file: standards with equal lists share one frozen value. */
export class TextLists {
  readonly #column: ColumnName;
  readonly #lists: Lists;
  readonly #textOf: (value: number, standard: number) => string;
  readonly #least: number;
  readonly #most: number;
  readonly #known = new Map<number, readonly string[]>();

  constructor(
    column: ColumnName,
    lists: Lists,
    range: readonly [least: number, most: number],
    textOf: (value: number, standard: number) => string,
  ) {
    this.#column = column;
    this.#lists = lists;
    [this.#least, this.#most] = range;
    this.#textOf = textOf;
  }

  /** @param place 1 + place of the list */
  get(place: number, standard: number): readonly string[] {
    const known = this.#known.get(place);
    if (known) return known;
    if (place > this.#lists.count) wrong(this.#column, standard, place, `a list from 1 to ${this.#lists.count}`);
    const values = this.#lists.get(place - 1);
    if (values.length < this.#least || values.length > this.#most)
      wrong(this.#column, standard, `a list of ${values.length}`, `${this.#least} to ${this.#most}`);
    const texts = Object.freeze(values.map((value) => this.#textOf(value, standard)));
    this.#known.set(place, texts);
    return texts;
  }
}

/** Dates by their three columns; equal dates are one text. */
export class Dates {
  readonly #known = new Map<number, PartialDate>();

  /** @param year from YEAR_ZERO; 0 for no date */
  get(column: ColumnName, standard: number, year: number, month: number, day: number): PartialDate | undefined {
    if (year === 0 && month === 0 && day === 0) return undefined;
    const key = (year * 256 + month) * 256 + day;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const two = (part: number): string => String(part).padStart(2, '0');
    const text = String(year + YEAR_ZERO) + (month > 0 || day > 0 ? `-${two(month)}` : '') + (day > 0 ? `-${two(day)}` : '');
    if (year === 0 || !isPartialDate(text)) wrong(column, standard, `the date ${text}`, 'a date of the calendar from 1865 to 2199');
    this.#known.set(key, text);
    return text;
  }
}
