// Serves tests and sources through Vite inside @web/test-runner: the transforms of the build, worker imports included.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { closedPlugin } from './closed-plugin.mjs';
import { wasmPlugin } from './wasm-plugin.mjs';

const ROOT = resolve(import.meta.dirname, '..');
/** What only Vite can answer. A stylesheet or JSON file without a query is fetched, not imported, and stays a file. */
const MODULE = /\.[cm]?[jt]s$|^\/@|[?&](?:worker|worker_file|inline|wasm|closed|raw|url|import|v=)/;

/** Every module of Lit, so that none is found while a test runs: that would rebuild the dependencies and load Lit twice. */
const litModules = () => {
  const { exports } = JSON.parse(readFileSync(resolve(ROOT, 'node_modules/lit/package.json'), 'utf8'));
  return Object.keys(exports)
    .filter((name) => !name.includes('polyfill-support'))
    .map((name) => `lit${name.slice(1)}`);
};

const inlineMap = (map) =>
  map?.mappings ? `\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(JSON.stringify(map)).toString('base64')}` : '';

/** @returns a plugin of @web/test-runner */
export function vitePlugin() {
  let vite;
  return {
    name: 'vite',
    async serverStart() {
      vite = await createServer({
        root: ROOT,
        configFile: false,
        logLevel: 'warn',
        appType: 'custom',
        cacheDir: resolve(ROOT, '.cache/vite-wtr'),
        server: { middlewareMode: true, hmr: false, ws: false, watch: null },
        plugins: [
          closedPlugin(),
          wasmPlugin(),
          // the runner's own modules stay with the runner
          { name: 'wtr-modules', enforce: 'pre', resolveId: (id) => (id.startsWith('/__web-') ? { id, external: true } : null) },
        ],
        worker: { plugins: () => [wasmPlugin()] },
        optimizeDeps: {
          noDiscovery: true,
          include: [...litModules(), 'd3-force', 'zod', 'zod/mini', '@open-wc/testing', 'axe-core'],
          exclude: ['@web/test-runner-commands'],
        },
      });
    },
    async serverStop() {
      await vite?.close();
    },
    async serve(context) {
      if (
        context.path.startsWith('/__web-') ||
        /\/dist\/cdn\/|^\/(dist|\.cache\/(embed|site))\//.test(context.path) ||
        context.path === '/'
      )
        return undefined;
      let url = context.url.replace(/([?&])wtr-[^&]*&?/g, '$1').replace(/[?&]$/, '');
      if (!MODULE.test(url)) return undefined;
      if (url.startsWith('/@id/')) url = url.slice('/@id/'.length).replace('__x00__', '\0');
      const result = await vite.environments.client.transformRequest(url);
      return result ? { body: result.code + inlineMap(result.map), type: 'js' } : undefined;
    },
  };
}
