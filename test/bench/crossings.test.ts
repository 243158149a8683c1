import { expect, test } from 'vitest';
import { crossings } from './crossings.js';

const square = Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10, 5, 5, 20, 5);

test('two diagonals cross once; sides, shared ends and a link that ends on another do not', () => {
  expect(crossings(square, Uint32Array.of(0, 2, 1, 3))).toBe(1);
  expect(crossings(square, Uint32Array.of(0, 1, 1, 2, 2, 3, 3, 0))).toBe(0);
  expect(crossings(square, Uint32Array.of(0, 2, 0, 1))).toBe(0);
  expect(crossings(square, Uint32Array.of(0, 2, 4, 5))).toBe(0);
  expect(crossings(square, Uint32Array.of(4, 5, 1, 2))).toBe(1);
});
