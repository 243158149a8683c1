/** The frameworks of goals, as fields, encodings and axes are called. */
const frameworks = {
  sdg: 'SDG',
  purpose: 'ISO 37101 purpose',
  dimension: 'U4SSC dimension',
  category: 'U4SSC category',
  vertical: 'SG20 vertical',
  challenge: 'SG20 challenge',
} as const;

/** Texts of the goal lens: what city goals standards lead to. */
export const goalMessages = {
  frameworks,
  lens: 'City goals',
  none: 'None',
  hint: 'Colours, filters and the rows of the matrix follow the goals that you choose here.',
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
