import { valueAt, type LayoutInput } from './input.js';
import { seeded } from './random.js';
import { spiral } from './spiral.js';

/** Pitch of the lattice around a neighbour, in rooms: nodes pass each other in the beginning, but not those that stand around it already. */
const NARROW = 0.5;
const WIDE = 2.4;
/** Pitch of the lattice of nodes that nothing leads to, layout units. */
const LONE = 40;

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
function openNodes({ count, stages }: LayoutInput, stage: number, xy: Float64Array, seed: number): number[] {
  const random = seeded(seed);
  const open: number[] = [];
  for (let i = 0; i < count; i++) if ((stages?.[i] ?? 0) === stage && Number.isNaN(xy[2 * i] ?? NaN)) open.push(i);
  for (let i = open.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [open[i], open[j]] = [open[j] ?? 0, open[i] ?? 0];
  }
  return open;
}

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
 */
export function placeStart(input: LayoutInput, stage: number, xy: Float64Array, seed: number): void {
  const { count, radii, outside } = input;
  const around = adjacency(input);
  const extent = extentOf(xy, count);
  const standing = standingAround(input, stage, around, xy);
  const placed = standing.slice();
  const put = (node: number, anchor: number): void => {
    const [column, row] = spiral((placed[anchor] = (placed[anchor] ?? 0) + 1));
    const room = valueAt(radii, count, node, stage);
    const pitch = (standing[anchor] ? WIDE : NARROW) * room;
    let [x, y] = [xy[2 * anchor] ?? 0, xy[2 * anchor + 1] ?? 0];
    if (outside?.[node] === 1) {
      const [dx, dy] = [x - extent.x || 1, y - extent.y];
      const scale = Math.max(1, (extent.reach + room) / Math.sqrt(dx * dx + dy * dy));
      [x, y] = [extent.x + dx * scale, extent.y + dy * scale];
    }
    xy[2 * node] = x + column * pitch;
    xy[2 * node + 1] = y + row * pitch;
  };
  let lone = 0;
  for (let open = openNodes(input, stage, xy, seed); open.length > 0;) {
    const found = open.map((node) => [node, anchorOf(node, around, xy)] as const);
    const left = found.filter(([, anchor]) => anchor === -1).map(([node]) => node);
    for (const [node, anchor] of found) if (anchor !== -1) put(node, anchor);
    if (left.length === open.length) {
      const node = left.shift() ?? 0;
      const [column, row] = spiral(lone++);
      xy[2 * node] = extent.x + (outside?.[node] === 1 ? extent.reach : 0) + column * LONE;
      xy[2 * node + 1] = extent.y + row * LONE;
    }
    open = left;
  }
}
