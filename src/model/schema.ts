import * as z from 'zod/mini';
import { EXPECTATION_STATES, FACT_KINDS, GOAL_FRAMEWORKS, ROLES, VERDICTS, type Dataset } from './dataset.js';
import {
  committee,
  count,
  date,
  id,
  LIMITS,
  link,
  list,
  optional,
  prose,
  sdo,
  source,
  standard,
  text,
  title,
  topic,
} from './record-schema.js';
import { story } from './story-schema.js';
import { originals, submission } from './submission-schema.js';
import { VERSION } from './version.js';

export { FARTHEST, LIMITS } from './record-schema.js';

const activity = z.strictObject({
  id,
  committee: id,
  date,
  participants: count,
  inputDocuments: count,
  deliverables: count,
  deliverableNotes: optional(list(prose)),
  outputLiaisonStatements: count,
  contactPoints: count,
  termsOfReferenceUpdated: z.nullable(z.boolean()),
  source: id,
});
const fact = z.strictObject({
  about: id,
  kind: z.enum(FACT_KINDS),
  text: prose,
  value: optional(z.number()),
  url: optional(link),
  source: id,
});
const expectation = z.strictObject({
  topics: list(id, 1),
  role: optional(z.enum(ROLES)),
  sdo: optional(id),
  state: z.enum(EXPECTATION_STATES),
  reason: prose,
  by: title,
  date,
  source: optional(id),
});
const claim = z.strictObject({
  id,
  text: prose,
  topics: list(id, 1),
  roles: optional(list(z.enum(ROLES), 1)),
  sdo: optional(id),
  titles: optional(list(title, 1)),
  clause: optional(title),
  date,
  source: id,
  note: optional(prose),
});
const goalFramework = z.strictObject({
  id: z.enum(GOAL_FRAMEWORKS),
  label: title,
  source: id,
  url: optional(link),
  note: optional(prose),
});
const goal = z.strictObject({ id, framework: z.enum(GOAL_FRAMEWORKS), code: text(LIMITS.code), label: title });
const goalTopic = z.strictObject({
  goal: id,
  topic: id,
  titles: optional(list(title, 1)),
  reason: prose,
  source: id,
  by: title,
  date,
});
const clauseReference = z.strictObject({ standard: id, clause: id });
const finding = z.strictObject({
  id,
  standards: list(id, 2, LIMITS.group),
  verdict: z.enum(VERDICTS),
  reason: prose,
  by: title,
  date,
  evidence: optional(list(prose)),
  level: optional(z.int().check(z.minimum(1), z.maximum(4))),
  clauses: optional(list(clauseReference)),
  replaces: optional(list(id)),
});
/**
 * Schema v1 of a dataset: shape, closed lists, dates, links and limits of every record.
 *
 * References, duplicates and cycles need the whole dataset and are checked by `parse`.
 */
export const DatasetSchema: z.ZodMiniType<Dataset> = z.strictObject({
  format: z.literal('standards-map'),
  version: z.literal(VERSION),
  title,
  description: optional(prose),
  asOf: date,
  opening: optional(z.strictObject({ filter: prose, label: title })),
  layoutSeed: optional(z.int()),
  sources: list(source, 1),
  sdos: list(sdo, 1),
  committees: list(committee),
  topics: list(topic, 1),
  standards: list(standard, 0, LIMITS.records),
  activities: optional(list(activity)),
  facts: optional(list(fact)),
  expectations: optional(list(expectation)),
  claims: optional(list(claim)),
  goalFrameworks: optional(list(goalFramework)),
  goals: optional(list(goal)),
  goalTopics: optional(list(goalTopic)),
  findings: optional(list(finding)),
  submissions: optional(list(submission)),
  originals: optional(originals),
  stories: optional(list(story)),
});
