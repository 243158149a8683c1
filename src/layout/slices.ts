import type { Clock } from './clock.js';
import type { LayoutInput } from './input.js';
import { closed } from './closed.ts?closed';

/** A frame at 60 per second is 16.7 ms; what is left of it belongs to the page. */
const SLICE_MS = 12;

/** What `settleInSlices` needs besides the graph. */
export interface SliceOptions {
  readonly clock: Pick<Clock, 'now' | 'turn'>;
  /** Throws to end the run; asked before every slice. */
  readonly check: () => void;
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly onPositions?: ((xy: Float32Array) => void) | undefined;
}

/**
 * `layout` on the thread of the caller in slices of at most about 12 ms (one tick at least), with a turn of the event loop between two.
 *
 * @throws what `check` throws, at the next slice
 */
export async function settleInSlices(input: LayoutInput, seed: number, options: SliceOptions): Promise<Float32Array> {
  const { clock, check, onProgress, onPositions } = options;
  // Compiling WebAssembly where a Content-Security-Policy forbids it would be reported as a violation; it forbids workers as a rule
  const { startLayout, scriptKernel } = closed();
  const run = startLayout(input, seed, scriptKernel);
  for (;;) {
    check();
    const end = clock.now() + SLICE_MS;
    do {
      if (!run.advance()) return run.positions();
    } while (clock.now() < end);
    onProgress?.(run.share);
    onPositions?.(run.positions());
    await clock.turn();
  }
}
