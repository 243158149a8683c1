import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import { buildGraph, type Graph } from '../../src/scene/graph.js';
import { carriedWith, movedPlaces, nodeOf } from '../../src/scene/moved.js';
import type { Moved } from '../../src/state/state.js';
import { dataset, standard } from '../fixtures/small.js';
import { line, town } from './town.js';

const graph = town();
const xy = line(graph);
const at = (places: Float32Array, id: string, of: Graph = graph): readonly number[] => [
  ...places.subarray(2 * nodeOf(of, id), 2 * nodeOf(of, id) + 2),
];
const away = (places: Float32Array, id: string): readonly number[] =>
  at(places, id).map((value, axis) => value - (at(xy, id)[axis] ?? NaN));
/** A place that is so much away from where the record stands. */
const by = (id: string, dx: number, dy: number): Moved => ({ id, x: (at(xy, id)[0] ?? NaN) + dx, y: (at(xy, id)[1] ?? NaN) + dy });
const namesOf = (nodes: readonly number[]): readonly string[] => nodes.map((node) => graph.ids[node] ?? '');

describe('HA1 places by hand', () => {
  test('a standard stands where it was put, and nothing else moves', () => {
    const places = movedPlaces(graph, 'sdo', xy, [{ id: 'ISO 37122', x: -70.5, y: 12 }]);
    expect(at(places, 'ISO 37122')).toEqual([-70.5, 12]);
    expect([...graph.ids].filter((id) => away(places, id).some((way) => way !== 0))).toEqual(['ISO 37122']);
  });

  test('nothing moved is the same array, and ids that nobody knows move nothing', () => {
    expect(movedPlaces(graph, 'sdo', xy, [])).toBe(xy);
    expect(movedPlaces(graph, 'sdo', xy, [{ id: 'Nobody 1', x: 1, y: 2 }])).toBe(xy);
  });
});

describe('HA2 what goes along', () => {
  test('a committee takes its sub-groups and the standards that it leads, by as much as itself', () => {
    const places = movedPlaces(graph, 'sdo', xy, [by('ISO/TC 268', 30, -40)]);
    const along = namesOf(carriedWith(graph, 'sdo', [], [nodeOf(graph, 'ISO/TC 268')]));
    expect(along).toEqual(expect.arrayContaining(['ISO/TC 268', 'ISO/TC 268/SC 1', 'ISO 1', 'ISO 37122']));
    for (const id of graph.ids) expect(away(places, id), id).toEqual(along.includes(id) ? [30, -40] : [0, 0]);
  });

  test('an SDO takes all that is its own, and no other SDO', () => {
    const along = namesOf(carriedWith(graph, 'sdo', [], [nodeOf(graph, 'iec')]));
    expect(along).toContain('IEC 5');
    expect(along.filter((id) => graph.catalogue.sdo(id))).toEqual(['iec']);
    expect(namesOf(carriedWith(graph, 'sdo', [], [nodeOf(graph, 'itu-t')]))).toEqual(
      expect.arrayContaining(['itu-t', 'ITU-T SG20', 'ITU-T Q1/20', 'J-SCTF']),
    );
  });

  test('a topic takes standards along where they are grouped by topic only, a committee none there', () => {
    const energy = nodeOf(graph, 'energy');
    expect(namesOf(carriedWith(graph, 'sdo', [], [energy]))).toEqual(['energy']);
    expect(namesOf(carriedWith(graph, 'topic', [], [energy]))).toContain('IEC 5');
    expect(namesOf(carriedWith(graph, 'topic', [], [nodeOf(graph, 'ISO/TC 268')]))).toEqual(['ISO/TC 268']);
    expect(namesOf(carriedWith(graph, 'status', [], [nodeOf(graph, 'iso')]))).toEqual(['iso']);
  });

  test('what was put in a place of its own stays there when what it belongs to is dragged', () => {
    const moved = [by('ISO 1', 5, 5), by('ISO/TC 268', 100, 0)];
    const places = movedPlaces(graph, 'sdo', xy, moved);
    expect(away(places, 'ISO 1')).toEqual([5, 5]);
    expect(away(places, 'ISO 2')).toEqual([100, 0]);
    expect(namesOf(carriedWith(graph, 'sdo', moved, [nodeOf(graph, 'iso')]))).not.toContain('ISO 2');
  });

  test('committees that belong to each other end somewhere', () => {
    const small = dataset();
    const loop = buildGraph(
      catalogue({
        ...small,
        committees: [
          { id: 'A', title: 'A', sdo: 'iso', kind: 'technical-committee', parent: 'B' },
          { id: 'B', title: 'B', sdo: 'iso', kind: 'technical-committee', parent: 'A' },
        ],
        standards: [standard('ISO 1', { committees: ['A'] })],
      }),
    );
    const nodes = carriedWith(loop, 'sdo', [], [nodeOf(loop, 'B')]);
    expect(nodes.map((node) => loop.ids[node])).toContain('B');
  });
});
