import * as z from 'zod/mini';
import { COMMITTEE_KINDS, EDITION_KINDS, KINDS, LEVELS, RELATION_TYPES, ROLES, STATUSES, TIERS, TOPIC_AXES } from './record.js';
import { isHttpUrl, isPartialDate } from './value.js';

/** Longest texts in characters, and lists in entries; a finding about a group is one about each pair in it, so that groups are small; a scene names as many records as can be selected; the longest title of 137,483 catalogue records has 580, the longest designation 86. */
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
  filter: 20_000,
  scene: 1000,
  scenes: 1000,
} as const;
/** Largest coordinate: d3-force never returns for 1e308 or Infinity. */
export const FARTHEST = 1e6;

export const text = (limit: number): z.ZodMiniString => z.string().check(z.minLength(1), z.maxLength(limit));
export const id = text(LIMITS.id);
export const title = text(LIMITS.title);
export const prose = text(LIMITS.text);
export const list = <T extends z.ZodMiniType>(item: T, least = 0, most: number = LIMITS.list): z.ZodMiniArray<T> =>
  z.array(item).check(z.minLength(least), z.maxLength(most));
export const date = z.string().check(z.refine(isPartialDate, { params: { code: 'date' } }));
export const link = text(LIMITS.link).check(z.refine(isHttpUrl, { params: { code: 'link' } }));
export const count = z.nullable(z.int().check(z.minimum(0)));
const coordinate = z.number().check(z.minimum(-FARTHEST), z.maximum(FARTHEST));
const point = z.tuple([coordinate, coordinate]);
export const optional = z.exactOptional;

export const source = z.strictObject({
  id,
  catalogue: title,
  asOf: date,
  licence: title,
  url: optional(link),
  sdos: optional(list(id)),
  note: optional(prose),
});
export const sdo = z.strictObject({ id, name: title, title, url: optional(link), jointOf: optional(list(id)), xy: optional(point) });
const succession = z.strictObject({ committee: id, date: optional(date) });
export const committee = z.strictObject({
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
export const topic = z.strictObject({ id, label: title, axis: z.enum(TOPIC_AXES), sources: list(title), xy: optional(point) });
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
/** The values of a standard's fields, of which a dataset, a submission and a catalogue's own word each ask for others. */
export const STANDARD_VALUES = {
  id,
  title,
  titles: z.record(languageTag, title),
  aliases: list(id),
  publishers: list(id, 1),
  copublishers: list(id),
  committees: list(id),
  deliverable: text(LIMITS.code),
  kind: z.enum(KINDS),
  role: z.enum(ROLES),
  level: z.enum(LEVELS),
  tier: z.enum(TIERS),
  status: z.enum(STATUSES),
  withdrawn: date,
  editions: list(edition, 1),
  ics: list(text(LIMITS.ics)),
  url: link,
  topics: list(id, 1),
  reasons: list(title, 1),
  relations: list(relation),
  conflicts: list(conflict),
  sources: list(id, 1),
};
const v = STANDARD_VALUES;
/** A standard; its fields are written in this order. */
export const standard = z.strictObject({
  ...v,
  titles: optional(v.titles),
  aliases: optional(v.aliases),
  copublishers: optional(v.copublishers),
  withdrawn: optional(v.withdrawn),
  ics: optional(v.ics),
  url: optional(v.url),
  relations: optional(v.relations),
  conflicts: optional(v.conflicts),
  xy: optional(point),
});
