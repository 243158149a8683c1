import type { Standard } from '../model/dataset.js';
import type { Encoding } from '../state/state.js';
import { classOf, slotsOf } from './classes.js';
import { linkCode, NODE_KINDS, nodeCode, type Graph, type NodeKind } from './graph.js';
import {
  EMPHASES,
  FINISHES,
  SHAPES,
  type Bounds,
  type Emphasis,
  type Finish,
  type Label,
  type Marks,
  type Scene,
  type SceneInput,
  type SceneLinks,
  type Shape,
} from './scene.js';
import { neighbourhood, shownNodes } from './shown.js';
import { territoriesOf } from './territories.js';

const emphasisCode = (emphasis: Emphasis): number => EMPHASES.indexOf(emphasis);
const FADED = emphasisCode('faded');
const PLAIN = emphasisCode('plain');
const NEAR = emphasisCode('near');
const SELECTED = emphasisCode('selected');

const SHAPE_OF: Readonly<Record<NodeKind, Shape>> = { sdo: 'plate', committee: 'diamond', topic: 'hexagon', standard: 'circle' };
/** Radii in layout units, within the room that the layout keeps around each kind. */
const RADIUS: Readonly<Record<NodeKind, number>> = { sdo: 26, committee: 9, topic: 11, standard: 5.5 };
/** Below in the list lies on top. */
const ORDER: readonly NodeKind[] = ['standard', 'topic', 'committee', 'sdo'];

function finishOf({ status }: Standard): Finish {
  if (status === 'in-force' || status === 'under-revision') return 'filled';
  if (status === 'proposed' || status === 'under-development') return 'hollow';
  return status === 'unknown' ? 'dashed' : 'crossed';
}

/** Palette slot of a node: that of its class, where its kind takes part in the encoding. */
function slotOf(graph: Graph, color: Encoding, node: number): number {
  const { catalogue } = graph;
  const slots = slotsOf(catalogue, color);
  const id = graph.ids[node] ?? '';
  switch (NODE_KINDS[graph.kinds[node] ?? 0]) {
    case 'standard': {
      const standard = catalogue.standard(id);
      return standard ? (slots.get(classOf(catalogue, color, standard)) ?? 0) : 0;
    }
    case 'committee':
      return color === 'sdo' ? (slots.get(catalogue.committee(id)?.sdo ?? '') ?? 0) : color === 'committee' ? (slots.get(id) ?? 0) : 0;
    case 'sdo':
      return color === 'sdo' ? (slots.get(id) ?? 0) : 0;
    default:
      return color === 'topic' ? (slots.get(id) ?? 0) : 0;
  }
}

/** Emphasis of every node, n: with a selection, all that is not near it is faded. */
function emphases(graph: Graph, selected: readonly number[]): Uint8Array {
  const all = new Uint8Array(graph.ids.length);
  if (selected.length === 0) return all.fill(PLAIN);
  neighbourhood(graph, selected).forEach((near, node) => (all[node] = near ? NEAR : FADED));
  for (const node of selected) all[node] = SELECTED;
  return all;
}

function drawingOrder(graph: Graph, shown: Uint8Array, emphasis: Uint8Array): readonly number[] {
  const layer = ORDER.map((kind) => nodeCode(kind));
  const key = (node: number): number => (emphasis[node] ?? 0) * ORDER.length + layer.indexOf(graph.kinds[node] ?? 0);
  const nodes: number[] = [];
  shown.forEach((is, node) => {
    if (is) nodes.push(node);
  });
  return nodes.sort((a, b) => key(a) - key(b) || a - b);
}

function buildMarks({ graph, xy, color }: SceneInput, order: readonly number[], emphasis: Uint8Array): Marks {
  const ofNode = new Int32Array(graph.ids.length).fill(-1);
  order.forEach((node, mark) => (ofNode[node] = mark));
  const kindOf = (node: number): NodeKind => NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard';
  const finish = (node: number): Finish => {
    const kind = kindOf(node);
    const standard = kind === 'standard' ? graph.catalogue.standard(graph.ids[node] ?? '') : undefined;
    return standard ? finishOf(standard) : kind === 'topic' ? 'hollow' : 'filled';
  };
  return {
    count: order.length,
    node: Uint32Array.from(order),
    x: Float32Array.from(order, (node) => xy[2 * node] ?? 0),
    y: Float32Array.from(order, (node) => xy[2 * node + 1] ?? 0),
    radius: Float32Array.from(order, (node) => RADIUS[kindOf(node)]),
    shape: Uint8Array.from(order, (node) => SHAPES.indexOf(SHAPE_OF[kindOf(node)])),
    slot: Uint8Array.from(order, (node) => slotOf(graph, color, node)),
    finish: Uint8Array.from(order, (node) => FINISHES.indexOf(finish(node))),
    emphasis: Uint8Array.from(order, (node) => emphasis[node] ?? PLAIN),
    ofNode,
  };
}

/** Links between shown marks. A link of a topic is drawn only near a selection: all of them together are a hairball. */
function buildLinks(graph: Graph, marks: Marks, hasSelection: boolean): SceneLinks {
  const ends: number[] = [];
  const kind: number[] = [];
  const emphasis: number[] = [];
  const about = linkCode('about');
  graph.linkKinds.forEach((code, link) => {
    const [a, b] = [marks.ofNode[graph.links[2 * link] ?? 0] ?? -1, marks.ofNode[graph.links[2 * link + 1] ?? 0] ?? -1];
    if (a < 0 || b < 0) return;
    const [ea, eb] = [marks.emphasis[a] ?? PLAIN, marks.emphasis[b] ?? PLAIN];
    const isPath = code !== about && ea >= NEAR && eb >= NEAR;
    const touches = Math.max(ea, eb) === SELECTED;
    if (code === about && !touches) return;
    ends.push(a, b);
    kind.push(code);
    emphasis.push(!hasSelection ? PLAIN : touches || isPath ? NEAR : FADED);
  });
  return { count: kind.length, ends: Uint32Array.from(ends), kind: Uint8Array.from(kind), emphasis: Uint8Array.from(emphasis) };
}

/** Longest label and longest line of one, characters; the whole name is in the tooltip. */
const LONGEST_LABEL = 44;
const LONGEST_LINE = 22;

function labelText(graph: Graph, kind: NodeKind, id: string): string {
  if (kind === 'sdo') return graph.catalogue.sdo(id)?.name ?? id;
  const text = kind === 'topic' ? (graph.catalogue.topic(id)?.label ?? id) : id;
  return text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : text;
}

/** A long text in two lines, parted at the space nearest to its middle. */
function linesOf(text: string): readonly string[] {
  if (text.length <= LONGEST_LINE) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return [text];
  const at = spaces.reduce((best, space) => (Math.abs(space - text.length / 2) < Math.abs(best - text.length / 2) ? space : best));
  return [text.slice(0, at), text.slice(at + 1)];
}

/** Labels in order of importance: what is selected, then near it; SDO, topic, committee, standard; the better linked first. */
function buildLabels(graph: Graph, marks: Marks, links: SceneLinks): readonly Label[] {
  const degree = new Uint32Array(marks.count);
  for (const mark of links.ends) degree[mark] = (degree[mark] ?? 0) + 1;
  const rank: Readonly<Record<NodeKind, number>> = { sdo: 0, topic: 1, committee: 2, standard: 3 };
  const labels = Array.from({ length: marks.count }, (_, mark) => {
    const node = marks.node[mark] ?? 0;
    const kind = NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard';
    const emphasis = marks.emphasis[mark] ?? PLAIN;
    return { mark, kind, text: labelText(graph, kind, graph.ids[node] ?? ''), always: kind !== 'standard' || emphasis >= NEAR, emphasis };
  });
  const told = labels.filter(({ emphasis }) => emphasis !== FADED);
  told.sort(
    (a, b) => b.emphasis - a.emphasis || rank[a.kind] - rank[b.kind] || (degree[b.mark] ?? 0) - (degree[a.mark] ?? 0) || a.mark - b.mark,
  );
  return told.map(({ mark, kind, text, always }) => ({ mark, kind, text, lines: kind === 'sdo' ? [text] : linesOf(text), always }));
}

function boundsOf(marks: Marks): Bounds | undefined {
  if (marks.count === 0) return undefined;
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let mark = 0; mark < marks.count; mark++) {
    const [x, y, r] = [marks.x[mark] ?? 0, marks.y[mark] ?? 0, marks.radius[mark] ?? 0];
    bounds.left = Math.min(bounds.left, x - r);
    bounds.right = Math.max(bounds.right, x + r);
    bounds.top = Math.min(bounds.top, y - r);
    bounds.bottom = Math.max(bounds.bottom, y + r);
  }
  return bounds;
}

/** What to draw of a landscape: the marks a filter leaves, the links between them, labels in order of importance. */
export function buildScene(input: SceneInput): Scene {
  const { graph, xy, visible, color, group = 'sdo', nameOf } = input;
  const selected = input.selected.map(({ kind, id }) => graph.indexOf(kind, id)).filter((node) => node >= 0);
  const shown = shownNodes(graph, visible);
  for (const node of selected) shown[node] = 1;
  const emphasis = emphases(graph, selected);
  const marks = buildMarks(input, drawingOrder(graph, shown, emphasis), emphasis);
  const links = buildLinks(graph, marks, selected.length > 0);
  return {
    graph,
    marks,
    links,
    labels: buildLabels(graph, marks, links),
    territories: territoriesOf({ graph, xy, shown, group, color, nameOf }),
    bounds: boundsOf(marks),
  };
}
