import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../src/state/state.js';
import { labelsOf } from '../../src/scene/label-list.js';
import { buildScene } from '../../src/scene/build.js';
import { legendOf, slotsOf } from '../../src/scene/classes.js';
import { CIRCLE, CROSSED, DASHED, FADED, FILLED, NEAR, OWNS, PART_OF, PLAIN, PLATE, RELATION, SELECTED } from '../../src/scene/codes.js';
import { LINK_KINDS, NODE_KINDS, type NodeKind } from '../../src/scene/graph.js';
import { EMPHASES, FINISHES, SHAPES, type NodeRef, type Scene, type TextKind } from '../../src/scene/scene.js';
import { standard } from '../fixtures/small.js';
import { everything, line, node, town } from './town.js';

const graph = town();
const scene = (selected: readonly NodeRef[] = [], color: Encoding = 'sdo', visible = everything(graph)): Scene =>
  buildScene({ graph, xy: line(graph), visible, color, selected });

const markOf = ({ marks }: Scene, kind: NodeKind, id: string): number => marks.ofNode[graph.indexOf(kind, id)] ?? -1;
const idOf = ({ graph: { ids }, marks }: Scene, mark: number): string => ids[marks.node[mark] ?? -1] ?? '';
const emphasisOf = (made: Scene, kind: NodeKind, id: string): string | undefined =>
  EMPHASES[made.marks.emphasis[markOf(made, kind, id)] ?? -1];
const links = (made: Scene): readonly string[] =>
  [...made.links.kind].map((kind, l) => {
    const [a, b] = [made.links.ends[2 * l] ?? -1, made.links.ends[2 * l + 1] ?? -1];
    return `${EMPHASES[made.links.emphasis[l] ?? -1]} ${LINK_KINDS[kind]} ${idOf(made, a)} > ${idOf(made, b)}`;
  });

describe('M1 shapes and finishes tell without colour', () => {
  test('each kind has a shape of its own', () => {
    const { marks } = scene();
    const shapes = new Map<string, Set<string>>();
    marks.node.forEach((n, mark) => {
      const kind = NODE_KINDS[graph.kinds[n] ?? 0] ?? '';
      shapes.set(kind, (shapes.get(kind) ?? new Set()).add(SHAPES[marks.shape[mark] ?? 0] ?? ''));
    });
    expect(Object.fromEntries([...shapes].map(([kind, set]) => [kind, [...set]]))).toEqual({
      sdo: ['plate'],
      committee: ['diamond'],
      topic: ['hexagon'],
      standard: ['circle'],
    });
  });

  test('the status of a standard is its finish: in force filled, in preparation hollow, replaced or withdrawn crossed, unknown dashed', () => {
    const made = scene();
    const finish = (id: string): string | undefined => FINISHES[made.marks.finish[markOf(made, 'standard', id)] ?? -1];
    expect(['ISO 37122', 'ISO 2', 'ISO 1', 'ITU-T Y.4000', 'ISO 3', 'ISO 4', 'IEC 5'].map(finish)).toEqual([
      'filled',
      'filled',
      'hollow',
      'hollow',
      'crossed',
      'crossed',
      'dashed',
    ]);
  });

  test('SDOs lie above committees, committees above topics, topics above standards', () => {
    const kinds = [...scene().marks.node].map((n) => NODE_KINDS[graph.kinds[n] ?? 0] ?? 'sdo');
    const layer: Readonly<Record<NodeKind, number>> = { standard: 0, topic: 1, committee: 2, sdo: 3 };
    expect(kinds.map((kind) => layer[kind])).toEqual([...kinds.map((kind) => layer[kind])].sort());
  });
});

describe('M2 a filter moves nothing and recolours nothing', () => {
  test('what stays keeps its place and its colour', () => {
    const all = scene();
    const some = scene([], 'sdo', new Set(['ISO/IEC 30141', 'ITU-T Y.4000']));
    expect(some.marks.count).toBeLessThan(all.marks.count);
    some.marks.node.forEach((n, mark) => {
      const before = all.marks.ofNode[n] ?? -1;
      for (const name of ['x', 'y', 'slot'] as const) expect(some.marks[name][mark]).toBe(all.marks[name][before]);
    });
  });

  test('marks and nodes find each other', () => {
    const { marks } = scene([], 'sdo', new Set(['ISO/IEC 30141']));
    marks.node.forEach((n, mark) => expect(marks.ofNode[n]).toBe(mark));
    expect([...marks.ofNode].filter((mark) => mark >= 0)).toHaveLength(marks.count);
  });

  test('bounds reach around the rim of every mark; an empty scene has none', () => {
    const { marks, bounds } = scene();
    const rim = Math.max(...[...marks.x].map((x, mark) => x + (marks.radius[mark] ?? 0)));
    expect(bounds?.right).toBeCloseTo(rim, 3);
    expect(scene([], 'sdo', new Set()).bounds).toBeUndefined();
  });
});

describe('M3 a selection fades all but its neighbourhood', () => {
  test('nothing is faded without one', () => {
    expect(new Set(scene().marks.emphasis)).toEqual(new Set([EMPHASES.indexOf('plain')]));
  });

  test('of a standard: itself selected, its way up and its topics near, the rest faded', () => {
    const made = scene([node('standard', 'ISO/TS 37151')]);
    expect(emphasisOf(made, 'standard', 'ISO/TS 37151')).toBe('selected');
    for (const id of ['ISO/TC 268/SC 1', 'ISO/TC 268']) expect(emphasisOf(made, 'committee', id)).toBe('near');
    expect(emphasisOf(made, 'sdo', 'iso')).toBe('near');
    expect(emphasisOf(made, 'topic', 'energy')).toBe('near');
    expect(emphasisOf(made, 'standard', 'ISO 37122')).toBe('faded');
    expect(emphasisOf(made, 'sdo', 'itu-t')).toBe('faded');
  });

  test('a selected standard that the filter hides is drawn all the same', () => {
    const made = scene([node('standard', 'ISO 37122')], 'sdo', new Set(['ITU-T Y.4000']));
    expect(emphasisOf(made, 'standard', 'ISO 37122')).toBe('selected');
  });

  test('an id that is not there selects nothing', () => {
    expect(new Set(scene([node('standard', 'ISO 0')]).marks.emphasis)).toEqual(new Set([EMPHASES.indexOf('plain')]));
  });
});

describe('M4 links of topics are drawn for a selection only', () => {
  test('none without one', () => {
    expect(links(scene()).filter((link) => link.includes(' about '))).toEqual([]);
  });

  test('those of the selected standard; links that touch the selection or lead up from it are near, the others faded', () => {
    const found = links(scene([node('standard', 'ISO/TS 37151')]));
    expect(found.filter((link) => link.includes(' about '))).toEqual([
      'near about assessment > ISO/TS 37151',
      'near about energy > ISO/TS 37151',
    ]);
    expect(found).toContain('near owns ISO/TC 268/SC 1 > ISO/TS 37151');
    expect(found).toContain('near part-of ISO/TC 268/SC 1 > ISO/TC 268');
    expect(found).toContain('near part-of ISO/TC 268 > iso');
    expect(found).toContain('faded owns ITU-T SG20 > ITU-T Y.4000');
  });
});

describe('M5 codes', () => {
  test('are the places of their words', () => {
    expect([EMPHASES[FADED], EMPHASES[PLAIN], EMPHASES[NEAR], EMPHASES[SELECTED]]).toEqual(['faded', 'plain', 'near', 'selected']);
    expect([SHAPES[PLATE], SHAPES[CIRCLE]]).toEqual(['plate', 'circle']);
    expect([FINISHES[FILLED], FINISHES[CROSSED], FINISHES[DASHED]]).toEqual(['filled', 'crossed', 'dashed']);
    expect([LINK_KINDS[OWNS], LINK_KINDS[PART_OF], LINK_KINDS[RELATION]]).toEqual(['owns', 'part-of', 'relation']);
  });
});

describe('M5 labels come in order of importance', () => {
  test('SDOs, then topics, then committees, then standards; the better linked first', () => {
    const labels = labelsOf(scene());
    const rank: Readonly<Record<TextKind, number>> = { sdo: 0, territory: 1, topic: 2, committee: 3, standard: 4 };
    expect(labels.map(({ kind }) => rank[kind])).toEqual(labels.map(({ kind }) => rank[kind]).sort());
    expect(labels.find(({ kind }) => kind === 'committee')?.text).toBe('ISO/TC 268');
  });

  test('a selected standard is named first, what is faded not at all', () => {
    const made = scene([node('standard', 'ISO/TS 37151')]);
    expect(labelsOf(made)[0]?.text).toBe('ISO/TS 37151');
    expect(labelsOf(made).map(({ text }) => text)).not.toContain('ISO 37122');
  });

  test('an SDO is named, a topic has its label, a committee and a standard their designation', () => {
    const texts = labelsOf(scene()).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['ISO/IEC JTC 1', 'Transport and mobility', 'ITU-T Q1/20', 'ITU-T Y.4903/L.1603']));
  });

  test('a long name is written in two lines parted at the space nearest to its middle, and cut to 44 characters', () => {
    const lines = (id: string): readonly string[] | undefined => {
      const long = town({ standards: [standard(id)] });
      return labelsOf(buildScene({ graph: long, xy: line(long), visible: everything(long), color: 'sdo', selected: [] })).at(-1)?.lines;
    };
    expect(lines('ITU-T Y.4903/L.1603')).toEqual(['ITU-T Y.4903/L.1603']);
    expect(lines('OASIS Emergency Management TC')).toEqual(['OASIS Emergency', 'Management TC']);
    expect(lines('IEEE 2413 and a name that does not want to end for its readers')).toEqual([
      'IEEE 2413 and a name',
      'that does not want to…',
    ]);
    expect(lines('a-name-without-any-space-in-it')).toEqual(['a-name-without-any-space-in-it']);
  });
});

describe('M6 colours', () => {
  test('the classes with most standards have the first slots; a committee and its SDO have the colour of its standards', () => {
    expect([...slotsOf(graph.catalogue, 'sdo')]).toEqual([
      ['iso', 1],
      ['itu-t', 2],
      ['iec', 3],
      ['jtc1', 4],
    ]);
    const made = scene();
    const slots = [markOf(made, 'standard', 'ISO/TS 37151'), markOf(made, 'committee', 'ISO/TC 268/SC 1'), markOf(made, 'sdo', 'iso')];
    expect(slots.map((mark) => made.marks.slot[mark])).toEqual([1, 1, 1]);
  });

  test('there are at most eight; further classes share the neutral slot and one line of the legend', () => {
    const many = town({
      standards: Array.from({ length: 12 }, (_, i) =>
        standard(`ISO ${i}`, { publishers: [`sdo-${String.fromCharCode(97 + i)}`], committees: [] }),
      ),
    });
    expect(new Set(slotsOf(many.catalogue, 'sdo').values())).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(legendOf(many.catalogue, 'sdo', everything(many)).at(-1)).toEqual({ slot: 0, count: 4 });
  });

  test.each(['sdo', 'committee', 'topic', 'status', 'role'] as const)('the legend of %s counts every visible standard once', (color) => {
    const visible = new Set(['ISO 37122', 'ITU-T Y.4000', 'IEC 5']);
    expect(legendOf(graph.catalogue, color, visible).reduce((sum, { count }) => sum + count, 0)).toBe(3);
  });
});
