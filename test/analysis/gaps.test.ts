import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellGap, ClaimedGap, Gap, LifeCycleGap, ReferenceGap } from '../../src/analysis/cell.js';
import { coverage } from '../../src/analysis/coverage.js';
import { gaps } from '../../src/analysis/gaps.js';
import { ROLES, STATUSES, type Claim, type Expectation, type Standard } from '../../src/model/dataset.js';
import { draft, field, says, work } from './field.js';

const cells = (list: readonly Gap[]) => list.filter((gap): gap is CellGap => gap.kind === 'cell');
const lifeCycles = (list: readonly Gap[]) => list.filter((gap): gap is LifeCycleGap => gap.kind === 'life-cycle');
const references = (list: readonly Gap[]) => list.filter((gap): gap is ReferenceGap => gap.kind === 'reference');
const claimed = (list: readonly Gap[]) => list.filter((gap): gap is ClaimedGap => gap.kind === 'claimed');
const report = (id: string, owner: string, given: Partial<Standard> = {}) => work(id, owner, { kind: 'informative', ...given });

describe('cell gaps', () => {
  test('G1 a cell is a gap only where somebody expects coverage', () => {
    expect(gaps(field([]))).toEqual([]);
    const [gap] = cells(gaps(field([], { expectations: [says('expected')] })));
    expect(gap).toMatchObject({ rows: 'domain', columns: 'capability', cell: { row: 'mobility', column: 'security', state: 'uncovered' } });
    expect(gap?.expectation.reason).toBe('a test');
    expect(gaps(field([], { expectations: [says('not-applicable'), says('no-data', { topics: ['energy'] })] }))).toEqual([]);
  });

  test('G1 whatever the data and whatever curators say, no gap is without its expectation, and none where there is no data', () => {
    const topics = ['mobility', 'energy', 'terminology', 'security'];
    const some = fc.subarray(topics, { minLength: 1 });
    const standards = fc.array(
      fc.record({
        topics: some,
        role: fc.constantFrom(...ROLES),
        status: fc.constantFrom(...STATUSES),
        kind: fc.constantFrom('normative' as const, 'informative' as const),
        owner: fc.constantFrom('iso', 'itu-t', 'etsi', 'jtc1'),
        year: fc.integer({ min: 2000, max: 2026 }),
      }),
      { maxLength: 12 },
    );
    const expectations = fc.array(
      fc.oneof(
        fc.record({
          topics: fc.subarray(topics, { minLength: 2, maxLength: 2 }),
          state: fc.constantFrom('expected', 'not-applicable', 'no-data'),
        }),
        fc.record({
          topics: fc.subarray(topics, { minLength: 1, maxLength: 1 }),
          role: fc.constantFrom(...ROLES),
          state: fc.constantFrom('expected', 'no-data'),
        }),
        fc.record({
          topics: fc.subarray(topics, { minLength: 1, maxLength: 1 }),
          sdo: fc.constantFrom('iso', 'etsi'),
          state: fc.constantFrom('expected', 'no-data'),
        }),
      ),
      { maxLength: 6 },
    );
    const axes = fc.constantFrom('domain', 'capability', 'topic', 'role', 'sdo');
    let seen = 0;
    fc.assert(
      fc.property(standards, expectations, axes, axes, fc.constantFrom('', '2010', '2020-06'), (records, said, rows, columns, at) => {
        const map = field(
          records.map(({ owner, year, ...given }, number) =>
            work(`S ${String(number)}`, owner, {
              ...given,
              reasons: given.topics,
              editions: [{ id: `S ${String(number)}:${String(year)}`, date: String(year), status: given.status }],
            }),
          ),
          { expectations: said.map((one) => ({ reason: 'r', by: 'b', date: '2026', ...one })) },
        );
        for (const cell of coverage(map, { rows: rows as 'domain', columns: columns as 'domain', at, candidates: [] }).cells) {
          if (!cell.gap) continue;
          seen += 1;
          expect(cell.expectation?.state).toBe('expected');
          expect(['uncovered', 'being-filled', 'informative-only']).toContain(cell.state);
          expect(cell.beyond).toBe(0);
        }
        for (const gap of cells(gaps(map, { at }))) {
          expect(gap.cell.gap).toBe(true);
          expect(map.dataset.expectations).toContain(gap.expectation);
          const places = [[gap.rows, gap.cell.row] as const, [gap.columns, gap.cell.column] as const];
          const along = (axis: string) => places.filter(([one]) => one === axis).map(([, id]) => id);
          const on = [...along('domain'), ...along('capability'), ...along('topic')];
          const missing = (map.dataset.expectations ?? []).filter(
            ({ state, topics: about, role, sdo }) =>
              state === 'no-data' &&
              about.every((topic) => on.includes(topic)) &&
              (role === undefined || along('role').includes(role)) &&
              (sdo === undefined || along('sdo').length === 0 || along('sdo').includes(sdo)),
          );
          expect(missing).toEqual([]);
        }
      }),
      { seed: 42, numRuns: 400 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  test('G2 uncovered comes first, then informative only, then what is being filled; of equals the one that publications claim too', () => {
    const expectations = [
      says('expected', { topics: ['energy', 'security'] }),
      says('expected', { topics: ['energy', 'terminology'] }),
      says('expected', { topics: ['mobility', 'terminology'] }),
      says('expected'),
    ];
    const on = (topics: readonly string[]) => ({ topics, reasons: topics });
    const claims = [{ id: 'c', text: 't', topics: ['mobility', 'terminology'], date: '2015', source: 'itu' }];
    const map = field([draft('ISO/CD 1', 'iso', on(['energy', 'security'])), report('ISO/TR 1', 'iso', on(['energy', 'terminology']))], {
      expectations,
      claims,
    });
    expect(cells(gaps(map)).map(({ cell }) => [cell.row, cell.column, cell.state])).toEqual([
      ['mobility', 'terminology', 'uncovered'],
      ['mobility', 'security', 'uncovered'],
      ['energy', 'terminology', 'informative-only'],
      ['energy', 'security', 'being-filled'],
    ]);
  });

  test('G3 an expectation of a role or an SDO is looked for in the matrix that has it', () => {
    const expectations = [
      says('expected', { topics: ['security'], role: 'vocabulary' }),
      says('expected', { topics: ['energy'], sdo: 'etsi' }),
      says('expected', { topics: ['terminology', 'energy'] }),
      says('expected', { topics: ['energy', 'terminology'] }),
    ];
    expect(cells(gaps(field([], { expectations }))).map(({ rows, columns, cell }) => [rows, columns, cell.row, cell.column])).toEqual([
      ['capability', 'role', 'security', 'vocabulary'],
      ['topic', 'sdo', 'energy', 'etsi'],
      ['domain', 'capability', 'energy', 'terminology'],
    ]);
  });

  test('G4 near are the texts in the cell, then those of its capability for every domain, then those of its domain', () => {
    const on = (topics: readonly string[]) => ({ topics, reasons: topics });
    const map = field(
      [
        work('ISO 1', 'iso', on(['mobility'])),
        work('ISO 2', 'iso', on(['security', 'energy'])),
        work('ISO 3', 'iso', { ...on(['security']), tier: 'vertical' }),
        work('ISO 4', 'iso', on(['security'])),
        report('ISO/TR 5', 'iso'),
        work('ISO 6', 'iso', { ...on(['security']), status: 'withdrawn' }),
      ],
      { expectations: [says('expected')] },
    );
    expect(cells(gaps(map))[0]?.near).toEqual(['ISO/TR 5', 'ISO 4', 'ISO 3', 'ISO 1']);
  });

  test('G5 a filter makes no gap where something lies beyond it', () => {
    const map = field([work('ISO 1', 'iso')], { expectations: [says('expected'), says('expected', { topics: ['energy', 'security'] })] });
    expect(cells(gaps(map, { standards: new Set() })).map(({ cell }) => cell.row)).toEqual(['energy']);
  });

  test('G5 a gap of an earlier day is one that was not closed by then', () => {
    const map = field([work('ISO 1', 'iso')], { expectations: [says('expected')] });
    expect([cells(gaps(map, { at: '2023' })).length, cells(gaps(map)).length]).toEqual([1, 0]);
  });
});

describe('life-cycle gaps', () => {
  const role = (id: string, of: Standard['role'], given: Partial<Standard> = {}) =>
    work(id, 'iso', { role: of, topics: ['security'], reasons: ['r'], ...given });
  const found = (standards: readonly Standard[], expectations: readonly Expectation[] = []) =>
    lifeCycles(gaps(field(standards, { expectations }))).map(({ topic, present, missing }) => [topic, present, missing]);

  test('G6 requirements or an architecture in force without interface or test', () => {
    expect(found([role('ISO 1', 'requirements')])).toEqual([['security', ['requirements'], ['interface-data', 'assessment-test']]]);
    expect(found([role('ISO 1', 'architecture'), role('ISO 2', 'interface-data')])).toEqual([
      ['security', ['architecture'], ['assessment-test']],
    ]);
    expect(found([role('ISO 1', 'requirements'), role('ISO 2', 'interface-data'), role('ISO 3', 'assessment-test')])).toEqual([]);
    expect(found([role('ISO 1', 'vocabulary')])).toEqual([]);
    expect(found([role('ISO 1', 'requirements', { kind: 'informative' })])).toEqual([]);
    expect(found([draft('ISO/CD 1', 'iso', { role: 'requirements' })])).toEqual([]);
  });

  test('G6 a role without data, or not to be expected, is not missing', () => {
    const only = [says('no-data', { topics: ['security'], role: 'assessment-test' })];
    expect(found([role('ISO 1', 'requirements')], only)).toEqual([['security', ['requirements'], ['interface-data']]]);
    expect(found([role('ISO 1', 'requirements')], [says('no-data', { topics: ['security'], sdo: 'iso' })])).toEqual([]);
    expect(found([role('ISO 1', 'requirements')], [says('not-applicable', { topics: ['security'] })])).toEqual([]);
  });
});

describe('life-cycle gaps of cells', () => {
  const both = (id: string, of: Standard['role'], given: Partial<Standard> = {}) => work(id, 'iso', { role: of, ...given });
  // Interfaces and tests of either topic alone, so that no topic as a whole stops short
  const elsewhere = ['mobility', 'security'].flatMap((topic) =>
    (['interface-data', 'assessment-test'] as const).map((of) => both(`${topic} ${of}`, of, { topics: [topic], reasons: ['r'] })),
  );
  const found = (standards: readonly Standard[], said: readonly Expectation[] = [says('expected')], options = {}) =>
    lifeCycles(gaps(field([...standards, ...elsewhere], { expectations: said }), options));

  test('G14 an expected cell that is covered and has neither interface nor test', () => {
    const expected = {
      kind: 'life-cycle',
      topic: 'mobility',
      capability: 'security',
      present: ['requirements'],
      missing: ['interface-data', 'assessment-test'],
    };
    expect(found([both('ISO 1', 'requirements')])).toEqual([{ ...expected, standards: ['ISO 1'] }]);
    expect(found([both('ISO 1', 'requirements')], [])).toEqual([]);
    expect(found([both('ISO 1', 'requirements'), both('ISO 2', 'assessment-test')])).toEqual([]);
    expect(found([both('ISO 1', 'requirements'), both('ISO/TR 2', 'assessment-test', { kind: 'informative' })])).toHaveLength(1);
    expect(found([both('ISO 1', 'security')])).toEqual([]);
    expect(found([both('ISO/TR 1', 'requirements', { kind: 'informative' })])).toEqual([]);
  });

  test('G14 what the dataset cannot know is not missing', () => {
    const tests = says('no-data', { topics: ['security'], role: 'assessment-test' });
    expect(found([both('ISO 1', 'requirements')], [says('expected'), tests]).map(({ missing }) => missing)).toEqual([['interface-data']]);
    const silent = both('ITU-T X.1', 'interface-data', { status: 'unknown' });
    expect(found([both('ISO 1', 'requirements'), silent]).map(({ missing }) => missing)).toEqual([['assessment-test']]);
    expect(
      found([both('ISO 1', 'requirements'), both('ISO 2', 'interface-data')], [says('expected')], { standards: new Set(['ISO 1']) }),
    ).toEqual([]);
  });
});

describe('reference gaps', () => {
  const to = (type: 'references' | 'supersedes', goal: string, external?: true) => ({
    type,
    to: goal,
    evidence: `names ${goal}`,
    ...(external && { external }),
  });
  const found = (standards: readonly Standard[], options = {}) => references(gaps(field(standards), options));

  test('G7 a reference to what is absent, withdrawn or superseded, in this order, with what came in its place', () => {
    const list = found([
      work('ISO 1', 'iso', {
        relations: [to('references', 'ISO 2'), to('references', 'ISO 3'), to('references', 'ISO 9', true), to('references', 'ISO 5')],
      }),
      work('ISO 2', 'iso', { status: 'superseded' }),
      work('ISO 3', 'iso', { status: 'withdrawn' }),
      work('ISO 4', 'iso', { relations: [to('supersedes', 'ISO 2')] }),
      work('ISO 5', 'iso'),
    ]);
    expect(list.map((gap) => [gap.from, gap.to, gap.why, gap.successors, gap.evidence])).toEqual([
      ['ISO 1', 'ISO 9', 'absent', [], 'names ISO 9'],
      ['ISO 1', 'ISO 3', 'withdrawn', [], 'names ISO 3'],
      ['ISO 1', 'ISO 2', 'superseded', ['ISO 4'], 'names ISO 2'],
    ]);
  });

  test('G7 what names its own predecessor, and what is no longer active, has none', () => {
    const first = work('ISO 1', 'iso', { status: 'superseded' });
    const second = work('ISO 2', 'iso', { status: 'superseded', relations: [to('supersedes', 'ISO 1'), to('references', 'ISO 1')] });
    const third = work('ISO 3', 'iso', { relations: [to('supersedes', 'ISO 2'), to('references', 'ISO 1')] });
    expect(found([first, second, third])).toEqual([]);
    expect(found([first, work('ISO 4', 'iso', { relations: [to('references', 'ISO 1')] })], { standards: new Set(['ISO 1']) })).toEqual([]);
  });
});

describe('claimed gaps', () => {
  const claim = (given: Partial<Claim> = {}): Claim => ({
    id: 'c',
    text: 'Security of transport is missing',
    topics: ['mobility', 'security'],
    date: '2015-03',
    source: 'itu',
    ...given,
  });
  const since = (id: string, date: string, given: Partial<Standard> = {}) =>
    work(id, 'iso', { editions: [{ id: `${id}:${date}`, date, status: 'in-force' }], ...given });
  const found = (
    standards: readonly Standard[],
    claims: readonly Claim[] = [claim()],
    expectations: readonly Expectation[] = [],
    at = '',
  ) => claimed(gaps(field(standards, { claims, expectations }), { at })).map(({ state, standards: ids }) => [state, ids]);

  test('G8 filled since: something normative or pre-normative in force came out after the claim', () => {
    expect(found([since('ISO 3', '2020'), since('ISO 2', '2018'), since('ISO 1', '2010')])).toEqual([['filled-since', ['ISO 2', 'ISO 3']]]);
    const revised = work('ISO 1', 'iso', {
      editions: [
        { id: 'ISO 1:2010', date: '2010', status: 'superseded' },
        { id: 'ISO 1:2020', date: '2020', status: 'in-force' },
      ],
    });
    expect(found([revised])).toEqual([['still-open', ['ISO 1']]]);
  });

  test('G9 agrees: nothing of that sort is in force here either', () => {
    expect(found([])).toEqual([['agrees', []]]);
    expect(found([report('ISO/TR 1', 'iso'), draft('ISO/CD 2', 'iso')])).toEqual([['agrees', ['ISO/CD 2', 'ISO/TR 1']]]);
    expect(found([since('ISO 1', '2020', { status: 'withdrawn' })])).toEqual([['agrees', []]]);
  });

  test('G10 still open: what is there is older, or the dataset cannot know', () => {
    expect(found([since('ISO 1', '2010'), report('ISO/TR 1', 'iso')])).toEqual([['still-open', ['ISO 1', 'ISO/TR 1']]]);
    expect(found([since('ISO 1', '2015-03-20')], [claim()])).toEqual([['still-open', ['ISO 1']]]);
    expect(found([], [claim()], [says('no-data', { topics: ['mobility'] })])).toEqual([['still-open', []]]);
    expect(found([work('ITU-T X.1', 'itu-t', { status: 'unknown' })])).toEqual([['still-open', []]]);
  });

  test('G11 roles, SDO and phrases of the title narrow what would fill it', () => {
    const filled = since('ISO 2', '2018', { role: 'security', title: 'Parking in cities' });
    expect(found([filled], [claim({ roles: ['vocabulary', 'security'] })])).toEqual([['filled-since', ['ISO 2']]]);
    expect(found([filled], [claim({ roles: ['vocabulary'] })])).toEqual([['agrees', []]]);
    expect(found([filled], [claim({ sdo: 'etsi' })])).toEqual([['agrees', []]]);
    expect(found([filled], [claim({ titles: ['drone', 'PARK'] })])).toEqual([['filled-since', ['ISO 2']]]);
    expect(found([filled], [claim({ titles: ['drone', 'king'] })])).toEqual([['agrees', []]]);
  });

  test('G12 agrees, still open, filled since; a claim counts from its day on', () => {
    const claims = [claim({ id: 'late', date: '2022' }), claim({ id: 'early', date: '2012' }), claim({ id: 'other', topics: ['energy'] })];
    expect(found([since('ISO 1', '2018')], claims)).toEqual([
      ['agrees', []],
      ['still-open', ['ISO 1']],
      ['filled-since', ['ISO 1']],
    ]);
    expect(found([since('ISO 1', '2018')], claims, [], '2013')).toEqual([['agrees', []]]);
  });
});

test('G13 cells, life cycles, claims, references; the same question gives the same frozen list', () => {
  const map = field(
    [
      work('ISO 1', 'iso', { relations: [{ type: 'references', to: 'ISO 9', external: true, evidence: 'abstract' }] }),
      work('ISO 2', 'iso', { topics: ['energy'], reasons: ['r'] }),
    ],
    {
      expectations: [says('expected', { topics: ['energy', 'security'] })],
      claims: [{ id: 'c', text: 't', topics: ['energy', 'terminology'], date: '2015', source: 'itu' }],
    },
  );
  const list = gaps(map);
  expect([...new Set(list.map(({ kind }) => kind))]).toEqual(['cell', 'life-cycle', 'claimed', 'reference']);
  expect(gaps(map)).toBe(list);
  expect(Object.isFrozen(list)).toBe(true);
});
