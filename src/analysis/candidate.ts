import type { Finding, PartialDate, StandardId, TopicId } from '../model/dataset.js';
import type { Coordination } from './coordination.js';

/** How strong a candidate is, strongest first. */
export const BANDS = ['high', 'medium', 'low'] as const;
export type Band = (typeof BANDS)[number];

/**
 * What two standards are to each other: `coordinated` by declared relations or a shared committee, the `same-text` by their titles, an overlap
 * `candidate`, settled by people (`verdict`), or nothing to look at (`none`).
 */
export const OVERLAP_TIERS = ['coordinated', 'same-text', 'candidate', 'verdict', 'none'] as const;
export type OverlapTier = (typeof OVERLAP_TIERS)[number];

/** Half-open range of UTF-16 units in a title. */
export type Span = readonly [from: number, to: number];

/** A concept that two titles share, or that only one of them has. */
export interface EvidenceTerm {
  /** As a reader knows it: `maturity model`, `smart city`. */
  readonly term: string;
  /** How much it distinguishes: weight of the concept in this catalogue, above 0. */
  readonly weight: number;
  /** Part of the score that it brings, 0-1; 0 where only one title has it. */
  readonly share: number;
  /** Standards of the catalogue whose title has it. */
  readonly standards: number;
  /** Where it stands in the first title, and in the second. */
  readonly a: readonly Span[];
  readonly b: readonly Span[];
}

/** The parts that a score is made of. */
export const SCORE_PARTS = ['title', 'scope', 'role', 'topics', 'committee', 'ics'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];

/** What one part brings: the points add up to the score before what was held against it. */
export interface EvidencePart {
  readonly part: ScorePart;
  /** How alike the two are in it, 0-1. */
  readonly value: number;
  /** What it brings to the score, 0-1. */
  readonly points: number;
}

/** What speaks against a pair. The first seven keep it off the list whatever its score. */
export const OBJECTIONS = [
  'coordinated',
  'same-owner',
  'inactive',
  'settled',
  'roles-differ',
  'no-topic',
  'boilerplate',
  'no-subject',
  'fields-differ',
  'series',
  'kinds-differ',
  'not-mutual',
] as const;
export type ObjectionCode = (typeof OBJECTIONS)[number];

/** Something held against a pair. */
export interface Objection {
  readonly code: ObjectionCode;
  /** What the score was multiplied by, 0-1; absent where it keeps the pair off the list. */
  readonly factor?: number;
  /** The values that disagree: the two roles, the SDO both belong to, the words that are boilerplate. */
  readonly values: readonly string[];
}

/** Everything that speaks for and against two standards covering the same ground; `evidence` makes it for any two. */
export interface Evidence {
  readonly a: StandardId;
  readonly b: StandardId;
  /** 0-1. A number to sort by, never a verdict. */
  readonly score: number;
  readonly tier: OverlapTier;
  /** Of candidates only. */
  readonly band?: Band;
  /** One of the two is still under development: action is cheap. */
  readonly early: boolean;
  /** Shared concepts, the weightiest first. */
  readonly terms: readonly EvidenceTerm[];
  /** Concepts of the first title alone, and of the second. */
  readonly onlyA: readonly EvidenceTerm[];
  readonly onlyB: readonly EvidenceTerm[];
  /** Topics of both. */
  readonly topics: readonly TopicId[];
  readonly parts: readonly EvidencePart[];
  readonly against: readonly Objection[];
  /** Of coordinated pairs only. */
  readonly coordination?: Coordination;
  /** The verdict of people that holds, where there is one. */
  readonly finding?: Finding;
}

/** A pair that people should look at. */
export interface Candidate extends Evidence {
  readonly tier: 'candidate';
  readonly band: Band;
}

/** What to look for among the pairs of a catalogue. */
export interface OverlapOptions {
  /** The landscape as of that day; default the latest. */
  readonly at?: PartialDate;
  /** Verdicts beside those of the dataset, such as those a reader has not exported yet. */
  readonly findings?: readonly Finding[];
  /** Least band that is listed; default `low`. */
  readonly band?: Band;
}

/** A new work item as its proposer describes it. */
export interface Proposal {
  readonly title: string;
  readonly scope?: string;
  readonly topics?: readonly TopicId[];
}

/** A standard near another, or near a proposal. */
export interface Match {
  readonly id: StandardId;
  /** 0-1, as of evidence. */
  readonly score: number;
  /** Shared concepts; spans `a` are of what was asked about, `b` of the title of the match. */
  readonly terms: readonly EvidenceTerm[];
  readonly topics: readonly TopicId[];
  readonly against: readonly Objection[];
}
