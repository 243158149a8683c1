// Holds what a page fetches before graph, filters and detail work against its budget: dist/browser/define.js and all that it imports at once, from file to
// file, as the build has made them, with lit and zod inside, each gzipped by itself as a server sends it.
// Usage: node tools/initial-size.mjs, after npm run build; prints the files and their sum, and fails beyond the budget
import { readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const folder = resolve(import.meta.dirname, '../dist/browser');
/** kB, gzipped. The aim is 60. */
const BUDGET = 117;
/** What a module imports or passes on at once; `import(` comes when it is asked for. */
const IMPORT = /(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g;

const sizes = new Map();
const pending = ['define.js'];
for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
  if (sizes.has(file)) continue;
  const code = readFileSync(resolve(folder, file), 'utf8');
  sizes.set(file, gzipSync(code, { level: 9 }).length);
  for (const [, address] of code.matchAll(IMPORT)) pending.push(posix.join(posix.dirname(file), address));
}
for (const [file, size] of [...sizes].sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(8)}  ${file}`);
const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
console.log(`initial: ${(total / 1000).toFixed(1)} kB gzipped in ${String(sizes.size)} files, budget ${String(BUDGET)} kB`);
if (total > BUDGET * 1000) process.exitCode = 1;
