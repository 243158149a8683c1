import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { StandardId } from '../model/dataset.js';
import type { Settings, View } from '../state/state.js';
import type { Choices } from './choices.js';
import type { Desk } from './desk.js';
import { StandardsViewEvent } from './events.js';
import { words } from './words.js';
import { Notices } from './notices.js';
import type { OnDemand } from './on-demand.js';
import type { PanelContext } from './parts/context.js';
import type { PresentationHost } from './presentation.js';
import type { Presented } from './presentations.js';
import { SHOWN_VIEWS } from './shown-views.js';

/** What stands on the stage instead of the drawing or over it: other presentations, and notices. */
export class Stage implements ReactiveController {
  readonly #host: PresentationHost;
  #view: View | undefined;
  readonly notices: Notices;
  /** What the reader chose, at any time. */
  readonly choices: () => Choices;

  constructor(host: PresentationHost, choices: () => Choices) {
    this.#host = host;
    this.choices = choices;
    host.addController(this);
    this.notices = new Notices(host);
  }

  /** Tells the page of another presentation; the first one it has asked for itself. */
  hostUpdated(): void {
    const { view } = this.choices().state;
    const isOther = this.#view !== undefined && this.#view !== view;
    this.#view = view;
    if (isOther) this.#host.dispatchEvent(new StandardsViewEvent(view));
  }

  /** Changes parts of what the reader chose. */
  readonly set = (settings: Settings): void => {
    this.choices().take(settings);
  };

  /** Tells the reader a sentence, until it is closed. */
  readonly tell = (text: string): void => {
    this.notices.tell(text);
  };

  /** Whether something else stands in the place of the drawing. */
  get isCovered(): boolean {
    const { view } = this.choices().state;
    return view !== 'graph' && SHOWN_VIEWS.includes(view);
  }

  /** What stands in the place of the drawing; nothing where the drawing is shown. */
  instead(context: PanelContext, shown: ReadonlySet<StandardId>, desk: OnDemand<Desk>): TemplateResult | typeof nothing {
    return this.isCovered ? this.#loaded(this.choices().state.view, context, shown, desk) : nothing;
  }

  /** What lies over everything: the comparison, what the reader is told, and what tools laid there. */
  over(context: PanelContext, shown: ReadonlySet<StandardId>, desk: OnDemand<Desk>): unknown {
    const { panel } = this.choices().state;
    return [panel === 'compare' ? this.#loaded(panel, context, shown, desk) : nothing, this.notices.render(), desk.part?.over() ?? nothing];
  }

  #loaded(name: Presented, context: PanelContext, shown: ReadonlySet<StandardId>, desk: OnDemand<Desk>): TemplateResult | typeof nothing {
    return desk.part?.presented(name, context, shown) ?? html`<p class="message" role="status">${words().loadingView}</p>`;
  }
}
