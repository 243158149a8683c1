import { html, nothing, type TemplateResult } from 'lit';
import { COLUMNS, type Column } from '../../analysis/columns.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { columnName, nextSort, type TableActions, type TableProps } from './table-props.js';
import { tableMessages } from '../messages-table.js';

/** The columns with one of them a place up or down. */
export function shifted(columns: readonly Column[], column: Column, by: -1 | 1): readonly Column[] {
  const at = columns.indexOf(column);
  const to = at + by;
  const other = columns[to];
  if (at < 0 || other === undefined) return columns;
  return columns.map((one, place) => (place === at ? other : place === to ? column : one));
}

/** The columns with one shown that was hidden, or hidden that was shown; the last one stays. */
export const toggled = (columns: readonly Column[], column: Column): readonly Column[] =>
  !columns.includes(column) ? [...columns, column] : columns.length > 1 ? columns.filter((one) => one !== column) : columns;

function sortButton({ format }: PanelContext, { plan }: TableProps, column: Column, actions: TableActions): TemplateResult {
  const texts = tableMessages;
  const name = columnName(column);
  const place = plan.sort.findIndex((key) => key.column === column);
  const key = plan.sort[place];
  const number = format.number(place + 1);
  const label = !key ? texts.notSorted(name) : key.descending ? texts.sortedDown(name, number) : texts.sortedUp(name, number);
  return html`<button type="button" class="way" data-do="sort" aria-pressed=${key ? 'true' : 'false'} aria-label=${label} title=${label} @click=${() => {
    actions.setSort(nextSort(plan.sort, column, true));
  }}>${key ? `${key.descending ? '▾' : '▴'}${number}` : '↕'}</button>`;
}

function entry(context: PanelContext, props: TableProps, column: Column, actions: TableActions): TemplateResult {
  const { columns } = props.plan;
  const name = columnName(column);
  const at = columns.indexOf(column);
  const shift = (by: -1 | 1, icon: string, label: string): TemplateResult =>
    html`<button type="button" class="way" data-do=${by < 0 ? 'up' : 'down'} aria-label=${label} title=${label} ?disabled=${at < 0 || columns[at + by] === undefined} @click=${() => {
      actions.setColumns(shifted(columns, column, by));
    }}>${icon}</button>`;
  return html`<li data-column=${column}>
    <label><input type="checkbox" data-do="show" .checked=${at >= 0} ?disabled=${at >= 0 && columns.length === 1} @change=${() => {
      actions.setColumns(toggled(columns, column));
    }}><span>${name}</span></label>
    ${shift(-1, '↑', tableMessages.up(name))}${shift(1, '↓', tableMessages.down(name))}${sortButton(context, props, column, actions)}</li>`;
}

/** Which columns there are, in which order, and what the rows are sorted by. */
export function columnsPanel(context: PanelContext, props: TableProps, actions: TableActions, close: () => void): TemplateResult {
  const { messages } = context;
  const texts = tableMessages;
  const { columns, sort } = props.plan;
  const all = [...columns, ...COLUMNS.filter((column) => !columns.includes(column))];
  return html`<section class="table-columns" id="table-columns" aria-label=${texts.choose} @keydown=${(event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  }}>
    <header><h2>${texts.choose}</h2><button type="button" class="icon" aria-label=${messages.close} @click=${close}>${closeIcon}</button></header>
    <p class="small">${texts.chooseHelp}</p>
    <p class="buttons"><button type="button" data-do="usual" @click=${() => {
      actions.setColumns([]);
    }}>${texts.usual}</button>${
      sort.length > 0
        ? html`<button type="button" data-do="unsort" @click=${() => {
            actions.setSort([]);
          }}>${texts.unsort}</button>`
        : nothing
    }</p>
    <ul>${all.map((column) => entry(context, props, column, actions))}</ul>
  </section>`;
}
