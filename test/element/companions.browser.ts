import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsCompanion } from '../../src/element/companion.js';
import { StandardsHoverEvent } from '../../src/element/events.js';
import { sharedBy } from '../../src/element/shared-map.js';
import { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';
import { clearAddress } from './map-parts.js';

const KINDS = ['table', 'matrix', 'timeline', 'detail'] as const;
const isWebKit = navigator.userAgent.includes('AppleWebKit') && !navigator.userAgent.includes('Chrome');
type Kind = (typeof KINDS)[number];
const SHOWN: Readonly<Record<Kind, string>> = { table: '.table-view', matrix: '.matrix', timeline: '.timeline', detail: 'aside.detail' };

/** Waits for something that a page gets round to; a test that waits in vain ends with the time that the runner gives it. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await drawn();
}

function map(id: string, data: Dataset | null = dataset(), attributes: Readonly<Record<string, string>> = {}): StandardsMap {
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries({ id, motion: 'none', history: 'none', ...attributes })) element.setAttribute(name, value);
  element.style.blockSize = '480px';
  element.data = data;
  return element;
}

function companion(kind: Kind, goal = 'city'): StandardsCompanion {
  const element = document.createElement(`standards-${kind}`);
  if (goal) element.setAttribute('for', goal);
  return element;
}

const inside = (element: HTMLElement, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
const read = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const note = (element: HTMLElement): string => read(inside(element, '.companion-note'));
const rows = (element: HTMLElement): readonly string[] =>
  [...(element.shadowRoot?.querySelectorAll('.table-body .c-id') ?? [])].map((cell) => read(cell));
const isReady = (element: HTMLElement): boolean => element.matches(':state(ready)');

/** Puts elements into the page, in this order, and waits until all companions show their map. */
async function page(...elements: readonly HTMLElement[]): Promise<void> {
  document.body.append(...elements);
  for (const element of elements) {
    if (element instanceof StandardsMap) await element.ready;
    else await until(() => isReady(element));
  }
  await drawn();
}

/** What a sentence of a companion says once it is there. */
async function told(element: HTMLElement): Promise<string> {
  await until(() => element.matches(':state(error)'));
  return note(element);
}

beforeEach(clearAddress);
afterEach(() => {
  for (const element of document.querySelectorAll(
    'standards-map, standards-table, standards-matrix, standards-timeline, standards-detail, .host',
  ))
    element.remove();
  clearAddress();
});

describe('companions of a map', () => {
  // The first of all: later ones have loaded it
  it('CO11 a page without companions loads nothing of them', async () => {
    const loaded = (): boolean => performance.getEntriesByType('resource').some(({ name }) => name.includes('companion-body'));
    performance.setResourceTimingBufferSize(5000);
    document.body.append(map('city'));
    await document.querySelector('standards-map')?.ready;
    expect(loaded()).to.equal(false);
    document.body.append(companion('detail'));
    await until(loaded);
  });

  for (const kind of KINDS) {
    it(`CO1 a ${kind} in a place of its own shows the records of its map, under a name, as a part, without a fault that axe finds`, async () => {
      const city = map('city');
      const beside = companion(kind);
      beside.append('the fallback');
      city.selected = 'ISO 37122';
      await page(city, beside);
      await until(() => inside(beside, SHOWN[kind]) !== null);
      const shown = inside(beside, SHOWN[kind]);
      expect(shown?.getAttribute('part')).to.equal(kind);
      expect(shown?.getAttribute('aria-label')).to.have.length.above(3);
      expect(read(shown)).to.contain('ISO');
      expect(shown?.getBoundingClientRect().height).to.be.above(100);
      expect(inside(beside, 'slot:not([name])')).to.equal(null);
      await expect(beside).to.be.accessible({ ignoredRules: ['label-content-name-mismatch'] });
    });
  }

  it('CO2 a choice in a companion is the choice of the map, which tells the page; the companion tells nothing itself', async () => {
    const [city, table, detail] = [map('city'), companion('table'), companion('detail')];
    await page(city, table, detail);
    const heard: EventTarget[] = [];
    const hear = (event: Event): void => {
      heard.push(event.target ?? document);
    };
    document.addEventListener('standards-select', hear);
    inside(table, '.table-body [role=row] .c-id')?.click();
    await city.updateComplete;
    document.removeEventListener('standards-select', hear);
    expect(heard).to.deep.equal([city]);
    expect(city.selected).to.equal(rows(table)[0]);
    await until(() => inside(detail, 'h2') !== null);
    expect(read(inside(detail, 'h2'))).to.equal(city.selected);
    expect(detail.matches(':state(empty)')).to.equal(false);
  });

  it('CO2 filter, day and selection of the map are those of all its companions, whoever changes them', async () => {
    const [city, table, other] = [map('city'), companion('table'), companion('table')];
    await page(city, table, other);
    const all = rows(table);
    city.filter = 'sdo:itu-t';
    await until(() => rows(table).length < all.length && rows(other).length < all.length);
    expect(rows(table)).to.deep.equal([...city.visible]);
    expect(rows(other)).to.deep.equal([...city.visible]);
    city.filter = '';
    await until(() => rows(table).length === all.length && rows(other).length === all.length);
  });

  it('CO2 what rests under the pointer in a timeline is told by the map alone', async () => {
    const [city, timeline] = [map('city'), companion('timeline')];
    await page(city, timeline);
    const heard: [EventTarget | null, string | null][] = [];
    for (const element of [city, timeline])
      element.addEventListener('standards-hover', (event) => {
        if (event instanceof StandardsHoverEvent) heard.push([event.target, event.id]);
      });
    sharedBy(city)?.part()?.actions.hover?.('ISO 37122');
    expect(heard).to.deep.equal([[city, 'ISO 37122']]);
  });

  it('CO3 a map may come after its companion, go, and be replaced; the sentence says what to do meanwhile', async () => {
    const table = companion('table');
    document.body.append(table);
    expect(await told(table))
      .to.contain('no map with the id “city”')
      .and.to.contain('standards-table');
    const first = map('city');
    document.body.append(first);
    await until(() => isReady(table));
    const before = rows(table).length;
    first.remove();
    expect(await told(table)).to.contain('no map with the id “city”');
    expect(isReady(table)).to.equal(false);
    document.body.append(map('city', dataset({ standards: [standard('ISO 1')] })));
    await until(() => isReady(table) && rows(table).length === 1);
    expect(before).to.be.above(1);
    expect(rows(table)).to.deep.equal(['ISO 1']);
  });

  it('CO3 another dataset of the map is shown, and a map that fails says so beside it', async () => {
    const [city, table] = [map('city'), companion('table')];
    await page(city, table);
    city.data = { ...dataset(), standards: [standard('ISO 2')] };
    await until(() => isReady(table) && rows(table)[0] === 'ISO 2');
    city.data = { format: 'nothing' };
    expect(await told(table)).to.contain('no dataset that it could show');
  });

  it('CO4 of two maps each has companions of its own; another `for` goes over to the other', async () => {
    const [city, village] = [map('city'), map('village', dataset({ standards: [standard('ISO 3')] }))];
    const [one, two] = [companion('table'), companion('table', 'village')];
    await page(city, village, one, two);
    expect(rows(one)).to.deep.equal([...city.visible]);
    expect(rows(two)).to.deep.equal(['ISO 3']);
    village.selected = 'ISO 3';
    await village.updateComplete;
    expect(city.selected).to.equal('');
    one.setAttribute('for', 'village');
    await until(() => rows(one).length === 1);
    expect(rows(one)).to.deep.equal(['ISO 3']);
    village.id = 'town';
    expect(await told(one)).to.contain('“village”');
    two.setAttribute('for', 'town');
    await until(() => isReady(two));
  });

  it('CO5 the id is looked up in the shadow root of the companion, then in the document; the property `map` reaches any root', async () => {
    const host = document.createElement('div');
    host.className = 'host';
    const root = host.attachShadow({ mode: 'open' });
    const hidden = map('city', dataset({ standards: [standard('ISO 4')] }));
    const [near, far, given] = [companion('table'), companion('table', 'outside'), companion('table', '')];
    root.append(hidden, near, far);
    document.body.append(host, map('outside'), given);
    await until(() => isReady(near) && isReady(far));
    expect(rows(near)).to.deep.equal(['ISO 4']);
    expect(rows(far)).to.have.length.above(1);
    expect(await told(given))
      .to.contain('does not say which map')
      .and.to.contain('for=');
    given.map = hidden;
    await until(() => isReady(given));
    expect(rows(given)).to.deep.equal(['ISO 4']);
  });

  it('CO6 what is no map, or the map of another version, is told as that', async () => {
    const other = document.createElement('div');
    other.id = 'other';
    other.className = 'host';
    const detail = companion('detail', 'other');
    document.body.append(other, detail);
    expect(await told(detail))
      .to.contain('<div>')
      .and.to.contain('no map');
    // A map of another version is defined and shares nothing
    class OldMap extends HTMLElement {}
    customElements.define('old-map', OldMap);
    const old = document.createElement('old-map');
    Object.defineProperty(old, 'localName', { value: 'standards-map' });
    detail.map = old;
    await until(() => note(detail).includes('another version'));
  });

  it('CO7 a hidden map serves its companions, though it would wait for the viewport itself', async () => {
    const city = map('city', null, { src: '/test/fixtures/small.json', hidden: '', without: 'toolbar detail legend' });
    const table = companion('table');
    document.body.append(city, table);
    await until(() => isReady(table));
    expect(rows(table)).to.deep.equal([...city.visible]);
    expect(city.getClientRects()).to.have.lengthOf(0);
  });

  it('CO7 without a companion a map outside of the viewport still waits', async () => {
    const spacer = document.createElement('div');
    spacer.className = 'host';
    spacer.style.blockSize = '9000px';
    const city = map('city', null, { src: '/test/fixtures/small.json' });
    document.body.append(spacer, city);
    await city.updateComplete;
    await drawn();
    await drawn();
    expect(city.catalogue).to.equal(undefined);
    expect(city.matches(':state(loading)')).to.equal(true);
  });

  it('CO8 a companion that goes is forgotten by its map, and comes back with what the map shows then', async () => {
    const [city, table] = [map('city'), companion('table')];
    const shared = sharedBy(city);
    if (!shared) throw new Error('the map shares nothing');
    const subscribe = shared.subscribe.bind(shared);
    let count = 0;
    shared.subscribe = (callback) => {
      count += 1;
      const end = subscribe(callback);
      return () => {
        count -= 1;
        end();
      };
    };
    await page(city, table);
    expect(count).to.equal(1);
    table.remove();
    expect(count).to.equal(0);
    let updates = 0;
    const update = table.requestUpdate.bind(table);
    table.requestUpdate = (...given) => {
      updates += 1;
      update(...given);
    };
    city.filter = 'sdo:itu-t';
    await city.updateComplete;
    expect(updates).to.equal(0);
    document.body.append(table);
    expect(count).to.equal(1);
    await until(() => rows(table).length === city.visible.length);
    city.remove();
    await told(table);
    expect(count).to.equal(0);
  });

  it('CO9 the details stand for what is selected, for a pair and for the list of a lens, and close as in the map', async () => {
    const [city, detail] = [map('city', dataset(), { without: 'detail' }), companion('detail')];
    await page(city, detail);
    expect(note(detail)).to.contain('Nothing is selected');
    expect(detail.matches(':state(empty)')).to.equal(true);
    city.selected = 'ISO 37122, ITU-T Y.4903/L.1603';
    await until(() => inside(detail, '.detail.wide') !== null);
    expect(inside(city, '.detail')).to.equal(null);
    city.selected = 'ISO 37122';
    await until(() => read(inside(detail, 'h2')) === 'ISO 37122');
    const close = inside(detail, 'header .icon');
    close?.focus();
    close?.click();
    await until(() => inside(detail, '.detail') === null);
    expect(city.selected).to.equal('');
    // WebKitGTK hands on no focus of a clicked button
    if (!isWebKit) expect(detail.shadowRoot?.activeElement?.className).to.equal('companion-note');
    city.highlight = 'gaps';
    await until(() => inside(detail, '.detail') !== null);
    expect(read(inside(detail, 'h2'))).to.contain('Gaps');
  });

  it('CO10 a matrix beside a map that shows its matrix keeps an order of its own', async () => {
    const [city, matrix] = [map('city', dataset(), { view: 'matrix' }), companion('matrix')];
    await page(city, matrix);
    await until(() => inside(city, '.matrix table') !== null && inside(matrix, '.matrix table') !== null);
    const heads = (element: HTMLElement): readonly string[] =>
      [...(element.shadowRoot?.querySelectorAll('tbody th .label') ?? [])].map(read);
    const before = heads(city);
    expect(heads(matrix)).to.deep.equal(before);
    inside(matrix, 'thead th.total button')?.click();
    await drawn();
    expect(heads(city)).to.deep.equal(before);
    expect(matrix.shadowRoot?.querySelector('.sorted')).not.to.equal(null);
    expect(city.shadowRoot?.querySelector('.sorted')).to.equal(null);
  });
});
