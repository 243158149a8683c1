import { expect, test } from 'vitest';
import { landscape, published, record, standards } from './catalogue-record.js';

const stages = (works: ReturnType<typeof landscape>['works']): unknown =>
  works.map((work) => [work.id, work.editions.map((edition) => `${edition.id} ${edition.status}`)]);

test('T6 a dual number and the single one that follows it are one work, found by either half', () => {
  const { works, report } = landscape(
    record('itu', 'ITU-T Y.4903/L.1603 (10/2016)', { stage: 'Withdrawal', ...published('2016-10-07') }),
    record('itu', 'ITU-T Y.4903 (03/2022)', { stage: 'Published', ...published('2022-03-09') }),
  );
  expect(works.map((work) => [work.id, work.aliases])).toEqual([['ITU-T Y.4903/L.1603', ['ITU-T L.1603', 'ITU-T Y.4903']]]);
  expect(report.count(6)).toBe(2);
});

test("T6 a renumbered text is one work under its new number, by the catalogue's own edition list", () => {
  const { works } = landscape(
    record('itu', 'ITU-T L Suppl. 16 (10/2015)', {
      stage: 'Withdrawal',
      ...published('2015-10-23'),
      relations: [{ type: 'hasEdition', to: 'Y Suppl. 36 (10/2015)' }],
    }),
    record('itu', 'ITU-T Y Suppl. 36 (10/2015)', { stage: 'Published', ...published('2015-10-23') }),
  );
  expect(works.map((work) => [work.id, work.aliases])).toEqual([['ITU-T Y Suppl. 36', ['ITU-T L Suppl. 16']]]);
});

test('T6 a number that was given to another subject names two works', () => {
  const { works, report } = landscape(
    record('itu', 'ITU-T E.113 (11/1988)', { title: 'Validation procedures for the international calling card', stage: 'Withdrawal' }),
    record('itu', 'ITU-T E.113 (05/1997)', { title: 'Numbering plan of maritime mobile services', stage: 'Published' }),
  );
  expect(works).toHaveLength(2);
  expect(report.count(6)).toBe(1);
});

test('T6 IEC numbers before and after 1997 are one work', () => {
  const { works } = landscape(record('iso', 'IEC 948:1988', { stage: '95.99' }), record('iec', 'IEC 60948:1988', { stage: 'PUBLISHED' }));
  expect(works.map((work) => [work.id, work.aliases])).toEqual([['IEC 60948', ['IEC 948']]]);
});

test('T13 redlines and consolidated forms are variants of their text, not texts', () => {
  const { works, report } = landscape(
    record('iec', 'IEC TS 62351-3:2014', { stage: 'PUBLISHED' }),
    record('iec', 'IEC TS 62351-3:2014/AMD1:2018', { stage: 'PUBLISHED' }),
    record('iec', 'IEC TS 62351-3:2014+AMD1:2018 CSV', { stage: 'PUBLISHED' }),
    record('iec', 'IEC TS 62351-3:2014 RLV', { stage: 'PUBLISHED' }),
  );
  expect(works[0]?.editions).toEqual([
    {
      id: 'IEC TS 62351-3:2014',
      date: '2014',
      status: 'in-force',
      stage: 'PUBLISHED',
      variants: ['IEC TS 62351-3:2014 RLV', 'IEC TS 62351-3:2014+AMD1:2018 CSV'],
    },
    { id: 'IEC TS 62351-3:2014/AMD1:2018', kind: 'amendment', date: '2018', status: 'in-force', stage: 'PUBLISHED' },
  ]);
  expect(report.count(13)).toBe(2);
});

test('T14 of the versions of an ETSI deliverable only the highest is in force, whatever the dates', () => {
  const { works, report } = landscape(
    record('etsi', 'ETSI TS 118 101 V3.22.0 (2021-02)'),
    record('etsi', 'ETSI TS 118 101 V4.15.0 (2022-09)'),
    record('etsi', 'ETSI TS 118 101 V2.10.0 (2023-10)'),
  );
  expect(stages(works)).toEqual([
    [
      'ETSI TS 118 101',
      [
        'ETSI TS 118 101 V2.10.0 (2023-10) superseded',
        'ETSI TS 118 101 V3.22.0 (2021-02) superseded',
        'ETSI TS 118 101 V4.15.0 (2022-09) in-force',
      ],
    ],
  ]);
  expect(report.count(14)).toBe(2);
});

test('T14 an IEC edition with a newer one is superseded, and so is the corrigendum to it', () => {
  const { works } = landscape(
    record('iec', 'IEC 61968-9:2009', { stage: 'PUBLISHED' }),
    record('iec', 'IEC 61968-9:2009/COR1:2010', { stage: 'PUBLISHED' }),
    record('iec', 'IEC 61968-9:2013', { stage: 'PUBLISHED' }),
    record('iec', 'IEC 61968-9:2013/COR1:2014', { stage: 'PUBLISHED' }),
  );
  expect(works[0]?.editions.map((edition) => edition.status)).toEqual(['superseded', 'superseded', 'in-force', 'in-force']);
});

test('T16 the 3GPP or oneM2M number at the end of an ETSI title becomes an alias', () => {
  const { works, report } = landscape(
    record('etsi', 'ETSI TS 133 185 V19.0.0 (2025-10)', { title: 'LTE; Security aspects (3GPP TS 33.185 version 19.0.0 Release 19)' }),
  );
  expect(works.map((work) => [work.aliases, work.latest.record.title])).toEqual([[['3GPP TS 33.185'], 'LTE; Security aspects']]);
  expect(report.count(16)).toBe(1);
});

test('T23 revisions that OGC and OASIS publish under new numbers fold by title, the newest giving the id', () => {
  const { works, report } = landscape(
    record('ogc', '15-078r6', { title: 'OGC SensorThings API Part 1: Sensing', doctype: 'standard', ...published('2016-07-26') }),
    record('ogc', '18-088', { title: 'OGC SensorThings API Part 1: Sensing Version 1.1', doctype: 'standard', ...published('2021-08-04') }),
    record('oasis', 'OASIS EDXL', {
      title: 'Emergency Data Exchange Language (EDXL) Hospital AVailability Exchange',
      dates: [{ kind: 'issued', value: '2008-11-01' }],
    }),
    record('oasis', 'OASIS EDXL-HAVE-v2.0-CS02', {
      title: 'Emergency Data Exchange Language (EDXL) Hospital AVailability Exchange (HAVE) Version 2.0',
      dates: [{ kind: 'issued', value: '2019-03-18' }],
    }),
  );
  expect(works.map((work) => [work.id, work.editions.map((edition) => `${edition.id} ${edition.status}`)])).toEqual([
    ['OGC 18-088', ['OGC 15-078r6 superseded', 'OGC 18-088 unknown']],
    ['OASIS EDXL-HAVE', ['OASIS EDXL superseded', 'OASIS EDXL-HAVE-v2.0-CS02 unknown']],
  ]);
  expect(report.count(23)).toBeGreaterThan(0);
});

test('T23 W3C levels are editions of one series and its undated address is none', () => {
  const { works } = landscape(
    record('w3c', 'W3C REC-wot-thing-description-20200409', { stage: 'Recommendation', ...published('2020-04-09') }),
    record('w3c', 'W3C wot-thing-description10'),
    record('w3c', 'W3C REC-wot-thing-description11-20231205', { stage: 'Recommendation', ...published('2023-12-05') }),
    record('w3c', 'W3C WD-wot-thing-description-2.0-20251104', { stage: 'First Public Working Draft', ...published('2025-11-04') }),
  );
  expect(works.map((work) => [work.id, work.status, work.editions.map((edition) => edition.status)])).toEqual([
    ['W3C wot-thing-description', 'under-revision', ['superseded', 'in-force', 'under-development']],
  ]);
});

test('T24 a Report and a Recommendation of one ITU-R number are two works; a Question is none', () => {
  const { works, report } = landscape(
    record('itu', 'ITU-R M.2084-0', { title: 'Satellite detection', doctype: 'technical-report', ...published('2007-05') }),
    record('itu', 'ITU-R M.2084-1', { title: 'Radio interface standards', doctype: 'recommendation', ...published('2020-04') }),
    record('itu', 'ITU-R 49.HDB', { doctype: 'handbook', ...published('2007-07') }),
    record('itu', 'ITU-R 49', { doctype: 'handbook', ...published('2021-03') }),
    record('itu', 'ITU-R M.5/224', { doctype: 'recommendation', ...published('2011-04') }),
  );
  expect(works.map((work) => [work.id, work.status])).toEqual([
    ['Report ITU-R M.2084', 'unknown'],
    ['ITU-R M.2084', 'unknown'],
    ['ITU-R Handbook 49', 'unknown'],
  ]);
  expect(report.count(24)).toBeGreaterThanOrEqual(3);
});

test('T27 “Withdrawal” at ITU means superseded when a newer edition exists, and withdrawn when none does', () => {
  const { works, report } = landscape(
    record('itu', 'ITU-T Y.4101 (06/2014)', { stage: 'Withdrawal' }),
    record('itu', 'ITU-T Y.4101 (10/2017)', { stage: 'Published' }),
    record('itu', 'ITU-T G.9902 (10/2012)', { title: 'Narrowband transceivers', stage: 'Withdrawal' }),
  );
  expect(works.map((work) => [work.status, work.editions.map((edition) => edition.status)])).toEqual([
    ['in-force', ['superseded', 'in-force']],
    ['withdrawn', ['withdrawn']],
  ]);
  expect(report.count(27)).toBe(1);
});

test('T27 a withdrawn work that another number replaces is superseded', () => {
  const { works, statements } = landscape(
    record('iso', 'ISO/TS 37151:2015', { stage: '95.99' }),
    record('iso', 'ISO 37151:2024', { stage: '60.60', relations: [{ type: 'obsoletes', to: 'ISO/TS 37151:2015' }] }),
  );
  expect(works.map((work) => [work.id, work.status])).toEqual([
    ['ISO/TS 37151', 'superseded'],
    ['ISO 37151', 'in-force'],
  ]);
  expect(statements.map(({ subject, relation }) => [subject, relation.type, relation.to])).toEqual([
    ['ISO 37151', 'supersedes', 'ISO/TS 37151'],
  ]);
});

test("T18 IEC's committee names get their organization, wherever the same number exists elsewhere", () => {
  const { all, report } = standards([
    record('iec', 'IEC SRD 63233-1:2022', {
      stage: 'PUBLISHED',
      doctype: 'system-reference-deliverable',
      committees: ['SyC Smart Cities'],
    }),
    record('iec', 'IEC 62746-4:2024', { stage: 'PUBLISHED', committees: ['TC 57'] }),
  ]);
  expect(all.map((standard) => [standard.id, standard.committees])).toEqual([
    ['IEC 62746-4', ['IEC TC 57']],
    ['IEC SRD 63233-1', ['IEC SyC Smart Cities']],
  ]);
  expect(report.count(18)).toBe(2);
});

test('T6 of two works that one number was given to, the newest keeps it and the other goes by its newest text', () => {
  const { works } = landscape(
    record('itu', 'ITU-T F.40 (11/1988)', { title: 'Telegram transmission over telex lines' }),
    record('itu', 'ITU-T F.40 (05/2020)', { title: 'Accessible lifts in smart buildings' }),
  );
  expect(works.map(({ id }) => id).sort()).toEqual(['ITU-T F.40', 'ITU-T F.40 (11/1988)']);
  expect(works.find(({ id }) => id === 'ITU-T F.40')?.latest.name.edition).toBe('ITU-T F.40 (05/2020)');
});
