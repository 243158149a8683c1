import type { Edition, Standard } from './dataset.js';
import { spellings } from './designation.js';

/** What a name leads to: the standard, and the edition when the name is one of an edition. */
export interface Named {
  readonly standard: Standard;
  readonly edition?: Edition;
}

/** Names whose digits tell as much as their canonical form: nothing that the canonical form changes between two digits. */
const PLAIN = /^[\x20-\x7e]*$/;
const WORDY = /REC|STANDARD|SERIES/i;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
/** Marks that `canonical` keeps between two digits: ( - . / : */
const parts = (code: number): boolean => code === 40 || (code >= 45 && code <= 47) || code === 58;

/** The digits of a name as one number from 0 to 2^32 - 1: equal for names that any spelling makes equal. */
function digitsOf(name: string): number {
  let sum = 0x811c9dc5;
  let [open, broken] = [false, false];
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (isDigit(code)) {
      if (open && broken) sum = Math.imul(sum ^ 1, 0x01000193);
      sum = Math.imul(sum ^ code, 0x01000193);
      [open, broken] = [true, false];
    } else if (isLetter(code) || code > 126 || parts(code)) broken = true;
  }
  return sum >>> 0;
}

/** Names whose other spellings have other digits: a dual number, and the publisher with a digit of its own. */
const isSimple = (name: string): boolean =>
  PLAIN.test(name) && !WORDY.test(name) && !/W3C/i.test(name) && (!name.includes('/') || (name.match(/[a-z]\.\d/gi)?.length ?? 0) < 2);

/** The digit sums of all keys under which a name can be asked for. */
const sumsOf = (name: string): readonly number[] =>
  isSimple(name) ? [digitsOf(name)] : [...new Set(spellings(name).map((key) => digitsOf(key)))];

/** Most names of an index; a digit sum and a name share the 53 bits of a whole number. */
const MOST_NAMES = 2 ** 21;

interface Entry extends Named {
  readonly name: string;
}

/** Every name in the order in which names win: ids, then aliases, then editions with their variants. */
function entriesOf(standards: readonly Standard[]): readonly Entry[] {
  const entries: Entry[] = standards.map((standard) => ({ name: standard.id, standard }));
  for (const standard of standards) for (const name of standard.aliases ?? []) entries.push({ name, standard });
  for (const standard of standards) {
    for (const edition of standard.editions) {
      // An edition of the same name as its standard says nothing new
      if (edition.id !== standard.id) entries.push({ name: edition.id, standard, edition });
      for (const name of edition.variants ?? []) entries.push({ name, standard, edition });
    }
  }
  return entries.slice(0, MOST_NAMES);
}

/**
 * Names by their digits: whatever spelling, the digits of a designation stay. To spell out every name of a catalogue takes seconds; to sum up its
 * digits a fraction of that, and few names share theirs.
 */
export class NameIndex {
  readonly #entries: readonly Entry[];
  /** Digit sum × MOST_NAMES + entry, ascending. */
  readonly #sums: Float64Array;

  constructor(standards: readonly Standard[]) {
    this.#entries = entriesOf(standards);
    const sums: number[] = [];
    this.#entries.forEach(({ name }, entry) => {
      for (const sum of sumsOf(name)) sums.push(sum * MOST_NAMES + entry);
    });
    this.#sums = Float64Array.from(sums).sort();
  }

  /** Every name that has one of the keys in any spelling, and some that have not, in the order in which names win. */
  candidates(keys: readonly string[]): readonly Entry[] {
    const found = new Set<number>();
    for (const sum of new Set(keys.map((key) => digitsOf(key)))) {
      for (let at = this.#first(sum * MOST_NAMES); (this.#sums[at] ?? Infinity) < (sum + 1) * MOST_NAMES; at++)
        found.add((this.#sums[at] ?? 0) % MOST_NAMES);
    }
    return [...found].sort((a, b) => a - b).flatMap((entry) => this.#entries[entry] ?? []);
  }

  #first(least: number): number {
    let [low, high] = [0, this.#sums.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] ?? 0) < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
