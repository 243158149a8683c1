import type { StandardId } from '../model/dataset.js';
import { nearest } from '../model/nearest.js';
import type { Submission, SubmittedStandard } from '../model/submission.js';
import type { Names } from './submission-names.js';
import { without } from './without.js';

/** What one submission says of one standard. */
export interface Statement {
  readonly submission: Submission;
  readonly stated: SubmittedStandard;
}

/** Why something that a submission states has no effect. */
export const IDLE_CODES = ['unknown-standard', 'incomplete', 'unknown-name', 'replaced', 'cycle', 'group'] as const;

/** Something that a submission states and that has no effect. It stays on record, and takes effect when what it waits for has come. */
export interface Idle {
  readonly submission: string;
  /** The standard, SDO or committee that it is about. */
  readonly about: string;
  /** Absent where it is the whole statement. */
  readonly field?: string;
  /**
   * `unknown-standard`: there is none of that id; `incomplete`: nor is enough stated for a new one; `unknown-name`: it names an SDO, committee or
   * topic that nobody has brought; `replaced`: the same body has said otherwise since; `cycle`: it would make a standard supersede itself or a
   * committee its own part; `group`: an SDO or a committee that is there already keeps its record.
   */
  readonly code: (typeof IDLE_CODES)[number];
  readonly got: string;
  /** The name that was likely meant, what is missing, or what is in force; empty where there is nothing to say. */
  readonly expected: string;
}

/** Statements of one standard that can have an effect, with what of them cannot. */
export interface Usable {
  readonly statements: readonly Statement[];
  readonly idle: readonly Idle[];
}

const LISTS = ['publishers', 'committees', 'topics'] as const;

/** Takes out the values that name what nobody has brought. */
export function usable(id: StandardId, statements: readonly Statement[], names: Names): Usable {
  const known = { publishers: names.sdos, committees: names.committees, topics: names.topics };
  const idle: Idle[] = [];
  const left = statements.map(({ submission, stated }): Statement => {
    const lost = LISTS.filter((field) => stated[field]?.some((name) => !known[field].has(name)));
    for (const field of lost)
      for (const got of stated[field] ?? [])
        if (!known[field].has(got)) {
          const expected = nearest(got, known[field].keys()) ?? '';
          idle.push({ submission: submission.id, about: id, field, code: 'unknown-name', got, expected });
        }
    const kept = lost.reduce<SubmittedStandard>(
      (rest, field) => (field === 'topics' ? without(rest, 'topics', 'reasons') : without(rest, field)),
      stated,
    );
    return { submission, stated: kept };
  });
  return { statements: left, idle };
}

/** What a new standard cannot do without; the status of one that nobody tells is unknown. */
const REQUIRED = ['title', 'publishers', 'committees', 'deliverable', 'kind', 'role', 'level', 'tier', 'editions', 'topics'] as const;

/** Fields that a new standard lacks when all its statements are put together. */
export const missingOf = (statements: readonly Statement[]): readonly string[] =>
  REQUIRED.filter((field) => statements.every(({ stated }) => stated[field] === undefined));
