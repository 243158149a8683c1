import { expect, waitUntil } from '@open-wc/testing';
import { changes } from '../../src/analysis/changes.js';
import { changedCount, changeSums } from '../../src/analysis/change-sums.js';
import { CHANGED } from '../../src/analysis/change.js';
import { usualSince } from '../../src/analysis/since.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { viewport } from '../browser.js';
import { PAYLOADS } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { dataFile } from './shipped.js';
import { all, clearAddress, part, readyMap, textOf } from './map-parts.js';
import { changeMessages } from '../../src/element/messages-changes.js';

const clear = (): void => {
  clearAddress();
  localStorage.clear();
};

const map = async (attributes: Readonly<Record<string, string>> = {}, data?: Dataset): Promise<StandardsMap> =>
  readyMap(
    data ?? (await dataFile()),
    { id: 'm', motion: 'none', loading: 'eager', without: 'filters', ...attributes },
    { width: 1200, height: 800 },
  );
const press = async (element: StandardsMap, selector: string): Promise<void> => {
  part(element, selector).click();
  await element.updateComplete;
};
function known({ catalogue }: StandardsMap): Catalogue {
  if (!catalogue) throw new Error('the map has no catalogue');
  return catalogue;
}
const parsed = (text: string): Document => new DOMParser().parseFromString(text, 'image/svg+xml');

/** Three that changed since 2025, one that left and is hidden by its status, and one of which nothing is known. */
const few = (given: Partial<Dataset> = {}): Dataset =>
  dataset({
    asOf: '2026-06-01',
    sources: [
      { id: 'iso', catalogue: 'ISO', asOf: '2026-06-01', licence: 'none stated' },
      { id: 'old', catalogue: 'Old', asOf: '2024-01-01', licence: 'none stated' },
    ],
    standards: [
      standard('ISO 1', { editions: [{ id: 'ISO 1:2025', date: '2025-05-06', status: 'in-force' }] }),
      standard('ISO 2', {
        editions: [
          { id: 'ISO 2:2019', date: '2019', status: 'superseded' },
          { id: 'ISO 2:2025', date: '2025', status: 'in-force' },
        ],
      }),
      standard('ISO 3', { editions: [{ id: 'ISO 3:2019', date: '2019', status: 'in-force' }], sources: ['old'] }),
      standard('ISO 4', {
        status: 'withdrawn',
        withdrawn: '2025-08-01',
        editions: [{ id: 'ISO 4:2011', date: '2011', status: 'withdrawn' }],
      }),
      standard('ISO 5', { editions: [{ id: 'ISO 5:2019', date: '2019', status: 'in-force' }] }),
    ],
    ...given,
  });

before(() => viewport(1240, 840));
beforeEach(clear);
after(clear);

describe('CL the lens for changes', () => {
  it('CL1 switched on without a day it takes the last meeting but one, says so, and has it in the address', async () => {
    const element = await map();
    await press(element, '[data-lens=changes]');
    const { since } = usualSince(known(element));
    expect([element.highlight, element.since]).to.deep.equal(['changes', since]);
    expect(textOf(part(element, '.changes .taken'))).to.contain('the last meeting but one');
    expect(location.hash).to.contain('highlight=changes').and.to.contain(`since=${since}`);
    await press(element, '[data-lens=changes]');
    expect([element.highlight, element.since]).to.deep.equal(['', '']);
  });

  it('CL1 a day that the map took follows its rule when another day is shown, and goes with the lens however that is switched off', async () => {
    const element = await map();
    element.at = '2015-06-30';
    await element.updateComplete;
    await press(element, '[data-lens=changes]');
    expect(element.since).to.equal('2013-06-30');
    // Six meetings, none of them by that day
    expect(textOf(part(element, '.changes .taken'))).to.contain('the dataset has no two meetings up to Jun 30, 2015');
    element.at = '';
    await element.updateComplete;
    expect(element.since).to.equal(usualSince(known(element)).since);
    expect(textOf(part(element, '.changes .taken'))).to.contain('the last meeting but one');
    element.undo();
    expect([element.at, element.since]).to.deep.equal(['2015-06-30', '2013-06-30']);
    element.at = '';
    element.highlight = '';
    expect(element.since).to.equal('');
    // A day that somebody chose stays
    element.since = '2024-05';
    element.highlight = 'changes';
    element.at = '2025-01';
    element.highlight = '';
    expect(element.since).to.equal('2024-05');
  });

  it('CL2 a link with a day opens just that: what changed of what is shown, by class, the newest first', async () => {
    location.hash = '#m.filter=sdo:itu-t&m.highlight=changes&m.since=2025-01';
    const element = await map();
    const found = changes(known(element), { since: '2025-01' });
    const { counts } = changeSums(known(element), found, element.visible);
    expect(textOf(part(element, '.detail h2'))).to.equal('Changes after Jan 31, 2025');
    expect(textOf(part(element, '[data-lens=changes]'))).to.equal(`Changes (${changedCount(counts)})`);
    expect(all(element, '.changes .chip-toggle').map((chip) => textOf(chip))).to.deep.equal(
      CHANGED.map((one) => `${changeMessages.classes[one]} ${counts[one]}`),
    );
    const days = all(element, '[data-class=came] .pair').map((row) => {
      const id = textOf(row.querySelector('strong'));
      return found.of(id)?.facts[0]?.date ?? '';
    });
    expect(days.length).to.be.greaterThan(5);
    expect(days).to.deep.equal([...days].sort().reverse());
    expect(all(element, '.changes .taken')).to.have.length(0);
  });

  it('CL3 draws a sign for each of them, by shape and name as well as colour, and fades the rest', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01', without: 'filters detail' }, few());
    const svg = parsed(element.toSVG());
    const signs = [...svg.querySelectorAll('.changes > g > title')].map((title) => textOf(title));
    expect(signs).to.have.members(['ISO 1: Came', 'ISO 2: Revised', 'ISO 4: Left']);
    // Three classes, three outlines; of a year nobody knows whether it was after January
    const outlines = [...svg.querySelectorAll('.changes > g > path:first-of-type')];
    expect(new Set(outlines.map((path) => (path.getAttribute('d') ?? '').split('L').length)).size).to.equal(3);
    const hollow = [...svg.querySelectorAll('.changes > g')].filter((sign) => sign.querySelector('[stroke-dasharray]'));
    expect(hollow.map((sign) => textOf(sign.querySelector('title')))).to.deep.equal(['ISO 2: Revised']);
    expect(svg.querySelectorAll('[opacity="0.34"]').length).to.be.greaterThan(0);
    element.highlight = '';
    await element.updateComplete;
    expect(parsed(element.toSVG()).querySelector('.changes')).to.equal(null);
  });

  it('CL3 the legend has the sign of what ended on a day that nobody knows hollow and broken, beside that of what left', async () => {
    const ended = standard('ISO 6', {
      status: 'withdrawn',
      editions: [
        { id: 'ISO 6:2011', date: '2011', status: 'withdrawn' },
        { id: 'ISO 6:2026', date: '2026-02-01', status: 'withdrawn' },
      ],
    });
    const data = few();
    const element = await map(
      { highlight: 'changes', since: '2025-01', without: 'filters detail' },
      { ...data, standards: [...data.standards, ended] },
    );
    const dashes = all(element, '.legend .lens li:has(.change-icon)').map((one) => [
      textOf(one.querySelector('span')),
      one.querySelector('path')?.getAttribute('stroke-dasharray') !== 'none',
    ]);
    expect(dashes).to.deep.include(['Left', false]).and.to.deep.include(['Ended, day not known', true]);
  });

  it('CL4 what left is not hidden by the filter: it is drawn and listed beyond it, told as such, and counts nowhere else', async () => {
    const element = await map({ filter: 'status:active', highlight: 'changes', since: '2025-01' }, few());
    expect(element.visible).to.deep.equal(['ISO 1', 'ISO 2', 'ISO 3', 'ISO 5']);
    expect(textOf(part(element, '.changes .ghosts'))).to.contain('1 that has ended is left out by the filter');
    expect(textOf(part(element, '[data-class=left] .pair')))
      .to.contain('ISO 4')
      .and.to.contain(changeMessages.beyondFilter);
    expect(element.toSVG()).to.contain('ISO 4: Left');
    expect(textOf(part(element, '.status strong'))).to.contain('4 of 5');
    // Another reason to leave it out is respected
    element.filter = 'status:active id:"ISO 1"';
    await element.updateComplete;
    expect(all(element, '.changes .ghosts')).to.have.length(0);
    expect(element.toSVG()).not.to.contain('ISO 4');
  });

  it('CL5 what cannot be known is told, not called unchanged', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01' }, few());
    expect(textOf(part(element, '.changes .unknown'))).to.contain('Of 1 standard shown it cannot be known');
    element.selected = 'ISO 3';
    await element.updateComplete;
    expect(textOf(part(element, '.since-change'))).to.contain(changeMessages.doubts['old-source']);
    element.selected = 'ISO 5';
    await element.updateComplete;
    expect(textOf(part(element, '.since-change'))).to.contain(changeMessages.unchanged);
  });

  it('CL5 an SDO of whose standards nothing can be known is named, and has its row among the sums', async () => {
    const element = await map({ filter: '', highlight: 'changes', since: '2025-09' });
    const found = changes(known(element), { since: '2025-09' });
    const { sdos } = changeSums(known(element), found);
    const homes = new Set(
      known(element)
        .standards.filter(({ id }) => found.of(id)?.change === 'unknown')
        .map((one) => known(element).home(one)),
    );
    const silent = known(element).sdos.filter(({ id }) => homes.has(id) && sdos.every((one) => one.id !== id));
    expect(silent.length).to.be.greaterThan(0);
    const rows = all(element, '.sums tr.silent');
    for (const { name } of silent) {
      expect(rows.filter((row) => textOf(row.querySelector('th')) === name)).to.have.length(1);
      expect(textOf(part(element, '.changes .unknown'))).to.contain(`${name}: `);
    }
    for (const row of rows) expect(textOf(row.querySelector('td'))).to.match(/^\? cannot be known \(\d+\)$/);
  });

  it('CL6 the panel of a standard says what changed, since when, from which source of which day, and who said so', async () => {
    const data = few({
      submissions: [
        {
          id: 's1',
          body: 'iso',
          by: 'contact person of ISO',
          date: '2025-09-01',
          liaison: 'ISO/TC 268 N 1',
          standards: [{ id: 'ISO 4', withdrawn: '2025-08-01' }],
        },
      ],
    });
    const element = await map({ highlight: 'changes', since: '2025-01', selected: 'ISO 4' }, data);
    expect(textOf(part(element, '.since-change')))
      .to.contain('Left')
      .and.to.contain('Withdrawn, Aug 1, 2025')
      .and.to.contain('ISO, as of Jun 1, 2026')
      .and.to.contain('Said by contact person of ISO (ISO), Sep 1, 2025, ISO/TC 268 N 1');
  });

  it('CL7 the list is filtered by class, and the drawing follows; a click selects', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01' }, few());
    const [came] = all(element, '.changes .chip-toggle');
    came?.click();
    await element.updateComplete;
    expect(all(element, '.changes section[data-class]').map((one) => one.dataset['class'])).to.deep.equal(['came']);
    expect([...parsed(element.toSVG()).querySelectorAll('.changes > g > title')].map(textOf)).to.deep.equal(['ISO 1: Came']);
    part(element, '[data-class=came] .pair').click();
    await element.updateComplete;
    expect(element.selected).to.equal('ISO 1');
  });

  it('CL8 the day is chosen from the meetings or as a date, in one step that can be undone', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01' });
    const select = part(element, '.changes select') as HTMLSelectElement;
    expect([...select.options].map(({ value }) => value).slice(0, 2)).to.deep.equal(['2025-09', '2025-01']);
    expect(textOf(select.selectedOptions[0])).to.contain('the meeting of Jan 2025');
    select.value = '2025-09';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.since).to.equal('2025-09');
    const day = part(element, '.changes input[type=date]') as HTMLInputElement;
    expect(day.value).to.equal('2025-09-30');
    day.value = '2025-06-15';
    day.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.since).to.equal('2025-06-15');
    expect(textOf(part(element, '.detail h2'))).to.equal('Changes after Jun 15, 2025');
    element.undo();
    await element.updateComplete;
    expect(element.since).to.equal('2025-09');
    element.redo();
    await element.updateComplete;
    expect(element.since).to.equal('2025-06-15');
    day.value = '';
    day.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(element.since).to.equal('2025-06-15');
  });

  it('CL9 up to a day: what came later is not told', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01' }, few());
    element.restore({ at: '2025-06' });
    await element.updateComplete;
    expect(all(element, '.pair strong').map(textOf)).to.deep.equal(['ISO 1']);
    element.restore({ at: '2024-01' });
    await element.updateComplete;
    expect(textOf(part(element, '.changes .backwards'))).to.equal(changeMessages.backwards);
  });

  it('CL9 a day after that of the dataset is not told as the end of the period, and a period that has not begun is told', async () => {
    const element = await map({ highlight: 'changes', since: '2031', at: '2030' }, few());
    expect(textOf(part(element, '.detail h2'))).not.to.contain('2030');
    expect(textOf(part(element, '.changes .backwards'))).to.equal(changeMessages.backwards);
  });

  it('CL17 what the map has to tell stands beside the panel or over it, never under it', async () => {
    location.hash = '#m.at=yesterday&m.since=foo&m.highlight=changes';
    const element = await map();
    const notice = part(element, '.notice');
    expect(all(element, '.detail')).to.have.length(1);
    const box = notice.getBoundingClientRect();
    const at = (x: number): Element | null | undefined => element.shadowRoot?.elementFromPoint(x, box.top + box.height / 2);
    for (const x of [box.left + 6, box.right - 6]) expect(notice.contains(at(x) ?? null), String(x)).to.equal(true);
    expect(box.right).to.be.at.most(part(element, '.detail').getBoundingClientRect().left);
  });

  it('CL18 the heads of the sums are not broken inside their words, however narrow the panel', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01', selected: '' });
    part(element, '.sums summary').click();
    await element.updateComplete;
    for (const head of all(element, '.sums thead th')) {
      const range = document.createRange();
      range.selectNodeContents(head);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      expect(lines, textOf(head)).to.be.at.most(textOf(head).split(' ').length);
    }
  });

  it('CL19 sentences of the panel go by their own direction', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01' }, few());
    const sentences = all(element, '.changes p');
    expect(sentences.length).to.be.greaterThan(4);
    for (const one of sentences.filter((one) => textOf(one).endsWith('.'))) expect(one.dir, textOf(one)).to.equal('auto');
  });

  it('CL10 the table has it as a column, groups and sorts by it, and files have it too', async () => {
    const element = await map({ view: 'table', highlight: 'changes', since: '2025-01', by: 'change', without: 'filters detail' }, few());
    await waitUntil(() => all(element, '.line.group').length > 0, 'the table', { timeout: 20_000 });
    const groups = all(element, '.line.group bdi').map(textOf);
    expect(groups).to.deep.equal(['Came', 'Revised', 'Left', 'Unchanged', 'Not known']);
    expect(element.toCSV())
      .to.match(/change/i)
      .and.to.match(/"?ISO 4"?,.*left/);
    element.highlight = '';
    element.by = '';
    await element.updateComplete;
    expect(element.toCSV()).not.to.match(/ISO 4.*,left/);
  });

  it('CL11 a cell of the matrix counts what came, was revised and left in it, in its name too', async () => {
    const element = await map(
      { view: 'matrix', rows: 'sdo', columns: 'role', highlight: 'changes', since: '2025-01', without: 'filters detail' },
      few(),
    );
    const cells = all(element, '.cell.changed');
    expect(cells.map((cell) => textOf(cell.querySelector('.delta')))).to.include('+1 △1 −1');
    const label = cells[0]?.querySelector('button')?.getAttribute('aria-label') ?? '';
    expect(label).to.contain('+1 △1 −1').and.to.contain('after Jan 31, 2025: 1 came, 1 revised or started, 1 left');
  });

  it('CL12 the timeline marks the period and the texts in it', async () => {
    const element = await map({ view: 'timeline', highlight: 'changes', since: '2025-01', without: 'filters detail' }, few());
    await waitUntil(() => all(element, '.change-key').length > 0, 'the timeline', { timeout: 20_000 });
    await element.updateComplete;
    expect(textOf(part(element, '.change-key'))).to.contain('Changes after Jan 31, 2025');
    element.highlight = '';
    await element.updateComplete;
    expect(all(element, '.change-key')).to.have.length(0);
  });

  it('CL13 with the lenses for overlaps and gaps all three are drawn, and the list of the last one switched on is shown', async () => {
    const element = await map({ filter: '' });
    await press(element, '[data-lens=gaps]');
    await press(element, '[data-lens=overlaps]');
    await press(element, '[data-lens=changes]');
    expect(element.highlight).to.equal('gaps overlaps changes');
    expect(textOf(part(element, '.detail h2'))).to.contain('Changes after');
    const svg = parsed(element.toSVG());
    for (const layer of ['gaps', 'changes']) expect(svg.querySelector(`.${layer}`), layer).not.to.equal(null);
  });

  it('CL14 a day that is none is left alone and told; null empties it', async () => {
    const element = await map({ highlight: 'changes', since: '2025-01' }, few());
    element.since = 'yesterday';
    expect(element.since).to.equal('2025-01');
    element.removeAttribute('since');
    expect(element.since).to.equal('');
    await element.updateComplete;
    expect(textOf(part(element, '.changes .taken'))).to.contain('two years back');
  });

  it('CL15 dataset text stays text', async () => {
    const data = few({
      standards: Object.values(PAYLOADS).map((payload, i) =>
        standard(`ISO ${String(i + 1)}`, {
          title: payload,
          status: 'withdrawn',
          withdrawn: '2025-08-01',
          editions: [{ id: `ISO ${String(i + 1)}:2011`, date: '2011', status: 'withdrawn' }],
        }),
      ),
    });
    const element = await map({ highlight: 'changes', since: '2025-01' }, data);
    expect(all(element, '[data-class=left] .pair').length).to.be.greaterThan(5);
    expect(all(element, '.changes :is(img, script, iframe, a, object)')).to.have.length(0);
    expect(parsed(element.toSVG()).querySelector('parsererror, script')).to.equal(null);
  });

  for (const scheme of ['light', 'dark'])
    it(`CL16 has no fault that axe finds, ${scheme}`, async () => {
      const element = await map({ highlight: 'changes', since: '2025-01' });
      element.style.colorScheme = scheme;
      await element.updateComplete;
      part(element, '.sums summary').click();
      await expect(element).to.be.accessible();
    });
});
