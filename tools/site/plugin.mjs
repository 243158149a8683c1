// The documentation as a plugin of Vite: files of the build, or pages of the development server.
import { createReadStream, readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { factsOf, siteFiles, siteTexts } from './site.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.yml': 'text/yaml; charset=utf-8',
};
/** Scripts of the pages by name. */
export const SCRIPTS = { site: 'docs/site/site.ts', map: 'docs/site/map.ts', configurator: 'docs/site/configurator.ts' };

/**
 * The plugin of the build: pages and the files beside them come to the bundle of the scripts.
 *
 * @param root the repository
 * @param load imports a TypeScript module of the repository
 */
export const sitePages = (root, load) => ({
  name: 'site-pages',
  // package.json names the built file as the one with a side effect; here its source is what registers the elements
  transform: (code, id) => (id.endsWith('/src/define.ts') ? { code, map: null, moduleSideEffects: true } : undefined),
  async generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter(({ type, isEntry }) => type === 'chunk' && isEntry);
    const address = (name) => {
      if (name === 'site.css') return 'assets/site.css';
      const chunk = chunks.find((one) => one.name === name);
      if (!chunk) throw new Error(`documentation: no script is named ${name}`);
      return chunk.fileName;
    };
    const emit = (fileName, source) => this.emitFile({ type: 'asset', fileName, source });
    for (const [path, file] of siteFiles(root)) emit(path, readFileSync(resolve(root, file)));
    for (const [path, text] of siteTexts(await factsOf(root, load), address)) emit(path, text);
  },
});

/**
 * The plugin of the development server: the same pages below `base`. Guides are read anew for each visit, what the sources say once.
 *
 * @param root the repository
 * @param base where they stand: `/documentation/`
 */
export const siteServer = (root, base) => ({
  name: 'site-server',
  configureServer(server) {
    const address = (name) => (name === 'site.css' ? 'assets/site.css' : `/${SCRIPTS[name]}`);
    let facts;
    const answer = async (path, response) => {
      const file = siteFiles(root).get(path);
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      if (file) return createReadStream(resolve(root, file)).pipe(response);
      facts ??= factsOf(root, (module) => server.ssrLoadModule(module));
      const texts = siteTexts(await facts, address);
      response.statusCode = texts.has(path) ? 200 : 404;
      if (!texts.has(path)) response.setHeader('content-type', TYPES['.html']);
      return response.end(texts.get(path) ?? texts.get('404.html'));
    };
    server.middlewares.use((request, response, next) => {
      const [path] = (request.url ?? '').split('?');
      if (path === base.slice(0, -1)) {
        response.writeHead(302, { location: base });
        return response.end();
      }
      if (!path.startsWith(base)) return next();
      return answer(decodeURIComponent(path.slice(base.length)) || 'index.html', response).catch(next);
    });
  },
});
