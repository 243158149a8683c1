import type { TermVector, TitleTerms } from './title-terms.js';

/** Terms that more standards have lead to nothing that rarer ones would not. @source design figures of `similarity`, C4 step 4: recall 97.9 % with and without */
const MOST_STANDARDS = 500;
/** Terms of a title that are looked up however many standards have them: its rarest ones. */
const RAREST = 3;

/** Which titles have a term, and which share the most with another title. */
export class Postings {
  readonly #vectors: readonly TermVector[];
  readonly #terms: TitleTerms;
  readonly #offsets: Uint32Array;
  readonly #titles: Uint32Array;
  readonly #weights: Float64Array;
  /** Dot product so far, by title; all 0 between two questions. */
  readonly #sums: Float64Array;

  constructor(vectors: readonly TermVector[], terms: TitleTerms) {
    this.#vectors = vectors;
    this.#terms = terms;
    this.#sums = new Float64Array(vectors.length);
    this.#offsets = new Uint32Array(terms.size + 1);
    for (const { ids } of vectors) for (const id of ids) this.#offsets[id + 1] = (this.#offsets[id + 1] ?? 0) + 1;
    for (let id = 0; id < terms.size; id++) this.#offsets[id + 1] = (this.#offsets[id + 1] ?? 0) + (this.#offsets[id] ?? 0);
    const total = this.#offsets[terms.size] ?? 0;
    this.#titles = new Uint32Array(total);
    this.#weights = new Float64Array(total);
    const next = this.#offsets.slice();
    vectors.forEach(({ ids, weights }, title) =>
      ids.forEach((id, at) => {
        const place = next[id] ?? 0;
        next[id] = place + 1;
        this.#titles[place] = title;
        this.#weights[place] = weights[at] ?? 0;
      }),
    );
  }

  /** Places in `vector.ids` of the terms to look up. */
  #asked({ ids }: TermVector): readonly number[] {
    const places = [...ids.keys()].filter((at) => (ids[at] ?? 0) < this.#terms.size);
    const standards = (at: number): number => this.#terms.standardsWith(ids[at] ?? 0);
    const rare = places.filter((at) => standards(at) <= MOST_STANDARDS);
    if (rare.length >= RAREST) return rare;
    return places.sort((x, y) => standards(x) - standards(y) || x - y).slice(0, RAREST);
  }

  /**
   * The titles that share the most with a vector, by the cosine of what is looked up, the best first; of equals the earlier one.
   *
   * @param most integer ≥ 1
   */
  sharing(vector: TermVector, most: number, accepts: (title: number) => boolean): readonly number[] {
    const sums = this.#sums;
    const touched: number[] = [];
    for (const at of this.#asked(vector)) {
      const id = vector.ids[at] ?? 0;
      const weight = vector.weights[at] ?? 0;
      const end = this.#offsets[id + 1] ?? 0;
      for (let place = this.#offsets[id] ?? 0; place < end; place++) {
        const title = this.#titles[place] ?? 0;
        const sum = sums[title] ?? 0;
        if (sum === 0) touched.push(title);
        sums[title] = sum + weight * (this.#weights[place] ?? 0);
      }
    }
    const best = new Best(most);
    for (const title of touched) {
      if (accepts(title)) best.add(title, (sums[title] ?? 0) / (this.#vectors[title]?.norm ?? 1));
      sums[title] = 0;
    }
    return best.titles();
  }
}

/** The best of many, kept in order while they come. */
class Best {
  readonly #most: number;
  readonly #titles: number[] = [];
  readonly #values: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  #isBehind(at: number, title: number, value: number): boolean {
    const other = this.#values[at] ?? 0;
    return other < value || (other === value && (this.#titles[at] ?? 0) > title);
  }

  add(title: number, value: number): void {
    const { length } = this.#values;
    if (length === this.#most && !this.#isBehind(length - 1, title, value)) return;
    let at = length;
    while (at > 0 && this.#isBehind(at - 1, title, value)) at--;
    this.#titles.splice(at, 0, title);
    this.#values.splice(at, 0, value);
    if (length === this.#most) {
      this.#titles.pop();
      this.#values.pop();
    }
  }

  titles(): readonly number[] {
    return this.#titles;
  }
}
