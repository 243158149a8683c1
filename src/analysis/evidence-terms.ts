import type { EvidenceTerm } from './candidate.js';
import { overlapOf, titleLikeness } from './compare.js';
import type { Similarity } from './similarity.js';
import type { TermVector } from './term-vectors.js';
import type { Term } from './title-terms.js';

/** A text as it was read. */
export interface ReadText {
  readonly terms: readonly Term[];
  readonly vector: TermVector;
}

/** What two texts share and what only one of them has, the weightiest first. */
export interface SharedTerms {
  readonly terms: readonly EvidenceTerm[];
  readonly onlyA: readonly EvidenceTerm[];
  readonly onlyB: readonly EvidenceTerm[];
}

const byWeight = (x: EvidenceTerm, y: EvidenceTerm): number => y.share - x.share || y.weight - x.weight || (x.term < y.term ? -1 : 1);

function alone(index: Similarity, terms: readonly Term[], others: ReadonlyMap<number, Term>, side: 'a' | 'b'): readonly EvidenceTerm[] {
  const own = terms.filter(({ id, pair }) => !others.has(id) && !pair);
  return own
    .map(({ id, label, weight, spans }) => ({
      term: label,
      weight,
      share: 0,
      standards: index.terms.standardsWith(id),
      a: side === 'a' ? spans : [],
      b: side === 'b' ? spans : [],
    }))
    .sort(byWeight);
}

/**
 * The terms of two titles. What the shared ones bring adds up to the points of the titles.
 *
 * @param points what the titles bring to the score
 */
export function sharedTerms(index: Similarity, a: ReadText, b: ReadText, points: number): SharedTerms {
  const likeness = titleLikeness(a.vector, b.vector, overlapOf(a.vector, b.vector));
  const ofA = new Map(a.terms.map((term) => [term.id, term]));
  const ofB = new Map(b.terms.map((term) => [term.id, term]));
  const terms = a.terms.flatMap((term) => {
    const other = ofB.get(term.id);
    if (!other) return [];
    const cosine = (term.weight * other.weight) / (a.vector.norm * b.vector.norm);
    const covered = (term.weight / a.vector.sum + other.weight / b.vector.sum) / 2;
    return {
      term: term.label < other.label ? term.label : other.label,
      weight: Math.max(term.weight, other.weight),
      share: (points * (cosine + covered)) / (2 * likeness),
      standards: index.terms.standardsWith(term.id),
      a: term.spans,
      b: other.spans,
    };
  });
  return { terms: terms.sort(byWeight), onlyA: alone(index, a.terms, ofB, 'a'), onlyB: alone(index, b.terms, ofA, 'b') };
}
