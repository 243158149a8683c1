import { html, nothing, type TemplateResult } from 'lit';
import { countThere, dayShown } from '../../analysis/day.js';
import type { StandardId } from '../../model/dataset.js';
import { legendOf } from '../../scene/classes.js';
import { lensCounts } from '../../scene/lens-counts.js';
import type { State } from '../../state/state.js';
import type { Drawn } from '../drawing-controller.js';
import { presentMessages as words } from '../messages-present.js';
import { valueName } from '../parts/chips.js';
import type { PanelContext } from '../parts/context.js';
import { coordinatedRow, lensLegend } from '../parts/legend-lens.js';
import { shapeRows, swatch } from '../parts/legend.js';

/** Most colours that are named: what a room can keep in mind. */
const MOST = 9;

/** Signs of the lenses; without one the shapes and the double line, which most see for the first time. */
function signs(context: PanelContext, drawn: Drawn): TemplateResult | typeof nothing {
  const counts = lensCounts(context.catalogue, drawn);
  const hasLens = (drawn.candidates ?? drawn.gaps ?? drawn.changes) !== undefined;
  if (hasLens) return lensLegend(context, counts);
  const shapes = shapeRows(context, drawn.about ? ['standard', 'committee'] : ['standard', 'committee', 'topic']);
  return html`<ul>${shapes}${coordinatedRow(context, counts.coordinated)}</ul>`;
}

/** What the colours and signs of a scene mean, of which day it is, and how much of the field it shows. */
export function showLegend(
  context: PanelContext,
  { view, color }: State,
  visible: ReadonlySet<StandardId>,
  drawn: Drawn | undefined,
): TemplateResult {
  const { catalogue, messages, format } = context;
  const day = dayShown(catalogue);
  const isColoured = view === 'graph' || view === 'timeline';
  const entries = isColoured ? legendOf(catalogue, color, visible) : [];
  return html`<strong dir="auto">${words.standards(format.number(visible.size), format.number(countThere(catalogue)))}</strong>
    ${day === '' ? nothing : html`<strong>${words.asOf(format.longDate(day))}</strong>`}
    <ul>${entries
      .slice(0, MOST)
      .map(
        ({ slot, value }) =>
          html`<li>${swatch(slot)} <span dir="auto">${value === undefined ? messages.others : valueName(catalogue, messages, color, value)}</span></li>`,
      )}</ul>
    ${drawn && view === 'graph' ? signs(context, drawn) : nothing}`;
}
