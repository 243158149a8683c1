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
