import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import type { PanelContext } from './parts/context.js';
import { committeeView } from './parts/committee-matrix.js';
import { focusable } from './parts/matrix-frame.js';
import type { GridPosition } from './parts/matrix-keys.js';
import { matrixView } from './parts/matrix.js';
import { UNSORTED, type MatrixSort } from './parts/matrix-order.js';
import type { MatrixActions, MatrixData } from './parts/matrix-props.js';

/** What the matrix needs of the element it stands in. */
export interface MatrixHost extends ReactiveControllerHost {
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** The matrix while it is shown: the order of its rows and columns, and where the keys are. The rest is the element's. */
export class MatrixController implements ReactiveController {
  readonly #host: MatrixHost;
  #sort: MatrixSort = UNSORTED;
  #focus: GridPosition = { row: 1, column: 1 };
  /** The panel that had the focus before the update. */
  #inside: 'cell' | 'side' | undefined;
  /** Axes that the order belongs to. */
  #axes = '';

  constructor(host: MatrixHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#focus = { row: 1, column: 1 };
  }

  hostUpdate(): void {
    const inside = this.#has('.matrix-detail:focus-within') ? 'cell' : this.#has('.stage > .detail:focus-within') ? 'side' : undefined;
    this.#inside = this.#has('.matrix') ? inside : undefined;
  }

  /** The panel of a record takes the place of the open cell, and gives it back: the focus goes along. */
  hostUpdated(): void {
    const cell = this.#host.renderRoot.querySelector<HTMLElement>('.matrix-detail h2');
    const side = this.#host.renderRoot.querySelector<HTMLElement>('.stage > .detail .icon');
    if (this.#inside === 'cell' && side && cell?.getClientRects().length === 0) side.focus();
    if (this.#inside === 'side' && !side) (cell ?? this.#grid())?.focus();
  }

  /** The matrix as a template. */
  view(context: PanelContext, data: MatrixData, actions: MatrixActions): TemplateResult {
    this.#settle(data);
    const show = data.rows === 'committee' && data.columns === 'committee' ? committeeView : matrixView;
    return show(context, {
      ...data,
      ...actions,
      sort: this.#sort,
      setSort: (sort) => {
        this.#sort = sort;
        this.#host.requestUpdate();
      },
      focus: this.#focus,
      setFocus: (focus) => {
        this.#focus = focus;
        this.#host.requestUpdate();
      },
      openCell: (cell, how) => {
        const isInside = this.#has('.matrix-detail:focus-within');
        actions.openCell(cell, how);
        if (!cell && isInside) this.#after(() => this.#grid()?.focus());
        if (cell)
          this.#after(() => this.#host.renderRoot.querySelector('.cell.open')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
        if (cell && how?.byKey) this.#after(() => this.#host.renderRoot.querySelector<HTMLElement>('.matrix-detail h2')?.focus());
      },
    });
  }

  /** Other axes begin as they were counted, at their first cell. */
  #settle({ rows, columns }: MatrixData): void {
    const axes = `${rows} ${columns}`;
    if (axes === this.#axes) return;
    this.#axes = axes;
    this.#sort = UNSORTED;
    this.#focus = { row: 1, column: 1 };
  }

  #has(selector: string): boolean {
    return this.#host.renderRoot.querySelector(selector) !== null;
  }

  #grid(): HTMLElement | undefined {
    const table = this.#host.renderRoot.querySelector<HTMLTableElement>('.matrix table.grid');
    return table ? focusable(table, this.#focus) : undefined;
  }

  /** What moves the focus waits until the template stands. */
  #after(act: () => void): void {
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(act);
  }
}
