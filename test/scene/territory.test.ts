import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownLeaderNearest, stress } from '../../src/layout/quality.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { buildGraph, nodeCode, type Graph } from '../../src/scene/graph.js';
import { planOf } from '../../src/scene/plan.js';
import { shownNodes } from '../../src/scene/shown.js';

const built = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../data/smart-cities.json'), 'utf8')) as Dataset;
const graph = buildGraph(catalogue(structuredClone(built)));
const core = new Set(built.standards.filter(({ tier }) => tier === 'core').map(({ id }) => id));
const xy = graph.shipped;

const distance = (a: number, b: number): number =>
  Math.hypot((xy[2 * a] ?? NaN) - (xy[2 * b] ?? NaN), (xy[2 * a + 1] ?? NaN) - (xy[2 * b + 1] ?? NaN));
const nodesOf = (of: Graph, kind: 'sdo' | 'committee' | 'topic' | 'standard'): readonly number[] =>
  [...of.kinds.keys()].filter((node) => of.kinds[node] === nodeCode(kind));
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
function box(nodes: readonly number[]): Box {
  const [x, y] = [0, 1].map((axis) => nodes.map((node) => xy[2 * node + axis] ?? NaN)) as [number[], number[]];
  const [left, top] = [Math.min(...x), Math.min(...y)];
  return { left, top, width: Math.max(...x) - left, height: Math.max(...y) - top };
}
const isWithin = ({ left, top, width, height }: Box, node: number): boolean => {
  const [x, y] = [(xy[2 * node] ?? NaN) - left, (xy[2 * node + 1] ?? NaN) - top];
  return x >= 0 && x <= width && y >= 0 && y <= height;
};
/** Standards with their leading committees, and the committees that lead. */
function followers(only?: ReadonlySet<string>): { readonly pairs: Uint32Array; readonly leaders: readonly number[] } {
  const pairs = built.standards
    .filter(({ id, committees }) => committees[0] !== undefined && (!only || only.has(id)))
    .flatMap(({ id, committees }) => [graph.indexOf('standard', id), graph.indexOf('committee', committees[0] ?? '')]);
  return { pairs: Uint32Array.from(pairs), leaders: [...new Set(pairs.filter((_, i) => i % 2 === 1))] };
}

describe('T1 the core stands together', () => {
  test('the box around it is less than half of the box around all, and most of what stands in it belongs to it', () => {
    const shown = shownNodes(graph, core);
    const all = [...graph.kinds.keys()];
    const inner = box(all.filter((node) => shown[node] === 1));
    const whole = box(all);
    expect((inner.width * inner.height) / (whole.width * whole.height)).toBeLessThan(0.5);
    const within = all.filter((node) => isWithin(inner, node));
    expect(within.filter((node) => shown[node] === 1).length / within.length).toBeGreaterThan(0.5);
  });
});

describe('T2 territories', () => {
  test('at least 0.85 of all standards, and 0.95 of those of the core, stand nearest to their own committee', () => {
    const [all, inner] = [followers(), followers(core)];
    expect(ownLeaderNearest(xy, all.leaders, all.pairs)).toBeGreaterThanOrEqual(0.85);
    expect(ownLeaderNearest(xy, inner.leaders, inner.pairs)).toBeGreaterThanOrEqual(0.95);
  });

  test('the discs of two committees do not cut into each other', () => {
    const { leaders } = planOf(graph);
    const { leaders: leading } = followers();
    const reach = new Map(leading.map((node) => [node, 0]));
    leaders.forEach((leader, node) => {
      if (leader >= 0) reach.set(leader, Math.max(reach.get(leader) ?? 0, distance(node, leader)));
    });
    const deep = leading.flatMap((a, i) =>
      leading.slice(i + 1).flatMap((b) => {
        const into = (reach.get(a) ?? 0) + (reach.get(b) ?? 0) - distance(a, b);
        return into > 24 ? [`${graph.ids[a]} and ${graph.ids[b]}: ${into.toFixed(0)}`] : [];
      }),
    );
    expect(deep).toEqual([]);
  });

  test('an SDO stands next to its own territory: the nearest leading committee is its own', () => {
    const { leaders } = followers();
    const strangers = built.sdos.flatMap(({ id }) => {
      const plate = graph.indexOf('sdo', id);
      const own = leaders.filter((node) => graph.catalogue.committee(graph.ids[node] ?? '')?.sdo === id);
      if (own.length === 0) return [];
      const rim = (node: number): number => distance(plate, node);
      const nearest = leaders.reduce((best, node) => (rim(node) < rim(best) ? node : best));
      return own.includes(nearest) || Math.min(...own.map(rim)) < 240 ? [] : [`${id}: ${graph.ids[nearest]}`];
    });
    expect(strangers).toEqual([]);
  });

  test('the plates of two SDOs are at least 120 units apart: with their names they cover each other at no usual size of the drawing', () => {
    const plates = nodesOf(graph, 'sdo');
    const near = plates.flatMap((a, i) =>
      plates.slice(i + 1).flatMap((b) => (distance(a, b) < 120 ? [`${graph.ids[a]} ${graph.ids[b]}`] : [])),
    );
    expect(near).toEqual([]);
  });

  test('no circle of a standard lies on another: they are 11 wide', () => {
    const standards = nodesOf(graph, 'standard');
    const near = standards.flatMap((a, i) =>
      standards.slice(i + 1).flatMap((b) => (distance(a, b) < 11 ? [`${graph.ids[a]} ${graph.ids[b]}`] : [])),
    );
    expect(near).toEqual([]);
  });

  test('no topic lies on a standard, a committee or a plate', () => {
    const others = [...nodesOf(graph, 'standard'), ...nodesOf(graph, 'committee'), ...nodesOf(graph, 'sdo')];
    const hidden = nodesOf(graph, 'topic').filter((topic) => others.some((node) => distance(topic, node) < 20));
    expect(hidden.map((node) => graph.ids[node])).toEqual([]);
  });
});

describe('T3 the picture fits a screen', () => {
  test('the core is wider than high and fits in 950,000 square units', () => {
    const shown = shownNodes(graph, core);
    const { width, height } = box([...graph.kinds.keys()].filter((node) => shown[node] === 1));
    expect(width / height).toBeGreaterThan(1);
    expect(width / height).toBeLessThan(1.9);
    expect(width * height).toBeLessThan(950_000);
  });

  test('the whole is wider than high and fits in 3,000,000 square units', () => {
    const { width, height } = box([...graph.kinds.keys()]);
    expect(width / height).toBeGreaterThan(1.1);
    expect(width * height).toBeLessThan(3_000_000);
  });

  test('the stress of the whole stays below 0.245, 1.25 times that of plain d3-force on the same graph', () => {
    expect(stress(xy, graph.ids.length, graph.links, 200, 1)).toBeLessThan(0.245);
  });
});
