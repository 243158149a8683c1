import type { Encoding, Moved } from '../state/state.js';
import { linkCode, NODE_KINDS, nodeCode, type Graph } from './graph.js';

/** The node that an id means: a standard before a topic, a committee and an SDO of the same id; -1 for none. */
export function nodeOf(graph: Graph, id: string): number {
  for (let kind = NODE_KINDS.length - 1; kind >= 0; kind--) {
    const node = graph.indexOf(NODE_KINDS[kind] ?? 'standard', id);
    if (node >= 0) return node;
  }
  return -1;
}

const memo = new WeakMap<Graph, Map<Encoding, Int32Array>>();

/**
 * What each node goes along with when that one is dragged, -1 for nothing; n.
 *
 * By SDO and by committee a standard goes with its leading committee, a committee with the one it is part of; by SDO what has none of these
 * goes with its SDO, but never one SDO with another. By topic a standard goes with its first topic. By status and role nothing goes along.
 */
function carriersOf(graph: Graph, group: Encoding): Int32Array {
  const known = memo.get(graph)?.get(group);
  if (known) return known;
  const { catalogue, kinds, ids, links, linkKinds } = graph;
  const [sdo, committee, topic, standard] = NODE_KINDS.map(nodeCode);
  const [owns, partOf, about] = [linkCode('owns'), linkCode('part-of'), linkCode('about')];
  const carriers = new Int32Array(ids.length).fill(-1);
  const isWanted = (above: number, below: number): boolean => {
    if (group === 'topic') return kinds[above] === topic;
    if (kinds[below] === sdo || (group !== 'sdo' && group !== 'committee')) return false;
    return kinds[above] === committee || (group === 'sdo' && kinds[above] === sdo);
  };
  // The first link counts: the leading committee, the first topic
  linkKinds.forEach((kind, link) => {
    const [a, b] = [links[2 * link] ?? 0, links[2 * link + 1] ?? 0];
    const [above, below] = kind === partOf ? [b, a] : [a, b];
    if ((kind === owns || kind === partOf || kind === about) && carriers[below] === -1 && isWanted(above, below)) carriers[below] = above;
  });
  if (group === 'sdo')
    for (let node = 0; node < ids.length; node++) {
      const record = kinds[node] === standard && carriers[node] === -1 ? catalogue.standard(ids[node] ?? '') : undefined;
      if (record) carriers[node] = graph.indexOf('sdo', catalogue.home(record));
    }
  const all = memo.get(graph) ?? new Map<Encoding, Int32Array>();
  memo.set(graph, all.set(group, carriers));
  return carriers;
}

/** The nearest node at or above each node that is one of these, -1 for none; n. */
function headsOf(carriers: Int32Array, isHead: (node: number) => boolean): Int32Array {
  const heads = new Int32Array(carriers.length).fill(-2);
  for (let node = 0; node < carriers.length; node++) {
    const way: number[] = [];
    let at = node;
    // What is on the way counts as none until the way ends: records that belong to each other end it too
    while (at >= 0 && heads[at] === -2 && !isHead(at)) {
      heads[at] = -1;
      way.push(at);
      at = carriers[at] ?? -1;
    }
    const head = at < 0 ? -1 : isHead(at) ? at : (heads[at] ?? -1);
    if (at >= 0) heads[at] = head;
    for (const one of way) heads[one] = head;
  }
  return heads;
}

/** Records at places of the reader's own that this landscape knows: node to place. */
function ownPlaces(graph: Graph, moved: readonly Moved[]): ReadonlyMap<number, Moved> {
  const places = new Map<number, Moved>();
  for (const one of moved) {
    const node = nodeOf(graph, one.id);
    if (node >= 0) places.set(node, one);
  }
  return places;
}

/**
 * Places with what the reader has dragged where the reader put it, and what gathers around it gone along by as much.
 *
 * Ids that the landscape does not know count for nothing.
 *
 * @param group what stands together in `xy` @param xy layout units, 2n
 * @returns `xy` itself where nothing was dragged
 */
export function movedPlaces(graph: Graph, group: Encoding, xy: Float32Array, moved: readonly Moved[]): Float32Array {
  const own = ownPlaces(graph, moved);
  if (own.size === 0) return xy;
  const places = xy.slice();
  headsOf(carriersOf(graph, group), (node) => own.has(node)).forEach((head, node) => {
    const place = own.get(head);
    if (!place) return;
    places[2 * node] = (xy[2 * node] ?? 0) + place.x - (xy[2 * head] ?? 0);
    places[2 * node + 1] = (xy[2 * node + 1] ?? 0) + place.y - (xy[2 * head + 1] ?? 0);
  });
  return places;
}

/** Nodes that go along when these are dragged, themselves among them; what the reader has put in a place of its own stays there. */
export function carriedWith(graph: Graph, group: Encoding, moved: readonly Moved[], heads: readonly number[]): readonly number[] {
  const own = ownPlaces(graph, moved);
  const dragged = new Set(heads);
  const found: number[] = [];
  headsOf(carriersOf(graph, group), (node) => dragged.has(node) || own.has(node)).forEach((head, node) => {
    if (dragged.has(head)) found.push(node);
  });
  return found;
}
