import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { CommitteeMatrix } from '../../analysis/committee-matrix.js';
import type { PanelContext } from './context.js';
import { committeeCell } from './committee-cell.js';
import { orderedCommittees, pairAt } from './committee-order.js';
import { columnsOn, onGridFocus, onGridKey, placeOf, tabindexAt, type GridFrame } from './matrix-frame.js';
import { clamped } from './matrix-keys.js';
import { nextOrder } from './matrix-order.js';
import type { MatrixProps } from './matrix-props.js';
import { shadeBreaks } from './matrix-shade.js';
import { matrixMessages } from '../messages-matrix.js';
import { committeeMessages } from '../messages-committees.js';

type Counted = MatrixProps & { readonly committees: CommitteeMatrix };

/** The grid with what every part of it asks for. */
interface Grid extends GridFrame {
  readonly context: PanelContext;
  readonly props: Counted;
  readonly breaks: readonly number[];
  /** Places as counted, in the order of the reader: rows and columns alike. */
  readonly order: readonly number[];
}

/** The shades of the pairs; what a committee shares with itself would leave them none. */
export const pairBreaks = ({ pairs }: CommitteeMatrix): readonly number[] =>
  shadeBreaks(pairs.reduce((most, { row, column, shared }) => (row === column ? most : Math.max(most, shared)), 0));

function onClick(event: MouseEvent, { props, order }: Grid): void {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  const at = placeOf(button?.closest('th, td'));
  if (!at) return;
  const { committees, sort } = props;
  const [row, column] = [order[at.row - 1], order[at.column - 1]];
  // Safari gives a button that is clicked no focus.
  props.setFocus(at);
  if (row !== undefined && column !== undefined) {
    const pair = pairAt(committees, row, column);
    const isOpen = props.open?.row === pair.row && props.open.column === pair.column;
    props.openCell(isOpen ? undefined : { row: pair.row, column: pair.column }, { byKey: event.detail === 0 });
    return;
  }
  const heading = committees.committees[row ?? column ?? -1]?.id;
  if (heading !== undefined) props.setSort({ ...sort, rows: nextOrder(sort.rows, 'heading', heading) });
}

function head(grid: Grid, scope: 'row' | 'col', place: number, index: number): TemplateResult {
  const { catalogue } = grid.context;
  const { committees, sort } = grid.props;
  const id = committees.committees[place]?.id ?? '';
  const at = scope === 'col' ? { row: 0, column: index } : { row: index, column: 0 };
  const isSorted = sort.rows.by === 'heading' && sort.rows.heading === id;
  const sorted = !isSorted ? 'none' : sort.rows.ascending ? 'ascending' : 'descending';
  const title = `${catalogue.committee(id)?.title ?? id}. ${matrixMessages.sortRows(id)}`;
  return html`<th scope=${scope} role=${scope === 'row' ? 'rowheader' : 'columnheader'} aria-sort=${sorted} class="heading">
    <button type="button" tabindex=${tabindexAt(grid, at.row, at.column)} title=${title}><span class="label"><bdi>${id}</bdi></span>${
      isSorted ? html`<span class="sorted" aria-hidden="true">${sort.rows.ascending ? '▴' : '▾'}</span>` : nothing
    }</button></th>`;
}

function bodyRow(grid: Grid, row: number, index: number): TemplateResult {
  const { context, props, breaks, order, focus } = grid;
  const works = props.committees.committees[row]?.works ?? 0;
  return html`<tr role="row">${head(grid, 'row', row, index + 1)}
    ${order.map((column, i) =>
      committeeCell(context, props, pairAt(props.committees, row, column), {
        breaks,
        works,
        isFocus: focus.row === index + 1 && focus.column === i + 1,
      }),
    )}</tr>`;
}

/** The table of committees by committees: one stop of Tab, arrow keys within. */
export function committeeGrid(context: PanelContext, props: Counted): TemplateResult {
  const { committees, sort, open, openCell, setFocus } = props;
  const size = { rows: committees.committees.length + 1, columns: committees.committees.length + 1 };
  const grid: Grid = {
    context,
    props,
    size,
    focus: clamped(props.focus, size),
    setFocus,
    breaks: pairBreaks(committees),
    order: orderedCommittees(committees, sort.rows),
    ...(open && {
      close: () => {
        openCell(undefined);
      },
    }),
  };
  return html`<div class="scroll"><table role="grid" aria-readonly="true" class="grid by-committee" aria-label=${committeeMessages.title}
      aria-describedby="matrix-help" aria-busy=${props.isBusy ? 'true' : 'false'} ${ref(columnsOn(committees.committees.length))}
      @keydown=${(event: KeyboardEvent) => {
        onGridKey(event, grid);
      }}
      @focusin=${(event: FocusEvent) => {
        onGridFocus(event, grid);
      }}
      @click=${(event: MouseEvent) => {
        onClick(event, grid);
      }}>
    <thead><tr role="row"><td role="gridcell" class="corner" tabindex=${tabindexAt(grid, 0, 0)}></td>
      ${grid.order.map((place, i) => head(grid, 'col', place, i + 1))}</tr></thead>
    <tbody>${grid.order.map((place, i) => bodyRow(grid, place, i))}</tbody>
  </table></div>`;
}
