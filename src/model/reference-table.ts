/** Fields that name a record of another collection: collection, steps to the field, collection of the record; `[]` stands for every item of a list. */
export const REFERENCES: readonly (readonly string[])[] = [
  'sources.sdos.[].sdos',
  'sdos.jointOf.[].sdos',
  'committees.sdo.sdos',
  'committees.parent.committees',
  'committees.predecessors.[].committee.committees',
  'committees.successors.[].committee.committees',
  'committees.liaisons.[].committees',
  'committees.sources.[].sources',
  'standards.publishers.[].sdos',
  'standards.committees.[].committees',
  'standards.topics.[].topics',
  'standards.relations.[].source.sources',
  'standards.conflicts.[].source.sources',
  'standards.conflicts.[].otherSource.sources',
  'standards.sources.[].sources',
  'activities.committee.committees',
  'activities.source.sources',
  'facts.source.sources',
  'expectations.topics.[].topics',
  'expectations.sdo.sdos',
  'expectations.source.sources',
  'claims.topics.[].topics',
  'claims.sdo.sdos',
  'claims.source.sources',
  'goalFrameworks.source.sources',
  'goals.framework.goalFrameworks',
  'goalTopics.goal.goals',
  'goalTopics.topic.topics',
  'goalTopics.source.sources',
  'findings.standards.[].standards',
  'findings.replaces.[].findings',
].map((line) => line.split('.'));

/** What a scene may name: a record that can be selected and shown. */
export const IN_SCENES: readonly (readonly string[])[] = ['selected.[]', 'show.[]', 'moved.[].id'].map((line) => [
  'scenes',
  '[]',
  ...line.split('.'),
]);
/** Where such records are. */
export const SHOWN = ['standards', 'committees', 'topics', 'sdos'] as const;

/** The collections whose records have an id. */
export const IDENTIFIED = [
  'sources',
  'sdos',
  'committees',
  'topics',
  'standards',
  'activities',
  'claims',
  'goalFrameworks',
  'goals',
  'findings',
  'submissions',
  'stories',
] as const;

/** Cells have two coordinates: topics, a role or an SDO. */
export const CELL_COORDINATES = 2;
