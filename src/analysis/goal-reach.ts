import type { Catalogue } from '../model/catalogue.js';
import type { Goal, GoalFrameworkId, TopicId } from '../model/dataset.js';
import { goalsIn, hasGoals, lensesOf } from './goals.js';

/** The goals of a framework that some topic leads to, and those that none leads to; dataset order. */
export function goalsByReach(
  catalogue: Catalogue,
  framework: GoalFrameworkId,
): { readonly mapped: readonly Goal[]; readonly unmapped: readonly Goal[] } {
  const lens = lensesOf(catalogue).get(framework);
  const all = goalsIn(catalogue, framework);
  const reached = new Set([...(lens?.lines.values() ?? [])].flat().map(({ goal }) => goal));
  return { mapped: all.filter((goal) => reached.has(goal)), unmapped: all.filter((goal) => !reached.has(goal)) };
}

/** Topics that lead to a goal, by its code; each once, dataset order of the lines. */
export function topicsOfGoal(catalogue: Catalogue, framework: GoalFrameworkId, code: string): readonly TopicId[] {
  const lens = lensesOf(catalogue).get(framework);
  return [...(lens?.lines ?? [])].flatMap(([topic, lines]) => (lines.some(({ goal }) => goal.code === code) ? [topic] : []));
}

/** A goal by its id. */
export const goalById = (catalogue: Catalogue, id: string): Goal | undefined => {
  const goal = (catalogue.dataset.goals ?? []).find((one) => one.id === id);
  return goal && hasGoals(catalogue, goal.framework) ? goal : undefined;
};
