import { expect, test } from 'vitest';
import { landscape, published, record } from './catalogue-record.js';

const told = (statements: ReturnType<typeof landscape>['statements']): unknown =>
  statements.map(({ subject, relation }) => `${subject} ${relation.type} ${relation.to}${relation.external === true ? ' (outside)' : ''}`);

test("T3 ISO's “updates” points to the newer text: the years decide the direction", () => {
  const { statements, report } = landscape(
    record('iso', 'ISO/TS 17444-1:2017', { stage: '95.99', relations: [{ type: 'updates', to: 'ISO/TS 37444:2023' }] }),
    record('iso', 'ISO/TS 37444:2023', { stage: '60.60' }),
  );
  expect(told(statements)).toEqual(['ISO/TS 37444 supersedes ISO/TS 17444-1']);
  expect(statements[0]?.relation.evidence).toBe('Catalogue: ISO/TS 17444-1:2017 updates ISO/TS 37444:2023; the newer text supersedes');
  expect(report.count(3)).toBe(1);
});

test('T3 “obsoletes” with a later year points to the newer text, “updates” with an earlier one to the older', () => {
  const { statements } = landscape(
    record('iso', 'ISO 14825:2011', { stage: '95.99', relations: [{ type: 'obsoletes', to: 'ISO 20524-1:2020' }] }),
    record('iso', 'ISO 20524-1:2020', { stage: '60.60' }),
    record('iso', 'ISO 22179:2009', { stage: '95.99' }),
    record('iso', 'ISO 15622:2018', { stage: '60.60', relations: [{ type: 'updates', to: 'ISO 22179:2009' }] }),
  );
  expect(told(statements)).toEqual(['ISO 20524-1 supersedes ISO 14825', 'ISO 15622 supersedes ISO 22179']);
});

test('T3 “obsoletes” a draft means that the draft will replace the text', () => {
  const { works, statements } = landscape(
    record('iso', 'ISO/TS 14092:2020', { stage: '90.92', relations: [{ type: 'obsoletes', to: 'ISO/DIS 14092' }] }),
    record('iso', 'ISO/DIS 14092', { stage: '40.60' }),
  );
  expect(told(statements)).toEqual(['ISO 14092 supersedes ISO/TS 14092']);
  expect(works.map((work) => work.status)).toEqual(['under-revision', 'under-development']);
});

test('T3 relations between the editions of one work, to its amendments and from its old editions are none between works', () => {
  const { statements } = landscape(
    record('iso', 'ISO 14581:2013', {
      stage: '95.99',
      relations: [
        { type: 'updates', to: 'ISO 14581:2022' },
        { type: 'updates', to: 'ISO 14581:2013/Amd 1:2015' },
      ],
    }),
    record('iso', 'ISO 14581:2022', { stage: '60.60', relations: [{ type: 'obsoletes', to: 'ISO 14581:2013' }] }),
    record('iso', 'ISO 24014-1:2007', { stage: '95.99', relations: [{ type: 'updates', to: 'ISO/TR 24014-2:2013' }] }),
    record('iso', 'ISO 24014-1:2021', { stage: '60.60' }),
    record('iso', 'ISO/TR 24014-2:2013', { stage: '60.60' }),
  );
  expect(statements).toEqual([]);
});

test('T3 statements that contradict each other close no circle: the newer text supersedes', () => {
  const { statements } = landscape(
    record('iso', 'ISO 22418:2018', {
      stage: '60.60',
      ...published('2018-05'),
      relations: [{ type: 'obsoletes', to: 'ISO 24102-5:2013' }],
    }),
    record('ieee', 'IEEE Std 1900-2010', {
      stage: 'Active',
      title: 'Power lines',
      relations: [{ type: 'updates', to: 'IEEE Std 1901-2010' }],
    }),
    record('ieee', 'IEEE Std 1901-2010', { stage: 'Active', title: 'Another', relations: [{ type: 'updates', to: 'IEEE Std 1900-2010' }] }),
    record('iso', 'ISO 24102-5:2013', {
      stage: '95.99',
      title: 'Fast service advertisement protocol',
      ...published('2013-07'),
      relations: [{ type: 'updates', to: 'ISO 22418:2018' }],
    }),
  );
  expect(told(statements)).toEqual(['ISO 22418 supersedes ISO 24102-5', 'IEEE Std 1900 supersedes IEEE Std 1901']);
});

test('T4 “complementOf” every supplement of the series is dropped', () => {
  const { statements, report } = landscape(
    record('itu', 'ITU-T Y.4903 (03/2022)', {
      stage: 'Published',
      relations: [
        { type: 'complementOf', to: 'Y Suppl. 96 (11/2025)' },
        { type: 'complementOf', to: 'Y Suppl. 32 (07/2020)' },
      ],
    }),
    record('itu', 'ITU-T Y Suppl. 32 (07/2020)', { stage: 'Published' }),
  );
  expect(statements).toEqual([]);
  expect(report.count(4)).toBe(2);
});

test('T5 a relation finds its text whatever its spelling', () => {
  const { works, report } = landscape(
    record('itu', 'ITU-T Y.4903 (03/2022)', { stage: 'Published', relations: [{ type: 'hasEdition', to: 'L.1603 (10/2016)' }] }),
    record('itu', 'ITU-T L.1603 (10/2016)', { stage: 'Withdrawal' }),
    record('itu', 'ITU-T G.231 (10/1976)', {
      title: 'Carrier equipment',
      relations: [
        { type: 'hasEdition', to: 'Q Suppl.3 (03/1993)' },
        { type: 'hasEdition', to: 'H 222 v10 (04/2025)' },
      ],
    }),
    record('itu', 'ITU-T Q Suppl. 3 (03/1993)', { title: 'Signalling' }),
    record('itu', 'ITU-T H.222 (V10) (04/2025)', { title: 'Generic coding' }),
  );
  expect(works.map((work) => work.editions.map((edition) => edition.id))).toEqual([
    ['ITU-T L.1603 (10/2016)', 'ITU-T Y.4903 (03/2022)'],
    ['ITU-T G.231 (10/1976)', 'ITU-T Q Suppl. 3 (03/1993)', 'ITU-T H.222 (V10) (04/2025)'],
  ]);
  expect(report.count(5)).toBe(3);
});

test('T15 a TS that became an EN is superseded by it, told by the title', () => {
  const title = 'CYBER; Cyber Security for Consumer Internet of Things: Baseline Requirements';
  const { works, statements, report } = landscape(
    record('etsi', 'ETSI TS 103 645 V3.1.1 (2024-01)', { title }),
    record('etsi', 'ETSI EN 303 645 V3.1.3 (2024-09)', { title }),
  );
  expect(told(statements)).toEqual(['ETSI EN 303 645 supersedes ETSI TS 103 645']);
  expect(works.map((work) => [work.id, work.status])).toEqual([
    ['ETSI TS 103 645', 'superseded'],
    ['ETSI EN 303 645', 'in-force'],
  ]);
  expect(report.count(15)).toBe(1);
});

test('T15 a TS that is newer than the EN of its title lives on', () => {
  const title = 'Intelligent Transport Systems (ITS); GeoNetworking; Part 1: Requirements';
  const { works, statements } = landscape(
    record('etsi', 'ETSI TS 103 836-1 V2.1.1 (2024-07)', { title }),
    record('etsi', 'ETSI EN 302 636-1 V1.2.1 (2014-04)', { title }),
  );
  expect([statements, works.map((work) => work.status)]).toEqual([[], ['in-force', 'in-force']]);
});

test('T14 a TS of IEC that was replaced is superseded by the text of its number that came out on that day', () => {
  const replaced = (day: string): Parameters<typeof record>[2] => ({
    stage: 'REPLACED',
    dates: [
      { kind: 'published', value: '2007-06-22' },
      { kind: 'obsoleted', value: day },
    ],
  });
  const standard = [
    record('iec', 'IEC 62351-4:2018', { stage: 'REVISED', ...published('2018-11-19') }),
    record('iec', 'IEC 62351-4:2020', { stage: 'PUBLISHED', ...published('2020-07-17') }),
  ];
  const { statements, report } = landscape(record('iec', 'IEC TS 62351-4:2007', replaced('2018-11-19')), ...standard);
  expect(told(statements)).toEqual(['IEC 62351-4 supersedes IEC TS 62351-4']);
  expect(statements[0]?.relation.evidence).toBe(
    'Same number: IEC TS 62351-4:2007 was replaced on 2018-11-19, the day on which IEC 62351-4:2018 was published',
  );
  expect(report.examples(14)).toContain('IEC TS 62351-4 has become IEC 62351-4');
  expect(told(landscape(record('iec', 'IEC TS 62351-4:2007', replaced('2019-01-01')), ...standard).statements)).toEqual([]);
});
