import { html, nothing, type TemplateResult } from 'lit';
import type { Axis } from '../../analysis/cell.js';
import type { PanelContext } from './context.js';
import { swapIcon } from './arrow-icons.js';
import { axesOf, headingName, swapped, withAxis } from './matrix-axes.js';
import { AS_COUNTED, type Order } from './matrix-order.js';
import type { MatrixProps } from './matrix-props.js';
import { matrixMessages } from '../messages-matrix.js';
import { committeeMessages } from '../messages-committees.js';

/** A choice among closed values. */
function choice<T>(
  label: string,
  options: readonly { readonly text: string; readonly value: T; readonly isChosen: boolean }[],
  set: (value: T) => void,
): TemplateResult {
  return html`<label><span>${label}</span><select @change=${(event: Event) => {
    const chosen = event.currentTarget instanceof HTMLSelectElement ? options[event.currentTarget.selectedIndex] : undefined;
    if (chosen) set(chosen.value);
  }}>${options.map(({ text, isChosen }) => html`<option .selected=${isChosen}>${text}</option>`)}</select></label>`;
}

/** The orders of the menu; one by a heading only while it is in force. */
const ORDERS: readonly Order[] = [
  AS_COUNTED,
  { by: 'works', heading: '', ascending: false },
  { by: 'works', heading: '', ascending: true },
  { by: 'gaps', heading: '', ascending: false },
  { by: 'gaps', heading: '', ascending: true },
];

/** Committees stand in one order in rows and columns. */
const COMMITTEE_ORDERS: readonly Order[] = [
  AS_COUNTED,
  ...(['works', 'candidates'] as const).map((by) => ({ by, heading: '', ascending: false })),
];

const same = (a: Order, b: Order): boolean => a.by === b.by && a.heading === b.heading && a.ascending === b.ascending;

function orderChoice(
  context: PanelContext,
  label: string,
  order: Order,
  headings: Axis,
  set: (order: Order) => void,
  orders: readonly Order[] = ORDERS,
): TemplateResult {
  const { catalogue, messages } = context;
  const texts = matrixMessages;
  const text = (one: Order): string => {
    if (one.by === 'heading') return texts.byHeading(headingName(catalogue, messages, headings, one.heading));
    if (one.by === 'dataset' && orders === COMMITTEE_ORDERS) return committeeMessages.orders.dataset;
    if (one.by === 'candidates') return committeeMessages.orders.candidates;
    if (one.ascending && one.by !== 'dataset') return one.by === 'works' ? texts.fewestWorks : texts.fewestGaps;
    return texts.orders[one.by];
  };
  const all = order.by === 'heading' ? [...orders, order] : orders;
  return choice(
    label,
    all.map((one) => ({ text: text(one), value: one, isChosen: same(one, order) })),
    set,
  );
}

/** What rows and columns stand for, their order, and the lens on gaps. */
export function matrixTools(context: PanelContext, props: MatrixProps): TemplateResult {
  const texts = matrixMessages;
  const { rows, columns, sort, isGapLens, setAxes, setSort, setGapLens } = props;
  const ofCommittees = rows === 'committee' && columns === 'committee';
  const axisChoice = (side: 'rows' | 'columns'): TemplateResult =>
    choice(
      texts[side],
      axesOf(context.catalogue).map((axis) => ({ text: texts.axes[axis], value: axis, isChosen: axis === props[side] })),
      (axis) => {
        setAxes(withAxis({ rows, columns }, side, axis));
      },
    );
  return html`<div class="matrix-tools" role="group" aria-label=${texts.tools}>
    ${axisChoice('rows')}
    <button type="button" class="icon swap" aria-label=${texts.swap} title=${texts.swap} @click=${() => {
      setAxes(swapped({ rows, columns }));
    }}>${swapIcon}</button>
    ${axisChoice('columns')}
    ${orderChoice(
      context,
      ofCommittees ? committeeMessages.order : texts.orderRows,
      sort.rows,
      columns,
      (order) => {
        setSort({ ...sort, rows: order });
      },
      ofCommittees ? COMMITTEE_ORDERS : ORDERS,
    )}
    ${
      ofCommittees
        ? nothing
        : orderChoice(context, texts.orderColumns, sort.columns, rows, (order) => {
            setSort({ ...sort, columns: order });
          })
    }
    <button type="button" class="by-committees" aria-pressed=${ofCommittees ? 'true' : 'false'} title=${committeeMessages.title} @click=${() => {
      setAxes(ofCommittees ? { rows: 'domain', columns: 'capability' } : { rows: 'committee', columns: 'committee' });
    }}>${committeeMessages.compare}</button>
    <button type="button" class="gap-lens" ?hidden=${ofCommittees} aria-pressed=${isGapLens ? 'true' : 'false'} @click=${() => {
      setGapLens(!isGapLens);
    }}>${texts.highlight}</button>
    ${props.isBusy ? html`<span class="small" role="status">${texts.recounting}</span>` : nothing}
  </div>`;
}
