import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Io } from './command.js';
import { unusable } from './document.js';

/** Most files of a folder: a folder of more is not one of submissions, and most likely the wrong one. */
const MOST_FILES = 10_000;

/**
 * The files that names stand for: files as they are, folders by what is in them and in the folders below, in the order of their names.
 *
 * Names that begin with a dot and `node_modules` are left out. Links within a folder are not followed, so that nothing outside of it is read.
 *
 * @param suffix what the files of a folder are known by
 * @throws Unusable when a name leads nowhere
 */
export function filesOf(names: readonly string[], suffix: RegExp, io: Io): readonly string[] {
  const files: string[] = [];
  const enter = (folder: string): void => {
    const entries = readdirSync(resolve(io.cwd, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules' || files.length >= MOST_FILES) continue;
      if (entry.isSymbolicLink()) io.say(`${path}: is a link, which is not followed. Name it to have it read.`);
      else if (entry.isDirectory()) enter(path);
      else if (entry.isFile() && suffix.test(entry.name)) files.push(path);
    }
  };
  for (const name of names) {
    try {
      if (statSync(resolve(io.cwd, name)).isDirectory()) enter(name);
      else files.push(name);
    } catch (error) {
      throw unusable(error, name, 'a file or a folder');
    }
  }
  if (files.length >= MOST_FILES) io.say(`${String(MOST_FILES)} files are taken; what comes after them is left out.`);
  return [...new Set(files)];
}
