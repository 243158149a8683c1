import * as z from 'zod/mini';
import {
  COMMITTEE_KINDS,
  EDITION_KINDS,
  EXPECTATION_STATES,
  FACT_KINDS,
  GOAL_FRAMEWORKS,
  KINDS,
  LEVELS,
  RELATION_TYPES,
  ROLES,
  STATUSES,
  TIERS,
  TOPIC_AXES,
  VERDICTS,
  type Dataset,
} from './dataset.js';
import { isHttpUrl, isPartialDate } from './value.js';

/** Longest texts in characters, and lists in entries; a finding about a group is one about each pair in it, so that groups are small; the longest title of 137,483 catalogue records has 580, the longest designation 86. */
export const LIMITS = {
  id: 120,
  title: 1000,
  text: 4000,
  code: 60,
  ics: 20,
  link: 2000,
  records: 500_000,
  list: 20_000,
  group: 12,
} as const;
/** Largest coordinate: d3-force never returns for 1e308 or Infinity. */
export const FARTHEST = 1e6;

const text = (limit: number): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(limit));
const id = text(LIMITS.id);
const title = text(LIMITS.title);
const prose = text(LIMITS.text);
const list = <T extends z.ZodMiniType>(item: T, least = 0, most: number = LIMITS.list): z.ZodMiniArray<T> =>
  z.array(item).check(z.minLength(least), z.maxLength(most));
const date = z.string().check(z.refine(isPartialDate, { params: { code: 'date' } }));
const link = text(LIMITS.link).check(z.refine(isHttpUrl, { params: { code: 'link' } }));
const count = z.nullable(z.int().check(z.minimum(0)));
const coordinate = z.number().check(z.minimum(-FARTHEST), z.maximum(FARTHEST));
const point = z.tuple([coordinate, coordinate]);
const optional = z.exactOptional;

const source = z.strictObject({
  id,
  catalogue: title,
  asOf: date,
  licence: title,
  url: optional(link),
  sdos: optional(list(id)),
  note: optional(prose),
});
const sdo = z.strictObject({ id, name: title, title, url: optional(link), jointOf: optional(list(id)), xy: optional(point) });
const succession = z.strictObject({ committee: id, date: optional(date) });
const committee = z.strictObject({
  id,
  title,
  sdo: id,
  kind: z.enum(COMMITTEE_KINDS),
  parent: optional(id),
  aliases: optional(list(title)),
  predecessors: optional(list(succession)),
  successors: optional(list(succession)),
  created: optional(date),
  dissolved: optional(date),
  contacts: optional(list(text(254))),
  url: optional(link),
  liaisons: optional(list(id)),
  sources: optional(list(id)),
  xy: optional(point),
});
const topic = z.strictObject({ id, label: title, axis: z.enum(TOPIC_AXES), sources: list(title), xy: optional(point) });
const edition = z.strictObject({
  id,
  kind: optional(z.enum(EDITION_KINDS)),
  date: optional(date),
  status: z.enum(STATUSES),
  stage: optional(text(LIMITS.code)),
  title: optional(title),
  variants: optional(list(id)),
});
const relation = z.strictObject({
  type: z.enum(RELATION_TYPES),
  to: id,
  external: optional(z.boolean()),
  evidence: title,
  source: optional(id),
  date: optional(date),
});
const conflict = z.strictObject({ field: id, value: title, source: id, otherValue: title, otherSource: id });
const languageTag = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/));
const standard = z.strictObject({
  id,
  title,
  titles: optional(z.record(languageTag, title)),
  aliases: optional(list(id)),
  publishers: list(id, 1),
  copublishers: optional(list(id)),
  committees: list(id),
  deliverable: text(LIMITS.code),
  kind: z.enum(KINDS),
  role: z.enum(ROLES),
  level: z.enum(LEVELS),
  tier: z.enum(TIERS),
  status: z.enum(STATUSES),
  withdrawn: optional(date),
  editions: list(edition, 1),
  ics: optional(list(text(LIMITS.ics))),
  url: optional(link),
  topics: list(id, 1),
  reasons: list(title, 1),
  relations: optional(list(relation)),
  conflicts: optional(list(conflict)),
  sources: list(id, 1),
  xy: optional(point),
});
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
const scene = z.strictObject({
  title,
  caption: optional(prose),
  notes: optional(prose),
  view: optional(id),
  filter: optional(prose),
  highlight: optional(id),
  at: optional(date),
  selected: optional(list(id)),
});
const story = z.strictObject({ id, title, scenes: list(scene, 1) });

/**
 * Schema v1 of a dataset: shape, closed lists, dates, links and limits of every record.
 *
 * References, duplicates and cycles need the whole dataset and are checked by `parse`.
 */
export const DatasetSchema: z.ZodMiniType<Dataset> = z.strictObject({
  format: z.literal('standards-map'),
  version: z.literal(1),
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
  stories: optional(list(story)),
});
