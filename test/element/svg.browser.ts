import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { place } from '../../src/scene/place.js';
import { drawn } from '../browser.js';
import { dataset } from '../fixtures/small.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';

const CELL = 8;
/** Sum of the differences of the three colours from which a pixel counts in full. */
const STRONG = 200;

function create(given: object): StandardsMap {
  const element = document.createElement('standards-map');
  element.style.cssText = 'width: 780px; height: 560px';
  Object.assign(element, { loading: 'eager', motion: 'none', without: 'toolbar legend', ...given });
  document.body.append(element);
  return element;
}

/** How much of each cell of 8 × 8 px stands out from the ground, 0–1, row by row. */
function inked(context: CanvasRenderingContext2D, width: number, height: number): number[] {
  const { data } = context.getImageData(0, 0, width, height);
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)];
  const shares = new Array<number>(columns * rows).fill(0);
  for (let y = 0; y < rows * CELL; y++)
    for (let x = 0; x < columns * CELL; x++) {
      const at = 4 * (y * width + x);
      const difference = [0, 1, 2].reduce((sum, i) => sum + Math.abs((data[at + i] ?? 0) - (data[i] ?? 0)), 0);
      const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
      shares[cell] = (shares[cell] ?? 0) + Math.min(1, difference / STRONG) / CELL ** 2;
    }
  return shares;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [ma, mb] = [mean(a), mean(b)];
  const [saa, sbb, sab] = a.reduce(
    ([aa, bb, ab], value, i) => {
      const [da, db] = [value - ma, (b[i] ?? 0) - mb];
      return [aa + da * da, bb + db * db, ab + da * db];
    },
    [0, 0, 0],
  );
  return sab / Math.sqrt(saa * sbb);
}

/** A canvas of one px a CSS px with what is drawn into it. */
function sheet(width: number, height: number, draw: (context: CanvasRenderingContext2D) => void): CanvasRenderingContext2D {
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  draw(context);
  return context;
}

/** What the surface shows, and the same as an SVG in an <img>. */
async function pictures(element: StandardsMap): Promise<readonly [canvas: number[], svg: number[]]> {
  const surface = element.shadowRoot?.querySelector('.surface');
  const { clientWidth: width = 0, clientHeight: height = 0 } = surface ?? {};
  const image = new Image(width, height);
  const url = URL.createObjectURL(new Blob([element.toSVG()], { type: 'image/svg+xml' }));
  image.src = url;
  await image.decode();
  const ofSvg = sheet(width, height, (context) => {
    context.drawImage(image, 0, 0, width, height);
  });
  URL.revokeObjectURL(url);
  const ofCanvas = sheet(width, height, (context) => {
    for (const canvas of surface?.querySelectorAll('canvas') ?? []) context.drawImage(canvas, 0, 0, width, height);
  });
  return [inked(ofCanvas, width, height), inked(ofSvg, width, height)];
}

afterEach(() => {
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('W1 toSVG', () => {
  it('gives the picture that the canvas shows: at rest, near, selected, in the dark', async () => {
    const element = create({ src: '/data/smart-cities.json' });
    await element.ready;
    const views: readonly (readonly [string, () => unknown])[] = [
      ['the opening picture', () => undefined],
      ['a selection', () => (element.selected = 'ITU-T Y.4903/L.1603')],
      [
        'the lens for overlaps, with a pair selected',
        async () => {
          element.highlight = 'overlaps';
          while (!element.toSVG().includes('class="candidates"')) await drawn();
          const [first] = element.overlaps;
          element.selected = `${first?.a ?? ''}, ${first?.b ?? ''}`;
        },
      ],
      ['the lens for overlaps', () => (element.selected = '')],
      ['the lens for gaps', () => (element.highlight = 'gaps')],
      [
        'near',
        () => {
          element.highlight = '';
          element.fit(['ISO/TC 268', 'ISO/TC 268/SC 1']);
        },
      ],
      [
        'by role, with names on the ground',
        async () => {
          element.group = 'role';
          while (!element.toSVG().includes('>Vocabulary<')) await drawn();
        },
      ],
      [
        'all of it, in the dark',
        () => {
          element.style.colorScheme = 'dark';
          element.filter = '';
          element.fit();
        },
      ],
    ];
    for (const [name, act] of views) {
      await act();
      await element.updateComplete;
      await drawn();
      await drawn();
      const [canvas, svg] = await pictures(element);
      expect(canvas.filter((share) => share > 0).length, `${name}: cells with ink`).to.be.greaterThan(200);
      expect(correlation(canvas, svg), name).to.be.greaterThan(0.95);
    }
  });

  it('is what is chosen now behind another presentation too, where nothing is drawn until it is seen', async () => {
    const element = create({ src: '/data/smart-cities.json' });
    await element.ready;
    await drawn();
    element.view = 'matrix';
    await element.updateComplete;
    const before = element.toSVG();
    element.filter = 'committee:"ISO/TC 268/SC 1"';
    await element.updateComplete;
    const behind = element.toSVG();
    expect(behind === before).to.equal(false);
    expect(behind.split('<circle').length).to.be.lessThan(before.split('<circle').length / 2);
    element.filter = '';
    await element.updateComplete;
    element.view = 'graph';
    await element.updateComplete;
    await drawn();
    await drawn();
    const [canvas, svg] = await pictures(element);
    expect(canvas.filter((share) => share > 0).length).to.be.greaterThan(200);
    expect(correlation(canvas, svg)).to.be.greaterThan(0.95);
  });

  it('would notice another picture: the comparison tells two zooms apart', async () => {
    const element = create({ src: '/data/smart-cities.json' });
    await element.ready;
    await drawn();
    const [canvas] = await pictures(element);
    element.fit(['ISO/TC 268', 'ISO/TC 268/SC 1']);
    await drawn();
    await drawn();
    const [, svg] = await pictures(element);
    for (const picture of [canvas, svg]) expect(picture.filter((share) => share > 0).length).to.be.greaterThan(200);
    expect(correlation(canvas, svg)).to.be.lessThan(0.5);
  });

  it('is XML to the browser, named as the map is, and holds nothing that runs or leads away', async () => {
    for (const [name, text] of Object.entries(PAYLOADS)) {
      const element = create({ data: place(poisoned(text)), label: text });
      await element.ready;
      const parsed = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
      expect(parsed.querySelector('parsererror')?.textContent, name).to.equal(undefined);
      expect(parsed.documentElement.querySelector(':scope > title')?.textContent.length, name).to.be.greaterThan(0);
      expect(parsed.querySelectorAll('script, style, image, foreignObject, use, a, [href], [onload], [style]').length, name).to.equal(0);
      // Put into a page as markup, nothing of it may run either
      const box = document.createElement('div');
      box.append(...new DOMParser().parseFromString(element.toSVG(), 'text/html').body.childNodes);
      document.body.append(box);
      await drawn();
      expect(box.querySelectorAll('svg').length, name).to.equal(1);
      expect(box.querySelectorAll(':not(svg, title, rect, g, path, circle, text, tspan)').length, name).to.equal(0);
      expect('tripped' in window, name).to.equal(false);
      box.remove();
      element.remove();
    }
  });

  it('of a map that is not displayed, or taken out again, gives all of it; before there is a picture it says so', async () => {
    const element = create({ data: place(dataset()) });
    expect(() => element.toSVG()).to.throw('Expected a call after `ready`');
    await element.ready;
    element.style.display = 'none';
    await drawn();
    expect(element.toSVG()).to.contain('viewBox="0 0 1280 800"').and.to.contain('>ITU-T SG20<');
    element.style.display = '';
    element.remove();
    const marks = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml').querySelectorAll('circle');
    expect(marks.length).to.be.greaterThan(element.visible.length - 2);
    element.data = { format: 'nothing' };
    document.body.append(element);
    await new Promise((done) => {
      element.addEventListener('standards-error', done, { once: true });
    });
    expect(() => element.toSVG()).to.throw('found no picture');
  });
});
