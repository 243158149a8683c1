import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { labelsInView } from '../../src/render/text.js';
import { worldOf } from '../../src/render/world.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { labelsOf, placeLabels } from '../../src/scene/label-list.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph } from '../../src/scene/graph.js';
import type { LabelSpace, PlacedLabel } from '../../src/scene/label-boxes.js';
import { planLabels } from '../../src/scene/labels.js';
import type { Label, Marks, NodeRef } from '../../src/scene/scene.js';

/** Six px a character: about what a sans serif of 12 px takes. */
const SPACE: LabelSpace = { least: 0.02, most: 8, size: 12, measure: (text) => 6 * text.length };

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The boxes that are written at a zoom, wherever the camera stands: the name on the plate of an SDO, the lines of all others. */
function boxes(placed: readonly PlacedLabel[], marks: Marks, k: number): readonly Box[] {
  return placed
    .filter(({ from }) => from <= k)
    .map(({ label, halfWidth, lineHeight, aside, offset }) => {
      const [x, top] = [(marks.x[label.mark] ?? 0) * k + aside, (marks.y[label.mark] ?? 0) * k + offset - lineHeight / 2];
      return { text: label.text, left: x - halfWidth, right: x + halfWidth, top, bottom: top + label.lines.length * lineHeight };
    });
}

function overlapping(all: readonly Box[]): readonly string[] {
  const sorted = [...all].sort((a, b) => a.left - b.left);
  return sorted.flatMap((a, i) => {
    const found: string[] = [];
    for (let j = i + 1; j < sorted.length; j++) {
      const b = sorted[j];
      if (!b || b.left >= a.right) break;
      if (a.top < b.bottom && b.top < a.bottom) found.push(`${a.text} | ${b.text}`);
    }
    return found;
  });
}

const shipped = buildGraph(catalogue(JSON.parse(readFileSync('data/smart-cities.json', 'utf8')) as Dataset));
const whole = (selected: readonly NodeRef[] = []) =>
  buildScene({
    graph: shipped,
    xy: shipped.shipped,
    visible: new Set(shipped.catalogue.standards.map(({ id }) => id)),
    color: 'sdo',
    selected,
  });
/** The same with all its labels. */
const listed = (selected: readonly NodeRef[] = []): { readonly labels: readonly Label[]; readonly marks: Marks } => {
  const scene = whole(selected);
  return { labels: labelsOf(scene), marks: scene.marks };
};
const zooms = Array.from({ length: 90 }, (_, i) => 0.02 * 1.07 ** i).filter((k) => k <= 8);

/** Marks at these places, each with a label of this text, in order of importance. */
function marked(points: readonly (readonly [x: number, y: number, text: string])[]): {
  readonly marks: Marks;
  readonly labels: readonly Label[];
} {
  const { length } = points;
  const bytes = new Uint8Array(length);
  const marks: Marks = {
    count: length,
    node: Uint32Array.from(points.keys()),
    x: Float32Array.from(points, ([x]) => x),
    y: Float32Array.from(points, ([, y]) => y),
    radius: new Float32Array(length).fill(5),
    shape: bytes,
    slot: bytes,
    finish: bytes,
    emphasis: bytes,
    ofNode: Int32Array.from(points.keys()),
  };
  return { marks, labels: points.map(([, , text], mark) => ({ mark, kind: 'committee' as const, text, lines: [text], always: true })) };
}

describe('N1 no label ever overlaps another', () => {
  test('the overlap finder sees an overlap, a touch of edges is none', () => {
    const one = { text: 'a', left: 0, right: 10, top: 0, bottom: 10 };
    expect(overlapping([one, { ...one, text: 'b', left: 9, right: 19 }])).toEqual(['a | b']);
    expect(overlapping([one, { ...one, text: 'b', left: 10, right: 20 }])).toEqual([]);
    expect(overlapping([one, { ...one, text: 'b', top: 10, bottom: 20 }])).toEqual([]);
    expect(
      overlapping([
        { ...one, right: 100 },
        { ...one, text: 'b', left: 20, right: 30 },
        { ...one, text: 'c', left: 50, right: 60 },
      ]),
    ).toHaveLength(2);
  });

  test('of the shipped landscape, at 88 zooms between and on the steps', () => {
    const { labels, marks } = listed();
    const placed = placeLabels(labels, marks, SPACE);
    expect(zooms.length).toBeGreaterThan(80);
    expect(zooms.flatMap((k) => overlapping(boxes(placed, marks, k)))).toEqual([]);
  });

  test('nor with a selection, which names all that is near it', () => {
    const { labels, marks } = listed([{ kind: 'committee', id: 'ISO/TC 268' }]);
    const placed = placeLabels(labels, marks, SPACE);
    expect(zooms.flatMap((k) => overlapping(boxes(placed, marks, k)))).toEqual([]);
  });
});

/** Standards at these places that are named at any zoom, in order of importance. */
function standards(points: Parameters<typeof marked>[0], far = true): { readonly marks: Marks; readonly labels: readonly Label[] } {
  const { marks, labels } = marked(points);
  return { marks, labels: labels.map((label) => ({ ...label, kind: 'standard' as const, far })) };
}

describe('N4 a label lies on no mark of a standard that is named or brought forward', () => {
  const sideOf = ({ aside, offset }: PlacedLabel): string => {
    if (aside !== 0) return aside > 0 ? 'right' : 'left';
    return offset > 0 ? 'below' : 'above';
  };

  test('it stands below its mark; where another mark is, above, and where one is there as well, to the right and to the left', () => {
    const [below, above, right, left] = [
      [0, 20, 'b'],
      [0, -20, 'c'],
      [20, 0, 'd'],
      [-20, 0, 'e'],
    ] as const;
    const space = { ...SPACE, usual: 1 };
    const first = (...others: readonly (readonly [number, number, string])[]): string => {
      const { labels, marks } = standards([[0, 0, 'ISO 37122'], ...others]);
      const [placed] = placeLabels(labels, marks, space);
      if (!placed) throw new Error('no label');
      return sideOf(placed);
    };
    expect(first()).toBe('below');
    expect(first(below)).toBe('above');
    expect(first(below, above)).toBe('right');
    expect(first(below, above, right)).toBe('left');
    // Surrounded, it is rather written than kept off
    expect(first(below, above, right, left)).toBe('below');
  });

  test('of the shipped indicators none covers the mark of another, at any zoom that writes it', () => {
    const ids = ['ISO 37120', 'ISO 37122', 'ITU-T Y.4903/L.1603', 'ETSI TS 103 463'];
    const visible = new Set(ids);
    const scene = buildScene({ graph: shipped, xy: shipped.shipped, visible, about: visible, color: 'sdo', selected: [] });
    const { marks } = scene;
    const placed = placeLabels(labelsOf(scene), marks, { ...SPACE, usual: 0.5 });
    const covered = zooms
      .filter((k) => k >= 0.5 && k <= 1)
      .flatMap((k) =>
        boxes(placed, marks, k).flatMap((box) =>
          placed.flatMap(({ label: { mark, kind, text } }) => {
            const [x, y] = [(marks.x[mark] ?? 0) * k, (marks.y[mark] ?? 0) * k];
            const isOn = x > box.left && x < box.right && y > box.top && y < box.bottom;
            return kind === 'standard' && isOn ? [`${box.text} on ${text}`] : [];
          }),
        ),
      );
    expect(covered).toEqual([]);
    expect(
      placed
        .filter(({ from, label }) => label.kind === 'standard' && from <= 0.5)
        .map(({ label }) => label.text)
        .sort(),
    ).toEqual(ids.sort());
  });

  test('the name of a committee gives way to the mark of a standard that is brought forward, though that is not named', () => {
    const { marks, labels } = marked([
      [0, 0, 'ISO/TC 268'],
      [0, 10, 'ISO 37122'],
    ]);
    const from = (emphasis: number): number => {
      const both = labels.map((label, i) => (i === 0 ? label : { ...label, kind: 'standard' as const, always: false }));
      return placeLabels(both, { ...marks, emphasis: Uint8Array.of(1, emphasis) }, SPACE)[0]?.from ?? NaN;
    };
    // 18 px below: the text of 14.4 px and its margin of 2 px reach to 27.2 px, which 10 units less the radius of 5.5 reach at 6.04
    expect(from(2)).toBeCloseTo(27.2 / 4.5, 3);
    expect(from(1)).toBeLessThan(2);
  });

  test('a plate moves aside so far only that its rim is on its spot, where another name has its place; a committee keeps its name below', () => {
    const { marks, labels } = marked([
      [0, 0, 'ETSI'],
      [10, 0, 'IEC'],
    ]);
    const placedAs = (kind: Label['kind']): PlacedLabel | undefined =>
      placeLabels(
        labels.map((label, i) => ({ ...label, kind: i === 1 ? kind : 'sdo' })),
        marks,
        { ...SPACE, usual: 1 },
      )[1];
    const plate = placedAs('sdo');
    expect([plate?.aside, plate?.offset]).not.toEqual([0, 0]);
    expect(
      Math.max(Math.abs(plate?.aside ?? 0) / (plate?.halfWidth ?? 1), Math.abs(plate?.offset ?? 0) / (plate?.halfHeight ?? 1)),
    ).toBeCloseTo(1, 5);
    expect(placedAs('committee')).toMatchObject({ aside: 0, offset: 18 });
  });
});

describe('N2 labels neither flicker nor jump', () => {
  test('coming nearer only adds labels', () => {
    const { labels, marks } = listed();
    const placed = placeLabels(labels, marks, SPACE);
    let before: readonly string[] = [];
    for (const k of zooms) {
      const now = boxes(placed, marks, k).map(({ text }) => text);
      expect(now).toEqual(expect.arrayContaining([...before]));
      before = now;
    }
    expect(before.length).toBeGreaterThan(1_000);
  });

  test('panning changes no label but at the border', () => {
    const scene = whole();
    const plan = planLabels(scene, SPACE);
    const picture = { scene, world: worldOf(scene), plan, always: plan.always() };
    const size = { width: 800, height: 600 };
    const [one, two] = [
      { x: 0, y: 0, k: 1 },
      { x: 150, y: 90, k: 1 },
    ].map((camera) => new Set(labelsInView(picture, camera, size).map(({ label }) => label.mark)));
    const inBoth = labelsOf(scene).filter(({ mark }) => {
      const [x, y] = [scene.marks.x[mark] ?? 0, scene.marks.y[mark] ?? 0];
      return x > -250 && x < 400 && y > -210 && y < 300;
    });
    const shown = inBoth.filter(({ mark }) => one?.has(mark));
    expect(shown.length).toBeGreaterThan(5);
    expect(inBoth.filter(({ mark }) => two?.has(mark))).toEqual(shown);
  });

  test('equal input gives equal places', () => {
    const { labels, marks } = listed();
    expect(placeLabels(labels, marks, SPACE)).toEqual(placeLabels(labels, marks, SPACE));
  });
});

describe('N3 the more important label wins', () => {
  test('of two that touch, the first comes first and the second where they part', () => {
    const { labels, marks } = marked([
      [0, 0, 'ISO/TC 268'],
      [40, 0, 'ISO/TC 268/SC 1'],
    ]);
    const [first, second] = placeLabels(labels, marks, SPACE).map(({ from }) => from);
    expect(first).toBeLessThan(second ?? 0);
    // Widths 60 + 90 px and margins of 2 px each side: half of it all is 79 px, which 40 units reach at a zoom of 1.975
    expect(second).toBeGreaterThanOrEqual(1.975);
    expect(second).toBeLessThan(1.975 * 1.16);
  });

  test('PR20 plates, whose names stand inside them, come nearer to each other than texts do', () => {
    const { labels, marks } = marked([
      [0, 0, 'ETSI'],
      [0, 36, 'IEC'],
    ]);
    const from = (kind: Label['kind']): number =>
      placeLabels(
        labels.map((label) => ({ ...label, kind })),
        marks,
        SPACE,
      )[1]?.from ?? NaN;
    // Lines of 18.72 px with 5 px of frame and 2 px of air around: 32.72 px, which 36 units reach at a zoom of 0.909
    expect(from('sdo')).toBeCloseTo(32.72 / 36, 3);
    expect(from('territory')).toBeLessThan(from('sdo'));
  });

  test('of two on one spot the second is never written', () => {
    const { labels, marks } = marked([
      [0, 0, 'a'],
      [0, 0, 'b'],
    ]);
    expect(placeLabels(labels, marks, SPACE)[1]?.from).toBe(Infinity);
  });

  test('a standard that nobody asked for waits until circles can be told apart', () => {
    const { labels, marks } = marked([[0, 0, 'ISO 37122']]);
    const asked = placeLabels(labels, marks, SPACE)[0]?.from ?? NaN;
    const plain = placeLabels(
      labels.map((label) => ({ ...label, kind: 'standard' as const, always: false })),
      marks,
      SPACE,
    )[0]?.from;
    expect(plain).toBeGreaterThanOrEqual(1.1);
    expect(asked).toBeGreaterThan(0);
  });

  test('no labels, no places', () => {
    expect(placeLabels([], marked([]).marks, SPACE)).toEqual([]);
  });
});
