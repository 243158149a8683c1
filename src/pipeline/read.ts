import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { Unreadable, type Omission } from './faults.js';
import type { CatalogueFolder } from './folders.js';
import type { CatalogueRecord } from './record.js';
import { recordOf, type Snapshot } from './relaton.js';
import { liesWithin, SmallFiles, tooLarge } from './source-file.js';
import { breathe, type Watch } from './watch.js';
import { yamlValue } from './yaml.js';

/** Bytes one record may have; the largest in the catalogues has 180 kB. */
const BYTE_LIMIT = 4_000_000;
/** Files between two pauses: some tens of milliseconds. */
const STRIDE = 100;

/** The records of some catalogues, and what could not be read. */
export interface Reading {
  readonly records: readonly CatalogueRecord[];
  readonly omissions: readonly Omission[];
}

/**
 * One record of a YAML text.
 *
 * @throws Unreadable when the text is too long, is no YAML, uses too many aliases or is no Relaton record
 */
export function readRecord(snapshot: Snapshot, file: string, yaml: string): CatalogueRecord {
  if (yaml.length > BYTE_LIMIT) throw tooLarge(yaml.length, BYTE_LIMIT);
  return recordOf(snapshot, file, yamlValue(yaml));
}

const isYaml = (name: string): boolean => /\.ya?ml$/i.test(name);

function readFile(files: SmallFiles, folder: CatalogueFolder, entry: Dirent, snapshot: Snapshot): CatalogueRecord {
  const path = join(folder.path, entry.name);
  if (entry.isSymbolicLink() && !liesWithin(path, folder.root)) {
    throw new Unreadable('is a link that leads out of the folder. Expected nothing but what lies in it; it was not read.');
  }
  return readRecord(snapshot, entry.name, files.text(path));
}

/**
 * All records of a catalogue, file after file by name, so that equal folders give equal records.
 *
 * @throws the reason of the signal when it is aborted
 */
export async function readFolder(folder: CatalogueFolder, snapshot: Snapshot, watch: Watch): Promise<Reading> {
  const records: CatalogueRecord[] = [];
  const omissions: Omission[] = [];
  const entries = readdirSync(folder.path, { withFileTypes: true }).filter(({ name }) => isYaml(name));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  if (entries.length === 0) {
    omissions.push({ file: folder.shown, says: 'is empty. Expected the records of the catalogue, a YAML file each.' });
  }
  const files = new SmallFiles(BYTE_LIMIT);
  for (const [at, entry] of entries.entries()) {
    if (at % STRIDE === 0) {
      watch.progress(`reading ${folder.shown}`, at / entries.length);
      await breathe(watch.signal);
    }
    try {
      records.push(readFile(files, folder, entry, snapshot));
    } catch (error) {
      omissions.push(omission(`${folder.shown}/${entry.name}`, error));
    }
  }
  watch.progress(`reading ${folder.shown}`, 1);
  return { records, omissions };
}

const FILE_SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'leads nowhere. Expected a file; a link to it is broken.',
  ELOOP: 'leads in a circle. Expected a file.',
  EACCES: 'may not be read. Expected a file that this user may read.',
  EPERM: 'may not be read. Expected a file that this user may read.',
  EISDIR: 'is a folder. Expected a file.',
};

/** What could not be read, in words. @throws what is no fault of the file */
function omission(file: string, error: unknown): Omission {
  if (error instanceof Unreadable) return { file, ...(error.line !== undefined && { line: error.line }), says: error.message };
  const says = error instanceof Error && 'code' in error ? FILE_SYSTEM[String(error.code)] : undefined;
  if (says === undefined) throw error;
  return { file, says };
}
