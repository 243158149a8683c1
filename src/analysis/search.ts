import type { Catalogue } from '../model/catalogue.js';
import { placesIn } from '../model/places.js';
import { parseFilter } from './filter.js';
import { askedWords, isAnyWord, isAsking } from './asked-words.js';
import { compact, joined, wordsOf } from './fold.js';
import { passing } from './masks.js';
import { RECORD_KINDS } from './records.js';
import type { RecordKind, RecordText } from './records.js';
import { singular } from './stop-words.js';
import type { Filter, Term } from './terms.js';
import { hasWildcard } from './wildcards.js';
import { wordIndex, type WordIndex } from './word-index.js';
import { PLACES } from './word-hits.js';
import type { Place, Wanted, WordHit } from './word-hits.js';

/** A record that answers to a search. */
export interface Hit {
  readonly kind: RecordKind;
  readonly id: string;
  /** Title of a standard, committee or SDO; label of a topic. */
  readonly title: string;
  /** 1: the text names it outright. Below 1: by its words, relative to the best of them. */
  readonly score: number;
  /** Words of the record that answer to the text, folded, sorted; empty when it is named outright by another spelling. */
  readonly matched: readonly string[];
  /** The places of those words, the most telling first. */
  readonly where: readonly Place[];
  /** The edition that the text names. */
  readonly edition?: string;
}

const BY_WORDS = 0.99;

/** Numbers of the committees, topics and SDOs by each name they go by. */
type Names = ReadonlyMap<string, readonly number[]>;
const memo = new WeakMap<WordIndex, Names>();

function readNames(catalogue: Catalogue, index: WordIndex): Names {
  const names = new Map<string, number[]>();
  for (let number = catalogue.standards.length; number < index.count; number++) {
    const record = index.record(number);
    if (!record) continue;
    const { kind, id, title } = record;
    const words = wordsOf(id);
    // `SG20` names ITU-T SG20, and `JTC 1/SC 41` names ISO/IEC JTC 1/SC 41.
    const endings = kind === 'committee' ? words.map((_, from) => joined(words.slice(from))).filter((ending) => /^\D/.test(ending)) : [];
    const others =
      kind === 'committee' ? (catalogue.committee(id)?.aliases ?? []) : [kind === 'sdo' ? (catalogue.sdo(id)?.name ?? '') : title];
    for (const name of new Set([compact(id), compact(title), ...endings, ...others.map(compact)])) {
      const known = names.get(name);
      if (known) known.push(number);
      else if (name !== '') names.set(name, [number]);
    }
  }
  return names;
}

function namesOf(catalogue: Catalogue, index: WordIndex): Names {
  const names = memo.get(index) ?? readNames(catalogue, index);
  memo.set(index, names);
  return names;
}

const highest = (hits: readonly WordHit[]): number => hits.reduce((most, { score }) => Math.max(most, score), Number.MIN_VALUE);

/** The records that have all the words; where none has, those that have at least half as many as the fullest. */
function byWords(index: WordIndex, words: readonly string[], wanted: Wanted): readonly WordHit[] {
  if (words.length === 0) return [];
  const all = index.hits(words, 'AND', wanted);
  if (all.length > 0 || words.length === 1) return all;
  const some = index.hits(words, 'OR', wanted);
  const most = some.reduce((found, { answered }) => Math.max(found, answered), 0);
  const best = highest(some);
  // More words beat a better place of fewer.
  return some.filter(({ answered }) => answered * 2 >= most).map((hit) => ({ ...hit, score: hit.answered - 1 + hit.score / best }));
}

function places(match: WordHit['match']): Place[] {
  const fields = new Set(Object.values(match).flat());
  return PLACES.filter((place) => fields.has(place));
}

/** The words as the record has them: `cities` where `city` was asked for; run-together designations are no words. */
function matchedWords({ id, title }: RecordText, match: WordHit['match']): string[] {
  const own = wordsOf(`${id} ${title}`);
  const words = Object.entries(match).flatMap(([term, fields]) => {
    const written = own.filter((word) => word === term || singular(word) === term);
    if (written.length > 0) return written;
    return fields.some((field) => field !== 'designation') ? [term] : [];
  });
  return [...new Set(words)].sort();
}

/** What free words and phrases ask for. */
interface Asked {
  /** All of it as one name; undefined where a wildcard stands in it: that names nothing. */
  readonly name: string | undefined;
  readonly words: readonly string[];
}

function askedOf(terms: readonly Term[]): Asked {
  const free = terms.flatMap((term) => (term.field === 'text' && !term.not ? [term] : []));
  const words = free.flatMap(({ text, phrase }) => askedWords(text, phrase)).filter((word) => !isAnyWord(word));
  const asking = words.filter(isAsking);
  const isWild = free.some(({ text, phrase }) => hasWildcard(text, phrase));
  return { name: isWild ? undefined : free.map(({ text }) => text).join(' '), words: asking.length > 0 ? asking : words };
}

/** The terms beyond free words, which every standard found has to satisfy too. */
const restOf = (terms: readonly Term[]): Filter => ({ terms: terms.filter((term) => term.field !== 'text' || term.not || term.phrase) });

/** A record with its score; `found` is absent when no word of the text is in it. */
interface Candidate {
  readonly record: RecordText;
  readonly number: number;
  readonly score: number;
  readonly found?: WordHit;
  readonly edition?: string;
}

/** Best first. */
function candidates(catalogue: Catalogue, index: WordIndex, { name, words }: Asked, wanted: Wanted): Candidate[] {
  const all = new Map<number, Candidate>();
  const add = (number: number, score: number, given: Pick<Candidate, 'found' | 'edition'>): void => {
    const record = wanted.accepts(number) ? index.record(number) : undefined;
    if (record) all.set(number, { ...all.get(number), ...given, record, number, score });
  };
  const hits = byWords(index, words, wanted);
  const best = highest(hits);
  for (const found of hits) add(found.record, BY_WORDS * (found.score / best), { found });
  for (const number of name === undefined ? [] : (namesOf(catalogue, index).get(compact(name)) ?? [])) add(number, 1, {});
  const located = name === undefined ? undefined : catalogue.locate(name);
  if (located) add(placesIn(catalogue).get(located.standard.id) ?? -1, 1, located.edition ? { edition: located.edition.id } : {});
  return [...all.values()].sort(
    (a, b) => b.score - a.score || RECORD_KINDS.indexOf(a.record.kind) - RECORD_KINDS.indexOf(b.record.kind) || a.number - b.number,
  );
}

const hitOf = ({ record, score, found, edition }: Candidate): Hit => ({
  kind: record.kind,
  id: record.id,
  title: record.title,
  score,
  matched: found ? matchedWords(record, found.match) : [],
  where: found ? places(found.match) : ['designation'],
  ...(edition !== undefined && { edition }),
});

/**
 * Standards, committees, topics and SDOs that a text means: by any spelling of a designation, else by its words in
 * titles of every language, committees and topics. Case and diacritics do not count; words may be unfinished or misspelt.
 *
 * Field terms of the filter grammar narrow the standards: `sdo:iso smart` finds those of ISO.
 *
 * @param limit most hits to return; integer ≥ 1; default 20
 * @returns by score descending, then kind, then dataset order; empty for a text without words
 * @throws RangeError when `limit` is not an integer ≥ 1
 */
export function search(catalogue: Catalogue, text: string, limit = 20): readonly Hit[] {
  if (!Number.isInteger(limit) || limit < 1) throw new RangeError(`search: limit must be an integer ≥ 1, got ${String(limit)}`);
  const { terms } = parseFilter(text).filter;
  const asked = askedOf(terms);
  if (asked.words.length === 0) return [];
  const passes = passing(catalogue, restOf(terms));
  const accepts = (record: number): boolean => passes[record] !== 0;
  return candidates(catalogue, wordIndex(catalogue), asked, { most: limit, accepts }).slice(0, limit).map(hitOf);
}
