import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Edition, Standard } from '../../src/model/dataset.js';
import { drawn, mediaFeatures, viewport, wheel } from '../browser.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';

const edition = (id: string, date: string | undefined, status: Edition['status'], given: Partial<Edition> = {}): Edition => ({
  id,
  status,
  ...(date !== undefined && { date }),
  ...given,
});
/** Three standards in two lanes: a history, a draft ahead, a text without a date, and a successor. */
const STANDARDS: readonly Standard[] = [
  standard('ISO 37120', {
    status: 'superseded',
    editions: [edition('ISO 37120:2014', '2014-05', 'superseded'), edition('ISO 37120:2018', '2018-07', 'superseded')],
  }),
  standard('ISO 37122', {
    status: 'under-revision',
    relations: [{ type: 'supersedes', to: 'ISO 37120', evidence: 'foreword' }],
    editions: [
      edition('ISO 37122:2019', '2019-05', 'in-force'),
      edition('ISO/DIS 37122', undefined, 'under-development', { kind: 'draft', stage: '40.20' }),
    ],
  }),
  standard('ITU-T Y.4903', {
    publishers: ['itu-t'],
    committees: ['ITU-T SG20'],
    topics: ['mobility'],
    sources: ['itu'],
    editions: [edition('ITU-T Y.4903 (2016)', '2016', 'in-force'), edition('ITU-T Y.4903 (undated)', undefined, 'unknown')],
  }),
];
/** So many that lanes show densities. */
const many = (count: number): readonly Standard[] =>
  Array.from({ length: count }, (_, i) =>
    standard(`ISO ${String(i)}`, { editions: [edition(`ISO ${String(i)}:a`, `${String(2001 + (i % 24))}-03`, 'in-force')] }),
  );

async function map(standards: readonly Standard[] = STANDARDS, attributes: Readonly<Record<string, string>> = {}): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries({ view: 'timeline', without: 'detail', ...attributes })) element.setAttribute(name, value);
  element.style.height = '700px';
  element.data = dataset({ standards });
  await fixture(html`<div>${element}</div>`);
  await element.ready;
  await shown(element);
  return element;
}
/** Waits until the timeline, which is loaded on demand, stands and is painted. */
async function shown(element: StandardsMap): Promise<void> {
  for (let i = 0; i < 200 && !element.shadowRoot?.querySelector('.timeline-overlay > *'); i++) await drawn();
  await drawn();
}
function part(element: StandardsMap, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
}
const all = (element: StandardsMap, selector: string): HTMLElement[] => [
  ...(element.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const textOf = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const cursor = (element: StandardsMap): HTMLElement => part(element, '.timeline-cursor');
const name = (element: StandardsMap): string | null => cursor(element).getAttribute('aria-label');
const middle = (node: Element): [number, number] => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
/** Leads the keys to a text: its box tells where its bar is. */
async function to(element: StandardsMap, wanted: string): Promise<HTMLElement> {
  cursor(element).focus();
  const keys = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowDown', 'Home', 'ArrowRight'];
  for (const key of ['Home', ...keys]) {
    if (name(element)?.startsWith(wanted)) break;
    await sendKeys({ press: key });
    await drawn();
  }
  expect(name(element)).to.match(new RegExp(`^${wanted}`));
  return cursor(element);
}
/** Which px of the axis a year begins at, from the handles of a period that begins there. */
const colours = (canvas: HTMLElement): number => {
  const own = canvas as HTMLCanvasElement;
  return new Set(own.getContext('2d')?.getImageData(0, 0, own.width, own.height).data ?? []).size;
};

beforeEach(async () => {
  await viewport(1280, 800);
  history.replaceState(null, '', location.pathname + location.search);
});
afterEach(async () => {
  document.documentElement.removeAttribute('dir');
  await mediaFeatures({});
  history.replaceState(null, '', location.pathname + location.search);
});

describe('TL30 the timeline stands for the drawing', () => {
  it('TL30 paints lanes by SDO with their counts, and says what has no date', async () => {
    const element = await map();
    expect(part(element, '[part=timeline]').getAttribute('aria-label')).to.equal('Timeline by SDO');
    expect(all(element, '.lane-head').map(textOf)).to.deep.equal(['ISO2', 'ITU-T1']);
    expect(colours(part(element, '.timeline-surface canvas'))).to.be.greaterThan(20);
    expect(colours(part(element, '.timeline-axis canvas'))).to.be.greaterThan(10);
    expect(textOf(part(element, '.timeline-aside summary'))).to.equal('1 text without a date');
    expect(textOf(part(element, '.timeline-aside li'))).to.contain('ITU-T Y.4903, edition without a date');
  });

  it('TL31 takes lanes and colours from page and reader, and tells them to the state', async () => {
    const element = await map(STANDARDS, { lanes: 'topic' });
    expect(all(element, '.lane-head').map(textOf)).to.deep.equal(['Energy2', 'Transport and mobility1']);
    const select = part(element, '.timeline-tools .lanes') as HTMLSelectElement;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.lanes).to.equal('committee');
    expect(all(element, '.lane-head').map(textOf)).to.deep.equal(['ISO/TC 2682', 'ITU-T SG201']);
    const color = part(element, '.timeline-tools .color') as HTMLSelectElement;
    color.selectedIndex = 3;
    color.dispatchEvent(new Event('change'));
    expect(element.state.color).to.equal('status');
  });

  it('TL32 fits a phone, both directions and forced colours without anything sideways', async () => {
    for (const [width, dir] of [
      [460, 'ltr'],
      [460, 'rtl'],
      [1280, 'rtl'],
    ] as const) {
      await viewport(width, 800);
      document.documentElement.dir = dir;
      const element = await map();
      const scroll = part(element, '.timeline-scroll');
      expect(scroll.scrollWidth).to.be.at.most(scroll.clientWidth);
      const [axis, surface] = ['.timeline-axis', '.timeline-surface'].map((one) => part(element, one).getBoundingClientRect());
      // The ticks stand above their lines
      expect(Math.abs((axis?.left ?? 0) - (surface?.left ?? 9))).to.be.lessThan(1);
      expect(Math.abs((axis?.right ?? 0) - (surface?.right ?? 9))).to.be.lessThan(1);
      const [lane] = all(element, '.lane').map((one) => one.getBoundingClientRect());
      if (width > 640) expect(lane?.left).to.be.at.least((surface?.right ?? 0) - 1);
      element.remove();
    }
  });
});

describe('the keyboard', () => {
  it('TL33 is one stop of Tab, names every text in full, and selects with Enter, with Shift in addition', async () => {
    const element = await map();
    expect(all(element, '.timeline-overlay [tabindex="0"], .timeline-cursor')).to.have.length(1);
    await to(element, 'ISO 37120, edition of May 2014');
    expect(name(element)).to.equal('ISO 37120, edition of May 2014, superseded by ISO 37120:2018, Jul 2018');
    await sendKeys({ press: 'ArrowRight' });
    expect(name(element)).to.equal('ISO 37120, edition of Jul 2018, superseded by ISO 37122, May 2019');
    await sendKeys({ press: 'ArrowDown' });
    expect(name(element)).to.equal('ISO 37122, edition of May 2019, in force');
    expect(element.shadowRoot?.activeElement === cursor(element)).to.equal(true);
    await sendKeys({ press: 'Enter' });
    expect(element.selected).to.equal('ISO 37122');
    await drawn();
    expect(name(element)).to.equal('ISO 37122, edition of May 2019, in force, selected');
    await sendKeys({ press: 'ArrowRight' });
    expect(name(element)).to.equal('ISO/DIS 37122, draft without a date, in preparation: enquiry 40.20, selected');
    await sendKeys({ press: 'ArrowDown' });
    expect(name(element)).to.equal('ITU-T Y.4903, edition of 2016, in force');
    cursor(element).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }));
    expect(element.selected).to.equal('ISO 37122, ITU-T Y.4903');
    cursor(element).focus();
    await sendKeys({ press: 'Escape' });
    expect(element.selected).to.equal('');
  });

  it('TL34 zooms and moves time from the axis, and 0 shows everything again', async () => {
    const element = await map(STANDARDS, { filter: 'year:2023..2024' });
    const band = part(element, '.band');
    const place = (): number[] => [band.offsetLeft, band.offsetWidth];
    const before = place();
    part(element, '.timeline-axis').focus();
    await sendKeys({ press: '+' });
    await drawn();
    const near = place();
    expect(near[1]).to.be.greaterThan((before[1] ?? 0) * 1.3);
    await sendKeys({ press: 'ArrowLeft' });
    await drawn();
    expect(place()[0]).to.be.greaterThan(near[0] ?? 0);
    await sendKeys({ press: '0' });
    await drawn();
    expect(place()).to.deep.equal(before);
  });

  it('TL35 opens a column of a density at its years', async () => {
    const element = await map(many(200));
    expect(name(element)).to.match(/^ISO, 20\d\d.*: \d+ texts? came out$/);
    cursor(element).focus();
    await sendKeys({ press: 'Home' });
    expect(name(element)).to.match(/^ISO, 200[0-4]/);
    await sendKeys({ press: 'Enter' });
    await drawn();
    expect(part(element, '.lane-head').getAttribute('aria-expanded')).to.equal('true');
    expect(name(element)).to.match(/^ISO \d+, edition of Mar 200\d, in force$/);
    expect(element.shadowRoot?.activeElement === cursor(element)).to.equal(true);
  });
});

describe('the pointer', () => {
  it('TL36 a click on a bar selects its standard, with Shift adds, on the ground clears; hover tells it once', async () => {
    const element = await map();
    const told: (string | null)[] = [];
    element.addEventListener('standards-hover', (event) => told.push(event.id));
    const first = middle(await to(element, 'ISO 37122, edition'));
    const second = middle(await to(element, 'ITU-T Y.4903, edition'));
    await sendMouse({ type: 'move', position: first });
    await drawn();
    expect(textOf(part(element, '.timeline .tooltip'))).to.equal(
      'ISO 37122:2019 Title of ISO 37122ISO 37122, edition of May 2019, in force',
    );
    expect(told).to.deep.equal(['ISO 37122']);
    await sendMouse({ type: 'click', position: first });
    expect(element.selected).to.equal('ISO 37122');
    part(element, '.timeline-surface').dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true, clientX: second[0], clientY: second[1] }),
    );
    expect(element.selected).to.equal('ISO 37122, ITU-T Y.4903');
    const { right, bottom } = part(element, '.timeline-surface').getBoundingClientRect();
    await sendMouse({ type: 'click', position: [Math.round(right - 60), Math.round(bottom - 40)] });
    expect(element.selected).to.equal('');
  });

  it('TL37 a stretch dragged on the axis becomes the period of the filter, in the place of an earlier one', async () => {
    const element = await map(STANDARDS, { filter: 'sdo:iso year:2016' });
    const axis = part(element, '.timeline-axis').getBoundingClientRect();
    const band = part(element, '.band');
    const year = band.offsetWidth;
    const y = Math.round(axis.top + 14);
    // From the middle of 2017 to that of 2019
    const x = axis.left + band.offsetLeft + year;
    await sendMouse({ type: 'move', position: [Math.round(x + year / 2), y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(x + year * 1.5), y] });
    await drawn();
    expect(element.filter).to.equal('sdo:iso year:2016');
    await sendMouse({ type: 'move', position: [Math.round(x + year * 2.5), y] });
    await sendMouse({ type: 'up' });
    await element.updateComplete;
    expect(element.filter).to.equal('sdo:iso year:2017..2019');
    expect(element.visible).to.deep.equal(['ISO 37120', 'ISO 37122']);
    expect((part(element, '.timeline-tools .from') as HTMLInputElement).value).to.equal('2017');
    part(element, '.period-years button').click();
    expect(element.filter).to.equal('sdo:iso');
  });

  it('TL38 the period is chosen by fingers and by keys too: handles of 24 px, and two years to type', async () => {
    const element = await map(STANDARDS, { filter: 'year:2016..2018' });
    const from = part(element, '.band .from');
    expect(from.getBoundingClientRect().width).to.be.at.least(24);
    expect(from.getAttribute('role')).to.equal('slider');
    expect(from.getAttribute('aria-valuenow')).to.equal('2016');
    from.focus();
    await sendKeys({ press: 'ArrowRight' });
    expect(element.filter).to.equal('year:2017..2018');
    await sendKeys({ press: 'PageUp' });
    expect(element.filter).to.equal('year:2018');
    await element.updateComplete;
    const band = part(element, '.band');
    const { left, top } = band.getBoundingClientRect();
    const width = band.offsetWidth;
    const touch = (type: string, clientX: number): PointerEvent =>
      new PointerEvent(type, {
        pointerId: 7,
        pointerType: 'touch',
        isPrimary: true,
        button: 0,
        buttons: 1,
        bubbles: true,
        composed: true,
        clientX,
        clientY: top + 20,
      });
    const handle = part(element, '.band .to');
    handle.dispatchEvent(touch('pointerdown', left + width));
    handle.dispatchEvent(touch('pointermove', left + width * 2.5));
    handle.dispatchEvent(touch('pointerup', left + width * 2.5));
    expect(element.filter).to.equal('year:2018..2020');
    await element.updateComplete;
    const typed = part(element, '.timeline-tools .from') as HTMLInputElement;
    typed.value = '2015';
    typed.dispatchEvent(new Event('change'));
    expect(element.filter).to.equal('year:2015..2020');
    // A year beyond the other end takes that along: the next one typed begins where this one was meant to
    for (const [end, year, becomes] of [
      ['from', '2022', 'year:2022'],
      ['to', '2024', 'year:2022..2024'],
      ['to', '2019', 'year:2019'],
    ] as const) {
      await element.updateComplete;
      const input = part(element, `.timeline-tools .${end}`) as HTMLInputElement;
      input.value = year;
      input.dispatchEvent(new Event('change'));
      expect(element.filter).to.equal(becomes);
    }
  });

  it('TL39 the wheel zooms over the axis and with Control, scrolls the lanes elsewhere; a drag moves time and lanes', async () => {
    const element = await map(many(140), { filter: 'year:2010..2030' });
    const band = part(element, '.band');
    // How far to the left of the middle 2010 begins: the farther, the nearer the zoom
    const axis = middle(part(element, '.timeline-axis'));
    const reach = (): number => axis[0] - band.getBoundingClientRect().left;
    const before = reach();
    await wheel(axis[0], axis[1], -150);
    await drawn();
    const near = reach();
    expect(near).to.be.greaterThan(before * 1.1);
    const scroll = part(element, '.timeline-scroll');
    const surface = part(element, '.timeline-surface');
    const [x, y] = middle(surface);
    surface.dispatchEvent(
      new WheelEvent('wheel', { deltaY: 10, clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true, ctrlKey: true }),
    );
    await drawn();
    expect(reach()).to.be.lessThan(near);
    expect(scroll.scrollHeight).to.be.greaterThan(scroll.clientHeight);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x, y - 60] });
    await sendMouse({ type: 'move', position: [x, y - 120] });
    await sendMouse({ type: 'up' });
    expect(scroll.scrollTop).to.be.closeTo(120, 2);
    expect(element.selected).to.equal('');
    const plain = new WheelEvent('wheel', { deltaY: 100, clientX: x, clientY: y, bubbles: true, composed: true, cancelable: true });
    surface.dispatchEvent(plain);
    expect(plain.defaultPrevented).to.equal(false);
  });
});

describe('lanes and lineage', () => {
  it('TL40 more than 150 rows are densities; a lane opens and closes by its name, and stays so', async () => {
    const element = await map([...many(200), ...STANDARDS]);
    const heads = (): (string | null)[] => all(element, '.lane-head').map((head) => head.getAttribute('aria-expanded'));
    expect(heads()).to.deep.equal(['false', 'false']);
    all(element, '.lane-head')[1]?.click();
    await drawn();
    expect(heads()).to.deep.equal(['false', 'true']);
    element.filter = 'sdo:iso,itu-t';
    await element.updateComplete;
    expect(heads()).to.deep.equal(['false', 'true']);
    expect(all(element, '.lane-head')[0]?.getAttribute('aria-label')).to.equal('ISO, 202 standards: show its bars');
  });

  it('TL41 the selected stand below with what they superseded, also what the filter leaves out', async () => {
    const element = await map(STANDARDS, { filter: 'sdo:itu-t', selected: 'ISO 37122' });
    const canvas = part(element, '.timeline-lineage canvas') as HTMLCanvasElement;
    expect(textOf(part(element, '.timeline-lineage h3'))).to.equal('Selected, with what came before and after');
    expect(canvas.offsetHeight).to.equal(2 * 20 + 4);
    expect(colours(canvas)).to.be.greaterThan(10);
    element.selected = '';
    await element.updateComplete;
    expect(all(element, '.timeline-lineage')).to.have.length(0);
  });

  it('TL42 what is selected elsewhere comes into view', async () => {
    const element = await map(many(140));
    const scroll = part(element, '.timeline-scroll');
    expect(scroll.scrollTop).to.equal(0);
    element.selected = 'ISO 23';
    await element.updateComplete;
    await drawn();
    expect(name(element)).to.equal('ISO 23, edition of Mar 2024, in force, selected');
    const [box, view] = [cursor(element).getBoundingClientRect(), scroll.getBoundingClientRect()];
    expect(box.top).to.be.at.least(view.top);
    expect(box.bottom).to.be.at.most(view.bottom);
    expect(scroll.scrollTop).to.be.greaterThan(0);
  });
});

describe('TL46 paper', () => {
  it('TL46 has all lanes, as text and not as what the canvas holds, and is empty again after it', async () => {
    const element = await map(many(200));
    dispatchEvent(new Event('beforeprint'));
    const names = [...part(element, '.timeline-paper svg').querySelectorAll('text')].map(textOf);
    for (const head of all(element, '.lane-head bdi')) expect(names.some((one) => one.startsWith(textOf(head)))).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(part(element, '.timeline-paper').childElementCount).to.equal(0);
  });
});

describe('trust', () => {
  it('TL43 a timeline that was left holds no pixels, and comes back as it was', async () => {
    const element = await map(many(200));
    const canvas = part(element, '.timeline-surface canvas') as HTMLCanvasElement;
    part(element, '.lane-head').click();
    element.view = 'graph';
    await element.updateComplete;
    expect([canvas.width, canvas.height]).to.deep.equal([0, 0]);
    element.view = 'timeline';
    await element.updateComplete;
    await shown(element);
    expect(part(element, '.lane-head').getAttribute('aria-expanded')).to.equal('true');
    const parent = element.parentElement;
    const again = part(element, '.timeline-surface canvas') as HTMLCanvasElement;
    element.remove();
    expect([again.width, again.height]).to.deep.equal([0, 0]);
    parent?.append(element);
    await element.updateComplete;
    await shown(element);
    expect(colours(part(element, '.timeline-surface canvas'))).to.be.greaterThan(10);
  });

  it('TL44 dataset text stays text, whatever it is', async () => {
    for (const [kind, payload] of Object.entries(PAYLOADS)) {
      const element = document.createElement('standards-map');
      for (const [key, value] of Object.entries({ view: 'timeline', without: 'detail', filter: '', lanes: 'topic' }))
        element.setAttribute(key, value);
      element.style.height = '600px';
      element.data = poisoned(payload);
      await fixture(html`<div>${element}</div>`);
      await element.ready;
      await shown(element);
      const { ariaLabel } = cursor(element);
      expect(ariaLabel, kind).to.contain('edition');
      // A pointer that rests where it was does not move: first away, then onto the text
      await sendMouse({ type: 'move', position: [5, 5] });
      await sendMouse({ type: 'move', position: middle(cursor(element)) });
      await drawn();
      expect(all(element, '.timeline .tooltip'), kind).to.have.length(1);
      expect(
        all(element, '.timeline :is(script, img, iframe, a, style, [onload], [onerror], [onfocus], [autofocus])'),
        kind,
      ).to.have.length(0);
      expect(part(element, '.timeline').scrollWidth, kind).to.be.at.most(Math.ceil(element.getBoundingClientRect().width));
      element.remove();
    }
    expect('tripped' in globalThis).to.equal(false);
  });

  it('TL45 a thousand editions of one standard with the longest id there can be leave the page as wide as it is', async () => {
    const long = 'ISO '.padEnd(100, '9');
    const editions = Array.from({ length: 1000 }, (_, i) => edition(`${long}:${String(i)}`, '2020', 'in-force'));
    const element = await map([standard(long, { editions })]);
    const { width } = element.getBoundingClientRect();
    expect(part(element, '.timeline').scrollWidth).to.be.at.most(Math.ceil(width));
    cursor(element).focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(name(element)).to.contain('edition of 2020');
  });
});
