import { describe, expect, test } from 'vitest';
import { CELL_STATES } from '../../src/analysis/cell.js';
import { coverage } from '../../src/analysis/coverage.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import { visible, visibleSet } from '../../src/analysis/visible.js';
import { shipped } from '../fixtures/shipped.js';
import { cellOf, draft, field, says, stateOf, work } from './field.js';

const report = (id: string, owner: string, given = {}) => work(id, owner, { kind: 'informative', deliverable: 'TR', ...given });
const old = (id: string, owner: string, given = {}) =>
  work(id, owner, { editions: [{ id: `${id}:2015`, date: '2015-05', status: 'in-force' }], ...given });
const unknown = (id: string, owner: string, given = {}) =>
  work(id, owner, { status: 'unknown', editions: [{ id: `${id} (2019)`, date: '2019-05', status: 'unknown' }], ...given });

describe('the state of a cell', () => {
  test('CV1 not applicable, whatever stands there, when a curator says so', () => {
    expect(stateOf([work('ISO 1', 'iso')], {}, [says('not-applicable'), says('no-data'), says('expected')])).toBe('not-applicable');
  });

  test('CV2 no data, whatever stands there, when a curator says so', () => {
    expect(stateOf([work('ISO 1', 'iso')], {}, [says('expected'), says('no-data')])).toBe('no-data');
  });

  test('CV3 no data, and not uncovered, when all that is there is without status', () => {
    expect(stateOf([unknown('ITU-T X.1352', 'itu-t')])).toBe('no-data');
    expect(stateOf([unknown('ITU-T X.1352', 'itu-t'), report('ISO/TR 1', 'iso')])).toBe('no-data');
    expect(stateOf([unknown('ITU-T X.1352', 'itu-t'), draft('ISO/CD 1', 'iso')])).toBe('no-data');
  });

  test('CV3 standards without status change nothing where the answer is known without them', () => {
    expect(stateOf([unknown('ITU-T X.1352', 'itu-t'), work('ISO 1', 'iso')])).toBe('single-source');
    expect(stateOf([unknown('ITU-T X.1', 'itu-t', { kind: 'informative' }), report('ISO/TR 1', 'iso')])).toBe('informative-only');
  });

  test('CV4 uncovered when nothing active is there; proposed, superseded and withdrawn work is not active', () => {
    expect(stateOf([])).toBe('uncovered');
    expect(
      stateOf([
        work('ISO 1', 'iso', { status: 'withdrawn' }),
        work('ISO 2', 'iso', { status: 'superseded' }),
        work('ISO 3', 'iso', { status: 'proposed' }),
      ]),
    ).toBe('uncovered');
  });

  test('CV5 being filled when no coverage is in force and something is under development', () => {
    expect(stateOf([draft('ISO/CD 1', 'iso')])).toBe('being-filled');
    expect(stateOf([draft('ISO/DTR 1', 'iso', { kind: 'informative' })])).toBe('being-filled');
    expect(stateOf([draft('ISO/CD 1', 'iso'), report('ISO/TR 2', 'iso')])).toBe('being-filled');
  });

  test('CV6 informative only when nothing in force is normative or pre-normative', () => {
    expect(stateOf([report('ISO/TR 1', 'iso'), work('ETSI EG 1', 'etsi', { kind: 'guide' })])).toBe('informative-only');
    expect(stateOf([report('ISO/TR 1', 'iso'), draft('ISO/DTR 2', 'iso', { kind: 'informative' })])).toBe('informative-only');
    expect(stateOf([work('ISO/TS 1', 'iso', { kind: 'pre-normative' }), report('ETSI TR 1', 'etsi')])).toBe('single-source');
  });

  test('CV7 ageing when all coverage in force is older than five years and none is under revision', () => {
    expect(stateOf([old('ISO 1', 'iso'), old('ITU-T Y.1', 'itu-t')])).toBe('ageing');
    expect(stateOf([old('ISO 1', 'iso'), old('ITU-T Y.1', 'itu-t'), report('ETSI TR 1', 'etsi')])).toBe('ageing');
    expect(stateOf([old('ISO 1', 'iso'), work('ITU-T Y.1', 'itu-t')])).toBe('covered');
    expect(stateOf([old('ISO 1', 'iso', { status: 'under-revision' }), old('ITU-T Y.1', 'itu-t')])).toBe('covered');
    const undated = work('ISO 2', 'iso', { editions: [{ id: 'ISO 2', status: 'in-force' }] });
    expect(stateOf([old('ISO 1', 'iso'), undated])).toBe('single-source');
  });

  test('CV7 five years are counted to the day that is asked for, from the last day that a date can mean', () => {
    const exactly = work('ISO 1', 'iso', { editions: [{ id: 'ISO 1:2021', date: '2021-08', status: 'in-force' }] });
    expect(stateOf([exactly])).toBe('single-source');
    expect(stateOf([exactly], { at: '2026-08-31' })).toBe('single-source');
    expect(stateOf([exactly], { at: '2026-09-01' })).toBe('ageing');
    expect(stateOf([exactly], { at: '2021' })).toBe('single-source');
  });

  test('CV8 single source when one SDO stands alone; a cell of one SDO is never asked', () => {
    expect(stateOf([work('ISO 1', 'iso'), work('ISO 2', 'iso')])).toBe('single-source');
    expect(stateOf([work('ISO 1', 'iso'), work('ITU-T Y.1', 'itu-t')])).toBe('covered');
    expect(cellOf(field([work('ISO 1', 'iso')]), { rows: 'topic', columns: 'sdo' }, 'mobility', 'iso').state).toBe('covered');
  });

  test('CV9 crowded when three SDOs share it evenly and a high candidate is unresolved, else covered', () => {
    const three = [work('ISO 1', 'iso'), work('ITU-T Y.1', 'itu-t'), work('ETSI TS 1', 'etsi')];
    const pair = (band: string, b = 'ITU-T Y.1') => [{ a: 'ISO 1', b, band }];
    expect(stateOf(three, { candidates: pair('high') })).toBe('crowded');
    expect(stateOf(three, { candidates: pair('medium') })).toBe('covered');
    expect(stateOf(three, { candidates: pair('high', 'ITU-T Y.2') })).toBe('covered');
    expect(stateOf(three, { candidates: [] })).toBe('covered');
    expect(stateOf(three.slice(0, 2), { candidates: pair('high') })).toBe('covered');
  });

  test('CV9 without candidates of the caller those of the map count, on the day that is asked for', () => {
    const title = 'Maturity model and assessment of smart parking platforms';
    const of = (id: string, owner: string, given = {}) => work(id, owner, { title, ...given });
    const late = { editions: [{ id: 'ETSI TS 1 V1', date: '2025-05', status: 'in-force' as const }], title: 'Test of lamps' };
    const map = field([of('ISO 1', 'iso'), of('ITU-T Y.1', 'itu-t', { title: `${title} in cities` }), of('ETSI TS 1', 'etsi', late)]);
    const high = overlaps(map, { band: 'high' });
    expect(high.map(({ a, b }) => [a, b])).toEqual([['ISO 1', 'ITU-T Y.1']]);
    expect(cellOf(map).state).toBe('crowded');
    expect(cellOf(map, { at: '2024' }).state).toBe('covered');
    expect(cellOf(map, { at: '2024' }).reasons.at(-1)?.values).toEqual({ effectiveSdos: 2, least: 3 });
  });

  test('CV10 the reasons go through the states in their order, up to the one that holds', () => {
    const { reasons, state } = cellOf(field([work('ISO 1', 'iso'), work('ITU-T Y.1', 'itu-t')]), { candidates: [] });
    expect(reasons.map((one) => one.state)).toEqual(CELL_STATES.slice(0, 8));
    expect(reasons.map((one) => one.holds)).toEqual([...Array<boolean>(7).fill(false), true]);
    expect(state).toBe('covered');
    expect(reasons.at(-1)).toEqual({
      state: 'covered',
      holds: true,
      code: 'concentration',
      values: { effectiveSdos: 2, least: 3, candidates: 0 },
    });
    expect(reasons[5]).toEqual({
      state: 'ageing',
      holds: false,
      code: 'age',
      values: { latest: '2024-05', before: '2021-08-22', underRevision: 0 },
    });
  });

  test('CV10 a cell without data names the statement, the SDO or the records that made it so', () => {
    const stated = says('no-data');
    expect(cellOf(field([], { expectations: [stated] })).reasons.at(-1)).toMatchObject({ code: 'stated', statement: stated });
    expect(cellOf(field([unknown('ITU-T X.1', 'itu-t')])).reasons.at(-1)).toMatchObject({ code: 'no-status', values: { unknown: 1 } });
    const unlisted = field([], { sdos: [...field([]).sdos, { id: 'cen', name: 'CEN', title: 'CEN' }] });
    const cell = cellOf(unlisted, { rows: 'topic', columns: 'sdo' }, 'energy', 'cen');
    expect([cell.state, cell.reasons.at(-1)]).toMatchObject(['no-data', { code: 'no-catalogue', values: { sdo: 'cen' } }]);
    expect(cellOf(unlisted, { rows: 'topic', columns: 'sdo' }, 'energy', 'jtc1').state).toBe('uncovered');
  });
});

describe('what a curator says', () => {
  const states = (expectations: Parameters<typeof says>[], options = {}, row = 'mobility', column = 'security') => {
    const cell = cellOf(field([], { expectations: expectations.map((one) => says(...one)) }), options, row, column);
    return [cell.state, cell.gap];
  };

  test('CV11 an expectation speaks of exactly one cell', () => {
    expect(states([['expected']])).toEqual(['uncovered', true]);
    expect(states([['expected', { topics: ['security', 'mobility'] }]])).toEqual(['uncovered', true]);
    expect(states([['expected', { topics: ['mobility'] }]])).toEqual(['uncovered', false]);
    expect(states([['expected', { role: 'vocabulary' }]])).toEqual(['uncovered', false]);
    expect(states([['expected', { topics: ['mobility'], role: 'vocabulary' }]], { columns: 'role' }, 'mobility', 'vocabulary')).toEqual([
      'uncovered',
      true,
    ]);
  });

  test('CV12 not applicable and no data speak of every cell that has their topics, role and SDO', () => {
    expect(states([['not-applicable', { topics: ['mobility'] }]])).toEqual(['not-applicable', false]);
    expect(states([['no-data', { topics: ['mobility'] }]])).toEqual(['no-data', false]);
    expect(states([['no-data', { topics: ['energy'] }]])).toEqual(['uncovered', false]);
  });

  test('CV13 what is missing of one SDO is missing from the cells that sum all SDOs up, and from no other SDO', () => {
    const missing: Parameters<typeof says>[] = [['no-data', { topics: ['mobility'], sdo: 'iso' }]];
    expect(states(missing)).toEqual(['no-data', false]);
    expect(states(missing, { columns: 'sdo' }, 'mobility', 'iso')).toEqual(['no-data', false]);
    expect(states(missing, { columns: 'sdo' }, 'mobility', 'etsi')).toEqual(['uncovered', false]);
    expect(states([['not-applicable', { topics: ['mobility'], sdo: 'iso' }]])).toEqual(['uncovered', false]);
  });

  test('CV14 a gap is uncovered, being filled or informative only, and expected, with nothing beyond the filter', () => {
    const gap = (standards: Parameters<typeof field>[0], options = {}) =>
      cellOf(field(standards, { expectations: [says('expected')] }), options).gap;
    expect(gap([])).toBe(true);
    expect(gap([draft('ISO/CD 1', 'iso')])).toBe(true);
    expect(gap([report('ISO/TR 1', 'iso')])).toBe(true);
    expect(gap([work('ISO 1', 'iso')])).toBe(false);
    expect(gap([unknown('ITU-T X.1', 'itu-t')])).toBe(false);
    expect(gap([work('ISO 1', 'iso')], { standards: new Set<string>() })).toBe(false);
    expect(gap([unknown('ITU-T X.1', 'itu-t')], { standards: new Set<string>() })).toBe(false);
    expect(gap([work('ISO 1', 'iso', { status: 'withdrawn' })], { standards: new Set<string>() })).toBe(true);
  });
});

describe('the numbers of a cell', () => {
  test('CV15 standards that declared relations join count once, and each SDO has its part of the work', () => {
    const twin = { relations: [{ type: 'same-text' as const, to: 'ETSI TS 1', evidence: 'one oneM2M number' }] };
    const cell = cellOf(field([work('ITU-T Y.1', 'itu-t', twin), work('ETSI TS 1', 'etsi'), work('ISO 1', 'iso')]), { candidates: [] });
    expect([cell.standards, cell.works, cell.covering]).toEqual([['ITU-T Y.1', 'ETSI TS 1', 'ISO 1'], 2, 2]);
    expect(cell.sdos).toEqual([
      { sdo: 'iso', works: 1 },
      { sdo: 'itu-t', works: 0.5 },
      { sdo: 'etsi', works: 0.5 },
    ]);
    // 1 / ((1/2)² + (1/4)² + (1/4)²) = 1 / 0.375
    expect(cell.effectiveSdos).toBeCloseTo(2.6667, 4);
  });

  test('CV15 a references relation joins nothing; what replaced the same text, or is to replace it, is one work', () => {
    const to = (type: 'references' | 'supersedes', goal: string) => ({ relations: [{ type, to: goal, evidence: 'a test' }] });
    expect(cellOf(field([work('ISO 1', 'iso', to('references', 'ISO 2')), work('ISO 2', 'iso')])).works).toBe(2);
    const gone = work('ISO 0', 'iso', { status: 'superseded' });
    expect(
      cellOf(field([gone, work('ISO 1', 'iso', to('supersedes', 'ISO 0')), work('ISO 2', 'iso', to('supersedes', 'ISO 0'))])).works,
    ).toBe(1);
    const revised = work('ISO/TS 1', 'iso', { status: 'under-revision' });
    expect(cellOf(field([revised, draft('ISO 1', 'iso', to('supersedes', 'ISO/TS 1'))])).works).toBe(1);
  });

  test.each([
    [['iso'], 1],
    [['iso', 'iso', 'iso'], 1],
    [['iso', 'itu-t'], 2],
    [['iso', 'itu-t', 'etsi'], 3],
    [['iso', 'iso', 'itu-t'], 1.8],
    [['iso', 'iso', 'iso', 'itu-t'], 1.6],
    [['iso', 'iec', 'itu-t', 'etsi'], 4],
    [['jtc1', 'jtc1'], 1],
    [[], 0],
  ])('CV16 works of %j make %d effective SDOs', (owners, expected) => {
    const cell = cellOf(field(owners.map((owner, number) => work(`S ${String(number)}`, owner))), { candidates: [] });
    expect(cell.effectiveSdos).toBeCloseTo(expected, 10);
  });

  test('CV16 informative texts and standards without status have no part in it', () => {
    const cell = cellOf(field([work('ISO 1', 'iso'), report('ETSI TR 1', 'etsi'), unknown('ITU-T X.1', 'itu-t')]), { candidates: [] });
    expect(cell).toMatchObject({ effectiveSdos: 1, works: 2, covering: 1, inForce: 2, informative: 1, unknown: 1, latest: '2024-05' });
  });

  test('CV17 headings count every active standard of the row or column, and its gaps', () => {
    const alone = work('ISO 2', 'iso', { topics: ['mobility'], reasons: ['a test'] });
    const map = field([work('ISO 1', 'iso'), alone], { expectations: [says('expected', { topics: ['mobility', 'terminology'] })] });
    const { rowHeadings, columnHeadings, scope, unplaced } = coverage(map);
    expect(rowHeadings).toEqual([
      { id: 'mobility', works: 2, standards: 2, gaps: 1 },
      { id: 'energy', works: 0, standards: 0, gaps: 0 },
    ]);
    expect(columnHeadings).toEqual([
      { id: 'terminology', works: 0, standards: 0, gaps: 1 },
      { id: 'security', works: 1, standards: 1, gaps: 0 },
    ]);
    expect([scope, unplaced]).toEqual([2, 1]);
  });

  test('CV18 a filter narrows the cells and tells what it leaves out', () => {
    const map = field([work('ISO 1', 'iso'), work('ITU-T Y.1', 'itu-t')]);
    const filtered = { standards: visibleSet(visible(map, 'sdo:iso')) };
    expect(cellOf(map, filtered)).toMatchObject({ standards: ['ISO 1'], beyond: 1, state: 'single-source' });
    expect(coverage(map, filtered).scope).toBe(1);
  });

  test('CV19 at a day only what was active then counts', () => {
    const map = field([old('ISO 1', 'iso'), work('ITU-T Y.1', 'itu-t')]);
    const at = (day: string) => cellOf(map, { at: day, candidates: [] });
    expect(['2014', '2016', '2021', '2025'].map((day) => at(day).state)).toEqual(['uncovered', 'single-source', 'ageing', 'covered']);
    expect(at('2016')).toMatchObject({ standards: ['ISO 1'], latest: '2015-05' });
  });

  test('CV20 the same question gives the same answer, cells row by row', () => {
    const map = field([work('ISO 1', 'iso')]);
    const one = coverage(map, { rows: 'topic', columns: 'role' });
    expect(coverage(map, { rows: 'topic', columns: 'role' })).toBe(one);
    expect(coverage(map, { rows: 'role', columns: 'topic' })).not.toBe(one);
    one.cells.forEach((cell, place) => {
      const width = one.columnHeadings.length;
      expect([cell.row, cell.column]).toEqual([one.rowHeadings[Math.floor(place / width)]?.id, one.columnHeadings[place % width]?.id]);
    });
  });
});

describe('the shipped landscape', () => {
  const map = shipped();

  test('CV21 a drill-down finds what the cell counts', () => {
    for (const cell of coverage(map, { candidates: [] }).cells) {
      expect(visible(map, `topic:${cell.row} topic:${cell.column} status:active`)).toEqual(cell.standards);
    }
    for (const cell of coverage(map, { rows: 'topic', columns: 'sdo', candidates: [] }).cells) {
      expect(visible(map, `topic:${cell.row} sdo:${cell.column} status:active`)).toEqual(cell.standards);
    }
  });

  test('CV3 the X.13xx Recommendations without status never count, and never leave a hole that is called a gap', () => {
    const silent = map.standards.filter(({ id, status }) => status === 'unknown' && id.startsWith('ITU-T X.13'));
    expect(silent.length).toBeGreaterThan(25);
    for (const options of [{}, { columns: 'role' as const }, { rows: 'topic' as const, columns: 'sdo' as const }]) {
      for (const cell of coverage(map, { ...options, candidates: [] }).cells) {
        const ids = new Set(cell.standards);
        expect(silent.filter(({ id }) => ids.has(id))).toEqual([]);
        if (cell.unknown > 0 && cell.inForce === 0) expect(cell).toMatchObject({ state: 'no-data', gap: false });
      }
    }
  });
});
