// npm run bench:overlaps [-- --parts labels,worker,twins,current,records] [-- --runs 5] [-- --shared ../shared]
// What candidates are worth by people's labels, next to plain TF-IDF of the same run, and what they cost. Ends with 2 where a part cannot run.
/* global Worker */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { build, createServer } from 'vite';
import { chromiumOptions } from '../../tools/browsers.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'labels,worker,twins,current,records' },
    runs: { type: 'string', default: '5' },
    shared: { type: 'string', default: '../shared' },
  },
});
const PARTS = values.parts.split(',');
const RUNS = Number(values.runs);
const START = "import { main } from './.cache/bench/overlaps-run.js'; main(process.argv.slice(1));";
const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Starts a fresh worker and waits for its answer. */
const ask = ([script, dataset]) =>
  new Promise((done, fail) => {
    const worker = new Worker(script, { type: 'module' });
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessage = ({ data }) => (data.error ? fail(new Error(data.error)) : done(data));
    worker.postMessage(dataset);
  }).then((answer) => answer);

async function worker() {
  const options = await chromiumOptions();
  if (!options) {
    console.error('No Chromium was found: set CHROME_PATH.');
    process.exitCode = 2;
    return;
  }
  const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0 } });
  await server.listen();
  const browser = await puppeteer.launch({ ...options, protocolTimeout: 600_000 });
  try {
    const page = await browser.newPage();
    await page.goto(new URL('test/bench/catalogue.html', server.resolvedUrls.local[0]).href);
    const times = [];
    for (let run = 0; run <= RUNS; run++)
      times.push(await page.evaluate(ask, ['/test/bench/overlaps-worker.ts', '/data/smart-cities.json']));
    // The first worker makes the development server transform the modules
    const [, ...rest] = times;
    const { standards, candidates } = rest[0];
    const took = rest.map(({ overlaps }) => overlaps);
    console.log(
      `\nshipped dataset, ${standards} standards, fresh worker in ${await browser.version()}: ${candidates} candidates in ` +
        `${median(took).toFixed(0)} ms, median of ${RUNS} (${Math.min(...took).toFixed(0)} to ${Math.max(...took).toFixed(0)}; at most 1,000)`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}

// What is measured is what is shipped: bundled, not as a development server hands out its modules
await build({
  configFile: false,
  logLevel: 'warn',
  build: { ssr: 'test/bench/overlaps-run.ts', outDir: '.cache/bench', target: 'es2022', minify: false, emptyOutDir: false },
});
for (const part of PARTS) {
  if (part === 'worker') await worker();
  else {
    const { status } = spawnSync(process.execPath, ['--input-type=module', '-e', START, part, resolve(values.shared)], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 2;
  }
}
