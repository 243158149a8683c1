import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInNewContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LICENCE_TEXTS, NOTICES } from '../../src/export/notices.js';
import { inlineJson, inlineScript } from '../../src/export/page-inline.js';
import { LONGEST_JSON, OFFLINE_DATASET, offlinePage, withStory } from '../../src/export/page-offline.js';
import { MOST_LISTED } from '../../src/export/page-offline-list.js';
import { sha256 } from '../../src/export/sha256.js';
import type { Dataset, Story } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { writeCompact } from '../../src/model/compact.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';

const ROOT = resolve(import.meta.dirname, '../..');
const CODE = 'window.drawn = "</script>" + `<!-- ${1}` + /<\\/script/.source;';
const some = dataset({ standards: [standard('ISO 1', { title: 'One' }), standard('ISO 2', { title: 'Two & more' })], findings: [] });
const story: Story = { id: 'tour', title: 'A tour', scenes: [{ title: 'First', filter: 'sdo:iso' }] };
const page = (data: Dataset, more: object = {}): string => offlinePage({ dataset: data, script: CODE, ...more });
/** What stands between the first tag that begins so and its end. */
const inside = (html: string, tag: string, end: string): string => {
  const from = html.indexOf('>', html.indexOf(tag)) + 1;
  return html.slice(from, html.indexOf(end, from));
};
const datasetIn = (html: string): unknown =>
  JSON.parse(inside(html, `<script type="application/json" id="${OFFLINE_DATASET}"`, '</script'));
const count = (html: string, what: RegExp): number => html.match(what)?.length ?? 0;

describe('the digest of a text', () => {
  test('OP2 is that of every other implementation, whatever its length', () => {
    const theirs = (text: string): string => createHash('sha256').update(text).digest('base64');
    for (const length of [0, 1, 55, 56, 63, 64, 65, 119, 120, 1000]) expect(sha256('a'.repeat(length))).toBe(theirs('a'.repeat(length)));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === theirs(text)),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('what stands in a script element', () => {
  test('OP3 is the script itself: texts, templates and patterns mean the same, and nothing ends the element', () => {
    const parts = ['</script>', '</SCRIPT ', '<!--', '-->', '<script>', ']]>', '\u2028', '\r\n', '\0', 'é', '😀'];
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' })), { maxLength: 8 }), (pieces) => {
        const text = pieces.join('').replaceAll('\r', '');
        const code = `[${JSON.stringify(text)}, String.raw\`x\`, \`${text.replace(/[\\`$]/g, '\\$&')}\`]`;
        const made = inlineScript(code);
        expect(made).not.toMatch(/<\/script|<!--|\r|\0/i);
        expect(runInNewContext(made)).toEqual([text, 'x', text]);
      }),
      { seed: 7, numRuns: 300 },
    );
    expect(runInNewContext(inlineScript('/<\\/script|<!--/.test("</script")'))).toBe(true);
  });

  test('OP3 is the value itself as JSON, without a sign that begins a tag', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string({ unit: 'binary' }), (value, text) => {
        const made = inlineJson([value, `</script><!--${text}\u2028`]);
        expect(made).not.toMatch(/[<\u2028\u2029\0\r\n]/);
        expect(JSON.stringify(JSON.parse(made))).toBe(JSON.stringify([value, `</script><!--${text}\u2028`]));
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('an offline page', () => {
  test('OP1 has the element, the dataset and the script, and no address that a browser would fetch', () => {
    const html = page(some);
    expect(datasetIn(html)).toEqual(some);
    expect(html).toContain(`<standards-map src="#${OFFLINE_DATASET}" loading="eager"`);
    expect(runInNewContext(`const window = {}; ${inside(html, '<script>', '</script')}; window.drawn`)).toBe('</script><!-- 1<\\/script');
    expect(html.replace(/<script[^>]*>[^]*?<\/script>/g, '')).not.toMatch(
      /\s(src(?!="#)|srcset|poster|action|ping|background)=|<link|<base|<iframe|<object|@import|url\(/,
    );
    expect(page(some)).toBe(html);
  });

  test('OP2 allows by its policy the script and the styles that stand in it, and nothing else', () => {
    const html = page(some);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const digest = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const directives = new Map(
      policy.split('; ').map((one): [string, string] => [one.split(' ')[0] ?? '', one.split(' ').slice(1).join(' ')]),
    );
    expect(directives.get('default-src')).toBe("'none'");
    expect(directives.get('script-src')).toBe(`${digest(inside(html, '<script>', '</script'))} 'wasm-unsafe-eval'`);
    expect(directives.get('style-src')).toBe(digest(inside(html, '<style>', '</style')));
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*|'self'/);
    // Before anything that it forbids
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(style|script|link|title)/));
  });

  test('OP3 keeps every hostile text of a dataset where it stands', () => {
    for (const [name, payload] of Object.entries(PAYLOADS)) {
      const data = poisoned(payload);
      const html = page(data, { title: payload, settings: { filter: payload, selected: [payload] }, language: payload });
      expect(datasetIn(html), name).toEqual(JSON.parse(JSON.stringify(data)));
      // One of the dataset and one of the element; one style sheet; nothing else that runs, loads or hides
      expect([count(html, /<script/gi), count(html, /<\/script/gi), count(html, /<style/gi), count(html, /<!--/g)], name).toEqual([
        2, 2, 1, 0,
      ]);
      expect(count(html.replace(/<script[^>]*>[^]*?<\/script>/g, ''), /<(svg|img|iframe|template|math|object)/gi), name).toBe(0);
      expect(html.replace(/<script[^>]*>[^]*?<\/script>/g, ''), name).not.toMatch(/\son[a-z]+="|href="(?!https?:)/i);
      expect(count(html.replace(/<script[^>]*>[^]*?<\/script>/g, ''), /\p{Cs}|[^\P{Cc}\n]/gu), name).toBe(0);
      expect(count(html, /[\0\r]/g), name).toBe(0);
    }
  });

  test('OP4 opens with what was chosen: attributes of the element, and none for what was not', () => {
    const settings = {
      view: 'table',
      filter: 'sdo:iso "a & b"',
      highlight: ['gaps', 'changes'],
      selected: ['ISO 1', 'JCA, DT', 'ISO 2'],
      at: '2020',
    };
    const tag = /<standards-map [^>]*>/.exec(page(some, { settings, title: 'Ours' }))?.[0] ?? '';
    for (const part of [
      'view="table"',
      'filter="sdo:iso &#34;a &#38; b&#34;"',
      'highlight="gaps changes"',
      'selected="ISO 1, ISO 2"',
      'at="2020"',
      'label="Ours"',
    ])
      expect(tag).toContain(part);
    expect(tag).not.toMatch(/color=|sort=|story=/);
    expect(/<standards-map [^>]*>/.exec(page(some))?.[0]).not.toMatch(/filter=|view=/);
  });

  test('OP4 carries a story beside those of the dataset, and names it', () => {
    const own = withStory(some, { ...story, title: 'Before' });
    const html = page(withStory(own, { ...story, id: 'other' }), { story });
    const read = parse(datasetIn(html));
    expect(read.ok && read.dataset.stories?.map(({ id, title }) => `${id}: ${title}`)).toEqual(['other: A tour', 'tour: A tour']);
    expect(html).toContain(' story="#tour"');
  });

  test('OP5 lists the standards for a reader without JavaScript, and of very many how many there are', () => {
    const list = inside(page(some), '<noscript', '</noscript');
    for (const { id } of some.standards) expect(list).toContain(`<bdi>${id}</bdi>`);
    expect(list).toContain('Two &#38; more');
    const many = dataset({
      standards: Array.from({ length: MOST_LISTED + 1 }, (_, at) => standard(`ISO ${String(at + 1)}`)),
      findings: [],
    });
    const short = inside(page(many), '<noscript', '</noscript');
    expect(short.length).toBeLessThan(1000);
    expect(short).toContain('5001');
  });

  test('OP6 says where it comes from, and keeps the licences of what is in it', () => {
    const html = page(some);
    for (const { catalogue, asOf, licence } of some.sources) for (const part of [catalogue, asOf, licence]) expect(html).toContain(part);
    for (const { copyright } of NOTICES) expect(html).toContain(copyright);
    for (const [name, paragraphs] of Object.entries(LICENCE_TEXTS)) {
      expect(html).toContain(`<h3>${name}</h3>`);
      for (const { length } of paragraphs) expect(length).toBeGreaterThan(50);
    }
  });

  test('OP7 has a long dataset as a compact file, which comes back to the last field', () => {
    const packed = gzipSync(writeCompact(some));
    const html = page(some, { packed });
    const tag = `<script type="application/octet-stream;base64" id="${OFFLINE_DATASET}"`;
    expect(Buffer.from(inside(html, tag, '</script'), 'base64').equals(packed)).toBe(true);
    const standards = Array.from({ length: 11_000 }, (_, at) => standard(`ISO ${String(at + 1)}`, { title: 'W'.repeat(300) }));
    const many = dataset({ standards, findings: [] });
    expect(JSON.stringify(many).length).toBeGreaterThan(LONGEST_JSON);
    const read = readCompact(Buffer.from(inside(page(many), tag, '</script'), 'base64'));
    expect(read.ok && read.dataset.standards.length).toBe(11_000);
    expect(read.ok && read.dataset.standards[7]).toEqual(many.standards[7]);
  });
});

describe('the notices', () => {
  test('OP6 name what the licence files of the packages name', () => {
    for (const { packages, copyright, licence } of NOTICES)
      for (const name of packages) {
        const folder = name === 'standards-map' ? ROOT : resolve(ROOT, 'node_modules', name);
        const file = readdirSync(folder).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one)) ?? '';
        const text = readFileSync(resolve(folder, file), 'utf8').replace(/\s+/g, ' ');
        expect(text, name).toContain(copyright);
        for (const paragraph of LICENCE_TEXTS[licence]) expect(text, name).toContain(paragraph);
      }
  });

  test('OP6 leave out nothing that is in the built script, which survives its place in a page', () => {
    const script = resolve(ROOT, 'dist/cdn/standards-map.min.js');
    if (!existsSync(script)) throw new Error('There is no build: run npm run build first');
    const { sources } = JSON.parse(readFileSync(`${script}.map`, 'utf8')) as { readonly sources: readonly string[] };
    const names = new Set(sources.flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
    expect(names.size).toBeGreaterThan(3);
    const known = NOTICES.flatMap(({ packages }) => packages);
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
    const code = inlineScript(readFileSync(script, 'utf8'));
    expect(() => new Script(code)).not.toThrow();
    expect(code).not.toMatch(/<\/script|<!--/i);
  });
});
