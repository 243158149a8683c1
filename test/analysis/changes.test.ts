import { describe, expect, test } from 'vitest';
import { changes } from '../../src/analysis/changes.js';
import { CHANGE_CLASSES, type ChangeClass } from '../../src/analysis/change.js';
import { changedCount, changeSums } from '../../src/analysis/change-sums.js';
import { sinceChoices, usualSince } from '../../src/analysis/since.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset, Standard } from '../../src/model/dataset.js';
import type { Submission } from '../../src/model/submission.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';

const LATE = '2026-01-01';
/** A catalogue of these standards whose only source was read so late that it knows of everything. */
const mapOf = (standards: readonly Standard[], given: Partial<Dataset> = {}): Catalogue =>
  catalogue(dataset({ sources: [{ id: 'iso', catalogue: 'ISO', asOf: LATE, licence: 'none stated' }], standards, ...given }));
const one = (given: Partial<Standard>, since: string, at = '') => changes(mapOf([standard('ISO 1', given)]), { since, at }).standards[0];
const text = (date: string, given: Partial<Standard['editions'][number]> = {}) => ({
  id: `ISO 1:${date}`,
  date,
  status: 'in-force' as const,
  ...given,
});
const draft = (date?: string) => ({
  id: 'ISO/CD 1',
  kind: 'draft' as const,
  status: 'under-development' as const,
  ...(date !== undefined && { date }),
});

describe('what came, was revised, started and left since a day', () => {
  test('CH1 a standard has come when its first published text came out after the day', () => {
    const found = one({ editions: [text('2025-03-04')] }, '2025-01');
    expect(found).toEqual({
      id: 'ISO 1',
      change: 'came',
      isSure: true,
      facts: [{ kind: 'edition', designation: 'ISO 1:2025-03-04', date: '2025-03-04', isSure: true, sources: ['iso'], submissions: [] }],
    });
    expect(one({ editions: [text('2025-03-04')] }, '2025-03-04')?.change).toBe('unchanged');
    expect(one({ editions: [draft('2023'), text('2025-03-04')] }, '2025-01')?.change).toBe('came');
  });

  test('CH2 it was revised when an edition, amendment or corrigendum followed what was out before', () => {
    for (const kind of ['edition', 'amendment', 'corrigendum', 'supplement'] as const) {
      const found = one({ editions: [text('2019'), text('2025-03', { kind })] }, '2025-01');
      expect([found?.change, found?.facts.map((fact) => fact.kind)]).toEqual(['revised', [kind]]);
    }
  });

  test('CH3 a new draft is a start, of a new standard or of a revision; one without a date starts nothing', () => {
    const fresh = { status: 'under-development' as const, editions: [draft('2025-04')] };
    expect(one(fresh, '2025-01')?.change).toBe('started');
    expect(one({ status: 'under-revision', editions: [text('2019'), draft('2025-04')] }, '2025-01')?.change).toBe('started');
    const undated = one({ status: 'under-development', editions: [draft()] }, '2025-01');
    expect([undated?.change, undated?.doubt]).toEqual(['unknown', 'no-day']);
    expect(one({ status: 'under-revision', editions: [text('2019'), draft()] }, '2025-01')?.change).toBe('unchanged');
  });

  test('CH4 what was withdrawn left on the day that a source gives, and before all else it has left', () => {
    const gone = { status: 'withdrawn' as const, withdrawn: '2025-06', editions: [text('2025-02', { status: 'withdrawn' })] };
    const found = one(gone, '2025-01');
    expect([found?.change, found?.facts.map(({ kind, date }) => [kind, date])]).toEqual([
      'left',
      [
        ['withdrawn', '2025-06'],
        ['edition', '2025-02'],
      ],
    ]);
    expect(one(gone, '2025-06')?.change).toBe('unchanged');
    expect(one({ ...gone, withdrawn: '2024-06', editions: [text('2019')] }, '2025-01')?.change).toBe('unchanged');
  });

  test('CH5 what was superseded left when its successor came out, and only a newer one can have ended it', () => {
    const old = standard('ISO/TS 1', { status: 'superseded', editions: [{ id: 'ISO/TS 1:2020', date: '2020', status: 'superseded' }] });
    const successor = (...dates: readonly string[]) =>
      standard('ISO 1', {
        relations: [{ type: 'supersedes', to: 'ISO/TS 1', evidence: 'title' }],
        editions: dates.map((date) => text(date)),
      });
    const left = changes(mapOf([old, successor('2025-05')]), { since: '2025-01' }).of('ISO/TS 1');
    expect([left?.change, left?.facts[0]]).toEqual([
      'left',
      { kind: 'superseded', designation: 'ISO 1', date: '2025-05', isSure: true, sources: ['iso'], submissions: [] },
    ]);
    // Its draft ends nothing, and neither does a text that was out before the superseded one
    const none = standard('ISO 1', {
      relations: [{ type: 'supersedes', to: 'ISO/TS 1', evidence: 'title' }],
      editions: [draft('2025-05')],
    });
    expect(changes(mapOf([old, none]), { since: '2025-01' }).of('ISO/TS 1')?.change).toBe('left-undated');
    expect(changes(mapOf([old, successor('2015', '2025-05')]), { since: '2025-01' }).of('ISO/TS 1')?.change).toBe('left-undated');
  });

  test('CH6 a day that nobody gives is never guessed: what has ended counts apart, surely since then only where a later text shows it', () => {
    const ended = (date: string) => one({ status: 'withdrawn', editions: [text(date, { status: 'withdrawn' })] }, '2025-01');
    expect([ended('2010')?.change, ended('2010')?.isSure, ended('2010')?.facts]).toEqual([
      'left-undated',
      false,
      [{ kind: 'withdrawn', isSure: false, sources: ['iso'], submissions: [] }],
    ]);
    expect([ended('2025-03')?.change, ended('2025-03')?.isSure]).toEqual(['left-undated', true]);
  });

  test('CH7 a date of a month or a year counts from its last day, and is not sure where it may lie before the day', () => {
    const found = (date: string, since: string) => {
      const { change, isSure } = one({ editions: [text(date)] }, since) ?? {};
      return `${String(change)} ${String(isSure)}`;
    };
    expect(found('2025', '2025-01-15')).toBe('came false');
    expect(found('2025-01', '2025-01-15')).toBe('came false');
    expect(found('2025-02', '2025-01-15')).toBe('came true');
    expect(found('2025-01', '2025-01')).toBe('unchanged true');
    expect(found('2025-01-31', '2025-01')).toBe('unchanged true');
    expect(found('2025', '2024')).toBe('came true');
    // A revision is sure as soon as one of its texts is
    const revised = one({ editions: [text('2019'), text('2025'), text('2025-09')] }, '2025-01-15');
    expect([revised?.change, revised?.isSure, revised?.facts.map(({ isSure }) => isSure)]).toEqual(['revised', true, [true, false]]);
    // Where a text has no day at all, nobody knows which was the first
    expect(one({ editions: [{ id: 'ISO 1', status: 'in-force' }, text('2025-09')] }, '2025-01')).toMatchObject({
      change: 'came',
      isSure: false,
    });
  });

  test('CH8 up to a day: what came later is not told, and what was not there is absent', () => {
    const two = { editions: [text('2019'), text('2025-03'), text('2025-11')] };
    expect(one(two, '2025-01', '2025-06')?.facts.map(({ date }) => date)).toEqual(['2025-03']);
    expect(one(two, '2025-03', '2025-06')?.change).toBe('unchanged');
    expect(one({ editions: [text('2025-11')] }, '2025-01', '2025-06')?.change).toBe('absent');
    expect(one({ editions: [text('2025-11')] }, '2025-12', '2025-01')?.change).toBe('absent');
    expect(one({ status: 'withdrawn', withdrawn: '2025-09', editions: [text('2019')] }, '2025-01', '2025-06')?.change).toBe('unchanged');
  });

  test('CH9 a standard whose sources were read before the day is unknown, not unchanged', () => {
    const map = mapOf([standard('ISO 1', { editions: [text('2019')] }), standard('ISO 2', { status: 'withdrawn' })], {
      sources: [{ id: 'iso', catalogue: 'ISO', asOf: '2024-12-01', licence: 'none stated' }],
    });
    const { standards } = changes(map, { since: '2025-01' });
    expect(standards[0]).toMatchObject({ change: 'unknown', doubt: 'old-source' });
    // What had ended when it was read has not left since
    expect(standards[1]?.change).toBe('unchanged');
    expect(changes(map, { since: '2024-11' }).standards[0]?.change).toBe('unchanged');
  });

  test('CH10 who said so is told: the submissions that state the text, the withdrawal or the successor', () => {
    const gone = standard('ISO 1', { status: 'withdrawn', withdrawn: '2025-06', editions: [text('2019'), text('2025-03')] });
    const by = (id: string, date: string, said: Submission['standards'][number]): Submission => ({
      id,
      body: 'iso',
      by: 'contact person of ISO',
      date,
      standards: [said],
    });
    const map = mapOf([gone], {
      submissions: [
        by('b', '2025-07-01', { id: 'ISO 1', withdrawn: '2025-06' }),
        by('a', '2025-06-30', { id: 'ISO 1', withdrawn: '2025-06', editions: [text('2025-03')] }),
        by('c', '2025-08-01', { id: 'ISO 1', withdrawn: '2025-05' }),
      ],
    });
    const { facts = [] } = changes(map, { since: '2025-01' }).standards[0] ?? {};
    expect(facts.map(({ kind, submissions }) => [kind, submissions])).toEqual([
      ['withdrawn', ['a', 'b']],
      ['edition', ['a']],
    ]);
  });

  test('CH11 the same frozen answer for the same catalogue and days', () => {
    const map = mapOf([standard('ISO 1')]);
    const first = changes(map, { since: '2019' });
    expect(changes(map, { since: '2019', at: '' })).toBe(first);
    expect(changes(map, { since: '2020' })).not.toBe(first);
    expect([first, first.standards, first.standards[0], first.standards[0]?.facts, first.counts].every(Object.isFrozen)).toBe(true);
    expect(first.of('nobody')).toBeUndefined();
  });

  test('CH12 a day that is none is refused, and says what was expected', () => {
    const map = mapOf([]);
    expect(() => changes(map, { since: '' })).toThrow('changes: expected since as a date such as 2019, 2019-05 or 2019-05-23, got ""');
    expect(() => changes(map, { since: '2025-02-30' })).toThrow(RangeError);
    expect(() => changes(map, { since: '2025', at: 'now' })).toThrow(RangeError);
  });

  test('CH13 sums by SDO and topic: each standard once under its own SDO, and under each of its topics', () => {
    const map = mapOf([
      standard('ISO 1', { topics: ['energy', 'mobility'], editions: [text('2025-03')] }),
      standard('ISO 2', { topics: ['mobility'], editions: [text('2019')] }),
    ]);
    const all = changes(map, { since: '2025-01' });
    const sums = changeSums(map, all);
    expect([sums.counts.came, sums.counts.unchanged, changedCount(sums.counts)]).toEqual([1, 1, 1]);
    expect(sums.sdos.map(({ id, counts }) => [id, counts.came, counts.unchanged])).toEqual([['iso', 1, 1]]);
    expect(sums.topics.map(({ id, counts }) => [id, counts.came])).toEqual(
      [
        ['energy', 1],
        ['mobility', 1],
      ].filter(([id]) => map.topic(String(id))),
    );
    expect(changeSums(map, all, ['ISO 2', 'nobody']).counts).toMatchObject({ came: 0, unchanged: 1 });
  });
});

describe('the day that is meant', () => {
  const meeting = (date: string, committee = 'JCA'): NonNullable<Dataset['activities']>[number] => ({
    id: `${committee}-${date}`,
    committee,
    date,
    participants: null,
    inputDocuments: null,
    deliverables: null,
    outputLiaisonStatements: null,
    contactPoints: null,
    termsOfReferenceUpdated: null,
    source: 'iso',
  });

  test('CH14 without a choice it is the last meeting but one, and without two meetings two years back', () => {
    const map = mapOf([], { asOf: '2026-02-28', activities: [meeting('2024-07'), meeting('2025-09'), meeting('2025-01')] });
    expect(usualSince(map)).toEqual({ since: '2025-01', why: { meeting: 'JCA' } });
    expect(usualSince(map, '2025-05')).toEqual({ since: '2024-07', why: { meeting: 'JCA' } });
    expect(usualSince(mapOf([], { asOf: '2024-02-29', activities: [meeting('2023-09')] }))).toEqual({
      since: '2022-02-28',
      why: { years: 2 },
    });
    expect(sinceChoices(map).map(({ since }) => since)).toEqual(['2025-09', '2025-01', '2024-07', '2025-02-28', '2024-02-28']);
  });
});

/** What the rules of the README say, written anew over bare lists: no code in common with what is tested. */
function oracle(map: Catalogue, since: string): Map<string, ChangeClass> {
  const all = map.dataset.standards;
  const end = (date: string): number => {
    const [y = 0, m, d] = date.split('-').map(Number);
    return d !== undefined ? Date.UTC(y, (m ?? 1) - 1, d) : m !== undefined ? Date.UTC(y, m, 0) : Date.UTC(y, 12, 0);
  };
  const day = end(since);
  const isText = (e: Standard['editions'][number]): boolean =>
    !(e.kind === 'draft' || e.status === 'under-development' || e.status === 'proposed');
  const answer = new Map<string, ChangeClass>();
  for (const s of all) {
    const read = Math.max(...s.sources.map((id) => end(map.dataset.sources.find((source) => source.id === id)?.asOf ?? '1865')));
    const isEnded = s.status === 'withdrawn' || s.status === 'superseded';
    const outs = s.editions.filter(isText).map((e) => (e.date === undefined ? NaN : end(e.date)));
    const drafts = s.editions.filter((e) => !isText(e)).map((e) => (e.date === undefined ? NaN : end(e.date)));
    const last = s.editions.filter(isText).reduce((max, e) => ((e.date ?? '') > max ? (e.date ?? '') : max), '');
    const ends = all
      .filter((o) => o.relations?.some((r) => r.type === 'supersedes' && r.to === s.id && r.external !== true))
      .map(
        (o) =>
          o.editions
            .filter(isText)
            .flatMap((e) => e.date ?? [])
            .sort()[0] ?? '',
      )
      .filter((date) => date > last)
      .sort();
    const left = s.withdrawn ?? ends[0];
    const isKnown = isEnded && read > day;
    let change: ChangeClass = 'unchanged';
    if (isKnown && left === undefined) change = 'left-undated';
    else if (isKnown && left !== undefined && end(left) > day) change = 'left';
    else if (outs.some((out) => out > day)) change = outs.some((out) => out <= day) ? 'revised' : 'came';
    else if (drafts.some((at) => at > day)) change = 'started';
    else if (!isEnded && (read <= day || s.editions.every((e) => e.date === undefined))) change = 'unknown';
    answer.set(s.id, change);
  }
  return answer;
}

describe('on the shipped dataset', () => {
  const map = shipped();

  test.each(['2019', '2022-02', '2024-07', '2025-01', '2025-01-15', '2025-09', '2026-05-02'])(
    'CH15 since %s as counted by hand',
    (since) => {
      const expected = oracle(map, since);
      const found = changes(map, { since });
      const wrong = found.standards
        .filter(({ id, change }) => expected.get(id) !== change)
        .map(({ id, change }) => `${id} ${change}, not ${String(expected.get(id))}`);
      expect(wrong).toEqual([]);
      expect(CHANGE_CLASSES.reduce((sum, one) => sum + found.counts[one], 0)).toBe(map.standards.length);
    },
  );

  test('CH16 since the meeting of January 2025: all classes are there, and no fact lies before', () => {
    const found = changes(map, { since: '2025-01' });
    for (const one of ['came', 'revised', 'started', 'left', 'left-undated', 'unknown', 'unchanged'] as const)
      expect(found.counts[one], one).toBeGreaterThan(0);
    for (const { id, facts } of found.standards)
      for (const { date, sources } of facts) {
        expect(date === undefined || date > '2025-01', id).toBe(true);
        expect(sources.length, id).toBeGreaterThan(0);
      }
    expect(found.of('IEC TR 63283-2')?.facts).toEqual([
      { kind: 'superseded', designation: 'IEC TS 63283-2', date: '2025-12-23', isSure: true, sources: ['relaton-iec'], submissions: [] },
    ]);
  });

  test('CH17 two periods that meet have what one over both has: what came in either came, or was revised', () => {
    const [first, second, both] = [
      changes(map, { since: '2024-01', at: '2025-01' }),
      changes(map, { since: '2025-01' }),
      changes(map, { since: '2024-01' }),
    ];
    const wrong = map.standards.flatMap(({ id }) => {
      const texts = (of: typeof both): readonly string[] =>
        (of.of(id)?.facts ?? [])
          .flatMap(({ kind, designation }) => (kind === 'withdrawn' || kind === 'superseded' ? [] : (designation ?? [])))
          .sort();
      return [...texts(first), ...texts(second)].sort().join() === texts(both).join() ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });
});
