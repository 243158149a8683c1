import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { visibleSet } from '../analysis/visible-by.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { plain } from '../state/setting-values.js';
import type { State } from '../state/state.js';
import { adoptInto } from './adopted-styles.js';
import { CameraKeeper } from './camera-keeper.js';
import { ChoiceController } from './choice-controller.js';
import { idsOf, picked } from './chosen.js';
import type { Choices } from './choices.js';
import { CustomStates } from './custom-states.js';
import { DatasetController, type DatasetState } from './dataset-controller.js';
import type { Desk } from './desk.js';
import { awaited, deskOf, isAwaited, isOfDesk } from './desk-door.js';
import { DrawingController, type Drawn } from './drawing-controller.js';
import { DrawnSet } from './drawn-set.js';
import { StandardsErrorEvent, StandardsFilterEvent, StandardsHoverEvent, StandardsLoadEvent, StandardsSelectEvent } from './events.js';
import { handsOf } from './hands-door.js';
import { MapPresenting } from './map-presenting.js';
import { partsWithout, textOf } from './map-settings.js';
import type { OnDemand } from './on-demand.js';
import { paletteStyles } from './palette-styles.js';
import { Panels } from './panels.js';
import { arranged } from './parts/arranged.js';
import type { PanelContext } from './parts/context.js';
import { controls } from './parts/controls.js';
import { surface } from './parts/surface.js';
import { isPrerendered } from './prerendered.js';
import { Progress } from './progress.js';
import { Readiness } from './readiness.js';
import { share } from './sharing.js';
import { Stage } from './stage.js';
import { stepStyles } from './step-styles.js';
import { frameStyles, panelStyles } from './styles.js';
import { switchStyles } from './switch-styles.js';
import { countThere } from '../analysis/day.js';

const NONE: readonly StandardId[] = Object.freeze([]);

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
 * @event {StandardsViewEvent} standards-view - Another presentation is shown.
 * @event {StandardsFindingEvent} standards-finding - The reader has recorded a finding, or imported one.
 * @event {StandardsHoverEvent} standards-hover - The pointer rests on another record, or on none.
 * @event {StandardsPresentEvent} standards-present - Another scene of a story is presented, or none any more.
 * @csspart toolbar - Search box, extent and filter button.
 * @csspart search - The search box with its suggestions.
 * @csspart filters - The facets.
 * @csspart surface - The drawing.
 * @csspart table - The standards as a table.
 * @csspart matrix - The heat map, by topics or by committees.
 * @csspart compare - Two to six standards beside each other.
 * @csspart legend - Shapes and colours explained.
 * @csspart detail - What the dataset says of the selection.
 * @csspart timeline - Editions on an axis of time, in lanes.
 * @csspart tooltip - Title and status of the record under the pointer.
 * @csspart day - Says that a past day is shown, and holds the slider.
 * @csspart status - How many of how many, and how old each source is.
 * @cssstate loading - A dataset is fetched or laid out.
 * @cssstate ready - The map stands.
 * @cssstate error - There is no dataset to show.
 * @cssstate empty - No standard passes the filter.
 * @cssstate filtered - Not every standard passes the filter.
 * @cssstate presenting - A story is presented.
 * @cssstate matrix - The matrix is shown in the place of the drawing.
 * @cssstate table - The table is shown in the place of the drawing.
 * @cssstate timeline - The timeline is shown in the place of the drawing.
 * @cssstate covered - Matrix, timeline or table is shown in the place of the drawing.
 * @cssprop --sm-background - Background of the drawing.
 * @cssprop --sm-foreground - Text and outlines.
 * @cssprop --sm-muted - Less important text.
 * @cssprop --sm-font - Font family.
 * @cssprop [--sm-label-size=12px] - Height of labels in the drawing.
 * @cssprop --sm-link - Links.
 * @cssprop --sm-heat - The strongest shade of the matrix; the weaker ones are mixed with the ground.
 * @cssprop --sm-overlap - Overlap candidates.
 * @cssprop --sm-gap - Topics with gaps.
 * @cssprop --sm-change - What was revised, and the button of the lens for changes.
 * @cssprop --sm-came - What came in or was started.
 * @cssprop --sm-left - What was withdrawn or superseded.
 * @cssprop --sm-selection - What is selected.
 * @cssprop --sm-focus - Focus rings.
 * @cssprop --sm-sdo-1 - Hue of the class with most standards: an SDO, or what `color` says.
 * @cssprop --sm-sdo-2 - Hue of the second class.
 * @cssprop --sm-sdo-3 - Hue of the third class.
 * @cssprop --sm-sdo-4 - Hue of the fourth class.
 * @cssprop --sm-sdo-5 - Hue of the fifth class.
 * @cssprop --sm-sdo-6 - Hue of the sixth class.
 * @cssprop --sm-sdo-7 - Hue of the seventh class.
 * @cssprop --sm-sdo-8 - Hue of the eighth class; neutral by default.
 * @cssprop [--sm-aspect-ratio=16 / 10] - Width to height where the page sets no height.
 */
export class StandardsMap extends MapPresenting {
  static override styles = [paletteStyles, frameStyles, panelStyles, switchStyles, stepStyles];

  #told: readonly StandardId[] | undefined;
  readonly #drawn = new DrawnSet();
  readonly #states = new CustomStates(this.attachInternals());
  readonly #readiness = new Readiness(this.#states, () =>
    Promise.all([this.desk.ask(), this.#panels.first.ask()]).then(() => this.updateComplete),
  );
  readonly #dataset = new DatasetController(this, this.#onDataset.bind(this), (catalogue) =>
    awaited(this.desk, this.#choice, catalogue, this.#panels.toCome),
  );
  readonly #choices = (): Choices => this.#panels.ask.choices(this.#choice);
  readonly #stage: Stage = new Stage(this, this.#choices);
  protected readonly desk: OnDemand<Desk> = deskOf(
    this,
    {
      choices: this.#choices,
      choice: () => this.#choice,
      choosePair: (a, b) => {
        this.#choice.select([a, b]);
        this.fit([a, b]);
      },
      choose: (id) => {
        this.#choose(id, { reveal: true });
      },
      typed: () => this.#panels.ask.typed,
      clear: this.#choose.bind(this, null),
      tell: this.#stage.tell,
      notices: this.#stage.notices,
      set: this.#stage.set,
      detail: (...panel) => this.#panels.detail(...panel),
      datasets: this.#dataset,
      drawing: () => this.#drawing,
      surface: this.#surface.bind(this),
    },
    StandardsMap.styles.length,
  );
  readonly #hands = handsOf(this.desk);
  readonly #drawing = new DrawingController(this, {
    ...this.#hands.callbacks,
    onHover: (hit) => {
      this.#panels.hover = hit;
      this.dispatchEvent(new StandardsHoverEvent(hit && 'id' in hit.target ? hit.target.id : null));
    },
    onSelect: (id, add) => {
      this.#choose(id, { add });
    },
    onCamera: () => {
      this.#camera.moved();
    },
    onPaint: this.#onPaint.bind(this),
    onFailure: this.#onLayoutFailure.bind(this),
  });
  readonly #camera = new CameraKeeper(this, this.#drawing, () => this.#choice);
  readonly #progress = new Progress(
    () => this.#dataset.state,
    () => this.#drawing.placed,
  );
  readonly #panels: Panels = new Panels(this, {
    tell: this.#stage.tell,
    desk: this.desk,
    state: () => this.#choice.state,
    choose: (id) => {
      this.#choose(id, { reveal: true });
    },
    clear: this.#choose.bind(this, null),
    set: this.#stage.set,
  });
  /** What companions share. */
  protected readonly shared = share(this, [this.desk, this.#panels, this.#dataset, this.#progress]);
  // After the other controllers: what the address says comes last.
  readonly #choice = new ChoiceController(this, {
    onSelect: (ids) => {
      this.#panels.isDetailOpen = this.dispatchEvent(new StandardsSelectEvent(ids));
    },
    onSettings: (settings, before) => {
      this.#camera.take(settings, before);
    },
    onLink: (issues, settings) => {
      this.desk.use((desk) => {
        desk.told(issues, settings);
      });
    },
    hasPicture: () => this.#states.has('ready'),
    later: this.desk.use.bind(this.desk),
    completed: (settings) => this.desk.part?.analyst.completed(settings) ?? settings,
  });

  protected readonly presented = { choice: this.#choice, drawing: this.#drawing, states: this.#states, panels: this.#panels };

  /** Ids of the selected standards, or of a committee, topic or SDO, between commas; a list of ids can be set too. Default `""`. */
  @property({ reflect: true })
  get selected(): string {
    return this.#choice.state.selected.join(', ');
  }
  set selected(selected: string | readonly string[] | null) {
    this.#choice.set({ selected: idsOf(selected, (id) => this.#drawing.refs(id).length > 0) });
  }

  /**
   * Resolves when the dataset asked for stands on the surface for the first time, and what answers `coverage`, `gaps`, `overlaps`, `check` and the exports
   * has come. Where that cannot be loaded it rejects with a sentence, while the picture stands; read again, the property has it asked for again.
   */
  get ready(): Promise<void> {
    return this.#readiness.promise;
  }
  /** Lookups over the dataset; undefined until it is valid. */
  get catalogue(): Catalogue | undefined {
    return this.#dataset.state.phase === 'ready' ? this.#dataset.state.catalogue : undefined;
  }
  /** Ids of the standards that were there on the day of `at` and pass the filter, in dataset order. */
  get visible(): readonly StandardId[] {
    return this.#panels.visible;
  }
  /** What is wrong with the dataset: errors when it could not be shown, else warnings. */
  get issues(): readonly Issue[] {
    const { state } = this.#dataset;
    return this.#progress.failed?.issues ?? (state.phase === 'ready' ? state.warnings : []);
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
    if (this.shadowRoot) adoptInto(this.shadowRoot, [...StandardsMap.elementStyles, ...(this.desk.part?.looks ?? [])]);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#choice.isLinked || isOfDesk(this.#choice.state, this.catalogue)) this.desk.prepare(this.#choice.state);
    if (changed.has('seed') && this.catalogue) this.#place(this.catalogue);
    this.#drawing.arrangement.group(this.group);
  }

  protected override updated(): void {
    const [landscape, shown] = [this.landscape, this.visible];
    if (this.#drawing.attach(this.renderRoot, matchMedia('(prefers-reduced-motion: reduce)'), this.motion === 'none')) this.#camera.stand();
    // Behind another presentation nobody sees the drawing: once there is a first picture, it follows when it is shown again. A first picture waits for what makes it right
    if (landscape && !(this.#drawing.scene ? this.#stage.isCovered : this.desk.isComing && isAwaited(this.#choice.state, this.catalogue)))
      this.#draw(landscape);
    this.#states.show({
      loading: this.#progress.waiting !== undefined,
      error: this.#progress.failed !== undefined,
      empty: landscape !== undefined && shown.length === 0,
      filtered: landscape !== undefined && shown.length < countThere(landscape),
      matrix: this.view === 'matrix',
      table: this.view === 'table',
      timeline: this.view === 'timeline',
      covered: this.#stage.isCovered,
    });
    if (landscape && this.#told !== shown) {
      this.#told = shown;
      this.dispatchEvent(new StandardsFilterEvent(this.#panels.ask.shown, shown.length));
    }
  }

  protected override render(): TemplateResult {
    const { catalogue } = this;
    const context = catalogue && !this.#progress.failed ? this.#panels.context(catalogue) : undefined;
    const [has, filter] = [partsWithout(this.without), this.#panels.filter];
    const shown = visibleSet(this.visible);
    const isOver = isPrerendered(this);
    const stands = context && (isOver ? this.#states.has('ready') : this.#drawing.placed);
    const { arrangement } = this.#drawing;
    const waiting = stands ? nothing : this.#progress.view(this.reload.bind(this), arrangement.retry.bind(arrangement), isOver);
    return html`<div class="frame">
      ${context && has('toolbar') ? this.#panels.toolbar(context, has, filter, [this.#choice.buttons(), this.#panels.switches(context, shown)]) : nothing}
      ${context ? this.#panels.day(context, has('toolbar')) : nothing}
      <div class="middle">
        ${context && has('filters') && has('toolbar') ? this.#panels.filters(context, filter) : nothing}
        <div class="stage">
          ${surface({
            label: textOf(this.label) || (catalogue?.dataset.title ?? ''),
            help: context?.messages.surfaceHelp ?? '',
            hidden: !context,
            covered: this.#stage.isCovered,
            onEscape: () => this.#hands.escape(this.#choose.bind(this, null)),
          })}
          ${context ? this.#onStage(context, has, shown) : nothing}
          ${isOver ? nothing : waiting}
        </div>
      </div>
      ${context ? this.#panels.status(context, shown.size, this.#choice.state.selected.filter((id) => catalogue?.standard(id) && !shown.has(id)).length) : nothing}
      ${isOver ? waiting : nothing}
    </div>`;
  }

  /** What lies over the drawing, or takes its place. */
  #onStage(context: PanelContext, has: (part: string) => boolean, shown: ReadonlySet<StandardId>): unknown {
    const { selected } = this.#choice.state;
    const lens = this.#lens(context.catalogue, shown);
    return [
      this.#stage.isCovered
        ? this.#stage.instead(context, shown, this.desk)
        : [
            arranged(context, this.#drawing.arrangement),
            controls(this.#drawing, this.#hands.controls),
            has('legend') ? this.#panels.legend(context, shown, lens, this.#drawing.scene?.indirect.count ?? 0) : nothing,
            this.#panels.tooltip(context),
          ],
      this.#stage.over(context, shown, this.desk),
      has('detail') && (selected.length === 0 || this.#panels.isDetailOpen)
        ? (this.desk.part?.analyst.panel(context, shown) ?? this.#panels.detail(context, selected, shown))
        : nothing,
      shown.size > 0 ? nothing : this.#panels.none(context),
    ];
  }

  /** Draws what is chosen, and keeps in view what the reader looks at where marks move. */
  #draw(catalogue: Catalogue): void {
    this.#drawing.keepClear([...(this.shadowRoot?.querySelectorAll('.legend[open], .detail, .filters') ?? [])]);
    const { color, selected, moved } = this.#choice.state;
    if (this.#drawing.draw({ records: catalogue, ...this.#lens(catalogue, visibleSet(this.visible)), color, selected, moved }))
      this.#camera.follow(selected);
  }

  /** The drawing with what is chosen now, where a first picture stands. */
  #surface(): DrawingController {
    if (this.#drawing.scene && this.landscape) this.#draw(this.landscape);
    return this.#drawing;
  }

  /** What is drawn of what passes the filter and beyond it, and what the lenses show on it. */
  #lens(catalogue: Catalogue, shown: ReadonlySet<StandardId>): Omit<Drawn, 'records' | 'color' | 'selected' | 'moved'> {
    const analyst = this.desk.part?.analyst;
    const added = this.about?.isAll ? NONE : (analyst?.partners(catalogue, shown) ?? NONE);
    const visible = this.#drawn.get(catalogue, shown, added, this.#choice.state.selected);
    return { visible, about: this.about?.records, nameOf: this.desk.part?.day.nameOf(catalogue), ...analyst?.lens(catalogue, shown) };
  }

  #onDataset(state: DatasetState): void {
    this.#progress.begin();
    this.#states.set('ready', false);
    this.#told = undefined;
    this.#drawing.clear();
    if (state.phase === 'failed') this.dispatchEvent(new StandardsErrorEvent(state.kind, state.issues));
    if (state.phase === 'loading') this.#panels.prepare();
    if (state.phase !== 'ready') return;
    this.#choice.open(state.catalogue.dataset.opening?.filter);
    this.dispatchEvent(new StandardsLoadEvent(state.catalogue));
    this.#place(state.catalogue);
  }

  #place(catalogue: Catalogue): void {
    this.#progress.begin();
    this.#states.set('ready', false);
    this.#drawing.place(catalogue, this.seed, this.group);
    this.requestUpdate();
  }

  #onLayoutFailure(error: unknown): void {
    const { kind, issues } = this.#progress.fail(error);
    this.dispatchEvent(new StandardsErrorEvent(kind, issues));
    this.requestUpdate();
  }

  #onPaint(): void {
    if (this.#states.has('ready')) return;
    this.#states.set('ready', true);
    this.#camera.stand();
    this.requestUpdate();
    this.desk.part?.warmUp();
    this.#readiness.pictureStands();
  }

  /** The reader chose a record, or none; `add`: beside what is selected, or out of it. */
  #choose(id: string | null, { add = false, reveal = false } = {}): void {
    this.#choice.select(picked(this.#choice.state.selected, id, add));
    const [node] = id !== null && this.#choice.state.selected.includes(id) ? this.#drawing.refs(id) : [];
    // What was clicked is in view already, but the panel may come to lie on it.
    if (node)
      void this.updateComplete.then(() => {
        this.#drawing.view?.reveal(node, { near: reveal });
      });
  }
}
