import { html, nothing, type TemplateResult } from 'lit';
import { focusFilter, nearCount, type Focus } from '../../analysis/focus-filters.js';
import { MAX_FILTER_LENGTH } from '../../analysis/filter.js';
import { DEPTHS, type Depth } from '../../analysis/network.js';
import type { PanelContext } from './context.js';
import { counted } from './counted.js';
import { selectionMessages } from '../messages-selection.js';

/** Fewest and most standards that are compared side by side. */
const COMPARED = { least: 2, most: 6 } as const;
/** Most standards whose neighbourhoods are counted on the buttons. */
const COUNTED = 25;

const button = (name: string, action: string, act: () => void, label?: string): TemplateResult =>
  html`<button type="button" data-do=${action} title=${label ?? name} aria-label=${label ?? name} @click=${act}>${name}</button>`;

function nearButton(context: PanelContext, standards: readonly string[], depth: Depth, act: () => void): TemplateResult {
  const { catalogue, messages, format } = context;
  const count = standards.length > COUNTED ? undefined : counted(format, nearCount(catalogue, standards, depth));
  const name = count ? messages.analysis.counted(String(depth), count.text) : String(depth);
  return button(name, `near-${String(depth)}`, act, count && selectionMessages.nearName(depth, count));
}

/** What can be done with selected standards: filters, a comparison, nothing selected. Every panel about selected standards begins with it. */
export function selectionBar(context: PanelContext, ids: readonly string[]): TemplateResult | typeof nothing {
  const { catalogue, format, selection } = context;
  const standards = ids.filter((id) => catalogue.standard(id));
  if (!selection || standards.length === 0) return nothing;
  const words = selectionMessages;
  const focus = (wanted: Focus, depth: Depth = 1): void => {
    const filter = focusFilter(selection.filter(), standards, wanted, depth);
    if (filter === undefined) context.tell(words.tooLong(format.number(MAX_FILTER_LENGTH)));
    // What is selected is drawn whatever the filter says, so what is hidden is not selected any more
    else selection.set(wanted === 'hide' ? { filter, selected: ids.filter((id) => !standards.includes(id)) } : { filter });
  };
  const n = standards.length;
  return html`<div class="selection-bar" role="group" aria-label=${words.bar}>
    ${button(words.only(n), 'only', () => {
      focus('only');
    })}
    ${button(words.hide(n), 'hide', () => {
      focus('hide');
    })}
    <span class="near" role="group" aria-label=${words.near} title=${words.nearHint}><span aria-hidden="true">${words.near}</span>${DEPTHS.map(
      (depth) =>
        nearButton(context, standards, depth, () => {
          focus('near', depth);
        }),
    )}</span>
    ${
      n === 2
        ? button(
            words.path,
            'path',
            () => {
              focus('path');
            },
            words.pathName,
          )
        : nothing
    }
    ${
      n >= COMPARED.least && n <= COMPARED.most
        ? button(words.compare, 'compare', () => {
            selection.set({ panel: 'compare' });
          })
        : nothing
    }
    ${button(words.clear, 'clear', selection.clear)}
  </div>`;
}
