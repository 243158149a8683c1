import type { Axis, Cell, CellState, Coverage } from '../analysis/cell.js';
import type { TopicId } from '../model/dataset.js';
import type { TopicGaps } from './scene.js';

const TOPICS: ReadonlySet<Axis> = new Set(['domain', 'capability', 'topic']);
/** There is work, but little to build on. A cell that nothing covers and nobody expects to be covered is neither thin nor a gap. */
const THIN: ReadonlySet<CellState> = new Set(['being-filled', 'informative-only', 'ageing', 'single-source']);

const memo = new WeakMap<Coverage, ReadonlyMap<TopicId, TopicGaps>>();

/**
 * The gaps and thin cells of a matrix by topic: a cell counts for each topic that its row or its column stands for, as a gap where a curator
 * expects coverage, else as thin where its work is in preparation, informative, old or of one SDO alone.
 *
 * @returns topics with at least one of either, rows before columns; the same map for the same matrix
 */
export function topicGaps(coverage: Coverage): ReadonlyMap<TopicId, TopicGaps> {
  const known = memo.get(coverage);
  if (known) return known;
  const counts = new Map<TopicId, TopicGaps>();
  const count = (axis: Axis, topic: (cell: Cell) => string): void => {
    if (!TOPICS.has(axis)) return;
    for (const cell of coverage.cells) {
      const isThin = !cell.gap && THIN.has(cell.state);
      if (!cell.gap && !isThin) continue;
      const { gaps, thin } = counts.get(topic(cell)) ?? { gaps: 0, thin: 0 };
      counts.set(topic(cell), { gaps: gaps + (cell.gap ? 1 : 0), thin: thin + (isThin ? 1 : 0) });
    }
  };
  count(coverage.rows, ({ row }) => row);
  // A cell of a topic with itself is one cell
  count(coverage.columns, ({ row, column }) => (coverage.rows === coverage.columns && row === column ? '' : column));
  counts.delete('');
  memo.set(coverage, counts);
  return counts;
}
