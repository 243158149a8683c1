import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { latestOf } from './day.js';
import { valuesOf } from './values.js';
import type { Listed } from './values.js';

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

/** Types of the relations at either end of each standard: the subject has them as its own, the object because it is their object. */
function relationTypes(catalogue: Catalogue): readonly ReadonlySet<string>[] {
  const types = catalogue.standards.map(() => new Set<string>());
  const places = placesIn(catalogue);
  catalogue.standards.forEach(({ relations }, at) => {
    for (const { type, to, external } of relations ?? []) {
      types[at]?.add(type);
      if (!external) types[places.get(to) ?? -1]?.add(type);
    }
  });
  return types;
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

/** Codes of the values of one standard, for all standards in turn. */
function coder(catalogue: Catalogue, field: Listed, codes: Codes): (standard: Standard, at: number) => readonly number[] {
  if (field === 'relation') {
    const types = relationTypes(catalogue);
    return (_, at) => Array.from(types[at] ?? [], (type) => codes.of(type));
  }
  const coded = (standard: Standard): readonly number[] => valuesOf(catalogue, standard, field).map((value) => codes.of(value));
  const sources = SOURCES.get(field);
  if (!sources) return coded;
  const known = new ByLists<readonly number[]>();
  return (standard) => known.get(sources(standard), () => coded(standard));
}

function listingOf(catalogue: Catalogue, field: Listed): Listing {
  const codes = new Codes();
  const { standards } = catalogue;
  const codesOf = coder(catalogue, field, codes);
  const offsets = new Uint32Array(standards.length + 1);
  const all: number[] = [];
  standards.forEach((standard, at) => {
    for (const code of codesOf(standard, at)) all.push(code);
    offsets[at + 1] = all.length;
  });
  return { values: codes.values, offsets, codes: Uint32Array.from(all) };
}

const memo = new WeakMap<Catalogue, Map<Listed, Listing>>();

/** The values that the standards of a catalogue have in a field, read once. */
export function valuesBy(given: Catalogue, field: Listed): Listing {
  const catalogue = field === 'status' || field === 'relation' ? given : latestOf(given);
  const listed = memo.get(catalogue) ?? new Map<Listed, Listing>();
  memo.set(catalogue, listed);
  const listing = listed.get(field) ?? listingOf(catalogue, field);
  listed.set(field, listing);
  return listing;
}

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
