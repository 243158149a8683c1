import { isGoalFramework } from '../analysis/goals.js';
import type { Standard } from '../model/dataset.js';
import type { Encoding } from '../state/state.js';
import { classOf, groupOf } from './classes.js';
import { linkCode, NODE_KINDS, nodeCode, type Graph, type NodeKind } from './graph.js';

/** Something that standards gather around, or that stands between those. */
export interface Disc {
  /** Node of the graph, or from n on a helper without a mark. */
  readonly node: number;
  /** Room with its label and its standards; layout units. */
  readonly room: number;
  /** Standards that gather around it; integer ≥ 0. */
  readonly led: number;
  /** Discs of one territory stand together; '' for what belongs to none. */
  readonly territory: string;
  /** True for what the picture of the core standards shows. */
  readonly core: boolean;
}

/** Who gathers around whom. */
export interface Plan {
  readonly group: Encoding;
  /** Nodes and helpers. */
  readonly count: number;
  /** Node that each standard gathers around, or a helper; n, -1 for what is not a standard. */
  readonly leaders: Int32Array;
  /** In the order of their nodes. */
  readonly discs: readonly Disc[];
}

/** Room of a mark with its label, where it stands by itself; layout units. */
const LABELLED: Readonly<Record<NodeKind, number>> = { sdo: 50, committee: 27, topic: 46, standard: 8 };
/** A disc of n standards has this radius × √n: circles packed by pushing, with the loss at the rim. */
const PACKED = 9.2;
/** Air around a disc. */
const AIR = 10;

/** Committee that leads a standard, else its SDO. */
function ownerOf(graph: Graph, standard: Standard): number {
  const committee = graph.indexOf('committee', standard.committees[0] ?? '');
  return committee >= 0 ? committee : graph.indexOf('sdo', graph.catalogue.home(standard));
}

/**
 * What each standard gathers around, n: a node, or from n on a helper. Each status, role and goal has one for each SDO: one for all would
 * be so large that most of its standards stood nearer to the next class, and the reader would find no SDO again.
 */
function leadersOf(graph: Graph, group: Encoding): { readonly leaders: Int32Array; readonly helpers: readonly string[] } {
  const { catalogue } = graph;
  const leaders = new Int32Array(graph.ids.length).fill(-1);
  const numbers = new Map<string, number>();
  const helpers: string[] = [];
  for (const standard of catalogue.standards) {
    const node = graph.indexOf('standard', standard.id);
    const value = classOf(catalogue, group, standard);
    if (group === 'status' || group === 'role' || isGoalFramework(group)) {
      const key = `${value} ${catalogue.home(standard)}`;
      const helper = numbers.get(key) ?? helpers.push(value) - 1;
      numbers.set(key, helper);
      leaders[node] = graph.ids.length + helper;
      continue;
    }
    const topic = group === 'topic' ? graph.indexOf('topic', value) : -1;
    leaders[node] = topic >= 0 ? topic : ownerOf(graph, standard);
  }
  return { leaders, helpers };
}

/** 1 for what the picture of the core standards shows; n. */
function coreOf(graph: Graph): Uint8Array {
  const { catalogue } = graph;
  const core = new Uint8Array(graph.ids.length);
  const add = (kind: NodeKind, id: string): void => {
    const node = graph.indexOf(kind, id);
    if (node >= 0) core[node] = 1;
  };
  for (const standard of catalogue.standards) {
    if (standard.tier !== 'core') continue;
    add('standard', standard.id);
    add('sdo', catalogue.home(standard));
    for (const topic of standard.topics) add('topic', topic);
    for (const committee of standard.committees.flatMap((id) => catalogue.path(id))) {
      add('committee', committee.id);
      add('sdo', committee.sdo);
    }
  }
  return core;
}

/**
 * Who gathers around whom under a grouping.
 *
 * @param shown 1 for what takes part, n; all by default
 */
export function planOf(graph: Graph, group: Encoding = 'sdo', shown?: Uint8Array): Plan {
  const nodes = graph.ids.length;
  const found = leadersOf(graph, group);
  const { helpers } = found;
  const leaders = found.leaders.map((leader, node) => (shown?.[node] === 0 ? -1 : leader));
  const led = new Uint32Array(nodes + helpers.length);
  for (const leader of leaders) if (leader >= 0) led[leader] = (led[leader] ?? 0) + 1;
  const core = coreOf(graph);
  const discs = [...led].flatMap((n, node): Disc[] => {
    const kind = NODE_KINDS[graph.kinds[node] ?? -1];
    if (kind === 'standard' || shown?.[node] === 0) return [];
    const alone = kind ? LABELLED[kind] : 0;
    const room = n === 0 ? alone : Math.max(alone, PACKED * Math.sqrt(n + 4) + AIR);
    const territory = kind ? groupOf(graph, group, node) : (helpers[node - nodes] ?? '');
    return [{ node, room, led: n, territory, core: core[node] === 1 }];
  });
  return { group, count: nodes + helpers.length, leaders, discs };
}

/** What a node without standards of its own follows, each with how many standards tie it there. */
export type Followed = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Under a grouping that tears committees and SDOs apart they follow the leaders of their standards. */
function followedByStandards(graph: Graph, { leaders }: Plan): Followed {
  const { catalogue, kinds, links, linkKinds } = graph;
  const followed = new Map<number, Map<number, number>>();
  const follow = (node: number, leader: number): void => {
    const counts = followed.get(node) ?? new Map<number, number>();
    if (leader !== node) followed.set(node, counts.set(leader, (counts.get(leader) ?? 0) + 1));
  };
  const [owns, committee] = [linkCode('owns'), nodeCode('committee')];
  linkKinds.forEach((kind, l) => {
    const [a, leader] = [links[2 * l] ?? 0, leaders[links[2 * l + 1] ?? 0] ?? -1];
    if (kind === owns && kinds[a] === committee) follow(a, leader);
  });
  for (const standard of catalogue.standards) {
    follow(graph.indexOf('sdo', catalogue.home(standard)), leaders[graph.indexOf('standard', standard.id)] ?? -1);
  }
  return followed;
}

/** Otherwise an SDO follows its leading committees, a silent group what it is part of. */
function followedByParts(graph: Graph, plan: Plan): Followed {
  const followed = new Map<number, ReadonlyMap<number, number>>();
  const leading = plan.discs.filter(({ led }) => led > 0);
  const silent = new Set(plan.discs.filter(({ led }) => led === 0).map(({ node }) => node));
  const [partOf, sdo] = [linkCode('part-of'), nodeCode('sdo')];
  graph.linkKinds.forEach((kind, l) => {
    const [a, b] = [graph.links[2 * l] ?? 0, graph.links[2 * l + 1] ?? 0];
    if (kind === partOf && graph.kinds[a] !== sdo && silent.has(a)) followed.set(a, new Map([[b, 1]]));
  });
  for (const { id } of graph.catalogue.sdos) {
    const node = graph.indexOf('sdo', id);
    const own = leading.filter(({ node: other }) => groupOf(graph, 'sdo', other) === id);
    if (silent.has(node) && own.length > 0) followed.set(node, new Map(own.map(({ node: other, led }) => [other, led])));
  }
  return followed;
}

/** What each node that leads no standards follows, but topics: those follow everything. */
export function followedBy(graph: Graph, plan: Plan): Followed {
  const parts = followedByParts(graph, plan);
  return plan.group === 'sdo' || plan.group === 'committee' ? parts : new Map([...parts, ...followedByStandards(graph, plan)]);
}
