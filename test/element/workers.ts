/** A worker as a page sees it. */
type Made = EventTarget & { readonly postMessage: Worker['postMessage']; readonly terminate: Worker['terminate'] };

/** How the layout workers of a page behave: as they should, or broken in one way. */
export type Behaviour = 'sound' | 'silent' | 'failing';

/** The workers that a page has started while they were watched. */
export interface Watch {
  /** How workers behave that start from now on. */
  behaviour: Behaviour;
  readonly started: Made[];
  readonly ended: Set<Made>;
  /** Puts the page's own workers back. */
  readonly restore: () => void;
}

/** Watches every worker that the page starts, and has them behave as asked. */
export function watchWorkers(): Watch {
  const Own = window.Worker;
  const watch: Watch = { behaviour: 'sound', started: [], ended: new Set(), restore: () => (window.Worker = Own) };

  class Sound extends Own {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      watch.started.push(this);
    }
    override terminate(): void {
      watch.ended.add(this);
      super.terminate();
    }
  }

  /** Says that it runs, and then nothing, or that it has failed. */
  class Broken extends EventTarget {
    onmessage: ((event: { readonly data: unknown }) => void) | null = null;
    readonly #fails = watch.behaviour === 'failing';
    constructor() {
      super();
      watch.started.push(this);
    }
    postMessage(): void {
      queueMicrotask(() => {
        this.onmessage?.({ data: { kind: 'ready' } });
        if (this.#fails) this.onmessage?.({ data: { kind: 'failed', message: 'no memory is left' } });
      });
    }
    terminate(): void {
      watch.ended.add(this);
    }
  }

  window.Worker = new Proxy(Own, {
    construct: (_, [url, options]: [string | URL, WorkerOptions?]) =>
      watch.behaviour === 'sound' ? new Sound(url, options) : new Broken(),
  });
  return watch;
}
