/**
 * A part of the element that is loaded when it is first needed, and once.
 *
 * What is wanted of it before it has come waits for it. A part that cannot be loaded is told of, and asked again at the next need.
 */
export class OnDemand<T> {
  readonly #load: () => Promise<T>;
  readonly #arrived: (part: T) => void;
  readonly #failed: (error: unknown) => void;
  #part: T | undefined;
  #asked: Promise<T> | undefined;
  #reason: object | undefined;
  #waiting: ((part: T) => void)[] = [];

  /** @param load makes the part @param arrived called before anything else is done with it @param failed called when that did not work; what waited is given up then, as it was told */
  constructor(load: () => Promise<T>, arrived: (part: T) => void, failed: (error: unknown) => void) {
    this.#load = load;
    this.#arrived = arrived;
    this.#failed = failed;
  }

  /** The part; undefined until it has come. */
  get part(): T | undefined {
    return this.#part;
  }

  /** Whether it has been asked for and neither come nor failed. */
  get isComing(): boolean {
    return this.#asked !== undefined && this.#part === undefined;
  }

  /** The part; rejected when it cannot be loaded. */
  ask(): Promise<T> {
    return (this.#asked ??= this.#fetch());
  }

  /** Does something with the part: at once where it is there, else when it has come. */
  use(act: (part: T) => void): void {
    if (this.#part !== undefined) {
      act(this.#part);
      return;
    }
    this.#waiting.push(act);
    this.prepare();
  }

  /** Has the part loaded, for later; a failure is told. @param reason asks once: what could not be loaded is not asked for again for the same one. Default none */
  prepare(reason?: object): void {
    if (reason && reason === this.#reason) return;
    this.#reason = reason;
    // Told already
    this.ask().catch(() => undefined);
  }

  async #fetch(): Promise<T> {
    try {
      const part = await this.#load();
      this.#part = part;
      this.#arrived(part);
      for (const act of this.#waiting.splice(0)) act(part);
      return part;
    } catch (error) {
      this.#asked = undefined;
      this.#waiting = [];
      this.#failed(error);
      throw error;
    }
  }
}
