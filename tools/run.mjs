// Runs a TypeScript module of this project in Node through Vite's own transform: node tools/run.mjs src/pipeline/main.ts [arguments].
// The module exports main(args) and returns its exit code.
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { closedPlugin } from './closed-plugin.mjs';
import { wasmPlugin } from './wasm-plugin.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) throw new Error('tools/run.mjs: expected the path of a TypeScript module, got nothing');
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  plugins: [closedPlugin(), wasmPlugin()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  const module = await server.ssrLoadModule(resolve(file));
  process.exitCode = await module.main(args);
} finally {
  await server.close();
}
