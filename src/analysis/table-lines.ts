import type { TablePlan } from './table.js';

/**
 * The lines of a table from top to bottom, n: a standard by its place in the dataset, 0 or more; the heading of group i as -(i + 1).
 *
 * A folded group has its heading only.
 *
 * @param folded values of the groups that are folded
 */
export function tableLines({ by, order, groups }: Pick<TablePlan, 'by' | 'order' | 'groups'>, folded: ReadonlySet<string>): Int32Array {
  if (by === undefined) return Int32Array.from(order);
  const lengthOf = (at: number): number => (folded.has(groups[at]?.value ?? '') ? 1 : 1 + (groups[at]?.places.length ?? 0));
  const lines = new Int32Array(groups.reduce((sum, _, at) => sum + lengthOf(at), 0));
  let next = 0;
  groups.forEach(({ places }, at) => {
    const length = lengthOf(at);
    lines[next] = -(at + 1);
    if (length > 1) lines.set(places, next + 1);
    next += length;
  });
  return lines;
}
