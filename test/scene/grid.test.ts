import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PointGrid, SegmentGrid } from '../../src/scene/grid.js';
import type { Bounds } from '../../src/scene/scene.js';

const place = fc.float({ min: -500, max: 900, noNaN: true });
const view = fc.tuple(place, place, place, place).map(([a, b, c, d]): Bounds => ({
  left: Math.min(a, b),
  right: Math.max(a, b),
  top: Math.min(c, d),
  bottom: Math.max(c, d),
}));
const around = (x: ArrayLike<number>, y: ArrayLike<number>): Bounds => ({
  left: Math.min(0, ...Array.from(x)),
  right: Math.max(0, ...Array.from(x)),
  top: Math.min(0, ...Array.from(y)),
  bottom: Math.max(0, ...Array.from(y)),
});

describe('L1 a grid finds what a look at everything finds', () => {
  test('points of a layer in a rectangle, none left out, in one order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, fc.integer({ min: 0, max: 3 })), { maxLength: 120 }), view, (points, where) => {
        const [x, y] = [Float32Array.from(points, ([px]) => px), Float32Array.from(points, ([, py]) => py)];
        const layers = Uint8Array.from(points, ([, , layer]) => layer);
        const grid = new PointGrid(x, y, layers, around(x, y));
        expect([...grid.order].sort((a, b) => a - b)).toEqual([...points.keys()]);
        for (const layer of [0, 1, 2, 3]) {
          const found: number[] = [];
          grid.search(layer, where, (from, to) => found.push(...grid.order.subarray(from, to)));
          expect(found.every((point) => layers[point] === layer)).toBe(true);
          expect(new Set(found).size).toBe(found.length);
          const exact = [...points.keys()].filter(
            (i) =>
              layers[i] === layer &&
              (x[i] ?? 0) >= where.left &&
              (x[i] ?? 0) <= where.right &&
              (y[i] ?? 0) >= where.top &&
              (y[i] ?? 0) <= where.bottom,
          );
          expect(found).toEqual(expect.arrayContaining(exact));
        }
      }),
    );
  });

  test('segments whose rectangle touches that of the view, with their ends in the order of the grid', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place, place, place), { minLength: 1, maxLength: 80 }), view, (segments, where) => {
        const ends = Float32Array.from(segments.flat());
        const xs = ends.filter((_, i) => i % 2 === 0);
        const ys = ends.filter((_, i) => i % 2 === 1);
        const grid = new SegmentGrid(ends, around(xs, ys));
        grid.order.forEach((segment, i) => {
          expect([...grid.ends.subarray(4 * i, 4 * i + 4)]).toEqual([...ends.subarray(4 * segment, 4 * segment + 4)]);
        });
        const found: number[] = [];
        grid.search(where, (from, to) => found.push(...grid.order.subarray(from, to)));
        expect(new Set(found).size).toBe(found.length);
        const exact = [...segments.keys()].filter((i) => {
          const [ax = 0, ay = 0, bx = 0, by = 0] = ends.subarray(4 * i, 4 * i + 4);
          return (
            Math.max(ax, bx) >= where.left &&
            Math.min(ax, bx) <= where.right &&
            Math.max(ay, by) >= where.top &&
            Math.min(ay, by) <= where.bottom
          );
        });
        expect(found).toEqual(expect.arrayContaining(exact));
      }),
    );
  });
});

describe('L2 a grid leaves out what lies elsewhere', () => {
  test('a hundredth of the ground brings less than a tenth of the points and of the short segments', () => {
    const n = 10_000;
    const x = Float32Array.from({ length: n }, (_, i) => (i % 100) * 10);
    const y = Float32Array.from({ length: n }, (_, i) => Math.floor(i / 100) * 10);
    const bounds = { left: 0, top: 0, right: 990, bottom: 990 };
    const where = { left: 400, top: 400, right: 499, bottom: 499 };
    let found = 0;
    new PointGrid(x, y, new Uint8Array(n), bounds).search(0, where, (from, to) => (found += to - from));
    expect(found).toBeGreaterThanOrEqual(100);
    expect(found).toBeLessThan(n / 10);
    let links = 0;
    const ends = Float32Array.from({ length: 4 * n }, (_, i) => [x, y, x, y][i % 4]?.[i >> 2] ?? 0).map((at, i) =>
      i % 4 === 2 ? at + 8 : at,
    );
    new SegmentGrid(ends, bounds).search(where, (from, to) => (links += to - from));
    expect(links).toBeGreaterThanOrEqual(100);
    expect(links).toBeLessThan(n / 10);
  });
});

test('L3 nothing, one point, and points that are no numbers have a grid too', () => {
  const none = new PointGrid(new Float32Array(0), new Float32Array(0), new Uint8Array(0), undefined);
  const all = { left: -1e9, top: -1e9, right: 1e9, bottom: 1e9 };
  const found: number[] = [];
  none.search(0, all, (from, to) => found.push(to - from));
  expect(found).toEqual([]);
  const odd = new PointGrid(Float32Array.of(NaN, Infinity, 3), Float32Array.of(0, -Infinity, 4), new Uint8Array(3), {
    left: 3,
    right: 3,
    top: 4,
    bottom: 4,
  });
  odd.search(0, all, (from, to) => found.push(...odd.order.subarray(from, to)));
  expect(found.sort()).toEqual([0, 1, 2]);
});
