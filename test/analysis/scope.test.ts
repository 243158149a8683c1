import { describe, expect, test } from 'vitest';
import { scopeOf } from '../../src/analysis/scope.js';
import { shipped } from '../fixtures/shipped.js';
import { field, work } from './field.js';

describe('scope', () => {
  test('SC1 every source says its day, its standards and those without status; a cited publication is no source of standards', () => {
    const map = field([
      work('ISO 1', 'iso', { sources: ['iso'] }),
      work('ISO/IEC 2', 'jtc1', { sources: ['iso', 'itu'] }),
      work('ITU-T X.1', 'itu-t', { status: 'unknown', sources: ['itu'] }),
    ]);
    const cited = { id: 'report', catalogue: 'A report', asOf: '2015', licence: 'none stated', url: 'https://example.org/' };
    const { sources, sdos, standards } = scopeOf(field(map.standards, { sources: [...map.sources, cited] }));
    expect(standards).toBe(3);
    expect(sources.map(({ source, standards: n, unknown }) => [source.id, source.asOf, n, unknown])).toEqual([
      ['iso', '2025-06-02', 2, 0],
      ['itu', '2026-08-22', 2, 1],
      ['etsi', '2026-05-01', 0, 0],
    ]);
    expect(sdos.map(({ sdo, standards: n, unknown, sources: from }) => [sdo, n, unknown, from.map(({ id }) => id)])).toEqual([
      ['iso', 2, 0, ['iso']],
      ['iec', 1, 0, ['iso']],
      ['itu-t', 1, 1, ['itu']],
      ['etsi', 0, 0, ['etsi']],
      ['jtc1', 1, 0, ['iso']],
    ]);
  });

  test('SC2 a view counts what is in view', () => {
    const map = field([work('ISO 1', 'iso', { sources: ['iso'] }), work('ITU-T Y.1', 'itu-t', { sources: ['itu'] })]);
    const { standards, sources } = scopeOf(map, new Set(['ITU-T Y.1']));
    expect([standards, ...sources.map((one) => one.standards)]).toEqual([1, 0, 1, 0]);
  });

  test('SC3 on the shipped data every standard is behind some source, and every SDO has a catalogue', () => {
    const { standards, sources, sdos } = scopeOf(shipped());
    expect(sources.reduce((sum, one) => sum + one.standards, 0)).toBeGreaterThanOrEqual(standards);
    expect(sources.every(({ source }) => source.asOf !== '')).toBe(true);
    expect(sdos.filter((one) => one.sources.length === 0)).toEqual([]);
  });
});
