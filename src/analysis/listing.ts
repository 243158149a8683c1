import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { latestOf } from './day.js';
import { ownValues, type Listed, type OwnField } from './values.js';

/** The values of one field as numbers: those of standard i are at `offsets[i]` up to `offsets[i + 1]` of `codes`. */
export interface Listing {
  /** Each value once, in the order of its first standard. */
  readonly values: readonly string[];
  /** n + 1. */
  readonly offsets: Uint32Array;
  /** Places in `values`; within one standard each once. */
  readonly codes: Uint32Array;
}

/** Codes of the values while they are met. */
class Codes {
  readonly values: string[] = [];
  readonly #places = new Map<string, number>();

  of(value: string): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}

type Lists = readonly (readonly string[])[];
/** The lists of a standard that its values in a field follow from, where there are such. */
const SOURCES: ReadonlyMap<Listed, (standard: Standard) => Lists> = new Map<Listed, (standard: Standard) => Lists>([
  ['sdo', ({ committees, publishers }) => [committees, publishers]],
  ['committee', ({ committees }) => [committees]],
  ['topic', ({ topics }) => [topics]],
]);

/** Answers by the lists they follow from: standards of a compact file share their lists, and there are few of them. */
class ByLists<T> {
  readonly #known = new Map<readonly string[], Map<readonly string[], T>>();

  get(lists: Lists, make: () => T): T {
    const [first = [], second = first] = lists;
    const known = this.#known.get(first) ?? new Map<readonly string[], T>();
    this.#known.set(first, known);
    const value = known.get(second) ?? make();
    known.set(second, value);
    return value;
  }
}

/** The values of the standards of a catalogue, asked for one after the other in dataset order. */
export type ValuesOf = (catalogue: Catalogue) => (standard: Standard, at: number) => readonly string[];

function listingOf(catalogue: Catalogue, field: Listed, valuesOf: ValuesOf): Listing {
  const codes = new Codes();
  const { standards } = catalogue;
  const read = valuesOf(catalogue);
  const coded = (standard: Standard, at: number): readonly number[] => read(standard, at).map((value) => codes.of(value));
  const sources = SOURCES.get(field);
  const known = new ByLists<readonly number[]>();
  const offsets = new Uint32Array(standards.length + 1);
  const all: number[] = [];
  standards.forEach((standard, at) => {
    for (const code of sources ? known.get(sources(standard), () => coded(standard, at)) : coded(standard, at)) all.push(code);
    offsets[at + 1] = all.length;
  });
  return { values: codes.values, offsets, codes: Uint32Array.from(all) };
}

const memo = new WeakMap<Catalogue, Map<Listed, Listing>>();

/** The values that the standards of a catalogue have in a field, read once. @param valuesOf is the same of a field always */
export function listingBy(given: Catalogue, field: Listed, valuesOf: ValuesOf): Listing {
  const catalogue = field === 'status' || field === 'relation' ? given : latestOf(given);
  const listed = memo.get(catalogue) ?? new Map<Listed, Listing>();
  memo.set(catalogue, listed);
  const listing = listed.get(field) ?? listingOf(catalogue, field, valuesOf);
  listed.set(field, listing);
  return listing;
}

/** `listingBy` of what records tell by themselves. */
export const valuesBy = (catalogue: Catalogue, field: OwnField): Listing =>
  listingBy(catalogue, field, (given) => (standard) => ownValues(given, standard, field));

/** Standards that pass, counted by value; one number a value. */
export function countBy({ values, offsets, codes }: Listing, passes: Uint8Array): Uint32Array {
  const counts = new Uint32Array(values.length);
  for (let standard = 0; standard < passes.length; standard++) {
    if (passes[standard] !== 1) continue;
    for (let at = offsets[standard] ?? 0; at < (offsets[standard + 1] ?? 0); at++) {
      const code = codes[at] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
  }
  return counts;
}

/** Sets the byte of every standard that has one of the values. */
export function markValues({ values, offsets, codes }: Listing, wanted: ReadonlySet<string>, mask: Uint8Array): void {
  const isWanted = Uint8Array.from(values, (value) => (wanted.has(value) ? 1 : 0));
  for (let standard = 0; standard < mask.length; standard++) {
    for (let at = offsets[standard] ?? 0; at < (offsets[standard + 1] ?? 0); at++) {
      if (isWanted[codes[at] ?? 0] === 1) mask[standard] = 1;
    }
  }
}
