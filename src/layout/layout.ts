import { defaultMachine, kernelsOf, type Machine } from './engine/kernels.js';
import type { LayoutInput } from './input.js';
import { startLayout } from './run.js';

/**
 * Where to draw the nodes of a graph: d3-force's physics until it has settled, at once and without a clock.
 *
 * Equal input and seed give equal bits in Node, Chromium, Firefox and WebKit, in JavaScript and in WebAssembly.
 *
 * @param seed any integer; decides the order of the start lattice
 * @param machine what to compute with. Default WebAssembly where the host allows it, JavaScript in documents
 * @returns positions in layout units, 2n: x0, y0, …; finite and within ±1e6
 * @throws RangeError when the input is not as `LayoutInput` says, naming array, index, value and expectation
 */
export function layout(input: LayoutInput, seed = 1, machine: Machine = defaultMachine()): Float32Array {
  const run = startLayout(input, seed, kernelsOf(machine));
  while (run.advance());
  return run.positions();
}
