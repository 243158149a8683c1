import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { begin, goTo, present, record, redo, redoable, settle, undo, undoable, type History, type Step } from '../state/history.js';
import type { State } from '../state/state.js';
import { DEFAULTS } from '../state/state.js';
import { redoIcon, undoIcon } from './parts/icons.js';
import { stepName } from './parts/step-name.js';
import { stepMessages } from './messages-steps.js';

/** What the steps need of their element. */
export interface StepsHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
}

type Way = 'undo' | 'redo';

/** Fields in which the keys of undo belong to what is typed. */
const TEXT =
  'input:not([type=checkbox], [type=radio], [type=button], [type=range], [type=file], [type=color]), textarea, select, [contenteditable]';
/** Where a gesture moves the camera. */
const CAMERA = '.surface, .zoom';
const GESTURES = ['pointerdown', 'wheel', 'keydown', 'click'] as const;
/** What a hand can hold while it changes one thing. */
const HELD = 'input[type=range]';
const RELEASES = ['pointerup', 'pointercancel'] as const;

/** The letter of a key; by its place where the keyboard writes other letters. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase();

/** The way that a key goes; undefined for other keys. */
function wayOf(event: KeyboardEvent): Way | undefined {
  if (event.altKey || !(event.ctrlKey || event.metaKey)) return undefined;
  const letter = letterOf(event);
  if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
  // With Cmd it opens the history of a browser
  return letter === 'y' && !event.metaKey && !event.shiftKey ? 'redo' : undefined;
}

/** What the reader did, step by step: undo and redo by buttons and keys, told politely. */
export class Steps implements ReactiveController {
  readonly #host: StepsHost;
  readonly #show: (state: State) => void;
  /** Nothing is walked while somebody presents. */
  isHeld = false;
  #history: History = begin(DEFAULTS);
  #left = 0;
  #told = '';
  #isByHand = false;
  /** The step that a held slider made; undefined before its first, null while nothing is held. */
  #heldStep: number | undefined | null = null;
  /** Whether the last walk went over something that has an entry of its own in the browser's history. */
  #isEntry = false;

  /** @param show called with the state of a step that is walked to */
  constructor(host: StepsHost, show: (state: State) => void) {
    this.#host = host;
    this.#show = show;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKey);
    for (const name of GESTURES) this.#host.addEventListener(name, this.#onGesture, { capture: true, passive: true });
    for (const name of RELEASES) this.#host.addEventListener(name, this.#onRelease, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
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
   * @param isStep false: it is no step of the reader
   * @param isAsked the camera was asked for, by a page or a stored state
   * @returns whether the browser's buttons should walk it
   */
  record(state: State, isStep: boolean, isAsked: boolean): boolean {
    if (!isStep) {
      this.#history = settle(this.#history, state);
      return false;
    }
    const { history, isNew } = record(this.#history, state, {
      at: performance.now(),
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

  /** Undoes a step or does one again; false where there is none. */
  walk(way: Way): boolean {
    const step = way === 'undo' ? undoable(this.#history) : redoable(this.#history);
    if (!step || this.isHeld) return false;
    this.#left = this.id;
    this.#history = way === 'undo' ? undo(this.#history) : redo(this.#history);
    this.#isEntry = isDiscrete(step);
    this.#isByHand = false;
    this.#told = stepMessages[way === 'undo' ? 'undone' : 'redone'](stepName(step.parts));
    this.#show(present(this.#history).state);
    return true;
  }

  /** The two buttons, and what the last walk did for those who do not see it. */
  buttons(): TemplateResult {
    return html`<div class="scope steps" role="group" aria-label=${stepMessages.title}>
      ${this.#button('undo', undoable(this.#history))}${this.#button('redo', redoable(this.#history))}
      <span class="hidden" role="status">${this.#told}</span></div>`;
  }

  /** A button that has nothing to do stays where it is: with `disabled` the focus would fall out of the map. */
  #button(way: Way, step: Step | undefined): TemplateResult {
    const name = stepMessages[way](step && stepName(step.parts));
    const keys = way === 'undo' ? 'Control+Z Meta+Z' : 'Control+Shift+Z Meta+Shift+Z Control+Y';
    return html`<button type="button" class="icon" data-step=${way} aria-label=${name} title=${name} aria-keyshortcuts=${keys}
      aria-disabled=${step ? 'false' : 'true'} @click=${() => {
        this.walk(way);
      }}>${way === 'undo' ? undoIcon : redoIcon}</button>`;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const way = wayOf(event);
    if (!way || event.defaultPrevented || (target instanceof Element && target.closest(TEXT))) return;
    if (this.walk(way)) event.preventDefault();
  };

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
