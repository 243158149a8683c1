import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { parse } from '../../src/model/parse.js';
import type { Dataset } from '../../src/model/dataset.js';
import { staticMap, staticSvg } from '../../src/static.js';
import { PACKED } from '../packed.js';

type Page = Window & typeof globalThis;
type Box = readonly number[];

const shipped = async (): Promise<Dataset> => {
  const parsed = parse(await (await fetch('/data/smart-cities.json')).text());
  if (!parsed.ok) throw new Error('the shipped dataset is not valid');
  return parsed.dataset;
};

/** A page as a server sends it, without a script yet; a paragraph stands below the map. */
async function open(map: string, width = 780): Promise<Page> {
  const frame = document.createElement('iframe');
  Object.assign(frame, { width: String(width), height: '900' });
  frame.srcdoc = `<!doctype html><html lang="en"><title>Served</title><body>${map}<p id="below">Below</p></body></html>`;
  const loaded = new Promise((done) => {
    frame.addEventListener('load', done, { once: true });
  });
  document.body.append(frame);
  await loaded;
  return frame.contentWindow as Page;
}

const boxOf = (element: Element | null): Box => {
  const { x, y, width, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return [x, y, width, height].map((side) => Math.round(side * 100) / 100);
};

/** Where everything stands; the picture only while it is shown. */
const geometry = ({ document: page }: Page): Readonly<Record<string, Box>> => {
  const picture = page.querySelector('standards-map svg');
  return {
    map: boxOf(page.querySelector('standards-map')),
    below: boxOf(page.querySelector('#below')),
    ...(picture && picture.getClientRects().length > 0 && { picture: boxOf(picture) }),
  };
};

/** Brings the element into a page, and notes where everything stands in each frame until it is ready, and a little longer. */
async function upgraded(page: Page): Promise<{ readonly seen: readonly Readonly<Record<string, Box>>[]; readonly shifts: number }> {
  let shifts = 0;
  const observer = new page.PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts += (entry as PerformanceEntry & { readonly value: number }).value;
  });
  if (page.PerformanceObserver.supportedEntryTypes.includes('layout-shift')) observer.observe({ type: 'layout-shift', buffered: true });
  const script = page.document.createElement('script');
  Object.assign(script, { type: 'module', src: `${PACKED}dist/browser/define.js` });
  page.document.body.append(script);
  await page.customElements.whenDefined('standards-map');
  const map = page.document.querySelector('standards-map');
  const seen: Readonly<Record<string, Box>>[] = [];
  for (let after = 0; after < 10; after += Number(map?.matches(':state(ready)'))) {
    await new Promise((done) => page.requestAnimationFrame(done));
    seen.push(geometry(page));
  }
  observer.disconnect();
  return { seen, shifts };
}

afterEach(() => {
  for (const one of document.querySelectorAll('iframe, standards-map')) one.remove();
});

describe('static output in a page', () => {
  for (const width of [390, 780])
    it(`SR20 gives way to the map in the same box, and nothing on the page moves, at ${String(width)} px`, async () => {
      const page = await open(
        staticMap(await shipped(), { src: '/data/smart-cities.json', attributes: { loading: 'eager', history: 'none' } }),
        width,
      );
      const before = geometry(page);
      // a narrow box has the list alone, each part in one line: letters of the picture would be 5 px high
      expect((before['picture']?.[3] ?? 0) > 100).to.equal(width > 600);
      const [caption, row] = ['caption', 'tbody tr + tr'].map((part) => boxOf(page.document.querySelector(`standards-map ${part}`)));
      expect(caption?.[3]).to.be.within(10, 40);
      if (width < 600) expect(row?.[1]).to.be.lessThan(400);
      expect(before['map']?.[3]).to.equal(Math.max(480, ((before['map']?.[2] ?? 0) * 10) / 16));
      const { seen, shifts } = await upgraded(page);
      expect(shifts).to.equal(0);
      for (const one of seen) {
        expect(one['map']).to.deep.equal(before['map']);
        expect(one['below']).to.deep.equal(before['below']);
        if (one['picture']) expect(one['picture']).to.deep.equal(before['picture']);
      }
      // The fallback was there at first and is not at the end
      expect(seen.at(-1)).to.not.have.property('picture');
      expect(page.document.querySelector('standards-map')?.matches(':state(ready)')).to.equal(true);
    });

  it('SR21 stays, with what went wrong, where the dataset does not come', async () => {
    const page = await open(staticMap(await shipped(), { src: '/no-such-file.json', attributes: { loading: 'eager' } }));
    const script = page.document.createElement('script');
    Object.assign(script, { type: 'module', src: `${PACKED}dist/browser/define.js` });
    const map = page.document.querySelector('standards-map');
    const failed = new Promise((done) => {
      map?.addEventListener('standards-error', done, { once: true });
    });
    page.document.body.append(script);
    await failed;
    await map?.updateComplete;
    const alert = map?.shadowRoot?.querySelector('[role=alert]');
    const picture = page.document.querySelector('standards-map svg');
    expect(boxOf(alert ?? null)[3]).to.be.greaterThan(20);
    expect(boxOf(picture)[3]).to.be.greaterThan(100);
    expect(boxOf(picture)[1]).to.be.at.least((boxOf(alert ?? null)[1] ?? 0) + (boxOf(alert ?? null)[3] ?? 0));
  });

  it('SR31 what a server has put into the shadow root, and nobody takes over, gives way: nothing stands there twice', async () => {
    const served = (tag: string): string =>
      `<${tag}><template shadowrootmode="open"><div class="served frame">Served</div></template><p>Fallback</p></${tag}>`;
    const page = await open(served('standards-map') + served('standards-table'));
    const all = (selector: string): number =>
      [...page.document.querySelectorAll('standards-map, standards-table')].reduce(
        (sum, { shadowRoot }) => sum + (shadowRoot?.querySelectorAll(selector).length ?? 0),
        0,
      );
    expect(all('.served')).to.equal(2);
    const script = page.document.createElement('script');
    Object.assign(script, { type: 'module', src: `${PACKED}dist/browser/define.js` });
    page.document.body.append(script);
    for (const tag of ['standards-map', 'standards-table']) await page.customElements.whenDefined(tag);
    const map = page.document.querySelector('standards-map');
    await map?.updateComplete;
    await (page.document.querySelector('standards-table') as (Element & { readonly updateComplete: Promise<boolean> }) | null)
      ?.updateComplete;
    expect(all('.served')).to.equal(0);
    expect(map?.shadowRoot?.querySelectorAll('.frame')).to.have.length(1);
    expect(all('slot:not([name])')).to.equal(2);
  });

  it('SR1 has the marks of the element at the places where they are there', async () => {
    const data = await shipped();
    const map = document.createElement('standards-map');
    map.style.display = 'none';
    Object.assign(map, { loading: 'eager', history: 'none', data, filter: 'tier:core' });
    document.body.append(map);
    map.style.display = 'block';
    await map.ready;
    map.style.display = 'none';
    const marksOf = (svg: string): readonly string[] =>
      [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('.marks circle, .marks > g > path')].map((mark) =>
        [mark.textContent, ...['d', 'cx', 'cy', 'r'].map((name) => mark.getAttribute(name) ?? '')].join(' '),
      );
    const served = marksOf(staticSvg(data, { width: 1280, height: 800, filter: 'tier:core' }) ?? '');
    expect(served.length).to.be.greaterThan(200);
    expect(marksOf(map.toSVG())).to.deep.equal(served);
  });
});
