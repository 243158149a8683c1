import { linkCode, nodeCode, type Graph } from './graph.js';
import { STAGES, type Plan } from './plan.js';

/** Pulls one end of a link towards the other. */
export interface Spring {
  readonly a: number;
  readonly b: number;
  /** 0–1. */
  readonly strength: number;
  /** Length in layout units. */
  readonly distance: number;
}

/** Strengths, 0–1. A standard to its leading committee, to other committees and relations, to its topics. */
const LEADS = 0.5;
const RELATED = 0.01;
const ABOUT = 0.003;
/** A committee to its parent, and to its SDO in any case; everything to the ground it stands on. */
const PART = 0.2;
const MEMBER = 0.1;
const STANDS_ON = 0.3;
/** A topic to all grounds together, by the root of the number of standards they share; the same to the committees. */
const SHARED = 0.5;
const SHARED_BY_COMMITTEE = 0.1;
/** The topics of the core stand when the rest comes in: they shall turn it, not draw it into the core. */
const LATE = 0.03;
/** Grounds of an SDO and of one it is joint of; later ground of an SDO to its plate in the core; for each relation between standards. */
const JOINT = 0.1;
const EXTENDS = 0.8;
const RELATION = 0.004;

/** Sums of weights by pair of nodes. */
class Pairs {
  readonly #weights = new Map<number, number>();
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(a: number | undefined, b: number | undefined, weight: number): void {
    if (a === undefined || b === undefined || a < 0 || b < 0 || a === b) return;
    const key = Math.min(a, b) * this.#count + Math.max(a, b);
    this.#weights.set(key, (this.#weights.get(key) ?? 0) + weight);
  }

  map<T>(make: (a: number, b: number, weight: number) => T): readonly T[] {
    return [...this.#weights].map(([key, weight]) => make(Math.floor(key / this.#count), key % this.#count, weight));
  }
}

/** Springs of the standards: the links of the graph that have one at an end. */
export function standardSprings(graph: Graph, { leaders }: Plan): readonly Spring[] {
  const [owns, about, partOf] = [linkCode('owns'), linkCode('about'), linkCode('part-of')];
  return [...graph.linkKinds].flatMap((kind, l) => {
    const [a, b] = [graph.links[2 * l] ?? 0, graph.links[2 * l + 1] ?? 0];
    if (kind === partOf) return [];
    const strength = kind === about ? ABOUT : kind === owns && leaders[b] === a ? LEADS : RELATED;
    return [{ a, b, strength, distance: 0 }];
  });
}

/** What standards share, by pair of nodes of the plan: with topics and with each other. */
interface Shared {
  readonly topics: Pairs;
  readonly others: Pairs;
}

/**
 * What the standards tie together, counted for `placeOf` their leaders.
 *
 * The core is tied together by core standards only, so that the rest does not move it.
 */
function sharedBy(graph: Graph, { leaders, stages, rooms }: Plan, placeOf: (leader: number) => number | undefined): Shared {
  const shared = { topics: new Pairs(rooms.length), others: new Pairs(rooms.length) };
  const [about, partOf, owns] = [linkCode('about'), linkCode('part-of'), linkCode('owns')];
  graph.linkKinds.forEach((kind, l) => {
    const [a, b] = [graph.links[2 * l] ?? 0, graph.links[2 * l + 1] ?? 0];
    if (kind === partOf) return;
    const ends = [kind === about || kind === owns ? a : (leaders[a] ?? -1), leaders[b] ?? -1];
    const isLate = stages[b] === STAGES.standards || stages[a] === STAGES.standards;
    if (isLate && ends.every((node) => (stages[node] ?? 0) <= STAGES.corePlan)) return;
    if (kind === about) shared.topics.add(a, placeOf(ends[1] ?? -1), 1);
    else shared.others.add(placeOf(ends[0] ?? -1), placeOf(ends[1] ?? -1), RELATION);
  });
  return shared;
}

/** Springs of the topics: each topic has `whole` to give, shared out by the roots of the weights within the core and, again, outside of it. */
function topicSprings(graph: Graph, { rooms }: Plan, topics: Pairs, isCore: (node: number) => boolean, whole: number): readonly Spring[] {
  const sums = new Float64Array(2 * rooms.length);
  const isTopic = (node: number): boolean => graph.kinds[node] === nodeCode('topic');
  const shares = topics.map((a, b, weight) => {
    const [topic, other] = isTopic(a) ? [a, b] : [b, a];
    const slot = 2 * topic + (isCore(other) ? 0 : 1);
    sums[slot] = (sums[slot] ?? 0) + Math.sqrt(weight);
    return { topic, other, slot, share: Math.sqrt(weight) };
  });
  return shares.map(({ topic, other, slot, share }) => ({
    a: topic,
    b: other,
    strength: Math.min(1, ((isCore(other) ? whole : whole * LATE) * share) / (sums[slot] ?? 1)),
    distance: (rooms[topic] ?? 0) + (rooms[other] ?? 0),
  }));
}

/** Springs among grounds, SDOs, committees and topics: what belongs together, and what the standards tie together. */
export function planSprings(graph: Graph, plan: Plan): readonly Spring[] {
  const { stages, grounds, rooms } = plan;
  const pairs = new Pairs(rooms.length);
  const groundOf = new Map(grounds.flatMap(({ node, members }) => members.map((member) => [member, node] as const)));
  // A later committee goes to the later ground of its SDO, not to the plate: that stands in the core
  const together = (a: number, b: number, weight: number): void => {
    if (stages[a] === stages[b]) pairs.add(a, b, weight);
  };
  for (const { id, sdo } of graph.catalogue.committees) together(graph.indexOf('committee', id), graph.indexOf('sdo', sdo), MEMBER);
  graph.linkKinds.forEach((kind, l) => {
    if (kind !== linkCode('part-of')) return;
    const [a, b] = [graph.links[2 * l] ?? 0, graph.links[2 * l + 1] ?? 0];
    if (graph.kinds[a] === nodeCode('sdo')) pairs.add(groundOf.get(a), groundOf.get(b), JOINT);
    else together(a, b, PART);
  });
  for (const { node, sdo, stage } of grounds) {
    const plate = graph.indexOf('sdo', sdo);
    if (stage === STAGES.grounds && stages[plate] === STAGES.corePlan) pairs.add(plate, node, EXTENDS);
  }
  const onGrounds = sharedBy(graph, plan, (node) => groundOf.get(node) ?? node);
  const onCommittees = sharedBy(graph, plan, (node) => node);
  const springs = [pairs, onGrounds.others, onCommittees.others].flatMap((some) =>
    some.map((a, b, weight) => ({ a, b, strength: Math.min(1, weight), distance: (rooms[a] ?? 0) + (rooms[b] ?? 0) })),
  );
  const coreGrounds = new Set(grounds.filter(({ stage }) => stage === STAGES.coreGrounds).map(({ node }) => node));
  return [
    ...springs,
    ...topicSprings(graph, plan, onGrounds.topics, (node) => coreGrounds.has(node), SHARED),
    ...topicSprings(graph, plan, onCommittees.topics, (node) => stages[node] === STAGES.corePlan, SHARED_BY_COMMITTEE),
    ...grounds.flatMap(({ node, members }) => members.map((a) => ({ a, b: node, strength: STANDS_ON, distance: 0 }))),
  ];
}
