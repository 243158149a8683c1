/**
 * The public entry: element classes, events, pure functions and types. No side effect; every name imports in Node.
 *
 * `standards-map/define` registers the elements.
 */
export { StandardsMap } from './element/standards-map.js';
export { StandardsCompanion, StandardsDetail, StandardsMatrix, StandardsTable, StandardsTimeline } from './element/companion.js';
export type { CompanionKind } from './element/companion-map.js';
export type { MapExports } from './element/map-exports.js';
export type { MapPresenting } from './element/map-presenting.js';
export type { MapSettings } from './element/map-settings.js';
export {
  StandardsErrorEvent,
  StandardsFilterEvent,
  StandardsHoverEvent,
  StandardsLoadEvent,
  StandardsSelectEvent,
  StandardsViewEvent,
  type ErrorKind,
} from './element/events.js';
export { StandardsFindingEvent, StandardsPresentEvent } from './element/later-events.js';
export type {
  Band,
  Candidate,
  Evidence,
  EvidencePart,
  EvidenceTerm,
  Match,
  Objection,
  ObjectionCode,
  OverlapOptions,
  OverlapTier,
  Proposal,
  ScorePart,
  Span,
} from './analysis/candidate.js';
export {
  CHANGE_CLASSES,
  CHANGED,
  type ChangeClass,
  type ChangeCounts,
  type ChangeDoubt,
  type ChangedClass,
  type ChangeFact,
  type ChangeOptions,
  type Changes,
  type ChangeSum,
  type ChangeSums,
  type StandardChange,
} from './analysis/change.js';
export { changes } from './analysis/changes.js';
export { changedCount, changeSums } from './analysis/change-sums.js';
export { check, proposalContext, type Liaison, type ProposalContext } from './analysis/check.js';
export {
  commonAncestors,
  comparison,
  type CommonAncestor,
  type ComparedField,
  type ComparedLists,
  type ComparedPair,
  type Comparison,
  type ComparisonOptions,
  type SharedTerm,
} from './analysis/comparison.js';
export { coordinated, coordinatedWith } from './analysis/coordinated.js';
export type { Coordination, CoordinationStep } from './analysis/coordination.js';
export { diff, differenceCounts } from './analysis/diff.js';
export type {
  ComparedEdition,
  DiffOptions,
  DiffSide,
  Difference,
  DifferenceKind,
  FieldDifference,
  GroupDifference,
  OneDifference,
  OverlapDifference,
  RecordDifference,
  RecordKind,
  Said,
  SaidValue,
  StandardDifference,
} from './analysis/difference.js';
export { evidence } from './analysis/evidence.js';
export { isActiveAt, statusAt } from './analysis/at.js';
export { catalogueAt } from './analysis/catalogue-at.js';
export type {
  Axis,
  Cell,
  CellGap,
  CellReason,
  CellState,
  ClaimedGap,
  Coverage,
  CoverageOptions,
  Gap,
  GapOptions,
  Heading,
  LifeCycleGap,
  OwnShare,
  ReasonCode,
  ReferenceGap,
} from './analysis/cell.js';
export { COLUMNS, columnValue, overlapCounts, valueLabel, type Column, type ColumnValue } from './analysis/columns.js';
export {
  committeeMatrix,
  type CommitteeHeading,
  type CommitteeMatrix,
  type CommitteeOptions,
  type CommitteePair,
} from './analysis/committee-matrix.js';
export { committeePair, type CommitteePairDetail, type SharedCell, type SharedRelation } from './analysis/committee-pair.js';
export { coverage } from './analysis/coverage.js';
export { facets, toggle, type Facet, type FacetField, type FacetOption } from './analysis/facets.js';
export { checkFilter, formatFilter, parseFilter, type ParsedFilter } from './analysis/filter.js';
export { mend, readFilter, type PlacedIssue, type Reading } from './analysis/reading.js';
export { completions, type Completion } from './analysis/suggest.js';
export { draftProblems, findingOf, type DraftProblem, type FindingDraft } from './analysis/finding-draft.js';
export { mergeFindings, type FindingConflict, type MergedFindings } from './analysis/finding-merge.js';
export { applyFindings, findingsPatch, type AppliedFindings, type FindingOperation } from './analysis/finding-patch.js';
export { judgements, type Judgement, type Judgements } from './analysis/findings.js';
export { gaps } from './analysis/gaps.js';
export { goalFrameworks, goalsOf, type GoalReach } from './analysis/goals.js';
export { lineage } from './analysis/lineage.js';
export { neighbourhood, pathBetween, type Depth, type NetworkPath, type NetworkStep } from './analysis/network.js';
export { overlaps, overlapSteps } from './analysis/overlaps.js';
export { scopeOf, type Scope, type SdoScope, type SourceScope } from './analysis/scope.js';
export { search, type Hit } from './analysis/search.js';
export { similar } from './analysis/similar.js';
export { sinceChoices, usualSince, type SinceChoice } from './analysis/since.js';
export { GROUP_FIELDS, type GroupField } from './analysis/grouping.js';
export type { OverlapCounts } from './analysis/ordering.js';
export { tableOf, type Table, type TableGroup } from './analysis/table.js';
export type { TableIssue, TableSettings } from './analysis/table-settings.js';
export type { Field, Filter, FilterIssue, Term } from './analysis/terms.js';
export { visible, type VisibleOptions } from './analysis/visible.js';
export { offlinePage, type OfflinePageInput } from './export/page-offline.js';
export type { Cited, Provenance } from './export/provenance.js';
export { merge, type Merged } from './intake/submission-merge.js';
export { catalogued } from './intake/submission-original.js';
export type { MergeChange, MergeOutcome, Refused, StandardConflict, Withdrawal } from './intake/submission-outcome.js';
export type { Idle } from './intake/submission-statement.js';
export { layout } from './layout/layout.js';
export { layoutWithForces, type ForceNode, type NodeForce } from './layout/own-forces.js';
export type { LayoutInput } from './layout/input.js';
export { catalogue, type Catalogue, type Found, type Neighbour } from './model/catalogue.js';
export type * from './model/dataset.js';
export type { OriginalStandard, Originals, Submission, SubmissionFile, SubmittedFacts, SubmittedStandard } from './model/submission.js';
export { writeCompact } from './model/compact.js';
export type { Issue, IssueCode } from './model/issue.js';
export { migrate, MIGRATION_STEPS, type Migrated, type MigrationStep, type MigrationTaken } from './model/migrate.js';
export { parse, type Parsed, type ParseOptions } from './model/parse.js';
export { readCompact } from './model/parse-compact.js';
export { parseStory, storyText, type ParsedStory } from './model/parse-story.js';
export { parseSubmission, type ParsedSubmission } from './model/parse-submission.js';
export { boxOfCamera, cameraOfBox, type SurfaceSize } from './state/scene-camera.js';
export { sceneStrangers, type SceneStranger } from './state/scene-records.js';
export { sceneOf, sceneSettings, type SceneSettings, type SceneWords } from './state/scene-settings.js';
export type { SettingIssue } from './state/settings.js';
export type { Camera, Settings, State } from './state/state.js';
