import { expect } from '@open-wc/testing';
import type { StandardsMap } from '../src/element/standards-map.js';
import { drawn } from './browser.js';
import { countPages } from './printed.js';

/** What a page notes of itself: test/fixtures/hosts/probe.js. */
interface Noted {
  readonly violations: string[];
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Addresses of workers that brought a layout to its end. */
  readonly workers: readonly string[];
}
type Page = Window & typeof globalThis & { readonly noted: Noted };

/** A page of its own in a frame; its headers are real. */
async function open(address: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '600';
  frame.src = `/hosts/${address}`;
  const loaded = new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
  });
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as unknown as Page;
  expect(page.customElements.get('standards-map'), 'the packed element; run npm run build and npm run pack first').not.to.equal(undefined);
  return page;
}

/** A map without shipped positions: a worker is asked for them, where there may be one. */
async function shown(page: Page, into: Node = page.document.body, given: object = {}): Promise<StandardsMap> {
  const map = page.document.createElement('standards-map');
  Object.assign(map, { loading: 'eager', motion: 'none', src: '/test/fixtures/small.json', ...given });
  into.appendChild(map);
  await map.ready;
  await drawn();
  return map;
}

const all = (map: StandardsMap, selector: string): HTMLElement[] => [...(map.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

/** What comes on demand stands once its module is there. */
async function one(map: StandardsMap, selector: string): Promise<HTMLElement> {
  for (;;) {
    const [found] = all(map, selector);
    if (found) return found;
    await drawn();
  }
}

/** Presentations, tools and exports, one after the other. */
async function useAll(map: StandardsMap): Promise<void> {
  // The file that is made is what counts here: WebKit under its driver stands still at the second one that is saved
  map.shadowRoot?.addEventListener('click', (event) => {
    if ((event.target as Element | null)?.closest('a[download]')) event.preventDefault();
  });
  for (const [view, selector] of [
    ['matrix', '.cell'],
    ['table', '[role=row] [role=gridcell]'],
    ['timeline', '.lane-head'],
    ['graph', '.surface'],
  ] as const) {
    map.view = view;
    await one(map, selector);
    await drawn();
  }
  map.selected = map.visible.slice(0, 2).join(', ');
  await one(map, '.detail');
  for (const form of ['xlsx', 'csv', 'html'] as const) {
    if (all(map, 'form.export').length === 0) (await one(map, '[data-tool=export]')).click();
    (await one(map, `form.export [value=${form}]`)).click();
    await map.updateComplete;
    ((await one(map, 'form.export')) as HTMLFormElement).requestSubmit();
    for (;;) {
      const said = (await one(map, 'form.export [role=status]')).textContent;
      if (said !== '') {
        expect(said, form).to.match(/is ready/);
        break;
      }
      await drawn();
    }
  }
  expect((await map.toPNG({ scale: 1 })).size).to.be.greaterThan(500);
  map.filter = 'sdo:iso';
  await map.updateComplete;
  await map.rearrange();
}

/** A story file presented with all aids, companions, and a story in the making: what comes on demand besides. */
async function presentAll(map: StandardsMap): Promise<void> {
  const page = map.ownerDocument.defaultView as unknown as Page;
  const { document: around } = page;
  // Another window has the policy of the page that opened it; this one stands in a frame, where no browser blocks it
  const frame = around.createElement('iframe');
  around.body.append(frame);
  const other = frame.contentWindow as unknown as Page;
  other.document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    page.noted.violations.push(`presenter window: ${effectiveDirective} ${blockedURI}`),
  );
  page.open = () => other;
  const printing = countPages(page);
  const press = async (key: string): Promise<void> => {
    page.dispatchEvent(new page.KeyboardEvent('keydown', { key, cancelable: true }));
    await map.updateComplete;
    await drawn();
  };
  Object.assign(map, { story: '/hosts/story.json', motion: 'auto', view: 'graph', filter: '', selected: '' });
  await map.present();
  expect([all(map, '.show-title')[0]?.textContent, map.matches(':state(presenting)')]).to.deep.equal(['All', true]);
  for (const key of ['n', 'l', 'PageDown', 'b', 'b', '?', '?', 'PageDown']) await press(key);
  expect([other.document.querySelector('h1')?.textContent, map.filter, map.selected]).to.deep.equal(['Of ISO', 'sdo:iso', 'ISO 37122']);
  expect(other.getComputedStyle(other.document.body).backgroundColor, 'the presenter window has its looks').not.to.equal(
    'rgba(0, 0, 0, 0)',
  );
  await press('p');
  expect(await printing.pages).to.equal(3);
  printing.end();
  await press('Escape');
  while (map.matches(':state(presenting)')) await drawn();
  expect([map.filter, map.selected, all(map, '.show-title').length]).to.deep.equal(['', '', 0]);
  map.id = 'city';
  for (const kind of ['table', 'matrix', 'timeline', 'detail'] as const) {
    const companion = around.createElement(`standards-${kind}`);
    companion.setAttribute('for', 'city');
    around.body.append(companion);
    while (!companion.matches(':state(ready)')) await drawn();
  }
  (await one(map, '[data-tool=keep]')).click();
  await one(map, '.story .scenes .open');
}

const isWorkerSink = (violation: string): boolean => violation.startsWith('require-trusted-types-for ') && violation.includes('Worker');

afterEach(() => {
  for (const extra of document.querySelectorAll('iframe, standards-map')) extra.remove();
  for (const key of Object.keys(localStorage)) if (key.startsWith('standards-map ')) localStorage.removeItem(key);
});

describe('pages with a policy in their headers', () => {
  it('SH2 the counter is trusted: what a policy forbids trips it', async () => {
    const page = await open('page.html?policy=strict');
    page.document.body.setAttribute('style', 'color: red');
    const image = page.document.createElement('img');
    image.src = 'https://outside.example/picture.png';
    while (page.noted.violations.length < 2) await drawn();
    expect(page.noted.violations.map((violation) => violation.split(' ', 1)[0]).sort()).to.deep.equal(['img-src', 'style-src-attr']);
  });

  for (const file of ['page.html', 'module.html'])
    it(`SH2 none is violated where nothing inline, no eval and no blob: is allowed, whatever the reader does; the layout comes from a worker: ${file}`, async () => {
      const page = await open(`${file}?policy=strict`);
      const map = await shown(page);
      await useAll(map);
      await presentAll(map);
      expect(page.noted.violations).to.deep.equal([]);
      expect(page.noted.errors).to.deep.equal([]);
      expect(page.noted.workers.length).to.be.greaterThan(0);
      for (const worker of page.noted.workers) expect(worker).to.match(/\/packed\/dist\/cdn\/assets\/layout\.worker-[\w-]+\.js$/);
    });

  it('SH2 where no worker is allowed the page lays out by itself, and gives the same picture', async () => {
    const pictures: string[] = [];
    for (const address of ['page.html', 'page.html?policy=no-workers']) {
      const page = await open(address);
      const map = await shown(page);
      pictures.push(map.toSVG());
      expect(page.noted.workers).to.have.length(address === 'page.html' ? 1 : 0);
      expect(page.noted.violations.filter((violation) => !violation.startsWith('worker-src '))).to.deep.equal([]);
      expect(page.noted.errors).to.deep.equal([]);
    }
    expect(pictures[0]?.length).to.be.greaterThan(1000);
    expect(pictures[1] === pictures[0]).to.equal(true);
  });

  it('SH3 with Trusted Types enforced and no policy but that of Lit nothing is refused but the worker, which is an address as text', async () => {
    const page = await open('page.html?policy=trusted-types');
    const map = await shown(page);
    await useAll(map);
    await presentAll(map);
    expect(page.noted.violations.filter((violation) => !isWorkerSink(violation))).to.deep.equal([]);
    expect(page.noted.errors).to.deep.equal([]);
    const isEnforced = 'trustedTypes' in page;
    expect(page.noted.workers.length > 0).to.equal(!isEnforced);
    if (isEnforced) expect(() => Reflect.set(page.document.body, 'innerHTML', '<b>1</b>')).to.throw();
  });
});

/** What a frame that nobody can look into tells of itself: test/fixtures/hosts/frame.js. */
async function told(address: string, sandbox: string | undefined): Promise<Readonly<Record<string, unknown>>> {
  const frame = document.createElement('iframe');
  frame.width = '900';
  frame.height = '600';
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  const answer = new Promise<Readonly<Record<string, unknown>>>((done) => {
    window.addEventListener('message', ({ source, data }: MessageEvent<Readonly<Record<string, unknown>>>) => {
      if (source === frame.contentWindow) done(data);
    });
  });
  frame.src = address;
  document.body.append(frame);
  return answer;
}

describe('frames', () => {
  const elsewhere = (): string => `${location.protocol}//127.0.0.1:${location.port}/hosts/frame.html`;

  for (const [title, address, sandbox] of [
    ['of another origin', elsewhere, undefined],
    ['of another origin with nothing allowed but scripts', elsewhere, 'allow-scripts'],
  ] as const)
    it(`SH4 the map works in a frame ${title}; what the frame forbids is a sentence`, async () => {
      const found = await told(address(), sandbox);
      expect(found['failed']).to.equal(undefined);
      expect(found['errors']).to.deep.equal([]);
      expect(found['violations']).to.deep.equal([]);
      expect(found['all']).to.be.greaterThan(found['filtered'] as number);
      expect(found['filtered']).to.be.greaterThan(0);
      expect(found['kept']).to.equal(true);
      expect(found['exported']).to.match(/is ready/);
      expect(found['image']).to.be.greaterThan(500);
      expect(found['presented']).to.deep.equal(['All 900 × 600', 'Counted 900 × 600', 'left']);
      if (sandbox === undefined) return;
      expect(found['views']).to.match(/not kept in this browser/);
      expect(
        (found['warnings'] as readonly string[]).filter((warning) => !/address of this page|Lit is in dev/.test(warning)),
      ).to.deep.equal([]);
    });
});

describe('pages that are built in other ways', () => {
  it('SH5 a map in the shadow root of another element works, and its dataset may stand beside it there', async () => {
    const page = await open('page.html?policy=strict');
    const outer = page.document.createElement('div');
    const root = outer.attachShadow({ mode: 'open' });
    const data = page.document.createElement('script');
    data.type = 'application/json';
    data.id = 'here';
    data.textContent = await (await fetch('/test/fixtures/small.json')).text();
    root.append(data);
    page.document.body.append(outer);
    const map = await shown(page, root, { src: '#here' });
    expect(map.visible.length).to.be.greaterThan(0);
    await useAll(map);
    expect([page.noted.violations, page.noted.errors]).to.deep.equal([[], []]);
  });

  it('SH5 a dataset that is not on the page, and one that is none, are each a sentence', async () => {
    const page = await open('page.html');
    for (const [src, says] of [
      ['#nowhere', /#nowhere: there is no such element on this page/],
      ['#broken', /#broken/],
      ['#base64', /#base64: is not base64/],
    ] as const) {
      if (src !== '#nowhere') {
        const data = page.document.createElement('script');
        data.id = src.slice(1);
        data.type = src === '#broken' ? 'application/json' : 'application/octet-stream;base64';
        data.textContent = '{"x":';
        page.document.body.append(data);
      }
      const map = page.document.createElement('standards-map');
      Object.assign(map, { loading: 'eager', src });
      const failed = new Promise((done) => map.addEventListener('standards-error', done, { once: true }));
      page.document.body.append(map);
      await failed;
      await map.updateComplete;
      expect(map.issues[0]?.message).to.match(says);
      expect(all(map, '[role=alert]')).to.have.length(1);
    }
  });

  for (const address of ['resets.html', 'quirks.html'])
    it(`SH6 resets and a root font of 62.5 % leave the map readable and usable: ${address}`, async () => {
      const plain = await shown(await open('page.html'), undefined, {});
      const page = await open(address);
      expect(page.document.compatMode).to.equal(address === 'quirks.html' ? 'BackCompat' : 'CSS1Compat');
      const map = await shown(page);
      expect(page.getComputedStyle(map).display).to.equal('block');
      const look = (one: StandardsMap, selector: string): Readonly<Record<string, string>> => {
        const [found] = all(one, selector);
        if (!found) throw new Error(`${selector} is not there`);
        const style = found.ownerDocument.defaultView?.getComputedStyle(found);
        const names = [
          ...['display', 'font-size', 'line-height', 'letter-spacing', 'word-spacing', 'text-transform', 'text-indent', 'text-align'],
          ...['white-space', 'visibility'],
        ];
        return Object.fromEntries(names.map((name) => [name, style?.getPropertyValue(name) ?? '']));
      };
      for (const selector of ['.toolbar', '.toolbar button', '.search input', '.status', '.legend', '.surface'])
        expect(look(map, selector), selector).to.deep.equal(look(plain, selector));
      const heights = (one: StandardsMap): readonly number[] =>
        all(one, '.toolbar button').map((button) => Math.round(button.getBoundingClientRect().height));
      expect(heights(map)).to.deep.equal(heights(plain));
      expect(Math.max(...heights(map))).to.be.at.least(24);
      await useAll(map);
      expect(page.noted.errors).to.deep.equal([]);
    });

  it('SH8 a map in a template waits; taken out of it, and into another document, it goes on', async () => {
    const page = await open('page.html');
    const template = page.document.createElement('template');
    const inside = template.content.ownerDocument.createElement('standards-map');
    for (const [name, value] of Object.entries({ src: '/test/fixtures/small.json', loading: 'eager', motion: 'none' }))
      inside.setAttribute(name, value);
    template.content.append(inside);
    page.document.body.append(template);
    expect(template.content.firstElementChild?.shadowRoot).to.equal(null);
    page.document.body.append(page.document.importNode(template.content, true));
    const map = page.document.body.querySelector('standards-map');
    if (!map) throw new Error('there is no map');
    await map.ready;
    const count = map.visible.length;
    const other = await open('page.html');
    other.document.body.append(map);
    await drawn();
    map.view = 'table';
    await one(map, '[role=row] [role=gridcell]');
    map.view = 'graph';
    map.filter = 'sdo:iso';
    await map.updateComplete;
    expect(map.visible.length).to.be.lessThan(count);
    map.filter = '';
    await map.updateComplete;
    expect(map.visible.length).to.equal(count);
    expect(other.getComputedStyle(all(map, '.frame')[0] as Element).position).to.equal('absolute');
    expect([...page.noted.errors, ...other.noted.errors]).to.deep.equal([]);
  });

  it('SH1 the file twice is silent; another version that was there first goes on, and the page is told of both', async () => {
    const load = async (page: Page): Promise<void> => {
      const script = page.document.createElement('script');
      script.src = '/packed/dist/cdn/standards-map.min.js';
      await new Promise((done) => {
        script.addEventListener('load', done);
        page.document.head.append(script);
      });
    };
    const page = await open('page.html');
    const first = page.customElements.get('standards-map');
    await load(page);
    expect(page.customElements.get('standards-map') === first).to.equal(true);
    expect(page.noted.warnings).to.deep.equal([]);
    Object.defineProperty(first, 'version', { value: '0.0.9' });
    await load(page);
    expect(page.customElements.get('standards-map') === first).to.equal(true);
    expect(page.noted.warnings).to.have.length(1);
    expect(page.noted.warnings[0]).to.match(
      /<standards-map> is registered already, in version 0\.0\.9, which goes on\. Version \d+\.\d+\.\d+, loaded now/,
    );
    expect(page.noted.errors).to.deep.equal([]);
    const map = await shown(page);
    expect(map.visible.length).to.be.greaterThan(0);
  });
});
