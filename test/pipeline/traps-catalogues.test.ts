import { expect, test } from 'vitest';
import { landscape, published, record, standards } from './catalogue-record.js';

test("T7 the committee on record is today's owner: the dataset knows whom it succeeded and who succeeds it", () => {
  const { all, report } = standards([
    record('itu', 'ITU-T F.747.1 (06/2012)', { stage: 'Published', doctype: 'recommendation', committees: ['ITU-T Study Group 21'] }),
    record('iso', 'ISO 37120:2018', { stage: '60.60', committees: ['ISO/TC 268'] }),
  ]);
  expect(all.map((standard) => standard.committees)).toEqual([['ISO/TC 268'], ['ITU-T SG21']]);
  expect(report.count(7)).toBe(2);
});

test('T8 a committee that the catalogue gives wrongly is corrected, with the reason in the report', () => {
  const correction = {
    standard: 'ITU-T Y Suppl. 53',
    field: 'committees',
    value: ['ITU-T SG20'],
    reason: 'its title names the Y.4000 series',
    source: 'title',
  } as const;
  const { all, report } = standards(
    [record('itu', 'ITU-T Y Suppl. 53 (12/2018)', { stage: 'Published', committees: ['ITU-T Study Group 13'] })],
    [correction],
  );
  expect(all[0]?.committees).toEqual(['ITU-T SG20']);
  expect(report.count(8)).toBe(1);
  expect(report.notes.join()).toContain('from ITU-T SG13 to ITU-T SG20: its title names the Y.4000 series');
});

test('T8 a correction that matches no standard stops the run and names itself', () => {
  const correction = { standard: 'ITU-T Y.9999', field: 'committees', value: ['ITU-T SG20'], reason: 'r', source: 's' } as const;
  expect(() => standards([record('itu', 'ITU-T X.1352 (09/2022)')], [correction])).toThrow(
    'no standard of the set is called "ITU-T Y.9999" (committees)',
  );
});

test('T8 a correction of a standard whose catalogue was not read is a note: one repository can be imported by itself', () => {
  const correction = { standard: 'ITU-T Y.9999', field: 'committees', value: ['ITU-T SG20'], reason: 'r', source: 's' } as const;
  const { report } = standards([record('iso', 'ISO 37120:2018', { stage: '60.60' })], [correction]);
  expect(report.notes).toContain('correction of a standard whose catalogue was not read: ITU-T Y.9999 (itu)');
});

test('T9 a record without status is unknown: a gap in the data, never withdrawn and never in force', () => {
  const { works, report } = landscape(record('itu', 'ITU-T X.1352 (09/2022)', published('2022-09-02')));
  expect([works[0]?.status, works[0]?.editions[0]?.status]).toEqual(['unknown', 'unknown']);
  expect(report.examples(9)).toEqual(['ITU-T X.1352 (09/2022): no status']);
});

test('T9 a status word that the catalogue is not known to use is unknown, too, and named', () => {
  const { report, works } = landscape(record('iec', 'IEC 61968-9:2024', { stage: 'SUSPENDED' }));
  expect(works[0]?.status).toBe('unknown');
  expect(report.examples(23)[0]).toContain('SUSPENDED');
});

test('T19 a joint text in two catalogues is one standard of both publishers, with both sources and what they disagree on', () => {
  const { all, report } = standards([
    record('iso', 'ISO/IEC 30141:2018/Cor 1:2020', {
      stage: '95.99',
      dates: [
        { kind: 'published', value: '2018' },
        { kind: 'updated', value: '2020-11' },
      ],
    }),
    record('iso', 'ISO/IEC 30141:2018', { stage: '60.60', ...published('2018-10'), committees: ['ISO/IEC JTC 1/SC 41'], ics: ['35.020'] }),
    record('iec', 'ISO/IEC 30141:2018', {
      stage: 'WITHDRAWN',
      ...published('2018-08-30'),
      committees: ['ISO/IEC JTC 1/SC 41'],
      ics: ['35.020', '35.110'],
    }),
    record('iec', 'ISO/IEC 30141:2018/COR1:2020', { stage: 'WITHDRAWN', ...published('2020-11-08') }),
  ]);
  expect(all.map(({ id, publishers, committees, ics, status, sources }) => ({ id, publishers, committees, ics, status, sources }))).toEqual(
    [
      {
        id: 'ISO/IEC 30141',
        publishers: ['iso', 'iec'],
        committees: ['ISO/IEC JTC 1/SC 41'],
        ics: undefined,
        status: 'withdrawn',
        sources: ['relaton-iec', 'relaton-iso'],
      },
    ],
  );
  expect(all[0]?.editions.map((edition) => [edition.id, edition.date])).toEqual([
    ['ISO/IEC 30141:2018', '2018-08-30'],
    ['ISO/IEC 30141:2018/Cor 1:2020', '2020-11-08'],
  ]);
  expect(all[0]?.conflicts).toEqual([
    { field: 'ISO/IEC 30141:2018 status', value: 'withdrawn', source: 'relaton-iec', otherValue: 'in-force', otherSource: 'relaton-iso' },
    { field: 'ISO/IEC 30141:2018 date', value: '2018-08-30', source: 'relaton-iec', otherValue: '2018-10', otherSource: 'relaton-iso' },
  ]);
  expect(report.count(19)).toBe(2);
});

test("T19 a coarser date or a coarser status is no disagreement, and ISO's word of a revision is kept", () => {
  const { works } = landscape(
    record('iso', 'ISO 15118-4:2018', { stage: '90.92', ...published('2018-03') }),
    record('iec', 'ISO 15118-4:2018', { stage: 'PUBLISHED', ...published('2018-03-07') }),
  );
  expect(works.map((work) => [work.status, work.conflicts])).toEqual([['under-revision', []]]);
});

test('T20 a draft in the older snapshot is the published text of the fresher one, even as another deliverable', () => {
  const { works, report } = landscape(
    record('iso', 'ISO/IEC DIS 30180', { stage: '40.99', edition: '1' }),
    record('iec', 'ISO/IEC TS 30180:2025', { stage: 'PUBLISHED', edition: '1', ...published('2025-11-04') }),
    record('iso', 'ISO/IEC DIS 30141', { stage: '40.60', edition: '3' }),
    record('iec', 'ISO/IEC 30141:2024', { stage: 'PUBLISHED', edition: '2', ...published('2024-08-23') }),
  );
  expect(works.map((work) => [work.id, work.status, work.editions.map((edition) => edition.id)])).toEqual([
    ['ISO/IEC TS 30180', 'in-force', ['ISO/IEC TS 30180:2025']],
    ['ISO/IEC 30141', 'under-revision', ['ISO/IEC 30141:2024', 'ISO/IEC DIS 30141']],
  ]);
  expect(works[0]?.conflicts).toEqual([
    {
      field: 'ISO/IEC TS 30180:2025 status',
      value: 'in-force',
      source: 'relaton-iec',
      otherValue: 'under-development',
      otherSource: 'relaton-iso',
    },
  ]);
  expect(report.count(20)).toBe(1);
});

test("T21 a text is its publisher's whatever catalogue lists it and however that spells it", () => {
  const { works, report } = landscape(
    record('iso', 'IEC 63339:2024', { stage: '60.60' }),
    record('iec', 'ISO TS 25558:2026', { title: 'Ageing societies', stage: 'PUBLISHED' }),
  );
  expect(works.map((work) => [work.id, work.latest.name.publishers])).toEqual([
    ['IEC 63339', ['iec']],
    ['ISO/TS 25558', ['iso']],
  ]);
  expect(report.count(21)).toBe(3);
});

test("T21 title, page and leading committee of a text are those in its publisher's catalogue, whoever lists it more freshly", () => {
  const { all } = standards([
    record('iec', 'ISO 15118-20:2022', {
      title: 'Road vehicles - Part 20: Network protocol',
      stage: 'PUBLISHED',
      committees: ['TC 69'],
      url: 'https://webstore.iec.ch/publication/26347',
    }),
    record('iso', 'ISO 15118-20:2022', {
      title: 'Road vehicles - Part 20: 2nd generation network layer',
      stage: '60.60',
      committees: ['ISO/TC 268'],
      url: 'https://www.iso.org/standard/77845.html',
    }),
  ]);
  expect(all).toMatchObject([
    {
      id: 'ISO 15118-20',
      title: 'Road vehicles – Part 20: 2nd generation network layer',
      url: 'https://www.iso.org/standard/77845.html',
      committees: ['ISO/TC 268', 'IEC TC 69'],
      editions: [{ id: 'ISO 15118-20:2022', stage: 'PUBLISHED' }],
    },
  ]);
  expect(all[0]?.editions[0]).not.toHaveProperty('title');
});

test('a publisher that is no SDO of the map stays with the standard by name', () => {
  const { all, report } = standards([record('iso', 'ISO/SAE PAS 22736:2021', { stage: '60.60', committees: ['ISO/TC 268'] })]);
  expect(all.map(({ publishers, copublishers }) => [publishers, copublishers])).toEqual([[['iso'], ['SAE']]]);
  expect(report.notes).toContain('publisher that is no SDO of the map: sae of ISO/SAE PAS 22736');
});

test('a French title is one in French: an English one in older words is none', () => {
  const titled = (fr: string): unknown =>
    standards([record('iso', 'ISO 37122:2019', { stage: '60.60', committees: ['ISO/TC 268'], titles: { fr } })]).all[0]?.titles;
  expect(titled('Éclairage – Exigences')).toEqual({ fr: 'Éclairage – Exigences' });
  expect(titled("Indicateurs pour l'eau")).toEqual({ fr: "Indicateurs pour l'eau" });
  expect(titled('City lighting – Requirements')).toBeUndefined();
});

test('T26 texts are matched by number first: titles may differ', () => {
  const { works, statements, report } = landscape(
    record('iso', 'ISO 15118-5:2018', { title: 'Vehicles to grid - Part 5: conformance tests', stage: '60.60' }),
    record('iec', 'ISO 15118-5:2018', { title: 'Vehicle to grid - Part 5: conformance test', stage: 'PUBLISHED' }),
    record('itu', 'ITU-T Y.4500.23 (03/2018)', { title: 'oneM2M – Home appliances information model', stage: 'Published' }),
    record('etsi', 'ETSI TS 118 123 V4.8.1 (2024-02)', {
      title: 'oneM2M; SDT based Information Model (oneM2M TS-0023 version 4.8.1 Release 4)',
    }),
  );
  expect(works).toHaveLength(3);
  expect(statements.map(({ subject, relation }) => `${subject} ${relation.type} ${relation.to}`)).toEqual([
    'ITU-T Y.4500.23 same-text ETSI TS 118 123',
  ]);
  expect(report.count(26)).toBe(2);
});
