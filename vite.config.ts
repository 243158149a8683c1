import { defineConfig } from 'vitest/config';
import { closedPlugin } from './tools/closed-plugin.mjs';
import { offlineScriptPlugin } from './tools/offline-script-plugin.mjs';
import { remPlugin } from './tools/rem-plugin.mjs';
import { decoratorsPlugin, slimPlugin, terserPlugin } from './tools/slim-plugin.mjs';
import { wasmPlugin } from './tools/wasm-plugin.mjs';
import manifest from './package.json' with { type: 'json' };

/** What the package depends on stays outside of `dist/*.js`: the page that uses it has one copy of each. */
const dependencies = [/^node:/, ...Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`))];

/** `vite build`: the modules of the package. */
const modules = {
  emptyOutDir: true,
  outDir: 'dist',
  minify: false,
  lib: {
    entry: {
      index: 'src/index.ts',
      static: 'src/static.ts',
      define: 'src/define.ts',
      layout: 'src/layout/layout.ts',
    },
    formats: ['es' as const],
  },
  rolldownOptions: {
    external: dependencies,
    output: { chunkFileNames: 'chunks/[name].js' },
  },
};

/** `vite build --mode node`: the command line, apart from what browsers load. */
const commandLine = {
  emptyOutDir: true,
  outDir: 'dist/node',
  minify: false,
  ssr: true,
  target: 'node20',
  rolldownOptions: {
    input: { cli: 'src/cli/main.ts', bin: 'src/cli/bin.ts' },
    external: dependencies,
    output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
  },
};

/** `vite build --mode module`: one module with everything in it. */
const selfContainedModule = {
  emptyOutDir: false,
  outDir: 'dist/cdn',
  // beside the file for whoever builds it; the package goes without, and so does the file
  sourcemap: 'hidden' as const,
  lib: { entry: 'src/define.ts', formats: ['es' as const], fileName: () => 'standards-map.module.min.js' },
  // Vite 8.3 keeps the white space of a library in the format es unless it is told here; what is loaded on demand stands in it too
  rolldownOptions: { output: { minify: true, codeSplitting: false } },
};

/** `vite build --mode script`: the same for a classic script, which has no address of its own unless it keeps the one it was loaded from. */
const selfContainedScript = {
  emptyOutDir: false,
  outDir: 'dist/cdn',
  sourcemap: 'hidden' as const,
  lib: { entry: 'src/define.ts', name: 'StandardsMapDefinition', formats: ['iife' as const], fileName: () => 'standards-map.min.js' },
  rolldownOptions: {
    transform: { define: { 'import.meta.url': 'scriptAddress' } },
    output: {
      minify: true,
      postBanner: `/*! standards-map ${manifest.version} | MIT | with lit (BSD-3-Clause), zod, read-excel-file and fflate (MIT) */`,
      // an inline script has no address, and nothing beside it
      intro: "const scriptAddress = document.currentScript?.src || '';",
    },
  },
};

/**
 * `vite build --mode browser`: minified modules with the dependencies inside, for pages without a bundler. They load `define.js`, and what it imports at once is
 * what graph, filters and detail need.
 */
const browserModules = {
  emptyOutDir: true,
  outDir: 'dist/browser',
  sourcemap: false,
  lib: { entry: { define: 'src/define.ts' }, formats: ['es' as const] },
  rolldownOptions: {
    output: {
      minify: true,
      chunkFileNames: 'chunks/[name].js',
      // what is there at once in one file: it compresses better, and is fetched in one go
      codeSplitting: {
        groups: [
          { name: 'core', tags: ['$initial'] },
          // likewise what comes beside a dataset
          {
            name: 'load',
            test: /\/(element\/load|model\/(parse-quickly|shape|shape-table|sound|reference-table|cycles|compact-magic))\.ts$/,
          },
          { name: 'messages', test: /\/element\/messages(-goal-names|-analysis)?\.ts$/ },
          { name: 'first-panels', test: /\/(first-panels|plain-facets|facets-by|toggle|parts\/(filters|legend|goal-switch))\.ts$/ },
        ],
      },
    },
  },
};

/** Rolldown 1.2 asks for the running script when the file is needed; by then none is running. */
const filesBesideScript = {
  name: 'files-beside-script',
  enforce: 'pre' as const,
  apply: (_: object, { mode }: { readonly mode: string }) => mode === 'script',
  resolveFileUrl: ({ fileName }: { readonly fileName: string }) => `new URL(${JSON.stringify(fileName)}, scriptAddress).href`,
};

const builds: Readonly<Record<string, object>> = {
  node: commandLine,
  module: selfContainedModule,
  script: selfContainedScript,
  browser: browserModules,
};

export default defineConfig(({ mode }) => ({
  // addresses of emitted workers are relative to the file that starts them
  base: './',
  cacheDir: '.cache/vite',
  plugins: [
    closedPlugin(),
    wasmPlugin(),
    // before what it measures in rem is counted: fractions in a calc() it rounds
    ...(mode in builds && mode !== 'node' ? [slimPlugin(), decoratorsPlugin()] : []),
    remPlugin(),
    filesBesideScript,
    offlineScriptPlugin(mode === 'script'),
    ...(mode === 'browser' ? [terserPlugin()] : []),
  ],
  worker: { plugins: () => [wasmPlugin()] },
  build: { target: 'es2022', sourcemap: true, ...(builds[mode] ?? modules) },
  optimizeDeps: { entries: ['demo/*.html'] },
  test: {
    include: ['test/**/*.test.{ts,mjs}'],
    allowOnly: false,
    // a type-check or a lint of the whole project takes a while on a busy machine
    testTimeout: 90_000,
    // by default one processor of all is left alone, on a machine with two half of them
    maxWorkers: '100%',
  },
}));
