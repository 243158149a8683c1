import { writeFile } from 'node:fs/promises';
import { jsonSchema, storyJsonSchema } from '../model/json-schema.js';

const textOf = (schema: Readonly<Record<string, unknown>>): string => `${JSON.stringify(schema, null, 2)}\n`;

/** Writes the JSON Schemas of a dataset and of a story: `write-schema [FILE [STORY-FILE]]`, default `data/schema.json` and `data/story-schema.json`. */
export async function main([dataset = 'data/schema.json', story = 'data/story-schema.json']: readonly string[]): Promise<number> {
  await writeFile(dataset, textOf(jsonSchema()));
  await writeFile(story, textOf(storyJsonSchema()));
  return 0;
}
