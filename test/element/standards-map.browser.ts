import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsErrorEvent, StandardsFilterEvent, StandardsSelectEvent } from '../../src/element/events.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';

const clearHash = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};

async function map(data: object | null = dataset(), attributes: Readonly<Record<string, string>> = {}): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.style.height = '560px';
  element.data = data;
  await fixture(html`<div>${element}</div>`);
  if (data) await element.ready;
  return element;
}

/** What is in the shadow root; a test that looks for what is not there fails with its selector. */
function part(element: StandardsMap, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
}
const has = (element: StandardsMap, selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;
const textOf = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const press = async (element: StandardsMap, selector: string): Promise<void> => {
  part(element, selector).click();
  await element.updateComplete;
};
const button = (element: StandardsMap, text: string): HTMLElement => {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((b) => textOf(b) === text);
  if (!found) throw new Error(`no button says ${text}`);
  return found;
};

beforeEach(clearHash);
after(clearHash);

describe('a good dataset', () => {
  it('is drawn, and ready says so', async () => {
    const element = await map();
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(element.matches(':state(loading)')).to.equal(false);
    const canvas = part(element, '.surface canvas') as HTMLCanvasElement;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    expect(new Set(pixels).size).to.be.greaterThan(10);
    expect(element.catalogue?.standards).to.have.length(5);
    expect(element.issues).to.deep.equal([]);
  });

  it('announces itself with standards-load, which does not bubble', async () => {
    const element = document.createElement('standards-map');
    let bubbled = false;
    document.addEventListener('standards-load', () => (bubbled = true), { once: true });
    element.data = dataset();
    setTimeout(() => document.body.append(element));
    await oneEvent(element, 'standards-load');
    expect(bubbled).to.equal(false);
    await element.ready;
    element.remove();
  });

  it('tells how many of how many, and how old each source is', async () => {
    const data = dataset();
    const sources = data.sources.map((source) => ({ ...source, sdos: source.id === 'itu' ? ['itu-t'] : ['iso'] }));
    const element = await map({ ...data, sources }, { filter: 'sdo:itu-t' });
    expect(textOf(part(element, '[part=status]'))).to.equal('2 of 5 standards As of: ISO Jun 2, 2025 ITU-T Aug 22, 2026');
  });

  it('takes properties that were set before the element was defined', async () => {
    // A document without a window upgrades nothing.
    const element = document.implementation.createHTMLDocument().createElement('standards-map');
    expect('ready' in element).to.equal(false);
    Object.assign(element, { data: dataset(), filter: 'sdo:itu-t', selected: 'ITU-T Y.4000' });
    document.body.append(element);
    await element.ready;
    expect(element.visible).to.deep.equal(['ITU-T Y.4903/L.1603', 'ITU-T Y.4000']);
    expect(element.selected).to.equal('ITU-T Y.4000');
    element.remove();
  });

  it('opens with the filter of the dataset, unless the page asks for another', async () => {
    const opening = { filter: 'sdo:iso', label: 'ISO only' };
    const element = await map(dataset({ opening }));
    expect(element.filter).to.equal('sdo:iso');
    expect(element.visible).to.have.length(3);
    button(element, 'All standards').click();
    await element.updateComplete;
    expect(element.visible).to.have.length(5);
    button(element, 'ISO only').click();
    expect(element.visible).to.have.length(3);
    const whole = await map(dataset({ opening }), { filter: '' });
    expect(whole.visible).to.have.length(5);
  });

  it('is left as it was handed in', async () => {
    const data = dataset();
    const before = JSON.stringify(data);
    await map(data);
    expect(JSON.stringify(data)).to.equal(before);
    expect(Object.isFrozen(data.standards)).to.equal(false);
  });

  it('can be replaced, also while another is loading', async () => {
    const element = await map();
    element.src = new URL('./nowhere.json', location.href).href;
    element.data = dataset({ standards: [standard('ISO 1')] });
    await oneEvent(element, 'standards-load');
    await element.ready;
    expect(element.catalogue?.standards.map((s) => s.id)).to.deep.equal(['ISO 1']);
  });
});

describe('a bad dataset', () => {
  const broken = (): Dataset => dataset({ standards: [standard('ISO 1', { topics: ['enegry'] })] });

  it('shows its issues readably and keeps the fallback', async () => {
    const element = await map(null);
    element.append('The fallback of the page');
    element.data = broken();
    const event = (await oneEvent(element, 'standards-error')) as unknown as StandardsErrorEvent;
    await element.updateComplete;
    expect(event.kind).to.equal('reference');
    expect(event.bubbles).to.equal(false);
    expect(event.issues.map((issue) => issue.nearest)).to.deep.equal(['energy']);
    expect(textOf(part(element, '[role=alert]'))).to.contain(
      'data standards[0] "ISO 1": topics[0] "enegry" is not a topic. Nearest: "energy".',
    );
    expect(has(element, '.waiting slot:not([name])')).to.equal(true);
    expect(element.matches(':state(error)')).to.equal(true);
    expect(has(element, '.surface:not([hidden])')).to.equal(false);
    expect(element.issues).to.have.length(1);
  });

  it('of the wrong shape is told apart from one with dangling references, and from text that is not JSON', async () => {
    const element = await map(null);
    for (const [data, kind] of [
      [{ format: 'x' }, 'schema'],
      [broken(), 'reference'],
    ] as const) {
      element.data = data;
      expect(((await oneEvent(element, 'standards-error')) as unknown as StandardsErrorEvent).kind).to.equal(kind);
    }
    element.data = null;
    element.src = `data:application/json,${encodeURIComponent('{')}`;
    expect(((await oneEvent(element, 'standards-error')) as unknown as StandardsErrorEvent).kind).to.equal('network');
    element.src = URL.createObjectURL(new Blob(['{']));
    const kinds = ((await oneEvent(element, 'standards-error')) as unknown as StandardsErrorEvent).kind;
    expect(['json', 'network']).to.contain(kinds);
  });

  it('that is mended is drawn after all', async () => {
    const element = await map(null);
    element.data = broken();
    await oneEvent(element, 'standards-error');
    element.data = dataset();
    await element.ready;
    expect(element.matches(':state(error)')).to.equal(false);
    expect(has(element, '.waiting')).to.equal(false);
  });

  it('that cannot be fetched offers to try again', async () => {
    const element = await map(null);
    element.loading = 'eager';
    element.src = '/nowhere/there-is-no-such-file.json';
    const event = (await oneEvent(element, 'standards-error')) as unknown as StandardsErrorEvent;
    expect(event.kind).to.equal('network');
    await element.updateComplete;
    expect(textOf(part(element, '[role=alert]'))).to.contain('there-is-no-such-file.json: the server answered 404');
    setTimeout(() => {
      button(element, 'Try again').click();
    });
    expect(((await oneEvent(element, 'standards-error')) as unknown as StandardsErrorEvent).kind).to.equal('network');
  });
});

describe('the filter', () => {
  it('works as attribute, property and from the search box', async () => {
    const element = await map(dataset(), { filter: 'sdo:itu-t' });
    expect(element.visible).to.have.length(2);
    setTimeout(() => {
      element.filter = 'role:architecture';
    });
    const event = (await oneEvent(element, 'standards-filter')) as unknown as StandardsFilterEvent;
    expect([event.filter, event.count, event.bubbles, event.composed]).to.deep.equal(['role:architecture', 1, true, true]);
    part(element, '.search input').focus();
    await sendKeys({ type: 'sdo:iso topic:assessment' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.filter).to.equal('role:architecture sdo:iso topic:assessment');
    expect(element.visible).to.have.length(0);
    expect(element.matches(':state(empty)')).to.equal(true);
    button(element, 'Show all standards').click();
    await element.updateComplete;
    expect(element.visible).to.have.length(5);
    expect(element.matches(':state(filtered)')).to.equal(false);
  });

  it('says what is wrong with an expression and leaves the map as it was', async () => {
    const element = await map();
    part(element, '.search input').focus();
    await sendKeys({ type: 'rolle:security' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(textOf(part(element, '.problem'))).to.contain('Nearest: "role"');
    expect(element.visible).to.have.length(5);
  });

  it('has facets with counts; options without result are hidden; a box switches a value', async () => {
    const element = await map();
    if (!has(element, '[part=filters]')) await press(element, '.show-filters');
    const labels = (): string[] => [...part(element, '[part=filters]').querySelectorAll('label')].map(textOf);
    expect(labels()).to.include('ITU-T 2');
    const box = [...part(element, '[part=filters]').querySelectorAll('label')]
      .find((label) => textOf(label).startsWith('ITU-T '))
      ?.querySelector('input');
    box?.click();
    await element.updateComplete;
    expect(element.filter).to.equal('sdo:itu-t');
    expect(labels()).to.include('ISO 3');
    expect(labels()).to.include('Architectures 1');
    expect(labels().some((label) => label.startsWith('Energy'))).to.equal(false);
  });

  it('is shown as chips that take a term away', async () => {
    const element = await map(dataset(), { filter: 'sdo:itu-t -status:under-development' });
    expect([...(element.shadowRoot?.querySelectorAll('.chip') ?? [])].map(textOf)).to.deep.equal([
      'SDO: ITU-T',
      'not Status: Under development',
    ]);
    await press(element, '.chip');
    expect(element.filter).to.equal('-status:under-development');
  });
});

describe('search', () => {
  it('forgives typing, and a choice selects and moves the camera', async () => {
    const element = await map(dataset(), { motion: 'none' });
    element.restore({ camera: { x: 5000, y: 5000, k: 0.5 } });
    await new Promise(requestAnimationFrame);
    const before = element.state.camera;
    part(element, '.search input').focus();
    await sendKeys({ type: 'overveiw internet' });
    await element.updateComplete;
    expect(textOf(part(element, '[role=option]'))).to.contain('ITU-T Y.4000');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.selected).to.equal('ITU-T Y.4000');
    // A slow browser takes its time to paint; the test's own limit ends a camera that never moves.
    while (JSON.stringify(element.state.camera) === JSON.stringify(before)) await drawn();
  });

  it('finds a standard by any spelling of any of its numbers', async () => {
    const element = await map();
    for (const [text, id] of [
      ['iso37122', 'ISO 37122'],
      ['L.1603', 'ITU-T Y.4903/L.1603'],
      ['y4903', 'ITU-T Y.4903/L.1603'],
    ] as const) {
      part(element, '.search input').focus();
      await sendKeys({ type: text });
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(element.selected, text).to.equal(id);
    }
  });

  it('is a combobox whose list closes with Escape', async () => {
    const element = await map();
    const input = part(element, '.search input');
    input.focus();
    await sendKeys({ type: 'indicators' });
    await element.updateComplete;
    expect(input.getAttribute('aria-expanded')).to.equal('true');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(input.getAttribute('aria-expanded')).to.equal('false');
  });
});

describe('the selection', () => {
  it('opens a panel with titles, editions, committees up to the SDO, topics with reasons, source and link', async () => {
    const data = dataset();
    const first = data.standards[2];
    const standards = first
      ? [...data.standards.slice(0, 2), { ...first, url: 'https://www.itu.int/rec/T-REC-Y.4903' }, ...data.standards.slice(3)]
      : [];
    const element = await map(dataset({ standards }), { selected: 'ITU-T Y.4903/L.1603' });
    const panel = part(element, '[part=detail]');
    const text = textOf(panel);
    for (const piece of [
      'Key performance indicators for smart sustainable cities',
      'ITU-T Y.4903/L.1603 (10/2016)',
      'Oct 7, 2016',
      'Superseded',
      'ITU-T Y.4903 (03/2022)',
      'ITU-T SG20',
      'Internet of things and smart cities',
      'Indicators and evaluation',
      'title: “energy”',
      'ITU catalogue',
      'Aug 22, 2026',
      'ITU-T L.1603',
    ]) {
      expect(text).to.contain(piece);
    }
    expect(text.indexOf('(10/2016)')).to.be.lessThan(text.indexOf('(03/2022)'));
    const link = panel.querySelector('a');
    expect([link?.href, link?.rel, link?.target]).to.deep.equal(['https://www.itu.int/rec/T-REC-Y.4903', 'noopener noreferrer', '_blank']);
  });

  it('shows relations with their evidence from both sides', async () => {
    const element = await map(dataset(), { selected: 'ISO 37122' });
    expect(textOf(part(element, '[part=detail]'))).to.contain('Referred to by ISO/IEC 30141 bibliography');
    button(element, 'ISO/IEC 30141').click();
    await element.updateComplete;
    expect(element.selected).to.equal('ISO/IEC 30141');
    expect(textOf(part(element, '[part=detail]'))).to.contain('Refers to ISO 37122 bibliography');
  });

  it('can be a committee, an SDO or a topic as well', async () => {
    const element = await map();
    for (const [id, text] of [
      ['ISO/TC 268', 'ISO/TC 268/SC 1'],
      ['iso', 'International Organization for Standardization'],
      ['energy', 'U4SSC: Energy'],
    ] as const) {
      element.selected = id;
      await element.updateComplete;
      expect(textOf(part(element, '[part=detail]'))).to.contain(text);
    }
  });

  it('names several records between commas, and one whose id has a comma', async () => {
    const data = dataset();
    const odd = { id: 'JCA-IoT, DT', title: 'A coordination activity', sdo: 'itu-t', kind: 'coordination-activity' } as const;
    const element = await map(dataset({ committees: [...data.committees, odd] }), { selected: 'ISO 37122, ISO/IEC 30141' });
    expect(element.state.selected).to.deep.equal(['ISO 37122', 'ISO/IEC 30141']);
    element.selected = 'JCA-IoT, DT';
    expect(element.state.selected).to.deep.equal(['JCA-IoT, DT']);
    await element.updateComplete;
    expect(textOf(part(element, '[part=detail]'))).to.contain('A coordination activity');
  });

  it('is told in an event; preventDefault keeps the panel closed', async () => {
    const element = await map();
    setTimeout(() => {
      element.selected = 'ISO 37122';
    });
    const event = (await oneEvent(element, 'standards-select')) as unknown as StandardsSelectEvent;
    expect([event.ids, event.bubbles, event.composed, event.cancelable]).to.deep.equal([['ISO 37122'], true, true, true]);
    await element.updateComplete;
    expect(has(element, '[part=detail]')).to.equal(true);
    element.addEventListener('standards-select', (e) => {
      e.preventDefault();
    });
    element.selected = 'ISO/IEC 30141';
    await element.updateComplete;
    expect(element.selected).to.equal('ISO/IEC 30141');
    expect(has(element, '[part=detail]')).to.equal(false);
  });

  it('is cleared by Escape on the map and by closing the panel, and reflected as an attribute', async () => {
    const element = await map(dataset(), { selected: 'ISO 37122' });
    expect(element.getAttribute('selected')).to.equal('ISO 37122');
    part(element, '.surface').focus();
    await sendKeys({ press: 'Escape' });
    expect(element.selected).to.equal('');
    element.selected = 'ISO 37122';
    await element.updateComplete;
    await press(element, '[part=detail] .icon');
    expect(element.selected).to.equal('');
  });

  it('beyond the filter is still shown, and said to be so', async () => {
    const element = await map(dataset(), { filter: 'sdo:itu-t', selected: 'ISO 37122' });
    expect(textOf(part(element, '[part=detail]'))).to.contain('Outside the current filter');
    expect(textOf(part(element, '[part=status]'))).to.contain('2 of 5 standards plus 1 selected outside the filter');
  });
});

describe('hover', () => {
  it('tells title and status of a standard under the pointer', async () => {
    const element = await map(dataset({ standards: [dataset().standards[0] ?? standard('x')] }), {
      motion: 'none',
      without: 'legend filters',
    });
    element.fit(['ISO 37122']);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const { left, top, width, height } = part(element, '.surface').getBoundingClientRect();
    const hovered = oneEvent(element, 'standards-hover');
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    expect(((await hovered) as unknown as { id: string }).id).to.equal('ISO 37122');
    await element.updateComplete;
    expect(textOf(part(element, '[part=tooltip]'))).to.equal(
      'ISO 37122Sustainable cities and communities - Indicators for smart citiesIn force',
    );
  });
});

describe('the view', () => {
  it('E6 tells the page of every other presentation, whoever asked for it, and of none that is there', async () => {
    const element = await map(dataset(), { view: 'matrix' });
    const told: string[] = [];
    element.addEventListener('standards-view', ({ view }) => told.push(view));
    element.view = 'matrix';
    await element.updateComplete;
    element.view = 'graph';
    await element.updateComplete;
    element.shadowRoot?.querySelector<HTMLElement>('[data-view=table]')?.click();
    await element.updateComplete;
    expect(told).to.deep.equal(['graph', 'table']);
  });
});

describe('dataset text', () => {
  const payload = '<img src=x onerror="window.tripped=1"><script>window.tripped=1</script>';

  it('is inert in every panel', async () => {
    const data = dataset({
      title: payload,
      standards: [
        standard('ISO 1', {
          title: payload,
          titles: { fr: payload },
          aliases: [payload.slice(0, 100)],
          reasons: [payload],
          ics: ['<b>1'],
          relations: [{ type: 'adopts', to: payload.slice(0, 100), external: true, evidence: payload }],
        }),
      ],
      topics: [{ id: 'energy', label: payload, axis: 'domain', sources: [payload] }],
      committees: [{ id: 'ISO/TC 268', title: payload, sdo: 'iso', kind: 'technical-committee', contacts: [payload.slice(0, 100)] }],
    });
    const element = await map(data);
    for (const id of ['ISO 1', 'ISO/TC 268', 'energy', 'iso']) {
      element.selected = id;
      await element.updateComplete;
      expect(textOf(part(element, '[part=detail]'))).to.contain(id === 'iso' ? 'ISO' : '<img');
    }
    expect(element.shadowRoot?.querySelectorAll('img, script').length).to.equal(0);
    expect('tripped' in window).to.equal(false);
  });

  it('would trip this test if it were not: the alarm works', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.append(...new DOMParser().parseFromString(payload, 'text/html').body.childNodes);
    expect(box.querySelectorAll('img, script').length).to.equal(2);
    await oneEvent(box.querySelector('img') ?? box, 'error');
    expect('tripped' in window).to.equal(true);
    Reflect.deleteProperty(window, 'tripped');
  });
});

describe('parts', () => {
  it('can be left out', async () => {
    const element = await map(dataset(), { without: 'search filters legend detail', selected: 'ISO 37122' });
    for (const selector of ['.search', '[part=filters]', '.show-filters', '[part=legend]', '[part=detail]'])
      expect(has(element, selector), selector).to.equal(false);
    expect(has(element, '[part=toolbar]')).to.equal(true);
    expect(has(await map(dataset(), { without: 'toolbar' }), '[part=toolbar]')).to.equal(false);
  });

  it('explain shapes, finishes and colours in a legend that can recolour the map', async () => {
    const element = await map();
    const text = textOf(part(element, '[part=legend]'));
    for (const word of ['SDO', 'Committee', 'Topic', 'Standard', 'In force', 'In preparation', 'ITU-T']) expect(text).to.contain(word);
    const label = [...part(element, '[part=legend]').querySelectorAll('label')].find((l) => textOf(l).startsWith('Colour by'));
    const select = label?.querySelector('select') ?? document.createElement('select');
    select.value = 'role';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    await element.updateComplete;
    expect(element.color).to.equal('role');
    expect(textOf(part(element, '[part=legend]'))).to.contain('Assessment and test');
  });

  it('have no fault that axe finds', async () => {
    const element = await map(dataset(), { selected: 'ISO 37122', label: 'A map' });
    await expect(element).to.be.accessible();
  });
});
