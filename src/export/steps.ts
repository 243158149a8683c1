/** Work in parts of a few milliseconds each: between two of them it tells how much is done, 0–1. */
export type Steps<T> = Generator<number, T, void>;

/** Rows written between two yields: a few milliseconds each. */
export const BATCH = 200;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long work is done in parts. */
export interface Pace {
  /** Ends the work between two parts. */
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, 0–1, after each slice. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Lets the page do what else it has to do, after each slice. Default: nothing is waited for. */
  readonly pause?: (() => Promise<void>) | undefined;
  /** Milliseconds of one slice. Default 8. */
  readonly slice?: number | undefined;
  /** The clock, ms. Default: every part is a slice of its own. */
  readonly now?: (() => number) | undefined;
}

const SLICE = 8;

/**
 * Does work in slices, with pauses between them.
 *
 * @throws the reason of the signal as soon as it is aborted; whatever the work throws
 */
export async function inSlices<T>(steps: Steps<T>, { signal, onProgress, pause, slice = SLICE, now }: Pace = {}): Promise<T> {
  for (;;) {
    signal?.throwIfAborted();
    const end = (now?.() ?? 0) + slice;
    let step = steps.next();
    while (!step.done && now && now() < end) step = steps.next();
    if (step.done) return step.value;
    onProgress?.(step.value);
    await pause?.();
  }
}
