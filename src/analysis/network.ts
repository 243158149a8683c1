import type { Catalogue } from '../model/catalogue.js';
import type { CommitteeId, Relation, RelationType, SourceId, StandardId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { DEPTHS, type Depth } from './focus.js';
import { compact } from './fold.js';
import { Recent } from './recent.js';
import { presentIn } from './day.js';

export { DEPTHS, type Depth } from './focus.js';

/** What a step between two standards counts: a declared relation one, a shared committee two, a liaison of their committees three. */
const RELATION = 1;
const COMMITTEE = 2;
const LIAISON = 3;
/** Most standards that a shared committee, or a liaison, leads to in a neighbourhood; where there are more, being one of them says too little. Decision NW3. */
const MOST_COLLEAGUES = 60;

/** One step of a chain from a standard to another. */
export interface NetworkStep {
  /** Designation at the near end; standards of the dataset by their id. */
  readonly from: string;
  /** Designation at the far end. */
  readonly to: string;
  /** A declared relation, a committee that both belong to, or declared liaisons from the committee of one to that of the other. */
  readonly by: RelationType | 'committee' | 'liaison';
  /** With a relation: whether the near end declares it. Else true. */
  readonly outgoing: boolean;
  /** The shared committee, or those from one to the next along liaisons; empty for a relation. */
  readonly committees: readonly CommitteeId[];
  /** What the step rests on, for a reader; empty where committees say it all. */
  readonly evidence: string;
  readonly source?: SourceId;
}

/** How two standards hang together. */
export interface NetworkPath {
  /** A shortest chain from the first to the second; empty where they are the same. */
  readonly steps: readonly NetworkStep[];
  /** The standards of all shortest chains, both ends included, in dataset order. */
  readonly standards: readonly StandardId[];
}

/** What joins two nodes: a declared relation, or that a standard belongs to a committee, or that two committees have a liaison. */
interface Edge {
  readonly to: number;
  readonly relation?: Relation;
  readonly outgoing: boolean;
}

/** Nodes: the standards in dataset order, then the committees, then the texts outside the dataset that relations name. */
interface Network {
  readonly names: readonly string[];
  /** Declared relations first. */
  readonly edges: readonly (readonly Edge[])[];
  readonly committees: ReadonlyMap<CommitteeId, number>;
}

function build(catalogue: Catalogue): Network {
  const { standards } = catalogue;
  const places = placesIn(catalogue);
  const names: string[] = [...standards, ...catalogue.committees].map(({ id }) => id);
  const committees = new Map(catalogue.committees.map(({ id }, at) => [id, standards.length + at]));
  const edges: Edge[][] = names.map(() => []);
  const outside = new Map<string, number>();
  const nodeOf = ({ to, external }: Relation): number => {
    const known = places.get(to) ?? (external ? undefined : places.get(catalogue.find(to)?.id ?? ''));
    if (known !== undefined) return known;
    const node = outside.get(compact(to)) ?? names.length;
    if (node === names.length) {
      outside.set(compact(to), node);
      names.push(to);
      edges.push([]);
    }
    return node;
  };
  const join = (from: number | undefined, to: number | undefined, relation?: Relation): void => {
    if (from === undefined || to === undefined || from === to) return;
    edges[from]?.push({ to, outgoing: true, ...(relation && { relation }) });
    edges[to]?.push({ to: from, outgoing: false, ...(relation && { relation }) });
  };
  standards.forEach(({ relations }, from) => {
    for (const relation of relations ?? []) join(from, nodeOf(relation), relation);
  });
  const present = presentIn(catalogue);
  standards.forEach((standard, from) => {
    if (present?.[from] !== 0) for (const id of standard.committees) join(from, committees.get(id));
  });
  for (const { id, liaisons } of catalogue.committees) for (const other of liaisons ?? []) join(committees.get(id), committees.get(other));
  return { names, edges, committees };
}

const memo = new WeakMap<Catalogue, Network>();

function networkOf(catalogue: Catalogue): Network {
  const known = memo.get(catalogue) ?? build(catalogue);
  memo.set(catalogue, known);
  return known;
}

/** Places of the standards of a committee. */
const membersOf = (catalogue: Catalogue, committee: CommitteeId): readonly number[] =>
  catalogue.standardsOf(committee).map(({ id }) => placesIn(catalogue).get(id) ?? 0);

const committeesAt = (catalogue: Catalogue, node: number): readonly CommitteeId[] => catalogue.standards[node]?.committees ?? [];

/** The committees in liaison with those of a standard, its own left out. */
function liaisonCommittees(catalogue: Catalogue, { names, edges, committees }: Network, node: number): ReadonlySet<CommitteeId> {
  const own = committeesAt(catalogue, node);
  const joined = own.flatMap((id) => edges[committees.get(id) ?? -1] ?? []);
  const all = joined.map(({ to }) => names[to] ?? '').filter((id) => committees.has(id) && !own.includes(id));
  return new Set(all);
}

/** Standards of some committees that have a topic in common with a standard; none of a committee where they are too many to mean anything. */
function colleagues(catalogue: Catalogue, node: number, committees: Iterable<CommitteeId>): readonly number[] {
  const topics = new Set(catalogue.standards[node]?.topics);
  return [...committees].flatMap((committee) => {
    const near = membersOf(catalogue, committee).filter(
      (member) => member !== node && catalogue.standards[member]?.topics.some((topic) => topics.has(topic)),
    );
    return near.length > MOST_COLLEAGUES ? [] : near;
  });
}

/**
 * The standards near one, with the steps they are away: 0 for itself.
 *
 * One step is a declared relation in either direction. Two are two relations, also through a text outside the dataset, or a committee and a topic
 * shared. Three are a relation more, or a topic shared across a declared liaison of the committees. A committee in which more than 60 standards share
 * a topic with the one in question leads to none of them.
 *
 * @returns places in the dataset → steps; empty for an unknown id
 */
export function neighbourhood(catalogue: Catalogue, id: StandardId, depth: Depth): ReadonlyMap<number, number> {
  const start = placesIn(catalogue).get(id);
  if (start === undefined) return new Map();
  const network = networkOf(catalogue);
  const away = new Map([[start, 0]]);
  const fronts: number[][] = [[start], ...DEPTHS.map(() => [])];
  for (let steps = 0; steps < depth; steps++) {
    const reach = (node: number, more: number): void => {
      if (steps + more > depth || (away.get(node) ?? depth + 1) <= steps + more) return;
      away.set(node, steps + more);
      fronts[steps + more]?.push(node);
    };
    for (const node of fronts[steps] ?? []) {
      if (away.get(node) !== steps) continue;
      for (const { to, relation } of network.edges[node] ?? []) if (relation) reach(to, RELATION);
      if (steps + COMMITTEE <= depth) for (const one of colleagues(catalogue, node, committeesAt(catalogue, node))) reach(one, COMMITTEE);
      if (steps + LIAISON <= depth)
        for (const one of colleagues(catalogue, node, liaisonCommittees(catalogue, network, node))) reach(one, LIAISON);
    }
  }
  for (const node of away.keys()) if (node >= catalogue.standards.length) away.delete(node);
  return away;
}

/**
 * What an edge of a chain costs: a declared relation one, a shared committee two, liaisons one more each; a little above for what is no relation, so
 * that of chains of the same length the one with more declared relations is the shortest.
 */
const SCALE = 128;
const costOf = ({ relation }: Edge): number => (relation ? SCALE : SCALE + 1);

/** The cost of every node from one; infinite where nothing leads there. */
function costsFrom({ names, edges }: Network, start: number): Float64Array {
  const costs = new Float64Array(names.length).fill(Infinity);
  const fronts = new Map<number, number[]>([[0, [start]]]);
  costs[start] = 0;
  while (fronts.size > 0) {
    const cost = Math.min(...fronts.keys());
    const front = fronts.get(cost) ?? [];
    fronts.delete(cost);
    for (const node of front) {
      if (costs[node] !== cost) continue;
      for (const edge of edges[node] ?? []) {
        const next = cost + costOf(edge);
        if (next >= (costs[edge.to] ?? 0)) continue;
        costs[edge.to] = next;
        const list = fronts.get(next);
        if (list) list.push(edge.to);
        else fronts.set(next, [edge.to]);
      }
    }
  }
  return costs;
}

/** The edges of a shortest chain, from a node to the one that the costs count from; of equal ones the first in the order of edges. */
function chain({ edges }: Network, start: number, costs: Float64Array): readonly Edge[] {
  const found: Edge[] = [];
  for (let node = start; costs[node] !== 0;) {
    const left = costs[node] ?? Infinity;
    const edge = edges[node]?.find((one) => (costs[one.to] ?? Infinity) + costOf(one) === left);
    if (!edge) throw new Error(`bug: nothing leads on from node ${String(node)}`);
    found.push(edge);
    node = edge.to;
  }
  return found;
}

/** A chain as steps from text to text: committees between two of them are one step. */
function stepsOf({ names, committees }: Network, start: number, edges: readonly Edge[]): readonly NetworkStep[] {
  const steps: NetworkStep[] = [];
  let from = names[start] ?? '';
  let passed: readonly CommitteeId[] = [];
  for (const { to, relation, outgoing } of edges) {
    const name = names[to] ?? '';
    if (!relation && committees.get(name) === to) {
      passed = [...passed, name];
      continue;
    }
    steps.push(
      relation
        ? {
            from,
            to: name,
            by: relation.type,
            outgoing,
            committees: [],
            evidence: relation.evidence,
            ...(relation.source !== undefined && { source: relation.source }),
          }
        : { from, to: name, by: passed.length > 1 ? 'liaison' : 'committee', outgoing: true, committees: passed, evidence: '' },
    );
    from = name;
    passed = [];
  }
  return steps;
}

/** Paths kept per catalogue: a page asks for the same one at every update. */
const KEPT = 8;
const paths = new WeakMap<Catalogue, Recent<{ readonly path: NetworkPath | undefined }>>();

/**
 * How two standards hang together: the shortest chains of declared relations, shared committees and liaisons.
 *
 * A relation counts one, a shared committee two, each liaison on the way one more; of equal chains those with more declared relations. Other than in a
 * neighbourhood a committee of any size counts, with or without a topic in common: the reader has named both ends.
 *
 * @returns undefined when nothing joins them, or an id is unknown; the same object for the same question
 */
export function pathBetween(catalogue: Catalogue, a: StandardId, b: StandardId): NetworkPath | undefined {
  const known = paths.get(catalogue) ?? new Recent<{ readonly path: NetworkPath | undefined }>(KEPT);
  paths.set(catalogue, known);
  return known.get(JSON.stringify([a, b]), () => ({ path: find(catalogue, a, b) })).path;
}

function find(catalogue: Catalogue, a: StandardId, b: StandardId): NetworkPath | undefined {
  const [start, end] = [placesIn(catalogue).get(a), placesIn(catalogue).get(b)];
  if (start === undefined || end === undefined) return undefined;
  const network = networkOf(catalogue);
  const toEnd = costsFrom(network, end);
  const whole = toEnd[start] ?? Infinity;
  if (!Number.isFinite(whole)) return undefined;
  const toStart = costsFrom(network, start);
  const isOn = (_: unknown, node: number): boolean => (toStart[node] ?? Infinity) + (toEnd[node] ?? Infinity) === whole;
  return { steps: stepsOf(network, start, chain(network, start, toEnd)), standards: catalogue.standards.filter(isOn).map(({ id }) => id) };
}
