import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import { checkInput, EXTENT, type LayoutInput } from './input.js';
import { seeded } from './random.js';
import { placeStart } from './start.js';

/** A node as d3-force keeps it; x and y are always set before d3-force sees it, else it would place it with Math.cos. */
interface Body extends SimulationNodeDatum {
  x: number;
  y: number;
  readonly node: number;
}
interface Spring extends SimulationLinkDatum<Body> {
  readonly link: number;
}

/** Ticks of one stage. */
const TICKS = 300;
/** 1 - 0.001^(1/300) as a literal: engines may round Math.pow differently. @source d3-force 3.0 simulation, alphaMin 0.001 */
const ALPHA_DECAY = 0.02276277904418933;

function simulation(input: LayoutInput, stage: number, xy: Float64Array, seed: number): Simulation<Body, Spring> {
  const { count, links, strengths, distances, radii, charges, gravity, held, stages } = input;
  const bodies: (Body | undefined)[] = [];
  for (let node = 0; node < count; node++) {
    const at = stages?.[node] ?? 0;
    if (at > stage) {
      bodies.push(undefined);
      continue;
    }
    const [x, y] = [xy[2 * node] ?? 0, xy[2 * node + 1] ?? 0];
    const still = at < stage || held?.[node] === 1;
    bodies.push({ node, x, y, vx: 0, vy: 0, ...(still && { fx: x, fy: y }) });
  }
  const springs: Spring[] = [];
  for (let link = 0; link < links.length / 2; link++) {
    const [source, target] = [bodies[links[2 * link] ?? 0], bodies[links[2 * link + 1] ?? 0]];
    if (source && target && source !== target) springs.push({ source, target, link });
  }
  const pull = (body: Body): number => gravity?.[body.node] ?? 0;
  return forceSimulation<Body, Spring>([])
    .stop()
    .randomSource(seeded(seed))
    .nodes(bodies.filter((body) => body !== undefined))
    .alphaDecay(ALPHA_DECAY)
    .force(
      'link',
      forceLink<Body, Spring>(springs)
        .strength((s) => strengths[s.link] ?? 0)
        .distance((s) => distances[s.link] ?? 0),
    )
    .force(
      'charge',
      forceManyBody<Body>().strength((body) => charges[body.node] ?? 0),
    )
    .force('collide', forceCollide<Body>((body) => radii[body.node] ?? 0).iterations(2))
    .force('x', forceX<Body>(0).strength(pull))
    .force('y', forceY<Body>(0).strength(pull));
}

/** Brings every body back within ±EXTENT and at rest where it left it. */
function bound(bodies: readonly Body[]): void {
  for (const body of bodies) {
    if (Math.abs(body.x) <= EXTENT && Math.abs(body.y) <= EXTENT) continue;
    if (Number.isNaN(body.x) || Number.isNaN(body.y)) throw new Error(`layout: bug: node ${body.node} has no position`);
    body.x = Math.min(EXTENT, Math.max(-EXTENT, body.x));
    body.y = Math.min(EXTENT, Math.max(-EXTENT, body.y));
    body.vx = 0;
    body.vy = 0;
  }
}

/**
 * The work of `layout` in steps of one tick, for callers that must not block.
 *
 * @yields the share of the work that is done, 0–1
 * @returns as `layout`
 * @throws RangeError at the first step, as `layout`
 */
export function* layoutSteps(input: LayoutInput, seed = 1): Generator<number, Float32Array, void> {
  checkInput(input, seed);
  const xy = new Float64Array(2 * input.count).fill(NaN);
  input.start?.forEach((value, i) => (xy[i] = value));
  const stages = [...new Set(input.stages ?? [0])].sort((a, b) => a - b);
  for (const [done, stage] of stages.entries()) {
    placeStart(input, stage, xy, seed);
    const running = simulation(input, stage, xy, seed);
    for (let tick = 0; tick < TICKS; tick++) {
      running.tick();
      bound(running.nodes());
      yield (done + (tick + 1) / TICKS) / stages.length;
    }
    for (const { node, x, y } of running.nodes()) [xy[2 * node], xy[2 * node + 1]] = [x, y];
  }
  return Float32Array.from(xy);
}

/**
 * Where to draw the nodes of a graph: d3-force's physics until it has settled, at once and without a clock.
 *
 * Equal input and seed give equal bits in Node, Chromium, Firefox and WebKit.
 *
 * @param seed any integer; decides the order of the start lattice and of the pushes between nodes on the same spot
 * @returns positions in layout units, 2n: x0, y0, …; finite and within ±1e6
 * @throws RangeError when the input is not as `LayoutInput` says, naming array, index, value and expectation
 */
export function layout(input: LayoutInput, seed = 1): Float32Array {
  const steps = layoutSteps(input, seed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
