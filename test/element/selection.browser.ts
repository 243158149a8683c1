import { expect } from '@open-wc/testing';
import '../../src/define.js';
import '../browser.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { place } from '../../src/scene/place.js';
import { dataset, standard } from '../fixtures/small.js';

const base = location.pathname + location.search;
const made = dataset();
const related = place({
  ...made,
  standards: [
    ...made.standards,
    standard('ISO 1', {
      relations: [{ type: 'references', to: 'ISO 2', evidence: 'Foreword <b>of</b> ISO 1' }],
      committees: [],
      topics: ['mobility'],
    }),
    standard('ISO 2', { committees: [], topics: ['mobility'], relations: [{ type: 'complements', to: 'ISO 3', evidence: 'Scope' }] }),
    standard('ISO 3', { committees: [], topics: ['mobility'], status: 'withdrawn' }),
    standard('ISO 4', { committees: [], topics: ['mobility'] }),
  ],
});

async function create(selected: string): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  element.style.height = '520px';
  element.setAttribute('motion', 'none');
  element.data = related;
  document.body.append(element);
  await element.ready;
  element.selected = selected;
  await element.updateComplete;
  return element;
}
const all = (map: StandardsMap, selector: string): readonly HTMLElement[] => [
  ...(map.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const text = (map: StandardsMap, selector: string): string =>
  all(map, selector)
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
async function act(map: StandardsMap, name: string): Promise<void> {
  const [button] = all(map, `.selection-bar [data-do=${name}]`);
  if (!button) throw new Error(`there is no ${name}`);
  button.click();
  await map.updateComplete;
}
const chips = (map: StandardsMap): string => text(map, '.chip');

beforeEach(() => {
  history.replaceState(null, '', base);
});
afterEach(() => {
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  history.replaceState(null, '', base);
});

describe('the bar of a selection', () => {
  for (const view of ['graph', 'matrix', 'table'] as const)
    it(`SE6 stands at the head of the panel in the ${view}, for one, two and many`, async () => {
      const map = await create('ISO 1');
      map.view = view;
      for (const [selected, doing] of [
        ['ISO 1', 'only hide near-1 near-2 near-3 clear'],
        ['ISO 1, ISO 2', 'only hide near-1 near-2 near-3 path compare clear'],
        ['ISO 1, ISO 2, ISO 3', 'only hide near-1 near-2 near-3 compare clear'],
      ] as const) {
        map.selected = selected;
        await map.updateComplete;
        expect(all(map, '.detail .selection-bar button').map((button) => button.dataset['do'])).to.deep.equal(doing.split(' '));
      }
    });

  it('SE1 shows only these, with a short chip whose removal shows the others again', async () => {
    const map = await create('ISO 1, ISO 2, ISO 3');
    await act(map, 'only');
    expect(map.visible).to.deep.equal(['ISO 1', 'ISO 2', 'ISO 3']);
    expect(chips(map)).to.equal('Only 3 standards');
    all(map, '.chip')[0]?.click();
    expect(map.filter).to.equal('');
  });

  it('SE2 hides these in one step that can be undone, and they are not selected any more', async () => {
    const map = await create('ISO 1, ISO 2, ISO 3');
    await act(map, 'hide');
    expect([map.selected, map.visible.includes('ISO 1'), map.visible.includes('ISO 4')]).to.deep.equal(['', false, true]);
    expect(chips(map)).to.equal('Without 3 standards');
    map.undo();
    expect([map.selected, map.filter]).to.deep.equal(['ISO 1, ISO 2, ISO 3', '']);
  });

  it('SE3 shows what is near, as many as the button says', async () => {
    const map = await create('ISO 1');
    expect(all(map, '[data-do=near-1]')[0]?.textContent).to.equal('1 (1)');
    await act(map, 'near-2');
    expect([map.filter, map.visible]).to.deep.equal(['near:"ISO 1"~2', ['ISO 1', 'ISO 2', 'ISO 3']]);
    expect(chips(map)).to.equal('Near ISO 1, 2 steps');
  });

  it('SE4 shows the way between two, which their panel tells in sentences', async () => {
    const map = await create('ISO 1, ISO 3');
    expect(text(map, '.path-steps li')).to.equal('ISO 1 refers to ISO 2.Foreword <b>of</b> ISO 1 ISO 2 complements ISO 3.Scope');
    await act(map, 'path');
    expect(map.visible).to.deep.equal(['ISO 1', 'ISO 2', 'ISO 3']);
    expect(chips(map)).to.equal('Path from ISO 1 to ISO 3');
  });

  it('SE4 says so where nothing joins the two', async () => {
    const map = await create('ISO 1, ISO 4');
    expect(text(map, '.path-steps')).to.contain('No declared relation');
  });

  it('SE6 compares, and clears', async () => {
    const map = await create('ISO 1, ISO 2');
    await act(map, 'compare');
    expect(map.state.panel).to.equal('compare');
    map.restore({ panel: '' });
    await map.updateComplete;
    await act(map, 'clear');
    expect(map.selected).to.equal('');
  });
});

describe('many selected standards', () => {
  it('SE7 are counted by SDO and status, listed, and can be taken out one by one', async () => {
    const map = await create('ISO 1, ISO 2, ISO 3, ITU-T Y.4903/L.1603');
    expect(text(map, '.detail h2')).to.equal('4 standards selected');
    expect(all(map, '.tally').map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'ISO 3 ITU-T 1',
      'In force 3 Withdrawn 1',
    ]);
    all(map, '.chosen button.icon')[0]?.click();
    await map.updateComplete;
    expect(map.selected).to.equal('ISO 2, ISO 3, ITU-T Y.4903/L.1603');
  });

  it('SE7 say what of them lies outside the filter, and what the dataset does not have', async () => {
    const map = await create('ISO 1, ISO 2, ISO 3, ISO 99');
    map.filter = 'status:in-force';
    await map.updateComplete;
    expect(text(map, '.selection > .small')).to.equal('1 is outside the current filter. 1 selected record is not in this dataset.');
  });
});
