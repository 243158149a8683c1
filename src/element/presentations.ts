import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Candidate } from '../analysis/candidate.js';
import type { StandardId } from '../model/dataset.js';
import type { Settings, State, View } from '../state/state.js';
import type { PanelContext } from './parts/context.js';

/** What a presentation shows. */
export interface PresentationData {
  readonly state: State;
  /** What passes the filter; the same set as long as it says the same. */
  readonly shown: ReadonlySet<StandardId>;
  /** Open overlap candidates of the whole dataset, strongest first; undefined as long as they are looked for. */
  readonly candidates: readonly Candidate[] | undefined;
}

/** What the reader does in a presentation. */
export interface PresentationActions {
  /** Changes parts of what the reader chose, in one step. */
  readonly set: (settings: Settings) => void;
  /** Selects exactly these, in this order. */
  readonly select: (ids: readonly StandardId[]) => void;
}

/** A presentation that is loaded when it is needed: it stands in the place of the drawing. */
export interface Presentation {
  /** Its looks, which come with it. */
  readonly styles: readonly CSSResult[];
  view(context: PanelContext, data: PresentationData, actions: PresentationActions): TemplateResult;
  /** What it shows as an SVG of its own with real text; absent where there is no picture of it. */
  svg?(title: string): string;
}

/** What a presentation needs of the element it stands in. */
export interface PresentationHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
}

/** How the presentations beside graph and matrix are loaded. */
const LOADERS: Readonly<Partial<Record<View, (host: PresentationHost) => Promise<Presentation>>>> = {};

/** Views that can be switched to, in the order of the switch. */
export const SHOWN_VIEWS: readonly View[] = (['graph', 'matrix', 'timeline', 'table'] as const).filter(
  (view) => view === 'graph' || view === 'matrix' || LOADERS[view] !== undefined,
);

/** Loads presentations when they are first asked for, and keeps them. */
export class Presentations {
  readonly #host: PresentationHost;
  readonly #told: (text: string) => void;
  readonly #loaded = new Map<View, Presentation>();
  readonly #asked = new Set<View>();

  /** @param told what the reader is told when one cannot be loaded */
  constructor(host: PresentationHost, told: (text: string) => void) {
    this.#host = host;
    this.#told = told;
  }

  /** The presentation of a view; undefined for graph and matrix, and as long as it is being loaded. */
  get(view: View): Presentation | undefined {
    if (!this.#asked.has(view)) void this.#load(view);
    return this.#loaded.get(view);
  }

  /** The looks of everything loaded so far. */
  get styles(): readonly CSSResult[] {
    return [...this.#loaded.values()].flatMap(({ styles }) => styles);
  }

  async #load(view: View): Promise<void> {
    const load = LOADERS[view];
    if (!load) return;
    this.#asked.add(view);
    try {
      const presentation = await load(this.#host);
      this.#loaded.set(view, presentation);
      const { shadowRoot } = this.#host;
      if (shadowRoot) shadowRoot.adoptedStyleSheets.push(...presentation.styles.flatMap(({ styleSheet }) => styleSheet ?? []));
      this.#host.requestUpdate();
    } catch (error) {
      // Asked again at the next switch
      this.#asked.delete(view);
      this.#told(error instanceof Error ? error.message : String(error));
    }
  }
}
