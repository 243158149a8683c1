import { csvParseRows, dsvFormat } from 'd3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gzipSync, deflateRawSync } from 'node:zlib';
import { delimitedRows, delimitedText, SEPARATORS, separatorOf, type Separator } from '../../src/intake/delimited.js';
import { letterOf, placeOf } from '../../src/intake/grid.js';
import { INTAKE_LIMITS } from '../../src/intake/limits.js';
import { openFile } from '../../src/intake/open-file.js';
import type { RefusalCode } from '../../src/intake/refusal.js';
import { decodeText } from '../../src/intake/text-encoding.js';
import { storedZip, zipEntries } from '../../src/intake/zip.js';
import { filesPanelMessages } from '../../src/element/messages-files-panel.js';
import { writeCompact } from '../../src/model/compact.js';
import { place } from '../../src/scene/place.js';
import { dataset } from '../fixtures/small.js';
import { gridOf, open, workbook } from './files.js';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Array.from(text).flatMap((letter) =>
      little ? [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8] : [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255],
    ),
  );
const bytes = (...parts: readonly (readonly number[] | Uint8Array | string)[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : [...part])));
const all = (text: string, separator: Separator): readonly (readonly string[])[] => [...delimitedRows(text, separator)];

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('', '"', '""', 'a;b', 'a,b', 'line\nbreak', 'line\r\nbreak', '\t', ' x ', '=1+1'),
);
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }));
const separators = fc.constantFrom(...SEPARATORS);

describe('separated text', () => {
  test('IN1 any table that is written comes back as it was', () => {
    fc.assert(
      fc.property(table, separators, (rows, separator) => {
        expect(all(delimitedText(rows, separator), separator)).toEqual(rows);
      }),
      { seed: 1 },
    );
  });

  test('IN1 tables of other programs are read as d3 reads them, whatever ends their lines', () => {
    fc.assert(
      fc.property(table, separators, fc.constantFrom('\n', '\r', '\r\n'), fc.boolean(), (rows, separator, end, isClosed) => {
        const text = dsvFormat(separator).formatRows(rows).split('\n').join('\n') + (isClosed ? end : '');
        expect(all(text, separator)).toEqual(dsvFormat(separator).parseRows(text));
      }),
      { seed: 2 },
    );
    for (const end of ['\n', '\r', '\r\n'])
      expect(all(`a,b${end}${end}c,"d${end}e"`, ',')).toEqual(csvParseRows(`a,b${end}${end}c,"d${end}e"`));
  });

  test('IN6 a row is read no further than one cell too many, and is the last one', () => {
    expect([...delimitedRows(`a,b\n${','.repeat(1e6)}\nc,d\n`, ',', 2)]).toEqual([
      ['a', 'b'],
      ['', '', ''],
    ]);
  });

  test('IN2 a quote that nothing closes is told with its row, not read to the end of the file', () => {
    const rows = delimitedRows('a,b\n1,2\n"3,4\n5,6\n', ',');
    let next = rows.next();
    while (!next.done) next = rows.next();
    expect(next.value).toBe(3);
  });

  test('IN2 the separator is told by the rows, or by a line that says it', () => {
    expect(separatorOf('Ref;Title, long\nISO 1;a, b\nISO 2;c').separator).toBe(';');
    expect(separatorOf('Ref\tTitle\nISO 1\ta; b; c\n').separator).toBe('\t');
    expect(separatorOf('Ref,Title\n"ISO 1; ISO 2","a; b; c"\n').separator).toBe(',');
    expect(separatorOf('Ref|Title\nISO 1|x\n').separator).toBe('|');
    expect(separatorOf('sep=;\r\nRef;Title').from).toBe(7);
    expect(separatorOf('ISO 37122\nISO 37120\n').separator).toBe(',');
  });

  test('IN2 columns are called as spreadsheet programs call them', () => {
    expect([0, 25, 26, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16_383 }), (place) => placeOf(letterOf(place)) === place),
      { seed: 3 },
    );
    expect(placeOf('a1')).toBeNaN();
  });
});

describe('encodings', () => {
  const text = 'Référence;Título\r\nISO 37122;„Städte“ – مدن\r\n';

  test('IN3 UTF-8 and UTF-16 are read with and without a mark', () => {
    for (const [name, content] of Object.entries({
      'utf-8': utf8(text),
      'utf-8 with a mark': bytes([0xef, 0xbb, 0xbf], utf8(text)),
      'utf-16le': utf16(text, true),
      'utf-16be': utf16(text, false),
      'utf-16le with a mark': bytes([0xff, 0xfe], utf16(text, true)),
      'utf-16be with a mark': bytes([0xfe, 0xff], utf16(text, false)),
    })) {
      const decoded = decodeText(content);
      expect(decoded, name).toEqual({ ok: true, text, encoding: name.split(' ')[0] });
    }
  });

  test('IN3 what is no UTF-8 is taken for Windows-1252, and that is told', () => {
    expect(decodeText(bytes('R', [0xe9], 'f;', [0x80], '5'))).toEqual({
      ok: true,
      text: 'Réf;€5',
      encoding: 'windows-1252',
      doubt: 'guessed',
    });
  });

  test('IN3 the encoding that the reader chooses wins; a wrong one is told', () => {
    expect(decodeText(bytes([0xe3, 0xcf, 0xe4]), 'windows-1256')).toEqual({ ok: true, text: 'مدن', encoding: 'windows-1256' });
    expect(decodeText(bytes('R', [0xe9], 'f'), 'utf-8')).toMatchObject({ ok: true, doubt: 'wrong' });
    expect(decodeText(utf8('Référence, Städte'), 'windows-1252')).toMatchObject({ ok: true, doubt: 'wrong' });
  });

  test('IN3 letters that were lost or garbled before are told', () => {
    expect(decodeText(utf8('R\uFFFDf'))).toMatchObject({ ok: true, doubt: 'lost' });
    expect(decodeText(utf8('RÃ©fÃ©rence'))).toMatchObject({ ok: true, doubt: 'garbled' });
    expect(decodeText(utf8('São Paulo, Ángel, Â'))).toEqual({ ok: true, text: 'São Paulo, Ángel, Â', encoding: 'utf-8' });
  });
});

describe('workbooks', () => {
  const sheets = {
    'Read & me': [['Nothing here'], [null]],
    List: [
      [{ value: 'Roadmap', columnSpan: 3 }, null, null],
      ['Reference', 'Title', 'Date'],
      [{ value: 'ISO 37122', rowSpan: 2 }, ' Ünïcode ', { value: new Date(Date.UTC(2019, 4, 23)), type: Date, format: 'dd.mm.yyyy' }],
      [null, 'second', 43608],
      ['ISO 37120', true, 0.1],
    ],
    Empty: [],
  };

  test('IN4 sheets are told apart; dates are days, numbers have no noise, joined cells below each other say the same', async () => {
    const opened = await open(await workbook(sheets), { name: 'list.csv' });
    expect(opened).toMatchObject({ ok: true, form: 'table' });
    const grids = opened.ok && opened.form === 'table' ? opened.grids : [];
    expect(grids.map(({ name }) => name)).toEqual(['Read & me', 'List']);
    expect(grids[1]?.rows).toEqual([
      ['Roadmap', '', ''],
      ['Reference', 'Title', 'Date'],
      ['ISO 37122', ' Ünïcode ', '2019-05-23'],
      ['ISO 37122', 'second', '43608'],
      ['ISO 37120', 'true', '0.1'],
    ]);
  });

  test('IN4 any table of texts comes back from a workbook', async () => {
    const text = fc
      .string({ unit: fc.constantFrom('a', 'é', '<', '&', '"', "'", 'م', '漢', ' ', '\n', '1'), minLength: 1, maxLength: 8 })
      .filter((one) => one.trim() !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 5 }), async (rows) => {
        expect((await gridOf(await workbook({ A: rows }))).rows).toEqual(rows);
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  const cellsOf = (sheet: string): Uint8Array<ArrayBuffer> => {
    const parts = {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    };
    return new Uint8Array(storedZip(Object.entries(parts).map(([name, text]) => ({ name, bytes: utf8(text) }))));
  };
  const row = (cells: string): string => `<row r="1">${cells}</row>`;

  test('IN5 a cell at the far end of a sheet is refused before its empty neighbours fill the memory', async () => {
    expect(await open(cellsOf('<row r="900000000"><c r="A900000000"><v>1</v></c></row>'))).toMatchObject({
      ok: false,
      code: 'too-many-rows',
    });
    expect(await open(cellsOf(row('<c r="XFD1"><v>1</v></c>')))).toMatchObject({ ok: false, code: 'too-many-columns' });
    expect(await open(cellsOf(row('<c r="A&#49;"><v>1</v></c>')))).toMatchObject({ ok: false, code: 'damaged-workbook' });
    expect(await open(cellsOf(row('<c r="A1" t="s"><v>7</v></c>')))).toMatchObject({ ok: false, code: 'damaged-workbook' });
    expect(await open(cellsOf(`${row('<c r="A1"><v>1</v></c>')}<row r="2"><c r="A2"><v>37122</v></c></row>`))).toMatchObject({ ok: true });
  });

  test('IN5 what comes out of a compressed file is counted, whatever it says of its own size', async () => {
    const zeros = deflateRawSync(new Uint8Array(INTAKE_LIMITS.unpacked + 1));
    const honest = bomb(zeros, INTAKE_LIMITS.unpacked + 1);
    const lying = bomb(zeros, 10);
    expect(honest.length).toBeLessThan(300_000);
    for (const content of [honest, lying]) expect(await open(content)).toMatchObject({ ok: false, code: 'too-large-unpacked' });
    expect(await open(new Uint8Array(gzipSync(new Uint8Array(INTAKE_LIMITS.unpacked + 1))))).toMatchObject({
      ok: false,
      code: 'too-large-unpacked',
    });
  });

  /** A workbook of one deflated part that claims this size. */
  function bomb(packed: Uint8Array, claimed: number): Uint8Array<ArrayBuffer> {
    const zip = new Uint8Array(storedZip([{ name: 'xl/workbook.xml', bytes: new Uint8Array(packed) }]));
    const view = new DataView(zip.buffer);
    const central = view.getUint32(zip.length - 6, true);
    view.setUint16(central + 10, 8, true);
    view.setUint32(central + 24, claimed, true);
    return zip;
  }

  test('IN5 a ZIP file that was cut off or spoilt anywhere is refused or read, and never throws', async () => {
    const whole = await workbook({
      A: [
        ['Reference', 'Title'],
        ['ISO 1', 'x'],
      ],
    });
    expect(zipEntries(whole)?.map(({ name }) => name)).toContain('xl/workbook.xml');
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, isCut) => {
        const spoilt = isCut ? whole.slice(0, at) : whole.slice();
        if (!isCut) spoilt[at] = byte;
        const opened = await open(spoilt);
        expect(typeof opened.ok).toBe('boolean');
      }),
      { seed: 5, numRuns: 150 },
    );
  });
});

describe('files', () => {
  const compound = (name: string): Uint8Array<ArrayBuffer> =>
    bytes([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], new Uint8Array(600), utf16(name, true), new Uint8Array(600));
  const zipOf = (...names: readonly string[]): Uint8Array<ArrayBuffer> =>
    new Uint8Array(storedZip(names.map((name) => ({ name, bytes: utf8('x') }))));

  test('IN6 every bad file has one reason, told by its bytes and not by its name', async () => {
    const bad: Readonly<Partial<Record<RefusalCode, Uint8Array<ArrayBuffer> | string>>> = {
      empty: '',
      protected: compound('EncryptedPackage'),
      xls: compound('Workbook'),
      xlsb: zipOf('[Content_Types].xml', 'xl/workbook.bin'),
      ods: zipOf('mimetype', 'content.xml'),
      numbers: zipOf('Index/Document.iwa'),
      office: zipOf('[Content_Types].xml', 'word/document.xml'),
      archive: zipOf('list.csv'),
      pdf: '%PDF-1.7\n…',
      image: bytes([0x89], 'PNG\r\n', [0x1a, 0x0a], new Uint8Array(20)),
      html: '\uFEFF  <!DOCTYPE html><html><body>Sign in</body></html>',
      xml: '<?xml version="1.0"?><Workbook/>',
      binary: bytes('ab', [0], 'c', new Uint8Array(3), 'xyz', [0]),
      'damaged-gzip': bytes([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8]),
      'damaged-zip': bytes('PK', [3, 4], 'nothing behind it'),
      'damaged-workbook': zipOf('xl/workbook.xml'),
      'open-quote': 'Reference,Title\nISO 1,"a\nISO 2,b\n',
      'no-rows': ';;\n;;\n \n',
      'header-only': 'Reference;Title;Status\n\n;;\n',
      'not-a-dataset': '{"type": "FeatureCollection"}',
      findings: '[ {"op": "test", "path": "/format", "value": "standards-map"} ]',
      'too-many-columns': `${Array(INTAKE_LIMITS.columns + 2).join(',')}\n`,
      'too-long-cell': `Reference,Title\nISO 1,${'a'.repeat(INTAKE_LIMITS.cell + 1)}\n`,
      'too-many-rows': 'ISO 1\n'.repeat(INTAKE_LIMITS.rows + 1),
    };
    expect(await open(`Reference\n${','.repeat(INTAKE_LIMITS.columns + 1000)}\n`)).toMatchObject({
      got: String(INTAKE_LIMITS.columns + 1),
    });
    for (const [code, content] of Object.entries(bad)) {
      const opened = await open(content, { name: 'list.xlsx' });
      expect(opened, code).toMatchObject({ ok: false, code });
      if (opened.ok) continue;
      const sentence = filesPanelMessages.refusals[opened.code](opened.got, opened.expected);
      expect(sentence, code).toMatch(/[.)]$/);
      expect(sentence, code).not.toMatch(/undefined|NaN|object Object/);
    }
  });

  test('IN6 a file that is too large is refused by its size, before one byte of it is read', async () => {
    const file = {
      name: 'huge.csv',
      size: 100_000_000,
      stream: (): never => {
        throw new Error('read');
      },
    };
    expect(await openFile(file, { signal: new AbortController().signal })).toEqual({
      ok: false,
      code: 'too-large',
      got: '100000000',
      expected: String(INTAKE_LIMITS.file),
    });
  });

  test('IN6 a file that says less than it holds, or that cannot be read any more, is refused', async () => {
    const content = utf8('Reference\nISO 37122\n');
    const file = (stream: () => ReadableStream<Uint8Array>, size: number) => ({ name: 'x.csv', size, stream });
    const signal = new AbortController().signal;
    expect(
      await openFile(
        file(() => new Blob([content]).stream(), 3),
        { signal },
      ),
    ).toMatchObject({ ok: false, code: 'unreadable' });
    const gone = new ReadableStream<Uint8Array>({
      pull: () => {
        throw new DOMException('was moved', 'NotFoundError');
      },
    });
    expect(
      await openFile(
        file(() => gone, 3),
        { signal },
      ),
    ).toMatchObject({ ok: false, code: 'unreadable', got: 'was moved' });
  });

  test('IN6 a read that is given up ends', async () => {
    const abort = new AbortController();
    const shares: number[] = [];
    const big = new File(['Reference\n', 'ISO 37122\n'.repeat(60_000)], 'big.csv');
    const reading = openFile(big, {
      signal: abort.signal,
      progress: (share) => {
        shares.push(share);
      },
      breathe: () => {
        abort.abort();
        return Promise.resolve();
      },
    });
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('IN7 a dataset is read as JSON, gzipped and compact, whatever its name', async () => {
    const json = utf8(JSON.stringify(dataset()));
    for (const content of [
      json,
      new Uint8Array(gzipSync(json)),
      writeCompact(place(dataset())),
      new Uint8Array(gzipSync(writeCompact(place(dataset())))),
    ]) {
      const opened = await open(new Uint8Array(content), { name: 'list.csv' });
      expect(opened).toMatchObject({ ok: true, form: 'dataset' });
      if (opened.ok && opened.form === 'dataset')
        expect(opened.dataset.standards.map(({ id }) => id)).toEqual(dataset().standards.map(({ id }) => id));
    }
  });

  test('IN7 a dataset with mistakes lists each of them', async () => {
    const broken = { ...dataset(), standards: dataset().standards.map((standard) => ({ ...standard, topics: ['indicater'] })) };
    const opened = await open(JSON.stringify(broken), { name: 'mine.json' });
    expect(opened).toMatchObject({ ok: false, code: 'not-a-dataset' });
    expect(opened.ok ? '' : opened.issues?.[0]?.message).toContain('mine.json standards[0]');
  });
});
