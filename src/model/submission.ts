import type { Committee, CommitteeId, HttpUrl, PartialDate, Sdo, SdoId, SourceId, Standard, StandardId } from './record.js';

/** The facts of a standard that a submission can state. */
export type SubmittedFacts = Partial<Omit<Standard, 'id' | 'sources' | 'conflicts' | 'xy'>>;

/** What a submission says of one standard: the facts that it states, and nothing of those that it leaves open. */
export interface SubmittedStandard extends SubmittedFacts {
  /** A standard of the dataset, or a new one; of a new one it states everything that a standard must have. */
  readonly id: StandardId;
  /** Why the catalogue is wrong. A correction holds against later catalogues too. */
  readonly reason?: string;
}

/** What a contact person has sent: who says what, when, and by which liaison. Submissions are never changed or removed. */
export interface Submission {
  readonly id: string;
  /** The SDO or committee that speaks. */
  readonly body: string;
  /** The role of who says so, never a person's name: `contact person of ISO`. */
  readonly by: string;
  /** Day on which its facts stood. */
  readonly date: PartialDate;
  /** The liaison statement or document that it came with: `ISO/TC 268 N 1234`. */
  readonly liaison?: string;
  readonly url?: HttpUrl;
  readonly note?: string;
  /** SDOs and committees that the dataset did not have. */
  readonly sdos?: readonly Sdo[];
  readonly committees?: readonly Committee[];
  /** Each once. */
  readonly standards: readonly SubmittedStandard[];
}

/** A submission as a file of its own: JSON that begins with its format. */
export interface SubmissionFile extends Submission {
  readonly format: 'standards-map-submission';
  readonly version: 1;
}

/** Fields of a standard that it need not have. */
type Optional = 'titles' | 'aliases' | 'copublishers' | 'withdrawn' | 'ics' | 'url' | 'relations' | 'conflicts';

/** The fields of a standard that submissions changed, as the catalogues state them; null where they state nothing. */
export type OriginalStandard = Pick<Standard, 'id'> &
  Partial<Omit<Standard, 'id' | 'xy' | Optional>> & { readonly [Field in Optional]?: Exclude<Standard[Field], undefined> | null };

/**
 * What the catalogues say wherever submissions changed it, so that what the submissions did can be taken back to the last field. A standard that
 * submissions state and that has no entry here came with them.
 */
export interface Originals {
  /** Day of the edition without submissions. */
  readonly asOf: PartialDate;
  /** SDOs that came with submissions. */
  readonly sdos: readonly SdoId[];
  /** Committees that came with submissions. */
  readonly committees: readonly CommitteeId[];
  /** In dataset order. */
  readonly standards: readonly OriginalStandard[];
}

/** The id of the source that stands for a submission: facts, relations and conflicts name it. */
export const submissionSource = (id: string): SourceId => `submission ${id}`;
