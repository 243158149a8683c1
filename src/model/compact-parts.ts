import { Column, EndingColumn, TitleTable, type TextTable, type WordTable } from './compact-bytes.js';
import { addDate, hasOnly, isDateOrNone, isFields, isText, isTextOrNone, isTexts, placeIn, type Fields } from './compact-values.js';
import { EDITION_KINDS, RELATION_TYPES, STATUSES, type Edition, type Relation } from './dataset.js';
import { LIMITS } from './schema.js';

const EDITION_FIELDS: ReadonlySet<string> = new Set(['id', 'kind', 'date', 'status', 'stage', 'title', 'variants']);

/** Whether a value is an edition that the columns can hold; all that `parse` accepts, save for unknown fields and halves of surrogate pairs. */
const isEdition = (value: unknown): value is Edition =>
  isFields(value) &&
  hasOnly(value, EDITION_FIELDS) &&
  isText(value['id'], LIMITS.id) &&
  (value['kind'] === undefined || placeIn(EDITION_KINDS, value['kind']) > 0) &&
  placeIn(STATUSES, value['status']) > 0 &&
  isDateOrNone(value['date']) &&
  isTextOrNone(value['stage'], LIMITS.code) &&
  isTextOrNone(value['title'], LIMITS.title) &&
  (value['variants'] === undefined || isTexts(value['variants'], LIMITS.id));

/** The editions of the standards; a standard whose editions do not fit has none here. */
export class EditionColumns {
  readonly count = new Column();
  readonly id = new EndingColumn();
  readonly kind = new Column();
  readonly year = new Column();
  readonly month = new Column();
  readonly day = new Column();
  readonly status = new Column();
  readonly stage = new Column();
  readonly title = new Column();
  readonly titles: TitleTable;
  readonly variants = new Column();
  readonly variant = new EndingColumn();
  readonly #texts: TextTable;

  /**
   * @param texts table of the stages, shared with other columns
   * @param words pieces of the titles, shared with other tables
   */
  constructor(texts: TextTable, words: WordTable) {
    this.#texts = texts;
    this.titles = new TitleTable(words);
  }

  /** @returns whether the columns hold the value */
  add(editions: unknown, standard: string): boolean {
    const fits = Array.isArray(editions) && editions.length > 0 && editions.length <= LIMITS.list && editions.every(isEdition);
    this.count.number(fits ? editions.length : 0);
    if (!fits) return false;
    let before = standard;
    for (const edition of editions) {
      this.#addOne(edition, before);
      before = edition.id;
    }
    return true;
  }

  #addOne({ id, kind, date, status, stage, title, variants }: Edition, before: string): void {
    this.id.add(id, before);
    this.kind.byte(placeIn(EDITION_KINDS, kind));
    addDate(date, this.year, this.month, this.day);
    this.status.byte(placeIn(STATUSES, status));
    this.stage.number(stage === undefined ? 0 : this.#texts.place(stage));
    this.title.number(title === undefined ? 0 : this.titles.place(title));
    this.variants.number(variants === undefined ? 0 : 1 + variants.length);
    let last = id;
    for (const variant of variants ?? []) {
      this.variant.add(variant, last);
      last = variant;
    }
  }
}

const RELATION_FIELDS: ReadonlySet<string> = new Set(['type', 'to', 'external', 'evidence', 'source', 'date']);
/** How `external` is written: absent, true, or said to be false. */
const EXTERNAL = [undefined, true, false] as const;

/** What relations point to: the places of standards and sources. */
export interface RelationGoals {
  readonly standards: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, number>;
}

const isRelation = (value: unknown, { standards, sources }: RelationGoals): value is Relation =>
  isFields(value) &&
  hasOnly(value, RELATION_FIELDS) &&
  placeIn(RELATION_TYPES, value['type']) > 0 &&
  isText(value['to'], LIMITS.id) &&
  EXTERNAL.some((one) => one === value['external']) &&
  (value['external'] === true || standards.has(value['to'])) &&
  isText(value['evidence'], LIMITS.title) &&
  (value['source'] === undefined || (typeof value['source'] === 'string' && sources.has(value['source']))) &&
  isDateOrNone(value['date']);

/** The relations of the standards; a standard whose relations do not fit has none here. */
export class RelationColumns {
  readonly count = new Column();
  readonly type = new Column();
  readonly to = new Column();
  readonly external = new Column();
  readonly evidence = new Column();
  readonly source = new Column();
  readonly year = new Column();
  readonly month = new Column();
  readonly day = new Column();
  readonly #texts: TextTable;
  readonly #goals: RelationGoals;

  /** @param texts table of evidence and of designations outside of the dataset, shared with other columns */
  constructor(texts: TextTable, goals: RelationGoals) {
    this.#texts = texts;
    this.#goals = goals;
  }

  /** @returns whether the columns hold the value; undefined is held as none */
  add(relations: unknown, number: number): boolean {
    const fits =
      Array.isArray(relations) && relations.length <= LIMITS.list && relations.every((one: unknown) => isRelation(one, this.#goals));
    this.count.number(fits ? 1 + relations.length : 0);
    if (fits) for (const relation of relations) this.#addOne(relation, number);
    return fits;
  }

  #addOne({ type, to, external, evidence, source, date }: Relation, number: number): void {
    this.type.byte(placeIn(RELATION_TYPES, type));
    this.external.byte(EXTERNAL.findIndex((one) => one === external));
    if (external === true) this.to.number(this.#texts.place(to));
    else this.to.signed((this.#goals.standards.get(to) ?? 0) - number);
    this.evidence.number(this.#texts.place(evidence));
    this.source.number(source === undefined ? 0 : 1 + (this.#goals.sources.get(source) ?? 0));
    addDate(date, this.year, this.month, this.day);
  }
}

/** Places of records by their id; the first of two with the same. */
export function placesOf(records: unknown): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  if (!Array.isArray(records)) return places;
  records.forEach((record: Fields | undefined, place) => {
    const id = isFields(record) ? record['id'] : undefined;
    if (typeof id === 'string' && !places.has(id)) places.set(id, place);
  });
  return places;
}
