import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { EXTENT } from '../../src/layout/engine/kernel.js';
import type { LayoutInput } from '../../src/layout/input.js';
import { scriptKernel } from '../../src/layout/engine/script-kernel.js';
import { layout } from '../../src/layout/layout.js';
import { startLayout } from '../../src/layout/run.js';
import { fingerprint, LITERAL, STAGED } from './literal.js';
import { FINGERPRINTS } from './fingerprints.js';

const at = (xy: Float32Array, node: number): readonly [number, number] => [xy[2 * node] ?? NaN, xy[2 * node + 1] ?? NaN];
const gap = (xy: Float32Array, a: number, b: number): number => Math.hypot(at(xy, a)[0] - at(xy, b)[0], at(xy, a)[1] - at(xy, b)[1]);

afterEach(() => vi.restoreAllMocks());

describe('L1 same data and same seed, same picture', () => {
  test('two runs give the same bits', () => {
    expect(layout(STAGED, 7)).toEqual(layout(STAGED, 7));
  });

  test('another seed gives another picture', () => {
    expect(layout(LITERAL, 2)).not.toEqual(layout(LITERAL, 1));
  });

  test('the bits of a literal graph are those that the browser test expects', () => {
    expect({ whole: fingerprint(layout(LITERAL, 1)), staged: fingerprint(layout(STAGED, 1)) }).toMatchObject({
      whole: FINGERPRINTS.whole,
      staged: FINGERPRINTS.staged,
    });
  });

  test('an engine that rounds sin, cos, pow, exp or log differently gives the same bits', () => {
    const expected = layout(STAGED, 1);
    const off = ['sin', 'cos', 'tan', 'atan2', 'pow', 'exp', 'log', 'log2', 'hypot', 'cbrt', 'random'] as const;
    for (const name of off) vi.spyOn(Math, name).mockImplementation(() => 0.1234);
    expect(layout(STAGED, 1)).toEqual(expected);
  });

  test('the fingerprint tells a change in the last bit of one coordinate', () => {
    const xy = layout(LITERAL, 1);
    const other = xy.slice();
    const bits = new Uint32Array(other.buffer);
    bits[5] = (bits[5] ?? 0) ^ 1;
    expect(fingerprint(other)).not.toBe(fingerprint(xy));
  });
});

describe('L2 whatever goes in, finite positions within ±1e6 come out', () => {
  const coordinate = fc.oneof(fc.constantFrom(0, 1e-45, -EXTENT, EXTENT, 3), fc.float({ min: -EXTENT, max: EXTENT, noNaN: true }));
  const graph = fc.integer({ min: 0, max: 12 }).chain((count) =>
    fc.record({
      count: fc.constant(count),
      links: fc
        .array(fc.integer({ min: 0, max: Math.max(0, count - 1) }), { maxLength: count === 0 ? 0 : 40 })
        .map((ends) => Uint32Array.from(ends.slice(0, ends.length & ~1))),
      coordinates: fc.array(coordinate, { minLength: 2 * count, maxLength: 2 * count }),
      strength: fc.constantFrom(0, 0.01, 1),
      distance: fc.constantFrom(0, 30, 1e5),
      radius: fc.constantFrom(0, 8, 1e5),
      charge: fc.constantFrom(-1e5, -30, 0, 1e5),
      gravity: fc.constantFrom(0, 0.1, 1),
      known: fc.boolean(),
    }),
  );

  test('for 150 random graphs at the edges of what is allowed', () => {
    fc.assert(
      fc.property(graph, ({ count, links, coordinates, strength, distance, radius, charge, gravity, known }) => {
        const xy = layout({
          count,
          links,
          strengths: new Float32Array(links.length / 2).fill(strength),
          distances: new Float32Array(links.length / 2).fill(distance),
          radii: new Float32Array(count).fill(radius),
          charges: new Float32Array(count).fill(charge),
          gravity: new Float32Array(count).fill(gravity),
          ...(known && { start: Float32Array.from(coordinates) }),
        });
        expect(xy).toHaveLength(2 * count);
        expect(xy.every((value) => Math.abs(value) <= EXTENT)).toBe(true);
      }),
      { seed: 20261122, numRuns: 150 },
    );
  });

  test('nodes on one spot are told apart', () => {
    const xy = layout({ ...LITERAL, start: new Float32Array(24) });
    for (let a = 0; a < 12; a++) for (let b = 0; b < a; b++) expect(gap(xy, a, b)).toBeGreaterThan(8);
  });

  test('no node at all is an empty picture', () => {
    const none = new Float32Array(0);
    expect(layout({ count: 0, links: new Uint32Array(0), strengths: none, distances: none, radii: none, charges: none })).toHaveLength(0);
  });
});

describe('L3 what would hang d3-force is refused, and the message says where', () => {
  const change = (name: keyof LayoutInput, index: number, value: number, length: number): LayoutInput => {
    const array = Float32Array.from((LITERAL[name] as Float32Array | undefined) ?? new Float32Array(length));
    array[index] = value;
    return { ...LITERAL, [name]: array };
  };

  test.each([
    ['strengths', 3, 'a number from 0 to 1', 10],
    ['distances', 0, 'a number from 0 to 100000', 10],
    ['radii', 11, 'a number from 0 to 100000', 12],
    ['charges', 4, 'a number from -100000 to 100000', 12],
    ['gravity', 2, 'a number from 0 to 1', 12],
  ] as const)('%s[%i]', (name, index, expected, length) => {
    for (const value of [Infinity, -Infinity, 1e308, 2e6, NaN]) {
      const message = `layout: ${name}[${index}] is ${Math.fround(value)}, expected ${expected}`;
      expect(() => layout(change(name, index, value, length))).toThrow(new RangeError(message));
    }
  });

  test.each([
    [
      'a link to a node that is not there',
      { links: Uint32Array.of(0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 1, 7, 1, 8, 1, 9, 6, 10, 9, 12) },
      /links\[19\] is 12/,
    ],
    ['half a link', { links: Uint32Array.of(1) }, /length of links is 1, expected an even number/],
    ['too few radii', { radii: new Float32Array(11) }, /length of radii is 11, expected 12/],
    [
      'a held node without a place',
      { held: new Uint8Array(12).fill(1), start: new Float32Array(24).fill(NaN) },
      /start\[0\] is NaN, expected a position/,
    ],
    ['a count that is no integer', { count: 1.5 }, /count is 1.5/],
  ])('%s', (_, wrong, message) => {
    expect(() => layout({ ...LITERAL, ...wrong })).toThrow(message);
  });

  test.each([NaN, 1.5, Infinity])('the seed %d', (seed) => {
    expect(() => layout(LITERAL, seed)).toThrow(/seed is .*, expected an integer/);
  });
});

describe('L4 what stands is not moved', () => {
  test('held nodes stay where they were, to the bit', () => {
    const start = new Float32Array(24).fill(NaN);
    start.set([100.25, -3, 7, 7.5]);
    const xy = layout({ ...LITERAL, start, held: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) });
    expect([...xy.subarray(0, 4)]).toEqual([100.25, -3, 7, 7.5]);
  });

  test('an early stage looks the same with and without the later ones', () => {
    const early = [0, 2, 3, 4, 5, 6, 10, 11];
    const all = layout(STAGED, 3);
    const index = new Map(early.map((node, i) => [node, i]));
    const kept = [0, 1, 2, 3, 4, 8];
    const pick = (values: Float32Array | undefined): Float32Array => Float32Array.from(early, (node) => values?.[node] ?? 0);
    const alone = layout(
      {
        count: early.length,
        links: Uint32Array.from(kept.flatMap((l) => [2 * l, 2 * l + 1].map((end) => index.get(STAGED.links[end] ?? -1) ?? -1))),
        strengths: Float32Array.from(kept, (l) => STAGED.strengths[l] ?? 0),
        distances: Float32Array.from(kept, (l) => STAGED.distances[l] ?? 0),
        radii: pick(STAGED.radii),
        charges: pick(STAGED.charges),
        gravity: pick(STAGED.gravity),
      },
      3,
    );
    expect(early.map((node) => at(all, node))).toEqual(early.map((_, i) => at(alone, i)));
  });
});

describe('L5 the picture says what the graph says', () => {
  test('every standard ends nearer to its own committee than to the other', () => {
    const xy = layout(LITERAL, 1);
    for (const node of [2, 3, 4, 5, 6]) expect(gap(xy, node, 0)).toBeLessThan(gap(xy, node, 1));
    for (const node of [7, 8, 9]) expect(gap(xy, node, 1)).toBeLessThan(gap(xy, node, 0));
  });

  test('nodes keep their rooms apart, within a tenth', () => {
    const xy = layout(LITERAL, 1);
    for (let a = 0; a < 12; a++) {
      for (let b = 0; b < a; b++) expect(gap(xy, a, b)).toBeGreaterThan(0.9 * ((LITERAL.radii[a] ?? 0) + (LITERAL.radii[b] ?? 0)));
    }
  });

  test('the steps tell how far the work is, and never go back', () => {
    const run = startLayout(STAGED, 1, scriptKernel);
    const shares: number[] = [];
    do shares.push(run.share);
    while (run.advance());
    shares.push(run.share);
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share, i) => i === 0 || share > (shares[i - 1] ?? 0))).toBe(true);
  });
});
