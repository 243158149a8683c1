import type { StandardId } from '../model/dataset.js';
import type { Settings, State } from '../state/state.js';

/** What the reader chose, and how it changes. */
export interface Choices {
  readonly state: State;
  /** What goes without saying in the address. */
  readonly defaults: State;
  take(settings: Settings): void;
  select(ids: readonly StandardId[]): void;
}
