import MiniSearch from 'minisearch';
import type { Catalogue } from '../model/catalogue.js';
import { spellings } from '../model/designation.js';
import { joined, singular, tellingWords, wordsOf } from './fold.js';
import { leanIndexSteps } from './lean-index.js';
import { recordCount, recordOf } from './records.js';
import type { RecordText } from './records.js';
import { allowance, begins, BOOST, PLACES, WEIGHTS } from './word-hits.js';
import type { WordIndex } from './word-hits.js';

interface Entry extends RecordText {
  readonly number: number;
}

const SEPARATOR = '\n';
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
  const count = recordCount(catalogue);
  const records = Array.from({ length: count }, (_, number) => recordOf(catalogue, number)).filter((record) => record !== undefined);
  mini.addAll(records.map((record, number) => ({ ...record, number })));
  const sorted = [...vocabulary].sort();
  const known = (word: string): boolean => begins(sorted, word);
  const standards = catalogue.standards;
  const weights = standards.map(
    ({ status, tier }) => (status === 'superseded' || status === 'withdrawn' ? WEIGHTS.outdated : 1) * (tier === 'core' ? WEIGHTS.core : 1),
  );
  const common = { tokenize: (text: string) => text.split(SEPARATOR), processTerm: singular, prefix: true, boost: { ...BOOST } };
  return {
    count,
    record: (number) => records[number],
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

/** Standards from which on an index is lean: MiniSearch takes half a second and 60 MB for 2,208 of them, and grows faster than they do. */
const LARGE = 20_000;

const memo = new WeakMap<Catalogue, WordIndex>();

/** Whether the index of a catalogue is there already, or is made so quickly that nobody has to wait for it. */
export const hasWordIndex = (catalogue: Catalogue): boolean => memo.has(catalogue) || catalogue.standards.length < LARGE;

/**
 * Makes the index of a catalogue in parts, for callers that must not block; `wordIndex` answers at once afterwards.
 *
 * A large catalogue takes parts of some milliseconds each; a small one is one part.
 *
 * @yields between the parts
 */
export function* wordIndexSteps(catalogue: Catalogue): Generator<void, WordIndex, void> {
  const known = memo.get(catalogue);
  if (known) return known;
  const index = catalogue.standards.length < LARGE ? build(catalogue) : yield* leanIndexSteps(catalogue);
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
