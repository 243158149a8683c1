import type { Body } from './body.js';
import { checkInput, EXTENT, type LayoutInput } from './input.js';
import { stageOf } from './simulation.js';
import { placeStart } from './start.js';

/** Ticks of one stage. */
const TICKS = 300;

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
    const running = stageOf(input, stage, xy, seed);
    for (let tick = 0; tick < TICKS; tick++) {
      running.tick();
      bound(running.bodies);
      yield (done + (tick + 1) / TICKS) / stages.length;
    }
    running.finish();
    for (const { node, x, y } of running.bodies) [xy[2 * node], xy[2 * node + 1]] = [x, y];
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
