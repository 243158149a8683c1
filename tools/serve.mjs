// Shows the demo with the built dataset. Usage: npm start [-- --port 5173] [--host 0.0.0.0]
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { siteServer } from './site/plugin.mjs';

const { values } = parseArgs({ options: { port: { type: 'string', default: '5173' }, host: { type: 'string', default: 'localhost' } } });
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  throw new Error(`npm start: --port takes a number up to 65535, got ${values.port}`);

/** Where the pages of `npm run site` stand beside the demo. */
const DOCUMENTATION = '/documentation/';

/** `/` leads to the demo: the map itself is what a reader wants to see first. */
const home = {
  name: 'home',
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (request.url !== '/') return next();
      response.writeHead(302, { location: '/demo/' });
      response.end();
    });
  },
};

const root = resolve(import.meta.dirname, '..');
const server = await createServer({
  root,
  logLevel: 'warn',
  clearScreen: false,
  plugins: [home, siteServer(root, DOCUMENTATION)],
  server: { port, host: values.host, strictPort: false },
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
if (!address) throw new Error('npm start: the server has no address');
console.log(`Documentation: ${new URL(DOCUMENTATION, address).href}`);
console.log(`Standards map: ${new URL('demo/', address).href} (Ctrl+C ends it)`);

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    void server.close().finally(() => process.exit(0));
  });
}
