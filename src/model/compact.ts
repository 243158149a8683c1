import { AddressColumns } from './compact-address.js';
import { Column, EndingColumn, ListTable, TextTable, TitleTable, WordTable } from './compact-bytes.js';
import { checksum, CLOSED_FIELDS, COLUMNS, HEADER_LENGTH, LEAST, REACH, REFERENCE_FIELDS } from './compact-format.js';
import type { ColumnName } from './compact-format.js';
import { MAGIC } from './compact-magic.js';
import { EditionColumns, placesOf, RelationColumns } from './compact-parts.js';
import { baseOf, isFields, isText, isTexts, placeIn, type Fields } from './compact-values.js';
import type { Dataset } from './dataset.js';
import { LIMITS } from './schema.js';
import { isHttpUrl } from './value.js';

type Taken = Readonly<Record<ColumnName, Uint8Array>>;
type ReferenceField = keyof typeof REFERENCE_FIELDS;

const columnsOf = (...names: readonly string[]): ReadonlyMap<string, Column> => new Map(names.map((name) => [name, new Column()]));

/** The columns of the standards while they are written. */
class StandardColumns {
  readonly #plain = columnsOf('title', 'titles.fr', 'reasons', 'ics', 'aliases', 'xy', ...Object.keys(CLOSED_FIELDS), 'deliverable');
  readonly #ids = new EndingColumn();
  readonly #words = new WordTable();
  readonly #titles = new TitleTable(this.#words);
  readonly #french = new TitleTable(this.#words);
  readonly #lists = new ListTable();
  readonly #texts = new TextTable();
  readonly #references = columnsOf(...Object.keys(REFERENCE_FIELDS));
  readonly #alias = new EndingColumn();
  readonly #addresses = new AddressColumns();
  readonly #editions = new EditionColumns(this.#texts, this.#words);
  readonly #relations: RelationColumns;
  readonly #offsets: number[] = [];
  readonly #side: (readonly [number, Fields])[] = [];
  readonly #head: Fields;
  readonly #places: ReadonlyMap<string, ReadonlyMap<string, number>>;
  #lastId = '';
  #lastAlias = '';

  constructor(head: Fields, standards: readonly Fields[]) {
    this.#head = head;
    this.#places = new Map(Object.values(REFERENCE_FIELDS).map((name) => [name, placesOf(head[name])]));
    this.#relations = new RelationColumns(this.#texts, {
      standards: placesOf(standards),
      sources: this.#places.get('sources') ?? new Map<string, number>(),
    });
    standards.forEach((standard, number) => {
      this.#add(standard, number);
    });
  }

  #column(name: string): Column {
    const column = this.#plain.get(name) ?? this.#references.get(name);
    if (!column) throw new Error(`bug: no column ${name}`);
    return column;
  }

  /** Writes what columns can hold, and sets the rest aside. */
  #add(standard: Fields, number: number): void {
    const id = isText(standard['id'], LIMITS.id) ? standard['id'] : '';
    this.#ids.add(id, this.#lastId);
    this.#lastId = id;
    const publishers = this.#addReferences('publishers', standard);
    const committees = this.#addReferences('committees', standard);
    const topics = this.#addReferences('topics', standard);
    const held: Readonly<Record<string, boolean>> = {
      id: id !== '',
      title: this.#addTitle(standard['title']),
      titles: this.#addFrench(standard['titles']),
      publishers: publishers !== undefined,
      committees: committees !== undefined,
      topics: topics !== undefined,
      sources: this.#addReferences('sources', standard) !== undefined,
      deliverable: this.#addText(standard['deliverable']),
      ...this.#addClosed(standard),
      reasons: this.#addTexts('reasons', standard['reasons'], LIMITS.title, topics?.length ?? 0),
      ics: this.#addTexts('ics', standard['ics'], LIMITS.ics),
      aliases: this.#addAliases(standard['aliases']),
      url: this.#addAddress(standard['url']),
      editions: this.#editions.add(standard['editions'], id),
      relations: this.#relations.add(standard['relations'], number),
      xy: this.#addPlace(standard['xy'], committees?.[0], publishers?.[0]),
    };
    const aside = Object.entries(standard).filter(([field, value]) => value !== undefined && held[field] !== true);
    if (aside.length > 0) this.#side.push([number, Object.fromEntries(aside)]);
  }

  #addTitle(title: unknown): boolean {
    const fits = isText(title, LIMITS.title);
    this.#column('title').number(fits ? this.#titles.back(title) : 0);
    return fits;
  }

  /** Titles in French alone have a column; they are what catalogues carry. */
  #addFrench(titles: unknown): boolean {
    const fits = isFields(titles) && Object.keys(titles).length === 1 && isText(titles['fr'], LIMITS.title);
    this.#column('titles.fr').number(fits ? this.#french.back(String(titles['fr'])) : 0);
    return fits;
  }

  #addText(deliverable: unknown): boolean {
    const fits = isText(deliverable, LIMITS.code);
    this.#column('deliverable').number(fits ? this.#texts.place(deliverable) : 0);
    return fits;
  }

  #addClosed(standard: Fields): Readonly<Record<string, boolean>> {
    return Object.fromEntries(
      Object.entries(CLOSED_FIELDS).map(([field, list]) => {
        const place = placeIn(list, standard[field]);
        this.#column(field).byte(place);
        return [field, place > 0];
      }),
    );
  }

  /** Places of the records that a field names; undefined when it does not fit. */
  #addReferences(field: ReferenceField, standard: Fields): readonly number[] | undefined {
    const known = this.#places.get(REFERENCE_FIELDS[field]);
    const ids = standard[field];
    const fits = isTexts(ids, LIMITS.id, LEAST[field]) && ids.every((id) => known?.has(id));
    const list = fits ? ids.map((id) => known?.get(id) ?? 0) : undefined;
    this.#column(field).number(list ? this.#lists.place(list) : 0);
    return list;
  }

  /** @param length required length of the list; any by default */
  #addTexts(name: string, texts: unknown, limit: number, length?: number): boolean {
    const fits = isTexts(texts, limit) && (length === undefined || (length > 0 && texts.length === length));
    this.#column(name).number(fits ? this.#lists.place(texts.map((text) => this.#texts.place(text) - 1)) : 0);
    return fits;
  }

  #addAliases(aliases: unknown): boolean {
    const fits = isTexts(aliases, LIMITS.id);
    this.#column('aliases').number(fits ? 1 + aliases.length : 0);
    for (const alias of fits ? aliases : []) {
      this.#alias.add(alias, this.#lastAlias);
      this.#lastAlias = alias;
    }
    return fits;
  }

  #addAddress(url: unknown): boolean {
    const fits = isText(url, LIMITS.link) && isHttpUrl(url);
    this.#addresses.add(fits ? url : undefined);
    return fits;
  }

  /** A place relative to that of the leading committee, else of the first publisher. */
  #addPlace(xy: unknown, committee: number | undefined, publisher: number | undefined): boolean {
    const base = baseOf(this.#head, committee, publisher);
    const offsets = Array.isArray(xy) && xy.length === 2 ? xy.map((value: unknown, axis) => Number(value) - (base[axis] ?? 0)) : [];
    const fits = offsets.length === 2 && offsets.every((offset) => Number.isInteger(offset) && Math.abs(offset) <= REACH) && isWhole(xy);
    this.#column('xy').byte(fits ? 1 : 0);
    if (fits) this.#offsets.push(...offsets);
    return fits;
  }

  /** The high and the low bytes of all x, then of all y: neighbours in a plane are alike. */
  #planes(): Uint8Array {
    const planes = new Column();
    for (const axis of [0, 1]) {
      for (const shift of [8, 0]) {
        for (let at = axis; at < this.#offsets.length; at += 2) planes.byte(((this.#offsets[at] ?? 0) >> shift) & 255);
      }
    }
    return planes.take();
  }

  take(): Omit<Taken, 'head'> {
    const { form, number, text, forms } = this.#addresses.take();
    const [editions, relations] = [this.#editions, this.#relations];
    const plain = (name: string): Uint8Array => this.#column(name).take();
    return {
      ...{ id: this.#ids.take(), words: this.#words.take(), title: plain('title'), titles: this.#titles.take() },
      ...{ 'title.fr': plain('titles.fr'), 'titles.fr': this.#french.take(), lists: this.#lists.take(), texts: this.#texts.take() },
      ...{ publishers: plain('publishers'), committees: plain('committees'), topics: plain('topics'), sources: plain('sources') },
      ...{ kind: plain('kind'), role: plain('role'), level: plain('level'), tier: plain('tier'), status: plain('status') },
      ...{ deliverable: plain('deliverable'), reasons: plain('reasons'), ics: plain('ics'), aliases: plain('aliases') },
      ...{ alias: this.#alias.take(), 'url.form': form, 'url.number': number, 'url.text': text, 'url.forms': forms },
      ...{ 'edition.count': editions.count.take(), 'edition.id': editions.id.take(), 'edition.kind': editions.kind.take() },
      ...{ 'edition.year': editions.year.take(), 'edition.month': editions.month.take(), 'edition.day': editions.day.take() },
      ...{ 'edition.status': editions.status.take(), 'edition.stage': editions.stage.take(), 'edition.title': editions.title.take() },
      ...{ 'edition.titles': editions.titles.take(), 'edition.variants': editions.variants.take(), variant: editions.variant.take() },
      ...{ 'relation.count': relations.count.take(), 'relation.type': relations.type.take(), 'relation.to': relations.to.take() },
      ...{ 'relation.external': relations.external.take(), 'relation.evidence': relations.evidence.take() },
      ...{ 'relation.source': relations.source.take(), 'relation.year': relations.year.take() },
      ...{ 'relation.month': relations.month.take(), 'relation.day': relations.day.take() },
      ...{ xy: plain('xy'), 'xy.bytes': this.#planes(), side: encode(this.#side) },
    };
  }
}

/** JSON knows no -0: such a coordinate is no whole number here, and becomes 0 where it is set aside. */
const isWhole = (xy: unknown): boolean => Array.isArray(xy) && xy.every((value) => Number.isInteger(value) && !Object.is(value, -0));

const encode = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

function assemble(columns: Taken): Uint8Array {
  const length = HEADER_LENGTH + COLUMNS.reduce((sum, name) => sum + 4 + columns[name].length, 0);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(MAGIC.length, length, true);
  let at = HEADER_LENGTH;
  for (const name of COLUMNS) {
    view.setUint32(at, columns[name].length, true);
    file.set(columns[name], at + 4);
    at += 4 + columns[name].length;
  }
  view.setUint32(MAGIC.length + 4, checksum(file, HEADER_LENGTH), true);
  return file;
}

/**
 * A dataset as a compact file: its standards in columns, every text once; meant to be compressed by whoever serves it.
 *
 * `readCompact` answers what `parse` would answer for the same dataset as JSON: nothing is lost but what JSON itself drops. Equal
 * datasets give equal bytes. A dataset that `parse` refuses can be written too; it is refused when it is read.
 */
export function writeCompact(dataset: Dataset): Uint8Array {
  const { standards, ...rest } = dataset;
  const fits = Array.isArray(standards) && standards.length <= LIMITS.records && standards.every(isFields);
  const head: Fields = fits ? { ...rest } : { ...dataset };
  return assemble({ head: encode([head, fits]), ...new StandardColumns(head, fits ? standards : []).take() });
}
