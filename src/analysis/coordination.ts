import type { CommitteeId, RelationType, SourceId } from '../model/dataset.js';

/** One step on the way from a standard to another that it is coordinated with. */
export interface CoordinationStep {
  /** Designation at the near end; standards of the dataset by their id. */
  readonly from: string;
  /** Designation at the far end. */
  readonly to: string;
  /** The declared relation, or `committee`: both belong to it. */
  readonly by: RelationType | 'committee';
  /** The committee that both ends share; with `committee` only. */
  readonly committee?: CommitteeId;
  /** What the step rests on, for a reader. */
  readonly evidence: string;
  readonly source?: SourceId;
}

/** Why two standards are coordinated: the shortest chain of declared relations and shared committees between them. */
export interface Coordination {
  /** At least one, from the first standard to the second. */
  readonly steps: readonly CoordinationStep[];
}
