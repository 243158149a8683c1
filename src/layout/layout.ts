import { defaultMachine, kernelsOf, type Machine } from './engine/kernels.js';
import { checkInput, type LayoutInput } from './input.js';
import { stageOf, type Stage } from './stage.js';
import { placeStart } from './start.js';

/** A layout under way. */
export interface Run {
  /** Share of the work that is done, 0–1. */
  readonly share: number;
  /** Where the nodes stand now, 2n: x0, y0, …; NaN for those whose stage has not begun. A new array each time. */
  positions(): Float32Array<ArrayBuffer>;
  /** Does one tick. @returns whether there is more to do */
  advance(): boolean;
}

/**
 * Begins a layout, for callers that must not block or want to see it come together.
 *
 * @param machine what to compute with; the bits are the same. Default WebAssembly where the host allows it, JavaScript in documents
 * @throws RangeError as `layout`
 */
export function startLayout(input: LayoutInput, seed = 1, machine: Machine = defaultMachine()): Run {
  checkInput(input, seed);
  const make = kernelsOf(machine);
  const xy = new Float64Array(2 * input.count).fill(NaN);
  input.start?.forEach((value, i) => (xy[i] = value));
  const stages = [...new Set(input.stages ?? [0])].sort((a, b) => a - b);
  let [done, tick] = [0, 0];
  let running: Stage | undefined;
  const begin = (): Stage => {
    const open = placeStart(input, stages[done] ?? 0, xy, seed);
    return stageOf(input, stages[done] ?? 0, xy, open, make);
  };
  return {
    get share() {
      return (done + (running ? tick / running.ticks : 0)) / stages.length;
    },
    positions: () => {
      running?.write(xy);
      return Float32Array.from(xy);
    },
    advance: () => {
      if (done === stages.length) return false;
      running ??= begin();
      running.tick();
      tick++;
      if (tick < running.ticks) return true;
      running.finish();
      running.write(xy);
      running = undefined;
      tick = 0;
      done++;
      return done < stages.length;
    },
  };
}

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
  const run = startLayout(input, seed, machine);
  while (run.advance());
  return run.positions();
}
