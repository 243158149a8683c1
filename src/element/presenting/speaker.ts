import { html, type TemplateResult } from 'lit';
import { presentMessages as words } from '../messages-present.js';
import type { PresentingHost } from './presented.js';
import { PresenterWindow, type PresenterActions, type Told } from './presenter-window.js';
import type { Stopwatch } from './stopwatch.js';

/** What the speaker's part does in the presentation. */
export type SpeakerActions = Omit<PresenterActions, 'closed'> & { readonly changed: () => void };

/** Notes for the one who speaks: in a window of their own, or in the page where the browser opens none. */
export class Speaker {
  readonly #host: PresentingHost;
  readonly #actions: SpeakerActions;
  #window: PresenterWindow | undefined;
  #watch: Stopwatch | undefined;
  #isInPage = false;

  constructor(host: PresentingHost, actions: SpeakerActions) {
    [this.#host, this.#actions] = [host, actions];
  }

  get isOpen(): boolean {
    return this.#window !== undefined;
  }

  /** Opens or closes them. @returns false where the browser opens no window and the notes stand in the page */
  toggle(): boolean {
    if (this.#window || this.#isInPage) {
      this.close();
      this.#actions.changed();
      return true;
    }
    const { defaultView } = this.#host.ownerDocument;
    this.#window =
      defaultView === null
        ? undefined
        : PresenterWindow.open(defaultView, this.#watch, {
            ...this.#actions,
            closed: () => {
              this.#forget();
              this.#actions.changed();
            },
          });
    this.#isInPage = this.#window === undefined;
    this.#actions.changed();
    return !this.#isInPage;
  }

  show(told: Told): void {
    this.#window?.show(told);
  }

  picture(from: HTMLCanvasElement | undefined): void {
    this.#window?.picture(from);
  }

  /** The notes in the page; undefined while there is a window for them, or nobody asked. */
  inPage({ notes, next, isOver }: Told): TemplateResult | undefined {
    if (!this.#isInPage) return undefined;
    const { upNext, lastScene, over, noNotes, notes: name } = words.window;
    return html`<section class="show-notes" aria-label=${name} dir="auto"><div>${notes ?? noNotes}</div><p class="next" dir="auto">${next ? `${upNext}: ${next.title}` : isOver ? over : lastScene}</p></section>`;
  }

  close(): void {
    const opened = this.#window;
    this.#forget();
    this.#isInPage = false;
    opened?.close();
  }

  /** Ends: another presentation begins its time anew. */
  end(): void {
    this.close();
    this.#watch = undefined;
  }

  #forget(): void {
    this.#watch = this.#window?.watch ?? this.#watch;
    this.#window = undefined;
  }
}
