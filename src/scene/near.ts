import { linkCode, nodeCode, type Graph } from './graph.js';
import { around, neighboursOf } from './neighbours.js';

/**
 * The neighbourhood of selected nodes, one byte a node: themselves and what they are linked to; a standard brings its committees up to the
 * SDO, a committee or an SDO everything below it.
 */
export function neighbourhood(graph: Graph, selected: readonly number[]): Uint8Array {
  const near = new Uint8Array(graph.ids.length);
  for (const node of selected) {
    near[node] = 1;
    for (const other of around(graph, node)) near[other] = 1;
    const kind = graph.kinds[node];
    if (kind === nodeCode('standard')) climb(graph, node, near);
    else if (kind !== nodeCode('topic')) {
      climb(graph, node, near);
      descend(graph, node, near);
    }
  }
  return near;
}

function climb(graph: Graph, node: number, near: Uint8Array): void {
  const { catalogue } = graph;
  const id = graph.ids[node] ?? '';
  const standard = graph.kinds[node] === nodeCode('standard') ? catalogue.standard(id) : undefined;
  for (const committee of standard ? standard.committees : [id]) {
    for (const above of catalogue.path(committee)) {
      near[graph.indexOf('committee', above.id)] = 1;
      near[graph.indexOf('sdo', above.sdo)] = 1;
    }
  }
}

/** Follows `part-of` and `owns` links away from the SDO. */
function descend(graph: Graph, node: number, near: Uint8Array): void {
  const { offsets, nodes, links } = neighboursOf(graph);
  const down = new Set([linkCode('owns'), linkCode('part-of')]);
  const pending = [node];
  const seen = new Set(pending);
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    for (let l = offsets[at] ?? 0; l < (offsets[at + 1] ?? 0); l++) {
      const [other, link] = [nodes[l] ?? 0, links[l] ?? 0];
      // Of a part-of link the first end is the part; an owned standard is a leaf.
      const isBelow =
        down.has(graph.linkKinds[link] ?? -1) &&
        (graph.linkKinds[link] === linkCode('owns') ? graph.links[2 * link] === at : graph.links[2 * link] === other);
      if (!isBelow || seen.has(other)) continue;
      seen.add(other);
      near[other] = 1;
      pending.push(other);
    }
  }
}
