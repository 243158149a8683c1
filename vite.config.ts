import { defineConfig } from 'vitest/config';
import manifest from './package.json' with { type: 'json' };

/** What the package depends on stays outside of `dist/*.js`: the page that uses it has one copy of each. */
const dependencies = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`));

/** `vite build`: the modules of the package. */
const modules = {
  emptyOutDir: true,
  outDir: 'dist',
  minify: false,
  lib: { entry: { index: 'src/index.ts', define: 'src/define.ts' }, formats: ['es' as const] },
  rolldownOptions: {
    external: dependencies,
    output: { chunkFileNames: 'chunks/[name].js' },
  },
};

/** `vite build --mode cdn`: one file with everything in it, as a classic script and as a module. */
const selfContained = {
  emptyOutDir: true,
  outDir: 'dist/cdn',
  lib: {
    entry: 'src/define.ts',
    name: 'StandardsMapDefinition',
    formats: ['iife' as const, 'es' as const],
    fileName: (format: string) => (format === 'es' ? 'standards-map.module.min.js' : 'standards-map.min.js'),
  },
  // Vite 8.3 keeps the white space of a library in the format es unless it is told here
  rolldownOptions: { output: { minify: true } },
};

export default defineConfig(({ mode }) => ({
  // addresses of emitted workers are relative to the file that starts them
  base: './',
  cacheDir: '.cache/vite',
  build: { target: 'es2022', sourcemap: true, ...(mode === 'cdn' ? selfContained : modules) },
  optimizeDeps: { entries: ['demo/**/*.html'] },
  test: {
    include: ['test/**/*.test.{ts,mjs}'],
    allowOnly: false,
    testTimeout: 20_000,
  },
}));
