import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { inspectHash, writeHash, type HashReading } from '../state/permalink.js';
import type { State } from '../state/state.js';
import { flushesOf, isMarked, putHash, stepHere } from './address.js';

/** Browsers refuse more than some 100 changes of the history in 30 s. @source WebKit, History.cpp, stateObjectTimeSpan */
const SPAN_MS = 30_000;
const MANY = 60;
/** Rest before the address follows the state: usually, after many changes, and after one that was refused. */
const REST_MS = 400;
const LONG_REST_MS = 1200;
const REFUSED_REST_MS = 10_000;

/** What the address says of a map. */
export interface Said extends HashReading {
  /** The step of the map's own history that the entry was made at; undefined for an address that somebody typed or followed. */
  readonly step: number | undefined;
}

/** What of a map goes into the address. */
export interface Shown {
  readonly state: State;
  readonly defaults: State;
  /** Number of the step. */
  readonly step: number;
}

/** What the controller needs of its element. */
export interface HashHost extends ReactiveControllerHost, HTMLElement {
  /** `steps`: an entry of the history a step; `replace`: none; `none`: the address is left alone. */
  readonly history: string;
}

/**
 * Keeps the state of an element in the hash of the address, under the element's id (`map` without one): discrete steps in entries of their own, so that
 * the browser's buttons walk them, everything else in the entry that is shown.
 *
 * Parts of the hash that belong to the page or to other maps are left as they are, and so is what the page keeps with an entry.
 */
export class HashController implements ReactiveController {
  readonly #host: HashHost;
  readonly #restore: (said: Said, isFirst: boolean) => void;
  readonly #keyOf: () => string | undefined;
  #key: string | undefined;
  /** Of the page where the key was taken: at a removal that is a move, the element belongs to its next document already. */
  #flushes: Set<() => void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the address says as far as this map knows. */
  #seen = '';
  /** What the entry that is shown should say once it has rested. */
  #pending: (Shown & { readonly isEntry: boolean }) | undefined;
  /** A frame without an address of its own: nothing more is tried. */
  #isRefused = false;
  /** When the address was changed in the last 30 s, in ms. */
  #changes: readonly number[] = [];
  /** What was shown last. */
  #shown: Shown | undefined;

  /**
   * @param keyOf the key that the element has in the address; undefined: none, it is left alone
   * @param restore called with what the address says: at connection when it says something, and when the reader goes elsewhere
   */
  constructor(host: HashHost, keyOf: () => string | undefined, restore: (said: Said, isFirst: boolean) => void) {
    this.#host = host;
    this.#keyOf = keyOf;
    this.#restore = restore;
    host.addController(this);
  }

  hostConnected(): void {
    const key = this.#keyOf();
    if (key === undefined) return;
    this.#key = key;
    this.#flushes = flushesOf(this.#host.ownerDocument).add(this.#flush);
    window.addEventListener('popstate', this.#onAddress);
    window.addEventListener('hashchange', this.#onAddress);
    window.addEventListener('pagehide', this.#flush);
    this.#seen = location.hash;
    const said = inspectHash(location.hash, key);
    if (said.settings || said.issues.length > 0) this.#restore({ ...said, step: undefined }, true);
  }

  hostDisconnected(): void {
    this.#flush();
    this.#flushes?.delete(this.#flush);
    this.#key = this.#flushes = this.#shown = undefined;
    window.removeEventListener('popstate', this.#onAddress);
    window.removeEventListener('hashchange', this.#onAddress);
    window.removeEventListener('pagehide', this.#flush);
  }

  /**
   * Has the address follow: at once with a new entry, else after a short rest.
   *
   * @param before what the entry that is left shows
   * @param isEntry a step that the browser's buttons should walk; after many of them in a short time it waits for the rest as well
   */
  write(shown: Shown, before: Shown, isEntry: boolean): void {
    const flushes = this.#flushes;
    if (!flushes) return;
    const wanted = isEntry && this.#host.history !== 'replace';
    this.#shown ??= before;
    if (wanted && !this.#isBusy) {
      // The entries of all maps say what is left before another entry follows
      this.#pending ??= { ...this.#shown, isEntry: false };
      for (const flush of flushes) flush();
      this.#put({ ...shown, isEntry: true });
    } else {
      this.#pending = { ...shown, isEntry: wanted || this.#pending?.isEntry === true };
      this.#timer ??= setTimeout(this.#flush, this.#isBusy ? LONG_REST_MS : REST_MS);
    }
    this.#shown = shown;
  }

  get #isBusy(): boolean {
    return this.#changes.length >= MANY && performance.now() - (this.#changes.at(-MANY) ?? 0) < SPAN_MS;
  }

  readonly #flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) this.#put(pending);
  };

  #put(shown: Shown & { readonly isEntry: boolean }): void {
    const { state, defaults, step, isEntry } = shown;
    if (this.#key === undefined || this.#isRefused) return;
    try {
      const isChanged = putHash(writeHash(location.hash, this.#key, state, defaults), this.#key, step, isEntry);
      if (isChanged) this.#changes = [...this.#changes.slice(1 - MANY), performance.now()];
      this.#seen = location.hash;
    } catch (error) {
      // A sandboxed frame may have no address of its own; the map works without one. A browser that has had enough for now takes it later.
      this.#isRefused = this.#changes.length === 0;
      if (this.#isRefused) console.warn('standards-map: the address of this page cannot follow the map.', error);
      else {
        this.#pending = shown;
        this.#timer ??= setTimeout(this.#flush, REFUSED_REST_MS);
      }
    }
  }

  /** The reader went back or forward, followed a link or changed the address. */
  readonly #onAddress = (): void => {
    const { hash } = location;
    if (this.#key === undefined || hash === this.#seen) return;
    this.#seen = hash;
    const said = inspectHash(hash, this.#key);
    // An anchor of the page says nothing about the map; an entry that a map made says everything
    if (!said.settings && said.issues.length === 0 && !isMarked()) return;
    clearTimeout(this.#timer);
    this.#timer = this.#pending = undefined;
    this.#restore({ ...said, step: stepHere(this.#key) }, false);
  };
}
