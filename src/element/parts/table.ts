import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { hasGoals, isGoalFramework } from '../../analysis/goals.js';
import { GROUP_FIELDS, type GroupField } from '../../analysis/grouping.js';
import type { PanelContext } from './context.js';
import { columnsPanel } from './table-columns.js';
import { fieldName, type TableActions, type TableProps } from './table-props.js';
import { columnCount } from './table-rows.js';
import { tableSum } from './table-sum.js';
import { tableMessages } from '../messages-table.js';

/** Around the rows: what is open, and what happens in the box of the rows. */
export interface TableShell extends TableProps {
  readonly isChoosing: boolean;
  readonly setChoosing: (isChoosing: boolean) => void;
  readonly attach: (box?: Element) => void;
  readonly onScroll: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onDown: (event: PointerEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

function tools(context: PanelContext, shell: TableShell, actions: TableActions): TemplateResult {
  const { messages } = context;
  const texts = tableMessages;
  const { by, groups } = shell.plan;
  const isOf = (field: GroupField): boolean =>
    field === 'change' ? context.changes !== undefined || by === field : !isGoalFramework(field) || hasGoals(context.catalogue, field);
  const fields = GROUP_FIELDS.filter(isOf);
  const isAllFolded = groups.length > 0 && groups.every(({ value }) => shell.isFolded(value));
  return html`<div class="table-tools" role="group" aria-label=${texts.tools}>
    <button type="button" class="choose" aria-expanded=${shell.isChoosing ? 'true' : 'false'} aria-controls="table-columns" @click=${() => {
      shell.setChoosing(!shell.isChoosing);
    }}>${texts.choose}</button>
    <label><span>${texts.group}</span><select class="by" @change=${(event: Event) => {
      const select = event.currentTarget;
      if (select instanceof HTMLSelectElement) actions.setBy(fields[select.selectedIndex - 1]);
    }}><option .selected=${by === undefined}>${texts.ungrouped}</option>${fields.map(
      (field) => html`<option .selected=${field === by}>${fieldName(messages, field)}</option>`,
    )}</select></label>
    ${
      by === undefined
        ? nothing
        : html`<button type="button" class="fold" @click=${() => {
            actions.fold(
              groups.map(({ value }) => value),
              !isAllFolded,
            );
          }}>${isAllFolded ? texts.unfold : texts.fold}</button>`
    }
    <p class="sum" role="status"><span>${tableSum(context, shell)}</span>${
      !shell.overlaps && shell.plan.columns.includes('overlaps') ? html` <span>${texts.seekingAll}</span>` : nothing
    }</p>
  </div>`;
}

/** The table: tools, and the box of the rows, which `TableGrid` fills; the paper, which printing fills. */
export function tableView(context: PanelContext, shell: TableShell, actions: TableActions): TemplateResult {
  const { catalogue } = context;
  const texts = tableMessages;
  const { onScroll, onKey, onClick, onDown, onFocus } = shell;
  return html`<section class="table-view" part="table" aria-label=${texts.name(catalogue.dataset.title)}>
    ${tools(context, shell, actions)}
    <div class="table-middle">
      <div class="table-box" role="grid" tabindex="-1" aria-readonly="true" aria-multiselectable="true" aria-label=${texts.name(catalogue.dataset.title)}
        aria-describedby="table-help" aria-rowcount=${shell.lines.length + 1} aria-colcount=${columnCount({ ...shell, isCards: false })}
        @scroll=${onScroll} @keydown=${onKey} @click=${onClick} @pointerdown=${onDown} @focusin=${onFocus} ${ref(shell.attach)}>
        <div class="table-head" role="rowgroup"></div>
        <div class="table-body" role="rowgroup"></div>
      </div>
      ${
        shell.isChoosing
          ? columnsPanel(context, shell, actions, () => {
              shell.setChoosing(false);
            })
          : nothing
      }
    </div>
    <p id="table-help" class="hidden">${texts.help}</p>
    <div class="table-paper"></div>
  </section>`;
}
