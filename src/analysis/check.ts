import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Standard, StandardId, TopicId } from '../model/dataset.js';
import { excerpt } from '../model/issue.js';
import { isActive } from './at.js';
import type { Match, Objection, Proposal } from './candidate.js';
import { objectionsOf, pointsOf } from './compare.js';
import { sharedTerms } from './evidence-terms.js';
import type { Profile } from './profile.js';
import { similarity, type Near } from './similarity.js';
import { latestOf } from './day.js';

/** Most matches of a proposal. */
const MOST = 20;
/** Score from which on a match is worth a look. */
const LEAST = 0.1;
/** Matches whose committees are proposed for a liaison. */
const NEAREST = 10;
/** Least score of a match whose committee is proposed for a liaison. */
const LIAISON = 0.2;

const inactive = (standard: Standard): readonly Objection[] =>
  isActive(standard.status) ? [] : [{ code: 'inactive', values: [standard.status] }];

function matchOf(catalogue: Catalogue, { title }: Proposal, profile: Profile, { at, score }: Near): readonly Match[] {
  const standard = catalogue.standards[at];
  if (!standard || score < LEAST) return [];
  const index = similarity(catalogue);
  const { parts, factors } = index.compare(profile, index.profile(at));
  const points = pointsOf(parts).find(({ part }) => part === 'title')?.points ?? 0;
  const { terms, onlyA, onlyB } = sharedTerms(index, index.read(title), index.read(standard.title), points);
  const own = [onlyA[0], onlyB[0]].flatMap((term) => term?.term ?? []);
  return [
    {
      id: standard.id,
      score,
      terms,
      topics: standard.topics.filter((topic) => profile.topics.includes(topic)),
      against: [...inactive(standard), ...objectionsOf(factors, { 'no-subject': own })],
    },
  ];
}

/** Pages hand over what they like. */
function isProposal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('title' in value) || typeof value.title !== 'string') return false;
  const hasScope = 'scope' in value && value.scope !== undefined;
  const hasTopics = 'topics' in value && value.topics !== undefined;
  return (!hasScope || typeof value.scope === 'string') && (!hasTopics || Array.isArray(value.topics));
}

/**
 * The standards nearest to a new work item, nearest first, at most 20: what its proposer has to know before the work begins.
 *
 * Withdrawn and superseded standards are among them, with that as an objection. A proposal that has nothing in common with any
 * standard has no match.
 *
 * @throws RangeError when the title or the scope is no text, or the topics are no list
 */
export function check(given: Catalogue, proposal: Proposal): readonly Match[] {
  const catalogue = latestOf(given);
  if (!isProposal(proposal))
    throw new RangeError(`check: expected a proposal with title, and scope and topics where there are any, got ${excerpt(proposal)}`);
  const index = similarity(catalogue);
  const { vector } = index.read(proposal.title);
  const scope =
    proposal.scope === undefined || proposal.scope.trim() === '' ? undefined : index.read(`${proposal.title}; ${proposal.scope}`).vector;
  const profile: Profile = { title: vector, ...(scope && { scope }), topics: proposal.topics ?? [], ics: [], committees: [] };
  return index.nearest(profile, MOST, () => true).flatMap((near) => matchOf(catalogue, proposal, profile, near));
}

/** A group that a proposer should liaise with. */
export interface Liaison {
  readonly committee: CommitteeId;
  /** `owns`: nearest standards are its own; `liaison`: it has a declared liaison with a group that owns some. */
  readonly by: 'owns' | 'liaison';
  /** The nearest standards that it owns; with `liaison`, those of the group it is in liaison with. */
  readonly standards: readonly StandardId[];
  /** The group it is in liaison with; with `liaison` only. */
  readonly with?: CommitteeId;
}

/** What surrounds a proposal. */
export interface ProposalContext {
  /** Topics of the proposal, or, where it names none, those with at least a third of the scores of the nearest standards. */
  readonly topics: readonly TopicId[];
  /** Active standards that have all of these topics, the nearest first, then in dataset order; none without a topic. */
  readonly sameCell: readonly StandardId[];
  /** Groups to talk to: owners of the nearest standards first, those of the most standards first. */
  readonly liaisons: readonly Liaison[];
}

/** Topics with at least a third of the scores of the nearest standards, in dataset order: a subject beside the main one counts too. */
function topicsOf(catalogue: Catalogue, near: readonly Match[]): readonly TopicId[] {
  const sum = (matches: readonly Match[]): number => matches.reduce((total, { score }) => total + score, 0);
  const of = (topic: TopicId): readonly Match[] => near.filter(({ id }) => catalogue.standard(id)?.topics.includes(topic));
  return catalogue.topics.map(({ id }) => id).filter((id) => near.length > 0 && 3 * sum(of(id)) >= sum(near));
}

/** Active standards that have all of these topics: those that a proposal was found near to first, nearest first, then the others in dataset order. */
function inCell(catalogue: Catalogue, topics: readonly TopicId[], matches: readonly Match[]): readonly StandardId[] {
  if (topics.length === 0) return [];
  const ranks = new Map(matches.map(({ id }, rank) => [id, rank]));
  return catalogue.standards
    .filter((standard) => isActive(standard.status) && topics.every((topic) => standard.topics.includes(topic)))
    .map(({ id }) => id)
    .sort((x, y) => (ranks.get(x) ?? matches.length) - (ranks.get(y) ?? matches.length));
}

function owners(nearest: readonly Standard[]): readonly Liaison[] {
  const groups = new Map<CommitteeId, StandardId[]>();
  for (const { id, committees } of nearest)
    for (const committee of committees) {
      const list = groups.get(committee);
      if (list) list.push(id);
      else groups.set(committee, [id]);
    }
  return [...groups]
    .map(([committee, standards]) => ({ committee, by: 'owns' as const, standards }))
    .sort((x, y) => y.standards.length - x.standards.length);
}

/** The groups that the owners have a declared liaison with, from either side; each once, with its strongest owner. */
function partners(catalogue: Catalogue, owning: readonly Liaison[]): readonly Liaison[] {
  const known = new Set(owning.map(({ committee }) => committee));
  return owning.flatMap(({ committee: owner, standards }) =>
    catalogue.committees.flatMap(({ id, liaisons = [] }) => {
      const declared = liaisons.includes(owner) || (catalogue.committee(owner)?.liaisons ?? []).includes(id);
      if (known.has(id) || !declared) return [];
      known.add(id);
      return { committee: id, by: 'liaison' as const, standards, with: owner };
    }),
  );
}

/**
 * The works that stand where a proposal would, and the groups to talk to before it begins, each with its reason.
 *
 * @param matches what `check` found for it
 */
export function proposalContext(catalogue: Catalogue, proposal: Proposal, matches: readonly Match[]): ProposalContext {
  const near = matches.filter(({ score }) => score >= LIAISON).slice(0, NEAREST);
  const nearest = near.flatMap(({ id }) => catalogue.standard(id) ?? []);
  const topics = proposal.topics && proposal.topics.length > 0 ? proposal.topics : topicsOf(catalogue, near);
  const owning = owners(nearest);
  return {
    topics,
    sameCell: inCell(catalogue, topics, matches),
    liaisons: [...owning, ...partners(catalogue, owning)],
  };
}
