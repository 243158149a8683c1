import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Axis } from '../analysis/cell.js';
import { facets, toggle } from '../analysis/facets.js';
import { checkFilter, parseFilter } from '../analysis/filter.js';
import { formatFilter, type Filter, type FilterIssue } from '../analysis/terms.js';
import { wordIndexSteps } from '../analysis/word-index.js';
import type { Hit as MarkHit } from '../interact/map-view.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { legendOf } from '../scene/classes.js';
import { lensCounts, type LensCounts } from '../scene/lens-counts.js';
import type { LegendEntry } from '../scene/scene.js';
import type { Encoding, Settings } from '../state/state.js';
import { Ask } from './ask-controller.js';
import type { Drawn } from './drawing-controller.js';
import { GoalLens } from './goal-lens.js';
import { whileIdle } from './idle.js';
import { en } from './messages.js';
import { stateOf } from './chosen.js';
import { sinceView } from './since-view.js';
import { chips } from './parts/chips.js';
import { formatFor, type ByHand, type PanelContext } from './parts/context.js';
import { detailPanel } from './parts/detail.js';
import { filtersPanel } from './parts/filters.js';
import { legend } from './parts/legend.js';
import { searchBox } from './parts/search.js';
import { scopeSwitch } from './parts/scope.js';
import type { StandardPairs } from './parts/standard-pairs.js';
import { statusLine } from './parts/status.js';
import { placeTooltip, tooltip } from './parts/tooltip.js';
import { landscapeAt } from './landscape-day.js';
import { standingSteps } from '../analysis/standing.js';
import { countThere, dayShown } from '../analysis/day.js';
import { DayController } from './at-controller.js';
import { noneThen, nothingThere } from './parts/at-none.js';
import { noneVisible } from './parts/waiting.js';

/** Widths in CSS px from which the legend and the filters are open before the reader opens them. */
const WIDE_FOR_LEGEND = 800;
const WIDE_FOR_FILTERS = 1200;
/** Height from which the legend leaves room for what it explains. */
const HIGH_FOR_LEGEND = 460;

/** What the panels need of the element. */
export interface PanelsHost extends ReactiveControllerHost, HTMLElement {
  filter: string;
  readonly color: Encoding;
  readonly group: Encoding;
  readonly rows: Axis;
  readonly columns: Axis;
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
  readonly byHand: ByHand;
}

/** Everything around the drawing, and what of it is open. */
export class Panels implements ReactiveController {
  /** What is typed in the search box. */
  readonly ask: Ask;
  readonly #host: PanelsHost;
  readonly #actions: PanelActions;
  readonly #goals: GoalLens;
  readonly #day: DayController;
  #filtersOpen: boolean | undefined;
  #legendOpen: boolean | undefined;
  #isDetailOpen = true;
  #hover: MarkHit | null = null;
  /** What the lenses show of a set of standards, in numbers. */
  #lens: (Pick<Drawn, 'visible' | 'candidates' | 'gaps' | 'changes'> & { readonly counts: LensCounts }) | undefined;
  /** The legend of a set of standards: a new catalogue or filter is a new set. */
  #counted: { readonly visible: ReadonlySet<StandardId>; readonly color: Encoding; readonly entries: readonly LegendEntry[] } | undefined;

  constructor(host: PanelsHost, actions: PanelActions) {
    this.#host = host;
    this.#actions = actions;
    this.#goals = new GoalLens(host, actions.set, actions.tell);
    this.#day = new DayController(host, actions);
    this.ask = new Ask(host, actions.choose);
    host.addController(this);
  }

  hostConnected(): void {
    this.#hover = null;
  }

  hostUpdated(): void {
    const shown = this.#hover && this.#host.shadowRoot?.querySelector<HTMLElement>('.tooltip');
    if (this.#hover && shown?.parentElement) placeTooltip(shown, this.#hover, shown.parentElement);
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

  /** Makes the index of words while the reader looks at the first picture: 2,208 standards take some 0.4 s, 132,126 a second or two. */
  warmUp(): void {
    const { catalogue } = this.#host;
    if (!catalogue) return;
    const isWanted = (): boolean => this.#host.isConnected && this.#host.catalogue === catalogue;
    whileIdle(wordIndexSteps(catalogue), isWanted, () => {
      this.ask.refresh();
      whileIdle(standingSteps(catalogue), isWanted, () => undefined);
    });
  }

  context(catalogue: Catalogue): PanelContext {
    const state = stateOf(this.#host);
    return {
      catalogue: landscapeAt(catalogue, stateOf(this.#host)?.at ?? ''),
      messages: en,
      format: formatFor('en'),
      choose: this.#actions.choose,
      tell: this.#actions.tell,
      byHand: this.#actions.byHand,
      changes: state && sinceView(catalogue, state),
      selection: {
        filter: () => this.#host.filter,
        name: () => stateOf(this.#host)?.name ?? '',
        set: this.#actions.set,
        clear: this.#actions.clear,
      },
      filterBy: (filter) => {
        this.#filterBy(filter);
      },
    };
  }

  toolbar(context: PanelContext, has: (part: string) => boolean, filter: Filter, switches: unknown): TemplateResult | typeof nothing {
    const { messages, catalogue } = context;
    const open = this.#isFiltersOpen();
    return html`<div class="toolbar" part="toolbar" role="toolbar" aria-label=${messages.filters}>
      ${has('search') ? this.#searchBox(context) : nothing}
      ${scopeSwitch(context, filter, () => {
        this.#host.fit();
      })}
      ${
        has('filters')
          ? html`<button type="button" aria-expanded=${open ? 'true' : 'false'} aria-pressed=${open ? 'true' : 'false'} class="show-filters"
        @click=${() => {
          this.#filtersOpen = !open;
          this.#host.requestUpdate();
        }}>${messages.showFilters}</button>`
          : nothing
      }
      ${this.#day.button(context)}
      ${switches}
      <slot name="toolbar"></slot>
    </div>
    ${chips(context, filter, this.#issues(catalogue, this.#host.filter))}`;
  }

  /** The banner of a past day, and the slider where it is open. */
  day(context: PanelContext, hasControls: boolean): unknown {
    return this.#day.strip(context, hasControls);
  }

  /** What stands on the surface when nothing is shown: of a day before the first text, that. */
  none(context: PanelContext): TemplateResult {
    const { catalogue, messages } = context;
    const latest = (): void => {
      this.#actions.set({ at: '' });
    };
    if (countThere(catalogue) === 0) return nothingThere(context, latest);
    const showAll = (): void => {
      this.#filterBy('');
    };
    return dayShown(catalogue) === '' ? noneVisible(messages, showAll) : noneThen(context, showAll, latest);
  }

  /** The facets; thousands of boxes at the size of whole catalogues, so they are looked at again only when their counts are others. */
  filters(context: PanelContext, filter: Filter): unknown {
    if (!this.#isFiltersOpen()) return nothing;
    const counted = facets(context.catalogue, filter, this.#goals.facets);
    return guard([context.catalogue, counted, this.#goals.on], () =>
      filtersPanel(
        context,
        counted,
        (field, value) => {
          this.#filterBy(formatFilter(toggle(filter, field, value)));
        },
        () => {
          this.#filtersOpen = false;
          this.#host.requestUpdate();
        },
        this.#goals,
      ),
    );
  }

  /**
   * @param lens what is drawn, with candidates and gaps
   * @param indirect links by way of what is filtered out
   */
  legend(
    context: PanelContext,
    visible: ReadonlySet<StandardId>,
    lens: Pick<Drawn, 'visible' | 'candidates' | 'gaps' | 'changes'>,
    indirect: number,
  ): TemplateResult {
    this.#legendOpen ??= this.#host.clientWidth >= WIDE_FOR_LEGEND && this.#host.clientHeight >= HIGH_FOR_LEGEND;
    const { color, group } = this.#host;
    const setColor = (wanted: Encoding): void => {
      this.#actions.set({ color: wanted });
    };
    const setGroup = (wanted: Encoding): void => {
      this.#actions.set({ group: wanted });
    };
    if (this.#counted?.visible !== visible || this.#counted.color !== color)
      this.#counted = { visible, color, entries: legendOf(context.catalogue, color, visible) };
    const { entries } = this.#counted;
    const { candidates, gaps, changes } = lens;
    const last = this.#lens;
    if (!candidates && !gaps && !changes) this.#lens = undefined;
    else if (last?.visible !== lens.visible || last.candidates !== candidates || last.gaps !== gaps || last.changes !== changes)
      this.#lens = { ...lens, counts: lensCounts(context.catalogue, lens) };
    const setOpen = (open: boolean): void => {
      this.#legendOpen = open;
    };
    return legend(
      context,
      entries,
      { color, setColor, group, setGroup, goals: this.#goals },
      this.#legendOpen,
      setOpen,
      this.#lens?.counts,
      lens.visible.size - visible.size,
      indirect,
    );
  }

  /** @param pairsOf what is known of the pairs of a standard */
  detail(
    context: PanelContext,
    ids: readonly string[],
    visible: ReadonlySet<string>,
    pairsOf: (id: StandardId) => StandardPairs,
  ): TemplateResult | typeof nothing {
    return ids.length > 0 ? detailPanel(context, ids, visible, this.#actions.clear, pairsOf) : nothing;
  }

  status(context: PanelContext, shown: number, beyond: number): TemplateResult {
    return statusLine(context, shown, beyond);
  }

  tooltip(context: PanelContext): TemplateResult | typeof nothing {
    return this.#hover ? tooltip(context, this.#hover) : nothing;
  }

  #isFiltersOpen(): boolean {
    this.#filtersOpen ??= this.#host.clientWidth >= WIDE_FOR_FILTERS;
    return this.#filtersOpen;
  }

  #issues(catalogue: Catalogue, text: string): readonly FilterIssue[] {
    const parsed = parseFilter(text);
    return [...(parsed.ok ? [] : parsed.issues), ...checkFilter(catalogue, parsed.filter)];
  }

  #filterBy(filter: string): void {
    this.#host.filter = filter;
  }

  #searchBox(context: PanelContext): TemplateResult {
    return searchBox(context, this.ask.state, this.ask.actions(context.catalogue));
  }
}
