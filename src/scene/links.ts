import { PLAIN } from './codes.js';
import { linkCode, nodeCode, type Graph } from './graph.js';
import type { Marks, SceneLinks } from './scene.js';

const memo = new WeakMap<Graph, Uint16Array>();

/** A number for the SDO that each standard counts under, the same for all of one SDO; n, 0 for other nodes. */
function homesOf({ catalogue, kinds }: Graph): Uint16Array {
  const codes = new Map(catalogue.sdos.map(({ id }, i) => [id, i + 1]));
  const standard = nodeCode('standard');
  let next = 0;
  // Standards are nodes in dataset order
  return Uint16Array.from(kinds, (kind) => {
    const record = kind === standard ? catalogue.standards[next++] : undefined;
    return record ? (codes.get(catalogue.home(record)) ?? 0) : 0;
  });
}

/** Links between shown marks that are drawn without a selection: all but those of topics, which together are a hairball. */
export function plainLinks(graph: Graph, { ofNode }: Marks): SceneLinks {
  const homes = memo.get(graph) ?? homesOf(graph);
  memo.set(graph, homes);
  const [about, relation] = [linkCode('about'), linkCode('relation')];
  const ends = new Uint32Array(graph.links.length);
  const kind = new Uint8Array(graph.linkKinds.length);
  const across = new Uint8Array(graph.linkKinds.length);
  const coordinates = new Uint8Array(graph.linkKinds.length);
  let count = 0;
  graph.linkKinds.forEach((code, link) => {
    const [from, to] = [graph.links[2 * link] ?? 0, graph.links[2 * link + 1] ?? 0];
    const [a, b] = [ofNode[from] ?? -1, ofNode[to] ?? -1];
    if (code === about || a < 0 || b < 0) return;
    ends[2 * count] = a;
    ends[2 * count + 1] = b;
    kind[count] = code;
    across[count] = code === relation && homes[from] !== homes[to] ? 1 : 0;
    coordinates[count] = graph.coordinates[link] ?? 0;
    count++;
  });
  return {
    count,
    plain: count,
    ends: ends.slice(0, 2 * count),
    kind: kind.slice(0, count),
    across: across.slice(0, count),
    coordinates: coordinates.slice(0, count),
    emphasis: new Uint8Array(count).fill(PLAIN),
  };
}
