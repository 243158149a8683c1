import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { groupOf } from '../../src/scene/classes.js';
import { fieldOf } from '../../src/scene/field.js';
import { buildGraph, nodeCode } from '../../src/scene/graph.js';
import type { Territory } from '../../src/scene/scene.js';
import { shownNodes } from '../../src/scene/shown.js';
import { territoriesOf } from '../../src/scene/territories.js';
import { ENCODINGS } from '../../src/state/state.js';
import { everything, line, town } from './town.js';

const built = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../data/smart-cities.json'), 'utf8')) as Dataset;
const graph = buildGraph(catalogue(structuredClone(built)));
const shown = shownNodes(graph, everything(graph));
const places = { graph, xy: graph.shipped, shown, group: 'sdo', color: 'sdo' } as const;
const made = territoriesOf(places);

function isWithin(outline: Float32Array, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [outline[i] ?? 0, outline[i + 1] ?? 0, outline[j] ?? 0, outline[j + 1] ?? 0];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}
const at = (node: number): readonly [number, number] => [graph.shipped[2 * node] ?? NaN, graph.shipped[2 * node + 1] ?? NaN];
const topmost = (level: 0 | 1, x: number, y: number): string =>
  made.filter((one) => one.level === level && isWithin(one.outline, x, y)).at(-1)?.value ?? '';

describe('T4 territories are areas of the drawing', () => {
  test('each mark lies in the area of its SDO, each standard in that of its leading committee', () => {
    const strangers = [...graph.ids.keys()].flatMap((node) => {
      if (graph.kinds[node] === nodeCode('topic')) return [];
      const standard = graph.kinds[node] === nodeCode('standard') ? graph.catalogue.standard(graph.ids[node] ?? '') : undefined;
      const [sdo, committee] = [topmost(0, ...at(node)), topmost(1, ...at(node))];
      const isRight = sdo === groupOf(graph, 'sdo', node) && (!standard || committee === (standard.committees[0] ?? ''));
      return isRight ? [] : [`${graph.ids[node] ?? ''}: ${sdo}, ${committee}`];
    });
    expect(strangers).toEqual([]);
  });

  test('a topic lies in no area, but where an area is all around it', () => {
    const topics = [...graph.ids.keys()].filter((node) => graph.kinds[node] === nodeCode('topic'));
    const covered = topics.filter((node) => topmost(0, ...at(node)) !== '');
    expect(covered.length).toBeLessThanOrEqual(1);
    // ... and even there nothing of the area comes near: each corner of the topic is as much within it as its middle
    const next = topics.map((node) =>
      Math.min(
        ...made.flatMap(({ level, outline }) =>
          level === 0
            ? [...outline].flatMap((x, i) => (i % 2 ? [] : [Math.hypot(x - at(node)[0], (outline[i + 1] ?? NaN) - at(node)[1])]))
            : [],
        ),
      ),
    );
    expect(Math.min(...next)).toBeGreaterThan(6);
  });

  test('the areas of two classes of a level do not meet', () => {
    const met = made.flatMap((one) =>
      made.flatMap((other) => {
        if (one.level !== other.level || one.value === other.value) return [];
        const inside = Array.from({ length: one.outline.length / 2 }, (_, i) =>
          isWithin(other.outline, one.outline[2 * i] ?? NaN, one.outline[2 * i + 1] ?? NaN),
        );
        return inside.every((is) => is === inside[0]) ? [] : [`${one.value} ${other.value}`];
      }),
    );
    expect(met).toEqual([]);
  });

  test('SDOs come before committees, the larger before the smaller; every outline has at least three points', () => {
    const area = ({ outline }: Territory): number => {
      let sum = 0;
      for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2)
        sum += (outline[j] ?? 0) * (outline[i + 1] ?? 0) - (outline[i] ?? 0) * (outline[j + 1] ?? 0);
      return sum / 2;
    };
    const order = made.map((one) => [one.level, -area(one)] as const);
    expect(order).toEqual([...order].sort(([a, b], [c, d]) => a - c || b - d));
    expect(made.filter(({ level }) => level === 0).length).toBeGreaterThanOrEqual(built.sdos.length - 1);
    for (const { outline } of made) {
      expect(outline.length).toBeGreaterThanOrEqual(6);
      expect(outline.every(Number.isFinite)).toBe(true);
    }
  });

  test('names and colours are those of the class; what is not coloured by the grouping is neutral', () => {
    const iso = made.find(({ level, value }) => level === 0 && value === 'iso');
    const tc = made.find(({ level, value }) => level === 1 && value === 'ISO/TC 268');
    expect([iso?.label, tc?.label, tc?.slot]).toEqual(['ISO', 'ISO/TC 268', iso?.slot]);
    expect(iso?.slot).toBeGreaterThan(0);
    expect(new Set(territoriesOf({ ...places, color: 'topic' }).map(({ slot }) => slot))).toEqual(new Set([0]));
    const words = territoriesOf({ ...places, group: 'status', nameOf: (value) => `<${value}>` });
    expect(words.every(({ label, value }) => label === `<${value}>`)).toBe(true);
  });

  test('what the filter hides takes no part, and where nothing is shown there is no area', () => {
    const some = shownNodes(graph, new Set(['ISO 37122', 'ITU-T Y.4903/L.1603']));
    const values = territoriesOf({ ...places, shown: some }).map(({ level, value }) => `${level} ${value}`);
    expect(new Set(values)).toEqual(new Set(['0 iso', '0 itu-t', '1 ISO/TC 268', '1 ITU-T SG20']));
    expect(territoriesOf({ ...places, shown: new Uint8Array(graph.ids.length) })).toEqual([]);
  });

  test('committees have areas where the grouping keeps them together: by SDO and by committee', () => {
    const levels = ENCODINGS.map((group) => new Set(territoriesOf({ ...places, group }).map(({ level }) => level)).has(1));
    expect(Object.fromEntries(ENCODINGS.map((group, i) => [group, levels[i]]))).toEqual({
      sdo: true,
      committee: true,
      topic: false,
      status: false,
      role: false,
      sdg: false,
      purpose: false,
      dimension: false,
      category: false,
      vertical: false,
      challenge: false,
    });
  });

  test('marks on one spot and marks very far apart have areas, too', () => {
    const small = town();
    const all = new Uint8Array(small.ids.length).fill(1);
    const input = { graph: small, shown: all, group: 'sdo', color: 'sdo' } as const;
    const iso = Uint8Array.from(small.ids, (_, node) => (groupOf(small, 'sdo', node) === 'iso' ? 1 : 0));
    const spot = territoriesOf({ ...input, shown: iso, xy: new Float32Array(2 * small.ids.length) });
    expect(spot.map(({ level, value }) => `${level} ${value}`)).toContain('0 iso');
    const far = territoriesOf({ ...input, xy: line(small).map((value) => 100 * value) });
    expect(new Set(far.filter(({ level }) => level === 0).map(({ value }) => value))).toEqual(
      new Set(small.catalogue.sdos.map(({ id }) => id)),
    );
  });

  test('the lattice has at most 65,536 points, however large or flat the drawing is', () => {
    for (const [wide, high] of [
      [100, 100],
      [20_000, 15_000],
      [2e6, 2e6],
      [2e6, 0],
      [0, 2e6],
      [2e6, 5000],
    ] as const) {
      const { columns, rows, pitch } = fieldOf(
        { xy: Float32Array.of(0, 0, wide, high), radii: Float32Array.of(6, 6), classes: Uint16Array.of(0, 1) },
        26,
        20,
      );
      expect(columns * rows).toBeLessThanOrEqual(65_536);
      expect(columns * pitch).toBeGreaterThan(wide);
      expect(rows * pitch).toBeGreaterThan(high);
    }
  });
});
