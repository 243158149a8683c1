import { createReadStream, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { unpackFile } from '../intake/open-file.js';
import { decodeText } from '../intake/text-encoding.js';
import { Unusable, type Io } from './command.js';
import { refusalText } from './refusal-words.js';

/**
 * Most bytes of a file, and of what a gzipped one holds. The 132,126 standards of four catalogues are 94 MB of JSON, which take 1.2 GB of memory
 * until they are checked; Node gives a process 2 GB or more.
 */
export const FILE_LIMITS = { file: 160_000_000, unpacked: 160_000_000 } as const;

/** What is in a file, before anything of it is believed. */
export type Document =
  { readonly form: 'json'; readonly text: string } | { readonly form: 'compact'; readonly bytes: Uint8Array } | { readonly form: 'table' };

/** What an error of the file system means to whoever runs a command. @throws the error when it is no such one */
export function unusable(error: unknown, file: string, what: string): Unusable {
  const says: Readonly<Record<string, string>> = {
    ENOENT: `not found. Expected ${what}.`,
    EISDIR: `is a folder. Expected ${what}.`,
    ENOTDIR: `leads through a file. Expected ${what}.`,
    ELOOP: `is a link that leads back to itself. Expected ${what}.`,
    EACCES: 'is not permitted. Expected a file that this user may use.',
    EPERM: 'is not permitted. Expected a file that this user may use.',
    EROFS: 'is on a disk that cannot be written. What was there is as it was.',
    ENOSPC: 'does not fit: the disk is full. What was there is as it was.',
    EDQUOT: 'does not fit: the quota is used up. What was there is as it was.',
    ENAMETOOLONG: 'has too long a name.',
  };
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const said = Object.hasOwn(says, code) ? says[code] : undefined;
  if (said === undefined) throw error;
  return new Unusable(`${file}: ${said}`);
}

/** The bytes of a file as browsers hand them over: Node's own stream of this name has another type. */
export function bytesOf(path: string): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = createReadStream(path, { highWaterMark: 1 << 20 })[Symbol.asyncIterator]();
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
 * Reads a file out of its gzip, told by its bytes and not by its name.
 *
 * @param what what was expected, for whoever named the file
 * @throws Unusable when it cannot be read, is too large, or is of no form that is known; the reason of `io.signal` when that is aborted
 */
export async function readDocument(file: string, what: string, io: Io): Promise<Document> {
  const path = resolve(io.cwd, file);
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw new Unusable(`${file}: is a folder. Expected ${what}.`);
    if (!found.isFile()) throw new Unusable(`${file}: is a device or a pipe. Expected ${what}.`);
    const read = await unpackFile(
      { name: file, size: found.size, stream: () => bytesOf(path) },
      {
        signal: io.signal,
        limits: FILE_LIMITS,
        progress: (share) => {
          io.progress(`reading ${file}`, share);
        },
      },
    );
    io.progress(`reading ${file}`, 1);
    if (!read.ok) throw new Unusable(`${file}: ${refusalText(read)}`);
    if (read.kind === 'compact') return { form: 'compact', bytes: read.bytes };
    if (read.kind !== 'json') return { form: 'table' };
    const decoded = decodeText(read.bytes);
    if (!decoded.ok) throw new Unusable(`${file}: ${refusalText(decoded)}`);
    return { form: 'json', text: decoded.text };
  } catch (error) {
    throw error instanceof Unusable || io.signal.aborted ? error : unusable(error, file, what);
  }
}
