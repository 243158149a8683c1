import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { Unreadable } from './faults.js';

/** True when a path, its links followed, lies in a folder whose own links have been followed. */
export function liesWithin(path: string, root: string): boolean {
  const real = realpathSync(path);
  return real === root || real.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);
}

/** The first line that is not UTF-8, from 1. */
function foreignLine(bytes: Uint8Array): number {
  let line = 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const to = end === -1 ? bytes.length : end;
    if (!isUtf8(bytes.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
}

/**
 * Bytes as text. A mark at the beginning is left out.
 *
 * @throws Unreadable naming the line when they are no UTF-8
 */
export function utf8Text(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new Unreadable('is not in UTF-8. Expected a text in UTF-8; save it in that encoding.', foreignLine(bytes));
  const zero = bytes.indexOf(0);
  if (zero !== -1) {
    const line = bytes.subarray(0, zero).toString('latin1').split('\n').length;
    throw new Unreadable('holds a zero byte: it is UTF-16 or no text. Expected a text in UTF-8; save it in that encoding.', line);
  }
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;

/** Says that a file is larger than its kind may be. */
export const tooLarge = (size: number, most: number): Unreadable =>
  new Unreadable(`has ${megabytes(size)}. Expected at most ${megabytes(most)}; it was not read.`);

/** Reads small files one after the other into the same memory. */
export class SmallFiles {
  readonly #most: number;
  #buffer = Buffer.allocUnsafe(1 << 16);

  /** @param most bytes of the largest file; a larger one is refused by its size, before one byte of it is read */
  constructor(most: number) {
    this.#most = most;
  }

  /** The text of a file. @throws Unreadable when it is too large, a folder or no UTF-8; Error of the file system */
  text(path: string): string {
    const file = openSync(path, 'r');
    try {
      const found = fstatSync(file);
      if (!found.isFile()) throw new Unreadable(`is ${found.isDirectory() ? 'a folder' : 'no file'}. Expected a file.`);
      if (found.size > this.#most) throw tooLarge(found.size, this.#most);
      if (found.size > this.#buffer.length) this.#buffer = Buffer.allocUnsafe(found.size);
      let length = 0;
      while (length < found.size) {
        const got = readSync(file, this.#buffer, length, found.size - length, length);
        if (got === 0) break;
        length += got;
      }
      return utf8Text(this.#buffer.subarray(0, length));
    } finally {
      closeSync(file);
    }
  }
}
