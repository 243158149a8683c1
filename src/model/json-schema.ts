import * as z from 'zod/mini';
import { DatasetSchema } from './schema.js';
import { StoryFileSchema } from './story-schema.js';

type Schema = Readonly<Record<string, unknown>>;

function schemaOf(format: z.ZodMiniType, title: string): Schema {
  const { $schema, ...rest } = z.toJSONSchema(format, { target: 'draft-2020-12' });
  return { $schema, title, ...rest };
}

/**
 * JSON Schema (draft 2020-12) of a dataset, for editors and for other languages.
 *
 * It states shape, closed lists and limits. Dates of the calendar, http links, references, duplicates and
 * cycles are beyond it: `parse` has the last word.
 */
export const jsonSchema = (): Schema => schemaOf(DatasetSchema, 'Dataset of a standards map, version 1');

/** JSON Schema (draft 2020-12) of a story file; what its scenes ask of the map is beyond it: `parseStory` and `sceneSettings` have the last word. */
export const storyJsonSchema = (): Schema => schemaOf(StoryFileSchema, 'Story of a standards map, version 1');
