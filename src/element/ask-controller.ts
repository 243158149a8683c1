import type { ReactiveControllerHost } from 'lit';
import { parseFilter } from '../analysis/filter.js';
import { fold } from '../analysis/fold.js';
import { mergeTerms } from '../analysis/merge.js';
import { quickSearch } from '../analysis/quick-search.js';
import { readFilter, type PlacedIssue } from '../analysis/reading.js';
import { search } from '../analysis/search.js';
import { caretIn, completions } from '../analysis/suggest.js';
import { FIELDS, formatFilter, type Filter } from '../analysis/terms.js';
import { visible } from '../analysis/visible.js';
import { hasWordIndex } from '../analysis/word-index.js';
import type { Catalogue } from '../model/catalogue.js';
import type { State } from '../state/state.js';
import type { PanelContext } from './parts/context.js';
import { onKey, searchBody } from './parts/search.js';
import type { BoxState, Typed } from './parts/search-box.js';
import { NO_SEARCH, type SearchActions, type SearchState, type Suggestion } from './parts/search-props.js';
import { landscapeOf } from './landscape-day.js';

/** Suggestions of each sort below the search box. */
const RECORDS = 8;
const VALUES = 8;
/** Filters of this visit that are offered again. */
const RECENT = 10;
const RECENT_SHOWN = 4;

/** What the search box needs of the element. */
export interface AskHost extends ReactiveControllerHost {
  filter: string;
  readonly catalogue: Catalogue | undefined;
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** What typing shows before it is kept. */
interface Preview {
  /** The filter that is shown; undefined: the one in force. */
  readonly filter?: string;
  readonly issues: readonly PlacedIssue[];
  /** The standard that Enter goes to. */
  readonly named?: string;
  /** What is typed is understood, and no standard passes. */
  readonly isEmpty?: boolean;
}

const NOTHING: Preview = { issues: [] };

/** What is typed without the word at the caret where it may become the name of a field: nobody looks for `to` who writes `topic:`. */
function settledText(text: string, at: number): string {
  const { from, to, written, field } = caretIn(text, at);
  const isBegun = field === undefined && written !== '' && to === at && FIELDS.some((one) => one.startsWith(fold(written)));
  return isBegun ? text.slice(0, from) + text.slice(to) : text;
}

/**
 * What is typed in the search box: shown on the map at once, kept by Enter, taken back by Escape.
 *
 * The preview stands beside what the reader chose: it writes no address and is no step to undo. With an issue, or without a standard that passes, the
 * last good preview stays.
 */
export class Ask {
  readonly #host: AskHost;
  readonly #choose: (id: string) => void;
  #state: SearchState = NO_SEARCH;
  #caret = 0;
  #isTakenBack = false;
  /** What was last understood of what is typed. */
  #good: Filter | undefined;
  #preview: Preview = NOTHING;
  #of: readonly unknown[] = [];
  #seen: State | undefined;
  #seenOf: readonly unknown[] = [];
  #recent: readonly string[] = [];

  /** @param choose what a chosen record leads to @param typed what stands in the box already */
  constructor(host: AskHost, choose: (id: string) => void, typed: Typed) {
    this.#host = host;
    this.#choose = choose;
    this.#begin(typed);
  }

  /** The filter that is shown: what is typed, as far as it is understood, else the one in force. */
  get shown(): string {
    return this.#look().filter ?? this.#host.filter;
  }

  /** What the reader chose, with the filter that is shown; the same as long as both are. */
  seen(state: State): State {
    const filter = this.#look().filter;
    if (filter === undefined) return state;
    if (this.#seenOf[0] !== state || this.#seenOf[1] !== filter) {
      this.#seenOf = [state, filter];
      this.#seen = Object.freeze({ ...state, filter });
    }
    return this.#seen ?? state;
  }

  /** What the search box shows. */
  get state(): SearchState {
    const { issues, named, isEmpty, filter } = this.#look();
    const catalogue = landscapeOf(this.#host);
    const isWriting = issues.every(({ at, to }) => at <= this.#caret && this.#caret <= to);
    return {
      ...this.#state,
      issues,
      isWrong: issues.length > 0 && (this.#state.isEntered || !isWriting),
      ...(named !== undefined && { named }),
      ...(filter !== undefined && catalogue && { previewed: visible(catalogue, filter).length }),
      ...(isEmpty && { isEmpty }),
    };
  }

  /** The words of a large catalogue can be looked up now. */
  refresh(): void {
    const catalogue = landscapeOf(this.#host);
    if (!catalogue || this.#state.text === '') return;
    this.#set({ ...this.#offered(catalogue, this.#state.text) });
  }

  /** The box and what stands below it. */
  view(context: PanelContext): BoxState {
    return searchBody(context, this.state, this.actions(context.catalogue));
  }

  /** What a key does in the box. */
  key(event: KeyboardEvent, catalogue: Catalogue): void {
    onKey(event, this.state, this.actions(catalogue));
  }

  toggleHelp(): void {
    this.#set({ isHelp: !this.#state.isHelp, open: false, active: -1 });
  }

  /** Takes over what was typed before it came; the list opens where the caret stands in the box. */
  #begin({ text, caret }: Typed): void {
    const catalogue = landscapeOf(this.#host);
    if (text === '' || !catalogue) return;
    this.#caret = caret;
    this.#set({ text, open: this.#input()?.matches(':focus') ?? false, ...this.#offered(catalogue, text) });
  }

  /** What the reader does in the search box. */
  actions(catalogue: Catalogue): SearchActions {
    return {
      input: (text, caret) => {
        this.#isTakenBack = false;
        this.#caret = caret;
        if (text.trim() === '') this.#good = undefined;
        this.#set({ text, active: -1, open: true, isEntered: false, ...this.#offered(catalogue, text) });
      },
      moveCaret: (caret) => {
        if (caret === this.#caret) return;
        this.#caret = caret;
        if (this.#state.open) this.#set({ active: -1, ...this.#offered(catalogue, this.#state.text) });
      },
      highlight: (active) => {
        this.#set({ active, open: true });
      },
      open: () => {
        this.#set({ open: true, active: -1, ...this.#offered(catalogue, this.#state.text) });
      },
      choose: (suggestion) => {
        this.#take(catalogue, suggestion);
      },
      submit: () => {
        this.#submit(catalogue);
      },
      close: () => {
        this.#set({ open: false, active: -1 });
      },
      escape: () => {
        this.#escape();
      },
      discard: () => {
        this.#clear();
      },
      write: (text) => {
        this.#write(catalogue, text, text.length, false);
      },
    };
  }

  #set(state: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...state };
    this.#host.requestUpdate();
  }

  #input(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.search input');
  }

  #clear(): void {
    this.#good = undefined;
    this.#caret = 0;
    this.#set(NO_SEARCH);
  }

  /** The list closes and the map shows what it showed; once more, and the box is empty. */
  #escape(): void {
    const { open, isHelp, text } = this.#state;
    if (isHelp) {
      this.#set({ isHelp: false });
      this.#input()?.focus();
    } else if (open || (text !== '' && !this.#isTakenBack)) {
      this.#isTakenBack = true;
      this.#good = undefined;
      this.#set({ open: false, active: -1, isEntered: false });
    } else this.#clear();
  }

  /** What can be chosen; as long as a large catalogue has no index of words, what can be told without. */
  #offered(catalogue: Catalogue, text: string): Pick<SearchState, 'suggestions' | 'isPartial'> {
    const isPartial = !hasWordIndex(catalogue);
    const found = isPartial ? quickSearch(catalogue, text, RECORDS) : search(catalogue, text, RECORDS);
    const next = isPartial ? [] : completions(catalogue, text, this.#caret, parseFilter(this.#host.filter).filter, VALUES);
    const wanted = text.trim().toLowerCase();
    const recent = this.#recent.filter((one) => one !== text.trim() && one.toLowerCase().includes(wanted)).slice(0, RECENT_SHOWN);
    return {
      isPartial: isPartial && wanted !== '',
      suggestions: [
        ...next.map((completion): Suggestion => ({ kind: completion.kind, completion })),
        ...found.map((hit): Suggestion => ({ kind: 'record', hit })),
        ...recent.map((filter): Suggestion => ({ kind: 'recent', filter })),
      ],
    };
  }

  #take(catalogue: Catalogue, suggestion: Suggestion): void {
    if (suggestion.kind === 'record') {
      this.#clear();
      this.#choose(suggestion.hit.id);
    } else if (suggestion.kind === 'recent') this.#write(catalogue, suggestion.filter, suggestion.filter.length, false);
    else {
      const { from, to, text } = suggestion.completion;
      const before = this.#state.text.slice(0, from) + text;
      this.#write(catalogue, before + this.#state.text.slice(to), before.length, suggestion.kind === 'field');
    }
  }

  /** Puts a text into the box, with the caret in it. */
  #write(catalogue: Catalogue, text: string, caret: number, open: boolean): void {
    this.#isTakenBack = false;
    this.#caret = caret;
    this.#set({ text, active: -1, open, isHelp: false, isEntered: false, ...this.#offered(catalogue, text) });
    void this.#host.updateComplete.then(() => {
      const input = this.#input();
      input?.focus();
      input?.setSelectionRange(caret, caret);
    });
  }

  /** Enter in the search box: a designation goes to its standard, anything else narrows the filter. */
  #submit(catalogue: Catalogue): void {
    const { text } = this.#state;
    if (text.trim() === '') return;
    const named = catalogue.find(text);
    if (named) {
      this.#clear();
      this.#choose(named.id);
      return;
    }
    const { filter, issues } = readFilter(catalogue, text);
    if (issues.length > 0) {
      this.#set({ isEntered: true, open: false, active: -1 });
      return;
    }
    const written = text.trim();
    this.#recent = [written, ...this.#recent.filter((one) => one !== written)].slice(0, RECENT);
    this.#host.filter = formatFilter(mergeTerms(parseFilter(this.#host.filter).filter, filter));
    this.#clear();
  }

  /** What is typed, as it is shown; looked at again only when it is another, or meets another filter or dataset. */
  #look(): Preview {
    const { filter } = this.#host;
    const catalogue = landscapeOf(this.#host);
    const { text } = this.#state;
    if (!catalogue || text.trim() === '') return NOTHING;
    const settled = settledText(text, this.#caret);
    const of = [catalogue, text, settled, filter, this.#isTakenBack, hasWordIndex(catalogue)];
    if (of.some((one, i) => one !== this.#of[i])) {
      this.#of = of;
      this.#preview = this.#read(catalogue, text, settled, filter);
    }
    return this.#preview;
  }

  #read(catalogue: Catalogue, text: string, settled: string, inForce: string): Preview {
    const named = catalogue.find(text)?.id;
    if (named !== undefined) {
      this.#good = undefined;
      return { issues: [], named };
    }
    const { issues } = readFilter(catalogue, text);
    const { filter } = parseFilter(settled);
    if (this.#isTakenBack) return { issues };
    const merged = (typed: Filter): string => formatFilter(mergeTerms(parseFilter(inForce).filter, typed));
    // What was a word is the wrong name of a field now
    if (issues.some(({ code }) => code === 'unknown-field')) this.#good = filter.terms.length > 0 ? filter : undefined;
    const last = this.#good && { filter: merged(this.#good) };
    if (issues.length > 0 || filter.terms.length === 0) return { ...last, issues };
    const canAnswer = hasWordIndex(catalogue) || filter.terms.every((term) => term.field !== 'text');
    if (!canAnswer) return { ...last, issues };
    const next = merged(filter);
    // The dataset may be another by now, and the last good one empty in it
    if (visible(catalogue, next).length === 0)
      return { ...(last && visible(catalogue, last.filter).length > 0 && last), issues, isEmpty: true };
    this.#good = filter;
    return { issues, ...(next !== inForce && { filter: next }) };
  }
}
