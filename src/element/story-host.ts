import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Settings, State } from '../state/state.js';
import type { Exporter } from './exporter.js';

/** What a story in the making needs of the element. */
export interface StoryHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly catalogue: Catalogue | undefined;
  /** Ids that pass the filter, in dataset order. */
  readonly visible: readonly StandardId[];
  readonly label: string;
  /** Story that the page names; empty: none. */
  readonly story?: string;
  /** Absent where the element cannot present. */
  present?(scene?: number | string): Promise<void>;
  fit(ids?: readonly string[]): void;
}

/** What it asks of it. */
export interface StoryActions {
  readonly state: () => State;
  readonly set: (settings: Settings) => void;
  /** Tells the reader a sentence. */
  readonly tell: (text: string) => void;
  /** What is drawn, and where the camera stands. */
  readonly exporter: Exporter;
}
