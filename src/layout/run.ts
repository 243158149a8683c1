import { EXTENT, type MakeKernel } from './engine/kernel.js';
import { checkInput, isPlace, type LayoutInput } from './input.js';
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
 * @param make the machine to compute with; the bits are the same
 * @throws RangeError when the input is not as `LayoutInput` says, naming array, index, value and expectation
 */
export function startLayout(input: LayoutInput, seed: number, make: MakeKernel): Run {
  checkInput(input, seed);
  const xy = new Float64Array(2 * input.count).fill(NaN);
  input.start?.forEach((value, i) => {
    if (isPlace(input.start, i >> 1)) xy[i] = Math.min(EXTENT, Math.max(-EXTENT, value));
  });
  const stages = [...new Set(input.stages ?? [0])].sort((a, b) => a - b);
  let done = 0;
  let tick = 0;
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
