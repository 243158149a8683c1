import { EXTENT } from './engine/kernel.js';
import { valueAt, type LayoutInput } from './input.js';
import { seeded } from './random.js';
import { spiral } from './spiral.js';
import { seedling, SEEDLING_PITCH } from './sunflower.js';

/** Pitch of the lattice around a neighbour, in rooms: nodes pass each other in the beginning, but not those that stand around it already. */
const NARROW = 0.5;
const WIDE = 2.4;
/** Pitch of the lattice of nodes that nothing leads to, layout units. */
const LONE = 40;
/** Seeds turn the start by so many different angles. */
const TURN = 1024;
/** Pitch in layout units for nodes that claim no room. */
const LEAST = 4;

/** Neighbours of every node with the strength of the link, as flat arrays: those of node i are at offsets[i] … offsets[i + 1]. */
interface Adjacency {
  readonly offsets: Uint32Array;
  readonly nodes: Uint32Array;
  readonly strengths: Float32Array;
}

function adjacency(input: LayoutInput): Adjacency {
  const { count, links, strengths } = input;
  const offsets = new Uint32Array(count + 1);
  for (const node of links) offsets[node + 1] = (offsets[node + 1] ?? 0) + 1;
  for (let i = 0; i < count; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const next = offsets.slice(0, count);
  const nodes = new Uint32Array(links.length);
  const weights = new Float32Array(links.length);
  for (let l = 0; l < links.length; l++) {
    const from = links[l] ?? 0;
    const at = next[from] ?? 0;
    next[from] = at + 1;
    nodes[at] = links[l ^ 1] ?? 0;
    weights[at] = strengths[l >> 1] ?? 0;
  }
  return { offsets, nodes, strengths: weights };
}

/** The most strongly linked neighbour whose place is known, the first of equals; -1 when there is none. */
function anchorOf(node: number, { offsets, nodes, strengths }: Adjacency, xy: Float64Array): number {
  let best = -1;
  let most = 0;
  for (let l = offsets[node] ?? 0; l < (offsets[node + 1] ?? 0); l++) {
    const other = nodes[l] ?? 0;
    const strength = strengths[l] ?? 0;
    if (strength > most && !Number.isNaN(xy[2 * other] ?? NaN)) [best, most] = [other, strength];
  }
  return best;
}

/** Middle and reach of what stands already. */
function extentOf(xy: Float64Array, count: number): { readonly x: number; readonly y: number; readonly reach: number } {
  let [x, y, known, reach] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const [px, py] = [xy[2 * i] ?? NaN, xy[2 * i + 1] ?? NaN];
    if (!Number.isNaN(px)) [x, y, known] = [x + px, y + py, known + 1];
  }
  if (known > 0) [x, y] = [x / known, y / known];
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [(xy[2 * i] ?? NaN) - x, (xy[2 * i + 1] ?? NaN) - y];
    if (!Number.isNaN(dx)) reach = Math.max(reach, Math.sqrt(dx * dx + dy * dy));
  }
  return { x, y, reach };
}

/** Nodes of a stage without a known position, in seeded order. */
function openNodes({ count, stages }: LayoutInput, stage: number, xy: Float64Array, seed: number): Uint32Array {
  const random = seeded(seed);
  const all = new Uint32Array(count);
  let found = 0;
  for (let node = 0; node < count; node++) {
    if ((stages?.[node] ?? 0) === stage && Number.isNaN(xy[2 * node] ?? NaN)) all[found++] = node;
  }
  const open = all.subarray(0, found);
  for (let i = open.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [open[i], open[j]] = [open[j] ?? 0, open[i] ?? 0];
  }
  return open;
}

/**
 * Puts nodes in rounds: all that are tied to a node with a place, around it; where there is none, the first one that is left, by itself.
 *
 * @param open nodes in the order in which those of one round are put
 * @param put places a node; anchor -1: by itself
 */
function spreadOut(open: Uint32Array, around: Adjacency, xy: Float64Array, put: (node: number, anchor: number) => void): void {
  const rank = new Int32Array(xy.length / 2).fill(-1);
  open.forEach((node, i) => (rank[node] = i));
  const asked = new Uint8Array(xy.length / 2);
  const ask = (node: number, round: number[]): void => {
    if (asked[node] || (rank[node] ?? -1) < 0 || anchorOf(node, around, xy) < 0) return;
    asked[node] = 1;
    round.push(node);
  };
  let round: number[] = [];
  for (const node of open) ask(node, round);
  for (let lone = 0; ;) {
    // All look for their anchor before the first of them has a place
    const anchors = round.map((node) => anchorOf(node, around, xy));
    round.forEach((node, i) => {
      put(node, anchors[i] ?? -1);
    });
    if (round.length === 0) {
      while (lone < open.length && asked[open[lone] ?? 0]) lone++;
      const node = open[lone];
      if (node === undefined) return;
      asked[node] = 1;
      put(node, -1);
      round = [node];
    }
    const next: number[] = [];
    for (const node of round) {
      for (let l = around.offsets[node] ?? 0; l < (around.offsets[node + 1] ?? 0); l++) ask(around.nodes[l] ?? 0, next);
    }
    round = next.sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0));
  }
}

/**
 * Whether nothing but charges keeps the nodes of a stage apart: then they start as in d3-force, evenly in their own order, and charges bring
 * them into shape; on a lattice around their neighbours, which goes by their rooms, they would start in one crowd.
 */
const isBare = ({ count, radii, charges }: LayoutInput, stage: number, open: Uint32Array): boolean =>
  open.every((node) => valueAt(radii, count, node, stage) === 0) && open.some((node) => valueAt(charges, count, node, stage) !== 0);

/** Nodes that stand and are tied most strongly to each node. */
function standingAround({ count, stages, held }: LayoutInput, stage: number, around: Adjacency, xy: Float64Array): Uint32Array {
  const standing = new Uint32Array(count);
  for (let i = 0; i < count; i++) {
    if ((stages?.[i] ?? 0) >= stage && held?.[i] !== 1) continue;
    const anchor = anchorOf(i, around, xy);
    if (anchor >= 0) standing[anchor] = (standing[anchor] ?? 0) + 1;
  }
  return standing;
}

/**
 * Start positions of the nodes of one stage: known ones as given; the others on a lattice around the neighbour they are tied to most
 * strongly, those that nothing leads to on a lattice of their own in seeded order. No function of Math that engines compute
 * differently (sin, cos, pow …) is on this path.
 *
 * A node that is to start outside does so beyond everything that stands, in the direction of that neighbour.
 *
 * @param xy positions of the nodes known so far, 2n, NaN for unknown; filled in place for the nodes of `stage`
 * @returns how many nodes of the stage had no position
 */
export function placeStart(input: LayoutInput, stage: number, xy: Float64Array, seed: number): number {
  const { count, radii, outside } = input;
  const around = adjacency(input);
  const extent = extentOf(xy, count);
  const standing = standingAround(input, stage, around, xy);
  const placed = standing.slice();
  let lone = 0;
  const put = (node: number, anchor: number): void => {
    if (anchor < 0) {
      const [column, row] = spiral(lone++);
      xy[2 * node] = within(extent.x + (outside?.[node] === 1 ? extent.reach : 0) + column * LONE);
      xy[2 * node + 1] = within(extent.y + row * LONE);
      return;
    }
    const [column, row] = spiral((placed[anchor] = (placed[anchor] ?? 0) + 1));
    const room = Math.max(LEAST, valueAt(radii, count, node, stage));
    const pitch = (standing[anchor] ? WIDE : NARROW) * room;
    let [x, y] = [xy[2 * anchor] ?? 0, xy[2 * anchor + 1] ?? 0];
    if (outside?.[node] === 1) {
      const [dx, dy] = [x - extent.x || 1, y - extent.y];
      const scale = Math.max(1, (extent.reach + room) / Math.sqrt(dx * dx + dy * dy));
      [x, y] = [extent.x + dx * scale, extent.y + dy * scale];
    }
    xy[2 * node] = within(x + column * pitch);
    xy[2 * node + 1] = within(y + row * pitch);
  };
  tellApart(input, stage, xy);
  const open = openNodes(input, stage, xy, seed);
  if (extent.reach === 0 && isBare(input, stage, open)) {
    for (const [i, node] of open.slice().sort().entries()) xy.set(seedling(i, i + Math.abs((seed - 1) % TURN), SEEDLING_PITCH), 2 * node);
    return open.length;
  }
  spreadOut(open, around, xy, put);
  return open.length;
}

const within = (value: number): number => Math.min(EXTENT, Math.max(-EXTENT, value));

/** Known places that several nodes of a stage share are kept by the first; the others start on a lattice around it. Held ones stay. */
function tellApart({ count, radii, held, stages, start }: LayoutInput, stage: number, xy: Float64Array): void {
  if (start === undefined) return;
  const x = (node: number): number => xy[2 * node] ?? 0;
  const y = (node: number): number => xy[2 * node + 1] ?? 0;
  const known = Uint32Array.from({ length: count }, (_, node) => node).filter(
    (node) => (stages?.[node] ?? 0) === stage && held?.[node] !== 1 && !Number.isNaN(x(node)),
  );
  known.sort((a, b) => x(a) - x(b) || y(a) - y(b) || a - b);
  for (let i = 1, first = 0; i < known.length; i++) {
    const node = known[i] ?? 0;
    const one = known[first] ?? 0;
    if (x(node) !== x(one) || y(node) !== y(one)) first = i;
    else {
      const [column, row] = spiral(i - first);
      const pitch = Math.max(LEAST, valueAt(radii, count, node, stage));
      // Where that is beyond the extent, the other way
      xy[2 * node] = Math.abs(x(one) + column * pitch) > EXTENT ? x(one) - column * pitch : x(one) + column * pitch;
      xy[2 * node + 1] = Math.abs(y(one) + row * pitch) > EXTENT ? y(one) - row * pitch : y(one) + row * pitch;
    }
  }
}
