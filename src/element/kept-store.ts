import { shortHash } from '../analysis/finding-draft.js';

/** Why a browser does not keep what it should; `newer`: what is stored was written by a later edition and is left as it is. */
export interface StoreTrouble {
  readonly kind: 'none' | 'full' | 'forbidden' | 'failed' | 'not-aside' | 'newer';
  /** The browser's own words. */
  readonly says: string;
}

/** What a stored text says. */
export interface ReadText<T> {
  readonly kept: T;
  /** All of it could be used. */
  readonly flawless: boolean;
  /** A later edition wrote it: nothing is written over it. */
  readonly newer?: boolean;
}

/** How something is kept as text. */
export interface KeptFormat<T> {
  readonly nothing: T;
  /** Never throws. */
  readonly read: (text: string) => ReadText<T>;
  readonly write: (kept: T) => string;
  /** Both at once: what is stored, and what only this page has. */
  readonly union: (stored: T, own: T) => T;
  /** What was taken over, with the parts of what was there before that say the same. Default: as it is. */
  readonly settle?: (taken: T, before: T) => T;
}

/** A store of this page, as others of the same key see it. */
interface Store {
  readonly key: string;
  refresh(): void;
}

/** Stores of this page; storage events only reach other pages. */
const stores = new Set<Store>();

class NoStorage extends Error {}

function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof NoStorage) return { kind: 'none', says: '' };
  const name = error instanceof Error ? error.name : '';
  const says = error instanceof Error ? error.message || name : String(error);
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED') return { kind: 'full', says };
  return { kind: name === 'SecurityError' ? 'forbidden' : 'failed', says };
}

/**
 * What a browser keeps under one key: the local storage where it can, this page's memory where it cannot.
 *
 * The storage is the truth: every change reads it, is made, and is written at once, so that neither a crash nor another page loses anything. What
 * cannot be read is put aside, never deleted; what a later edition wrote is left alone. Nothing here throws.
 */
export class KeptStore<T> {
  readonly key: string;
  readonly #storage: () => Storage | null;
  readonly #format: KeptFormat<T>;
  readonly #changed: () => void;
  #kept: T;
  /** The text that `#kept` was read from or written as. */
  #text: string | null = null;
  #trouble: StoreTrouble | undefined;
  #aside: readonly string[] = [];
  #emptied = false;
  #isNewer = false;
  /** A stored text that could not be read and is not put aside yet. */
  #flawed: string | undefined;

  /**
   * @param storage asked every time: a browser may forbid it, by an exception
   * @param changed called when another page or element has changed what is kept
   */
  constructor(storage: () => Storage | null, key: string, format: KeptFormat<T>, changed: () => void) {
    this.#storage = storage;
    this.#format = format;
    this.#changed = changed;
    this.#kept = format.nothing;
    this.key = key;
    this.#take();
  }

  get kept(): T {
    return this.#kept;
  }

  /** Why what is kept is in memory only; undefined where it is stored. */
  get trouble(): StoreTrouble | undefined {
    return this.#trouble;
  }

  /** Keys under which texts were put aside that could not be read. */
  get aside(): readonly string[] {
    return this.#aside;
  }

  /** The storage was emptied elsewhere while this page had something. */
  get emptied(): boolean {
    return this.#emptied;
  }

  connect(): void {
    stores.add(this);
    window.addEventListener('storage', this.#onStorage);
    this.refresh();
  }

  disconnect(): void {
    stores.delete(this);
    window.removeEventListener('storage', this.#onStorage);
  }

  /** Makes a change to what is kept, on top of what other pages have made of it. */
  change(made: (kept: T) => T): void {
    this.#take();
    this.#kept = made(this.#kept);
    this.#write();
    for (const other of stores) if (other !== this && other.key === this.key) other.refresh();
  }

  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (key === this.key || key === null) this.refresh();
  };

  /** Looks what others have made of what is kept. */
  refresh(): void {
    const before = this.#kept;
    const owes = this.#take();
    if (owes) this.#write();
    if (this.#kept !== before || owes) this.#changed();
  }

  #open(): Storage {
    const storage = this.#storage();
    if (!storage) throw new NoStorage();
    return storage;
  }

  /**
   * Takes over what is stored; what this page alone has stays.
   *
   * @returns whether this page has something that the storage has lost
   */
  #take(): boolean {
    let text: string | null;
    try {
      text = this.#open().getItem(this.key);
    } catch (error) {
      this.#trouble = troubleOf(error);
      return false;
    }
    if (text === this.#text) return false;
    const before = this.#text;
    this.#text = text;
    if (text === null) {
      this.#isNewer = false;
      this.#emptied = true;
      return true;
    }
    const { kept, flawless, newer = false } = this.#format.read(text);
    this.#isNewer = newer;
    if (newer) {
      this.#trouble = { kind: 'newer', says: '' };
      return false;
    }
    const isLost = !flawless && before !== null;
    const taken = this.#trouble || isLost ? this.#format.union(kept, this.#kept) : kept;
    this.#kept = this.#format.settle?.(taken, this.#kept) ?? taken;
    if (!flawless) {
      this.#flawed = text;
      this.#putAside();
    }
    return isLost;
  }

  /** @returns whether nothing is left in the way of writing */
  #putAside(): boolean {
    if (this.#flawed === undefined) return true;
    const key = `${this.key} (aside ${shortHash(this.#flawed)})`;
    try {
      this.#open().setItem(key, this.#flawed);
    } catch (error) {
      // Then it stays where it is, and nothing is written over it.
      this.#trouble = { ...troubleOf(error), kind: 'not-aside' };
      return false;
    }
    this.#aside = [...new Set([...this.#aside, key])];
    this.#flawed = undefined;
    return true;
  }

  #write(): void {
    if (this.#isNewer || !this.#putAside()) return;
    const text = this.#format.write(this.#kept);
    try {
      this.#open().setItem(this.key, text);
      this.#text = text;
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
  }
}
