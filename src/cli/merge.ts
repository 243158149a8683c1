import { counted } from '../export/counted.js';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { merge, type Merged } from '../intake/submission-merge.js';
import { catalogue } from '../model/catalogue.js';
import type { Dataset } from '../model/dataset.js';
import type { Submission } from '../model/submission.js';
import { checkFile } from './checked-file.js';
import { Unusable, type Command, type ExitCode, type Io, type Options } from './command.js';
import { deliverDataset, readDataset } from './dataset-file.js';
import { unusable } from './document.js';
import { filesOf } from './folder.js';
import { inputKind } from './input-kind.js';
import { isFault, outcomeText } from './merge-words.js';
import { parseArguments, type Arguments } from './parse-arguments.js';
import { checkedSubmission } from './submission-file.js';
import { TABLE_OPTIONS, tableSubmission } from './table-submission.js';

const OPTIONS = {
  out: { type: 'string', short: 'o', value: 'FILE', says: 'where the edition goes; BASE itself may be named' },
  'keep-going': { type: 'boolean', says: 'take what can be taken, list what is left out (exit 1)' },
  json: { type: 'boolean', says: 'what was done as JSON on stdout' },
  ...TABLE_OPTIONS,
} as const satisfies Options;
type Values = Arguments<typeof OPTIONS>['values'];

/** What was found in the files. */
interface Found {
  readonly submissions: readonly Submission[];
  /** Rows, cells and files that are left out, a line each. */
  readonly leftOut: readonly string[];
}

/** What tells one state of a file from the next: every edition is a file of its own that takes the place of the one before. */
function stampOf(file: string, io: Io): string {
  const found = statSync(resolve(io.cwd, file), { throwIfNoEntry: false, bigint: true });
  return found ? [found.dev, found.ino, found.size, found.mtimeNs].join(' ') : '';
}

/** A table is told by its bytes, or by its name where it is text. */
function isTable(file: string, io: Io): boolean {
  if (/\.(?:csv|tsv|txt|xlsx)$/i.test(file)) return true;
  return !/\.(?:json|gz|smc)$/i.test(file) && inputKind(file, io) === 'table';
}

async function readOne(file: string, io: Io): Promise<Found> {
  const { report, dataset, submission } = await checkFile(file, io);
  for (const { message } of report.warnings) io.say(message);
  if (dataset) {
    const submissions = dataset.submissions ?? [];
    if (submissions.length === 0)
      throw new Unusable(`${file}: is a dataset without submissions. Expected submissions, a table, or an edition that has some.`);
    io.say(`${file}: the submissions of an edition, ${String(submissions.length)}`);
    return { submissions, leftOut: [] };
  }
  if (submission) return { submissions: [submission], leftOut: [] };
  return { submissions: [], leftOut: report.issues.map(({ message }) => message) };
}

/** Submissions of files, folders and tables, in the order of their names; tables are read against the base with what the files say. */
async function readAll(names: readonly string[], base: Dataset, values: Values, io: Io): Promise<Found> {
  const folders = names.filter((name) => {
    try {
      return statSync(resolve(io.cwd, name)).isDirectory();
    } catch (error) {
      throw unusable(error, name, 'a submission, a table, or a folder of submissions');
    }
  });
  const tables = names.filter((name) => !folders.includes(name) && isTable(name, io));
  if (tables.length > 1)
    throw new Unusable(`merge: got ${counted(tables.length, 'table')}. Expected one: make a submission of each with standards-map import.`);
  const files = filesOf(
    names.filter((name) => !tables.includes(name)),
    /\.json$/i,
    io,
  );
  // A map begins without any
  if (files.length === 0 && tables.length === 0) io.say(`merge: no submission in ${names.join(', ')}, which has no file *.json`);
  const found: Found[] = [];
  for (const [at, file] of files.entries()) {
    io.progress('reading submissions', at / files.length);
    found.push(await readOne(file, io));
  }
  io.progress('reading submissions', 1);
  const given = found.flatMap(({ submissions }) => submissions);
  for (const table of tables) {
    // A table is about the edition that it is merged into: what came with a file beside it is known
    const edition = given.length === 0 ? base : merge(base, given).dataset;
    const { submission, leftOut } = await tableSubmission(table, catalogue(edition), values, io);
    found.push({ submissions: [checkedSubmission(submission, table, io)], leftOut });
  }
  return { submissions: found.flatMap(({ submissions }) => submissions), leftOut: found.flatMap(({ leftOut }) => leftOut) };
}

/** Refusals, and statements of new submissions that name what is not there. What waits on record is told and stops nobody. */
const faultsOf = ({ outcome: { refusals, idle, taken } }: Merged): number =>
  refusals.length + idle.filter((one) => isFault(one) && taken.includes(one.submission)).length;

function tell(merged: Merged, leftOut: readonly string[], written: boolean, values: Values, io: Io): ExitCode {
  const { outcome } = merged;
  if (values.json) io.out(`${JSON.stringify({ ...outcome, leftOut, written }, null, 2)}\n`);
  else io.out(outcomeText(merged));
  return outcome.conflicts.length > 0 || faultsOf(merged) > 0 || leftOut.length > 0 ? 1 : 0;
}

/** `standards-map merge`: an edition and submissions → the next edition. */
export const mergeCommand: Command = {
  name: 'merge',
  summary: 'takes submissions into an edition',
  usage: 'BASE SUBMISSION... --out FILE [--keep-going] [--json]',
  about: [
    'A SUBMISSION is a JSON file that import makes, a folder of such files, an earlier edition with those that it',
    'has on record, or one table (CSV, XLSX) with --body and --date. Their order does not matter.',
    'Where sources disagree, the first of these is right: a correction (with a reason) by a body with',
    'authority over the standard, its statement that is not older than the catalogue, the catalogue, all',
    'others. The other values are conflicts of the standard, which are printed and make the exit code 1.',
    'Without --keep-going nothing is written when a row, a name or a submission cannot be taken.',
  ].join('\n'),
  options: OPTIONS,
  examples: [
    'standards-map merge map.json data/sources/submissions --out map.json',
    'standards-map merge new-catalogues.json map.json --out map.json',
    'standards-map merge map.json iso.xlsx --body iso --date 2026-11-20 --liaison "N 1234" --out map.json',
  ],
  run: async (args, io) => {
    const { values, positionals } = parseArguments(args, OPTIONS);
    const [file, ...names] = positionals;
    if (file === undefined || names.length === 0)
      throw new Unusable(`merge: got ${counted(positionals.length, 'file')}. Expected a dataset and at least one submission.`);
    if (values.out === undefined) throw new Unusable('merge: nothing says where the edition goes. Expected --out FILE.');
    const before = stampOf(values.out, io);
    const base = await readDataset(file, io);
    const { submissions, leftOut } = await readAll(names, base, values, io);
    for (const line of leftOut) io.say(line);
    const merged = merge(base, submissions);
    const isWhole = leftOut.length === 0 && faultsOf(merged) === 0;
    const written = isWhole || values['keep-going'];
    if (written && stampOf(values.out, io) !== before)
      throw new Unusable(`${values.out}: was written by another run in the meantime. Nothing is written; run this again.`);
    if (written) deliverDataset(merged.dataset, values.out, io);
    else io.say('nothing is written: something cannot be taken. Correct it, or take the rest with --keep-going.');
    return tell(merged, leftOut, written, values, io);
  },
};
