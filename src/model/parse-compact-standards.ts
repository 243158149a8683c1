import { CLOSED_FIELDS, LEAST, REFERENCE_FIELDS, type ColumnName } from './compact-format.js';
import { baseOf, type Fields } from './compact-values.js';
import type { HttpUrl, Point, Standard, StandardId } from './dataset.js';
import { EndingReader, TitleReader, type ColumnReader } from './parse-compact-columns.js';
import { idsOf, readAddresses, readIds, readOffsets, readSide } from './parse-compact-fields.js';
import { closed, EditionReader, RelationReader, type ColumnOf, type StatedRelations } from './parse-compact-parts.js';
import { Dates, Lists, RecentTexts, TextLists, Texts, wrong } from './parse-compact-tables.js';
import { FARTHEST, LIMITS } from './schema.js';

/** The standards of a file. */
export interface ReadStandards {
  /** Each frozen to its last value. What the side or a missing field makes of the unsure ones is not checked. */
  readonly standards: readonly Standard[];
  /** Places of the standards that have a field from the side, or lack one that every standard has; ascending. */
  readonly unsure: readonly number[];
  /** What the columns state of relations, as far as only the whole dataset can judge it. */
  readonly stated: StatedRelations;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

type NumberField = keyof typeof REFERENCE_FIELDS | 'title' | 'title.fr' | 'deliverable' | 'reasons' | 'ics' | 'aliases';
type ClosedField = keyof typeof CLOSED_FIELDS;
const NUMBER_FIELDS = [...Object.keys(REFERENCE_FIELDS), 'title', 'title.fr', 'deliverable', 'reasons', 'ics', 'aliases'] as NumberField[];

/** Reads the columns of the standards, one standard after the other. */
class StandardReader {
  readonly ids: readonly StandardId[];
  readonly #head: Fields;
  readonly #lists: Lists;
  readonly #texts: Texts;
  readonly #titles: RecentTexts;
  readonly #french: RecentTexts;
  readonly #numbers: Readonly<Record<NumberField, Uint32Array>>;
  readonly #closed: Readonly<Record<ClosedField, Uint8Array>>;
  readonly #references: Readonly<Record<keyof typeof REFERENCE_FIELDS, TextLists>>;
  readonly #ics: TextLists;
  readonly #reasons = new Map<number, TextLists>();
  readonly #alias: EndingReader;
  readonly #addresses: readonly (HttpUrl | undefined)[];
  readonly #editions: EditionReader;
  readonly #relations: RelationReader;
  readonly #offsets: Float64Array;
  #lastAlias = '';

  constructor(column: ColumnOf, head: Fields) {
    const dates = new Dates();
    this.ids = readIds(column('id'));
    const count = this.ids.length;
    this.#head = head;
    this.#lists = new Lists(column('lists'));
    this.#texts = new Texts(column('texts').texts());
    const words = column('words').texts();
    const titlesOf = (name: ColumnName): Texts => new Texts(new TitleReader(column(name), words).texts(LIMITS.title));
    this.#titles = new RecentTexts('title', titlesOf('titles'));
    this.#french = new RecentTexts('title.fr', titlesOf('titles.fr'));
    const whole = <T>(name: ColumnName, read: (reader: ColumnReader) => T): readonly [ColumnName, T] => {
      const reader = column(name);
      const values = read(reader);
      reader.end();
      return [name, values];
    };
    const numbers = NUMBER_FIELDS.map((name) => whole(name, (reader) => reader.numbers(count)));
    this.#numbers = Object.fromEntries(numbers) as Record<NumberField, Uint32Array>;
    const places = (Object.keys(CLOSED_FIELDS) as ClosedField[]).map((name) => whole(name, (reader) => reader.bytes(count)));
    this.#closed = Object.fromEntries(places) as Record<ClosedField, Uint8Array>;
    const fields = Object.entries(REFERENCE_FIELDS) as [keyof typeof REFERENCE_FIELDS, string][];
    this.#references = Object.fromEntries(
      fields.map(([field, collection]) => [field, this.#referencesOf(field, idsOf(head[collection]))]),
    ) as Record<keyof typeof REFERENCE_FIELDS, TextLists>;
    this.#ics = this.#textLists('ics', [LEAST.ics, LIMITS.list], LIMITS.ics);
    this.#alias = new EndingReader(column('alias'));
    this.#addresses = readAddresses(column, count);
    this.#editions = new EditionReader(column, count, { texts: this.#texts, titles: titlesOf('edition.titles'), dates });
    this.#relations = new RelationReader(column, { ids: this.ids, sources: idsOf(head['sources']) }, this.#texts, dates);
    this.#offsets = readOffsets(column, count);
  }

  #referencesOf(field: keyof typeof REFERENCE_FIELDS, ids: readonly string[]): TextLists {
    const range = [LEAST[field], LIMITS.list] as const;
    return new TextLists(field, this.#lists, range, (value, at) => ids[value] ?? wrong(field, at, value, `0 to ${ids.length - 1}`));
  }

  #textLists(column: ColumnName, range: readonly [number, number], limit: number): TextLists {
    return new TextLists(column, this.#lists, range, (value, at) => this.#texts.get(column, at, value + 1, limit));
  }

  #refs(field: keyof typeof REFERENCE_FIELDS, at: number): readonly string[] | undefined {
    const place = this.#numbers[field][at] ?? 0;
    return place === 0 ? undefined : this.#references[field].get(place, at);
  }

  /** One for each topic. */
  #reasonsOf(at: number, topics: number): readonly string[] | undefined {
    const place = this.#numbers.reasons[at] ?? 0;
    if (place === 0) return undefined;
    const length = Math.max(LEAST.reasons, topics);
    const lists = this.#reasons.get(length) ?? this.#textLists('reasons', [length, length], LIMITS.title);
    this.#reasons.set(length, lists);
    return lists.get(place, at);
  }

  #aliasesOf(at: number): readonly string[] | undefined {
    const count = (this.#numbers.aliases[at] ?? 0) - 1;
    if (count < 0) return undefined;
    if (count > LIMITS.list) wrong('aliases', at, count, `at most ${LIMITS.list}`);
    const aliases: string[] = [];
    while (aliases.length < count) {
      const alias = this.#alias.next(this.#lastAlias);
      if (alias === '' || alias.length > LIMITS.id) wrong('alias', at, `a text of ${alias.length} characters`, `1 to ${LIMITS.id}`);
      aliases.push((this.#lastAlias = alias));
    }
    return Object.freeze(aliases);
  }

  #first(field: 'committees' | 'publishers', at: number): number | undefined {
    const place = this.#numbers[field][at] ?? 0;
    return place === 0 ? undefined : this.#lists.first(place - 1);
  }

  #placeOf(at: number): Point | undefined {
    const [dx, dy] = [this.#offsets[2 * at] ?? NaN, this.#offsets[2 * at + 1] ?? NaN];
    if (Number.isNaN(dx)) return undefined;
    const base = baseOf(this.#head, this.#first('committees', at), this.#first('publishers', at));
    const [x, y] = [base[0] + dx, base[1] + dy];
    if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) wrong('xy', at, `${x}, ${y}`, `within ±${FARTHEST}`);
    return Object.freeze<Point>([x, y]);
  }

  #closedOf<F extends ClosedField>(field: F, at: number): (typeof CLOSED_FIELDS)[F][number] | undefined {
    return closed<(typeof CLOSED_FIELDS)[F][number]>(CLOSED_FIELDS[field], field, at, this.#closed[field][at] ?? 0);
  }

  /**
   * One standard; to be called in the order of the file.
   *
   * @param side fields that no column holds; without any, and with every field that each standard has, the answer is frozen
   * @returns the standard, and whether the columns alone vouch for it
   */
  next(at: number, side: Fields | undefined): readonly [standard: Standard, isSure: boolean] {
    const numbers = this.#numbers;
    const id = this.ids[at] ?? '';
    const [code, french, form, ics] = [numbers.title[at], numbers['title.fr'][at], numbers.deliverable[at], numbers.ics[at]];
    const title = code ? this.#titles.get(at, code, LIMITS.title) : undefined;
    const titles = french ? Object.freeze({ fr: this.#french.get(at, french, LIMITS.title) }) : undefined;
    const deliverable = form ? this.#texts.get('deliverable', at, form, LIMITS.code) : undefined;
    const [publishers, committees, topics] = [this.#refs('publishers', at), this.#refs('committees', at), this.#refs('topics', at)];
    const sources = this.#refs('sources', at);
    const [kind, role, level] = [this.#closedOf('kind', at), this.#closedOf('role', at), this.#closedOf('level', at)];
    const [tier, status] = [this.#closedOf('tier', at), this.#closedOf('status', at)];
    const aliases = this.#aliasesOf(at);
    const editions = this.#editions.next(at, id);
    const reasons = this.#reasonsOf(at, topics?.length ?? 0);
    const codes = ics ? this.#ics.get(ics, at) : undefined;
    const relations = this.#relations.next(at);
    const [url, xy] = [this.#addresses[at], this.#placeOf(at)];
    const isWhole = id !== '' && title && publishers && committees && deliverable && kind && role && level && tier;
    if (isWhole && status && editions && topics && reasons && sources && !side) {
      const standard: Mutable<Standard> = {
        id,
        title,
        publishers,
        committees,
        deliverable,
        kind,
        role,
        level,
        tier,
        status,
        editions,
        topics,
        reasons,
        sources,
      };
      if (titles) standard.titles = titles;
      if (aliases) standard.aliases = aliases;
      if (codes) standard.ics = codes;
      if (url !== undefined) standard.url = url;
      if (relations) standard.relations = relations;
      if (xy) standard.xy = xy;
      return [Object.freeze(standard), true];
    }
    const held = { ...(id !== '' && { id }), title, titles, aliases, publishers, committees, deliverable, kind, role, level, tier, status };
    return [together({ ...held, editions, ics: codes, url, topics, reasons, relations, sources, xy }, side ?? {}), false];
  }

  get stated(): StatedRelations {
    return this.#relations.stated;
  }

  end(): void {
    this.#alias.end();
    this.#editions.end();
    this.#relations.end();
  }
}

/** What the columns and the side say together; of any shape. */
function together(held: Fields, side: Fields): Standard {
  const known = Object.entries(held).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), ...side } as unknown as Standard;
}

/**
 * The standards of a compact file.
 *
 * @param head the dataset without its standards, unchecked
 * @throws Damage where a column holds what no writer writes
 */
export function readStandards(column: ColumnOf, head: Fields): ReadStandards {
  const reader = new StandardReader(column, head);
  const side = readSide(column('side'), reader.ids.length);
  const unsure: number[] = [];
  const standards: Standard[] = [];
  for (let at = 0; at < reader.ids.length; at++) {
    const [standard, isSure] = reader.next(at, side.get(at));
    standards.push(standard);
    if (!isSure) unsure.push(at);
  }
  reader.end();
  return { standards, unsure, stated: reader.stated };
}
