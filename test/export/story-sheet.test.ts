import { inflateSync } from 'node:zlib';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { storyDocument, storyPages, type SheetOptions } from '../../src/export/story-sheet.js';
import type { Paper } from '../../src/export/story-styles.js';
import { layout } from '../../src/layout/layout.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Story } from '../../src/model/story.js';
import { chromiumOptions } from '../../tools/browsers.mjs';
import { PAYLOADS } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { dataset, standard } from '../fixtures/small.js';

const AT = '2026-11-22';
const small = catalogue(dataset({ standards: [standard('ISO 1'), standard('ISO 2')], findings: [], stories: [] }));
const bare = (html: string): string =>
  html.replace(/<[^>]+>/g, ' ').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const pagesOf = (story: Story, options: Partial<SheetOptions> = {}, data = small): readonly string[] => [
  ...storyPages(data, story, { at: AT, ...options }, layout),
];
const told = (...scenes: Story['scenes']): Story => ({ id: 's', title: 'A talk', scenes });

/** What stands in a PDF: its own text and its streams, unpacked. */
function contentOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/FlateDecode[^]{0,200}?stream\r?\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, text.indexOf('endstream', start)), { finishFlush: 2 }).toString('latin1');
  });
  return [text, ...streams].join('\n');
}

/** A text of a PDF: as it stands, or as UTF-16 with a mark before it. */
function textOf(plain: string | undefined, hex: string | undefined): string {
  const bytes = hex === undefined ? Buffer.from((plain ?? '').replace(/\\([()\\])/g, '$1'), 'latin1') : Buffer.from(hex, 'hex');
  return bytes[0] === 0xfe ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : bytes.toString('latin1');
}

/** Pages, their sizes in points, the headings in the outline, and whether texts are texts: letters that a program can look up. */
function read(pdf: Buffer) {
  const content = contentOf(pdf);
  const boxes = [...content.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(
    ([, w, h]) => `${String(Math.round(Number(w)))} ${String(Math.round(Number(h)))}`,
  );
  return {
    pages: [...content.matchAll(/\/Type \/Page\b(?!s)/g)].length,
    sizes: [...new Set(boxes)],
    headings: [...content.matchAll(/\/Title (?:\(((?:\\.|[^\\)])*)\)|<([0-9A-Fa-f]+)>)/g)].map(([, plain, hex]) => textOf(plain, hex)),
    hasLetters: /beginbfchar|beginbfrange/.test(content),
  };
}

describe('SH1 a story on paper', () => {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await puppeteer.launch(await chromiumOptions());
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });

  /** The PDF that Chromium makes, and how far the content of each page reaches over it, CSS px. */
  async function printed(html: string, width: number) {
    if (!browser) throw new Error('there is no browser');
    const page = await browser.newPage();
    try {
      await page.setContent(html);
      const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
      await page.emulateMediaType('print');
      await page.setViewport({ width, height: 718 });
      const over = await page.evaluate(() =>
        Array.from(document.querySelectorAll('.page, .notes, .picture'), (part) => part.scrollHeight - part.clientHeight),
      );
      return { ...read(Buffer.from(pdf)), over: Math.max(...over) };
    } finally {
      await page.close();
    }
  }

  const data = shipped();
  const [story] = data.dataset.stories ?? [];
  const SIZES = { a4: ['842 595', 1047], letter: ['792 612', 980] } as const;

  test.each<[Paper, boolean]>([
    ['a4', false],
    ['letter', true],
  ])(
    'SH1 one scene a page of %s across, with notes: %s, with its title as text and nothing cut off',
    { timeout: 60_000 },
    async (paper, notes) => {
      if (!story) throw new Error('the dataset brings no story');
      const [size, width] = SIZES[paper];
      const made = await printed(storyDocument(story, pagesOf(story, { notes, paper }, data), paper), width);
      expect(made.pages).toBe(story.scenes.length);
      expect(made.sizes).toEqual([size]);
      for (const { title } of story.scenes) expect(made.headings).toContain(title);
      expect(made.hasLetters).toBe(true);
      // Rounding of half a px
      expect(made.over).toBeLessThanOrEqual(1);
    },
  );

  test('SH1 words as long as a story may have them make no second page', { timeout: 60_000 }, async () => {
    const long = (length: number): string => 'Interoperability of city platforms. '.repeat(length / 30).slice(0, length);
    const scene = { title: long(1000), caption: long(4000), notes: long(4000) };
    const made = await printed(storyDocument(told(scene, scene), pagesOf(told(scene, scene), { notes: true })), 1047);
    expect(made.pages).toBe(2);
  });
});

describe('SH2 what a page says', () => {
  test('SH2 title, caption, filter, day, lenses, sources, page; notes only where they are wanted', () => {
    const scene = { title: 'Energy', caption: 'Said to it.', notes: 'Wait.', filter: 'topic:energy', at: '2021', highlight: 'gaps' };
    const [without = '', other = ''] = pagesOf(told(scene, { title: 'Next' })).map(bare);
    for (const text of ['Energy', 'Said to it.', 'topic:energy', 'as of 2021', 'Highlighted: gaps', 'Sources:', AT, 'A talk · 1 / 2'])
      expect(without).toContain(text);
    expect(without).not.toContain('Wait.');
    expect(other).toContain('2 of 2 standards');
    expect(bare(pagesOf(told(scene), { notes: true })[0] ?? '')).toContain('Wait.');
  });

  test('SH2 each view has its picture: a drawing with names as text, or rows with how many there are', () => {
    const [graph = '', matrix = '', timeline = '', table = ''] = pagesOf(
      told(
        { title: 'a' },
        { title: 'b', view: 'matrix' },
        { title: 'c', view: 'timeline' },
        { title: 'd', view: 'table', fields: 'id,title' },
      ),
    );
    for (const drawn of [graph, matrix, timeline]) expect(drawn).toMatch(/<svg class="drawing"[^]*<text/);
    expect(graph).toContain('>ISO 1<');
    expect(table).toContain('<td dir="auto">Title of ISO 2</td>');
    const many = catalogue(
      dataset({ standards: Array.from({ length: 40 }, (_, n) => standard(`ISO ${String(n)}`)), findings: [], stories: [] }),
    );
    expect(bare(pagesOf(told({ title: 'd', view: 'table' }), {}, many)[0] ?? '')).toContain('14 of 40 rows; the rest is in the map.');
  });

  test('SH2 texts mean themselves, whoever wrote them', () => {
    for (const text of Object.values(PAYLOADS)
      .map(String)
      .filter((one) => one !== '')) {
      const [page = ''] = pagesOf(told({ title: text, caption: text, notes: text }), { notes: true });
      expect(page).not.toMatch(/<script|<img|<iframe|<[^>]*\son\w+=|<[^>]*javascript:/i);
      expect(storyDocument({ ...told({ title: 't' }), title: text }, [])).not.toMatch(/<script|<img|<iframe/i);
    }
  });
});
