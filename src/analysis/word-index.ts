import type { Catalogue } from '../model/catalogue.js';
import { edits } from '../model/nearest.js';
import { beginningOf, isPattern, lettersIn } from './asked-words.js';
import { wordsOf } from './fold.js';
import { valuesBy, type Listing } from './listing.js';
import { OWN_PLACES, PLACE_BITS, readWords, type Words } from './words.js';
import { recordCount, recordOf, type RecordText } from './records.js';
import { singular } from './stop-words.js';
import { matchesWord } from './wildcards.js';
import { allowance, BOOST, firstFrom, PLACES, WEIGHTS, type Place, type Wanted, type WordHit } from './word-hits.js';
import { latestOf } from './day.js';

/** Share of its worth that a word keeps which only begins as was asked, or which is a near miss. */
const BEGINS = 0.6;
const NEAR = 0.4;
/** Words of a title that count as usual: in a longer one a word tells less. */
const USUAL = 10;
/** What a word of a group tells of its standards, by the field that leads to the group. */
const GROUP_PLACES = { committee: 'committee', topic: 'topic', sdo: 'sdo' } as const satisfies Record<string, Place>;

/** A word that answers to one of the query, 0–1: how well. */
interface Answer {
  readonly word: number;
  readonly worth: number;
}

/** Groups of one kind: their records and the standards that count under them. */
interface Groups {
  readonly place: Place;
  readonly listing: Listing;
  /** Record of each value of the listing. */
  readonly records: Int32Array;
}

/** The best of many, the first of equals; kept in order while they come. */
class Best {
  readonly #most: number;
  readonly #records: number[] = [];
  readonly #scores: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(record: number, score: number): void {
    const { length } = this.#scores;
    if (length === this.#most && score <= (this.#scores[length - 1] ?? 0)) return;
    let at = length;
    while (at > 0 && (this.#scores[at - 1] ?? 0) < score) at--;
    this.#records.splice(at, 0, record);
    this.#scores.splice(at, 0, score);
    if (length === this.#most) {
      this.#records.pop();
      this.#scores.pop();
    }
  }

  map<T>(make: (record: number, score: number) => T): T[] {
    return this.#records.map((record, at) => make(record, this.#scores[at] ?? 0));
  }
}

/** The words of a catalogue: flat arrays instead of a tree, nothing said twice, only the hits that are wanted. */
export class WordIndex {
  /** Records: the standards in dataset order, then committees, topics and SDOs. */
  readonly count: number;
  readonly #catalogue: Catalogue;
  readonly #words: Words;
  readonly #groups: readonly Groups[];
  readonly #weights: Float32Array;
  readonly #firstGroup: number;
  readonly #firstSdo: number;

  constructor(catalogue: Catalogue, words: Words, groups: readonly Groups[]) {
    this.count = recordCount(catalogue);
    this.#firstGroup = catalogue.standards.length;
    this.#firstSdo = this.count - catalogue.sdos.length;
    this.#catalogue = catalogue;
    this.#words = words;
    this.#groups = groups;
    this.#weights = new Float32Array(this.count).fill(WEIGHTS.group);
    catalogue.standards.forEach(({ status, tier }, at) => {
      this.#weights[at] = (status === 'superseded' || status === 'withdrawn' ? WEIGHTS.outdated : 1) * (tier === 'core' ? WEIGHTS.core : 1);
    });
  }

  record(number: number): RecordText | undefined {
    return recordOf(this.#catalogue, number);
  }

  /** The records that have all of the words, or any of them, near misses included; best first. */
  hits(words: readonly string[], combine: 'AND' | 'OR', { most, accepts }: Wanted): readonly WordHit[] {
    const asked = [...new Set(words)];
    const scores = new Float32Array(this.count);
    const answered = new Uint8Array(this.count);
    const answers = asked.map((word) => this.#answers(word));
    for (const answer of answers) this.#add(answer, scores, answered);
    const best = new Best(most);
    const least = combine === 'AND' ? asked.length : 1;
    for (let record = 0; record < this.count; record++) {
      const count = answered[record] ?? 0;
      // More words beat better ones
      if (count >= least && accepts(record)) best.add(record, count * 1e6 + (scores[record] ?? 0) * (this.#weights[record] ?? 1));
    }
    const known = answers.map((answer) => new Set(answer.map(({ word }) => this.#words.words[word] ?? '')));
    return best.map((record, score) => ({
      record,
      score: combine === 'AND' ? score - asked.length * 1e6 : score % 1e6,
      answered: answered[record] ?? 0,
      match: this.#match(record, known),
    }));
  }

  /** Numbers of the standards that have all of the words, ascending; words as `askedWords` gives them. Near misses only for a word that no record has. */
  standardsWith(words: readonly string[]): readonly number[] {
    const asked = [...new Set(words)];
    const answered = new Uint8Array(this.count);
    for (const word of asked) this.#add(this.#answers(word), new Float32Array(this.count), answered);
    const found: number[] = [];
    for (let at = 0; at < this.#catalogue.standards.length; at++) if (answered[at] === asked.length) found.push(at);
    return found;
  }

  /** The words of the index that begin as the word does; where none does, those that are nearly it. */
  #answers(word: string): readonly Answer[] {
    if (isPattern(word)) return this.#fitting(word);
    const { words } = this.#words;
    const stem = singular(word);
    const answers: Answer[] = [];
    for (let at = firstFrom(words, stem); words[at]?.startsWith(stem); at++)
      answers.push({ word: at, worth: words[at] === stem || words[at] === word ? 1 : (BEGINS * stem.length) / (words[at]?.length ?? 1) });
    const allowed = allowance(word);
    if (answers.length > 0 || allowed === false) return answers;
    words.forEach((other, at) => {
      if (Math.abs(other.length - word.length) > allowed || /\d/.test(other)) return;
      if (edits(word, other) <= allowed) answers.push({ word: at, worth: NEAR });
    });
    return answers;
  }

  /** The words of the index that a pattern is all of. */
  #fitting(pattern: string): readonly Answer[] {
    const { words } = this.#words;
    const beginning = beginningOf(pattern);
    const letters = lettersIn(pattern);
    const answers: Answer[] = [];
    for (let at = firstFrom(words, beginning); words[at]?.startsWith(beginning); at++) {
      const word = words[at] ?? '';
      if (matchesWord(pattern, word)) answers.push({ word: at, worth: (BEGINS * letters) / word.length });
    }
    return answers;
  }

  /** Adds the worth of one word of the query to the records that have it, each once by its best. */
  #add(answers: readonly Answer[], scores: Float32Array, answered: Uint8Array): void {
    const { offsets, postings, lengths } = this.#words;
    const worths = new Float32Array(this.count);
    const named = new Float32Array(this.count);
    for (const { word, worth } of answers) {
      const [from, to] = [offsets[word] ?? 0, offsets[word + 1] ?? 0];
      const rare = worth * Math.log(1 + this.count / (1 + to - from));
      for (let at = from; at < to; at++) {
        const posting = postings[at] ?? 0;
        const record = Math.floor(posting / PLACE_BITS);
        const place = OWN_PLACES[posting % PLACE_BITS] ?? 'title';
        const share = place === 'title' ? USUAL / (USUAL + (lengths[record] ?? 0)) : 1;
        worths[record] = Math.max(worths[record] ?? 0, rare * BOOST[place] * share);
        // The long name of an SDO tells nothing of its standards
        if (record >= this.#firstGroup && (record < this.#firstSdo || place !== 'title'))
          named[record] = Math.max(named[record] ?? 0, rare);
      }
    }
    this.#addByGroups(named, worths);
    for (let record = 0; record < this.count; record++) {
      const worth = worths[record] ?? 0;
      if (worth === 0) continue;
      scores[record] = (scores[record] ?? 0) + worth;
      answered[record] = (answered[record] ?? 0) + 1;
    }
  }

  /** What names a group tells, less, of the standards that count under it. */
  #addByGroups(named: Float32Array, worths: Float32Array): void {
    for (const { place, listing, records } of this.#groups) {
      const own = Float32Array.from(records, (record) => (named[record] ?? 0) * BOOST[place]);
      if (!own.some((worth) => worth > 0)) continue;
      const { offsets, codes } = listing;
      for (let standard = 0; standard + 1 < offsets.length; standard++) {
        for (let at = offsets[standard] ?? 0; at < (offsets[standard + 1] ?? 0); at++) {
          const worth = own[codes[at] ?? 0] ?? 0;
          if (worth > (worths[standard] ?? 0)) worths[standard] = worth;
        }
      }
    }
  }

  /** The words of a record that answer, by the places they are in. */
  #match(record: number, known: readonly ReadonlySet<string>[]): WordHit['match'] {
    const text = this.record(record);
    const match = new Map<string, Place[]>();
    const read = (place: Place, texts: readonly string[]): void => {
      for (const word of new Set(texts.flatMap(wordsOf))) {
        if (!known.some((words) => words.has(word) || words.has(singular(word)))) continue;
        match.set(word, [...(match.get(word) ?? []), place]);
      }
    };
    if (text) {
      read('designation', text.kind === 'standard' ? [...text.names, ...text.editions] : []);
      read('title', text.kind === 'standard' ? text.titles : [...text.names, ...text.titles]);
      for (const place of PLACES.slice(2))
        read(place, place === 'committee' ? text.committees : place === 'topic' ? text.topics : text.sdos);
    }
    return Object.fromEntries(match);
  }
}

function groupsOf(catalogue: Catalogue, field: keyof typeof GROUP_PLACES): Groups {
  const { standards, committees, topics, sdos } = catalogue;
  const all = { committee: committees, topic: topics, sdo: sdos };
  const first = { committee: 0, topic: committees.length, sdo: committees.length + topics.length };
  const places = new Map(all[field].map(({ id }, at) => [id, standards.length + first[field] + at] as const));
  const listing = valuesBy(catalogue, field);
  return { place: GROUP_PLACES[field], listing, records: Int32Array.from(listing.values, (value) => places.get(value) ?? -1) };
}

function* build(catalogue: Catalogue): Generator<void, WordIndex, void> {
  const words = yield* readWords(catalogue, recordCount(catalogue));
  const groups: Groups[] = [];
  for (const field of ['committee', 'topic', 'sdo'] as const) {
    groups.push(groupsOf(catalogue, field));
    yield;
  }
  return new WordIndex(catalogue, words, groups);
}

/** Standards from which on the index takes so long that a page makes it in parts. */
const LARGE = 20_000;

const memo = new WeakMap<Catalogue, WordIndex>();

/** Whether the index of a catalogue is there already, or is made so quickly that nobody has to wait for it. */
export const hasWordIndex = (catalogue: Catalogue): boolean => memo.has(latestOf(catalogue)) || catalogue.standards.length < LARGE;

/**
 * Makes the index of a catalogue in parts of some milliseconds each, for callers that must not block; `wordIndex` answers at once afterwards.
 *
 * @yields between the parts
 */
export function* wordIndexSteps(given: Catalogue): Generator<void, WordIndex, void> {
  const catalogue = latestOf(given);
  const known = memo.get(catalogue);
  if (known) return known;
  const index = yield* build(catalogue);
  memo.set(catalogue, index);
  return index;
}

/** The word index of a catalogue, built at the first call. */
export function wordIndex(catalogue: Catalogue): WordIndex {
  const steps = wordIndexSteps(catalogue);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
