import { describe, expect, test } from 'vitest';
import { committeeMatrix, liaisonOf } from '../../src/analysis/committee-matrix.js';
import { committeePair } from '../../src/analysis/committee-pair.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import type { Committee, Standard } from '../../src/model/dataset.js';
import { draft, field, work } from './field.js';
import { shipped } from './shipped.js';

const committee = (id: string, sdo: string, given: Partial<Committee> = {}): Committee => ({
  id,
  title: id,
  sdo,
  kind: 'technical-committee',
  ...given,
});
const COMMITTEES = [
  committee('ISO/TC 1', 'iso', { liaisons: ['ISO/TC 2', 'JTC 1'], sources: ['iso'] }),
  committee('ISO/TC 1/SC 1', 'iso', { kind: 'subcommittee', parent: 'ISO/TC 1', liaisons: ['ISO/TC 2'] }),
  committee('ISO/TC 2', 'iso'),
  committee('JTC 1', 'jtc1'),
  committee('SG 20', 'itu-t'),
  committee('Idle', 'etsi'),
];
const owned = (id: string, committees: string[], topics: string[], given: Partial<Standard> = {}): Standard =>
  work(id, 'iso', { committees, topics, reasons: topics.map(() => 'a test'), ...given });
const STANDARDS = [
  owned('A', ['ISO/TC 1'], ['mobility', 'security']),
  owned('B', ['ISO/TC 1'], ['energy', 'security']),
  owned('B2', ['ISO/TC 1'], ['energy', 'security'], { relations: [{ type: 'part-of', to: 'B', evidence: 'a test' }] }),
  owned('C', ['SG 20'], ['mobility', 'energy', 'security']),
  draft('D', 'iso', { committees: ['SG 20', 'ISO/TC 2'], topics: ['mobility', 'terminology'], reasons: ['', ''] }),
  owned('E', ['ISO/TC 1/SC 1'], ['security'], { relations: [{ type: 'references', to: 'A', evidence: 'a test' }] }),
  owned('F', ['JTC 1'], ['mobility', 'security'], { status: 'withdrawn' }),
  owned('G', [], ['mobility', 'security']),
];
const map = field(STANDARDS, { committees: COMMITTEES });
const CANDIDATES = [
  { a: 'A', b: 'C' },
  { a: 'C', b: 'B' },
  { a: 'D', b: 'E' },
];
const matrix = committeeMatrix(map, { candidates: CANDIDATES });
const at = (row: string, column: string, of = matrix) => of.pairs.find((pair) => pair.row === row && pair.column === column);

describe('committees by committees', () => {
  test('CM1 there is a row for every committee that active standards name: by SDO, then most works, then id', () => {
    expect(matrix.committees.map(({ id, works, standards, cells }) => [id, works, standards, cells])).toEqual([
      ['ISO/TC 1', 2, 3, 2],
      ['ISO/TC 1/SC 1', 1, 1, 0],
      ['ISO/TC 2', 1, 1, 1],
      ['SG 20', 2, 2, 3],
    ]);
    expect([matrix.ownerless, matrix.left, matrix.scope]).toEqual([1, 0, 8]);
  });

  test('CM2 the number of a pair are the cells in which both have active standards; on the diagonal those of the one', () => {
    expect(at('ISO/TC 1', 'SG 20')?.shared).toBe(2);
    expect(at('ISO/TC 2', 'SG 20')).toMatchObject({ shared: 1, common: 1 });
    expect(at('SG 20', 'SG 20')).toMatchObject({ shared: 3, common: 2 });
    expect(at('ISO/TC 1', 'ISO/TC 2')?.shared).toBe(0);
  });

  test('CM3 it is symmetric', () => {
    for (const pair of matrix.pairs) expect({ ...at(pair.column, pair.row), row: pair.row, column: pair.column }).toEqual(pair);
    expect(matrix.pairs).toHaveLength(16);
  });

  test('CM4 candidates count between standards of the two that are shown, and are undefined while they are looked for', () => {
    expect(at('ISO/TC 1', 'SG 20')?.candidates).toBe(2);
    expect(at('ISO/TC 1/SC 1', 'ISO/TC 2')?.candidates).toBe(1);
    expect(matrix.committees.map(({ candidates }) => candidates)).toEqual([2, 1, 1, 3]);
    const shown = committeeMatrix(map, { candidates: CANDIDATES, standards: new Set(['A', 'C', 'D']) });
    expect(at('ISO/TC 1', 'SG 20', shown)?.candidates).toBe(1);
    const soon = committeeMatrix(map, { candidates: null });
    expect(soon.pairs.filter(({ candidates, attention }) => candidates !== undefined || attention)).toEqual([]);
  });

  test('CM5 a liaison is declared by either side; not declared where a list could name it; unknown where no list reaches', () => {
    expect(liaisonOf(map, 'ISO/TC 2', 'ISO/TC 1')).toBe('declared');
    expect(liaisonOf(map, 'ISO/TC 1', 'ISO/TC 1/SC 1')).toBe('not-declared');
    expect(liaisonOf(map, 'JTC 1', 'ISO/TC 1/SC 1')).toBe('not-declared');
    expect(liaisonOf(map, 'ISO/TC 1', 'SG 20')).toBe('no-list');
    expect(liaisonOf(map, 'ISO/TC 2', 'JTC 1')).toBe('no-list');
  });

  test('CM6 attention: open candidates, no declared liaison, and neither belongs to the other', () => {
    expect(matrix.pairs.filter(({ attention }) => attention).map(({ row, column }) => `${row} ${column}`)).toEqual([
      'ISO/TC 1 SG 20',
      'ISO/TC 1/SC 1 SG 20',
      'SG 20 ISO/TC 1',
      'SG 20 ISO/TC 1/SC 1',
    ]);
    expect(at('ISO/TC 1', 'ISO/TC 1/SC 1')?.kin).toBe(true);
    const kin = committeeMatrix(map, { candidates: [{ a: 'A', b: 'E' }] });
    expect(at('ISO/TC 1', 'ISO/TC 1/SC 1', kin)).toMatchObject({ candidates: 1, attention: false });
  });

  test('CM7 of more committees than asked for those with most works stay, and how many are left out is told', () => {
    const two = committeeMatrix(map, { candidates: [], most: 2 });
    expect(two.committees.map(({ id }) => id)).toEqual(['ISO/TC 1', 'SG 20']);
    expect(two.left).toBe(2);
    expect(() => committeeMatrix(map, { most: 0 })).toThrow('committeeMatrix: most must be an integer ≥ 1, got 0');
    expect(() => committeeMatrix(map, { at: 'soon' })).toThrow(RangeError);
    expect(committeeMatrix(field([]), { candidates: [] })).toMatchObject({ committees: [], pairs: [] });
  });

  test('CM8 behind a pair stand its cells, candidates, works and relations, and who declares the liaison', () => {
    const detail = committeePair(map, 'ISO/TC 1', 'SG 20', { candidates: CANDIDATES });
    expect(detail.cells).toEqual([
      { domain: 'mobility', capability: 'security', a: 1, b: 1 },
      { domain: 'energy', capability: 'security', a: 1, b: 1 },
    ]);
    expect(detail.candidates).toEqual(CANDIDATES.slice(0, 2));
    expect(committeePair(map, 'SG 20', 'ISO/TC 2', { candidates: null })).toMatchObject({
      owned: ['D'],
      candidates: undefined,
      declaredBy: [],
    });
    const kin = committeePair(map, 'ISO/TC 1', 'ISO/TC 1/SC 1', { candidates: [] });
    expect(kin.relations.map(({ from, relation }) => `${from} ${relation.type} ${relation.to}`)).toEqual(['E references A']);
    expect(committeePair(map, 'ISO/TC 2', 'ISO/TC 1', { candidates: [] })).toMatchObject({ declaredBy: ['ISO/TC 1'], sources: ['iso'] });
  });

  test('CM9 the shipped dataset: every number of a pair is the length of the list behind it', () => {
    const built = shipped();
    const candidates = overlaps(built);
    const whole = committeeMatrix(built, { candidates, most: 12 });
    expect(whole.committees).toHaveLength(12);
    for (const { row, column, shared, candidates: count, liaison } of whole.pairs) {
      if (row === column) continue;
      const detail = committeePair(built, row, column, { candidates });
      expect([detail.cells.length, detail.candidates?.length, detail.declaredBy.length > 0]).toEqual([
        shared,
        count,
        liaison === 'declared',
      ]);
    }
    expect(at('ITU-T SG20', 'ISO/IEC JTC 1/SC 41', whole)).toMatchObject({ attention: true, liaison: 'no-list' });
  });
});
