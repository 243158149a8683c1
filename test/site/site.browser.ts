import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AxeResults, RunOptions } from 'axe-core';
import analyse from '../../docs/guides/analyse.md?raw';
import embed from '../../docs/guides/embed.md?raw';
import present from '../../docs/guides/present.md?raw';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { viewport } from '../browser.js';
import { samples, type Sample } from '../docs.js';
import { PACKED } from '../packed.js';

type Page = Window & typeof globalThis & { axe?: { run: (context: Document, options: RunOptions) => Promise<AxeResults> } };

const SITE = '/.cache/site/';
const CDN = `${PACKED}dist/cdn/`;
const WIDTHS = [320, 390, 1024, 1920];
const PARTS = [0, 1, 2];

/** A page in a frame of its own, loaded; `violations` fills with what its policy has refused. */
interface Opened {
  readonly window: Page;
  readonly document: Document;
  readonly frame: HTMLIFrameElement;
  readonly violations: string[];
}

/** In view wherever the page is scrolled: a map is loaded when it comes near. */
function frameOf(width: number, sandbox?: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.style.cssText = `inline-size: ${String(width)}px; block-size: 900px; border: 0; position: fixed; inset: 0 auto auto 0`;
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  return frame;
}

async function loaded(frame: HTMLIFrameElement): Promise<Opened> {
  await new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
    document.body.append(frame);
  });
  const window = frame.contentWindow as Page;
  const violations: string[] = [];
  window.document.addEventListener('securitypolicyviolation', (event) => {
    violations.push(`${event.violatedDirective} ${event.blockedURI}`);
  });
  return { window, document: window.document, frame, violations };
}

async function open(path: string, { width = 800, sandbox }: { readonly width?: number; readonly sandbox?: string } = {}): Promise<Opened> {
  const frame = frameOf(width, sandbox);
  frame.src = SITE + path;
  const opened = await loaded(frame);
  if (opened.document.querySelector('main') === null) throw new Error(`${path} is not there: run npm run site first`);
  return opened;
}

/** Waits until something is there; the runner ends a test that waits in vain. */
async function until<T>(what: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const found = what();
    if (found !== null && found !== undefined && found !== false) return found;
    await new Promise((done) => setTimeout(done, 30));
  }
}

/** What a selector finds. @throws Error when there is nothing */
function part(root: Document | Element, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the page`);
  return found;
}

const mapOf = (root: Document | Element): StandardsMap => {
  const map = root.querySelector<StandardsMap>('standards-map');
  if (!map) throw new Error('there is no map in the page');
  return map;
};

const text = (node: Element | null): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Every page, as the list of all headings names them. */
async function pagePaths(): Promise<readonly string[]> {
  const { document: page, frame } = await open('search.html');
  const paths = [...page.querySelectorAll('.index > li > a')].map((link) => link.getAttribute('href') ?? '');
  frame.remove();
  return [...paths, 'search.html', '404.html'];
}

async function axeFaults({ window, document: page }: Opened): Promise<readonly string[]> {
  const script = page.createElement('script');
  script.src = '/node_modules/axe-core/axe.min.js';
  const there = new Promise((done, fail) => {
    script.addEventListener('load', done);
    script.addEventListener('error', () => fail(new Error('axe does not load')));
  });
  page.head.append(script);
  await there;
  if (!window.axe) throw new Error('axe is not there');
  const { violations } = await window.axe.run(page, { resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

describe('the documentation in a browser', () => {
  let paths: readonly string[] = [];
  before(async () => {
    await viewport(1920, 1000);
    paths = await pagePaths();
  });
  after(() => viewport(800, 600));
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  // in parts: on a machine with much to do, WebKit takes longer over all pages than one test may
  for (const part of PARTS)
    it(`SITE10 has no fault that axe finds, on any page, in either theme: part ${String(part + 1)} of ${String(PARTS.length)}`, async () => {
      expect(paths.length).to.be.greaterThan(14);
      for (const [at, path] of paths.entries()) {
        if (at % PARTS.length !== part) continue;
        const opened = await open(path, { width: 1100 });
        opened.document.documentElement.style.colorScheme = at % 2 === 0 ? 'light' : 'dark';
        // the map has tests of its own, and a page of types is the same row hundreds of times
        opened.document.querySelectorAll('standards-map').forEach((map) => map.remove());
        [...opened.document.querySelectorAll('main .content > *')].slice(120).forEach((one) => one.remove());
        expect([path, ...(await axeFaults(opened))]).to.deep.equal([path]);
        opened.frame.remove();
      }
    });

  it('SITE10 the search for faults finds one that was put there', async () => {
    const wrong = await open('404.html');
    wrong.document.body.append(wrong.document.createElement('img'));
    expect(await axeFaults(wrong)).not.to.deep.equal([]);
  });

  it('SITE11 fits 320 px and more: nothing but code and tables scrolls sideways', async () => {
    for (const path of paths) {
      const { document: page, frame } = await open(path);
      for (const width of WIDTHS) {
        frame.style.inlineSize = `${String(width)}px`;
        const { scrollWidth, clientWidth } = page.documentElement;
        expect(`${path} at ${String(width)}: ${String(scrollWidth - clientWidth)}`).to.equal(`${path} at ${String(width)}: 0`);
        page.documentElement.dir = 'rtl';
        expect(`${path} rtl: ${String(page.documentElement.scrollWidth - clientWidth)}`).to.equal(`${path} rtl: 0`);
        page.documentElement.dir = 'ltr';
      }
      frame.remove();
    }
  });

  it('SITE12 is searched by keys under the policy of the page: open, type, walk, go', async () => {
    const { window, document: page, violations } = await open('embed.html');
    window.focus();
    page.body.focus();
    page.body.dispatchEvent(new window.KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));
    const input = await until(() => page.querySelector<HTMLInputElement>('dialog[open] input'));
    await until(() => page.activeElement === input);
    await sendKeys({ type: 'evidnce score' });
    await until(() => page.querySelector('dialog li a'));
    expect(text(page.querySelector('dialog [role="status"]'))).to.match(/^\d+ places?$/);
    await sendKeys({ press: 'ArrowDown' });
    const first = page.activeElement;
    expect(first?.localName).to.equal('a');
    await sendKeys({ press: 'ArrowDown' });
    expect(page.activeElement).not.to.equal(first);
    await sendKeys({ press: 'ArrowUp' });
    await sendKeys({ press: 'ArrowUp' });
    expect(page.activeElement).to.equal(input);
    const goal = (first as HTMLAnchorElement).href;
    expect(new URL(goal).hash).not.to.equal('');
    await sendKeys({ press: 'Escape' });
    await until(() => page.querySelector('dialog[open]') === null);
    expect(violations).to.deep.equal([]);
  });

  it('SITE13 the snippet is what is shown: the preview has the elements of the HTML that is copied, whatever is chosen', async () => {
    const { window, document: page, violations } = await open('configurator.html?filter=sdo%3Aiso&view=table&height=500', { width: 1300 });
    const preview = part(page, '[data-preview]');
    const snippet = (): Document =>
      new window.DOMParser().parseFromString(text(page.querySelector('[data-snippet="html"] pre code')), 'text/html');
    const same = (): void => {
      const copied = snippet();
      const elements = [...copied.body.children].filter(({ localName }) => localName.startsWith('standards-'));
      expect(elements.length).to.equal(preview.children.length);
      elements.forEach((element, at) => {
        const shown = preview.children[at];
        for (const { name, value } of element.attributes) expect([name, shown?.getAttribute(name)]).to.deep.equal([name, value]);
      });
      expect(text(copied.querySelector('style'))).to.contain('#map');
    };
    const map = await until(() => preview.querySelector<StandardsMap>('standards-map'));
    await map.ready;
    same();
    expect([map.view, map.filter, map.getBoundingClientRect().height]).to.deep.equal(['table', 'sdo:iso', 500]);
    const form = part(page, '#choices') as HTMLFormElement;
    const box = (name: string, value: string): HTMLElement => part(form, `input[name="${name}"][value="${value}"]`);
    box('facet-topic', 'energy').click();
    box('without', 'toolbar').click();
    box('highlight', 'gaps').click();
    same();
    expect(map.filter).to.equal('sdo:iso topic:energy');
    expect(map.without).to.equal('toolbar');
    const query = new URL(window.location.href).searchParams;
    expect([query.get('filter'), query.get('without'), query.get('highlight')]).to.deep.equal(['sdo:iso topic:energy', 'toolbar', 'gaps']);
    // what is explored by hand is taken over on demand
    map.view = 'matrix';
    part(page, '[data-take]').click();
    same();
    expect(text(page.querySelector('[data-snippet="react"] pre code'))).to.contain('view="matrix"');
    expect(part(page, '[data-again]').getAttribute('href')).to.contain('view=matrix');
    expect(violations).to.deep.equal([]);
  });

  it('SITE14 is read without JavaScript: text, navigation and contents are there, nothing that cannot work is', async () => {
    for (const path of ['index.html', 'embed.html', 'configurator.html', 'search.html']) {
      const { document: page, frame } = await open(path, { sandbox: 'allow-same-origin' });
      expect(page.querySelectorAll('nav.pages a').length).to.be.greaterThan(10);
      expect(text(page.querySelector('main')).length).to.be.greaterThan(500);
      for (const control of page.querySelectorAll<HTMLElement>('button, select, input'))
        expect([path, control.localName, control.checkVisibility()]).to.deep.equal([path, control.localName, false]);
      frame.remove();
    }
    const { document: front } = await open('index.html', { sandbox: 'allow-same-origin' });
    const fallback = part(front, 'standards-map').firstElementChild;
    expect((fallback?.getBoundingClientRect().height ?? 0) > 100).to.equal(true);
    const { document: made } = await open('configurator.html', { sandbox: 'allow-same-origin' });
    expect(text(made.querySelector('[data-snippet="html"] pre code'))).to.contain('<standards-map id="map" src="smart-cities.json">');
  });

  it('SITE15 keeps the theme that was chosen, and shows the map under the policy of the page', async () => {
    const { window, document: page, frame, violations } = await open('index.html', { width: 1100 });
    const map = mapOf(page);
    await until(() => window.customElements.get('standards-map'));
    await map.ready;
    expect(map.visible.length).to.be.greaterThan(300);
    expect(violations).to.deep.equal([]);
    const theme = part(page, '.theme select') as HTMLSelectElement;
    theme.value = 'dark';
    theme.dispatchEvent(new window.Event('change'));
    frame.remove();
    const again = await open('embed.html');
    await until(() => again.document.documentElement.style.colorScheme === 'dark');
    again.window.localStorage.clear();
  });
});

describe('the code samples of the guides, in a browser', () => {
  const guides = { 'docs/guides/embed.md': embed, 'docs/guides/analyse.md': analyse, 'docs/guides/present.md': present };
  const all = Object.entries(guides).flatMap(([page, markdown]) => samples(page, markdown));
  const some = (language: string, word = ''): readonly Sample[] => all.filter((one) => one.language === language && one.word === word);
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  /** A page that has `data/smart-cities.json` beside it. */
  async function pageOf(html: string, head = ''): Promise<Opened> {
    const frame = frameOf(780);
    frame.srcdoc = `<!doctype html><html lang="en"><head><meta charset="utf-8" /><base href="/data/" />${head}</head><body>${html}</body></html>`;
    return loaded(frame);
  }
  const withPackage = (code: string): string => code.replaceAll(/(?<=")standards-map(?=(?:\.module)?\.min\.js")/g, `${CDN}standards-map`);

  /** The map of a page, ready. */
  async function readyMap({ window, document: page }: Opened): Promise<StandardsMap> {
    const map = mapOf(page);
    await until(() => window.customElements.get('standards-map'));
    await map.ready;
    return map;
  }

  async function hashOf(file: string): Promise<string> {
    const bytes = await (await fetch(CDN + file)).arrayBuffer();
    return btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-384', bytes))));
  }

  it('SAMPLE10 in HTML show a map with the packed files, those with a hash of the file too', async () => {
    expect(some('html').length).to.be.greaterThan(1);
    for (const { code } of some('html')) {
      const opened = await pageOf(withPackage(code));
      expect((await readyMap(opened)).visible.length).to.be.greaterThan(10);
      opened.frame.remove();
    }
    const hash = await hashOf('standards-map.min.js');
    expect(some('html', 'cdn').length).to.be.greaterThan(0);
    for (const { code } of some('html', 'cdn')) {
      const local = code.replace('https://cdn.example.org/standards-map/', CDN);
      expect(local).to.contain('sha384-HASH');
      const taken = await pageOf(local.replace('HASH', hash));
      await readyMap(taken);
      taken.frame.remove();
      // another hash, and the browser refuses the file
      const refused = await pageOf(local.replace('HASH', await hashOf('standards-map.module.min.js')));
      expect(refused.window.customElements.get('standards-map')).to.equal(undefined);
      refused.frame.remove();
    }
  });

  it('SAMPLE11 for the script of a page run beside a map that is ready', async () => {
    expect(some('js', 'page').length).to.be.greaterThan(1);
    for (const { place, code } of some('js', 'page')) {
      const opened = await pageOf(
        `<script src="${CDN}standards-map.min.js"></script><standards-map id="map" src="smart-cities.json"></standards-map>`,
      );
      await readyMap(opened);
      const said = await new Promise<string>((done) => {
        opened.window.addEventListener('error', ({ message }) => done(message));
        opened.window.addEventListener('unhandledrejection', ({ reason }) => done(String(reason)));
        opened.window.addEventListener('sample-end', () => done('end'));
        const script = opened.document.createElement('script');
        script.type = 'module';
        script.textContent = `${code}\ndispatchEvent(new Event('sample-end'));`;
        opened.document.body.append(script);
      });
      expect([place, said]).to.deep.equal([place, 'end']);
      opened.frame.remove();
    }
  });

  it('SAMPLE12 in CSS are taken by the browser, every rule and declaration', () => {
    expect(some('css').length).to.be.greaterThan(1);
    for (const { place, code } of some('css')) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(code);
      const rules = [...sheet.cssRules] as CSSStyleRule[];
      expect([place, rules.length]).to.deep.equal([place, code.match(/\{/g)?.length]);
      for (const { cssText } of rules) expect([place, /\{\s*\}/.test(cssText)]).to.deep.equal([place, false]);
    }
  });

  it('SAMPLE13 a policy of the guides lets a map be shown, and nothing of it is refused', async () => {
    expect(some('text', 'policy').length).to.be.greaterThan(0);
    for (const { code } of some('text', 'policy')) {
      // a page with an address of its own: to Firefox a document in `srcdoc` is not 'self'
      const frame = frameOf(780);
      frame.src = '/test/fixtures/package/any-worker.html';
      const opened = await loaded(frame);
      const meta = opened.document.createElement('meta');
      meta.httpEquiv = 'Content-Security-Policy';
      meta.content = code.trim();
      opened.document.head.append(meta);
      const script = opened.document.createElement('script');
      script.src = `${CDN}standards-map.min.js`;
      const map = opened.document.createElement('standards-map');
      map.setAttribute('src', '/data/smart-cities.json');
      opened.document.body.append(script, map);
      expect((await readyMap(opened)).visible.length).to.be.greaterThan(10);
      expect(opened.violations).to.deep.equal([]);
      const inline = opened.document.createElement('script');
      inline.textContent = 'globalThis.ran = true';
      opened.document.body.append(inline);
      // refused: the policy is in force
      expect('ran' in opened.window).to.equal(false);
    }
  });
});
