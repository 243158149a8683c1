import { describe, expect, test } from 'vitest';
import { buildScene } from '../../src/scene/build.js';
import type { Graph } from '../../src/scene/graph.js';
import { outline, type OutlineItem } from '../../src/scene/outline.js';
import type { SceneInput } from '../../src/scene/scene.js';
import { standard } from '../fixtures/small.js';
import { everything, line, node, town } from './town.js';

const sceneOf = (graph: Graph, visible = everything(graph)) => buildScene({ graph, xy: line(graph), visible, color: 'sdo', selected: [] });

/** An outline as indented lines. */
const lines = (items: readonly OutlineItem[], indent = ''): readonly string[] =>
  items.flatMap((item) => [`${indent}${item.name} (${item.count})`, ...lines(item.children(), `${indent}  `)]);

const all = (items: readonly OutlineItem[]): readonly OutlineItem[] => items.flatMap((item) => [item, ...all(item.children())]);

describe('O1 the outline says what the drawing shows', () => {
  test('SDOs, below them committees, below those standards, with counts of standards', () => {
    const graph = town();
    expect(lines(outline(sceneOf(graph, new Set(['ISO 37122', 'ISO/TS 37151', 'ITU-T Y.4000', 'IEC 5']))))).toEqual([
      'ISO (2)',
      '  ISO/TC 268 (2)',
      '    ISO/TC 268/SC 1 (1)',
      '      ISO/TS 37151 (1)',
      '    ISO 37122 (1)',
      'IEC (1)',
      '  IEC 5 (1)',
      'ITU-T (1)',
      '  ITU-T SG20 (1)',
      '    ITU-T Q1/20 (0)',
      '    ITU-T Y.4000 (1)',
      '  J-SCTF (0)',
    ]);
  });

  test('every shown SDO, committee and standard has one entry, also a standard of two committees', () => {
    const graph = town({ standards: [standard('ISO 9', { committees: ['ISO/TC 268/SC 1', 'ISO/TC 268', 'ITU-T SG20'] })] });
    const scene = sceneOf(graph);
    const names = all(outline(scene)).map(({ ref }) => `${ref.kind} ${ref.id}`);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength([...scene.marks.node].filter((n) => graph.kinds[n] !== 2).length);
  });

  test('what is selected beyond the filter is told in its place', () => {
    const graph = town();
    const selected = [node('committee', 'ISO/TC 268/SC 1')];
    const scene = buildScene({ graph, xy: line(graph), visible: new Set(['IEC 5']), color: 'sdo', selected });
    expect(lines(outline(scene))).toEqual(['ISO (0)', '  ISO/TC 268 (0)', '    ISO/TC 268/SC 1 (0)', 'IEC (1)', '  IEC 5 (1)']);
  });

  test('an empty filter result has an empty outline', () => {
    expect(outline(sceneOf(town(), new Set()))).toEqual([]);
  });
});

describe('O3 the outline says how many overlap candidates there are', () => {
  const candidates = [
    { a: 'ISO 37122', b: 'ITU-T Y.4000', band: 'high' },
    { a: 'ISO/TS 37151', b: 'IEC 5', band: 'low' },
    { a: 'ISO/TS 37151', b: 'ISO 37122', band: 'low' },
  ] as const;
  const graph = town();
  const visible = new Set(['ISO 37122', 'ISO/TS 37151', 'ITU-T Y.4000', 'IEC 5']);
  const told = (given: Partial<SceneInput>): readonly string[] =>
    all(outline(buildScene({ graph, xy: line(graph), visible, color: 'sdo', selected: [], ...given })))
      .filter((item) => item.candidates > 0)
      .map((item) => `${item.name} ${item.candidates}`);

  test('at and below each entry, one that joins two standards of an entry once', () => {
    expect(told({ candidates })).toEqual([
      'ISO 3',
      'ISO/TC 268 3',
      'ISO/TC 268/SC 1 2',
      'ISO/TS 37151 2',
      'ISO 37122 2',
      'IEC 1',
      'IEC 5 1',
      'ITU-T 1',
      'ITU-T SG20 1',
      'ITU-T Y.4000 1',
    ]);
  });

  test('of what is shown, and none without the lens', () => {
    expect(told({ candidates, visible: new Set(['ISO/TS 37151', 'ITU-T Y.4000', 'IEC 5']) })).toEqual([
      'ISO 1',
      'ISO/TC 268 1',
      'ISO/TC 268/SC 1 1',
      'ISO/TS 37151 1',
      'IEC 1',
      'IEC 5 1',
    ]);
    expect(told({})).toEqual([]);
  });
});

test('O2 entries below are made when first asked for, and once', () => {
  const [iso] = outline(sceneOf(town()));
  expect(iso?.children()).toBe(iso?.children());
});
