import type { Comparison } from '../../analysis/comparison.js';
import type { StandardId } from '../../model/dataset.js';

/** What a comparison shows and does. */
export interface CompareProps {
  /** The standards that are selected, in their order. */
  readonly ids: readonly StandardId[];
  /** Absent where there are too few or too many. */
  readonly comparison: Comparison | undefined;
  readonly isOnlyDifferences: boolean;
  /** Why a standard could not be added; empty: none. */
  readonly problem: string;
  /** Overlap candidates are still being looked for. */
  readonly isSeeking: boolean;
  readonly toggleDifferences: () => void;
  readonly remove: (id: StandardId) => void;
  /** Whether the text names a standard. */
  readonly add: (text: string) => boolean;
  readonly choose: (id: string) => void;
  readonly choosePair: (a: StandardId, b: StandardId) => void;
  readonly close: () => void;
}
