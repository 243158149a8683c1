import type { Catalogue } from '../model/catalogue.js';

/** What a node of the drawing stands for; the number is its code in typed arrays. */
export const NODE_KINDS = ['sdo', 'committee', 'topic', 'standard'] as const;
export type NodeKind = (typeof NODE_KINDS)[number];

/** What a link of the drawing says; the number is its code in typed arrays. */
export const LINK_KINDS = ['owns', 'part-of', 'about', 'relation'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

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
  /** Positions shipped in the dataset, 2n: x0, y0, …; NaN where a record carries none. */
  readonly shipped: Float32Array;
  /** Node of a record, or -1. */
  indexOf(kind: NodeKind, id: string): number;
}

/** Code of a kind of node in `Graph.kinds`. */
export const nodeCode = (kind: NodeKind): number => NODE_KINDS.indexOf(kind);
/** Code of a kind of link in `Graph.linkKinds`. */
export const linkCode = (kind: LinkKind): number => LINK_KINDS.indexOf(kind);

/** Keys of the four kinds never meet: ids of different kinds may be equal. */
const keyOf = (kind: NodeKind, id: string): string => `${kind} ${id}`;

/** Collects links, dropping ends that the dataset lacks, loops, and repetitions of a pair. */
class LinkList {
  readonly ends: number[] = [];
  readonly kinds: number[] = [];
  readonly #seen = new Set<string>();

  add(kind: LinkKind, a: number | undefined, b: number | undefined): void {
    if (a === undefined || b === undefined || a === b) return;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.ends.push(a, b);
    this.kinds.push(linkCode(kind));
  }
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
  const records = [
    ...sdos.map((record) => ({ kind: 'sdo' as const, record })),
    ...committees.map((record) => ({ kind: 'committee' as const, record })),
    ...topics.map((record) => ({ kind: 'topic' as const, record })),
    ...standards.map((record) => ({ kind: 'standard' as const, record })),
  ];
  const index = new Map(records.map(({ kind, record }, node) => [keyOf(kind, record.id), node]));
  const at = (kind: NodeKind, id: string): number | undefined => index.get(keyOf(kind, id));
  const links = new LinkList();
  for (const sdo of sdos) for (const part of sdo.jointOf ?? []) links.add('part-of', at('sdo', sdo.id), at('sdo', part));
  for (const { id, parent, sdo } of committees) {
    links.add('part-of', at('committee', id), (parent === undefined ? undefined : at('committee', parent)) ?? at('sdo', sdo));
  }
  for (const standard of standards) {
    const node = at('standard', standard.id);
    for (const committee of standard.committees) links.add('owns', at('committee', committee), node);
    if (standard.committees.length === 0) links.add('owns', at('sdo', catalogue.home(standard)), node);
    for (const topic of standard.topics) links.add('about', at('topic', topic), node);
    for (const { to, external } of standard.relations ?? []) if (!external) links.add('relation', node, at('standard', to));
  }
  return Object.freeze({
    catalogue,
    kinds: Uint8Array.from(records, ({ kind }) => nodeCode(kind)),
    ids: records.map(({ record }) => record.id),
    linkKinds: Uint8Array.from(links.kinds),
    links: Uint32Array.from(links.ends),
    shipped: Float32Array.from(records.flatMap(({ record }) => record.xy ?? [NaN, NaN])),
    indexOf: (kind: NodeKind, id: string) => at(kind, id) ?? -1,
  });
}
