import {
  EDGE_ATTRIBUTES,
  networkParts,
  NODE_ATTRIBUTES,
  type AttributeValue,
  type Network,
  type NetworkEdge,
  type NetworkNode,
} from './network.js';
import { aboutText, type AboutWords, type Provenance } from './provenance.js';
import type { Steps } from './steps.js';
import { element, XML_HEAD, xmlText } from './xml.js';

/** The shapes that GEXF knows. */
const SHAPES = { plate: 'square', diamond: 'diamond', hexagon: 'triangle', circle: 'disc' } as const;

const declared = (of: 'node' | 'edge', attributes: Readonly<Record<string, string>>): string =>
  element(
    'attributes',
    { class: of },
    Object.entries(attributes)
      .map(([title, type], id) => element('attribute', { id, title, type }))
      .join(''),
  );

/** The values of a record, by the place of the attribute in its list; what is not known has none. */
const valuesOf = (attributes: Readonly<Record<string, string>>, given: Readonly<Record<string, AttributeValue>>): string => {
  const values = Object.keys(attributes).map((name, id) =>
    given[name] === undefined ? '' : element('attvalue', { for: id, value: String(given[name]) }),
  );
  return element('attvalues', {}, values.join(''));
};

function nodeXml({ key, label, attributes, x, y, size, color: [r, g, b], shape }: NetworkNode): string {
  const looks = [
    element('viz:color', { r, g, b }),
    element('viz:position', { x, y, z: 0 }),
    element('viz:size', { value: size }),
    element('viz:shape', { value: SHAPES[shape] }),
  ];
  return `${element('node', { id: key, label }, valuesOf(NODE_ATTRIBUTES, attributes) + looks.join(''))}\n`;
}

const edgeXml = ({ key, source, target, type, attributes }: NetworkEdge): string =>
  `${element('edge', { id: key, source, target, kind: type, label: type }, valuesOf(EDGE_ATTRIBUTES, attributes))}\n`;

/**
 * A network as GEXF 1.3, which Gephi opens: places, sizes, colours and shapes as drawn, attributes with their types, links of several
 * kinds between the same two.
 *
 * @source gexf.net, GEXF 1.3
 */
export function* gexfSteps(network: Network, provenance: Provenance, words?: AboutWords): Steps<readonly string[]> {
  const meta =
    element('creator', {}, 'standards-map') +
    element('title', {}, xmlText(provenance.title)) +
    element('description', {}, xmlText(aboutText(provenance, words))) +
    element('keywords', {}, xmlText([provenance.view, provenance.filter].filter((text) => text !== '').join(', ')));
  const parts = [
    `${XML_HEAD}<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n`,
    `${element('meta', { lastmodifieddate: provenance.at }, meta)}\n<graph mode="static" defaultedgetype="directed">\n`,
    `${declared('node', NODE_ATTRIBUTES)}\n${declared('edge', EDGE_ATTRIBUTES)}\n<nodes>\n`,
  ];
  yield* networkParts(network, parts, { node: nodeXml, edge: edgeXml, between: '</nodes>\n<edges>\n' });
  return [...parts, '</edges>\n</graph>\n</gexf>\n'];
}
