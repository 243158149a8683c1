import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { joined, wordsOf } from './fold.js';
import { Numbers } from './numbers.js';
import { recordOf } from './records.js';
import { isTelling, singular } from './stop-words.js';

/** Where a standard has a word of its own: in a number, in a title, or in what its number shares with others (`ISO`, `TS`). */
export const OWN_PLACES = ['designation', 'title', 'sdo'] as const;
const [NUMBER, TITLE, SHARED] = [0, 1, 2];
/** A posting is the number of a record × this + its place. */
export const PLACE_BITS = 4;

/** Words of all records as flat arrays. */
export interface Words {
  /** Distinct words, folded, ascending by code unit. */
  readonly words: readonly string[];
  /** Postings of word i are at `offsets[i]` up to `offsets[i + 1]`, by record ascending. */
  readonly offsets: Uint32Array;
  /** Record × PLACE_BITS + place in OWN_PLACES. */
  readonly postings: Uint32Array;
  /** Words in the titles of each record, at most 255. */
  readonly lengths: Uint8Array;
}

const NONE: readonly number[] = [];

/** Collects the words of records; titles repeat their words, so each piece between two spaces is taken apart once. */
class Collector {
  readonly #places = new Map<string, number>();
  readonly #pieces = new Map<string, readonly number[]>();
  readonly #word = new Numbers();
  readonly #posting = new Numbers();
  readonly #lengths: Uint8Array;
  #lastTitle = '';
  #lastCodes: readonly number[] = NONE;

  constructor(records: number) {
    this.#lengths = new Uint8Array(records);
  }

  #code(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    this.#places.set(word, this.#places.size);
    return this.#places.size - 1;
  }

  #piece(piece: string): readonly number[] {
    const known = this.#pieces.get(piece);
    if (known) return known;
    const codes = this.#forms(wordsOf(piece).filter(isTelling));
    this.#pieces.set(piece, codes);
    return codes;
  }

  #forms(words: readonly string[]): readonly number[] {
    return [...new Set(words.flatMap((word) => [word, singular(word)]))].map((word) => this.#code(word));
  }

  #put(record: number, place: number, codes: readonly number[]): void {
    for (const code of codes) {
      this.#word.push(code);
      this.#posting.push(record * PLACE_BITS + place);
    }
  }

  addTitle(record: number, title: string): void {
    if (title !== this.#lastTitle) {
      const telling = [...new Set(title.split(' ').flatMap((piece) => this.#piece(piece)))];
      // A title of stop words alone has nothing else to be found by
      this.#lastCodes = telling.length > 0 ? telling : this.#forms(wordsOf(title));
      this.#lastTitle = title;
    }
    this.#put(record, TITLE, this.#lastCodes);
    this.#lengths[record] = Math.min(255, (this.#lengths[record] ?? 0) + this.#lastCodes.length);
  }

  /** All that people type for a former or another name: its words, and its endings run together (`ts0001` for `TS-0001`). */
  addAlias(record: number, name: string): void {
    this.addName(record, name);
    const words = wordsOf(name);
    const endings = words.slice(0, -1).map((_, from) => joined(words.slice(from)));
    this.#put(
      record,
      NUMBER,
      endings.filter((ending) => /\d/.test(ending)).map((ending) => this.#code(ending)),
    );
  }

  /** The words of a number and, of `y4903`, its bare number. Numbers run together are found by `locate`. */
  addName(record: number, name: string): void {
    for (const word of wordsOf(name)) {
      if (!/\d/.test(word)) this.#put(record, SHARED, [this.#code(word)]);
      else {
        const bare = /^[a-z]{1,2}(\d{2,})$/.exec(word)?.[1];
        this.#put(record, NUMBER, bare === undefined ? [this.#code(word)] : [this.#code(word), this.#code(bare)]);
      }
    }
  }

  /** @yields between parts that take some milliseconds each */
  *take(): Generator<void, Words, void> {
    const { words, order } = yield* sorted([...this.#places.keys()]);
    const offsets = new Uint32Array(words.length + 1);
    const [all, postings] = [this.#word.values, this.#posting.values];
    for (const code of all) offsets[(order[code] ?? 0) + 1] = (offsets[(order[code] ?? 0) + 1] ?? 0) + 1;
    yield;
    for (let i = 0; i < words.length; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
    const next = offsets.slice();
    const placed = new Uint32Array(postings.length);
    for (let i = 0; i < all.length; i++) {
      if (i % 200_000 === 0) yield;
      const word = order[all[i] ?? 0] ?? 0;
      const at = next[word] ?? 0;
      next[word] = at + 1;
      placed[at] = postings[i] ?? 0;
    }
    return { words, offsets, postings: placed, lengths: this.#lengths };
  }
}

/** Words in ascending order, and the new place of each old one; sorted by their beginnings, a few thousand at a time. */
function* sorted(words: readonly string[]): Generator<void, { readonly words: readonly string[]; readonly order: Uint32Array }, void> {
  const groups = new Map<string, number[]>();
  for (let at = 0; at < words.length; at++) {
    if (at % 10_000 === 0) yield;
    const beginning = (words[at] ?? '').slice(0, 2);
    const group = groups.get(beginning);
    if (group) group.push(at);
    else groups.set(beginning, [at]);
  }
  const result: string[] = [];
  const order = new Uint32Array(words.length);
  for (const beginning of [...groups.keys()].sort()) {
    yield;
    const group = (groups.get(beginning) ?? []).sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1));
    for (const at of group) {
      order[at] = result.length;
      result.push(words[at] ?? '');
    }
  }
  return { words: result, order };
}

function addStandard(into: Collector, record: number, { id, title, titles, aliases, editions }: Standard): void {
  into.addTitle(record, title);
  into.addName(record, id);
  if (titles) for (const other of Object.values(titles)) into.addTitle(record, other);
  if (aliases) for (const alias of aliases) into.addAlias(record, alias);
  for (const edition of editions) {
    if (edition.id !== id) into.addName(record, edition.id);
    if (edition.title !== undefined) into.addTitle(record, edition.title);
    if (edition.variants) for (const variant of edition.variants) into.addName(record, variant);
  }
}

/** Standards that are read between two yields. */
const BATCH = 250;

/**
 * The words of every record of a catalogue by itself: what committees, topics and SDOs say of a standard is not repeated for it.
 *
 * @param count number of records: standards, committees, topics and SDOs
 * @yields between parts that take some milliseconds each
 */
export function* readWords(catalogue: Catalogue, count: number): Generator<void, Words, void> {
  const into = new Collector(count);
  const { standards } = catalogue;
  for (let at = 0; at < standards.length; at++) {
    const standard = standards[at];
    if (standard) addStandard(into, at, standard);
    if (at % BATCH === 0) yield;
  }
  for (let record = standards.length; record < count; record++) {
    const { kind, names = [], titles = [] } = recordOf(catalogue, record) ?? {};
    for (const title of titles) into.addTitle(record, title);
    for (const name of names) {
      into.addName(record, name);
      if (kind !== 'standard') into.addTitle(record, name);
    }
  }
  return yield* into.take();
}
