import type { Catalogue } from '../model/catalogue.js';
import type { Finding } from '../model/dataset.js';
import { excerpt } from '../model/issue.js';
import { checkDay, isActive } from './at.js';
import { BANDS, type Band, type Candidate, type Evidence, type OverlapOptions } from './candidate.js';
import { isJoined } from './coordinated.js';
import { BAND_FROM, evidenceOf, judgementsOn, standingOf, type Pair, type Viewpoint } from './evidence.js';
import { Recent } from './recent.js';
import { finish, similaritySteps } from './similarity.js';
import { catalogueAt } from './catalogue-at.js';
import { latestAndDay } from './day.js';
import { statusesAt } from './standing.js';

/** Standards whose neighbours are looked for, and pairs that are looked at, between two yields. */
const BATCH = 10;
/** Answers kept per catalogue and list of findings. */
const KEPT = 8;

type Answers = Recent<readonly Candidate[]>;

const NO_FINDINGS: readonly Finding[] = [];
const memo = new WeakMap<Catalogue, WeakMap<readonly Finding[], Answers>>();

function answersOf(catalogue: Catalogue, findings: readonly Finding[]): Answers {
  const lists = memo.get(catalogue) ?? new WeakMap<readonly Finding[], Answers>();
  memo.set(catalogue, lists);
  const answers = lists.get(findings) ?? new Recent<readonly Candidate[]>(KEPT);
  lists.set(findings, answers);
  return answers;
}

const isCandidate = (evidence: Evidence): evidence is Candidate => evidence.tier === 'candidate';

/** Pairs of active standards of different owners of which one is among the nearest of the other and near enough, each once, the earlier standard first. */
function* nearPairs({ index, at }: Viewpoint, least: number): Generator<void, readonly Pair[], void> {
  const { standards } = index.catalogue;
  const active = statusesAt(index.catalogue, at).map(isActive);
  const pairs: Pair[] = [];
  for (const [place, standard] of standards.entries()) {
    if (place % BATCH === BATCH - 1) yield;
    if (!active[place]) continue;
    for (const { at: other, score } of index.neighbours(place)) {
      if (score < least) break;
      const found = standards[other];
      // The other way round it was met before, unless this one is not among the other's nearest
      if (!found || !active[other] || (other < place && index.neighbours(other).some((near) => near.at === place))) continue;
      const forth = place < other;
      pairs.push(forth ? { a: standard, b: found, placeA: place, placeB: other } : { a: found, b: standard, placeA: other, placeB: place });
    }
  }
  return pairs;
}

function* candidates(view: Viewpoint, band: Band): Generator<void, readonly Candidate[], void> {
  const pairs = yield* nearPairs(view, BAND_FROM[band]);
  const then = catalogueAt(view.index.catalogue, view.at);
  const found: Candidate[] = [];
  for (const [at, pair] of pairs.entries()) {
    if (at % (BATCH * BATCH) === 0) yield;
    // A chain through thousands of texts takes long to tell, and here nobody reads it
    if (view.index.likeness(pair.placeA, pair.placeB).score < BAND_FROM[band] || isJoined(then, pair.a.id, pair.b.id)) continue;
    if (standingOf(view, pair).gates.length > 0) continue;
    const evidence = evidenceOf(view, pair);
    if (isCandidate(evidence)) found.push(evidence);
  }
  return Object.freeze(found.sort((x, y) => y.score - x.score || order(x.a, y.a) || order(x.b, y.b)));
}

const order = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);

/**
 * As `overlaps`, in parts: a page stays responsive, and the answer is remembered for `overlaps`.
 *
 * @yields between parts that take some milliseconds each
 */
export function* overlapSteps(given: Catalogue, options: OverlapOptions = {}): Generator<void, readonly Candidate[], void> {
  const { at: asked = '', band = 'low', findings = NO_FINDINGS } = options;
  if (!BANDS.includes(band)) throw new RangeError(`overlaps: expected a band of ${BANDS.join(', ')}, got ${excerpt(band)}`);
  checkDay('overlaps', asked);
  const [catalogue, at] = latestAndDay(given, asked);
  const answers = answersOf(catalogue, findings);
  const question = `${band} ${at}`;
  const known = answers.known(question);
  if (known) return known;
  const all = answers.known(`low ${at}`);
  if (all) return answers.get(question, () => Object.freeze(all.filter(({ score }) => score >= BAND_FROM[band])));
  const index = yield* similaritySteps(catalogue);
  const made = yield* candidates({ index, judgements: judgementsOn(catalogue, findings), at }, band);
  return answers.get(question, () => made);
}

/**
 * The pairs of standards that people should look at, strongest first: owners disjoint, both active, not coordinated, no verdict yet,
 * comparable roles, a shared topic, and titles on the same subject. Never a verdict.
 *
 * The same frozen list for the same catalogue, day, band and list of findings.
 *
 * @throws RangeError when `band` is none, or `at` is no date
 */
export const overlaps = (catalogue: Catalogue, options: OverlapOptions = {}): readonly Candidate[] =>
  finish(overlapSteps(catalogue, options));
