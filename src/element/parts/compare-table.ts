import { html, nothing, type TemplateResult } from 'lit';
import { valueLabel } from '../../analysis/columns.js';
import { COMPARED_LISTS, type ComparedField, type ComparedList, type Comparison } from '../../analysis/comparison.js';
import type { Neighbour } from '../../model/catalogue.js';
import type { Edition, Finding, Standard } from '../../model/dataset.js';
import { termOf, wordOf } from '../word-of.js';
import type { CompareProps } from './compare-props.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { hostOf, outLink } from './link.js';
import { marked } from './marked.js';
import { statusMark } from './table-cell.js';
import { tableMessages } from '../messages-table.js';
import { compareMessages } from '../messages-compare.js';
import { findingMessages } from '../messages-findings.js';

/** Columns whose values are closed terms of the model. */
const TERMS: readonly string[] = ['role', 'level', 'kind', 'tier'];

interface Row {
  readonly name: string;
  readonly differs: boolean;
  readonly cells: readonly unknown[];
}

const none = (): TemplateResult =>
  html`<span class="none"><span aria-hidden="true">–</span><span class="hidden">${tableMessages.none}</span></span>`;

function list(context: PanelContext, items: readonly unknown[]): unknown {
  return items.length === 0 ? none() : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

function fieldCell(context: PanelContext, comparison: Comparison, { column, values, single }: ComparedField, at: number): unknown {
  const { catalogue, messages, format } = context;
  const value = values[at];
  const standard = comparison.standards[at];
  if (value === undefined || value === '' || !standard) return none();
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'object')
    return list(
      context,
      value.map((one) =>
        single.has(one)
          ? html`<span class="single"><bdi>${valueLabel(catalogue, column, one)}</bdi><span class="hidden"> (${compareMessages.onlyHere})</span></span>`
          : html`<bdi>${valueLabel(catalogue, column, one)}</bdi>`,
      ),
    );
  if (column === 'title') return html`<span class="title" dir="auto">${marked(value, comparison.spans[at] ?? [])}</span>`;
  if (column === 'status') return statusMark(context, standard.status);
  if (column === 'first' || column === 'latest') return html`<time datetime=${value}>${format.date(value)}</time>`;
  if (column === 'url') return outLink(context, value, hostOf(value));
  return html`<bdi>${TERMS.includes(column) ? termOf(messages, value) : value}</bdi>`;
}

function textRow({ messages, format }: PanelContext, { id, date, status, kind }: Edition): TemplateResult {
  const sort = kind === undefined || kind === 'edition' ? '' : `${termOf(messages, kind)}, `;
  return html`<bdi>${id}</bdi>${date === undefined ? nothing : html` · <time datetime=${date}>${format.date(date)}</time>`} <span class="small">${sort}${termOf(messages, status)}</span>`;
}

function relationRow({ messages }: PanelContext, { relation, outgoing, designation, standard }: Neighbour): TemplateResult {
  const words = outgoing ? messages.relationOut : messages.relationIn;
  return html`${wordOf(words, relation.type)} <bdi>${designation}</bdi>${standard ? nothing : html` <span class="small">(${messages.externalStandard})</span>`}`;
}

function findingRow({ format }: PanelContext, { standards, verdict, date, by }: Finding, { id }: Standard): TemplateResult {
  const others = standards.filter((other) => other !== id).join(', ');
  return html`<strong>${wordOf(findingMessages.verdicts, verdict)}</strong> <bdi>${others}</bdi> <span class="small" dir="auto">${format.date(date)}, ${by}</span>`;
}

function listCells(context: PanelContext, { lists, standards }: Comparison, name: ComparedList): readonly unknown[] {
  const { messages, catalogue } = context;
  const source = (id: string): string => catalogue.source(id)?.catalogue ?? id;
  return standards.map((standard, at) => {
    if (name === 'texts')
      return list(
        context,
        (lists.texts[at] ?? []).map((text) => textRow(context, text)),
      );
    if (name === 'declared')
      return list(
        context,
        (lists.declared[at] ?? []).map((one) => relationRow(context, one)),
      );
    if (name === 'findings')
      return list(
        context,
        (lists.findings[at] ?? []).map((one) => findingRow(context, one, standard)),
      );
    return list(
      context,
      (lists.conflicts[at] ?? []).map((c) => messages.conflict(c.field, c.value, source(c.source), c.otherValue, source(c.otherSource))),
    );
  });
}

function rowsOf(context: PanelContext, comparison: Comparison): readonly Row[] {
  const fields = comparison.fields.filter(({ column, values }) => column !== 'id' && values.some((value) => value !== undefined));
  return [
    ...fields.map((field) => ({
      name: tableMessages.columns[field.column],
      differs: field.differs,
      cells: comparison.standards.map((_, at) => fieldCell(context, comparison, field, at)),
    })),
    ...COMPARED_LISTS.filter((name) => comparison.lists[name].some((one: readonly unknown[]) => one.length > 0)).map((name) => ({
      name: wordOf(compareMessages.lists, name),
      differs: comparison.differing.has(name),
      cells: listCells(context, comparison, name),
    })),
  ];
}

function heads({ remove, choose }: CompareProps, standards: readonly Standard[]): TemplateResult {
  const words = compareMessages;
  return html`<tr role="row"><th scope="col" role="columnheader" class="corner">${words.field}</th>${standards.map(
    ({ id }) => html`<th scope="col" role="columnheader"><span class="whose"><button type="button" class="text strong" @click=${() => {
      choose(id);
    }}><bdi>${id}</bdi></button>
      <button type="button" class="icon" aria-label=${words.remove(id)} @click=${() => {
        remove(id);
      }}>${closeIcon}</button></span></th>`,
  )}</tr>`;
}

/** Every field of the standards side by side, with what differs marked. */
export function compareTable(context: PanelContext, props: CompareProps, comparison: Comparison): TemplateResult {
  const words = compareMessages;
  const { standards } = comparison;
  const rows = rowsOf(context, comparison).filter(({ differs }) => differs || !props.isOnlyDifferences);
  // Roles are said as well: a table that is laid out as cards is none any more for some browsers
  return html`<p class="small">${words.legend}</p>
    <table role="table" aria-labelledby="compare-title" class=${`of-${String(standards.length)}`}>
    <thead>${heads(props, standards)}</thead>
    <tbody>${rows.map(
      ({ name, differs, cells }) =>
        html`<tr role="row" class=${differs ? 'differs' : 'same'}><th scope="row" role="rowheader">${name}${
          differs ? html` <span class="mark" aria-hidden="true">≠</span><span class="hidden"> (${words.differs})</span>` : nothing
        }</th>${cells.map((cell, at) => html`<td role="cell"><span class="card-name" aria-hidden="true"><bdi>${standards[at]?.id ?? ''}</bdi></span>${cell}</td>`)}</tr>`,
    )}</tbody></table>
    ${rows.length === 0 ? html`<p role="status">${words.noDifference}</p>` : nothing}`;
}
