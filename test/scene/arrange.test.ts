import { describe, expect, test } from 'vitest';
import { visible } from '../../src/analysis/visible.js';
import { layout } from '../../src/layout/layout.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { carriedOver, rearranged } from '../../src/scene/arrange.js';
import { buildGraph, nodeCode } from '../../src/scene/graph.js';
import { positions, type Positions } from '../../src/scene/place.js';
import { planOf } from '../../src/scene/plan.js';
import { shownNodes } from '../../src/scene/shown.js';
import { standard } from '../fixtures/small.js';
import { dataFile } from '../pipeline/data-file.js';
import { line, town } from './town.js';

const settled = (found: Positions): Float32Array => (found.settled ? found.xy : layout(found.input, 1));
const at = (xy: Float32Array, node: number): readonly number[] => [...xy.subarray(2 * node, 2 * node + 2)];

describe('A1 a dataset that takes the place of another', () => {
  const before = town();
  const xy = line(before);

  test('finds every record of both where it stood, to the bit, and new ones near what they belong to', () => {
    const standards = [
      ...before.catalogue.standards.filter(({ id }) => id !== 'ISO 1'),
      standard('ISO 99', { committees: ['ISO/TC 268'], topics: [] }),
    ];
    const after = town({ standards });
    const places = settled(carriedOver(after, before, xy, 1, 'sdo'));
    after.ids.forEach((id, node) => {
      const kind = (['sdo', 'committee', 'topic', 'standard'] as const)[after.kinds[node] ?? 0] ?? 'sdo';
      if (id !== 'ISO 99') expect(at(places, node), id).toEqual(at(xy, before.indexOf(kind, id)));
    });
    const [x = NaN, y = NaN] = at(places, after.indexOf('standard', 'ISO 99'));
    const [cx = NaN, cy = NaN] = at(xy, before.indexOf('committee', 'ISO/TC 268'));
    expect(Math.hypot(x - cx, y - cy)).toBeLessThan(100);
  });

  test('needs no layout where it has no new record, and is laid out anew where it has only new ones', () => {
    const fewer = town({ standards: before.catalogue.standards.slice(1) });
    expect(carriedOver(fewer, before, xy, 1, 'sdo').settled).toBe(true);
    const other = buildGraph(
      catalogue({
        ...before.catalogue.dataset,
        sdos: [{ id: 'x', name: 'X', title: 'X' }],
        committees: [],
        topics: [],
        standards: [standard('X 1', { publishers: ['x'], committees: [], topics: [] })],
      }),
    );
    expect(carriedOver(other, before, xy, 1, 'sdo')).toEqual(positions(other, 1, 'sdo'));
  });
});

describe('A2 an arrangement of what is shown', () => {
  const data = catalogue(dataFile('smart-cities.json') as Dataset);
  const graph = buildGraph(data);
  const shown = shownNodes(graph, new Set(visible(data, 'topic:digital-twin')));
  const after = settled(rearranged(graph, shown, graph.shipped, 'sdo'));
  const isMoving = (node: number): boolean => shown[node] === 1 && graph.kinds[node] === nodeCode('standard');

  const isCommittee = (node: number): boolean => shown[node] === 1 && graph.kinds[node] === nodeCode('committee');

  test('keeps SDOs, topics and all that is not shown where they stand', () => {
    graph.ids.forEach((id, node) => {
      if (!isMoving(node) && !isCommittee(node)) expect(at(after, node), id).toEqual(at(graph.shipped, node));
    });
  });

  test('brings committees nearer to the plate of their SDO: to three quarters of the distance on average', () => {
    const away = (xy: Float32Array): number =>
      [...graph.ids.keys()].filter(isCommittee).reduce((sum, node) => {
        const plate = graph.indexOf('sdo', graph.catalogue.committee(graph.ids[node] ?? '')?.sdo ?? '');
        const [[x = NaN, y = NaN], [px = NaN, py = NaN]] = [at(xy, node), at(xy, plate)];
        return sum + Math.hypot(x - px, y - py);
      }, 0);
    expect(away(after)).toBeLessThan(0.75 * away(graph.shipped));
  });

  test('by another grouping, and where nothing is hidden, what standards gather around stays as well', () => {
    const everything = new Uint8Array(graph.ids.length).fill(1);
    for (const [some, group] of [
      [shown, 'committee'],
      [everything, 'sdo'],
    ] as const) {
      const same = settled(rearranged(graph, some, graph.shipped, group));
      graph.ids.forEach((id, node) => {
        if (graph.kinds[node] !== nodeCode('standard')) expect(at(same, node), id).toEqual(at(graph.shipped, node));
      });
    }
  });

  test('closes up: a shown standard stands at three fifths of the distance from what it gathers around, and on no other', () => {
    const { leaders } = planOf(graph, 'sdo');
    const moving = [...graph.ids.keys()].filter(isMoving);
    expect(moving.length).toBeGreaterThan(50);
    const away = (xy: Float32Array): number => {
      const distances = moving.map((node) => {
        const [[x = NaN, y = NaN], [lx = NaN, ly = NaN]] = [at(xy, node), at(xy, leaders[node] ?? 0)];
        return Math.hypot(x - lx, y - ly);
      });
      return distances.reduce((sum, one) => sum + one, 0) / distances.length;
    };
    expect(away(after)).toBeLessThan(0.6 * away(graph.shipped));
    for (const a of moving)
      for (const b of moving) {
        const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [at(after, a), at(after, b)];
        if (a < b) expect(Math.hypot(ax - bx, ay - by), `${graph.ids[a] ?? ''} on ${graph.ids[b] ?? ''}`).toBeGreaterThan(11);
      }
  });

  test('is the same every time', () => {
    expect(settled(rearranged(graph, shown, graph.shipped, 'sdo'))).toEqual(after);
  });
});
