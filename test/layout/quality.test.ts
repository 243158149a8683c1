import { describe, expect, test } from 'vitest';
import { ownLeaderNearest, stress } from '../../src/layout/quality.js';

describe('quality of a picture', () => {
  test('the share of followers that stand nearest to their own leader', () => {
    const xy = Float32Array.of(0, 0, 100, 0, 10, 0, 90, 0, 40, 0);
    expect(ownLeaderNearest(xy, [0, 1], Uint32Array.of(2, 0, 3, 1, 4, 1))).toBeCloseTo(2 / 3);
    expect(ownLeaderNearest(xy, [0, 1], new Uint32Array())).toBeNaN();
  });

  const chain = Uint32Array.of(0, 1, 1, 2, 2, 3);
  test('stress is 0 where distances tell the number of links, at any scale', () => {
    expect(stress(Float32Array.of(0, 0, 5, 0, 10, 0, 15, 0), 4, chain, 4, 1)).toBeCloseTo(0);
    expect(stress(Float32Array.of(0, 0, 0, -70, 0, -140, 0, -210), 4, chain, 4, 1)).toBeCloseTo(0);
  });

  test('stress grows where they do not', () => {
    const folded = stress(Float32Array.of(0, 0, 5, 0, 0, 1, 5, 1), 4, chain, 4, 1);
    expect(folded).toBeGreaterThan(0.1);
    expect(stress(Float32Array.of(0, 0, 9, 0, 0, 0, 9, 0), 4, chain, 4, 1)).toBeGreaterThan(folded);
  });

  test('pairs without a way between them do not count', () => {
    expect(stress(Float32Array.of(0, 0, 1, 0, 500, 0, 501, 0), 4, Uint32Array.of(0, 1, 2, 3), 4, 1)).toBeCloseTo(0);
    expect(stress(Float32Array.of(0, 0, 1, 0), 2, new Uint32Array(), 2, 1)).toBeNaN();
  });

  test('a sample is the same for the same seed', () => {
    const xy = Float32Array.of(0, 0, 5, 3, 0, 1, 5, 1);
    expect(stress(xy, 4, chain, 2, 9)).toBe(stress(xy, 4, chain, 2, 9));
  });
});
