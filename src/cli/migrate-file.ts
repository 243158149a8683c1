import { counted } from '../export/counted.js';
import { migrate, type Migrated } from '../model/migrate.js';
import { parse, type Parsed } from '../model/parse.js';
import { readCompact } from '../model/parse-compact.js';
import { Unusable, type ExitCode, type Io } from './command.js';
import { deliverDataset } from './dataset-file.js';
import { readDocument } from './document.js';

const WHAT = 'a dataset of any version (JSON or lines of JSON, gzipped or not)';

const parsedOf = (migrated: Migrated | undefined, named: { readonly name: string }): Parsed =>
  migrated?.ok === false ? migrated : parse(migrated?.json, named);

/**
 * Brings a dataset of an earlier version of the format to the present one, and writes it.
 *
 * @returns 0 when it was written; 1 when something is wrong with it, and nothing was
 * @throws Unusable when it cannot be read or written
 */
export async function migrateFile(file: string, out: string | undefined, io: Io): Promise<ExitCode> {
  const document = await readDocument(file, WHAT, io);
  const named = { name: file };
  if (document.form === 'table')
    throw new Unusable(`${file}: is a table. Expected ${WHAT}; standards-map import makes a dataset of a table.`);
  const migrated = document.form === 'json' ? migrate(document.text, named) : undefined;
  const read = document.form === 'compact' ? readCompact(document.bytes, named) : parsedOf(migrated, named);
  for (const { from, to, says, notes } of migrated?.ok === true ? migrated.steps : []) {
    io.say(`version ${String(from)} to ${String(to)}: ${says}`);
    for (const note of notes) io.say(`  ${note}`);
  }
  for (const { message } of read.ok ? read.warnings : read.issues) io.say(message);
  if (!read.ok) {
    io.say(`${file}: ${counted(read.total, 'issue')}; nothing is written.`);
    return 1;
  }
  if (migrated?.ok !== true || migrated.steps.length === 0) io.say(`${file}: is of the present version already.`);
  deliverDataset(read.dataset, out, io);
  return 0;
}
