import { expect, test } from 'vitest';
import { landscape, published, record, standards } from './catalogue-record.js';

test('T1 of two copies of one record the one of the newer model stays', () => {
  const { works, report } = landscape(
    record('iso', 'ISO 37122:2019', { model: 'v1.2.7', file: 'iso-37122:2019.yaml', stage: '60.60' }),
    record('iso', 'ISO 37122:2019', { model: 'v1.2.9', file: 'iso-37122-2019.yaml', stage: '90.93' }),
  );
  expect(works.map((work) => work.editions)).toEqual([[{ id: 'ISO 37122:2019', date: '2019', status: 'in-force', stage: '90.93' }]]);
  expect(report.count(1)).toBe(1);
});

test('T2 the stages of one project are one text, the published one', () => {
  const url = 'https://www.iso.org/standard/85840.html';
  const { works, report } = landscape(
    record('iso', 'ISO/DIS 14813-1', { url, stage: '40.99' }),
    record('iso', 'ISO 14813-1', { url, stage: '60.00' }),
    record('iso', 'ISO 14813-1:2024', { url, stage: '60.60', ...published('2024-08') }),
  );
  expect(works.map((work) => [work.id, work.status, work.editions.map((edition) => edition.id)])).toEqual([
    ['ISO 14813-1', 'in-force', ['ISO 14813-1:2024']],
  ]);
  expect(report.count(2)).toBe(2);
});

test('T2 a project that changed its number is one text under its last number', () => {
  const url = 'https://www.iso.org/standard/82914.html';
  const { works } = landscape(
    record('iso', 'ISO/DIS 7817.2', { url, stage: '40.60' }),
    record('iso', 'ISO 7817-1:2024', { url, stage: '60.60' }),
  );
  expect(works.map((work) => work.id)).toEqual(['ISO 7817-1']);
});

test('T2 a text under publication has no year yet and counts as a draft', () => {
  const { works } = landscape(record('iso', 'ISO 19152-4', { stage: '60.00', url: 'https://www.iso.org/standard/81266.html' }));
  expect(works[0]?.editions).toEqual([{ id: 'ISO 19152-4', kind: 'draft', status: 'under-development', stage: '60.00' }]);
});

test('T10 an amendment without a title takes that of the edition it changes', () => {
  const { works, report } = landscape(
    record('itu', 'ITU-T Y.4052 (08/2022)', { title: 'Vocabulary for blockchain', stage: 'Published' }),
    record('itu', 'ITU-T Y.4052 (2022) Cor. 1 (03/2025)', { title: '', stage: 'Published' }),
  );
  expect(works[0]?.texts.map((text) => text.record.title)).toEqual(['Vocabulary for blockchain', 'Vocabulary for blockchain']);
  expect(report.examples(10)).toEqual(['ITU-T Y.4052 (2022) Cor. 1 (03/2025): no title']);
});

test('T11 a placeholder is no title: its leading parts remain, or the title of another edition', () => {
  const { works, report } = landscape(
    record('iso', 'ISO/IEC TR 30189-5', { title: 'Internet of Things (IoT) - Heritage assets - Part 5: Title missing', stage: '60.00' }),
  );
  expect(works[0]?.latest.record.title).toBe('Internet of Things (IoT) – Heritage assets');
  const other = landscape(
    record('iso', 'ISO 10711:2012', { title: 'Interface protocol between detectors and controllers', stage: '95.99' }),
    record('iso', 'ISO 10711:2024', { title: 'Withdrawn', stage: '60.60' }),
  );
  expect(other.works[0]?.latest.record.title).toBe('Interface protocol between detectors and controllers');
  expect(report.count(11) + other.report.count(11)).toBe(2);
});

test('T12 an ISO amendment is dated by its own year, not by that of its base', () => {
  const { works, report } = landscape(
    record('iso', 'ISO 12813:2015', { stage: '95.99', ...published('2015-12') }),
    record('iso', 'ISO 12813:2015/Amd 1:2017', {
      stage: '95.99',
      dates: [
        { kind: 'published', value: '2015' },
        { kind: 'updated', value: '2017-06' },
      ],
    }),
  );
  expect(works[0]?.editions.map((edition) => [edition.id, edition.kind, edition.date])).toEqual([
    ['ISO 12813:2015', undefined, '2015-12'],
    ['ISO 12813:2015/Amd 1:2017', 'amendment', '2017-06'],
  ]);
  expect(report.count(12)).toBe(1);
});

test('T17 character references in titles become characters', () => {
  const { works, report } = landscape(
    record('etsi', 'ETSI TS 103 099 V1.5.1 (2020-10)', { title: 'Architecture &amp; Cross Layers; Part 2 &#8211; Tests &unknown;' }),
  );
  expect(works[0]?.latest.record.title).toBe('Architecture & Cross Layers; Part 2 – Tests &unknown;');
  expect(report.count(17)).toBe(1);
});

test("T17 one printed ETSI name means 3GPP's group or ETSI's own, by the number in the title", () => {
  const { all, report } = standards([
    record('etsi', 'ETSI TS 133 185 V19.0.0 (2025-10)', {
      title: 'LTE; Security aspect for V2X services (3GPP TS 33.185 version 19.0.0 Release 19)',
      doctype: 'TS',
      committees: ['Security'],
    }),
    record('etsi', 'ETSI TS 102 940 V2.1.1 (2021-07)', {
      title: 'Intelligent Transport Systems (ITS); Security; Communications security architecture',
      doctype: 'TS',
      committees: ['Security'],
    }),
  ]);
  expect(all.map((standard) => standard.committees)).toEqual([['ETSI TC ITS WG5'], ['3GPP SA3']]);
  expect(report.count(17)).toBe(2);
});

test('T22 IEEE texts are dated by their approval, not by the day they were loaded', () => {
  const { works, report } = landscape(
    record('ieee', 'IEEE Std 1488-2000', {
      stage: 'withdrawn',
      dates: [
        { kind: 'created', value: '2000-07-13' },
        { kind: 'published', value: '2017-03-08' },
        { kind: 'issued', value: '2000-06-21' },
      ],
    }),
  );
  expect(works[0]?.editions).toEqual([{ id: 'IEEE Std 1488-2000', date: '2000-06-21', status: 'withdrawn', stage: 'withdrawn' }]);
  expect(report.count(22)).toBe(1);
});

test('T22 a cut-off designation is dropped beside the whole one, and a truncated one is no standard', () => {
  const same = { title: 'IEEE Standard for Smart Utility Networks', stage: 'Active', dates: [{ kind: 'issued', value: '2022-02-09' }] };
  const { works, report } = landscape(
    record('ieee', 'IEEE Std 802.15.4aa-2022', same),
    record('ieee', 'IEEE Std 802.15.4', same),
    record('ieee', 'IEEE Cyber', { title: 'Cyber' }),
  );
  expect(works.map((work) => work.id)).toEqual(['IEEE Std 802.15.4aa']);
  expect(report.count(22)).toBe(2);
});

test("T25 every separator of the catalogues becomes one, and IEC's “Amendment 1 - ” goes", () => {
  const titles = ['A - B', 'A -- B', 'A — B', 'A – B', 'Amendment 1 - A - B', 'A— B', 'A·—·B', 'A —- B', 'A—· B', 'A--B', 'A-- B'];
  const { works, report } = landscape(...titles.map((title, at) => record('iec', `IEC 6${at}000:2020`, { title, stage: 'PUBLISHED' })));
  expect(new Set(works.map((work) => work.latest.record.title))).toEqual(new Set(['A – B']));
  expect(report.count(25)).toBe(10);
});

test('T28 a deleted project never appears, and neither does a draft of an edition that has been published', () => {
  const { works, report } = landscape(
    record('iso', 'ISO/CD 15118-3', { stage: '30.98' }),
    record('iso', 'ISO 15118-2:2014', { stage: '90.92', edition: '1' }),
    record('iso', 'ISO/DIS 15118-2', { stage: '40.60', edition: '2' }),
    record('iso', 'ISO 37100:2016', { stage: '60.60', edition: '1' }),
    record('iso', 'ISO/DIS 37100', { stage: '40.99', edition: '1' }),
  );
  expect(works.map((work) => [work.id, work.status, work.editions.length])).toEqual([
    ['ISO 15118-2', 'under-revision', 2],
    ['ISO 37100', 'in-force', 1],
  ]);
  expect(report.count(28)).toBe(2);
});
