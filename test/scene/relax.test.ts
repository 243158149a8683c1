import { describe, expect, test } from 'vitest';
import { relax, type Pairs } from '../../src/scene/relax.js';

const ROUNDS = { count: 120, soft: 0.3, aspect: 1 };
const all = (count: number, far: (i: number, j: number) => number): Pairs => {
  const pairs = Array.from({ length: count }, (_, i) => Array.from({ length: i }, (__, j) => [i, j] as const)).flat();
  const one = Float64Array.from(pairs, () => 1);
  return {
    a: Uint32Array.from(pairs, ([i]) => i),
    b: Uint32Array.from(pairs, ([, j]) => j),
    distance: Float64Array.from(pairs, ([i, j]) => far(i, j)),
    weightA: one,
    weightB: one,
  };
};
const discs = (rooms: readonly number[], held: readonly number[] = []) => ({
  xy: Float64Array.from(rooms.flatMap((_, i) => [10 * i, (i * i) % 7])),
  rooms: Float64Array.from(rooms),
  held: Uint8Array.from(rooms, (_, i) => (held.includes(i) ? 1 : 0)),
});
const apart = (xy: Float64Array, i: number, j: number): number =>
  Math.hypot((xy[2 * i] ?? NaN) - (xy[2 * j] ?? NaN), (xy[2 * i + 1] ?? NaN) - (xy[2 * j + 1] ?? NaN));

describe('R1 discs', () => {
  test('reach the distances that they want where these can all be had', () => {
    const made = discs([1, 1, 1]);
    relax(
      made,
      all(3, () => 100),
      ROUNDS,
    );
    for (const [i, j] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const)
      expect(apart(made.xy, i, j)).toBeCloseTo(100, 0);
  });

  test('keep their rooms whatever they want, also when they begin on one spot', () => {
    const made = discs(Array.from({ length: 30 }, (_, i) => 10 + i));
    made.xy.fill(0);
    relax(
      made,
      all(30, () => 1),
      ROUNDS,
    );
    const deep = Array.from({ length: 30 }, (_, i) =>
      Array.from({ length: i }, (__, j) => (made.rooms[i] ?? 0) + (made.rooms[j] ?? 0) - apart(made.xy, i, j)),
    ).flat();
    expect(Math.max(...deep)).toBeLessThan(6);
    expect(made.xy.every(Number.isFinite)).toBe(true);
  });

  test('that are held do not move; one that follows does, what it follows does not', () => {
    const made = discs([1, 1, 1], [0]);
    const pairs = {
      a: Uint32Array.of(1, 2),
      b: Uint32Array.of(0, 1),
      distance: Float64Array.of(50, 50),
      weightA: Float64Array.of(1, 1),
      weightB: Float64Array.of(1, 0),
    };
    relax(made, pairs, ROUNDS);
    expect([...made.xy.slice(0, 2)]).toEqual([0, 0]);
    expect(apart(made.xy, 0, 1)).toBeCloseTo(50, 1);
    expect(apart(made.xy, 1, 2)).toBeCloseTo(50, 1);
    const alone = discs([1, 1, 1], [0]);
    relax(
      alone,
      { a: pairs.a.slice(0, 1), b: pairs.b.slice(0, 1), distance: pairs.distance, weightA: pairs.weightA, weightB: pairs.weightB },
      ROUNDS,
    );
    expect([...made.xy.slice(2, 4)]).toEqual([...alone.xy.slice(2, 4)]);
  });

  test('become as wide as asked', () => {
    const spread = (aspect: number): number => {
      const made = discs(Array.from({ length: 40 }, () => 1));
      relax(
        made,
        all(40, () => 100),
        { ...ROUNDS, aspect },
      );
      const span = (axis: number): number => {
        const values = [...made.xy].filter((_, c) => c % 2 === axis);
        return Math.max(...values) - Math.min(...values);
      };
      return span(0) / span(1);
    };
    expect(spread(1)).toBeCloseTo(1, 0);
    expect(spread(2)).toBeGreaterThan(1.6);
  });
});
