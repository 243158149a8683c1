import type { TemplateResult } from 'lit';
import { mergeTerms } from '../analysis/merge.js';
import { plainFilter } from '../analysis/plain-reader.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Choices } from './choices.js';
import type { Desk } from './desk.js';
import type { OnDemand } from './on-demand.js';
import type { PanelContext } from './parts/context.js';
import { searchBox, type Typed } from './parts/search-box.js';

/** What the box needs of the element. */
export interface BoxHost {
  filter: string;
  readonly catalogue: Catalogue | undefined;
  requestUpdate(): void;
}

const NOTHING: Typed = { text: '', caret: 0 };

/**
 * The search box before what stands behind it has come: takes text, and of what is entered does what needs no more than records.
 *
 * The box stays the same input element when suggestions and preview arrive with the desk; they begin with what is typed by then.
 */
export class AskBox {
  readonly #host: BoxHost;
  readonly #desk: OnDemand<Desk>;
  readonly #choose: (id: string) => void;
  readonly #changeFilter: PanelContext['changeFilter'];
  #typed = NOTHING;
  /** The last filter that could be answered without the desk. */
  #plain = '';
  #of: readonly unknown[] = [];

  /**
   * @param choose what an entered designation leads to
   * @param changeFilter changes the filter in force
   */
  constructor(host: BoxHost, desk: OnDemand<Desk>, choose: (id: string) => void, changeFilter: PanelContext['changeFilter']) {
    this.#host = host;
    this.#desk = desk;
    this.#choose = choose;
    this.#changeFilter = changeFilter;
  }

  /** What the reader has typed by now, for what takes over. */
  get typed(): Typed {
    return this.#typed;
  }

  /** The filter that is shown: what is typed, as far as it is understood, else the one in force. */
  get shown(): string {
    return this.#desk.part?.ask.shown ?? this.#answered();
  }

  /** The filter in force where fields alone answer it; another waits for the desk, and what was shown stays. */
  #answered(): string {
    const { filter, catalogue } = this.#host;
    if (catalogue && (this.#of[0] !== filter || this.#of[1] !== catalogue)) {
      this.#of = [filter, catalogue];
      if (plainFilter(filter, catalogue)) this.#plain = filter;
    }
    return this.#plain;
  }

  /** The reader's choices, with the filter that is shown. */
  choices(choices: Choices): Choices {
    return {
      state: this.#desk.part?.ask.seen(choices.state) ?? choices.state,
      defaults: choices.defaults,
      take: (settings) => {
        choices.take(settings);
      },
      select: (ids) => {
        choices.select(ids);
      },
    };
  }

  view(context: PanelContext): TemplateResult {
    const ask = this.#desk.part?.ask;
    const { catalogue } = context;
    return searchBox(context, ask?.view(context) ?? { text: this.#typed.text }, {
      prepare: () => {
        this.#desk.prepare();
      },
      input: (text, caret) => {
        if (ask) ask.actions(catalogue).input(text, caret);
        else this.#type({ text, caret });
      },
      moveCaret: (caret) => {
        if (ask) ask.actions(catalogue).moveCaret(caret);
        else this.#typed = { ...this.#typed, caret };
      },
      key: (event) => {
        if (ask) ask.key(event, catalogue);
        else this.#key(event, catalogue);
      },
      close: () => {
        ask?.actions(catalogue).close();
      },
      escape: () => {
        ask?.actions(catalogue).escape();
      },
      toggleHelp: () => {
        this.#desk.use((desk) => {
          desk.ask.toggleHelp();
        });
      },
    });
  }

  #type(typed: Typed): void {
    this.#typed = typed;
    this.#host.requestUpdate();
    this.#desk.prepare();
  }

  #key(event: KeyboardEvent, catalogue: Catalogue): void {
    const { text } = this.#typed;
    if (event.isComposing) return;
    if (event.key === 'Enter') this.#enter(text, catalogue);
    else if (event.key === 'Escape' && text !== '') this.#type(NOTHING);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      this.#desk.use(({ ask }) => {
        ask.actions(catalogue).open();
      });
    else return;
    event.preventDefault();
  }

  /** A designation goes to its standard, fields narrow the filter; anything else waits for what can read it, and is left where the reader writes on meanwhile. */
  #enter(text: string, catalogue: Catalogue): void {
    const named = catalogue.find(text);
    const filter = plainFilter(text, catalogue);
    if (named) {
      this.#type(NOTHING);
      this.#choose(named.id);
    } else if (filter && filter.terms.length > 0) {
      this.#type(NOTHING);
      this.#changeFilter((inForce) => mergeTerms(inForce, filter));
    } else if (text.trim() !== '')
      this.#desk.use(({ ask }) => {
        if (ask.state.text === text) ask.actions(catalogue).submit();
      });
  }
}
