import { describe, expect, test } from 'vitest';
import { insideOf, isInside, Lasso } from '../../src/interact/lasso.js';

const points = (...xy: readonly number[]): { x: number; y: number }[] =>
  Array.from({ length: xy.length / 2 }, (_, i) => ({ x: xy[2 * i] ?? NaN, y: xy[2 * i + 1] ?? NaN }));
const SQUARE = points(0, 0, 10, 0, 10, 10, 0, 10);

describe('HA4 what lies in a lasso', () => {
  test('is inside whichever way round it was drawn', () => {
    for (const form of [SQUARE, [...SQUARE].reverse()]) {
      expect(insideOf(form, [5, 5, 15, 5, 5, -1, 9.9, 0.1, -0.1, 5])).toEqual([0, 3]);
    }
  });

  test('a bay is outside', () => {
    const bay = points(0, 0, 30, 0, 30, 30, 20, 30, 20, 10, 10, 10, 10, 30, 0, 30);
    expect([isInside(bay, 15, 20), isInside(bay, 5, 20), isInside(bay, 25, 20), isInside(bay, 15, 5)]).toEqual([false, true, true, true]);
  });

  test('both halves of an eight are inside', () => {
    const eight = points(0, 0, 10, 10, 10, 0, 0, 10);
    expect([isInside(eight, 2, 5), isInside(eight, 8, 5), isInside(eight, 5, 2), isInside(eight, 5, 8)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  test('what a hand went round twice is inside', () => {
    expect(isInside([...SQUARE, ...SQUARE], 5, 5)).toBe(true);
    const spiral = points(0, 0, 20, 0, 20, 20, 0, 20, 0, 5, 15, 5, 15, 15, 5, 15, 5, 0);
    expect(isInside(spiral, 10, 10)).toBe(true);
  });

  test('a line, a point and nothing at all hold nothing', () => {
    for (const form of [points(0, 0, 10, 0, 20, 0), points(0, 0, 10, 10, 0, 0), points(5, 5), []]) {
      expect(insideOf(form, [5, 0, 5, 5, 10, 0, 0, 0])).toEqual([]);
    }
  });

  test('a point on a corner or an edge is decided once: of two forms that share an edge one has it', () => {
    const beside = points(10, 0, 20, 0, 20, 10, 10, 10);
    for (const [x, y] of [
      [10, 5],
      [10, 0.5],
    ] as const)
      expect([SQUARE, beside].filter((form) => isInside(form, x, y))).toHaveLength(1);
  });

  test('places that are none are outside', () => {
    expect(insideOf(SQUARE, [NaN, 5, 5, NaN, Infinity, 5, 5, 5])).toEqual([3]);
  });

  test('holds all points however large it is', () => {
    const form = points(-1e9, -1e9, 1e9, -1e9, 1e9, 1e9, -1e9, 1e9);
    expect(insideOf(form, [1e8, -1e8, 0, 0, 2e9, 0])).toEqual([0, 1]);
  });
});

describe('HA4 a lasso that is drawn', () => {
  test('leaves out what is hardly farther than the last corner', () => {
    const lasso = new Lasso({ x: 0, y: 0 });
    for (let x = 1; x <= 9; x++) lasso.add({ x, y: 0 });
    expect(lasso.corners.map(({ x }) => x)).toEqual([0, 3, 6, 9]);
  });

  test('keeps its form with at most 1,024 corners, however long the hand draws', () => {
    const lasso = new Lasso({ x: 1000, y: 500 });
    for (let i = 0; i <= 100_000; i++) {
      const angle = (2 * Math.PI * i) / 100_000;
      lasso.add({ x: 500 + 500 * Math.cos(angle) + (i % 7), y: 500 + 500 * Math.sin(angle) });
    }
    expect(lasso.corners.length).toBeLessThanOrEqual(1024);
    expect([isInside(lasso.corners, 500, 500), isInside(lasso.corners, 500, 990), isInside(lasso.corners, 100, 100)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
