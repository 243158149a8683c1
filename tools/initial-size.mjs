// Holds what a page fetches before graph, filters and detail work against its budget: dist/browser/define.js and all that it imports at once, from file to
// file, as the build has made them, with lit and zod inside, each gzipped by itself as a server sends it.
// Usage: node tools/initial-size.mjs, after npm run build; prints the files and their sum, and fails beyond the budget
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { initialFiles } from './initial-files.mjs';

/** kB, gzipped. The aim is 60. */
const BUDGET = 67;

const sizes = [...initialFiles(resolve(import.meta.dirname, '../dist/browser'))].map(([file, code]) => [
  file,
  gzipSync(code, { level: 9 }).length,
]);
for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(8)}  ${file}`);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);
console.log(`initial: ${(total / 1000).toFixed(1)} kB gzipped in ${String(sizes.length)} files, budget ${String(BUDGET)} kB`);
if (total > BUDGET * 1000) process.exitCode = 1;
