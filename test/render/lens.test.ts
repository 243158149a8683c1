import { describe, expect, test } from 'vitest';
import { ARC_ROOM, controlOf, flatten } from '../../src/render/arcs.js';
import { frameOf, pixelAt, type Frame } from '../../src/render/frame.js';
import { REACH } from '../../src/render/hit.js';
import { targetAt } from '../../src/render/target.js';
import { inkOf } from '../../src/render/inks.js';
import { lensDrawing } from '../../src/render/lens-drawing.js';
import { candidateLook, gapLook } from '../../src/render/lens-looks.js';
import { line as drawLine } from '../../src/render/line.js';
import { coordinationLook } from '../../src/render/links.js';
import { nearestOn } from '../../src/render/nearest.js';
import { Painter } from '../../src/render/paint.js';
import { picture } from '../../src/render/picture.js';
import { toSVG } from '../../src/render/svg.js';
import { buildScene } from '../../src/scene/build.js';
import { EMPHASES, type NodeRef, type OverlapPair, type Scene, type SceneInput } from '../../src/scene/scene.js';
import { standard } from '../fixtures/small.js';
import { everything, node, town } from '../scene/town.js';
import { LIGHT } from './light.js';
import { all, parseXml, type XmlElement } from './xml-check.js';

const SIZE = { width: 400, height: 300 };
const CAMERA = { x: 0, y: 0, k: 1 };
const graph = town({
  standards: ['ISO 1', 'ISO 2', 'ISO 3', 'ISO 4', 'ISO 5', 'ISO 6', 'ISO 7'].map((id) =>
    standard(id, id === 'ISO 6' ? { relations: [{ type: 'same-text', to: 'ISO 7', evidence: '' }] } : {}),
  ),
});
/** The marks of these tests on the surface; all others far outside. */
const PLACES: readonly (readonly [NodeRef, x: number, y: number])[] = [
  [node('standard', 'ISO 1'), 50, 100],
  [node('standard', 'ISO 2'), 350, 100],
  [node('standard', 'ISO 3'), 50, 200],
  [node('standard', 'ISO 4'), 350, 200],
  [node('standard', 'ISO 5'), 200, 30],
  [node('standard', 'ISO 6'), 50, 280],
  [node('standard', 'ISO 7'), 350, 280],
  [node('topic', 'energy'), 200, 240],
];
const xy = Float32Array.from({ length: 2 * graph.ids.length }, (_, i) => 5_000 + 100 * i);
for (const [ref, x, y] of PLACES) xy.set([x - SIZE.width / 2, y - SIZE.height / 2], 2 * graph.indexOf(ref.kind, ref.id));
const PAIRS: readonly OverlapPair[] = [
  { a: 'ISO 1', b: 'ISO 2', band: 'high' },
  { a: 'ISO 4', b: 'ISO 3', band: 'low' },
];
const sceneOf = (given: Partial<SceneInput> = {}): Scene =>
  buildScene({ graph, xy, visible: everything(graph), color: 'sdo', selected: [], candidates: PAIRS, ...given });
const canvas = { font: '', measureText: (text: string) => ({ width: 6 * text.length }) } as unknown as CanvasRenderingContext2D;
const painted = (scene: Scene, density = 1): Frame => {
  const frame = frameOf(SIZE.width * density, SIZE.height * density);
  new Painter().paint(frame, { ...picture({ ...scene, territories: [] }, LIGHT, canvas, lensDrawing) }, CAMERA, SIZE, density);
  return frame;
};
const at = (frame: Frame, x: number, y: number): number => frame.px[pixelAt(frame, x, y)] ?? 0;
/** Pixels of a column, from top to bottom, that are not as the ground. */
const inked = (frame: Frame, x: number, from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i).filter((y) => at(frame, x, y) !== inkOf(LIGHT.background));
/** Where the arc of a chord of 300 px has its top, px above the chord. */
const TOP = 36;

describe('K1 an arc', () => {
  test('is the same from either end and rises a little above the straight line', () => {
    expect(controlOf(0, 0, 100, 0)).toEqual(controlOf(100, 0, 0, 0));
    expect(controlOf(3, 80, -5, 2)).toEqual(controlOf(-5, 2, 3, 80));
    const sides = new Float32Array(ARC_ROOM);
    const length = flatten(sides, 0, 0, 300, 0);
    const highest = Math.min(...sides.subarray(0, length).filter((_, i) => i % 2 === 1));
    expect(highest).toBeCloseTo(-TOP, 0);
    expect([...sides.subarray(0, 2), ...sides.subarray(length - 2, length)]).toEqual([0, 0, 300, 0]);
  });

  test('has few sides where it is short, and never more than there is room for', () => {
    const sides = new Float32Array(ARC_ROOM);
    expect(flatten(sides, 0, 0, 3, 0)).toBeLessThanOrEqual(6);
    expect(flatten(sides, 0, 0, 1e6, 1e6)).toBe(ARC_ROOM);
    expect(flatten(sides, 5, 5, 5, 5)).toBe(4);
    expect([...sides.subarray(0, 4)]).toEqual([5, 5, 5, 5]);
  });

  test('its nearest point is on it', () => {
    const sides = Float32Array.of(0, 0, 10, 0, 10, 10);
    expect(nearestOn(sides, 6, 4, -3)).toEqual({ x: 4, y: 0, distance: 3 });
    expect(nearestOn(sides, 6, 14, 20)).toEqual({ x: 10, y: 10, distance: Math.sqrt(116) });
    expect(nearestOn(Float32Array.of(2, 2, 2, 2), 4, 2, 5)).toEqual({ x: 2, y: 2, distance: 3 });
  });

  test('strokes and gaps go on from side to side, whichever way a side runs', () => {
    const stroke = { ink: 0xff000000 | 0, opacity: 256, width: 2, dash: 10, gap: 6 };
    const dashes = (parts: readonly (readonly [number, number])[]): string => {
      const frame = frameOf(100, 20);
      frame.px.fill(-1);
      let way = 0;
      for (const [from, to] of parts) {
        drawLine(frame, from, 10, to, 10, stroke, 256, way);
        way += Math.abs(to - from);
      }
      return Array.from({ length: 100 }, (_, x) => (at(frame, x, 10) === -1 ? '.' : '#')).join('');
    };
    const whole = dashes([[0, 100]]);
    expect(whole.slice(0, 32)).toBe('##########......##########......');
    expect(
      dashes([
        [0, 7],
        [7, 45],
        [45, 100],
      ]),
    ).toBe(whole);
    expect(
      dashes([
        [100, 55],
        [55, 0],
      ]),
    ).toBe(Array.from(whole).reverse().join(''));
  });
});

describe('K2 bands are told apart without colour', () => {
  const looks = [0, 1, 2].map((band) => candidateLook(LIGHT, band, EMPHASES.indexOf('plain'), 0.7));

  test('by width, by pattern and by strength, the stronger the more; all of one colour', () => {
    const [high, medium, low] = looks;
    expect(looks.map(({ dash }) => dash.length > 0)).toEqual([false, true, true]);
    expect(medium?.dash).not.toEqual(low?.dash);
    for (const name of ['width', 'opacity'] as const)
      expect([high, medium, low].map((look) => look?.[name])).toEqual([...looks.map((look) => look[name])].sort((a, b) => b - a));
    expect(new Set(looks.map(({ width }) => width)).size).toBe(3);
    expect(new Set(looks.map(({ stroke }) => stroke))).toEqual(new Set([LIGHT.overlap]));
  });

  test('the weakest can be seen: at least 3:1 on the ground', () => {
    for (const { stroke, opacity } of looks) expect(contrastOver(stroke, opacity)).toBeGreaterThanOrEqual(3);
  });

  test('a selected one is wider than its band, one that recedes is fainter and finer', () => {
    for (const band of [0, 1, 2]) {
      const [faded, plain, near, selected] = EMPHASES.map((_, emphasis) => candidateLook(LIGHT, band, emphasis, 1));
      expect(selected?.width).toBeGreaterThan(near?.width ?? NaN);
      expect(near?.width).toBeGreaterThan(plain?.width ?? NaN);
      expect(faded?.width).toBeLessThan(plain?.width ?? NaN);
      expect(faded?.opacity).toBeLessThan(0.5 * (plain?.opacity ?? NaN));
    }
  });

  test('what is coordinated looks like none of them: two straight lines in another colour', () => {
    expect(looks.map(({ stroke }) => stroke)).not.toContain(coordinationLook(LIGHT, EMPHASES.indexOf('plain')).stroke);
    expect(coordinationLook(LIGHT, EMPHASES.indexOf('plain')).dash).toEqual([]);
  });

  test('gaps have a strong rim, thin cells a broken one', () => {
    expect(gapLook(LIGHT, 1, false).dash).toEqual([]);
    expect(gapLook(LIGHT, 0, false).dash).not.toEqual([]);
    expect(gapLook(LIGHT, 1, false).width).toBeGreaterThan(gapLook(LIGHT, 0, false).width);
  });
});

describe('K3 the picture', () => {
  test('shows a candidate as an arc of its width in its colour, at any density', () => {
    for (const density of [1, 2]) {
      const frame = painted(sceneOf(), density);
      const rows = inked(frame, 200 * density, 50 * density, 90 * density);
      const middle = rows.reduce((sum, y) => sum + y + 0.5, 0) / rows.length / density;
      expect(Math.abs(middle - 100 + TOP)).toBeLessThan(0.6);
      expect(rows.length).toBeGreaterThanOrEqual(3 * density);
      expect(rows.length).toBeLessThanOrEqual(3 * density + 2);
      expect(inked(frame, 200 * density, 95 * density, 105 * density)).toEqual([]);
    }
  });

  test('shows what is coordinated as two straight lines with the ground in between, and as nothing else', () => {
    for (const frame of [painted(sceneOf()), painted(sceneOf({ candidates: undefined }))])
      for (let x = 100; x < 300; x++) expect(inked(frame, x, 270, 290)).toEqual([278, 281]);
  });

  test('cuts what a high candidate crosses, and no other does', () => {
    const down = xy.slice();
    down.set([0, 295 - SIZE.height / 2], 2 * graph.indexOf('standard', 'ISO 2'));
    const lightest = (band: OverlapPair['band']): number => {
      const frame = painted(sceneOf({ candidates: [{ a: 'ISO 5', b: 'ISO 2', band }], xy: down }));
      const line = at(frame, 100, 278) & 0xff;
      return Math.max(...Array.from({ length: 80 }, (_, i) => at(frame, 160 + i, 278) & 0xff)) - line;
    };
    expect(lightest('low')).toBe(0);
    expect(lightest('high')).toBeGreaterThan(20);
  });

  test('of the selected pair stands out: wider, with a rim in the colour of the ground, and the others recede', () => {
    const [plain, chosen] = [painted(sceneOf()), painted(sceneOf({ selected: [node('standard', 'ISO 1'), node('standard', 'ISO 2')] }))];
    const covered = (frame: Frame): number => inked(frame, 200, 50, 90).reduce((sum, y) => sum + 0xff - (at(frame, 200, y) & 0xff), 0);
    expect(covered(chosen)).toBeGreaterThan(1.2 * covered(plain));
    const darkest = (frame: Frame): number =>
      Math.min(...[...Array(60).keys()].map((i) => Math.min(...[...Array(20).keys()].map((y) => at(frame, 170 + i, 155 + y) & 0xff))));
    expect(darkest(chosen)).toBeGreaterThan(darkest(plain));
  });

  test('draws marks above candidates, and candidates above what is ground', () => {
    const scene = sceneOf({
      candidates: [
        { a: 'ISO 1', b: 'ISO 2', band: 'high' },
        { a: 'ISO 5', b: 'ISO 4', band: 'high' },
      ],
    });
    const hue = inkOf(LIGHT.hues[0] ?? '');
    expect(at(painted(scene), 200, 30)).toBe(hue);
    expect(at(painted(scene), 50, 100)).toBe(hue);
    expect(at(painted(sceneOf()), 200, 30)).not.toBe(hue);
  });
});

describe('K4 the SVG shows what the canvas shows', () => {
  const svgOf = (scene: Scene): XmlElement =>
    parseXml(toSVG(scene, LIGHT, { size: SIZE, camera: CAMERA, measure: (text) => 6 * text.length }));
  const layer = (root: XmlElement | undefined, name: string): XmlElement | undefined =>
    root?.children.find(({ attributes }) => attributes['class'] === name);

  test('each candidate once, named after its two standards, weakest first', () => {
    const arcs = [...(layer(layer(svgOf(sceneOf()), 'marks'), 'candidates')?.children ?? [])];
    // A high candidate lies on a rim in the colour of the ground
    expect(arcs[1]?.attributes['stroke']).toBe(LIGHT.background);
    arcs.splice(1, 1);
    expect(arcs.map(({ attributes, children }) => [attributes['class'], children[0]?.text])).toEqual([
      ['low', 'ISO 4 – ISO 3'],
      ['high', 'ISO 1 – ISO 2'],
    ]);
    expect(arcs[1]?.attributes).toMatchObject({ d: 'M50 100Q200 28 350 100', stroke: LIGHT.overlap, fill: 'none' });
    expect(arcs[0]?.attributes['stroke-dasharray']).toBe('1.5 3.5');
  });

  test('what is coordinated as two lines in one path, without the lens too', () => {
    for (const scene of [sceneOf(), sceneOf({ candidates: undefined })]) {
      const path = layer(svgOf(scene), 'links')?.children.find(({ attributes }) => attributes['class'] === 'coordination');
      expect(path?.attributes['d']).toBe('M50 281.5L350 281.5M50 278.5L350 278.5');
      expect(layer(svgOf(scene), 'links')?.children.map(({ attributes }) => attributes['class'])).not.toContain('relation');
    }
    expect(layer(layer(svgOf(sceneOf({ candidates: undefined })), 'marks'), 'candidates')).toBeUndefined();
  });

  test('topics with gaps with their number in a hexagon', () => {
    const gaps = layer(svgOf(sceneOf({ candidates: undefined, gaps: new Map([['energy', { gaps: 2, thin: 1 }]]) })), 'gaps');
    expect(
      all(gaps ?? { name: '', attributes: {}, text: '', children: [] })
        .filter(({ name }) => name === 'text')
        .map(({ text }) => text),
    ).toEqual(['2']);
    const thin = layer(svgOf(sceneOf({ candidates: undefined, gaps: new Map([['energy', { gaps: 0, thin: 7 }]]) })), 'gaps');
    expect(
      all(thin ?? { name: '', attributes: {}, text: '', children: [] })
        .map(({ text, attributes }) => text || attributes['stroke-dasharray'])
        .filter(Boolean),
    ).toEqual(['0 / 7', '4 3', '7']);
  });
});

describe('H5 a candidate is hit along its link', () => {
  const hit = (scene: Scene, x: number, y: number, reach: number = REACH.fine): string => {
    const made = picture(scene, LIGHT, canvas, lensDrawing);
    const { mark, link } = targetAt(x, y, CAMERA, SIZE, reach, made);
    const { candidates, marks } = scene;
    if (mark >= 0) return graph.ids[marks.node[mark] ?? -1] ?? '';
    return link < 0 ? '' : [0, 1].map((end) => graph.ids[marks.node[candidates?.ends[2 * link + end] ?? -1] ?? -1]).join(' – ');
  };

  test('within 12 px of a mouse, 22 of a finger', () => {
    const top = 100 - TOP;
    expect(hit(sceneOf(), 200, top)).toBe('ISO 1 – ISO 2');
    expect(hit(sceneOf(), 200, top + 11.5)).toBe('ISO 1 – ISO 2');
    expect(hit(sceneOf(), 200, top + 12.5)).toBe('');
    expect(hit(sceneOf(), 150, top + 20, REACH.coarse)).toBe('ISO 1 – ISO 2');
    expect(hit(sceneOf({ candidates: undefined }), 200, top)).toBe('');
  });

  test('a mark that is not ground wins within reach, one that is ground only right under the point', () => {
    expect(hit(sceneOf(), 58, 96)).toBe('ISO 1');
    const under: Partial<SceneInput> = { candidates: [{ a: 'ISO 1', b: 'ISO 2', band: 'high' }] };
    const near = xy.slice();
    near.set([0, 100 - TOP - SIZE.height / 2 + 8], 2 * graph.indexOf('standard', 'ISO 5'));
    expect(hit(sceneOf({ ...under, xy: near }), 200, 100 - TOP + 1)).toBe('ISO 1 – ISO 2');
    expect(hit(sceneOf({ ...under, xy: near }), 200, 100 - TOP + 7)).toBe('ISO 5');
    // Without the link it is the mark
    expect(hit(sceneOf({ candidates: [], xy: near }), 200, 100 - TOP + 1)).toBe('ISO 5');
  });

  test('of two as near the stronger is meant', () => {
    const pairs: readonly OverlapPair[] = [
      { a: 'ISO 1', b: 'ISO 2', band: 'high' },
      { a: 'ISO 3', b: 'ISO 4', band: 'low' },
    ];
    const same = xy.slice();
    same.set(
      same.subarray(2 * graph.indexOf('standard', 'ISO 1'), 2 * graph.indexOf('standard', 'ISO 1') + 2),
      2 * graph.indexOf('standard', 'ISO 3'),
    );
    same.set(
      same.subarray(2 * graph.indexOf('standard', 'ISO 2'), 2 * graph.indexOf('standard', 'ISO 2') + 2),
      2 * graph.indexOf('standard', 'ISO 4'),
    );
    expect(hit(sceneOf({ candidates: pairs, xy: same }), 200, 100 - TOP)).toBe('ISO 1 – ISO 2');
  });
});

/** Contrast of a colour at an opacity on the light background. @source WCAG 2.2, contrast ratio */
function contrastOver(color: string, opacity: number): number {
  const channels = (hex: string): number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const luminance = (rgb: readonly number[]): number =>
    rgb
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * ([0.2126, 0.7152, 0.0722][i] ?? 0), 0);
  const ground = channels(LIGHT.background);
  const mixed = channels(color).map((c, i) => opacity * c + (1 - opacity) * (ground[i] ?? 0));
  return (luminance(ground) + 0.05) / (luminance(mixed) + 0.05);
}
