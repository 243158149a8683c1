import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import '../browser.js';
import type { StandardsFilterEvent } from '../../src/element/events.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { dataset } from '../fixtures/small.js';
import { all, clearAddress, part, readyMap, textOf } from './map-parts.js';

const map = (attributes: Readonly<Record<string, string>> = {}, data: Dataset = dataset()): Promise<StandardsMap> =>
  readyMap(data, attributes);

const box = (element: StandardsMap): HTMLInputElement => part(element, '.search input') as HTMLInputElement;
const line = (element: StandardsMap): string => textOf(part(element, '#search-line'));
const options = (element: StandardsMap): readonly string[] => all(element, '.suggestions:not([hidden]) [role=option]').map(textOf);
const chips = (element: StandardsMap): readonly string[] => all(element, '.chip').map(textOf);
const focused = (element: StandardsMap): Element | null | undefined => element.shadowRoot?.activeElement;

async function type(element: StandardsMap, text: string): Promise<void> {
  box(element).focus();
  await sendKeys({ type: text });
  await element.updateComplete;
}
async function press(element: StandardsMap, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({ press: key });
  await element.updateComplete;
}
async function click(element: StandardsMap, target: HTMLElement): Promise<void> {
  target.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = target.getBoundingClientRect();
  await sendMouse({ type: 'click', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
  await element.updateComplete;
}
const button = (element: StandardsMap, text: string): HTMLElement => {
  const found = all(element, 'button').find((one) => textOf(one) === text);
  if (!found) throw new Error(`no button says ${text}`);
  return found;
};

const I37122 = 'ISO 37122';
const I37151 = 'ISO/TS 37151';
const Y4903 = 'ITU-T Y.4903/L.1603';

beforeEach(clearAddress);
after(clearAddress);

describe('what is typed', () => {
  it('Q1 is shown on the map at once, told to the page, and changes neither filter nor address', async () => {
    const element = await map();
    const told: [string, number][] = [];
    element.addEventListener('standards-filter', (event: StandardsFilterEvent) => told.push([event.filter, event.count]));
    const before = JSON.stringify(element.state);
    await type(element, 'topic:energy');
    expect(element.visible).to.deep.equal([I37151]);
    expect(textOf(part(element, '[part=status]'))).to.contain('1 of 5 standards');
    expect(element.matches(':state(filtered)')).to.equal(true);
    expect([element.filter, JSON.stringify(element.state)]).to.deep.equal(['', before]);
    expect(chips(element)).to.deep.equal([]);
    expect(told.at(-1)).to.deep.equal(['topic:energy', 1]);
  });

  it('Q2 narrows the filter in force; Enter keeps it as chips', async () => {
    const element = await map({ filter: 'sdo:iso' });
    await type(element, 'smart');
    expect(element.visible).to.deep.equal([I37122, I37151]);
    expect(element.filter).to.equal('sdo:iso');
    await press(element, 'Enter');
    expect(element.filter).to.equal('sdo:iso smart');
    expect(chips(element)).to.deep.equal(['SDO: ISO', '“smart”']);
    expect(box(element).value).to.equal('');
    expect(element.visible).to.deep.equal([I37122, I37151]);
  });

  it('Q3 is taken back by Escape, and a second Escape empties the box', async () => {
    const element = await map({ filter: 'sdo:iso' });
    const before = element.visible;
    await type(element, 'topic:energy');
    expect(element.visible).to.deep.equal([I37151]);
    await press(element, 'Escape');
    expect(element.visible).to.equal(before);
    expect(box(element).value).to.equal('topic:energy');
    await press(element, 'Escape');
    expect(box(element).value).to.equal('');
    expect(element.filter).to.equal('sdo:iso');
  });

  it('Q4 stays shown when the focus goes elsewhere, where mouse and keys can keep it or take it back', async () => {
    const element = await map();
    await type(element, 'topic:energy');
    expect(line(element)).to.contain('Preview: 1 of 5 standards');
    box(element).blur();
    await element.updateComplete;
    expect(element.visible).to.deep.equal([I37151]);
    await click(element, button(element, 'Filter the map by “topic:energy”'));
    expect(element.filter).to.equal('topic:energy');
    await type(element, 'smart sdo:iso');
    await click(element, button(element, 'Take back'));
    expect([element.filter, box(element).value]).to.deep.equal(['topic:energy', '']);
  });

  it('Q5 never empties the map while it is typed, and Enter filters all the same', async () => {
    const element = await map();
    await type(element, 'smart quasar');
    expect(element.visible).to.deep.equal([I37122, I37151, Y4903, 'ITU-T Y.4000']);
    expect(line(element)).to.contain('No standard passes with this');
    await press(element, 'Enter');
    expect(element.visible).to.deep.equal([]);
  });

  it('Q6 may be a designation: the map stays as it was, Enter goes there', async () => {
    const element = await map({ filter: 'sdo:itu-t' });
    const before = element.visible;
    await type(element, 'ISO 37122');
    expect(element.visible).to.equal(before);
    expect(line(element)).to.equal('Enter goes to ISO 37122');
    await press(element, 'Enter');
    expect([element.selected, element.filter, box(element).value]).to.deep.equal(['ISO 37122', 'sdo:itu-t', '']);
  });

  it('Q7 leaves the map when a record is chosen', async () => {
    const element = await map();
    await type(element, 'indicators');
    expect(element.visible.length).to.be.lessThan(5);
    await press(element, 'ArrowDown');
    const active = box(element).getAttribute('aria-activedescendant') ?? '';
    expect(part(element, `#${active}`).getAttribute('aria-selected')).to.equal('true');
    await press(element, 'Enter');
    expect(element.selected).not.to.equal('');
    expect([element.visible.length, element.filter]).to.deep.equal([5, '']);
  });

  it('Q8 has wildcards and ranges', async () => {
    const element = await map();
    await type(element, 'Y.49* editions:2..');
    expect(element.visible).to.deep.equal([Y4903]);
  });

  it('Q9 is what the other presentations show too', async () => {
    const element = await map({ view: 'matrix' });
    const total = (): number => element.coverage?.cells.flat().reduce((sum, cell) => sum + cell.standards.length, 0) ?? 0;
    const before = total();
    await type(element, 'sdo:itu-t');
    expect(total()).to.be.lessThan(before);
  });
});

describe('a wrong expression', () => {
  it('Q10 says where and what was expected, keeps the last good result, and a button mends it', async () => {
    const element = await map();
    await type(element, 'topic:energy role:');
    expect(element.visible).to.deep.equal([I37151]);
    await sendKeys({ type: 'requirments' });
    await element.updateComplete;
    expect(element.visible).to.deep.equal([I37151]);
    expect(textOf(part(element, '.quote mark'))).to.equal('requirments');
    expect(textOf(part(element, '.quote'))).to.equal('topic:energy role:requirments');
    expect(line(element)).to.contain('“requirments” is no value of Role');
    expect(line(element)).to.contain('Expected one of vocabulary, requirements');
    await click(element, part(element, '.mend'));
    expect(box(element).value).to.equal('topic:energy role:requirements');
    expect(focused(element) === box(element)).to.equal(true);
    expect(box(element).selectionStart).to.equal(box(element).value.length);
    expect(line(element)).to.contain('Preview: 1 of 5');
  });

  it('Q11 is told calmly while it is being written, and as wrong at Enter, which changes nothing', async () => {
    const element = await map({ filter: 'sdo:iso' });
    await type(element, 'topic:en');
    expect(box(element).hasAttribute('aria-invalid')).to.equal(false);
    expect(part(element, '#search-line [role=status]')).to.be.instanceOf(HTMLElement);
    await press(element, 'Enter');
    expect(box(element).getAttribute('aria-invalid')).to.equal('true');
    expect(line(element)).to.contain('Nearest: "energy"');
    expect(part(element, '#search-line [role=alert]')).to.be.instanceOf(HTMLElement);
    expect([element.filter, box(element).value]).to.deep.equal(['sdo:iso', 'topic:en']);
  });

  it('Q13 a word that may become the name of a field is not looked for, nor one that became a wrong name', async () => {
    const element = await map();
    await type(element, 'sdo:iso to');
    expect(element.visible).to.deep.equal([I37122, I37151, 'ISO/IEC 30141']);
    await sendKeys({ type: ' ' });
    await element.updateComplete;
    expect(line(element)).to.contain('No standard passes');
    await press(element, 'Escape', 'Escape');
    await type(element, 'rolle:architecture');
    expect(element.visible.length).to.equal(5);
  });

  it('Q12 is marked where the caret is not any more', async () => {
    const element = await map();
    await type(element, 'sdo:isso smart');
    expect(box(element).getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(part(element, '.quote mark'))).to.equal('isso');
    expect(box(element).getAttribute('aria-describedby')).to.equal('search-line');
  });
});

describe('suggestions while typing', () => {
  it('Q20 complete the name of a field, then its values with their numbers, by Tab', async () => {
    const element = await map();
    await type(element, 'sd');
    expect(options(element)[0]).to.contain('sdo: SDO');
    await press(element, 'Tab');
    expect(box(element).value).to.equal('sdo:');
    expect(focused(element) === box(element)).to.equal(true);
    expect(options(element).slice(0, 2)).to.deep.equal([
      'ISO 3 standards International Organization for Standardization',
      'ITU-T 2 standards ITU Telecommunication Standardization Sector',
    ]);
    await sendKeys({ type: 'it' });
    await element.updateComplete;
    await press(element, 'Tab');
    expect(box(element).value).to.equal('sdo:itu-t');
    expect(element.visible).to.deep.equal([Y4903, 'ITU-T Y.4000']);
    await sendKeys({ type: ',is' });
    await element.updateComplete;
    await press(element, 'ArrowDown', 'Enter');
    expect(box(element).value).to.equal('sdo:itu-t,iso');
    await press(element, 'Enter');
    expect(element.filter).to.equal('sdo:itu-t,iso');
  });

  it('Q21 come in named groups of one list, and the keys go round in it', async () => {
    const element = await map();
    await type(element, 'to');
    const groups = all(element, '.suggestions [role=group]').map((group) => group.getAttribute('aria-label'));
    expect(groups[0]).to.equal('Filter by');
    expect(part(element, '.suggestions').getAttribute('role')).to.equal('listbox');
    const ids = all(element, '.suggestions [role=option]').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
    await press(element, 'ArrowUp');
    expect(box(element).getAttribute('aria-activedescendant')).to.equal(ids.at(-1));
    await press(element, 'ArrowDown');
    expect(box(element).getAttribute('aria-activedescendant')).to.equal(ids[0]);
  });

  it('Q22 follow the caret into the middle of the text, by click too', async () => {
    const element = await map();
    await type(element, 'topic:en smart');
    box(element).setSelectionRange(8, 8);
    await press(element, 'ArrowRight', 'ArrowLeft');
    const energy = all(element, '.suggestions [role=option]').find((one) => textOf(one).startsWith('Energy'));
    if (!energy) throw new Error('no value is offered');
    await click(element, energy);
    expect(box(element).value).to.equal('topic:energy smart');
    expect(box(element).selectionStart).to.equal('topic:energy'.length);
  });

  it('Q23 count what the filter in force leaves', async () => {
    const element = await map({ filter: 'topic:energy' });
    await type(element, '-sdo:');
    expect(options(element)).to.deep.equal(['ISO 1 standards International Organization for Standardization']);
  });

  it('Q24 offer the filters of this visit again', async () => {
    const element = await map();
    await type(element, 'topic:energy');
    await press(element, 'Enter');
    await press(element, 'ArrowDown');
    expect(options(element)).to.deep.equal(['topic:energy']);
    element.filter = '';
    await press(element, 'ArrowDown', 'Enter');
    expect(box(element).value).to.equal('topic:energy');
    expect(element.visible).to.deep.equal([I37151]);
  });

  it('Q25 let Tab go on where nothing is to be completed', async () => {
    const element = await map();
    await type(element, 'smart');
    await press(element, 'Tab');
    expect(focused(element) === box(element)).to.equal(false);
    expect(box(element).value).to.equal('smart');
  });
});

describe('help', () => {
  it('Q30 opens examples that all can be tried in this dataset', async () => {
    const element = await map();
    await click(element, part(element, '.search .help'));
    expect(part(element, '.search .help').getAttribute('aria-expanded')).to.equal('true');
    const examples = all(element, '.search-help button').map(textOf);
    expect(examples.length).to.be.greaterThan(8);
    await click(element, part(element, '.search-help button'));
    expect(box(element).value).to.equal(examples[0]);
    expect(all(element, '.search-help').length).to.equal(0);
    for (const text of examples) {
      box(element).value = text;
      box(element).dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
      expect(all(element, '.quote').length, text).to.equal(0);
    }
  });

  it('Q31 closes with Escape', async () => {
    const element = await map();
    await click(element, part(element, '.search .help'));
    part(element, '.search-help button').focus();
    await press(element, 'Escape');
    expect(all(element, '.search-help').length).to.equal(0);
    expect(focused(element) === box(element)).to.equal(true);
  });
});

describe('in a narrow place', () => {
  it('Q40 everything below the box stays inside of the map', async () => {
    const element = await map();
    element.style.inlineSize = '340px';
    for (const text of ['smart', `sdo:${'x'.repeat(80)}`]) {
      box(element).value = text;
      box(element).dispatchEvent(new InputEvent('input'));
      await element.updateComplete;
      const frame = element.getBoundingClientRect();
      const asked = part(element, '.asked').getBoundingClientRect();
      expect(asked.left >= frame.left && asked.right <= frame.right && asked.bottom <= frame.bottom, text).to.equal(true);
      expect(part(element, '.asked').scrollWidth <= part(element, '.asked').clientWidth, text).to.equal(true);
    }
  });
});
