import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';

const all = (map: StandardsMap, selector: string): HTMLElement[] => [...(map.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];

async function shown(data: Dataset, given: object = {}): Promise<StandardsMap> {
  const map = document.createElement('standards-map');
  Object.assign(map, { data, loading: 'eager', motion: 'none', ...given });
  map.style.height = '640px';
  document.body.append(map);
  await map.ready;
  await map.updateComplete;
  return map;
}

/** Two candidates among many standards of other subjects; the name tells one such dataset from another. */
const crowd = (name: string): Dataset =>
  dataset({
    title: name,
    standards: [
      standard(`${name} 1`, { title: 'Sustainable cities and communities – Maturity model for smart sustainable communities' }),
      standard(`${name} 2`, {
        title: 'Smart sustainable cities maturity model',
        publishers: ['itu-t'],
        committees: ['ITU-T SG20'],
      }),
      ...Array.from({ length: 300 }, (_, at) => standard(`${name} X${String(at)}`, { title: `Valve of sort w${String(at)}x` })),
    ],
    expectations: [],
    claims: [],
    findings: [],
    activities: [],
    facts: [],
    stories: [],
  });

/** Waits for the number beside the lens for overlaps. */
async function counted(map: StandardsMap): Promise<string> {
  const said = (): string => (all(map, '[data-lens=overlaps]')[0]?.textContent ?? '').replace(/\D+/g, '');
  while (said() === '') await drawn();
  return said();
}

afterEach(() => {
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('candidates that are on the way', () => {
  it('AN13 are those of the dataset that is there, when another one comes while they are looked for', async () => {
    const map = await shown(crowd('Alpha'), { highlight: 'overlaps' });
    map.data = crowd('Beta');
    await map.updateComplete;
    await map.ready;
    const found = await counted(map);
    expect(map.overlaps.length).to.be.greaterThan(0);
    expect(Number(found)).to.equal(map.overlaps.length);
    expect(map.overlaps.every(({ a }) => a.startsWith('Beta '))).to.equal(true);
    expect(all(map, '.overlap-list, .detail')[0]?.textContent).not.to.contain('Alpha');
  });

  it('AN13 come after all, when the map leaves the page while they are looked for and comes back', async () => {
    const map = await shown(crowd('Alpha'), { highlight: 'overlaps' });
    map.remove();
    await drawn();
    document.body.append(map);
    expect(Number(await counted(map))).to.equal(map.overlaps.length);
  });
});

describe('the matrix', () => {
  it('M14 opens a cell whose SDO has a slash in its id, and its link opens it again', async () => {
    const data = JSON.parse(JSON.stringify(dataset()).replaceAll('"itu-t"', '"ITU/T"')) as Dataset;
    const map = await shown(data, { view: 'matrix', rows: 'topic', columns: 'sdo' });
    const place = map.coverage?.cells.findIndex(({ column, standards }) => column === 'ITU/T' && standards.length > 0) ?? -1;
    expect(place).to.be.at.least(0);
    const row = map.coverage?.cells[place]?.row ?? '';
    map.restore({ cell: `${row}/ITU%2FT` });
    await map.updateComplete;
    expect(all(map, '.matrix-detail')).to.have.length(1);
    const button = (): HTMLElement | undefined => all(map, '.cell.open button')[0];
    const cell = button();
    expect(cell).not.to.equal(undefined);
    cell?.click();
    await map.updateComplete;
    expect(all(map, '.matrix-detail')).to.have.length(0);
    cell?.click();
    await map.updateComplete;
    expect(all(map, '.matrix-detail')).to.have.length(1);
    expect(button()).to.equal(cell);
    expect(map.state.cell).to.equal(`${row}/ITU%2FT`);
  });

  for (const cell of ['__proto__/constructor', 'nobody/nothing', '%2F/%', '<img src=x>/x', '\u202Ex/\uD800', `${'x'.repeat(1900)}/y`])
    it(`M14 stays whole where a link names a cell that is not there: ${JSON.stringify(cell).slice(0, 40)}`, async () => {
      const map = await shown(dataset(), { view: 'matrix' });
      map.restore({ rows: '__proto__', columns: 'sdo', cell });
      await map.updateComplete;
      expect(all(map, '.matrix table').length).to.be.greaterThan(0);
      expect(all(map, '.matrix-detail')).to.have.length(0);
    });
});
