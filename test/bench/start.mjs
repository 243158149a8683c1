// What a page fetches, and how long it takes, until the first picture, `ready` and the detail: npm run bench:start [-- --runs 3], after npm run build
/* global document, requestAnimationFrame */
// Chromium without a cache, 1.6 Mbit/s and 150 ms by its own protocol, files gzipped as a server sends them: dist/browser against the self-contained module of
// dist/cdn in the same run. Prints medians; JS in kB as it goes over the wire until the first picture, and ms since the navigation.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { chromiumOptions } from '../../tools/browsers.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { runs: { type: 'string', default: '3' } } });
const SETS = [
  ['dist/browser', '/dist/browser/define.js'],
  ['self-contained module', '/dist/cdn/standards-map.module.min.js'],
];
const TYPES = { '.js': 'text/javascript', '.json': 'application/json' };
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

const page = (script) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Start</title>
<script type="module" src="${script}"></script></head>
<body><standards-map src="/data/smart-cities.json" loading="eager" style="block-size: 700px"></standards-map></body></html>`;

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const file = resolve(ROOT, `.${pathname}`);
  const isFile = file.startsWith(ROOT) && extname(file) in TYPES && existsSync(file);
  const isPage = pathname === '/';
  response.writeHead(isPage || isFile ? 200 : 404, {
    'content-type': isPage ? 'text/html' : (TYPES[extname(file)] ?? 'text/plain'),
    'content-encoding': 'gzip',
  });
  response.end(gzipSync(isPage ? page(searchParams.get('script')) : isFile ? readFileSync(file) : ''));
});

/** In the page: when each of the three stood, in ms since the navigation, and what of scripts had come by the first picture, in bytes. */
async function measured() {
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (holds) => {
    while (!holds()) await frame();
    return performance.now();
  };
  const map = document.querySelector('standards-map');
  const picture = await until(() => map.matches(':state(ready)'));
  const scripts = performance
    .getEntriesByType('resource')
    .filter(({ name, responseEnd }) => name.endsWith('.js') && responseEnd <= picture);
  map.selected = 'ISO 37122';
  const detail = await until(() => map.shadowRoot.querySelector('.detail h2'));
  await map.ready;
  return { js: scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0), picture, detail, ready: performance.now() };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

for (const [, file] of SETS) if (!existsSync(resolve(ROOT, `.${file}`))) throw new Error(`${file} is not there. Run npm run build.`);
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await puppeteer.launch(await chromiumOptions());
try {
  for (const [name, file] of SETS) {
    const runs = [];
    for (let run = 0; run < Number(values.runs); run++) {
      const context = await browser.createBrowserContext();
      const tab = await context.newPage();
      const client = await tab.createCDPSession();
      await client.send('Network.enable');
      await client.send('Network.setCacheDisabled', { cacheDisabled: true });
      await client.send('Network.emulateNetworkConditions', NETWORK);
      await tab.goto(`http://127.0.0.1:${String(server.address().port)}/?script=${file}`, { waitUntil: 'domcontentloaded' });
      runs.push(await tab.evaluate(measured));
      await context.close();
    }
    const of = (part) => median(runs.map((run) => run[part]));
    console.log(
      `${name}: ${(of('js') / 1000).toFixed(1)} kB of JS until the first picture; first picture ${of('picture').toFixed(0)} ms, detail ${of('detail').toFixed(0)} ms, ready ${of('ready').toFixed(0)} ms`,
    );
  }
} finally {
  await browser.close();
  server.close();
}
