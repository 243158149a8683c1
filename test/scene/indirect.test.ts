import { describe, expect, test } from 'vitest';
import { visible } from '../../src/analysis/visible.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph } from '../../src/scene/graph.js';
import { indirectEmphasis } from '../../src/scene/indirect.js';
import { EMPHASES, type Scene } from '../../src/scene/scene.js';
import { dataset, standard } from '../fixtures/small.js';
import { dataFile } from '../pipeline/data-file.js';
import { line, node } from './town.js';

/** Standards `ISO 1` to `ISO n` that refer to each other as told: `1-2` is one that refers to the other. */
function scene(count: number, relations: readonly string[], shown: readonly number[], selected: readonly number[] = []): Scene {
  const id = (n: number | string): string => `ISO ${String(n)}`;
  const standards = Array.from({ length: count }, (_, i) =>
    standard(id(i + 1), {
      relations: relations
        .filter((one) => one.startsWith(`${String(i + 1)}-`))
        .map((one) => ({ type: 'references' as const, to: id(one.split('-')[1] ?? ''), external: false, evidence: 'cites it' })),
    }),
  );
  const graph = buildGraph(catalogue({ ...dataset(), standards }));
  const visible = new Set(shown.map(id));
  return buildScene({ graph, xy: line(graph), visible, color: 'sdo', selected: selected.map((n) => node('standard', id(n))) });
}
/** Indirect links as `1 via 2,3 to 4`. */
const told = ({ indirect, graph, marks }: Scene): readonly string[] =>
  indirect.via.map((via, link) => {
    const [a, b] = [0, 1].map((end) => graph.ids[marks.node[indirect.ends[2 * link + end] ?? 0] ?? 0]);
    return `${a ?? ''} via ${via.join(',')} to ${b ?? ''}`.replaceAll('ISO ', '');
  });

describe('IL1 links by way of what is filtered out', () => {
  test('two shown standards that a hidden one joins have a link that names it, whichever way the relations go', () => {
    expect(told(scene(3, ['1-2', '3-2'], [1, 3]))).toEqual(['1 via 2 to 3']);
    expect(told(scene(3, ['2-1', '2-3'], [1, 3]))).toEqual(['1 via 2 to 3']);
  });

  test('there is none while the one between is shown, or selected though the filter hides it', () => {
    expect(told(scene(3, ['1-2', '2-3'], [1, 2, 3]))).toEqual([]);
    expect(told(scene(3, ['1-2', '2-3'], [1, 3], [2]))).toEqual([]);
  });

  test('a pair that is related itself has no second link', () => {
    expect(told(scene(3, ['1-2', '2-3', '1-3'], [1, 3]))).toEqual([]);
  });

  test('chains of up to three hidden standards count, in their order and by the shortest way; four are too many', () => {
    expect(told(scene(5, ['1-2', '2-3', '3-4', '4-5'], [1, 5]))).toEqual(['1 via 2,3,4 to 5']);
    expect(told(scene(5, ['1-2', '2-3', '3-5', '1-4', '4-5'], [1, 5]))).toEqual(['1 via 4 to 5']);
    expect(told(scene(6, ['1-2', '2-3', '3-4', '4-5', '5-6'], [1, 6]))).toEqual([]);
  });

  test('a way does not lead through what is shown: each stretch is a link of its own', () => {
    expect(told(scene(5, ['1-2', '2-3', '3-4', '4-5'], [1, 3, 5]))).toEqual(['1 via 2 to 3', '3 via 4 to 5']);
  });

  test('what everybody refers to relates nobody', () => {
    const everybody = Array.from({ length: 41 }, (_, i) => `${String(i + 2)}-1`);
    expect(told(scene(42, everybody, [2, 3]))).toEqual([]);
    expect(told(scene(42, everybody.slice(1), [3, 4]))).toEqual(['3 via 1 to 4']);
  });

  test('however many there could be, there are at most 2,000', () => {
    const groups = Array.from({ length: 5 }, (_, hub) =>
      Array.from({ length: 40 }, (_, i) => `${String(6 + 40 * hub + i)}-${String(hub + 1)}`),
    );
    const { indirect } = scene(
      205,
      groups.flat(),
      Array.from({ length: 200 }, (_, i) => i + 6),
    );
    expect(indirect.count).toBe(2000);
    expect(indirect.ends).toHaveLength(4000);
  });

  test('with a selection those that touch it are near and all others faded', () => {
    const one = scene(6, ['1-2', '3-2', '4-5', '6-5'], [1, 3, 4, 6], [1]);
    expect(told(one)).toEqual(['1 via 2 to 3', '4 via 5 to 6']);
    expect([0, 1].map((link) => EMPHASES[indirectEmphasis(one, link)])).toEqual(['near', 'faded']);
    expect(EMPHASES[indirectEmphasis(scene(3, ['1-2', '3-2'], [1, 3]), 0)]).toBe('plain');
  });

  test('in the built dataset the opening filter leaves one, all standards none, and no filter by status more than a reader can look at', () => {
    const data = catalogue(dataFile('smart-cities.json') as Dataset);
    const graph = buildGraph(data);
    const count = (filter: string): number =>
      buildScene({ graph, xy: graph.shipped, visible: new Set(visible(data, filter)), color: 'sdo', selected: [] }).indirect.count;
    expect(count('')).toBe(0);
    expect(count(data.dataset.opening?.filter ?? '')).toBeLessThan(10);
    expect(count('status:in-force')).toBeGreaterThan(50);
    expect(count('status:in-force')).toBeLessThan(300);
  });
});
