import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Candidate } from '../analysis/candidate.js';
import type { Finding, StandardId } from '../model/dataset.js';
import type { Settings, State } from '../state/state.js';
import type { PanelContext } from './parts/context.js';

/** What a presentation shows. */
export interface PresentationData {
  readonly state: State;
  /** What passes the filter; the same set as long as it says the same. */
  readonly shown: ReadonlySet<StandardId>;
  /** Open overlap candidates of the whole dataset, strongest first; undefined as long as they are looked for. */
  readonly candidates: readonly Candidate[] | undefined;
  /** Findings of the reader, beside those of the dataset. */
  readonly findings: readonly Finding[];
}

/** What the reader does in a presentation. */
export interface PresentationActions {
  /** Changes parts of what the reader chose, in one step. */
  readonly set: (settings: Settings) => void;
  /** Selects exactly these, in this order. */
  readonly select: (ids: readonly StandardId[]) => void;
  /** The pointer rests on a record, or on none; absent where the element that shows it tells so itself. */
  readonly hover?: (id: StandardId | null) => void;
}

/** A presentation that is loaded when it is needed: it stands in the place of the drawing. */
export interface Presentation {
  /** Its looks, which come with it. */
  readonly styles: readonly CSSResult[];
  view(context: PanelContext, data: PresentationData, actions: PresentationActions): TemplateResult;
  /** What it shows as an SVG of its own with real text; absent where there is no picture of it. */
  svg?(title: string): string;
  /** Whether there is that picture yet; of one that has none, false. */
  readonly isDrawn?: boolean;
}

/** What a presentation needs of the element it stands in. */
export interface PresentationHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: DocumentFragment | HTMLElement;
}
