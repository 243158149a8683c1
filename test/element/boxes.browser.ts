import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { drawn, viewport } from '../browser.js';
import { dataset } from '../fixtures/small.js';
import { all, clearAddress, part, readyMap } from './map-parts.js';

const BOXES: readonly (readonly [number, number])[] = [
  [240, 180],
  [320, 640],
  [360, 480],
  [390, 844],
  [320, 1200],
  [768, 600],
  [1200, 300],
  [1440, 800],
  [2560, 1300],
  [3840, 2160],
];
const VIEWS = ['graph', 'matrix', 'timeline', 'table'] as const;
const SHOWN = { graph: '.surface canvas', matrix: '.matrix table', timeline: '.timeline-lanes', table: '.table-body .line' } as const;
const CONTROLS = 'button, a[href], input, select, summary, textarea';
/** What a finger or a pointer needs at least, CSS px. @source WCAG 2.2, 2.5.8 */
const TARGET = 24;

async function stand(view: (typeof VIEWS)[number], dir: 'ltr' | 'rtl', [width, height]: readonly [number, number]): Promise<StandardsMap> {
  const map = await readyMap(dataset(), { view, dir, history: 'none', motion: 'none' }, { width, height });
  map.style.minBlockSize = '0';
  while (all(map, SHOWN[view]).length === 0) await drawn();
  await drawn();
  await map.updateComplete;
  await drawn();
  return map;
}

const parentOf = (element: Element): Element | null =>
  element.assignedSlot ??
  element.parentElement ??
  (element.getRootNode() instanceof ShadowRoot ? (element.getRootNode() as ShadowRoot).host : null);

/** Boxes around an element, up to the map, that cut off what goes beyond them. */
function* around(
  element: Element,
  map: StandardsMap,
): Generator<{ readonly box: DOMRect; readonly scrolls: boolean; readonly clips: boolean }> {
  for (let up = parentOf(element); up && up !== map; up = parentOf(up)) {
    const { overflowX, overflowY, position } = getComputedStyle(up);
    const scrolls = [overflowX, overflowY].some((value) => value === 'auto' || value === 'scroll');
    yield { box: up.getBoundingClientRect(), scrolls, clips: scrolls || [overflowX, overflowY].some((value) => value !== 'visible') };
    if (position === 'fixed') return;
  }
}

const isShown = (element: HTMLElement): boolean =>
  element.getClientRects().length > 0 &&
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  !element.closest('.hidden, .skip, [inert], .probe, [popover], .timeline-cursor');
const named = (element: HTMLElement): string =>
  `${element.localName}.${element.className} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 24)}”`;

/** Elements that stand out of the map, and can be reached by no scrolling. */
function outside(map: StandardsMap): readonly string[] {
  const frame = map.getBoundingClientRect();
  return all(map, '.frame *')
    .filter((element) => isShown(element) && !element.closest('svg svg, canvas'))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
      return isOut && box.width > 0 && box.height > 0 && ![...around(element, map)].some(({ scrolls, clips }) => scrolls || clips);
    })
    .map(named);
}

/** Controls in sight whose middle belongs to something else: they lie below another one. */
function covered(map: StandardsMap): readonly string[] {
  const frame = map.getBoundingClientRect();
  return all(map, CONTROLS)
    .filter(isShown)
    .flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      const isIn = (box: DOMRect): boolean => x > box.left && x < box.right && y > box.top && y < box.bottom;
      if (
        !isIn(frame) ||
        x < 0 ||
        y < 0 ||
        x > innerWidth ||
        y > innerHeight ||
        ![...around(element, map)].every(({ box, clips }) => !clips || isIn(box))
      )
        return [];
      const top0 = map.shadowRoot?.elementFromPoint(x, y);
      const isOwn = top0 && (element.contains(top0) || top0.contains(element) || element.closest('label')?.contains(top0));
      return isOwn ? [] : [`${named(element)} below ${top0 instanceof HTMLElement ? named(top0) : (top0?.localName ?? 'nothing')}`];
    });
}

/** Controls too small to be hit. A box with a label is as large as both; links in sentences are as long as their words. */
function small(map: StandardsMap): readonly string[] {
  return all(map, CONTROLS)
    .filter((element) => isShown(element) && !element.matches('a, .text, p button, [type=range]'))
    .flatMap((element) => {
      const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
      return Math.round(width) < TARGET || Math.round(height) < TARGET
        ? [`${named(element)} ${width.toFixed(0)} × ${height.toFixed(0)}`]
        : [];
    });
}

/** Texts that are cut off without dots that say so. */
function cut(map: StandardsMap): readonly string[] {
  return all(map, 'button, span, p, h2, h3, th, td, label, li, summary')
    .filter((element) => isShown(element) && element.textContent.trim() !== '')
    .filter((element) => {
      const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(element);
      const isCut = (overflowX === 'hidden' || overflowX === 'clip') && element.scrollWidth > element.clientWidth + 1;
      return isCut && textOverflow !== 'ellipsis' && (webkitLineClamp === 'none' || webkitLineClamp === '');
    })
    .map(named);
}

beforeEach(async () => {
  clearAddress();
  await viewport(1440, 900);
});
afterEach(clearAddress);

describe('boxes of any size', () => {
  for (const view of VIEWS) {
    for (const dir of ['ltr', 'rtl'] as const) {
      it(`BX1 ${view}, ${dir}: nothing stands out of its box, lies under another control, is too small or is cut off without dots`, async () => {
        const found: string[] = [];
        for (const box of BOXES) {
          const map = await stand(view, dir, box);
          found.push(
            ...Object.entries({ outside: outside(map), covered: covered(map), small: small(map), cut: cut(map) }).flatMap(
              ([fault, where]) => where.map((one) => `${box.join(' × ')}, ${fault}: ${one}`),
            ),
          );
          expect(map.scrollWidth, `${box.join(' × ')}: sideways`).to.be.at.most(map.clientWidth);
          map.remove();
        }
        expect(found).to.deep.equal([]);
      });
    }
  }

  it('BX2 in a flexible row, in a grid and beside a text it takes the room that is left, and the page does not scroll sideways', async () => {
    for (const style of ['display: flex', 'display: grid; grid-template-columns: 12rem 1fr', 'columns: 2', 'inline-size: 200px']) {
      const around = document.createElement('div');
      around.setAttribute('style', style);
      const text = document.createElement('p');
      text.textContent = 'words '.repeat(40);
      const map = await readyMap(dataset(), { history: 'none' }, { height: 300 });
      around.append(text, map);
      document.body.append(around);
      await map.updateComplete;
      await drawn();
      expect(document.documentElement.scrollWidth, style).to.be.at.most(document.documentElement.clientWidth);
      expect(map.getBoundingClientRect().width, style).to.be.above(100);
      around.remove();
    }
  });

  it('BX3 the whole stays whole while the box changes, and a camera of the reader stays where it is', async () => {
    const map = await readyMap(
      dataset(),
      { history: 'none', motion: 'none', without: 'filters legend detail' },
      { width: 1000, height: 600 },
    );
    const ids = map.visible;
    map.selected = ids.join(', ');
    await map.updateComplete;
    /** Rings around what is selected, from the start of the surface, and how wide that is. */
    const rings = (): { readonly width: number; readonly xs: readonly number[] } => {
      const svg = new DOMParser().parseFromString(map.toSVG(), 'image/svg+xml');
      const xs = [...svg.querySelectorAll('.selection circle')].map((ring) => Number(ring.getAttribute('cx')));
      return { width: Number(svg.documentElement.getAttribute('width')), xs };
    };
    const { width } = rings();
    expect(rings().xs).to.have.lengthOf(ids.length);
    map.style.inlineSize = '420px';
    while (rings().width === width) await drawn();
    await drawn();
    const after = rings();
    expect(after.xs).to.have.lengthOf(ids.length);
    expect(Math.min(...after.xs)).to.be.above(0);
    expect(Math.max(...after.xs)).to.be.below(after.width);
    expect(map.state.camera, 'nobody has moved it').to.equal(null);
    map.restore({ camera: { x: 10, y: 20, k: 1.5 } });
    map.style.inlineSize = '900px';
    while (rings().width === after.width) await drawn();
    await drawn();
    expect(map.state.camera?.k).to.equal(1.5);
  });

  it('BX4 on a telephone the switches say that there are more, or none is out of sight', async () => {
    const map = await stand('graph', 'ltr', [360, 640]);
    const switches = part(map, '.switches');
    const hasMore = switches.scrollWidth > switches.clientWidth + 6;
    const { maskImage } = getComputedStyle(switches);
    expect(hasMore ? maskImage : 'none').to.contain(hasMore ? 'gradient' : 'none');
    const status = part(map, '.status');
    // Words that run on in a line have no box of their own to scroll
    for (const element of [status, ...status.querySelectorAll<HTMLElement>('*')].filter(
      (one) => getComputedStyle(one).display !== 'inline',
    ))
      expect(element.scrollWidth, element.className).to.be.at.most(element.clientWidth + 1);
  });
});
