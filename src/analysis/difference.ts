import type { Catalogue } from '../model/catalogue.js';
import type { Conflict, Dataset, PartialDate, StandardId, Status } from '../model/dataset.js';
import type { Band, ObjectionCode, OverlapTier } from './candidate.js';
import type { CoordinationStep } from './coordination.js';

/** What can have changed for one standard, in the order of a report. */
export const STANDARD_DIFFERENCES = [
  'new',
  'revised',
  'withdrawn',
  'reinstated',
  'reclassified',
  'retitled',
  'renamed',
  'edited',
  'conflict',
  'resolved',
] as const;
/** What can have changed between standards. */
export const GROUP_DIFFERENCES = ['coordinated', 'separated'] as const;
/** What can have become of a pair that people should look at. */
export const OVERLAP_DIFFERENCES = ['overlapping', 'overlap-gone', 'overlap-band'] as const;
/** What can have changed beside the standards. */
export const RECORD_DIFFERENCES = ['record-new', 'record-changed', 'record-gone'] as const;
/** Everything that can differ between two editions, in the order of a report. */
export const DIFFERENCE_KINDS = [
  'new',
  'revised',
  'withdrawn',
  'reinstated',
  'reclassified',
  'retitled',
  'renamed',
  'coordinated',
  'separated',
  'overlapping',
  'overlap-gone',
  'overlap-band',
  'conflict',
  'resolved',
  'edited',
  'record-new',
  'record-changed',
  'record-gone',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** The records beside standards, in the order of a report; `dataset` is the title, the description and the like. */
export const RECORD_KINDS = [
  'submission',
  'finding',
  'source',
  'sdo',
  'committee',
  'topic',
  'activity',
  'fact',
  'expectation',
  'claim',
  'goal-framework',
  'goal',
  'goal-topic',
  'story',
  'dataset',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** A value as people read it: one text, or the entries of a list. */
export type SaidValue = string | readonly string[];

/** One field that says something else than before; a side that says nothing is absent. */
export interface FieldDifference {
  /** As the dataset calls it: `status`, `topics`; of a text of a standard `editions.date`. */
  readonly field: string;
  /** What within the record has the field: the designation of an edition. Absent for the record itself. */
  readonly of?: string;
  readonly before?: SaidValue;
  readonly after?: SaidValue;
}

/** Who stated what is new, by a submission of the later edition. */
export interface Said {
  /** Id of the submission. */
  readonly submission: string;
  /** The SDO or committee that speaks. */
  readonly body: string;
  /** The role of who says so. */
  readonly by: string;
  readonly date: PartialDate;
  readonly liaison?: string;
  /** Why, where it is a correction. */
  readonly reason?: string;
}

/** A change of one standard. */
export interface StandardDifference {
  readonly kind: (typeof STANDARD_DIFFERENCES)[number];
  /** Of the later edition; of the earlier one where it is gone. */
  readonly id: StandardId;
  readonly title: string;
  /** Of a standard that is new or gone what it is (`status`, `publishers`, `editions`); else what differs. */
  readonly fields: readonly FieldDifference[];
  /** With `withdrawn`: `gone` is a standard that the later edition does not have at all. */
  readonly how?: Extract<Status, 'withdrawn' | 'superseded'> | 'gone';
  /** With `gone`: the standard of the later edition that has taken its name or its texts, where one has. */
  readonly now?: StandardId;
  /** With `conflict` and `resolved`. */
  readonly conflicts?: readonly Conflict[];
  /** Oldest first. */
  readonly said: readonly Said[];
}

/** Works that declared relations have joined, or no longer join. */
export interface GroupDifference {
  readonly kind: (typeof GROUP_DIFFERENCES)[number];
  /** The parts that were apart (`coordinated`) or are now (`separated`): at least two, each with its standards. */
  readonly parts: readonly (readonly StandardId[])[];
  /** Relations that lead from one part to another: those that join them now, or did before. */
  readonly steps: readonly CoordinationStep[];
  readonly said: readonly Said[];
}

/** A pair that has come onto or left the list of candidates, or has changed its band. */
export interface OverlapDifference {
  readonly kind: (typeof OVERLAP_DIFFERENCES)[number];
  readonly a: StandardId;
  readonly b: StandardId;
  readonly titles: readonly [a: string, b: string];
  /** Of the later edition; of the earlier one where it is gone. */
  readonly band: Band;
  /** 0-1, of the same edition as the band. */
  readonly score: number;
  readonly early: boolean;
  /** Shared concepts, the weightiest first. */
  readonly terms: readonly string[];
  /** With `overlap-band`: the band before. */
  readonly before?: Band;
  /** With `overlapping`: which of the two the earlier edition did not have. */
  readonly fresh?: readonly StandardId[];
  /** With `overlap-gone`: what the pair is now; `gone` where one of the two is. */
  readonly now?: OverlapTier | 'gone';
  /** With `overlap-gone`: what keeps the pair off the list. */
  readonly against?: readonly ObjectionCode[];
  readonly said: readonly Said[];
}

/** A change of a record that is no standard. */
export interface RecordDifference {
  readonly kind: (typeof RECORD_DIFFERENCES)[number];
  readonly record: RecordKind;
  /** Its id; of records without one what it is about. */
  readonly id: string;
  /** What it is called, or says. */
  readonly label: string;
  readonly fields: readonly FieldDifference[];
  readonly said: readonly Said[];
}

/** One difference between two editions. */
export type OneDifference = StandardDifference | GroupDifference | OverlapDifference | RecordDifference;

/** An edition that was compared. */
export interface ComparedEdition {
  readonly title: string;
  readonly asOf: PartialDate;
  readonly standards: number;
}

/** Everything that differs between two editions. */
export interface Difference {
  readonly before: ComparedEdition;
  readonly after: ComparedEdition;
  /** In the order of DIFFERENCE_KINDS; within one kind by designation, overlaps the strongest first. */
  readonly changes: readonly OneDifference[];
  /** False where nobody asked for candidates: then none are among the changes. */
  readonly overlapsCompared: boolean;
}

/** What to compare. */
export interface DiffOptions {
  /** Whether to look for candidates in both editions; of a whole catalogue that takes long. Default true. */
  readonly overlaps?: boolean;
  /**
   * Only these standards, by their ids in either edition, and of the other records those that they name or that speak of them; default
   * everything.
   */
  readonly standards?: ReadonlySet<StandardId>;
}

/** The two editions while they are compared. */
export interface Sides {
  readonly before: Catalogue;
  readonly after: Catalogue;
  /** Id in the later edition of standards that have changed theirs. */
  readonly renamed: ReadonlyMap<StandardId, StandardId>;
}

/** A dataset, or the catalogue of one. */
export type DiffSide = Dataset | Catalogue;
