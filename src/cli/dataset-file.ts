import { counted } from '../export/counted.js';
import { resolve } from 'node:path';
import type { Dataset } from '../model/dataset.js';
import type { Issue } from '../model/issue.js';
import { parse, type Parsed } from '../model/parse.js';
import { readCompact } from '../model/parse-compact.js';
import { datasetText, writeWhole } from '../pipeline/write.js';
import { Unusable, type Io } from './command.js';
import { readDocument, unusable } from './document.js';

/** Problems of a file that are printed; the rest is counted. */
const SHOWN = 20;
const WHAT = 'a dataset of standards-map (JSON, gzipped or compact)';

function tell(issues: readonly Issue[], total: number, io: Io): void {
  for (const issue of issues.slice(0, SHOWN)) io.say(issue.message);
  if (total > SHOWN) io.say(`… and ${String(total - SHOWN)} more`);
}

/**
 * A valid dataset of a file: JSON, gzipped or compact.
 *
 * @throws Unusable that says what is wrong with it
 */
export async function readDataset(file: string, io: Io): Promise<Dataset> {
  const document = await readDocument(file, WHAT, io);
  if (document.form === 'table') throw new Unusable(`${file}: is a table. Expected ${WHAT}; standards-map import makes one of a table.`);
  const parsed: Parsed = document.form === 'compact' ? readCompact(document.bytes, { name: file }) : parse(document.text, { name: file });
  if (!parsed.ok) {
    tell(parsed.issues, parsed.total, io);
    throw new Unusable(`${file}: ${counted(parsed.total, 'issue')}. Expected ${WHAT}; standards-map validate lists what is wrong.`);
  }
  tell(parsed.warnings, parsed.warnings.length, io);
  return parsed.dataset;
}

/** Writes a result to a file at once, or to stdout when none is named. @throws Unusable when it cannot be written; the file is as it was */
export function deliver(text: string | Uint8Array, file: string | undefined, io: Io): void {
  if (file === undefined) {
    io.out(text);
    return;
  }
  try {
    writeWhole(resolve(io.cwd, file), text);
  } catch (error) {
    throw unusable(error, file, 'a folder that exists');
  }
  io.say(`wrote ${file}`);
}

/** A dataset as it is written, one record a line. */
export const deliverDataset = (dataset: Dataset, file: string | undefined, io: Io): void => {
  deliver(datasetText(dataset), file, io);
};
