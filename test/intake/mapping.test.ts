import { describe, expect, test } from 'vitest';
import { dayOrder, readDate } from '../../src/intake/dates.js';
import { COLUMN_WORDS, INTAKE_FIELDS, type IntakeField } from '../../src/intake/fields.js';
import { KnownNames } from '../../src/intake/known.js';
import { columnsOf, headerRowOf, proposeMapping } from '../../src/intake/mapping.js';
import { isCommitteeName, isReference, readReference } from '../../src/intake/reference.js';
import { statusOf } from '../../src/intake/status-words.js';
import { templateText } from '../../src/intake/template.js';
import { shipped } from '../fixtures/shipped.js';
import { gridOf, problemsOf, take } from './files.js';

const map = shipped();
const known = new KnownNames(map);
const propose = (...rows: readonly (readonly string[])[]) => proposeMapping({ name: '', rows }, known);
const ROW = ['ISO 37122:2019', 'Indicators for smart cities of all sizes', 'ISO', 'ISO/TC 268', 'Published', '2019-05'] as const;
const SIX: readonly IntakeField[] = ['reference', 'title', 'sdo', 'committee', 'status', 'date'];

describe('columns', () => {
  test('IN8 headers are understood in English, French, Spanish, German and Arabic, in any order', () => {
    const headers: readonly (readonly string[])[] = [
      ['Reference', 'Title', 'SDO', 'Committee', 'Status', 'Date'],
      ['Designation', 'Name', 'Organisation', 'Technical committee', 'Stage', 'Publication date (dd/mm/yyyy)'],
      ['Référence', 'Intitulé', 'Organisme', 'Comité technique', 'Statut', 'Date de publication'],
      ['Norma', 'Título', 'Organismo', 'Comité técnico', 'Estado', 'Año'],
      ['Norm-Nummer', 'Titel', 'Herausgeber', 'Gremium', 'Stand', 'Ausgabedatum'],
      ['رقم المواصفة', 'العنوان', 'الجهة', 'اللجنة الفنية', 'الحالة', 'تاريخ النشر'],
      ['REFERENCE:', ' title ', 'S.D.O.', 'TC/SC', 'STATUS', 'Year'],
    ];
    for (const header of headers)
      for (const turn of [0, 2, 5]) {
        const turned = <T>(list: readonly T[]): readonly T[] => [...list.slice(turn), ...list.slice(0, turn)];
        const { fields, confidence } = propose(turned(header), turned(ROW));
        expect(fields, header.join()).toEqual(Object.fromEntries(turned(SIX).map((field, at) => [field, at])));
        for (const field of SIX) expect(confidence[field], `${header.join()} ${field}`).toBeGreaterThanOrEqual(0.6);
      }
  });

  test('IN8 every name of a column that is known leads to its own field', () => {
    for (const field of INTAKE_FIELDS)
      for (const word of COLUMN_WORDS[field]) {
        const { fields } = proposeMapping(
          {
            name: '',
            rows: [
              [word, 'x y z'],
              ['', ''],
            ],
          },
          known,
          1,
        );
        const homes = INTAKE_FIELDS.filter((other) => COLUMN_WORDS[other].includes(word));
        expect(
          homes.some((home) => fields[home] === 0),
          `${field}: ${word}`,
        ).toBe(true);
      }
  });

  test('IN8 a number of rows is no designation, and the longer name wins', () => {
    expect(propose(['No.', 'Standard', 'Standard title'], ['1', 'ISO 37122', 'Indicators for cities']).fields).toEqual({
      reference: 1,
      title: 2,
    });
  });

  test('IN9 titles above the names of the columns are passed over', () => {
    const grid = {
      name: '',
      rows: [
        ['Smart city roadmap, status 2026'],
        [],
        ['', 'Draft of the secretariat'],
        ['Reference', 'Title', 'Status'],
        ['ISO 37122', 'Indicators', 'Published'],
      ],
    };
    expect(headerRowOf(grid)).toBe(4);
    expect(columnsOf(grid, 4).map(({ name }) => name)).toEqual(['Reference', 'Title', 'Status']);
  });

  test('IN9 a table without names of columns is told by what stands in it, and is never sure', () => {
    const { headerRow, fields, confidence } = propose(
      [...ROW],
      ['ISO 37120:2018', 'Indicators for city services of cities', 'ISO', 'ISO/TC 268', 'Withdrawn', '2018'],
    );
    expect(headerRow).toBe(0);
    expect(fields).toEqual(Object.fromEntries(SIX.map((field, at) => [field, at])));
    for (const field of SIX) expect(confidence[field]).toBeLessThanOrEqual(0.5);
  });

  test('IN9 names that nobody knows are names all the same right above the first designation', () => {
    expect(
      propose(['Foo', 'Bar', 'Baz'], ['ISO 37122', 'Indicators for cities', 'x'], ['ISO 37120', 'Indicators of cities', 'y']),
    ).toMatchObject({ headerRow: 1, fields: { reference: 0, title: 1 } });
    expect(propose(['Our list'], ['ISO 37122', 'Indicators for cities'], ['ISO 37120', 'Indicators of cities'])).toMatchObject({
      headerRow: 0,
    });
  });

  test('IN9 columns of the same name are told apart by their letters, and nameless ones are called by theirs', () => {
    expect(
      columnsOf(
        {
          name: '',
          rows: [
            ['Title', '', 'title'],
            ['a', 'b', 'c', 'd'],
          ],
        },
        1,
      ).map(({ name }) => name),
    ).toEqual(['Title (A)', 'Column B', 'title (C)', 'Column D']);
  });

  test('IN9 the template is understood whole, and its example row is taken', async () => {
    const grid = await gridOf(templateText());
    const mapping = proposeMapping(grid, known);
    expect(mapping.headerRow).toBe(1);
    expect(Object.keys(mapping.fields).sort()).toEqual([...INTAKE_FIELDS].sort());
    for (const field of INTAKE_FIELDS) expect(mapping.confidence[field], field).toBeGreaterThanOrEqual(0.9);
    const taken = take(map, grid.rows);
    expect(problemsOf(taken)).toEqual([]);
    expect(taken.added[0]).toMatchObject({
      id: 'ISO 99999',
      topics: ['assessment', 'mobility'],
      committees: ['ISO/TC 268'],
      role: 'assessment-test',
      level: 'strategic',
      kind: 'normative',
      deliverable: 'IS',
      editions: [{ id: 'ISO 99999:2030', date: '2030-05-23', status: 'in-force' }],
      aliases: ['ITU-T Y.9999'],
      ics: ['13.020.20'],
    });
  });
});

describe('values', () => {
  test('IN10 dates come out as precise as they went in', () => {
    const dates: Readonly<Record<string, string>> = {
      '2019-05-23': '2019-05-23',
      '2019-05-23T10:00:00Z': '2019-05-23',
      '2019/5/3': '2019-05-03',
      '2019-05': '2019-05',
      '2019': '2019',
      '23.05.2019': '2019-05-23',
      '5.6.2019': '2019-06-05',
      '23/05/2019': '2019-05-23',
      '05/23/2019': '2019-05-23',
      '05/2019': '2019-05',
      '12-2019': '2019-12',
      'May 2019': '2019-05',
      'Sept. 2019': '2019-09',
      '23 May 2019': '2019-05-23',
      'May 23rd, 2019': '2019-05-23',
      'mai 2019': '2019-05',
      '1er août 2019': '2019-08-01',
      '23. März 2019': '2019-03-23',
      '23 de enero de 2019': '2019-01-23',
      'مايو 2019': '2019-05',
      '٢٣ مايو ٢٠١٩': '2019-05-23',
      '٢٠١٩': '2019',
      '2019年5月23日': '2019-05-23',
      '20190523': '2019-05-23',
      '43608': '2019-05-23',
      '43608.5': '2019-05-23',
      '(2019)': '2019',
    };
    for (const [text, date] of Object.entries(dates)) expect(readDate(text), text).toEqual({ ok: true, date });
    for (const text of ['soon', '31.02.2019', '2019-13', '12345', '99999', '1', '23 Foo 2019', 'Q3 2019', '0', '1800', ''])
      expect(readDate(text), text).toEqual({ ok: false });
  });

  test('IN10 where day and month could be either, the column tells; where it does not, the year alone is certain', () => {
    expect(readDate('05/06/2019')).toEqual({ ok: true, date: '2019', unsure: 'order' });
    expect(readDate('05/06/2019', dayOrder(['05/06/2019', '23/05/2019']))).toEqual({ ok: true, date: '2019-06-05' });
    expect(readDate('05/06/2019', dayOrder(['05/06/2019', '05/23/2019']))).toEqual({ ok: true, date: '2019-05-06' });
    expect(dayOrder(['23/05/2019', '05/23/2019'])).toBeUndefined();
    expect(readDate('05/05/2019')).toEqual({ ok: true, date: '2019-05-05' });
  });

  test('IN11 a status is told in five languages and by its stage code', () => {
    const words: Readonly<Record<string, string>> = {
      'In force': 'in-force',
      Published: 'in-force',
      'Published (60.60)': 'in-force',
      Publiée: 'in-force',
      vigente: 'in-force',
      'In Kraft': 'in-force',
      سارية: 'in-force',
      منشور: 'in-force',
      DIS: 'under-development',
      'en cours d’élaboration': 'under-development',
      Entwurf: 'under-development',
      'قيد الإعداد': 'under-development',
      annulée: 'withdrawn',
      zurückgezogen: 'withdrawn',
      ersetzt: 'superseded',
      'under revision': 'under-revision',
      NP: 'proposed',
      '60.60': 'in-force',
      '90.92': 'under-revision',
      '40.20': 'under-development',
      '95.99': 'withdrawn',
      '00.60': 'proposed',
    };
    for (const [text, status] of Object.entries(words)) expect(statusOf(text), text).toBe(status);
    for (const text of ['', 'yes', 'see note', '2019']) expect(statusOf(text), text).toBeUndefined();
  });

  test('IN12 every designation of the shipped dataset, of a work or of an edition, leads to its work', () => {
    const lost = map.standards.flatMap(({ id, editions }) =>
      [id, ...editions.filter(({ kind }) => kind === undefined || kind === 'edition').map((edition) => edition.id)].filter((text) => {
        const { work } = readReference(text);
        return work !== id && map.find(work)?.id !== id;
      }),
    );
    expect(lost).toEqual([]);
  });

  test('IN12 designations are taken apart in their usual spellings', () => {
    const works: Readonly<Record<string, string>> = {
      'ISO 37122:2019': 'ISO 37122',
      'ISO/DIS 37122': 'ISO 37122',
      'ISO/IEC DIS 30141': 'ISO/IEC 30141',
      'ISO IEC 30141:2024': 'ISO/IEC 30141',
      'ISO/IEC TS 30141-2:2020': 'ISO/IEC TS 30141-2',
      'Rec. ITU-T Y.4903 (03/2022)': 'ITU-T Y.4903',
      'Y.4903/L.1603': 'ITU-T Y.4903/L.1603',
      'Y Suppl. 58': 'ITU-T Y Suppl. 58',
      'Supplement 58 to ITU-T Y-series': 'ITU-T Y Suppl. 58',
      'ETSI TS 103 463 V1.1.1 (2017-07)': 'ETSI TS 103 463',
      'prEN 17701': 'EN 17701',
      'IEEE Std 2413-2019': 'IEEE Std 2413',
      'GB/T 33356-2016': 'GB/T 33356',
      'ISO 37122:2019/Amd 1:2020': 'ISO 37122',
    };
    for (const [text, work] of Object.entries(works)) {
      expect(readReference(text).work, text).toBe(work);
      expect(isReference(text), text).toBe(true);
    }
    expect(readReference('ISO/FDIS 37179')).toMatchObject({ draft: true, publishers: ['ISO'] });
  });

  test('IN12 sentences, numbers of rows, days and committees are no designations', () => {
    for (const text of [
      '1',
      '2019',
      'May 2019',
      'Part 1',
      'Internet of things 2',
      'ISO/TC 268',
      'SG20',
      'Q1/20',
      'IEC SyC 1',
      '',
      'see page 12 of the report',
    ])
      expect(isReference(text), text).toBe(false);
    for (const text of ['ISO/TC 268/SC 1', 'ITU-T SG20', 'Q1/20', 'JTC 1/SC 41']) expect(isCommitteeName(text), text).toBe(true);
    expect(isCommitteeName('ISO 37122')).toBe(false);
  });
});
