import * as z from 'zod/mini';
import { committee, date, id, LIMITS, link, list, optional, prose, sdo, STANDARD_VALUES as v, text, title } from './record-schema.js';
import type { Originals, Submission, SubmissionFile } from './submission.js';

/** Its source is named after it, with a word before its id. */
const submissionId = text(LIMITS.id - 20);
const submittedStandard = z.strictObject({
  id,
  title: optional(v.title),
  titles: optional(v.titles),
  aliases: optional(v.aliases),
  publishers: optional(v.publishers),
  copublishers: optional(v.copublishers),
  committees: optional(v.committees),
  deliverable: optional(v.deliverable),
  kind: optional(v.kind),
  role: optional(v.role),
  level: optional(v.level),
  tier: optional(v.tier),
  status: optional(v.status),
  withdrawn: optional(v.withdrawn),
  editions: optional(v.editions),
  ics: optional(v.ics),
  url: optional(v.url),
  topics: optional(v.topics),
  reasons: optional(v.reasons),
  relations: optional(v.relations),
  reason: optional(prose),
});
const FIELDS = {
  id: submissionId,
  body: id,
  by: title,
  date,
  liaison: optional(title),
  url: optional(link),
  note: optional(prose),
  sdos: optional(list(sdo)),
  committees: optional(list(committee)),
  standards: list(submittedStandard),
};

/** A submission on record in a dataset. */
export const submission: z.ZodMiniType<Submission> = z.strictObject(FIELDS);

/** A submission as a file of its own. */
export const SubmissionFileSchema: z.ZodMiniType<SubmissionFile> = z.strictObject({
  format: z.literal('standards-map-submission'),
  version: z.literal(1),
  ...FIELDS,
});

const absent = z.nullable;
const originalStandard = z.strictObject({
  id,
  title: optional(v.title),
  titles: optional(absent(v.titles)),
  aliases: optional(absent(v.aliases)),
  publishers: optional(v.publishers),
  copublishers: optional(absent(v.copublishers)),
  committees: optional(v.committees),
  deliverable: optional(v.deliverable),
  kind: optional(v.kind),
  role: optional(v.role),
  level: optional(v.level),
  tier: optional(v.tier),
  status: optional(v.status),
  withdrawn: optional(absent(v.withdrawn)),
  editions: optional(v.editions),
  ics: optional(absent(v.ics)),
  url: optional(absent(v.url)),
  topics: optional(v.topics),
  reasons: optional(v.reasons),
  relations: optional(absent(v.relations)),
  conflicts: optional(absent(v.conflicts)),
  sources: optional(v.sources),
});

/** What the catalogues say where submissions changed it. */
export const originals: z.ZodMiniType<Originals> = z.strictObject({
  asOf: date,
  sdos: list(id),
  committees: list(id),
  standards: list(originalStandard, 0, LIMITS.records),
});
