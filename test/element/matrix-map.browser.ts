import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { cdp, drawn, viewport } from '../browser.js';

const clearHash = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
};
const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

async function map(attributes: Readonly<Record<string, string>> = {}): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries({
    src: '/data/smart-cities.json',
    loading: 'eager',
    motion: 'none',
    view: 'matrix',
    ...attributes,
  }))
    element.setAttribute(name, value);
  element.style.height = '780px';
  document.body.append(element);
  await element.ready;
  await element.updateComplete;
  return element;
}
const part = (element: StandardsMap, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
};
const has = (element: StandardsMap, selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;
const settled = async (element: StandardsMap): Promise<void> => {
  await element.updateComplete;
  await drawn();
  await element.updateComplete;
};

beforeEach(async () => {
  clearHash();
  await viewport(1440, 900);
});
afterEach(() => {
  for (const element of document.querySelectorAll('standards-map')) element.remove();
  clearHash();
});

describe('M12 the matrix in the map', () => {
  it('M12 takes the place of the drawing and gives it back, with the same filter', async () => {
    const element = await map({ view: 'graph', filter: 'sdo:iso' });
    expect(has(element, '.matrix')).to.equal(false);
    part(element, '[data-view=matrix]').click();
    await settled(element);
    expect(element.view).to.equal('matrix');
    expect(text(part(element, '.matrix-scope'))).to.contain(`Counted: ${element.visible.length} standards.`);
    element.filter = 'sdo:itu-t';
    await settled(element);
    expect(text(part(element, '.matrix-scope'))).to.contain(`Counted: ${element.visible.length} standards.`);
    part(element, '[data-view=graph]').click();
    await settled(element);
    expect(has(element, '.matrix')).to.equal(false);
    expect(element.filter).to.equal('sdo:itu-t');
  });

  it('M12 leads by keys from a cell to a standard in its panel and back to the cell', async () => {
    const element = await map();
    const cell = part(element, '.state-covered button');
    const { title } = cell;
    cell.focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.shadowRoot?.activeElement?.localName).to.equal('h2');
    const chosen = part(element, '.matrix-detail .works button');
    chosen.focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.selected).to.equal(text(chosen));
    expect(part(element, '.matrix-detail').getClientRects().length, 'the record stands in the place of the cell').to.equal(0);
    expect(element.shadowRoot?.activeElement?.closest('.detail') !== null, 'the focus is in the panel of the record').to.equal(true);
    expect(part(element, '.cell.open').matches('.marked')).to.equal(true);
    part(element, '.detail .icon').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(element.selected).to.equal('');
    expect(element.shadowRoot?.activeElement?.localName).to.equal('h2');
    await sendKeys({ press: 'Escape' });
    await settled(element);
    expect((element.shadowRoot?.activeElement as HTMLElement | null)?.title).to.equal(title);
    expect(has(element, '.matrix-detail')).to.equal(false);
  });

  it('M12 shows only the standards of a cell where the reader wants that', async () => {
    const element = await map();
    const { coverage } = element;
    const cell = coverage?.cells.find(({ works, state }) => works > 2 && state === 'covered');
    if (!cell) throw new Error('no covered cell');
    part(element, '.state-covered button').click();
    await settled(element);
    part(element, '.matrix-detail .only').click();
    await settled(element);
    expect([...element.visible].sort()).to.deep.equal([...cell.standards].sort());
  });

  it('M12 stands beside what opens beside the map, and nothing of it lies under a panel', async () => {
    const element = await map({ highlight: 'overlaps' });
    while (!has(element, '.stage > .detail')) await drawn();
    await settled(element);
    const panel = part(element, '.stage > .detail').getBoundingClientRect();
    expect(part(element, '.matrix').getBoundingClientRect().right).to.be.at.most(panel.left + 1);
    expect(has(element, '.toolbar [data-lens=gaps]') && part(element, '.gap-lens').getClientRects().length === 0).to.equal(true);
  });

  it('M12 shows a cell that is opened in the place of whatever stood beside it, and a list of a lens comes back after it', async () => {
    const element = await map({ highlight: 'gaps' });
    const isSeen = (selector: string): boolean => has(element, selector) && part(element, selector).getClientRects().length > 0;
    expect(isSeen('.stage > .detail')).to.equal(true);
    part(element, '.state-covered button').click();
    await settled(element);
    expect(isSeen('.matrix-detail')).to.equal(true);
    expect(isSeen('.stage > .detail')).to.equal(false);
    part(element, '.matrix-detail .works button').click();
    await settled(element);
    expect(isSeen('.stage > .detail')).to.equal(true);
    expect(isSeen('.matrix-detail')).to.equal(false);
    part(element, '.state-ageing button').click();
    await settled(element);
    expect(isSeen('.matrix-detail')).to.equal(true);
    expect(isSeen('.stage > .detail')).to.equal(false);
    part(element, '.matrix-detail .icon').click();
    await settled(element);
    expect(isSeen('.stage > .detail')).to.equal(true);
    part(element, '[data-tool]').click();
    await settled(element);
    part(element, '.state-covered button').click();
    await settled(element);
    expect(isSeen('.matrix-detail')).to.equal(true);
  });

  it('M12 keeps its looks among the other styles of the map: rows are of one height', async () => {
    const element = await map({ filter: '' });
    const rows = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.grid tbody tr') ?? [])];
    expect(rows.length).to.be.greaterThan(8);
    expect(has(element, '.gap-count')).to.equal(true);
    for (const row of rows) expect(row.offsetHeight, text(row.querySelector('th'))).to.be.within(44, 64);
  });

  it('M13 is the table alone on paper, whole and as tall as it is, and the drawing is left out', async () => {
    const element = await map({ filter: '' });
    element.style.height = '300px';
    expect(element.matches(':state(matrix)')).to.equal(true);
    // Only Chromium shows a test what it would print.
    const isPaper = (await cdp<object>('Emulation.setEmulatedMedia', { media: 'print' })) !== undefined;
    await viewport(1047, 740);
    await settled(element);
    const rows = part(element, '.grid').getBoundingClientRect();
    const own = element.getBoundingClientRect();
    expect(own.bottom >= rows.bottom && own.right + 1 >= rows.right).to.equal(isPaper);
    for (const left of ['.toolbar', '.matrix-tools', '.surface'])
      expect(part(element, left).getClientRects().length === 0, left).to.equal(isPaper);
    for (const kept of ['.matrix-legend', '.matrix-scope', '.grid thead'])
      expect(part(element, kept).getClientRects().length, kept).to.be.greaterThan(0);
    expect(part(element, '.matrix-title').getClientRects().length > 0).to.equal(isPaper);
    await cdp('Emulation.setEmulatedMedia', { media: '' });
  });

  it('M12 is in the address with its rows, columns and open cell', async () => {
    const element = await map({ rows: 'topic', columns: 'sdo' });
    part(element, '.cell button').click();
    await settled(element);
    const { state } = element;
    expect([state.view, state.rows, state.columns]).to.deep.equal(['matrix', 'topic', 'sdo']);
    const [row, column] = state.cell.split('/');
    element.remove();
    const other = await map({ view: 'graph' });
    other.restore(state);
    await settled(other);
    expect(text(part(other, '.matrix-detail h2'))).to.equal(
      `${other.catalogue?.topic(row ?? '')?.label ?? ''} × ${other.catalogue?.sdo(column ?? '')?.name ?? ''}`,
    );
  });

  for (const [width, panel] of [
    [1400, ''],
    [1400, 'cell'],
    [700, 'cell'],
  ] as const)
    it(`M12 has no fault that axe finds: ${width} px${panel && ', a cell open'}`, async () => {
      const element = await map();
      element.style.width = `${width}px`;
      await settled(element);
      if (panel) part(element, '.state-covered button').click();
      await settled(element);
      await expect(element).to.be.accessible();
    });
});
