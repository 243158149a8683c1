import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { restore } from '../state/settings.js';
import { DEFAULTS, reduce, type Camera, type Intent, type Settings, type State } from '../state/state.js';
import { keepChoices } from './chosen.js';
import { HashController } from './hash-controller.js';

/** What the controller needs of its element. */
export interface ChoiceHost extends ReactiveControllerHost, Element {
  readonly hasUpdated: boolean;
  requestUpdate(name?: PropertyKey, before?: unknown): void;
}

/** What follows from a choice beyond another picture. */
export interface ChoiceCallbacks {
  readonly onSelect: (ids: readonly string[]) => void;
  /** Settings from the page, the address or a stored state were taken over. */
  readonly onSettings: (settings: Settings, before: State) => void;
}

/** What the reader chose: one state, changed by intents only, and kept in the address. */
export class ChoiceController implements ReactiveController {
  readonly #host: ChoiceHost;
  readonly #callbacks: ChoiceCallbacks;
  readonly #hash: HashController;
  #state: State = DEFAULTS;
  #defaults: State = DEFAULTS;
  /** True once the page, the reader or the address has asked for a filter: the dataset's opening filter is then left aside. */
  #isFilterGiven = false;

  constructor(host: ChoiceHost, callbacks: ChoiceCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    keepChoices(host, this);
    host.addController(this);
    // After this controller: what the address says comes last.
    this.#hash = new HashController(host, (settings) => {
      this.take(settings);
    });
  }

  get state(): State {
    return this.#state;
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
  take(settings: Settings): void {
    const before = this.#state;
    if (settings.filter !== undefined) this.#isFilterGiven = true;
    const { selected, ...others } = settings;
    this.#dispatch({ type: 'set', settings: others });
    if (selected) this.select(selected);
    this.#callbacks.onSettings(settings, before);
  }

  /** The filter that a dataset opens with, unless somebody has asked for one. */
  open(filter: string | undefined): void {
    if (filter === undefined || this.#isFilterGiven) return;
    this.#defaults = reduce(this.#defaults, { type: 'set', settings: { filter } });
    this.#dispatch({ type: 'set', settings: { filter } });
  }

  select(ids: readonly string[]): void {
    const before = this.#state.selected;
    this.#dispatch({ type: 'select', ids });
    if (this.#state.selected !== before) this.#callbacks.onSelect(this.#state.selected);
  }

  moveCamera(camera: Camera): void {
    this.#dispatch({ type: 'move-camera', camera });
  }

  #dispatch(intent: Intent): void {
    const before = this.#state;
    this.#state = reduce(before, intent);
    if (this.#state === before) return;
    if (this.#state.selected !== before.selected) this.#host.requestUpdate('selected', before.selected.join(', '));
    else this.#host.requestUpdate();
    this.#hash.write(this.#state, this.#defaults);
  }
}
