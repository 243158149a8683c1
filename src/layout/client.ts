import type { Clock } from './clock.js';
import { checkInput, type LayoutInput } from './input.js';
import { closed } from './closed.ts?closed';
import { settleInSlices } from './slices.js';
import { type Patience, settleInWorker, type WorkerSource } from './worker-run.js';

/** How `settle` works; each default is right for a page. */
export interface SettleOptions {
  /** Ends the run: the promise is rejected with the signal's reason, an AbortError by default. */
  readonly signal?: AbortSignal | undefined;
  /** Address of a copy of the layout worker that the page's Content-Security-Policy allows. Default: the file beside this module. */
  readonly workerUrl?: string | URL | undefined;
  /** Called now and then with the share of the work that is done, 0–1. */
  readonly onProgress?: ((share: number) => void) | undefined;
  /** Called now and then with the places that the nodes have on their way, 2n as for `layout`; NaN for those that have none yet. */
  readonly onPositions?: ((xy: Float32Array) => void) | undefined;
  /** Ways to start a worker, tried in order. Default: from a file beside the script where that is of the page's own origin, then inline; from elsewhere the other way round. */
  readonly workers?: readonly WorkerSource[] | undefined;
  readonly clock?: Clock | undefined;
  readonly patience?: Patience | undefined;
}

const PAGE_CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  // A message, because browsers hold timers of hidden pages back to one a second or a minute
  turn: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    }),
};

const PATIENCE: Patience = { firstMs: 5_000, silentMs: 30_000 };

/** A worker made of the text of a function. The address is given up once the browser has taken the text. */
function startInline(): Worker {
  const address = URL.createObjectURL(new Blob([`(${closed.toString()})().serve(self)`], { type: 'text/javascript' }));
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * The ways to start a layout worker in a page, most convenient first.
 *
 * The inline one needs `worker-src blob:`, the file one `worker-src 'self'` and the same origin.
 */
export function pageWorkers(url?: string | URL): readonly WorkerSource[] {
  return [
    { name: 'inline worker', start: startInline },
    {
      name: 'file worker',
      start: () =>
        url === undefined
          ? new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
          : new Worker(url, { type: 'module' }),
    },
  ];
}

/** Where the file worker would be found: the address of this module, of the script that it is in, or none for an inline script. */
const here = import.meta.url;

/** Whether the page may start the file worker: it is from where the page is. */
const isBeside = (): boolean => typeof location !== 'undefined' && /^https?:/.test(here) && new URL(here).origin === location.origin;

/**
 * The ways in the order in which a page is asked for them. From its own server the file comes first: a page whose policy allows no `blob:` would report the
 * inline one, and whoever watches over such reports would take it for an attack. From elsewhere, or from a disk, only the inline one can work.
 */
function usualWorkers(url: string | URL | undefined): readonly WorkerSource[] {
  const ways = pageWorkers(url);
  // While this project is developed a file worker is many modules, each with a request of its own
  return import.meta.env.PROD && (url !== undefined || isBeside()) ? ways.toReversed() : ways;
}

/**
 * `layout` without blocking the page: in a worker where the page allows one, else on its own thread in slices of about 12 ms.
 *
 * All ways give the same bits. Nothing is left behind: the worker is ended however the run ends.
 *
 * @param seed any integer, as for `layout`
 * @returns positions in layout units, 2n: x0, y0, …; finite and within ±1e6
 * @throws RangeError when the input is not as `LayoutInput` says, at once; the reason of `signal` when it aborts; Error when a run that
 *   had begun went silent or failed
 */
export async function settle(input: LayoutInput, seed: number, options: SettleOptions = {}): Promise<Float32Array> {
  const {
    signal,
    workerUrl,
    onProgress,
    onPositions,
    workers = usualWorkers(workerUrl),
    clock = PAGE_CLOCK,
    patience = PATIENCE,
  } = options;
  checkInput(input, seed);
  signal?.throwIfAborted();
  for (const source of workers) {
    const outcome = await settleInWorker(source, input, seed, { clock, patience, signal, onProgress, onPositions });
    if (outcome.ok) return outcome.xy;
  }
  const check = (): void => {
    signal?.throwIfAborted();
  };
  return settleInSlices(input, seed, { clock, check, onProgress, onPositions });
}
