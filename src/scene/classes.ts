import { goalCodes, isGoalFramework } from '../analysis/goals.js';
import type { Catalogue } from '../model/catalogue.js';
import { NO_GOAL, ROLES, STATUSES, type Standard, type StandardId } from '../model/dataset.js';
import type { Encoding } from '../state/state.js';
import { NODE_KINDS, type Graph } from './graph.js';
import type { LegendEntry } from './scene.js';
import { latestOf } from '../analysis/day.js';

/** Hues of a palette; further classes share the neutral slot 0. */
export const SLOTS = 8;

/** The class of a standard under an encoding; of several goals the nearest, `none` where it has none and others have. */
export function classOf(catalogue: Catalogue, color: Encoding, standard: Standard): string {
  switch (color) {
    case 'sdo':
      return catalogue.home(standard);
    case 'committee':
      return standard.committees[0] ?? '';
    case 'topic':
      return standard.topics[0] ?? '';
    case 'status':
      return standard.status;
    case 'role':
      return standard.role;
    default:
      return goalCodes(catalogue, standard, color)[0] ?? '';
  }
}

/**
 * The class that a node stands in under a grouping, '' for none: a standard in its own, under `committee` in that of the topmost committee
 * above its leading one; a committee, a topic or an SDO in the class it stands for or belongs to.
 */
export function groupOf({ catalogue, kinds, ids }: Graph, group: Encoding, node: number): string {
  const id = ids[node] ?? '';
  const topmost = (committee: string): string => catalogue.path(committee).at(-1)?.id ?? '';
  switch (NODE_KINDS[kinds[node] ?? 0]) {
    case 'standard': {
      const standard = catalogue.standard(id);
      const value = standard ? classOf(catalogue, group, standard) : '';
      return group === 'committee' ? topmost(value) : value;
    }
    case 'committee':
      return group === 'sdo' ? (catalogue.committee(id)?.sdo ?? '') : group === 'committee' ? topmost(id) : '';
    case 'sdo':
      return group === 'sdo' ? id : '';
    default:
      return group === 'topic' ? id : '';
  }
}

const memo = new WeakMap<Catalogue, Map<Encoding, ReadonlyMap<string, number>>>();

/**
 * Palette slot of each class, 1 to 8 for the classes with most standards of the whole catalogue, so that a filter recolours nothing.
 *
 * Closed lists keep their own order; statuses that no standard has today come last, so that a past day has a hue for them and recolours nothing.
 * A class without an entry has slot 0.
 */
export function slotsOf(given: Catalogue, color: Encoding): ReadonlyMap<string, number> {
  const catalogue = latestOf(given);
  const known = memo.get(catalogue)?.get(color);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const standard of catalogue.standards) {
    const value = classOf(catalogue, color, standard);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  counts.delete('');
  if (isGoalFramework(color)) counts.delete(NO_GOAL);
  const common = [...counts.entries()].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([value]) => value);
  const ranked =
    color === 'status'
      ? [...STATUSES.filter((s) => counts.has(s)), ...STATUSES.filter((s) => !counts.has(s))]
      : color === 'role'
        ? ROLES.filter((r) => counts.has(r))
        : common;
  const slots = new Map(ranked.slice(0, SLOTS).map((value, i) => [value, i + 1]));
  const all = memo.get(catalogue) ?? new Map<Encoding, ReadonlyMap<string, number>>();
  memo.set(catalogue, all.set(color, slots));
  return slots;
}

/** The classes of the visible standards with their counts: by slot, then all others, then what has no goal where colours stand for goals. */
export function legendOf(catalogue: Catalogue, color: Encoding, visible: ReadonlySet<StandardId>): readonly LegendEntry[] {
  const slots = slotsOf(catalogue, color);
  const counts = new Map<string, number>();
  let others = 0;
  let without = 0;
  for (const standard of catalogue.standards) {
    if (!visible.has(standard.id)) continue;
    const value = classOf(catalogue, color, standard);
    if (slots.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    else if (isGoalFramework(color) && value === NO_GOAL) without += 1;
    else others += 1;
  }
  const entries = [...slots].flatMap(([value, slot]): LegendEntry[] => {
    const count = counts.get(value) ?? 0;
    return count > 0 ? [{ slot, value, count }] : [];
  });
  return [
    ...entries,
    ...(others > 0 ? [{ slot: 0, count: others }] : []),
    ...(without > 0 ? [{ slot: 0, value: NO_GOAL, count: without }] : []),
  ];
}
