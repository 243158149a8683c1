import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readHash, writeHash } from '../state/permalink.js';
import type { State } from '../state/state.js';

/** Which element of a page writes which key of the address; the first of two elements with one key has it. */
const owners = new WeakMap<Document, Map<string, Element>>();
/** Rest before the address follows the state: browsers refuse more than about 100 changes in 30 s. */
const REST_MS = 400;

/**
 * Keeps the state of an element in the hash of the address, under the element's id (`map` without one).
 *
 * Parts of the hash that belong to the page or to other maps are left as they are.
 */
export class HashController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #restore: (state: Partial<State>) => void;
  #key: string | undefined;
  /** Where the key was taken: at a removal that is a move, the element belongs to its next document already. */
  #keys: Map<string, Element> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written = '';
  #pending: (() => void) | undefined;

  /** @param restore called with what the address says: at connection when it says something, and when the reader changes it */
  constructor(host: ReactiveControllerHost & Element, restore: (state: Partial<State>) => void) {
    this.#host = host;
    this.#restore = restore;
    host.addController(this);
  }

  hostConnected(): void {
    const document = this.#host.ownerDocument;
    const keys = owners.get(document) ?? new Map<string, Element>();
    owners.set(document, keys);
    const key = this.#host.id === '' ? 'map' : this.#host.id;
    if (keys.has(key)) return;
    keys.set(key, this.#host);
    this.#key = key;
    this.#keys = keys;
    window.addEventListener('hashchange', this.#read);
    window.addEventListener('pagehide', this.#flush);
    this.#read();
  }

  hostDisconnected(): void {
    this.#flush();
    if (this.#key !== undefined) this.#keys?.delete(this.#key);
    this.#key = undefined;
    this.#keys = undefined;
    window.removeEventListener('hashchange', this.#read);
    window.removeEventListener('pagehide', this.#flush);
  }

  /** Writes the state to the address after a short rest. */
  write(state: State, defaults: State): void {
    const key = this.#key;
    if (key === undefined) return;
    this.#pending = () => {
      this.#put(writeHash(location.hash, key, state, defaults));
    };
    this.#timer ??= setTimeout(this.#flush, REST_MS);
  }

  readonly #flush = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending?.();
    this.#pending = undefined;
  };

  #put(hash: string): void {
    if (hash === location.hash) return;
    this.#written = hash;
    try {
      history.replaceState(history.state, '', hash === '' ? location.pathname + location.search : hash);
    } catch (error) {
      // A sandboxed frame may have no address of its own; the map works without one.
      console.warn('standards-map: the address of this page cannot follow the map.', error);
      this.#key = undefined;
    }
  }

  readonly #read = (): void => {
    if (this.#key === undefined || (this.#written !== '' && location.hash === this.#written)) return;
    const said = readHash(location.hash, this.#key);
    if (said) this.#restore(said);
  };
}
