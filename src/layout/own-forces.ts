import { forceSimulation } from 'd3-force';
import { EXTENT } from './engine/kernel.js';
import { checkInput, isPlace, type LayoutInput } from './input.js';
import { decayOf, SCHEDULE } from './schedule.js';
import { seeded } from './random.js';
import { placeStart } from './start.js';

/** Ticks of d3-force's own schedule, to its own alphaMin. @source d3-force 3.0 simulation */
const TICKS = 300;
const ALPHA_MIN = 0.001;
const VELOCITY_DECAY = 0.4;

// Types of our own for what d3-force has: its types are another package, which whoever reads these would need too
/** A node as d3-force keeps it: `index` is the node of the input, `x` and `y` its place, `vx` and `vy` its velocity, `fx` and `fy` hold it. */
export interface ForceNode {
  index?: number | undefined;
  x: number;
  y: number;
  vx?: number | undefined;
  vy?: number | undefined;
  fx?: number | null | undefined;
  fy?: number | null | undefined;
}

/** A force as d3-force calls it, once in each tick with `alpha`, 0–1; every force of d3-force is one. */
export interface NodeForce {
  (alpha: number): void;
  /** Called before the first tick, with the nodes and a source of chance, 0–1. */
  initialize?(nodes: ForceNode[], random: () => number): void;
}

/**
 * Where to draw the nodes of a graph with forces of the caller's own, by d3-force itself: slower by far than `layout`, and for those who need
 * what it does not have.
 *
 * Of the input count `start` and `held`, `ticks`, `alpha` and `velocityDecay` (defaults 300, 1 and 0.4, as in d3-force), and links for the
 * start positions; everything else is up to the forces. Equal bits on every machine as far as the forces themselves give them.
 *
 * @param forces d3 forces by name, in the order in which they act
 * @param seed any integer
 * @returns positions in layout units, 2n: x0, y0, …; within ±1e6
 * @throws RangeError when the input is not as `LayoutInput` says; Error when a force gives a node no finite position, naming the node
 */
export function layoutWithForces(input: LayoutInput, forces: Readonly<Record<string, NodeForce>>, seed = 1): Float32Array {
  checkInput(input, seed);
  const { count, start, held, ticks = TICKS, alpha = SCHEDULE.alpha, velocityDecay = VELOCITY_DECAY } = input;
  const xy = new Float64Array(2 * count).fill(NaN);
  for (let node = 0; node < count; node++) {
    if (isPlace(start, node)) for (const axis of [0, 1]) xy[2 * node + axis] = bounded(start?.[2 * node + axis] ?? 0);
  }
  for (const stage of new Set(input.stages ?? [0])) placeStart(input, stage, xy, seed);
  const nodes: ForceNode[] = Array.from({ length: count }, (_, index) => {
    const [x, y] = [xy[2 * index] ?? 0, xy[2 * index + 1] ?? 0];
    return { index, x, y, vx: 0, vy: 0, ...(held?.[index] === 1 && { fx: x, fy: y }) };
  });
  const simulation = forceSimulation(nodes)
    .stop()
    .randomSource(seeded(seed))
    .alpha(alpha)
    .alphaDecay(decayOf(alpha, Math.min(alpha, ALPHA_MIN), ticks))
    .velocityDecay(velocityDecay);
  for (const [name, force] of Object.entries(forces)) simulation.force(name, force);
  for (let tick = 0; tick < ticks; tick++) {
    simulation.tick();
    for (const node of nodes) {
      if (!Number.isFinite(node.x) || !Number.isFinite(node.y)) {
        throw new Error(
          `layout: after tick ${tick + 1} node ${node.index} is at ${node.x}, ${node.y}; expected numbers. A force gave it none.`,
        );
      }
      node.x = bounded(node.x);
      node.y = bounded(node.y);
    }
  }
  return Float32Array.from(nodes.flatMap(({ x, y }) => [x, y]));
}

const bounded = (value: number): number => Math.min(EXTENT, Math.max(-EXTENT, value));
