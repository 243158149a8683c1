// Whole catalogues, from file to picture: npm run bench:catalogue [-- --runs 3] [--tables ../shared/catalogue]
/* global document, requestAnimationFrame, PointerEvent, customElements */
// Builds demo/.catalogue first when it is not there. Ends with 2 where it cannot be built.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { chromiumOptions } from '../../tools/browsers.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, tables: { type: 'string', default: '../shared/catalogue' } },
});
const RUNS = Number(values.runs);
const file = (extent) => resolve(ROOT, `demo/.catalogue/${extent}.smc`);

function build() {
  if (['current', 'all'].every((extent) => existsSync(file(extent)) && existsSync(`${file(extent)}.gz`))) return;
  const tables = resolve(ROOT, values.tables);
  if (!existsSync(tables)) {
    console.error(`${values.tables}: not found. Expected the tables of the catalogues, to build demo/.catalogue with npm run catalogue.`);
    process.exit(2);
  }
  const { status } = spawnSync(process.execPath, ['tools/run.mjs', 'src/pipeline/catalogue/main.ts', tables], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(2);
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];

/** What the page measures by itself, without the element: every step from the file to the scene, then the questions of a reader. */
async function steps(address) {
  const [
    { readCompact },
    { catalogue },
    { buildGraph },
    { positions },
    { buildScene },
    { visible },
    { facets },
    { parseFilter },
    { search },
  ] = await Promise.all(
    [
      'model/parse-compact',
      'model/catalogue',
      'scene/graph',
      'scene/place',
      'scene/build',
      'analysis/visible',
      'analysis/facets',
      'analysis/filter',
      'analysis/search',
    ].map((name) => import(`/src/${name}.ts`)),
  );
  const times = {};
  const timed = (name, run) => {
    const start = performance.now();
    const result = run();
    times[name] = Math.max(times[name] ?? 0, performance.now() - start);
    return result;
  };
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const read = timed('file → dataset', () => readCompact(bytes));
  if (!read.ok) throw new Error(read.issues[0].message);
  const known = timed('dataset → catalogue', () => catalogue(read.dataset));
  const graph = timed('catalogue → graph', () => buildGraph(known));
  const placed = timed('shipped positions', () => positions(graph, 1));
  const shown = timed('what is shown', () => new Set(visible(known, '')));
  if (placed.settled)
    timed('graph → scene', () => buildScene({ graph, xy: placed.xy, visible: shown, color: 'sdo', group: 'sdo', selected: [] }));
  timed('facets, first', () => facets(known, parseFilter('').filter));
  timed('facets, again', () => facets(known, parseFilter('').filter));
  timed('designation, first', () => known.find('ISO 37122:2019'));
  timed('designation, again', () => known.find('ITU-T Y.4903/L.1603 (10/2016)'));
  for (const filter of [
    'sdo:iso',
    'status:active',
    'topic:mobility year:2015..',
    'committee:"ISO/TC 22"',
    '-role:security ics:13',
    'kind:normative deliverable:TS',
  ]) {
    visible(known, filter);
  }
  for (const filter of ['sdo:etsi', 'status:superseded', 'topic:energy year:2010..', 'committee:"ISO/TC 204"', '-role:requirements ics:35'])
    timed('filter, slowest of 5', () => visible(known, filter));
  for (const filter of ['sdo:iso', 'status:active topic:energy', 'year:2020..'])
    timed('facets under a filter, slowest', () => facets(known, parseFilter(filter).filter));
  timed('words, first', () => search(known, 'smart', 8));
  for (const text of ['s', 'ro', 'road vehicles', 'smart city platform', '37122', 'iso 9001', 'electromagnetic compatibility', 'textlies'])
    timed('words, slowest of 8', () => search(known, text, 8));
  timed('filter by words', () => visible(known, 'road vehicles'));
  return { count: known.standards.length, times };
}

/** Processor time of all processes of the browser so far, ms: on a shared machine it says more than the clock. */
async function cpu(session) {
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  return processInfo.reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0);
}

/** Moves the pointer over the drawing; how long the page takes each time until it has answered, and how often it told of a record. */
async function hovers() {
  const map = document.querySelector('standards-map');
  const surface = map.shadowRoot.querySelector('.surface');
  const { left, top, width, height } = surface.getBoundingClientRect();
  const target = surface.querySelector('canvas') ?? surface;
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  let told = 0;
  map.addEventListener('standards-hover', () => told++);
  for (let i = 0; i < 60; i++) {
    const place = { clientX: left + width * (0.3 + (0.4 * ((i * 37) % 60)) / 60), clientY: top + height * (0.3 + (0.4 * i) / 60) };
    const start = performance.now();
    for (const type of ['pointermove', 'mousemove'])
      target.dispatchEvent(new PointerEvent(type, { ...place, bubbles: true, composed: true }));
    await map.updateComplete;
    times.push(performance.now() - start);
    await frame();
  }
  times.sort((a, b) => a - b);
  return { p50: times[30], p95: times[57], told };
}

/** Milliseconds from the attribute `src` to the first picture, by clock and processor, what the page holds then, and how it answers to the pointer. */
async function firstPicture(browser, base, extent) {
  const whole = await browser.target().createCDPSession();
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(new URL('test/bench/catalogue.html', base).href);
  await page.evaluate(() => customElements.whenDefined('standards-map').then(() => undefined));
  const before = await cpu(whole);
  const ms = await page.evaluate(async (address) => {
    const map = document.querySelector('standards-map');
    const start = performance.now();
    const failed = new Promise((_, reject) =>
      map.addEventListener('standards-error', ({ issues }) => reject(new Error(issues[0].message))),
    );
    map.src = address;
    await Promise.race([map.ready, failed]);
    return performance.now() - start;
  }, `/demo/.catalogue/${extent}.smc.gz`);
  const used = (await cpu(whole)) - before;
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  const hover = await page.evaluate(hovers);
  await page.close();
  return { ms, used, mb: (usedSize + backingStorageSize) / 1e6, ...hover };
}

const line = (name, text) => console.log(`  ${name.padEnd(34)}${text}`);

async function measure(browser, base, extent) {
  const rounds = [];
  for (let run = 0; run < RUNS; run++) {
    const page = await browser.newPage();
    await page.goto(new URL('test/bench/catalogue.html', base).href);
    rounds.push(await page.evaluate(steps, `/demo/.catalogue/${extent}.smc`));
    await page.close();
  }
  const pictures = [];
  for (let run = 0; run < RUNS; run++) pictures.push(await firstPicture(browser, base, extent));
  const { count } = rounds[0];
  const bytes = readFileSync(file(extent));
  console.log(`\n${extent}: ${count} standards; ms, median of ${RUNS}`);
  line('bytes per standard', `${(bytes.length / count).toFixed(1)}, gzip -9 ${(gzipSync(bytes, { level: 9 }).length / count).toFixed(1)}`);
  for (const name of Object.keys(rounds[0].times)) line(name, median(rounds.map(({ times }) => times[name])).toFixed(1));
  const of = (name) => median(pictures.map((picture) => picture[name]));
  line('file → first picture', `${of('ms').toFixed(0)}; processor time of the whole browser ${of('used').toFixed(0)}`);
  line('heap and buffers, MB', of('mb').toFixed(0));
  line('hover, p50 / p95', `${of('p50').toFixed(1)} / ${of('p95').toFixed(1)} (${of('told')} records told in 60 moves)`);
}

build();
const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0 } });
await server.listen();
const options = await chromiumOptions();
if (!options) {
  console.error('No Chromium was found: set CHROME_PATH.');
  process.exit(2);
}
const browser = await puppeteer.launch({ ...options, protocolTimeout: 600_000 });
try {
  for (const extent of ['current', 'all']) await measure(browser, server.resolvedUrls.local[0], extent);
} finally {
  await browser.close();
  await server.close();
}
