import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { submissionText } from '../../src/cli/submission-file.js';
import { Zip } from '../../src/export/zip.js';
import { parseSubmission } from '../../src/model/parse-submission.js';
import type { SubmittedStandard } from '../../src/model/submission.js';
import { datasetText } from '../../src/pipeline/write.js';
import { workbook } from '../intake/files.js';
import { complete, landscape, submission } from '../intake/submissions.js';
import { folder, run, type Run } from './io.js';

const all = folder();
let cwd = '';
const write = (name: string, text: string | Uint8Array): void => {
  writeFileSync(join(cwd, name), text);
};
beforeEach(() => {
  cwd = mkdtempSync(join(all, 'run-'));
  write('map.json', datasetText(landscape()));
});

const importing = (name: string, ...more: readonly string[]): Promise<Run> =>
  run(cwd, ['import', name, '--against', 'map.json', '--body', 'iso', '--date', '2026-11-20', '--out', 'x.json', ...more]);
const stated = (): readonly SubmittedStandard[] => {
  const read = parseSubmission(readFileSync(join(cwd, 'x.json'), 'utf8'));
  if (!read.ok) throw new Error(read.issues[0]?.message);
  return read.submission.standards;
};
const WITHDRAWN = { id: 'ISO 37122', status: 'withdrawn' };

describe('BT1 text is read whatever wrote it', () => {
  test.each([
    ['semicolons', 'Reference;Status\r\nISO 37122;Withdrawn\r\n'],
    ['tabs', 'Reference\tStatus\nISO 37122\tWithdrawn\n'],
    ['a line that names the separator', 'sep=|\nReference|Status\nISO 37122|Withdrawn\n'],
    ['a byte order mark', '\uFEFFReference,Status\nISO 37122,Withdrawn\n'],
    ['titles above the names of the columns', 'Standards of our group,\nas of November,\n,\nReference,Status\nISO 37122,Withdrawn\n'],
    [
      'quotes, and a comma in a cell',
      '"Reference","Title","Status"\n"ISO 37122","Sustainable cities and communities - Indicators, for smart cities","Withdrawn"\n',
    ],
  ])('%s', async (_, text) => {
    write('iso.csv', text);
    expect((await importing('iso.csv')).code).toBe(0);
    expect(stated()[0]).toMatchObject(WITHDRAWN);
  });

  test('UTF-16 with and without a mark, and Windows-1252, which is told', async () => {
    const text = 'Reference,Status,Title\nISO 99:2026,Published,Qualité de l’énergie\n';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [utf16, utf16.subarray(2)]) {
      write('iso.csv', bytes);
      expect((await importing('iso.csv', '--topic', 'Energy')).code).toBe(0);
      expect(stated()[0]?.title).toBe('Qualité de l’énergie');
    }
    write('iso.csv', Buffer.from(text.replaceAll('’', '\u0092'), 'latin1'));
    const { code, said } = await importing('iso.csv', '--topic', 'Energy');
    expect([code, said.includes('iso.csv: is no UTF-8 and is read as windows-1252; --encoding chooses another one.')]).toEqual([0, true]);
    expect(stated()[0]?.title).toBe('Qualité de l’énergie');
  });
});

describe('BT2 cells are what they show, and nothing is ever run', () => {
  test('a formula is its value; a text that begins like one is a text', async () => {
    const sheet = [
      ['Reference', 'Status', 'Title', 'Topics'],
      ['ISO 37122', 'Withdrawn', '', ''],
      ['ISO 99:2026', 'Published', '=HYPERLINK("http://x.example","y")', 'Energy'],
    ];
    write('iso.xlsx', await workbook({ Standards: sheet.map((row) => row.map((value) => ({ value }))) }));
    expect((await importing('iso.xlsx')).code).toBe(0);
    expect(stated()[1]?.title).toBe('=HYPERLINK("http://x.example","y")');
    const zip = new Zip();
    const cell = (at: string, value: string, formula = ''): string => `<c r="${at}" t="str">${formula}<v>${value}</v></c>`;
    const rows = `<row r="1">${cell('A1', 'Reference')}${cell('B1', 'Status')}</row><row r="2">${cell('A2', 'ISO 37122', '<f>WEBSERVICE("http://x.example")</f>')}${cell('B2', 'Withdrawn', '<f>1+1</f>')}</row>`;
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    await zip.add('[Content_Types].xml', ['<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>']);
    await zip.add('xl/workbook.xml', [
      `<workbook xmlns="${main}" xmlns:r="${rel}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ]);
    await zip.add('xl/_rels/workbook.xml.rels', [
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ]);
    await zip.add('xl/worksheets/sheet1.xml', [`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`]);
    write('formula.xlsx', Buffer.concat(zip.pieces()));
    expect((await importing('formula.xlsx')).code).toBe(0);
    expect(stated()).toMatchObject([WITHDRAWN]);
  });

  test('a formula that failed is told, and its row is taken without the cell only with --keep-going', async () => {
    write('iso.csv', 'Reference,Status,Link\nISO 37122,Withdrawn,#REF!\n');
    const { code, said } = await importing('iso.csv');
    expect([
      code,
      said.includes('iso.csv, row 2, column C "Link": "#REF!" is a formula that failed. The row is taken without this cell.'),
    ]).toEqual([1, true]);
    expect((await importing('iso.csv', '--keep-going')).code).toBe(1);
    expect(stated()).toMatchObject([WITHDRAWN]);
  });

  test('joined cells of a workbook say the same in every row', async () => {
    const data = [
      ['SDO', 'Committee', 'Reference', 'Status'],
      [{ value: 'ISO', rowSpan: 2 }, { value: 'ISO/TC 268', rowSpan: 2 }, { value: 'ISO 37122' }, { value: 'Withdrawn' }],
      [null, null, { value: 'ISO/TS 37151' }, { value: 'Withdrawn' }],
    ].map((row) => row.map((cell) => (typeof cell === 'string' ? { value: cell } : cell)));
    write('iso.xlsx', await workbook({ Standards: data }));
    expect((await importing('iso.xlsx')).code).toBe(0);
    expect(stated()).toMatchObject([
      { id: 'ISO 37122', committees: ['ISO/TC 268'] },
      { id: 'ISO/TS 37151', committees: ['ISO/TC 268/SC 1'] },
    ]);
  });

  test('a blank cell says nothing of the group of the row above, unless a mapping file says that cells were joined', async () => {
    write(
      'iso.csv',
      'Committee,Reference,Status\nISO/TC 268,ISO 37122,Withdrawn\n,ISO/IEC 30141,Under revision\nITU-T SG20,ITU-T Y.4000,Withdrawn\n,ITU-T Y.4903,Withdrawn\n',
    );
    const { code, said } = await importing('iso.csv');
    expect([code, said.includes('blank cells of SDO, committee and topics say nothing.')]).toEqual([0, true]);
    const named = (): unknown => stated().flatMap(({ id, committees }) => (committees ? [[id, committees]] : []));
    expect(named()).toEqual([
      ['ISO 37122', ['ISO/TC 268']],
      ['ITU-T Y.4000', ['ITU-T SG20']],
    ]);
    write('how.json', JSON.stringify({ columns: { A: 'committee', B: 'reference', C: 'status' }, repeat: true }));
    expect((await importing('iso.csv', '--mapping', 'how.json')).code).toBe(0);
    expect(named()).toContainEqual(['ISO/IEC 30141', ['ISO/TC 268']]);
  });

  test('dates may be numbers, words or either way round; what is no date is told', async () => {
    write(
      'iso.csv',
      'Reference,Status,Withdrawn on\nISO 37122,Withdrawn,46327\nISO/TS 37151,Withdrawn,1. November 2026\nITU-T Y.4000,Withdrawn,30/02/2026\nISO/IEC 30141,Withdrawn,11/13/2026\n',
    );
    const { code, said } = await importing('iso.csv', '--keep-going');
    expect([code, said.includes('iso.csv, row 4, column C "Withdrawn on": "30/02/2026" is no date.')]).toEqual([1, true]);
    expect(stated().map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      ['ISO 37122', '2026-11-01'],
      ['ISO/TS 37151', '2026-11-01'],
      ['ITU-T Y.4000', undefined],
      ['ISO/IEC 30141', '2026-11-13'],
    ]);
  });

  test('several sheets: the first is read, the others are told, a hidden one is passed over', async () => {
    const rows = (reference: string) =>
      [
        ['Reference', 'Status'],
        [reference, 'Withdrawn'],
      ].map((row) => row.map((value) => ({ value })));
    write('iso.xlsx', await workbook({ First: rows('ISO 37122'), Second: rows('ISO/TS 37151') }));
    const { said } = await importing('iso.xlsx');
    expect(said).toContain('iso.xlsx: sheet "Second" is not read; --sheet "Second" reads it.');
    expect(stated()).toMatchObject([WITHDRAWN]);
    await importing('iso.xlsx', '--sheet', 'Second');
    expect(stated()).toMatchObject([{ id: 'ISO/TS 37151' }]);
    const wrong = await importing('iso.xlsx', '--sheet', 'Secnd');
    expect([wrong.code, wrong.said.includes('has no sheet "Secnd". Expected one of "First", "Second"; nearest: "Second".')]).toEqual([
      2,
      true,
    ]);
  });
});

describe('BT3 what cannot be read is one sentence, and nothing is written', () => {
  const refused = async (name: string, says: string): Promise<void> => {
    const { code, said } = await importing(name, '--keep-going');
    expect([code, says, said.includes(says)]).toEqual([2, says, true]);
    expect(() => readFileSync(join(cwd, 'x.json'))).toThrow('ENOENT');
  };

  test('wrong separators, no column of designations, names of columns only, nothing at all, an open quote', async () => {
    write('a.csv', 'Made in,a hurry\nnobody knows,what this is\n');
    await refused('a.csv', 'a.csv: no column with designations or titles was found. Its columns in row');
    write('b.csv', 'Reference,Status\n');
    await refused('b.csv', 'b.csv: has column names and no rows.');
    write('c.csv', '');
    await refused('c.csv', 'c.csv: is empty.');
    write('d.csv', 'Reference,Status\n"ISO 37122,Withdrawn\nISO 1,x\n');
    await refused('d.csv', 'd.csv: row 2 opens a quote that is never closed.');
    write('e.csv', 'Reference~Status\nISO 37122~Withdrawn\n');
    await refused('e.csv', 'e.csv: no row could be taken; nothing is written.');
    write('f.csv', `Reference,${'x,'.repeat(300)}\nISO 37122\n`);
    await refused('f.csv', 'f.csv: has 257 columns or more, expected at most 256.');
  });

  test('a column whose name is not known is told as a guess, in a line of its own', async () => {
    write('iso.csv', 'Reference,Where it is\nISO 37122,Withdrawn\nISO/TS 37151,In force\n');
    const { said } = await importing('iso.csv');
    expect(said).toContain('iso.csv: known by their names: A "Reference" (reference)\n');
    expect(said).toContain('iso.csv: column B "Where it is" is taken for status (by its cells only, 0.50)');
    expect(stated()[0]).toMatchObject(WITHDRAWN);
  });

  test('two columns of one name are told apart by their letters', async () => {
    write('iso.csv', 'Reference,Status,Status\nISO 37122,Withdrawn,Published\n');
    const { said } = await importing('iso.csv');
    expect(said).toContain('known by their names: A "Reference" (reference), B "Status (B)" (status)');
    expect(said).toContain('not read: C "Status (C)"');
    expect(stated()).toMatchObject([WITHDRAWN]);
  });

  test('files that are no tables, a damaged workbook, a ZIP bomb, 2 GB', async () => {
    write('a.xlsx', await workbook({ S: [[{ value: 'Reference' }], [{ value: 'ISO 1' }]] }).then((bytes) => bytes.subarray(0, 900)));
    await refused('a.xlsx', 'a.xlsx: is damaged or cut off: it cannot be unpacked.');
    const bomb = new Zip();
    await bomb.add('xl/workbook.xml', ['<workbook/>']);
    await bomb.add(
      'xl/worksheets/sheet1.xml',
      (function* () {
        for (let at = 0; at < 300; at++) yield ' '.repeat(1_000_000);
      })(),
    );
    const bytes = Buffer.concat(bomb.pieces());
    expect(bytes.length).toBeLessThan(1_000_000);
    write('b.xlsx', bytes);
    await refused('b.xlsx', 'b.xlsx: holds more than 256 MB once it is unpacked');
    const file = openSync(join(cwd, 'c.csv'), 'w');
    ftruncateSync(file, 2 ** 31);
    closeSync(file);
    await refused('c.csv', 'c.csv: has 2,148 MB, expected at most 64 MB');
    write('d.csv', Buffer.from('%PDF-1.7\n'));
    await refused('d.csv', 'd.csv: is a PDF.');
  });
});

describe('BT4 nothing outside of a folder is read', () => {
  test('links in a folder of submissions are not followed, and that is told', async () => {
    mkdirSync(join(cwd, 'sent'));
    mkdirSync(join(cwd, 'secret'));
    write('secret/a.json', submissionText(submission({ id: 'secret', standards: [complete('ISO 90001')] })));
    write('sent/b.json', submissionText(submission({ id: 'sent', standards: [{ id: 'ISO 37122', url: 'https://www.iso.org/1' }] })));
    symlinkSync(join(cwd, 'secret'), join(cwd, 'sent/more'));
    symlinkSync(join(cwd, 'secret/a.json'), join(cwd, 'sent/a.json'));
    const { code, said } = await run(cwd, ['merge', 'map.json', 'sent', '--out', 'y.json']);
    expect(code).toBe(0);
    expect(said).toContain('sent/more: is a link, which is not followed.');
    expect(said).toContain('sent/a.json: is a link, which is not followed.');
    expect(readFileSync(join(cwd, 'y.json'), 'utf8')).not.toContain('ISO 90001:2020');
  });
});
