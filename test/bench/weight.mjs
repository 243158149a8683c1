// What the engine and the renderer weigh: each bundled with all it imports, minified, gzipped. Usage: node test/bench/weight.mjs
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { wasmPlugin } from '../../tools/wasm-plugin.mjs';

const ENTRY = '\0weight';
const MODULES = {
  engine: ['/src/layout/closed.ts'],
  'engine without WebAssembly': ['/src/layout/run.ts', '/src/layout/engine/script-kernel.ts'],
  renderer: ['picture', 'hit', 'overlay', 'canvases', 'camera'].map((name) => `/src/render/${name}.ts`),
  'renderer with SVG': ['picture', 'hit', 'overlay', 'canvases', 'camera', 'svg'].map((name) => `/src/render/${name}.ts`),
};

async function weigh(modules) {
  const entry = {
    name: 'weight',
    resolveId: (id) => (id === ENTRY ? id : undefined),
    load: (id) => (id === ENTRY ? modules.map((path) => `export * from ${JSON.stringify(path)};`).join('\n') : undefined),
  };
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [wasmPlugin(), entry],
    build: {
      target: 'es2022',
      write: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict', output: { minify: true } },
    },
  });
  return gzipSync(output[0].code, { level: 9 }).length / 1000;
}

/** Prints the weights in kB, one a line, and that of engine and renderer together. */
export async function weights() {
  const result = {};
  for (const [name, modules] of Object.entries(MODULES)) {
    result[name] = await weigh(modules);
    console.log(`${name}: ${result[name].toFixed(1)} kB gzipped`);
  }
  console.log(`engine and renderer together: ${(result.engine + result.renderer).toFixed(1)} kB gzipped`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await weights();
