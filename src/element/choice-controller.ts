import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { restore, type SettingIssue } from '../state/settings.js';
import { DEFAULTS, reduce, type Camera, type Intent, type Settings, type State } from '../state/state.js';
import { keepChoices } from './chosen.js';
import { HashController, type HashHost, type Said } from './hash-controller.js';
import { Steps } from './steps.js';

/** What the controller needs of its element. */
export interface ChoiceHost extends ReactiveControllerHost, HTMLElement, HashHost {
  readonly hasUpdated: boolean;
  readonly renderRoot: DocumentFragment | HTMLElement;
  requestUpdate(name?: PropertyKey, before?: unknown): void;
}

/** What follows from a choice beyond another picture. */
export interface ChoiceCallbacks {
  readonly onSelect: (ids: readonly string[]) => void;
  /** Settings from the page, the address or a stored state were taken over, or a step was walked. */
  readonly onSettings: (settings: Settings, before: State) => void;
  /** What of a link cannot be used. */
  readonly onLink: (issues: readonly SettingIssue[], settings: Settings) => void;
  /** Whether there is a picture: what is chosen before is no step of the reader. */
  readonly hasPicture: () => boolean;
  /** Settings with what goes with them. */
  readonly completed: (settings: Settings) => Settings;
}

/** What the reader chose: one state, changed by intents only, in steps that can be undone, and kept in the address. */
export class ChoiceController implements ReactiveController {
  readonly #host: ChoiceHost;
  readonly #callbacks: ChoiceCallbacks;
  readonly #hash: HashController;
  /** What the reader did, step by step. */
  readonly steps: Steps;
  #state: State = DEFAULTS;
  #defaults: State = DEFAULTS;
  /** True once the page, the reader or the address has asked for a filter: the dataset's opening filter is then left aside. */
  #isFilterGiven = false;
  /** Called when something else asks for the map while it is held. */
  #interrupted: (() => void) | undefined;

  constructor(host: ChoiceHost, callbacks: ChoiceCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    keepChoices(host, this);
    host.addController(this);
    this.steps = new Steps(host, (state) => {
      this.#walk(state);
    });
    // After this controller: what the address says comes last.
    this.#hash = new HashController(host, (said, isFirst) => {
      this.#follow(said, isFirst);
    });
  }

  get state(): State {
    return this.#state;
  }

  /** What the page and the dataset ask for: it goes without saying in the address. */
  get defaults(): State {
    return this.#defaults;
  }

  hostConnected(): void {
    // What the page asked for before the first picture goes without saying in the address; what came later does not.
    if (!this.#host.hasUpdated) this.#defaults = this.#state;
  }

  /** Takes over settings from outside; what cannot be used leaves the state as it is. */
  set(settings: unknown): void {
    this.take(restore(settings).settings);
  }

  /** Takes over settings that were checked. */
  take(given: Settings): void {
    const settings = this.#callbacks.completed(given);
    const before = this.#state;
    if (settings.filter !== undefined) this.#isFilterGiven = true;
    this.#dispatch({ type: 'set', settings });
    this.#callbacks.onSettings(settings, before);
  }

  /** What is looked at of a dataset that opens with a filter. */
  opened(filter: string | undefined): Pick<State, 'filter' | 'at'> {
    const { at } = this.#state;
    return { at, filter: this.#isFilterGiven || filter === undefined ? this.#state.filter : filter };
  }

  /** The filter that a dataset opens with, unless somebody has asked for one. */
  open(filter: string | undefined): void {
    this.#interrupted?.();
    if (filter === undefined || this.#isFilterGiven) return;
    this.#defaults = reduce(this.#defaults, { type: 'set', settings: { filter } });
    this.#dispatch({ type: 'set', settings: { filter } });
  }

  select(ids: readonly string[]): void {
    this.#dispatch({ type: 'select', ids });
  }

  moveCamera(camera: Camera): void {
    this.#dispatch({ type: 'move-camera', camera });
  }

  /**
   * Until it is released nothing that is chosen is a step of the reader, and nothing of it reaches the address; then the state is the one before, to the last part.
   *
   * @param interrupted called where the address or another dataset asks for something meanwhile: releases at once
   * @returns releases
   */
  hold(interrupted: () => void): () => void {
    const before = this.#state;
    this.#interrupted = interrupted;
    this.steps.isHeld = true;
    return () => {
      this.#interrupted = undefined;
      this.steps.isHeld = false;
      this.#show(before);
    };
  }

  /** Nothing is drawn but what passes the filter and what is selected: a lens adds nothing of its own. */
  isFilterAll = false;

  undo(): boolean {
    return this.steps.walk('undo');
  }

  redo(): boolean {
    return this.steps.walk('redo');
  }

  #dispatch(intent: Intent): void {
    const before = this.#state;
    const after = reduce(before, intent);
    if (after === before) return;
    if (this.#interrupted) {
      this.#show(after);
      return;
    }
    const from = this.#shown();
    const isAsked = intent.type === 'set' && intent.settings.camera !== undefined;
    const isEntry = this.steps.record(after, this.#callbacks.hasPicture(), isAsked);
    this.#show(after);
    this.#hash.write(this.#shown(), from, isEntry);
  }

  #shown(): { readonly state: State; readonly defaults: State; readonly step: number } {
    return { state: this.#state, defaults: this.#defaults, step: this.steps.id };
  }

  #show(state: State): void {
    const before = this.#state;
    this.#state = state;
    if (state.selected === before.selected) this.#host.requestUpdate();
    else this.#host.requestUpdate('selected', before.selected.join(', '));
    if (state.selected !== before.selected) this.#callbacks.onSelect(state.selected);
  }

  /** Shows the state of a step that was undone or done again. */
  #walk(state: State): void {
    const before = this.#state;
    const from = { ...this.#shown(), step: this.steps.left };
    this.#show(state);
    this.#callbacks.onSettings(state, before);
    this.#hash.write(this.#shown(), from, this.steps.isEntry);
  }

  /** Takes over what the address says: beside what the page asked for at first, later instead of everything. */
  #follow({ settings, issues, step }: Said, isFirst: boolean): void {
    this.#interrupted?.();
    const said = settings ?? {};
    if (isFirst || !this.#callbacks.hasPicture()) this.take(said);
    else {
      const before = this.#state;
      if (said.filter !== undefined) this.#isFilterGiven = true;
      const after = reduce(before, { type: 'reset', settings: { ...this.#defaults, ...said } });
      if (after !== before) {
        this.steps.arrive(after, step);
        this.#show(after);
        this.#callbacks.onSettings(after, before);
      }
    }
    this.#callbacks.onLink(issues, said);
  }
}
