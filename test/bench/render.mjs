/* global window, bench -- what runs in the page */
// Drawing, measured against bare circles and lines on a canvas as d3's examples draw them: npm run bench:render [-- --sizes shipped,20000] [--reps 3]
// Sizes: shipped (the built dataset), current and all (demo/.catalogue/*.smc of `npm run catalogue`; synthetic ones of that size where
// they are not there), or a number of synthetic standards. The peer draws all links of the graph, as its examples do, and once more without
// those of topics, which the map draws for a selection only. Headless Chromium without a GPU, 1200 × 800, everything rasterised within the clock.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { chromiumOptions } from '../../tools/browsers.mjs';

const root = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { sizes: { type: 'string', default: 'shipped,20000,current,all' }, reps: { type: 'string', default: '3' } },
});
const FRAMES = 90;
/** Standards of the whole catalogues, for synthetic ones of the same size. */
const WHOLE = { current: '62828', all: '137483' };

function sourceOf(size) {
  const file = `/demo/.catalogue/${size}.smc`;
  if (existsSync(resolve(root, `.${file}`))) return file;
  if (WHOLE[size])
    console.log(
      `${size}: demo/.catalogue/${size}.smc is not there (npm run catalogue); a synthetic one of ${WHOLE[size]} standards instead`,
    );
  return WHOLE[size] ?? size;
}

/** Runs in the page before its scripts. */
function controlFrames() {
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  let isManual = false;
  let waiting = new Map();
  let next = 1e9;
  window.requestAnimationFrame = (callback) => (isManual ? (waiting.set(++next, callback), next) : request(callback));
  window.cancelAnimationFrame = (handle) => void (waiting.delete(handle) || cancel(handle));
  const run = () => {
    const now = waiting;
    waiting = new Map();
    for (const callback of now.values()) callback(performance.now());
  };
  window.frames = {
    pump: run,
    manual: (is) => {
      isManual = is;
      if (!is) for (const callback of waiting.values()) request(callback);
      if (!is) waiting = new Map();
    },
    frame: () => new Promise((done) => request(done)),
  };
}

const at = (times, share) => {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
};
const median = (times) => at(times, 0.5);

/** One drawing of one dataset in a page of its own. */
async function run(browser, address, source, which) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 1200, height: 800 });
    await page.evaluateOnNewDocument(controlFrames);
    await page.goto(`${address}test/bench/render.html`);
    await page.waitForFunction(() => 'bench' in globalThis);
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
      return (usedSize + backingStorageSize) / 1e6;
    };
    const busy = async () =>
      (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    const { standards } = await page.evaluate((from) => bench.load(from), source);
    const before = await heap();
    const first = await page.evaluate((one) => bench.first(one), which);
    const after = await heap();
    await page.evaluate((count) => bench.camera(count), FRAMES / 3);
    const camera = await page.evaluate((count) => bench.camera(count), FRAMES);
    const start = await busy();
    const real = await page.evaluate((count) => bench.real(count), FRAMES);
    const main = ((await busy()) - start) / real.length;
    const hover = await page.evaluate((count) => bench.hover(count), 60);
    const select = which === 'ours' ? await page.evaluate((count) => bench.select(count), 20) : hover;
    const isSharp = which === 'ours' ? await page.evaluate(() => bench.sharp()) : true;
    return { standards, ...first, camera, real, main, hover, select, isSharp, heap: after - before };
  } finally {
    await page.close();
  }
}

const FIGURES = [
  ['first picture, ms', (r) => r.first],
  ['camera cost p50, ms', (r) => at(r.camera, 0.5)],
  ['camera cost p95, ms', (r) => at(r.camera, 0.95)],
  ['real frame p95, ms', (r) => at(r.real, 0.95)],
  ['main thread a frame, ms', (r) => r.main],
  ['hover p50, ms', (r) => at(r.hover, 0.5)],
  ['hover p95, ms', (r) => at(r.hover, 0.95)],
  ['select p50, ms', (r) => at(r.select, 0.5)],
  ['select p95, ms', (r) => at(r.select, 0.95)],
  ['heap and buffers, MB', (r) => r.heap],
];

const server = await createServer({ root, logLevel: 'error', server: { port: 0, hmr: false, watch: null } });
await server.listen();
const options = await chromiumOptions();
if (!options) throw new Error('npm run bench:render: found no Chromium. Set CHROME_PATH.');
const browser = await puppeteer.launch({
  ...options,
  args: [...options.args, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
  protocolTimeout: 590_000,
});
try {
  const address = server.resolvedUrls.local[0];
  for (const size of values.sizes.split(',')) {
    const source = sourceOf(size);
    const runs = { ours: [], peer: [], fewer: [] };
    // The first page of a server waits for its modules to be made
    await (await browser.newPage()).goto(`${address}test/bench/render.html`);
    for (let rep = 0; rep < Number(values.reps); rep++) {
      for (const which of ['peer', 'ours', 'fewer']) runs[which].push(await run(browser, address, source, which));
    }
    const [{ standards, marks, links, topics }] = runs.ours;
    console.log(
      `\n${size}: ${standards} standards, ${marks} marks, ${links} links, ${topics} of them of topics; medians of ${values.reps}`,
    );
    const head = ['', 'standards-map', 'd3 + canvas', 'ratio', 'without topics', 'ratio'];
    console.log(head.map((text, i) => (i === 0 ? text.padEnd(26) : text.padStart(16))).join(''));
    for (const [name, of] of FIGURES) {
      const [one, other, fewer] = ['ours', 'peer', 'fewer'].map((which) => median(runs[which].map(of)));
      const cells = [one.toFixed(2), other.toFixed(2), `${(other / one).toFixed(2)}×`, fewer.toFixed(2), `${(fewer / one).toFixed(2)}×`];
      console.log(name.padEnd(26) + cells.map((text) => text.padStart(16)).join(''));
    }
    console.log(`picture at rest = last frame while moving: ${runs.ours.every(({ isSharp }) => isSharp) ? 'yes, always sharp' : 'NO'}`);
  }
} finally {
  await browser.close();
  await server.close();
}
