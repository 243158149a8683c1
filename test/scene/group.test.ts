import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layout } from '../../src/layout/layout.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { groupOf } from '../../src/scene/classes.js';
import { buildGraph, nodeCode } from '../../src/scene/graph.js';
import { place, positions } from '../../src/scene/place.js';
import { planOf } from '../../src/scene/plan.js';
import { territoriesOf } from '../../src/scene/territories.js';
import { ENCODINGS, type Encoding } from '../../src/state/state.js';
import { town } from './town.js';

const built = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../data/smart-cities.json'), 'utf8')) as Dataset;
const graph = buildGraph(catalogue(structuredClone(built)));
const standards = [...graph.ids.keys()].filter((node) => graph.kinds[node] === nodeCode('standard'));

function drawn(group: Encoding): Float32Array {
  const answer = positions(graph, 1, group);
  return answer.settled ? answer.xy : layout(answer.input, 1);
}
const pictures = new Map(ENCODINGS.map((group) => [group, drawn(group)]));
const far = (xy: Float32Array, a: number, b: number): number =>
  Math.hypot((xy[2 * a] ?? NaN) - (xy[2 * b] ?? NaN), (xy[2 * a + 1] ?? NaN) - (xy[2 * b + 1] ?? NaN));

describe.each(ENCODINGS)('T5 grouped by %s', (group) => {
  const xy = pictures.get(group) ?? new Float32Array();

  test('at least four fifths of the standards stand nearest to what their own class gathers around', () => {
    const leading = planOf(graph, group).discs.filter(({ led, territory }) => led > 0 && territory !== '');
    const classed = standards.filter((node) => groupOf(graph, group, node) !== '');
    const own = classed.filter((node) => {
      const nearest = leading.reduce((best, disc) => (far(xy, node, disc.node) < far(xy, node, best.node) ? disc : best));
      return nearest.territory === groupOf(graph, group, node);
    });
    expect(classed.length).toBeGreaterThan(2000);
    expect(own.length / classed.length).toBeGreaterThanOrEqual(0.8);
  });

  test('every node has a place, the same each time, and no standard lies on another', () => {
    expect(xy.length).toBeGreaterThanOrEqual(2 * graph.ids.length);
    expect(xy.every(Number.isFinite)).toBe(true);
    expect(drawn(group)).toEqual(xy);
    const near = standards.flatMap((a, i) => standards.slice(i + 1).filter((b) => far(xy, a, b) < 11));
    expect(near).toEqual([]);
  });

  test('every class with standards has an area with its name', () => {
    const areas = territoriesOf({ graph, xy, shown: new Uint8Array(graph.ids.length).fill(1), group, color: 'sdo' });
    const classes = new Set(standards.map((node) => groupOf(graph, group, node)).filter((value) => value !== ''));
    const named = areas.filter(({ level, label }) => level === 0 && label !== '');
    expect([...classes].filter((value) => !named.some((area) => area.value === value))).toEqual([]);
  });
});

describe('T6 another grouping begins from the one by SDO', () => {
  const diagonal = (xy: Float32Array): number => {
    const span = (axis: number): number => {
      const values = [...xy].filter((_, i) => i % 2 === axis);
      return Math.max(...values) - Math.min(...values);
    };
    return Math.hypot(span(0), span(1));
  };

  test('by committee half of all move by less than an eighth of the diagonal', () => {
    const xy = pictures.get('committee') ?? new Float32Array();
    const moved = [...graph.ids.keys()].map((node) =>
      Math.hypot(
        (xy[2 * node] ?? NaN) - (graph.shipped[2 * node] ?? NaN),
        (xy[2 * node + 1] ?? NaN) - (graph.shipped[2 * node + 1] ?? NaN),
      ),
    );
    expect((moved.sort((a, b) => a - b)[moved.length >> 1] ?? NaN) / diagonal(graph.shipped)).toBeLessThan(0.125);
  });

  test('by topic, status and role who was far to the left of another of the same disc still is to the left of it, four times in five', () => {
    for (const group of ['topic', 'status', 'role'] as const) {
      const xy = pictures.get(group) ?? new Float32Array();
      const { leaders } = planOf(graph, group);
      const left = (a: number, b: number): number => (graph.shipped[2 * b] ?? NaN) - (graph.shipped[2 * a] ?? NaN);
      const pairs = standards.flatMap((a) =>
        standards.flatMap((b) => (leaders[a] === leaders[b] && left(a, b) > 200 ? [[a, b] as const] : [])),
      );
      const kept = pairs.filter(([a, b]) => (xy[2 * a] ?? NaN) < (xy[2 * b] ?? NaN));
      expect(pairs.length).toBeGreaterThan(1000);
      expect(kept.length / pairs.length).toBeGreaterThan(0.8);
    }
  });

  test('shipped positions count for the grouping by SDO alone; without them each grouping is laid out from nothing', () => {
    expect(ENCODINGS.map((group) => positions(graph, 1, group).settled)).toEqual(ENCODINGS.map((group) => group === 'sdo'));
    const small = town();
    for (const group of ENCODINGS) {
      const answer = positions(small, 1, group);
      if (answer.settled) throw new Error('expected something to be laid out');
      const xy = layout(answer.input, 1);
      expect(xy.length).toBeGreaterThanOrEqual(2 * small.ids.length);
      expect(xy.every(Number.isFinite)).toBe(true);
    }
    const placed = place(structuredClone(small.catalogue.dataset), 7);
    const answer = positions(buildGraph(catalogue(placed)), 7, 'committee');
    expect(!answer.settled && answer.input.alpha).toBeLessThan(1);
  });
});
