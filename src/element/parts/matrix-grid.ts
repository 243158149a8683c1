import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Axis, Coverage, Heading } from '../../analysis/cell.js';
import type { PanelContext } from './context.js';
import { headingName } from './matrix-axes.js';
import { matrixCell } from './matrix-cell.js';
import { counted } from './counted.js';
import { columnsOn, onGridFocus, onGridKey, placeOf, tabindexAt, type GridFrame } from './matrix-frame.js';
import { clamped, type GridPosition } from './matrix-keys.js';
import { cellAt, nextOrder, ordered, type Order } from './matrix-order.js';
import type { MatrixProps } from './matrix-props.js';
import { shadeBreaks } from './matrix-shade.js';
import { matrixMessages } from '../messages-matrix.js';

/** Most columns whose headings stand level where there is room; with names as short as `ISO/IEC JTC 1`, more. */
const LEVEL = 8;
const LEVEL_BRIEF = 12;
/** Characters of a short name. */
const BRIEF = 16;

type Counted = MatrixProps & { readonly coverage: Coverage };

/** The grid with what every part of it asks for. */
interface Grid extends GridFrame {
  readonly context: PanelContext;
  readonly props: Counted;
  readonly breaks: readonly number[];
  /** Places as counted, in the order of the reader. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function onClick(event: MouseEvent, grid: Grid): void {
  const button = event.target instanceof Element ? event.target.closest('button') : null;
  const at = placeOf(button?.closest('th, td'));
  if (!at) return;
  const { props, rows, columns, size } = grid;
  const { coverage, sort } = props;
  const row = rows[at.row - 1];
  const column = columns[at.column - 1];
  // Safari gives a button that is clicked no focus.
  props.setFocus(at);
  if (row !== undefined && column !== undefined) {
    const cell = cellAt(coverage, row, column);
    const isOpen = props.open?.row === cell.row && props.open.column === cell.column;
    props.openCell(isOpen ? undefined : { row: cell.row, column: cell.column }, { byKey: event.detail === 0 });
  } else if (at.row === 0) {
    const heading = column === undefined ? undefined : coverage.columnHeadings[column]?.id;
    props.setSort({ ...sort, rows: heading === undefined ? nextOrder(sort.rows, 'works') : nextOrder(sort.rows, 'heading', heading) });
  } else if (at.column === 0) {
    const heading = row === undefined || at.row === size.rows - 1 ? undefined : coverage.rowHeadings[row]?.id;
    props.setSort({
      ...sort,
      columns: heading === undefined ? nextOrder(sort.columns, 'works') : nextOrder(sort.columns, 'heading', heading),
    });
  }
}

const sortOf = (order: Order, by: Order['by'], heading: string): 'ascending' | 'descending' | 'none' =>
  order.by !== by || order.heading !== heading ? 'none' : order.ascending ? 'ascending' : 'descending';

const ARROWS = { ascending: '▴', descending: '▾', none: '' } as const;

interface Head {
  readonly scope: 'row' | 'col';
  readonly at: GridPosition;
  readonly text: string;
  readonly title: string;
  readonly sorted: keyof typeof ARROWS;
  readonly isTotal: boolean;
}

function headCell(grid: Grid, { scope, at, text, title, sorted, isTotal }: Head): TemplateResult {
  return html`<th scope=${scope} role=${scope === 'row' ? 'rowheader' : 'columnheader'} aria-sort=${sorted} class=${isTotal ? 'total' : 'heading'}>
    <button type="button" tabindex=${tabindexAt(grid, at.row, at.column)} title=${title}><span class="label"><bdi>${text}</bdi></span>${
      sorted === 'none' ? nothing : html`<span class="sorted" aria-hidden="true">${ARROWS[sorted]}</span>`
    }</button></th>`;
}

function head(grid: Grid, scope: 'row' | 'col', at: GridPosition, axis: Axis, heading: Heading | undefined): TemplateResult {
  const { catalogue, messages } = grid.context;
  const texts = matrixMessages;
  const text = heading ? headingName(catalogue, messages, axis, heading.id) : texts.total;
  const order = scope === 'col' ? grid.props.sort.rows : grid.props.sort.columns;
  return headCell(grid, {
    scope,
    at,
    text,
    title: scope === 'col' ? texts.sortRows(text) : texts.sortColumns(text),
    sorted: sortOf(order, heading ? 'heading' : 'works', heading?.id ?? ''),
    isTotal: !heading,
  });
}

function totalCell(grid: Grid, at: GridPosition, axis: Axis, heading: Heading): TemplateResult {
  const { catalogue, messages, format } = grid.context;
  const texts = matrixMessages;
  const gaps = counted(format, heading.gaps);
  const name = texts.totalOf(headingName(catalogue, messages, axis, heading.id), counted(format, heading.works), gaps);
  return html`<td role="gridcell" class="total" tabindex=${tabindexAt(grid, at.row, at.column)} title=${`${name}. ${texts.totalMeaning}`}>
    <span class="own"><bdi>${at.row === grid.size.rows - 1 ? headingName(catalogue, messages, axis, heading.id) : texts.total}</bdi></span>
    <span class="count">${format.number(heading.works)}</span>${heading.gaps > 0 ? html`<span class="word gap-count"><bdi>${texts.gaps(gaps)}</bdi></span>` : nothing}</td>`;
}

function bodyRow(grid: Grid, r: number, index: number): TemplateResult {
  const { context, props, columns, breaks, size } = grid;
  const { coverage } = props;
  const heading = coverage.rowHeadings[r];
  const row = index + 1;
  return html`<tr role="row">
    ${head(grid, 'row', { row, column: 0 }, coverage.rows, heading)}
    ${columns.map((c, i) =>
      matrixCell(context, props, cellAt(coverage, r, c), { breaks, isFocus: grid.focus.row === row && grid.focus.column === i + 1 }),
    )}
    ${heading ? totalCell(grid, { row, column: size.columns - 1 }, coverage.rows, heading) : nothing}</tr>`;
}

function footRow(grid: Grid): TemplateResult {
  const { context, props, columns, size } = grid;
  const { coverage } = props;
  const row = size.rows - 1;
  const { format } = context;
  const all = new Set(coverage.cells.flatMap(({ standards }) => standards)).size;
  const corner = { row, column: size.columns - 1 };
  return html`<tr role="row">
    ${head(grid, 'row', { row, column: 0 }, coverage.rows, undefined)}
    ${columns.map((c, i) => {
      const heading = coverage.columnHeadings[c];
      return heading ? totalCell(grid, { row, column: i + 1 }, coverage.columns, heading) : nothing;
    })}
    <td role="gridcell" class="total" tabindex=${tabindexAt(grid, corner.row, corner.column)}><span class="word"><bdi>${matrixMessages.standards(counted(format, all))}</bdi></span></td></tr>`;
}

/** The table of the matrix: one stop of Tab, arrow keys within. */
export function matrixGrid(context: PanelContext, props: Counted): TemplateResult {
  const { coverage } = props;
  const { messages } = context;
  const texts = matrixMessages;
  const size = { rows: coverage.rowHeadings.length + 2, columns: coverage.columnHeadings.length + 2 };
  const breaks = shadeBreaks(Math.max(0, ...coverage.cells.map(({ works }) => works)));
  const grid: Grid = {
    context,
    props,
    size,
    breaks,
    focus: clamped(props.focus, size),
    setFocus: props.setFocus,
    ...(props.open && {
      close: () => {
        props.openCell(undefined);
      },
    }),
    ...ordered(coverage, props.sort),
  };
  const count = coverage.columnHeadings.length;
  const names = coverage.columnHeadings.map(({ id }) => headingName(context.catalogue, messages, coverage.columns, id));
  const isBrief = names.every((name) => name.length <= BRIEF);
  const axes = [texts.axes[coverage.rows], texts.axes[coverage.columns]] as const;
  return html`<div class="scroll"><table role="grid" aria-readonly="true" class=${`grid${isBrief ? ' brief' : ''}${count <= (isBrief ? LEVEL_BRIEF : LEVEL) ? ' level' : ''}`}
      aria-label=${texts.name(...axes)} aria-describedby="matrix-help" aria-busy=${props.isBusy ? 'true' : 'false'} ${ref(columnsOn(count))}
      @keydown=${(event: KeyboardEvent) => {
        onGridKey(event, grid);
      }}
      @focusin=${(event: FocusEvent) => {
        onGridFocus(event, grid);
      }}
      @click=${(event: MouseEvent) => {
        onClick(event, grid);
      }}>
    <thead><tr role="row">
      <td role="gridcell" class="corner" tabindex=${tabindexAt(grid, 0, 0)}><span class="column-axis">${axes[1]}</span><span class="row-axis">${axes[0]}</span></td>
      ${grid.columns.map((c, i) => head(grid, 'col', { row: 0, column: i + 1 }, coverage.columns, coverage.columnHeadings[c]))}
      ${head(grid, 'col', { row: 0, column: size.columns - 1 }, coverage.columns, undefined)}
    </tr></thead>
    <tbody>${grid.rows.map((r, i) => bodyRow(grid, r, i))}</tbody>
    <tfoot>${footRow(grid)}</tfoot>
  </table></div>`;
}
