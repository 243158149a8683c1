import { describe, expect, test } from 'vitest';
import type { LayoutInput } from '../../src/layout/input.js';
import { layout } from '../../src/layout/layout.js';
import { FINGERPRINTS } from './fingerprints.js';
import { fingerprint } from './literal.js';
import { randomGraph } from './random-graph.js';

const distance = (xy: Float32Array, a: number, b: number): number =>
  Math.hypot((xy[2 * a] ?? NaN) - (xy[2 * b] ?? NaN), (xy[2 * a + 1] ?? NaN) - (xy[2 * b + 1] ?? NaN));
/** Nodes without links, one a room. */
const loose = (...radii: readonly number[]): LayoutInput => ({
  count: radii.length,
  links: new Uint32Array(),
  strengths: new Float32Array(),
  distances: new Float32Array(),
  radii: Float32Array.from(radii),
  charges: new Float32Array(radii.length),
});

test('L1 the bits of a random graph of 300 nodes are those that the browser test expects', () => {
  expect(fingerprint(layout(randomGraph(300, 7), 1))).toBe(FINGERPRINTS.random);
});

test('L3 too many or too few values for the stages are refused', () => {
  const wrong = { ...loose(1, 1), stages: Uint8Array.of(0, 1), radii: new Float32Array(3) };
  expect(() => layout(wrong)).toThrow(new RangeError('layout: length of radii is 3, expected 2, or 2 for each of at least 2 stages'));
  expect(() => layout({ ...loose(1), aspect: 0 })).toThrow(new RangeError('layout: aspect is 0, expected a number from 0.1 to 10'));
  expect(() => layout({ ...loose(1), outside: new Uint8Array(2) })).toThrow('layout: length of outside is 2, expected 1');
});

describe('L6 stages', () => {
  test('an early stage looks the same with and without the later ones', () => {
    const graph = randomGraph(40, 2);
    const { links, strengths, distances } = graph;
    const kept = [...strengths.keys()].filter((l) => (links[2 * l] ?? 0) < 20 && (links[2 * l + 1] ?? 0) < 20);
    const alone = layout({
      count: 20,
      links: Uint32Array.from(kept.flatMap((l) => [links[2 * l] ?? 0, links[2 * l + 1] ?? 0])),
      strengths: Float32Array.from(kept, (l) => strengths[l] ?? 0),
      distances: Float32Array.from(kept, (l) => distances[l] ?? 0),
      radii: graph.radii.slice(0, 20),
      charges: graph.charges.slice(0, 20),
      gravity: new Float32Array(20).fill(0.03),
      aspect: 1.6,
    });
    expect(layout(graph).slice(0, 40)).toEqual(alone);
  });

  test('later nodes keep out of the room of those that stand', () => {
    const xy = layout({ ...loose(50, 5, 5, 5), gravity: new Float32Array(4).fill(0.1), stages: Uint8Array.of(0, 1, 1, 1) });
    for (const node of [1, 2, 3]) expect(distance(xy, 0, node)).toBeGreaterThan(50);
  });

  test('rooms may differ from stage to stage', () => {
    const pulled = { gravity: new Float32Array(2).fill(0.1), stages: Uint8Array.of(0, 1) };
    const wide = layout({ ...loose(10, 10), ...pulled });
    const narrow = layout({ ...loose(10, 10), ...pulled, radii: Float32Array.of(10, 10, 1, 1) });
    expect(distance(wide, 0, 1)).toBeGreaterThan(15);
    expect(distance(narrow, 0, 1)).toBeLessThan(5);
  });

  test('a node that starts outside comes to stand beyond what stands, on the side of its neighbour', () => {
    const wall = Array.from({ length: 25 }, (_, i) => [i % 5, Math.floor(i / 5)] as const).filter((at) => at.includes(0) || at.includes(4));
    const start = Float32Array.of(5, 0, NaN, NaN, ...wall.flatMap(([x, y]) => [15 * x - 30, 15 * y - 30]));
    const crowd: LayoutInput = {
      ...loose(0, 8, ...wall.map(() => 8)),
      links: Uint32Array.of(0, 1),
      strengths: Float32Array.of(0.1),
      distances: new Float32Array(1),
      start,
      held: new Uint8Array(18).fill(1, 0, 1).fill(1, 2),
    };
    expect(Math.abs(layout(crowd)[2] ?? NaN)).toBeLessThan(20);
    expect(layout({ ...crowd, outside: new Uint8Array(18).fill(1, 1, 2) })[2]).toBeGreaterThan(35);
  });
});

test('L4 a newcomer comes in near the neighbour it is tied to', () => {
  const start = Float32Array.of(0, 0, 200, 0, NaN, NaN);
  const links = { links: Uint32Array.of(1, 2), strengths: Float32Array.of(0.5), distances: Float32Array.of(20) };
  const xy = layout({ ...loose(8, 8, 8), ...links, start, held: Uint8Array.of(1, 1, 0) });
  expect(distance(xy, 1, 2)).toBeLessThan(25);
});

describe('L7 rooms', () => {
  test('no two nodes end deep in the room of each other, even where others shut them in', () => {
    const ring = Array.from({ length: 25 }, (_, i) => [15 * (i % 5) - 30, 15 * Math.floor(i / 5) - 30]).flat();
    const start = Float32Array.of(...ring, NaN, NaN, NaN, NaN);
    const links = { links: Uint32Array.of(12, 25, 12, 26), strengths: Float32Array.of(1, 1), distances: new Float32Array(2) };
    const held = new Uint8Array(27).fill(1, 0, 25);
    const xy = layout({ ...loose(...Array<number>(27).fill(8)), ...links, start, held });
    for (const late of [25, 26]) {
      for (let node = 0; node < 27; node++) if (node !== late) expect(distance(xy, late, node)).toBeGreaterThanOrEqual(12);
    }
  });

  test('the pull makes a crowd as wide as asked', () => {
    const crowd = { ...loose(...Array<number>(150).fill(8)), gravity: new Float32Array(150).fill(0.1) };
    const ratio = (xy: Float32Array): number => {
      const span = (from: number): number => {
        const values = [...xy].filter((_, i) => i % 2 === from);
        return Math.max(...values) - Math.min(...values);
      };
      return span(0) / span(1);
    };
    expect(ratio(layout(crowd))).toBeLessThan(1.2);
    expect(ratio(layout({ ...crowd, aspect: 2 }))).toBeGreaterThan(1.5);
  });
});
