import type { IntakeField } from './fields.js';

/** What can be wrong with a row, or worth a remark. */
export const ROW_PROBLEMS = [
  'no-reference',
  'not-a-reference',
  'several-references',
  'no-title',
  'no-sdo',
  'no-topic',
  'too-long',
  'date',
  'date-order',
  'date-edition',
  'status',
  'topic',
  'role',
  'level',
  'kind',
  'ics',
  'url',
  'cell-error',
  'heading',
  'repeated',
  'action',
  'deleted',
  'not-there',
  'relation',
  'own-edition',
  'sdo',
  'committee',
  'new-sdo',
  'new-committee',
  'differs',
  'sdo-name',
  'no-authority',
  'new-of-other',
  'nothing-new',
  'add-known',
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];

/**
 * `error`: nothing of the row is taken; `warning`: the row is taken without this cell; `note`: the row is taken as it is, and the reader should
 * know something.
 */
export type Severity = 'error' | 'warning' | 'note';

/** One problem of one row. */
export interface RowProblem {
  readonly code: RowProblemCode;
  readonly severity: Severity;
  /** Number of the row in its sheet, from 1. */
  readonly row: number;
  /** Place of the column, from 0; absent where it is the row as a whole. */
  readonly column?: number;
  readonly field?: IntakeField;
  /** What the cell says. */
  readonly got: string;
  /** What was expected, or the nearest known name; empty where the code says all. */
  readonly expected: string;
}
