// Builds the package: dist/*.js, dist/node/*.js, dist/cdn/*.js and their types. Usage: npm run build
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'vite';
import about from '../package.json' with { type: 'json' };
import { writeManifest } from './manifest.mjs';

const root = resolve(import.meta.dirname, '..');

/** TypeScript takes the built dataset for its declared type: to infer one from a file of this size would cost seconds in every project. */
const DATA_TYPES = `import type { Dataset } from './model/dataset.js';
/** The built dataset of smart-city standards, \`data/smart-cities.json\`. */
declare const dataset: Dataset;
export default dataset;
`;

for (const mode of ['production', 'node', 'module', 'script', 'compact', 'export', 'workbook'])
  await build({ root, mode, logLevel: 'warn' });
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
if (status === 0) {
  await writeManifest(root, about);
  writeFileSync(resolve(root, 'dist/types/data.d.ts'), DATA_TYPES);
}
process.exitCode = status ?? 1;
