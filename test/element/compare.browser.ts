import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { drawn } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';
import { all, clearAddress, part, readyMap, textOf } from './map-parts.js';

async function map(selected: readonly string[], data: Dataset = dataset()): Promise<StandardsMap> {
  clearAddress();
  const element = await readyMap(data, {}, { height: 620 });
  element.restore({ selected });
  await element.updateComplete;
  return element;
}
const has = (element: StandardsMap, selector: string): boolean => all(element, selector).length > 0;
const isFocused = (element: StandardsMap, selector: string): boolean => element.shadowRoot?.activeElement === all(element, selector)[0];
/** The comparison is loaded when it is first opened. */
async function opened(element: StandardsMap): Promise<void> {
  while (!has(element, '.compare')) await drawn();
  await element.updateComplete;
}
async function open(element: StandardsMap): Promise<void> {
  element.restore({ panel: 'compare' });
  await opened(element);
}
const row = (element: StandardsMap, name: string): HTMLElement => {
  const found = all(element, '.compare-body > table > tbody > tr').find((one) => textOf(one.querySelector('th')).startsWith(name));
  if (!found) throw new Error(`no row ${name}`);
  return found;
};

const A = 'ISO 37122';
const B = 'ITU-T Y.4903/L.1603';
const C = 'ISO/TS 37151';

describe('the comparison', () => {
  it('CM20 opens from the evidence of a pair, takes the focus, and gives it back at Escape', async () => {
    const element = await map([A, B]);
    part(element, '.compare-open').focus();
    await sendKeys({ press: 'Enter' });
    await opened(element);
    expect(isFocused(element, '.compare h2')).to.equal(true);
    expect(textOf(part(element, '.compare h2'))).to.equal('2 standards side by side');
    expect(getComputedStyle(part(element, '.stage > .detail')).visibility).to.equal('hidden');
    expect(element.state.panel).to.equal('compare');
    await sendKeys({ press: 'Escape' });
    await element.updateComplete;
    expect(has(element, '.compare')).to.equal(false);
    expect(isFocused(element, '.compare-open')).to.equal(true);
    expect(element.selected).to.equal(`${A}, ${B}`);
  });

  it('CM21 is a table whose rows say in words what differs, and can show nothing else', async () => {
    const element = await map([A, B]);
    await open(element);
    expect(all(element, '.compare-body > table > thead th[scope=col]').length).to.equal(3);
    expect(textOf(row(element, 'SDO').querySelector('th'))).to.equal('SDO ≠ (differs)');
    expect(textOf(row(element, 'Role').querySelector('th'))).to.equal('Role');
    expect(textOf(row(element, 'Status'))).to.contain('In force');
    expect(all(element, '.compare-body > table > tbody th[scope=row]').length).to.be.greaterThan(12);
    part(element, '.compare .switch input').click();
    await element.updateComplete;
    expect(all(element, '.compare-body > table > tbody > tr').every((one) => one.matches('.differs'))).to.equal(true);
  });

  it('CM22 marks the words that titles share, and says what every two are to each other', async () => {
    const element = await map([A, B]);
    await open(element);
    expect(
      all(element, '.compare .title mark')
        .map((one) => textOf(one).toLowerCase())
        .join(' '),
    ).to.contain('indicators');
    expect(has(element, '.compare .terms td span')).to.equal(true);
    expect(textOf(part(element, '.between article')))
      .to.contain(`${A} and ${B}`)
      .and.to.contain('Likeness 1.00 of 1');
    part(element, '.to-evidence').click();
    await element.updateComplete;
    expect([has(element, '.compare'), element.selected]).to.deep.equal([false, `${A}, ${B}`]);
    expect(has(element, '.evidence')).to.equal(true);
  });

  it('CM23 takes further standards by any spelling and lets go of others', async () => {
    const element = await map([A, B]);
    await open(element);
    const input = part(element, '.compare .add input');
    input.focus();
    await sendKeys({ type: 'iso/ts37151' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(element.selected).to.equal(`${A}, ${B}, ${C}`);
    expect(all(element, '.between article').length).to.equal(3);
    await sendKeys({ type: 'ISO 99999' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(textOf(part(element, '#compare-problem'))).to.equal('There is no standard “ISO 99999” in this dataset.');
    all(element, '.compare .whose .icon')[0]?.click();
    await element.updateComplete;
    expect(element.selected).to.equal(`${B}, ${C}`);
    while (!isFocused(element, '.compare h2')) await drawn();
  });

  it('CM24 compares none where there are more than six or fewer than two, and says so', async () => {
    const standards = Array.from({ length: 8 }, (_, i) => standard(`ISO ${String(i + 1)}`));
    const element = await map(
      standards.slice(0, 7).map(({ id }) => id),
      dataset({ standards }),
    );
    await open(element);
    expect(textOf(part(element, '.compare-body'))).to.contain('7 standards are selected, and at most 6 are compared');
    expect(has(element, '.compare table')).to.equal(false);
    all(element, '.compare .chosen button')[0]?.click();
    await element.updateComplete;
    expect(all(element, '.compare-body > table > thead th').length).to.equal(7);
    element.restore({ selected: ['ISO 1'] });
    await element.updateComplete;
    expect(textOf(part(element, '.compare-body'))).to.contain('takes two standards or more');
  });

  it('CM25 scrolls in its own box with its headings in sight, and in a narrow place is cards that scroll one way only', async () => {
    const element = await map([A, B, C]);
    await open(element);
    const body = part(element, '.compare-body');
    body.scrollTop = 200;
    await drawn();
    const head = part(element, '.compare-body > table > thead th').getBoundingClientRect();
    expect(Math.abs(head.top - body.getBoundingClientRect().top)).to.be.lessThan(2);
    element.style.inlineSize = '340px';
    await drawn();
    expect(body.scrollWidth).to.be.at.most(body.clientWidth);
    expect(getComputedStyle(part(element, '.compare .card-name')).display).to.equal('block');
  });

  it('CM26 is in the address of the map, over any of its presentations', async () => {
    const element = await map([A, B]);
    element.view = 'matrix';
    await open(element);
    expect(element.state).to.deep.include({ view: 'matrix', panel: 'compare' });
    part(element, '.compare .close').click();
    await element.updateComplete;
    expect([has(element, '.compare'), has(element, '.matrix')]).to.deep.equal([false, true]);
  });
});
