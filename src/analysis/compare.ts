import { OBJECTIONS, SCORE_PARTS, type EvidencePart, type Objection, type ObjectionCode, type ScorePart } from './candidate.js';
import { icsNearness, roleNearness, sharedShare, type Profile } from './profile.js';
import { isField, SERIES_ONLY, SUBJECT, type TermVector } from './term-vectors.js';

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
const PART_WEIGHT: Readonly<Record<ScorePart, number>> = { title: 0.55, scope: 0, role: 0.1, topics: 0.15, committee: 0.15, ics: 0.05 };
/** Share of the texts' weight that goes to a scope, where there is one. */
const SCOPE_SHARE = 0.3;
/** Committees whose words are alike by a third are as near as two committees of different SDOs get. @source design figures of `similarity`, C4 step 5 */
const COMMITTEE_SCALE = 3;

/** What is left of a score that something speaks against. @source the labelled and judged pairs, decision on weights in the README */
export const FACTORS = {
  'no-subject': 0.6,
  /** Both name fields of work, and none of them is the same. */
  'fields-differ': 0.5,
  series: 0.75,
  'kinds-differ': 0.8,
  /** Least that is left where other standards are nearer. */
  'not-mutual': 0.75,
} as const;
/** Only one title names a field, which costs less: the other may be about all of them. */
const ONE_FIELD = 0.85;
/** What each nearer standard of other owners takes away. */
const NEARER = 0.08;

/** The factor of two standards by the worse of their ranks among each other's neighbours; 0 is the nearest. */
export const mutuality = (rank: number): number => Math.max(FACTORS['not-mutual'], 1 - NEARER * rank);

type Factor = keyof typeof FACTORS;
const FACTOR_CODES: readonly Factor[] = OBJECTIONS.filter((code): code is Factor => code in FACTORS);
const SURROUNDING = ['role', 'topics', 'committee', 'ics'] as const;

/** What two vectors share. */
export interface Overlap {
  readonly dot: number;
  /** Weight of the shared terms in each. */
  readonly ofA: number;
  readonly ofB: number;
  /** Subjects that both name outside the names of series, and in them. */
  readonly subjects: number;
  readonly seriesSubjects: number;
  /** Terms that say where both belong. */
  readonly fields: number;
}

/** What two vectors share, in one pass over both. */
export function overlapOf(a: TermVector, b: TermVector): Overlap {
  let dot = 0;
  let ofA = 0;
  let ofB = 0;
  let subjects = 0;
  let seriesSubjects = 0;
  let fields = 0;
  for (let i = a.from, j = b.from; i < a.to && j < b.to;) {
    const x = a.ids[i] ?? 0;
    const y = b.ids[j] ?? 0;
    if (x === y) {
      const one = a.weights[i] ?? 0;
      const other = b.weights[j] ?? 0;
      const flags = a.flags[i] ?? 0;
      const others = b.flags[j] ?? 0;
      dot += one * other;
      ofA += one;
      ofB += other;
      if (isField(flags) || isField(others)) fields++;
      if ((flags | others) & SUBJECT && flags & others & SERIES_ONLY) seriesSubjects++;
      else if ((flags | others) & SUBJECT) subjects++;
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

/** What is left of the score of two texts, by what they share. */
function factorsOf(a: TermVector, b: TermVector, shared: Overlap): Likeness['factors'] {
  const factors: Partial<Record<ObjectionCode, number>> = {};
  const hold = (code: Factor): void => void (factors[code] = FACTORS[code]);
  // Two vocabularies of smart cities share no subject and miss none: what they are about is the field
  if (shared.subjects === 0 && shared.seriesSubjects > 0) hold('series');
  else if (shared.subjects === 0 && (shared.fields === 0 || a.subjects > 0 || b.subjects > 0)) hold('no-subject');
  if (shared.fields === 0 && a.fields > 0 && b.fields > 0) hold('fields-differ');
  else if (a.fields > 0 !== b.fields > 0) factors['fields-differ'] = ONE_FIELD;
  if (a.kinds !== 0 && b.kinds !== 0 && (a.kinds & b.kinds) === 0) hold('kinds-differ');
  return factors;
}

/** With a scope, the whole text of one side against the title of the other. */
function scopedFactors(a: Profile, b: Profile): Likeness['factors'] {
  const [one, other] = a.scope ? [a.scope, b.title] : [a.title, b.scope ?? b.title];
  return factorsOf(one, other, overlapOf(one, other));
}

/** How near two committee lists are, 0-1. */
export type CommitteeNearness = (a: Profile['committees'], b: Profile['committees']) => number;

function scopeLikeness(a: Profile, b: Profile): number {
  const ofB = a.scope && ratio(overlapOf(a.scope, b.title).ofB, b.title.sum);
  const ofA = b.scope && ratio(overlapOf(a.title, b.scope).ofA, a.title.sum);
  return ofA === undefined ? (ofB ?? 0) : ofB === undefined ? ofA : (ofA + ofB) / 2;
}

/** A part that one of them does not have stays out. */
function partsOf(a: Profile, b: Profile, title: number, scope: number | undefined, nearness: CommitteeNearness): Likeness['parts'] {
  const parts: Partial<Record<ScorePart, number>> = { title };
  if (scope !== undefined) parts.scope = scope;
  if (a.role && b.role) parts.role = roleNearness(a.role, b.role);
  if (a.topics.length > 0 && b.topics.length > 0) parts.topics = sharedShare(a.topics, b.topics);
  if (a.committees.length > 0 && b.committees.length > 0)
    parts.committee = Math.min(1, COMMITTEE_SCALE * nearness(a.committees, b.committees));
  if (a.ics.length > 0 && b.ics.length > 0) parts.ics = icsNearness(a.ics, b.ics);
  return parts;
}

/** Likeness of the texts, and the weight that they have: what each other part brings is a share of it. */
function textsOf(parts: Likeness['parts']): { readonly share: number; readonly likeness: number; readonly weight: number } {
  let weight = PART_WEIGHT.title;
  for (const part of SURROUNDING) if (parts[part] === undefined) weight += PART_WEIGHT[part];
  const share = parts.scope === undefined ? 0 : SCOPE_SHARE;
  return { share, weight, likeness: (1 - share) * (parts.title ?? 0) + share * (parts.scope ?? 0) };
}

function pointsOfPart(part: ScorePart, value: number, { share, weight, likeness }: ReturnType<typeof textsOf>): number {
  if (part === 'title') return weight * (1 - share) * value;
  return part === 'scope' ? weight * share * value : PART_WEIGHT[part] * value * likeness;
}

/** What each part brings, in the order of SCORE_PARTS. */
export function pointsOf(parts: Likeness['parts']): readonly EvidencePart[] {
  const texts = textsOf(parts);
  return SCORE_PARTS.flatMap((part) => {
    const value = parts[part];
    return value === undefined ? [] : { part, value, points: pointsOfPart(part, value, texts) };
  });
}

/** Points added up, times the factors, always in the same order so that it is the same number. */
export function scoreOf(parts: Likeness['parts'], factors: Likeness['factors']): number {
  const texts = textsOf(parts);
  let score = 0;
  for (const part of SCORE_PARTS) {
    const value = parts[part];
    if (value !== undefined) score += pointsOfPart(part, value, texts);
  }
  for (const code of FACTOR_CODES) score *= factors[code] ?? 1;
  return score;
}

/**
 * How alike two profiles are and what speaks against them, by themselves: without their neighbours.
 *
 * @param least the answer may be undefined where the score is surely less
 */
export function compare(a: Profile, b: Profile, nearness: CommitteeNearness, least = 0): Likeness | undefined {
  const shared = overlapOf(a.title, b.title);
  const title = titleLikeness(a.title, b.title, shared);
  const scope = a.scope || b.scope ? scopeLikeness(a, b) : undefined;
  const factors = scope === undefined ? factorsOf(a.title, b.title, shared) : scopedFactors(a, b);
  // No part brings more than its weight of the texts' likeness, and the weights are 1 together
  let most = scope === undefined ? title : (1 - SCOPE_SHARE) * title + SCOPE_SHARE * scope;
  for (const code of FACTOR_CODES) most *= factors[code] ?? 1;
  if (most < least) return undefined;
  const parts = partsOf(a, b, title, scope, nearness);
  return { parts, factors, score: scoreOf(parts, factors) };
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
