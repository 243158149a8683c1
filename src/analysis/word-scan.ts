import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { edits } from '../model/nearest.js';
import { askedWords, hasPhrase, isAsking, isPattern } from './asked-words.js';
import { joined, wordsOf } from './fold.js';
import { phraseOf } from './phrases.js';
import type { TextTerm } from './terms.js';
import { isTelling, singular } from './stop-words.js';
import { matchesWord } from './wildcards.js';
import { allowance } from './word-hits.js';

type Words = ReadonlySet<string>;

/** What is known of the words of a catalogue: those of each standard, its groups' included, and all there are. */
interface Read {
  readonly words: readonly Words[];
  readonly all: Words;
}

/** The words of a title that tell something, all where none does; each in the singular too. */
function titleWords(title: string): readonly string[] {
  const words = wordsOf(title);
  const telling = words.filter(isTelling);
  return (telling.length > 0 ? telling : words).flatMap((word) => [word, singular(word)]);
}

/** The words of a number and, of `y4903`, its bare number. */
const nameWords = (name: string): readonly string[] =>
  wordsOf(name).flatMap((word) => [word, /^[a-z]{1,2}(\d{2,})$/.exec(word)?.[1] ?? word]);

/** The endings of another name run together: `ts0001` for `TS-0001`. */
function endingsOf(name: string): readonly string[] {
  const words = wordsOf(name);
  return words.flatMap((_, from) => (from > 0 ? joined(words.slice(from - 1)) : [])).filter((ending) => /\d/.test(ending));
}

const groupWords = (names: readonly string[], titles: readonly string[] = []): readonly string[] => [
  ...names.flatMap((name) => [...nameWords(name), ...titleWords(name)]),
  ...titles.flatMap(titleWords),
];

function read(catalogue: Catalogue): Read {
  const groups = new Map<string, readonly string[]>();
  for (const { id, title, aliases = [] } of catalogue.committees) groups.set(`committee ${id}`, groupWords([id, ...aliases], [title]));
  for (const { id, label } of catalogue.topics) groups.set(`topic ${id}`, groupWords([id], [label]));
  // The long name of an SDO tells nothing of its standards
  for (const { id, name } of catalogue.sdos) groups.set(`sdo ${id}`, [id, name].flatMap(nameWords));
  const own = ({ id, title, titles = {}, aliases = [], editions }: Standard): readonly string[] => [
    ...[id, ...aliases, ...editions.flatMap((edition) => [edition.id, ...(edition.variants ?? [])])].flatMap(nameWords),
    ...[title, ...Object.values(titles), ...editions.flatMap((edition) => edition.title ?? [])].flatMap(titleWords),
    ...aliases.flatMap(endingsOf),
  ];
  const words = catalogue.standards.map((standard) => {
    const leading = [
      ...standard.committees.flatMap((id) => [id, ...catalogue.path(id).map((above) => above.id)]).map((id) => `committee ${id}`),
      ...standard.topics.map((id) => `topic ${id}`),
      ...catalogue.sdosOf(standard).map((id) => `sdo ${id}`),
    ];
    return new Set([...own(standard), ...leading.flatMap((key) => groups.get(key) ?? [])]);
  });
  const others = [...groups.values(), ...catalogue.sdos.map(({ id, name, title }) => groupWords([id, name], [title]))];
  return { words, all: new Set([...words, ...others].flatMap((some) => [...some])) };
}

const memo = new WeakMap<Catalogue, Read>();

/** What answers to a word: what begins with it; where nothing does, what is nearly it. */
function answering(word: string, all: Words): (other: string) => boolean {
  if (isPattern(word)) return (other) => matchesWord(word, other);
  const stem = singular(word);
  const begins = (other: string): boolean => other.startsWith(stem);
  const allowed = allowance(word);
  if (allowed === false || [...all].some(begins)) return begins;
  return (other) => !/\d/.test(other) && edits(word, other) <= allowed;
}

/**
 * Whether a standard has all words of a free text, or its phrase, by reading every record: the answers of the word index in a fifth of its code, for
 * where few filters are asked.
 *
 * @param catalogue of the latest
 * @returns asked of a standard by its number
 */
export function textTest(catalogue: Catalogue, { text, phrase }: TextTerm): (standard: Standard, number: number) => boolean {
  const asked = askedWords(text, phrase);
  if (phrase) return (_, number) => hasPhrase(asked, phraseOf(catalogue, number));
  const found = memo.get(catalogue) ?? read(catalogue);
  memo.set(catalogue, found);
  const telling = asked.filter(isAsking);
  const tests = (telling.length > 0 ? telling : asked).map((word) => answering(word, found.all));
  return (_, number) => tests.every((test) => [...(found.words[number] ?? [])].some(test));
}
