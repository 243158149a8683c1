import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff, differenceCounts, standardsOf } from '../../src/analysis/diff.js';
import type { Difference, OneDifference } from '../../src/analysis/difference.js';
import { catalogue } from '../../src/model/catalogue.js';
import { STATUSES, type Dataset, type Relation, type Standard } from '../../src/model/dataset.js';
import { DatasetSchema } from '../../src/model/schema.js';
import { submissionSource, type Submission } from '../../src/model/submission.js';
import { poisoned } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { shipped } from '../fixtures/shipped.js';
import { field, work } from './field.js';

type Kind = OneDifference['kind'];
const of = ({ changes }: Difference, kind: Kind) => changes.filter((change) => change.kind === kind);
const kinds = ({ changes }: Difference): string[] => changes.map(({ kind }) => kind);
const edited = (data: Dataset, id: string, edit: (one: Standard) => Partial<Standard>): Dataset => ({
  ...data,
  standards: data.standards.map((one) => (one.id === id ? { ...one, ...edit(one) } : one)),
});
const withStandards = (data: Dataset, ...more: readonly Standard[]): Dataset => ({ ...data, standards: [...data.standards, ...more] });
const adopts = (to: string): Relation => ({ type: 'adopts', to, evidence: 'IDT', source: 'iso' });
const compared = (a: Dataset, b: Dataset) => diff(structuredClone(a), structuredClone(b), { overlaps: false });
const all = (a: Dataset, b: Dataset) => diff(structuredClone(a), structuredClone(b));

const submission = (given: Partial<Submission> = {}): Submission => ({
  id: 'ISO 2026-10',
  body: 'iso',
  by: 'contact person of ISO',
  date: '2026-10-01',
  liaison: 'N 1',
  standards: [],
  ...given,
});
const said = { submission: 'ISO 2026-10', body: 'iso', by: 'contact person of ISO', date: '2026-10-01', liaison: 'N 1' };

describe('the difference of two editions', () => {
  test('DF1 an edition has none from itself, nor from one that differs in places and in the order of records and of sets only', () => {
    for (const data of [dataset(), poisoned('x')]) {
      expect(compared(data, data).changes).toEqual([]);
      const turned: Dataset = {
        ...data,
        layoutSeed: 7,
        standards: data.standards.map((one) => ({ ...one, xy: [1, 2] as const, ics: [...(one.ics ?? [])].reverse() })).reverse(),
        committees: [...data.committees].reverse(),
      };
      expect(compared(data, turned).changes).toEqual([]);
    }
    expect(diff(shipped(), shipped().dataset).changes).toEqual([]);
  });

  test('DF2 a standard that only the later edition has is new, with what it is', () => {
    const found = compared(dataset(), withStandards(dataset(), standard('ISO 37125', { status: 'under-development' })));
    expect(of(found, 'new')).toMatchObject([{ id: 'ISO 37125', title: 'Title of ISO 37125' }]);
    expect(found.changes[0]).toHaveProperty('fields.0', { field: 'status', after: 'under-development' });
    expect([found.before.standards, found.after.standards]).toEqual([5, 6]);
  });

  test('DF3 a standard that has vanished is told as gone, and under which name it is found now', () => {
    const before = withStandards(dataset(), standard('ISO 37120'), standard('ISO 37121'));
    const after = edited(dataset(), 'ISO 37122', () => ({ aliases: ['ISO 37121'] }));
    expect(of(compared(before, after), 'withdrawn')).toMatchObject([
      { id: 'ISO 37120', how: 'gone' },
      { id: 'ISO 37121', how: 'gone', now: 'ISO 37122' },
    ]);
    expect(of(compared(before, after), 'withdrawn')[0]).not.toHaveProperty('now');
  });

  test('DF4 what became withdrawn or superseded takes its texts along; what is valid again is told too', () => {
    const before = dataset();
    const after = edited(before, 'ISO 37122', ({ editions }) => ({
      status: 'withdrawn',
      withdrawn: '2026-09',
      editions: editions.map((text) => ({ ...text, status: 'withdrawn' as const })),
    }));
    const fields = [
      { field: 'status', before: 'in-force', after: 'withdrawn' },
      { field: 'withdrawn', after: '2026-09' },
      { field: 'editions.status', of: 'ISO 37122:2019', before: 'in-force', after: 'withdrawn' },
    ];
    expect(compared(before, after).changes).toMatchObject([{ kind: 'withdrawn', how: 'withdrawn', id: 'ISO 37122', fields }]);
    expect(kinds(compared(after, before))).toEqual(['reinstated']);
    const both = edited(after, 'ISO 37122', ({ editions }) => ({
      status: 'superseded',
      editions: [...editions, { id: 'ISO 37122:2026', status: 'in-force' }],
    }));
    expect(kinds(compared(before, both))).toEqual(['revised', 'withdrawn']);
  });

  test('DF5 a new text, and another status, date or title of one, is a revision; a text that is gone too', () => {
    const before = dataset();
    const revised = (editions: (list: Standard['editions']) => Standard['editions']) =>
      of(
        compared(
          before,
          edited(before, 'ISO 37122', (one) => ({ editions: editions(one.editions) })),
        ),
        'revised',
      );
    expect(revised((list) => [...list, { id: 'ISO 37122:2026', date: '2026-11', status: 'in-force' }])).toMatchObject([
      { fields: [{ field: 'editions', of: 'ISO 37122:2026', after: 'ISO 37122:2026, 2026-11, in-force' }] },
    ]);
    expect(revised((list) => list.map((text) => ({ ...text, status: 'under-revision', date: '2019-05-02', title: 'New' })))).toMatchObject([
      {
        fields: [
          { field: 'editions.date', of: 'ISO 37122:2019', before: '2019-05', after: '2019-05-02' },
          { field: 'editions.status', before: 'in-force', after: 'under-revision' },
          { field: 'editions.title', after: 'New' },
        ],
      },
    ]);
    expect(revised(() => [{ id: 'ISO 37122:2020', status: 'in-force' }])).toMatchObject([
      {
        fields: [
          { of: 'ISO 37122:2020', after: 'ISO 37122:2020, in-force' },
          { of: 'ISO 37122:2019', before: 'ISO 37122:2019, 2019-05, in-force' },
        ],
      },
    ]);
  });

  test('DF6 other topics, role, level, kind, tier or committees are a reclassification', () => {
    const before = dataset();
    for (const [field, value] of Object.entries({
      role: 'security',
      level: 'strategic',
      kind: 'guide',
      tier: 'extended',
      committees: ['ISO/TC 268/SC 1'],
    })) {
      const found = compared(
        before,
        edited(before, 'ISO 37122', () => ({ [field]: value })),
      );
      expect(of(found, 'reclassified')).toMatchObject([{ id: 'ISO 37122', fields: [{ field, after: value }] }]);
    }
    const topics = edited(before, 'ISO 37122', () => ({ topics: ['assessment', 'energy'], reasons: ['title: “energy”', 'committee'] }));
    expect(of(compared(before, topics), 'reclassified')).toMatchObject([
      { fields: [{ field: 'topics', before: ['assessment'], after: ['assessment', 'energy'] }, { field: 'reasons' }] },
    ]);
    expect(
      kinds(
        compared(
          before,
          edited(before, 'ISO 37122', () => ({ reasons: ['another'] })),
        ),
      ),
    ).toEqual(['edited']);
  });

  test('DF7 another title is told; another id is told by a name that both editions give, never by two', () => {
    const before = dataset();
    const retitled = edited(before, 'ISO 37122', () => ({ title: 'Indicators', titles: {} }));
    expect(of(compared(before, retitled), 'retitled')).toMatchObject([
      { fields: [{ field: 'title', after: 'Indicators' }, { field: 'titles.fr' }] },
    ]);
    const renamed = edited(before, 'ISO 37122', () => ({ id: 'ISO/IEC 37122', aliases: ['ISO 37122'] }));
    expect(compared(before, { ...renamed, standards: renamed.standards.map((one) => ({ ...one, ...moved(one) })) }).changes).toMatchObject([
      {
        kind: 'renamed',
        id: 'ISO/IEC 37122',
        fields: [{ field: 'id', before: 'ISO 37122' }, { field: 'evidence', after: 'ISO 37122' }, { field: 'aliases' }],
      },
    ]);
    const byText = edited(before, 'ISO 37122', () => ({ id: 'ISO/IEC 37122' }));
    expect(of(compared(before, byText), 'renamed')).toHaveLength(1);
    const twice = withStandards(
      renamed,
      standard('ISO 37122-2', { aliases: ['ISO 37122'], editions: [{ id: 'ISO 37122:2019', status: 'in-force' }] }),
    );
    expect(kinds(compared(before, twice)).filter((kind) => kind === 'renamed')).toEqual([]);
    expect(of(compared(before, twice), 'withdrawn')).toMatchObject([{ id: 'ISO 37122', how: 'gone' }]);
    // Two that became one: the name that stands first is the one it has now, the other is gone to it
    const pair = withStandards(before, standard('ISO 37120'), standard('ISO 37121'));
    const one = withStandards(before, standard('ISO 37129', { aliases: ['ISO 37121', 'ISO 37120'] }));
    expect(of(compared(pair, one), 'renamed')).toMatchObject([{ id: 'ISO 37129', fields: [{ before: 'ISO 37121' }, {}, {}] }]);
    expect(of(compared(pair, one), 'withdrawn')).toMatchObject([{ id: 'ISO 37120', how: 'gone', now: 'ISO 37129' }]);
  });

  /** What leads to the standard that was renamed leads there still. */
  const moved = ({ relations }: Standard): Partial<Standard> =>
    relations ? { relations: relations.map((relation) => ({ ...relation, to: relation.to.replace(/^ISO 37122$/, 'ISO/IEC 37122') })) } : {};

  test('DF8 works that declared relations join are newly coordinated, also over texts outside and with new standards; the reverse is told', () => {
    const [a, b, c] = [work('A 1', 'iso'), work('B 1', 'itu-t'), work('C 1', 'etsi')];
    const before = field([a, b, c]).dataset;
    const outside = (to: string): Relation => ({ ...adopts(to), external: true });
    const direct = { ...before, standards: [{ ...a, relations: [adopts('B 1')] }, b, c] };
    expect(of(compared(before, direct), 'coordinated')).toMatchObject([
      { parts: [['A 1'], ['B 1']], steps: [{ from: 'A 1', to: 'B 1', by: 'adopts', evidence: 'IDT' }] },
    ]);
    expect(of(compared(direct, before), 'separated')).toMatchObject([{ parts: [['A 1'], ['B 1']] }]);
    const far = { ...before, standards: [{ ...a, relations: [outside('X 9')] }, { ...b, relations: [outside('X 9')] }, c] };
    expect(of(compared(before, far), 'coordinated')).toMatchObject([
      { parts: [['A 1'], ['B 1']], steps: [{ to: 'X 9' }, { from: 'X 9' }] },
    ]);
    const late = withStandards(direct, work('D 1', 'etsi', { relations: [adopts('A 1')] }));
    expect(of(compared(direct, late), 'coordinated')).toMatchObject([{ parts: [['A 1', 'B 1'], ['D 1']] }]);
    // Two new ones that come as one work are new, and nothing that was there has been joined
    const two = withStandards(before, work('E 1', 'iso'), work('F 1', 'iec', { relations: [adopts('E 1')] }));
    expect(of(compared(before, two), 'coordinated')).toEqual([]);
  });

  test('DF9 candidates that come, go and change their band are told, with what the pair is now', () => {
    const maturity = { title: 'Maturity model for smart sustainable cities', role: 'assessment-test' } as const;
    const [a, b] = [work('A 1', 'iso', maturity), work('B 1', 'itu-t', maturity)];
    const without = field([a, work('B 1', 'itu-t', { title: 'Sewage pumps' })]).dataset;
    const near = { title: 'Maturity model of smart city platforms', role: 'assessment-test' } as const;
    const pair = field([work('A 1', 'iso', near), b]).dataset;
    const come = all(without, pair);
    expect(of(come, 'overlapping')).toMatchObject([{ a: 'A 1', b: 'B 1', fresh: [] }]);
    expect(of(all(pair, without), 'overlap-gone')).toMatchObject([{ a: 'A 1', b: 'B 1', now: 'none' }]);
    const joined = edited(pair, 'A 1', () => ({ relations: [adopts('B 1')] }));
    expect(of(all(pair, joined), 'overlap-gone')).toMatchObject([
      { now: 'coordinated', against: expect.arrayContaining(['coordinated']) as string[] },
    ]);
    const settled: Dataset = {
      ...pair,
      findings: [{ id: 'f', standards: ['A 1', 'B 1'], verdict: 'not-related', reason: 'read', by: 'an editor', date: '2026-11' }],
    };
    expect(of(all(pair, settled), 'overlap-gone')).toMatchObject([{ now: 'verdict' }]);
    expect(of(all(pair, { ...pair, standards: pair.standards.slice(1) }), 'overlap-gone')).toMatchObject([{ now: 'gone' }]);
    expect(diff(without, pair, { overlaps: false })).toMatchObject({ overlapsCompared: false });
    expect(of(diff(without, pair, { overlaps: false }), 'overlapping')).toEqual([]);
  });

  test('DF10 conflicts that are new, also of new standards, and those that are resolved are told with both values', () => {
    const conflicts = [{ field: 'status', value: 'in-force', source: 'iso', otherValue: 'withdrawn', otherSource: 'itu' }];
    const after = withStandards(
      edited(dataset(), 'ISO 37122', () => ({ conflicts })),
      standard('ISO 1', { conflicts }),
    );
    expect(of(compared(dataset(), after), 'conflict')).toMatchObject([
      { id: 'ISO 1', conflicts },
      { id: 'ISO 37122', conflicts },
    ]);
    expect(of(compared(after, dataset()), 'resolved')).toMatchObject([{ id: 'ISO 37122', conflicts }]);
  });

  test('DF11 who said it stands with what a submission states, with the reason of a correction, and with nothing else', () => {
    const before = dataset();
    const stated = submission({
      standards: [
        { id: 'ISO 37122', status: 'withdrawn', title: 'Not what the map says', reason: 'read in the catalogue' },
        { id: 'ISO/TS 37151', topics: ['assessment', 'energy', 'mobility'], reasons: ['a', 'b', 'c'] },
        { id: 'ITU-T Y.4000', editions: [{ id: 'ITU-T Y.4000 (06/2012)', status: 'in-force' }], relations: [adopts('ISO/IEC 30141')] },
      ],
      committees: [{ id: 'ISO/TC 999', title: 'New', sdo: 'iso', kind: 'technical-committee' }],
    });
    let after: Dataset = { ...before, submissions: [stated], committees: [...before.committees, ...(stated.committees ?? [])] };
    after = edited(after, 'ISO 37122', () => ({ status: 'withdrawn', title: 'From elsewhere' }));
    after = edited(after, 'ISO/TS 37151', ({ topics, reasons }) => ({ topics: [...topics, 'mobility'], reasons: [...reasons, 'c'] }));
    after = edited(after, 'ITU-T Y.4000', ({ editions }) => ({
      editions: editions.map((text) => ({ ...text, status: 'in-force' as const })),
      relations: [adopts('ISO/IEC 30141')],
      conflicts: [{ field: 'title', value: 'a', source: 'itu', otherValue: 'b', otherSource: submissionSource(stated.id) }],
    }));
    const found = compared(before, after);
    const saidOf = (kind: Kind, id = '') => of(found, kind).find((one) => id === '' || standardsOf(one).includes(id))?.said;
    expect(saidOf('withdrawn')).toEqual([{ ...said, reason: 'read in the catalogue' }]);
    expect(saidOf('retitled')).toEqual([]);
    expect(saidOf('reclassified')).toEqual([said]);
    expect(saidOf('revised')).toEqual([said]);
    expect(saidOf('edited', 'ITU-T Y.4000')).toEqual([said]);
    expect(saidOf('coordinated')).toEqual([said]);
    expect(saidOf('conflict')).toEqual([said]);
    expect(of(found, 'record-new').map((one) => [('record' in one && one.record) || '', one.said])).toEqual([
      ['submission', []],
      ['committee', [said]],
    ]);
  });

  test('DF12 only standards that are asked for, by their id in either edition, and the records that they name or that speak of them', () => {
    const before = dataset();
    let after = edited(before, 'ISO 37122', () => ({ title: 'A' }));
    after = edited(after, 'ITU-T Y.4000', () => ({ title: 'B' }));
    after = { ...after, title: 'Another', sources: after.sources.map((one) => ({ ...one, asOf: '2026-11' })) };
    const found = diff(before, after, { overlaps: false, standards: new Set(['ISO 37122']) });
    expect(found.changes.map((one) => ('id' in one ? one.id : ''))).toEqual(['ISO 37122', 'iso']);
    const renamed = edited(before, 'ISO 37122', () => ({ id: 'ISO 9', title: 'A' }));
    for (const id of ['ISO 37122', 'ISO 9'])
      expect(kinds(diff(before, renamed, { overlaps: false, standards: new Set([id]) })).filter((kind) => kind !== 'edited')).toEqual([
        'retitled',
        'renamed',
      ]);
  });

  test('DF13 changes stand in one order whatever the order of the records: by kind, then by designation with numbers by value', () => {
    const before = dataset();
    const after = withStandards(
      edited(before, 'ISO 37122', () => ({ title: 'A', role: 'security' })),
      standard('ISO 10'),
      standard('ISO 9'),
    );
    const turned = { ...after, standards: [...after.standards].reverse() };
    expect(compared(before, turned).changes).toEqual(compared(before, after).changes);
    expect(compared(before, after).changes.map((one) => ('id' in one ? one.id : ''))).toEqual([
      'ISO 9',
      'ISO 10',
      'ISO 37122',
      'ISO 37122',
    ]);
    expect([...differenceCounts(compared(before, after))]).toEqual([
      ['new', 2],
      ['reclassified', 1],
      ['retitled', 1],
    ]);
  });
});

type Path = readonly (string | number)[];
/** Fields that are drawing or bookkeeping, and the lists whose length the schema fixes by another list. */
const APART: ReadonlySet<string> = new Set(['xy', 'layoutSeed', 'format', 'version', 'originals']);

/** Every value within a dataset that is no list and no record. */
function* leaves(value: unknown, path: Path = []): Generator<Path> {
  if (typeof value !== 'object' || value === null) yield path;
  else
    for (const [key, one] of Object.entries(value))
      if (!APART.has(key)) yield* leaves(one, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** A copy with another value at a place. */
function changed(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${String(value)} z`;
  if (Array.isArray(value)) return value.map((one: unknown, at) => (at === step ? changed(one, rest) : one));
  return { ...(value as object), [step]: changed(Reflect.get(value as object, step), rest) };
}

/** A copy without an entry of a list, or without a field. */
function shortened(value: unknown, [step, ...rest]: Path): unknown {
  if (Array.isArray(value))
    return rest.length === 0
      ? value.filter((_, at) => at !== step)
      : value.map((one: unknown, at) => (at === step ? shortened(one, rest) : one));
  const fields = value as Readonly<Record<string, unknown>>;
  if (rest.length > 0) return { ...fields, [step ?? '']: shortened(fields[step ?? ''], rest) };
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== step));
}

/** A dataset that has every field. */
const FULL: Dataset = {
  ...poisoned('text'),
  submissions: [submission({ standards: [{ id: 'poison text', title: 'T', ics: ['13'] }] })],
  goalFrameworks: [{ id: 'sdg', label: 'Goals', source: 'source text' }],
  goals: [{ id: 'sdg-11', framework: 'sdg', code: '11', label: 'Cities' }],
  goalTopics: [{ goal: 'sdg-11', topic: 'topic text', reason: 'a test', source: 'source text', by: 'a curator', date: '2026' }],
};

describe('nothing is left out', () => {
  test('DF14 whichever single value of an edition differs, there is a difference that says so', () => {
    const places = [...leaves(FULL)];
    expect(places.length).toBeGreaterThan(300);
    const silent = places.filter((path) => diff(FULL, changed(FULL, path) as Dataset, { overlaps: false }).changes.length === 0);
    expect(silent).toEqual([]);
  });

  test('DF14 whichever value or entry is missing, and whichever is added, there is a difference', () => {
    // Rows of the first two standards: the others are alike
    const places = [...leaves(FULL)].filter(
      (path) => (path[0] !== 'standards' || Number(path[1]) < 2) && DatasetSchema.safeParse(shortened(FULL, path)).success,
    );
    expect(places.length).toBeGreaterThan(40);
    const silent = places.filter((path) => {
      const less = shortened(FULL, path) as Dataset;
      return [diff(FULL, less, { overlaps: false }), diff(less, FULL, { overlaps: false })].some(({ changes }) => changes.length === 0);
    });
    expect(silent).toEqual([]);
  });

  const base = dataset({ standards: Array.from({ length: 12 }, (_, i) => standard(`ISO ${String(37100 + i)}`)) });
  const idOf = (at: number): string => base.standards[at]?.id ?? '';
  /** Edits of standards and the class that each must be told as. */
  const EDITS: Readonly<Partial<Record<Kind, (one: Standard, number: number) => readonly Standard[]>>> = {
    withdrawn: (one, number) => (number % 3 === 0 ? [] : [{ ...one, status: number % 3 === 1 ? 'withdrawn' : 'superseded' }]),
    revised: (one, number) => [
      number % 2 === 0
        ? { ...one, editions: [...one.editions, { id: `${one.id}:2026`, date: '2026-01', status: 'in-force' }] }
        : { ...one, status: 'under-revision' },
    ],
    reclassified: (one) => [{ ...one, topics: ['mobility'], reasons: ['moved'] }],
    retitled: (one, number) => [{ ...one, title: `Title ${String(number)}` }],
    renamed: (one) => [{ ...one, id: `${one.id}-1`, aliases: [one.id] }],
    coordinated: (one, number) => [{ ...one, relations: [adopts(idOf(0))] }, ...(number % 2 === 0 ? [] : [])],
    conflict: (one) => [{ ...one, conflicts: [{ field: 'title', value: 'a', source: 'iso', otherValue: 'b', otherSource: 'itu' }] }],
    edited: (one) => [{ ...one, url: 'https://example.org/' }],
  };
  const anyEdits = fc.uniqueArray(
    fc.record({ at: fc.integer({ min: 1, max: 11 }), kind: fc.constantFrom(...(Object.keys(EDITS) as Kind[])), number: fc.nat(9) }),
    { selector: ({ at }) => at, maxLength: 11 },
  );

  test('DF15 every edit of a generated edition is told under its class, in both directions nothing else is told of other standards', () => {
    fc.assert(
      fc.property(anyEdits, fc.uniqueArray(fc.integer({ min: 1, max: 50 })), (edits, fresh) => {
        const byPlace = new Map(edits.map((edit) => [edit.at, edit]));
        const standards = base.standards.flatMap((one, at) => {
          const edit = byPlace.get(at);
          return edit ? (EDITS[edit.kind]?.(one, edit.number) ?? []) : [one];
        });
        const after = { ...base, standards: [...fresh.map((number) => standard(`IEC ${String(number)}`)), ...standards] };
        const found = compared(base, after);
        for (const { at, kind } of edits) {
          const told = of(found, kind).filter((one) => standardsOf(one).some((id) => id === idOf(at) || id === `${idOf(at)}-1`));
          expect([kind, told.length]).toEqual([kind, 1]);
        }
        expect(of(found, 'new').flatMap(standardsOf).sort()).toEqual(fresh.map((number) => `IEC ${String(number)}`).sort());
        const touched = new Set([
          idOf(0),
          ...edits.flatMap(({ at }) => [idOf(at), `${idOf(at)}-1`]),
          ...fresh.map((n) => `IEC ${String(n)}`),
        ]);
        expect(found.changes.flatMap(standardsOf).filter((id) => !touched.has(id))).toEqual([]);
        // Whatever is told one way is told the other way too
        expect(compared(after, base).changes.length > 0).toBe(found.changes.length > 0);
      }),
      { numRuns: 100 },
    );
  });

  test('DF16 it takes a catalogue as well as a dataset', () => {
    const [a, b] = [dataset(), edited(dataset(), 'ISO 37122', () => ({ status: STATUSES[4] }))];
    expect(diff(catalogue(a), b).changes).toEqual(diff(a, catalogue(b)).changes);
    expect(diff(a, b, { overlaps: false }).changes).toHaveLength(1);
  });
});
