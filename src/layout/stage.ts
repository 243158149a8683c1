import { setApart } from './apart.js';
import type { Kernel, KernelInput, MakeKernel } from './engine/kernel.js';
import { levelled } from './levels.js';
import { valueAt, type LayoutInput } from './input.js';
import { scheduleOf } from './schedule.js';

/**
 * Share of the ticks until rooms are hard: bodies first pass through each other to where their springs pull them, then push for their
 * room. With hard rooms from the start, where a body begins decides where it ends.
 */
const HARD_FROM = 0.27;
/** Times that rooms are made in one tick. */
const ITERATIONS = 2;
/** Moving bodies from which on a start by levels is faster than it costs. */
const MANY = 10_000;

/** One stage of a layout, under way. */
export interface Stage {
  /** Ticks until it has settled. */
  readonly ticks: number;
  tick(): void;
  /** Writes the places of the moving bodies into the positions of the nodes, 2n. */
  write(xy: Float64Array | Float32Array): void;
  /** Moves bodies that are shut in deep in the room of others to a free place. */
  finish(): void;
}

/** Nodes of a stage and of those before it, as its bodies; and the body of each node, or -1. */
function bodiesOf({ count, stages }: LayoutInput, stage: number): { readonly nodes: Uint32Array; readonly bodyOf: Int32Array } {
  const nodes = new Uint32Array(count);
  const bodyOf = new Int32Array(count).fill(-1);
  let bodies = 0;
  for (let node = 0; node < count; node++) {
    if ((stages?.[node] ?? 0) > stage) continue;
    nodes[bodies] = node;
    bodyOf[node] = bodies++;
  }
  return { nodes: nodes.subarray(0, bodies), bodyOf };
}

/**
 * Part of each spring's movement that falls to its second end: as in d3-force by the number of springs at either end, so that hubs stay
 * put; of a standing and a moving end the moving one takes all.
 *
 * @source d3-force 3.0 link, bias
 */
function sharesOf(ends: Uint32Array, fixed: Uint8Array): Float64Array {
  const degrees = new Uint32Array(fixed.length);
  for (const end of ends) degrees[end] = (degrees[end] ?? 0) + 1;
  const shares = new Float64Array(ends.length / 2);
  for (let spring = 0; spring < shares.length; spring++) {
    const a = ends[2 * spring] ?? 0;
    const b = ends[2 * spring + 1] ?? 0;
    const whole = (degrees[a] ?? 0) + (degrees[b] ?? 0);
    shares[spring] = fixed[a] ? 1 : fixed[b] ? 0 : (degrees[a] ?? 0) / whole;
  }
  return shares;
}

/** The links between bodies of which one moves. */
function springsOf(
  input: LayoutInput,
  bodyOf: Int32Array,
  fixed: Uint8Array,
): Pick<KernelInput, 'ends' | 'strengths' | 'shares' | 'lengths'> {
  const { links, strengths, distances } = input;
  const ends = new Uint32Array(links.length);
  const [stiff, long] = [new Float64Array(links.length / 2), new Float64Array(links.length / 2)];
  let springs = 0;
  for (let link = 0; link < links.length / 2; link++) {
    const a = bodyOf[links[2 * link] ?? 0] ?? -1;
    const b = bodyOf[links[2 * link + 1] ?? 0] ?? -1;
    if (a < 0 || b < 0 || a === b || (fixed[a] && fixed[b])) continue;
    ends[2 * springs] = a;
    ends[2 * springs + 1] = b;
    stiff[springs] = strengths[link] ?? 0;
    long[springs] = distances[link] ?? 0;
    springs++;
  }
  const used = ends.subarray(0, 2 * springs);
  return { ends: used, strengths: stiff.subarray(0, springs), shares: sharesOf(used, fixed), lengths: long.subarray(0, springs) };
}

/** The bodies of a stage: nodes of its own, and those of earlier stages, which stand. */
function kernelInput(input: LayoutInput, stage: number, nodes: Uint32Array, bodyOf: Int32Array, velocityDecay: number): KernelInput {
  const { count, radii, charges, gravity, aspect = 1, held, stages } = input;
  const fixed = new Uint8Array(nodes.length);
  const [charge, rooms, pulls] = [new Float64Array(nodes.length), new Float64Array(nodes.length), new Float64Array(2 * nodes.length)];
  for (let body = 0; body < nodes.length; body++) {
    const node = nodes[body] ?? 0;
    const stands = (stages?.[node] ?? 0) < stage || held?.[node] === 1;
    fixed[body] = stands ? 1 : 0;
    charge[body] = valueAt(charges, count, node, stage);
    rooms[body] = valueAt(radii, count, node, stage);
    if (stands) continue;
    pulls[2 * body] = gravity?.[node] ?? 0;
    pulls[2 * body + 1] = (gravity?.[node] ?? 0) * aspect * aspect;
  }
  const springs = springsOf(input, bodyOf, fixed);
  return { count: nodes.length, ...springs, charges: charge, rooms, pulls, fixed, iterations: ITERATIONS, velocityDecay };
}

/** Puts bodies where their nodes start. */
function putAt(kernel: Kernel, nodes: Uint32Array, xy: Float64Array): void {
  nodes.forEach((node, body) => {
    kernel.state[4 * body] = xy[2 * node] ?? 0;
    kernel.state[4 * body + 1] = xy[2 * node + 1] ?? 0;
  });
}

/**
 * A stage of a layout, ready for its first tick.
 *
 * @param xy start positions of the nodes of this stage and places of those of earlier ones, 2n
 * @param open number of nodes whose start is a guess: many of them are brought near their end by levels first
 */
export function stageOf(input: LayoutInput, stage: number, xy: Float64Array, open: number, make: MakeKernel): Stage {
  const { nodes, bodyOf } = bodiesOf(input, stage);
  const schedule = scheduleOf(input);
  const forces = kernelInput(input, stage, nodes, bodyOf, schedule.velocityDecay);
  const kernel = make(forces);
  putAt(kernel, nodes, xy);
  const isLarge = open >= MANY && open === nodes.length && forces.charges.some((charge) => charge !== 0);
  const start = isLarge ? levelled(forces, kernel.state, make) : undefined;
  const { ticks, alphaDecay } = start ?? schedule;
  let alpha = start?.alpha ?? schedule.alpha;
  let done = 0;
  return {
    ticks,
    tick: () => {
      alpha -= alpha * alphaDecay;
      kernel.tick(alpha, start ? 1 : Math.min(1, done / (HARD_FROM * ticks)));
      done++;
    },
    write: (to) => {
      nodes.forEach((node, body) => {
        if (forces.fixed[body]) return;
        to[2 * node] = kernel.state[4 * body] ?? NaN;
        to[2 * node + 1] = kernel.state[4 * body + 1] ?? NaN;
      });
    },
    finish: () => {
      setApart(kernel.state, forces.rooms, forces.fixed);
    },
  };
}
