import type { ChangedClass } from '../scene/scene.js';
import type { Day } from '../scene/timeline-days.js';
import type { TimelineText } from '../scene/timeline-texts.js';

/** What happened to a text in the period: it came out, or its standard ended. */
export interface TimelineSign {
  readonly change: ChangedClass;
  readonly isSure: boolean;
  /** The sign stands where the text ends. */
  readonly isEnd: boolean;
}

/** The lens for changes in a timeline. */
export interface TimelineChanges {
  /** The last day that does not count, and the last one that does. */
  readonly since: Day;
  readonly until: Day;
  /** `Changes since Jan 2025` */
  readonly label: string;
  readonly signsOf: (text: TimelineText) => readonly TimelineSign[];
}
