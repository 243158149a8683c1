import fc from 'fast-check';
import type { Finding } from '../../src/model/dataset.js';
import { VERDICTS } from '../../src/model/dataset.js';

/** Standards of the small dataset. */
export const IDS = ['ISO 37122', 'ISO/TS 37151', 'ITU-T Y.4000', 'ITU-T Y.4903/L.1603'] as const;

const bare: fc.Arbitrary<Finding> = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  standards: fc.uniqueArray(fc.constantFrom(...IDS), { minLength: 2, maxLength: 3 }),
  verdict: fc.constantFrom(...VERDICTS.filter((verdict) => verdict !== 'conflict')),
  reason: fc.constantFrom('x', 'y'),
  by: fc.constantFrom('analyst', 'editor'),
  date: fc.constantFrom('2026', '2026-11', '2026-11-20', '2026-11-21'),
});

const shares = (a: Finding, b: Finding): boolean => a.standards.filter((id) => b.standards.includes(id)).length >= 2;

/** Findings as a dataset may have them: ids once each, and some that take the place of others. */
export const anyFindings: fc.Arbitrary<readonly Finding[]> = fc
  .tuple(fc.uniqueArray(bare, { selector: ({ id }) => id }), fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }))
  .map(([list, chances]) =>
    list.map((finding, at) => {
      const replaces = list.slice(0, at).filter((earlier, i) => (chances[6 * at + i] ?? false) && shares(finding, earlier));
      return replaces.length === 0 ? finding : { ...finding, replaces: replaces.map(({ id }) => id) };
    }),
  );
