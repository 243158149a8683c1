import { boundsAround } from './bounds.js';
import { PLAIN } from './codes.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Standard } from '../model/dataset.js';
import type { Encoding } from '../state/state.js';
import { classOf, slotsOf } from './classes.js';
import { NODE_KINDS, nodeCode, type Graph, type NodeKind } from './graph.js';
import { FINISHES, SHAPES, type Bounds, type Finish, type Marks, type Shape } from './scene.js';

const SHAPE_OF: Readonly<Record<NodeKind, Shape>> = { sdo: 'plate', committee: 'diamond', topic: 'hexagon', standard: 'circle' };
/** Radii in layout units, within the room that the layout keeps around each kind. */
const RADIUS: Readonly<Record<NodeKind, number>> = { sdo: 26, committee: 9, topic: 11, standard: 5.5 };
/** Below in the list lies on top. */
const ORDER: readonly NodeKind[] = ['standard', 'topic', 'committee', 'sdo'];

const finishCode = (finish: Finish): number => FINISHES.indexOf(finish);

function finishOf({ status }: Standard): number {
  if (status === 'in-force' || status === 'under-revision') return finishCode('filled');
  if (status === 'proposed' || status === 'under-development') return finishCode('hollow');
  return finishCode(status === 'unknown' ? 'dashed' : 'crossed');
}

const finishMemo = new WeakMap<Catalogue, Uint8Array>();

/** Index into FINISHES per node; n. */
function finishesOf(graph: Graph, records: Catalogue): Uint8Array {
  const known = finishMemo.get(records);
  if (known?.length === graph.kinds.length) return known;
  const [topic, standard] = [nodeCode('topic'), nodeCode('standard')];
  let next = 0;
  // Standards are nodes in dataset order
  const finishes = Uint8Array.from(graph.kinds, (kind) => {
    const record = kind === standard ? records.standards[next++] : undefined;
    return record ? finishOf(record) : finishCode(kind === topic ? 'hollow' : 'filled');
  });
  finishMemo.set(records, finishes);
  return finishes;
}

const slotMemo = new WeakMap<Catalogue, Map<Encoding, Uint8Array>>();

/** Palette slot per node: that of its class, where its kind takes part in the encoding; n. */
function nodeSlots({ catalogue: latest, kinds, ids }: Graph, color: Encoding, records: Catalogue): Uint8Array {
  // Of all that colours say a past day changes the status alone
  const catalogue = color === 'status' ? records : latest;
  const known = slotMemo.get(catalogue)?.get(color);
  if (known?.length === kinds.length) return known;
  const slots = slotsOf(catalogue, color);
  let next = 0;
  const made = Uint8Array.from(kinds, (code, node) => {
    const kind = NODE_KINDS[code];
    const standard = kind === 'standard' ? catalogue.standards[next++] : undefined;
    if (standard) return slots.get(classOf(catalogue, color, standard)) ?? 0;
    const id = ids[node] ?? '';
    if (kind === color) return slots.get(id) ?? 0;
    return kind === 'committee' && color === 'sdo' ? (slots.get(catalogue.committee(id)?.sdo ?? '') ?? 0) : 0;
  });
  const all = slotMemo.get(catalogue) ?? new Map<Encoding, Uint8Array>();
  slotMemo.set(catalogue, all.set(color, made));
  return made;
}

/** Shown nodes in drawing order: by kind, then as in the graph. */
function drawingOrder({ kinds }: Graph, shown: Uint8Array): Uint32Array {
  const counts = NODE_KINDS.map(() => 0);
  shown.forEach((is, node) => {
    const kind = kinds[node] ?? 0;
    if (is === 1) counts[kind] = (counts[kind] ?? 0) + 1;
  });
  let start = 0;
  const next = NODE_KINDS.map(() => 0);
  for (const kind of ORDER.map(nodeCode)) {
    next[kind] = start;
    start += counts[kind] ?? 0;
  }
  const order = new Uint32Array(start);
  shown.forEach((is, node) => {
    if (is !== 1) return;
    const kind = kinds[node] ?? 0;
    const at = next[kind] ?? 0;
    order[at] = node;
    next[kind] = at + 1;
  });
  return order;
}

/**
 * The marks of the shown nodes, none brought forward.
 *
 * @param xy positions of all nodes, 2n
 * @param shown 1 for a shown node; n
 * @param records the standards as they stood, in the places of the graph's
 */
export function marksOf(graph: Graph, xy: Float32Array, color: Encoding, shown: Uint8Array, records = graph.catalogue): Marks {
  const node = drawingOrder(graph, shown);
  const ofNode = new Int32Array(graph.ids.length).fill(-1);
  node.forEach((one, mark) => (ofNode[one] = mark));
  const radii = NODE_KINDS.map((kind) => RADIUS[kind]);
  const shapes = NODE_KINDS.map((kind) => SHAPES.indexOf(SHAPE_OF[kind]));
  const [finishes, slots] = [finishesOf(graph, records), nodeSlots(graph, color, records)];
  const bytes = (of: (node: number) => number | undefined): Uint8Array => Uint8Array.from(node, (one) => of(one) ?? 0);
  const numbers = (of: (node: number) => number | undefined): Float32Array => Float32Array.from(node, (one) => of(one) ?? 0);
  return {
    count: node.length,
    node,
    x: numbers((one) => xy[2 * one]),
    y: numbers((one) => xy[2 * one + 1]),
    radius: numbers((one) => radii[graph.kinds[one] ?? 0]),
    shape: bytes((one) => shapes[graph.kinds[one] ?? 0]),
    slot: bytes((one) => slots[one]),
    finish: bytes((one) => finishes[one]),
    emphasis: new Uint8Array(node.length).fill(PLAIN),
    ofNode,
  };
}

/** Around the rims of all marks; undefined for none. */
export const boundsOf = ({ count, x, y, radius }: Marks): Bounds | undefined =>
  count === 0 ? undefined : boundsAround(count, (mark) => [x[mark] ?? 0, y[mark] ?? 0, radius[mark] ?? 0]);
