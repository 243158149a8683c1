import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { begin, goTo, present, record, redo, redoable, settle, undo, undoable, type History, type Step } from '../state/history.js';
import type { State } from '../state/state.js';
import type { Change } from './choice-controller.js';
import { stepName } from './parts/step-name.js';
import { stepMessages } from './messages-steps.js';
import type { StepNames, Way } from './step-buttons.js';

/** What the steps need of their element. */
export interface StepsHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** Where a gesture moves the camera. */
const CAMERA = '.surface, .zoom';
const GESTURES = ['pointerdown', 'wheel', 'keydown', 'click'] as const;
/** What a hand can hold while it changes one thing. */
const HELD = 'input[type=range]';
const RELEASES = ['pointerup', 'pointercancel'] as const;

/** What the reader did, step by step: what can be undone and done again, and told politely. */
export class Steps implements ReactiveController {
  readonly #host: StepsHost;
  #history: History;
  #left = 0;
  #told = '';
  #isByHand = false;
  /** The step that a held slider made; undefined before its first, null while nothing is held. */
  #heldStep: number | undefined | null = null;
  /** Whether the last walk went over something that has an entry of its own in the browser's history. */
  #isEntry = false;

  /** @param state what the first step begins with */
  constructor(host: StepsHost, state: State) {
    this.#host = host;
    this.#history = begin(state);
    host.addController(this);
  }

  hostConnected(): void {
    for (const name of GESTURES) this.#host.addEventListener(name, this.#onGesture, { capture: true, passive: true });
    for (const name of RELEASES) this.#host.addEventListener(name, this.#onRelease, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    for (const name of GESTURES) this.#host.removeEventListener(name, this.#onGesture, { capture: true });
    for (const name of RELEASES) this.#host.removeEventListener(name, this.#onRelease, { capture: true });
    this.#heldStep = null;
  }

  /** Number of the step that is shown. */
  get id(): number {
    return present(this.#history).id;
  }

  /** Number of the step that was left by the last walk. */
  get left(): number {
    return this.#left;
  }

  get isEntry(): boolean {
    return this.#isEntry;
  }

  /**
   * Takes a change into the history.
   *
   * @returns whether the browser's buttons should walk it
   */
  record({ after: state, isStep, isAsked, at }: Change): boolean {
    if (!isStep) {
      this.#history = settle(this.#history, state);
      return false;
    }
    const { history, isNew } = record(this.#history, state, {
      at,
      byHand: this.#isByHand || isAsked,
      held: this.#heldStep === this.id,
    });
    this.#history = history;
    if (this.#heldStep !== null) this.#heldStep = this.id;
    if (isNew) {
      this.#isByHand = false;
      this.#told = '';
    }
    return isNew && isDiscrete(present(history));
  }

  /** The reader came to a state by the browser's buttons or an address. */
  arrive(state: State, id: number | undefined): void {
    const known = goTo(this.#history, state, id);
    this.#history = known ?? record(this.#history, state, { at: performance.now(), byHand: true }).history;
    this.#isByHand = false;
    this.#told = '';
  }

  /** Undoes a step or does one again: the state that is shown then; undefined where there is none. */
  walk(way: Way): State | undefined {
    const step = way === 'undo' ? undoable(this.#history) : redoable(this.#history);
    if (!step) return undefined;
    this.#left = this.id;
    this.#history = way === 'undo' ? undo(this.#history) : redo(this.#history);
    this.#isEntry = isDiscrete(step);
    this.#isByHand = false;
    this.#told = stepMessages[way === 'undo' ? 'undone' : 'redone'](stepName(step.parts));
    return present(this.#history).state;
  }

  /** What can be walked, and what was. */
  get names(): StepNames {
    const [back, on] = [undoable(this.#history), redoable(this.#history)];
    return { undo: back && stepName(back.parts), redo: on && stepName(on.parts), told: this.#told };
  }

  /** A camera that moves next is moved by the reader. */
  readonly #onGesture = (event: Event): void => {
    const [target] = event.composedPath();
    if (target instanceof Element && target.closest(CAMERA)) this.#isByHand = true;
    if (event.type === 'pointerdown') this.#heldStep = target instanceof Element && target.matches(HELD) ? undefined : null;
  };

  readonly #onRelease = (): void => {
    this.#heldStep = null;
  };
}

/** Whether a step is more than another look from the same place. */
const isDiscrete = ({ parts }: Step): boolean => parts.some((part) => part !== 'camera');
