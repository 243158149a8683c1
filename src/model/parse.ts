import type { Dataset } from './dataset.js';
import type { Issue } from './issue.js';
import { readAs } from './parse-json.js';
import { DatasetSchema } from './schema.js';
import { checkReferences } from './statement-checks.js';

/** What `parse` answers: a dataset to build a catalogue from, or every problem that stands in the way. */
export type Parsed =
  | { readonly ok: true; readonly dataset: Dataset; readonly warnings: readonly Issue[] }
  | {
      readonly ok: false;
      /** The first 1,000 problems, errors and warnings, in the order of the checks. */
      readonly issues: readonly Issue[];
      /** How many there are. */
      readonly total: number;
    };

/** How `parse` names the dataset in its messages. */
export interface ParseOptions {
  /** Default `dataset`; for a file its name: `smart-cities.json`. */
  readonly name?: string;
}

const EXPECTED = 'the format "standards-map", version 1';

/**
 * Checks a dataset and reports every problem in one pass; never throws on bad data.
 *
 * A field the format does not know is a warning: a later edition of the format may carry it.
 * The answer is a copy; the value handed in is neither kept nor changed.
 *
 * @param json JSON text, or the value of one
 */
export function parse(json: unknown, options: ParseOptions = {}): Parsed {
  const name = options.name ?? 'dataset';
  const read = readAs(json, { name, expected: EXPECTED, schema: DatasetSchema, check: checkReferences });
  return read.ok ? { ok: true, dataset: read.value, warnings: read.warnings } : read;
}
