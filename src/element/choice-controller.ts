import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TemplateResult } from 'lit';
import { usable } from '../state/setting-values.js';
import type { SettingIssue } from '../state/settings.js';
import { DEFAULTS, reduce, type Camera, type Intent, type Settings, type State } from '../state/state.js';
import { mayBeLinked, takeKey, type AddressKey } from './address-key.js';
import { keepChoices } from './chosen.js';
import { stepButtons, wayOf, type StepNames, type Way } from './step-buttons.js';

/** What the controller needs of its element. */
export interface ChoiceHost extends ReactiveControllerHost, HTMLElement {
  /** `steps`: an entry of the history a step; `replace`: none; `none`: the address is left alone. */
  readonly history: string;
  readonly hasUpdated: boolean;
  readonly renderRoot: DocumentFragment | HTMLElement;
  requestUpdate(name?: PropertyKey, before?: unknown): void;
}

/** A change of what the reader chose. */
export interface Change {
  readonly before: State;
  readonly after: State;
  /** False: it is no step of the reader, as there was no picture. */
  readonly isStep: boolean;
  /** The camera was asked for, by a page or a stored state. */
  readonly isAsked: boolean;
  /** ms of the clock of the page. */
  readonly at: number;
}

/** What keeps the changes in steps that can be undone, and in the address; it comes with the desk. */
export interface Journal {
  readonly names: StepNames;
  record(change: Change): void;
  /** Undoes a step or does one again; false where there is none. */
  walk(way: Way): boolean;
}

/** What it needs of the choices. */
export type JournalKeeper = Pick<ChoiceController, 'state' | 'defaults' | 'key' | 'hasPicture' | 'walkTo' | 'follow'>;

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
  /** Does something once the journal has come. */
  readonly later: (act: () => void) => void;
}

/** What the reader chose: one state, changed by intents only, in steps that can be undone, and kept in the address. */
export class ChoiceController implements ReactiveController {
  readonly #host: ChoiceHost;
  readonly #callbacks: ChoiceCallbacks;
  #journal: Journal | undefined;
  /** What was changed before the journal came. */
  #early: Change[] = [];
  #key: AddressKey | undefined;
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
    this.#host.addEventListener('keydown', this.#onKey);
    // In the document of another window the address is not that of its page
    if (this.#host.history !== 'none' && this.#host.ownerDocument === document) this.#key = takeKey(this.#host);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKey);
    this.#key?.leave();
    this.#key = undefined;
  }

  /** What the map goes by in the address; undefined where that is left alone. */
  get key(): string | undefined {
    return this.#key?.key;
  }

  get hasPicture(): boolean {
    return this.#callbacks.hasPicture();
  }

  /** Whether the address may say something that has not been read yet. */
  get isLinked(): boolean {
    return !this.#journal && this.#key !== undefined && mayBeLinked();
  }

  /** Hands the changes over to what keeps them. @param make makes it of those that were made before */
  keep<T extends Journal>(make: (early: readonly Change[]) => T): T {
    const journal = make(this.#early);
    this.#journal = journal;
    this.#early = [];
    return journal;
  }

  /** Takes over settings from outside; what cannot be used leaves the state as it is. */
  set(settings: unknown): void {
    this.take(usable(settings));
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
    return () => {
      this.#interrupted = undefined;
      this.#show(before);
    };
  }

  undo(): boolean {
    return this.#walk('undo');
  }

  redo(): boolean {
    return this.#walk('redo');
  }

  /** The buttons of undo and redo. */
  buttons(): TemplateResult {
    return stepButtons(this.#names, (way) => {
      this.#ask(way);
    });
  }

  get #names(): StepNames {
    return this.#journal?.names ?? { undo: this.#early.some(({ isStep }) => isStep) ? '' : undefined, redo: undefined, told: '' };
  }

  /** Nothing is walked while somebody presents. */
  #walk(way: Way): boolean {
    return this.#interrupted === undefined && this.#journal?.walk(way) === true;
  }

  /** The reader wants to walk: where there is something to walk and its journal has not come, once it has. */
  #ask(way: Way): boolean {
    if (this.#journal || this.#names[way] === undefined) return this.#walk(way);
    this.#callbacks.later(() => {
      this.#walk(way);
    });
    return true;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const way = wayOf(event);
    if (way && this.#ask(way)) event.preventDefault();
  };

  #dispatch(intent: Intent): void {
    const before = this.#state;
    const after = reduce(before, intent);
    if (after === before) return;
    if (this.#interrupted) {
      this.#show(after);
      return;
    }
    const isAsked = intent.type === 'set' && intent.settings.camera !== undefined;
    this.#record({ before, after, isStep: this.hasPicture, isAsked, at: performance.now() }, intent.type === 'move-camera');
    this.#show(after);
  }

  #record(change: Change, isCamera: boolean): void {
    const last = this.#early.at(-1);
    if (this.#journal) this.#journal.record(change);
    // What is no step, and a view that moves on, belong to what was before
    else if (last && (isCamera || !(last.isStep || change.isStep))) this.#early[this.#early.length - 1] = { ...last, after: change.after };
    else {
      const isStep = change.isStep && !isCamera;
      this.#early.push({ ...change, isStep });
      // It can be undone, and the address has to say it
      if (isStep) this.#callbacks.later(() => undefined);
    }
  }

  #show(state: State): void {
    const before = this.#state;
    this.#state = state;
    if (state.selected === before.selected) this.#host.requestUpdate();
    else this.#host.requestUpdate('selected', before.selected.join(', '));
    if (state.selected !== before.selected) this.#callbacks.onSelect(state.selected);
  }

  /** Shows the state of a step that was undone or done again. */
  walkTo(state: State): void {
    const before = this.#state;
    this.#show(state);
    this.#callbacks.onSettings(state, before);
  }

  /**
   * Takes over what the address says: beside what the page asked for at first, later instead of everything.
   *
   * @param arrive told of the state that the reader came to, before it is shown; not at first, nor where it is the one that was
   */
  follow(said: Settings, issues: readonly SettingIssue[], isFirst: boolean, arrive: (state: State) => void): void {
    this.#interrupted?.();
    if (isFirst || !this.hasPicture) this.take(said);
    else {
      const before = this.#state;
      if (said.filter !== undefined) this.#isFilterGiven = true;
      const after = reduce(before, { type: 'reset', settings: { ...this.#defaults, ...said } });
      if (after !== before) {
        arrive(after);
        this.#show(after);
        this.#callbacks.onSettings(after, before);
      }
    }
    this.#callbacks.onLink(issues, said);
  }
}
