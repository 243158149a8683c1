import { expect } from '@open-wc/testing';
import '../../src/define.js';
import '../browser.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { goalSection } from '../../src/element/parts/detail-goals.js';
import type { Dataset } from '../../src/model/dataset.js';
import { PAYLOADS } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { plain, said, stage } from './panel-stage.js';

const line = { source: 'itu', by: 'a curator', date: '2026-11-22' } as const;
const mapped = (given: Partial<Dataset> = {}): Dataset =>
  dataset({
    goalFrameworks: [
      { id: 'sdg', label: 'Sustainable Development Goals', source: 'itu' },
      { id: 'purpose', label: 'Purposes of ISO 37101', source: 'itu' },
    ],
    goals: [
      { id: 'sdg-7', framework: 'sdg', code: '7', label: 'Affordable and Clean Energy' },
      { id: 'sdg-14', framework: 'sdg', code: '14', label: 'Life below Water' },
      { id: 'p', framework: 'purpose', code: 'resources', label: 'Responsible resource use' },
    ],
    goalTopics: [
      { goal: 'sdg-7', topic: 'energy', titles: ['smart'], reason: 'Energy is this goal.', ...line },
      { goal: 'p', topic: 'energy', reason: 'Energy is a resource.', ...line },
    ],
    ...given,
  });

let map: StandardsMap | undefined;
afterEach(() => {
  map?.remove();
  map = undefined;
  history.replaceState(null, '', location.pathname + location.search);
});
async function shown(
  data: Dataset,
  given: Partial<Pick<StandardsMap, 'color' | 'rows' | 'columns' | 'group' | 'filter' | 'view'>> = {},
): Promise<StandardsMap> {
  map = document.createElement('standards-map');
  map.style.cssText = 'display: block; inline-size: 1300px; block-size: 700px';
  Object.assign(map, { data, loading: 'eager', motion: 'none', ...given });
  document.body.append(map);
  await map.ready;
  await map.updateComplete;
  return map;
}
const part = (selector: string): HTMLElement => {
  const found = map?.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const choose = async (selector: string, label: string): Promise<void> => {
  const select = part(selector);
  if (!(select instanceof HTMLSelectElement)) throw new Error(`${selector} is no choice`);
  select.selectedIndex = [...select.options].findIndex(({ text }) => text === label);
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await map?.updateComplete;
  await map?.updateComplete;
};
const looks = () => map && [map.color, map.rows, map.columns];
const facets = () => [...(map?.shadowRoot?.querySelectorAll('.filters summary') ?? [])].map((one) => one.textContent);

describe('GL8 one switch for colours, facet and matrix', () => {
  it('sets them in one step, and back to what they were', async () => {
    await shown(mapped(), { color: 'status', columns: 'sdo' });
    expect(facets()).not.to.include('SDG');
    await choose('.filters .goal-switch select', 'Sustainable Development Goals');
    expect(looks()).to.deep.equal(['sdg', 'sdg', 'sdo']);
    expect(facets()[0]).to.equal('SDG');
    expect([...part('.legend').querySelectorAll('li')].map(said)).to.include('Not mapped 4');
    expect(said(part('.legend'))).to.contain('No topic of this map leads to: 14 Life below Water.');
    await choose('.legend .goal-switch select', 'Purposes of ISO 37101');
    expect(looks()).to.deep.equal(['purpose', 'purpose', 'sdo']);
    await choose('.legend .goal-switch select', 'None');
    expect(looks()).to.deep.equal(['status', 'domain', 'sdo']);
    expect(facets()).not.to.include('SDG');
  });

  it('is what a link says too, and the facet filters by the goal', async () => {
    await shown(mapped(), { color: 'sdg' });
    part('.filters details input[type=checkbox]').click();
    await map?.updateComplete;
    expect(map?.filter).to.equal('sdg:none');
    expect(said(part('.chips'))).to.contain('SDG: Not mapped');
    await choose('.filters .goal-switch select', 'None');
    expect(map?.color).to.equal('sdo');
    expect(facets(), 'a filter in force keeps its facet').to.include('SDG');
  });

  it('takes the place of an axis that stands for the same goals already', async () => {
    await shown(mapped(), { view: 'matrix', rows: 'domain', columns: 'sdg' });
    await choose('.filters .goal-switch select', 'Sustainable Development Goals');
    expect(looks()).to.deep.equal(['sdg', 'sdg', 'domain']);
    expect([...(map?.shadowRoot?.querySelectorAll('.matrix tbody th') ?? [])].map((th) => th.textContent.trim())).to.deep.equal([
      '7 Affordable and Clean Energy',
      'Not mapped',
    ]);
  });
});

describe('GL9 a dataset without goals', () => {
  it('has no switch, no such colours and no such axes', async () => {
    await shown(dataset());
    expect(map?.shadowRoot?.querySelector('.goal-switch')).to.equal(null);
    const options = [...part('.legend').querySelectorAll('option')].map(({ text }) => text);
    expect(options).to.include('Status');
    expect(options).not.to.include('SDG');
  });

  it('says so where it is asked for goals, and shows the map as usual', async () => {
    await shown(dataset(), { color: 'sdg', group: 'challenge', columns: 'sdg', rows: 'domain' });
    await map?.updateComplete;
    expect(said(part('.notices'))).to.contain('asked for goals of the list “SDG”, and its dataset has none of them');
    expect(said(part('.notices'))).to.contain('“SG20 challenge”');
    expect([...(looks() ?? []), map?.group]).to.deep.equal(['sdo', 'domain', 'capability', 'sdo']);
  });

  it('tells a filter that asks for them', async () => {
    await shown(dataset(), { filter: 'sdg:11' });
    expect(said(part('.chips'))).to.contain('this dataset has none of these goals');
  });
});

describe('GL10 a standard tells its goals and why', () => {
  it('by topic, reason, words of the title and source; what is not mapped is said', () => {
    const data = mapped();
    const put = stage(data);
    put.show((context) => goalSection(context, standard('ISO 1', { title: 'Smart meters' })));
    for (const details of put.parts('details')) details.setAttribute('open', '');
    expect(said(put.part('details'))).to.contain('7 Affordable and Clean Energy');
    expect(said(put.part('details'))).to.contain('Energy is this goal. (because its title says “smart”)');
    expect(put.parts('details')).to.have.length(2);
    put.show((context) => goalSection(context, standard('ISO 2', { title: 'Meters' })));
    expect(put.text('p')).to.equal('Sustainable Development Goals: not mapped: none of its topics leads to a goal here');
    put.remove();
  });

  for (const [name, text] of Object.entries(PAYLOADS))
    it(`shows what a dataset says as text: ${name}`, () => {
      const data = mapped();
      const { goalFrameworks = [], goals = [], goalTopics = [] } = data;
      const put = stage({
        ...data,
        goalFrameworks: goalFrameworks.map((one) => ({ ...one, label: text })),
        goals: goals.map((one) => ({ ...one, label: text })),
        goalTopics: goalTopics.map((one) => ({ ...one, reason: text, titles: ['smart'] })),
      });
      put.show((context) => goalSection(context, standard('ISO 1', { title: 'Smart meters' })));
      expect(put.root.querySelectorAll('img, script, iframe, svg, a[href^="javascript"]')).to.have.length(0);
      expect(plain(put.root.textContent)).to.contain(plain(text).slice(0, 20));
      put.remove();
    });
});
