import {
  EDGE_ATTRIBUTES,
  networkParts,
  NODE_ATTRIBUTES,
  type AttributeValue,
  type Network,
  type NetworkEdge,
  type NetworkNode,
} from './network.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import type { Steps } from './steps.js';
import { element, XML_HEAD, xmlText } from './xml.js';

/** What GraphML has no elements for is written as Gephi and others read it: data of these names. */
const LOOKS = { label: 'string', x: 'double', y: 'double', size: 'double', r: 'int', g: 'int', b: 'int' } as const;
const PLAIN = { string: 'string', integer: 'int', boolean: 'boolean' } as const;

const typed = (attributes: Readonly<Record<string, keyof typeof PLAIN>>): readonly (readonly [name: string, type: string])[] =>
  Object.entries(attributes).map(([name, type]) => [name, PLAIN[type]]);
const KEYS = {
  node: [...Object.entries(LOOKS), ...typed(NODE_ATTRIBUTES)],
  edge: [['label', 'string'], ...typed(EDGE_ATTRIBUTES)],
} as const satisfies Readonly<Record<string, readonly (readonly [name: string, type: string])[]>>;

const data = (key: string, value: AttributeValue): string => (value === undefined ? '' : element('data', { key }, xmlText(String(value))));

const dataOf = (of: keyof typeof KEYS, given: Readonly<Record<string, AttributeValue>>): string =>
  KEYS[of].map(([name]) => data(`${of}-${name}`, given[name])).join('');

const nodeXml = ({ key, label, attributes, x, y, size, color: [r, g, b] }: NetworkNode): string =>
  `${element('node', { id: key }, dataOf('node', { label, x, y, size, r, g, b, ...attributes }))}\n`;

const edgeXml = ({ key, source, target, type, attributes }: NetworkEdge): string =>
  `${element('edge', { id: key, source, target }, dataOf('edge', { label: type, ...attributes }))}\n`;

/**
 * A network as GraphML, which Gephi, yEd, Cytoscape and NetworkX open: attributes with their types; places, sizes and colours as data.
 *
 * @source graphml.graphdrawing.org, GraphML 1.0
 */
export function* graphmlSteps(network: Network, provenance: Provenance, words?: AboutWords): Steps<readonly string[]> {
  const lines = aboutLines(provenance, words).map(([term, value, url]) => `${term}: ${value}${url === undefined ? '' : ` ${url}`}`);
  const keys = (['node', 'edge'] as const).flatMap((of) =>
    KEYS[of].map(([name, type]) => element('key', { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type })),
  );
  const about = { id: 'graph-about', for: 'graph', 'attr.name': 'about', 'attr.type': 'string' };
  const parts = [
    `${XML_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys.join('\n')}\n${element('key', about)}\n`,
    `<graph id="standards-map" edgedefault="directed">\n${data('graph-about', lines.join('\n'))}\n`,
  ];
  yield* networkParts(network, parts, { node: nodeXml, edge: edgeXml, between: '' });
  return [...parts, '</graph>\n</graphml>\n'];
}
