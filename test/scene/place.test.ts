import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layout } from '../../src/layout/layout.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { buildGraph } from '../../src/scene/graph.js';
import { place, placeNewcomers, positions } from '../../src/scene/place.js';
import { dataset, standard } from '../fixtures/small.js';

const LISTS = ['sdos', 'committees', 'topics', 'standards'] as const;
const graphOf = (data: Dataset) => buildGraph(catalogue(structuredClone(data)));

describe('P1 place', () => {
  const placed = place(dataset(), 4);

  test('gives every SDO, committee, topic and standard a whole position, last in its record, and names the seed', () => {
    for (const list of LISTS) {
      for (const record of placed[list]) {
        expect(Object.keys(record).at(-1)).toBe('xy');
        expect(record.xy?.every((value) => Number.isInteger(value) && Math.abs(value) <= 1e6)).toBe(true);
      }
    }
    expect(placed.layoutSeed).toBe(4);
    const keys = Object.keys(placed);
    expect(keys.indexOf('layoutSeed')).toBe(keys.indexOf('asOf') + (placed.opening ? 2 : 1));
  });

  test('changes nothing else, and the result is a valid dataset', () => {
    const bare = structuredClone(placed) as unknown as Record<string, unknown[]>;
    delete bare['layoutSeed'];
    for (const list of LISTS) for (const record of bare[list] ?? []) delete (record as { xy?: unknown }).xy;
    expect(bare).toEqual(dataset());
    expect(parse(JSON.parse(JSON.stringify(placed)), { name: 'placed.json' }).ok).toBe(true);
  });

  test('twice the same; another seed another picture; former places do not matter', () => {
    expect(place(dataset(), 4)).toEqual(placed);
    expect(place(dataset(), 5).standards).not.toEqual(placed.standards);
    expect(JSON.stringify(place(structuredClone(placed), 4))).toBe(JSON.stringify(placed));
  });

  test('a seed that is no integer is refused', () => {
    expect(() => place(dataset(), 0.5)).toThrow(new RangeError('layout: seed is 0.5, expected an integer'));
  });
});

describe('P2 positions', () => {
  const placed = place(dataset(), 4);

  test('those of the dataset are used when they belong to the seed and are complete', () => {
    const graph = graphOf(placed);
    const answer = positions(graph, 4);
    expect(answer).toEqual({ settled: true, xy: graph.shipped });
    expect([...graph.shipped.slice(0, 2)]).toEqual(placed.sdos[0]?.xy);
  });

  test('another seed, or a dataset without a seed, lays everything out', () => {
    const unseeded: Record<string, unknown> = { ...placed };
    delete unseeded['layoutSeed'];
    for (const answer of [positions(graphOf(placed), 1), positions(graphOf(unseeded as unknown as Dataset), 4)]) {
      expect(answer.settled).toBe(false);
      const standards = [...placed.standards.keys()].map((i) => placed.sdos.length + placed.committees.length + placed.topics.length + i);
      expect(!answer.settled && standards.map((node) => answer.input.held?.[node])).toEqual(standards.map(() => 0));
    }
  });

  test('a newcomer comes in near its committee; what has a place keeps it to the bit', () => {
    const graph = graphOf({ ...placed, standards: [...placed.standards, standard('ISO 99999')] });
    const answer = positions(graph, 4);
    if (answer.settled) throw new Error('expected something to be laid out');
    const xy = layout(answer.input, 4);
    const known = [...graph.shipped.keys()].filter((i) => !Number.isNaN(graph.shipped[i]));
    expect(known.map((i) => xy[i])).toEqual(known.map((i) => graph.shipped[i]));
    const [node, committee] = [graph.indexOf('standard', 'ISO 99999'), graph.indexOf('committee', 'ISO/TC 268')];
    expect(Number.isNaN(graph.shipped[2 * node])).toBe(true);
    const far = Math.hypot((xy[2 * node] ?? NaN) - (xy[2 * committee] ?? NaN), (xy[2 * node + 1] ?? NaN) - (xy[2 * committee + 1] ?? NaN));
    expect(far).toBeLessThan(100);
  });
});

describe('P3 the built dataset', () => {
  const built = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../data/smart-cities.json'), 'utf8')) as Dataset;

  test('ships positions for the default seed: a reader waits for no layout', () => {
    expect(positions(graphOf(built), 1).settled).toBe(true);
  });

  test('its positions are those that the layout gives it', () => {
    const again = place(structuredClone(built), 1);
    for (const list of LISTS) expect(again[list].map(({ id, xy }) => [id, xy])).toEqual(built[list].map(({ id, xy }) => [id, xy]));
  });
});

describe('P3 placeNewcomers', () => {
  const before = place(dataset(), 4);
  const fresh = { ...(dataset().standards[0] ?? standard('ISO 1')), id: 'ISO 99999', aliases: [] };
  const grown: Dataset = structuredClone({ ...before, standards: [...before.standards, fresh] });

  test('what has a place keeps it; what comes gets one of its own', () => {
    const after = placeNewcomers(grown, 4);
    for (const list of LISTS)
      expect(after[list].slice(0, before[list].length).map(({ xy }) => xy)).toEqual(before[list].map(({ xy }) => xy));
    const arrived = after.standards.at(-1)?.xy;
    expect(arrived?.every(Number.isInteger)).toBe(true);
    expect(before.standards.map(({ xy }) => String(xy))).not.toContain(String(arrived));
    expect(placeNewcomers(structuredClone(after))).toEqual(after);
  });

  test('of another seed, or without places, it is place', () => {
    expect(placeNewcomers(structuredClone(grown), 5)).toEqual(place(structuredClone(grown), 5));
    expect(placeNewcomers(dataset())).toEqual(place(dataset(), 1));
  });
});
