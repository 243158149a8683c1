import { OBJECTIONS, SCORE_PARTS, type EvidencePart, type Objection, type ObjectionCode, type ScorePart } from './candidate.js';
import { icsNearness, roleNearness, sharedShare, type Profile } from './profile.js';
import { FIELD, SERIES_ONLY, SUBJECT, type TermVector } from './title-terms.js';

/** How alike two profiles are, each value 0-1; a part that one of them does not have is absent. */
export interface Likeness {
  readonly parts: Readonly<Partial<Record<ScorePart, number>>>;
  /** Factors that the score is multiplied by, 0-1. */
  readonly factors: Readonly<Partial<Record<ObjectionCode, number>>>;
  readonly score: number;
}

/**
 * What each part brings at most. What surrounds a title counts as far as the titles are alike: each part brings
 * weight × value × likeness of the texts. The weight of a part that one side does not have goes to the texts.
 */
const PART_WEIGHT: Readonly<Record<ScorePart, number>> = { title: 0.62, scope: 0, role: 0.14, topics: 0.08, committee: 0.1, ics: 0.06 };
/** Share of the texts' weight that goes to a scope, where there is one. */
const SCOPE_SHARE = 0.3;
/** Committees whose words are alike by a third are as near as two committees of different SDOs get. @source design figures of `similarity`, C4 step 5 */
const COMMITTEE_SCALE = 3;

/** What is left of a score that something speaks against. */
export const FACTORS = {
  'no-subject': 0.6,
  'fields-differ': 0.75,
  series: 0.75,
  'kinds-differ': 0.8,
  'only-in-one': 0.8,
  'not-mutual': 0.85,
} as const;

/** What two vectors share. */
export interface Overlap {
  readonly dot: number;
  /** Weight of the shared terms in each. */
  readonly ofA: number;
  readonly ofB: number;
  /** Subjects that both have, those in the names of series alone not counted; subjects that only one of them has. */
  readonly subjects: number;
  readonly seriesSubjects: number;
  /** Fields of work that both name. */
  readonly fields: number;
}

/** What two vectors share, in one pass over both. */
export function overlapOf(a: TermVector, b: TermVector): Overlap {
  let [dot, ofA, ofB, subjects, seriesSubjects, fields] = [0, 0, 0, 0, 0, 0];
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const [x, y] = [a.ids[i] ?? 0, b.ids[j] ?? 0];
    if (x === y) {
      const [one, other] = [a.weights[i] ?? 0, b.weights[j] ?? 0];
      dot += one * other;
      ofA += one;
      ofB += other;
      const [flagsA, flagsB] = [a.flags[i] ?? 0, b.flags[j] ?? 0];
      if (flagsA & FIELD) fields++;
      if (flagsA & SUBJECT) {
        if (flagsA & flagsB & SERIES_ONLY) seriesSubjects++;
        else subjects++;
      }
    }
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return { dot, ofA, ofB, subjects, seriesSubjects, fields };
}

const ratio = (part: number, whole: number): number => (whole > 0 ? Math.min(1, part / whole) : 0);

/** Half cosine, half mean share of each title that the other has too. Both are sums over the shared terms, so it comes apart into them. */
export const titleLikeness = (a: TermVector, b: TermVector, { dot, ofA, ofB }: Overlap): number =>
  (ratio(dot, a.norm * b.norm) + (ratio(ofA, a.sum) + ratio(ofB, b.sum)) / 2) / 2;

/** How many terms a title has of one sort, those of its series not counted as subjects. */
const count = ({ flags }: TermVector, sort: typeof SUBJECT | typeof FIELD): number =>
  flags.reduce((sum, flag) => sum + (sort === FIELD ? (flag & FIELD ? 1 : 0) : flag === SUBJECT ? 1 : 0), 0);

/** What is left of the score of two texts, by what they share. */
function factorsOf(a: TermVector, b: TermVector, shared: Overlap): Likeness['factors'] {
  const factors: Partial<Record<ObjectionCode, number>> = {};
  const hold = (code: keyof typeof FACTORS): number => (factors[code] = FACTORS[code]);
  // Two vocabularies of smart cities share no subject and miss none: what they are about is the field
  if (shared.subjects === 0 && shared.seriesSubjects > 0) hold('series');
  else if (shared.subjects === 0 && (shared.fields === 0 || count(a, SUBJECT) > 0 || count(b, SUBJECT) > 0)) hold('no-subject');
  if (shared.fields === 0 && count(a, FIELD) > 0 && count(b, FIELD) > 0) hold('fields-differ');
  if (a.kinds !== 0 && b.kinds !== 0 && (a.kinds & b.kinds) === 0) hold('kinds-differ');
  const least = Math.min(ratio(shared.ofA, a.sum), ratio(shared.ofB, b.sum));
  factors['only-in-one'] = 1 - (1 - FACTORS['only-in-one']) * (1 - least);
  return factors;
}

/** With a scope, the whole text of one side against the title of the other; what a scope says beyond a title is not held against it. */
function scopedFactors(a: Profile, b: Profile): Likeness['factors'] {
  const [one, other] = a.scope ? [a.scope, b.title] : [a.title, b.scope ?? b.title];
  return { ...factorsOf(one, other, overlapOf(one, other)), 'only-in-one': 1 };
}

/** How near two committee lists are, 0-1. */
export type CommitteeNearness = (a: Profile['committees'], b: Profile['committees']) => number;

function scopeLikeness(a: Profile, b: Profile): number | undefined {
  const shares: number[] = [];
  if (a.scope) shares.push(ratio(overlapOf(a.scope, b.title).ofB, b.title.sum));
  if (b.scope) shares.push(ratio(overlapOf(a.title, b.scope).ofA, a.title.sum));
  return shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function partsOf(a: Profile, b: Profile, shared: Overlap, nearness: CommitteeNearness): Likeness['parts'] {
  const scope = scopeLikeness(a, b);
  return {
    title: titleLikeness(a.title, b.title, shared),
    ...(scope === undefined ? {} : { scope }),
    ...(a.role && b.role ? { role: roleNearness(a.role, b.role) } : {}),
    ...(a.topics.length > 0 && b.topics.length > 0 ? { topics: sharedShare(a.topics, b.topics) } : {}),
    ...(a.committees.length > 0 && b.committees.length > 0
      ? { committee: Math.min(1, COMMITTEE_SCALE * nearness(a.committees, b.committees)) }
      : {}),
    ...(a.ics.length > 0 && b.ics.length > 0 ? { ics: icsNearness(a.ics, b.ics) } : {}),
  };
}

/** What each part brings, in the order of SCORE_PARTS. */
export function pointsOf(parts: Likeness['parts']): readonly EvidencePart[] {
  const absent = SCORE_PARTS.reduce((sum, part) => sum + (parts[part] === undefined ? PART_WEIGHT[part] : 0), 0);
  const texts = PART_WEIGHT.title + absent;
  const share = parts.scope === undefined ? 0 : SCOPE_SHARE;
  const { title = 0, scope = 0 } = parts;
  const likeness = (1 - share) * title + share * scope;
  return SCORE_PARTS.flatMap((part): readonly EvidencePart[] => {
    const value = parts[part];
    if (value === undefined) return [];
    if (part === 'title') return [{ part, value, points: texts * (1 - share) * value }];
    if (part === 'scope') return [{ part, value, points: texts * share * value }];
    return [{ part, value, points: PART_WEIGHT[part] * value * likeness }];
  });
}

/** Points added up, times the factors: the score, always in the same order so that it is the same number. */
export function scoreOf(points: readonly EvidencePart[], factors: Likeness['factors']): number {
  let score = 0;
  for (const { points: part } of points) score += part;
  for (const code of OBJECTIONS) score *= factors[code] ?? 1;
  return score;
}

/** How alike two profiles are and what speaks against them, by themselves: without their neighbours. */
export function compare(a: Profile, b: Profile, nearness: CommitteeNearness): Likeness {
  const shared = overlapOf(a.title, b.title);
  const parts = partsOf(a, b, shared, nearness);
  const factors = a.scope || b.scope ? scopedFactors(a, b) : factorsOf(a.title, b.title, shared);
  return { parts, factors, score: scoreOf(pointsOf(parts), factors) };
}

/** What is held against a pair, as objections with what disagrees. */
export function objectionsOf(
  factors: Likeness['factors'],
  values: Readonly<Partial<Record<ObjectionCode, readonly string[]>>>,
): readonly Objection[] {
  return OBJECTIONS.flatMap((code) => {
    const factor = factors[code];
    return factor === undefined || factor === 1 ? [] : [{ code, factor, values: values[code] ?? [] }];
  });
}
