import { describe, expect, test } from 'vitest';
import type { Axis, Cell } from '../../src/analysis/cell.js';
import { coverage } from '../../src/analysis/coverage.js';
import { gaps } from '../../src/analysis/gaps.js';
import { shipped } from '../fixtures/shipped.js';

const map = shipped();
const { expectations = [], claims = [] } = map.dataset;
const MATRICES: readonly (readonly [Axis, Axis])[] = [
  ['domain', 'capability'],
  ['domain', 'role'],
  ['capability', 'role'],
  ['topic', 'sdo'],
];
const cellsOf = (rows: Axis, columns: Axis, at = ''): readonly Cell[] => coverage(map, { rows, columns, at, candidates: [] }).cells;
const everything = (at = ''): readonly Cell[] => MATRICES.flatMap(([rows, columns]) => cellsOf(rows, columns, at));
const claimed = (at = '') => new Map(gaps(map, { at }).flatMap((gap) => (gap.kind === 'claimed' ? [[gap.claim.id, gap] as const] : [])));

describe('what the shipped map says', () => {
  test('CV2 agriculture is never called a gap, on any day: the committees that would tell were not selected', () => {
    for (const at of ['', '2010', '2018', '2025-06']) {
      const cells = everything(at).filter(({ row, column }) => row === 'agriculture' || column === 'agriculture');
      expect(cells.filter(({ gap }) => gap)).toEqual([]);
      expect(gaps(map, { at }).filter((gap) => JSON.stringify(gap).includes('"agriculture"') && gap.kind !== 'claimed')).toEqual([]);
    }
    const states = (rows: Axis, columns: Axis) => cellsOf(rows, columns).filter(({ row }) => row === 'agriculture');
    expect(new Set([...states('domain', 'capability'), ...states('domain', 'role')].map(({ state }) => state))).toEqual(
      new Set(['no-data']),
    );
    const bySdo = new Map(states('topic', 'sdo').map((cell) => [cell.column, cell]));
    expect(bySdo.get('iso')?.reasons.at(-1)).toMatchObject({ code: 'stated', statement: { sdo: 'iso', topics: ['agriculture'] } });
    expect(bySdo.get('itu-t')).toMatchObject({ state: 'covered', gap: false });
  });

  test('CV2 what a no-data statement says is not selected is not there; when it is, the statement has to go', () => {
    const absent = [
      'ISO/TC 34',
      'ISO/TC 23',
      'ISO/TC 293',
      'ISO/TC 347',
      'ISO/TC 215',
      'ISO/TC 307',
      'ISO/TC 46',
      'ISO/TC 163',
      'IEC TC 62',
    ];
    absent.push('ISO/IEC JTC 1/SC 36', 'ISO/IEC JTC 1/SC 17', 'ISO/TC 22/SC 32', 'ISO/TC 59/SC 2', 'ETSI ESI');
    const owners = new Set(map.standards.flatMap(({ committees }) => committees));
    expect([...owners].filter((id) => absent.some((one) => id === one || id.startsWith(`${one}/`)))).toEqual([]);
    for (const id of ['ISO 22300', 'ISO/IEC 22989', 'ETSI EN 301 549']) expect(map.find(id), id).toBeUndefined();
  });

  test('CV11 every expectation is heard: its cell carries it, or says why it cannot be judged', () => {
    const spoken = new Set(everything().flatMap(({ expectation, reasons }) => [expectation, reasons.at(-1)?.statement]));
    const expected = expectations.filter(({ state }) => state === 'expected');
    const silent = expected.filter((one) => !spoken.has(one));
    const cells = everything().filter(({ state }) => state === 'no-data' || state === 'not-applicable');
    for (const { topics, role, sdo } of silent) {
      const named = [...topics, role, sdo].filter((one) => one !== undefined);
      expect(
        cells.some(({ row, column }) => named.includes(row) && named.includes(column)),
        named.join(' × '),
      ).toBe(true);
    }
    expect(expected.length - silent.length).toBeGreaterThan(50);
  });

  test('G1 the gaps of the map are few, each with its reason and with what is near', () => {
    const found = gaps(map).flatMap((gap) => (gap.kind === 'cell' ? [gap] : []));
    expect(found.map(({ cell }) => `${cell.row} × ${cell.column}: ${cell.state}`)).toEqual([
      'environment × platform: uncovered',
      'environment × security: uncovered',
      'government × terminology: uncovered',
      'government × ai: uncovered',
      'environment × ai: informative-only',
    ]);
    expect(found.every(({ near, expectation }) => near.length > 0 && expectation.reason !== '')).toBe(true);
  });

  test('G14 four expected cells stop at requirements or an architecture', () => {
    const found = gaps(map).flatMap((gap) => (gap.kind === 'life-cycle' ? [gap] : []));
    expect(found.map(({ topic, capability, missing }) => `${topic} × ${String(capability)}: ${missing.join(', ')}`)).toEqual([
      'energy × digital-twin: interface-data, assessment-test',
      'safety × platform: interface-data, assessment-test',
      'government × platform: interface-data, assessment-test',
      'energy × ai: interface-data',
    ]);
  });

  test('G7 references that lead to superseded texts name the successor', () => {
    const found = gaps(map).flatMap((gap) => (gap.kind === 'reference' ? [gap] : []));
    expect(found.length).toBeGreaterThan(20);
    expect(found.filter(({ why, successors }) => why === 'superseded' && successors.length === 0)).toEqual([]);
    expect(found[0]).toMatchObject({ from: 'ISO/IEC/IEEE 18882', to: 'IEEE Std 1888', why: 'withdrawn' });
  });

  test('G8 claims: vocabularies came after 2015, industrial metaverses did not, and of agriculture the map cannot know', () => {
    const now = claimed();
    expect(now.size).toBe(claims.length);
    expect(now.get('fg-ssc-terms')).toMatchObject({ state: 'filled-since' });
    expect(now.get('fg-ssc-terms')?.standards).toContain('ITU-T Y.4051');
    expect(now.get('iec-industrial-metaverse')).toMatchObject({ state: 'agrees' });
    expect(now.get('itu-agriculture-ai')).toMatchObject({ state: 'still-open' });
    expect(now.get('fg-ssc-low-carbon')).toMatchObject({ state: 'still-open' });
    expect(claimed('2015').get('fg-ssc-terms')?.state).not.toBe('filled-since');
    expect(new Set([...now.values()].map(({ state }) => state))).toEqual(new Set(['agrees', 'still-open', 'filled-since']));
  });

  test('CV19 going back in time adds nothing: what was active then had come out by then', () => {
    for (const at of ['2012', '2018', '2023-06']) {
      for (const { standards } of cellsOf('domain', 'capability', at)) {
        for (const id of standards) {
          const standard = map.standard(id);
          expect(standard && (map.firstDate(standard) ?? '9') <= `${at}-99`, `${id} in ${at}`).toBe(true);
        }
      }
    }
  });
});
