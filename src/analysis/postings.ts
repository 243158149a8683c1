import { Best } from './best.js';
import type { TermVector } from './term-vectors.js';
import type { TitleTerms } from './title-terms.js';

/**
 * Titles that are met on the way from one title to those that share its terms, the rarest terms first: what more standards have leads to
 * nothing that rarer terms would not. Every title of a catalogue of 2,000 is met; of 60,000 those that share a word worth mentioning.
 *
 * @source decision on titles met in the README: 600, 1,000 and 3,000 give the same figures
 */
const MOST_MET = 1000;

/** Which titles have a term, and which share the most with another title. */
export class Postings {
  /** Norm of each title, 1 where it has no terms. */
  readonly #norms: Float64Array;
  readonly #terms: TitleTerms;
  readonly #offsets: Uint32Array;
  readonly #titles: Uint32Array;
  readonly #weights: Float64Array;
  /** Dot product so far, by title; all 0 between two questions. */
  readonly #sums: Float64Array;

  constructor(vectors: readonly TermVector[], terms: TitleTerms) {
    this.#norms = Float64Array.from(vectors, ({ norm }) => (norm > 0 ? norm : 1));
    this.#terms = terms;
    this.#sums = new Float64Array(vectors.length);
    this.#offsets = new Uint32Array(terms.size + 1);
    for (const { ids, from, to } of vectors)
      for (let at = from; at < to; at++) {
        const next = (ids[at] ?? 0) + 1;
        this.#offsets[next] = (this.#offsets[next] ?? 0) + 1;
      }
    for (let id = 0; id < terms.size; id++) this.#offsets[id + 1] = (this.#offsets[id + 1] ?? 0) + (this.#offsets[id] ?? 0);
    const total = this.#offsets[terms.size] ?? 0;
    this.#titles = new Uint32Array(total);
    this.#weights = new Float64Array(total);
    const next = this.#offsets.slice();
    vectors.forEach(({ ids, weights, from, to }, title) => {
      for (let at = from; at < to; at++) {
        const id = ids[at] ?? 0;
        const place = next[id] ?? 0;
        next[id] = place + 1;
        this.#titles[place] = title;
        this.#weights[place] = weights[at] ?? 0;
      }
    });
  }

  /** Places in `vector.ids` of the terms to look up: the rarest ones, one at least. */
  #asked({ ids, from, to }: TermVector): readonly number[] {
    const standards = (at: number): number => this.#terms.standardsWith(ids[at] ?? 0);
    const places: number[] = [];
    for (let at = from; at < to; at++) if ((ids[at] ?? 0) < this.#terms.size) places.push(at);
    places.sort((x, y) => standards(x) - standards(y) || x - y);
    let met = 0;
    const end = places.findIndex((at) => (met += standards(at)) > MOST_MET);
    return end < 0 ? places : places.slice(0, Math.max(1, end));
  }

  /** Adds the dot product with every title that shares a term that is looked up; answers with those titles. */
  #meet(vector: TermVector): readonly number[] {
    const sums = this.#sums;
    const titles = this.#titles;
    const weights = this.#weights;
    const met: number[] = [];
    for (const at of this.#asked(vector)) {
      const id = vector.ids[at] ?? 0;
      const weight = vector.weights[at] ?? 0;
      const end = this.#offsets[id + 1] ?? 0;
      for (let place = this.#offsets[id] ?? 0; place < end; place++) {
        const title = titles[place] ?? 0;
        const sum = sums[title] ?? 0;
        if (sum === 0) met.push(title);
        sums[title] = sum + weight * (weights[place] ?? 0);
      }
    }
    return met;
  }

  /**
   * The titles that share the most with a vector, by the cosine of what is looked up, the best first; of equals the earlier one.
   *
   * @param most integer ≥ 1
   */
  sharing(vector: TermVector, most: number, accepts: (title: number) => boolean): readonly number[] {
    const sums = this.#sums;
    const norms = this.#norms;
    const best = new Best(most);
    for (const title of this.#meet(vector)) {
      const value = (sums[title] ?? 0) / (norms[title] ?? 1);
      sums[title] = 0;
      if (value >= best.least && accepts(title)) best.add(title, value);
    }
    return best.items;
  }
}
