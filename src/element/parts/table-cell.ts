import { html, nothing, type TemplateResult } from 'lit';
import { columnValue, valueLabel, type Column, type ColumnValue } from '../../analysis/columns.js';
import type { OverlapCounts } from '../../analysis/ordering.js';
import type { Standard, Status } from '../../model/dataset.js';
import { isHttpUrl } from '../../model/value.js';
import { termOf } from '../word-of.js';
import { changedClass, changeIcon, changeName, factText } from './change-words.js';
import type { PanelContext } from './context.js';
import { finishIcon } from './finish-icon.js';
import { hostOf } from './link.js';
import { tableMessages } from '../messages-table.js';
import { changeMessages } from '../messages-changes.js';

/** Columns whose values are closed terms of the model. */
const TERMS: readonly Column[] = ['role', 'level', 'kind', 'tier'];

const isList = (value: ColumnValue): value is readonly string[] => typeof value === 'object';

/** The status as a shape and a word. */
export const statusMark = ({ messages }: PanelContext, status: Status): TemplateResult =>
  html`<span class="state">${finishIcon(status)}<span>${termOf(messages, status)}</span></span>`;

const notStated = (column: Column): TemplateResult => {
  const { none, seeking } = tableMessages;
  if (column === 'change')
    return html`<span class="none" title=${changeMessages.off}><span aria-hidden="true">–</span><span class="hidden">${changeMessages.off}</span></span>`;
  return column === 'overlaps'
    ? html`<span class="none" title=${seeking}><span aria-hidden="true">…</span><span class="hidden">${seeking}</span></span>`
    : html`<span class="none"><span aria-hidden="true">–</span><span class="hidden">${none}</span></span>`;
};

function link({ messages }: PanelContext, url: string): TemplateResult {
  if (!isHttpUrl(url)) return html`<span>${url}</span>`;
  return html`<a href=${url} target="_blank" rel="noopener noreferrer" tabindex="-1"><bdi>${hostOf(url)}</bdi><span class="hidden"> (${messages.newWindow})</span></a>`;
}

/** What became of a standard as its sign and a word, with all that happened as its tip. */
function changeMark(context: PanelContext, standard: Standard): TemplateResult {
  const { messages, changes } = context;
  const one = changes?.changes.of(standard.id);
  const change = changedClass(one?.change ?? 'unchanged');
  const name = changeName(messages, one?.change ?? 'unchanged');
  if (!one || !change) return html`<span class="none">${name}</span>`;
  const tip = one.facts.map((fact) => factText(context, fact)).join('; ');
  return html`<span class="state" title=${tip}>${changeIcon(change, one.isSure)}<span>${name}</span></span>`;
}

function text(context: PanelContext, standard: Standard, column: Column, value: string): TemplateResult {
  const { messages, format } = context;
  if (column === 'status') return statusMark(context, standard.status);
  if (column === 'change') return changeMark(context, standard);
  if (column === 'title') return html`<span dir="auto">${value}</span>`;
  if (column === 'first' || column === 'latest') return html`<time datetime=${value}>${format.date(value)}</time>`;
  if (column === 'url') return link(context, value);
  return html`<bdi>${TERMS.includes(column) ? termOf(messages, value) : value}</bdi>`;
}

/** What a standard has in a column. */
export function cellBody(context: PanelContext, standard: Standard, column: Column, overlaps: OverlapCounts | undefined): TemplateResult {
  const value = columnValue(context.catalogue, standard, column, overlaps, context.changes?.changes);
  if (value === undefined || value === '' || (isList(value) && value.length === 0)) return notStated(column);
  if (typeof value === 'number') return html`<span class="number">${context.format.number(value)}</span>`;
  if (!isList(value)) return text(context, standard, column, value);
  return html`${value.map((one, at) => html`${at > 0 ? ', ' : nothing}<bdi>${valueLabel(context.catalogue, column, one)}</bdi>`)}`;
}

/** Columns whose text may be longer than its cell. */
const LONG: readonly Column[] = ['id', 'title', 'sdo', 'committee', 'topics', 'aliases', 'sources', 'ics', 'deliverable', 'goals'];

/** The whole text of a cell that may be cut off. */
export function cellTip({ catalogue }: PanelContext, standard: Standard, column: Column): string | typeof nothing {
  if (!LONG.includes(column)) return nothing;
  const value = columnValue(catalogue, standard, column);
  if (isList(value)) return value.length > 0 ? value.map((one) => valueLabel(catalogue, column, one)).join(', ') : nothing;
  return typeof value === 'string' ? value : nothing;
}
