import { html, nothing, type TemplateResult } from 'lit';
import type { PanelContext } from './context.js';
import { searchIcon } from './icons.js';

/** What is typed, and where the caret stands in it, in UTF-16 units. */
export interface Typed {
  readonly text: string;
  readonly caret: number;
}

/** What the box shows: its text, and what the machinery behind it says once it has come. */
export interface BoxState {
  readonly text: string;
  readonly isHelp?: boolean;
  readonly isWrong?: boolean;
  /** Id of the highlighted suggestion. */
  readonly active?: string | undefined;
  /** The list of suggestions is open. */
  readonly isOpen?: boolean;
  /** What becomes of what is typed. */
  readonly line?: unknown;
  /** What stands below the box; absent until it has come. */
  readonly below?: unknown;
  /** Whether anything of it is shown. */
  readonly isShown?: boolean;
}

/** What the reader does in the box. */
export interface BoxActions {
  /** The reader is about to use it. */
  readonly prepare: () => void;
  /** @param caret in UTF-16 units */
  readonly input: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly key: (event: KeyboardEvent) => void;
  /** The focus has gone elsewhere. */
  readonly close: () => void;
  readonly escape: () => void;
  readonly toggleHelp: () => void;
}

/** The box in which the reader finds records and writes filters: a combobox, with suggestions as soon as they have come. */
export function searchBox({ messages }: PanelContext, box: BoxState, actions: BoxActions): TemplateResult {
  const onCaret = (event: Event): void => {
    if (event.currentTarget instanceof HTMLInputElement) actions.moveCaret(event.currentTarget.selectionStart ?? 0);
  };
  return html`<div class="search" part="search" @pointerenter=${actions.prepare} @focusin=${actions.prepare}>
    ${searchIcon}
    <input type="text" role="combobox" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search"
      aria-label=${messages.searchLabel} placeholder=${messages.searchHint} aria-autocomplete="list" aria-controls=${box.below === undefined ? nothing : 'suggestions'} aria-expanded=${box.isOpen ? 'true' : 'false'}
      aria-activedescendant=${box.active ?? nothing}
      aria-invalid=${box.isWrong ? 'true' : nothing} aria-describedby="search-line"
      .value=${box.text}
      @input=${(event: Event) => {
        if (event.currentTarget instanceof HTMLInputElement)
          actions.input(event.currentTarget.value, event.currentTarget.selectionStart ?? event.currentTarget.value.length);
      }}
      @keydown=${actions.key} @keyup=${onCaret} @click=${onCaret} @blur=${actions.close}>
    <button type="button" class="icon help" aria-label=${messages.searchWriting} aria-expanded=${box.isHelp ? 'true' : 'false'} @click=${actions.toggleHelp}>?</button>
    <div class="asked" ?hidden=${!box.isShown} @pointerdown=${(event: Event) => {
      // The focus stays in the box
      event.preventDefault();
    }} @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') actions.escape();
    }}>
      <div id="search-line">${box.line}</div>
      ${box.below}
    </div>
  </div>`;
}
