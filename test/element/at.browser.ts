import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { drawn, viewport } from '../browser.js';
import { dataFile, someOfIt } from './shipped.js';

const base = location.pathname + location.search;
const DAY = '2020-05-01';

/** A map of some of the shipped records, unless `data` is given: how many there are matters to few of these tests. */
async function create(given: object = {}, attributes: Readonly<Record<string, string>> = {}): Promise<StandardsMap> {
  await viewport(1280, 800);
  const element = document.createElement('standards-map');
  element.style.cssText = 'position: fixed; inset: 0; inline-size: auto; aspect-ratio: auto; min-block-size: 0';
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  Object.assign(element, { data: await someOfIt(), motion: 'none', loading: 'eager', filter: '', ...given });
  document.body.append(element);
  await element.ready;
  await settled(element);
  return element;
}

async function settled(element: StandardsMap): Promise<void> {
  await element.updateComplete;
  await drawn();
  await element.updateComplete;
}

const maybe = (element: StandardsMap, selector: string): HTMLElement | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? undefined;
const part = (element: StandardsMap, selector: string): HTMLElement => {
  const found = maybe(element, selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
};
const textOf = (element: StandardsMap, selector: string): string => part(element, selector).textContent.replace(/\s+/g, ' ').trim();
const slider = (element: StandardsMap): HTMLInputElement => part(element, '.day-track input') as HTMLInputElement;

async function openSlider(element: StandardsMap): Promise<void> {
  part(element, '.show-day').click();
  await settled(element);
}

async function press(element: StandardsMap, key: string): Promise<void> {
  slider(element).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
  await letGo(element);
}

/** Waits until what the hand holds is shown: a day that takes long is followed by a rest. */
async function letGo(element: StandardsMap): Promise<void> {
  const held = (): number => slider(element).valueAsNumber;
  const shown = (): number => Date.parse(lastDay(element.at === '' ? '2026-08-22' : element.at)) / 86_400_000;
  do await settled(element);
  while (held() !== shown());
}

/** Moves the thumb by a made-up hand. */
async function slideTo(element: StandardsMap, day: string): Promise<void> {
  const input = slider(element);
  input.valueAsNumber = Date.parse(day) / 86_400_000;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await letGo(element);
}

const lastDay = (date: string): string => {
  const [year = '', month = '12', day] = date.split('-');
  return `${year}-${month}-${day ?? String(new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()).padStart(2, '0')}`;
};

/** Ids of the standards of which a text was out by a day, or that their source had by then: from the file alone. */
function thereOn({ standards, sources }: Dataset, day: string): readonly string[] {
  const end = lastDay(day);
  const asOf = new Map(sources.map((source) => [source.id, lastDay(source.asOf)]));
  return standards
    .filter(
      (one) =>
        one.editions.some(({ date }) => date !== undefined && lastDay(date) <= end) ||
        one.sources.reduce((latest, id) => (latest > (asOf.get(id) ?? '') ? latest : (asOf.get(id) ?? '')), '') <= end,
    )
    .map(({ id }) => id);
}

/** Where the marks of standards stand on the page, CSS px. */
function places(element: StandardsMap): ReadonlyMap<string, readonly [number, number]> {
  const { left, top } = part(element, '.surface').getBoundingClientRect();
  const picture = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
  const found = new Map<string, readonly [number, number]>();
  for (const circle of picture.querySelectorAll('.marks circle')) {
    const [x = NaN, y = NaN] = ['cx', 'cy'].map((name) => Number(circle.getAttribute(name)));
    found.set(circle.textContent, [left + x, top + y]);
  }
  return found;
}

const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));

describe('the landscape as of a day', () => {
  let element: StandardsMap;

  afterEach(() => {
    element.remove();
    document.documentElement.style.colorScheme = '';
    document.documentElement.dir = '';
    history.replaceState(null, '', base);
  });

  it('AD1 is an attribute and a property; null and a removed attribute mean the latest, and what is no day leaves it as it is', async () => {
    element = await create({}, { at: DAY });
    expect(element.at).to.equal(DAY);
    element.at = '2019-02-30';
    expect(element.at).to.equal(DAY);
    element.setAttribute('at', '2019-05');
    expect(element.at).to.equal('2019-05');
    element.removeAttribute('at');
    expect(element.at).to.equal('');
    Object.assign(element, { at: 7 });
    expect(element.state.at).to.equal('');
    Object.assign(element, { at: DAY });
    Object.assign(element, { at: null });
    expect(element.at).to.equal('');
  });

  it('AD2 graph, matrix, timeline, table, filters, status line and exports show what the dates of the file say was there', async () => {
    const data = await dataFile();
    element = await create({ data, at: DAY });
    const there = thereOn(data, DAY);
    expect(element.visible).to.deep.equal(there);
    expect(there.length)
      .to.be.greaterThan(1000)
      .and.lessThan(data.standards.length - 500);
    const drawnIds = [...places(element).keys()];
    const known = new Set(there);
    expect(drawnIds.filter((name) => data.standards.some(({ id }) => id === name) && !known.has(name))).to.deep.equal([]);
    expect(textOf(element, '.status [role=status]')).to.equal(
      `${there.length.toLocaleString('en')} of ${there.length.toLocaleString('en')} standards, as of May 1, 2020`,
    );
    const etsi = there.filter((id) => element.catalogue?.sdosOf(element.catalogue.standard(id) as never).includes('etsi')).length;
    const option = [...part(element, '.filters').querySelectorAll('label')].find((label) => label.textContent.includes('ETSI'));
    expect(numberIn(option?.querySelector('.number')?.textContent ?? '')).to.equal(etsi);
    expect(element.coverage?.scope).to.equal(there.length);
    element.view = 'table';
    await settled(element);
    while (!maybe(element, '.table-view [aria-rowcount], .table-view table')) await drawn();
    expect(textOf(element, '.table-view')).to.include(`${there.length.toLocaleString('en')} standards`);
    const rows = element.toCSV().trim().split(/\r?\n/);
    expect(rows.filter((row) => /^"?(ISO|IEC|ITU|ETSI|OGC|IEEE|OASIS|W3C|EN|CISPR)/.test(row)).length).to.be.greaterThan(1000);
    element.view = 'timeline';
    while (!maybe(element, '.timeline-overlay button')) await settled(element);
    const lanes = [...part(element, '.timeline').querySelectorAll('.timeline-overlay button')].map(
      (button) => button.getAttribute('aria-label') ?? '',
    );
    const home = (id: string): string => {
      const standard = element.catalogue?.standard(id);
      return standard && element.catalogue ? element.catalogue.home(standard) : '';
    };
    const ofIso = there.filter((id) => home(id) === 'iso').length;
    expect(lanes.find((name) => name.startsWith('ISO,'))).to.include(`ISO, ${String(ofIso)} standards`);
  });

  it('AD2 a status is the one of that day, in filters and in the file that is handed out', async () => {
    element = await create({ data: await dataFile(), at: DAY, filter: 'status:in-force' });
    const now = new Map((await dataFile()).standards.map(({ id, status }) => [id, status]));
    const since = element.visible.filter((id) => now.get(id) === 'superseded');
    expect(since.length).to.be.greaterThan(10);
    const csv = element.toCSV();
    expect(csv.split(/\r?\n/).find((row) => row.startsWith(`${String(since[0])},`))).to.include('in-force');
    expect(csv).to.include(DAY);
  });

  it('AD3 no mark moves while the day does: they appear and vanish in place', async () => {
    element = await create({ data: await dataFile(), at: '2024-01-01' });
    await openSlider(element);
    const before = places(element);
    for (const day of ['2010-01-01', '2016-06-30', '2024-07', '']) {
      element.at = day;
      await settled(element);
      const after = places(element);
      const moved = [...after].filter(([id, [x, y]]) => {
        const was = before.get(id);
        return was && Math.hypot(x - was[0], y - was[1]) > 0.5;
      });
      expect(moved, day).to.deep.equal([]);
      expect([...after.keys()].filter((id) => before.has(id)).length, day).to.be.greaterThan(50);
      expect(after.size, day).to.not.equal(before.size);
    }
  });

  it('AD4 says in every view that a past day is shown, also where the page leaves the toolbar out, and nothing of it for the latest', async () => {
    element = await create({ at: DAY, without: 'toolbar' });
    for (const view of ['graph', 'matrix', 'timeline', 'table'] as const) {
      element.view = view;
      await settled(element);
      expect(textOf(element, '.day-banner'), view).to.include('Landscape as of May 1, 2020');
      expect(part(element, '.day-banner').checkVisibility(), view).to.equal(true);
    }
    expect(maybe(element, '.day-track')).to.equal(undefined);
    element.at = '';
    await settled(element);
    expect(maybe(element, '.day')).to.equal(undefined);
  });

  it('AD18 what is known of a past day is told by a button, as text, and Escape closes it', async () => {
    const element = await create({}, { at: DAY });
    const summary = part(element, '.day-meaning summary');
    expect(summary.getAttribute('aria-label')).to.equal('What is known of a past day');
    const told = part(element, '.day-meaning p');
    expect(told.checkVisibility()).to.equal(false);
    summary.click();
    await settled(element);
    expect(told.checkVisibility()).to.equal(true);
    expect(told.textContent).to.include('Topics, committees and groups are today’s.');
    summary.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await settled(element);
    expect(told.checkVisibility()).to.equal(false);
    expect(element.at).to.equal(DAY);
  });

  it('AD19 where no standard of a day passes the filter the day is told, with the way to the latest', async () => {
    const element = await create({ filter: 'year:2025', at: DAY });
    expect(element.visible).to.deep.equal([]);
    expect(textOf(element, '.stage .message p')).to.equal('No standard that was there on May 1, 2020 passes this filter.');
    part(element, '.stage .message button').click();
    await settled(element);
    expect(element.at).to.equal('');
    expect(element.visible.length).to.be.greaterThan(0);
  });

  it('AD5 the slider goes by keys: months, years, to the first text, to the latest, from meeting to meeting', async () => {
    element = await create({ at: '2024-03-31' });
    await openSlider(element);
    const seen: string[] = [];
    for (const key of [
      'ArrowLeft',
      'ArrowRight',
      'PageUp',
      'PageDown',
      ']',
      ']',
      '[',
      'Home',
      'ArrowLeft',
      'ArrowUp',
      'End',
      'ArrowRight',
    ]) {
      await press(element, key);
      seen.push(element.at);
    }
    expect(seen).to.deep.equal([
      '2024-02-29',
      '2024-03-29',
      '2025-03-29',
      '2024-03-29',
      '2024-07',
      '2025-01',
      '2024-07',
      '1988-06-30',
      '1988-06-30',
      '1988-07-30',
      '',
      '',
    ]);
    element.at = '2024-07';
    await settled(element);
    const there = thereOn(await someOfIt(), '2024-07').length.toLocaleString('en');
    expect(slider(element).getAttribute('aria-valuetext')).to.equal(`July 2024, ${there} standards`);
    expect(slider(element).type).to.equal('range');
    const options = [...part(element, '.day-more').querySelectorAll('option')].map(({ textContent }) => textContent);
    expect(options).to.have.length(1 + ((await someOfIt()).activities?.length ?? 0));
    expect(options[1]).to.equal('Sep 2025, JCA-IoT, DT and SSC&C');
    expect([...part(element, '.day-marks').querySelectorAll('title')].map(({ textContent }) => textContent)).to.include(
      'Jul 2022, JCA-IoT, DT and SSC&C',
    );
  });

  it('AD5 mirrored from right to left, the left arrow goes on in time', async () => {
    document.documentElement.dir = 'rtl';
    element = await create({ at: '2024-03-15' });
    await openSlider(element);
    await press(element, 'ArrowLeft');
    expect(element.at).to.equal('2024-04-15');
  });

  it('AD5 a day can be typed, and what is no day is told', async () => {
    element = await create({ at: DAY });
    await openSlider(element);
    const field = part(element, '.day-more input[type=date]') as HTMLInputElement;
    expect(field.value).to.equal(DAY);
    field.value = '2025-09-26';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(element);
    expect(textOf(element, '.day-banner')).to.include('Landscape as of September 26, 2025');
    field.value = '';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await settled(element);
    expect(element.at).to.equal('2025-09-26');
    expect(textOf(element, '.notices')).to.include('is not a day');
  });

  it('AD20 a day that is asked for while the hand holds another one is shown, until the hand moves on', async () => {
    element = await create({ at: DAY });
    await openSlider(element);
    const hold = (day: string): void => {
      slider(element).valueAsNumber = Date.parse(day) / 86_400_000;
      slider(element).dispatchEvent(new Event('input', { bubbles: true }));
    };
    hold('2019-02-03');
    element.at = '2024-07';
    await settled(element);
    expect([element.at, slider(element).getAttribute('aria-valuetext')?.split(',')[0]]).to.deep.equal(['2024-07', 'July 2024']);
    // Also one that is held at the day that is shown
    hold('2024-07-31');
    element.at = '2022-01';
    await settled(element);
    expect([element.at, slider(element).getAttribute('aria-valuetext')?.split(',')[0]]).to.deep.equal(['2022-01', 'January 2022']);
    hold('2019-02-03');
    hold('2019-02-04');
    await letGo(element);
    expect(element.at).to.equal('2019-02-04');
  });

  it('AD6 a drag is one step that undo takes back', async () => {
    element = await create();
    await openSlider(element);
    const hand = (type: string): boolean => slider(element).dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
    hand('pointerdown');
    for (let day = 1; day <= 28; day++) {
      slider(element).valueAsNumber = Date.parse(`2019-02-${String(day).padStart(2, '0')}`) / 86_400_000;
      slider(element).dispatchEvent(new Event('input', { bubbles: true }));
      await drawn();
    }
    await letGo(element);
    hand('pointerup');
    expect(element.at).to.equal('2019-02-28');
    expect(element.undo()).to.equal(true);
    expect(element.at).to.equal('');
    expect(element.undo()).to.equal(false);
    expect(element.redo()).to.equal(true);
    expect(element.at).to.equal('2019-02-28');
  });

  it('AD7 stands in the address and in the state, and comes back from both', async () => {
    element = await create({ id: 'm' });
    await openSlider(element);
    await slideTo(element, '2021-03-04');
    const state = JSON.parse(JSON.stringify(element.state)) as object;
    element.remove();
    expect(location.hash).to.include('m.at=2021-03-04');
    const shown = element.visible;
    element = await create({ id: 'm' });
    expect(element.at).to.equal('2021-03-04');
    expect(element.visible).to.deep.equal(shown);
    element.at = '';
    element.restore(state);
    expect(element.at).to.equal('2021-03-04');
  });

  it('AD8 before the first text the map is empty and says why; one press shows the latest', async () => {
    element = await create({ at: '1980' });
    expect(element.visible).to.deep.equal([]);
    expect(textOf(element, '.message')).to.include(
      'Nothing is known of 1980: the first text in this dataset is of June 1988.'.replace('June 1988', 'June 30, 1988'),
    );
    part(element, '.message button').click();
    await settled(element);
    expect(element.visible).to.have.length((await someOfIt()).standards.length);
  });

  it('AD8 a day that is not before that of the dataset is the latest, and is told', async () => {
    element = await create({ at: '2099-01-01' });
    expect(element.visible).to.have.length((await someOfIt()).standards.length);
    expect(textOf(element, '.notices')).to.include(
      'January 1, 2099 is not before the day of this dataset, August 22, 2026: the latest is shown.',
    );
    expect(maybe(element, '.day')).to.equal(undefined);
    expect(element.matches(':state(filtered)')).to.equal(false);
  });

  it('AD9 the panel says where a standard stood and where it stands, and tells what came later apart', async () => {
    const data = await someOfIt();
    const revised = data.standards.find(
      ({ status, editions }) =>
        status === 'in-force' &&
        editions.filter(({ kind = 'edition', date }) => kind === 'edition' && date !== undefined).length >= 2 &&
        (editions[0]?.date ?? '9') < '2018' &&
        (editions.at(-1)?.date ?? '0') > '2021',
    );
    if (!revised) throw new Error('no standard of several editions');
    element = await create({ at: DAY, selected: revised.id });
    expect(textOf(element, '.detail .day-then')).to.equal('As of May 1, 2020: in force. Today: in force.');
    const rows = [...part(element, '.editions').querySelectorAll('li')];
    expect(rows).to.have.length(revised.editions.length);
    const later = revised.editions.filter(({ date }) => date === undefined || lastDay(date) > DAY).length;
    expect(rows.filter((row) => row.querySelector('.later'))).to.have.length(later);
    expect(later).to.be.greaterThan(0);
  });

  it('AD9 what was chosen and was not there yet is not drawn; its panel says since when it is', async () => {
    element = await create({ at: '2015-01-01' });
    const young = (await someOfIt()).standards.find(({ editions }) => editions.every(({ date }) => (date ?? '') > '2022')) ?? { id: '' };
    const all = places(element).size;
    element.selected = young.id;
    await settled(element);
    expect(places(element).has(young.id)).to.equal(false);
    expect(places(element).size).to.be.at.most(all);
    expect(textOf(element, '.detail .day-then')).to.match(/^Not there yet as of January 1, 2015: its first text is of .* 20\d\d\.$/);
  });

  for (const scheme of ['light', 'dark'])
    it(`AD10 the slider is accessible in ${scheme} colours, and its targets are large enough`, async () => {
      document.documentElement.style.colorScheme = scheme;
      element = await create({ at: '2024-07' });
      await openSlider(element);
      await expect(element).to.be.accessible();
      for (const target of part(element, '.day').querySelectorAll('button, select, input, [tabindex]')) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), `${target.localName} ${target.className} ${target.ariaLabel ?? ''}`).to.be.at.least(24);
      }
    });

  it('AD11 the lanes of the timeline stay where they are while the day moves', async () => {
    element = await create({ view: 'timeline' });
    const lanes = (): readonly number[] =>
      [...part(element, '.timeline').querySelectorAll('.timeline-overlay button')].map((one) =>
        Math.round(one.getBoundingClientRect().top - part(element, '.timeline').getBoundingClientRect().top),
      );
    while (!maybe(element, '.timeline-overlay button')) await settled(element);
    element.at = '2024-01-01';
    await settled(element);
    const before = lanes();
    for (const day of ['2019-01-01', '2005-01-01']) {
      element.at = day;
      await settled(element);
      expect(lanes(), day).to.deep.equal(before);
    }
  });

  it('AD12 overlap candidates are among what was active then', async () => {
    element = await create({ data: await dataFile(), at: '2015-03-31', highlight: 'overlaps' });
    const active = new Set(element.visible.filter((id) => element.overlaps.some(({ a, b }) => a === id || b === id)));
    expect(element.overlaps.length).to.be.greaterThan(5);
    for (const { a, b } of element.overlaps) expect(active.has(a) && active.has(b), `${a} ${b}`).to.equal(true);
  });
});
