import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSheet } from 'read-excel-file/universal';
import { templateTable } from '../../src/cli/template-table.js';
import { INTAKE_FIELDS } from '../../src/intake/fields.js';
import { inflate } from '../../src/intake/inflate.js';
import { zipEntries } from '../../src/intake/zip.js';
import { TEMPLATE_COLUMNS } from '../../src/intake/template.js';
import { catalogue } from '../../src/model/catalogue.js';
import { STATUSES } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { datasetText } from '../../src/pipeline/write.js';
import { landscape } from '../intake/submissions.js';
import { folder, run } from './io.js';

const whole = catalogue(landscape());
const made = await templateTable(whole, 'xlsx');

async function part(name: string): Promise<string> {
  const read = zipEntries(new Uint8Array(made));
  const entry = read?.find((one) => one.name === name);
  if (!entry) throw new Error(`no ${name}`);
  const bytes = await inflate(new Uint8Array(entry.packed), 'deflate-raw', 1e7, new AbortController().signal);
  if (!bytes.ok) throw new Error(bytes.why);
  return new TextDecoder().decode(bytes.bytes);
}

/** Names of the elements right below the root, in their order. */
const childrenOf = (xml: string): readonly string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [tag, close, name] of xml.replace(/<\?.*?\?>/, '').matchAll(/<(\/?)([\w:]+)[^>]*?\/?>/g)) {
    if (close === '/') depth -= 1;
    else {
      if (depth === 1) names.push(name ?? '');
      if (!tag.endsWith('/>')) depth += 1;
    }
  }
  return names;
};
/** @source ECMA-376 Part 1, 18.3.1.99 worksheet: a sequence */
const WORKSHEET = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
];
/** @source ECMA-376 Part 1, 18.2.27 workbook: a sequence */
const WORKBOOK = ['fileVersion', 'workbookPr', 'bookViews', 'sheets', 'externalReferences', 'definedNames', 'calcPr'];

test('TT1 the elements of every sheet and of the workbook stand in the order of ECMA-376', async () => {
  for (const [name, order] of [
    ['xl/worksheets/sheet1.xml', WORKSHEET],
    ['xl/worksheets/sheet2.xml', WORKSHEET],
    ['xl/worksheets/sheet3.xml', WORKSHEET],
    ['xl/workbook.xml', WORKBOOK],
  ] as const) {
    const names = childrenOf(await part(name));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((one) => !order.includes(one))).toEqual([]);
    expect(names).toEqual([...names].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
  }
});

test('TT2 every column has a text, closed lists refuse other values, lists that may name several ask, and so does the status', async () => {
  const sheet = await part('xl/worksheets/sheet1.xml');
  const validations = [...sheet.matchAll(/<dataValidation ([^>]*?)(?:\/>|>(.*?)<\/dataValidation>)/g)].map(
    ([, attributes = '', body = '']) => ({
      ...Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value] as const)),
      body,
    }),
  ) as readonly Record<string, string>[];
  expect(sheet).toContain(`<dataValidations count="${String(INTAKE_FIELDS.length)}">`);
  expect(validations).toHaveLength(INTAKE_FIELDS.length);
  for (const one of validations) {
    expect(one['prompt']?.length).toBeGreaterThan(5);
    expect(one['prompt']?.length).toBeLessThanOrEqual(255);
    expect(one['promptTitle']?.length).toBeLessThanOrEqual(32);
    expect(one['sqref']).toMatch(/^[A-Z]{1,2}2:[A-Z]{1,2}2000$/);
    expect(one['body'] === '').toBe(one['type'] !== 'list');
  }
  const of = (field: (typeof INTAKE_FIELDS)[number]) => validations[INTAKE_FIELDS.indexOf(field)];
  expect((['role', 'status', 'topics'] as const).map((field) => of(field)?.['errorStyle'])).toEqual([undefined, 'warning', 'warning']);
  expect(of('status')?.['error']).toContain('Stage codes such as 60.60');
  expect(of('status')?.['error']?.length).toBeLessThanOrEqual(225);
  expect(of('title')?.['type']).toBeUndefined();
  expect(of('status')?.['body']).toBe('<formula1>list_status</formula1>');
});

test('TT3 the lists hold what the dataset knows, and their names lead to all of it', async () => {
  const workbook = await part('xl/workbook.xml');
  expect(workbook).toMatch(/<sheet name="Lists" [^>]*state="hidden"/);
  const rows = (await readSheet(new Blob([new Uint8Array(made)]), 3)) as unknown as readonly (readonly unknown[])[];
  const column = (name: string): readonly unknown[] => {
    const at = rows[0]?.indexOf(name) ?? -1;
    return rows.slice(1).flatMap((row) => (row[at] === null ? [] : [row[at]]));
  };
  expect(column('status')).toEqual(STATUSES);
  expect(column('committee')).toEqual(whole.committees.map(({ id }) => id));
  expect(column('topics')).toEqual(whole.topics.map(({ label }) => label));
  expect(column('sdo')).toEqual(['ISO', 'IEC', 'ITU-T', 'ISO/IEC JTC 1']);
  const ranges = [...workbook.matchAll(/<definedName name="list_(\w+)">Lists!\$([A-Z])\$2:\$([A-Z])\$(\d+)</g)];
  expect(ranges).toHaveLength(rows[0]?.length ?? 0);
  for (const [, name = '', from, to, last] of ranges) {
    expect([from, to]).toEqual([from, from]);
    expect(rows[0]?.[(from ?? '').charCodeAt(0) - 65]).toBe(name);
    expect(Number(last) - 1).toBe(column(name).length);
  }
});

test('TT4 it has a frozen head and a sheet that says how; equal datasets give equal bytes', async () => {
  expect(await part('xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  const help = (await readSheet(new Blob([new Uint8Array(made)]), 2)) as unknown as readonly (readonly unknown[])[];
  expect(help.map(([name]) => name)).toEqual(['Column', ...TEMPLATE_COLUMNS.map(({ heading }) => heading)]);
  expect(await templateTable(catalogue(landscape()), 'xlsx')).toEqual(made);
});

test.each(['csv', 'xlsx'] as const)(
  'TT5 a template that was filled in is understood whole, and its example row is no standard: %s',
  async (form) => {
    const cwd = mkdtempSync(join(folder(), 'form-'));
    writeFileSync(join(cwd, 'map.json'), datasetText(landscape()));
    writeFileSync(join(cwd, `form.${form}`), await templateTable(whole, form));
    const { code, said } = await run(cwd, [
      'import',
      `form.${form}`,
      '--against',
      'map.json',
      '--body',
      'iso',
      '--date',
      '2026',
      '--out',
      'x.json',
    ]);
    for (const field of INTAKE_FIELDS) expect(said).toContain(` (${field})`);
    expect([code, said.includes('no row could be taken')]).toEqual([2, true]);
    expect(parse(readFileSync(join(cwd, 'map.json'), 'utf8')).ok).toBe(true);
  },
);
