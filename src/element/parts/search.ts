import { html, nothing, type TemplateResult } from 'lit';
import { wordOf } from '../word-of.js';
import { searchMessages } from '../messages-search.js';
import { valueName } from './chips.js';
import type { PanelContext } from './context.js';
import type { BoxState } from './search-box.js';
import { searchHelp } from './search-help.js';
import { searchLine } from './search-line.js';
import type { SearchActions, SearchState, Suggestion } from './search-props.js';

/** What Tab completes: what is highlighted, else the first field or value of which a letter is written. */
function completed({ open, suggestions, active, text }: SearchState): Suggestion | undefined {
  if (!open) return undefined;
  const chosen = suggestions[active];
  if (chosen) return chosen;
  const [first] = suggestions;
  if (!first || !('completion' in first)) return undefined;
  const { from, to, text: whole } = first.completion;
  const written = text.slice(from, to);
  return written !== '' && written !== whole ? first : undefined;
}

function onArrow(step: number, { suggestions, active, open }: SearchState, actions: SearchActions): void {
  const { length } = suggestions;
  if (!open) actions.open();
  else if (length > 0) actions.highlight(active < 0 && step < 0 ? length - 1 : (active + step + length) % length);
}

/** What a key does in the box. */
export function onKey(event: KeyboardEvent, search: SearchState, actions: SearchActions): void {
  const chosen = search.open ? search.suggestions[search.active] : undefined;
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') onArrow(event.key === 'ArrowDown' ? 1 : -1, search, actions);
  else if (event.key === 'Enter') {
    if (chosen) actions.choose(chosen);
    else actions.submit();
  } else if (event.key === 'Escape' && (search.open || search.isHelp || search.text !== '')) actions.escape();
  else if (event.key === 'Tab' && !event.shiftKey) {
    const completion = completed(search);
    if (!completion) return;
    actions.choose(completion);
  } else return;
  event.preventDefault();
}

function suggestionBody(context: PanelContext, suggestion: Suggestion): TemplateResult {
  const { messages, catalogue, format } = context;
  if (suggestion.kind === 'recent') return html`<bdi class="code">${suggestion.filter}</bdi>`;
  if (suggestion.kind === 'record') {
    const { id, kind, title } = suggestion.hit;
    return html`<bdi>${id}</bdi> <span class="kind">${wordOf(messages.kinds, kind)}</span>
        <span class="title" dir="auto">${title}</span>`;
  }
  const { field, value, text, title, count } = suggestion.completion;
  if (suggestion.kind === 'field') return html`<bdi class="code">${text}</bdi> <span class="kind">${wordOf(messages.facets, field)}</span>`;
  const name = valueName(catalogue, messages, field, value);
  return html`<bdi>${name}</bdi> <span class="kind">${
    count === undefined ? nothing : html`${format.number(count)}<span class="hidden"> ${searchMessages.withValue('')}</span>`
  }</span>
        ${title === undefined && name === text ? nothing : html`<span class="title" dir="auto">${title ?? text}</span>`}`;
}

interface Group {
  readonly kind: Suggestion['kind'];
  readonly first: number;
  readonly suggestions: readonly Suggestion[];
}

function grouped(suggestions: readonly Suggestion[]): readonly Group[] {
  const kinds = [...new Set(suggestions.map(({ kind }) => kind))];
  return kinds.map((kind) => ({
    kind,
    first: suggestions.findIndex((one) => one.kind === kind),
    suggestions: suggestions.filter((one) => one.kind === kind),
  }));
}

const quiet = (text: string, name = ''): TemplateResult =>
  html`<li role="option" aria-selected="false" aria-disabled="true" class=${name}><span class="title">${text}</span></li>`;

function suggestionList(context: PanelContext, search: SearchState, actions: SearchActions, shown: boolean): TemplateResult {
  const { suggestions, active, isPartial, text, issues } = search;
  return html`<div class="suggestions" id="suggestions" role="listbox" aria-label=${searchMessages.suggestions} ?hidden=${!shown}>
      ${grouped(suggestions).map(
        ({ kind, first, suggestions: members }) => html`<div role="group" aria-label=${searchMessages.groups[kind]}>
        <div class="head" aria-hidden="true">${searchMessages.groups[kind]}</div>
        <ul role="presentation">${members.map(
          (suggestion, i) =>
            html`<li id="suggestion-${String(first + i)}" role="option" aria-selected=${first + i === active ? 'true' : 'false'} @click=${() => {
              actions.choose(suggestion);
            }}>${suggestionBody(context, suggestion)}</li>`,
        )}</ul></div>`,
      )}
      <ul role="presentation">
      ${suggestions.length === 0 && text.trim() !== '' && issues.length === 0 ? quiet(searchMessages.noSuggestion) : nothing}
      ${isPartial ? quiet(searchMessages.indexing, 'indexing') : nothing}
      </ul>
    </div>`;
}

/** What the box shows of what is typed, and what stands below it. */
export function searchBody(context: PanelContext, search: SearchState, actions: SearchActions): BoxState {
  const shown = search.open && (search.text.trim() !== '' || search.suggestions.length > 0);
  const line = search.isHelp ? nothing : searchLine(context, search, actions);
  return {
    text: search.text,
    isHelp: search.isHelp,
    isWrong: search.isWrong,
    isOpen: shown,
    active: shown && search.active >= 0 ? `suggestion-${String(search.active)}` : undefined,
    line,
    below: [search.isHelp ? searchHelp(context, actions) : nothing, suggestionList(context, search, actions, shown)],
    isShown: shown || line !== nothing || search.isHelp,
  };
}
