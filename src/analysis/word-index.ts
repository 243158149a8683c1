import MiniSearch from 'minisearch';
import type { Catalogue } from '../model/catalogue.js';
import { spellings } from '../model/designation.js';
import { joined, singular, tellingWords, wordsOf } from './fold.js';
import { recordsOf } from './records.js';
import type { RecordText } from './records.js';

/** Where in a record a word can be. */
export const PLACES = ['designation', 'title', 'committee', 'topic', 'sdo'] as const;
export type Place = (typeof PLACES)[number];

/** A record that has the words, with the words it has them in. */
export interface WordHit {
  readonly record: number;
  /** Any positive number; higher is nearer. */
  readonly score: number;
  /** Words of the query that the record answers to. */
  readonly answered: number;
  /** Words of the record, folded, by the places they are in. */
  readonly match: Readonly<Record<string, readonly string[]>>;
}

/** The words of a catalogue. */
export interface WordIndex {
  /** A record's number is its place; the standards come first, in dataset order. */
  readonly records: readonly RecordText[];
  /** The records that have all of the words, or any of them, near misses included; best first. */
  hits(words: readonly string[], combine: 'AND' | 'OR'): readonly WordHit[];
  /** Numbers of the standards that have all of the words, ascending. Near misses only for a word that no record has. */
  standardsWith(words: readonly string[]): readonly number[];
}

interface Entry extends RecordText {
  readonly number: number;
}

const SEPARATOR = '\n';
/** A number tells more than a word of a title, and that more than one shared by all work of a committee. */
const BOOST: Readonly<Record<Place, number>> = { designation: 4, title: 2, topic: 1, committee: 0.6, sdo: 0.4 };
/** Of two records that answer alike, a reader of this map rather means the group, the core of the map, what is still valid. */
const WEIGHTS = { group: 1.5, core: 1.3, outdated: 0.7 };

const bareNumbers = (words: readonly string[]): string[] => words.flatMap((word) => /^[a-z]{1,2}(\d{2,})$/.exec(word)?.[1] ?? []);

/**
 * All that people type for a designation: its words, its bare numbers (`4903`), its endings run together (`y4903l1603`,
 * `l1603`), its usual spellings.
 */
function nameWords(name: string): string[] {
  const words = wordsOf(name);
  const endings = words.map((_, from) => joined(words.slice(from)));
  return [...words, ...bareNumbers(words), ...endings, ...spellings(name).map((key) => key.toLowerCase())];
}

/** Editions add their years and former numbers; run together they are found by `locate`. */
const editionWords = (edition: string): string[] => [...wordsOf(edition), ...bareNumbers(wordsOf(edition))];

/** The words of designations that have a digit: only those tell one record from others. */
function numberWords({ names, editions }: RecordText): string {
  const words = new Set([...names.flatMap(nameWords), ...editions.flatMap(editionWords)]);
  return [...words].filter((word) => /\d/.test(word)).join(SEPARATOR);
}

/** `ISO`, `SRD`, `White Paper`: the words of a number that it shares with others. */
function sharedWords({ names, editions }: RecordText): string[] {
  const words = new Set([...names, ...editions].flatMap(wordsOf));
  return [...words].filter((word) => !/\d/.test(word));
}

/** The text of a place. `SRD` and `ISO` in the number of a standard weigh as little as its SDO; in that of a committee they are its name. */
function placeText(entry: Entry, place: string): string {
  switch (place) {
    case 'designation':
      return numberWords(entry);
    case 'title':
      return (entry.kind === 'standard' ? entry.titles : [...entry.names, ...entry.titles]).join(SEPARATOR);
    case 'committee':
      return entry.committees.join(SEPARATOR);
    case 'topic':
      return entry.topics.join(SEPARATOR);
    default:
      return (entry.kind === 'standard' ? [...entry.sdos, ...sharedWords(entry)] : entry.sdos).join(SEPARATOR);
  }
}

/** True when a word of the sorted list begins with the text. */
function begins(sorted: readonly string[], text: string): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return sorted[low]?.startsWith(text) ?? false;
}

/** Letters that may differ in a word no record has; none in numbers and in words below four letters. */
function allowance(word: string): number | false {
  if (word.length < 4 || /\d/.test(word)) return false;
  return word.length < 8 ? 1 : 2;
}

/** A function that computes each answer once. */
function remembered<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const answer = known.get(text) ?? compute(text);
    known.set(text, answer);
    return answer;
  };
}

/** An empty MiniSearch for entries; what it indexes is also put into `vocabulary`. */
function emptyIndex(vocabulary: Set<string>): MiniSearch<Entry> {
  // Thousands of standards share a few committees, topics and words: each is taken apart once.
  const words = remembered(tellingWords);
  const forms = remembered((word) => [...new Set([word, singular(word)])]);
  return new MiniSearch<Entry>({
    idField: 'number',
    fields: [...PLACES],
    extractField: (entry, field) => (field === 'number' ? entry.number : placeText(entry, field)),
    tokenize: (text, field) =>
      field === 'designation' ? text.split(SEPARATOR) : field === 'committee' || field === 'topic' ? words(text) : tellingWords(text),
    processTerm: (word, field) => {
      const indexed = field === 'designation' ? [word] : forms(word);
      for (const form of indexed) vocabulary.add(form);
      return indexed;
    },
  });
}

function build(catalogue: Catalogue): WordIndex {
  const vocabulary = new Set<string>();
  const mini = emptyIndex(vocabulary);
  const records = recordsOf(catalogue);
  mini.addAll(records.map((record, number) => ({ ...record, number })));
  const sorted = [...vocabulary].sort();
  const known = (word: string): boolean => begins(sorted, word);
  const standards = catalogue.standards;
  const weights = standards.map(
    ({ status, tier }) => (status === 'superseded' || status === 'withdrawn' ? WEIGHTS.outdated : 1) * (tier === 'core' ? WEIGHTS.core : 1),
  );
  const common = { tokenize: (text: string) => text.split(SEPARATOR), processTerm: singular, prefix: true, boost: { ...BOOST } };
  return {
    records,
    hits: (words, combine) => {
      const found = mini.search(words.join(SEPARATOR), {
        ...common,
        combineWith: combine,
        // A known word may still be somebody's misspelling of a commoner one, so one letter may always differ in a longer word.
        fuzzy: (word) => (known(word) ? word.length > 4 && allowance(word) !== false && 1 : allowance(word)),
        boostDocument: (number: number) => weights[number] ?? WEIGHTS.group,
      });
      return found.map(({ id, score, match, queryTerms }) => ({ record: Number(id), score, match, answered: new Set(queryTerms).size }));
    },
    standardsWith: (words) => {
      const found = mini.search(words.join(SEPARATOR), {
        ...common,
        combineWith: 'AND',
        fuzzy: (word) => (known(word) ? false : allowance(word)),
        filter: ({ id }) => Number(id) < standards.length,
      });
      return found.map(({ id }) => Number(id)).sort((a, b) => a - b);
    },
  };
}

const memo = new WeakMap<Catalogue, WordIndex>();

/** The word index of a catalogue, built at the first call. */
export function wordIndex(catalogue: Catalogue): WordIndex {
  const index = memo.get(catalogue) ?? build(catalogue);
  memo.set(catalogue, index);
  return index;
}
