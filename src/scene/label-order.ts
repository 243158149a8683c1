import { FADED, NEAR, SELECTED } from './codes.js';
import { NODE_KINDS, type Graph } from './graph.js';
import type { Label, Scene, Territory, TextKind } from './scene.js';

/** Longest label and longest line of one, characters; the whole name is in the tooltip. */
const LONGEST_LABEL = 44;
const LONGEST_LINE = 22;
/** More standards than these near a selection cannot be read at once: they are named like all others. */
const NAMED_AT_ONCE = 300;
/** Order of the kinds: the smaller comes first. */
const RANKS: Readonly<Record<TextKind, number>> = { sdo: 0, territory: 3, topic: 4, committee: 5, standard: 6 };
const KINDS = 7;
/** Weight under a lens from which a mark is named before territories: in the order of the weights, right after SDOs. */
const WEIGHTY = 2;
const MOST_WEIGHT = 3;
/** Marks that the picture is made for weigh more and come before SDOs: parts of a rank between two of them. */
const ABOUT_STEPS = 4;
/** Most links that count, and a prime that scatters numbers below 2²⁴ over all of them. */
const MOST_LINKS = 2 ** 18 - 1;
const SCATTER = 10_368_889;

/** What the labels of a scene are made of. */
export type LabelSource = Pick<Scene, 'graph' | 'marks' | 'raised' | 'territories' | 'weights' | 'namedFrom' | 'candidates' | 'gaps'>;

const kindAt = ({ graph, marks }: LabelSource, mark: number): (typeof NODE_KINDS)[number] =>
  NODE_KINDS[graph.kinds[marks.node[mark] ?? 0] ?? 0] ?? 'standard';

const memo = new WeakMap<Graph, Uint32Array>();

/** Links of each node of the whole landscape: what is filtered or selected does not change the order. */
function degreesOf(graph: Graph): Uint32Array {
  const known = memo.get(graph);
  if (known) return known;
  const degrees = new Uint32Array(graph.ids.length);
  for (const node of graph.links) degrees[node] = (degrees[node] ?? 0) + 1;
  memo.set(graph, degrees);
  return degrees;
}

/**
 * A total order of the labels, the smaller number first: what is selected, then near it; SDO, what weighs most under a lens, topic, committee,
 * standard; the better linked first; then in an order that has nothing to do with places, so that of two in each other's way it is not always the left one.
 *
 * @returns a number a mark; Infinity for one that is not named
 */
export function ranksOf(source: LabelSource): Float64Array {
  const { marks, raised, graph, weights } = source;
  const degrees = degreesOf(graph);
  const kinds = NODE_KINDS.map((kind) => RANKS[kind]);
  return Float64Array.from(marks.emphasis, (emphasis, mark) => {
    if (emphasis === FADED && raised.length > 0) return Infinity;
    const node = marks.node[mark] ?? 0;
    const weight = weights?.[mark] ?? 0;
    const weighed = weight > MOST_WEIGHT ? (MOST_WEIGHT - weight) / ABOUT_STEPS : 4 - weight;
    const tier = (SELECTED - emphasis) * KINDS + (weight >= WEIGHTY ? weighed : (kinds[graph.kinds[node] ?? 0] ?? 0));
    const scattered = (node * SCATTER) % 2 ** 24;
    return (tier * (MOST_LINKS + 1) + MOST_LINKS - Math.min(MOST_LINKS, degrees[node] ?? 0)) * 2 ** 24 + scattered;
  });
}

/** Says of each mark whether its label is written at any zoom that has room for it. */
export function alwaysNamed(source: LabelSource): (mark: number) => boolean {
  const { marks, raised, weights } = source;
  if (weights) {
    const { namedFrom = 1 } = source;
    return (mark) => kindAt(source, mark) !== 'standard' || (weights[mark] ?? 0) >= namedFrom;
  }
  const standards = raised.reduce((sum, mark) => sum + (kindAt(source, mark) === 'standard' ? 1 : 0), 0);
  const least = standards > NAMED_AT_ONCE ? SELECTED : NEAR;
  return (mark) => kindAt(source, mark) !== 'standard' || (raised.length > 0 && (marks.emphasis[mark] ?? 0) >= least);
}

/**
 * Says of each mark whether its label is written however far the camera is: what is selected, what a candidate joins to it, and what weighs most
 * under a lens, as are all topics with gaps or thin cells; and what the picture is made for.
 */
export function farNamed({ marks, candidates, gaps, weights }: LabelSource): (mark: number) => boolean {
  const joined = new Set<number>(gaps?.mark);
  candidates?.ends.forEach((mark, end) => {
    if (candidates.emphasis[end >> 1] === NEAR) joined.add(mark);
  });
  return (mark) => marks.emphasis[mark] === SELECTED || (weights?.[mark] ?? 0) >= MOST_WEIGHT || joined.has(mark);
}

/** A long text in two lines, parted at the space nearest to its middle. */
function linesOf(text: string): readonly string[] {
  if (text.length <= LONGEST_LINE) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return [text];
  const at = spaces.reduce((best, space) => (Math.abs(space - text.length / 2) < Math.abs(best - text.length / 2) ? space : best));
  return [text.slice(0, at), text.slice(at + 1)];
}

const cut = (text: string): string => (text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL - 1).trimEnd()}…` : text);

/** The label of a mark. */
export function labelAt(source: LabelSource, mark: number, always: boolean, far = false): Label {
  const { graph, marks } = source;
  const kind = kindAt(source, mark);
  const id = graph.ids[marks.node[mark] ?? 0] ?? '';
  if (kind === 'sdo') {
    const text = graph.catalogue.sdo(id)?.name ?? id;
    return { mark, kind, text, lines: [text], always, far };
  }
  const text = cut(kind === 'topic' ? (graph.catalogue.topic(id)?.label ?? id) : id);
  return { mark, kind, text, lines: linesOf(text), always, far };
}

/** Middle of an area. */
function middleOf(outline: Float32Array): readonly [x: number, y: number] {
  let [sum, x, y] = [0, 0, 0];
  for (let i = 0, j = outline.length - 2; i < outline.length; j = i, i += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [outline[j], outline[j + 1], outline[i], outline[i + 1]];
    const cross = ax * by - bx * ay;
    [sum, x, y] = [sum + cross, x + (ax + bx) * cross, y + (ay + by) * cross];
  }
  return sum === 0 ? [outline[0] ?? 0, outline[1] ?? 0] : [x / (3 * sum), y / (3 * sum)];
}

/** Names of the territories of level 0 that no mark stands for, one a class, on its largest area; in their order. */
export function territoryLabels({ graph, marks, territories }: LabelSource): readonly Label[] {
  const isMarked = ({ value }: Territory): boolean =>
    (['sdo', 'committee', 'topic'] as const).some((kind) => (marks.ofNode[graph.indexOf(kind, value)] ?? -1) >= 0);
  const seen = new Set<string>();
  return territories.flatMap((territory): Label[] => {
    if (territory.level !== 0 || seen.has(territory.value) || territory.label === '' || isMarked(territory)) return [];
    seen.add(territory.value);
    const text = cut(territory.label);
    return [{ mark: -1, at: middleOf(territory.outline), kind: 'territory', text, lines: linesOf(text), always: true }];
  });
}

/** The rank that names of territories begin at: after plain SDOs. */
export function territoryRank({ raised }: LabelSource): number {
  const emphasis = raised.length > 0 ? NEAR : NEAR - 1;
  return ((SELECTED - emphasis) * KINDS + RANKS.territory) * (MOST_LINKS + 1) * 2 ** 24;
}
