import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { catalogue, type Catalogue } from '../model/catalogue.js';
import type { Issue } from '../model/issue.js';
import type { ErrorKind } from './events.js';
import { check, load, type Loaded } from './load.js';

/** Where a dataset stands. */
export type DatasetState =
  | { readonly phase: 'none' }
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly catalogue: Catalogue; readonly warnings: readonly Issue[] }
  | { readonly phase: 'failed'; readonly kind: ErrorKind; readonly issues: readonly Issue[]; readonly total: number };

/** What the host says of its dataset. */
export interface DatasetHost extends ReactiveControllerHost, Element {
  readonly src: string;
  readonly data: object | null;
  readonly loading: string;
}

/**
 * Fetches, checks and indexes the dataset of an element: one at a time, the last one asked for wins.
 *
 * With `loading="lazy"` a fetch waits until the element is near the viewport, as for an image.
 */
export class DatasetController implements ReactiveController {
  readonly #host: DatasetHost;
  readonly #changed: (state: DatasetState) => void;
  #state: DatasetState = { phase: 'none' };
  #abort: AbortController | undefined;
  #observer: IntersectionObserver | undefined;
  #asked: object | string | undefined;

  /** @param changed called with every new state */
  constructor(host: DatasetHost, changed: (state: DatasetState) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  get state(): DatasetState {
    return this.#state;
  }

  hostConnected(): void {
    // A fetch that was cut off by a removal is taken up again.
    if (this.#state.phase === 'loading') this.reload();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  hostUpdate(): void {
    // An element that was taken out before its first update asks for nothing; coming back, it is updated again.
    if (!this.#host.isConnected) return;
    const { data, src } = this.#host;
    // A removed attribute makes the property null.
    const wanted = data ?? (typeof src === 'string' && src !== '' ? src : undefined);
    if (wanted === this.#asked) return;
    this.#asked = wanted;
    this.reload();
  }

  /** Reads the dataset again, past what is at hand. */
  reload(): void {
    this.#stop();
    const wanted = this.#asked;
    if (wanted === undefined) {
      this.#set({ phase: 'none' });
      return;
    }
    this.#set({ phase: 'loading' });
    if (typeof wanted !== 'string') this.#check(wanted);
    else if (this.#host.loading === 'eager' || typeof IntersectionObserver === 'undefined') void this.#fetch(wanted);
    else this.#whenNear(() => void this.#fetch(wanted));
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  #whenNear(start: () => void): void {
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#observer?.disconnect();
        start();
      },
      { rootMargin: '50%' },
    );
    this.#observer.observe(this.#host);
  }

  /** Checks what is at hand, after the update that brought it: its outcome is an event like that of a fetch. */
  #check(data: object): void {
    const abort = new AbortController();
    this.#abort = abort;
    queueMicrotask(() => {
      if (!abort.signal.aborted) this.#take(check(data, 'data'));
    });
  }

  async #fetch(src: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const loaded = await load(src, this.#host.ownerDocument.baseURI, abort.signal);
      if (!abort.signal.aborted) this.#take(loaded);
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  #take(loaded: Loaded): void {
    this.#set(
      loaded.ok
        ? { phase: 'ready', catalogue: catalogue(loaded.dataset), warnings: loaded.warnings }
        : { phase: 'failed', kind: loaded.kind, issues: loaded.issues, total: loaded.total },
    );
  }

  #set(state: DatasetState): void {
    this.#state = state;
    this.#changed(state);
    this.#host.requestUpdate();
  }
}
