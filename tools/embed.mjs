// Builds the examples of demo/embed against the packed package into .cache/embed, all in one run of Vite; renders those of the frameworks
// on the server too, into hydrated.html beside each. Usage: npm run embed (after npm run pack). Tests open the pages in the browsers.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { build, createServer } from 'vite';
import { packed } from './pack.mjs';

const root = resolve(import.meta.dirname, '..');
const examples = resolve(root, 'demo/embed');
const output = resolve(root, '.cache/embed');
const { folder, manifest } = packed(root);
/** A small dataset: what the examples show is how to embed, and the tests open each of them several times. Every record has its place, as in the one of the package. */
const SMALL = resolve(root, '.cache/embed-small.json');
execFileSync(process.execPath, [resolve(folder, manifest.bin['standards-map']), 'layout', 'test/fixtures/small.json', '--out', SMALL], {
  cwd: root,
});
/** Development: what frameworks have against server rendering they say only then. */
process.env.NODE_ENV = 'development';

/** `standards-map` and its entries, found as a project finds them that has installed the tarball. */
const fromTarball = {
  name: 'from-tarball',
  enforce: 'pre',
  resolveId(id, _importer, options) {
    if (id === 'standards-map/data') return SMALL;
    return /^standards-map(\/|$)/.test(id) ? this.resolve(id, resolve(folder, '../../page.js'), { ...options, skipSelf: true }) : undefined;
  },
};

const shared = {
  root: examples,
  base: './',
  configFile: false,
  mode: 'development',
  logLevel: 'warn',
  cacheDir: resolve(root, '.cache/vite-embed'),
  plugins: [
    fromTarball,
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('standards-') } } }),
    svelte({ configFile: false, prebundleSvelteLibraries: false }),
  ],
};

const frameworks = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'html')
  .map(({ name }) => name);

await build({
  ...shared,
  build: {
    outDir: output,
    emptyOutDir: true,
    minify: false,
    target: 'es2022',
    chunkSizeWarningLimit: 4000,
    rolldownOptions: { input: ['html', ...frameworks].map((name) => resolve(examples, name, 'index.html')) },
  },
});

// The page of one script is no input of a bundler: it is copied as a newcomer copies it
mkdirSync(resolve(output, 'html'), { recursive: true });
copyFileSync(resolve(examples, 'html/script.html'), resolve(output, 'html/script.html'));
copyFileSync(resolve(folder, 'dist/cdn/standards-map.min.js'), resolve(output, 'html/standards-map.min.js'));
copyFileSync(SMALL, resolve(output, 'html/smart-cities.json'));

/** Notes what frameworks have to say, from the first moment on. */
const LISTEN = `<script>
      window.said = [];
      for (const kind of ['warn', 'error']) console[kind] = (...words) => window.said.push(words.map(String).join(' '));
      addEventListener('error', (event) => window.said.push(event.message));
      addEventListener('unhandledrejection', (event) => window.said.push(String(event.reason)));
    </script>
  `;
const listening = (page) => page.replace('<script type="module"', `${LISTEN}<script type="module"`);

// Its root is not the folder of the examples, in which `svelte/server` is a file
const server = await createServer({
  ...shared,
  root,
  appType: 'custom',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
});
try {
  for (const name of frameworks) {
    const [entry] = readdirSync(resolve(examples, name)).filter((file) => file.startsWith('server.'));
    const { render, renderDocument } = await server.ssrLoadModule(resolve(examples, name, entry));
    const page = listening(readFileSync(resolve(output, name, 'index.html'), 'utf8'));
    const whole = renderDocument
      ? await renderDocument(page)
      : page.replace('<div id="app"></div>', `<div id="app">${await render()}</div>`);
    writeFileSync(resolve(output, name, 'hydrated.html'), whole);
    // the same with another text where the framework expects its own; for Svelte and Lit, which do not look at texts, without the mark of a
    // block and with the mark of another template: a listener that hears nothing would be of no use
    const other = whole
      .replace('>Show all<', '><b>None</b><')
      .replace('<!--[0-->', '')
      .replace(/<!--lit-part [^>]+-->/, '<!--lit-part other-->');
    writeFileSync(resolve(output, name, 'mismatched.html'), other);
  }
} finally {
  await server.close();
}
console.log(output);
