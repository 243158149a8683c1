import { html, nothing, type TemplateResult } from 'lit';
import type { Hit } from '../../analysis/search.js';
import { wordOf } from '../messages.js';
import type { PanelContext } from './context.js';
import { searchIcon } from './icons.js';

/** What stands in the search box and below it. */
export interface SearchState {
  readonly text: string;
  readonly hits: readonly Hit[];
  /** Highlighted suggestion; -1 for none. */
  readonly active: number;
  readonly open: boolean;
  /** The index of words is still being made: the hits are what could be told without it. */
  readonly partial: boolean;
}

export const NO_SEARCH: SearchState = { text: '', hits: [], active: -1, open: false, partial: false };

/** What the reader does in the search box. */
export interface SearchActions {
  readonly input: (text: string) => void;
  readonly highlight: (index: number) => void;
  readonly choose: (hit: Hit) => void;
  /** Enter without a highlighted suggestion. */
  readonly submit: (text: string) => void;
  readonly close: () => void;
}

function onKey(event: KeyboardEvent, search: SearchState, actions: SearchActions): void {
  const { hits, active } = search;
  const hit = search.open ? hits[active] : undefined;
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (hits.length === 0) return;
    const step = event.key === 'ArrowDown' ? 1 : -1;
    actions.highlight(active < 0 && step < 0 ? hits.length - 1 : (active + step + hits.length) % hits.length);
  } else if (event.key === 'Enter') {
    if (hit) actions.choose(hit);
    else actions.submit(search.text);
  } else if (event.key === 'Escape' && search.open) actions.close();
  else return;
  event.preventDefault();
}

/** The box in which the reader finds records and writes filters: a combobox with a list of suggestions. */
export function searchBox(context: PanelContext, search: SearchState, actions: SearchActions): TemplateResult {
  const { messages } = context;
  const shown = search.open && search.text.trim() !== '';
  return html`<div class="search" part="search">
    ${searchIcon}
    <input type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
      aria-label=${messages.search} placeholder=${messages.searchHint} aria-autocomplete="list" aria-controls="suggestions" aria-expanded=${shown ? 'true' : 'false'}
      aria-activedescendant=${shown && search.active >= 0 ? `suggestion-${String(search.active)}` : nothing}
      .value=${search.text}
      @input=${(event: Event) => {
        if (event.currentTarget instanceof HTMLInputElement) actions.input(event.currentTarget.value);
      }}
      @keydown=${(event: KeyboardEvent) => {
        onKey(event, search, actions);
      }}
      @blur=${() => {
        actions.close();
      }}>
    <ul class="suggestions" id="suggestions" role="listbox" aria-label=${messages.suggestions} ?hidden=${!shown} @pointerdown=${(
      event: Event,
    ) => {
      event.preventDefault();
    }}>
      ${search.hits.map(
        (hit, i) => html`<li id="suggestion-${i}" role="option" aria-selected=${i === search.active ? 'true' : 'false'} @click=${() => {
          actions.choose(hit);
        }}>
        <bdi>${hit.id}</bdi> <span class="kind">${wordOf(messages.kinds, hit.kind)}</span>
        <span class="title" dir="auto">${hit.title}</span></li>`,
      )}
      ${search.hits.length === 0 ? html`<li role="option" aria-selected="false" aria-disabled="true"><span class="title">${messages.noSuggestion}</span></li>` : nothing}
      ${search.partial ? html`<li role="option" aria-selected="false" aria-disabled="true" class="indexing"><span class="title">${messages.indexing}</span></li>` : nothing}
    </ul>
  </div>`;
}
