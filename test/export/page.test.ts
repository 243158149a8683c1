import { describe, expect, test } from 'vitest';
import { barsFigure } from '../../src/export/figure-bars.js';
import { pageDocx } from '../../src/export/page-docx.js';
import { pageHtml } from '../../src/export/page-html.js';
import { pageMarkdown } from '../../src/export/page-markdown.js';
import { pageText } from '../../src/export/page-text.js';
import { Captions, pieceOf, textOfLine, type Block, type Page } from '../../src/export/page.js';
import { pngOf, rgbOf } from '../../src/export/raster.js';
import { PAYLOADS } from '../fixtures/payloads.js';
import { all, type XmlElement } from '../render/xml-check.js';
import { docxParts } from './docx-parts.js';

const figure = barsFigure([{ label: 'ISO', counts: new Map([['in-force', 12]] as const) }], ['in-force'], 'Standards');

/** A page that has a text wherever one can stand. */
const pageOf = (text: string, more: readonly Block[] = []): Page => ({
  title: text,
  language: 'en-GB',
  description: text,
  blocks: [
    { kind: 'heading', level: 1, text },
    { kind: 'heading', level: 2, text },
    { kind: 'text', line: [text, { text, look: 'strong' }, { text, look: 'gone' }, { text, href: text }] },
    { kind: 'text', line: [{ text, href: 'https://example.org/?a=1&b="<x>"#c' }], look: 'muted' },
    { kind: 'list', items: [[text], ['- no list', { text, look: 'come' }]] },
    { kind: 'terms', entries: [[text, [text]]] },
    {
      kind: 'table',
      caption: text,
      columns: [{ heading: text }, { heading: 'Date', kind: 'date' }, { heading: 'Number', kind: 'number' }],
      rows: [[[[text], [{ text, look: 'muted' }]], [], [['7']]]],
    },
    { ...figure, caption: text, alt: text },
    ...more,
  ],
});
const plain = pageOf('Plain words');

describe('a page', () => {
  test('PG1 a piece is one line of whole characters, keeps the space beside it, and leads to the web or nowhere', () => {
    expect(pieceOf(' a\n\tb\u0000c ')).toEqual({ text: ' a b\uFFFDc ' });
    expect(pieceOf({ text: 'x', href: 'javascript:alert(1)', look: 'strong' })).toEqual({ text: 'x', look: 'strong' });
    expect(pieceOf({ text: 'x', href: 'https://user@example.org/' })).toEqual({ text: 'x' });
    expect([pieceOf({ text: 'x', look: 'come' }).text, pieceOf({ text: 'x', look: 'gone' }).text]).toEqual(['+ x', '− x']);
    expect(pieceOf({ text: 'x', href: 'https://example.org/a b' })).toEqual({ text: 'x', href: 'https://example.org/a%20b' });
    expect([textOfLine(['a ', { text: 'b', look: 'strong' }, ' c']), pieceOf('   ').text, pieceOf('').text]).toEqual(['a b c', ' ', '']);
  });

  test('PG2 tables and figures are numbered apart', () => {
    const captions = new Captions();
    const table = { kind: 'table', caption: 'T', columns: [], rows: [] } as const;
    expect([table, figure, table].map((one) => captions.of(one)).map(({ label, number }) => `${label} ${String(number)}`)).toEqual([
      'Table 1',
      'Figure 1',
      'Table 2',
    ]);
  });

  test('PG3 plain text has the same words, tables as entries under their headings', () => {
    const text = pageText(plain);
    expect(text).toContain('Plain words\n===========\n');
    expect(text).toContain('  Plain words – Plain words\n    Number: 7\n');
    expect(text).toMatch(/[^\n]\n$/);
  });

  test('PG4 HTML is one file with a policy that forbids scripts and the network, without a script, a handler or an address it needs', () => {
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const html = pageHtml(pageOf(payload));
      expect(html, name).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
      const tags = [...html.matchAll(/<([a-z][a-z0-9]*)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>/g)];
      expect(tags.length, name).toBeGreaterThan(40);
      // Whatever opens with a bracket is one of these: nothing else of the page begins a tag
      expect(html.replace(/<!doctype html>/, '').match(/<(?![/a-z])/g), name).toBeNull();
      expect(new Set(tags.map(([, tag]) => tag).filter((tag) => !ELEMENTS.has(tag ?? ''))), name).toEqual(new Set());
      const attributes = tags.flatMap(([, , given]) => [...(given ?? '').matchAll(/\s([\w:-]+)(?:="([^"]*)")?/g)]);
      expect(attributes.filter(([, key]) => /^(on.*|style|src|srcdoc)$/.test(key ?? ''))).toEqual([]);
      expect(new Set(attributes.filter(([, key]) => key === 'href').map(([, , value]) => value?.replace(/^(#|https:).*/, '$1')))).toEqual(
        new Set(['#', 'https:'].slice(html.includes('<nav') ? 0 : 1)),
      );
    }
  });

  test('PG4 the alarm above is no dummy: the payload itself would trip it', () => {
    expect([...'<img src=x onerror="window.tripped=1">'.matchAll(/<([a-z]+)/g)].map(([, tag]) => ELEMENTS.has(tag ?? ''))).toEqual([false]);
  });

  test('PG5 a table of HTML names its columns and rows, its headings are repeated on paper, and a narrow screen shows cards', () => {
    const html = pageHtml(plain);
    expect(html).toContain('<caption>Table 1. Plain words</caption>');
    expect(html.match(/<th scope="col"/g)).toHaveLength(3);
    expect(html.match(/<th scope="row"/g)).toHaveLength(1);
    for (const rule of [
      'display: table-header-group',
      'prefers-color-scheme: dark',
      'max-width: 40rem',
      '@media print',
      'break-inside: avoid',
    ])
      expect(html).toContain(rule);
    expect(html).toMatch(/<figure[^>]*><div class="picture"><svg .*<\/svg><\/div><figcaption>Figure 1\. Plain words<\/figcaption>/s);
    expect(html).toContain('<html lang="en-GB">');
  });

  test('PG6 Markdown has no mark-up but its own: as many cells in every row, no HTML, no list, heading or link of the data', () => {
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const text = pageMarkdown(
        pageOf(payload, [
          { kind: 'text', line: ['# no heading'] },
          { kind: 'text', line: ['1. no list'] },
          { kind: 'text', line: ['> no quote'] },
        ]),
        (file) => `report-${file}.svg`,
      );
      const rows = text.split('\n').filter((line) => line.startsWith('| '));
      expect(rows, name).toHaveLength(3);
      for (const row of rows) expect(row.match(/(?<!\\)\|/g), name).toHaveLength(4);
      // What is left of brackets is a line break of ours, or an address between them
      expect(text.replace(/<br>/g, '').replace(/\]\(<[^<>\s]*>\)/g, '](…)'), name).not.toMatch(/[<>]/);
      expect(text).toContain('(<report-standards-by-sdo.svg>)');
      expect(text).toContain('\n\n1\\. no list\n\n');
      expect(text).not.toMatch(/^# no heading/m);
      expect(text).toContain('&gt; no quote');
    }
    expect(pageMarkdown(plain)).toContain('*Plain words*\n\n**Figure 1. Plain words**');
  });
});

const ELEMENTS: ReadonlySet<string> = new Set(
  'html head meta title style body main h1 h2 h3 nav ol li a ul dl div dt dd p strong ins del span table caption thead tbody tr th td figure figcaption svg rect text'.split(
    ' ',
  ),
);

const partOf = (parts: ReturnType<typeof docxParts>, name: string): readonly XmlElement[] => {
  const root = parts.find((part) => part.name === name)?.root;
  if (!root) throw new Error(`${name} is absent`);
  return all(root);
};
const named = (elements: readonly XmlElement[], name: string): readonly XmlElement[] => elements.filter((one) => one.name === name);
const textIn = (element: XmlElement): string =>
  named(all(element), 'w:t')
    .map(({ text }) => text)
    .join('');

describe('a file of Word', () => {
  test('PG7 has headings, numbered captions, links, a title, a language, page numbers, and headings that are repeated on every table', async () => {
    const parts = docxParts(await pageDocx(plain, '2026-11-22'));
    const body = partOf(parts, 'word/document.xml');
    const styles = named(body, 'w:pStyle').map(({ attributes }) => attributes['w:val']);
    for (const style of ['Title', 'Heading1', 'Heading2', 'Caption', 'TableHeading', 'TableText']) expect(styles).toContain(style);
    for (const table of named(body, 'w:tbl')) expect(named(all(table), 'w:tblHeader')).toHaveLength(1);
    expect(named(body, 'w:tbl')).toHaveLength(1);
    expect(named(body, 'w:fldSimple').map(({ attributes }) => attributes['w:instr'])).toEqual([
      'SEQ Table \\* ARABIC',
      'SEQ Figure \\* ARABIC',
    ]);
    expect(named(body, 'w:p').map(textIn)).toContain('Table 1. Plain words');
    const links = named(body, 'w:hyperlink').map(({ attributes }) => attributes['r:id']);
    const targets = named(partOf(parts, 'word/_rels/document.xml.rels'), 'Relationship');
    const target = targets.find(({ attributes }) => attributes['Id'] === links[0])?.attributes;
    expect(links).toHaveLength(1);
    expect([target?.['Target'], target?.['TargetMode']]).toEqual(['https://example.org/?a=1&b=%22%3Cx%3E%22', 'External']);
    expect(named(body, 'w:hyperlink')[0]?.attributes['w:anchor']).toBe('c');
    const core = partOf(parts, 'docProps/core.xml');
    expect([named(core, 'dc:title')[0]?.text, named(core, 'dcterms:created')[0]?.text]).toEqual(['Plain words', '2026-11-22T00:00:00Z']);
    expect(named(partOf(parts, 'word/styles.xml'), 'w:lang')[0]?.attributes['w:val']).toBe('en-GB');
    expect(named(partOf(parts, 'word/footer1.xml'), 'w:instrText').map(({ text }) => text.trim())).toEqual(['PAGE', 'NUMPAGES']);
  });

  test('PG8 a picture stands there as SVG and as pixels, with its name and what it shows', async () => {
    const parts = docxParts(await pageDocx(plain, '2026-11-22'));
    const body = partOf(parts, 'word/document.xml');
    expect(named(body, 'wp:docPr').map(({ attributes }) => attributes['descr'])).toEqual(['Plain words']);
    const embedded = [...named(body, 'a:blip'), ...named(body, 'asvg:svgBlip')].map(({ attributes }) => attributes['r:embed']);
    const targets = named(partOf(parts, 'word/_rels/document.xml.rels'), 'Relationship');
    const files = embedded.map((id) => `word/${targets.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'] ?? ''}`);
    expect(files.map((file) => file.replace(/^.*\./, ''))).toEqual(['png', 'svg']);
    const [png, svg] = files.map((file) => Buffer.from(parts.find(({ name }) => name === file)?.bytes ?? []));
    expect(png?.subarray(0, 8).toString('latin1')).toBe('\u0089PNG\r\n\u001a\n');
    expect([png?.readUInt32BE(16), png?.readUInt32BE(20)]).toEqual([figure.width, Math.ceil(figure.height)]);
    expect(svg?.toString()).toBe(figure.svg);
  });

  test('PG9 the same page and day give the same bytes, whatever was written before', async () => {
    const first = await pageDocx(plain, '2026-11-22');
    await pageDocx(pageOf('Another'), '2026-11-21');
    expect(Buffer.compare(await pageDocx(plain, '2026-11-22'), first)).toBe(0);
    expect(Buffer.compare(await pageDocx(plain, '2026-11-23'), first)).not.toBe(0);
    const text = new TextDecoder().decode(first);
    expect(text).not.toContain(new Date().toISOString().slice(0, 13));
  });

  test('PG10 every part is well-formed and full whatever stands in it, and every paragraph has its words', async () => {
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const parts = docxParts(await pageDocx(pageOf(payload), '2026-11-22'));
      expect(
        parts.filter(({ bytes }) => bytes.length === 0),
        name,
      ).toEqual([]);
      const words = pieceOf(payload).text.replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
      const paragraphs = named(partOf(parts, 'word/document.xml'), 'w:p').map(textIn);
      expect(paragraphs.filter((text) => text === words).length, name).toBeGreaterThan(3);
      const targets = named(partOf(parts, 'word/_rels/document.xml.rels'), 'Relationship').map(({ attributes }) => attributes);
      for (const { TargetMode, Target } of targets) if (TargetMode === 'External') expect(Target, name).toMatch(/^https:\/\//);
    }
  });

  test('PG11 a wide table lies across its sheet, with what introduces it; the rest stays upright', async () => {
    const wide: Block = {
      kind: 'table',
      caption: 'Wide',
      columns: Array.from({ length: 7 }, (_, at) => ({ heading: String(at) })),
      rows: [],
    };
    const parts = docxParts(
      await pageDocx(pageOf('x', [{ kind: 'heading', level: 1, text: 'Introduces' }, wide, ...plain.blocks.slice(0, 1)]), '2026'),
    );
    const sheets = named(partOf(parts, 'word/document.xml'), 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(sheets).toEqual(['portrait', 'landscape', 'portrait']);
  });
});

describe('pixels without a canvas', () => {
  test('PG12 the boxes of a chart are drawn in their colours, and a PNG of them is read by others', async () => {
    const raster = figure.raster();
    const at = (x: number, y: number): readonly number[] => [
      ...raster.rgb.subarray(3 * (y * raster.width + x), 3 * (y * raster.width + x) + 3),
    ];
    expect(at(0, 0)).toEqual([255, 255, 255]);
    expect(at(200, 15)).toEqual([...rgbOf('#0072b2')]);
    const png = await pngOf({ width: 2, height: 1, rgb: Uint8Array.of(1, 2, 3, 4, 5, 6) });
    expect(Buffer.from(png).toString('latin1')).toContain('IEND');
    expect(() => rgbOf('red')).toThrow('expected a colour such as #0072b2');
  });
});
