import type { PlacedIssue } from '../../analysis/reading.js';
import type { Hit } from '../../analysis/search.js';
import type { Completion } from '../../analysis/suggest.js';

/** Something that can be chosen below the search box. */
export type Suggestion =
  | { readonly kind: 'field' | 'value'; readonly completion: Completion }
  | { readonly kind: 'record'; readonly hit: Hit }
  | { readonly kind: 'recent'; readonly filter: string };

/** What stands in the search box and below it. */
export interface SearchState {
  readonly text: string;
  /** Those of one kind together. */
  readonly suggestions: readonly Suggestion[];
  /** Highlighted suggestion; -1 for none. */
  readonly active: number;
  readonly open: boolean;
  /** The index of words is still being made: the records are what could be told without it. */
  readonly isPartial: boolean;
  readonly isHelp: boolean;
  /** Enter was pressed on what is wrong. */
  readonly isEntered: boolean;
  readonly issues: readonly PlacedIssue[];
  /** The standard that the text names. */
  readonly named?: string;
  /** Something is wrong that is not just being written. */
  readonly isWrong: boolean;
  /** Standards that the map shows of what is typed, or of what was last understood of it; absent where it shows the filter in force. */
  readonly previewed?: number;
  /** What is typed is understood, and no standard passes. */
  readonly isEmpty?: boolean;
}

export const NO_SEARCH: SearchState = {
  text: '',
  suggestions: [],
  active: -1,
  open: false,
  isPartial: false,
  isHelp: false,
  isEntered: false,
  issues: [],
  isWrong: false,
};

/** What the reader does in the search box. */
export interface SearchActions {
  readonly input: (text: string, caret: number) => void;
  readonly moveCaret: (caret: number) => void;
  readonly highlight: (index: number) => void;
  /** Opens the list again. */
  readonly open: () => void;
  readonly choose: (suggestion: Suggestion) => void;
  /** Enter without a highlighted suggestion. */
  readonly submit: () => void;
  /** The focus has gone elsewhere. */
  readonly close: () => void;
  readonly escape: () => void;
  /** Empties the box. */
  readonly discard: () => void;
  /** Puts another text into the box. */
  readonly write: (text: string) => void;
}
