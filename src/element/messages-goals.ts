import { goalNames } from './messages-goal-names.js';

/** Texts of the goal lens: what city goals standards lead to. */
export const goalMessages = {
  frameworks: goalNames,
  notMapped: 'not mapped: none of its topics leads to a goal here',
  rule: 'A standard has the goals that its topics lead to; its colour is the goal that most of them lead to.',
  mappedFrom: (source: string) => `Goals: ${source}.`,
  unreached: (goals: string) => `No topic of this map leads to: ${goals}.`,
  title: 'City goals and why',
  because: (topic: string, reason: string) => `${topic}: ${reason}`,
  byTitle: (phrases: string) => `because its title says ${phrases}`,
  lacking: (framework: string) =>
    `This map was asked for goals of the list “${framework}”, and its dataset has none of them: colours, grouping and matrix stay as usual.`,
} as const;
