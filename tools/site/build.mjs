// Makes the documentation: static files in .cache/site, or in the folder that is named. Usage: npm run site [-- FOLDER]
import { resolve } from 'node:path';
import { build, createServer } from 'vite';
import { closedPlugin } from '../closed-plugin.mjs';
import { wasmPlugin } from '../wasm-plugin.mjs';
import { SCRIPTS, sitePages } from './plugin.mjs';

const root = resolve(import.meta.dirname, '../..');
const outDir = resolve(root, process.argv[2] ?? '.cache/site');
const start = performance.now();

// said before the server below says otherwise: what it starts would make the build one for development
process.env.NODE_ENV = 'production';

/** Reads what the pages say of the sources: commands, snippets. */
const sources = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  plugins: [closedPlugin(), wasmPlugin()],
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // relative: the site can stand in any folder
    base: './',
    publicDir: false,
    plugins: [closedPlugin(), wasmPlugin(), sitePages(root, (path) => sources.ssrLoadModule(path))],
    worker: { plugins: () => [wasmPlugin()] },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      // a style sheet or picture in a script would need more than the policy of the pages allows
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(SCRIPTS).map(([name, file]) => [name, resolve(root, file)])),
        output: { entryFileNames: 'assets/[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
      },
    },
  });
} finally {
  await sources.close();
}
console.log(`Documentation: ${outDir} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
