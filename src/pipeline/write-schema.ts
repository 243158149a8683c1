import { writeFile } from 'node:fs/promises';
import { jsonSchema } from '../model/json-schema.js';

/** Writes the JSON Schema of a dataset: `write-schema [FILE]`, default `data/schema.json`. */
export async function main(args: readonly string[]): Promise<number> {
  await writeFile(args[0] ?? 'data/schema.json', `${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
