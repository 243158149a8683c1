import type { ReactiveControllerHost } from 'lit';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Settings, State } from '../state/state.js';
import type { OwnDataset } from './dataset-controller.js';

/** What files of the reader need of the element. */
export interface FilesHost extends ReactiveControllerHost, HTMLElement {
  readonly catalogue: Catalogue | undefined;
  /** Ids that pass the filter, in dataset order. */
  readonly visible: readonly StandardId[];
  readonly without: string;
}

/** What they ask of it. */
export interface FilesActions {
  readonly state: () => State;
  readonly set: (settings: Settings) => void;
  /** Tells the reader a sentence. */
  readonly tell: (text: string) => void;
  readonly datasets: OwnDataset;
}
