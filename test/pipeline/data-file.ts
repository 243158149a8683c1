import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A curated file of data/, as the pipeline gets it. */
export const dataFile = (name: string): unknown => JSON.parse(readFileSync(join('data', name), 'utf8'));

/** A deep copy of a file's content that a test breaks on purpose. */
export function altered<T>(json: T, change: (copy: T) => void): T {
  const copy = structuredClone(json);
  change(copy);
  return copy;
}
