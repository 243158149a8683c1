import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.js';
import { catalogue } from '../../src/model/catalogue.js';
import { visible } from '../../src/analysis/visible.js';
import { fitted, NO_INSETS } from '../../src/render/camera.js';
import { picture } from '../../src/render/picture.js';
import { labelsInView } from '../../src/render/text.js';
import { toSVG, type SvgOptions } from '../../src/render/svg.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph } from '../../src/scene/graph.js';
import { place } from '../../src/scene/place.js';
import type { NodeRef, Scene } from '../../src/scene/scene.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { standard } from '../fixtures/small.js';
import { dataFile } from '../pipeline/data-file.js';
import { everything, line, node, town } from '../scene/town.js';
import { LIGHT } from './light.js';
import { all, parseXml, type XmlElement } from './xml-check.js';

const SIZE = { width: 1200, height: 800 };
/** Every letter is as wide as every other. */
const measure: SvgOptions['measure'] = (text, kind) => text.length * (kind === 'sdo' ? 9 : 6);
const CANVAS = { font: '', measureText: (text: string) => ({ width: text.length * (CANVAS.font.startsWith('700') ? 9 : 6) }) };
const canvas = CANVAS as unknown as CanvasRenderingContext2D;

const sceneOf = (graph = town(), selected: readonly NodeRef[] = []): Scene =>
  buildScene({ graph, xy: line(graph), visible: everything(graph), color: 'sdo', selected });
const svgOf = (scene: Scene, given: Partial<SvgOptions> = {}): string => toSVG(scene, LIGHT, { size: SIZE, measure, ...given });

/** The group that a record's mark is in is told by its shape; its name is the title of the mark. */
const titlesIn = (root: XmlElement): string[] =>
  all(root)
    .slice(1)
    .filter(({ name, children }) => name !== 'svg' && children.some((child) => child.name === 'title'))
    .map(({ children }) => children.find((child) => child.name === 'title')?.text ?? '');
const textsIn = (root: XmlElement): string[] =>
  all(root)
    .filter(({ name }) => name === 'text')
    .map(({ text, children }) => [text, ...children.map((line) => line.text)].join(''));
const layer = (root: XmlElement, name: string): XmlElement | undefined => root.children.find((child) => child.attributes['class'] === name);

/** The built dataset with its shipped places, as the demo opens it and all of it. */
function landscape(filter: 'opening' | 'all'): Scene {
  const data = catalogue(dataFile('smart-cities.json') as Dataset);
  const graph = buildGraph(data);
  const ids = visible(data, filter === 'all' ? '' : (data.dataset.opening?.filter ?? ''));
  return buildScene({ graph, xy: graph.shipped, visible: new Set(ids), color: 'sdo', selected: [] });
}

describe('W1 an SVG shows what the canvas shows', () => {
  test('every mark in view is there once, under the name of its record', () => {
    for (const scene of [sceneOf(), landscape('opening'), landscape('all')]) {
      const { graph, marks } = scene;
      const names = [...marks.node].map((n) => {
        const id = graph.ids[n] ?? '';
        return (
          ({ 0: graph.catalogue.sdo(id)?.name, 2: graph.catalogue.topic(id)?.label } as Record<number, string | undefined>)[
            graph.kinds[n] ?? 0
          ] ?? id
        );
      });
      const ofMarks = layer(parseXml(svgOf(scene)), 'marks')?.children ?? [];
      const ofPlates = parseXml(svgOf(scene)).children.filter(({ children }) => children.some(({ name }) => name === 'rect'));
      expect([...ofMarks, ...ofPlates].flatMap((group) => titlesIn(group)).sort()).toEqual(names.sort());
    }
  });

  test('the same labels as on the canvas, at every zoom', () => {
    const scene = landscape('opening');
    if (!scene.bounds) throw new Error('an empty scene');
    const whole = fitted(scene.bounds, SIZE, NO_INSETS, 2.2);
    const made = picture(scene, LIGHT, canvas, undefined, SIZE);
    for (const nearer of [0.3, 1, 2.5, 6]) {
      const camera = { ...whole, k: whole.k * nearer };
      const written = labelsInView(made, camera, SIZE).map(({ label }) => label.lines.join(' '));
      expect(textsIn(parseXml(svgOf(scene, { camera }))).sort()).toEqual(written.sort());
    }
  });

  test('what the camera does not see is left out', () => {
    const graph = town();
    const xy = line(graph);
    const at = graph.indexOf('standard', 'ISO 37122');
    const scene = buildScene({ graph, xy, visible: everything(graph), color: 'sdo', selected: [] });
    const root = parseXml(svgOf(scene, { camera: { x: xy[2 * at] ?? 0, y: 0, k: 4 } }));
    expect(titlesIn(root)).toContain('ISO 37122');
    expect(titlesIn(root).length).toBeLessThan(10);
  });

  test('shapes tell kinds, finishes tell status, rings the selection; what is not near it is faded', () => {
    const root = parseXml(svgOf(sceneOf(town(), [node('standard', 'ISO 3')])));
    const groups = layer(root, 'marks')?.children ?? [];
    const of = (title: string): { group: XmlElement; mark: XmlElement } => {
      for (const group of groups) for (const mark of group.children) if (mark.children[0]?.text === title) return { group, mark };
      throw new Error(`no mark is called ${title}`);
    };
    expect(of('ITU-T SG20').mark.attributes['d']?.match(/L/g)).toHaveLength(3);
    expect(of('Energy').mark.attributes['d']?.match(/L/g)).toHaveLength(5);
    expect(of('ISO 37122').mark.name).toBe('circle');
    expect(of('ISO 37122').group.attributes['fill']).toBe(LIGHT.hues[0]);
    expect(of('ISO 1').group.attributes['fill']).toBe(LIGHT.background);
    expect(of('ISO 3').mark.attributes['d']).toMatch(/^M(\S+ \S+L){5}\S+ \S+z$/);
    expect(of('ISO 3').group.attributes['fill']).toBe('none');
    expect(of('IEC 5').group.attributes['stroke-dasharray']).toBe('2.5 2');
    expect(of('ITU-T Y.4000').group.attributes['opacity']).toBe('0.14');
    expect(of('ISO 3').group.attributes['opacity']).toBeUndefined();
    expect(layer(root, 'selection')?.children).toHaveLength(1);
  });

  test('links by kind; none of an empty scene, which is still a picture', () => {
    const kinds = layer(parseXml(svgOf(sceneOf())), 'links')?.children.map(({ attributes }) => attributes['class']);
    expect(kinds).toEqual(['owns', 'part-of', 'relation']);
    const graph = town();
    const empty = buildScene({ graph, xy: line(graph), visible: new Set(), color: 'sdo', selected: [] });
    expect(parseXml(svgOf(empty)).children.map(({ name }) => name)).toEqual(['title', 'rect']);
  });
});

describe('W2 text is text', () => {
  test('selectable, in the font of the theme, named after the dataset or as asked', () => {
    const graph = town();
    const root = parseXml(svgOf(sceneOf(graph)));
    expect(textsIn(root)).toContain('ISO/IEC JTC 1');
    const font = `system-ui, "Segoe UI", 'Noto Sans'`;
    expect(parseXml(toSVG(sceneOf(graph), { ...LIGHT, font }, { size: SIZE, measure })).attributes['font-family']).toBe(font);
    expect(root.children[0]).toMatchObject({ name: 'title', text: graph.catalogue.dataset.title });
    expect(parseXml(svgOf(sceneOf(graph), { title: 'A <b> & c' })).children[0]?.text).toBe('A <b> & c');
  });

  test('of two lines reads as one text', () => {
    const topics = [
      { id: 'energy', label: 'Energy systems and their storage', axis: 'domain' as const, sources: [] },
      { id: 'mobility', label: 'M', axis: 'domain' as const, sources: [] },
    ];
    const standards = [standard('ISO 1', { topics: ['energy'], committees: [] })];
    const graph = town({ topics, standards, committees: [] });
    const root = parseXml(svgOf(sceneOf(graph), { size: { width: 4000, height: 800 } }));
    const written = all(root).find(({ name, text }) => name === 'text' && text.startsWith('Energy'));
    expect(written?.children.map(({ name }) => name)).toEqual(['tspan']);
    expect(`${written?.text ?? ''}${written?.children[0]?.text ?? ''}`).toBe('Energy systems and their storage');
  });

  test('of a script that runs from right to left says so, in a page of either direction', () => {
    const topics = [{ id: 'energy', label: 'الطاقة', axis: 'domain' as const, sources: [] }];
    const graph = town({ topics, standards: [standard('ISO 1', { topics: ['energy'], committees: [] })], committees: [] });
    const root = parseXml(svgOf(sceneOf(graph)));
    const written = all(root).filter(({ name }) => name === 'text');
    expect(written.map(({ text, attributes }) => [text, attributes['direction'], attributes['unicode-bidi']])).toContainEqual([
      'الطاقة',
      'rtl',
      'embed',
    ]);
    expect(root.attributes['direction']).toBe('ltr');
  });
});

describe('W3 the picture is inert, whatever the dataset says', () => {
  const ELEMENTS = ['svg', 'title', 'rect', 'g', 'path', 'circle', 'text', 'tspan'];
  const CLASSES = [
    'background',
    'territories',
    'territory',
    'links',
    'marks',
    'labels',
    'selection',
    'name',
    'sdo',
    'committee',
    'topic',
    'standard',
    'owns',
    'part-of',
    'about',
    'relation',
    'coordination',
    'candidates',
    'high',
    'medium',
    'low',
    'gaps',
  ];
  const OTHERS = [
    'class',
    'd',
    'x',
    'y',
    'cx',
    'cy',
    'r',
    'rx',
    'width',
    'height',
    'viewBox',
    'xmlns',
    'role',
    'font-family',
    'font-size',
    'font-weight',
    'text-anchor',
  ];
  const LOOKS = [
    'fill',
    'fill-opacity',
    'stroke',
    'stroke-opacity',
    'stroke-width',
    'stroke-dasharray',
    'stroke-linejoin',
    'paint-order',
    'opacity',
    'direction',
    'unicode-bidi',
  ];

  test.each(Object.entries(PAYLOADS))('%s', (_, text) => {
    const data = place(poisoned(text));
    const graph = buildGraph(catalogue(data));
    const scene = buildScene({
      graph,
      xy: graph.shipped,
      visible: everything(graph),
      color: 'sdo',
      selected: [node('sdo', graph.ids[0] ?? '')],
      candidates: data.standards.slice(1).map(({ id }) => ({ a: data.standards[0]?.id ?? '', b: id, band: 'high' })),
      gaps: new Map(data.topics.map(({ id }) => [id, { gaps: 1, thin: 2 }])),
      gapsText: () => text,
    });
    expect(scene.candidates?.count).toBeGreaterThan(0);
    expect(scene.gaps?.count).toBeGreaterThan(0);
    const root = parseXml(svgOf(scene));
    for (const { name, attributes } of all(root)) {
      expect(ELEMENTS).toContain(name);
      for (const [key, value] of Object.entries(attributes)) {
        expect([...OTHERS, ...LOOKS]).toContain(key);
        if (key === 'class') expect(CLASSES).toContain(value);
        else if (key !== 'xmlns') expect(value).not.toMatch(/url|script|:\/\//i);
      }
    }
    const sane = (t: string): string => t.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD');
    expect(titlesIn(root)).toContain(sane(graph.catalogue.topics[0]?.label ?? ''));
  });

  test('a theme whose colour is an address is refused', () => {
    for (const color of ['url(https://example.org/x.svg#a)', 'URL(#a)', 'red;fill:blue', '', 'a"b']) {
      expect(() => toSVG(sceneOf(), { ...LIGHT, background: color }, { size: SIZE, measure })).toThrow(/expected .* CSS colours/);
    }
    for (const color of [
      '#fff',
      'rgb(1, 2, 3)',
      'rgba(0, 0, 0, 0.5)',
      'color(srgb 0.1 0.2 0.3 / 0.5)',
      'oklch(0.7 0.1 200deg)',
      'CanvasText',
    ]) {
      expect(toSVG(sceneOf(), { ...LIGHT, background: color }, { size: SIZE, measure })).toContain(`fill="${color}"`);
    }
  });
});

describe('W4 the picture is exact and small', () => {
  test('equal input gives equal text', () => {
    expect(svgOf(landscape('opening'))).toBe(svgOf(landscape('opening')));
  });

  test('places are written to a tenth of a px, and no number is longer than needed', () => {
    const root = parseXml(svgOf(landscape('opening')));
    for (const { attributes } of all(root))
      for (const key of ['d', 'x', 'y', 'cx', 'cy', 'r', 'width', 'height'])
        for (const number of attributes[key]?.match(/-?[\d.]+/g) ?? []) expect(number).toMatch(/^(0|-?0\.[1-9]|-?[1-9]\d*(\.[1-9])?)$/);
  });

  test('the opening picture of the built dataset takes less than 100 kB, all of it less than 360 kB', () => {
    expect(svgOf(landscape('opening')).length).toBeLessThan(100_000);
    expect(svgOf(landscape('all')).length).toBeLessThan(360_000);
  });

  test('a size or a camera that is none is refused', () => {
    for (const size of [
      { width: 0, height: 10 },
      { width: 10, height: Infinity },
      { width: NaN, height: 10 },
    ])
      expect(() => svgOf(sceneOf(), { size })).toThrow(/toSVG: expected px ≥ 1/);
    for (const camera of [
      { x: NaN, y: 0, k: 1 },
      { x: 0, y: 0, k: 0 },
      { x: 0, y: Infinity, k: 1 },
    ])
      expect(() => svgOf(sceneOf(), { camera })).toThrow(/finite camera/);
  });
});

describe('the XML check of these tests', () => {
  test('fails what is not well-formed', () => {
    for (const bad of [
      '<a>',
      '<a></b>',
      '<a/><b/>',
      '<a b="1" b="2"/>',
      "<a b='1'/>",
      '<a>&</a>',
      '<a>&#38</a>',
      '<a>&nbsp;</a>',
      '<a b="<"/>',
      '<a>\u0000</a>',
      '<a>\uD800</a>',
      'x<a/>',
      '<!--x--><a/>',
    ])
      expect(() => parseXml(bad), bad).toThrow();
    expect(parseXml('<a b="&#34;">x<c/>&#38;</a>')).toEqual({
      name: 'a',
      attributes: { b: '"' },
      text: 'x&',
      children: [{ name: 'c', attributes: {}, text: '', children: [] }],
    });
  });
});
