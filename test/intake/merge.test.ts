import { describe, expect, test } from 'vitest';
import { merge } from '../../src/intake/submission-merge.js';
import { catalogued } from '../../src/intake/submission-original.js';
import type { Dataset, Standard } from '../../src/model/dataset.js';
import type { Submission, SubmittedStandard } from '../../src/model/submission.js';
import { complete, landscape, submission } from './submissions.js';

const about = (id: string, given: Partial<SubmittedStandard>, more: Partial<Submission> = {}): Submission =>
  submission({ standards: [{ id, ...given }], ...more });
const of = (dataset: Dataset, id: string): Standard => {
  const found = dataset.standards.find((standard) => standard.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const merged = (...given: readonly Submission[]) => merge(landscape(), given);
const itu = { body: 'itu-t', by: 'contact person of ITU-T' };

describe('who is right', () => {
  test('MG8 a body with authority that is not older than the catalogue is right; the catalogue’s value is a conflict', () => {
    const { dataset, outcome } = merged(about('ISO 37122', { status: 'withdrawn', withdrawn: '2026-11-01' }));
    expect(of(dataset, 'ISO 37122')).toMatchObject({
      status: 'withdrawn',
      withdrawn: '2026-11-01',
      sources: ['iso', 'submission 2026-11-iso'],
    });
    const conflict = {
      field: 'status',
      value: 'withdrawn',
      source: 'submission 2026-11-iso',
      otherValue: 'in-force',
      otherSource: 'iso',
    };
    const ofText = { ...conflict, field: 'ISO 37122:2019 status' };
    expect(of(dataset, 'ISO 37122').conflicts).toEqual([conflict, ofText]);
    expect(outcome).toMatchObject({
      taken: ['2026-11-iso'],
      changes: [
        { standard: 'ISO 37122', field: 'status', before: 'in-force', after: 'withdrawn', source: 'submission 2026-11-iso' },
        { standard: 'ISO 37122', field: 'withdrawn', before: '', after: '2026-11-01', source: 'submission 2026-11-iso' },
        { standard: 'ISO 37122', field: 'ISO 37122:2019 status', before: 'in-force', after: 'withdrawn', source: 'submission 2026-11-iso' },
      ],
      withdrawals: [{ standard: 'ISO 37122', date: '2026-11-01', source: 'submission 2026-11-iso' }],
      conflicts: [
        { standard: 'ISO 37122', ...conflict },
        { standard: 'ISO 37122', ...ofText },
      ],
      additions: [],
      idle: [],
      refusals: [],
    });
  });

  test('MG8 one that is older than the catalogue changes nothing, and its value is a conflict', () => {
    const { dataset, outcome } = merged(about('ISO 37122', { status: 'withdrawn' }, { date: '2025-06-01' }));
    expect(of(dataset, 'ISO 37122').status).toBe('in-force');
    expect(outcome.changes).toEqual([]);
    expect(outcome.conflicts).toMatchObject([{ field: 'status', value: 'in-force', source: 'iso', otherValue: 'withdrawn' }]);
    const sameDay = merged(about('ISO 37122', { status: 'withdrawn' }, { date: '2025-06-02' }));
    expect(of(sameDay.dataset, 'ISO 37122').status).toBe('withdrawn');
  });

  test('MG8 a correction by such a body is right however old it is, and against a later statement without a reason', () => {
    const correction = about(
      'ISO 37122',
      { title: 'The right title', reason: 'typing error of the catalogue' },
      { date: '2020', id: '2020-iso' },
    );
    const later = about('ISO 37122', { title: 'Another title' });
    expect(of(merged(correction).dataset, 'ISO 37122').title).toBe('The right title');
    const { dataset } = merged(correction, later);
    expect(of(dataset, 'ISO 37122').title).toBe('The right title');
    expect(of(dataset, 'ISO 37122').conflicts?.map(({ otherValue }) => otherValue)).toEqual([
      'Another title',
      'Sustainable cities and communities - Indicators for smart cities',
    ]);
  });

  test('MG8 a body without authority changes nothing, with a reason or without one', () => {
    for (const reason of [{}, { reason: 'we think so' }]) {
      const { dataset, outcome } = merged(about('ISO 37122', { status: 'withdrawn', ...reason }, itu));
      expect(of(dataset, 'ISO 37122').status).toBe('in-force');
      expect(outcome.conflicts).toHaveLength(1);
    }
  });

  test('MG8 what the catalogue leaves open anybody may fill in', () => {
    const { dataset } = merged(about('ISO 37122', { url: 'https://www.iso.org/standard/69050.html' }, itu));
    expect(of(dataset, 'ISO 37122')).toMatchObject({ url: 'https://www.iso.org/standard/69050.html' });
    expect(of(dataset, 'ISO 37122').conflicts).toBeUndefined();
    const open = landscape({ standards: landscape().standards.map((one) => ({ ...one, status: 'unknown' as const })) });
    expect(of(merge(open, [about('ISO 37122', { status: 'withdrawn' }, itu)]).dataset, 'ISO 37122').status).toBe('withdrawn');
  });

  test('MG8 of two bodies with authority the later one is right, then the one that comes last in the alphabet', () => {
    const iso = about('ISO/IEC 30141', { deliverable: 'TS' }, { id: 'a', date: '2026-11-20' });
    const iec = about('ISO/IEC 30141', { deliverable: 'TR' }, { id: 'b', body: 'iec', date: '2026-11-20' });
    expect(of(merged(iec, iso).dataset, 'ISO/IEC 30141').deliverable).toBe('TR');
    expect(of(merged(iec, { ...iso, date: '2026-11-21' }).dataset, 'ISO/IEC 30141').deliverable).toBe('TS');
  });

  test('MG8 the same body’s later word takes the place of its earlier one, without a conflict', () => {
    const first = about('ISO 37122', { status: 'under-revision' }, { id: 'a', date: '2026-10' });
    const second = about('ISO 37122', { status: 'withdrawn' });
    const { dataset, outcome } = merged(first, second);
    expect(of(dataset, 'ISO 37122').conflicts?.map(({ otherValue }) => otherValue)).toEqual(['in-force', 'in-force']);
    expect(outcome.idle).toEqual([
      { submission: 'a', about: 'ISO 37122', field: 'status', code: 'replaced', got: 'under-revision', expected: 'withdrawn' },
    ]);
  });

  test.each([
    ['its publisher', 'iso', true],
    ['its committee', 'ISO/TC 268/SC 1', true],
    ['the committee above', 'ISO/TC 268', true],
    ['another SDO', 'iec', false],
    ['another committee', 'ITU-T SG20', false],
    ['a joint body of its publisher', 'jtc1', false],
    ['the coordination activity', 'JCA', false],
  ])('MG9 of ISO/TS 37151: %s', (_, body, isRight) => {
    const { dataset } = merged(about('ISO/TS 37151', { status: 'withdrawn' }, { body }));
    expect(of(dataset, 'ISO/TS 37151').status).toBe(isRight ? 'withdrawn' : 'in-force');
  });

  test.each([
    ['each publisher', 'iec', true],
    ['the joint body', 'jtc1', true],
    ['its committee', 'ISO/IEC JTC 1/SC 41', true],
    ['another SDO', 'itu-t', false],
  ])('MG9 of ISO/IEC 30141: %s', (_, body, isRight) => {
    const { dataset } = merged(about('ISO/IEC 30141', { deliverable: 'TS' }, { body }));
    expect(of(dataset, 'ISO/IEC 30141').deliverable).toBe(isRight ? 'TS' : 'IS');
  });

  test('MG9 a coordination activity has a say over topics, role, level and tier, and says why', () => {
    const { dataset } = merged(
      about(
        'ISO 37122',
        { topics: ['energy', 'mobility'], role: 'vocabulary', level: 'strategic', tier: 'vertical' },
        { body: 'JCA', by: 'JCA', liaison: 'JCA-7' },
      ),
    );
    expect(of(dataset, 'ISO 37122')).toMatchObject({
      topics: ['energy', 'mobility'],
      reasons: ['stated by JCA, JCA-7', 'stated by JCA, JCA-7'],
      role: 'vocabulary',
      level: 'strategic',
      tier: 'vertical',
    });
    expect(of(dataset, 'ISO 37122').conflicts?.map(({ field }) => field)).toEqual(
      ['role', 'level', 'tier', 'topics'].sort((a, b) => (a === 'topics' ? 1 : b === 'topics' ? -1 : 0)),
    );
  });

  test('MG8 dates of which one is only less exact are no conflict, and the more exact one is in force', () => {
    const dated = (date: string, date2 = '2026-11-20') =>
      about('ISO 37122', { editions: [{ id: 'ISO 37122:2019', date, status: 'in-force' }] }, { date: date2, id: date });
    for (const given of [[dated('2019-05-23')], [dated('2019')], [dated('2019-05-23', '2020'), dated('2019')]]) {
      const one = of(merged(...given).dataset, 'ISO 37122');
      expect([one.editions[0]?.date, one.conflicts]).toEqual([given[0]?.id === '2019' ? '2019-05' : '2019-05-23', undefined]);
    }
  });

  test('MG8 the catalogues’ own conflicts are told against the value in force', () => {
    const { dataset } = merged(about('ISO/IEC 30141', { status: 'withdrawn' }));
    expect(of(dataset, 'ISO/IEC 30141').conflicts).toEqual([
      { field: 'ISO/IEC 30141:2020 date', value: '2020-05', source: 'iso', otherValue: '2020-06', otherSource: 'itu' },
      { field: 'status', value: 'withdrawn', source: 'submission 2026-11-iso', otherValue: 'in-force', otherSource: 'iso' },
      {
        field: 'ISO/IEC 30141:2020 status',
        value: 'withdrawn',
        source: 'submission 2026-11-iso',
        otherValue: 'in-force',
        otherSource: 'iso',
      },
    ]);
    expect(of(merged(about('ISO/IEC 30141', { status: 'superseded' })).dataset, 'ISO/IEC 30141').conflicts).toHaveLength(3);
  });
});

describe('what comes together', () => {
  test('MG10 editions, names, codes and relations grow; each field of an edition is a fact of its own', () => {
    const { dataset, outcome } = merged(
      about('ISO 37122', {
        aliases: ['EN ISO 37122'],
        ics: ['13.020.20'],
        editions: [
          { id: 'ISO 37122:2026', date: '2026-10', status: 'in-force' },
          { id: 'ISO 37122:2019', date: '2019-05-23', status: 'superseded' },
        ],
        relations: [{ type: 'supersedes', to: 'ISO 99', evidence: 'foreword' }],
      }),
    );
    expect(of(dataset, 'ISO 37122')).toMatchObject({
      aliases: ['EN ISO 37122'],
      ics: ['13.020.20'],
      editions: [
        { id: 'ISO 37122:2019', date: '2019-05-23', status: 'superseded' },
        { id: 'ISO 37122:2026', date: '2026-10', status: 'in-force' },
      ],
      relations: [{ type: 'supersedes', to: 'ISO 99', external: true, evidence: 'foreword', source: 'submission 2026-11-iso' }],
      conflicts: [{ field: 'ISO 37122:2019 status' }],
    });
    expect(outcome.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['ISO 37122:2019 date', '2019-05', '2019-05-23'],
      ['ISO 37122:2019 status', 'in-force', 'superseded'],
      ['editions', '', 'ISO 37122:2026'],
      ['relations', '', 'supersedes ISO 99'],
      ['aliases', '', 'EN ISO 37122'],
      ['ics', '', '13.020.20'],
    ]);
  });

  test('MG11 a new standard comes behind the others, with its source; relations that led to it outside lead to it', () => {
    const { dataset, outcome } = merged(submission({ standards: [complete('ISO 90001')] }));
    expect(dataset.standards.at(-1)).toMatchObject({ id: 'ISO 90001', sources: ['submission 2026-11-iso'] });
    expect(of(dataset, 'ISO/TS 37151')).toMatchObject({
      xy: [3, 4],
      relations: [{ type: 'supersedes', to: 'ISO 90001', evidence: 'foreword' }],
    });
    expect(of(dataset, 'ISO/TS 37151').relations?.[0]).not.toHaveProperty('external');
    expect(outcome.additions).toEqual(['ISO 90001']);
    expect(dataset.sources.at(-1)).toEqual({
      id: 'submission 2026-11-iso',
      catalogue: 'Submission: contact person of ISO',
      asOf: '2026-11-20',
      licence: 'none stated',
    });
    expect(dataset.asOf).toBe('2026-11-20');
  });

  test('MG11 the place that it was given since is kept', () => {
    const first = merged(submission({ standards: [complete('ISO 90001')] })).dataset;
    const settled: Dataset = { ...first, standards: first.standards.map((one) => ({ ...one, xy: [7, 8] as const })) };
    const { dataset } = merge(settled, [about('ISO 37122', { deliverable: 'TS' }, { id: 'z' })]);
    expect(of(dataset, 'ISO 90001').xy).toEqual([7, 8]);
  });

  test('MG12 a part of a new standard waits until others have stated the rest', () => {
    const { title, ...rest } = complete('ISO 90001');
    const first = submission({ id: 'a', standards: [rest] });
    const waiting = merged(first);
    expect(waiting.dataset.standards).toHaveLength(5);
    expect(waiting.outcome.idle).toEqual([
      { submission: 'a', about: 'ISO 90001', code: 'incomplete', got: 'ISO 90001', expected: 'title' },
    ]);
    const { dataset } = merge(waiting.dataset, [
      submission({ id: 'b', body: 'iec', standards: [{ id: 'ISO 90001', title: title ?? '' }] }),
    ]);
    expect(of(dataset, 'ISO 90001').title).toBe('Title of ISO 90001');
  });

  test('MG12 what names nobody knows has no effect and is told with the nearest name', () => {
    const { dataset, outcome } = merged(
      submission({
        standards: [
          { id: 'ISO 37123', status: 'withdrawn' },
          { id: 'ISO 37122', committees: ['ISO/TC 269'], topics: ['enrgy'] },
        ],
      }),
    );
    expect(of(dataset, 'ISO 37122')).toMatchObject({ committees: ['ISO/TC 268'], topics: ['assessment'] });
    expect(outcome.idle).toEqual([
      { submission: '2026-11-iso', about: 'ISO 37123', code: 'unknown-standard', got: 'ISO 37123', expected: 'ISO 37122' },
      {
        submission: '2026-11-iso',
        about: 'ISO 37122',
        field: 'committees',
        code: 'unknown-name',
        got: 'ISO/TC 269',
        expected: 'ISO/TC 268',
      },
      { submission: '2026-11-iso', about: 'ISO 37122', field: 'topics', code: 'unknown-name', got: 'enrgy', expected: 'energy' },
    ]);
  });

  test('MG12 a standard is meant by another designation that the catalogue knows', () => {
    const { dataset } = merged(about('ITU-T Y.4903', { url: 'https://www.itu.int/1' }, itu));
    expect(of(dataset, 'ITU-T Y.4903/L.1603').url).toBe('https://www.itu.int/1');
    expect(dataset.standards).toHaveLength(5);
  });

  test('MG13 no standard comes to supersede itself: the catalogue stands, then the earlier submission', () => {
    const back = submission({
      standards: [complete('ISO 90001', { relations: [{ type: 'supersedes', to: 'ISO/TS 37151', evidence: 'x' }] })],
    });
    const { dataset, outcome } = merged(back);
    expect(of(dataset, 'ISO 90001').relations).toBeUndefined();
    expect(outcome.idle).toMatchObject([{ code: 'cycle', got: 'ISO 90001 supersedes ISO/TS 37151' }]);
    expect(of(dataset, 'ISO 90001').conflicts).toHaveLength(1);
  });

  test('MG14 a submission brings SDOs and committees, and a body that it speaks for', () => {
    const given = submission({
      body: 'New TC 1',
      sdos: [{ id: 'new', name: 'New', title: 'New SDO' }],
      committees: [{ id: 'New TC 1', title: 'One', sdo: 'new', kind: 'technical-committee' }],
      standards: [complete('New 1', { publishers: ['new'], committees: ['New TC 1'] })],
    });
    const { dataset, outcome } = merged(given);
    expect(outcome).toMatchObject({ additions: ['New 1'], sdos: ['new'], committees: ['New TC 1'], refusals: [] });
    expect(dataset.committees.at(-1)?.sources).toEqual(['submission 2026-11-iso']);
  });
});

describe('a withdrawal', () => {
  const texts: Standard['editions'] = [
    { id: 'ISO 37122:2010', date: '2010', status: 'superseded' },
    { id: 'ISO 37122:2019', date: '2019-05', status: 'under-revision' },
    { id: 'ISO 37122:2019/Amd 1', kind: 'amendment', date: '2021', status: 'in-force' },
    { id: 'ISO/DIS 37122', kind: 'draft', status: 'under-development' },
  ];
  const base = landscape({
    standards: landscape().standards.map((one) => (one.id === 'ISO 37122' ? { ...one, status: 'under-revision', editions: texts } : one)),
  });
  const statuses = (...given: readonly Submission[]): unknown =>
    of(merge(base, given).dataset, 'ISO 37122').editions.map(({ status }) => status);

  test('MG16 ends the texts that were in force, amendments too, and no others; taken back they are as they were', () => {
    const gone = about('ISO 37122', { status: 'withdrawn' });
    expect(statuses(gone)).toEqual(['superseded', 'withdrawn', 'withdrawn', 'under-development']);
    const { dataset } = merge(base, [gone]);
    expect(catalogued(dataset)).toEqual(base);
    expect(of(dataset, 'ISO 37122').conflicts?.map(({ field }) => field)).toEqual([
      'status',
      'ISO 37122:2019 status',
      'ISO 37122:2019/Amd 1 status',
    ]);
  });

  test('MG16 leaves what its own statement says of a text, and ends nothing where it has no effect', () => {
    const editions = [{ id: 'ISO 37122:2019/Amd 1', status: 'in-force' as const }];
    expect(statuses(about('ISO 37122', { status: 'withdrawn', editions }))).toEqual([
      'superseded',
      'withdrawn',
      'in-force',
      'under-development',
    ]);
    const before = texts.map(({ status }) => status);
    expect(statuses(about('ISO 37122', { status: 'withdrawn' }, itu))).toEqual(before);
    expect(statuses(about('ISO 37122', { status: 'withdrawn', withdrawn: '2025' }, { date: '2025-01' }))).toEqual(before);
  });
});

describe('what is not taken', () => {
  test('MG15 a submission on record is never changed: the same id with other content is refused', () => {
    const first = merged(about('ISO 37122', { status: 'withdrawn' })).dataset;
    const { dataset, outcome } = merge(first, [about('ISO 37122', { status: 'in-force' })]);
    expect(dataset).toEqual(first);
    expect(outcome.refusals).toEqual([{ submission: '2026-11-iso', code: 'changed', got: '2026-11-iso', expected: '' }]);
    expect(merge(first, [about('ISO 37122', { status: 'withdrawn' })]).outcome).toMatchObject({
      known: ['2026-11-iso'],
      taken: [],
      changes: [],
      conflicts: [],
    });
  });

  test('MG15 two with one id that say different things are both refused, in any order', () => {
    const [a, b] = [about('ISO 37122', { status: 'withdrawn' }), about('ISO 37122', { status: 'in-force' })];
    for (const given of [
      [a, b],
      [b, a],
    ])
      expect(merged(...given)).toMatchObject({ dataset: landscape(), outcome: { refusals: [{ code: 'ambiguous' }], taken: [] } });
  });

  test('MG15 who speaks has to be known, by the dataset or by a submission that is taken', () => {
    const { dataset, outcome } = merged(about('ISO 37122', { status: 'withdrawn' }, { body: 'isa' }));
    expect(dataset).toEqual(landscape());
    expect(outcome.refusals).toEqual([{ submission: '2026-11-iso', code: 'body', got: 'isa', expected: 'iso' }]);
  });
});
