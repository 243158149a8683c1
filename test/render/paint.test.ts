import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { fitted, NO_INSETS, type Camera } from '../../src/render/camera.js';
import { frameOf, pixelAt, type Frame } from '../../src/render/frame.js';
import { inkOf } from '../../src/render/inks.js';
import { Painter } from '../../src/render/paint.js';
import { picture, type Picture } from '../../src/render/picture.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph, linkCode } from '../../src/scene/graph.js';
import { planLabels } from '../../src/scene/labels.js';
import type { NodeRef, Scene, Territory } from '../../src/scene/scene.js';
import { everything, line, node, town } from '../scene/town.js';
import { LIGHT } from './light.js';

const SIZE = { width: 300, height: 200 };
const canvas = { font: '', measureText: (text: string) => ({ width: 6 * text.length }) } as unknown as CanvasRenderingContext2D;
const graph = town();
const sceneOf = (selected: readonly NodeRef[] = [], xy = line(graph)): Scene =>
  buildScene({ graph, xy, visible: everything(graph), color: 'sdo', selected });
const painted = (made: Picture, camera: Camera, density = 1, painter = new Painter()): Frame => {
  const frame = frameOf(SIZE.width * density, SIZE.height * density);
  painter.paint(frame, made, camera, SIZE, density);
  return frame;
};
const visiblePixels = (frame: Frame): number[] => {
  const all: number[] = [];
  for (let y = 0; y < frame.height; y++) all.push(...frame.px.subarray(pixelAt(frame, 0, y), pixelAt(frame, frame.width, y)));
  return all;
};
const at = (frame: Frame, x: number, y: number): number => frame.px[pixelAt(frame, x, y)] ?? 0;
const ink = (color: string): number => inkOf(color) ?? NaN;
const placeOf = (scene: Scene, ref: NodeRef): { x: number; y: number } => {
  const mark = scene.marks.ofNode[graph.indexOf(ref.kind, ref.id)] ?? -1;
  return { x: scene.marks.x[mark] ?? NaN, y: scene.marks.y[mark] ?? NaN };
};
const ISO = node('standard', 'ISO 37122');

const shipped = buildGraph(catalogue(JSON.parse(readFileSync('data/smart-cities.json', 'utf8')) as Dataset));
const landscape = buildScene({
  graph: shipped,
  xy: shipped.shipped,
  visible: new Set(shipped.catalogue.standards.map(({ id }) => id)),
  color: 'sdo',
  selected: [],
});

describe('Y1 the same camera gives the same picture', () => {
  test('pixel by pixel, whatever was drawn before with the same painter', () => {
    const made = picture(landscape, LIGHT, canvas);
    if (!landscape.bounds) throw new Error('an empty scene');
    const whole = fitted(landscape.bounds, SIZE, NO_INSETS, 2.2);
    const painter = new Painter();
    for (const k of [whole.k, 0.3, 1, 3]) {
      const camera = { ...whole, k };
      const fresh = visiblePixels(painted(made, camera));
      for (const before of [
        { ...whole, k: 0.05 },
        { ...whole, x: whole.x + 77, k: 2 * k },
        { ...whole, y: whole.y - 31.7, k },
      ]) {
        painted(made, before, 1, painter);
      }
      expect(visiblePixels(painted(made, camera, 1, painter))).toEqual(fresh);
    }
  });

  test('a part of the drawing looks the same at another place of the surface', () => {
    const made = picture(landscape, LIGHT, canvas);
    const [one, two] = [painted(made, { x: 0, y: 0, k: 0.5 }), painted(made, { x: 40, y: 20, k: 0.5 })];
    let differing = 0;
    for (let y = 20; y < 170; y++) for (let x = 30; x < 260; x++) if (at(one, x, y) !== at(two, x - 20, y - 10)) differing++;
    // Ends of dashes are rounded to a px from where a line enters the surface
    expect(differing).toBeLessThan(0.01 * 150 * 230);
  });

  test('twice the density shows the same at twice the size', () => {
    const scene = sceneOf();
    const made = picture(scene, LIGHT, canvas);
    const camera = { ...placeOf(scene, ISO), k: 1 };
    expect(at(painted(made, camera, 2), 300, 200)).toBe(at(painted(made, camera), 150, 100));
    expect(at(painted(made, camera, 2), 300, 200)).toBe(ink(LIGHT.hues[0] ?? ''));
  });
});

describe('Y2 a mark shows what it stands for', () => {
  test('in force in its colour, in preparation hollow, on the background where nothing is', () => {
    const scene = sceneOf();
    const made = picture({ ...scene, territories: [] }, LIGHT, canvas);
    const look = (id: string): number => at(painted(made, { ...placeOf(scene, node('standard', id)), k: 1.2 }), 150, 100);
    expect(look('ISO 37122')).toBe(ink(LIGHT.hues[0] ?? ''));
    expect(look('ISO 1')).toBe(ink(LIGHT.background));
    expect(at(painted(made, { x: 0, y: 500, k: 1.2 }), 150, 100)).toBe(ink(LIGHT.background));
  });

  test('with a selection, what is not near it is faded', () => {
    const scattered = line(graph).map((value, i) => (i % 2 === 0 ? value : ((i * i * 97) % 1009) + 50 * i));
    const scene = sceneOf([node('standard', 'ITU-T Y.4000')], scattered);
    const made = picture({ ...scene, territories: [] }, LIGHT, canvas);
    const centre = (ref: NodeRef): number => at(painted(made, { ...placeOf(scene, ref), k: 1.2 }), 150, 100);
    const distance = (a: number, b: number): number => Math.abs((a & 0xff) - (b & 0xff)) + Math.abs(((a >> 8) & 0xff) - ((b >> 8) & 0xff));
    const hue = ink(LIGHT.hues[0] ?? '');
    expect(distance(centre(ISO), hue)).toBeGreaterThan(0.8 * distance(ink(LIGHT.background), hue));
  });

  test('far out, a standard is a dot in its colour', () => {
    const scene = sceneOf(
      [],
      line(graph).map((value) => 10 * value),
    );
    const made = picture({ ...scene, territories: [] }, LIGHT, canvas);
    const frame = painted(made, { ...placeOf(scene, ISO), k: 0.02 });
    const seen = [at(frame, 150, 100), at(frame, 149, 100), at(frame, 150, 99), at(frame, 149, 99)];
    expect(seen.some((one) => one !== ink(LIGHT.background))).toBe(true);
  });
});

describe('Y3 territories', () => {
  const square = (level: 0 | 1, half: number): Territory => ({
    level,
    value: 'x',
    label: 'X',
    slot: 1,
    outline: Float32Array.of(-half, -half, half, -half, half, half, -half, half),
  });
  const scene = {
    ...sceneOf(
      [],
      line(graph).map((value) => value + 9_000),
    ),
    territories: [square(0, 80), square(1, 40)],
  };
  const frame = painted(picture(scene, LIGHT, canvas), { x: 0, y: 0, k: 1 });

  test('lie behind everything, a committee on its SDO in a stronger tint', () => {
    const [none, outer, inner] = [at(frame, 10, 100), at(frame, 85, 100), at(frame, 150, 100)];
    expect(none).toBe(ink(LIGHT.background));
    expect(new Set([none, outer, inner]).size).toBe(3);
    const blueness = (word: number): number => ((word >> 16) & 0xff) - (word & 0xff);
    expect(blueness(inner)).toBeGreaterThan(blueness(outer));
    expect(blueness(outer)).toBeGreaterThan(blueness(none));
  });

  test('have an outline', () => {
    expect(at(frame, 70, 100)).not.toBe(at(frame, 85, 100));
    expect(at(frame, 70, 100)).not.toBe(at(frame, 10, 100));
  });

  test('are named where no node stands for them, on their largest area, once', () => {
    const labels = planLabels(scene, { least: 0.02, most: 8, size: 12, measure: (text) => 6 * text.length })
      .always()
      .filter(({ label }) => label.kind === 'territory');
    expect(labels.map(({ label }) => [label.text, label.mark, label.at])).toEqual([['X', -1, [0, 0]]]);
    const known = { ...scene, territories: [{ ...square(0, 80), value: 'iso', label: 'ISO' }] };
    const names = planLabels(known, { least: 0.02, most: 8, size: 12, measure: (text) => 6 * text.length }).always();
    expect(names.filter(({ label }) => label.kind === 'territory')).toEqual([]);
  });
});

describe('Y4 links', () => {
  test('relations between SDOs are told from those within one, and drawn stronger', () => {
    const { links, marks } = landscape;
    const sdo = (mark: number): string => {
      const standard = shipped.catalogue.standard(shipped.ids[marks.node[mark] ?? 0] ?? '');
      return standard ? shipped.catalogue.home(standard) : '';
    };
    const relation = linkCode('relation');
    let across = 0;
    for (let link = 0; link < links.count; link++) {
      const is = links.kind[link] === relation && sdo(links.ends[2 * link] ?? 0) !== sdo(links.ends[2 * link + 1] ?? 0);
      expect(links.across[link] === 1).toBe(is);
      across += is ? 1 : 0;
    }
    expect(across).toBeGreaterThan(10);
  });

  test('far out, relations are bundled by committees: each counted once, across SDOs first, then the more', () => {
    const { bundles } = picture(landscape, LIGHT, canvas).world;
    const sums = [...bundles.sums];
    const firstWithin = [...bundles.across].indexOf(0);
    expect([...bundles.across].slice(firstWithin).includes(1)).toBe(false);
    for (const part of [sums.slice(0, firstWithin), sums.slice(firstWithin)]) expect(part).toEqual([...part].sort((a, b) => b - a));
    expect(bundles.shown(1e-6)).toBeLessThanOrEqual(400);
    expect(bundles.shown(1)).toBeGreaterThanOrEqual(bundles.shown(0.1));
  });
});

describe('Y5 a selection changes emphasis only', () => {
  test('everything else is that of the scene before, the very arrays', () => {
    const xy = line(graph);
    const visible = everything(graph);
    const build = (selected: readonly NodeRef[]): Scene => buildScene({ graph, xy, visible, color: 'sdo', selected });
    const [plain, chosen] = [build([]), build([ISO])];
    for (const name of ['x', 'y', 'node', 'slot', 'finish', 'ofNode'] as const) expect(chosen.marks[name]).toBe(plain.marks[name]);
    expect(chosen.territories).toBe(plain.territories);
    expect(picture(chosen, LIGHT, canvas).world).toBe(picture(plain, LIGHT, canvas).world);
    expect(plain.raised).toHaveLength(0);
    expect(chosen.raised.length).toBeGreaterThan(0);
  });
});
