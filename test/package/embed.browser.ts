import { expect } from '@open-wc/testing';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { PACKED } from '../packed.js';

type Page = Window & typeof globalThis & { readonly said?: string[] };

const PAGES = ['html', 'react', 'vue', 'svelte', 'angular', 'lit'];
const FRAMEWORKS = PAGES.slice(1);

/** What frameworks say on their own account, which is no complaint. */
const CHATTER =
  /^(Angular is running|Angular hydrated|Lit is in dev mode|Download the React DevTools|You are running a development build of Vue)/;

/** An example in a page of its own; needs `npm run embed`. */
async function open(address: string): Promise<Page> {
  const frame = document.createElement('iframe');
  frame.width = '780';
  frame.height = '560';
  frame.src = `/.cache/embed/${address}`;
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Page;
  if (!page.document.querySelector('script')) throw new Error(`${address} is not there: run npm run embed first`);
  return page;
}

const boxOf = (element: Element | null): string => {
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return [x, y, width, height].map((side) => side.toFixed(1)).join(' ');
};
/** Where the map stands, and what comes after it. */
const boxes = ({ document: page }: Page): Readonly<Record<string, string>> => ({
  map: boxOf(page.querySelector('standards-map')),
  after: boxOf(page.querySelector('standards-map ~ p')),
});

/** What a server has written, as it stands before any module has come; `begin` has the module come. */
async function served(address: string): Promise<{ readonly page: Page; readonly begin: () => void }> {
  const text = await (await fetch(`/.cache/embed/${address}`)).text();
  const [script, src = ''] = /<script type="module"[^>]* src="([^"]+)"><\/script>/.exec(text) ?? [];
  if (script === undefined) throw new Error(`${address} has no module: run npm run embed first`);
  const frame = document.createElement('iframe');
  [frame.width, frame.height] = ['780', '800'];
  const loaded = new Promise((done) => frame.addEventListener('load', done, { once: true }));
  frame.srcdoc = text.replace(script, `<base href="/.cache/embed/${address}">`).replaceAll(/<link rel="modulepreload"[^>]*>/g, '');
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Page;
  const begin = (): void => {
    page.document.head.append(Object.assign(page.document.createElement('script'), { type: 'module', src }));
  };
  return { page, begin };
}

/** Waits for what comes of a step of the page; the test's own limit ends it. */
async function until<T>(page: Page, find: () => T | undefined | null | false): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    await new Promise((done) => page.requestAnimationFrame(done));
  }
}

async function mapOf(page: Page): Promise<StandardsMap> {
  const map = await until(page, () => page.document.querySelector<StandardsMap>('standards-map'));
  await page.customElements.whenDefined('standards-map');
  await map.ready;
  return map;
}

const field = (page: Page, name: string): HTMLInputElement => {
  const found = page.document.querySelector<HTMLInputElement>(`[name=${name}]`);
  if (!found) throw new Error(`the page has nothing called ${name}`);
  return found;
};

/** As a reader fills in a field: frameworks listen to one event or the other. */
function fill(page: Page, name: string, value: string): void {
  const input = field(page, name);
  // React keeps the setter of a field to itself; the reader's hand goes by the one of the platform
  const kind = input.localName === 'select' ? page.HTMLSelectElement : page.HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(input, value);
  for (const type of ['input', 'change']) input.dispatchEvent(new page.Event(type, { bubbles: true }));
}

const text = (page: Page, name: string): string => page.document.querySelector(`output[name=${name}]`)?.textContent.trim() ?? '';

describe('EM examples of demo/embed, built against the packed package', () => {
  const clear = (): void => document.querySelectorAll('iframe').forEach((frame) => frame.remove());

  for (const name of PAGES) {
    // One page for all that a reader does there, one thing after the other
    describe(name, () => {
      let page: Page;
      let map: StandardsMap;
      before(async () => {
        page = await open(`${name}/index.html`);
        map = await mapOf(page);
      });
      after(clear);

      it(`EM1 ${name}: settings reach the element, the dataset as an object, and it draws`, () => {
        expect(map.label).to.equal('Standards of the city');
        expect(map.loading).to.equal('eager');
        expect(map.history).to.equal('none');
        expect(map.data).to.be.an('object');
        expect(map.catalogue?.dataset.title).to.equal('A small map');
        expect(map.visible.length).to.be.greaterThan(3);
        expect(map.getAttribute('data')).to.equal(null);
        expect(map.matches(':state(ready)')).to.equal(true);
      });

      it(`EM2 ${name}: changes go from the page to the element and from the element to the page`, async () => {
        fill(page, 'view', 'table');
        await until(page, () => map.view === 'table');
        map.view = 'matrix';
        await until(page, () => field(page, 'view').value === 'matrix');
        const all = map.visible.length;
        await until(page, () => text(page, 'count') === String(all));
        fill(page, 'filter', 'sdo:iso');
        await until(page, () => map.filter === 'sdo:iso');
        expect(map.visible.length).to.be.within(1, all - 1);
        await until(page, () => text(page, 'count') === String(map.visible.length));
        map.filter = '';
        await until(page, () => text(page, 'count') === String(all));
      });

      it(`EM3 ${name}: events reach the page in its own way, with their fields; a list of ids is a selection`, async () => {
        const [first = '', second = ''] = map.visible;
        Object.assign(map, { selected: [first, second] });
        await until(page, () => text(page, 'chosen') === `${first}, ${second}`);
        map.selected = '';
        await until(page, () => text(page, 'chosen') === '');
      });

      it(`EM4 ${name}: a method can be called; taken away, the element is free, and a new one draws`, async () => {
        const fitted: unknown[] = [];
        map.fit = (...ids) => fitted.push(ids);
        field(page, 'fit').click();
        await until(page, () => fitted.length === 1);
        Reflect.deleteProperty(map, 'fit');
        field(page, 'toggle').click();
        await until(page, () => !page.document.querySelector('standards-map'));
        expect(map.isConnected).to.equal(false);
        expect(map.shadowRoot?.querySelector('canvas') ?? null).to.equal(null);
        field(page, 'toggle').click();
        const again = await mapOf(page);
        // Without a framework the page puts the same element back
        expect(again === map).to.equal(name === 'html');
        expect(again.visible.length).to.be.greaterThan(3);
      });
    });
  }
});

describe('EM what servers and the CDN bring, of the packed package', () => {
  afterEach(() => document.querySelectorAll('iframe').forEach((frame) => frame.remove()));

  for (const name of FRAMEWORKS) {
    it(`EM5 ${name}: what its server has written is taken over without a word, and works`, async () => {
      const page = await open(`${name}/hydrated.html`);
      const written = page.document.querySelector('standards-map');
      const map = await mapOf(page);
      expect(map).to.equal(written);
      expect(page.document.querySelectorAll('standards-map')).to.have.length(1);
      expect(map.shadowRoot?.querySelectorAll('.frame')).to.have.length(1);
      expect(map.getAttribute('data')).to.equal(null);
      expect(map.data).to.be.an('object');
      fill(page, 'view', 'table');
      await until(page, () => map.view === 'table');
      expect((page.said ?? ['nobody listened']).filter((line) => !CHATTER.test(line))).to.deep.equal([]);
    });

    it(`EM10 ${name}: nothing on the page moves while what its server has written is taken over`, async () => {
      const { page, begin } = await served(`${name}/hydrated.html`);
      const before = boxes(page);
      // In Chromium whatever moves, inside of the map too
      let shifts = 0;
      const observer = new page.PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts += (entry as PerformanceEntry & { readonly value: number }).value;
      });
      if (page.PerformanceObserver.supportedEntryTypes.includes('layout-shift')) observer.observe({ type: 'layout-shift', buffered: true });
      begin();
      for (let after = 0; after < 5; after += Number(page.document.querySelector('standards-map:state(ready)') !== null)) {
        await new Promise((done) => page.requestAnimationFrame(done));
        expect(boxes(page), String(shifts)).to.deep.equal(before);
      }
      expect(Number.parseFloat(before['map']?.split(' ')[3] ?? '')).to.equal(480);
      expect(shifts).to.equal(0);
      observer.disconnect();
    });

    it(`EM6 ${name}: the listener of EM5 hears a server that has written something else`, async () => {
      const page = await open(`${name}/mismatched.html`);
      await until(page, () => (page.said ?? []).some((line) => !CHATTER.test(line)));
    });
  }

  it('EM8 lit: the shadow root of the server is the one of the map, taken over as it is', async () => {
    const page = await open('lit/hydrated.html');
    const map = await mapOf(page);
    // the mark of the server's template: rendered anew, there would be none
    expect([...(map.shadowRoot?.childNodes ?? [])].some((node) => /^lit-part \S/.test(node.textContent ?? ''))).to.equal(true);
  });

  it('EM9 in a build of the consumer the offline page is made of the script that lies beside the bundle', async () => {
    const map = await mapOf(await open('html/index.html'));
    const find = (selector: string): Promise<HTMLElement> =>
      until(map.ownerDocument.defaultView as Page, () => map.shadowRoot?.querySelector<HTMLElement>(selector));
    (await find('[data-tool=export]')).click();
    (await find('form.export [value=html]')).click();
    await map.updateComplete;
    ((await find('form.export')) as HTMLFormElement).requestSubmit();
    const link = (await find('form.export a[download]')) as HTMLAnchorElement;
    const html = await (await fetch(link.href)).text();
    expect(html).to.contain('A small map');
    expect(html.length).to.be.greaterThan(500_000);
    const script = await (await fetch(`${PACKED}dist/cdn/standards-map.min.js`)).text();
    expect(html).to.contain(script.slice(-2000).split('\n//')[0]);
  });

  it('EM7 one script of the CDN and attributes alone make a map', async () => {
    const page = await open('html/script.html');
    const map = await mapOf(page);
    expect(map.catalogue?.dataset.title).to.equal('A small map');
    fill(page, 'view', 'timeline');
    expect(map.view).to.equal('timeline');
    expect(map.getAttribute('view')).to.equal('timeline');
    await until(page, () => text(page, 'count') === String(map.visible.length));
  });
});
