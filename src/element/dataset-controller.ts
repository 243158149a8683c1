import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { catalogue, type Catalogue } from '../model/catalogue.js';
import type { Dataset } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import type { ErrorKind } from './events.js';
import { fetchBytes, networkFailure, type Loaded } from './fetch-bytes.js';
import { firstMessages } from './messages-first.js';
import { checked, read } from './reader.js';

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

/** The dataset that the page asks for, and one of the reader's own in its place. */
export interface OwnDataset {
  /** The catalogue of the page, shown or not; undefined until it is valid. */
  readonly shipped: Catalogue | undefined;
  /** Shows a checked dataset of the reader's own until it is taken back. What the page asks for stays asked for. */
  give(dataset: Dataset): void;
  /** Shows again what the page asks for. */
  takeBack(): void;
}

/**
 * Fetches, checks and indexes the dataset of an element: one at a time, the last one asked for wins.
 *
 * With `loading="lazy"` a fetch waits until the element is near the viewport, as for an image.
 */
export class DatasetController implements ReactiveController, OwnDataset {
  readonly #host: DatasetHost;
  readonly #changed: (state: DatasetState) => void;
  readonly #awaited: (catalogue: Catalogue) => Promise<unknown> | undefined;
  #state: DatasetState = { phase: 'none' };
  #abort: AbortController | undefined;
  #observer: IntersectionObserver | undefined;
  #asked: object | string | undefined;
  /** What the page's dataset came to, while one of the reader's own stands in its place. */
  #kept: DatasetState | undefined;
  /** The page has asked for something else meanwhile. */
  #isStale = false;
  /** Somebody wants it now, near the viewport or not. */
  #isUrgent = false;

  /**
   * @param changed called with every new state
   * @param awaited what has to come before a dataset can be shown as it is asked for; undefined where nothing has
   */
  constructor(
    host: DatasetHost,
    changed: (state: DatasetState) => void,
    awaited: (catalogue: Catalogue) => Promise<unknown> | undefined = () => undefined,
  ) {
    this.#host = host;
    this.#changed = changed;
    this.#awaited = awaited;
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

  get shipped(): Catalogue | undefined {
    const state = this.#kept ?? this.#state;
    return state.phase === 'ready' ? state.catalogue : undefined;
  }

  give(dataset: Dataset): void {
    this.#kept ??= this.#state;
    this.#stop();
    this.#set({ phase: 'ready', catalogue: catalogue(dataset), warnings: [] });
  }

  takeBack(): void {
    const kept = this.#kept;
    if (!kept) return;
    this.#kept = undefined;
    // What was cut off, or asked for meanwhile, is read now
    if (this.#isStale || kept.phase === 'loading') this.reload();
    else this.#set(kept);
    this.#isStale = false;
  }

  /** Reads the dataset again, past what is at hand; while one of the reader's own is shown, when that is taken back. */
  reload(): void {
    if (this.#kept) {
      this.#isStale = true;
      return;
    }
    this.#stop();
    const wanted = this.#asked;
    if (wanted === undefined) {
      this.#set({ phase: 'none' });
      return;
    }
    this.#set({ phase: 'loading' });
    if (typeof wanted !== 'string') this.#check(wanted);
    else if (this.#isUrgent || this.#host.loading === 'eager' || typeof IntersectionObserver === 'undefined') void this.#fetch(wanted);
    else this.#whenNear(() => void this.#fetch(wanted));
  }

  /** Waits for the viewport no longer: what is shown elsewhere needs it. */
  hurry(): void {
    this.#isUrgent = true;
    if (this.#observer) this.reload();
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
        this.#observer = undefined;
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
      if (abort.signal.aborted) return;
      const loaded = checked(data);
      if (!(loaded instanceof Promise)) this.#take(loaded, abort.signal);
      else
        void loaded.then((loaded) => {
          if (!abort.signal.aborted) this.#take(loaded, abort.signal);
        });
    });
  }

  async #fetch(src: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    try {
      const loaded = src.startsWith('#')
        ? await import('./inline-dataset.js').then(({ inlineDataset }) => inlineDataset(this.#host, src, abort.signal))
        : await read(fetchBytes(src, this.#host.ownerDocument.baseURI, abort.signal), abort.signal);
      if (!abort.signal.aborted) this.#take(loaded, abort.signal);
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }

  #take(loaded: Loaded, signal: AbortSignal): void {
    if (!loaded.ok) {
      this.#set({ phase: 'failed', kind: loaded.kind, issues: loaded.issues, total: loaded.total });
      return;
    }
    const ready: DatasetState = { phase: 'ready', catalogue: catalogue(loaded.dataset), warnings: loaded.warnings };
    const awaited = this.#awaited(ready.catalogue);
    if (!awaited) this.#set(ready);
    else
      void awaited.then(
        () => {
          if (!signal.aborted) this.#set(ready);
        },
        (error: unknown) => {
          if (!signal.aborted)
            this.#take(networkFailure(firstMessages.partFailed(error instanceof Error ? error.message : String(error))), signal);
        },
      );
  }

  #set(state: DatasetState): void {
    this.#state = state;
    this.#changed(state);
    this.#host.requestUpdate();
  }
}
