import { nodeCode, type Graph } from './graph.js';
import type { Plan } from './plan.js';

/** Root mean square distance from the middle of a disc filled evenly, in its radii. */
const FILLED = Math.SQRT1_2;

/** Middle of the standards around each leader and helper, and their root mean square distance from it. */
interface Crowd {
  readonly middle: Float64Array;
  readonly spread: Float64Array;
}

function crowdsOf({ leaders, count }: Plan, places: Float32Array): Crowd {
  const [middle, spread, led] = [new Float64Array(2 * count), new Float64Array(count), new Uint32Array(count)];
  leaders.forEach((leader) => {
    if (leader >= 0) led[leader] = (led[leader] ?? 0) + 1;
  });
  leaders.forEach((leader, node) => {
    if (leader < 0) return;
    for (const axis of [0, 1]) {
      const at = 2 * leader + axis;
      middle[at] = (middle[at] ?? 0) + (places[2 * node + axis] ?? 0) / (led[leader] ?? 1);
    }
  });
  leaders.forEach((leader, node) => {
    if (leader < 0) return;
    const [dx, dy] = [(places[2 * node] ?? 0) - (middle[2 * leader] ?? 0), (places[2 * node + 1] ?? 0) - (middle[2 * leader + 1] ?? 0)];
    spread[leader] = (spread[leader] ?? 0) + (dx * dx + dy * dy) / (led[leader] ?? 1);
  });
  return { middle, spread: spread.map((value) => Math.sqrt(value)) };
}

/** Where the discs of a plan are under another grouping: their own places, those of helpers amid their standards; 2 × plan.count. */
export function placesBefore(plan: Plan, places: Float32Array): Float32Array {
  const before = new Float32Array(2 * plan.count);
  before.set(places);
  before.set(crowdsOf(plan, places).middle.slice(places.length), places.length);
  return before;
}

/** The middle of what each node without a place is linked to; what is linked to nothing that has one stays without. */
function fillGaps({ links, ids }: Graph, start: Float32Array): void {
  const [sums, counts] = [new Float64Array(start.length), new Uint32Array(start.length / 2)];
  links.forEach((other, end) => {
    const node = links[end ^ 1] ?? 0;
    const [x, y] = [start[2 * other] ?? NaN, start[2 * other + 1] ?? NaN];
    if (!Number.isNaN(start[2 * node] ?? NaN) || Number.isNaN(x)) return;
    sums[2 * node] = (sums[2 * node] ?? 0) + x;
    sums[2 * node + 1] = (sums[2 * node + 1] ?? 0) + y;
    counts[node] = (counts[node] ?? 0) + 1;
  });
  ids.forEach((_, node) => {
    for (const axis of [0, 1]) if ((counts[node] ?? 0) > 0) start[2 * node + axis] = (sums[2 * node + axis] ?? 0) / (counts[node] ?? 1);
  });
}

/**
 * Start positions under a grouping that keep what the reader knows: each disc is filled by its standards as they lay to each other before.
 *
 * @param stood places of the discs, 2 × plan.count, NaN for all else
 * @param places positions under another grouping, 2n
 * @returns 2 × plan.count; NaN for what nothing leads to
 */
export function keepingOrder(graph: Graph, plan: Plan, stood: Float32Array, places: Float32Array): Float32Array {
  const { middle, spread } = crowdsOf(plan, places);
  const rooms = new Map(plan.discs.map(({ node, room }) => [node, room]));
  const start = stood.slice();
  plan.leaders.forEach((leader, node) => {
    if (graph.kinds[node] !== nodeCode('standard') || leader < 0) return;
    const scale = (FILLED * (rooms.get(leader) ?? 0)) / Math.max(1, spread[leader] ?? 1);
    for (const axis of [0, 1]) {
      const off = (places[2 * node + axis] ?? 0) - (middle[2 * leader + axis] ?? 0);
      start[2 * node + axis] = (stood[2 * leader + axis] ?? 0) + scale * off;
    }
  });
  fillGaps(graph, start);
  fillGaps(graph, start);
  return start;
}
