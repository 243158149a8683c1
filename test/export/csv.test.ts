import { csvParse, csvParseRows } from 'd3';
import { test as property } from 'vitest';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLUMNS, columnValue } from '../../src/analysis/columns.js';
import { guarded, unguarded, whole } from '../../src/export/cell.js';
import { csvSteps } from '../../src/export/csv.js';
import { listingOf, standardsGrid, type CellValue, type Grid } from '../../src/export/grid.js';
import { finish } from '../../src/export/steps.js';
import { catalogue } from '../../src/model/catalogue.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { from, small } from './provenance.js';

const HOSTILE = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\r',
        '\n',
        ' ',
        '\u00A0',
        '\u200B',
        '\uFEFF',
        '|',
        '\\',
        'a',
        '\uD800',
        '\0',
      ),
    )
    .map((signs) => signs.join('')),
);
const gridOf = (rows: readonly (readonly CellValue[])[], width: number): Grid => ({
  name: 'Sheet',
  columns: Array.from({ length: width }, (_, i) => ({ heading: `c${String(i)}`, width: 10 })),
  count: rows.length,
  row: (at) => rows[at] ?? [],
});
const csvOf = (grid: Grid, provenance = from(small())): string => finish(csvSteps(grid, provenance)).join('');
/** What a spreadsheet of any locale could take for a formula: at the start of a cell or of what it may take for one, in either width. */
const FORMULA = /(^|[;\t\r\n])[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

describe('E1 no cell is a formula', () => {
  property('E1 whatever a text is, what a cell holds of it is no formula, and the text can be had back', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(guarded(text)).not.toMatch(FORMULA);
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    ['\rx', "'\rx"],
    ['＝1', "'＝1"],
    ['  =1', "'  =1"],
    ["'=1", "''=1"],
    ['a;=cmd|calc', "a;'=cmd|calc"],
    ['ISO 37122', 'ISO 37122'],
    ['U-Space; drones', 'U-Space; drones'],
    ["'quoted'", "'quoted'"],
  ])('E1 %j is written as %j', (text, cell) => {
    expect(guarded(text)).toBe(cell);
    expect(unguarded(cell)).toBe(text);
  });

  test('E1 the check itself sees a formula', () => {
    for (const text of ['=1', ' +1', '\n@x', 'a;-1', '\tx', '＝1']) expect(text).toMatch(FORMULA);
  });

  test('E1 no text of the shipped dataset is touched', () => {
    for (const { id, title, aliases = [] } of shipped().standards)
      for (const text of [id, title, ...aliases]) expect(guarded(text)).toBe(text);
  });
});

describe('E2 CSV is what RFC 4180 says', () => {
  property('E2 another reader reads back every cell of any table', () => {
    const cell = fc.option(fc.oneof(HOSTILE, fc.integer()), { nil: undefined });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }), (rows) => {
        const [head, ...read] = csvParseRows(csvOf(gridOf(rows, 3)));
        expect(head).toHaveLength(4);
        expect(read.map((row) => row.slice(0, 3).map(unguarded))).toEqual(
          rows.map((row) =>
            row.map((value) => (value === undefined ? '' : typeof value === 'number' ? unguarded(String(value)) : whole(value))),
          ),
        );
        for (const row of read) expect(row).toHaveLength(4);
      }),
      { numRuns: 500 },
    );
  });

  test('E2 every standard is a row in the order asked for, with all that the columns say', () => {
    const data = shipped();
    const ids = data.standards.map(({ id }) => id).reverse();
    const rows = csvParse(csvOf(standardsGrid(data, listingOf(ids)), from(data)));
    expect(rows.columns).toEqual([...COLUMNS, 'about_this_export']);
    expect(rows.map((row) => row['id'])).toEqual(ids);
    for (const row of rows) {
      const standard = data.standard(row['id'] ?? '');
      if (!standard) throw new Error('a standard is missing');
      for (const column of COLUMNS) {
        const value = columnValue(data, standard, column);
        const text = value === undefined ? '' : typeof value === 'object' ? value.join('; ') : String(value);
        expect(unguarded(row[column] ?? '')).toBe(text);
      }
    }
  });

  test('E2 lines end as the standard says, and a text of several lines stays one field', () => {
    const csv = csvOf(gridOf([['a\nb', 'c"d', 'e,f']], 3));
    expect(csv.split('\r\n')).toHaveLength(3);
    expect(csv).toContain('"a\nb","c""d","e,f"');
  });
});

describe('E3 an export says where it comes from', () => {
  test('E3 the first row says filter, date, sources and link; the others do not repeat it', () => {
    const data = small();
    const rows = csvParse(csvOf(standardsGrid(data, listingOf(data.standards.map(({ id }) => id))), from(data)));
    const [about, ...others] = rows.map((row) => row['about_this_export'] ?? '');
    for (const part of [
      'Filter: sdo:iso',
      '2026-11-22',
      'ISO catalogue, as of 2025-06-02',
      'https://example.org/map#map.filter=sdo:iso',
      `${String(data.standards.length)} of ${String(data.standards.length)}`,
    ])
      expect(about).toContain(part);
    expect(new Set(others)).toEqual(new Set(['']));
  });

  test('E3 an export without rows says it in its heading', () => {
    const [head, ...rows] = csvParseRows(csvOf(gridOf([], 2)));
    expect(rows).toEqual([]);
    expect(head?.[2]).toContain('Filter: sdo:iso');
  });
});

describe('E4 nothing of a dataset breaks out', () => {
  test.each(Object.entries(PAYLOADS))('E4 %s stays in its cell', (_, text) => {
    const data = catalogue(poisoned(text));
    const ids = data.standards.map(({ id }) => id);
    const rows = csvParseRows(csvOf(standardsGrid(data, listingOf(ids)), from(data, { filter: text, title: text })));
    expect(rows).toHaveLength(ids.length + 1);
    for (const row of rows) expect(row).toHaveLength(COLUMNS.length + 1);
    expect(rows.slice(1).map(([id = '']) => unguarded(id))).toEqual(ids.map(whole));
    for (const cell of rows.flat()) expect(cell).not.toMatch(FORMULA);
  });
});
