import { shortHash } from '../analysis/finding-draft.js';
import type { Dataset, Finding } from '../model/dataset.js';
import { keptText, NOTHING_KEPT, parseKept, unionOf, type Kept } from './parse-kept.js';

/** Why a browser does not keep what it should. */
export interface StoreTrouble {
  readonly kind: 'none' | 'full' | 'forbidden' | 'failed' | 'not-aside';
  /** The browser's own words. */
  readonly says: string;
}

/** Stores of this page; storage events only reach other pages. */
const stores = new Set<FindingsStore>();

class NoStorage extends Error {}

function troubleOf(error: unknown): StoreTrouble {
  if (error instanceof NoStorage) return { kind: 'none', says: '' };
  const name = error instanceof Error ? error.name : '';
  const says = error instanceof Error ? error.message || name : String(error);
  if (name === 'QuotaExceededError' || name === 'NS_ERROR_DOM_QUOTA_REACHED') return { kind: 'full', says };
  return { kind: name === 'SecurityError' ? 'forbidden' : 'failed', says };
}

/** Whether two lists have the same findings: what is computed from one list then holds for the other. */
const sameFindings = (a: readonly Finding[], b: readonly Finding[]): boolean =>
  a.length === b.length && a.every(({ id }, at) => id === b[at]?.id);

/**
 * What a browser keeps of findings on one dataset: the local storage where it can, this page's memory where it cannot.
 *
 * The storage is the truth: every change reads it, is made, and is written at once, so that neither a crash nor another page loses anything. What
 * cannot be read is put aside, never deleted. Nothing here throws.
 */
export class FindingsStore {
  readonly key: string;
  readonly #storage: () => Storage | null;
  readonly #dataset: Dataset;
  readonly #changed: () => void;
  #kept: Kept = NOTHING_KEPT;
  /** The text that `#kept` was read from or written as. */
  #text: string | null = null;
  #trouble: StoreTrouble | undefined;
  #aside: readonly string[] = [];
  #emptied = false;
  /** A stored text that could not be read and is not put aside yet. */
  #flawed: string | undefined;

  /**
   * @param storage asked every time: a browser may forbid it, by an exception
   * @param changed called when another page or element has changed what is kept
   */
  constructor(storage: () => Storage | null, dataset: Dataset, changed: () => void) {
    this.#storage = storage;
    this.#dataset = dataset;
    this.#changed = changed;
    this.key = `standards-map findings: ${dataset.title}`;
    this.#take();
  }

  get kept(): Kept {
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

  /** The storage was emptied elsewhere while this page had findings. */
  get emptied(): boolean {
    return this.#emptied;
  }

  connect(): void {
    stores.add(this);
    window.addEventListener('storage', this.#onStorage);
    this.#refresh();
  }

  disconnect(): void {
    stores.delete(this);
    window.removeEventListener('storage', this.#onStorage);
  }

  /** Makes a change to what is kept, on top of what other pages have made of it. */
  change(made: (kept: Kept) => Kept): void {
    this.#take();
    this.#kept = made(this.#kept);
    this.#write();
    for (const other of stores) if (other !== this && other.key === this.key) other.#refresh();
  }

  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (key === this.key || key === null) this.#refresh();
  };

  #refresh(): void {
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
      this.#emptied = true;
      return true;
    }
    const { kept, flawless } = parseKept(text, this.#dataset);
    const isLost = !flawless && before !== null;
    const taken = this.#trouble || isLost ? unionOf(kept, this.#kept) : kept;
    const findings = sameFindings(taken.findings, this.#kept.findings) ? this.#kept.findings : taken.findings;
    this.#kept = { ...taken, findings };
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
    if (!this.#putAside()) return;
    const text = keptText(this.#kept);
    try {
      this.#open().setItem(this.key, text);
      this.#text = text;
      this.#trouble = undefined;
    } catch (error) {
      this.#trouble = troubleOf(error);
    }
  }
}
