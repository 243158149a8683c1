// How much of the picture moves when standards come and go, and what an arrangement of the shown costs: node tools/run.mjs test/bench/stability.ts
import { visible } from '../../src/analysis/visible.js';
import { layout } from '../../src/layout/layout.js';
import type { Dataset } from '../../src/model/dataset.js';
import { carriedOver, rearranged } from '../../src/scene/arrange.js';
import { nodeCode, NODE_KINDS, type Graph } from '../../src/scene/graph.js';
import type { Positions } from '../../src/scene/place.js';
import { planOf } from '../../src/scene/plan.js';
import { shownNodes } from '../../src/scene/shown.js';
import { layoutInput } from '../../src/scene/territory.js';
import { followers, graphOf, own, read } from './structure.js';
import { median, print, quantile } from './tables.js';

const BUILT = 'data/smart-cities.json';
const RUNS = 3;

const settled = (found: Positions): Float32Array => (found.settled ? found.xy : layout(found.input, 1));
const cold = (graph: Graph): Float32Array => layout(layoutInput(graph, 1), 1);

/** The dataset without every so many-th standard, and without the relations that lead to one. */
function without(data: Dataset, isOut: (place: number) => boolean): Dataset {
  const standards = data.standards.filter((_, place) => !isOut(place));
  const ids = new Set(standards.map(({ id }) => id));
  return {
    ...data,
    standards: standards.map((standard) => {
      const { relations, ...rest } = standard;
      const left = relations?.filter(({ to, external }) => external === true || ids.has(to));
      return left && left.length > 0 ? { ...rest, relations: left } : rest;
    }),
  };
}

const diagonal = (xy: Float32Array): number => {
  const span = (axis: number): number => {
    const values = [...xy].filter((_, i) => i % 2 === axis);
    return values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  };
  return Math.sqrt(span(0) ** 2 + span(1) ** 2);
};

/** Shares of the view's diagonal by which records of both pictures are apart. */
function moves(before: Graph, from: Float32Array, after: Graph, to: Float32Array): readonly number[] {
  const view = diagonal(from);
  return after.ids.flatMap((id, node) => {
    const was = before.indexOf(NODE_KINDS[after.kinds[node] ?? 0] ?? 'sdo', id);
    if (was < 0) return [];
    const [dx, dy] = [0, 1].map((axis) => (to[2 * node + axis] ?? NaN) - (from[2 * was + axis] ?? NaN));
    return [Math.sqrt((dx ?? NaN) ** 2 + (dy ?? NaN) ** 2) / view];
  });
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function timed<T>(run: () => T): readonly [T, number] {
  const begin = performance.now();
  const made = run();
  return [made, performance.now() - begin];
}

function change(name: string, before: Graph, from: Float32Array, after: Graph): readonly string[] {
  const [xy, ms] = timed(() => settled(carriedOver(after, before, from, 1, 'sdo')));
  const [anew, coldMs] = timed(() => cold(after));
  const pairs = followers(after, () => true);
  const [kept, lost] = [moves(before, from, after, xy), moves(before, from, after, anew)];
  return [
    name,
    percent(median(kept)),
    percent(quantile(kept, 0.95)),
    own(xy, pairs).toFixed(3),
    percent(median(lost)),
    percent(quantile(lost, 0.95)),
    own(anew, pairs).toFixed(3),
    ms.toFixed(0),
    (ms / coldMs).toFixed(2),
  ];
}

function arrangement(graph: Graph, filter: string, coldMs: number): readonly string[] {
  const shown = shownNodes(graph, new Set(visible(graph.catalogue, filter)));
  const runs = Array.from({ length: RUNS }, () => timed(() => settled(rearranged(graph, shown, graph.shipped, 'sdo'))));
  const [xy] = runs[0] ?? [new Float32Array()];
  const ms = median(runs.map(([, one]) => one));
  const moved = moves(graph, graph.shipped, graph, xy.subarray(0, 2 * graph.ids.length));
  const isAnchor = (node: number): boolean =>
    shown[node] === 0 || graph.kinds[node] === nodeCode('sdo') || graph.kinds[node] === nodeCode('topic');
  const of = (test: (node: number) => boolean): readonly number[] => moved.filter((_, node) => test(node));
  const { leaders } = planOf(graph);
  const away = (places: Float32Array): number =>
    median(
      [...leaders.keys()].flatMap((node) => {
        const leader = leaders[node] ?? -1;
        if (leader < 0 || shown[node] === 0) return [];
        const [dx, dy] = [0, 1].map((axis) => (places[2 * node + axis] ?? NaN) - (places[2 * leader + axis] ?? NaN));
        return [Math.sqrt((dx ?? NaN) ** 2 + (dy ?? NaN) ** 2)];
      }),
    );
  return [
    filter,
    String([...leaders.keys()].filter((node) => (leaders[node] ?? -1) >= 0 && shown[node] === 1).length),
    percent(of(isAnchor).reduce((a, b) => Math.max(a, b), 0)),
    percent(median(of((node) => shown[node] === 1 && graph.kinds[node] === nodeCode('committee')))),
    `${away(graph.shipped).toFixed(0)} → ${away(xy).toFixed(0)}`,
    ms.toFixed(0),
    (ms / coldMs).toFixed(2),
  ];
}

export function main(): Promise<number> {
  const data = read(BUILT);
  const whole = graphOf(structuredClone(data));
  const shares = [
    ['1 %', (place: number) => place % 100 === 50],
    ['10 %', (place: number) => place % 10 === 5],
    ['30 %', (place: number) => place % 10 < 3],
  ] as const;
  const rows = shares.flatMap(([name, isOut]) => {
    const fewer = graphOf(without(structuredClone(data), isOut));
    return [change(`${name} come`, fewer, cold(fewer), whole), change(`${name} go`, whole, whole.shipped, fewer)];
  });
  process.stdout.write('What stays, when standards come and go; shares of the diagonal.\n\n');
  print(['change', 'median', 'p95', 'own', 'anew: median', 'p95', 'own', 'ms', '/ cold start'], rows);
  const coldMs = median(Array.from({ length: RUNS }, () => timed(() => cold(whole))[1]));
  process.stdout.write(`\nWhat is shown, arranged anew; a cold start takes ${coldMs.toFixed(0)} ms.\n\n`);
  print(
    ['filter', 'standards', 'anchors, most', 'committees, median', 'to its leader', 'ms', '/ cold start'],
    ['topic:digital-twin', 'sdo:itu-t', 'tier:core', 'role:security', ''].map((filter) => arrangement(whole, filter, coldMs)),
  );
  return Promise.resolve(0);
}
