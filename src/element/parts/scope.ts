import { html, nothing, type TemplateResult } from 'lit';
import { parseFilter } from '../../analysis/filter.js';
import { formatFilter, formatTerm, type Filter, type Term } from '../../analysis/terms.js';
import type { PanelContext } from './context.js';

/** The terms of both filters; where both ask for the same field in the same sense, the added one replaces the other. */
export function mergeTerms(filter: Filter, added: Filter): Filter {
  const replaced = (term: Term): boolean =>
    term.field !== 'text' && added.terms.some((other) => other.field === term.field && other.not === term.not);
  const known = new Set(added.terms.map(formatTerm));
  return { terms: [...filter.terms.filter((term) => !replaced(term) && !known.has(formatTerm(term))), ...added.terms] };
}

/**
 * Switches between the set that the dataset opens with and all standards; other terms of the filter stay.
 *
 * @param showAll shows all of what then passes
 */
export function scopeSwitch(context: PanelContext, filter: Filter, showAll: () => void): TemplateResult | typeof nothing {
  const { catalogue, messages, filterBy } = context;
  const { opening } = catalogue.dataset;
  if (!opening) return nothing;
  const narrow = parseFilter(opening.filter).filter;
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
