import type { SdoId, Standard } from '../model/dataset.js';
import { NODE_KINDS, nodeCode, type Graph, type NodeKind } from './graph.js';

/**
 * The stages of the layout. The core comes first and by itself, so that it looks the same with and without the rest: SDOs claim a ground
 * each, with the topics among them; committees find their places on it, with room for their standards; the standards fill that room.
 * Then the same for all others, around the core.
 */
export const STAGES = { coreGrounds: 0, corePlan: 1, coreStandards: 2, grounds: 3, plan: 4, standards: 5 } as const;

/** The part of the drawing that an SDO's committees gather on: a helper node without a mark. */
export interface Ground {
  readonly sdo: SdoId;
  /** Index in the layout's input, behind the nodes of the graph. */
  readonly node: number;
  readonly stage: number;
  /** SDO and committees that gather on it. */
  readonly members: readonly number[];
}

/** Who gathers around whom, and when. */
export interface Plan {
  /** Node that each standard gathers around: its leading committee, else its SDO; n, -1 for what is not a standard. */
  readonly leaders: Int32Array;
  /** Stage of each node; n. */
  readonly stages: Uint8Array;
  /** Those of the core first, each part in the order of the SDOs. */
  readonly grounds: readonly Ground[];
  /** Room of each node with its label and its standards, then of each ground; layout units. */
  readonly rooms: Float32Array;
}

/** Room of a mark with its label, where it stands by itself; layout units. */
const LABELLED: Readonly<Record<NodeKind, number>> = { sdo: 40, committee: 27, topic: 46, standard: 8 };
/** A disc of n standards has this radius × √n: circles packed by pushing, with the loss at the rim. */
const PACKED = 9.2;
/** Air around a disc. */
const AIR = 10;
/** Share of a ground that discs cannot fill, as a factor on its radius. */
const LOOSE = 1.1;

function leaderOf(graph: Graph, standard: Standard): number {
  const [leading] = standard.committees;
  const committee = leading === undefined ? -1 : graph.indexOf('committee', leading);
  return committee >= 0 ? committee : graph.indexOf('sdo', graph.catalogue.home(standard));
}

/** 1 for committees that own standards or stand above one that does; n. */
function busyOf(graph: Graph): Uint8Array {
  const { catalogue } = graph;
  const busy = new Uint8Array(graph.ids.length);
  for (const id of new Set(catalogue.standards.flatMap(({ committees }) => committees))) {
    for (const committee of catalogue.path(id)) busy[graph.indexOf('committee', committee.id)] = 1;
  }
  return busy;
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
  const busy = busyOf(graph);
  for (const committee of catalogue.committees) {
    const path = catalogue.path(committee.id).map(({ id }) => graph.indexOf('committee', id));
    if (busy[path[0] ?? -1] === 1) continue;
    const above = path.find((node) => busy[node] === 1) ?? graph.indexOf('sdo', committee.sdo);
    if (core[above] === 1) add('committee', committee.id);
  }
  return core;
}

function stagesOf(graph: Graph, core: Uint8Array): Uint8Array {
  return Uint8Array.from(core, (isCore, node) => {
    const kind = NODE_KINDS[graph.kinds[node] ?? 0];
    if (kind === 'standard') return isCore ? STAGES.coreStandards : STAGES.standards;
    if (kind === 'topic') return isCore ? STAGES.coreGrounds : STAGES.grounds;
    return isCore ? STAGES.corePlan : STAGES.plan;
  });
}

/** SDO of an SDO's or a committee's node. */
export function sdoOf({ catalogue, ids, kinds }: Graph, node: number): SdoId {
  const id = ids[node] ?? '';
  return kinds[node] === nodeCode('committee') ? (catalogue.committee(id)?.sdo ?? '') : id;
}

function groundsOf(graph: Graph, stages: Uint8Array): Ground[] {
  const grounds: Ground[] = [];
  for (const [stage, plan] of [[STAGES.coreGrounds, STAGES.corePlan] as const, [STAGES.grounds, STAGES.plan] as const]) {
    const members = new Map<SdoId, number[]>(graph.catalogue.sdos.map(({ id }) => [id, []]));
    stages.forEach((at, node) => {
      if (at === plan) members.get(sdoOf(graph, node))?.push(node);
    });
    for (const [sdo, nodes] of members) {
      if (nodes.length > 0) grounds.push({ sdo, node: graph.ids.length + grounds.length, stage, members: nodes });
    }
  }
  return grounds;
}

/** Rooms of the nodes. Room for later standards of a core committee would move the core: they come in around its disc. */
function roomsOf(graph: Graph, leaders: Int32Array, core: Uint8Array, grounds: readonly Ground[]): Float32Array {
  const led = new Uint32Array(graph.ids.length);
  leaders.forEach((leader, node) => {
    if (leader >= 0 && (core[node] === 1 || core[leader] === 0)) led[leader] = (led[leader] ?? 0) + 1;
  });
  const rooms = Array.from(led, (n, node) => {
    const alone = LABELLED[NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard'];
    return n === 0 ? alone : Math.max(alone, PACKED * Math.sqrt(n + 4) + AIR);
  });
  for (const { members } of grounds) {
    rooms.push(LOOSE * Math.sqrt(members.reduce((sum, node) => sum + (rooms[node] ?? 0) * (rooms[node] ?? 0), 0)));
  }
  return Float32Array.from(rooms);
}

/** Who gathers around whom, in which stage, and how much room that takes. */
export function planOf(graph: Graph): Plan {
  const core = coreOf(graph);
  const leaders = new Int32Array(graph.ids.length).fill(-1);
  for (const standard of graph.catalogue.standards) leaders[graph.indexOf('standard', standard.id)] = leaderOf(graph, standard);
  const stages = stagesOf(graph, core);
  const grounds = groundsOf(graph, stages);
  return { leaders, stages, grounds, rooms: roomsOf(graph, leaders, core, grounds) };
}
