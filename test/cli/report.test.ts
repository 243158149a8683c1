import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { docxParts } from '../export/docx-parts.js';
import { dataset } from '../fixtures/small.js';
import { folder, run } from './io.js';

const here = folder();
const data: Dataset = {
  ...dataset(),
  findings: [
    { id: 'f', standards: ['ISO 37122', 'ITU-T Y.4000'], verdict: 'not-related', reason: '=read', by: 'an editor', date: '2026-11' },
  ],
};
writeFileSync(join(here, 'map.json'), JSON.stringify(data));

describe('report', () => {
  test('CL11 writes the pack in the form that the name of the file says, the same bytes each time', async () => {
    for (const [file, words] of [
      ['pack.html', '<!doctype html>'],
      ['pack.docx', 'PK'],
      ['pack.csv', '\uFEFFid,title'],
    ] as const) {
      const { code, out, said } = await run(here, ['report', 'map.json', '--filter', 'sdo:iso', '--out', file]);
      expect([code, out, said]).toEqual([0, '', `wrote ${file}`]);
      const bytes = readFileSync(join(here, file));
      expect(bytes.toString('utf8').startsWith(words)).toBe(true);
      await run(here, ['report', 'map.json', '--filter', 'sdo:iso', '--out', file]);
      expect(Buffer.compare(readFileSync(join(here, file)), bytes)).toBe(0);
    }
    const parts = docxParts(new Uint8Array(readFileSync(join(here, 'pack.docx'))));
    expect(parts.map(({ name }) => name)).toContain('word/document.xml');
  });

  test('CL11 a map without places has its picture too, and Markdown has its pictures beside it', async () => {
    const { said } = await run(here, ['report', 'map.json', '--out', 'pack.md']);
    expect(said.split('\n')).toEqual(['wrote pack-standards-by-sdo.svg', 'wrote pack-coverage.svg', 'wrote pack-map.svg', 'wrote pack.md']);
    const text = readFileSync(join(here, 'pack.md'), 'utf8');
    for (const [, file = ''] of text.matchAll(/!\[[^\]]*\]\(<([^>]*)>\)/g)) expect(readdirSync(here)).toContain(file);
    expect(text.match(/!\[/g)).toHaveLength(3);
    expect((await run(here, ['report', 'map.json', '--form', 'markdown'])).out).not.toContain('![');
  });

  test('CL11 findings and the landscape are reports of their own; no cell of a table is a formula', async () => {
    const findings = await run(here, ['report', 'map.json', '--findings', '--form', 'csv']);
    expect(csvParse(findings.out.replace('\uFEFF', ''))[0]).toMatchObject({ a: 'ISO 37122', verdict: 'not-related', reason: "'=read" });
    const landscape = await run(here, ['report', 'map.json', '--landscape', '--form', 'csv']);
    expect(csvParse(landscape.out.replace('\uFEFF', '')).map((row) => row['topic'])).toContain('Energy');
    expect((await run(here, ['report', 'map.json', '--landscape'])).out).toContain('standards landscape</h1>');
  });

  test('CL11 says which day and which page it is of', async () => {
    const { out } = await run(here, [
      'report',
      'map.json',
      '--at',
      '2021',
      '--since',
      '2020-01',
      '--link',
      'https://example.org/m',
      '--title',
      'For SG20',
    ]);
    for (const words of [
      '<h1 dir="auto">For SG20</h1>',
      'Landscape as of',
      'Changes since 2020-01',
      'https://example.org/m#map.highlight=changes&#38;map.at=2021',
    ])
      expect(out).toContain(words);
  });

  test('CL11 what cannot be read is told before anything is written', async () => {
    for (const [args, words] of [
      [[], 'Expected one dataset'],
      [['map.json', '--form', 'pdf'], 'html, docx, markdown, csv'],
      [['map.json', '--at', 'yesterday'], '--at yesterday is no date'],
      [['map.json', '--since', '2020-13'], '--since 2020-13 is no date'],
      [['map.json', '--link', 'javascript:1'], 'no address of the web'],
      [['map.json', '--findings', '--landscape'], 'Expected one of them'],
      [['map.json', '--filter', 'sdo:'], 'sdo'],
    ] as const) {
      const { code, out, said } = await run(here, ['report', ...args]);
      expect([code, out]).toEqual([2, '']);
      expect(said).toContain(words);
    }
    expect((await run(here, ['report', 'map.json', '--filter', 'topic:enrgy', '--form', 'csv'])).said).toContain('energy');
  });
});
