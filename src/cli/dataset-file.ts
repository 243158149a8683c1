import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { openFile } from '../intake/open-file.js';
import type { Dataset } from '../model/dataset.js';
import { datasetText, writeWhole } from '../pipeline/write.js';
import { Unusable, type Io } from './command.js';

/** Problems of a file that are printed; the rest is counted. */
const SHOWN = 20;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What an error of the file system means to whoever runs a command. @throws the error when it is no such one */
export function unusable(error: unknown, file: string, what: string): Unusable {
  const says: Readonly<Record<string, string>> = {
    ENOENT: `not found. Expected ${what}.`,
    EISDIR: `is a folder. Expected ${what}.`,
    ENOTDIR: `leads through a file. Expected ${what}.`,
    EACCES: 'is not permitted. Expected a file that this user may use.',
    EPERM: 'is not permitted. Expected a file that this user may use.',
    EROFS: 'is on a disk that cannot be written. What was there is as it was.',
    ENOSPC: 'does not fit: the disk is full. What was there is as it was.',
    EDQUOT: 'does not fit: the quota is used up. What was there is as it was.',
    ENAMETOOLONG: 'has too long a name.',
  };
  const said = says[codeOf(error) ?? ''];
  if (said === undefined) throw error;
  return new Unusable(`${file}: ${said}`);
}

/** The bytes of a file as browsers hand them over: Node's own stream of this name has another type. */
function bytesOf(path: string): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = createReadStream(path)[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (stream) => {
      const next = await chunks.next();
      if (next.done === true) stream.close();
      else stream.enqueue(next.value);
    },
    cancel: async () => {
      await chunks.return?.();
    },
  });
}

/**
 * A valid dataset of a file: JSON, gzipped or compact.
 *
 * @throws Unusable that says what is wrong with it
 */
export async function readDataset(file: string, io: Io): Promise<Dataset> {
  const what = 'a dataset of standards-map (JSON, gzipped or compact)';
  const path = resolve(io.cwd, file);
  let size: number;
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw new Unusable(`${file}: is a folder. Expected ${what}.`);
    ({ size } = found);
  } catch (error) {
    throw error instanceof Unusable ? error : unusable(error, file, what);
  }
  const opened = await openFile({ name: file, size, stream: () => bytesOf(path) }, { signal: io.signal });
  if (opened.ok && opened.form === 'dataset') {
    for (const warning of opened.warnings.slice(0, SHOWN)) io.say(warning.message);
    return opened.dataset;
  }
  if (opened.ok) throw new Unusable(`${file}: is a table. Expected ${what}; standards-map import makes one of a table.`);
  for (const issue of opened.issues?.slice(0, SHOWN) ?? []) io.say(issue.message);
  throw new Unusable(
    `${file}: ${opened.issues ? `${String(opened.total)} issues` : opened.code}. Expected ${what}; standards-map validate lists what is wrong.`,
  );
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
