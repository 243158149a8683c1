import { FADED, NEAR, PLAIN, SELECTED } from './codes.js';
import { linkCode, nodeCode, type Graph } from './graph.js';
import { neighboursOf } from './neighbours.js';
import type { Marks, SceneLinks } from './scene.js';

/** Most selected nodes whose topics have links: those of more are a hairball again, and the topics are raised all the same. */
const MOST_WITH_TOPICS = 12;

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

/**
 * The links of a scene with a selection: those without one, near where they touch what is selected or lead on within what is near it, else
 * faded; and the links of topics that touch it, of up to twelve.
 *
 * @param marks with the emphasis of the selection @param selected nodes
 */
export function selectedLinks(graph: Graph, marks: Marks, plain: SceneLinks, selected: readonly number[]): SceneLinks {
  const extra = new Set<number>();
  const about = linkCode('about');
  const { offsets, links } = neighboursOf(graph);
  for (const node of selected.length > MOST_WITH_TOPICS ? [] : selected) {
    for (let l = offsets[node] ?? 0; l < (offsets[node + 1] ?? 0); l++) {
      const link = links[l] ?? 0;
      if (graph.linkKinds[link] === about && endsOf(graph, marks, link).every((mark) => mark >= 0)) extra.add(link);
    }
  }
  const more = [...extra].sort((a, b) => a - b);
  const ends = new Uint32Array(plain.ends.length + 2 * more.length);
  ends.set(plain.ends);
  ends.set(
    more.flatMap((link) => endsOf(graph, marks, link)),
    plain.ends.length,
  );
  const count = plain.count + more.length;
  const emphasis = new Uint8Array(count).fill(NEAR);
  for (let link = 0; link < plain.count; link++) {
    const [a, b] = [marks.emphasis[ends[2 * link] ?? 0] ?? PLAIN, marks.emphasis[ends[2 * link + 1] ?? 0] ?? PLAIN];
    if (Math.max(a, b) < SELECTED && Math.min(a, b) < NEAR) emphasis[link] = FADED;
  }
  const longer = (bytes: Uint8Array, fill: number): Uint8Array => {
    const all = new Uint8Array(count).fill(fill);
    all.set(bytes);
    return all;
  };
  const [across, coordinates] = [longer(plain.across, 0), longer(plain.coordinates, 0)];
  return { count, plain: plain.count, ends, kind: longer(plain.kind, about), across, coordinates, emphasis };
}

const endsOf = ({ links }: Graph, { ofNode }: Marks, link: number): number[] => [
  ofNode[links[2 * link] ?? 0] ?? -1,
  ofNode[links[2 * link + 1] ?? 0] ?? -1,
];
