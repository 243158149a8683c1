import type { LayoutInput } from './input.js';
import { seeded } from './random.js';

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

/** The i-th cell of a square spiral around 0, 0: 0 the centre, 1–8 the ring around it, … Integers only. */
function spiral(i: number): readonly [number, number] {
  if (i === 0) return [0, 0];
  let ring = 1;
  while ((2 * ring + 1) * (2 * ring + 1) <= i) ring++;
  const along = i - (2 * ring - 1) * (2 * ring - 1);
  const side = Math.floor(along / (2 * ring));
  const step = (along % (2 * ring)) - ring + 1;
  if (side === 0) return [ring, step];
  if (side === 1) return [-step, ring];
  if (side === 2) return [-ring, -step];
  return [step, -ring];
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

/**
 * Start positions of the nodes of one stage: known ones as given; the others on a lattice around the neighbour they are tied to most
 * strongly, those that nothing leads to on a lattice of their own in seeded order. No function of Math that engines compute
 * differently (sin, cos, pow …) is on this path.
 *
 * A node tied to one of an earlier stage starts beyond everything that stands, in the direction of that neighbour.
 *
 * @param xy positions of the nodes known so far, 2n, NaN for unknown; filled in place for the nodes of `stage`
 */
export function placeStart(input: LayoutInput, stage: number, xy: Float64Array, seed: number): void {
  const { count, radii, stages } = input;
  const around = adjacency(input);
  const extent = extentOf(xy, count);
  const placedAround = new Uint32Array(count);
  const random = seeded(seed);
  let open: number[] = [];
  for (let i = 0; i < count; i++) if ((stages?.[i] ?? 0) === stage && Number.isNaN(xy[2 * i] ?? NaN)) open.push(i);
  for (let i = open.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [open[i], open[j]] = [open[j] ?? 0, open[i] ?? 0];
  }
  let lone = 0;
  while (open.length > 0) {
    const left: number[] = [];
    const found: [number, number][] = [];
    for (const node of open) {
      const anchor = anchorOf(node, around, xy);
      if (anchor === -1) left.push(node);
      else found.push([node, anchor]);
    }
    for (const [node, anchor] of found) {
      const [column, row] = spiral((placedAround[anchor] = (placedAround[anchor] ?? 0) + 1));
      const pitch = 2 * (radii[node] ?? 0) + 1;
      let [x, y] = [xy[2 * anchor] ?? 0, xy[2 * anchor + 1] ?? 0];
      if (stage > 0 && (stages?.[anchor] ?? 0) < stage) {
        const [dx, dy] = [x - extent.x || 1, y - extent.y];
        const scale = (1.1 * extent.reach) / Math.sqrt(dx * dx + dy * dy);
        [x, y] = [extent.x + dx * Math.max(1, scale), extent.y + dy * Math.max(1, scale)];
      }
      xy[2 * node] = x + column * pitch;
      xy[2 * node + 1] = y + row * pitch;
    }
    if (found.length === 0) {
      const node = left.shift() ?? 0;
      const [column, row] = spiral(lone++);
      const pitch = 40;
      xy[2 * node] = extent.x + (stage > 0 ? 1.1 * extent.reach : 0) + column * pitch;
      xy[2 * node + 1] = extent.y + row * pitch;
    }
    open = left;
  }
}
