import type { Catalogue } from '../model/catalogue.js';
import {
  GOAL_FRAMEWORKS,
  NO_GOAL,
  type Goal,
  type GoalFramework,
  type GoalFrameworkId,
  type GoalTopic,
  type Standard,
  type TopicId,
} from '../model/dataset.js';
import { asWords, titleWords } from './title-phrases.js';
import { latestOf } from './day.js';

/** A goal that a standard leads to, and the lines of the mapping that say so: at least one, in the order of its topics. */
export interface GoalReach {
  readonly goal: Goal;
  readonly lines: readonly GoalTopic[];
}

/** Whether a name of a field, encoding or axis is that of a framework of goals. */
export const isGoalFramework = (name: string): name is GoalFrameworkId => GOAL_FRAMEWORKS.some((framework) => framework === name);

/** A line with its phrases as words. */
interface Line {
  readonly line: GoalTopic;
  readonly goal: Goal;
  readonly phrases: readonly string[] | undefined;
}

/** One framework of a catalogue. */
interface Lens {
  readonly goals: ReadonlyMap<string, Goal>;
  readonly lines: ReadonlyMap<TopicId, readonly Line[]>;
  readonly reached: WeakMap<Standard, readonly GoalReach[]>;
}

const memo = new WeakMap<Catalogue, ReadonlyMap<GoalFrameworkId, Lens>>();

function lensOf(goals: readonly Goal[], topics: readonly GoalTopic[]): Lens {
  const byId = new Map(goals.map((goal) => [goal.id, goal]));
  const lines = new Map<TopicId, Line[]>();
  for (const line of topics) {
    const goal = byId.get(line.goal);
    if (!goal) continue;
    const list = lines.get(line.topic) ?? [];
    lines.set(line.topic, list);
    list.push({ line, goal, phrases: line.titles?.map(asWords) });
  }
  return { goals: new Map(goals.map((goal) => [goal.code, goal])), lines, reached: new WeakMap() };
}

export function lensesOf(given: Catalogue): ReadonlyMap<GoalFrameworkId, Lens> {
  const catalogue = latestOf(given);
  const known = memo.get(catalogue);
  if (known) return known;
  const { goalFrameworks = [], goals = [], goalTopics = [] } = catalogue.dataset;
  const lenses = new Map(
    goalFrameworks.flatMap(({ id }) => {
      const own = goals.filter(({ framework }) => framework === id);
      return own.length > 0 ? [[id, lensOf(own, goalTopics)] as const] : [];
    }),
  );
  memo.set(catalogue, lenses);
  return lenses;
}

/** The frameworks of a dataset that have goals, in its order; none where it maps its topics to nothing. */
export const goalFrameworks = (catalogue: Catalogue): readonly GoalFramework[] =>
  (catalogue.dataset.goalFrameworks ?? []).filter(({ id }) => lensesOf(catalogue).has(id));

/** Whether a dataset has goals of a framework. */
export const hasGoals = (catalogue: Catalogue, framework: GoalFrameworkId): boolean => lensesOf(catalogue).has(framework);

/** All goals of a framework; dataset order. */
export const goalsIn = (catalogue: Catalogue, framework: GoalFrameworkId): readonly Goal[] => [
  ...(lensesOf(catalogue).get(framework)?.goals.values() ?? []),
];

/** A goal by the code that filters, links and axes use. */
export const goalByCode = (catalogue: Catalogue, framework: GoalFrameworkId, code: string): Goal | undefined =>
  lensesOf(catalogue).get(framework)?.goals.get(code);

/** A goal as lists and headings call it, with its number where it has one: `11 Sustainable Cities and Communities`. */
export const goalName = ({ code, label }: Goal): string => (/^\d+$/.test(code) ? `${code} ${label}` : label);

function reach({ lines }: Lens, standard: Standard): readonly GoalReach[] {
  const found = new Map<Goal, GoalTopic[]>();
  for (const topic of new Set(standard.topics))
    for (const { line, goal, phrases } of lines.get(topic) ?? []) {
      if (phrases && !phrases.some((phrase) => titleWords(standard).includes(phrase))) continue;
      const own = found.get(goal) ?? [];
      found.set(goal, own);
      own.push(line);
    }
  const topicsIn = (list: readonly GoalTopic[]): number => new Set(list.map(({ topic }) => topic)).size;
  // The sort is stable: of equals the one that was met first stays first
  return [...found].map(([goal, own]) => ({ goal, lines: own })).sort((a, b) => topicsIn(b.lines) - topicsIn(a.lines));
}

const NOTHING: readonly GoalReach[] = Object.freeze([]);

/**
 * The goals of a framework that a standard leads to, with the reasons.
 *
 * @returns the goal that most of its topics lead to first; of equals the one whose line stands first for the first of its topics. None
 * where no topic leads to one, and where the dataset does not have the framework
 */
export function goalsOf(catalogue: Catalogue, standard: Standard, framework: GoalFrameworkId): readonly GoalReach[] {
  const lens = lensesOf(catalogue).get(framework);
  if (!lens) return NOTHING;
  const known = lens.reached.get(standard) ?? reach(lens, standard);
  lens.reached.set(standard, known);
  return known;
}

/** Codes of these goals; `none` alone for a standard without one; nothing where the dataset does not have the framework. */
export function goalCodes(catalogue: Catalogue, standard: Standard, framework: GoalFrameworkId): readonly string[] {
  if (!hasGoals(catalogue, framework)) return [];
  const reached = goalsOf(catalogue, standard, framework);
  return reached.length > 0 ? reached.map(({ goal }) => goal.code) : [NO_GOAL];
}
