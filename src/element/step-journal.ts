import type { State } from '../state/state.js';
import type { Change, ChoiceHost, Journal, JournalKeeper } from './choice-controller.js';
import { HashController, type Said, type Shown } from './hash-controller.js';
import type { StepNames, Way } from './step-buttons.js';
import { Steps } from './steps.js';

/** What is written into the address of one change. */
type Written = readonly [after: Shown, before: Shown, isEntry: boolean];

/** What the reader did, in steps that can be undone, and in the address. */
export class StepJournal implements Journal {
  readonly #host: ChoiceHost;
  readonly #keeper: JournalKeeper;
  readonly #steps: Steps;
  readonly #early: readonly Written[];
  #hash: HashController | undefined;
  #isLinked = false;

  /** @param early what was changed before it came, in order */
  constructor(host: ChoiceHost, keeper: JournalKeeper, early: readonly Change[]) {
    this.#host = host;
    this.#keeper = keeper;
    this.#steps = new Steps(host, early[0]?.before ?? keeper.state);
    this.#early = early.map((change) => this.#recorded(change));
  }

  /** Reads the address; where it says nothing, writes what was changed before. */
  begin(): void {
    const isOpen = this.#keeper.hasPicture;
    // After all other controllers: what the address says comes last
    this.#hash = new HashController(
      this.#host,
      () => this.#keeper.key,
      (said, isFirst) => {
        this.#isLinked = true;
        this.#follow(said, isFirst && !(isOpen && !this.#hash));
      },
    );
    const now = this.#shown(this.#keeper.state);
    if (this.#isLinked) this.#hash.write(now, now, false);
    else for (const written of this.#early) this.#hash.write(...written);
  }

  get names(): StepNames {
    return this.#steps.names;
  }

  record(change: Change): void {
    const written = this.#recorded(change);
    this.#hash?.write(...written);
  }

  walk(way: Way): boolean {
    const state = this.#steps.walk(way);
    if (!state) return false;
    const before = { ...this.#shown(this.#keeper.state), step: this.#steps.left };
    this.#keeper.walkTo(state);
    this.#hash?.write(this.#shown(this.#keeper.state), before, this.#steps.isEntry);
    return true;
  }

  #shown(state: State): Shown {
    return { state, defaults: this.#keeper.defaults, step: this.#steps.id };
  }

  #recorded(change: Change): Written {
    const before = this.#shown(change.before);
    const isEntry = this.#steps.record(change);
    return [this.#shown(change.after), before, isEntry];
  }

  #follow({ settings, issues, step }: Said, isFirst: boolean): void {
    this.#keeper.follow(settings ?? {}, issues, isFirst, (state) => {
      this.#steps.arrive(state, step);
    });
  }
}
