import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { isGoalFramework } from '../analysis/goals.js';
import { EVERYTHING, formatFilter, type Filter } from '../analysis/terms.js';
import type { Hit as MarkHit } from '../interact/map-view.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Encoding, Settings, State } from '../state/state.js';
import { PLAIN, type Answers } from './answers.js';
import { AskBox } from './ask-box.js';
import type { Desk } from './desk.js';
import { partsWithout } from './map-settings.js';
import { OnDemand } from './on-demand.js';
import { dayIcon } from './parts/icons.js';
import { switches } from './parts/switches.js';
import { chips } from './parts/chips.js';
import { formatFor, type GoalChoice, type LensDrawn, type PanelContext } from './parts/context.js';
import { detailPanel } from './parts/detail.js';
import { scopeSwitch } from './parts/scope.js';
import { statusLine } from './parts/status.js';
import { dayShown } from '../analysis/day.js';
import { noneVisible } from './parts/waiting.js';
import { firstMessages } from './messages-first.js';
import type { FirstPanels } from './first-panels.js';
import { words, wordsToCome } from './words.js';

/** Widths in CSS px from which the legend and the filters are open before the reader opens them. */
const WIDE_FOR_LEGEND = 800;
const WIDE_FOR_FILTERS = 1200;
/** Height from which the legend leaves room for what it explains. */
const HIGH_FOR_LEGEND = 460;

const NONE: readonly StandardId[] = Object.freeze([]);

/** What the panels need of the element. */
export interface PanelsHost extends ReactiveControllerHost, HTMLElement {
  filter: string;
  readonly color: Encoding;
  readonly group: Encoding;
  readonly selected: string;
  readonly without: string;
  readonly catalogue: Catalogue | undefined;
  readonly renderRoot: DocumentFragment | HTMLElement;
  fit(): void;
}

/** What the panels ask of the element. */
export interface PanelActions {
  readonly choose: (id: string) => void;
  readonly clear: () => void;
  readonly set: (settings: Settings) => void;
  readonly tell: (text: string) => void;
  /** All that stands beside graph, filters and detail. */
  readonly desk: OnDemand<Desk>;
  readonly state: () => State;
}

/** Everything around the drawing, and what of it is open. */
export class Panels implements ReactiveController {
  /** What is typed in the search box. */
  readonly ask: AskBox;
  /** Facets and legend. */
  readonly first: OnDemand<FirstPanels>;
  readonly #host: PanelsHost;
  readonly #actions: PanelActions;
  #filtersOpen: boolean | undefined;
  #legendOpen: boolean | undefined;
  #isDetailOpen = true;
  #hover: MarkHit | null = null;

  constructor(host: PanelsHost, actions: PanelActions) {
    this.#host = host;
    this.#actions = actions;
    this.first = new OnDemand(
      async () => (await import('./first-panels.js')).firstPanels,
      () => {
        host.requestUpdate();
      },
      (error) => {
        actions.tell(firstMessages.partFailed(error instanceof Error ? error.message : String(error)));
      },
    );
    this.ask = new AskBox(host, actions.desk, actions.choose, this.#changeFilter);
    host.addController(this);
  }

  hostConnected(): void {
    this.#hover = null;
  }

  hostUpdated(): void {
    if (this.#hover) this.#desk?.placeTooltip(this.#hover);
  }

  set hover(hit: MarkHit | null) {
    this.#hover = hit;
    this.#host.requestUpdate();
  }

  /** Whether what is selected may have its panel: the page has not forbidden it. */
  get isDetailOpen(): boolean {
    return this.#isDetailOpen;
  }

  set isDetailOpen(open: boolean) {
    this.#isDetailOpen = open;
    this.#host.requestUpdate();
  }

  get #desk(): Desk | undefined {
    return this.#actions.desk.part;
  }

  /** Which standards are shown, as far as what has come can tell. */
  get answers(): Answers {
    return this.#desk?.answers ?? PLAIN;
  }

  /** The catalogue as of the day that is shown; undefined until the dataset is valid. */
  get landscape(): Catalogue | undefined {
    const { catalogue } = this.#host;
    return catalogue && this.answers.landscape(catalogue, this.#actions.state().at);
  }

  /** Ids of the standards that are shown, in dataset order. */
  get visible(): readonly StandardId[] {
    const { landscape } = this;
    return landscape ? this.answers.visible(landscape, this.#read(this.ask.shown)) : NONE;
  }

  #read(filter: string): Filter {
    return this.answers.read(filter) ?? EVERYTHING;
  }

  /** The filter in force; before what can read it has come, the one that is shown. */
  get filter(): Filter {
    return this.#read(this.#desk ? this.#host.filter : this.ask.shown);
  }

  context(catalogue: Catalogue): PanelContext {
    const { opening } = catalogue.dataset;
    const state = this.#actions.state();
    return {
      catalogue: this.answers.landscape(catalogue, state.at),
      messages: words(),
      format: formatFor('en'),
      choose: this.#actions.choose,
      tell: this.#actions.tell,
      goals: this.#goals(state),
      ...this.#desk?.context(catalogue, state),
      selection: {
        filter: () => this.#host.filter,
        name: () => this.#actions.state().name,
        set: this.#actions.set,
        clear: this.#actions.clear,
      },
      changeFilter: this.#changeFilter,
      opening: opening && this.answers.read(opening.filter),
      filterBy: (filter) => {
        this.#filterBy(filter);
      },
    };
  }

  /** The goals that the map is looked at by; others are looked by as soon as the desk is there. */
  #goals({ color, group, rows, columns }: State): GoalChoice {
    return {
      on: [color, rows, columns, group].find(isGoalFramework),
      set: (framework) => {
        this.#actions.desk.use(({ goals }) => {
          goals.set(framework);
        });
      },
    };
  }

  /** Views, lenses and tools; what they open may be still to come. */
  switches(context: PanelContext, shown: ReadonlySet<StandardId>): TemplateResult {
    const { desk, set, state } = this.#actions;
    const { view, highlight } = state();
    const analyst = desk.part?.analyst;
    return switches(context, {
      view,
      highlight,
      tool: analyst?.tool,
      tools: analyst?.tools ?? [],
      counts: analyst?.counts(context.catalogue, shown) ?? {},
      setView: (wanted) => {
        set({ view: wanted });
      },
      toggleLens: (lens) => {
        desk.use((there) => {
          there.analyst.toggleLens(lens);
        });
      },
      toggleTool: (tool) => {
        desk.use((there) => {
          there.analyst.toggleTool(tool, context);
        });
      },
      openTools: (button) => {
        desk.use(() => {
          void this.#host.updateComplete.then(() => {
            button.click();
          });
        });
      },
      skip: () => {
        desk.use((there) => {
          there.analyst.skip();
        });
      },
    });
  }

  /** The button of the day: its name stays, so that no day moves what stands beside it. */
  #dayButton({ catalogue, messages }: PanelContext): TemplateResult {
    const isOpen = this.#desk?.day.isOpen ?? false;
    return html`<button type="button" class="icon show-day" aria-label=${messages.day} title=${messages.day} aria-expanded=${isOpen ? 'true' : 'false'} aria-pressed=${dayShown(catalogue) === '' ? 'false' : 'true'}
      @click=${() => {
        this.#actions.desk.use(({ day }) => {
          day.toggle();
        });
      }}>${dayIcon}</button>`;
  }

  toolbar(context: PanelContext, has: (part: string) => boolean, filter: Filter, switches: unknown): TemplateResult | typeof nothing {
    const { messages, catalogue } = context;
    const open = this.#isFiltersOpen();
    return html`<div class="toolbar" part="toolbar" role="toolbar" aria-label=${messages.filters}>
      ${has('search') ? this.ask.view(context) : nothing}
      ${scopeSwitch(context, filter, () => {
        this.#host.fit();
      })}
      ${
        has('filters')
          ? html`<button type="button" aria-expanded=${open ? 'true' : 'false'} aria-pressed=${open ? 'true' : 'false'} class="show-filters"
        @click=${() => {
          this.#filtersOpen = !open;
          this.first.prepare();
          this.#host.requestUpdate();
        }}>${messages.showFilters}</button>`
          : nothing
      }
      ${this.#dayButton(context)}
      ${switches}
      <slot name="toolbar"></slot>
    </div>
    ${chips(context, filter, this.answers.issues(catalogue, this.#host.filter))}`;
  }

  /** The banner of a past day, and the slider where it is open. */
  day(context: PanelContext, hasControls: boolean): unknown {
    return this.#desk?.day.strip(context, hasControls) ?? nothing;
  }

  /** What stands on the surface when nothing is shown: of a day before the first text, that. */
  none(context: PanelContext): TemplateResult {
    const showAll = (): void => {
      this.#filterBy('');
    };
    return this.#desk?.day.none(context, showAll) ?? noneVisible(context.messages, showAll);
  }

  /** The facets; thousands of boxes at the size of whole catalogues, so they are looked at again only when their counts are others. */
  filters(context: PanelContext, filter: Filter): unknown {
    const first = this.first.part;
    if (!first || !this.#isFiltersOpen()) return nothing;
    const goals = this.#desk?.goals;
    const counted = (this.#desk?.answers.facets ?? first.plainFacets)(context.catalogue, filter, goals?.facets ?? []);
    return guard([context.catalogue, counted, goals?.on, context.further], () =>
      first.filters(
        context,
        counted,
        (field, value) => {
          this.#changeFilter((inForce) => first.toggle(inForce, field, value));
        },
        () => {
          this.#filtersOpen = false;
          this.#host.requestUpdate();
        },
        goals?.on,
      ),
    );
  }

  /**
   * @param lens what is drawn, with candidates and gaps
   * @param indirect links by way of what is filtered out
   */
  legend(context: PanelContext, visible: ReadonlySet<StandardId>, lens: LensDrawn, indirect: number): TemplateResult {
    const isOpen = this.#isLegendOpen();
    const { color, group } = this.#host;
    const body = this.first.part?.legend(context, { color, group, set: this.#actions.set, visible, lens, indirect });
    return html`<details class="legend" part="legend" ?open=${isOpen}
      @toggle=${(event: Event) => {
        if (!(event.currentTarget instanceof HTMLDetailsElement)) return;
        this.#legendOpen = event.currentTarget.open;
        if (this.#legendOpen) this.first.prepare();
      }}>
    <summary>${context.messages.legend}</summary>${body}</details>`;
  }

  detail(context: PanelContext, ids: readonly string[], visible: ReadonlySet<string>): TemplateResult | typeof nothing {
    return ids.length > 0 ? detailPanel(context, ids, visible, this.#actions.clear) : nothing;
  }

  status(context: PanelContext, shown: number, beyond: number): TemplateResult {
    return statusLine(context, shown, beyond);
  }

  tooltip(context: PanelContext): TemplateResult | typeof nothing {
    return (this.#hover && context.further?.tooltip(context, this.#hover)) ?? nothing;
  }

  /** A dataset is on its way: words are fetched beside it, and facets and legend where they may stand open. */
  prepare(): void {
    // What goes wrong is told when they are waited for
    wordsToCome()?.catch(() => undefined);
    if (this.#host.clientWidth >= WIDE_FOR_LEGEND) this.first.ask().catch(() => undefined);
  }

  /** What has to come before a first picture stands as it stays: words, facets and legend that are open; undefined where nothing has. */
  get toCome(): Promise<unknown> | undefined {
    const has = partsWithout(this.#host.without);
    const isOpen = (has('legend') && this.#isLegendOpen()) || (has('filters') && has('toolbar') && this.#isFiltersOpen());
    const [words, first] = [wordsToCome(), isOpen && !this.first.part ? this.first.ask() : undefined];
    return words || first ? Promise.all([words, first]) : undefined;
  }

  #isLegendOpen(): boolean {
    this.#legendOpen ??= this.#host.clientWidth >= WIDE_FOR_LEGEND && this.#host.clientHeight >= HIGH_FOR_LEGEND;
    return this.#legendOpen;
  }

  #isFiltersOpen(): boolean {
    this.#filtersOpen ??= this.#host.clientWidth >= WIDE_FOR_FILTERS;
    return this.#filtersOpen;
  }

  readonly #changeFilter = (change: (inForce: Filter) => Filter): void => {
    const filter = this.answers.read(this.#host.filter);
    if (filter) this.#filterBy(formatFilter(change(filter)));
    else
      this.#actions.desk.use(() => {
        this.#changeFilter(change);
      });
  };

  #filterBy(filter: string): void {
    this.#host.filter = filter;
  }
}
