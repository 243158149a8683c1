import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { catalogueAt } from '../../src/analysis/catalogue-at.js';
import { visible } from '../../src/analysis/visible.js';
import { drawnScene, drawnSvg } from '../../src/cli/drawing.js';
import { markupOf, treeOf, type StaticElement, type StaticNode } from '../../src/export/markup-tree.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset, StandardId } from '../../src/model/dataset.js';
import { place } from '../../src/scene/place.js';
import { PLAIN_THEMES } from '../../src/scene/plain-themes.js';
import { staticMap, staticMarkup, staticStyles, staticSvg, staticTable, staticTree } from '../../src/static.js';
import { dataset as small } from '../fixtures/small.js';
import { PAYLOADS as NAMED, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';

const PAYLOADS = Object.values(NAMED);
const landscape = shipped();
const placed = place(small());

const elements = (node: StaticNode): readonly StaticElement[] =>
  typeof node === 'string' ? [] : [node, ...node.children.flatMap(elements)];
const all = (node: StaticNode, tag: string): readonly StaticElement[] => elements(node).filter((one) => one.tag === tag);
const textOf = (node: StaticNode): string => (typeof node === 'string' ? node : node.children.map(textOf).join(''));
const idsIn = (tree: StaticElement): string[] => all(tree, 'th').flatMap((th) => (th.attributes['scope'] === 'row' ? [textOf(th)] : []));

describe('the picture', () => {
  const drawn = (filter: string, at = '', selected: readonly StandardId[] = []): string => {
    const scene = drawnScene({
      ...{ catalogue: landscape, at, ids: visible(landscape, filter, { at }), color: 'sdo', group: 'sdo', selected },
      ...{ lens: undefined, since: '' },
    });
    return drawnSvg(scene, PLAIN_THEMES.light, { width: 1280, height: 800 }, landscape.dataset.title);
  };
  const size = { width: 1280, height: 800 };

  for (const filter of ['tier:core', '', 'sdo:iso', 'topic:mobility year:2020..', 'id:"ISO 37122","ISO 37120"', 'nosuchword'])
    test(`SR1 under the filter “${filter}” is letter for letter that of the command line, labels included`, () => {
      expect(staticSvg(landscape, { ...size, filter })).toBe(drawn(filter));
    });

  test('SR1 with a selection, near, and in the dark too', () => {
    const selected = ['ISO 37122', 'ITU-T Y.4903/L.1603'];
    expect(staticSvg(landscape, { ...size, filter: 'tier:core', selected: selected.join(', ') })).toBe(drawn('tier:core', '', selected));
    const scene = drawnScene({
      ...{
        catalogue: landscape,
        at: '',
        ids: visible(landscape, ''),
        color: 'status',
        group: 'sdo',
        selected: [],
        lens: undefined,
        since: '',
      },
    });
    const picture = drawnSvg(scene, PLAIN_THEMES.dark, size, 'A name');
    expect(staticSvg(landscape, { ...size, filter: '', color: 'status', theme: 'dark', label: 'A name' })).toBe(picture);
  });

  test('SR2 of a past day it shows the catalogue of that day, which `at` has to name', () => {
    const then = catalogueAt(landscape, '2018');
    const tree = staticTree(then, { filter: '' });
    expect(tree.attributes).toEqual({ filter: '', at: '2018' });
    expect(idsIn(tree).every((id) => visible(landscape, '', { at: '2018' }).includes(id))).toBe(true);
    expect(textOf(tree)).toContain('as of 2018');
    expect(() => staticMap(landscape, { at: '2018' })).toThrow('static: at is 2018, the catalogue shows the latest. Expected catalogueAt');
  });

  test('SR3 a dataset without places has the table and says why there is no picture; positions give it one', () => {
    const tree = staticTree(small(), {});
    expect(all(tree, 'svg')).toEqual([]);
    expect(textOf(tree)).toContain('No picture: the dataset carries no places');
    expect(idsIn(tree).length).toBeGreaterThan(3);
    expect(staticSvg(small())).toBeUndefined();
    const nodes = [placed.sdos, placed.committees, placed.topics, placed.standards].flat();
    const positions = Float32Array.from(nodes.flatMap(({ xy }) => [...(xy ?? [])]));
    expect(staticSvg(small(), { positions })).toBe(staticSvg(placed));
    expect(() => staticSvg(small(), { positions: positions.slice(2) })).toThrow('two for each SDO, committee, topic and standard');
  });

  test('SR4 in a page it takes its colours from the page, is as wide as its box, and has a name and a description', () => {
    const [svg] = all(staticTree(placed), 'svg');
    expect(svg?.attributes).toMatchObject({ role: 'img', viewBox: '0 0 960 600', width: '100%' });
    expect(svg?.attributes['height']).toBeUndefined();
    expect(svg?.children.slice(0, 2).map((child) => typeof child === 'object' && child.tag)).toEqual(['title', 'desc']);
    expect(markupOf(svg ?? '')).toContain('fill="var(--sm-background, light-dark(#fbfcfe, #14181f))"');
  });
});

describe('the table', () => {
  test('SR5 has what passes the filter, by SDO, with links, status and the date of the newest text', () => {
    const tree = staticTree(landscape, { filter: 'committee:"ISO/TC 268" sdo:iso,itu-t', most: 10_000 });
    const ids = visible(landscape, 'committee:"ISO/TC 268" sdo:iso,itu-t');
    expect(idsIn(tree).sort()).toEqual([...ids].sort());
    const [row] = all(tree, 'tr').filter((tr) => textOf(tr).startsWith('ISO 37122'));
    expect(textOf(row ?? '')).toMatch(/^ISO 37122Sustainable cities.*in force2019/);
    expect(all(row ?? '', 'a')[0]?.attributes).toEqual({ href: landscape.standard('ISO 37122')?.url, rel: 'noopener noreferrer' });
    const groups = all(tree, 'th').filter(({ attributes }) => attributes['scope'] === 'rowgroup');
    expect(groups.reduce((sum, group) => sum + Number(/\((\d+)\)$/.exec(textOf(group))?.[1]), 0)).toBe(ids.length);
  });

  test('SR6 is cut where it is long: every SDO keeps a fair share, and sentences say how many more there are', () => {
    const tree = staticTree(landscape, { filter: '', most: 100 });
    const rows = idsIn(tree).length;
    expect(rows).toBeGreaterThan(80);
    expect(rows).toBeLessThanOrEqual(100);
    expect(textOf(tree)).toContain(`${String(landscape.standards.length - rows)} more standards are not in this table.`);
    expect(new Set(idsIn(tree).map((id) => landscape.home(landscape.standard(id) ?? landscape.standards[0] ?? fail())))).toEqual(
      new Set(landscape.standards.map((standard) => landscape.home(standard))),
    );
    expect(idsIn(staticTree(landscape, { filter: '', most: 0 }))).toEqual([]);
    expect(() => staticMap(landscape, { most: 1.5 })).toThrow(RangeError);
  });

  test('SR7 names the sources of what is shown, each with its day', () => {
    const text = staticTable(landscape, { filter: 'sdo:etsi' });
    expect(text).toContain('Relaton, ETSI catalogue');
    expect(text).toContain('as of 2026-05-01');
    expect(text).not.toContain('OGC catalogue');
    expect(staticTable(landscape, { filter: 'nosuchwordatall' })).toContain('No standard passes the filter.');
  });

  test('SR8 links what is http or https and nothing else', () => {
    const [first, ...others] = placed.standards;
    const bad = { ...placed, standards: [{ ...(first ?? fail()), url: 'javascript:alert(1)' }, ...others] };
    const hrefs = all(staticTree(bad, { filter: '' }), 'a').map(({ attributes }) => attributes['href']);
    expect(hrefs.length).toBeGreaterThan(0);
    expect(hrefs.filter((href) => !/^https?:/.test(href ?? ''))).toEqual([]);
  });
});

describe('the element', () => {
  test('SR9 carries what the element needs to show the same, in plain lowercase attributes', () => {
    const { tag, attributes } = staticTree(placed, {
      ...{ src: '/map.json?a=1&b="2"', view: 'graph', filter: 'sdo:iso', highlight: 'gaps', selected: ['ISO 37122', 'ISO 37120'] },
      attributes: { id: 'map', 'data-x': 3, hidden: true, lang: undefined, inert: false },
    });
    expect(tag).toBe('standards-map');
    expect(attributes).toEqual({
      ...{ src: '/map.json?a=1&b="2"', view: 'graph', filter: 'sdo:iso', highlight: 'gaps', selected: 'ISO 37122, ISO 37120' },
      ...{ id: 'map', 'data-x': '3', hidden: '' },
    });
    expect(staticMap(placed, { src: 'a"b<c' })).toMatch(/^<standards-map src="a&#34;b&#60;c">/);
  });

  test('SR10 has no handler, no style attribute and no name that is none', () => {
    for (const name of ['onclick', 'style', 'srcdoc', 'a b', 'x"y', 'Filter', ''])
      expect(() => staticMap(placed, { attributes: { [name]: 'x' } })).toThrow('Expected a lowercase name');
    const names = elements(staticTree(landscape)).flatMap(({ attributes }) => Object.keys(attributes));
    expect(names.filter((name) => /^on|^style$/.test(name))).toEqual([]);
    expect(all(staticTree(landscape), 'script')).toEqual([]);
  });

  test('SR11 brings its style sheet unless the page has it, with a nonce where there is one, always the same text', () => {
    const sheets = (given: object): readonly StaticElement[] => all(staticTree(placed, given), 'style');
    expect(sheets({}).map(textOf)).toEqual([staticStyles]);
    expect(sheets({ nonce: 'abc' })[0]?.attributes).toEqual({ nonce: 'abc' });
    expect(sheets({ styles: false })).toEqual([]);
    // As HTML a style sheet is raw text: nothing of it may need an escape
    expect(staticMap(placed)).toContain(`<style>${staticStyles}</style>`);
    expect(staticStyles).not.toMatch(/[<&]/);
  });

  test('SR12 as text is its tree, letter for letter, and the same for the same input', () => {
    expect(staticMap(landscape, { src: 'x.json' })).toBe(staticMarkup(staticTree(landscape, { src: 'x.json' })));
    expect(staticMap(shipped(), { src: 'x.json' })).toBe(staticMap(landscape, { src: 'x.json' }));
  });

  test('SR13 has the words of another language where they are given', () => {
    expect(textOf(staticTree(placed, { words: { sources: 'Quellen', status: 'Stand' } }))).toMatch(/Stand.*Quellen/);
  });

  test('SR14 refuses what only the whole network tells, unless the ids are given', () => {
    expect(() => staticMap(placed, { filter: 'near:"ISO 37122"' })).toThrow('static: the filter has near:');
    const ids = visible(catalogue(placed), 'near:"ISO 37122"');
    expect(idsIn(staticTree(placed, { filter: 'near:"ISO 37122"', ids })).sort()).toEqual([...ids].sort());
  });

  test('SR15 of a view without a picture has the table alone', () => {
    expect(all(staticTree(placed, { view: 'table' }), 'svg')).toEqual([]);
    expect(textOf(staticTree(placed, { view: 'table' }))).not.toContain('no picture');
  });
});

describe('hostile texts', () => {
  /** What a browser would see as a tag or as an attribute, without parsing HTML as one does. */
  const tagsOf = (markup: string): readonly string[] => (markup.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, '=""'));

  test('SR16 the alarm rings for a payload that is not escaped', () => {
    expect(tagsOf(`<td>${PAYLOADS[0] ?? ''}</td>`).length).toBeGreaterThan(2);
  });

  test('SR16 every payload in every text of a dataset stays text', () => {
    expect(PAYLOADS.length).toBeGreaterThan(5);
    const expected = tagsOf(staticMap(placed, { filter: '' }))
      .map((tag) => tag.replace(/[ >].*/s, ''))
      .sort();
    for (const payload of PAYLOADS) {
      const dataset: Dataset = place(poisoned(payload));
      const tags = tagsOf(staticMap(dataset, { filter: '', label: payload, src: payload, attributes: { title: payload } }));
      expect(tags.filter((tag) => /^<(script|img|iframe|object|embed|link|meta|base|form)\b|\son\w+=(?!")/i.test(tag))).toEqual([]);
      expect(tags.length).toBeGreaterThan(expected.length / 2);
    }
  });

  test('SR16 any text at all comes back from the markup as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const [first, ...others] = placed.standards;
        const written = staticTable({ ...placed, standards: [{ ...(first ?? fail()), title }, ...others] }, { filter: '' });
        const cells = all(treeOf(`<x>${written}</x>`), 'td').map(textOf);
        // What XML cannot hold is U+FFFD
        expect(cells).toContain(title.replace(/[^\P{Cc}\t\n\r]|[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD'));
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

test('SR17 the hash of the style sheet, for a policy, is the one in the documentation', () => {
  const hash = `sha256-${createHash('sha256').update(staticStyles).digest('base64')}`;
  expect(readFileSync('src/export/README.md', 'utf8').includes(hash), hash).toBe(true);
});

function fail(): never {
  throw new Error('the fixture has no such record');
}
