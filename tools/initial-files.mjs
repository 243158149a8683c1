// What a page fetches at once: a module of a build and all that it imports, from file to file.
import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';

/** What a page fetches beside its first dataset: what checks it, and the words of the language; facets and legend where they stand open. */
export const BESIDE_DATASET = ['chunks/load.js', 'chunks/messages.js', 'chunks/first-panels.js'];

/** What a module imports or passes on at once; `import(` comes when it is asked for. */
const IMPORT = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

/**
 * @param folder of the build
 * @param entry the module of it that a page loads
 * @returns the code of each file by its path in the folder
 */
export function initialFiles(folder, entry = 'define.js') {
  const files = new Map();
  const pending = [entry];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (files.has(file)) continue;
    const code = readFileSync(resolve(folder, file), 'utf8');
    files.set(file, code);
    for (const [, address] of code.matchAll(IMPORT)) pending.push(posix.join(posix.dirname(file), address));
  }
  return files;
}
