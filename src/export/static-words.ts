import type { Status } from '../model/dataset.js';

/** What static output says, in the reader's language. Numbers arrive as text. */
export interface StaticWords {
  /** `core set: 302 of 2411 standards` */
  readonly shown: (count: string, of: string) => string;
  readonly filter: (filter: string) => string;
  readonly asOf: (day: string) => string;
  /** `Dataset of 2026-08-22` */
  readonly edition: (day: string) => string;
  readonly picture: (groups: string) => string;
  readonly noPicture: string;
  readonly none: string;
  readonly standard: string;
  readonly title: string;
  readonly status: string;
  readonly latest: string;
  /** `Standards, by SDO` */
  readonly table: string;
  /** `ISO: 34 standards` */
  readonly group: (name: string, count: string) => string;
  /** `and 86 more of ISO` */
  readonly moreOf: (count: string, name: string) => string;
  /** How many standards the table leaves out. */
  readonly more: (count: string) => string;
  readonly sources: string;
  /** `Relaton, ISO catalogue`, as of a day; its name is a link. */
  readonly sourceAsOf: (day: string) => string;
  readonly statuses: Readonly<Record<Status, string>>;
}

/** English. */
export const STATIC_WORDS: StaticWords = {
  shown: (count, of) => `${count} of ${of} standards`,
  filter: (filter) => `filter: ${filter}`,
  asOf: (day) => `as of ${day}`,
  edition: (day) => `dataset of ${day}`,
  picture: (groups) => `Standards around their committees and SDOs. ${groups}.`,
  noPicture: 'No picture: the dataset carries no places for this arrangement.',
  none: 'No standard passes the filter.',
  standard: 'Standard',
  title: 'Title',
  status: 'Status',
  latest: 'Newest text',
  table: 'Standards by SDO',
  group: (name, count) => `${name} (${count})`,
  moreOf: (count, name) => `and ${count} more of ${name}`,
  more: (count) => `${count} more standards are not in this table.`,
  sources: 'Sources',
  sourceAsOf: (day) => `as of ${day}`,
  statuses: {
    proposed: 'proposed',
    'under-development': 'under development',
    'in-force': 'in force',
    'under-revision': 'under revision',
    superseded: 'superseded',
    withdrawn: 'withdrawn',
    unknown: 'not stated',
  },
};
