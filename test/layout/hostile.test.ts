import { describe, expect, test } from 'vitest';
import { EXTENT } from '../../src/layout/engine/kernel.js';
import type { LayoutInput } from '../../src/layout/input.js';
import { layout } from '../../src/layout/layout.js';
import { seeded } from '../../src/layout/random.js';

const STAR = 50_000;

/** A graph with usual forces. */
const graph = (count: number, ends: readonly number[], more: Partial<LayoutInput> = {}): LayoutInput => ({
  count,
  links: Uint32Array.from(ends),
  strengths: new Float32Array(ends.length / 2).fill(0.5),
  distances: new Float32Array(ends.length / 2).fill(30),
  radii: new Float32Array(count).fill(8),
  charges: new Float32Array(count).fill(-30),
  gravity: new Float32Array(count).fill(0.02),
  ...more,
});
const star = (count: number): readonly number[] => Array.from({ length: 2 * (count - 1) }, (_, i) => (i % 2 ? (i + 1) / 2 : 0));
/** Two rings that nothing joins. */
const halves = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, node) => {
    const first = node < count / 2 ? 0 : count / 2;
    return [node, first + ((node - first + 1) % (count / 2))];
  }).flat();
const start = (count: number, at: (i: number) => number): { readonly start: Float32Array } => ({
  start: Float32Array.from({ length: 2 * count }, (_, i) => at(i)),
});

function expectSettled(input: LayoutInput): Float32Array {
  const xy = layout(input, 1);
  expect(xy).toHaveLength(2 * input.count);
  expect(xy.every((value) => Math.abs(value) <= EXTENT)).toBe(true);
  return xy;
}

/** Share of nodes that stand on the spot of another. */
function hidden(xy: Float32Array): number {
  const seen = new Set<string>();
  for (let i = 0; i < xy.length; i += 2) seen.add(`${xy[i]?.toFixed(2)} ${xy[i + 1]?.toFixed(2)}`);
  return 1 - seen.size / (xy.length / 2);
}

describe('E4 whatever the graph, it settles with every node in a place of its own', () => {
  const random = seeded(5);
  const SIZE = 3_000;
  test.each([
    ['one node', graph(1, [])],
    ['two nodes', graph(2, [0, 1])],
    [
      'links from nodes to themselves',
      graph(
        40,
        Array.from({ length: 80 }, (_, i) => i >> 1),
      ),
    ],
    [
      'the same link a thousand times',
      graph(
        2,
        Array.from({ length: 2_000 }, (_, i) => i % 2),
      ),
    ],
    ['nodes without links', graph(SIZE, [])],
    ['nodes without links or forces', graph(SIZE, [], { charges: new Float32Array(SIZE), gravity: new Float32Array(SIZE) })],
    ['two halves', graph(SIZE, halves(SIZE))],
    ['two halves without gravity', graph(SIZE, halves(SIZE), { gravity: new Float32Array(SIZE) })],
    [
      'all on one spot',
      graph(
        SIZE,
        halves(SIZE),
        start(SIZE, () => 7),
      ),
    ],
    [
      'all on one spot in the corner',
      graph(
        SIZE,
        [],
        start(SIZE, () => EXTENT),
      ),
    ],
    [
      'all almost on one spot',
      graph(
        SIZE,
        [],
        start(SIZE, (i) => (i < 2 ? EXTENT : (i % 97) * 1e-30)),
      ),
    ],
    [
      'no start: NaN',
      graph(
        SIZE,
        halves(SIZE),
        start(SIZE, () => NaN),
      ),
    ],
    [
      'no start: Infinity',
      graph(
        SIZE,
        halves(SIZE),
        start(SIZE, (i) => (i % 3 ? Infinity : -Infinity)),
      ),
    ],
    [
      'no start: 1e308',
      graph(
        SIZE,
        halves(SIZE),
        start(SIZE, () => 1e308),
      ),
    ],
    [
      'a start far outside',
      graph(
        SIZE,
        halves(SIZE),
        start(SIZE, (i) => (i % 2 ? 3e38 : -3e38)),
      ),
    ],
    [
      'half a start',
      graph(
        SIZE,
        halves(SIZE),
        start(SIZE, (i) => (i % 2 ? NaN : 5)),
      ),
    ],
    ['the strongest charges', graph(SIZE, halves(SIZE), { charges: new Float32Array(SIZE).fill(-1e5) })],
    ['charges of both signs', graph(SIZE, halves(SIZE), { charges: Float32Array.from({ length: SIZE }, () => 2e5 * (random() - 0.5)) })],
  ])('%s', (_, input) => {
    expect(hidden(expectSettled(input))).toBeLessThan(0.01);
  });

  test('rooms wider than the whole extent: all stays within it', () => {
    expectSettled(graph(SIZE, halves(SIZE), { radii: new Float32Array(SIZE).fill(1e5) }));
  });

  test.each([
    ['a star of 50,000', graph(STAR, star(STAR))],
    [
      'a star of 50,000, all on one spot',
      graph(
        STAR,
        star(STAR),
        start(STAR, () => 3),
      ),
    ],
    ['50,000 nodes without links', graph(STAR, [])],
    ['two halves of 25,000', graph(STAR, halves(STAR))],
  ])('%s', (_, input) => {
    expect(hidden(expectSettled(input))).toBeLessThan(0.01);
  });
});

describe('E5 a start by levels', () => {
  test('is taken from 5,000 nodes on, gives the same bits again, and keeps what belongs together near', () => {
    const count = 8_000;
    const ends = Array.from({ length: count - 1 }, (_, i) => [Math.floor(i / 20), i + 1]).flat();
    const input = graph(count, ends);
    const xy = expectSettled(input);
    expect(layout(input, 1, 'script')).toEqual(xy);
    const length = (a: number, b: number): number =>
      Math.hypot((xy[2 * a] ?? 0) - (xy[2 * b] ?? 0), (xy[2 * a + 1] ?? 0) - (xy[2 * b + 1] ?? 0));
    const linked = ends.reduce((sum, end, i) => (i % 2 ? sum + length(ends[i - 1] ?? 0, end) : sum), 0) / (count - 1);
    const far = Array.from({ length: 2_000 }, (_, i) => length(i, count - 1 - i)).reduce((a, b) => a + b, 0) / 2_000;
    expect(linked).toBeLessThan(0.1 * far);
  });
});
