import { html, nothing, type TemplateResult } from 'lit';
import type { Facet } from '../../analysis/facets-by.js';
import { isGoalFramework } from '../../analysis/goals.js';
import { wordOf } from '../word-of.js';
import type { PanelContext } from './context.js';
import { closeIcon } from './icons.js';
import { goalSwitch } from './goal-switch.js';
import { valueName } from './chips.js';

const isOfGoals = ({ field }: Facet): boolean => isGoalFramework(field);

/** Facets that are open before the reader opens any. */
const OPEN = new Set(['sdo', 'topic']);

/** The facets with a box for every value that still has standards. */
export function filtersPanel(
  context: PanelContext,
  facets: readonly Facet[],
  toggle: (field: Facet['field'], value: string) => void,
  close: () => void,
  goalsOn: string | undefined,
): TemplateResult {
  const { messages, format, catalogue } = context;
  const option = (facet: Facet, { value, count, selected }: Facet['options'][number]): TemplateResult => html`<li><label>
    <input type="checkbox" .checked=${selected} @change=${() => {
      toggle(facet.field, value);
    }}>
    <span dir="auto">${valueName(catalogue, messages, facet.field, value)}</span>
    <span class="number">${format.number(count)}</span>
  </label></li>`;
  return html`<section class="filters" part="filters" aria-label=${messages.filters}>
    <header><h2>${messages.filters}</h2>
      <button type="button" class="icon" aria-label=${messages.hideFilters} @click=${close}>${closeIcon}</button></header>
    ${goalSwitch(context)}
    ${[...facets.filter(isOfGoals), ...facets.filter((facet) => !isOfGoals(facet))]
      .filter((facet) => facet.options.length > 0)
      .map(
        (facet) => html`
      <details ?open=${OPEN.has(facet.field) || facet.field === goalsOn || facet.options.some((o) => o.selected)}>
        <summary>${wordOf(messages.facets, facet.field)}</summary>
        <ul>${facet.options.map((o) => option(facet, o))}</ul>
      </details>`,
      )}
    ${facets.every((facet) => facet.options.length === 0) ? html`<p>${messages.empty}</p>` : nothing}
  </section>`;
}
