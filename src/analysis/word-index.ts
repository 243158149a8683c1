import MiniSearch from 'minisearch';
import type { Catalogue } from '../model/catalogue.js';
import type { Committee, Standard } from '../model/dataset.js';
import { spellings } from '../model/designation.js';
import { joined, singular, tellingWords, wordsOf } from './fold.js';

/** What a search can find, in the order in which equal hits are listed. */
export const RECORD_KINDS = ['committee', 'topic', 'sdo', 'standard'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Where in a record a word can be. */
export const PLACES = ['designation', 'title', 'committee', 'topic', 'sdo'] as const;
export type Place = (typeof PLACES)[number];

/** One record of the index: its number is its place in `records`; the standards come first, in dataset order. */
export interface IndexedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  readonly title: string;
}

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
  readonly records: readonly IndexedRecord[];
  /** The records that have all of the words, or any of them, near misses included; best first. */
  hits(words: readonly string[], combine: 'AND' | 'OR'): readonly WordHit[];
  /** Numbers of the standards that have all of the words, ascending. Near misses only for a word that no record has. */
  standardsWith(words: readonly string[]): readonly number[];
}

interface Entry extends IndexedRecord {
  readonly number: number;
  readonly places: ReadonlyMap<string, string>;
}

const SEPARATOR = '\n';
/** A word in the designation tells more than one in a title, and that more than one shared by all work of a committee. */
const BOOST: Readonly<Record<Place, number>> = { designation: 4, title: 2, topic: 1, committee: 0.6, sdo: 0.4 };
const OUTDATED_WEIGHT = 0.7;

const bareNumbers = (words: readonly string[]): string[] => words.flatMap((word) => /^[a-z]{1,2}(\d{2,})$/.exec(word)?.[1] ?? []);

/**
 * All that people type for a designation: its words, its bare numbers (`4903`), its endings run together (`y4903l1603`,
 * `l1603`), its usual spellings.
 */
function designationWords(designation: string): string[] {
  const words = wordsOf(designation);
  const endings = words.map((_, from) => joined(words.slice(from)));
  return [...tellingWords(designation), ...bareNumbers(words), ...endings, ...spellings(designation).map((key) => key.toLowerCase())];
}

/** Editions add their years and former numbers; run together they are found by `locate`. */
const editionWords = (edition: string): string[] => [...tellingWords(edition), ...bareNumbers(wordsOf(edition))];

function designationText(designations: readonly string[], editions: readonly string[] = []): string {
  return [...new Set([...designations.flatMap(designationWords), ...editions.flatMap(editionWords)])].join(SEPARATOR);
}

const committeeText = ({ id, title, aliases }: Committee): string => [id, title, ...(aliases ?? [])].join(SEPARATOR);

function standardPlaces(catalogue: Catalogue, standard: Standard): Map<Place, string> {
  const { id, title, titles, aliases, editions } = standard;
  const texts = editions.flatMap((edition) => [edition.id, ...(edition.variants ?? [])]);
  const allTitles = new Set([title, ...Object.values(titles ?? {}), ...editions.flatMap((edition) => edition.title ?? [])]);
  const committees = new Set(standard.committees.flatMap((owner) => catalogue.path(owner)));
  const sdos = catalogue.sdosOf(standard).map((sdo) => catalogue.sdo(sdo)?.name ?? sdo);
  return new Map<Place, string>([
    ['designation', designationText([id, ...(aliases ?? [])], texts)],
    ['title', [...allTitles].join(SEPARATOR)],
    ['committee', [...committees].map(committeeText).join(SEPARATOR)],
    ['topic', standard.topics.map((topic) => `${topic} ${catalogue.topic(topic)?.label ?? ''}`).join(SEPARATOR)],
    ['sdo', sdos.join(SEPARATOR)],
  ]);
}

/** The places of a standard's words as one text each, for phrases: parts are separated by line breaks. */
export const phraseText = (catalogue: Catalogue, standard: Standard): string => {
  const { id, aliases, editions } = standard;
  const places = standardPlaces(catalogue, standard);
  places.set('designation', [id, ...(aliases ?? []), ...editions.map((edition) => edition.id)].join(SEPARATOR));
  return [...places.values()].join(SEPARATOR);
};

function entriesOf(catalogue: Catalogue): Entry[] {
  const entries: Entry[] = [];
  const add = (kind: RecordKind, id: string, title: string, places: ReadonlyMap<Place, string>): void => {
    entries.push({ kind, id, title, places, number: entries.length });
  };
  for (const standard of catalogue.standards) add('standard', standard.id, standard.title, standardPlaces(catalogue, standard));
  for (const { id, title, aliases, sdo } of catalogue.committees) {
    const owner = catalogue.sdo(sdo);
    add('committee', id, title, new Map([
      ['designation', designationText([id, ...(aliases ?? [])])], ['title', title], ['sdo', owner ? `${owner.name} ${owner.title}` : sdo],
    ]));
  }
  for (const { id, label } of catalogue.topics) add('topic', id, label, new Map([['designation', designationText([id])], ['title', label]]));
  for (const { id, name, title } of catalogue.sdos) {
    add('sdo', id, title, new Map([['designation', designationText([id, name])], ['title', title]]));
  }
  return entries;
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
    extractField: (entry, field) => (field === 'number' ? entry.number : entry.places.get(field) ?? ''),
    tokenize: (text, field) => (field === 'designation' ? text.split(SEPARATOR) : field === 'title' ? tellingWords(text) : words(text)),
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
  const records = entriesOf(catalogue);
  mini.addAll(records);
  const sorted = [...vocabulary].sort();
  const known = (word: string): boolean => begins(sorted, word);
  const standards = catalogue.standards;
  const outdated = standards.map(({ status }) => status === 'superseded' || status === 'withdrawn');
  const common = { tokenize: (text: string) => text.split(SEPARATOR), processTerm: singular, prefix: true, boost: { ...BOOST } };
  return {
    records: records.map(({ kind, id, title }) => ({ kind, id, title })),
    hits: (words, combine) => {
      const found = mini.search(words.join(SEPARATOR), {
        ...common,
        combineWith: combine,
        // A known word may still be somebody's misspelling of a commoner one, so one letter may always differ in a longer word.
        fuzzy: (word) => (known(word) ? word.length > 4 && allowance(word) !== false && 1 : allowance(word)),
        boostDocument: (number: number) => (outdated[number] ? OUTDATED_WEIGHT : 1),
      });
      return found.map(({ id, score, match, queryTerms }) => ({ record: Number(id), score, match, answered: new Set(queryTerms).size }));
    },
    standardsWith: (words) => {
      const found = mini.search(words.join(SEPARATOR), {
        ...common, combineWith: 'AND', fuzzy: (word) => (known(word) ? false : allowance(word)), filter: ({ id }) => Number(id) < standards.length,
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
