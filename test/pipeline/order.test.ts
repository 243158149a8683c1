import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareIds } from '../../src/pipeline/order.js';

test('designations sort by the value of their numbers, without any locale', () => {
  const ids = [
    'ISO 37100',
    'ITU-T Y.4500.10',
    'ISO 9784',
    'ISO/TS 37151',
    'ITU-T Y.4500.2',
    'ETSI EN 302 890-1',
    'ISO 37100-2',
    'ÖNORM 1',
    'ISO 037100',
  ];
  expect([...ids].sort(compareIds)).toEqual([
    'ETSI EN 302 890-1',
    'ISO 9784',
    'ISO 037100',
    'ISO 37100',
    'ISO 37100-2',
    'ISO/TS 37151',
    'ITU-T Y.4500.2',
    'ITU-T Y.4500.10',
    'ÖNORM 1',
  ]);
});

test('the order is total: every permutation sorts to the same list', () => {
  const id = fc.stringMatching(/^[A-C]{0,2}[0-9]{0,3}[ .-]?[0-9]{0,2}$/);
  fc.assert(
    fc.property(fc.array(id, { maxLength: 8 }), (ids) => {
      expect([...ids].reverse().sort(compareIds)).toEqual([...ids].sort(compareIds));
    }),
    { seed: 1, numRuns: 300 },
  );
});
