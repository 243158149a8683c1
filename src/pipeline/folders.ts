import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Absent } from './faults.js';
import { CATALOGUES, type CatalogueName } from './record.js';
import { liesWithin } from './source-file.js';

/** The records of one catalogue: a folder of YAML files. */
export interface CatalogueFolder {
  readonly catalogue: CatalogueName;
  readonly path: string;
  /** How messages name it: `relaton-data-iso/data`. */
  readonly shown: string;
  /** What nothing in it may lead out of, its links followed. */
  readonly root: string;
}

const repository = (catalogue: CatalogueName): string => `relaton-data-${catalogue}`;
const named = (path: string): CatalogueName | undefined => CATALOGUES.find((name) => repository(name) === basename(path));
const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

function below(root: string, catalogue: CatalogueName, path: string): CatalogueFolder {
  const shown = `${repository(catalogue)}/data`;
  if (!liesWithin(path, root)) {
    throw new Absent(`${path}: leads out of the folder that was named. Expected nothing but what lies in it; name the repository itself.`);
  }
  return { catalogue, path, shown, root };
}

/** What an import expects of a folder. */
export const FOLDERS = `a folder with Relaton repositories (${CATALOGUES.map(repository).join(', ')}), one of them, or its folder data`;

/**
 * The catalogues in a folder: of all its `relaton-data-*`, of the one repository that it is, or of the folder `data` of one. In the order of
 * the catalogues.
 *
 * @returns `others` are folders `relaton-data-*` that no rule of the pipeline reads
 * @throws Absent when it is none of these, or when what it holds leads out of it
 */
export function catalogueFolders(input: string): { readonly folders: readonly CatalogueFolder[]; readonly others: readonly string[] } {
  const path = resolve(input);
  const root = realpathSync(path);
  const own = named(path) ?? named(root);
  if (own !== undefined) {
    const data = join(path, 'data');
    if (!isFolder(data))
      throw new Absent(`${input}: has no folder data. Expected a clone of ${repository(own)} with its records in data/.`);
    return { folders: [below(root, own, data)], others: [] };
  }
  const around = named(dirname(path)) ?? named(dirname(root));
  if (basename(path) === 'data' && around !== undefined) return { folders: [below(root, around, path)], others: [] };
  const names = readdirSync(path).filter((name) => name.startsWith('relaton-data-'));
  const folders = CATALOGUES.flatMap((catalogue) => {
    const data = join(path, repository(catalogue), 'data');
    return isFolder(data) ? [below(root, catalogue, data)] : [];
  });
  if (folders.length === 0)
    throw new Absent(`${input}: holds no catalogue. Expected ${FOLDERS}; clone them from https://github.com/relaton.`);
  return { folders, others: names.filter((name) => named(name) === undefined).sort() };
}
