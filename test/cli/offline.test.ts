import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { visible } from '../../src/analysis/visible.js';
import { catalogue } from '../../src/model/catalogue.js';
import { storyText } from '../../src/model/parse-story.js';
import { parse } from '../../src/model/parse.js';
import { packed } from '../../tools/pack.mjs';
import { cutOffBrowsers, cutOffWebKit, refusingProxy } from '../../tools/web-pages.mjs';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset } from '../fixtures/small.js';
import { folder, run } from './io.js';

const here = folder();
const small = dataset();
const known = catalogue(small);
const first = small.standards[0]?.id ?? '';
writeFileSync(join(here, 'map.json'), JSON.stringify(small));
const story = { id: 'tour', title: 'A tour', scenes: [{ title: 'All' }, { title: 'Of ISO', filter: 'sdo:iso', selected: [first] }] };
writeFileSync(join(here, 'story.json'), storyText(story));
const offline = (...args: readonly string[]) => run(here, ['export', 'map.json', '--html', ...args]);

describe('export --html', () => {
  test('CL14 writes one file at once, tells its size, and the same bytes for the same input', async () => {
    const { code, out, said } = await offline('one.html', '--title', 'Our map');
    expect([code, out]).toEqual([0, '']);
    expect(said).toMatch(/^wrote one\.html\none\.html: \d\.\d MB, opens without a network$/);
    const html = readFileSync(join(here, 'one.html'), 'utf8');
    expect(html).toContain('<title>Our map</title>');
    await offline('two.html', '--title', 'Our map');
    expect(readFileSync(join(here, 'two.html'), 'utf8')).toBe(html);
    expect(readdirSync(here).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('CL14 the command of the tarball writes the same bytes', async () => {
    const command = join(packed().folder, 'dist/node/bin.js');
    // Of one day: that of the machine is another tomorrow
    const asked = ['--title', 'Our map', '--date', '2026-11-20'];
    execFileSync(process.execPath, [command, 'export', 'map.json', '--html', 'packed.html', ...asked], { cwd: here, stdio: 'pipe' });
    await offline('ours.html', ...asked);
    expect(readFileSync(join(here, 'packed.html'), 'utf8') === readFileSync(join(here, 'ours.html'), 'utf8')).toBe(true);
  });

  test('CL14 a filter leaves out what does not pass; with --whole all is in it and the map opens with the filter', async () => {
    const data = (name: string): readonly string[] => {
      const json = /<script type="application\/json"[^>]*>([^<]*)</.exec(readFileSync(join(here, name), 'utf8'))?.[1] ?? '';
      const parsed = parse(json);
      return parsed.ok ? parsed.dataset.standards.map(({ id }) => id) : [];
    };
    await offline('part.html', '--filter', 'sdo:iso');
    expect(data('part.html')).toEqual(visible(known, 'sdo:iso'));
    expect(readFileSync(join(here, 'part.html'), 'utf8')).toContain(' filter=""');
    await offline('whole.html', '--filter', 'sdo:iso', '--whole', '--view', 'table', '--select', first);
    expect(data('whole.html')).toEqual(known.standards.map(({ id }) => id));
    expect(readFileSync(join(here, 'whole.html'), 'utf8')).toMatch(/<standards-map [^>]* view="table" filter="sdo:iso" selected="[^"]+"/);
  });

  test('CL14 a story comes along; of records that are not in the file it says so, and what is no story is refused', async () => {
    expect((await offline('story.html', '--story', 'story.json')).code).toBe(0);
    expect(readFileSync(join(here, 'story.html'), 'utf8')).toContain(' story="#tour"');
    const left = await offline('story.html', '--story', 'story.json', '--filter', 'sdo:itu-t');
    expect(left.said).toContain(`story.json scenes[1] "Of ISO": ${first} is not in the file.`);
    expect(await offline('none.html', '--story', 'map.json')).toMatchObject({ code: 2 });
    writeFileSync(join(here, 'told.json'), JSON.stringify({ ...small, stories: [story] }));
    const told = (id: string) => run(here, ['export', 'told.json', '--html', 'own.html', '--story', id]);
    expect(await told('#trip')).toMatchObject({ code: 2, said: expect.stringContaining('the dataset has no story #trip. It has #tour.') });
    expect((await told('#tour')).code).toBe(0);
    expect(readFileSync(join(here, 'own.html'), 'utf8')).toContain(' story="#tour"');
    expect(existsSync(join(here, 'none.html'))).toBe(false);
  });
});

/** Writes a dataset with a payload in all its texts as one file, for the first browser that opens it. @returns its name */
async function poisonedFile(index: number, payload: string): Promise<string> {
  const name = `poisoned-${String(index)}.html`;
  if (existsSync(join(here, name))) return name;
  writeFileSync(join(here, 'map-poisoned.json'), JSON.stringify(poisoned(payload)));
  const { code, said } = await run(here, ['export', 'map-poisoned.json', '--html', name, `--title=${payload.slice(0, 200)}`]);
  expect(code, said).toBe(0);
  return name;
}

/** What a page has done by itself, noted from its first moment on. */
interface Watched {
  readonly page: Page;
  /** Addresses asked for, but that of the file itself and those of the page's own memory. */
  readonly requests: string[];
  readonly errors: string[];
}

async function watched(browser: Browser, own: string): Promise<Watched> {
  const page = await browser.newPage();
  const [requests, errors]: [string[], string[]] = [[], []];
  page.on('request', (request) => {
    if (!/^(data|blob|about):/.test(request.url()) && request.url() !== own) requests.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warn') errors.push(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    const noted: { violations: string[]; workers: string[] } = { violations: [], workers: [] };
    Object.assign(window, { noted });
    document.addEventListener('securitypolicyviolation', (event) =>
      noted.violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
    window.Worker = class extends window.Worker {
      constructor(address: string | URL, options?: WorkerOptions) {
        super(address, options);
        this.addEventListener('message', ({ data }: MessageEvent<{ readonly kind: string }>) => {
          if (data.kind === 'done') noted.workers.push(String(address).slice(0, 5));
        });
      }
    };
  });
  return { page, requests, errors };
}

/** What the page was kept from, and the layouts that came from a worker. */
const notedIn = (page: Page) =>
  page.evaluate(() => (window as unknown as { noted: { violations: readonly string[]; workers: readonly string[] } }).noted);

/** Exports a form with the panel of the map, as a reader does; what the panel then says. */
const exported = (page: Page, form: string): Promise<string> =>
  page.evaluate(async (asked) => {
    const map = document.querySelector('standards-map');
    const root = map?.shadowRoot;
    if (!map || !root) return 'no map';
    await map.ready;
    const one = async (selector: string): Promise<HTMLElement> => {
      for (;;) {
        const found = root.querySelector<HTMLElement>(selector);
        if (found) return found;
        await new Promise((done) => requestAnimationFrame(done));
      }
    };
    // A picture is one of what draws
    if (asked === 'png') map.view = 'graph';
    if (!root.querySelector('form.export')) (await one('[data-tool=export]')).click();
    (await one(`form.export [value=${asked}]`)).click();
    await map.updateComplete;
    ((await one('form.export')) as HTMLFormElement).requestSubmit();
    await map.updateComplete;
    for (;;) {
      const said = (await one('form.export [role=status]')).textContent;
      if (said !== '') return said;
      await new Promise((done) => requestAnimationFrame(done));
    }
  }, form);

const address = (name: string): string => pathToFileURL(join(here, name)).href;

describe.each(await cutOffBrowsers())('without a network, from a disk, in $name', ({ name, open }) => {
  const downloads = join(here, name);
  let [proxy, browser]: [Awaited<ReturnType<typeof refusingProxy>> | undefined, Browser | undefined] = [undefined, undefined];
  const fresh = async (file: string): Promise<Watched> => {
    if (!browser) throw new Error(`${name} did not start`);
    const one = await watched(browser, address(file));
    await one.page.goto(address(file));
    return one;
  };

  beforeAll(async () => {
    mkdirSync(downloads);
    proxy = await refusingProxy();
    browser = await open(proxy.port, downloads);
    await offline('tour.html', '--story', 'story.json');
    await offline('filtered.html', '--filter', 'sdo:iso', '--whole', '--view', 'table');
  }, 90_000);
  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
  });

  test('CL15 the counter is trusted: a page with an outside picture trips it, and the network is really cut', async () => {
    writeFileSync(
      join(here, 'outside.html'),
      '<!doctype html><img src="https://outside.example/picture.png" onerror="document.title = \'refused\'">',
    );
    const { page, requests } = await fresh('outside.html');
    await page.waitForFunction(() => document.title === 'refused');
    expect(requests).toEqual(['https://outside.example/picture.png']);
    expect(proxy?.asked).toContain('CONNECT outside.example:443 HTTP/1.1');
    await page.close();
  });

  test('CL15 the map is ready, laid out by a worker, counts what the dataset has, and asks for nothing but itself', async () => {
    const { page, requests, errors } = await fresh('tour.html');
    const shown = await page.evaluate(async () => {
      const map = document.querySelector('standards-map');
      await map?.ready;
      return {
        all: map?.catalogue?.standards.length,
        visible: map?.visible,
        csv: map?.toCSV().split('\r\n').length,
        svg: map?.toSVG().length,
      };
    });
    expect(shown.all).toBe(small.standards.length);
    expect(shown.visible).toEqual(visible(known, small.opening?.filter ?? ''));
    expect(shown.csv).toBe((shown.visible?.length ?? 0) + 2);
    expect(shown.svg).toBeGreaterThan(1000);
    expect(await notedIn(page)).toEqual({ violations: [], workers: ['blob:'] });
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('CL15 PR1 its story is presented, stepped through by keys and left, without asking for anything', async () => {
    const { page, requests, errors } = await fresh('tour.html');
    const told = await page.evaluate(async () => {
      const map = document.querySelector('standards-map');
      if (!map) return 'no map';
      await map.ready;
      const before = JSON.stringify(map.state);
      const scenes: string[] = [];
      const look = (): void => {
        const title = map.shadowRoot?.querySelector('.show-title')?.textContent ?? 'nothing is presented';
        scenes.push([title, map.filter, map.visible.length, map.selected].join(' | '));
      };
      const press = async (key: string): Promise<void> => {
        window.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
        await map.updateComplete;
        look();
      };
      await map.present();
      look();
      await press('PageDown');
      await press('PageUp');
      await press('End');
      const left = new Promise((done) => map.addEventListener('standards-present', done, { once: true }));
      await press('Escape');
      await left;
      await map.updateComplete;
      return { scenes: scenes.slice(0, 4), isAsBefore: JSON.stringify(map.state) === before };
    });
    const all = `All |  | ${String(visible(known, '').length)} | `;
    const iso = `Of ISO | sdo:iso | ${String(visible(known, 'sdo:iso').length)} | ${first}`;
    expect(told).toEqual({ scenes: [all, iso, all, iso], isAsBefore: true });
    expect((await notedIn(page)).violations).toEqual([]);
    expect([requests, errors]).toEqual([[], []]);
    await page.close();
  });

  test('CL15 PR3 PR9 by keys of a person: full screen, a presenter window in step both ways, and back to the page', async () => {
    const { page, requests, errors } = await fresh('tour.html');
    await page.evaluate(async () => {
      const map = document.querySelector('standards-map');
      await map?.ready;
      addEventListener('keydown', ({ key }) => {
        if (key === 'x') void map?.present();
      });
    });
    const title = () => page.evaluate(() => document.querySelector('standards-map')?.shadowRoot?.querySelector('.show-title')?.textContent);
    await page.keyboard.press('x');
    await page.waitForFunction(() => document.fullscreenElement?.localName === 'standards-map');
    const opened = new Promise<Page | null>((done) => page.once('popup', done));
    await page.keyboard.press('n');
    const other = await opened;
    if (!other) throw new Error('no presenter window');
    await other.waitForSelector('h1');
    const said = () => other.evaluate(() => document.querySelector('h1')?.textContent);
    expect(await said()).toBe('All');
    await other.keyboard.press('PageDown');
    expect([await title(), await said()]).toEqual(['Of ISO', 'Of ISO']);
    await page.bringToFront();
    await page.keyboard.press('PageUp');
    expect([await title(), await said()]).toEqual(['All', 'All']);
    await other.close();
    await page.bringToFront();
    await page.keyboard.press('End');
    expect(await title()).toBe('Of ISO');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('standards-map:state(presenting)') === null);
    expect(await page.evaluate(() => document.fullscreenElement)).toBe(null);
    // Whoever leaves full screen leaves the presentation
    await page.keyboard.press('x');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.querySelector('standards-map:state(presenting)') === null);
    expect((await notedIn(page)).violations).toEqual([]);
    expect([requests, errors]).toEqual([[], []]);
    await page.close();
  });

  test('CL15 filter, views and the address work, and back takes the last step back', async () => {
    const { page, requests, errors } = await fresh('filtered.html');
    const counts = await page.evaluate(async () => {
      const map = document.querySelector('standards-map');
      if (!map) return [];
      await map.ready;
      const found: (string | number)[] = [map.view, map.visible.length];
      map.filter = '';
      await map.updateComplete;
      found.push(map.visible.length, location.hash);
      const walked = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
      history.back();
      await walked;
      await map.updateComplete;
      return [...found, map.visible.length];
    });
    const iso = visible(known, 'sdo:iso').length;
    expect(iso).toBeLessThan(small.standards.length);
    expect(counts).toEqual(['table', iso, small.standards.length, '#map.filter=', iso]);
    for (const view of ['matrix', 'timeline', 'graph'] as const)
      await page.evaluate(async (asked) => {
        const map = document.querySelector('standards-map');
        if (map) map.view = asked;
        await map?.updateComplete;
      }, view);
    expect((await notedIn(page)).violations).toEqual([]);
    expect(requests).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('CL15 tables, pictures and the page itself are exported from it, and that page works as well', async () => {
    const { page, requests, errors } = await fresh('filtered.html');
    for (const form of ['csv', 'xlsx', 'png', 'html']) expect(await exported(page, form), form).toMatch(/is ready/);
    expect((await notedIn(page)).violations).toEqual([]);
    expect([requests, errors]).toEqual([[], []]);
    await page.close();
    const files = await vi.waitFor(
      () => {
        const found = readdirSync(downloads).filter((file) => /\.(csv|xlsx|png|html)$/.test(file));
        if (found.length < 4) throw new Error(`${String(found.length)} of 4 files are here: ${found.join(', ')}`);
        return found;
      },
      { timeout: 20_000, interval: 200 },
    );
    const bytesOf = (ending: string): Buffer => readFileSync(join(downloads, files.find((file) => file.endsWith(ending)) ?? ''));
    expect(bytesOf('.csv').toString('utf8').split('\r\n')).toHaveLength(visible(known, 'sdo:iso').length + 2);
    expect(bytesOf('.xlsx').subarray(0, 2).toString()).toBe('PK');
    expect(bytesOf('.png').subarray(1, 4).toString()).toBe('PNG');
    writeFileSync(join(here, `copy-${name}.html`), bytesOf('.html'));
    const copy = await fresh(`copy-${name}.html`);
    const ids = await copy.page.evaluate(async () => {
      const map = document.querySelector('standards-map');
      await map?.ready;
      return map?.visible;
    });
    expect(ids).toEqual(visible(known, 'sdo:iso'));
    expect([copy.requests, copy.errors, (await notedIn(copy.page)).violations]).toEqual([[], [], []]);
    await copy.page.close();
  });

  test('CL15 nothing of a hostile dataset runs, loads or leaves its place', async () => {
    for (const [index, [title, payload]] of Object.entries(PAYLOADS).entries()) {
      const { page, requests, errors } = await fresh(await poisonedFile(index, payload));
      const found = await page.evaluate(async () => {
        const map = document.querySelector('standards-map');
        await map?.ready;
        const strangers = document.querySelectorAll(
          'img, svg, iframe, template, link, base, script:not([id], :last-child), [onload], [onerror], [onfocus]',
        );
        return {
          tripped: 'tripped' in window,
          strangers: strangers.length,
          scripts: document.scripts.length,
          all: map?.catalogue?.standards.length,
        };
      });
      expect([title, found]).toEqual([title, { tripped: false, strangers: 0, scripts: 2, all: poisoned(payload).standards.length }]);
      expect([title, (await notedIn(page)).violations, requests, errors]).toEqual([title, [], [], []]);
      await page.close();
    }
  });
});

// Its driver tells of no requests: what went out is what the proxy was asked for, and what the page itself has on record
describe.each(cutOffWebKit())('without a network, from a disk, in $name', ({ start }) => {
  test('CL15 the map is ready and counts what the dataset has, its story is presented and left by keys, and nothing is asked for', async () => {
    await offline('webkit.html', '--story', 'story.json');
    writeFileSync(
      join(here, 'webkit-outside.html'),
      '<!doctype html><img src="http://outside.example/picture.png" onerror="document.title = \'refused\'">',
    );
    const proxy = await refusingProxy();
    const visitor = start(proxy.port);
    try {
      await visitor.open(address('webkit.html'));
      expect(
        await visitor.ask(`
          const map = document.querySelector('standards-map');
          addEventListener('keydown', ({ key }) => key === 'x' && map.present());
          const asked = () => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => !/^(blob|data):/.test(name));
          map.ready.then(() => done([location.protocol, map.visible, map.issues.length, map.toCSV().split('\\r\\n').length, asked()]), (error) => done(String(error)));`),
      ).toEqual(['file:', visible(known, ''), 0, visible(known, '').length + 2, []]);
      const scene = `
        const map = document.querySelector('standards-map');
        const shown = () => map.shadowRoot.querySelector('.show-title')?.textContent ?? 'left';
        const look = () => (wanted.includes(shown()) ? done([shown(), map.filter, map.selected]) : requestAnimationFrame(look));
        look();`;
      await visitor.press('x');
      expect(await visitor.ask(`const wanted = ['All']; ${scene}`)).toEqual(['All', '', '']);
      await visitor.press('PageDown');
      expect(await visitor.ask(`const wanted = ['Of ISO']; ${scene}`)).toEqual(['Of ISO', 'sdo:iso', first]);
      await visitor.press('Escape');
      expect(await visitor.ask(`const wanted = ['left']; ${scene}`)).toEqual(['left', '', '']);
      expect(proxy.asked).toEqual([]);
      // The counter is trusted, and the network is really cut
      await visitor.open(address('webkit-outside.html'));
      await visitor.ask("const look = () => (document.title === 'refused' ? done(true) : setTimeout(look, 50)); look();");
      expect(proxy.asked.join(' ')).toMatch(/^GET http:\/\/outside\.example\/picture\.png /);
    } finally {
      await visitor.close();
      await proxy.close();
    }
  }, 120_000);
});
