import { html, nothing, type TemplateResult } from 'lit';
import { mergeTerms } from '../../analysis/merge.js';
import { formatTerm, type Filter } from '../../analysis/terms.js';
import type { PanelContext } from './context.js';

/**
 * Switches between the set that the dataset opens with and all standards; other terms of the filter stay.
 *
 * @param showAll shows all of what then passes
 */
export function scopeSwitch(context: PanelContext, filter: Filter, showAll: () => void): TemplateResult | typeof nothing {
  const { catalogue, messages, changeFilter, opening } = context;
  if (!opening) return nothing;
  const wanted = new Set(opening.terms.map(formatTerm));
  const own = new Set(filter.terms.map(formatTerm));
  const isNarrow = [...wanted].every((term) => own.has(term));
  const isWhole = [...wanted].every((term) => !own.has(term));
  const others = ({ terms }: Filter): Filter => ({ terms: terms.filter((term) => !wanted.has(formatTerm(term))) });
  return html`<div class="scope" role="group" aria-label=${messages.scope}>
    <button type="button" class="narrow" aria-pressed=${isNarrow ? 'true' : 'false'} @click=${() => {
      changeFilter((inForce) => mergeTerms(others(inForce), opening));
      showAll();
    }}><bdi>${catalogue.dataset.opening?.label}</bdi></button>
    <button type="button" class="whole" aria-pressed=${isWhole ? 'true' : 'false'} @click=${() => {
      changeFilter(others);
      showAll();
    }}>${messages.whole}</button>
  </div>`;
}
