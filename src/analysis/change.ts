import type { EditionKind, PartialDate, SourceId, StandardId } from '../model/dataset.js';

/**
 * What became of a standard in a period, the most telling first: one that came and was withdrawn has left.
 *
 * `left`: withdrawn or superseded on a day that is known. `left-undated`: it has ended, and nobody says when. `came`: its first published text
 * came out. `revised`: it was out before, and a newer edition, amendment, corrigendum or supplement came out. `started`: a new draft, of a
 * new standard or of a revision. `unknown`: this dataset cannot tell, see `ChangeDoubt`. `absent`: nothing of it was known at the end of the period.
 */
export const CHANGE_CLASSES = ['left', 'left-undated', 'came', 'revised', 'started', 'unchanged', 'unknown', 'absent'] as const;
export type ChangeClass = (typeof CHANGE_CLASSES)[number];

/** The classes in which something has changed, in the order in which they are told. */
export const CHANGED = ['came', 'revised', 'started', 'left', 'left-undated'] as const satisfies readonly ChangeClass[];
export type ChangedClass = (typeof CHANGED)[number];

/** Why it cannot be told whether a standard has changed: its sources were read before the period, or nothing of it has a day. */
export type ChangeDoubt = 'old-source' | 'no-day';

/** One thing that happened to a standard in a period, and what it rests on. */
export interface ChangeFact {
  /** What came out, or how it ended. */
  readonly kind: EditionKind | 'withdrawn' | 'superseded';
  /** The text that came out, or the standard that took its place; absent where there is none. */
  readonly designation?: string;
  /** As precise as its source; absent where nobody says when. */
  readonly date?: PartialDate;
  /** False where the date, a month or a year, leaves open whether it was in the period or before. */
  readonly isSure: boolean;
  /** The sources of the standard whose text or end it is; `asOf` says how old each is. */
  readonly sources: readonly SourceId[];
  /** Ids of submissions that say so too, oldest first. */
  readonly submissions: readonly string[];
}

/** What became of one standard. */
export interface StandardChange {
  readonly id: StandardId;
  readonly change: ChangeClass;
  /** False where the class hangs on a date that may lie before the period. */
  readonly isSure: boolean;
  /** Newest first, undated ones before all others; empty where nothing has changed. */
  readonly facts: readonly ChangeFact[];
  /** Only of `unknown`. */
  readonly doubt?: ChangeDoubt;
}

/** How many standards of each class there are. */
export type ChangeCounts = Readonly<Record<ChangeClass, number>>;

/** What became of all standards from a day on; frozen. */
export interface Changes {
  readonly since: PartialDate;
  /** End of the period; empty: the latest. */
  readonly at: PartialDate;
  /** One for each standard, in dataset order. */
  readonly standards: readonly StandardChange[];
  readonly counts: ChangeCounts;
  /** What became of a standard; undefined for an unknown id. */
  of(id: StandardId): StandardChange | undefined;
}

/** What `changes` is asked. */
export interface ChangeOptions {
  /** The day, month or year after which changes count. */
  readonly since: PartialDate;
  /** The day, month or year up to which they count. Default empty: the latest. */
  readonly at?: PartialDate;
}

/** The changes of one SDO or one topic. */
export interface ChangeSum {
  /** An SDO or a topic. */
  readonly id: string;
  readonly counts: ChangeCounts;
}

/** The changes of a set of standards, in numbers. */
export interface ChangeSums {
  readonly counts: ChangeCounts;
  /** Of these how many are not sure, by class. */
  readonly unsure: ChangeCounts;
  /** By the SDO that leads the work, every standard once; in dataset order, those with something changed only. */
  readonly sdos: readonly ChangeSum[];
  /** A standard counts for each of its topics; in dataset order, those with something changed only. */
  readonly topics: readonly ChangeSum[];
}
