// A whole catalogue as one offline page: npm run bench:offline [-- --dataset demo/.catalogue/current.smc]
// Prints how large it is and how long it takes to be made; in each browser that is driven here, over file:// with the network cut, how long until the picture
// stands, and what was asked for. Needs npm run build; ends with 2 where there is no dataset (npm run bench:catalogue builds it).
/* global document */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { cutOffBrowsers, refusingProxy } from '../../tools/web-pages.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const { values } = parseArgs({ options: { dataset: { type: 'string', default: 'demo/.catalogue/current.smc' } } });
const dataset = resolve(ROOT, values.dataset);
if (!existsSync(dataset)) {
  console.error(
    `${values.dataset}: not found. Expected a dataset; npm run bench:catalogue builds demo/.catalogue from the tables of the catalogues.`,
  );
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'offline-'));
const file = join(folder, 'whole.html');
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;
try {
  const start = performance.now();
  execFileSync(process.execPath, [resolve(ROOT, 'dist/node/bin.js'), 'export', dataset, '--html', file, '--whole'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log(`${(statSync(file).size / 1e6).toFixed(1)} MB, made in ${seconds(performance.now() - start)}`);
  const proxy = await refusingProxy();
  for (const { name, open } of await cutOffBrowsers()) {
    const browser = await open(proxy.port, folder);
    const page = await browser.newPage();
    const asked = [];
    const own = pathToFileURL(file).href;
    page.on('request', (request) => {
      if (!/^(data|blob|about):/.test(request.url()) && request.url() !== own) asked.push(request.url());
    });
    await page.goto(own);
    const found = await page.evaluate(async () => {
      const map = document.querySelector('standards-map');
      while (!map.matches(':state(ready)')) await new Promise((done) => setTimeout(done, 10));
      const picture = performance.now();
      await map.ready;
      return { picture, all: performance.now(), standards: map.catalogue.standards.length, visible: map.visible.length };
    });
    const { picture, all, standards, visible } = found;
    console.log(
      `${name}: ${String(standards)} standards, ${String(visible)} shown; picture after ${seconds(picture)}, everything after ${seconds(all)}; ${String(asked.length)} requests`,
    );
    await browser.close();
  }
  await proxy.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
