import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { COLUMNS } from '../../src/analysis/columns.js';
import { unguarded, whole } from '../../src/export/cell.js';
import { listingOf, standardsGrid, type CellValue, type Grid } from '../../src/export/grid.js';
import { writeXlsx } from '../../src/export/xlsx.js';
import { crc32 } from '../../src/export/zip.js';
import { catalogue } from '../../src/model/catalogue.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { from, small } from './provenance.js';

type Kind = Grid['columns'][number]['kind'];
const gridOf = (rows: readonly (readonly CellValue[])[], kinds: readonly Kind[]): Grid => ({
  name: 'Sheet [of] things/and \\ more: than 31 letters?',
  columns: kinds.map((kind, i) => ({ heading: `c${String(i)}`, width: 10, ...(kind && { kind }) })),
  count: rows.length,
  row: (at) => rows[at] ?? [],
});
const bytesOf = async (...given: Parameters<typeof writeXlsx>): Promise<Buffer> => Buffer.concat([...(await writeXlsx(...given))]);
/** Every sheet as another reader has it. */
async function sheets(
  ...given: Parameters<typeof writeXlsx>
): Promise<readonly { readonly sheet: string; readonly data: readonly (readonly unknown[])[] }[]> {
  return readXlsxFile(await bytesOf(...given), { trim: false });
}

describe('E5 a workbook holds numbers, dates and texts', () => {
  test('E5 another reader finds every standard with what the columns say, and whole days as dates', async () => {
    const data = shipped();
    const ids = data.standards.map(({ id }) => id);
    const [standards, about] = await sheets([standardsGrid(data, listingOf(ids))], from(data));
    const [head, ...rows] = standards?.data ?? [];
    expect(head).toEqual(COLUMNS);
    expect(rows.map(([id]) => unguarded(String(id)))).toEqual(ids);
    const latest = COLUMNS.indexOf('latest');
    for (const [i, row] of rows.entries()) {
      const standard = data.standards[i];
      const date = standard && data.latestDate(standard);
      if (date === undefined) expect(row[latest] ?? null).toBeNull();
      else expect(row[latest]).toEqual(date.length === 10 ? new Date(`${date}T00:00:00Z`) : date);
    }
    expect(rows.some((row) => row[latest] instanceof Date)).toBe(true);
    expect(rows.some((row) => typeof row[latest] === 'string')).toBe(true);
    const said = JSON.stringify(about?.data);
    for (const part of ['sdo:iso', '2026-11-22', 'as of 2025-06-02', 'https://example.org/map#map.filter=sdo:iso'])
      expect(said).toContain(part);
  });

  test('E5 days that Excel counts wrongly, and dates that are none, stay texts', async () => {
    const days = ['1900-02-28', '1900-03-01', '2024-02-29', '2024-02', '2024', undefined];
    const [first] = await sheets(
      [
        gridOf(
          days.map((day) => ['x', day]),
          ['text', 'date'],
        ),
      ],
      from(small()),
    );
    expect(first?.data.slice(1).map(([, day]) => day ?? null)).toEqual([
      '1900-02-28',
      new Date('1900-03-01T00:00:00Z'),
      new Date('2024-02-29T00:00:00Z'),
      '2024-02',
      '2024',
      null,
    ]);
  });

  test('E1 E5 whatever a text is, it is read back, and no sheet holds a formula', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '=1+1',
        '+x',
        '-x',
        '@x',
        '\t=1',
        '<f>1</f>',
        ']]>',
        '&amp;',
        ' lead',
        'trail ',
        'a\nb',
        'a\r\nb',
        '_x0041_',
        '_X000d_',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 20 }), async (texts) => {
        const bytes = await bytesOf(
          [
            gridOf(
              texts.map((one) => ['mark', one, 'end']),
              ['text', 'text', 'text'],
            ),
          ],
          from(small()),
        );
        const [first] = await readXlsxFile(bytes, { trim: false });
        // This reader leaves what Excel takes for a character by its number as it is written
        const read = first?.data.slice(1).map(([, one]) => unguarded(String(one ?? '').replace(/_x005F_(?=x)/gi, '_')));
        expect(read).toEqual(texts.map((one) => whole(one).replace(/\uFFFE|\uFFFF/g, '\uFFFD')));
      }),
      { numRuns: 60 },
    );
  });

  test.each(Object.entries(PAYLOADS))('E4 %s stays in its cell', async (_, text) => {
    const data = catalogue(poisoned(text));
    const ids = data.standards.map(({ id }) => id);
    const [first] = await sheets([standardsGrid(data, listingOf(ids))], from(data, { filter: text, title: text }), { about: text });
    expect(first?.data).toHaveLength(ids.length + 1);
    for (const row of first?.data ?? []) expect(row.length).toBeLessThanOrEqual(COLUMNS.length);
  });

  test('E5 a text longer than a cell can hold ends with an ellipsis, and more rows than a sheet has are refused in a sentence', async () => {
    const [first] = await sheets([gridOf([['x'.repeat(40_000)]], ['text'])], from(small()));
    expect(String(first?.data[1]?.[0])).toHaveLength(32_767);
    await expect(writeXlsx([{ ...gridOf([], ['text']), count: 1_048_576 }], from(small()))).rejects.toThrow('at most 1048575 rows');
  });

  test('E5 names of sheets are such as Excel takes, and each is another one', async () => {
    const grid = gridOf([['x']], ['text']);
    const names = (await sheets([grid, grid], from(small()), { about: "'" })).map(({ sheet }) => sheet);
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[^[\]/\\:*?']{1,31}$/);
  });

  test('E10 an export that is cancelled ends, and tells how far it is', async () => {
    const grid = gridOf(
      Array.from({ length: 5000 }, (_, i) => [i]),
      ['number'],
    );
    const stop = new AbortController();
    const shares: number[] = [];
    const made = writeXlsx([grid], from(small()), {
      pace: {
        signal: stop.signal,
        onProgress: (share) => {
          shares.push(share);
          if (share > 0.5) stop.abort();
        },
      },
    });
    await expect(made).rejects.toThrow('aborted');
    expect(shares.length).toBeGreaterThan(5);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)).toBeLessThan(0.6);
  });

  test('E5 the same input gives the same bytes', async () => {
    const grid = gridOf([['a', 1]], ['text', 'number']);
    expect((await bytesOf([grid], from(small()))).equals(await bytesOf([grid], from(small())))).toBe(true);
  });

  test('the checksum is that of the standard', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    const bytes = new TextEncoder().encode('any text in two parts');
    expect(crc32(bytes.subarray(5), crc32(bytes.subarray(0, 5)))).toBe(crc32(bytes));
  });
});
