import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId } from '../model/dataset.js';
import type { TermVector } from './term-vectors.js';

/** Terms kept of each committee, the heaviest: more change no figure by more than a hundredth. */
const KEPT = 200;

type Words = ReadonlyMap<number, number>;

function meanOf(vectors: readonly TermVector[]): Words {
  const sums = new Map<number, number>();
  for (const { ids, weights, from, to, norm } of vectors)
    for (let at = from; at < to; at++) {
      const id = ids[at] ?? 0;
      sums.set(id, (sums.get(id) ?? 0) + (weights[at] ?? 0) / norm);
    }
  const kept = [...sums].sort(([x, a], [y, b]) => b - a || x - y).slice(0, KEPT);
  const norm = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(norm > 0 ? kept.map(([id, weight]) => [id, weight / norm]) : []);
}

/** What the titles of each committee are about: how near two committees work to each other, by the words they use. */
export class CommitteeWords {
  readonly #numbers = new Map<CommitteeId, number>();
  readonly #words: readonly Words[];
  /** Affinities asked for before, by the numbers of the two, the smaller one first. */
  readonly #known = new Map<number, number>();

  constructor(catalogue: Catalogue, vectors: readonly TermVector[]) {
    const groups: TermVector[][] = [];
    catalogue.standards.forEach(({ committees }, at) => {
      const vector = vectors[at];
      if (!vector) return;
      for (const id of committees) {
        const number = this.#numbers.get(id) ?? groups.length;
        this.#numbers.set(id, number);
        (groups[number] ??= []).push(vector);
      }
    });
    this.#words = groups.map(meanOf);
  }

  #affinity(a: CommitteeId, b: CommitteeId): number {
    const one = this.#numbers.get(a) ?? 0;
    const other = this.#numbers.get(b) ?? 0;
    const key = Math.min(one, other) * this.#words.length + Math.max(one, other);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const second = this.#words[Math.max(one, other)];
    let dot = 0;
    for (const [id, weight] of this.#words[Math.min(one, other)] ?? []) dot += weight * (second?.get(id) ?? 0);
    this.#known.set(key, dot);
    return dot;
  }

  /** Cosine of the mean titles of the nearest two committees, 0-1; 0 where one side names none. */
  nearness(a: readonly CommitteeId[], b: readonly CommitteeId[]): number {
    let best = 0;
    for (const one of a) for (const other of b) best = Math.max(best, one === other ? 1 : this.#affinity(one, other));
    return best;
  }
}
