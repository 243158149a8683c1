import type { LayoutInput } from '../layout/input.js';
import { layout } from '../layout/layout.js';
import { catalogue } from '../model/catalogue.js';
import type { Dataset, Point } from '../model/dataset.js';
import type { Encoding } from '../state/state.js';
import { buildGraph, type Graph, type NodeKind } from './graph.js';
import { planOf } from './plan.js';
import { forcesOf, layoutInput } from './territory.js';

/** Where to draw the nodes of a graph: known already, or what a layout needs to find out. */
export type Positions = { readonly settled: true; readonly xy: Float32Array } | { readonly settled: false; readonly input: LayoutInput };

/**
 * The positions that the dataset ships, as far as they belong to this seed.
 *
 * Where all records carry one there is nothing left to do; where some lack one, those that have it are held and the others come in
 * near their neighbours; another seed than the dataset's lays everything out anew. They are those of the grouping by SDO: under another
 * one the layout begins from them.
 *
 * @param seed integer
 * @returns positions in layout units, 2n in the order of the graph's nodes, or the input of a layout whose
 *   first n nodes they are
 */
export function positions(graph: Graph, seed: number, group: Encoding = 'sdo'): Positions {
  const {
    shipped,
    catalogue: { dataset },
  } = graph;
  const known = graph.ids.map((_, node) => dataset.layoutSeed === seed && !Number.isNaN(shipped[2 * node] ?? NaN));
  const isWhole = known.every(Boolean);
  if (group !== 'sdo') return { settled: false, input: layoutInput(graph, seed, group, isWhole ? shipped : undefined) };
  if (isWhole) return { settled: true, xy: shipped };
  const input = known.some(Boolean) ? newcomers(graph, shipped, known) : layoutInput(graph, seed);
  return { settled: false, input };
}

/** What has a place is held; all that lacks one comes in together. */
function newcomers(graph: Graph, places: Float32Array, known: readonly boolean[]): LayoutInput {
  const input = forcesOf(graph, planOf(graph));
  const start = new Float32Array(2 * input.count).fill(NaN);
  start.set(places);
  return { ...input, start, held: Uint8Array.from({ length: input.count }, (_, node) => (known[node] ? 1 : 0)) };
}

/**
 * A dataset with a place for every SDO, committee, topic and standard, laid out anew whatever places it carried.
 *
 * Equal datasets and seeds give equal results on every machine. The dataset itself is frozen, as `catalogue` does.
 *
 * @param seed any integer; becomes `layoutSeed`
 * @returns the dataset with `layoutSeed` after `opening` and integer `xy` as the last key of each record
 * @throws RangeError when the seed is not an integer
 */
export function place(dataset: Dataset, seed = 1): Dataset {
  const graph = buildGraph(catalogue(dataset));
  return placed(dataset, graph, layout(layoutInput(graph, seed), seed), seed);
}

/**
 * The same for a dataset that has grown: every record that has a place keeps it, the others come in near their neighbours, so that
 * readers find what they knew where it was. Without places, or with those of another seed, it is `place`.
 *
 * @param seed integer; default the dataset's own
 */
export function placeNewcomers(dataset: Dataset, seed = dataset.layoutSeed ?? 1): Dataset {
  const graph = buildGraph(catalogue(dataset));
  const found = positions(graph, seed);
  return placed(dataset, graph, found.settled ? found.xy : layout(found.input, seed), seed);
}

/** A dataset with whole places; known ones are whole already. */
function placed(dataset: Dataset, graph: Graph, xy: Float32Array, seed: number): Dataset {
  const at = (kind: NodeKind, id: string): Point => {
    const node = graph.indexOf(kind, id);
    // + 0: JSON knows no -0
    return [Math.round(xy[2 * node] ?? NaN) + 0, Math.round(xy[2 * node + 1] ?? NaN) + 0];
  };
  const { format, version, title, description, asOf, opening } = dataset;
  return {
    ...{ format, version, title, ...(description !== undefined && { description }), asOf, ...(opening && { opening }), layoutSeed: seed },
    ...dataset,
    layoutSeed: seed,
    sdos: dataset.sdos.map((record) => ({ ...record, xy: at('sdo', record.id) })),
    committees: dataset.committees.map((record) => ({ ...record, xy: at('committee', record.id) })),
    topics: dataset.topics.map((record) => ({ ...record, xy: at('topic', record.id) })),
    standards: dataset.standards.map((record) => ({ ...record, xy: at('standard', record.id) })),
  };
}
