import { evidence } from '../../src/analysis/evidence.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { similarity } from '../../src/analysis/similarity.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import { placesIn } from '../../src/model/places.js';
import { PlainTfIdf } from './plain-tfidf.js';

/** What a pair was called by those who read it. */
export type Label = 'overlap' | 'related' | 'unrelated' | 'same-text';

/** A pair that people have read, by the ids of the catalogue. */
export interface Labelled {
  readonly a: string;
  readonly b: string;
  readonly label: Label;
}

/** How near two standards are by one method. */
export type Score = (a: string, b: string) => number;

export const pairKey = (a: string, b: string): string => (a < b ? `${a} | ${b}` : `${b} | ${a}`);

/** Chance that a pair of the first list scores above one of the second; 0.5 says nothing. @source Mann & Whitney 1947 */
export function auc(above: readonly number[], below: readonly number[]): number {
  let wins = 0;
  for (const one of above) for (const other of below) wins += one > other ? 1 : one === other ? 0.5 : 0;
  return wins / (above.length * below.length);
}

/** AUC of the pairs with one of some labels against those with another. */
export function aucOf(pairs: readonly Labelled[], score: Score, above: readonly Label[], below: Label): number {
  const scores = (labels: readonly Label[]): number[] => pairs.filter(({ label }) => labels.includes(label)).map(({ a, b }) => score(a, b));
  return auc(scores(above), scores([below]));
}

/** One half of the pairs by a hash of their ids, so that nobody chose them. */
export function halfOf(pairs: readonly Labelled[], half: 0 | 1): readonly Labelled[] {
  const hash = (text: string): number => Buffer.from(text).reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, 7);
  return pairs.filter(({ a, b }) => (hash(pairKey(a, b)) >>> 3) % 2 === half);
}

/** A ranked pair. */
export interface Ranked {
  readonly a: string;
  readonly b: string;
}

/** The beginning of a list in which no standard stands more than twice. */
export function atMostTwice(pairs: readonly Ranked[], most: number): readonly Ranked[] {
  const times = new Map<string, number>();
  const kept: Ranked[] = [];
  for (const pair of pairs) {
    if (kept.length === most) break;
    if ([pair.a, pair.b].some((id) => (times.get(id) ?? 0) >= 2)) continue;
    for (const id of [pair.a, pair.b]) times.set(id, (times.get(id) ?? 0) + 1);
    kept.push(pair);
  }
  return kept;
}

/** How many pairs have each label; `unread` have none. */
export function countLabels(pairs: readonly Ranked[], labels: ReadonlyMap<string, Label>): Readonly<Record<Label | 'unread', number>> {
  const counts = { overlap: 0, related: 0, unrelated: 0, 'same-text': 0, unread: 0 };
  for (const { a, b } of pairs) counts[labels.get(pairKey(a, b)) ?? 'unread']++;
  return counts;
}

/** Share of directed questions answered within the first ten of other owners: each overlap asked from both ends. */
export function recallAt10(pairs: readonly Ranked[], nearest: (id: string) => readonly string[]): number {
  const asked = pairs.flatMap(({ a, b }) => [
    [a, b],
    [b, a],
  ]);
  return asked.filter(([from = '', to = '']) => nearest(from).includes(to)).length / asked.length;
}

/** A way to compare the standards of a catalogue. */
export interface Method {
  readonly name: string;
  readonly score: Score;
  /** The ten nearest of other owners. */
  readonly nearest: (id: string) => readonly string[];
  /** Candidates, strongest first. */
  readonly ranked: () => readonly Ranked[];
}

export function ourMethod(catalogue: Catalogue): Method {
  const index = similarity(catalogue);
  const places = placesIn(catalogue);
  return {
    name: 'standards-map',
    score: (a, b) => evidence(catalogue, a, b).score,
    nearest: (id) => index.neighbours(places.get(id) ?? -1).flatMap(({ at }) => catalogue.standards[at]?.id ?? []),
    ranked: () => overlaps(catalogue),
  };
}

/** Every pair of different owners, by the plain cosine; nothing is known of coordination, status, role or topic. */
export function plainMethod(catalogue: Catalogue): Method {
  const { standards } = catalogue;
  const plain = new PlainTfIdf(standards.map(({ title }) => title));
  const index = similarity(catalogue);
  const places = placesIn(catalogue);
  const of = (at: number, most: number) => plain.nearest(at, most, (other) => index.differentOwners(at, other));
  const idAt = (at: number): string => standards[at]?.id ?? '';
  return {
    name: 'plain TF-IDF',
    score: (a, b) => plain.score(places.get(a) ?? -1, places.get(b) ?? -1),
    nearest: (id) => of(places.get(id) ?? -1, 10).map(([at]) => idAt(at)),
    ranked: () =>
      standards
        .flatMap((_, at) => of(at, 10).flatMap(([other, score]) => (other > at ? { a: idAt(at), b: idAt(other), score } : [])))
        .sort((x, y) => y.score - x.score),
  };
}
