import type { Committee, HttpUrl, PartialDate, Sdo, Standard, StandardId } from './record.js';

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
