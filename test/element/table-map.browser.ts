import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { MOST_PRINTED } from '../../src/element/parts/table-paper.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import type { Settings } from '../../src/state/state.js';
import { cdp, drawn, viewport } from '../browser.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { TableStage } from './table-stage.js';

const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const clearHash = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};

let stages: TableStage[] = [];
const stand = (of: Catalogue, settings: Settings = {}, size?: { readonly width?: number; readonly height?: number }): TableStage => {
  const stage = new TableStage(of, settings, size);
  stages.push(stage);
  return stage;
};
const inside = (root: ShadowRoot | null, selector: string): HTMLElement => {
  const found = root?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
};

async function map(attributes: Readonly<Record<string, string>> = {}, data?: Dataset): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  if (data) element.data = data;
  const given = { ...(data ? {} : { src: '/data/smart-cities.json' }), loading: 'eager', motion: 'none', view: 'table', ...attributes };
  for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
  element.style.height = '700px';
  document.body.append(element);
  await element.ready;
  await settled(element);
  return element;
}
/** What is loaded when it is needed is there. */
async function settled(element: StandardsMap): Promise<void> {
  await element.updateComplete;
  while (element.view === 'table' && !element.shadowRoot?.querySelector('.table-view')) await drawn();
  await drawn();
  await element.updateComplete;
}
const part = (element: StandardsMap, selector: string): HTMLElement => inside(element.shadowRoot, selector);
const ids = (element: StandardsMap): string[] => [...(element.shadowRoot?.querySelectorAll('.table-body .c-id') ?? [])].map(text);

beforeEach(async () => {
  clearHash();
  await viewport(1440, 900);
});
afterEach(async () => {
  for (const stage of stages) stage.remove();
  stages = [];
  for (const element of document.querySelectorAll('standards-map')) element.remove();
  clearHash();
  await cdp('Emulation.setEmulatedMedia', { media: '', features: [] });
});

describe('TV9 the table in the map', () => {
  it('TV9 takes the place of the drawing and gives it back, with the same filter and selection', async () => {
    const element = await map({ view: 'graph', filter: 'sdo:iso tier:core' });
    part(element, '[data-view=table]').click();
    await settled(element);
    expect(element.view).to.equal('table');
    expect(text(part(element, '.sum'))).to.contain(`${String(element.visible.length)} standards`);
    part(element, '.table-body .c-title').click();
    await settled(element);
    const [id = ''] = ids(element);
    expect(element.selected).to.equal(id);
    expect(text(part(element, '.stage > .detail h2'))).to.equal(id);
    const panel = part(element, '.stage > .detail').getBoundingClientRect();
    expect(part(element, '.table-view').getBoundingClientRect().right, 'nothing lies under the panel').to.be.at.most(panel.left + 1);
    part(element, '[data-view=graph]').click();
    await settled(element);
    expect(element.shadowRoot?.querySelector('.table-view') === null).to.equal(true);
    expect(element.selected).to.equal(id);
    expect(element.filter).to.equal('sdo:iso tier:core');
  });

  it('TV9 shows at once what passes another filter, and where the selection of another view stands', async () => {
    const element = await map({ filter: '' });
    element.filter = 'id:"ISO 37122"';
    await settled(element);
    expect(ids(element)).to.deep.equal(['ISO 37122']);
    element.filter = '';
    const last = element.visible.at(-1) ?? '';
    element.selected = last;
    await settled(element);
    expect(text(part(element, '.table-body [aria-selected=true] .c-id'))).to.equal(last);
  });

  it('TV9 keeps order, columns and groups in the address, and reads them back', async () => {
    const element = await map({ filter: 'tier:core' });
    element.sort = 'status,-latest';
    element.fields = 'id,status,latest';
    element.by = 'role';
    await settled(element);
    // Who leaves the page takes the address with them
    element.remove();
    const { hash } = location;
    for (const name of ['sort', 'fields', 'by']) expect(hash).to.contain(`map.${name}=`);
    clearHash();
    history.replaceState(null, '', hash);
    const other = await map({ filter: 'tier:core' });
    expect([other.sort, other.fields, other.by]).to.deep.equal(['status,-latest', 'id,status,latest', 'role']);
    expect(other.shadowRoot?.querySelectorAll('.table-head [data-column]')).to.have.length(3);
    expect(other.shadowRoot?.querySelectorAll('.table-body .group').length).to.be.above(0);
    other.setAttribute('sort', '-id');
    expect(other.sort).to.equal('-id');
  });

  it('TV9 tells a wish that cannot be used, which stays closed once it is closed', async () => {
    const element = await map({ sort: 'titel', filter: 'tier:core' });
    expect(text(part(element, '.notices'))).to.contain('Nearest: "title"');
    part(element, '.notice button').click();
    element.selected = element.visible[0] ?? '';
    await settled(element);
    expect(element.shadowRoot?.querySelectorAll('.notice')).to.have.length(0);
    expect(element.visible.length).to.be.above(100);
  });

  it('TV9 leads by keys from a row to its record', async () => {
    const element = await map({ filter: 'tier:core' });
    part(element, '.table-body .c-title').focus();
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.selected).to.equal(ids(element)[1]);
    expect(text(part(element, '.stage > .detail h2'))).to.equal(ids(element)[1]);
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect(element.selected).to.equal('');
  });
});

describe('TV10 narrow screens', () => {
  const forty = catalogue(
    dataset({
      standards: Array.from({ length: 400 }, (_, i) => standard(`ISO ${String(i)}`, { title: 'A long title of a standard '.repeat(6) })),
      findings: [],
      expectations: [],
      claims: [],
    }),
  );

  it('TV10 each standard is a card of two rows, as many in the page as are in view, and nothing scrolls sideways', async () => {
    const stage = stand(forty, { sort: '-relations' }, { width: 390, height: 700 });
    await drawn();
    const box = inside(stage.root, '.table-box');
    expect(box.scrollWidth).to.be.at.most(box.clientWidth);
    expect(stage.root.querySelectorAll('.table-body > .line').length).to.be.within(10, 40);
    const card = inside(stage.root, '.table-body .card');
    expect(text(card)).to.equal(`ISO 0Relations: 0In force ${'A long title of a standard '.repeat(6).trim()}`);
    const [first, second] = [...stage.root.querySelectorAll('.table-body > .line')].map((one) => one.getBoundingClientRect());
    expect(second?.top).to.be.closeTo(first?.bottom ?? 0, 0.5);
    for (const inner of card.querySelectorAll('.first, .title'))
      expect(inner.getBoundingClientRect().bottom).to.be.at.most(card.getBoundingClientRect().bottom + 0.5);
    box.scrollTop = box.scrollHeight;
    await drawn();
    expect(text([...stage.root.querySelectorAll('.table-body .card')].at(-1))).to.contain('ISO 399');
  });

  it('TV10 a finger selects by boxes and sorts and chooses columns in the list, whose buttons are large enough', async () => {
    const stage = stand(forty, {}, { width: 390, height: 700 });
    for (const pick of [...stage.root.querySelectorAll<HTMLElement>('.table-body .pick')].slice(0, 2)) {
      pick.click();
      const { width, height } = pick.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(40);
    }
    expect(stage.state.selected).to.deep.equal(['ISO 0', 'ISO 1']);
    inside(stage.root, '.table-tools .choose').click();
    await stage.element.updateComplete;
    for (const button of stage.root.querySelectorAll('.table-columns .way')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(40);
    }
    const list = inside(stage.root, '.table-columns');
    expect(list.scrollWidth).to.be.at.most(list.clientWidth);
    inside(stage.root, '.table-columns [data-column=title] [data-do=sort]').click();
    expect(stage.state.sort).to.equal('title');
  });

  it('TV10 between the widths the table scrolls in its own box, and the page does not', async () => {
    const stage = stand(forty, {}, { width: 700, height: 600 });
    await drawn();
    const box = inside(stage.root, '.table-box');
    expect(box.scrollWidth).to.be.above(box.clientWidth);
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
  });
});

describe('TV11 text of a dataset', () => {
  for (const [name, payload] of Object.entries(PAYLOADS))
    it(`TV11 ${name} is text and stays in its cell, on paper too`, async () => {
      const stage = stand(catalogue(poisoned(payload)), {
        fields: 'id,title,sdo,committee,deliverable,topics,ics,aliases,url,sources',
        by: 'committee',
      });
      await drawn();
      expect(Reflect.get(window, 'tripped')).to.equal(undefined);
      expect(stage.root.querySelectorAll('.table-view :is(img, script, iframe, style, object)')).to.have.length(0);
      const lines = [...stage.root.querySelectorAll('.table-body > .line')];
      expect(lines.length).to.be.above(1);
      expect(new Set(lines.map((one) => Math.round(one.getBoundingClientRect().height))).size).to.equal(1);
      for (const link of stage.root.querySelectorAll<HTMLAnchorElement>('.table-body a')) expect(link.protocol).to.match(/^https?:$/);
      dispatchEvent(new Event('beforeprint'));
      expect(stage.root.querySelectorAll('.table-paper :is(img, script, iframe, style, object)')).to.have.length(0);
      expect(Reflect.get(window, 'tripped')).to.equal(undefined);
      dispatchEvent(new Event('afterprint'));
    });

  it('TV11 a title decides its own direction, and a designation keeps its own', async () => {
    const arabic = 'المدن الذكية – إطار (ISO 37122)';
    const stage = stand(
      catalogue(dataset({ standards: [standard('ISO 1', { title: arabic })], findings: [], expectations: [], claims: [] })),
    );
    await drawn();
    expect(getComputedStyle(inside(stage.root, '.table-body .c-title > span')).direction).to.equal('rtl');
    expect(inside(stage.root, '.table-body .c-id > *').localName).to.equal('bdi');
  });
});

describe('TV12 paper', () => {
  const many = (count: number): Catalogue =>
    catalogue(
      dataset({
        standards: Array.from({ length: count }, (_, i) => standard(`ISO ${String(i)}`)),
        findings: [],
        expectations: [],
        claims: [],
      }),
    );
  const paper = (stage: TableStage): HTMLElement => inside(stage.root, '.table-paper');

  it('TV12 has every row, not those in view alone, under headings that repeat, with title, filter, order, sum and dates', async () => {
    const stage = stand(many(300), { sort: '-id', filter: 'sdo:iso', by: 'status' });
    await drawn();
    expect(paper(stage).childElementCount).to.equal(0);
    dispatchEvent(new Event('beforeprint'));
    expect(paper(stage).querySelectorAll('tbody tr')).to.have.length(301);
    expect(text(paper(stage).querySelector('tbody tr'))).to.equal('In force 300');
    const { title } = stage.context.catalogue.dataset;
    expect(text(paper(stage)))
      .to.contain(title)
      .and.contain('Filter: sdo:iso. Order: Designation (descending). 300 standards in 1 groups');
    expect(paper(stage).querySelectorAll('.sources time').length).to.be.above(0);
    expect(paper(stage).querySelectorAll('thead th').length).to.be.above(8);
    dispatchEvent(new Event('afterprint'));
    expect(paper(stage).childElementCount).to.equal(0);
  });

  it('TV12 has at most two thousand rows, and says how many there are', async () => {
    const stage = stand(many(MOST_PRINTED + 5));
    await drawn();
    dispatchEvent(new Event('beforeprint'));
    expect(paper(stage).querySelectorAll('tbody tr')).to.have.length(MOST_PRINTED);
    expect(text(paper(stage).querySelector('.cut'))).to.equal(
      'Only the first 2,000 of 2,005 rows are printed. A narrower filter prints the others.',
    );
  });

  it('TV12 shows the table alone, as tall as it is, without what stands around it on the screen', async () => {
    const element = await map({ filter: 'tier:core' });
    const isEmulated = (await cdp('Emulation.setEmulatedMedia', { media: 'print' })) !== undefined;
    // Only Chromium can be asked to show what it would print; the rules are the same everywhere
    if (!isEmulated) dispatchEvent(new Event('beforeprint'));
    await drawn();
    const rows = element.shadowRoot?.querySelectorAll('.table-paper tbody tr');
    expect(rows).to.have.length(element.visible.length);
    if (!isEmulated) return;
    for (const selector of ['.toolbar', '.table-tools', '.table-middle', '.status', '.surface'])
      expect(part(element, selector).getClientRects().length, selector).to.equal(0);
    const last = rows?.[rows.length - 1]?.getBoundingClientRect();
    expect(element.getBoundingClientRect().bottom).to.be.at.least((last?.bottom ?? Infinity) - 1);
    expect(getComputedStyle(part(element, '.table-paper thead')).display).to.equal('table-header-group');
  });
});
