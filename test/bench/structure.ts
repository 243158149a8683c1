// How readable the picture of the shipped dataset is, in figures: node tools/run.mjs test/bench/structure.ts [former dataset file …].
// A former dataset with the same records and other positions is judged in the same run.
import { readFileSync } from 'node:fs';
import { forceCenter, forceLink, forceManyBody, forceSimulation } from 'd3-force';
import { layout } from '../../src/layout/layout.js';
import { ownLeaderNearest, stress } from '../../src/layout/quality.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { buildGraph, linkCode, type Graph } from '../../src/scene/graph.js';
import { shownNodes } from '../../src/scene/shown.js';
import { layoutInput } from '../../src/scene/territory.js';
import { crossings } from './crossings.js';
import { median, print } from './tables.js';

const BUILT = 'data/smart-cities.json';
/** More than there are nodes: the stress of all pairs. With 200 of them the ratio varies by ± 0.04. */
const SAMPLES = 10_000;

export const read = (file: string): Dataset => JSON.parse(readFileSync(file, 'utf8')) as Dataset;
export const graphOf = (data: Dataset): Graph => buildGraph(catalogue(data));

/** Plain d3-force: all nodes and links alike, its defaults, its own start, 300 ticks. */
export function d3Force({ ids, links }: Graph): Float32Array {
  const nodes = ids.map((_, index) => ({ index, x: undefined as number | undefined, y: undefined as number | undefined }));
  const pairs = Array.from({ length: links.length / 2 }, (_, l) => ({ source: links[2 * l] ?? 0, target: links[2 * l + 1] ?? 0 }));
  forceSimulation(nodes as { x: number; y: number }[])
    .force('link', forceLink(pairs))
    .force('charge', forceManyBody())
    .force('center', forceCenter())
    .stop()
    .tick(300);
  return Float32Array.from(nodes.flatMap(({ x, y }) => [x ?? NaN, y ?? NaN]));
}

/** Standards with their leading committees, and the committees that lead. */
export function followers(graph: Graph, only: (tier: string) => boolean): Uint32Array {
  return Uint32Array.from(
    graph.catalogue.standards.flatMap(({ id, tier, committees: [leading] }) =>
      leading !== undefined && only(tier) ? [graph.indexOf('standard', id), graph.indexOf('committee', leading)] : [],
    ),
  );
}
export const own = (xy: Float32Array, pairs: Uint32Array): number =>
  ownLeaderNearest(xy, [...new Set(pairs.filter((_, i) => i % 2 === 1))], pairs);

function size(xy: Float32Array, shown: (node: number) => boolean): readonly [number, number] {
  const spans = [0, 1].map((axis) => {
    const values = [...xy].filter((_, i) => i % 2 === axis && shown(i >> 1));
    return values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  });
  return [spans[0] ?? NaN, spans[1] ?? NaN];
}

function judge(name: string, graph: Graph, xy: Float32Array, reference: number, ms: number | undefined): readonly string[] {
  const { ids, links, linkKinds, catalogue: known } = graph;
  const core = shownNodes(graph, new Set(known.standards.filter(({ tier }) => tier === 'core').map(({ id }) => id)));
  // What is drawn without a selection: all but the links of topics
  const drawn = (inCore: boolean): Uint32Array =>
    links.filter(
      (_, i) => linkKinds[i >> 1] !== linkCode('about') && (!inCore || (core[links[i] ?? 0] === 1 && core[links[i ^ 1] ?? 0] === 1)),
    );
  const strain = stress(xy, ids.length, links, SAMPLES, 1);
  const [whole, inner] = [size(xy, () => true), size(xy, (node) => core[node] === 1)];
  const area = ([width, height]: readonly [number, number]): string => `${width.toFixed(0)} × ${height.toFixed(0)}`;
  return [
    name,
    strain.toFixed(4),
    (strain / reference).toFixed(2),
    own(
      xy,
      followers(graph, () => true),
    ).toFixed(3),
    own(
      xy,
      followers(graph, (tier) => tier === 'core'),
    ).toFixed(3),
    String(crossings(xy, drawn(false))),
    String(crossings(xy, drawn(true))),
    area(whole),
    area(inner),
    ms === undefined ? '' : ms.toFixed(0),
  ];
}

const HEADS = ['picture', 'stress', '/ d3-force', 'own', 'own, core', 'crossings', 'crossings, core', 'size', 'size, core', 'ms'];

export function main(files: readonly string[]): Promise<number> {
  const graph = graphOf(read(BUILT));
  const timed = (run: () => Float32Array): readonly [Float32Array, number] => {
    const begin = performance.now();
    const xy = run();
    return [xy, performance.now() - begin];
  };
  const [plain, plainMs] = timed(() => d3Force(graph));
  const runs = [1, 2, 3].map(() => timed(() => layout(layoutInput(graph), 1)));
  const reference = stress(plain, graph.ids.length, graph.links, SAMPLES, 1);
  print(HEADS, [
    judge('plain d3-force', graph, plain, reference, plainMs),
    ...files.map((file) => judge(file, graph, graphOf(read(file)).shipped, reference, undefined)),
    judge('shipped', graph, graph.shipped, reference, undefined),
    judge('laid out now', graph, runs[0]?.[0] ?? plain, reference, median(runs.map(([, ms]) => ms))),
  ]);
  return Promise.resolve(0);
}
