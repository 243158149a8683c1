import { counted } from '../export/counted.js';
import { parseSubmission } from '../model/parse-submission.js';
import type { Submission } from '../model/submission.js';
import { Unusable, type Io } from './command.js';

/** A submission as JSON with one standard a line; absent fields are left out, equal submissions give equal texts. */
export function submissionText(submission: Submission): string {
  const entries: readonly (readonly [string, unknown])[] = Object.entries({
    format: 'standards-map-submission',
    version: 1,
    ...submission,
  });
  const lines = entries
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      const text =
        Array.isArray(value) && value.length > 0
          ? `[\n${value.map((record: unknown) => JSON.stringify(record)).join(',\n')}\n]`
          : JSON.stringify(value);
      return `${JSON.stringify(key)}:${text}`;
    });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** A submission that was made here, as a file would have it. @throws Unusable when an option or a cell made it one that no file may be */
export function checkedSubmission(submission: Submission, file: string, io: Io): Submission {
  const read = parseSubmission(submissionText(submission), { name: file });
  if (read.ok) return read.submission;
  for (const { message } of read.issues) io.say(message);
  throw new Unusable(`${file}: no valid submission can be made of it, ${counted(read.total, 'issue')}.`);
}
