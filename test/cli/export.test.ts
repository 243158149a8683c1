import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { catalogueAt } from '../../src/analysis/catalogue-at.js';
import { visible } from '../../src/analysis/visible.js';
import { EXPORT_FORMS } from '../../src/cli/export-options.js';
import { catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { datasetText } from '../../src/pipeline/write.js';
import { place } from '../../src/scene/place.js';
import small from '../fixtures/small.json' with { type: 'json' };
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { all, parseXml, type XmlElement } from '../render/xml-check.js';
import { folder, run, type Run } from './io.js';

const here = folder();
const parsed = parse(small);
if (!parsed.ok) throw new Error('small.json is not valid');
const dataset = place(parsed.dataset);
const known = catalogue(dataset);
writeFileSync(join(here, 'map.json'), datasetText(dataset));
const exported = (...args: readonly string[]): Promise<Run> => run(here, ['export', 'map.json', ...args]);
const svgIn = (text: string): XmlElement => parseXml(text.replace(/^<\?xml[^>]*\?>\s*/, '').trim());
const textsIn = (root: XmlElement): string[] =>
  all(root)
    .filter(({ name }) => name === 'text')
    .map(({ text, children }) => [text, ...children.map((line) => line.text)].join(''));
const titlesIn = (root: XmlElement): string[] => all(root).flatMap(({ name, text }) => (name === 'title' ? [text] : []));

describe('export', () => {
  test('CL12 every form is written, says the filter, the day and the sources, and comes out the same again', async () => {
    for (const form of EXPORT_FORMS) {
      const [first, again] = [
        await exported('--form', form, '--filter', 'status:in-force'),
        await exported('--form', form, '--filter', 'status:in-force'),
      ];
      expect([form, first.code, first.said]).toEqual([form, 0, '']);
      expect(first.bytes.length, form).toBeGreaterThan(200);
      expect(Buffer.compare(first.bytes, again.bytes), form).toBe(0);
      if (form === 'xlsx' || form === 'compact') continue;
      expect(first.out, form).toContain('status:in-force');
      expect(first.out, form).toContain('2026-11-22');
      expect(first.out, form).toContain(dataset.sources[0]?.catalogue ?? 'none');
    }
  });

  test('CL12 the dataset comes back: as JSON all that passes, compact to the last field, and a whole one as it was', async () => {
    const wanted = visible(known, 'sdo:iso');
    const json = parse((await exported('--form', 'json', '--filter', 'sdo:iso')).out);
    const compact = readCompact((await exported('--form', 'compact', '--filter', 'sdo:iso')).bytes);
    expect(json.ok && json.dataset.standards.map(({ id }) => id)).toEqual(wanted);
    expect(json.ok && json.warnings).toEqual([]);
    expect(compact.ok && compact.dataset).toEqual(json.ok && json.dataset);
    expect(wanted.length).toBeGreaterThan(1);
    expect(wanted.length).toBeLessThan(dataset.standards.length);
    await exported('--out', 'map.smc');
    const whole = readCompact(readFileSync(join(here, 'map.smc')));
    expect(whole.ok && whole.dataset).toEqual(dataset);
  });

  test('CL12 the ending of a file tells its form; without either it is CSV on stdout', async () => {
    expect(await exported('--out', 'references.bib')).toMatchObject({ code: 0, out: '', said: 'wrote references.bib' });
    expect(readFileSync(join(here, 'references.bib'), 'utf8')).toMatch(/^@|^%/m);
    expect((await exported()).out).toMatch(/^\uFEFFid,title,sdo,/);
    expect((await exported('--out', 'map.docx')).said).toContain('no ending that tells the form');
  });

  test('CL12 the picture is well-formed, has a mark for every record that is drawn and its names, without a canvas', async () => {
    const { out } = await exported('--form', 'svg', '--width', '1200', '--height', '800');
    const root = svgIn(out);
    expect(root.attributes).toMatchObject({ width: '1200', viewBox: '0 0 1200 840' });
    const titles = titlesIn(root);
    for (const { id } of dataset.standards) expect(titles).toContain(id);
    const plates = dataset.sdos.filter(({ name }) => titles.includes(name));
    expect(plates.length).toBeGreaterThan(1);
    for (const { name } of plates) expect(textsIn(root)).toContain(name);
    expect(textsIn(root).join('\n')).toContain(`${String(dataset.standards.length)} of ${String(dataset.standards.length)} standards`);
  });

  test('CL12 themes, lenses and the selection change the picture and nothing else', async () => {
    const plain = (await exported('--form', 'svg')).out;
    const [standard] = dataset.standards;
    const variants = [
      ['--theme', 'dark'],
      ['--highlight', 'gaps'],
      ['--highlight', 'changes', '--since', '2000'],
      ['--select', standard?.id ?? ''],
      ['--color', 'status'],
      ['--group', 'topic'],
    ];
    for (const given of variants) {
      const { code, out } = await exported('--form', 'svg', ...given);
      expect([given, code]).toEqual([given, 0]);
      expect(out, given.join(' ')).not.toBe(plain);
      svgIn(out);
    }
  });

  test('CL12 --at is the landscape of that day: fewer standards, and the caption says so', async () => {
    const then = catalogueAt(known, '2015');
    const there = visible(then, '');
    const { out } = await exported('--at', '2015', '--form', 'svg');
    expect(there.length).toBeLessThan(dataset.standards.length);
    expect(textsIn(svgIn(out)).join('\n')).toContain('as of 2015');
    const json = parse((await exported('--at', '2015', '--form', 'json')).out);
    expect(json.ok && json.dataset.standards.map(({ id }) => id)).toEqual(there);
    const csv = (await exported('--at', '2015')).out;
    expect(csv.trim().split('\r\n')).toHaveLength(there.length + 1);
  });

  test('CL12 the timeline is a picture with a lane for each SDO; of a matrix and a table there are cells and rows', async () => {
    const texts = textsIn(svgIn((await exported('--view', 'timeline', '--form', 'svg')).out));
    for (const { name, id } of dataset.sdos) if (known.standardsOf(id).length > 0) expect(texts).toContain(name);
    expect((await exported('--view', 'matrix', '--rows', 'topic', '--columns', 'sdo')).out).toMatch(/^\uFEFFrow,column,works,/);
    const table = (await exported('--view', 'table', '--fields', 'id,status', '--sort=-id', '--form', 'markdown')).out;
    expect(table).toContain('| Designation | Status |');
    expect(await exported('--view', 'matrix', '--form', 'svg')).toMatchObject({ code: 2, out: '' });
  });

  test('CL12 the template is the table that import understands, and needs no dataset', async () => {
    const { code, out } = await run(here, ['export', '--template', 'csv']);
    expect(code).toBe(0);
    expect(out).toMatch(/^\uFEFFReference,Title,/);
    const workbook = await exported('--template', 'xlsx');
    expect([workbook.code, Buffer.from(workbook.bytes.subarray(0, 2)).toString()]).toEqual([0, 'PK']);
    expect(await run(here, ['export', '--template', 'xlsx'])).toMatchObject({ code: 2, out: '' });
  });

  test.each([
    [['--form', 'docx'], 'expected one of csv, xlsx'],
    [['--view', 'globe'], 'expected one of graph, matrix'],
    [['--form', 'svg', '--theme', 'blue'], 'expected one of light, dark'],
    [['--form', 'svg', '--width', '0'], 'expected a number from 100 to 20000'],
    [['--form', 'svg', '--highlight', 'all'], 'expected one of gaps, overlaps, changes'],
    [['--form', 'svg', '--highlight', 'changes'], 'needs --since'],
    [['--form', 'svg', '--select', 'ISO 0'], 'is no standard of the dataset'],
    [['--at', 'soon'], 'expected a date such as 2019'],
    [['--date', '2026-13'], 'expected a date such as 2019'],
    [['--filter', '"open'], '--filter'],
    [['--rows', 'planet'], 'expected one of domain'],
  ])('CL1 %j is told', async (args, says) => {
    const { code, out, said } = await exported(...args);
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain(says);
  });

  test('CL12 hostile texts break out of no form', async () => {
    let seen = 0;
    for (const [name, text] of Object.entries(PAYLOADS)) {
      writeFileSync(join(here, 'hostile.json'), JSON.stringify(poisoned(text)));
      for (const form of EXPORT_FORMS) {
        const { code, bytes, out } = await run(here, ['export', 'hostile.json', '--form', form, '--no-overlaps']);
        expect([name, form, code]).toEqual([name, form, 0]);
        if (form === 'svg') svgIn(out);
        if (form === 'json' || form === 'compact') expect((form === 'json' ? parse(out) : readCompact(bytes)).ok, name).toBe(true);
        if (form === 'csl') JSON.parse(out);
        seen += 1;
      }
      svgIn((await run(here, ['export', 'hostile.json', '--form', 'svg', '--view', 'timeline'])).out);
    }
    expect(seen).toBe(EXPORT_FORMS.length * Object.keys(PAYLOADS).length);
  });

  test('CL12 a gzipped dataset is taken like any other', async () => {
    writeFileSync(join(here, 'packed.json.gz'), gzipSync(readFileSync(join(here, 'map.json'))));
    expect(gunzipSync(readFileSync(join(here, 'packed.json.gz'))).length).toBeGreaterThan(0);
    expect((await run(here, ['export', 'packed.json.gz'])).out).toBe((await exported()).out);
  });
});
