import type { Catalogue } from '../model/catalogue.js';
import type { Standard, StandardId } from '../model/dataset.js';
import type { Candidate } from './candidate.js';
import type { Changes } from './change.js';
import { goalById } from './goal-reach.js';
import { goalByCode, goalFrameworks, goalName, goalsOf, isGoalFramework } from './goals.js';

/** What a table or an export can say of a standard, in the order in which a list of columns offers them. */
export const COLUMNS = [
  'id',
  'title',
  'sdo',
  'committee',
  'deliverable',
  'kind',
  'role',
  'level',
  'tier',
  'status',
  'first',
  'latest',
  'editions',
  'topics',
  'overlaps',
  'relations',
  'ics',
  'aliases',
  'url',
  'sources',
  'goals',
  'change',
] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * What a column says of a standard: text, a number, a list of ids or names, or undefined where the dataset says nothing (never 0 or an empty text for it).
 *
 * `sdo`, `committee`, `topics`, `sources` give ids; `goals` those of the goals that its topics lead to, of every framework, the nearest
 * first; `first` and `latest` a date as precise as its source; `editions` and `relations` how
 * many there are, of relations those declared at either end; `overlaps` how many open candidates the standard is in; `change` what became of it, a `ChangeClass`.
 */
export type ColumnValue = string | number | readonly string[] | undefined;

/** How many of these candidates each standard is in. */
export function overlapCounts(candidates: readonly Candidate[]): ReadonlyMap<StandardId, number> {
  const counts = new Map<StandardId, number>();
  for (const { a, b } of candidates) for (const id of [a, b]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** What an entry of a column is called: the name of an SDO, the label of a topic or a goal, the catalogue of a source; else the entry itself. */
export function valueLabel(catalogue: Catalogue, column: string, value: string): string {
  if (column === 'sdo') return catalogue.sdo(value)?.name ?? value;
  if (column === 'topics') return catalogue.topic(value)?.label ?? value;
  const goal = column === 'goals' ? goalById(catalogue, value) : isGoalFramework(column) ? goalByCode(catalogue, column, value) : undefined;
  if (goal) return goalName(goal);
  return column === 'sources' ? (catalogue.source(value)?.catalogue ?? value) : value;
}

/**
 * @param overlaps open candidates by standard, from `overlapCounts`; absent while they are looked for: then their column says nothing
 * @param changes what became of the standards since a day, from `changes`; absent where nobody asks: then their column says nothing
 */
export function columnValue(
  catalogue: Catalogue,
  standard: Standard,
  column: Column,
  overlaps?: ReadonlyMap<StandardId, number>,
  changes?: Changes,
): ColumnValue {
  switch (column) {
    case 'sdo':
      return catalogue.sdosOf(standard);
    case 'committee':
      return standard.committees;
    case 'first':
      return catalogue.firstDate(standard);
    case 'latest':
      return catalogue.latestDate(standard);
    case 'editions':
      return standard.editions.length;
    case 'overlaps':
      return overlaps && (overlaps.get(standard.id) ?? 0);
    case 'relations':
      return catalogue.neighbours(standard.id).length;
    case 'goals': {
      const goals = goalFrameworks(catalogue).flatMap(({ id }) => goalsOf(catalogue, standard, id));
      return goals.length > 0 ? goals.map(({ goal }) => goal.id) : undefined;
    }
    case 'change':
      return changes?.of(standard.id)?.change;
    default:
      return standard[column];
  }
}
