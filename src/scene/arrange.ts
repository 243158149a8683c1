import type { LayoutInput } from '../layout/input.js';
import type { Encoding } from '../state/state.js';
import { NODE_KINDS, nodeCode, type Graph } from './graph.js';
import { positions, type Positions } from './place.js';
import { planOf } from './plan.js';
import { keepingOrder } from './regroup.js';
import { gathered } from './stand.js';
import { forcesOf, WARM } from './territory.js';

/** Forces between nodes that stand where `places` says; only those in `moving` may leave, and what lacks a place comes in. */
function around(graph: Graph, group: Encoding, places: Float32Array, isMoving: (node: number) => boolean): LayoutInput {
  const input = forcesOf(graph, planOf(graph, group));
  const start = new Float32Array(2 * input.count).fill(NaN);
  start.set(places);
  const held = Uint8Array.from({ length: input.count }, (_, node) => (Number.isNaN(start[2 * node] ?? NaN) || isMoving(node) ? 0 : 1));
  return { ...input, start, held };
}

/**
 * Places for a dataset that takes the place of another: records of both keep theirs, to the bit; the others stand where the
 * dataset has them under this seed, else come in near their neighbours.
 *
 * @param former the graph of the other dataset @param xy its places, 2 × its nodes
 * @returns as `positions`, which also answers where the two have no record in common
 */
export function carriedOver(graph: Graph, former: Graph, xy: Float32Array, seed: number, group: Encoding): Positions {
  const ships = group === 'sdo' && graph.catalogue.dataset.layoutSeed === seed;
  const places = ships ? graph.shipped.slice() : new Float32Array(2 * graph.ids.length).fill(NaN);
  graph.ids.forEach((id, node) => {
    const before = former.indexOf(NODE_KINDS[graph.kinds[node] ?? 0] ?? 'sdo', id);
    if (before >= 0) places.set(xy.subarray(2 * before, 2 * before + 2), 2 * node);
  });
  const known = graph.ids.filter((_, node) => !Number.isNaN(places[2 * node] ?? NaN)).length;
  if (known === 0) return positions(graph, seed, group);
  return known === graph.ids.length ? { settled: true, xy: places } : { settled: false, input: around(graph, group, places, () => false) };
}

/** What stands already settles in half of the ticks. */
const BRIEF = { ticks: 60 } as const;

/** Forces of what is shown: what is not takes no room and pulls at nobody. */
function amongShown(input: LayoutInput, shown: Uint8Array): LayoutInput {
  const isOut = (link: number): boolean => shown[input.links[2 * link] ?? 0] === 0 || shown[input.links[2 * link + 1] ?? 0] === 0;
  return {
    ...input,
    radii: input.radii.map((radius, node) => (shown[node] === 0 ? 0 : radius)),
    strengths: input.strengths.map((strength, link) => (isOut(link) ? 0 : strength)),
  };
}

/**
 * Places for what is shown alone. Shown standards close up around what they gather around; by SDO, committees do so around their SDO as
 * well. SDOs and topics keep their places, and so does all that is not shown.
 *
 * @param shown 1 for every node that is shown; n
 * @param xy places of all nodes, 2n
 */
export function rearranged(graph: Graph, shown: Uint8Array, xy: Float32Array, group: Encoding): Positions {
  const standard = nodeCode('standard');
  const input = around(graph, group, xy, (node) => shown[node] === 1 && graph.kinds[node] === standard);
  const isWhole = graph.kinds.every((kind, node) => kind !== standard || shown[node] === 1);
  if (group !== 'sdo' || isWhole) return { settled: false, input: { ...amongShown(input, shown), ...BRIEF } };
  const plan = planOf(graph, group, shown);
  const stood = gathered(graph, plan, xy);
  const closer = keepingOrder(graph, plan, stood, xy);
  const start = Float32Array.from({ length: 2 * input.count }, (_, c) => (shown[c >> 1] === 0 ? NaN : (closer[c] ?? NaN)));
  start.forEach((value, c) => {
    if (Number.isNaN(value)) start[c] = xy[c] ?? NaN;
  });
  return { settled: false, input: { ...amongShown(input, shown), start, ...WARM, ...BRIEF } };
}
