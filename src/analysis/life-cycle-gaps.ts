import type { Catalogue } from '../model/catalogue.js';
import type { Role, Standard, StandardId, Status, TopicId } from '../model/dataset.js';
import { placesIn } from '../model/places.js';
import { isInForce } from './at.js';
import type { Cell, CellState, GapOptions, LifeCycleGap } from './cell.js';
import { coverage } from './coverage.js';
import { isCovering } from './judge.js';
import { statusesAt } from './standing.js';

/** What a system is specified by, and what it is then built to and tested by. @source ITU-T stages 1 to 3; analysis.md, life-cycle gap */
const BEGINNING: readonly Role[] = ['requirements', 'architecture'];
const CONTINUATION: readonly Role[] = ['interface-data', 'assessment-test'];
const NONE: readonly never[] = Object.freeze([]);
const OPEN: ReadonlySet<CellState> = new Set<CellState>(['uncovered', 'being-filled', 'informative-only']);
const CLOSED: ReadonlySet<CellState> = new Set<CellState>(['no-data', 'not-applicable']);

/** What the search for such gaps looks at. */
interface View {
  readonly catalogue: Catalogue;
  readonly statuses: readonly (Status | undefined)[];
  /** Cells of topic and role. */
  readonly roles: readonly Cell[];
  readonly options: GapOptions;
}

function viewOf(catalogue: Catalogue, options: GapOptions): View {
  const { at = '', standards } = options;
  const roles = coverage(catalogue, { rows: 'topic', columns: 'role', at, candidates: NONE, ...(standards && { standards }) }).cells;
  return { catalogue, statuses: statusesAt(catalogue, at), roles, options };
}

const roleCell = ({ roles }: View, topic: TopicId, role: Role): Cell | undefined =>
  roles.find(({ row, column }) => row === topic && column === role);

/** Of some standards the binding ones that are in force, in dataset order. */
function bindingInForce({ catalogue, statuses }: View, ids: readonly StandardId[]): readonly Standard[] {
  const places = placesIn(catalogue);
  const numbers = ids.flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
  return [...new Set(numbers)].flatMap((number) => {
    const standard = catalogue.standards[number];
    return standard && isCovering(standard) && isInForce(statuses[number]) ? [standard] : [];
  });
}

function gapOf(
  begun: readonly Standard[],
  missing: readonly Role[],
  about: Pick<LifeCycleGap, 'topic' | 'capability'>,
): readonly LifeCycleGap[] {
  const behind = begun.filter(({ role }) => BEGINNING.includes(role));
  const present = BEGINNING.filter((role) => behind.some((standard) => standard.role === role));
  if (present.length === 0 || missing.length === 0) return [];
  return [{ kind: 'life-cycle', ...about, present, missing, standards: behind.map(({ id }) => id) }];
}

/** A topic that stops at what it is specified by. */
function ofTopic(view: View, topic: TopicId): readonly LifeCycleGap[] {
  const begun = BEGINNING.flatMap((role) => roleCell(view, topic, role)?.standards ?? []);
  const missing = CONTINUATION.filter((role) => {
    const cell = roleCell(view, topic, role);
    return cell !== undefined && OPEN.has(cell.state) && cell.beyond === 0;
  });
  return gapOf(bindingInForce(view, begun), missing, { topic });
}

/** Whether the dataset can know that nothing of a role is in a cell: no statement that it cannot, no standard there without status. */
function canKnow({ catalogue, statuses, roles }: View, cell: Cell, role: Role): boolean {
  const silent = catalogue.standards.some(
    ({ topics, role: own }, number) =>
      statuses[number] === 'unknown' && own === role && topics.includes(cell.row) && topics.includes(cell.column),
  );
  const told = roles.filter(({ row, column }) => column === role && (row === cell.row || row === cell.column));
  return !silent && told.every(({ state }) => !CLOSED.has(state));
}

/** A cell of domain and capability that is expected, is covered, and has neither an interface nor a test of any kind. */
function ofCell(view: View, cell: Cell): readonly LifeCycleGap[] {
  if (cell.expectation?.state !== 'expected' || cell.beyond > 0 || OPEN.has(cell.state) || CLOSED.has(cell.state)) return [];
  const inForce = bindingInForce(view, cell.standards);
  if (inForce.some(({ role }) => CONTINUATION.includes(role))) return [];
  const missing = CONTINUATION.filter((role) => canKnow(view, cell, role));
  return gapOf(inForce, missing, { topic: cell.row, capability: cell.column });
}

/**
 * Topics with binding requirements or an architecture in force that lack interfaces and data, or assessment and tests, or both; and
 * expected cells of domain and capability that have neither.
 *
 * Roles for which there is no data, or nothing to be expected, are not missing.
 *
 * @returns those that lack both first, then the ones with more behind them, then topics before cells in the order of the dataset
 */
export function lifeCycleGaps(catalogue: Catalogue, options: GapOptions): readonly LifeCycleGap[] {
  const view = viewOf(catalogue, options);
  const { at = '', standards } = options;
  const { cells } = coverage(catalogue, { at, candidates: NONE, ...(standards && { standards }) });
  return [...catalogue.topics.flatMap(({ id }) => ofTopic(view, id)), ...cells.flatMap((cell) => ofCell(view, cell))].sort(
    (a, b) => b.missing.length - a.missing.length || b.standards.length - a.standards.length,
  );
}
