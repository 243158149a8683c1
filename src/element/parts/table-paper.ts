import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { columnValue, type Column } from '../../analysis/columns.js';
import type { Standard } from '../../model/dataset.js';
import type { PanelContext } from './context.js';
import { sourceDates } from './status.js';
import { cellBody } from './table-cell.js';
import { columnName, type TableProps } from './table-props.js';
import { groupName } from './table-rows.js';
import { orderText, tableSum } from './table-sum.js';
import { tableMessages } from '../messages-table.js';

/** Most rows that are printed: some sixty pages. A browser lays all of them out before the first page. */
export const MOST_PRINTED = 2000;

/** Widths of columns beside each other, in mm where they all are shown upright; what has none gets as much as a date. */
const WIDTHS: Readonly<Partial<Record<Column, number>>> = {
  id: 18,
  title: 40,
  sdo: 10,
  committee: 17,
  deliverable: 20,
  role: 17,
  level: 13,
  status: 18,
  topics: 24,
  overlaps: 14,
  relations: 14,
  sources: 18,
  goals: 24,
};
const WIDTH = 15;
/** Columns that stand below the title where there are more of them than stand beside each other. */
const BELOW: readonly Column[] = ['topics', 'goals', 'aliases', 'sources'];
const MOST_BESIDE = 9;

/** What stands beside each other on paper, and what below the title. */
function laidOut(columns: readonly Column[]): { readonly beside: readonly Column[]; readonly below: readonly Column[] } {
  if (columns.length <= MOST_BESIDE || !columns.includes('title')) return { beside: columns, below: [] };
  return { beside: columns.filter((column) => !BELOW.includes(column)), below: columns.filter((column) => BELOW.includes(column)) };
}

/** A column with its share of the width of the paper: a style attribute would break a strict policy. */
function track(columns: readonly Column[], column: Column): TemplateResult {
  const of = (one: Column): number => WIDTHS[one] ?? WIDTH;
  const share = (100 * of(column)) / columns.reduce((sum, one) => sum + of(one), 0);
  return html`<col ${ref((col) => {
    if (col instanceof HTMLElement) col.style.inlineSize = `${share.toFixed(2)}%`;
  })}>`;
}

/** What a cell says; dates as the dataset writes them, which need less room. */
function cell(context: PanelContext, { overlaps }: TableProps, standard: Standard, column: Column): unknown {
  const value = column === 'first' || column === 'latest' ? columnValue(context.catalogue, standard, column) : undefined;
  return typeof value === 'string' ? html`<time>${value}</time>` : cellBody(context, standard, column, overlaps);
}

function row(context: PanelContext, props: TableProps, standard: Standard): TemplateResult {
  const { beside, below } = laidOut(props.plan.columns);
  const lower = (column: Column): TemplateResult =>
    html`<span class="below">${columnName(column)}: ${cell(context, props, standard, column)}</span>`;
  return html`<tr>${beside.map((column) =>
    column === 'id'
      ? html`<th scope="row" class="c-id">${cell(context, props, standard, column)}</th>`
      : html`<td class=${`c-${column}`}>${cell(context, props, standard, column)}${column === 'title' ? below.map(lower) : nothing}</td>`,
  )}</tr>`;
}

function line(context: PanelContext, props: TableProps, place: number): TemplateResult | typeof nothing {
  const { plan } = props;
  const group = place < 0 ? plan.groups[-place - 1] : undefined;
  if (group)
    return html`<tr class="group"><th scope="rowgroup" colspan=${laidOut(plan.columns).beside.length}><bdi>${groupName(context, plan, group)}</bdi> <span class="count">${context.format.number(group.places.length)}</span></th></tr>`;
  const standard = context.catalogue.standards[place];
  return standard ? row(context, props, standard) : nothing;
}

/** The table on paper: what it shows and how old it is, headings on every page, rows one below the other. */
export function tablePaper(context: PanelContext, props: TableProps, filter: string): TemplateResult {
  const { catalogue, format } = context;
  const texts = tableMessages;
  const { lines, plan } = props;
  const { beside } = laidOut(plan.columns);
  return html`<h2><bdi>${catalogue.dataset.title}</bdi></h2>
    <p>${texts.filter}: ${filter.trim() === '' ? texts.everything : html`<bdi>${filter}</bdi>`}. ${texts.order}: ${orderText(props)}. ${tableSum(context, props)}</p>
    ${lines.length > MOST_PRINTED ? html`<p class="cut"><strong>${texts.printed(format.number(MOST_PRINTED), format.number(lines.length))}</strong></p>` : nothing}
    <p class="small">${sourceDates(context)}</p>
    <table><colgroup>${beside.map((column) => track(beside, column))}</colgroup><thead><tr>${beside.map((column) => html`<th scope="col" class=${`c-${column}`}>${columnName(column)}</th>`)}</tr></thead>
      <tbody>${Array.from(lines.subarray(0, MOST_PRINTED), (place) => line(context, props, place))}</tbody></table>`;
}
