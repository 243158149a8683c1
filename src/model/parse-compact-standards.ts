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
  readonly unsure: number[] = [];
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
  readonly #bases = new Map<number, Point>();
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

  /** Equal for all standards with the same committees and publishers. */
  #baseOf(at: number): Point {
    const committees = this.#numbers.committees[at] ?? 0;
    const publishers = this.#numbers.publishers[at] ?? 0;
    const key = committees * LIMITS.records + publishers;
    const known = this.#bases.get(key);
    if (known) return known;
    const first = (place: number): number | undefined => (place === 0 ? undefined : this.#lists.first(place - 1));
    const base = baseOf(this.#head, first(committees), first(publishers));
    this.#bases.set(key, base);
    return base;
  }

  #placeOf(at: number): Point | undefined {
    const dx = this.#offsets[2 * at] ?? NaN;
    if (Number.isNaN(dx)) return undefined;
    const base = this.#baseOf(at);
    const x = base[0] + dx;
    const y = base[1] + (this.#offsets[2 * at + 1] ?? NaN);
    if (Math.abs(x) > FARTHEST || Math.abs(y) > FARTHEST) wrong('xy', at, `${x}, ${y}`, `within ±${FARTHEST}`);
    return Object.freeze<Point>([x, y]);
  }

  #closedOf<F extends ClosedField>(field: F, at: number): (typeof CLOSED_FIELDS)[F][number] | undefined {
    return closed<(typeof CLOSED_FIELDS)[F][number]>(CLOSED_FIELDS[field], field, at, this.#closed[field][at] ?? 0);
  }

  /** The fields that a standard need not have. */
  #addOptional(standard: Mutable<Partial<Standard>>, at: number): void {
    const french = this.#numbers['title.fr'][at] ?? 0;
    const ics = this.#numbers.ics[at] ?? 0;
    const aliases = this.#aliasesOf(at);
    const url = this.#addresses[at];
    const relations = this.#relations.next(at);
    const xy = this.#placeOf(at);
    if (french > 0) standard.titles = Object.freeze({ fr: this.#french.get(at, french, LIMITS.title) });
    if (aliases) standard.aliases = aliases;
    if (ics > 0) standard.ics = this.#ics.get(ics, at);
    if (url !== undefined) standard.url = url;
    if (relations) standard.relations = relations;
    if (xy) standard.xy = xy;
  }

  /**
   * One standard; to be called in the order of the file.
   *
   * @param side fields that no column holds; with any, or without a field that each standard has, it is unsure
   */
  next(at: number, side: Fields | undefined): Standard {
    const id = this.ids[at] ?? '';
    const code = this.#numbers.title[at] ?? 0;
    const form = this.#numbers.deliverable[at] ?? 0;
    const title = code > 0 ? this.#titles.get(at, code, LIMITS.title) : undefined;
    const deliverable = form > 0 ? this.#texts.get('deliverable', at, form, LIMITS.code) : undefined;
    const publishers = this.#refs('publishers', at);
    const committees = this.#refs('committees', at);
    const topics = this.#refs('topics', at);
    const sources = this.#refs('sources', at);
    const kind = this.#closedOf('kind', at);
    const role = this.#closedOf('role', at);
    const level = this.#closedOf('level', at);
    const tier = this.#closedOf('tier', at);
    const status = this.#closedOf('status', at);
    const editions = this.#editions.next(at, id);
    const reasons = this.#reasonsOf(at, topics?.length ?? 0);
    const isNamed = id !== '' && title && publishers && committees && deliverable && editions && topics && reasons && sources;
    if (isNamed && kind && role && level && tier && status && !side) {
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
      this.#addOptional(standard, at);
      return Object.freeze(standard);
    }
    this.unsure.push(at);
    const held: Mutable<Partial<Standard>> = {};
    this.#addOptional(held, at);
    const named = { ...(id !== '' && { id }), title, publishers, committees, deliverable, kind, role, level, tier, status };
    return together({ ...named, editions, topics, reasons, sources, ...held }, side ?? {});
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
  const standards = reader.ids.map((_, at) => reader.next(at, side.get(at)));
  reader.end();
  return { standards, unsure: reader.unsure, stated: reader.stated };
}
