import type { Catalogue } from '../model/catalogue.js';
import type { Finding, Standard, StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { checkDay, isActive, statusAt } from './at.js';
import type { Band, Evidence, Objection, ObjectionCode, OverlapOptions, OverlapTier } from './candidate.js';
import { objectionsOf, overlapOf, pointsOf } from './compare.js';
import { KINDS } from './concept-table.js';
import type { Coordination } from './coordination.js';
import { coordinated } from './coordinated.js';
import { sharedTerms, type ReadText, type SharedTerms } from './evidence-terms.js';
import { judgements, type Judgement, type Judgements } from './findings.js';
import { ownersOf, roleNearness } from './profile.js';
import { isSameTitle } from './same-title.js';
import { similarity, type Similarity } from './similarity.js';
import { flagsOf, isField } from './term-vectors.js';
import { catalogueAt } from './catalogue-at.js';
import { latestAndDay } from './day.js';

/** Least score of each band. @source the labelled pairs; decision on bands in the README */
export const BAND_FROM: Readonly<Record<Band, number>> = { high: 0.45, medium: 0.35, low: 0.25 };

/** The band of a score; undefined below all of them. */
export function bandOf(score: number): Band | undefined {
  if (score >= BAND_FROM.high) return 'high';
  if (score >= BAND_FROM.medium) return 'medium';
  return score >= BAND_FROM.low ? 'low' : undefined;
}

/** What a pair is looked at with. */
export interface Viewpoint {
  readonly index: Similarity;
  readonly judgements: Judgements;
  readonly at: string;
}

/** A pair by the places of its standards. */
export interface Pair {
  readonly a: Standard;
  readonly b: Standard;
  readonly placeA: number;
  readonly placeB: number;
}

const SHOWN_NEARER = 3;
const TEST = 1 << KINDS.indexOf('test');

const isBoilerplate = ({ index }: Viewpoint, { placeA, placeB }: Pair): boolean => {
  const [one, other] = [index.profile(placeA).title, index.profile(placeB).title];
  return (one.kinds & other.kinds & TEST) !== 0 && overlapOf(one, other).subjects === 0;
};

/** What a pair is to each other besides its likeness. */
interface Standing {
  readonly gates: readonly Objection[];
  readonly coordination?: Coordination;
  readonly judgement: Judgement;
}

/** What keeps a pair off the list, in the order of OBJECTIONS. */
export function standingOf(view: Viewpoint, pair: Pair): Standing {
  const { a, b } = pair;
  const { catalogue } = view.index;
  const gates: Objection[] = [];
  const object = (code: ObjectionCode, values: readonly string[]): number => gates.push({ code, values });
  const coordination = coordinated(catalogueAt(catalogue, view.at), a.id, b.id);
  const judgement = view.judgements.of(a.id, b.id);
  const owners = ownersOf(catalogue, b);
  const shared = ownersOf(catalogue, a).filter((sdo) => owners.includes(sdo));
  const states = [a, b].map((standard) => statusAt(standard, view.at, catalogue));
  if (coordination) object('coordinated', [...new Set(coordination.steps.map(({ by }) => by))]);
  if (shared.length > 0) object('same-owner', shared);
  if (!states.every(isActive))
    object(
      'inactive',
      states.map((state) => state ?? 'unknown'),
    );
  if (judgement.settled) object('settled', judgement.finding ? [judgement.finding.verdict] : []);
  if (roleNearness(a.role, b.role) === 0) object('roles-differ', [a.role, b.role]);
  if (!a.topics.some((topic) => b.topics.includes(topic))) object('no-topic', []);
  if (isBoilerplate(view, pair)) object('boilerplate', ['test']);
  return { gates, judgement, ...(coordination && { coordination }) };
}

function tierOf({ gates, coordination, judgement }: Standing, sameTitle: boolean, sameOwner: boolean, band: Band | undefined): OverlapTier {
  if (coordination) return 'coordinated';
  if (judgement.settled) return 'verdict';
  if (sameTitle && !sameOwner) return 'same-text';
  return gates.length === 0 && band !== undefined ? 'candidate' : 'none';
}

/** Ids of the standards that are nearer to one of a pair than the other one is, at most three. */
function nearerOnes({ index }: Viewpoint, { placeA, placeB }: Pair): readonly string[] {
  const before = (one: number, other: number): readonly number[] => {
    const places = index.neighbours(one).map(({ at }) => at);
    const rank = places.indexOf(other);
    return rank < 0 ? places : places.slice(0, rank);
  };
  const [a, b] = [before(placeA, placeB), before(placeB, placeA)];
  return (a.length >= b.length ? a : b).slice(0, SHOWN_NEARER).flatMap((at) => index.catalogue.standards[at]?.id ?? []);
}

const kindsIn = (kinds: number): string => KINDS.filter((_, bit) => kinds & (1 << bit)).join(', ');

const fieldsIn = ({ terms }: ReadText): string => terms.flatMap((term) => (isField(flagsOf(term)) ? term.label : [])).join(', ');

/** What disagrees, for each objection that multiplies. */
function valuesOf(a: ReadText, b: ReadText, { onlyA, onlyB, terms }: SharedTerms): Partial<Record<ObjectionCode, readonly string[]>> {
  const own = [onlyA[0], onlyB[0]].flatMap((term) => term?.term ?? []);
  return {
    'no-subject': own,
    'fields-differ': [fieldsIn(a), fieldsIn(b)].filter((fields) => fields !== ''),
    series: terms.slice(0, 1).map(({ term }) => term),
    'kinds-differ': [kindsIn(a.vector.kinds), kindsIn(b.vector.kinds)],
  };
}

/** Everything about a pair of a catalogue. */
export function evidenceOf(view: Viewpoint, pair: Pair): Evidence {
  const { a, b } = pair;
  const textA = view.index.read(a.title);
  const textB = view.index.read(b.title);
  const { parts: values, factors, score } = view.index.likeness(pair.placeA, pair.placeB);
  const parts = pointsOf(values);
  const shared = sharedTerms(view.index, textA, textB, parts.find(({ part }) => part === 'title')?.points ?? 0);
  const standing = standingOf(view, pair);
  const sameTitle = isSameTitle({ title: a.title, elements: textA.elements }, { title: b.title, elements: textB.elements });
  const sameOwner = standing.gates.some(({ code }) => code === 'same-owner');
  const band = bandOf(score);
  const tier = tierOf(standing, sameTitle, sameOwner, band);
  return {
    a: a.id,
    b: b.id,
    score,
    tier,
    ...(tier === 'candidate' && band ? { band } : {}),
    early: [a, b].some((standard) => statusAt(standard, view.at, view.index.catalogue) === 'under-development'),
    ...shared,
    topics: a.topics.filter((topic) => b.topics.includes(topic)),
    parts,
    against: [...standing.gates, ...objectionsOf(factors, { ...valuesOf(textA, textB, shared), 'not-mutual': nearerOnes(view, pair) })],
    ...(standing.coordination && { coordination: standing.coordination }),
    ...(standing.judgement.finding && { finding: standing.judgement.finding }),
  };
}

const beside = new WeakMap<Catalogue, WeakMap<readonly Finding[], readonly Finding[]>>();

/** What people have said: in the dataset, and beside it. The same for the same list. */
export function judgementsOn(catalogue: Catalogue, findings: readonly Finding[] = []): Judgements {
  const own = catalogue.dataset.findings ?? [];
  if (findings.length === 0) return judgements(own);
  const lists = beside.get(catalogue) ?? new WeakMap<readonly Finding[], readonly Finding[]>();
  beside.set(catalogue, lists);
  const ids = new Set(findings.map(({ id }) => id));
  const all = lists.get(findings) ?? [...own.filter(({ id }) => !ids.has(id)), ...findings];
  lists.set(findings, all);
  return judgements(all);
}

function placed(catalogue: Catalogue, id: StandardId): readonly [Standard, number] {
  const place = placesIn(catalogue).get(id);
  const standard = place === undefined ? undefined : catalogue.standards[place];
  if (place === undefined || !standard) throw new RangeError(`evidence: expected the id of a standard of the catalogue, got "${id}"`);
  return [standard, place];
}

/**
 * Everything that speaks for and against two standards covering the same ground, whatever they are to each other.
 *
 * The points of `parts`, added up and multiplied by the factors in `against`, are the score; the shares of `terms` add up to the points
 * of the titles. The same for (b, a) with the sides exchanged.
 *
 * @throws RangeError when an id is not one of the catalogue, or `at` is no date
 */
export function evidence(given: Catalogue, a: StandardId, b: StandardId, { at: asked = '', findings }: OverlapOptions = {}): Evidence {
  checkDay('evidence', asked);
  const [catalogue, at] = latestAndDay(given, asked);
  const [standardA, placeA] = placed(catalogue, a);
  const [standardB, placeB] = placed(catalogue, b);
  const view = { index: similarity(catalogue), judgements: judgementsOn(catalogue, findings), at };
  return evidenceOf(view, { a: standardA, b: standardB, placeA, placeB });
}
