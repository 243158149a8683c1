import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../../src/define.js';
import { overlaps } from '../../src/analysis/overlaps.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { controlOf } from '../../src/render/arcs.js';
import { drawn, viewport } from '../browser.js';

const clear = (): void => {
  history.replaceState(null, '', location.pathname + location.search);
  localStorage.clear();
};
const textOf = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The map of the shipped dataset, 1200 × 800. */
async function map(attributes: Readonly<Record<string, string>> = {}): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries({ motion: 'none', loading: 'eager', without: 'filters legend', ...attributes }))
    element.setAttribute(name, value);
  element.style.cssText = 'inline-size: 1200px; block-size: 800px';
  element.src = new URL('../../data/smart-cities.json', import.meta.url).href;
  await fixture(html`<div>${element}</div>`);
  await element.ready;
  return element;
}

function part(element: StandardsMap, selector: string): HTMLElement {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
}
const has = (element: StandardsMap, selector: string): boolean => element.shadowRoot?.querySelector(selector) != null;
const press = async (element: StandardsMap, selector: string): Promise<void> => {
  part(element, selector).click();
  await element.updateComplete;
};
const found = (element: StandardsMap): Promise<void> =>
  waitUntil(() => has(element, 'button.pair'), 'candidates in the list', { timeout: 20_000 });

/** The point of the page where the arc between two standards is half way. */
function middleOfLink(element: StandardsMap, a: string, b: string): [number, number] {
  const { camera } = element.state;
  const box = part(element, '.surface').getBoundingClientRect();
  const [[ax, ay], [bx, by]] = [a, b].map((id) => element.catalogue?.standard(id)?.xy ?? [NaN, NaN]) as [
    [number, number],
    [number, number],
  ];
  const [cx, cy] = controlOf(ax, ay, bx, by);
  const [x, y] = [(ax + 2 * cx + bx) / 4, (ay + 2 * cy + by) / 4];
  const { x: left, y: top, k } = camera ?? { x: NaN, y: NaN, k: NaN };
  return [Math.round(box.left + box.width / 2 + (x - left) * k), Math.round(box.top + box.height / 2 + (y - top) * k)];
}

before(() => viewport(1240, 840));
beforeEach(clear);
after(clear);

describe('AN the lens for overlaps', () => {
  it('AN1 lists the candidates of what is shown beside the graph, strongest first, and says how many', async () => {
    const element = await map({ filter: '' });
    await press(element, '[data-lens=overlaps]');
    await found(element);
    const { catalogue } = element;
    const all = catalogue ? overlaps(catalogue) : [];
    expect(element.overlaps.map(({ a, b }) => [a, b])).to.deep.equal(all.map(({ a, b }) => [a, b]));
    expect(textOf(part(element, '[data-lens=overlaps]'))).to.contain(`(${all.length})`);
    const [first] = all;
    expect(textOf(part(element, 'button.pair')))
      .to.contain(first?.a)
      .and.to.contain(first?.b);
    element.filter = 'sdo:oasis';
    await element.updateComplete;
    const touching = all.filter(({ a, b }) => [a, b].some((id) => element.visible.includes(id)));
    expect(touching.length).to.be.lessThan(all.length);
    expect(textOf(part(element, '[data-lens=overlaps]'))).to.contain(`(${touching.length})`);
  });

  it('AN2 from a highlighted link it is one click to the reason for it', async () => {
    const element = await map({ filter: '', highlight: 'overlaps', without: 'filters legend detail' });
    await waitUntil(() => textOf(part(element, '[data-lens=overlaps]')).includes('('), 'candidates', { timeout: 20_000 });
    const pair = element.overlaps.find(({ band }) => band === 'high');
    if (!pair) throw new Error('the shipped dataset has no high candidate');
    element.fit([pair.a, pair.b]);
    await element.updateComplete;
    await drawn();
    element.without = 'filters legend';
    const [x, y] = middleOfLink(element, pair.a, pair.b);
    // Another link may run within reach of the middle: the one clicked says which pair it joins
    let ids: readonly string[] = [];
    element.addEventListener('standards-select', (event) => (ids = event.ids));
    await sendMouse({ type: 'click', position: [x, y] });
    await element.updateComplete;
    expect(ids).to.have.length(2);
    expect(element.overlaps.some(({ a, b }) => ids.includes(a) && ids.includes(b))).to.equal(true);
    const panel = part(element, '.detail');
    expect(textOf(panel)).to.contain('not confirmed').and.to.contain('Why: the score taken apart');
    for (const id of ids) expect(textOf(panel)).to.contain(id);
    expect(panel.querySelectorAll('mark').length).to.be.greaterThan(1);
    for (const link of panel.querySelectorAll<HTMLAnchorElement>('a[href]')) expect(link.protocol).to.match(/^https?:$/);
  });

  it('AN3 choosing a row shows the evidence, Escape and the cross lead back to the list', async () => {
    const element = await map({ filter: '' });
    await press(element, '[data-lens=overlaps]');
    await found(element);
    await press(element, 'button.pair');
    const [first] = element.overlaps;
    expect(element.selected).to.equal(`${first?.a}, ${first?.b}`);
    expect(has(element, '.evidence')).to.equal(true);
    await press(element, '.detail header button.icon');
    expect(element.selected).to.equal('');
    expect(has(element, 'button.pair')).to.equal(true);
    await press(element, 'button.pair');
    part(element, '.surface').focus();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(has(element, 'button.pair')).to.equal(true);
  });

  it('AN4 a link to two standards is a link to their evidence, candidate or not, lens or not', async () => {
    const element = await map({ selected: 'ISO 37122, ISO 37120' });
    const panel = part(element, '.detail .evidence');
    expect(textOf(panel)).to.contain('ISO 37122').and.to.contain('ISO 37120').and.to.contain('Held against it');
    expect(new URLSearchParams(location.hash.slice(1)).get('map.selected')).to.equal(null);
    await press(element, '[data-lens=gaps]');
    expect(element.highlight).to.equal('gaps');
  });

  it('AN5 draws the other ends of candidates, though the filter leaves them out', async () => {
    const element = await map({ filter: 'sdo:w3c' });
    const before = element.toSVG();
    await press(element, '[data-lens=overlaps]');
    await found(element);
    const pair = element.overlaps.find(({ a, b }) => element.visible.includes(b) !== element.visible.includes(a));
    const outside = pair && (element.visible.includes(pair.a) ? pair.b : pair.a);
    if (outside === undefined) throw new Error('no candidate of W3C');
    expect(before).not.to.contain(outside);
    await element.updateComplete;
    expect(element.toSVG()).to.contain(outside);
  });
});

describe('AN the list and the drawing', () => {
  it('AN9 what the reader asks of the list holds for the links too', async () => {
    const element = await map({ filter: '' });
    await press(element, '[data-lens=overlaps]');
    await found(element);
    const links = (): number => /<g class="candidates">(.*?)<\/g>/s.exec(element.toSVG())?.[1]?.split('<path').length ?? 0;
    const all = links();
    await press(element, '.bands .chip-toggle');
    expect(links()).to.be.lessThan(all);
    await press(element, '.bands .chip-toggle');
    expect(links()).to.equal(all);
  });
});

describe('AN the panel and the keys', () => {
  it('AN10 evidence opens at its beginning with the focus on its heading, and Escape comes back to the row that led there', async () => {
    const element = await map({ filter: '' });
    await press(element, '[data-lens=overlaps]');
    await found(element);
    const row = (): HTMLElement | undefined => element.shadowRoot?.querySelectorAll<HTMLElement>('button.pair')[12];
    row()?.scrollIntoView({ block: 'center' });
    row()?.focus({ preventScroll: true });
    const { scrollTop } = part(element, '.detail');
    expect(scrollTop, 'the row is far down').to.be.greaterThan(500);
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement?.localName).to.equal('h2');
    expect(textOf(element.shadowRoot?.activeElement)).to.contain(element.selected.split(', ')[0]);
    expect(part(element, '.detail').scrollTop).to.equal(0);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(element.selected).to.equal('');
    expect(element.shadowRoot?.activeElement).to.equal(row());
    expect(part(element, '.detail').scrollTop).to.equal(scrollTop);
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(has(element, '.detail'), 'Escape closes the list too').to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '.surface'));
  });

  it('AN12 from the switches it is one step past filters and drawing to the panel', async () => {
    const element = await map({ without: 'legend', selected: 'ISO 37122, ITU-T Y.4900/L.1600' });
    part(element, '.show-tools').focus();
    const skip = part(element, '.skip');
    expect(skip.getBoundingClientRect().width, 'out of sight').to.be.at.most(1);
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement).to.equal(skip);
    expect(skip.getBoundingClientRect().width).to.be.greaterThan(24);
    await sendKeys({ press: 'Enter' });
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '.detail h2'));
    element.selected = '';
    await element.updateComplete;
    skip.click();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '.surface'));
  });

  it('AN14 the tools are behind one button, whole in the window, and choosing one or Escape closes them with the focus on the button', async () => {
    const element = await map({ without: 'legend' });
    const [button, menu] = [part(element, '.show-tools'), part(element, '.menu')];
    expect(menu.getClientRects().length, 'closed at first').to.equal(0);
    button.focus();
    await sendKeys({ press: 'Enter' });
    await nextFrame();
    const { left, right, top, bottom, height } = menu.getBoundingClientRect();
    expect(height).to.be.greaterThan(48);
    expect(Math.min(left, top)).to.be.at.least(0);
    expect(right).to.be.at.most(innerWidth);
    expect(top - button.getBoundingClientRect().bottom, 'below its button').to.be.within(0, 8);
    expect(bottom).to.be.greaterThan(top);
    await sendKeys({ press: 'Escape' });
    expect(menu.matches(':popover-open')).to.equal(false);
    expect(element.shadowRoot?.activeElement).to.equal(button);
    await sendKeys({ press: 'Enter' });
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement).to.equal(part(element, '[data-tool=proposal]'));
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(menu.matches(':popover-open')).to.equal(false);
    expect(has(element, '.proposal')).to.equal(true);
    expect(element.shadowRoot?.activeElement, 'the focus goes with no menu').to.equal(button);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
  });

  it('AN11 a focus outside the panel stays where it is, and Escape in a field closes nothing', async () => {
    const element = await map({ selected: 'ISO 37122, ITU-T Y.4900/L.1600' });
    const search = part(element, '.search input');
    search.focus();
    element.selected = 'ISO 37120';
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(search);
    await press(element, '[data-tool=proposal]');
    part(element, '.proposal input').focus();
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(has(element, '.proposal')).to.equal(true);
  });
});

describe('AN the matrix', () => {
  it('AN6 stands in the place of the graph, with the same filter, selection and panel; the graph comes back as it was', async () => {
    const element = await map({ filter: 'sdo:iso', view: 'matrix' });
    expect(has(element, '.matrix table.grid')).to.equal(true);
    expect(part(element, '.surface').inert).to.equal(true);
    expect(element.coverage?.scope).to.equal(element.visible.length);
    element.selected = 'ISO 37122';
    await element.updateComplete;
    expect(textOf(part(element, '.detail h2'))).to.equal('ISO 37122');
    await press(element, '[data-view=graph]');
    expect(has(element, '.matrix')).to.equal(false);
    expect(part(element, '.surface').inert).to.equal(false);
    expect(element.view).to.equal('graph');
  });

  it('AN7 an open cell is in the address, and its standards are one press away from the filter', async () => {
    const element = await map({ filter: '', view: 'matrix', id: 'm' });
    element.restore({ cell: 'mobility/architecture' });
    await element.updateComplete;
    const cell = element.coverage?.cells.find(({ row, column }) => row === 'mobility' && column === 'architecture');
    const only = [...part(element, '.matrix-detail').querySelectorAll('button')].find((button) => textOf(button) === 'Show only these');
    only?.click();
    await element.updateComplete;
    expect(element.visible).to.deep.equal(cell?.standards);
    expect(element.filter).to.equal('topic:mobility topic:architecture status:active');
    expect(element.state.cell).to.equal('mobility/architecture');
  });
});

describe('AN verdicts', () => {
  const give = async (element: StandardsMap, verdict: string): Promise<void> => {
    part(element, '.evidence details.give, .evidence details:has(form)').setAttribute('open', '');
    part(element, `input[name=verdict][value=${verdict}]`).click();
    for (const [name, text] of [
      ['by', 'contact person'],
      ['reason', 'The two were written together.'],
    ]) {
      const field = part(element, `.evidence form [name=${name ?? ''}]`) as HTMLInputElement;
      field.value = text ?? '';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await element.updateComplete;
    }
    await press(element, '.evidence form button[type=submit]');
  };

  it('AN8 a verdict takes the pair off the list at once and after a reload, is told to the page, and is taken back', async () => {
    const element = await map({ filter: '' });
    const [first, second] = element.overlaps;
    if (!first || !second) throw new Error('no candidates');
    const told: string[] = [];
    element.addEventListener('standards-finding', (event) => {
      const { finding } = event;
      told.push(`${finding.verdict} ${finding.standards.join(' ')}`);
    });
    element.restore({ selected: [first.a, first.b] });
    await element.updateComplete;
    await give(element, 'coordinated');
    expect(told).to.deep.equal([`coordinated ${[first.a, first.b].sort().join(' ')}`]);
    expect(element.overlaps[0]).to.include({ a: second.a, b: second.b });
    expect(textOf(part(element, '[data-tool=findings]'))).to.equal('Findings (1)');

    element.remove();
    const again = await map({ filter: '' });
    expect(again.overlaps[0]).to.include({ a: second.a, b: second.b });
    await press(again, '[data-tool=findings]');
    expect(textOf(part(again, '.detail')))
      .to.contain(first.a)
      .and.to.contain('The two were written together.');
  });
});
