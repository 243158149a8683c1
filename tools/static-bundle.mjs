// Bundles standards-map/static as a server of its own would, from what the build has made, for the budget in package.json.
// Usage: node tools/static-bundle.mjs, after npm run build; prints the size
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, '.cache/size');

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    lib: { entry: resolve(root, 'dist/static.js'), formats: ['es'], fileName: () => 'static.js' },
    rolldownOptions: { output: { minify: true, codeSplitting: false } },
  },
});
const code = readFileSync(resolve(outDir, 'static.js'));
console.log(`standards-map/static: ${String(code.length)} bytes, ${String(gzipSync(code, { level: 9 }).length)} gzipped`);
