import type { Graph } from './graph.js';

/** The links of every node as flat arrays: those of node i are at `offsets[i]` up to `offsets[i + 1]`. */
export interface Neighbours {
  /** n + 1. */
  readonly offsets: Uint32Array;
  /** Node at the other end, 2m. */
  readonly nodes: Uint32Array;
  /** Link, 2m. */
  readonly links: Uint32Array;
}

const memo = new WeakMap<Graph, Neighbours>();

/** The links of every node, made once for a graph. */
export function neighboursOf(graph: Graph): Neighbours {
  const known = memo.get(graph);
  if (known) return known;
  const { ids, links } = graph;
  const offsets = new Uint32Array(ids.length + 1);
  for (const node of links) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let i = 0; i < ids.length; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice(0, ids.length);
  const found = { offsets, nodes: new Uint32Array(links.length), links: new Uint32Array(links.length) };
  links.forEach((node, end) => {
    const place = next[node] ?? 0;
    next[node] = place + 1;
    found.nodes[place] = links[end ^ 1] ?? 0;
    found.links[place] = end >> 1;
  });
  memo.set(graph, found);
  return found;
}

/** Nodes one link away from a node, each once. */
export function around(graph: Graph, node: number): readonly number[] {
  const { offsets, nodes } = neighboursOf(graph);
  return [...new Set(nodes.subarray(offsets[node] ?? 0, offsets[node + 1] ?? 0))];
}
