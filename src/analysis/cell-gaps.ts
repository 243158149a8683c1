import type { Catalogue } from '../model/catalogue.js';
import type { Claim, Expectation, PartialDate, Standard, StandardId, TopicId } from '../model/dataset.js';
import { isActive, textDate } from './at.js';
import type { Axis, Cell, CellGap, CellState, GapOptions } from './cell.js';
import { coverage } from './coverage.js';
import { isCovering } from './judge.js';
import { statusesAt } from './standing.js';

/** Standards named beside a gap: enough to begin with, few enough to read. */
const MOST_NEAR = 10;
/** Which comes first in a list: nothing at all, then nothing binding, then what somebody already works on. */
const URGENCY: readonly CellState[] = ['uncovered', 'informative-only', 'being-filled'];

/** A cell of a matrix by the axes and headings it is found at. */
interface Address {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly row: string;
  readonly column: string;
}

/** Where an expectation's cell stands: its topic in the rows, what else it names in the columns; undefined when it has not two coordinates. */
function addressOf(catalogue: Catalogue, { topics, role, sdo }: Expectation): Address | undefined {
  const [first, second, ...more] = [...new Set(topics)].sort(
    (a, b) => Number(catalogue.topic(a)?.axis === 'capability') - Number(catalogue.topic(b)?.axis === 'capability'),
  );
  const named = [role, sdo, second].filter((one) => one !== undefined);
  if (first === undefined || named.length !== 1 || more.length > 0) return undefined;
  const axis = catalogue.topic(first)?.axis ?? 'topic';
  if (role !== undefined) return { rows: axis, columns: 'role', row: first, column: role };
  if (sdo !== undefined) return { rows: 'topic', columns: 'sdo', row: first, column: sdo };
  const column = second ?? '';
  const across = catalogue.topic(column)?.axis ?? 'topic';
  return axis === across ? { rows: 'topic', columns: 'topic', row: first, column } : { rows: axis, columns: across, row: first, column };
}

const TIER_ORDER: readonly string[] = ['core', 'vertical', 'extended'];

/** What distinguishes two near standards once they are equally near: core before vertical, binding before informative, newer before older. */
function byWeight(at: PartialDate): (a: Standard, b: Standard) => number {
  const day = (standard: Standard): string => textDate(standard, at) ?? '';
  return (a, b) =>
    TIER_ORDER.indexOf(a.tier) - TIER_ORDER.indexOf(b.tier) ||
    Number(isCovering(b)) - Number(isCovering(a)) ||
    (day(a) < day(b) ? 1 : Number(day(a) > day(b)) * -1);
}

/** Active standards near a cell: what stands in it, what has its capability for every domain, what has its first topic. */
function nearOf(catalogue: Catalogue, { row, column, rows, columns }: Address, cell: Cell, at: PartialDate): readonly StandardId[] {
  const statuses = statusesAt(catalogue, at);
  const domains = new Set(catalogue.topics.filter(({ axis }) => axis === 'domain').map(({ id }) => id));
  const inside = new Set(cell.standards);
  const isForAll = ({ topics }: Standard): boolean =>
    columns === 'capability' && topics.includes(column) && !topics.some((id) => domains.has(id));
  const rank = (standard: Standard): number => {
    if (inside.has(standard.id)) return 0;
    if (isForAll(standard)) return 1;
    return rows !== 'sdo' && standard.topics.includes(row) ? 2 : 3;
  };
  return catalogue.standards
    .flatMap((standard, number) => (isActive(statuses[number]) ? [{ standard, rank: rank(standard) }] : []))
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || byWeight(at)(a.standard, b.standard))
    .slice(0, MOST_NEAR)
    .map(({ standard }) => standard.id);
}

const speaks = ({ topics }: Claim, of: readonly TopicId[]): boolean => of.every((topic) => topics.includes(topic));

/**
 * Cells that a curator expects to be covered and that are not, each once.
 *
 * @returns by urgency of the state, then cells that more publications claim as gaps too, then in the order of the expectations
 */
export function cellGaps(catalogue: Catalogue, { at = '', standards }: GapOptions): readonly CellGap[] {
  const { expectations = [], claims = [] } = catalogue.dataset;
  const found = new Map<string, { readonly gap: CellGap; readonly claimed: number }>();
  for (const expectation of expectations) {
    const address = expectation.state === 'expected' ? addressOf(catalogue, expectation) : undefined;
    if (!address) continue;
    const { rows, columns, row, column } = address;
    const matrix = coverage(catalogue, { rows, columns, at, candidates: NONE, ...(standards && { standards }) });
    const cell = matrix.cells.find((one) => one.row === row && one.column === column);
    const key = JSON.stringify(address);
    if (!cell?.gap || found.has(key)) continue;
    const gap: CellGap = { kind: 'cell', cell, rows, columns, expectation, near: nearOf(catalogue, address, cell, at) };
    found.set(key, { gap, claimed: claims.filter((claim) => speaks(claim, expectation.topics)).length });
  }
  return [...found.values()]
    .sort((a, b) => URGENCY.indexOf(a.gap.cell.state) - URGENCY.indexOf(b.gap.cell.state) || b.claimed - a.claimed)
    .map(({ gap }) => gap);
}

/** Gaps need no candidates: a crowded cell is none. One list for all calls, so that the same matrix is remembered. */
const NONE: readonly never[] = Object.freeze([]);
