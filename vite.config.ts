import { defineConfig } from 'vitest/config';
import { closedPlugin } from './tools/closed-plugin.mjs';
import { wasmPlugin } from './tools/wasm-plugin.mjs';
import manifest from './package.json' with { type: 'json' };

/** What the package depends on stays outside of `dist/*.js`: the page that uses it has one copy of each. */
const dependencies = Object.keys(manifest.dependencies).map((name) => new RegExp(`^${name}(/|$)`));

/** `vite build`: the modules of the package. */
const modules = {
  emptyOutDir: true,
  outDir: 'dist',
  minify: false,
  lib: { entry: { index: 'src/index.ts', define: 'src/define.ts', layout: 'src/layout/layout.ts' }, formats: ['es' as const] },
  rolldownOptions: {
    external: dependencies,
    output: { chunkFileNames: 'chunks/[name].js' },
  },
};

/** `vite build --mode module`: one module with everything in it. */
const selfContainedModule = {
  emptyOutDir: false,
  outDir: 'dist/cdn',
  lib: { entry: 'src/define.ts', formats: ['es' as const], fileName: () => 'standards-map.module.min.js' },
  // Vite 8.3 keeps the white space of a library in the format es unless it is told here
  rolldownOptions: { output: { minify: true } },
};

/** `vite build --mode script`: the same for a classic script, which has no address of its own unless it keeps the one it was loaded from. */
const selfContainedScript = {
  emptyOutDir: false,
  outDir: 'dist/cdn',
  lib: { entry: 'src/define.ts', name: 'StandardsMapDefinition', formats: ['iife' as const], fileName: () => 'standards-map.min.js' },
  rolldownOptions: {
    transform: { define: { 'import.meta.url': 'scriptAddress' } },
    output: { minify: true, intro: 'const scriptAddress = document.currentScript?.src || document.baseURI;' },
  },
};

/** `vite build --mode compact`: what reads compact files, beside the self-contained files, which ask for it when it is needed. */
const compactReader = {
  emptyOutDir: false,
  outDir: 'dist/cdn',
  lib: { entry: 'src/model/parse-compact.ts', formats: ['es' as const], fileName: () => 'compact.js' },
  rolldownOptions: { output: { minify: true } },
};

/** The self-contained files import the reader of compact files from the file beside them. */
const readerBeside = () => ({
  name: 'reader-beside',
  enforce: 'pre' as const,
  resolveId: (id: string, importer?: string) =>
    id.endsWith('/parse-compact.js') && importer?.endsWith('/element/load.ts') ? { id: './compact.js', external: true } : undefined,
});

/** Rolldown 1.2 asks for the running script when the file is needed; by then none is running. */
const filesBesideScript = {
  name: 'files-beside-script',
  enforce: 'pre' as const,
  apply: (_: object, { mode }: { readonly mode: string }) => mode === 'script',
  resolveFileUrl: ({ fileName }: { readonly fileName: string }) => `new URL(${JSON.stringify(fileName)}, scriptAddress).href`,
};

/** Makes the self-contained files smaller, which a reader downloads whole. */
const slim = () => ({
  name: 'slim',
  enforce: 'pre' as const,
  /** Indentation of templates and style sheets is text to a minifier; the line break that stays says the same to a browser. */
  transform: (code: string, id: string) => {
    if (!id.includes('/src/element/')) return undefined;
    const tight = code.replace(/\n[ \t]+/g, '\n');
    return { code: id.endsWith('styles.ts') ? tight.replace(/ ?([{};,]) ?\n/g, '$1').replace(/: (?=[^{}]*[;}])/g, ':') : tight, map: null };
  },
});

const builds: Readonly<Record<string, object>> = { module: selfContainedModule, script: selfContainedScript, compact: compactReader };

export default defineConfig(({ mode }) => ({
  // addresses of emitted workers are relative to the file that starts them
  base: './',
  cacheDir: '.cache/vite',
  plugins: [closedPlugin(), wasmPlugin(), filesBesideScript, ...(mode in builds ? [slim(), readerBeside()] : [])],
  worker: { plugins: () => [wasmPlugin()] },
  build: { target: 'es2022', sourcemap: true, ...(builds[mode] ?? modules) },
  optimizeDeps: { entries: ['demo/**/*.html'] },
  test: {
    include: ['test/**/*.test.{ts,mjs}'],
    allowOnly: false,
    // a type-check or a lint of the whole project takes a while on a busy machine
    testTimeout: 90_000,
  },
}));
