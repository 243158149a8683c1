import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverage } from '../../src/analysis/coverage.js';
import { tableOf } from '../../src/analysis/table.js';
import { visible } from '../../src/analysis/visible.js';
import { bibtexSteps, bibtexText, cslSteps } from '../../src/export/citation.js';
import { csvSteps } from '../../src/export/csv.js';
import { makeExport, type ExportInput } from '../../src/export/forms.js';
import { listingOf, listingOfTable, matrixGrid, standardsGrid } from '../../src/export/grid.js';
import { markdownSteps, markdownText } from '../../src/export/markdown.js';
import { aboutLines, fileName, provenanceOf } from '../../src/export/provenance.js';
import { finish, inSlices, type Steps } from '../../src/export/steps.js';
import { captionedSvg } from '../../src/export/svg.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { csvParse } from 'd3';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';
import { all, parseXml } from '../render/xml-check.js';
import { from, small } from './provenance.js';

const idsOf = ({ standards }: Catalogue): readonly string[] => standards.map(({ id }) => id);
const bibtexOf = (data: Catalogue, ids = idsOf(data)): string => finish(bibtexSteps(data, ids, from(data))).join('');
const markdownOf = (data: Catalogue, ids = idsOf(data)): string =>
  finish(markdownSteps(standardsGrid(data, listingOf(ids)), from(data))).join('');

/** Entries of BibTeX as BibTeX finds them: an `@` begins one, braces pair whatever stands before them. */
function entriesIn(bibtex: string): readonly { readonly key: string; readonly fields: Readonly<Record<string, string>> }[] {
  const found: { key: string; fields: Record<string, string> }[] = [];
  for (let at = bibtex.indexOf('@'); at >= 0; at = bibtex.indexOf('@', at)) {
    const head = /^@techreport\{([A-Za-z0-9_]+),\n/.exec(bibtex.slice(at));
    if (!head) throw new Error(`no entry at ${bibtex.slice(at, at + 40)}`);
    const fields: Record<string, string> = {};
    at += head[0].length;
    for (;;) {
      const field = /^ {2}(\w+) = /.exec(bibtex.slice(at));
      if (!field) throw new Error(`no field at ${bibtex.slice(at, at + 40)}`);
      at += field[0].length;
      const begin = at;
      for (let depth = 0; depth > 0 || !/[,\n]/.test(bibtex[at] ?? '\n'); at++) {
        if (at >= bibtex.length) throw new Error('braces do not pair');
        depth += bibtex[at] === '{' ? 1 : bibtex[at] === '}' ? -1 : 0;
      }
      fields[field[1] ?? ''] = bibtex.slice(begin, at).replace(/^\{(.*)\}$/s, '$1');
      if (bibtex[at] === '\n') break;
      at += 2;
    }
    if (!bibtex.startsWith('\n}\n', at)) throw new Error(`an entry does not end at ${bibtex.slice(at, at + 20)}`);
    found.push({ key: head[1] ?? '', fields });
  }
  return found;
}
const NAMES: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
};
/** What TeX prints of a field. */
const printed = (field: string): string =>
  field
    .replace(/^\{(.*)\}$/s, '$1')
    .replace(/\{\\(text\w+)\}|\\([$&#%_])/g, (_, name: string | undefined, sign: string | undefined) =>
      name ? (NAMES[name] ?? '?') : (sign ?? ''),
    );

describe('E8 a reference names a standard', () => {
  test('E8 BibTeX: every standard once, with the number, publisher, day and page of its newest text in force', () => {
    const data = shipped();
    const entries = entriesIn(bibtexOf(data));
    expect(entries).toHaveLength(data.standards.length);
    expect(new Set(entries.map(({ key }) => key.toLowerCase())).size).toBe(entries.length);
    for (const [i, { fields }] of entries.entries()) {
      const one = data.standards[i];
      expect(one?.editions.map(({ id }) => id.replace(/\s+/g, ' '))).toContain(printed(fields['number'] ?? ''));
      expect([one?.title, ...(one?.editions.map(({ title }) => title) ?? [])]).toContain(printed(fields['title'] ?? ''));
      expect(fields['url']).toBe(one?.url);
    }
    const known = entries.find(({ fields }) => fields['number']?.startsWith('ISO 37122'));
    expect(known?.fields).toMatchObject({ author: '{ISO}', institution: 'ISO', type: 'IS', year: '2019', month: 'may' });
  });

  test('E8 drafts and amendments are named only where nothing else is there', () => {
    const editions = [
      { id: 'ISO 9:2015', date: '2015', status: 'in-force' },
      { id: 'ISO 9:2015/Amd 1:2020', kind: 'amendment', date: '2020', status: 'in-force' },
      { id: 'ISO/DIS 9', kind: 'draft', status: 'under-development' },
    ] as const;
    const data = catalogue(dataset({ standards: [standard('ISO 9', { editions }), standard('ISO 10', { editions: editions.slice(2) })] }));
    const items = JSON.parse(finish(cslSteps(data, ['ISO 9', 'ISO 10'], from(data))).join('')) as Record<string, unknown>[];
    expect(items.map(({ number, issued }) => [number, issued])).toEqual([
      ['ISO 9:2015', { 'date-parts': [[2015]] }],
      ['ISO/DIS 9', undefined],
    ]);
  });

  test('E4 whatever a text is, braces of BibTeX pair and TeX prints the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc
            .array(fc.constantFrom('{', '}', '\\', '@', '%', '"', '$', '~', '^', '_', '#', '&', ',', '\n', 'a'))
            .map((signs) => signs.join('')),
        ),
        (text) => {
          const plain = text
            .replace(/\p{Cc}/gu, (sign) => (/\s/.test(sign) ? sign : '\uFFFD'))
            .replace(/\s+/g, ' ')
            .trim();
          const field = bibtexText(text);
          let depth = 0;
          for (const sign of field) {
            depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
          expect(depth).toBe(0);
          expect(printed(`{${field}}`)).toBe(plain);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each(Object.entries(PAYLOADS))('E4 %s makes no entry of its own', (_, text) => {
    const data = catalogue(poisoned(text));
    const head = from(data, { filter: `${text} @comment{x`, title: `@preamble{${text}` });
    const bibtex = finish(bibtexSteps(data, idsOf(data), head)).join('');
    expect(entriesIn(bibtex)).toHaveLength(data.standards.length);
    const items = JSON.parse(finish(cslSteps(data, idsOf(data), head)).join('')) as Record<string, unknown>[];
    expect(items.map(({ id }) => id)).toEqual(idsOf(data));
  });

  test('E3 both say filter, day, sources and link', () => {
    const data = small();
    const csl = finish(cslSteps(data, idsOf(data), from(data))).join('');
    for (const text of [bibtexOf(data), csl])
      for (const part of ['sdo:iso', '2026-11-22', 'ISO catalogue', '2025-06-02', 'https://example.org/map#map.filter=sdo:iso'])
        expect(text).toContain(part);
  });
});

/** The cells of a line of a table as GitHub finds them: a pipe ends one unless a backslash stands before it. */
const cellsIn = (line: string): readonly string[] => line.slice(2, -2).split(/(?<!(?<!\\)(?:\\\\)*\\) \| /);

describe('E4 a table of Markdown holds text', () => {
  test.each(Object.entries(PAYLOADS))('E4 %s stays in its cell, without mark-up or a link that runs', (_, text) => {
    const data = catalogue(poisoned(text));
    const markdown = finish(markdownSteps(standardsGrid(data, listingOf(idsOf(data))), from(data, { title: text, filter: text }))).join('');
    const [head = '', ...rows] = markdown.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(data.standards.length + 1);
    for (const row of rows) expect(cellsIn(row)).toHaveLength(cellsIn(head).length);
    expect(markdown.replace(/\]\(<[^>]*>\)/g, '')).not.toMatch(/[<>]/);
    for (const [, url] of markdown.matchAll(/(?<!\\)\]\(<?([^)>]*)/g)) expect(url).toMatch(/^https?:/);
  });

  test('E4 signs of Markdown mean themselves', () => {
    expect(markdownText('a|b *c* _d_ [e](javascript:x) `f` <g> & \\ ~h~\ni')).toBe(
      'a\\|b \\*c\\* \\_d\\_ \\[e\\](javascript:x) \\`f\\` &lt;g&gt; &amp; \\\\ \\~h\\~ i',
    );
  });

  test('E3 below the table stands where it comes from', () => {
    const text = markdownOf(small());
    for (const part of [
      '- Filter: sdo:iso',
      '2026-11-22',
      '[ISO catalogue, as of 2025-06-02, licence: none stated](<https://www.iso.org/>)',
      '(<https://example.org/map#map.filter=sdo:iso>)',
    ])
      expect(text).toContain(part);
  });
});

describe('E11 what is shown is what is exported', () => {
  const data = shipped();
  const ids = visible(data, 'tier:core');

  test('E11 a table in its order, columns and groups; a standard stands in each of its groups', () => {
    const table = tableOf(data, ids, { sort: '-latest,id', fields: 'id,latest', by: 'topic' });
    const rows = csvParse(finish(csvSteps(standardsGrid(data, listingOfTable(table)), from(data))).join(''));
    expect(rows.columns).toEqual(['group_topic', 'id', 'latest', 'about_this_export']);
    expect(rows.map((row) => [row['group_topic'], row['id']])).toEqual(
      table.groups.flatMap(({ value, rows: within }) => within.map(({ id }) => [value, id])),
    );
    expect(rows.length).toBeGreaterThan(ids.length);
  });

  test('E11 the cells of a matrix with rows, columns, works, states and gaps', () => {
    const covered = coverage(data, { standards: new Set(ids), candidates: [] });
    const rows = csvParse(finish(csvSteps(matrixGrid(covered), from(data))).join(''));
    expect(rows.map(({ row, column, works, state, gap, ids: within }) => [row, column, Number(works), state, gap, within])).toEqual(
      covered.cells.map(({ row, column, works, state, gap, standards }) => [
        row,
        column,
        works,
        state,
        gap ? 'yes' : 'no',
        standards.join('; '),
      ]),
    );
  });

  test('E10 E11 every form is made in slices, says how far it is, and can be ended', async () => {
    const input: ExportInput = { catalogue: data, provenance: from(data), listing: listingOf(ids) };
    for (const form of ['csv', 'json', 'markdown', 'bibtex', 'csl'] as const) {
      const shares: number[] = [];
      const { blob, text } = await makeExport(form, input, { onProgress: (share) => shares.push(share) });
      expect(shares.length, form).toBeGreaterThan(2);
      expect(
        [...shares].sort((a, b) => a - b),
        form,
      ).toEqual(shares);
      expect(Math.max(...shares), form).toBeLessThanOrEqual(1);
      // A mark of the encoding stands in the file of CSV only
      expect(await blob.text(), form).toBe(text?.());
      const bytes = new Uint8Array(await blob.arrayBuffer());
      expect([...bytes.subarray(0, 3)].join() === '239,187,191', form).toBe(form === 'csv');
      const stop = new AbortController();
      const made = makeExport(form, input, {
        signal: stop.signal,
        onProgress: () => {
          stop.abort();
        },
      });
      await expect(made, form).rejects.toThrow('aborted');
    }
    await expect(makeExport('gexf', input)).rejects.toThrow('no drawing yet');
  });
});

describe('E10 work in slices', () => {
  function* count(to: number): Steps<string> {
    for (let i = 1; i <= to; i++) yield i / to;
    return 'done';
  }

  test('E10 pauses after each slice of the clock, not after each part', async () => {
    let [time, pauses] = [0, 0];
    const now = (): number => time++;
    const answer = await inSlices(count(100), {
      now,
      slice: 10,
      pause: async () => {
        pauses++;
        await Promise.resolve();
      },
    });
    expect(answer).toBe('done');
    expect(pauses).toBeGreaterThan(5);
    expect(pauses).toBeLessThan(20);
  });

  test('E10 an error of the work, and the reason of an end, reach who asked', async () => {
    // eslint-disable-next-line require-yield -- fails at once
    function* broken(): Steps<string> {
      throw new Error('broken');
    }
    await expect(inSlices(broken())).rejects.toThrow('broken');
    await expect(inSlices(count(3), { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('E3 where an export comes from', () => {
  test('E3 the sources that the standards name, each once, in the order of the dataset', () => {
    const data = shipped();
    const ids = visible(data, 'sdo:etsi');
    const named = new Set(ids.flatMap((id) => data.standard(id)?.sources ?? []));
    const { sources, count, of, edition } = provenanceOf(data, [...ids, ...ids], { at: '2026-11-22' });
    expect(sources.map(({ id }) => id)).toEqual(data.sources.filter(({ id }) => named.has(id)).map(({ id }) => id));
    expect([count, of, edition]).toEqual([ids.length, data.standards.length, data.dataset.asOf]);
  });

  test.each([
    ['https://example.org/a#map.filter=x', 'https://example.org/a#map.filter=x'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['file:///home/reader/map.html#map.filter=x', 'file:///home/reader/map.html#map.filter=x'],
    ['javascript:alert(1)', ''],
    ['data:text/html,x', ''],
    ['blob:https://example.org/1', ''],
    ['about:srcdoc', ''],
    ['https://user:password@example.org/', ''],
    ['', ''],
  ])('E3 the link %j is %j', (link, said) => {
    const data = small();
    expect(from(data, { link }).link).toBe(said);
    expect(aboutLines(from(data, { link })).some(([term]) => term === 'Link')).toBe(said !== '');
  });

  test.each([
    ['Smart cities standards map', 'smart-cities-standards-map-2026-11-22.csv'],
    ['../../etc/passwd', 'etc-passwd-2026-11-22.csv'],
    ['Städte: “Übersicht” / 2026', 'stadte-ubersicht-2026-2026-11-22.csv'],
    ['智慧城市标准', '智慧城市标准-2026-11-22.csv'],
    ['  \u202E\0 ', 'standards-2026-11-22.csv'],
    [`${'x'.repeat(59)}\u{1F600}`, `${'x'.repeat(59)}-2026-11-22.csv`],
    [`${'x'.repeat(59)}\u{20000}`, `${'x'.repeat(59)}-2026-11-22.csv`],
    ['CON', 'con-2026-11-22.csv'],
  ])('a file for %j is called %j', (title, name) => {
    expect(fileName({ title, at: '2026-11-22' }, 'csv')).toBe(name);
  });
});

describe('E3 E4 an SVG has a caption below it', () => {
  const look = { background: '#fff', foreground: '#000', muted: '#666', font: 'sans-serif', measure: (text: string) => 0.6 * text.length };
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300"><title>Map</title><rect width="400" height="300"/></svg>';

  test.each(Object.entries(PAYLOADS))('E4 %s stays text', (_, text) => {
    const made = captionedSvg(picture, from(small(), { title: text, filter: text }), look);
    const root = parseXml(made.replace(/^<\?xml [^?]*\?>\n/, ''));
    expect(root.attributes).toMatchObject({ viewBox: '0 0 400 340', width: '400', height: '340' });
    expect(all(root).map(({ name }) => name)).toEqual(['svg', 'title', 'desc', 'rect', 'g', 'rect', 'text', 'text']);
  });

  test('E3 the caption fits the width, and the description says all', () => {
    const root = parseXml(captionedSvg(picture, from(small()), look).replace(/^<\?xml [^?]*\?>\n/, ''));
    const texts = all(root).filter(({ name }) => name === 'text');
    for (const { text } of texts) expect(11 * look.measure(text)).toBeLessThanOrEqual(380);
    expect(texts[0]?.text).toBe('A small map – sdo:iso');
    const description = all(root).find(({ name }) => name === 'desc')?.text ?? '';
    for (const part of ['Filter: sdo:iso', '2026-11-22', 'ISO catalogue, as of 2025-06-02', 'https://example.org/map#map.filter=sdo:iso'])
      expect(description).toContain(part);
  });

  test('what is no picture of ours is refused', () => {
    expect(() => captionedSvg('<svg></svg>', from(small()), look)).toThrow('expected one root');
  });
});
