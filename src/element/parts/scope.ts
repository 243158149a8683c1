import { html, nothing, type TemplateResult } from 'lit';
import { readTerms } from '../../analysis/filter-terms.js';
import { mergeTerms } from '../../analysis/merge.js';
import { formatFilter, formatTerm, type Filter } from '../../analysis/terms.js';
import type { PanelContext } from './context.js';

/**
 * Switches between the set that the dataset opens with and all standards; other terms of the filter stay.
 *
 * @param showAll shows all of what then passes
 */
export function scopeSwitch(context: PanelContext, filter: Filter, showAll: () => void): TemplateResult | typeof nothing {
  const { catalogue, messages, filterBy } = context;
  const { opening } = catalogue.dataset;
  if (!opening) return nothing;
  const narrow = readTerms(opening.filter);
  const wanted = new Set(narrow.terms.map(formatTerm));
  const own = new Set(filter.terms.map(formatTerm));
  const isNarrow = [...wanted].every((term) => own.has(term));
  const isWhole = [...wanted].every((term) => !own.has(term));
  const others = { terms: filter.terms.filter((term) => !wanted.has(formatTerm(term))) };
  const label = opening.label;
  return html`<div class="scope" role="group" aria-label=${messages.scope}>
    <button type="button" class="narrow" aria-pressed=${isNarrow ? 'true' : 'false'} @click=${() => {
      filterBy(formatFilter(mergeTerms(others, narrow)));
      showAll();
    }}><bdi>${label}</bdi></button>
    <button type="button" class="whole" aria-pressed=${isWhole ? 'true' : 'false'} @click=${() => {
      filterBy(formatFilter(others));
      showAll();
    }}>${messages.whole}</button>
  </div>`;
}
