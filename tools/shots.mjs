/* global document, customElements -- what page.evaluate runs in the page */
// Takes the pictures of the README, and more of them to look at, from the demo with the built dataset.
// Usage: npm run shots [-- --all | --only NAME]; writes docs/*.png, with --all also .cache/shots/*.png.
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { createServer } from 'vite';
import { chromiumOptions } from './browsers.mjs';

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({ options: { all: { type: 'boolean', default: false }, only: { type: 'string' } } });

/** Selects a standard as a reader does, through the element. */
const select = (id) => async (page) => {
  await page.evaluate((standard) => {
    const map = document.querySelector('standards-map');
    map.selected = standard;
    map.fit([standard, ...map.catalogue.neighbours(standard).flatMap((n) => (n.standard ? [n.standard.id] : []))]);
  }, id);
};
const filter = (text) => async (page) => {
  await page.evaluate((expression) => {
    document.querySelector('standards-map').filter = expression;
    document.querySelector('standards-map').fit();
  }, text);
};
const press = (selector) => async (page) => {
  await page.evaluate((s) => document.querySelector('standards-map').shadowRoot.querySelector(s).click(), selector);
};
const rightToLeft = async (page) => {
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    document.documentElement.lang = 'ar';
  });
};

/** Turns on a lens; for overlaps waits until the candidates are drawn, and may select the strongest. */
const lens =
  (name, pair = false) =>
  async (page) => {
    await page.evaluate(
      async (token, isPair) => {
        const map = document.querySelector('standards-map');
        map.highlight = token;
        while (token === 'overlaps' && !map.toSVG().includes('class="candidates"')) await new Promise((done) => setTimeout(done, 500));
        const [first] = isPair ? map.overlaps : [];
        if (first) map.selected = [first.a, first.b];
        await map.updateComplete;
        map.fit(first && [first.a, first.b]);
      },
      name,
      pair,
    );
  };

const matrix = async (page) => {
  await page.evaluate(async () => {
    const map = document.querySelector('standards-map');
    Object.assign(map, { view: 'matrix', filter: '', highlight: 'gaps' });
    await map.updateComplete;
    // The list of gaps would lie beside the matrix
    map.shadowRoot.querySelector('.detail header button').click();
  });
};

/** Shows another presentation with what a reader would have chosen, once it stands. */
const view = (settings) => async (page) => {
  await page.evaluate(async (wanted) => {
    const map = document.querySelector('standards-map');
    map.restore(wanted);
    while (wanted.view !== 'graph' && !map.shadowRoot.querySelector(`[part~=${wanted.view}], .matrix`))
      await new Promise((done) => setTimeout(done, 50));
    await map.updateComplete;
  }, settings);
};
const TABLE = { view: 'table', sort: '-latest,id' };
const TIMELINE = { view: 'timeline', lanes: 'committee', filter: 'committee:"ISO/TC 268"' };
const COMPARED = { view: 'graph', selected: ['ISO 37120', 'ISO 37122', 'ITU-T Y.4903/L.1603'], panel: 'compare' };
const MATRIX = { view: 'matrix', rows: 'committee', columns: 'committee' };
const CHANGED = { view: 'graph', highlight: ['changes'], since: '2025-01' };
/** Presents a scene of the shipped story; the page itself fills the screen of the picture. */
const present = (scene) => async (page) => {
  await page.evaluate(async (title) => {
    const map = document.querySelector('standards-map');
    map.story = '#coordination';
    await map.present(title);
    // Its buttons go when the pointer rests
    while (map.shadowRoot.querySelector('.presenting[data-awake]')) await new Promise((done) => setTimeout(done, 100));
  }, scene);
};
const PAST = { view: 'graph', at: '2020-06-30' };
/** Every presentation as a reader meets it: in the dark, on a phone, on a wide screen, from right to left. */
const everywhere = Object.entries({
  table: TABLE,
  timeline: TIMELINE,
  compare: COMPARED,
  committees: MATRIX,
  changes: CHANGED,
  past: PAST,
}).flatMap(([name, settings]) => {
  const act = view(settings);
  return [
    { name: `${name}-dark-1440`, width: 1440, height: 900, dark: true, act },
    { name: `${name}-1920`, width: 1920, height: 1080, act },
    { name: `${name}-768`, width: 768, height: 1024, act },
    { name: `${name}-phone`, width: 390, height: 844, phone: true, act },
    { name: `${name}-phone-dark`, width: 390, height: 844, phone: true, dark: true, act },
    {
      name: `${name}-rtl`,
      width: 1440,
      height: 900,
      act: async (page) => {
        await rightToLeft(page);
        await act(page);
      },
    },
  ];
});

const PICTURES = [
  { name: 'map-light', keep: true, width: 1440, height: 900 },
  { name: 'map-dark', keep: true, width: 1440, height: 900, dark: true, act: select('ISO 37122') },
  { name: 'overlaps-light', keep: true, width: 1440, height: 900, act: lens('overlaps') },
  { name: 'matrix-light', keep: true, width: 1440, height: 900, act: matrix },
  { name: 'table-light', keep: true, width: 1440, height: 900, act: view(TABLE) },
  { name: 'timeline-light', keep: true, width: 1440, height: 900, act: view(TIMELINE) },
  { name: 'compare-light', keep: true, width: 1440, height: 900, act: view(COMPARED) },
  { name: 'changes-light', keep: true, width: 1440, height: 900, act: view(CHANGED) },
  { name: 'present-light', keep: true, width: 1920, height: 1080, act: present(1) },
  { name: 'past-light', width: 1440, height: 900, act: view(PAST) },
  { name: 'committees-1440', width: 1440, height: 900, act: view(MATRIX) },
  ...everywhere,
  { name: 'light-1920', width: 1920, height: 1080 },
  { name: 'dark-1440', width: 1440, height: 900, dark: true },
  { name: 'selected-light-1440', width: 1440, height: 900, act: select('ITU-T Y.4903/L.1603') },
  { name: 'whole-1440', width: 1440, height: 900, act: filter('') },
  { name: 'itu-1440', width: 1440, height: 900, act: filter('sdo:itu-t') },
  { name: 'committee-1440', width: 1440, height: 900, act: select('ITU-T SG20') },
  { name: 'tablet-768', width: 768, height: 1024 },
  { name: 'tablet-768-filters', width: 768, height: 1024, act: press('.show-filters') },
  { name: 'phone-390', width: 390, height: 844, phone: true },
  { name: 'phone-390-dark', width: 390, height: 844, phone: true, dark: true },
  { name: 'phone-390-selected', width: 390, height: 844, phone: true, act: select('ISO 37122') },
  { name: 'phone-390-filters', width: 390, height: 844, phone: true, act: press('.show-filters') },
  { name: 'overlaps-1920-dark', width: 1920, height: 1080, dark: true, act: lens('overlaps') },
  { name: 'overlaps-390', width: 390, height: 844, phone: true, act: lens('overlaps') },
  { name: 'pair-1440', width: 1440, height: 900, act: lens('overlaps', true) },
  { name: 'pair-390-dark', width: 390, height: 844, phone: true, dark: true, act: lens('overlaps', true) },
  { name: 'gaps-1440', width: 1440, height: 900, act: lens('gaps') },
  { name: 'gaps-390', width: 390, height: 844, phone: true, act: lens('gaps') },
  { name: 'matrix-390-dark', width: 390, height: 844, phone: true, dark: true, act: matrix },
  { name: 'rtl-1440', width: 1440, height: 900, act: rightToLeft },
];

async function take(browser, address, picture) {
  const page = await browser.newPage();
  await page.setViewport({
    width: picture.width,
    height: picture.height,
    deviceScaleFactor: picture.phone ? 2 : 1,
    hasTouch: Boolean(picture.phone),
    isMobile: Boolean(picture.phone),
  });
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: picture.dark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await page.goto(address);
  await page.evaluate(async () => {
    await customElements.whenDefined('standards-map');
    await document.querySelector('standards-map').ready;
  });
  await picture.act?.(page);
  // two frames for the scene and its picture, and a rest for fonts
  await page.evaluate(() => new Promise((done) => setTimeout(done, 300)));
  const path = resolve(root, picture.keep ? 'docs' : '.cache/shots', `${picture.name}.png`);
  await page.screenshot({ path });
  await page.close();
  console.log(path);
}

await mkdir(resolve(root, 'docs'), { recursive: true });
await mkdir(resolve(root, '.cache/shots'), { recursive: true });
const server = await createServer({ root, logLevel: 'warn', server: { port: 0, hmr: false } });
await server.listen();
const options = await chromiumOptions();
if (!options) throw new Error('npm run shots: found no Chromium. Set CHROME_PATH.');
const browser = await puppeteer.launch(options);
try {
  const address = new URL('demo/', server.resolvedUrls.local[0]).href;
  for (const picture of PICTURES.filter(({ name, keep }) => (values.only ? name === values.only : keep || values.all)))
    await take(browser, address, picture);
} finally {
  await browser.close();
  await server.close();
}
