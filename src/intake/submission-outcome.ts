import type { Conflict, Dataset, PartialDate, SourceId, Standard, StandardId } from '../model/dataset.js';
import type { Submission } from '../model/submission.js';
import type { Folded } from './submission-fold.js';
import type { Idle } from './submission-statement.js';

/** A submission that is not taken: nothing of it is on record. */
export interface Refused {
  readonly submission: string;
  /**
   * `changed`: one of this id is on record and says otherwise; `ambiguous`: two of this id say different things; `body`: who speaks is no SDO and no
   * committee; `source`: the dataset has another source of its name.
   */
  readonly code: 'changed' | 'ambiguous' | 'body' | 'source';
  readonly got: string;
  /** The nearest name; empty where there is none. */
  readonly expected: string;
}

/** A fact that became another one. */
export interface MergeChange {
  readonly standard: StandardId;
  /** `status`, `ISO 37122:2019 date`, `editions`, `relations`. */
  readonly field: string;
  /** Empty where there was nothing. */
  readonly before: string;
  readonly after: string;
  /** The source behind it. */
  readonly source: SourceId;
}

/** A standard that was in force or in preparation and is withdrawn now. */
export interface Withdrawal {
  readonly standard: StandardId;
  readonly date?: PartialDate;
  readonly source: SourceId;
}

/** A conflict of a standard. */
export interface StandardConflict extends Conflict {
  readonly standard: StandardId;
}

/** What a merge did, against the dataset as it was. */
export interface MergeOutcome {
  /** Submissions that came on record, by date and id. */
  readonly taken: readonly string[];
  /** Submissions that were on record already. */
  readonly known: readonly string[];
  /** Standards, SDOs and committees that came, by their ids. */
  readonly additions: readonly StandardId[];
  readonly sdos: readonly string[];
  readonly committees: readonly string[];
  /** Facts of standards that were there, in dataset order. */
  readonly changes: readonly MergeChange[];
  readonly withdrawals: readonly Withdrawal[];
  /** Conflicts that were not there before. */
  readonly conflicts: readonly StandardConflict[];
  /** Conflicts that are there no more. */
  readonly settled: readonly StandardConflict[];
  /** What the submissions state that has no effect. */
  readonly idle: readonly Idle[];
  readonly refusals: readonly Refused[];
}

const SINGLE = ['title', 'deliverable', 'kind', 'role', 'level', 'tier', 'status', 'withdrawn', 'url'] as const;
const VALUES = ['publishers', 'committees', 'topics'] as const;
const GROWING = ['aliases', 'copublishers', 'ics'] as const;

/** What a record says, fact by fact, as text. */
function factsOf(standard: Standard): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  for (const field of SINGLE) facts.set(field, standard[field] ?? '');
  for (const [tag, title] of Object.entries(standard.titles ?? {})) facts.set(`titles.${tag}`, title);
  for (const field of VALUES) facts.set(field, standard[field].join('; '));
  for (const { id, kind, date, status, stage, title } of standard.editions) {
    facts.set(`editions ${id}`, id);
    for (const [field, value] of Object.entries({ kind, date, status, stage, title })) facts.set(`${id} ${field}`, value ?? '');
  }
  for (const { type, to } of standard.relations ?? []) facts.set(`relations ${type} ${to}`, `${type} ${to}`);
  return facts;
}

function changesOf(before: Standard, after: Standard, sources: ReadonlyMap<string, SourceId>): readonly MergeChange[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const catalogue = after.sources[0] ?? '';
  const editions = new Set(before.editions.map(({ id }) => id));
  // What is new of a new text is told with it
  const isTold = (name: string): boolean =>
    !after.editions.some(({ id }) => !editions.has(id) && name.startsWith(`${id} `) && !name.startsWith('editions '));
  const facts = [...now].flatMap(([name, value]): readonly MergeChange[] => {
    const was = old.get(name) ?? '';
    if (was === value || !isTold(name)) return [];
    const field = /^(?:editions|relations)(?= )/.exec(name)?.[0] ?? name;
    return [{ standard: after.id, field, before: was, after: value, source: sources.get(name) ?? catalogue }];
  });
  const lists = GROWING.flatMap((field): readonly MergeChange[] => {
    const added = (after[field] ?? []).filter((entry) => !before[field]?.includes(entry));
    return added.length === 0
      ? []
      : [{ standard: after.id, field, before: '', after: added.join('; '), source: sources.get(field) ?? catalogue }];
  });
  return [...facts, ...lists];
}

const keyOf = ({ standard, field, value, source, otherValue, otherSource }: StandardConflict): string =>
  JSON.stringify([standard, field, value, source, otherValue, otherSource]);

const conflictsOf = (standard: Standard | undefined): readonly StandardConflict[] =>
  standard?.conflicts?.map((conflict) => ({ standard: standard.id, ...conflict })) ?? [];

function without<T>(list: readonly T[], others: readonly T[], key: (one: T) => string): readonly T[] {
  const known = new Set(others.map(key));
  return list.filter((one) => !known.has(key(one)));
}

/**
 * What became of submissions.
 *
 * @param given the submissions that were handed in
 * @param made what the fold has found out about the standards that submissions state
 */
export function outcomeOf(
  before: Dataset,
  after: Dataset,
  given: readonly Submission[],
  refusals: readonly Refused[],
  made: { readonly folded: ReadonlyMap<StandardId, Folded>; readonly idle: readonly Idle[] },
): MergeOutcome {
  const old = new Map(before.standards.map((standard) => [standard.id, standard]));
  const onRecord = new Set(before.submissions?.map(({ id }) => id));
  const handed = new Set(given.map(({ id }) => id));
  const changed = after.standards.flatMap((standard) => {
    const was = old.get(standard.id);
    return was && was !== standard ? [[was, standard] as const] : [];
  });
  const added = after.standards.filter(({ id }) => !old.has(id));
  const [was, is] = [changed.flatMap(([one]) => conflictsOf(one)), [...changed.map(([, one]) => one), ...added].flatMap(conflictsOf)];
  const none = new Map<string, SourceId>();
  const sourcesOf = (id: StandardId): ReadonlyMap<string, SourceId> => made.folded.get(id)?.sources ?? none;
  const idsOf = (list: readonly { readonly id: string }[], others: readonly { readonly id: string }[]): readonly string[] =>
    without(
      list.map(({ id }) => id),
      others.map(({ id }) => id),
      String,
    );
  return {
    taken: (after.submissions ?? []).flatMap(({ id }) => (onRecord.has(id) ? [] : [id])),
    known: [...new Set(given.flatMap(({ id }) => (onRecord.has(id) && !refusals.some((one) => one.submission === id) ? [id] : [])))],
    additions: added.map(({ id }) => id),
    sdos: idsOf(after.sdos, before.sdos),
    committees: idsOf(after.committees, before.committees),
    changes: changed.flatMap(([one, other]) => changesOf(one, other, sourcesOf(other.id))),
    withdrawals: changed.flatMap(([one, { id, status, withdrawn }]) =>
      status !== 'withdrawn' || one.status === 'withdrawn'
        ? []
        : [{ standard: id, ...(withdrawn !== undefined && { date: withdrawn }), source: sourcesOf(id).get('status') ?? '' }],
    ),
    conflicts: without(is, was, keyOf),
    settled: without(was, is, keyOf),
    idle: made.idle.filter(({ submission }) => handed.has(submission)),
    refusals,
  };
}
