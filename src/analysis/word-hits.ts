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

/** Which hits are wanted; an index may give more. */
export interface Wanted {
  /** Most hits that somebody will look at; integer ≥ 1. */
  readonly most: number;
  readonly accepts: (record: number) => boolean;
}

/** A number tells more than a word of a title, and that more than one shared by all work of a committee. */
export const BOOST: Readonly<Record<Place, number>> = { designation: 4, title: 2, topic: 1, committee: 0.6, sdo: 0.4 };
/** Of two records that answer alike, a reader of this map rather means the group, the core of the map, what is still valid. */
export const WEIGHTS = { group: 1.5, core: 1.3, outdated: 0.7 };

/** Place of the first word of the sorted list that does not come before the text. */
export function firstFrom(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Letters that may differ in a word no record has; none in numbers and in words below four letters. */
export function allowance(word: string): number | false {
  if (word.length < 4 || /\d/.test(word)) return false;
  return word.length < 8 ? 1 : 2;
}
