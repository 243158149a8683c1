import { GOAL_FRAMEWORKS } from '../model/dataset.js';
import type { Claim, Expectation, PartialDate, Role, SdoId, StandardId, TopicId } from '../model/dataset.js';

/** What the rows or columns of a matrix can stand for. */
export const AXES = ['domain', 'capability', 'topic', 'role', 'sdo', ...GOAL_FRAMEWORKS, 'committee'] as const;
export type Axis = (typeof AXES)[number];

/** What a cell is, the first that holds. Only people make an expected cell a gap: see `Cell.gap`. */
export const CELL_STATES = [
  'not-applicable',
  'no-data',
  'uncovered',
  'being-filled',
  'informative-only',
  'ageing',
  'single-source',
  'covered',
  'crowded',
] as const;
export type CellState = (typeof CELL_STATES)[number];

/** What a step of `Cell.reasons` looked at. */
export const REASON_CODES = [
  'stated',
  'not-stated',
  'no-catalogue',
  'no-status',
  'enough-data',
  'active',
  'in-force',
  'kinds',
  'age',
  'sources',
  'concentration',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** One step on the way to the state of a cell: what was asked, whether it holds, and the numbers that decided. */
export interface CellReason {
  /** The state that was asked for. */
  readonly state: CellState;
  /** True in the last step, whose state is the cell's. */
  readonly holds: boolean;
  /**
   * What was looked at, with the names in `values`: `stated` (none: see `statement`), `not-stated` (none), `no-catalogue` (`sdo`),
   * `no-status` (`unknown`), `enough-data` (`unknown`), `active` (`standards`, `works`), `in-force` (`inForce` of those that are normative
   * or pre-normative, `underDevelopment`), `kinds` (`covering`, `informative`), `age` (`latest`, `before`, `underRevision`), `sources`
   * (`sdos`, `sdo` the largest), `concentration` (`effectiveSdos`, `least`, and `candidates` where they were looked for).
   */
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, string | number>>;
  /** The curator's statement that decided, with `stated`. */
  readonly statement?: Expectation;
}

/** A row or a column. */
export interface Heading {
  /** Topic, role, SDO, committee, or code of a goal. */
  readonly id: string;
  /** Active works in it, coordinated ones once, whether or not they stand in one of its cells. */
  readonly works: number;
  /** Standards behind them. */
  readonly standards: number;
  /** Cells of it that are gaps. */
  readonly gaps: number;
}

/** What one SDO brings to the coverage of a cell. */
export interface OwnShare {
  readonly sdo: SdoId;
  /** Works whose leading committee is this SDO's; of a work that several carry out together each has an equal part. Above 0. */
  readonly works: number;
}

/** One cell of the landscape. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly state: CellState;
  /** Uncovered, being filled or informative only, although a curator expects coverage. */
  readonly gap: boolean;
  /** Active standards of every kind, in dataset order. */
  readonly standards: readonly StandardId[];
  /** The same with coordinated ones counted once. */
  readonly works: number;
  /** The coverage: of these works, those that are normative or pre-normative. @source analysis.md, coverage */
  readonly covering: number;
  /** Of the standards: in force or under revision; under development; informative or guide. */
  readonly inForce: number;
  readonly underDevelopment: number;
  readonly informative: number;
  /** Standards of the cell whose catalogue states no status; they do not count. */
  readonly unknown: number;
  /** Standards of the cell that the filter leaves out: active ones, and those without status. */
  readonly beyond: number;
  /** Shares of the coverage by SDO, largest first, then in the order of the dataset. */
  readonly sdos: readonly OwnShare[];
  /** Effective number of SDOs, 1/Σp² over the shares; 0 when there is none. @source Simpson 1949, inverse index */
  readonly effectiveSdos: number;
  /** Latest date in the cell, of standards in force. */
  readonly latest?: PartialDate;
  /** The curator's word, where there is one: the statement that decided, else that coverage is expected. */
  readonly expectation?: Expectation;
  /** How the state was reached: every state that was asked for in the order of `CELL_STATES`, up to the first that holds. */
  readonly reasons: readonly CellReason[];
}

/** A matrix of cells. */
export interface Coverage {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly rowHeadings: readonly Heading[];
  readonly columnHeadings: readonly Heading[];
  /** Row by row: the cell of row r and column c is `cells[r * columnHeadings.length + c]`. */
  readonly cells: readonly Cell[];
  /** The day that was asked for; empty: the latest. */
  readonly at: PartialDate;
  /** Standards that were looked at: those of the filter, in every status. */
  readonly scope: number;
  /** Active standards among them that stand in no cell, having no domain for instance. */
  readonly unplaced: number;
}

/** What to cover. */
export interface CoverageOptions {
  /** Default `domain`. */
  readonly rows?: Axis;
  /** Default `capability`. */
  readonly columns?: Axis;
  /** Default the latest. */
  readonly at?: PartialDate;
  /** Only these standards; default all. What is left out counts as `beyond`, and an expected cell is a gap only where nothing is beyond. */
  readonly standards?: ReadonlySet<StandardId>;
  /** Unresolved candidates, for `crowded`; default those of `overlaps`. */
  readonly candidates?: readonly { readonly a: StandardId; readonly b: StandardId; readonly band: string }[];
}

/** An expected cell without coverage. */
export interface CellGap {
  readonly kind: 'cell';
  readonly cell: Cell;
  readonly rows: Axis;
  readonly columns: Axis;
  readonly expectation: Expectation;
  /** At most ten active standards: those in the cell, then with its capability and no domain, then with the topic of its row. */
  readonly near: readonly StandardId[];
}

/** Requirements or an architecture in force, and nothing to implement by, or nothing to test by, or neither. */
export interface LifeCycleGap {
  readonly kind: 'life-cycle';
  /** A topic; with `capability` the domain of a cell. */
  readonly topic: TopicId;
  /** The capability of an expected cell; absent where a whole topic is meant. */
  readonly capability?: TopicId;
  /** Roles that are there, and those that are missing. */
  readonly present: readonly Role[];
  readonly missing: readonly Role[];
  readonly standards: readonly StandardId[];
}

/** An active standard that refers to what is withdrawn, or to what no catalogue here has. */
export interface ReferenceGap {
  readonly kind: 'reference';
  readonly from: StandardId;
  readonly to: string;
  readonly why: 'withdrawn' | 'superseded' | 'absent';
  readonly evidence: string;
  /** What has superseded it, where the dataset knows; dataset order. */
  readonly successors: readonly StandardId[];
}

/** A gap that a publication claims, and what this dataset says of it now. */
export interface ClaimedGap {
  readonly kind: 'claimed';
  readonly claim: Claim;
  /**
   * `agrees`: nothing normative or pre-normative is in force here either; `filled-since`: what is in force came after the claim;
   * `still-open`: neither, what is there is older than the claim, or the dataset cannot know.
   */
  readonly state: 'agrees' | 'filled-since' | 'still-open';
  /** What speaks to it, oldest first: what has filled it, else every active standard that the claim asks for. */
  readonly standards: readonly StandardId[];
}

/** Which gaps to look for. */
export interface GapOptions {
  /** Default the latest. */
  readonly at?: PartialDate;
  /** Only these standards; default all. An expected cell is a gap only where nothing lies beyond them. */
  readonly standards?: ReadonlySet<StandardId>;
}

/** What can be missing; `kind` tells which. */
export type Gap = CellGap | LifeCycleGap | ReferenceGap | ClaimedGap;
