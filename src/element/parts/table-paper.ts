import { html, nothing, type TemplateResult } from 'lit';
import type { Standard } from '../../model/dataset.js';
import type { PanelContext } from './context.js';
import { sourceDates } from './status.js';
import { cellBody } from './table-cell.js';
import { columnName, type TableProps } from './table-props.js';
import { groupName } from './table-rows.js';
import { orderText, tableSum } from './table-sum.js';

/** Most rows that are printed: some sixty pages. A browser lays all of them out before the first page. */
export const MOST_PRINTED = 2000;

const row = (context: PanelContext, { plan, overlaps }: TableProps, standard: Standard): TemplateResult =>
  html`<tr>${plan.columns.map((column) =>
    column === 'id'
      ? html`<th scope="row" class="c-id">${cellBody(context, standard, column, overlaps)}</th>`
      : html`<td class=${`c-${column}`}>${cellBody(context, standard, column, overlaps)}</td>`,
  )}</tr>`;

function line(context: PanelContext, props: TableProps, place: number): TemplateResult | typeof nothing {
  const { plan } = props;
  const group = place < 0 ? plan.groups[-place - 1] : undefined;
  if (group)
    return html`<tr class="group"><th scope="rowgroup" colspan=${plan.columns.length}><bdi>${groupName(context, plan, group)}</bdi> <span class="count">${context.format.number(group.places.length)}</span></th></tr>`;
  const standard = context.catalogue.standards[place];
  return standard ? row(context, props, standard) : nothing;
}

/** The table on paper: what it shows and how old it is, headings on every page, rows one below the other. */
export function tablePaper(context: PanelContext, props: TableProps, filter: string): TemplateResult {
  const { messages, catalogue, format } = context;
  const texts = messages.table;
  const { lines, plan } = props;
  return html`<h2><bdi>${catalogue.dataset.title}</bdi></h2>
    <p>${texts.filter}: ${filter.trim() === '' ? texts.everything : html`<bdi>${filter}</bdi>`}. ${texts.order}: ${orderText(context, props)}. ${tableSum(context, props)}</p>
    ${lines.length > MOST_PRINTED ? html`<p class="cut"><strong>${texts.printed(format.number(MOST_PRINTED), format.number(lines.length))}</strong></p>` : nothing}
    <p class="small">${sourceDates(context)}</p>
    <table><thead><tr>${plan.columns.map((column) => html`<th scope="col" class=${`c-${column}`}>${columnName(messages, column)}</th>`)}</tr></thead>
      <tbody>${Array.from(lines.subarray(0, MOST_PRINTED), (place) => line(context, props, place))}</tbody></table>`;
}
