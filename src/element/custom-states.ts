/** The custom states of an element, `:state(ready)` and the like, and what they should be. */
export class CustomStates {
  readonly #internals: ElementInternals;
  readonly #on = new Set<string>();

  constructor(internals: ElementInternals) {
    this.#internals = internals;
  }

  has(state: string): boolean {
    return this.#on.has(state);
  }

  set(state: string, on: boolean): void {
    if (on) this.#on.add(state);
    else this.#on.delete(state);
    this.#tell(state);
  }

  /** Sets several, and says again all that is on, which WebKitGTK 2.50 now and then forgets. */
  show(states: Readonly<Record<string, boolean>>): void {
    for (const [state, on] of Object.entries(states)) this.set(state, on);
    for (const state of this.#on) this.#tell(state);
  }

  // Never asked what it is: WebKitGTK's own answer is not always what a selector matches
  #tell(state: string): void {
    if (this.#on.has(state)) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }
}
