import { checkFindings } from './finding-checks.js';
import type { ProblemSink } from './issues.js';
import { isFields, type Fields } from './raw.js';
import { checkRecords } from './references.js';
import { checkSubmissions, type KnownIds } from './submission-checks.js';

/** What findings and submissions have to keep beyond their shape; of a dataset without any there is nothing to ask. */
export function checkStatements(root: Fields, known: KnownIds, list: ProblemSink): void {
  checkFindings(root, list);
  checkSubmissions(root, known, list);
}

/** All that the schema cannot tell, of any JSON value. */
export function checkReferences(root: unknown, list: ProblemSink): void {
  if (isFields(root)) checkStatements(root, checkRecords(root, list), list);
}
