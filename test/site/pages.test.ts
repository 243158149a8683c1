import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MiniSearch from 'minisearch';
import { describe, expect, test } from 'vitest';
import options from '../../docs/site/search-options.json' with { type: 'json' };
import { rendered } from '../../tools/site/markdown.mjs';
import { SECTIONS } from '../../tools/site/site.mjs';
import { SITE, builtPages, values } from './built.js';

const pages = builtPages();
const withoutCode = (html: string): string => html.replaceAll(/<pre[\s\S]*?<\/pre>/g, '');

/** Why a relative address in a page leads nowhere; undefined when it leads somewhere or out of the site. */
function dead(from: string, target: string): string | undefined {
  if (/^(?:https?:|data:)/.test(target)) return undefined;
  const [file = '', fragment] = target.split('#');
  const path = file === '' ? from : file;
  if (path.startsWith('/') || path.includes('..')) return `${from}: ${target} leaves the folder of the site`;
  if (!existsSync(resolve(SITE, path))) return `${from}: ${target} does not exist`;
  if (fragment === undefined) return undefined;
  const ids = values(pages.get(path) ?? '', 'id');
  return ids.includes(decodeURIComponent(fragment)) ? undefined : `${from}: ${target} has no such anchor`;
}

describe('the documentation', () => {
  test('SITE1 has a page for everything that its navigation names, and a page for what is not there', () => {
    const named = SECTIONS.flatMap((section) => section.pages.map(({ path }) => path));
    expect(named.length).toBeGreaterThanOrEqual(14);
    expect([...pages.keys()].sort()).toEqual([...named, '404.html', 'search.html'].sort());
  });

  test('SITE2 has no link, picture or script that leads nowhere, and none that leaves its folder but to the web', () => {
    const targets = [...pages].flatMap(([path, html]) =>
      [...values(html, 'href'), ...values(html, 'src')].map((target) => [path, target] as const),
    );
    expect(targets.length).toBeGreaterThan(500);
    expect(targets.flatMap(([path, target]) => dead(path, target) ?? [])).toEqual([]);
  });

  test('SITE3 loads nothing from anywhere else, and has neither style nor script in its pages', () => {
    for (const [path, html] of pages) {
      expect([path, ...values(html, 'src')].filter((src) => /^(?:\w+:)?\/\//.test(src))).toEqual([]);
      expect(html.match(/<link [^>]*href="https?:/g)).toBeNull();
      expect(withoutCode(html).match(/<style|\sstyle="|\son\w+="|<script(?![^>]*\ssrc=)/g)).toBeNull();
      const [policy = ''] = values(html, 'content');
      expect([path, policy]).toEqual([path, expect.stringMatching(/^default-src 'none'/)]);
      expect(policy).not.toMatch(/unsafe|https?:|\*/);
    }
  });

  test('SITE4 has one title a page and no heading that skips a level', () => {
    for (const [path, html] of pages) {
      const levels = [...withoutCode(html.slice(html.indexOf('<main'))).matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
      expect([path, levels[0], levels.filter((level) => level === 1).length]).toEqual([path, 1, 1]);
      const skipped = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
      expect([path, skipped]).toEqual([path, []]);
    }
  });

  test('SITE5 gives every anchor of a page once', () => {
    for (const [path, html] of pages) {
      const ids = values(html, 'id');
      expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []]);
    }
  });

  test('SITE6 is searched by an index that leads to anchors, and finds a function, an option, an attribute and a word of a guide', () => {
    const index = MiniSearch.loadJSON<{ readonly id: string }>(readFileSync(resolve(SITE, 'search.json'), 'utf8'), options);
    expect(index.documentCount).toBeGreaterThan(300);
    const all = index.search(MiniSearch.wildcard).map(({ id }) => String(id));
    expect(all.flatMap((id) => dead('index.html', id) ?? [])).toEqual([]);
    const found = (words: string): readonly string[] =>
      index.search(words, { prefix: true, combineWith: 'AND' }).map(({ id }) => String(id));
    expect(found('evidence')).toContain('functions.html#evidence');
    expect(found('template')).toContain('commands.html#export');
    expect(found('highlight')).toContain('elements.html#attributes-and-properties-of-standards-map');
    expect(found('submission liaison')).toContain('contact.html#what-the-keeper-of-the-repository-does');
  });

  test('SITE7 describes every command with every option', async () => {
    const html = pages.get('commands.html') ?? '';
    const { COMMAND_NAMES, command } = await import('../../src/cli/main.js');
    for (const name of COMMAND_NAMES) {
      const one = await command(name);
      expect(html).toContain(`id="${name}"`);
      for (const option of Object.keys(one?.options ?? {})) expect(html).toContain(`--${option}`);
    }
  });

  test('SITE8 describes every name that the package exports', () => {
    const report = readFileSync(resolve(SITE, '../../test/api.txt'), 'utf8');
    const names = [...report.matchAll(/^(?:interface|type|const|class|(?:async )?function) (\w+)/gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(200);
    const known = new Set([...values(pages.get('functions.html') ?? '', 'id'), ...values(pages.get('types.html') ?? '', 'id')]);
    // of two that differ by case only, the second has a number
    expect(names.filter((name) => !known.has(name.toLowerCase()))).toEqual([]);
  });
});

describe('Markdown', () => {
  const page = (path: string): string | undefined => ({ 'docs/guides/a.md': 'a.html', 'docs/map.png': 'pictures/map.png' })[path];
  const html = (markdown: string): string => rendered(markdown, { source: 'docs/guides/b.md', page }).html;

  test('MD1 raw HTML stays text', () => {
    expect(html('<script>alert(1)</script>\n\nand <img src=x onerror=alert(1)> here')).not.toMatch(/<script|<img/);
    expect(html('a [link](javascript:alert(1)) and <b>bold</b>')).toBe('<p>a link and &lt;b&gt;bold&lt;/b&gt;</p>\n');
  });

  test('MD2 links between files of the repository become links between pages; a file without page is named without a link', () => {
    expect(html('[a](a.md#part) [b](../../src/index.ts) [c](https://example.org/) ![m](../map.png)')).toBe(
      '<p><a href="a.html#part">a</a> b <a href="https://example.org/" rel="noopener noreferrer">c</a> <img src="pictures/map.png" alt="m" loading="lazy" /></p>\n',
    );
    expect(() => html('![m](gone.png)')).toThrow('docs/guides/b.md: the picture gone.png is not one of the documentation');
  });

  test('MD3 headings have the anchors of the usual code hosts, and the text below them is what the search knows', () => {
    const { headings, sections } = rendered('# A *b*\n\nOne `<x>`.\n\n## Part\n\n- two\n\n## Part\n', { source: 'x.md', page });
    expect(headings.map(({ id, depth }) => [id, depth])).toEqual([
      ['a-b', 1],
      ['part', 2],
      ['part-1', 2],
    ]);
    expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
      ['A b', 'One <x>.'],
      ['Part', 'two'],
      ['Part', ''],
    ]);
  });
});
