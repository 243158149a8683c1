import type { Expectation } from '../model/dataset.js';
import type { Coordinates } from './axes.js';

/** What curators say of one cell. */
export interface Statements {
  readonly notApplicable?: Expectation;
  readonly noData?: Expectation;
  readonly expected?: Expectation;
}

const isWithin = (topics: readonly string[], { topics: all }: Coordinates): boolean => topics.every((topic) => all.has(topic));

/** Whether a cell is the one that an expectation speaks of: the same topics, role and SDO. */
const isTheCell = ({ topics, role, sdo }: Expectation, cell: Coordinates): boolean =>
  isWithin(topics, cell) && new Set(topics).size === cell.topics.size && role === cell.role && sdo === cell.sdo;

function speaksOf(statement: Expectation, cell: Coordinates): boolean {
  const { state, topics, role, sdo } = statement;
  if (state === 'expected') return isTheCell(statement, cell);
  if (!isWithin(topics, cell) || (role !== undefined && role !== cell.role)) return false;
  // What is missing of one SDO is missing from the sum of all
  return sdo === undefined || sdo === cell.sdo || (state === 'no-data' && cell.sdo === undefined);
}

/** Coordinates that a statement names: the more, the more it speaks of this cell in particular. */
const closeness = ({ topics, role, sdo }: Expectation): number => topics.length + Number(role !== undefined) + Number(sdo !== undefined);

const closest = (statements: readonly Expectation[], state: Expectation['state']): Expectation | undefined =>
  statements
    .filter((one) => one.state === state)
    .reduce<Expectation | undefined>((best, one) => (best === undefined || closeness(one) > closeness(best) ? one : best), undefined);

/** The statements that speak of a cell, of several with the same state the one that names most of it, then the first. */
export function statementsOn(statements: readonly Expectation[], cell: Coordinates): Statements {
  const speaking = statements.filter((one) => speaksOf(one, cell));
  const notApplicable = closest(speaking, 'not-applicable');
  const noData = closest(speaking, 'no-data');
  const expected = closest(speaking, 'expected');
  return { ...(notApplicable && { notApplicable }), ...(noData && { noData }), ...(expected && { expected }) };
}

/**
 * What curators say of a cell that sums cells of topics up, as one along goals does: not applicable where all of them are, no data where
 * all of them have none, or some have none and nothing active stands in the sum. Nobody expects coverage of a sum.
 */
export function statementsOnSum(parts: readonly Statements[], isEmpty: boolean): Statements {
  const applicable = parts.filter((part) => part.notApplicable === undefined);
  const [notApplicable] = applicable.length === 0 ? parts.flatMap((part) => part.notApplicable ?? []) : [];
  const lacking = applicable.flatMap((part) => part.noData ?? []);
  const noData = lacking.length === applicable.length || isEmpty ? lacking[0] : undefined;
  return { ...(notApplicable && { notApplicable }), ...(noData && { noData }) };
}
