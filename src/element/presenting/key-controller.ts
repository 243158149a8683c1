import { commandOf, isOwnKey, type Command } from './keys.js';
import type { Screen } from './screen.js';

/** Longest number of a scene that is typed. */
const MOST_DIGITS = 4;

/** What keys do. */
export interface KeyActions {
  readonly run: (kind: Exclude<Command['kind'], 'digit' | 'jump'>) => void;
  /** Digits typed so far; empty: none any more. */
  readonly typed: (digits: string) => void;
  /** To the scene of this number, from 1. */
  readonly jump: (scene: number) => void;
}

/** The keys of a presentation: heard before anything on the page, each of them does one thing. */
export class Keys {
  readonly #screen: Screen;
  readonly #actions: KeyActions;
  #listeners: AbortController | undefined;
  #digits = '';

  constructor(screen: Screen, actions: KeyActions) {
    [this.#screen, this.#actions] = [screen, actions];
  }

  listen(page: Window): void {
    this.#listeners = new AbortController();
    page.addEventListener('keydown', this.press, { signal: this.#listeners.signal, capture: true });
  }

  end(): void {
    this.#listeners?.abort();
    this.#digits = '';
  }

  /** A key, on the page or in the presenter window. */
  readonly press = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey && event.view === window) {
      this.#tab(event.shiftKey);
      taken(event);
      return;
    }
    const command = isOwnKey(event) ? undefined : commandOf(event, this.#screen.isRtl);
    if (!command) return;
    taken(event);
    this.#do(command);
  };

  #do(command: Command): void {
    const { run, typed, jump } = this.#actions;
    const digits = this.#digits;
    this.#digits = command.kind === 'digit' ? (digits + command.digit).slice(-MOST_DIGITS) : '';
    if (this.#digits !== digits) typed(this.#digits);
    if (command.kind === 'digit') return;
    if (command.kind === 'jump') {
      if (digits !== '') jump(Number(digits));
    } else if (command.kind !== 'leave' || digits === '') run(command.kind);
  }

  /** The focus goes round among the buttons: everything else on the page is covered. */
  #tab(isBack: boolean): void {
    const stops = this.#screen.stops();
    const root = stops[0]?.getRootNode();
    const at = stops.findIndex((stop) => root instanceof ShadowRoot && root.activeElement === stop);
    const next = at < 0 ? (isBack ? stops.length - 1 : 0) : (at + (isBack ? -1 : 1) + stops.length) % stops.length;
    this.#screen.wake();
    stops[next]?.focus();
  }
}

/** Nobody else does anything with it. */
function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
