// From a keystroke in the search box, and from a step of the slider of days, to the painted result, in every view: npm run bench:views [-- --runs 3] [--tables ../shared/catalogue]
/* global document, requestAnimationFrame, MessageChannel, InputEvent, customElements */
// The shipped dataset, then the current standards of whole catalogues, if demo/.catalogue or the tables to build it are there.
// Real key presses in Chromium. The clock runs from the key event to the end of the frame that paints what it changed; the bound
// holds for the keys that changed the result. Ends with 1 when a median is over its bound, or when a text changed nothing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { chromiumOptions } from '../../tools/browsers.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, tables: { type: 'string', default: '../shared/catalogue' } },
});
const RUNS = Number(values.runs);
const VIEWS = ['graph', 'matrix', 'timeline', 'table'];
/** What an analyst types: words, a field with values, a negation, a range, a wildcard. */
const TYPED = ['digital twin', 'sdo:iso,itu-t energy', 'topic:mobility -role:security', 'year:2019..2022 smart', 'secur*'];
const CURRENT = resolve(ROOT, 'demo/.catalogue/current.smc.gz');

/** Address, bound of the median in ms, name. */
const sets = [{ name: 'shipped dataset', address: '/data/smart-cities.json', bound: 50 }];

function findCatalogue() {
  const tables = resolve(ROOT, values.tables);
  if (!existsSync(CURRENT) && existsSync(tables))
    spawnSync(process.execPath, ['tools/run.mjs', 'src/pipeline/catalogue/main.ts', tables, '--current'], { cwd: ROOT, stdio: 'inherit' });
  if (existsSync(CURRENT))
    sets.push({ name: 'current standards of ISO, IEC, ITU and ETSI', address: '/demo/.catalogue/current.smc.gz', bound: 300 });
  else
    console.log(
      `Not measured: whole catalogues. ${values.tables} is not there, of whose tables demo/.catalogue is built (npm run catalogue).`,
    );
}

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const quantile = (numbers, share) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))];

/** In the page: from now on every key pressed in the search box is timed, from its event to the end of the frame that follows the update. */
function watch() {
  const map = document.querySelector('standards-map');
  const box = map.shadowRoot.querySelector('.search input');
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    });
  globalThis.timed = { times: [], changing: [], changed: 0 };
  map.addEventListener('standards-filter', () => timed.changed++);
  const { timed } = globalThis;
  box.addEventListener(
    'input',
    ({ timeStamp }) => {
      globalThis.pending = (async () => {
        const before = timed.changed;
        await map.updateComplete;
        const ms = (await painted()) - timeStamp;
        timed.times.push(ms);
        if (timed.changed > before) timed.changing.push(ms);
      })();
    },
    { capture: true },
  );
  box.focus();
}

/** Types everything once in one view; the times of all keys. */
async function typed(page) {
  const all = [];
  for (const text of TYPED) {
    await page.evaluate(() => {
      const box = document.querySelector('standards-map').shadowRoot.querySelector('.search input');
      box.value = '';
      box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      return globalThis.pending.then(() => Object.assign(globalThis.timed, { times: [], changing: [], changed: 0 }));
    });
    for (const character of text) {
      await page.keyboard.type(character);
      await page.evaluate(() => globalThis.pending);
    }
    all.push({ text, ...(await page.evaluate(() => ({ times: globalThis.timed.times, changing: globalThis.timed.changing }))) });
  }
  return all;
}

/** Steps of one drag along the slider of days. */
const STEPS = 24;

/** In the page: opens the slider; from now on every step of it is timed, from its event to the end of the frame that paints its day. */
async function watchDays() {
  const map = document.querySelector('standards-map');
  if (!map.shadowRoot.querySelector('.day-track input')) map.shadowRoot.querySelector('.show-day').click();
  await map.updateComplete;
  const input = map.shadowRoot.querySelector('.day-track input');
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    });
  globalThis.days = [];
  globalThis.pendingDay = Promise.resolve();
  input.addEventListener('input', ({ timeStamp }) => {
    const before = map.at;
    globalThis.pendingDay = (async () => {
      let end = await painted();
      while (map.at === before) end = await painted();
      globalThis.days.push(end - timeStamp);
    })();
  });
  const { left, top, width, height } = input.getBoundingClientRect();
  return { left, top, width, height };
}

/** Drags the slider through its years by the mouse; ms of every step. */
async function dragged(page) {
  const { left, top, width, height } = await page.evaluate(watchDays);
  const y = top + height / 2;
  await page.mouse.move(left + width - 8, y);
  await page.mouse.down();
  for (let step = 1; step <= STEPS; step++) {
    await page.mouse.move(left + width - 8 - (step * width * 0.6) / STEPS, y);
    await page.evaluate(() => globalThis.pendingDay);
  }
  await page.mouse.up();
  return page.evaluate(() => globalThis.days);
}

async function open(browser, base, { address }) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(new URL('test/bench/catalogue.html', base).href);
  await page.evaluate(async (src) => {
    await customElements.whenDefined('standards-map');
    const map = document.querySelector('standards-map');
    map.filter = '';
    map.src = src;
    const failed = new Promise((_, reject) =>
      map.addEventListener('standards-error', ({ issues }) => reject(new Error(issues[0].message))),
    );
    await Promise.race([map.ready, failed]);
  }, address);
  await page.evaluate(watch);
  return page;
}

async function measure(browser, base, set) {
  let isWithin = true;
  for (const view of VIEWS) {
    const [times, changing, still, days] = [[], [], [], []];
    let standards = 0;
    for (let run = 0; run < RUNS; run++) {
      const page = await open(browser, base, set);
      standards = await page.evaluate(async (wanted) => {
        const map = document.querySelector('standards-map');
        map.view = wanted;
        await map.updateComplete;
        // What is made while the page is idle is there for a reader who has looked at it for a moment: the index of words
        const box = map.shadowRoot.querySelector('.search input');
        box.value = 'smart';
        do {
          box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
          await new Promise((done) => setTimeout(done, 1000));
        } while (map.shadowRoot.querySelector('.suggestions .indexing'));
        await new Promise((done) => setTimeout(done, 3000));
        return map.catalogue.standards.length;
      }, view);
      for (const one of await typed(page)) {
        times.push(...one.times);
        changing.push(...one.changing);
        if (one.changing.length === 0) still.push(one.text);
      }
      // The first step of all reads every date
      days.push(...(await dragged(page)).slice(1));
      await page.close();
    }
    const p50 = quantile(changing, 0.5);
    isWithin &&= p50 <= set.bound && still.length === 0;
    const ms = (value) => value.toFixed(0).padStart(4);
    console.log(
      `  ${view.padEnd(9)} p50${ms(p50)}  p95${ms(quantile(changing, 0.95))}  slowest${ms(Math.max(...changing))}  of ${String(changing.length)} keys that changed the result;` +
        `  all ${String(times.length)} keys p50${ms(quantile(times, 0.5))};  ${String(standards)} standards` +
        (still.length > 0 ? `;  CHANGED NOTHING: ${still.join(' | ')}` : '') +
        (p50 > set.bound ? `  OVER ${String(set.bound)}` : ''),
    );
    console.log(
      `  ${''.padEnd(9)} day of the slider → painted: p50${ms(quantile(days, 0.5))}  p95${ms(quantile(days, 0.95))}  slowest${ms(Math.max(...days))}  of ${String(days.length)} steps`,
    );
  }
  return isWithin;
}

findCatalogue();
const options = await chromiumOptions();
if (!options) {
  console.error('No Chromium was found: set CHROME_PATH.');
  process.exit(2);
}
const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0, hmr: false } });
await server.listen();
const browser = await puppeteer.launch({ ...options, protocolTimeout: 600_000 });
let isWithin = true;
try {
  for (const set of sets) {
    console.log(`${set.name}: keystroke → painted result, ms, ${String(RUNS)} runs; bound of the median ${String(set.bound)}`);
    isWithin = (await measure(browser, server.resolvedUrls.local[0], set)) && isWithin;
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = isWithin ? 0 : 1;
