import type { Catalogue } from '../model/catalogue.js';
import type { Point, RelationType, Standard } from '../model/dataset.js';
import { placesIn } from '../model/places.js';

/** What a node of the drawing stands for; the number is its code in typed arrays. */
export const NODE_KINDS = ['sdo', 'committee', 'topic', 'standard'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** What a link of the drawing says; the number is its code in typed arrays. */
export const LINK_KINDS = ['owns', 'part-of', 'about', 'relation'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Declared relations that say: these two were written as one, or one from the other. @source design, “coordinated” */
export const COORDINATING: ReadonlySet<RelationType> = new Set(['same-text', 'twin', 'adopts', 'transposes', 'incorporates']);

/**
 * The whole landscape as numbers: one node a record, n nodes and m links, in a fixed order
 * (SDOs, committees, topics, standards, each in dataset order), whatever the reader has filtered.
 */
export interface Graph {
  readonly catalogue: Catalogue;
  /** Index into NODE_KINDS per node; n. */
  readonly kinds: Uint8Array;
  /** Record id per node; n. */
  readonly ids: readonly string[];
  /** Index into LINK_KINDS per link; m. */
  readonly linkKinds: Uint8Array;
  /** Node indices, 2m: a0, b0, a1, b1, … */
  readonly links: Uint32Array;
  /** 1 for a relation of which at least one says that the two are coordinated: same text, twin, adopts, transposes, incorporates; m. */
  readonly coordinates: Uint8Array;
  /** Positions shipped in the dataset, 2n: x0, y0, …; NaN where a record carries none. */
  readonly shipped: Float32Array;
  /** Node of a record, or -1. */
  indexOf(kind: NodeKind, id: string): number;
}

/** Code of a kind of node in `Graph.kinds`. */
export const nodeCode = (kind: NodeKind): number => NODE_KINDS.indexOf(kind);
/** Code of a kind of link in `Graph.linkKinds`. */
export const linkCode = (kind: LinkKind): number => LINK_KINDS.indexOf(kind);

/** A record as a node: what the four kinds share. */
interface Placed {
  readonly id: string;
  readonly xy?: Point;
}

/** The nodes of the four kinds by the id of their record; the standards are found through their catalogue. */
class Nodes {
  readonly #catalogue: Catalogue;
  readonly #groups: readonly ReadonlyMap<string, number>[];
  /** Node of the first standard. */
  readonly first: number;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
    let next = 0;
    this.#groups = [catalogue.sdos, catalogue.committees, catalogue.topics].map(
      (records) => new Map(records.map(({ id }) => [id, next++] as const)),
    );
    this.first = next;
  }

  /** Node of a record, or -1. */
  at(kind: NodeKind, id: string): number {
    const code = nodeCode(kind);
    if (code < this.#groups.length) return this.#groups[code]?.get(id) ?? -1;
    const place = placesIn(this.#catalogue).get(id);
    return place === undefined ? -1 : this.first + place;
  }
}

/** Links while they are found. */
class LinkList {
  #ends = new Uint32Array(1024);
  #kinds = new Uint8Array(512);
  #count = 0;
  readonly #pairs = new Map<number, number>();
  readonly #coordinating = new Set<number>();
  readonly #nodes: number;

  constructor(nodes: number) {
    this.#nodes = nodes;
  }

  /** Adds a link, save for an end that the dataset lacks and a loop. */
  add(kind: LinkKind, a: number, b: number): void {
    if (a < 0 || b < 0 || a === b) return;
    if (this.#count === this.#kinds.length) {
      const [ends, kinds] = [new Uint32Array(4 * this.#count), new Uint8Array(2 * this.#count)];
      ends.set(this.#ends);
      kinds.set(this.#kinds);
      [this.#ends, this.#kinds] = [ends, kinds];
    }
    this.#ends[2 * this.#count] = a;
    this.#ends[2 * this.#count + 1] = b;
    this.#kinds[this.#count++] = linkCode(kind);
  }

  /** As `add`, for links of which two may join the same pair: the first counts. */
  addOnce(kind: LinkKind, a: number, b: number, coordinates = false): void {
    if (a < 0 || b < 0) return;
    const pair = Math.min(a, b) * this.#nodes + Math.max(a, b);
    if (!this.#pairs.has(pair)) {
      this.#pairs.set(pair, this.#count);
      this.add(kind, a, b);
    }
    // A pair may refer to each other and be the same text: one link, and it says the more
    if (coordinates && a !== b) this.#coordinating.add(this.#pairs.get(pair) ?? 0);
  }

  take(): Pick<Graph, 'links' | 'linkKinds' | 'coordinates'> {
    const coordinates = new Uint8Array(this.#count);
    for (const link of this.#coordinating) coordinates[link] = 1;
    return { links: this.#ends.slice(0, 2 * this.#count), linkKinds: this.#kinds.slice(0, this.#count), coordinates };
  }
}

/** Links of one standard; within one kind, a record that is named twice counts once. */
function addStandard(standard: Standard, node: number, catalogue: Catalogue, nodes: Nodes, links: LinkList): void {
  const { committees, topics, relations } = standard;
  committees.forEach((id, at) => {
    if (committees.indexOf(id) === at) links.add('owns', nodes.at('committee', id), node);
  });
  if (committees.length === 0) links.add('owns', nodes.at('sdo', catalogue.home(standard)), node);
  topics.forEach((id, at) => {
    if (topics.indexOf(id) === at) links.add('about', nodes.at('topic', id), node);
  });
  for (const { to, external, type } of relations ?? [])
    if (!external) links.addOnce('relation', node, nodes.at('standard', to), COORDINATING.has(type));
}

/** Codes and places of the nodes, in the order of the kinds. */
function nodeArrays(lists: readonly (readonly Placed[])[]): Pick<Graph, 'kinds' | 'ids' | 'shipped'> {
  const count = lists.reduce((sum, records) => sum + records.length, 0);
  const [kinds, shipped] = [new Uint8Array(count), new Float32Array(2 * count).fill(NaN)];
  const ids: string[] = [];
  lists.forEach((records, kind) => {
    for (const { id, xy } of records) {
      kinds[ids.length] = kind;
      if (xy) shipped.set(xy, 2 * ids.length);
      ids.push(id);
    }
  });
  return { kinds, ids, shipped };
}

/**
 * The landscape as numbers.
 *
 * Links, one a pair of nodes, the first that applies: a committee is `part-of` its parent, else its SDO; a joint SDO of the SDOs it
 * is joint of; a committee `owns` its standards, the leading one first, and an SDO those that name no committee; a topic is what a
 * standard is `about`; declared relations between two standards of the dataset.
 */
export function buildGraph(catalogue: Catalogue): Graph {
  const { sdos, committees, topics, standards } = catalogue;
  const nodes = new Nodes(catalogue);
  const links = new LinkList(nodes.first + standards.length);
  for (const sdo of sdos) for (const part of sdo.jointOf ?? []) links.addOnce('part-of', nodes.at('sdo', sdo.id), nodes.at('sdo', part));
  for (const { id, parent, sdo } of committees) {
    const above = parent === undefined ? -1 : nodes.at('committee', parent);
    links.addOnce('part-of', nodes.at('committee', id), above >= 0 ? above : nodes.at('sdo', sdo));
  }
  standards.forEach((standard, at) => {
    addStandard(standard, nodes.first + at, catalogue, nodes, links);
  });
  return Object.freeze({
    catalogue,
    ...nodeArrays([sdos, committees, topics, standards]),
    ...links.take(),
    indexOf: (kind: NodeKind, id: string) => nodes.at(kind, id),
  });
}
