import { presentMessages } from '../messages-present.js';
import { windowSheet } from '../present-window-styles.js';
import type { Command } from './keys.js';
import { clockText, elapsed, reset, started, toggled, type Stopwatch } from './stopwatch.js';

const { window: words, ...messages } = presentMessages;
const FEATURES = 'popup,width=1000,height=700';
/** How often the clock is looked at, ms. */
const TICK_MS = 500;
/** Width of the small picture of what is shown, device px. */
const PICTURE_WIDTH = 640;

/** What the presenter is told. */
export interface Told {
  readonly story: string;
  readonly place: string;
  readonly title: string;
  readonly notes: string | undefined;
  readonly next: { readonly title: string; readonly caption?: string } | undefined;
  readonly blank: 'black' | 'white' | undefined;
  /** Whether the last scene is over. */
  readonly isOver: boolean;
}

/** What the presenter does there. */
export interface PresenterActions {
  readonly run: (kind: Exclude<Command['kind'], 'digit' | 'jump'>) => void;
  readonly key: (event: KeyboardEvent) => void;
  /** The window is gone. */
  readonly closed: () => void;
}

/** A text, as text: what a story says is never read as anything else. */
function element(owner: Document, name: string, className: string, text = ''): HTMLElement {
  const made = owner.createElement(name);
  made.className = className;
  made.textContent = text;
  if (text === '') made.dir = 'auto';
  return made;
}

/** Notes, what comes next and a clock in a window of their own, made of DOM and constructed sheets only. */
export class PresenterWindow {
  readonly #actions: PresenterActions;
  readonly #window: Window;
  readonly #listeners = new AbortController();
  readonly #parts: Readonly<
    Record<'place' | 'title' | 'notes' | 'next' | 'nextCaption' | 'clock' | 'elapsed' | 'pause' | 'black', HTMLElement>
  >;
  readonly #picture: HTMLCanvasElement;
  readonly #timer: ReturnType<typeof setInterval>;
  #watch: Stopwatch;

  /** @returns undefined where the browser opens no window */
  static open(from: Window, watch: Stopwatch | undefined, actions: PresenterActions): PresenterWindow | undefined {
    const opened = from.open('', '', FEATURES);
    if (!opened || opened.closed) return undefined;
    return new PresenterWindow(opened, watch ?? started(performance.now()), actions);
  }

  private constructor(opened: Window, watch: Stopwatch, actions: PresenterActions) {
    this.#window = opened;
    this.#watch = watch;
    this.#actions = actions;
    const { document: owner } = opened;
    const { defaultView } = owner;
    if (defaultView) {
      const sheet = new defaultView.CSSStyleSheet();
      sheet.replaceSync(windowSheet);
      owner.adoptedStyleSheets = [sheet];
    }
    const part = (name: string, className: string, text?: string): HTMLElement => element(owner, name, className, text);
    this.#parts = {
      place: part('p', 'place'),
      title: part('h1', 'title'),
      notes: part('div', 'notes'),
      next: part('p', 'next'),
      nextCaption: part('p', 'caption'),
      clock: part('output', 'clock'),
      elapsed: part('output', 'elapsed'),
      pause: this.#button(words.pause, this.#pause),
      black: this.#button(messages.black, () => {
        actions.run('black');
      }),
    };
    this.#picture = owner.createElement('canvas');
    this.#picture.setAttribute('aria-hidden', 'true');
    this.#build(owner);
    const { signal } = this.#listeners;
    owner.addEventListener('keydown', actions.key, { signal });
    opened.addEventListener(
      'pagehide',
      () => {
        this.close();
        actions.closed();
      },
      { signal },
    );
    this.#timer = setInterval(this.#tick, TICK_MS);
    this.#tick();
  }

  /** What the clock says, for a window that is opened again. */
  get watch(): Stopwatch {
    return this.#watch;
  }

  focus(): void {
    this.#window.focus();
  }

  show({ story, place, title, notes, next, blank, isOver }: Told): void {
    const parts = this.#parts;
    this.#window.document.title = words.title(story);
    parts.place.textContent = place;
    parts.title.textContent = title;
    parts.notes.textContent = notes ?? words.noNotes;
    parts.notes.scrollTop = 0;
    parts.next.textContent = isOver ? words.over : (next?.title ?? words.lastScene);
    parts.nextCaption.textContent = next?.caption ?? '';
    parts.black.setAttribute('aria-pressed', String(blank !== undefined));
  }

  /** A small picture of what the audience sees; none: nothing is drawn there. */
  picture(from: HTMLCanvasElement | undefined): void {
    const canvas = this.#picture;
    canvas.hidden = !from || from.width === 0;
    if (!from || from.width === 0) return;
    [canvas.width, canvas.height] = [PICTURE_WIDTH, Math.round((PICTURE_WIDTH * from.height) / from.width)];
    canvas.getContext('2d')?.drawImage(from, 0, 0, canvas.width, canvas.height);
  }

  close(): void {
    if (this.#listeners.signal.aborted) return;
    this.#listeners.abort();
    clearInterval(this.#timer);
    this.#window.close();
  }

  #build(owner: Document): void {
    const { place, title, notes, next, nextCaption, clock, elapsed: time, pause, black } = this.#parts;
    const group = (className: string, ...children: readonly HTMLElement[]): HTMLElement => {
      const made = element(owner, 'section', className);
      made.append(...children);
      return made;
    };
    const head = (text: string): HTMLElement => element(owner, 'h2', 'head', text);
    const run = (kind: 'previous' | 'next'): HTMLElement =>
      this.#button(messages[kind], () => {
        this.#actions.run(kind);
      });
    const buttons = group('buttons', run('previous'), run('next'), black);
    const clocks = group('clocks', head(words.clock), clock, head(words.elapsed), time, pause, this.#button(words.reset, this.#reset));
    owner.body.replaceChildren(
      group('now', place, title, this.#picture, clocks),
      group('said', head(words.notes), notes),
      group('coming', head(words.upNext), next, nextCaption),
      buttons,
      element(owner, 'p', 'keys', words.keys),
    );
    notes.tabIndex = 0;
    notes.setAttribute('role', 'region');
    notes.setAttribute('aria-label', words.notes);
    owner.documentElement.lang = 'en';
  }

  #button(text: string, pressed: () => void): HTMLElement {
    const button = this.#window.document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', pressed, { signal: this.#listeners.signal });
    return button;
  }

  readonly #pause = (): void => {
    this.#watch = toggled(this.#watch, performance.now());
    this.#tick();
  };

  readonly #reset = (): void => {
    this.#watch = reset(this.#watch, performance.now());
    this.#tick();
  };

  readonly #tick = (): void => {
    const { clock, elapsed: time, pause } = this.#parts;
    clock.textContent = new Date().toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    time.textContent = clockText(elapsed(this.#watch, performance.now()));
    pause.textContent = this.#watch.since === undefined ? words.goOn : words.pause;
  };
}
