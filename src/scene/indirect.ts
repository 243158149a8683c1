import { FADED, NEAR, PLAIN, SELECTED } from './codes.js';
import type { StandardId } from '../model/dataset.js';
import { linkCode, nodeCode, type Graph } from './graph.js';
import { neighboursOf } from './neighbours.js';
import type { IndirectLinks, Marks, Scene } from './scene.js';

/** Most hidden standards between two shown ones: a longer way says nothing that a reader could check at a glance. */
const LONGEST = 3;
/** A hidden standard with more relations than these is referred to by everybody: that two refer to it relates them no more than their field. */
const HUB = 40;
/** Most links; the shortest ways stay. */
const MOST = 2000;

/** Standards related by declaration, as a list per node. */
type Related = (node: number) => readonly number[];

const memo = new WeakMap<Graph, Related>();

function relatedIn(graph: Graph): Related {
  const known = memo.get(graph);
  if (known) return known;
  const { offsets, nodes, links } = neighboursOf(graph);
  const relation = linkCode('relation');
  const lists = new Map<number, readonly number[]>();
  graph.linkKinds.forEach((kind, link) => {
    if (kind !== relation) return;
    for (const node of graph.links.subarray(2 * link, 2 * link + 2)) {
      if (lists.has(node)) continue;
      const found: number[] = [];
      for (let l = offsets[node] ?? 0; l < (offsets[node + 1] ?? 0); l++)
        if (graph.linkKinds[links[l] ?? 0] === relation) found.push(nodes[l] ?? 0);
      lists.set(node, found);
    }
  });
  const related: Related = (node) => lists.get(node) ?? [];
  memo.set(graph, related);
  return related;
}

/** The shortest ways from a shown standard through hidden ones to other shown ones: the nodes on the way, ends included. */
function waysFrom(start: number, related: Related, isShown: (node: number) => boolean): readonly (readonly number[])[] {
  const before = new Map<number, number>([[start, -1]]);
  const found: number[][] = [];
  let front: readonly number[] = [start];
  for (let hidden = 0; hidden <= LONGEST && front.length > 0; hidden++) {
    const next: number[] = [];
    for (const at of front) {
      for (const node of related(at)) {
        if (before.has(node)) continue;
        before.set(node, at);
        if (!isShown(node)) {
          if (related(node).length <= HUB) next.push(node);
        } else if (hidden > 0) {
          const way = [node];
          for (let back = at; back >= 0; back = before.get(back) ?? -1) way.push(back);
          found.push(way.reverse());
        }
      }
    }
    front = next;
  }
  return found;
}

/**
 * Shown standards that nothing but hidden ones joins: related by declaration to a standard that is not drawn and that is related to the
 * other, or by way of up to three such. A pair that is related itself has its own link.
 *
 * @param textOf what a link says, from the standards on the way; default their ids between commas
 * @returns one link a pair, by the shortest way, in the order of the graph; at most 2,000, those of the shortest ways
 */
export function indirectLinks(
  graph: Graph,
  { ofNode }: Marks,
  textOf = (via: readonly StandardId[]): string => via.join(', '),
): IndirectLinks {
  const related = relatedIn(graph);
  const isShown = (node: number): boolean => (ofNode[node] ?? -1) >= 0;
  const ways: (readonly number[])[] = [];
  for (let node = graph.kinds.indexOf(nodeCode('standard')); node >= 0 && node < graph.ids.length; node++) {
    if (!isShown(node) || related(node).every(isShown)) continue;
    // Each pair once, from the end that comes first
    for (const way of waysFrom(node, related, isShown)) if ((way.at(-1) ?? 0) > node) ways.push(way);
  }
  const kept = ways.length > MOST ? [...ways].sort((a, b) => a.length - b.length).slice(0, MOST) : ways;
  const via = kept.map((way) => way.slice(1, -1).map((node) => graph.ids[node] ?? ''));
  const ends = kept.flatMap((way) => [ofNode[way[0] ?? 0] ?? 0, ofNode[way.at(-1) ?? 0] ?? 0]);
  return { count: kept.length, ends: Uint32Array.from(ends), via, texts: via.map(textOf) };
}

/** Emphasis of an indirect link: near where it touches what is selected, else as far back as all that is not. */
export function indirectEmphasis({ indirect, marks, raised }: Pick<Scene, 'indirect' | 'marks' | 'raised'>, link: number): number {
  if (raised.length === 0) return PLAIN;
  const [a, b] = [indirect.ends[2 * link] ?? 0, indirect.ends[2 * link + 1] ?? 0];
  return Math.max(marks.emphasis[a] ?? PLAIN, marks.emphasis[b] ?? PLAIN) === SELECTED ? NEAR : FADED;
}
