import { nothing, render, type CSSResult, type ReactiveController, type TemplateResult } from 'lit';
import { formatFields, formatSort } from '../analysis/table-settings.js';
import { tableLines } from '../analysis/table-lines.js';
import { tablePlan, type TablePlan } from '../analysis/table.js';
import type { StandardId } from '../model/dataset.js';
import type { Settings } from '../state/state.js';
import { OnPaper } from './on-paper.js';
import type { PanelContext } from './parts/context.js';
import { tableView } from './parts/table.js';
import { tablePaper } from './parts/table-paper.js';
import { countsOf, type TableActions, type TableProps } from './parts/table-props.js';
import type { Presentation, PresentationActions, PresentationData, PresentationHost } from './presentation.js';
import { TableGrid } from './table-grid.js';
import { tableSheets } from './table-styles.js';
import { tableMessages } from './messages-table.js';

/** An answer and what it follows from. */
interface Kept<T> {
  readonly from: readonly unknown[];
  readonly answer: T;
}

/** The answer that is known, when it follows from the same. */
const kept = <T>(known: Kept<T> | undefined, from: readonly unknown[], make: () => T): Kept<T> =>
  known?.from.every((one, at) => one === from[at]) ? known : { from, answer: make() };

const NONE_FOLDED: ReadonlySet<string> = new Set();

/** The table in the place of the drawing: rows in an order of several columns, in groups, with columns to choose. */
export class TableView implements Presentation, ReactiveController {
  readonly styles: readonly CSSResult[] = tableSheets;
  readonly #host: PresentationHost;
  readonly #grid = new TableGrid();
  #plan: Kept<TablePlan> | undefined;
  #lines: Kept<Int32Array> | undefined;
  #folded: ReadonlySet<string> = NONE_FOLDED;
  #by = '';
  #isChoosing = false;
  /** What was drawn last: rows begin anew at the top when these change. */
  #drawn: readonly unknown[] = [];
  #selected: readonly StandardId[] = [];
  /** Sentences about wishes that cannot be used; each is told once. */
  #told: readonly string[] = [];
  /** What is shown as long as the table is. */
  #shown:
    | { readonly context: PanelContext; readonly data: PresentationData; readonly actions: TableActions; readonly props: TableProps }
    | undefined;
  #paper: (() => TemplateResult) | undefined;
  /** Takes the focus after the next update. */
  #next: string | undefined;

  constructor(host: PresentationHost) {
    this.#host = host;
    host.addController(this);
    new OnPaper(host, this.#print.bind(this));
  }

  view(context: PanelContext, data: PresentationData, { set, select }: PresentationActions): TemplateResult {
    const props = this.#props(context, data);
    const actions = this.#actions(set, (ids) => {
      this.#selected = ids;
      select(ids);
    });
    this.#shown = { context, data, actions, props };
    const { attach, onScroll, onKey, onClick, onDown, onFocus } = this.#grid;
    return tableView(
      context,
      { ...props, isChoosing: this.#isChoosing, setChoosing: this.#choosing, attach, onScroll, onKey, onClick, onDown, onFocus },
      actions,
    );
  }

  hostUpdated(): void {
    const shown = this.#shown;
    this.#shown = undefined;
    if (!shown) {
      this.#drawn = [];
      return;
    }
    const { context, data, props, actions } = shown;
    const { state } = data;
    const drawn = [context.catalogue, data.shown, state.sort, state.by];
    const isAnew = drawn.some((one, at) => one !== this.#drawn[at]);
    if (isAnew && this.#drawn.length > 0) this.#grid.toTop();
    this.#drawn = drawn;
    this.#grid.update({ ...props, context, actions });
    const isElsewhere = state.selected !== this.#selected && state.selected.some((id) => !this.#selected.includes(id));
    this.#selected = state.selected;
    const last = state.selected.at(-1);
    if (isElsewhere && last !== undefined) this.#grid.reveal(last);
    this.#paper = () => tablePaper(context, props, state.filter);
    // A notice is another update
    void this.#host.updateComplete.then(this.#tell.bind(this, context, props.plan));
    this.#refocus();
  }

  /** Rows for the printer; what scrolls on the screen would print what is in view alone. */
  #print(isPrinting: boolean): void {
    const paper = this.#host.renderRoot.querySelector<HTMLElement>('.table-paper');
    if (paper) render(isPrinting && this.#paper ? this.#paper() : nothing, paper);
  }

  #props({ catalogue, changes: view }: PanelContext, { state, shown, candidates }: PresentationData): TableProps {
    const overlaps = countsOf(candidates);
    const { sort, fields, by } = state;
    const isByOverlaps = sort.includes('overlaps');
    const changes = view?.changes;
    // Other groups are all open
    if (by !== this.#by) this.#folded = NONE_FOLDED;
    this.#by = by;
    this.#plan = kept(this.#plan, [catalogue, shown, sort, fields, by, isByOverlaps && overlaps, changes], () =>
      tablePlan(catalogue, shown, { sort, fields, by }, overlaps, changes),
    );
    const plan = this.#plan.answer;
    const folded = this.#folded;
    this.#lines = kept(this.#lines, [plan, folded], () => tableLines(plan, folded));
    return { plan, lines: this.#lines.answer, overlaps, selected: state.selected, isFolded: (group) => folded.has(group) };
  }

  #actions(set: (settings: Settings) => void, select: (ids: readonly StandardId[]) => void): TableActions {
    return {
      select,
      setSort: (sort) => {
        this.#keepFocus();
        set({ sort: formatSort(sort) });
      },
      setColumns: (columns) => {
        this.#keepFocus();
        set({ fields: formatFields(columns) });
      },
      setBy: (by) => {
        set({ by: by ?? '' });
      },
      fold: (groups, isFolded) => {
        const folded = new Set(this.#folded);
        for (const group of groups)
          if (isFolded) folded.add(group);
          else folded.delete(group);
        this.#folded = folded;
        this.#host.requestUpdate();
      },
    };
  }

  readonly #choosing = (isChoosing: boolean): void => {
    this.#isChoosing = isChoosing;
    this.#next = isChoosing ? '.table-columns input' : '.table-tools .choose';
    this.#host.requestUpdate();
  };

  /** A column that moves takes the button with it that the reader holds. */
  #keepFocus(): void {
    const held = this.#host.renderRoot.querySelector<HTMLElement>('.table-columns [data-do]:focus');
    const column = held?.closest<HTMLElement>('[data-column]')?.dataset['column'];
    const act = held?.dataset['do'];
    if (act !== undefined) this.#next = `.table-columns ${column === undefined ? '' : `[data-column="${column}"] `}[data-do="${act}"]`;
  }

  #refocus(): void {
    const target = this.#next === undefined ? null : this.#host.renderRoot.querySelector<HTMLElement>(this.#next);
    const isOff = target === null || target.matches(':disabled');
    const instead = isOff ? target?.closest('li')?.querySelector<HTMLElement>('[data-do]:enabled') : target;
    if (this.#next !== undefined)
      (instead ?? this.#host.renderRoot.querySelector<HTMLElement>('.table-columns [data-do]:enabled'))?.focus();
    this.#next = undefined;
  }

  /** What cannot be used is told when it is asked for, not at every update. */
  #tell({ tell }: PanelContext, { issues }: TablePlan): void {
    const sentences = issues.map(({ message }) => tableMessages.unusable(message));
    for (const sentence of sentences) if (!this.#told.includes(sentence)) tell(sentence);
    this.#told = sentences;
  }
}
