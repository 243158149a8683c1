import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/analysis/visible.js';
import { gexfSteps } from '../../src/export/gexf.js';
import { graphmlSteps } from '../../src/export/graphml.js';
import { EDGE_ATTRIBUTES, networkOf, NODE_ATTRIBUTES, type Network } from '../../src/export/network.js';
import { finish } from '../../src/export/steps.js';
import { catalogue } from '../../src/model/catalogue.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph, type Graph } from '../../src/scene/graph.js';
import { place } from '../../src/scene/place.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { shipped } from '../fixtures/shipped.js';
import { parseXml } from '../render/xml-check.js';
import { everything, line, town } from '../scene/town.js';
import { from } from './provenance.js';

const COLORS = Array.from({ length: 9 }, (_, i) => [10 * i, 20 * i, 255 - i] as const);
const networkFor = (graph: Graph, shown = everything(graph), xy = line(graph)): Network =>
  networkOf({ scene: buildScene({ graph, xy, visible: shown, color: 'sdo', selected: [] }), shown, colors: COLORS });
const nodesOf = (network: Network) => Array.from({ length: network.nodes }, (_, i) => network.node(i));
const edgesOf = (network: Network) => [...network.edges()];

function landscape(filter: string): { readonly graph: Graph; readonly network: Network } {
  const data = shipped();
  const graph = buildGraph(data);
  return { graph, network: networkFor(graph, new Set(visible(data, filter)), graph.shipped) };
}

const FORMS = [
  ['GEXF', gexfSteps, (text: string) => gexf.parse(MultiGraph, text), 'kind'],
  ['GraphML', graphmlSteps, (text: string) => graphml.parse(MultiGraph, text), 'type'],
] as const;

describe.each(FORMS)('E7 %s is read back by another reader', (form, steps, read) => {
  const textOf = (network: Network, graph: Graph, filter = 'sdo:iso'): string =>
    finish(steps(network, from(graph.catalogue, { filter }))).join('');

  test.each(['tier:core', ''])('E7 every node, link and attribute of the filter %j', (filter) => {
    const { graph, network } = landscape(filter);
    const found = read(textOf(network, graph));
    const nodes = nodesOf(network);
    expect(found.order).toBe(nodes.length);
    for (const {
      key,
      label,
      x,
      y,
      size,
      color: [r, g, b],
      attributes,
    } of nodes) {
      const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined));
      const read = found.getNodeAttributes(key);
      expect(read).toMatchObject({ ...given, label, x, y });
      expect(read['size']).toBeCloseTo(size, 5);
      const hex = `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      expect([hex, `rgb(${String(r)},${String(g)},${String(b)})`]).toContain(read['color']);
    }
    const edges = edgesOf(network);
    expect(found.size).toBe(edges.length);
    const said = (source: string, target: string, values: Readonly<Record<string, unknown>>): string =>
      JSON.stringify([source, target, ...Object.keys(EDGE_ATTRIBUTES).map((name) => values[name] ?? null)]);
    expect(found.mapEdges((_, values, source, target) => said(source, target, values)).sort()).toEqual(
      edges.map(({ source, target, attributes }) => said(source, target, attributes)).sort(),
    );
    expect(found.mapEdges((_, { label }) => label as unknown).sort()).toEqual(edges.map(({ type }) => type).sort());
  });

  test('E3 the file says filter, day, sources and link', () => {
    const { graph, network } = landscape('tier:core');
    const text = textOf(network, graph, 'tier:core "a & b"');
    for (const part of ['tier:core &#34;a &#38; b&#34;', '2026-11-22', 'as of 2025-06-02', 'https://example.org/map#map.filter=sdo:iso'])
      expect(text).toContain(part);
  });

  test.each(Object.entries(PAYLOADS))('E4 %s stays text', (_, payload) => {
    const data = catalogue(place(poisoned(payload)));
    const graph = buildGraph(data);
    const network = networkFor(graph);
    const text = textOf(network, graph, payload);
    const root = parseXml(text.replace(/^<\?xml [^?]*\?>\n/, ''));
    expect(root.name).toBe(form.toLowerCase());
    const found = read(text);
    expect(found.order).toBe(network.nodes);
    expect(found.size).toBe(edgesOf(network).length);
  });
});

describe('E7 a network is what is drawn', () => {
  test('E7 each mark once, each declared relation between drawn standards once, nothing else', () => {
    const graph = town();
    const shown = new Set(['ISO 37122', 'ISO 37120', 'ISO 1']);
    const network = networkFor(graph, shown);
    const standards = nodesOf(network).filter(({ kind }) => kind === 'standard');
    expect(new Set(standards.map(({ label }) => label))).toEqual(new Set([...shown].filter((id) => graph.catalogue.standard(id))));
    const keys = new Set(nodesOf(network).map(({ key }) => key));
    const relations = graph.catalogue.standards.flatMap(({ id, relations = [] }) =>
      relations.filter(({ to, external }) => !external && shown.has(id) && shown.has(to)).map(({ type, to }) => `${id} ${type} ${to}`),
    );
    const edges = edgesOf(network);
    for (const { source, target } of edges) expect([...keys]).toEqual(expect.arrayContaining([source, target]));
    expect(
      edges
        .filter(({ attributes }) => attributes.evidence !== undefined)
        .map(({ source, type, target }) => `${source.replace('standard:', '')} ${type} ${target.replace('standard:', '')}`),
    ).toEqual(relations);
  });

  test('E7 y points up: what is above in the drawing has more of it', () => {
    const graph = town();
    const xy = line(graph).map((value, i) => (i % 2 === 0 ? value : i));
    const { scene, network } = {
      scene: buildScene({ graph, xy, visible: everything(graph), color: 'sdo', selected: [] }),
      network: networkFor(graph, everything(graph), xy),
    };
    for (const one of nodesOf(network)) {
      const mark = scene.marks.ofNode[graph.indexOf(one.kind, String(one.attributes.id))] ?? -1;
      expect([one.x, one.y]).toEqual([scene.marks.x[mark], -(scene.marks.y[mark] ?? 0) + 0]);
    }
  });

  test('attributes have a type each', () => {
    expect(new Set(Object.values(NODE_ATTRIBUTES))).toEqual(new Set(['string', 'integer', 'boolean']));
  });
});
