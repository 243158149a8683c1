/** Time, which tests hand over. */
export interface Clock {
  /** ms since 1970. */
  readonly now: () => number;
  /** @throws the reason of the signal when that is aborted */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Requests to one host at a time. */
const MOST_AT_ONCE = 2;

interface Host {
  running: number;
  /** From when on the next request may begin. */
  free: number;
  readonly waiting: (() => void)[];
}

/** Lets nobody ask a host more often than is polite: two at a time, with a pause between two beginnings, and not while it wants to be left alone. */
export class Hosts {
  readonly #hosts = new Map<string, Host>();
  readonly #clock: Clock;
  readonly #pause: number;
  readonly #signal: AbortSignal;

  /** @param pause between two beginnings at one host, ms */
  constructor(clock: Clock, pause: number, signal: AbortSignal) {
    this.#clock = clock;
    this.#pause = pause;
    this.#signal = signal;
  }

  now(): number {
    return this.#clock.now();
  }

  #of(name: string): Host {
    const host = this.#hosts.get(name) ?? { running: 0, free: 0, waiting: [] };
    this.#hosts.set(name, host);
    return host;
  }

  /** No request to a host begins for so long, ms. */
  leaveAlone(name: string, ms: number): void {
    const host = this.#of(name);
    host.free = Math.max(host.free, this.now() + ms);
  }

  /** Does something when it is a host's turn. */
  async inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
    const host = this.#of(name);
    while (host.running >= MOST_AT_ONCE) await new Promise<void>((go) => host.waiting.push(go));
    host.running += 1;
    try {
      for (let wait = host.free - this.now(); wait > 0; wait = host.free - this.now()) await this.#clock.sleep(wait, this.#signal);
      this.#signal.throwIfAborted();
      host.free = Math.max(host.free, this.now() + this.#pause);
      return await work();
    } finally {
      host.running -= 1;
      host.waiting.shift()?.();
    }
  }
}
