import type { Issue } from './issue.js';
import { readAs } from './parse-json.js';
import type { ParseOptions } from './parse.js';
import { checkSubmissionFile } from './submission-checks.js';
import { SubmissionFileSchema } from './submission-schema.js';
import type { Submission } from './submission.js';

/** What `parseSubmission` answers: a submission to merge, or every problem that stands in the way. */
export type ParsedSubmission =
  | { readonly ok: true; readonly submission: Submission; readonly warnings: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly total: number };

/**
 * Checks a submission and reports every problem in one pass; never throws on bad data. Which standards, SDOs, committees and topics there are only
 * a dataset knows: `merge` tells of those that it does not find.
 *
 * @param json JSON text `{"format": "standards-map-submission", "version": 1, …}`, or the value of one
 */
export function parseSubmission(json: unknown, options: ParseOptions = {}): ParsedSubmission {
  const read = readAs(json, {
    name: options.name ?? 'submission',
    expected: 'the format "standards-map-submission", version 1',
    schema: SubmissionFileSchema,
    check: checkSubmissionFile,
  });
  if (!read.ok) return read;
  const fields = Object.entries(read.value).filter(([name]) => name !== 'format' && name !== 'version');
  return { ok: true, submission: Object.fromEntries(fields) as unknown as Submission, warnings: read.warnings };
}
