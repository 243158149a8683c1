import { writeFile } from 'node:fs/promises';
import { jsonSchema, storyJsonSchema } from '../model/json-schema.js';
import { DatasetSchema } from '../model/schema.js';
import { shapeModule, shapesOf } from '../model/shapes-of.js';

const textOf = (schema: Readonly<Record<string, unknown>>): string => `${JSON.stringify(schema, null, 2)}\n`;

/**
 * Writes the JSON Schemas of a dataset and of a story, and the table that the element checks a dataset with: `write-schema [FILE [STORY-FILE
 * [TABLE]]]`, default `data/schema.json`, `data/story-schema.json` and `src/model/shape-table.ts`.
 */
export async function main([
  dataset = 'data/schema.json',
  story = 'data/story-schema.json',
  table = 'src/model/shape-table.ts',
]: readonly string[]): Promise<number> {
  await writeFile(dataset, textOf(jsonSchema()));
  await writeFile(story, textOf(storyJsonSchema()));
  await writeFile(table, shapeModule(shapesOf(DatasetSchema)));
  return 0;
}
