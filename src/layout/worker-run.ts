import type { Clock } from './clock.js';
import type { LayoutInput } from './input.js';
import type { Answer, Question } from './talk.js';

/** What the layout needs of a Worker. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/** One way to start a layout worker. */
export interface WorkerSource {
  /** Where the worker comes from, for messages: `inline worker`. */
  readonly name: string;
  /** May throw, as browsers do for a worker of another origin. */
  readonly start: () => WorkerLike;
}

/** How long the page waits for a worker. */
export interface Patience {
  /** Until the first sign of life of a new worker, ms; then the next way is tried. Default 5,000. */
  readonly firstMs: number;
  /** Between two signs of life of a running layout, ms; then the run is ended with an error. Default 30,000. */
  readonly silentMs: number;
}

/** What `settleInWorker` needs besides the graph. */
export interface RunOptions {
  readonly clock: Pick<Clock, 'after'>;
  readonly patience: Patience;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly onPositions?: ((xy: Float32Array) => void) | undefined;
}

/** The positions, or why this worker cannot compute them here. */
export type Outcome = { readonly ok: true; readonly xy: Float32Array } | { readonly ok: false; readonly why: string };

/**
 * Parts of the wait for a sign of life. A machine that wakes from sleep fires its timers before it delivers messages: one late timer
 * must not end a run.
 */
const WATCHES = 4;

/** Calls back once when `poke` has not been called for about so many ms. */
function watch(clock: Pick<Clock, 'after'>, ms: number, onSilence: () => void): { readonly poke: () => void; readonly stop: () => void } {
  let silent = 0;
  let cancel = (): void => undefined;
  const next = (): void => {
    cancel = clock.after(ms / WATCHES, () => {
      silent++;
      if (silent < WATCHES) next();
      else onSilence();
    });
  };
  next();
  return {
    poke: () => (silent = 0),
    stop: () => {
      cancel();
    },
  };
}

/** Says that a run that had begun ended without a sign. */
const STUCK = (name: string, ms: number): string =>
  `layout: the ${name} began and then said nothing for ${ms} ms; it was ended. Try a smaller dataset, or ship positions in it.`;

/** Everything that can happen to a started worker; settles once. */
function conversation(
  worker: WorkerLike,
  name: string,
  { clock, patience, signal, onProgress, onPositions }: RunOptions,
): Promise<Outcome> {
  let end = (): void => undefined;
  return new Promise<Outcome>((resolve, reject) => {
    const unusable = (why: string): void => {
      resolve({ ok: false, why: `${name}: ${why}` });
    };
    let alive = watch(clock, patience.firstMs, () => {
      unusable(`no sign of life for ${patience.firstMs} ms`);
    });
    const stuck = (): void => {
      reject(new Error(STUCK(name, patience.silentMs)));
    };
    const onAbort = (): void => {
      reject(signal?.reason as Error);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    end = () => {
      alive.stop();
      signal?.removeEventListener('abort', onAbort);
    };
    worker.onmessage = ({ data }) => {
      const answer = data as Answer;
      if (answer.kind === 'ready') {
        alive.stop();
        alive = watch(clock, patience.silentMs, stuck);
      } else if (answer.kind === 'progress') {
        alive.poke();
        onProgress?.(answer.share);
        if (answer.xy) onPositions?.(answer.xy);
      } else if (answer.kind === 'done') resolve({ ok: true, xy: answer.xy });
      else reject(new Error(`layout: the ${name} failed: ${answer.message}`));
    };
    worker.onmessageerror = () => {
      unusable('an answer could not be read');
    };
    worker.onerror = (event) => {
      event.preventDefault();
      unusable(event.message || 'could not be started; a Content-Security-Policy may forbid it');
    };
  }).finally(() => {
    end();
  });
}

/**
 * `layout` in a worker, which is ended in every case.
 *
 * @returns the positions, or why this way is closed: it threw, raised an error event (as a Content-Security-Policy does, later) or stayed silent
 * @throws the reason of `signal` when it aborts; Error when a run that had begun went silent or failed
 */
export async function settleInWorker(source: WorkerSource, input: LayoutInput, seed: number, options: RunOptions): Promise<Outcome> {
  let worker: WorkerLike;
  try {
    worker = source.start();
  } catch (error) {
    return { ok: false, why: `${source.name}: ${error instanceof Error ? error.message : String(error)}` };
  }
  try {
    const outcome = conversation(worker, source.name, options);
    const question: Question = { input, seed, stream: options.onPositions !== undefined };
    worker.postMessage(question);
    return await outcome;
  } finally {
    worker.onmessage = worker.onmessageerror = worker.onerror = null;
    worker.terminate();
  }
}
