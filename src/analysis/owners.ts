import type { Catalogue } from '../model/catalogue.js';
import { ownersOf } from './profile.js';

/** Who owns each standard: few lists of owners, so that two standards are compared by the numbers of theirs. */
export class Owners {
  /** Number of the list of owners, by standard. */
  readonly #list: Uint32Array;
  /** 1 where two lists share no SDO; row by row. */
  readonly #differ: Uint8Array;
  readonly #count: number;

  constructor(catalogue: Catalogue) {
    const lists = new Map<string, { readonly number: number; readonly owners: readonly string[] }>();
    this.#list = Uint32Array.from(catalogue.standards, (standard) => {
      const owners = ownersOf(catalogue, standard);
      const key = owners.join('\n');
      const list = lists.get(key) ?? { number: lists.size, owners };
      lists.set(key, list);
      return list.number;
    });
    const all = [...lists.values()];
    this.#count = all.length;
    this.#differ = Uint8Array.from(all.flatMap((a) => all.map((b) => (a.owners.some((sdo) => b.owners.includes(sdo)) ? 0 : 1))));
  }

  /** Whether no SDO owns both. A standard of nobody differs from every other, and from itself. */
  differ(a: number, b: number): boolean {
    return a !== b && this.#differ[(this.#list[a] ?? 0) * this.#count + (this.#list[b] ?? 0)] === 1;
  }
}
