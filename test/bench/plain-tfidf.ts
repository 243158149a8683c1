/**
 * What there was before: words of titles, weighted by how rare they are, compared by cosine. Every term counts, nothing is left out,
 * nothing is known of the field. The baseline that the figures of `npm run bench:overlaps` stand next to.
 *
 * @source Salton & Buckley 1988: term frequency × log (N / documents with the term), cosine
 */
export class PlainTfIdf {
  readonly #vectors: readonly ReadonlyMap<number, number>[];
  readonly #postings: readonly (readonly [title: number, weight: number][])[];
  readonly #sums: Float64Array;

  constructor(titles: readonly string[]) {
    const ids = new Map<string, number>();
    const counts = titles.map((title) => {
      const found = new Map<number, number>();
      for (const word of title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
        const id = ids.get(word) ?? ids.size;
        ids.set(word, id);
        found.set(id, (found.get(id) ?? 0) + 1);
      }
      return found;
    });
    const documents = new Float64Array(ids.size);
    for (const found of counts) for (const id of found.keys()) documents[id] = (documents[id] ?? 0) + 1;
    this.#vectors = counts.map((found) => {
      const weights = [...found].map(([id, count]) => [id, count * Math.log(titles.length / (documents[id] ?? 1))] as const);
      const norm = Math.hypot(...weights.map(([, weight]) => weight));
      return new Map(weights.map(([id, weight]) => [id, norm > 0 ? weight / norm : 0]));
    });
    const postings: [number, number][][] = Array.from({ length: ids.size }, () => []);
    this.#vectors.forEach((vector, title) => {
      for (const [id, weight] of vector) postings[id]?.push([title, weight]);
    });
    this.#postings = postings;
    this.#sums = new Float64Array(titles.length);
  }

  /** Cosine of two titles. */
  score(a: number, b: number): number {
    const other = this.#vectors[b];
    let sum = 0;
    for (const [id, weight] of this.#vectors[a] ?? []) sum += weight * (other?.get(id) ?? 0);
    return sum;
  }

  /** The titles nearest to one, nearest first. */
  nearest(title: number, most: number, accepts: (title: number) => boolean): readonly (readonly [title: number, score: number])[] {
    const sums = this.#sums;
    const touched: number[] = [];
    for (const [id, weight] of this.#vectors[title] ?? [])
      for (const [other, theirs] of this.#postings[id] ?? []) {
        if (sums[other] === 0) touched.push(other);
        sums[other] = (sums[other] ?? 0) + weight * theirs;
      }
    const found = touched.filter(accepts).map((other) => [other, sums[other] ?? 0] as const);
    for (const other of touched) sums[other] = 0;
    return found.sort(([a, x], [b, y]) => y - x || a - b).slice(0, most);
  }
}
