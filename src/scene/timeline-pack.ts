import { NEVER, type Chain } from './timeline-texts.js';

/** Days that stay free between two standards in one row, so that they do not look like editions of one. */
export const GAP = 730;

/** Numbers of which the smallest comes out first. */
class Heap {
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  get least(): number {
    return this.#keys[0] ?? Infinity;
  }

  push(key: number, value: number): void {
    let at = this.#keys.push(key) - 1;
    this.#values.push(value);
    for (let up = (at - 1) >> 1; at > 0 && (this.#keys[up] ?? 0) > key; at = up, up = (at - 1) >> 1) this.#swap(at, up);
  }

  pop(): number {
    const top = this.#values[0] ?? 0;
    this.#swap(0, this.#keys.length - 1);
    this.#keys.pop();
    this.#values.pop();
    const least = (a: number, b: number): number => ((this.#keys[b] ?? Infinity) < (this.#keys[a] ?? Infinity) ? b : a);
    for (let at = 0, down = least(least(0, 1), 2); down !== at; down = least(least(at, 2 * at + 1), 2 * at + 2)) {
      this.#swap(at, down);
      at = down;
    }
    return top;
  }

  #swap(a: number, b: number): void {
    [this.#keys[a], this.#keys[b]] = [this.#keys[b] ?? 0, this.#keys[a] ?? 0];
    [this.#values[a], this.#values[b]] = [this.#values[b] ?? 0, this.#values[a] ?? 0];
  }
}

/**
 * The row of each chain: the topmost that has been free for `GAP` days, so as few rows as can be.
 *
 * @param chains by their first day
 * @param own places in `chains` of those that get rows, rising; default all
 * @returns rows from 0, in the order of `own`
 * @source interval partitioning by start, with a heap of the rows in use and one of the free ones: O(n log n)
 */
export function packed(chains: readonly Pick<Chain, 'from' | 'free'>[], own: readonly number[] = [...chains.keys()]): Uint32Array {
  const [busy, free] = [new Heap(), new Heap()];
  const result = new Uint32Array(own.length);
  let rows = 0;
  for (let i = 0; i < own.length; i++) {
    const chain = chains[own[i] ?? 0];
    if (!chain) continue;
    while (busy.least <= chain.from - GAP) {
      const row = busy.pop();
      free.push(row, row);
    }
    const row = free.least === Infinity ? rows++ : free.pop();
    if (chain.free < NEVER) busy.push(chain.free, row);
    result[i] = row;
  }
  return result;
}
