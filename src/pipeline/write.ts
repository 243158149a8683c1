import { renameSync, writeFileSync } from 'node:fs';
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

/** Writes a file at once: readers see the old text or the new one, never half of it. */
export function writeWhole(file: string, text: string | Uint8Array): void {
  const part = `${file}.part`;
  writeFileSync(part, text);
  renameSync(part, file);
}
