import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellName, cellNamed } from '../../src/element/cell-name.js';
import { restore } from '../../src/state/settings.js';

test('M14 the name of a cell is its row and its column, and can be set whatever their ids are', () => {
  expect(cellName({ row: 'mobility', column: 'architecture' })).toBe('mobility/architecture');
  expect(cellName({ row: 'ISO/IEC', column: '100 %2F' })).toBe('ISO%2FIEC/100 %252F');
  expect(cellNamed('')).toBeUndefined();
  const anyId = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
    fc.constantFrom('/', '%', '%2F', '%25', 'a/b/c', '__proto__'),
  );
  fc.assert(
    fc.property(anyId, anyId, (row, column) => {
      const name = cellName({ row, column });
      expect(restore({ cell: name })).toEqual({ settings: { cell: name }, issues: [] });
      expect(cellNamed(name)).toEqual({ row, column });
    }),
    { numRuns: 300, seed: 20261122 },
  );
});
