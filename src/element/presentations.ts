import type { CSSResult } from 'lit';
import type { View } from '../state/state.js';
import { addStyles } from './adopted-styles.js';
import type { Presentation, PresentationHost } from './presentation.js';

/** What is loaded when it is needed: presentations beside graph and matrix, and the comparison that stands over all of them. */
export type Presented = View | 'compare';

const LOADERS: Readonly<Partial<Record<Presented, (host: PresentationHost) => Promise<Presentation>>>> = {
  table: async (host) => new (await import('./table-view.js')).TableView(host),
  compare: async (host) => new (await import('./compare-view.js')).CompareView(host),
  timeline: async (host) => (await import('./timeline-view.js')).timelineView(host),
};

/** Loads presentations when they are first asked for, and keeps them. */
export class Presentations {
  readonly #host: PresentationHost;
  readonly #told: (text: string) => void;
  readonly #loaded = new Map<Presented, Presentation>();
  readonly #asked = new Set<Presented>();

  /** @param told what the reader is told when one cannot be loaded */
  constructor(host: PresentationHost, told: (text: string) => void) {
    this.#host = host;
    this.#told = told;
  }

  /** The presentation of a view; undefined for graph and matrix, and as long as it is being loaded. */
  get(view: Presented): Presentation | undefined {
    if (!this.#asked.has(view)) void this.#load(view);
    return this.#loaded.get(view);
  }

  /** The looks of everything loaded so far. */
  get styles(): readonly CSSResult[] {
    return [...this.#loaded.values()].flatMap(({ styles }) => styles);
  }

  async #load(view: Presented): Promise<void> {
    const load = LOADERS[view];
    if (!load) return;
    this.#asked.add(view);
    try {
      const presentation = await load(this.#host);
      this.#loaded.set(view, presentation);
      const { shadowRoot } = this.#host;
      if (shadowRoot) addStyles(shadowRoot, presentation.styles, Infinity);
      this.#host.requestUpdate();
    } catch (error) {
      // Asked again at the next switch
      this.#asked.delete(view);
      this.#told(error instanceof Error ? error.message : String(error));
    }
  }
}
