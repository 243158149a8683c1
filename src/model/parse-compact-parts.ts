import { EDITION_KINDS, RELATION_TYPES, STATUSES, type Edition, type Relation, type SourceId, type StandardId } from './dataset.js';
import { EndingReader, type ColumnReader } from './parse-compact-columns.js';
import { wrong, type Dates, type Texts } from './parse-compact-tables.js';
import type { ColumnName } from './compact-format.js';
import { LIMITS } from './schema.js';

/** The column of a name. */
export type ColumnOf = (name: ColumnName) => ColumnReader;

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** A value of a closed list by 1 + its place; undefined for 0. */
export function closed<T>(list: readonly T[], column: ColumnName, standard: number, place: number): T | undefined {
  if (place > list.length) wrong(column, standard, place, `0 to ${list.length}`);
  return list[place - 1];
}

/** Reads the editions of the standards in order. */
export class EditionReader {
  readonly #counts: Uint32Array;
  readonly #ids: EndingReader;
  readonly #kinds: ColumnReader;
  readonly #years: Uint32Array;
  readonly #months: ColumnReader;
  readonly #days: ColumnReader;
  readonly #statuses: ColumnReader;
  readonly #stages: Uint32Array;
  readonly #titles: Uint32Array;
  readonly #titleTexts: Texts;
  readonly #variants: Uint32Array;
  readonly #variantTexts: EndingReader;
  readonly #texts: Texts;
  readonly #dates: Dates;
  #at = 0;

  /** @param tables what the columns name: stages, titles, dates */
  constructor(column: ColumnOf, standards: number, tables: { readonly texts: Texts; readonly titles: Texts; readonly dates: Dates }) {
    this.#counts = column('edition.count').numbers(standards);
    this.#ids = new EndingReader(column('edition.id'));
    const { count } = this.#ids;
    this.#kinds = column('edition.kind');
    this.#years = column('edition.year').numbers(count);
    this.#months = column('edition.month');
    this.#days = column('edition.day');
    this.#statuses = column('edition.status');
    this.#stages = column('edition.stage').numbers(count);
    this.#titles = column('edition.title').numbers(count);
    this.#titleTexts = tables.titles;
    this.#variants = column('edition.variants').numbers(count);
    this.#variantTexts = new EndingReader(column('variant'));
    this.#texts = tables.texts;
    this.#dates = tables.dates;
  }

  /** The editions of the next standard; undefined where the columns hold none. */
  next(standard: number, id: StandardId): readonly Edition[] | undefined {
    const count = this.#counts[standard] ?? 0;
    if (count === 0) return undefined;
    if (count > LIMITS.list) wrong('edition.count', standard, count, `at most ${LIMITS.list}`);
    const editions: Edition[] = [];
    for (let before = id; editions.length < count;) {
      const edition = this.#one(standard, before);
      before = edition.id;
      editions.push(edition);
    }
    return Object.freeze(editions);
  }

  #one(standard: number, before: string): Edition {
    const at = this.#at++;
    const id = this.#ids.next(before);
    if (id === '' || id.length > LIMITS.id) wrong('edition.id', standard, `a text of ${id.length} characters`, `1 to ${LIMITS.id}`);
    const kind = closed(EDITION_KINDS, 'edition.kind', standard, this.#kinds.byte());
    const date = this.#dates.get('edition.year', standard, this.#years[at] ?? 0, this.#months.byte(), this.#days.byte());
    const status = closed(STATUSES, 'edition.status', standard, this.#statuses.byte());
    if (status === undefined) return wrong('edition.status', standard, 0, `1 to ${STATUSES.length}`);
    const stage = this.#stages[at] ?? 0;
    const title = this.#titles[at] ?? 0;
    const variants = this.#variants[at] ?? 0;
    const edition: Mutable<Edition> = { id, status };
    if (kind !== undefined) edition.kind = kind;
    if (date !== undefined) edition.date = date;
    if (stage > 0) edition.stage = this.#texts.get('edition.stage', standard, stage, LIMITS.code);
    if (title > 0) edition.title = this.#titleTexts.get('edition.title', standard, title, LIMITS.title);
    if (variants > 0) edition.variants = this.#variantsOf(standard, variants - 1, id);
    return Object.freeze(edition);
  }

  #variantsOf(standard: number, count: number, id: string): readonly string[] {
    if (count > LIMITS.list) wrong('edition.variants', standard, count, `at most ${LIMITS.list}`);
    const variants: string[] = [];
    for (let before = id; variants.length < count;) {
      before = this.#variantTexts.next(before);
      if (before === '' || before.length > LIMITS.id)
        wrong('variant', standard, `a text of ${before.length} characters`, `1 to ${LIMITS.id}`);
      variants.push(before);
    }
    return Object.freeze(variants);
  }

  end(): void {
    this.#ids.end();
    this.#variantTexts.end();
    for (const reader of [this.#kinds, this.#months, this.#days, this.#statuses]) reader.end();
  }
}

/** Relations that the columns hold, as far as only the whole dataset can judge them. */
export interface StatedRelations {
  /** Pairs of places, the superseding standard first: a0, b0, a1, b1, … */
  readonly supersedes: readonly number[];
  /** Designations said to be outside of the dataset. */
  readonly outside: ReadonlySet<string>;
  /** Whether a standard relates to itself. */
  readonly toItself: boolean;
}

/** Reads the relations of the standards in order. */
export class RelationReader {
  readonly #counts: Uint32Array;
  readonly #types: ColumnReader;
  readonly #to: ColumnReader;
  readonly #external: ColumnReader;
  readonly #evidence: ColumnReader;
  readonly #source: ColumnReader;
  readonly #years: ColumnReader;
  readonly #months: ColumnReader;
  readonly #days: ColumnReader;
  readonly #ids: readonly StandardId[];
  readonly #sources: readonly SourceId[];
  readonly #texts: Texts;
  readonly #dates: Dates;
  readonly #supersedes: number[] = [];
  readonly #outside = new Set<string>();
  #toItself = false;

  constructor(
    column: ColumnOf,
    known: { readonly ids: readonly StandardId[]; readonly sources: readonly SourceId[] },
    texts: Texts,
    dates: Dates,
  ) {
    this.#counts = column('relation.count').numbers(known.ids.length);
    this.#types = column('relation.type');
    this.#to = column('relation.to');
    this.#external = column('relation.external');
    this.#evidence = column('relation.evidence');
    this.#source = column('relation.source');
    this.#years = column('relation.year');
    this.#months = column('relation.month');
    this.#days = column('relation.day');
    this.#ids = known.ids;
    this.#sources = known.sources;
    this.#texts = texts;
    this.#dates = dates;
  }

  /** The relations of the next standard; undefined where the columns hold none. */
  next(standard: number): readonly Relation[] | undefined {
    const count = (this.#counts[standard] ?? 0) - 1;
    if (count < 0) return undefined;
    if (count > LIMITS.list) wrong('relation.count', standard, count, `at most ${LIMITS.list}`);
    const relations: Relation[] = [];
    while (relations.length < count) relations.push(this.#one(standard));
    return Object.freeze(relations);
  }

  #one(standard: number): Relation {
    const type = closed(RELATION_TYPES, 'relation.type', standard, this.#types.byte());
    if (type === undefined) return wrong('relation.type', standard, 0, `1 to ${RELATION_TYPES.length}`);
    const external = this.#external.byte();
    if (external > 2) wrong('relation.external', standard, external, '0 to 2');
    const to =
      external === 1
        ? this.#texts.get('relation.to', standard, this.#to.number(), LIMITS.id)
        : this.#inside(standard, type === 'supersedes');
    if (external === 1) this.#outside.add(to);
    const evidence = this.#texts.get('relation.evidence', standard, this.#evidence.number(), LIMITS.title);
    const source = this.#source.number();
    const date = this.#dates.get('relation.year', standard, this.#years.number(), this.#months.byte(), this.#days.byte());
    const relation: Mutable<Relation> = { type, to, evidence };
    if (external > 0) relation.external = external === 1;
    if (source > 0)
      relation.source = this.#sources[source - 1] ?? wrong('relation.source', standard, source, `0 to ${this.#sources.length}`);
    if (date !== undefined) relation.date = date;
    return Object.freeze(relation);
  }

  #inside(standard: number, isSupersession: boolean): StandardId {
    const step = this.#to.signed();
    if (step === 0) this.#toItself = true;
    else if (isSupersession) this.#supersedes.push(standard, standard + step);
    return this.#ids[standard + step] ?? wrong('relation.to', standard, standard + step, `a standard from 0 to ${this.#ids.length - 1}`);
  }

  /** What was read so far. */
  get stated(): StatedRelations {
    return { supersedes: this.#supersedes, outside: this.#outside, toItself: this.#toItself };
  }

  end(): void {
    const all = [this.#types, this.#to, this.#external, this.#evidence, this.#source, this.#years, this.#months, this.#days];
    for (const reader of all) reader.end();
  }
}
