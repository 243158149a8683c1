import { realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Dataset } from '../model/dataset.js';

/** Order of the keys of the file; a key that is not named here keeps its place after them. */
const HEAD = ['format', 'version', 'title', 'description', 'asOf', 'opening', 'layoutSeed'];

/**
 * The dataset as JSON with one record per line, so that a difference between two editions of it shows one line per record.
 *
 * Absent fields are left out; equal datasets give equal texts. Ends with a line feed.
 */
export function datasetText(dataset: Dataset): string {
  const entries = Object.entries(dataset).filter(([, value]) => value !== undefined);
  const head = HEAD.flatMap((key) => entries.filter(([name]) => name === key));
  const rest = entries.filter(([name]) => !HEAD.includes(name));
  const lines = [...head, ...rest].map(([key, value]) => {
    const many = Array.isArray(value) && value.length > 0;
    const text = many ? `[\n${value.map((record) => JSON.stringify(record)).join(',\n')}\n]` : JSON.stringify(value);
    return `${JSON.stringify(key)}:${text}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The file that a path means: where it is a link, what that leads to. */
function targetOf(file: string): string {
  try {
    return realpathSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return file;
    throw error;
  }
}

/**
 * Writes a file at once: readers see the old bytes or the new ones, never half of them, and so they do after a crash or when the disk is
 * full. What could not be finished is removed.
 *
 * @throws Error of the file system; the file is as it was
 */
export function writeWhole(file: string, text: string | Uint8Array): void {
  const target = targetOf(file);
  // Beside the file: a rename across disks would be a copy
  const part = join(dirname(target), `.${basename(target)}.${String(process.pid)}.part`);
  try {
    writeFileSync(part, text, { flush: true });
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
