import type { TemplateResult } from 'lit';
import type { DatasetState } from './dataset-controller.js';
import { firstMessages } from './messages-first.js';
import { waiting } from './parts/waiting.js';

/** A dataset that cannot be shown, and why. */
export type Failed = Extract<DatasetState, { phase: 'failed' }>;

/** How far a dataset is on its way to the screen. */
export class Progress {
  readonly #dataset: () => DatasetState;
  readonly #isPlaced: () => boolean;
  /** Why a valid dataset found no places. */
  #layout: Failed | undefined;

  constructor(dataset: () => DatasetState, isPlaced: () => boolean) {
    this.#dataset = dataset;
    this.#isPlaced = isPlaced;
  }

  /** Why there is nothing to show; undefined while there may be. */
  get failed(): Failed | undefined {
    const state = this.#dataset();
    return this.#layout ?? (state.phase === 'failed' ? state : undefined);
  }

  /** Whether something is still to come: `loading` the dataset, or `arranging` its records. */
  get waiting(): 'loading' | 'arranging' | undefined {
    const { phase } = this.#dataset();
    if (phase === 'loading') return 'loading';
    return phase === 'ready' && !this.#layout && !this.#isPlaced() ? 'arranging' : undefined;
  }

  /** The layout has failed. */
  fail(error: unknown): Failed {
    const message = error instanceof Error ? error.message : String(error);
    this.#layout = { phase: 'failed', kind: 'schema', issues: [{ code: 'range', severity: 'error', pointer: '', message }], total: 1 };
    return this.#layout;
  }

  /** A layout is begun anew. */
  begin(): void {
    this.#layout = undefined;
  }

  /** What stands in the place of the drawing meanwhile; what may well go better, a fetch or a layout, can be tried again. */
  view(reload: () => void, arrange: () => void, isOver: boolean): TemplateResult {
    const again = (): void => {
      this.begin();
      arrange();
    };
    const retry = this.#layout ? again : this.failed?.kind === 'network' ? reload : undefined;
    return waiting(this.failed, this.waiting && firstMessages[this.waiting], retry, isOver);
  }
}
