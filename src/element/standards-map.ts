import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { Axis } from '../analysis/cell.js';
import { parseFilter } from '../analysis/filter.js';
import { visible, visibleSet } from '../analysis/visible.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { plain } from '../state/settings.js';
import type { Encoding, State, View } from '../state/state.js';
import { adoptInto } from './adopted-styles.js';
import { ChoiceController } from './choice-controller.js';
import { chosen } from './chosen.js';
import { CustomStates } from './custom-states.js';
import { DatasetController, type DatasetState } from './dataset-controller.js';
import { deferred } from './deferred.js';
import { DrawingController } from './drawing-controller.js';
import { StandardsErrorEvent, StandardsFilterEvent, StandardsHoverEvent, StandardsLoadEvent, StandardsSelectEvent } from './events.js';
import { en } from './messages.js';
import { paletteStyles } from './palette-styles.js';
import { Panels } from './panels.js';
import { arranged } from './parts/arranged.js';
import { controls } from './parts/controls.js';
import { noneVisible, waiting } from './parts/waiting.js';
import { frameStyles, panelStyles } from './styles.js';

const NONE: readonly StandardId[] = Object.freeze([]);
/** A text property as it can be used: pages set what they like, and a removed attribute makes it null. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '');

/**
 * The standards landscape of a dataset as a force-directed graph with search, filters, legend and details.
 *
 * @tag standards-map
 * @slot - Fallback, shown until the map is ready and when it fails.
 * @slot toolbar - Further controls beside the search box.
 * @slot detail - Replaces the content of the detail panel.
 * @slot empty - Shown when no standard passes the filter.
 * @event {StandardsLoadEvent} standards-load - A dataset is valid and about to be drawn.
 * @event {StandardsErrorEvent} standards-error - The dataset could not be fetched or is not valid.
 * @event {StandardsSelectEvent} standards-select - The selection has changed; preventDefault keeps the panel closed.
 * @event {StandardsFilterEvent} standards-filter - Another set of standards passes the filter.
 * @event {StandardsHoverEvent} standards-hover - The pointer rests on another record, or on none.
 * @csspart toolbar - Search box, extent and filter button.
 * @csspart search - The search box with its suggestions.
 * @csspart filters - The facets.
 * @csspart surface - The drawing.
 * @csspart legend - Shapes and colours explained.
 * @csspart detail - What the dataset says of the selection.
 * @csspart tooltip - Title and status of the record under the pointer.
 * @csspart status - How many of how many, and how old each source is.
 * @cssstate loading - A dataset is fetched or laid out.
 * @cssstate ready - The map stands.
 * @cssstate error - There is no dataset to show.
 * @cssstate empty - No standard passes the filter.
 * @cssstate filtered - Not every standard passes the filter.
 * @cssprop --sm-background - Background of the drawing.
 * @cssprop --sm-foreground - Text and outlines.
 * @cssprop --sm-muted - Less important text.
 * @cssprop --sm-font - Font family.
 * @cssprop [--sm-label-size=12px] - Height of labels in the drawing.
 * @cssprop --sm-link - Links.
 * @cssprop --sm-overlap - Overlap candidates.
 * @cssprop --sm-gap - Topics with gaps.
 * @cssprop --sm-selection - What is selected.
 * @cssprop --sm-focus - Focus rings.
 * @cssprop --sm-sdo-1 - First of eight hues, to --sm-sdo-8.
 * @cssprop [--sm-aspect-ratio=16 / 10] - Width to height where the page sets no height.
 */
export class StandardsMap extends LitElement {
  static override styles = [paletteStyles, frameStyles, panelStyles];

  /** Address of the dataset, relative to the page. Default `""`: none. */
  @property() src = '';
  /** The dataset itself; wins over `src` and is validated the same way. Default null. */
  @property({ attribute: false }) data: object | null = null;
  /** `lazy` fetches when the element comes near the viewport, `eager` at once. Default `lazy`. */
  @property() loading: 'lazy' | 'eager' = 'lazy';
  /** `auto` follows the reader's system, `none` moves the camera without animation. Default `auto`. */
  @property() motion: 'auto' | 'none' = 'auto';
  /** Seed of the layout: same data and seed, same picture. Integer; default 1. */
  @property({ converter: (value) => (value === null ? 1 : Number(value)) }) seed = 1;
  /** Accessible name; default the title of the dataset. */
  @property() label = '';
  /** Parts to leave out: any of `search filters legend detail toolbar`. Default `""`. */
  @property() without = '';

  @query('.surface') private readonly surface!: HTMLElement | null;
  @query('.probe') private readonly probe!: HTMLElement | null;
  @query('.reader') private readonly reader!: HTMLElement | null;

  /** True from when the page or the address asks for a grouping and a camera at once until both are there. */
  #isCameraGiven = false;
  #ready = deferred();
  #told: readonly StandardId[] | undefined;
  #failure: Extract<DatasetState, { phase: 'failed' }> | undefined;
  #drawn: { readonly of: readonly StandardId[]; readonly selected: readonly string[]; readonly set: ReadonlySet<StandardId> } | undefined;
  readonly #states = new CustomStates(this.attachInternals());
  readonly #dataset = new DatasetController(this, (state) => {
    this.#onDataset(state);
  });
  readonly #drawing = new DrawingController(this, {
    onHover: (hit) => {
      this.#panels.hover = hit;
      this.dispatchEvent(new StandardsHoverEvent(hit && hit.target.kind !== 'candidate' ? hit.target.id : null));
    },
    onSelect: (id, add) => {
      this.#choose(id, { add });
    },
    onSelectPair: (a, b) => {
      this.#choice.select([a, b]);
    },
    onCamera: () => {
      this.#onCamera();
    },
    onPaint: () => {
      this.#onPaint();
    },
    onFailure: (error) => {
      this.#onLayoutFailure(error);
    },
  });
  readonly #panels = new Panels(this, {
    choose: (id) => {
      this.#choose(id, { reveal: true });
    },
    clear: () => {
      this.#choose(null);
    },
    setColor: (color) => {
      this.color = color;
    },
    setGroup: (group) => {
      this.group = group;
    },
  });
  // After the other controllers: what the address says comes last.
  readonly #choice = new ChoiceController(this, {
    onSelect: (ids) => {
      this.#panels.detailOpen = this.dispatchEvent(new StandardsSelectEvent(ids));
    },
    onSettings: ({ group, camera }, before) => {
      if (group !== undefined && group !== before.group) this.#isCameraGiven = camera != null;
      if (camera) this.#drawing.view?.setCamera(camera, { animate: false });
      // The view keeps a camera near what there is to see; the state says where it is.
      if (camera) this.#onCamera();
    },
  });

  /** Filter expression: `sdo:iso,itu-t topic:digital-twin year:2020.. "free words"`. Default: what the dataset opens with, else `""`. */
  @chosen('filter') filter!: string;
  /** Presentation of the standards: graph, matrix. Default `graph`, which also stands in for a presentation that is not there yet. */
  @chosen('view') view!: View;
  /** Lenses: any of `gaps overlaps`. Default `""`. */
  @chosen('highlight') highlight!: string;
  /** What the colours of standards say: sdo, committee, topic, status, role. Default `sdo`. */
  @chosen('color') color!: Encoding;
  /** What the territories of the map stand for: sdo, committee, topic, status, role; standards of one stand together. Default `sdo`. */
  @chosen('group') group!: Encoding;
  /** What the rows of the matrix stand for: domain, capability, topic, role, sdo. Default `domain`. */
  @chosen('rows') rows!: Axis;
  /** What the columns of the matrix stand for: domain, capability, topic, role, sdo. Default `capability`. */
  @chosen('columns') columns!: Axis;

  /** Ids of the selected standards, or of a committee, topic or SDO, between commas; a list of ids can be set too. Default `""`. */
  @property({ reflect: true })
  get selected(): string {
    return this.#choice.state.selected.join(', ');
  }
  set selected(selected: string | readonly string[] | null) {
    // An id may have a comma of its own: `JCA-IoT, DT and SSC&C`.
    const isOne = typeof selected === 'string' && this.#drawing.refs(selected).length > 0;
    const ids: unknown = typeof selected === 'string' ? (isOne ? [selected] : selected.split(',')) : (selected ?? []);
    const trimmed = Array.isArray(ids)
      ? ids.map((id: unknown) => (typeof id === 'string' ? id.trim() : id)).filter((id) => id !== '')
      : ids;
    this.#choice.set({ selected: trimmed });
  }

  /** Resolves when the dataset asked for stands on the surface for the first time. */
  get ready(): Promise<void> {
    return this.#ready.promise;
  }
  /** Lookups over the dataset; undefined until it is valid. */
  get catalogue(): Catalogue | undefined {
    return this.#dataset.state.phase === 'ready' ? this.#dataset.state.catalogue : undefined;
  }
  /** Ids of the standards that pass the filter, in dataset order. */
  get visible(): readonly StandardId[] {
    return this.catalogue ? visible(this.catalogue, this.filter) : NONE;
  }
  /** What is wrong with the dataset: errors when it could not be shown, else warnings. */
  get issues(): readonly Issue[] {
    const state = this.#failure ?? this.#dataset.state;
    if (state.phase === 'failed') return state.issues;
    return state.phase === 'ready' ? state.warnings : [];
  }
  /** Everything the reader chose, as a plain object that survives JSON; `restore` reads it back. */
  get state(): State {
    return plain(this.#choice.state);
  }

  /** Takes over a state, or parts of one; parts that cannot be used are left as they are. */
  restore(state: unknown): void {
    this.#choice.set(state);
  }

  /** Moves the camera so that these standards, committees, topics or SDOs fill the surface; without ids, everything shown. */
  fit(ids?: readonly string[]): void {
    void this.updateComplete.then(() => {
      this.#drawing.view?.fit(ids?.flatMap((id) => this.#drawing.refs(id)));
    });
  }

  /**
   * The map as the reader sees it now, as an SVG with real text: a file of its own, without scripts or addresses.
   *
   * A map that is not displayed gives all of its drawing at 1280 × 800 px.
   *
   * @throws Error before `ready`, and while there is no dataset to show
   */
  toSVG(): string {
    return this.#drawing.svg(textOf(this.label));
  }

  /**
   * Arranges anew what the filter leaves, near where it stands; a filter that changes later moves nothing.
   *
   * @returns when the marks have their new places, from where they start to move; at once where there is no picture, or another wish comes in between
   * @throws Error when no places could be found; what stood stays
   */
  async rearrange(): Promise<void> {
    const setback = await this.#drawing.rearrange();
    if (setback) throw setback.error;
  }

  /** Takes `rearrange` back: everything goes to the places that its group gave it. */
  resetArrangement(): void {
    this.#drawing.arrangement.reset();
  }

  /** Reads the dataset again. */
  reload(): void {
    this.#dataset.reload();
  }

  /** In another document: style sheets made for one are dropped by the next. */
  adoptedCallback(): void {
    if (this.shadowRoot) adoptInto(this.shadowRoot, StandardsMap.elementStyles);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('seed') && this.catalogue) this.#place(this.catalogue);
    this.#drawing.arrangement.group(this.group);
  }

  protected override updated(): void {
    const { catalogue } = this;
    if (this.surface && this.probe && this.reader)
      this.#drawing.attach(this.surface, this.probe, this.reader, matchMedia('(prefers-reduced-motion: reduce)'), this.motion === 'none');
    const shown = this.visible;
    this.#drawing.keepClear([...(this.shadowRoot?.querySelectorAll('.legend[open], .detail') ?? [])]);
    const { color, selected } = this.#choice.state;
    const isMoved = catalogue && this.#drawing.draw({ visible: this.#drawnSet(shown), color, selected });
    if (isMoved && !this.#isCameraGiven) this.#drawing.follow(selected);
    if (isMoved) this.#isCameraGiven = false;
    this.#states.set('loading', this.#isWaiting());
    this.#states.renew();
    this.#states.set('error', this.#failed() !== undefined);
    this.#states.set('empty', catalogue !== undefined && shown.length === 0);
    this.#states.set('filtered', catalogue !== undefined && shown.length < catalogue.standards.length);
    if (catalogue && this.#told !== shown) {
      this.#told = shown;
      this.dispatchEvent(new StandardsFilterEvent(this.filter, shown.length));
    }
  }

  protected override render(): TemplateResult {
    const { catalogue } = this;
    const context = catalogue && !this.#failed() ? this.#panels.context(catalogue) : undefined;
    const left = new Set(words(textOf(this.without)));
    const has = (part: string): boolean => !left.has(part);
    const filter = parseFilter(this.filter).filter;
    const shown = visibleSet(this.visible);
    return html`<div class="frame">
      ${context && has('toolbar') ? this.#panels.toolbar(context, has, filter) : nothing}
      <div class="middle">
        ${context && has('filters') && has('toolbar') ? this.#panels.filters(context, filter) : nothing}
        <div class="stage">
          <div class="surface" part="surface" tabindex="0" role="group" aria-label=${textOf(this.label) || (catalogue?.dataset.title ?? '')} aria-describedby="help"
            ?hidden=${!context} @keydown=${(event: KeyboardEvent) => {
              if (event.key === 'Escape') this.#choose(null);
            }}></div>
          <span class="probe" aria-hidden="true"><span class="reader"></span></span><span id="help" class="hidden">${en.surfaceHelp}</span>
          ${context ? [arranged(context, this.#drawing.arrangement), controls(this.#drawing)] : nothing}
          ${context && has('legend') ? this.#panels.legend(context, shown) : nothing}
          ${context ? this.#panels.tooltip(context) : nothing}
          ${context && has('detail') ? this.#panels.detail(context, this.#choice.state.selected, shown) : nothing}
          ${
            context && shown.size === 0
              ? noneVisible(en, () => {
                  this.filter = '';
                })
              : nothing
          }
          ${
            context && this.#drawing.placed
              ? nothing
              : waiting(en, this.#failed(), this.#isWaiting() ? (catalogue ? en.arranging : en.loading) : undefined, this.#retry())
          }
        </div>
      </div>
      ${context ? this.#panels.status(context, shown.size, this.#choice.state.selected.filter((id) => catalogue?.standard(id) && !shown.has(id)).length) : nothing}
    </div>`;
  }

  #failed(): Extract<DatasetState, { phase: 'failed' }> | undefined {
    return this.#failure ?? (this.#dataset.state.phase === 'failed' ? this.#dataset.state : undefined);
  }

  /** Tries again what may well go better: a fetch, or a layout. */
  #retry(): (() => void) | undefined {
    if (this.#failure)
      return () => {
        this.#failure = undefined;
        this.#drawing.arrangement.retry();
      };
    return this.#failed()?.kind === 'network'
      ? () => {
          this.reload();
        }
      : undefined;
  }

  #isWaiting(): boolean {
    const { phase } = this.#dataset.state;
    return phase === 'loading' || (phase === 'ready' && !this.#failure && !this.#drawing.placed);
  }

  /** The set that is drawn: what passes the filter, and what is selected beyond it. */
  #drawnSet(shown: readonly StandardId[]): ReadonlySet<StandardId> {
    const { selected } = this.#choice.state;
    if (this.#drawn?.of !== shown || this.#drawn.selected !== selected) {
      const set = visibleSet(shown);
      const beyond = selected.filter((id) => this.catalogue?.standard(id) && !set.has(id));
      this.#drawn = { of: shown, selected, set: beyond.length > 0 ? new Set([...shown, ...beyond]) : set };
    }
    return this.#drawn.set;
  }

  #onDataset(state: DatasetState): void {
    this.#failure = undefined;
    this.#states.set('ready', false);
    this.#told = undefined;
    this.#drawing.clear();
    if (state.phase === 'failed') this.dispatchEvent(new StandardsErrorEvent(state.kind, state.issues));
    if (state.phase !== 'ready') return;
    this.#choice.open(state.catalogue.dataset.opening?.filter);
    this.dispatchEvent(new StandardsLoadEvent(state.catalogue));
    this.#place(state.catalogue);
  }

  #place(catalogue: Catalogue): void {
    this.#failure = undefined;
    this.#states.set('ready', false);
    this.#drawing.place(catalogue, this.seed, this.group);
    this.requestUpdate();
  }

  #onLayoutFailure(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#failure = { phase: 'failed', kind: 'schema', issues: [{ code: 'range', severity: 'error', pointer: '', message }], total: 1 };
    this.dispatchEvent(new StandardsErrorEvent(this.#failure.kind, this.#failure.issues));
    this.requestUpdate();
  }

  #onPaint(): void {
    if (this.#states.has('ready')) return;
    const { camera } = this.#choice.state;
    if (camera) this.#drawing.view?.setCamera(camera, { animate: false });
    this.#states.set('ready', true);
    this.#ready.resolve();
    this.#panels.warmUp();
  }

  #onCamera(): void {
    const camera = this.#drawing.view?.camera;
    if (camera && this.#states.has('ready')) this.#choice.moveCamera(camera);
  }

  /** The reader chose a record, or none. */
  #choose(id: string | null, { add = false, reveal = false } = {}): void {
    this.#choice.select(id === null ? [] : add ? [...this.#choice.state.selected.filter((other) => other !== id), id] : [id]);
    const [node] = id === null ? [] : this.#drawing.refs(id);
    // What was clicked is in view already, but the panel may come to lie on it.
    if (node)
      void this.updateComplete.then(() => {
        this.#drawing.view?.reveal(node, { near: reveal });
      });
  }
}
