import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Column } from '../../analysis/columns.js';
import type { PlaceGroup } from '../../analysis/grouping.js';
import type { Standard } from '../../model/dataset.js';
import { wordOf } from '../word-of.js';
import { valueName } from './chips.js';
import type { PanelContext } from './context.js';
import type { GridPosition } from './matrix-keys.js';
import { cellBody, cellTip, statusMark } from './table-cell.js';
import { top } from './table-place.js';
import { columnName, fieldName, type TableProps } from './table-props.js';
import { tableMessages } from '../messages-table.js';
import { changeMessages } from '../messages-changes.js';

/** What the lines of the grid are drawn from. */
export interface GridProps extends TableProps {
  readonly context: PanelContext;
  readonly chosen: ReadonlySet<string>;
  /** Where the keys are: row 0 is that of the headings. */
  readonly focus: GridPosition;
  /** Every standard as a card of two rows, where there is no room for columns. */
  readonly isCards: boolean;
}

/** A line to draw: which, and where. */
export interface DrawnLine {
  readonly line: number;
  /** CSS px. */
  readonly y: number;
}

const tabindex = ({ focus }: GridProps, row: number, column: number): '0' | '-1' =>
  focus.row === row && focus.column === column ? '0' : '-1';

/** Columns of the grid, the boxes included. */
export const columnCount = ({ plan, isCards }: Pick<GridProps, 'plan' | 'isCards'>): number => (isCards ? 2 : plan.columns.length + 1);

/** Least width of a column in em. */
const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  id: 13,
  title: 28,
  sdo: 8,
  committee: 11,
  deliverable: 9.5,
  role: 12,
  status: 12,
  topics: 16,
  aliases: 11,
  url: 9,
  sources: 14,
  goals: 16,
};
const WIDTH = 7.5;
/** Columns that take the room that is left. */
const WIDE: readonly Column[] = ['title', 'topics', 'sources', 'aliases', 'goals'];

/** The tracks of a row, and the least width of all together. */
export function columnTracks(columns: readonly Column[]): { readonly tracks: string; readonly least: string } {
  const widths = columns.map((column) => WIDTHS[column] ?? WIDTH);
  const hasWide = columns.some((column) => WIDE.includes(column));
  const tracks = columns.map((column, at) => {
    const least = String(widths[at]);
    const grows = hasWide ? WIDE.includes(column) : true;
    return grows ? `minmax(${least}em, ${least}fr)` : `${least}em`;
  });
  return { tracks: tracks.join(' '), least: `${String(widths.reduce((sum, width) => sum + width, 0))}em` };
}

/** What a group is called. */
export function groupName({ messages, catalogue }: PanelContext, { by }: TableProps['plan'], { value, label }: PlaceGroup): string {
  if (by === undefined) return label;
  if (value === '') return tableMessages.withoutValue(fieldName(messages, by));
  if (by === 'change') return wordOf({ ...changeMessages.classes, ...changeMessages.others }, value);
  return by === 'relation' ? wordOf(messages.relationOut, value) : valueName(catalogue, messages, by, value);
}

function groupLine(grid: GridProps, at: number, { line, y }: DrawnLine, fold: (group: string) => void): TemplateResult {
  const { context, plan } = grid;
  const group = plan.groups[at];
  if (!group) throw new RangeError(`bug: the table has no group ${String(at)} among ${String(plan.groups.length)}`);
  const { value, places } = group;
  return html`<div role="row" class="line group" aria-rowindex=${line + 2} ${top(y)}>
    <div role="gridcell" aria-colindex="1" aria-colspan=${columnCount(grid)}>
      <button type="button" tabindex=${grid.focus.row === line + 1 ? '0' : '-1'} aria-expanded=${grid.isFolded(value) ? 'false' : 'true'} @click=${() => {
        fold(value);
      }}><span class="turn" aria-hidden="true"></span><bdi>${groupName(context, plan, group)}</bdi>
        <span class="count">${context.format.number(places.length)}</span></button>
    </div></div>`;
}

/** What a card says beside designation, status and title: what the table is sorted by first, else the newest date. */
function cardColumn({ plan }: GridProps): Column {
  const first = plan.sort.find(({ column }) => column !== 'id' && column !== 'title' && column !== 'status');
  return first?.column ?? 'latest';
}

const isCount = (column: Column): boolean => column === 'overlaps' || column === 'relations' || column === 'editions';

function card(grid: GridProps, standard: Standard, line: number): TemplateResult {
  const { context } = grid;
  const other = cardColumn(grid);
  return html`<div role="rowheader" aria-colindex="2" class="card" tabindex=${tabindex(grid, line + 1, 1)}>
    <span class="first"><bdi class="id">${standard.id}</bdi><span class="other">${isCount(other) ? html`${columnName(other)}: ` : nothing}${cellBody(context, standard, other, grid.overlaps)}</span>${statusMark(context, standard.status)}</span>
    <span class="title" dir="auto">${standard.title}</span></div>`;
}

function cells(grid: GridProps, standard: Standard, line: number): readonly TemplateResult[] {
  const { context, plan, overlaps } = grid;
  return plan.columns.map(
    (column, at) =>
      html`<div role=${column === 'id' ? 'rowheader' : 'gridcell'} aria-colindex=${at + 2} class=${`c-${column}`} tabindex=${tabindex(grid, line + 1, at + 1)}
        title=${cellTip(context, standard, column)}>${cellBody(context, standard, column, overlaps)}</div>`,
  );
}

function standardLine(grid: GridProps, place: number, { line, y }: DrawnLine): TemplateResult {
  const { context, chosen, isCards } = grid;
  const standard = context.catalogue.standards[place];
  if (!standard) throw new RangeError(`bug: the dataset has no standard ${String(place)}`);
  const isChosen = chosen.has(standard.id);
  return html`<div role="row" class=${isChosen ? 'line chosen' : 'line'} aria-rowindex=${line + 2} aria-selected=${isChosen ? 'true' : 'false'} ${top(y)}>
    <div role="gridcell" aria-colindex="1" class="pick" tabindex=${tabindex(grid, line + 1, 0)} aria-label=${tableMessages.pickOne(standard.id)}><span class="box" aria-hidden="true"></span></div>
    ${isCards ? card(grid, standard, line) : cells(grid, standard, line)}</div>`;
}

/** The lines that are in view, and the one with the focus. */
export const bodyLines = (grid: GridProps, drawn: readonly DrawnLine[], fold: (group: string) => void): unknown =>
  repeat(
    drawn,
    ({ line }) => line,
    (one) => {
      const place = grid.lines[one.line] ?? 0;
      return place < 0 ? groupLine(grid, -place - 1, one, fold) : standardLine(grid, place, one);
    },
  );

const ARROWS = { ascending: '▴', descending: '▾' } as const;

function heading(grid: GridProps, column: Column, at: number): TemplateResult {
  const { context, plan, overlaps } = grid;
  const { format } = context;
  const place = plan.sort.findIndex((key) => key.column === column);
  const key = plan.sort[place];
  const way = key ? (key.descending ? 'descending' : 'ascending') : 'none';
  const name = columnName(column);
  return html`<div role="columnheader" aria-colindex=${at + 2} aria-sort=${way} class=${`c-${column}`}>
    <button type="button" data-column=${column} tabindex=${tabindex(grid, 0, at + 1)} title=${tableMessages.sortTip(name)}><span class="name">${name}</span>${
      way === 'none'
        ? nothing
        : html`<span class="way" aria-hidden="true">${ARROWS[way]}${plan.sort.length > 1 ? format.number(place + 1) : nothing}</span>${
            plan.sort.length > 1 ? html`<span class="hidden"> ${format.number(place + 1)}.</span>` : nothing
          }`
    }${column === 'overlaps' && !overlaps ? html`<span class="way" title=${tableMessages.seeking} aria-hidden="true">…</span>` : nothing}</button></div>`;
}

/** The headings; of cards there is one without a button. */
export function headLine(grid: GridProps): TemplateResult {
  const { context, plan, isCards } = grid;
  const { messages } = context;
  return html`<div role="row" class="line" aria-rowindex="1">
    <div role="columnheader" aria-colindex="1" class="pick" tabindex=${tabindex(grid, 0, 0)}><span class="hidden">${tableMessages.pick}</span></div>
    ${
      isCards
        ? html`<div role="columnheader" aria-colindex="2" tabindex=${tabindex(grid, 0, 1)}>${messages.kinds.standard}</div>`
        : plan.columns.map((column, at) => heading(grid, column, at))
    }</div>`;
}
