import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import { LINK_KINDS, NODE_KINDS, type NodeKind } from '../scene/graph.js';
import { SHAPES, type Scene } from '../scene/scene.js';
import { BATCH, type Steps } from './steps.js';

/** Type of an attribute, as GEXF and GraphML call it both. */
export type AttributeType = 'string' | 'integer' | 'boolean';
/** Attributes of nodes and of links, with their types, in the order of writing. */
export const NODE_ATTRIBUTES = {
  kind: 'string',
  id: 'string',
  title: 'string',
  sdo: 'string',
  committee: 'string',
  deliverable: 'string',
  normative: 'string',
  role: 'string',
  level: 'string',
  tier: 'string',
  status: 'string',
  first: 'string',
  latest: 'string',
  editions: 'integer',
  topics: 'string',
  axis: 'string',
  url: 'string',
  sources: 'string',
  in_filter: 'boolean',
} as const satisfies Readonly<Record<string, AttributeType>>;
export const EDGE_ATTRIBUTES = { type: 'string', evidence: 'string', source: 'string', date: 'string' } as const satisfies Readonly<
  Record<string, AttributeType>
>;

export type AttributeValue = string | number | boolean | undefined;

/** A record in the drawing. */
export interface NetworkNode {
  /** `standard:ISO 37122`: records of two kinds may have one id. */
  readonly key: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly attributes: Readonly<Partial<Record<keyof typeof NODE_ATTRIBUTES, AttributeValue>>>;
  /** Place in layout units, y to the top as graph programs have it. */
  readonly x: number;
  readonly y: number;
  /** Diameter in layout units. */
  readonly size: number;
  /** 0–255 each. */
  readonly color: readonly [red: number, green: number, blue: number];
  readonly shape: (typeof SHAPES)[number];
}

/** What joins two of them: a declared relation, or that one owns, is part of, or is about the other. */
export interface NetworkEdge {
  readonly key: string;
  /** Keys of the nodes, subject first. */
  readonly source: string;
  readonly target: string;
  /** The type of the relation: what a reader sees of it. */
  readonly type: string;
  readonly attributes: Readonly<Partial<Record<keyof typeof EDGE_ATTRIBUTES, AttributeValue>>>;
}

/** The drawing as a network: nodes and edges in the order of the dataset, each made when it is asked for. */
export interface Network {
  readonly nodes: number;
  readonly node: (at: number) => NetworkNode;
  readonly edges: () => Iterable<NetworkEdge>;
}

/** What a network is made of. */
export interface NetworkInput {
  readonly scene: Scene;
  /** The standards as of the day that is drawn. Default the catalogue of the scene. */
  readonly records?: Catalogue | undefined;
  /** Standards that pass the filter; others in the scene are drawn beyond it. */
  readonly shown: ReadonlySet<StandardId>;
  /** Colours of the palette slots, neutral first, 0–255 each. */
  readonly colors: readonly (readonly [red: number, green: number, blue: number])[];
}

const keyOf = (kind: NodeKind, id: string): string => `${kind}:${id}`;
const list = (values: readonly string[]): string => values.join('; ');

function standardAttributes(catalogue: Catalogue, standard: Standard, shown: ReadonlySet<StandardId>): NetworkNode['attributes'] {
  return {
    title: standard.title,
    sdo: list(catalogue.sdosOf(standard)),
    committee: list(standard.committees),
    deliverable: standard.deliverable,
    normative: standard.kind,
    role: standard.role,
    level: standard.level,
    tier: standard.tier,
    status: standard.status,
    first: catalogue.firstDate(standard),
    latest: catalogue.latestDate(standard),
    editions: standard.editions.length,
    topics: list(standard.topics),
    url: standard.url,
    sources: list(standard.sources),
    in_filter: shown.has(standard.id),
  };
}

/** What is said of a record, and its name. */
function described(
  catalogue: Catalogue,
  kind: NodeKind,
  id: string,
  shown: ReadonlySet<StandardId>,
): { readonly label: string; readonly attributes: NetworkNode['attributes'] } {
  if (kind === 'standard') {
    const standard = catalogue.standard(id);
    return { label: id, attributes: standard ? standardAttributes(catalogue, standard, shown) : {} };
  }
  if (kind === 'committee') {
    const committee = catalogue.committee(id);
    const { title, sdo, url, sources = [] } = committee ?? {};
    return { label: id, attributes: { title, sdo, url, sources: list(sources) } };
  }
  if (kind === 'topic') {
    const topic = catalogue.topic(id);
    return { label: topic?.label ?? id, attributes: { title: topic?.label, axis: topic?.axis } };
  }
  const sdo = catalogue.sdo(id);
  return { label: sdo?.name ?? id, attributes: { title: sdo?.title, url: sdo?.url } };
}

/** The edges: what belongs together as the drawing has it, and every declared relation between two standards that are drawn. */
function* edgesOf({ scene: { graph, marks }, records = graph.catalogue }: NetworkInput): Generator<NetworkEdge, void> {
  const { links, linkKinds, ids, kinds } = graph;
  const keyAt = (node: number): string => keyOf(NODE_KINDS[kinds[node] ?? 0] ?? 'standard', ids[node] ?? '');
  let count = 0;
  for (const [link, code] of linkKinds.entries()) {
    const type = LINK_KINDS[code] ?? 'relation';
    const [a, b] = [links[2 * link] ?? 0, links[2 * link + 1] ?? 0];
    if (type === 'relation' || (marks.ofNode[a] ?? -1) < 0 || (marks.ofNode[b] ?? -1) < 0) continue;
    yield { key: String(count++), source: keyAt(a), target: keyAt(b), type, attributes: { type } };
  }
  for (const standard of records.standards) {
    if (!standard.relations || (marks.ofNode[graph.indexOf('standard', standard.id)] ?? -1) < 0) continue;
    for (const { type, to, external, evidence, source, date } of standard.relations) {
      if (external || (marks.ofNode[graph.indexOf('standard', to)] ?? -1) < 0) continue;
      const ends = { source: keyOf('standard', standard.id), target: keyOf('standard', to) };
      yield { key: String(count++), ...ends, type, attributes: { type, evidence, source, date } };
    }
  }
}

/** What is drawn, as a network. */
export function networkOf(input: NetworkInput): Network {
  const { scene, shown, colors } = input;
  const { graph, marks } = scene;
  const { records = graph.catalogue } = input;
  const order = [...marks.node.keys()].sort((a, b) => (marks.node[a] ?? 0) - (marks.node[b] ?? 0));
  return {
    nodes: order.length,
    node: (at) => {
      const mark = order[at] ?? 0;
      const node = marks.node[mark] ?? 0;
      const [kind, id] = [NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard', graph.ids[node] ?? ''];
      const { label, attributes } = described(records, kind, id, shown);
      return {
        key: keyOf(kind, id),
        label,
        kind,
        attributes: { kind, id, ...attributes },
        x: marks.x[mark] ?? 0,
        y: -(marks.y[mark] ?? 0) + 0,
        size: 2 * (marks.radius[mark] ?? 0),
        color: colors[marks.slot[mark] ?? 0] ?? [128, 128, 128],
        shape: SHAPES[marks.shape[mark] ?? 0] ?? 'circle',
      };
    },
    edges: () => edgesOf(input),
  };
}

/** How a form writes nodes and edges. */
interface NetworkForm {
  readonly node: (node: NetworkNode) => string;
  readonly edge: (edge: NetworkEdge) => string;
  readonly between: string;
}

/** Writes nodes, then edges, behind the parts that are there. */
export function* networkParts(network: Network, parts: string[], { node, edge, between }: NetworkForm): Steps<void> {
  for (let from = 0; from < network.nodes; from += BATCH) {
    let part = '';
    for (let at = from; at < Math.min(network.nodes, from + BATCH); at++) part += node(network.node(at));
    parts.push(part);
    yield (0.5 * Math.min(from + BATCH, network.nodes)) / network.nodes;
  }
  parts.push(between);
  let [part, count] = ['', 0];
  for (const one of network.edges()) {
    part += edge(one);
    if (++count % BATCH !== 0) continue;
    parts.push(part);
    part = '';
    // How many there are is known at the end only: it comes ever nearer to all of them
    yield 1 - 0.5 / (1 + count / (4 * (network.nodes + 1)));
  }
  parts.push(part);
}
