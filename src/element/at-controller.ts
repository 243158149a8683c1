import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { lastDayOf } from '../analysis/at.js';
import { countThere, dayShown, latestOf } from '../analysis/day.js';
import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate } from '../model/dataset.js';
import { isPartialDate } from '../model/value.js';
import { dateOf, type Day } from '../scene/timeline-days.js';
import type { Settings } from '../state/state.js';
import { dateAt, dayScale } from './at-days.js';
import { stateOf } from './chosen.js';
import { shownDay } from './landscape-day.js';
import { noneThen, nothingThere } from './parts/at-none.js';
import { dayBanner, daySlider } from './parts/at-slider.js';
import { formatFor, type PanelContext } from './parts/context.js';
import { en } from './messages.js';
import { termOf } from './word-of.js';
import { dayMessages } from './messages-at.js';

/** What the control of the day needs of the element. */
export interface DayHost extends ReactiveControllerHost, HTMLElement {
  readonly catalogue: Catalogue | undefined;
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** What it asks of the element. */
export interface DayActions {
  readonly set: (settings: Settings) => void;
  readonly tell: (text: string) => void;
}

/** Rest that a large dataset leaves between two days of a drag, as a share of what the last one took: the thumb follows the hand meanwhile. */
const REST = 1;
/** Longest step that needs no rest, ms: two frames. */
const SWIFT = 34;
/** From this many ms on a step waits until the hand has been still for so long: whole catalogues take a second, and the thumb has to move. */
const SLOW = 200;
const STILL = 120;

const format = formatFor('en');
const nameToday = (value: string): string => dayMessages.ofToday(termOf(en, value));

/** The day of the landscape: a button that opens the slider, the banner of a past day, and the pace of a drag. */
export class DayController implements ReactiveController {
  readonly #host: DayHost;
  readonly #actions: DayActions;
  #isOpen = false;
  /** The day that the hand holds, until it is shown, and the one that was asked for when it was taken: whoever asks for another since then is the last to say. */
  #hand: { readonly at: PartialDate; readonly over: PartialDate } | undefined;
  #frame = 0;
  #restUntil = 0;
  #took = 0;
  #moved = 0;
  #asked = '';

  constructor(host: DayHost, actions: DayActions) {
    this.#host = host;
    this.#actions = actions;
    host.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#hand = undefined;
  }

  /** A day after the dataset's own is shown as the latest, with a word: from an attribute, a link or a stored view. */
  hostUpdate(): void {
    const { catalogue } = this.#host;
    const at = this.#at;
    if (!catalogue || at === this.#asked) return;
    this.#asked = at;
    const { asOf } = catalogue.dataset;
    if (at !== '' && shownDay(catalogue, at) === '' && lastDayOf(at) !== lastDayOf(asOf))
      this.#actions.tell(dayMessages.tooLate(format.longDate(at), format.longDate(asOf)));
  }

  get #at(): PartialDate {
    return stateOf(this.#host)?.at ?? '';
  }

  get #held(): PartialDate | undefined {
    return this.#hand?.over === this.#at ? this.#hand.at : undefined;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Opens the slider, or closes it; a past day keeps its banner. */
  toggle(): void {
    this.#isOpen = !this.#isOpen;
    this.#host.requestUpdate();
  }

  /** The banner of a past day, and the slider where it is open. @param hasControls the page leaves the toolbar in */
  strip(context: PanelContext, hasControls: boolean): TemplateResult | typeof nothing {
    const { catalogue } = context;
    const past = dayShown(catalogue);
    const isOpen = this.#isOpen && hasControls;
    if (past === '' && !isOpen) return nothing;
    const [there, all] = [countThere(catalogue), latestOf(catalogue).standards.length];
    return html`<div class=${past === '' ? 'day' : 'day past'} part="day" role="group" aria-label=${dayMessages.title}>
      ${dayBanner(context, { at: past, there, all })}
      ${isOpen ? this.#slider(context, there, all) : nothing}
      ${past !== '' && hasControls && !isOpen ? this.#back() : nothing}
    </div>`;
  }

  /** What stands on the surface when nothing of a past day is shown; undefined of the latest. */
  none(context: PanelContext, showAll: () => void): TemplateResult | undefined {
    const { catalogue } = context;
    const latest = (): void => {
      this.#go('');
    };
    if (countThere(catalogue) === 0) return nothingThere(context, latest);
    return dayShown(catalogue) === '' ? undefined : noneThen(context, showAll, latest);
  }

  /** What a status or a role is called where a past day is shown: marks stand where their status of today put them. */
  nameOf(catalogue: Catalogue): ((value: string) => string) | undefined {
    return dayShown(catalogue) === '' ? undefined : nameToday;
  }

  #back(): TemplateResult {
    return html`<button type="button" class="day-latest" @click=${() => {
      this.#go('');
    }}>${dayMessages.today}</button>`;
  }

  #slider(context: PanelContext, there: number, all: number): TemplateResult {
    const latest = latestOf(context.catalogue);
    const scale = dayScale(latest);
    return daySlider(context, {
      scale,
      at: this.#held ?? shownDay(latest, this.#at),
      there,
      all,
      slide: (day) => {
        this.#hold(dateAt(scale, Math.max(scale.first, Math.min(scale.last, day))));
      },
      go: (at) => {
        this.#go(at);
      },
      type: (text) => {
        this.#type(context, scale.last, text);
      },
      close: () => {
        this.#isOpen = false;
        this.#host.requestUpdate();
        this.#host.renderRoot.querySelector<HTMLElement>('.show-day')?.focus();
      },
    });
  }

  #type({ tell }: PanelContext, last: Day, text: string): void {
    if (text === '' || !isPartialDate(text)) {
      tell(dayMessages.notADay(text));
      this.#host.requestUpdate();
    } else this.#go(text === dateOf(last) ? '' : text);
  }

  #go(at: PartialDate): void {
    this.#hand = undefined;
    this.#actions.set({ at });
    this.#host.requestUpdate();
  }

  /** Takes a day of a drag: shown with the next frame, of many the last; a large dataset rests between two so that the hand is followed. */
  #hold(at: PartialDate): void {
    this.#hand = { at, over: this.#at };
    this.#moved = performance.now();
    this.#host.requestUpdate();
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#show);
  }

  readonly #show = (): void => {
    this.#frame = 0;
    if (this.#held === undefined) return;
    const now = performance.now();
    if (now < this.#restUntil || (this.#took > SLOW && now - this.#moved < STILL)) {
      this.#frame = requestAnimationFrame(this.#show);
      return;
    }
    const began = performance.now();
    this.#actions.set({ at: this.#held });
    this.#hand = undefined;
    void this.#host.updateComplete.then(() => {
      const took = (this.#took = performance.now() - began);
      this.#restUntil = performance.now() + (took > SWIFT ? REST * took : 0);
    });
  };
}
