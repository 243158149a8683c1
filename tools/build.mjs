// Builds the package: dist/*.js, dist/node/*.js, dist/cdn/*.js and their types. Usage: npm run build
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'vite';
import about from '../package.json' with { type: 'json' };
import { writeManifest } from './manifest.mjs';
import { writeIntegrity } from './sri.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * TypeScript takes the built dataset for its declared type: to infer one from a file of this size would cost seconds in every project.
 * A JSON file is one value, which is what `export =` says; only a file of CommonJS may say it.
 */
const DATA_TYPES = `import type { Dataset } from './model/dataset.js' with { 'resolution-mode': 'import' };
/** The built dataset of smart-city standards, \`data/smart-cities.json\`. */
declare const dataset: Dataset;
export = dataset;
`;

for (const mode of ['production', 'node', 'module', 'script', 'browser']) await build({ root, mode, logLevel: 'warn' });
// what size-limit holds against its budget
await import('./static-bundle.mjs');
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status === 0) {
  await writeManifest(root, about);
  writeIntegrity(root);
  // types alone, for templates of frameworks: a program that imports them all the same gets nothing
  writeFileSync(resolve(root, 'dist/types-only.js'), 'export {};\n');
  writeFileSync(resolve(root, 'dist/types/data.d.cts'), DATA_TYPES);
}
process.exitCode = status ?? 1;
