import { describe, expect, test } from 'vitest';
import { MAX_FILTER_LENGTH, parseFilter } from '../../src/analysis/filter.js';
import { focusFilter, nearCount } from '../../src/analysis/focus-filters.js';
import { visible } from '../../src/analysis/visible.js';
import { shipped } from '../fixtures/shipped.js';

const map = shipped();
const IDS = ['ISO 37122', 'ITU-T Y.4903/L.1603', 'ISO/IEC 30141'];

describe('filters of a selection', () => {
  test('SE1 only these shows exactly these, whatever was looked at', () => {
    const filter = focusFilter('sdo:etsi', IDS, 'only');
    expect([...visible(map, filter ?? '')].sort()).toEqual([...IDS].sort());
  });

  test('SE2 hide these leaves the rest of the filter and what is hidden already', () => {
    const first = focusFilter('sdo:iso', ['ISO 37122'], 'hide') ?? '';
    const both = focusFilter(first, ['ISO 37120', 'ISO 37122'], 'hide') ?? '';
    expect(both).toBe('sdo:iso -id:"ISO 37122","ISO 37120"');
    expect(visible(map, both)).toHaveLength(visible(map, 'sdo:iso').length - 2);
  });

  test('SE3 a neighbourhood has the selection and what is counted beside it', () => {
    for (const depth of [1, 2, 3] as const) {
      const shown = visible(map, focusFilter('tier:core', IDS, 'near', depth) ?? '');
      expect(shown).toHaveLength(IDS.length + nearCount(map, IDS, depth));
      for (const id of IDS) expect(shown).toContain(id);
    }
  });

  test('SE4 a path has both its ends', () => {
    expect(focusFilter('', ['ISO 37122', 'ISO/IEC 30141'], 'path')).toBe('path:"ISO 37122..ISO/IEC 30141"');
  });

  test('SE5 the thousand longest ids fit into a filter; what does not fit is not cut', () => {
    const longest = map.standards
      .map(({ id }) => id)
      .sort((a, b) => b.length - a.length)
      .slice(0, 1000);
    const filter = focusFilter('', longest, 'only') ?? '';
    expect(parseFilter(filter).ok).toBe(true);
    expect(visible(map, filter)).toHaveLength(1000);
    expect(focusFilter('', ['x'.repeat(MAX_FILTER_LENGTH)], 'only')).toBeUndefined();
  });
});
