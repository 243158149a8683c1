import type { Catalogue } from '../model/catalogue.js';
import type { Issue } from '../model/issue.js';
import type { View } from '../state/state.js';
import type { StandardsFindingEvent, StandardsPresentEvent } from './later-events.js';

/** Why a dataset could not be shown. */
export type ErrorKind = 'network' | 'json' | 'schema' | 'reference';

/** `standards-load`: a dataset is valid and about to be drawn. Does not bubble, as `load` of an image does not. */
export class StandardsLoadEvent extends Event {
  /** Lookups over the dataset. */
  readonly catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    super('standards-load');
    this.catalogue = catalogue;
  }
}

/** `standards-error`: the dataset could not be fetched or is not valid. Does not bubble. */
export class StandardsErrorEvent extends Event {
  /** Whether it is the way there, the text, the records, or what they point to. */
  readonly kind: ErrorKind;
  /** What is wrong, at least one. */
  readonly issues: readonly Issue[];

  constructor(kind: ErrorKind, issues: readonly Issue[]) {
    super('standards-error');
    this.kind = kind;
    this.issues = issues;
  }
}

/** `standards-select`: the selection has changed. `preventDefault()` keeps the built-in detail panel closed. */
export class StandardsSelectEvent extends Event {
  /** Ids of the selected standards, or of the committee, topic or SDO; empty when nothing is selected any more. */
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('standards-select', { bubbles: true, composed: true, cancelable: true });
    this.ids = ids;
  }
}

/** `standards-filter`: another set of standards passes the filter. */
export class StandardsFilterEvent extends Event {
  /** The filter expression in force. */
  readonly filter: string;
  /** Standards that pass. */
  readonly count: number;

  constructor(filter: string, count: number) {
    super('standards-filter', { bubbles: true, composed: true });
    this.filter = filter;
    this.count = count;
  }
}

/** `standards-hover`: the pointer rests on another record than before, or on none. */
export class StandardsHoverEvent extends Event {
  /** Id of the standard, committee, topic or SDO; null for none. */
  readonly id: string | null;

  constructor(id: string | null) {
    super('standards-hover', { bubbles: true, composed: true });
    this.id = id;
  }
}

/** `standards-view`: another presentation is shown than before. */
export class StandardsViewEvent extends Event {
  /** The presentation that is shown now. */
  readonly view: View;

  constructor(view: View) {
    super('standards-view', { bubbles: true, composed: true });
    this.view = view;
  }
}

declare global {
  interface HTMLElementEventMap {
    'standards-load': StandardsLoadEvent;
    'standards-error': StandardsErrorEvent;
    'standards-select': StandardsSelectEvent;
    'standards-filter': StandardsFilterEvent;
    'standards-hover': StandardsHoverEvent;
    'standards-view': StandardsViewEvent;
    'standards-finding': StandardsFindingEvent;
    'standards-present': StandardsPresentEvent;
  }
  /** Those that bubble, for a listener at the document. */
  interface DocumentEventMap {
    'standards-select': StandardsSelectEvent;
    'standards-filter': StandardsFilterEvent;
    'standards-hover': StandardsHoverEvent;
    'standards-view': StandardsViewEvent;
    'standards-finding': StandardsFindingEvent;
  }
}
