import * as z from 'zod/mini';
import { DatasetSchema } from './schema.js';

/**
 * JSON Schema (draft 2020-12) of a dataset, for editors and for other languages.
 *
 * It states shape, closed lists and limits. Dates of the calendar, http links, references, duplicates and
 * cycles are beyond it: `parse` has the last word.
 */
export function jsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(DatasetSchema, { target: 'draft-2020-12' });
  const { $schema, ...rest } = schema;
  return { $schema, title: 'Dataset of a standards map, version 1', ...rest };
}
