import { nodeCode, type Graph } from './graph.js';
import type { NodeRef, Scene } from './scene.js';

/** An entry of the outline: what a reader of the drawing sees as one mark. */
export interface OutlineItem {
  readonly ref: NodeRef;
  /** What the drawing calls it: an SDO's name, else the designation. Titles and status are in the catalogue. */
  readonly name: string;
  /** Shown standards at and below this entry; 1 for a standard. */
  readonly count: number;
  /** Overlap candidates that shown standards at and below this entry take part in, each once; 0 without the lens. */
  readonly candidates: number;
  /** Entries below, made when first asked for: groups first, then standards, each in the order of the dataset. */
  children(): readonly OutlineItem[];
}

/** Nodes with an entry by the node they are told under. */
interface Tree {
  readonly graph: Graph;
  /** 1 for nodes with an entry; n. */
  readonly told: Uint8Array;
  readonly below: ReadonlyMap<number, readonly number[]>;
  readonly counts: ReadonlyMap<number, number>;
  readonly candidates: ReadonlyMap<number, number>;
}

/** The node a node is told under: a standard under its leading committee, a committee under its parent, either under its SDO for want of one. */
function aboveOf(graph: Graph, node: number): number {
  const { catalogue } = graph;
  const id = graph.ids[node] ?? '';
  if (graph.kinds[node] === nodeCode('standard')) {
    const standard = catalogue.standard(id);
    const committee = graph.indexOf('committee', standard?.committees[0] ?? '');
    return committee >= 0 || !standard ? committee : graph.indexOf('sdo', catalogue.home(standard));
  }
  const committee = graph.kinds[node] === nodeCode('committee') ? catalogue.committee(id) : undefined;
  if (!committee) return -1;
  const parent = committee.parent === undefined ? -1 : graph.indexOf('committee', committee.parent);
  return parent >= 0 ? parent : graph.indexOf('sdo', committee.sdo);
}

/** A node and what it is told under, up to the SDO. */
function* upwards(graph: Graph, node: number): Generator<number> {
  for (let at = node; at >= 0; at = aboveOf(graph, at)) yield at;
}

/** Candidates at and below each node. */
function candidatesAt({ graph, marks, candidates }: Scene): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let link = 0; link < (candidates?.count ?? 0); link++) {
    const [a, b] = [0, 1].map((end) => marks.node[candidates?.ends[2 * link + end] ?? -1] ?? -1);
    for (const node of new Set([...upwards(graph, a ?? -1), ...upwards(graph, b ?? -1)])) counts.set(node, (counts.get(node) ?? 0) + 1);
  }
  return counts;
}

function treeOf(scene: Scene): Tree {
  const { graph, marks } = scene;
  // Something selected beyond the filter is drawn without what is above it, but told below it
  const told = new Uint8Array(graph.ids.length);
  const counts = new Map<number, number>();
  marks.node.forEach((node) => {
    const isStandard = graph.kinds[node] === nodeCode('standard');
    for (const at of upwards(graph, node)) {
      told[at] = 1;
      if (isStandard) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  });
  const below = new Map<number, number[]>();
  told.forEach((is, node) => {
    const above = is ? aboveOf(graph, node) : -1;
    const list = below.get(above);
    if (list) list.push(node);
    else if (above >= 0) below.set(above, [node]);
  });
  return { graph, told, below, counts, candidates: candidatesAt(scene) };
}

function itemOf(tree: Tree, node: number, kind: 'sdo' | 'committee' | 'standard'): OutlineItem {
  const { graph, below, counts, candidates } = tree;
  const id = graph.ids[node] ?? '';
  let made: readonly OutlineItem[] | undefined;
  return {
    ref: { kind, id },
    name: kind === 'sdo' ? (graph.catalogue.sdo(id)?.name ?? id) : id,
    count: counts.get(node) ?? 0,
    candidates: candidates.get(node) ?? 0,
    children: () =>
      (made ??= (below.get(node) ?? []).map((child) =>
        itemOf(tree, child, graph.kinds[child] === nodeCode('committee') ? 'committee' : 'standard'),
      )),
  };
}

/**
 * The scene as text for those who do not see it: SDOs, below them committees, below those standards; each shown standard once.
 *
 * @returns the SDOs in the order of the dataset
 */
export function outline(scene: Scene): readonly OutlineItem[] {
  const tree = treeOf(scene);
  const { graph, told } = tree;
  return graph.catalogue.sdos.flatMap(({ id }) => {
    const node = graph.indexOf('sdo', id);
    return told[node] === 1 ? [itemOf(tree, node, 'sdo')] : [];
  });
}
