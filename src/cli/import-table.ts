import { counted } from '../export/counted.js';
import { catalogue } from '../model/catalogue.js';
import { Unusable, type ExitCode, type Io, type Options } from './command.js';
import { deliver, readDataset } from './dataset-file.js';
import { checkedSubmission, submissionText } from './submission-file.js';
import { TABLE_OPTIONS, tableSubmission, type TableValues } from './table-submission.js';

/** Options of `import` that only tables need. */
export const IMPORT_TABLE_OPTIONS = {
  against: { type: 'string', value: 'DATASET', says: 'table: the edition that it is read against' },
  ...TABLE_OPTIONS,
} as const satisfies Options;

/** Where tables of contact persons become a submission. */
export interface TableImport {
  /** As given on the command line. */
  readonly files: readonly string[];
  /** Where the submission goes; stdout otherwise. */
  readonly out: string | undefined;
  readonly against: string | undefined;
  readonly keepGoing: boolean;
  /** The counts and what is left out as JSON on stdout; needs `out`. */
  readonly json: boolean;
  readonly values: TableValues;
  readonly io: Io;
}

/**
 * A table of a contact person (CSV, XLSX) → a submission.
 *
 * @returns 1 when rows or cells are left out; without `keepGoing` nothing is written then
 * @throws Unusable with advice
 */
export async function importTables({ files, out, against, keepGoing, json, values, io }: TableImport): Promise<ExitCode> {
  const [file = '', ...more] = files;
  if (more.length > 0) throw new Unusable(`import: got ${counted(files.length, 'table')}. Expected one: each is a submission of its own.`);
  if (against === undefined)
    throw new Unusable(`${file}: is a table, and nothing says which edition it is about. Expected --against map.json.`);
  const whole = catalogue(await readDataset(against, io));
  const { submission: made, rows, leftOut } = await tableSubmission(file, whole, values, io);
  for (const line of leftOut) io.say(line);
  const submission = checkedSubmission(made, file, io);
  const known = submission.standards.filter(({ id }) => whole.standard(id)).length;
  const counts = `${counted(rows, 'row')}: statements about ${counted(known, 'standard')} of the dataset, ${counted(submission.standards.length - known, 'new one')}, ${leftOut.length === 1 ? '1 row or cell' : `${String(leftOut.length)} rows or cells`} left out`;
  if (json) io.out(`${JSON.stringify({ id: submission.id, rows, known, new: submission.standards.length - known, leftOut }, null, 2)}\n`);
  else io.say(`${file}: ${counts}`);
  if (leftOut.length > 0 && !keepGoing) {
    io.say(`${file}: nothing is written. Correct the rows, or take the others with --keep-going.`);
    return 1;
  }
  if (submission.standards.length === 0) throw new Unusable(`${file}: no row could be taken; nothing is written.`);
  deliver(submissionText(submission), out, io);
  return leftOut.length > 0 ? 1 : 0;
}
