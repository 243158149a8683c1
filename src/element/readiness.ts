import type { CustomStates } from './custom-states.js';
import { deferred } from './deferred.js';
import { firstMessages } from './messages-first.js';

/** Whether the reader has asked the browser to fetch no more than is needed. @source Network Information API, NetworkInformation.saveData */
const savesData = (): boolean => {
  const connection: unknown = 'connection' in navigator ? navigator.connection : undefined;
  return typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true;
};

/**
 * The promise that everything that can be asked of a map can be answered.
 *
 * What answers is asked for as soon as the first picture stands; where the reader saves data, only once somebody waits for the promise. When it
 * cannot be loaded the promise is rejected with a sentence, and whoever asks for the promise again has it asked for again.
 */
export class Readiness {
  readonly #states: CustomStates;
  readonly #answers: () => Promise<unknown>;
  #deferred = deferred();
  #isWanted = false;
  #isAsked = false;
  #isRefused = false;

  /** @param answers resolves when what answers has come */
  constructor(states: CustomStates, answers: () => Promise<unknown>) {
    this.#states = states;
    this.#answers = answers;
  }

  get promise(): Promise<void> {
    this.#isWanted = true;
    this.#ask();
    return this.#deferred.promise;
  }

  /** A first picture stands. */
  pictureStands(): void {
    if (!savesData()) this.#isWanted = true;
    this.#ask();
  }

  #ask(): void {
    if (!this.#isWanted || this.#isAsked || !this.#states.has('ready')) return;
    this.#isAsked = true;
    if (this.#isRefused) this.#deferred = deferred();
    const { resolve, reject } = this.#deferred;
    this.#answers().then(resolve, (cause: unknown) => {
      this.#isAsked = false;
      this.#isRefused = true;
      reject(new Error(firstMessages.partFailed(cause instanceof Error ? cause.message : String(cause)), { cause }));
    });
  }
}
