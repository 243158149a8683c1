import { describe, expect, test } from 'vitest';
import { BANDS } from '../../src/analysis/candidate.js';
import { labelsOf } from '../../src/scene/label-list.js';
import { buildScene } from '../../src/scene/build.js';
import { NODE_KINDS, type NodeKind } from '../../src/scene/graph.js';
import { lensCounts } from '../../src/scene/lens-counts.js';
import { EMPHASES, type NodeRef, type OverlapPair, type Scene, type SceneInput } from '../../src/scene/scene.js';
import { standard } from '../fixtures/small.js';
import { everything, line, node, town } from './town.js';

const graph = town();
const PAIRS: readonly OverlapPair[] = [
  { a: 'ISO 37122', b: 'ITU-T Y.4000', band: 'high' },
  { a: 'ISO 2', b: 'ITU-T Y.4000', band: 'medium' },
  { a: 'ISO 2', b: 'IEC 5', band: 'low' },
];
const GAPS = new Map([
  ['energy', { gaps: 2, thin: 1 }],
  ['mobility', { gaps: 0, thin: 3 }],
  ['assessment', { gaps: 0, thin: 0 }],
]);
const xy = line(graph);
const visible = everything(graph);
const sceneOf = (given: Partial<SceneInput> = {}): Scene =>
  buildScene({ graph, xy, visible, color: 'sdo', selected: [], candidates: PAIRS, ...given });
const markOf = ({ marks }: Scene, kind: NodeKind, id: string): number => marks.ofNode[graph.indexOf(kind, id)] ?? -1;
const idOf = ({ marks, graph: { ids } }: Scene, mark: number): string => ids[marks.node[mark] ?? -1] ?? '';
const emphasisOf = (made: Scene, kind: NodeKind, id: string): string | undefined =>
  EMPHASES[made.marks.emphasis[markOf(made, kind, id)] ?? -1];
const candidates = (made: Scene): readonly string[] =>
  [...(made.candidates?.band ?? [])].map((band, link) => {
    const [a, b] = [made.candidates?.ends[2 * link] ?? -1, made.candidates?.ends[2 * link + 1] ?? -1];
    return `${EMPHASES[made.candidates?.emphasis[link] ?? -1]} ${BANDS[band]} ${idOf(made, a)} > ${idOf(made, b)}`;
  });
const selection = (...ids: readonly string[]): NodeRef[] => ids.map((id) => node('standard', id));

describe('C1 under the lens for overlaps every candidate between shown standards is a link of its own', () => {
  test('in three bands, the strongest last so that it lies on top', () => {
    expect(candidates(sceneOf())).toEqual([
      'plain low ISO 2 > IEC 5',
      'plain medium ISO 2 > ITU-T Y.4000',
      'plain high ISO 37122 > ITU-T Y.4000',
    ]);
  });

  test('within a band the stronger lies on top; a pair named twice counts once, and one with itself or with what is not there not at all', () => {
    const pairs: readonly OverlapPair[] = [
      { a: 'ISO 1', b: 'IEC 5', band: 'low' },
      { a: 'ISO 2', b: 'IEC 5', band: 'low' },
      { a: 'IEC 5', b: 'ISO 1', band: 'high' },
      { a: 'ISO 1', b: 'ISO 1', band: 'high' },
      { a: 'ISO 1', b: 'ISO 0', band: 'high' },
    ];
    expect(candidates(sceneOf({ candidates: pairs }))).toEqual(['plain low ISO 2 > IEC 5', 'plain low ISO 1 > IEC 5']);
  });

  test('a candidate is not drawn while the filter hides one of its two', () => {
    expect(candidates(sceneOf({ visible: new Set(['ISO 37122', 'ITU-T Y.4000', 'IEC 5']) }))).toEqual([
      'plain high ISO 37122 > ITU-T Y.4000',
    ]);
  });

  test('without the lens there is none, and with it none where nothing is found', () => {
    expect(sceneOf({ candidates: undefined }).candidates).toBeUndefined();
    expect(sceneOf({ candidates: [] }).candidates?.count).toBe(0);
  });
});

describe('C2 what has no part in a candidate is ground', () => {
  test('standards with candidates and SDOs are brought forward, all others faded', () => {
    const made = sceneOf();
    const forward = [...made.raised].map((mark) => `${NODE_KINDS[graph.kinds[made.marks.node[mark] ?? 0] ?? 0]} ${idOf(made, mark)}`);
    expect([...forward].sort()).toEqual([
      'sdo iec',
      'sdo iso',
      'sdo itu-t',
      'sdo jtc1',
      'standard IEC 5',
      'standard ISO 2',
      'standard ISO 37122',
      'standard ITU-T Y.4000',
    ]);
    expect(emphasisOf(made, 'standard', 'ISO 1')).toBe('faded');
    expect(emphasisOf(made, 'topic', 'energy')).toBe('faded');
    expect(made.faded).toBe('lens');
  });

  test('the ground stays as ground where nothing is found', () => {
    const made = sceneOf({ candidates: [] });
    expect(emphasisOf(made, 'standard', 'ISO 37122')).toBe('faded');
    expect(emphasisOf(made, 'sdo', 'iso')).toBe('near');
  });

  test('standards are named by their strongest band, before topics and committees, and what is ground not at all', () => {
    const texts = labelsOf(sceneOf()).map(({ text }) => text);
    expect(texts.slice(4)).toEqual(['ISO 37122', 'ITU-T Y.4000', 'ISO 2', 'IEC 5']);
  });

  test('few are named at every zoom, of many the strongest only', () => {
    const many = town({
      standards: Array.from({ length: 140 }, (_, i) => standard(`ISO ${i}`)),
    });
    const pairs = Array.from({ length: 70 }, (_, i): OverlapPair => ({
      a: `ISO ${i}`,
      b: `ISO ${i + 70}`,
      band: i < 20 ? 'high' : i < 40 ? 'medium' : 'low',
    }));
    const named = (given: readonly OverlapPair[]): number =>
      labelsOf(
        buildScene({ graph: many, xy: line(many), visible: everything(many), color: 'sdo', selected: [], candidates: given }),
      ).filter(({ kind, always }) => kind === 'standard' && always).length;
    expect(named(pairs)).toBe(40);
    expect(named(pairs.slice(0, 25))).toBe(50);
  });
});

describe('C3 a candidate and a selection', () => {
  test('of the two standards of a candidate their link stands out and all others recede', () => {
    const made = sceneOf({ selected: selection('ITU-T Y.4000', 'ISO 37122') });
    expect(candidates(made)).toEqual([
      'faded low ISO 2 > IEC 5',
      'faded medium ISO 2 > ITU-T Y.4000',
      'selected high ISO 37122 > ITU-T Y.4000',
    ]);
    expect(made.faded).toBe('selection');
    expect(emphasisOf(made, 'standard', 'ISO 2')).toBe('faded');
  });

  test('of one standard its candidates are near, what they join to it too, named however far the camera is', () => {
    const made = sceneOf({ selected: selection('ISO 2') });
    expect(candidates(made)).toEqual(['near low ISO 2 > IEC 5', 'near medium ISO 2 > ITU-T Y.4000', 'faded high ISO 37122 > ITU-T Y.4000']);
    expect(emphasisOf(made, 'standard', 'IEC 5')).toBe('near');
    expect(
      labelsOf(made)
        .filter(({ far }) => far)
        .map(({ text }) => text),
    ).toEqual(['ISO 2', 'ITU-T Y.4000', 'IEC 5']);
  });

  test('of two that no candidate joins those of both are near', () => {
    expect(candidates(sceneOf({ selected: selection('IEC 5', 'ISO 37122') }))).toEqual([
      'near low ISO 2 > IEC 5',
      'faded medium ISO 2 > ITU-T Y.4000',
      'near high ISO 37122 > ITU-T Y.4000',
    ]);
  });

  test('without the lens a selection is what it was', () => {
    const made = sceneOf({ candidates: undefined, selected: selection('ISO 2') });
    expect(made.candidates).toBeUndefined();
    expect(emphasisOf(made, 'standard', 'IEC 5')).toBe('faded');
  });
});

describe('C4 a selection makes emphasis anew and nothing else', () => {
  test('ends and bands of candidates, marks of gaps and places are those of the scene before', () => {
    const [plain, chosen] = [sceneOf({ gaps: GAPS }), sceneOf({ gaps: GAPS, selected: selection('ISO 2') })];
    expect(chosen.candidates?.ends).toBe(plain.candidates?.ends);
    expect(chosen.candidates?.band).toBe(plain.candidates?.band);
    expect(chosen.gaps).toBe(plain.gaps);
    expect(chosen.marks.x).toBe(plain.marks.x);
    const again = sceneOf({ gaps: GAPS });
    expect(again.raised).toBe(plain.raised);
    expect(again.candidates).toBe(plain.candidates);
  });

  test('other candidates are looked at again', () => {
    const before = sceneOf();
    expect(candidates(sceneOf({ candidates: PAIRS.slice(0, 1) }))).toEqual(['plain high ISO 37122 > ITU-T Y.4000']);
    expect(sceneOf().marks.x).toBe(before.marks.x);
  });
});

describe('C5 what is coordinated is no candidate', () => {
  const related = town({
    standards: [
      standard('ISO 1', {
        relations: [
          { type: 'references', to: 'ISO 2', evidence: '' },
          { type: 'same-text', to: 'ISO 2', evidence: '' },
          { type: 'references', to: 'ISO 3', evidence: '' },
        ],
      }),
      standard('ISO 2'),
      standard('ISO 3', { relations: [{ type: 'supersedes', to: 'ISO 2', evidence: '' }] }),
      standard('ISO 4', {
        relations: (['twin', 'adopts', 'transposes', 'incorporates'] as const).map((type, i) => ({
          type,
          to: `ISO ${i + 5}`,
          evidence: '',
        })),
      }),
      ...[5, 6, 7, 8].map((n) => standard(`ISO ${n}`)),
    ],
  });
  const made = (given: Partial<SceneInput>): Scene =>
    buildScene({ graph: related, xy: line(related), visible: everything(related), color: 'sdo', selected: [], ...given });
  const coordinated = ({ links, marks, graph: { ids } }: Scene): readonly string[] =>
    [...links.coordinates].flatMap((is, link) => {
      const [a, b] = [0, 1].map((end) => ids[marks.node[links.ends[2 * link + end] ?? -1] ?? -1] ?? '');
      return is === 1 ? [`${EMPHASES[links.emphasis[link] ?? -1]} ${a} = ${b}`] : [];
    });

  test('same text, twin, adoption, transposition and incorporation are links of their own, also where the two refer to each other first', () => {
    expect(coordinated(made({}))).toEqual([
      'plain ISO 1 = ISO 2',
      'plain ISO 4 = ISO 5',
      'plain ISO 4 = ISO 6',
      'plain ISO 4 = ISO 7',
      'plain ISO 4 = ISO 8',
    ]);
  });

  test('they stay to be seen under the lens for overlaps, while all other links lie behind', () => {
    const scene = made({ candidates: [] });
    expect(coordinated(scene)).toEqual(coordinated(made({})));
    expect([...scene.links.emphasis].filter((one) => one !== EMPHASES.indexOf('faded'))).toHaveLength(5);
  });

  test('under the lens for gaps alone they lie behind too', () => {
    expect(coordinated(made({ gaps: GAPS })).every((text) => text.startsWith('faded'))).toBe(true);
  });

  test('they are counted once a pair', () => {
    expect(lensCounts(related.catalogue, { visible: everything(related), candidates: [] }).coordinated).toBe(5);
    expect(lensCounts(related.catalogue, { visible: new Set(['ISO 1', 'ISO 2', 'ISO 4']), candidates: [] }).coordinated).toBe(1);
  });
});

describe('C6 under the lens for gaps every topic with gaps or thin cells has a sign', () => {
  const made = sceneOf({ candidates: undefined, gaps: GAPS, gapsText: ({ gaps, thin }) => `${gaps} missing, ${thin} thin` });

  test('with its numbers; topics with neither have none and are ground', () => {
    const signs = [...(made.gaps?.mark ?? [])].map((mark, i) => [idOf(made, mark), made.gaps?.gaps[i], made.gaps?.thin[i]]);
    expect(signs).toEqual([
      ['energy', 2, 1],
      ['mobility', 0, 3],
    ]);
    expect(emphasisOf(made, 'topic', 'assessment')).toBe('faded');
    expect(emphasisOf(made, 'topic', 'energy')).toBe('near');
    expect(emphasisOf(made, 'standard', 'ISO 37122')).toBe('faded');
  });

  test('in words too; topics with gaps are named before those with thin cells only, all of them however far the camera is', () => {
    expect(made.gaps?.texts).toEqual(['2 missing, 1 thin', '0 missing, 3 thin']);
    expect(
      labelsOf(made)
        .filter(({ kind }) => kind === 'topic')
        .map(({ text, far }) => [text, far]),
    ).toEqual([
      ['Energy', true],
      ['Transport and mobility', true],
    ]);
  });

  test('a topic that no shown standard leads to is shown: it may be the widest gap', () => {
    const hidden = sceneOf({ candidates: undefined, gaps: GAPS, visible: new Set(['ISO/IEC 30141']) });
    expect(markOf(hidden, 'topic', 'mobility')).toBeGreaterThanOrEqual(0);
    expect(markOf(sceneOf({ candidates: undefined, visible: new Set(['ISO/IEC 30141']) }), 'topic', 'mobility')).toBe(-1);
  });

  test('no gaps are no signs, on a ground that is faded all the same', () => {
    const none = sceneOf({ candidates: undefined, gaps: new Map() });
    expect(none.gaps?.count).toBe(0);
    expect(emphasisOf(none, 'topic', 'energy')).toBe('faded');
  });
});

test('C7 the counts are those of what is shown', () => {
  const of = (given: Partial<SceneInput>): unknown => lensCounts(graph.catalogue, { visible, candidates: PAIRS, ...given });
  expect(of({})).toEqual({ bands: [1, 1, 1], coordinated: 0 });
  expect(of({ visible: new Set(['ISO 37122', 'ITU-T Y.4000']) })).toEqual({ bands: [1, 0, 0], coordinated: 0 });
  expect(of({ candidates: undefined, gaps: GAPS })).toEqual({ coordinated: 0, gaps: { topics: 1, thinTopics: 1 } });
});

describe('PR20 a picture that is made for some standards names them, whatever its lens is about', () => {
  const about = new Set(['ISO 1', 'ISO 37122']);
  const named = (made: Scene): readonly string[] =>
    labelsOf(made)
      .filter(({ kind, far }) => kind === 'standard' && far === true)
      .map(({ text }) => text);

  test('under a lens they are brought forward, also one that has no part in it; what is part of it comes first', () => {
    const made = sceneOf({ about, candidates: [{ a: 'ISO 37122', b: 'ITU-T Y.4000', band: 'medium' }] });
    expect(emphasisOf(made, 'standard', 'ISO 1')).toBe('near');
    expect(emphasisOf(made, 'standard', 'ISO 2')).toBe('faded');
    expect(named(made)).toEqual(['ISO 37122', 'ISO 1']);
    expect(
      labelsOf(made).findIndex(({ kind }) => kind === 'sdo'),
      'before the plates',
    ).toBe(2);
  });

  test('without a lens nothing is faded, and they have their names at any zoom', () => {
    const made = sceneOf({ about, candidates: undefined });
    expect(made.faded).toBe('none');
    expect([...named(made)].sort()).toEqual(['ISO 1', 'ISO 37122']);
    expect(named(sceneOf({ candidates: undefined }))).toEqual([]);
  });

  test('the same positions and filter give another picture where it is made for others', () => {
    const first = sceneOf({ about });
    expect(named(sceneOf({ about: new Set(['ISO 2']) }))).not.toEqual(named(first));
  });
});
