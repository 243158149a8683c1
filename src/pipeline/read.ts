import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CATALOGUES } from './record.js';
import type { CatalogueName, CatalogueRecord } from './record.js';
import { recordOf } from './relaton.js';

/** Aliases a record may use: the catalogues use none, and each one past this bound is an attempt to exhaust memory. */
const ALIAS_LIMIT = 50;
/** Bytes one record may have; the largest in the catalogues has 180 kB. */
const BYTE_LIMIT = 4_000_000;

/** The records of the catalogues that were found, and a line for every file that could not be read. */
export interface Reading {
  readonly records: readonly CatalogueRecord[];
  readonly failures: readonly string[];
  readonly missing: readonly CatalogueName[];
}

/** The folder of one catalogue below the folder of all. */
export const folderOf = (root: string, catalogue: CatalogueName): string => join(root, `relaton-data-${catalogue}`, 'data');

/**
 * One record of a YAML text.
 *
 * @throws Error naming the file, when the text is too long, is no YAML, uses too many aliases or is no Relaton record
 */
export function readRecord(catalogue: CatalogueName, file: string, yaml: string): CatalogueRecord {
  if (yaml.length > BYTE_LIMIT) throw new Error(`${catalogue}/${file}: ${yaml.length} characters, expected at most ${BYTE_LIMIT}`);
  return recordOf(catalogue, file, parse(yaml, { maxAliasCount: ALIAS_LIMIT }));
}

/**
 * All records below a folder, catalogue after catalogue and file after file in a fixed order, so that equal folders give equal records.
 *
 * @param root the folder that holds relaton-data-itu, relaton-data-iso, …
 */
export function readCatalogues(root: string): Reading {
  const records: CatalogueRecord[] = [];
  const failures: string[] = [];
  const missing: CatalogueName[] = [];
  for (const catalogue of CATALOGUES) {
    const folder = folderOf(root, catalogue);
    if (!existsSync(folder)) {
      missing.push(catalogue);
      continue;
    }
    const files = readdirSync(folder)
      .filter((name) => /\.ya?ml$/i.test(name))
      .sort();
    for (const file of files) {
      try {
        records.push(readRecord(catalogue, file, readFileSync(join(folder, file), 'utf8')));
      } catch (error) {
        failures.push(`${catalogue}/${file}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  return { records, failures, missing };
}
