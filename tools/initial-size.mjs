// Holds what a page fetches for graph, filters and detail against its budget: dist/browser/define.js and all that it imports at once, from file to file, as the
// build has made them, with lit inside, each gzipped by itself as a server sends it; and what it fetches beside its first dataset: what checks it, the words of
// the language, and facets and legend where there is room for them to stand open.
// Usage: node tools/initial-size.mjs, after npm run build; prints the files and their sums, and fails beyond a budget
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BESIDE_DATASET, initialFiles } from './initial-files.mjs';

/** kB, gzipped. */
const BUDGETS = { initial: 60, beside: 10.2 };

const folder = resolve(import.meta.dirname, '../dist/browser');
const initial = initialFiles(folder);

const hold = (name, what, files) => {
  const sizes = files.map(([file, code]) => [file, gzipSync(code, { level: 9 }).length]);
  for (const [file, size] of sizes.sort((a, b) => b[1] - a[1])) console.log(`${String(size).padStart(8)}  ${file}`);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0) / 1000;
  console.log(`${what}: ${total.toFixed(1)} kB gzipped in ${String(sizes.length)} files, budget ${String(BUDGETS[name])} kB`);
  if (total > BUDGETS[name]) process.exitCode = 1;
};

hold('initial', 'initial', [...initial]);
const beside = BESIDE_DATASET.flatMap((file) => [...initialFiles(folder, file)]).filter(([file]) => !initial.has(file));
hold('beside', 'beside a dataset', [...new Map(beside)]);
