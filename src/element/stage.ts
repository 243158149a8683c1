import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { StandardId } from '../model/dataset.js';
import type { Settings, State, View } from '../state/state.js';
import type { OwnDataset } from './dataset-controller.js';
import type { Analyst } from './analyst.js';
import { StandardsViewEvent } from './events.js';
import { Exporter, type ExportSource } from './exporter.js';
import { LinkProblems } from './link-problems.js';
import { en } from './messages.js';
import { Notices } from './notices.js';
import type { PanelContext } from './parts/context.js';
import type { PresentationHost } from './presentation.js';
import { Presentations, SHOWN_VIEWS } from './presentations.js';
import { workbenchTools, type WorkbenchHost, type WorkbenchTools } from './workbench.js';

/** What the reader chose, and how it changes. */
export interface Choices {
  readonly state: State;
  /** What goes without saying in the address. */
  readonly defaults: State;
  take(settings: Settings): void;
  select(ids: readonly StandardId[]): void;
}

/** What stands on the stage instead of the drawing or over it: other presentations, notices, and the tools beside them. */
export class Stage implements ReactiveController {
  readonly #host: PresentationHost;
  #view: View | undefined;
  readonly notices: Notices;
  readonly presentations: Presentations;
  readonly exporter: Exporter;
  readonly tools: WorkbenchTools;
  /** What the reader chose, at any time. */
  readonly choices: () => Choices;
  /** What of links cannot be used. */
  readonly link: LinkProblems;

  /** @param surface what is drawn @param candidates those that are known; both are asked when they are needed */
  constructor(
    host: PresentationHost & WorkbenchHost,
    choices: () => Choices,
    surface: ExportSource['surface'],
    candidates: ExportSource['candidates'],
    datasets: OwnDataset,
  ) {
    this.#host = host;
    this.choices = choices;
    host.addController(this);
    this.notices = new Notices(host);
    this.link = new LinkProblems(host, this.notices);
    this.presentations = new Presentations(host, this.tell);
    this.exporter = new Exporter(host, {
      surface,
      candidates,
      state: () => choices().state,
      defaults: () => choices().defaults,
      presentations: this.presentations,
    });
    this.tools = workbenchTools(host, {
      state: () => choices().state,
      defaults: () => choices().defaults,
      set: this.set,
      tell: this.tell,
      presentations: this.presentations,
      exporter: this.exporter,
      datasets,
    });
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
  instead(context: PanelContext, shown: ReadonlySet<StandardId>, analyst: Analyst): TemplateResult | typeof nothing {
    if (!this.isCovered) return nothing;
    const { view } = this.choices().state;
    return view === 'matrix' ? analyst.matrix(context, shown) : this.#loaded(view, context, shown, analyst);
  }

  /** What lies over everything: the comparison, what the reader is told, and what tools lay there. */
  over(context: PanelContext, shown: ReadonlySet<StandardId>, analyst: Analyst): unknown {
    const { panel } = this.choices().state;
    return [
      panel === 'compare' ? this.#loaded(panel, context, shown, analyst) : nothing,
      this.notices.render(),
      Object.values(this.tools).map((tool) => tool.over?.() ?? nothing),
    ];
  }

  #loaded(name: View | 'compare', context: PanelContext, shown: ReadonlySet<StandardId>, analyst: Analyst): TemplateResult {
    const { state } = this.choices();
    const select = (ids: readonly StandardId[]): void => {
      this.choices().select(ids);
    };
    const data = { state, shown, candidates: analyst.candidates(context.catalogue), findings: analyst.findings };
    return (
      this.presentations.get(name)?.view(context, data, { set: this.set, select }) ??
      html`<p class="message" role="status">${en.loadingView}</p>`
    );
  }
}
