import type { Goal, GoalFramework, GoalTopic, Source } from '../model/dataset.js';
import { GOAL_FRAMEWORKS } from '../model/dataset.js';
import { Cell, given } from './cell.js';
import { Contradiction } from './faults.js';
import { readSource } from './source.js';
import type { Names } from './statements.js';

/** What goals.json gives: frameworks with their goals, the lines from topics to them, and the documents. */
export interface Goals {
  readonly sources: readonly Source[];
  readonly frameworks: readonly GoalFramework[];
  readonly goals: readonly Goal[];
  readonly lines: readonly GoalTopic[];
}

/** A topic that was looked at for a framework and has no line there. */
interface Unmapped {
  readonly framework: string;
  readonly topics: readonly string[];
}

function readFramework(cell: Cell, sources: readonly string[]): GoalFramework {
  cell.table('id', 'label', 'source', 'url', 'note');
  return {
    id: cell.at('id').oneOf(GOAL_FRAMEWORKS),
    label: cell.at('label').text(),
    source: cell.at('source').oneOf(sources),
    ...given('url', cell.at('url'), (url) => url.url()),
    ...given('note', cell.at('note'), (note) => note.text()),
  };
}

function readGoal(cell: Cell, frameworks: readonly GoalFramework[]): Goal {
  cell.table('id', 'framework', 'code', 'label');
  return {
    id: cell.at('id').text(),
    framework: cell.at('framework').oneOf(frameworks.map(({ id }) => id)),
    code: cell.at('code').text(),
    label: cell.at('label').text(),
  };
}

function readLine(cell: Cell, goals: readonly string[], { topics, sources }: Pick<Names, 'topics' | 'sources'>): GoalTopic {
  cell.table('goal', 'topic', 'titles', 'reason', 'source', 'by', 'date');
  return {
    goal: cell.at('goal').oneOf(goals),
    topic: cell.at('topic').oneOf(topics),
    ...given('titles', cell.at('titles'), (titles) => titles.texts()),
    reason: cell.at('reason').text(),
    source: cell.at('source').oneOf(sources),
    by: cell.at('by').text(),
    date: cell.at('date').date(),
  };
}

function readUnmapped(cell: Cell, frameworks: readonly GoalFramework[], topics: readonly string[]): Unmapped {
  cell.table('framework', 'topics', 'reason', 'by', 'date');
  cell.at('reason').text();
  cell.at('by').text();
  cell.at('date').date();
  return {
    framework: cell.at('framework').oneOf(frameworks.map(({ id }) => id)),
    topics: cell
      .at('topics')
      .list()
      .map((topic) => topic.oneOf(topics)),
  };
}

/** Every topic has been looked at for every framework: it has a line there, or it is said to have none. */
function checkConsidered({ frameworks, goals, lines }: Goals, unmapped: readonly Unmapped[], topics: readonly string[]): void {
  const frameworkOf = new Map(goals.map(({ id, framework }) => [id, framework]));
  for (const { id } of frameworks)
    for (const topic of topics) {
      const mapped = lines.some((line) => line.topic === topic && frameworkOf.get(line.goal) === id);
      const said = unmapped.filter((one) => one.framework === id && one.topics.includes(topic)).length;
      if (Number(mapped) + said === 1) continue;
      const got = mapped ? 'a line and a place among unmapped' : said > 1 ? `${said} places among unmapped` : 'neither';
      throw new Contradiction(
        `goals.json: got ${got} for the topic "${topic}" in the framework "${id}", expected a line or a place among unmapped.`,
      );
    }
}

/**
 * The content of `data/sources/goals.json`, checked.
 *
 * @param names topics that a line may name, and sources beside those of the file itself
 * @throws Error that says where, what was found, what was expected and the nearest valid name; also where a topic was looked at for no
 * line of a framework
 */
export function readGoals(json: unknown, names: Pick<Names, 'topics' | 'sources'>): Goals {
  const file = new Cell(json, 'goals.json');
  file.table('about', 'sources', 'frameworks', 'goals', 'lines', 'unmapped');
  const sources = file.at('sources').list().map(readSource);
  const known = { topics: names.topics, sources: [...names.sources, ...sources.map(({ id }) => id)] };
  const frameworks = file
    .at('frameworks')
    .list()
    .map((cell) => readFramework(cell, known.sources));
  const goals = file
    .at('goals')
    .list()
    .map((cell) => readGoal(cell, frameworks));
  const ids = goals.map(({ id }) => id);
  const lines = file
    .at('lines')
    .list()
    .map((cell) => readLine(cell, ids, known));
  const unmapped = file
    .at('unmapped')
    .list()
    .map((cell) => readUnmapped(cell, frameworks, names.topics));
  const all = { sources, frameworks, goals, lines };
  checkConsidered(all, unmapped, names.topics);
  return all;
}
