import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId } from '../model/dataset.js';
import type { TermVector } from './title-terms.js';

/** Terms kept of each committee, the heaviest: more change no figure by more than a hundredth. */
const KEPT = 200;

type Words = ReadonlyMap<number, number>;

function meanOf(vectors: readonly TermVector[]): Words {
  const sums = new Map<number, number>();
  for (const { ids, weights, norm } of vectors)
    ids.forEach((id, at) => sums.set(id, (sums.get(id) ?? 0) + (norm > 0 ? (weights[at] ?? 0) / norm : 0)));
  const kept = [...sums].sort(([x, a], [y, b]) => b - a || x - y).slice(0, KEPT);
  const norm = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(norm > 0 ? kept.map(([id, weight]) => [id, weight / norm]) : []);
}

/** What the titles of each committee are about: how near two committees work to each other, by the words they use. */
export class CommitteeWords {
  readonly #words = new Map<CommitteeId, Words>();
  readonly #known = new Map<string, number>();

  constructor(catalogue: Catalogue, vectors: readonly TermVector[]) {
    const groups = new Map<CommitteeId, TermVector[]>();
    catalogue.standards.forEach(({ committees }, at) => {
      const vector = vectors[at];
      for (const id of committees) {
        const group = groups.get(id);
        if (group && vector) group.push(vector);
        else if (vector) groups.set(id, [vector]);
      }
    });
    for (const [id, group] of groups) this.#words.set(id, meanOf(group));
  }

  #affinity(a: CommitteeId, b: CommitteeId): number {
    const key = a < b ? `${a}\n${b}` : `${b}\n${a}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const [first, second] = a < b ? [this.#words.get(a), this.#words.get(b)] : [this.#words.get(b), this.#words.get(a)];
    let dot = 0;
    if (first && second) for (const [id, weight] of first) dot += weight * (second.get(id) ?? 0);
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
