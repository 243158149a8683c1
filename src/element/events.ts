import type { Catalogue } from '../model/catalogue.js';
import type { Finding } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import type { Scene, Story } from '../model/story.js';
import type { View } from '../state/state.js';

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

/** `standards-finding`: the reader gave a verdict on standards, or imported one; it is kept in this browser until it is exported. */
export class StandardsFindingEvent extends Event {
  /** What was found, by what role, when and why. */
  readonly finding: Finding;

  constructor(finding: Finding) {
    super('standards-finding', { bubbles: true, composed: true });
    this.finding = finding;
  }
}

/** `standards-present`: another scene of a story is presented than before, or the presentation has ended and everything is as it was. */
export class StandardsPresentEvent extends Event {
  /** What is presented. */
  readonly story: Story;
  /** The scene that is shown; undefined when the presentation has ended. */
  readonly scene: Scene | undefined;
  /** Its number from 0; -1 when the presentation has ended. */
  readonly index: number;

  constructor(story: Story, index: number) {
    super('standards-present', { bubbles: true, composed: true });
    this.story = story;
    this.scene = story.scenes[index];
    this.index = this.scene ? index : -1;
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
