import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { Exporter } from '../../src/element/exporter.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { parse } from '../../src/model/parse.js';
import { place } from '../../src/scene/place.js';
import { drawn, viewport } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';

interface Saved {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
}

const clear = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
  localStorage.clear();
};

/** A map of a dataset, 1000 × 700. */
async function map(attributes: Readonly<Record<string, unknown>> = {}): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  Object.assign(element, { motion: 'none', loading: 'eager', without: 'filters legend', data: place(dataset()), ...attributes });
  element.style.cssText = 'inline-size: 1000px; block-size: 700px';
  await fixture(html`<div>${element}</div>`);
  await element.ready;
  return element;
}

const has = (element: StandardsMap, selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;
function part(element: StandardsMap, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
}
const press = async (element: StandardsMap, selector: string): Promise<void> => {
  part(element, selector).click();
  await element.updateComplete;
};
const said = (element: StandardsMap): string => part(element, '.export [role=status]').textContent.trim();

/** Opens the tool, chooses a form and exports; answers what would have been saved. */
async function exported(element: StandardsMap, form: string): Promise<Saved> {
  if (!has(element, '.export')) await press(element, '[data-tool=export]');
  const saved = new Promise<Saved>((done, failed) => {
    const stop = new AbortController();
    document.addEventListener(
      'click',
      (event) => {
        const [anchor] = event.composedPath();
        if (!(anchor instanceof HTMLAnchorElement) || anchor.download === '') return;
        event.preventDefault();
        stop.abort();
        fetch(anchor.href)
          .then(async (response) => new Uint8Array(await response.arrayBuffer()))
          .then((bytes) => {
            done({ name: anchor.download, bytes, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) });
          })
          .catch(failed);
      },
      { signal: stop.signal },
    );
  });
  await press(element, `.export input[value=${form}]`);
  await press(element, '.export .primary');
  return saved;
}

/** Pixels of a picture. */
async function pixels(bytes: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(bytes);
  const context = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height }).getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

/** Share of the pixels that are other than the first. */
function inked({ data }: ImageData): number {
  let count = 0;
  for (let at = 0; at < data.length; at += 4) if ([0, 1, 2].some((i) => Math.abs((data[at + i] ?? 0) - (data[i] ?? 0)) > 24)) count++;
  return (4 * count) / data.length;
}

before(() => viewport(1040, 760));
beforeEach(clear);
after(clear);

describe('E11 the tool gives what is shown as a file', () => {
  it('E2 E3 CSV: byte for byte what toCSV answers behind a byte order mark, with the filter that is in force and a link back', async () => {
    const element = await map();
    element.filter = 'sdo:iso';
    await element.updateComplete;
    const { name, bytes, text } = await exported(element, 'csv');
    expect(name).to.match(/^a-small-map-\d{4}-\d{2}-\d{2}\.csv$/);
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    // A panel that opens may move the camera, which the link tells
    const still = (csv: string): string => csv.replace(/&map\.camera=[^"]*/, '');
    await waitUntil(() => still(element.toCSV()) === still(text.slice(1)), 'the same text, once overlaps are counted');
    const lines = text.slice(1).trimEnd().split('\r\n');
    expect(lines.length).to.equal(element.visible.length + 1);
    expect(text)
      .to.contain('Filter: sdo:iso')
      .and.to.contain(`Link: ${location.href.replace(/#.*/, '')}#map.`)
      .and.to.contain('filter=sdo:iso');
  });

  it('E1 E4 E5 E6 E7 E8 every form is made, and another reader of the browser takes it', async () => {
    const hostile = dataset({
      standards: [
        standard('ISO 1', { title: '=HYPERLINK("http://evil.example","x")' }),
        standard('ISO 2', { title: '<img src=x onerror=alert(1)>', relations: [{ type: 'references', to: 'ISO 1', evidence: 'a & b' }] }),
      ],
    });
    const element = await map({ data: place(hostile) });
    const files = new Map<string, Saved>();
    for (const form of ['csv', 'xlsx', 'markdown', 'json', 'gexf', 'graphml', 'bibtex', 'csl', 'png', 'svg'])
      files.set(form, await exported(element, form));
    const text = (form: string): string => files.get(form)?.text ?? '';
    expect(text('csv')).to.contain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
    expect([...(files.get('xlsx')?.bytes.subarray(0, 4) ?? [])]).to.deep.equal([0x50, 0x4b, 3, 4]);
    expect(text('markdown')).to.contain('&lt;img src=x onerror=alert(1)&gt;');
    const parsed = parse(text('json'));
    expect(parsed.ok && parsed.dataset.standards.map(({ id }) => id)).to.deep.equal(['ISO 1', 'ISO 2']);
    for (const form of ['gexf', 'graphml', 'svg']) {
      const read = new DOMParser().parseFromString(text(form), 'application/xml');
      expect(read.querySelector('parsererror')?.textContent, form).to.equal(undefined);
      expect(read.documentElement.localName).to.equal(form);
    }
    const gexf = new DOMParser().parseFromString(text('gexf'), 'application/xml');
    expect(gexf.querySelectorAll('node[id^="standard:"]').length).to.equal(2);
    expect(gexf.querySelector('edge[kind=references] attvalue[for="1"]')?.getAttribute('value')).to.equal('a & b');
    expect(gexf.getElementsByTagNameNS('http://gexf.net/1.3/viz', 'position').length).to.equal(gexf.querySelectorAll('node').length);
    expect(text('bibtex').match(/^@techreport/gm)?.length).to.equal(2);
    expect((JSON.parse(text('csl')) as unknown[]).length).to.equal(2);
    const svg = new DOMParser().parseFromString(text('svg'), 'image/svg+xml');
    expect(svg.querySelectorAll('script, style, image, foreignObject, use, a, [href], [onload]').length).to.equal(0);
    expect(svg.querySelector('.caption')?.textContent).to.contain('A small map');
  });

  it('E5 a workbook is read by a browser as it was written: its parts deflate to XML with every standard', async () => {
    const element = await map();
    const { bytes } = await exported(element, 'xlsx');
    const view = new DataView(bytes.buffer);
    const sheets: string[] = [];
    for (let at = 0; view.getUint32(at, true) === 0x04034b50;) {
      const [method, packed, length] = [view.getUint16(at + 8, true), view.getUint32(at + 18, true), view.getUint16(at + 26, true)];
      const name = new TextDecoder().decode(bytes.subarray(at + 30, at + 30 + length));
      const body = bytes.subarray(at + 30 + length, at + 30 + length + packed);
      const stream = new Blob([body]).stream();
      const xml = await new Response(method === 8 ? stream.pipeThrough(new DecompressionStream('deflate-raw')) : stream).text();
      const read = new DOMParser().parseFromString(xml, 'application/xml');
      expect(read.querySelector('parsererror')?.textContent, name).to.equal(undefined);
      if (name.includes('sheet1'))
        sheets.push(...[...read.querySelectorAll('row > c:first-child t')].map(({ textContent }) => textContent));
      expect(read.querySelectorAll('f').length, 'formulas').to.equal(0);
      at += 30 + length + packed;
    }
    expect(sheets.slice(1)).to.deep.equal(element.visible);
  });

  it('E11 of the matrix its cells, of the table its order and columns', async () => {
    const element = await map({ view: 'matrix' });
    const matrix = await exported(element, 'csv');
    expect(matrix.name).to.match(/\.matrix\.csv$/);
    expect(matrix.text.slice(1)).to.match(/^row,column,works,/);
    expect(matrix.text.trimEnd().split('\r\n').length).to.equal((element.coverage?.cells.length ?? 0) + 1);
    expect(has(element, '.export input[value=png]')).to.equal(false);
    element.restore({ view: 'table', sort: '-id', fields: 'id,status' });
    await element.updateComplete;
    const table = await exported(element, 'csv');
    const [head, ...rows] = table.text.slice(1).trimEnd().split('\r\n');
    expect(head).to.equal('id,status,about_this_export');
    expect(rows.map((row) => row.split(',')[0])).to.deep.equal([...element.visible].sort().reverse());
  });
});

describe('E10 a long export', () => {
  it('E10 shows how far it is, leaves the page to the reader, and ends when it is cancelled: nothing is saved', async () => {
    const at = (i: number): [number, number] => [12 * (i % 100), 12 * Math.floor(i / 100)];
    const small = dataset();
    const many = {
      ...small,
      sdos: small.sdos.map((sdo, i) => ({ ...sdo, xy: at(i) })),
      committees: small.committees.map((committee, i) => ({ ...committee, xy: at(i) })),
      topics: small.topics.map((topic, i) => ({ ...topic, xy: at(i) })),
      standards: Array.from({ length: 8000 }, (_, i) => standard(`ISO ${String(i)}`, { title: `Word${String(i)} of`, xy: at(i) })),
    };
    const element = await map({ data: many });
    await press(element, '[data-tool=export]');
    await press(element, '.export input[value=gexf]');
    let clicks = 0;
    const stop = new AbortController();
    const count = (event: MouseEvent): void => {
      const [anchor] = event.composedPath();
      if (!(anchor instanceof HTMLAnchorElement)) return;
      event.preventDefault();
      clicks++;
    };
    document.addEventListener('click', count, { signal: stop.signal });
    await press(element, '.export .primary');
    const shares: number[] = [];
    // Tasks of the page come to their turn between two slices
    while (has(element, '.export progress')) {
      shares.push(Number(element.shadowRoot?.querySelector<HTMLProgressElement>('.export progress')?.value));
      await new Promise((done) => setTimeout(done));
    }
    expect(new Set(shares).size).to.be.greaterThan(2);
    expect([...shares].sort((a, b) => a - b)).to.deep.equal(shares);
    await waitUntil(() => clicks === 1, 'the file');
    await press(element, '.export .primary');
    await press(element, '.export .working button');
    await waitUntil(() => has(element, '.export .primary'), 'the end');
    expect(said(element)).to.equal('The export was cancelled. Nothing was saved.');
    expect(has(element, '.export a[download]')).to.equal(false);
    expect(clicks).to.equal(1);
    stop.abort();
  });

  it('E10 what fails is told in a sentence, and nothing is saved', async () => {
    const element = await map();
    await press(element, '[data-tool=export]');
    await press(element, '.export input[value=svg]');
    Object.defineProperty(element, 'toSVG', { value: () => 'no picture', configurable: true });
    await press(element, '.export .primary');
    await waitUntil(() => said(element) !== '', 'a sentence');
    expect(said(element)).to.contain('The export failed, and nothing was saved.').and.to.contain('expected one root');
    expect(part(element, '.notices').textContent).to.contain('The export failed');
  });

  it('E10 the file of a panel that is closed is let go of', async () => {
    const element = await map();
    await exported(element, 'csv');
    const { href } = element.shadowRoot?.querySelector<HTMLAnchorElement>('.export a[download]') ?? { href: '' };
    expect((await fetch(href)).ok).to.equal(true);
    await press(element, '.detail header .icon');
    await element.updateComplete;
    const gone = await fetch(href).then(
      () => false,
      () => true,
    );
    expect(gone).to.equal(true);
  });
});

describe('the clipboard', () => {
  const text = (element: StandardsMap): HTMLElement => part(element, '.export a[download] + button');

  it('has the text of what was made', async () => {
    const element = await map();
    await exported(element, 'bibtex');
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (given: string) => {
          copied = given;
          await Promise.resolve();
        },
      },
    });
    text(element).click();
    await waitUntil(() => said(element).includes('clipboard'), 'a sentence');
    Reflect.deleteProperty(navigator, 'clipboard');
    expect(copied).to.contain('@techreport{');
    expect(said(element)).to.equal('The text is on the clipboard.');
  });

  it('takes the old way where the page has none, and the reader hears where there is no way', async () => {
    const element = await map();
    const file = await exported(element, 'csv');
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('denied')) } });
    const before = Reflect.get(document, 'execCommand') as unknown;
    const selected: string[] = [];
    for (const answer of [true, false]) {
      Object.defineProperty(document, 'execCommand', {
        configurable: true,
        value: () => {
          const field = element.shadowRoot?.querySelector('textarea');
          selected.push(field?.value ?? '');
          return answer;
        },
      });
      text(element).click();
      await waitUntil(() => said(element).includes(answer ? 'on the clipboard' : 'may not write'), 'a sentence');
    }
    Reflect.deleteProperty(navigator, 'clipboard');
    Object.defineProperty(document, 'execCommand', { configurable: true, value: before });
    // A field has line feeds only
    expect(selected[0]).to.equal(file.text.slice(1).replaceAll('\r\n', '\n'));
    expect(has(element, 'textarea')).to.equal(false);
  });
});

describe('E9 toPNG', () => {
  const surface = (element: StandardsMap): readonly [number, number] => {
    const { clientWidth, clientHeight } = part(element, '.surface');
    return [clientWidth, clientHeight];
  };

  it('E9 has as many px as the surface, times the scale, and is painted anew: sharper at 4 than at 1', async () => {
    const element = await map({ src: '/data/smart-cities.json', data: null });
    const [width, height] = surface(element);
    const found: number[][] = [];
    for (const scale of [1, 4]) {
      const blob = await element.toPNG({ scale });
      expect(blob.type).to.equal('image/png');
      const image = await pixels(blob);
      expect([image.width, image.height]).to.deep.equal([width * scale, height * scale]);
      expect(inked(image)).to.be.greaterThan(0.02);
      expect(inked(image)).to.be.lessThan(0.8);
      // What is only made larger is soft, or the same all over each block of 4 × 4 px
      let [steps, varied] = [0, 0];
      for (let y = 0; y < image.height; y++)
        for (let x = 1; x < image.width; x++) {
          const at = 4 * (y * image.width + x);
          const step = Math.abs((image.data[at] ?? 0) - (image.data[at - 4] ?? 0));
          if (step > 96) steps++;
          if (step > 24 && x % 4 !== 0) varied++;
        }
      found.push([steps / scale, varied / (image.width * image.height)]);
    }
    const [[plain = 0] = [], [sharp = 0, varied = 0] = []] = found;
    expect(sharp).to.be.greaterThan(0.8 * plain);
    expect(varied).to.be.greaterThan(0.005);
  });

  it('E9 shows what the surface shows', async () => {
    const element = await map({ src: '/data/smart-cities.json', data: null });
    const { surfacePng } = await import('../../src/export/forms.js');
    await drawn();
    const [width, height] = surface(element);
    const canvas = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    for (const layer of element.shadowRoot?.querySelectorAll<HTMLCanvasElement>('.surface canvas') ?? [])
      canvas?.drawImage(layer, 0, 0, width, height);
    const shown = canvas?.getImageData(0, 0, width, height).data ?? [];
    const { part } = Reflect.get(element, 'desk') as { part: { exporter: Exporter } };
    const { exporter } = part;
    const seen = exporter.source.surface();
    if (!seen) throw new Error('nothing stands on the surface');
    const png = await surfacePng(seen, exporter.provenance(), { scale: 1, hasCaption: false });
    const { data } = await pixels(png);
    let different = 0;
    for (let at = 0; at < data.length; at += 4)
      if ([0, 1, 2].some((i) => Math.abs((data[at + i] ?? 0) - (shown[at + i] ?? 0)) > 16)) different++;
    expect(different / (data.length / 4)).to.be.lessThan(devicePixelRatio === 1 ? 0.001 : 0.2);
  });

  it('E3 says in its metadata where it comes from, and refuses a scale that is none in a sentence', async () => {
    const element = await map();
    const text = new TextDecoder().decode(await (await element.toPNG({ scale: 1 })).arrayBuffer());
    expect(text).to.contain('iTXtDescription').and.to.contain('Dataset of: 2026-08-22').and.to.contain('ISO catalogue, as of 2025-06-02');
    for (const scale of [0, 0.5, 5, NaN, Infinity]) {
      const failure = await element.toPNG({ scale }).then(String, String);
      expect(failure).to.contain('expected a scale from 1 to 4');
    }
  });

  it('before there is a picture, it and toCSV say so', async () => {
    const element = document.createElement('standards-map');
    expect(() => element.toCSV()).to.throw('Expected a call after `ready`');
    expect(await element.toPNG().then(String, String)).to.contain('Expected a call after `ready`');
  });
});
