import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Unreadable } from './faults.js';
import { tooLarge, utf8Text } from './source-file.js';
import { breathe, type Watch } from './watch.js';

/** Largest file of JSON lines, bytes; ISO Open Data's deliverables have some 150 MB. */
const FILE_LIMIT = 1_000_000_000;
/** Longest line, bytes; the longest of ISO Open Data has some 20 kB. */
const LINE_LIMIT = 1_000_000;
const CHUNK = 1 << 20;
const NEWLINE = 10;

/** A line of a file and its number, from 1; the text of one that cannot be read is what is wrong with it. */
export interface JsonLine {
  readonly line: number;
  readonly text: string | Unreadable;
}

function lineOf(bytes: Buffer, line: number): JsonLine {
  try {
    return { line, text: utf8Text(bytes) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { line, text: new Unreadable(error.message, line) };
  }
}

/**
 * The lines of a file of any length, one after the other; empty ones are left out.
 *
 * @throws Unreadable when the file is a folder, is larger than 1 GB (told by its size), or has a line of more than 1 MB: nothing behind that is read
 * @throws the reason of the signal when it is aborted
 */
export async function* jsonLines(path: string, name: string, watch: Watch): AsyncGenerator<JsonLine> {
  const file = openSync(path, 'r');
  try {
    const found = fstatSync(file);
    if (!found.isFile()) throw new Unreadable('is a folder. Expected a file of JSON lines.');
    if (found.size > FILE_LIMIT) throw tooLarge(found.size, FILE_LIMIT);
    let rest = Buffer.alloc(0);
    let line = 0;
    for (let at = 0; at < found.size;) {
      watch.progress(`reading ${name}`, at / found.size);
      await breathe(watch.signal);
      const chunk = Buffer.alloc(CHUNK);
      const got = readSync(file, chunk, 0, CHUNK, at);
      if (got === 0) break;
      at += got;
      rest = Buffer.concat([rest, chunk.subarray(0, got)]);
      let from = 0;
      for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE, from)) {
        line += 1;
        if (end > from) yield lineOf(rest.subarray(from, end), line);
        from = end + 1;
      }
      rest = rest.subarray(from);
      if (rest.length > LINE_LIMIT)
        throw new Unreadable(`has more than ${String(LINE_LIMIT)} bytes. Expected one JSON object per line.`, line + 1);
    }
    if (rest.length > 0) yield lineOf(rest, line + 1);
    watch.progress(`reading ${name}`, 1);
  } finally {
    closeSync(file);
  }
}
