import { expect } from '@open-wc/testing';
import { toolNames } from '../../src/element/messages-tools.js';
import { formatFor } from '../../src/element/parts/context.js';
import { roomy, runsOf } from '../../src/element/parts/activity-chart.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Activity, Dataset } from '../../src/model/dataset.js';
import { viewport } from '../browser.js';
import { PAYLOADS } from '../fixtures/payloads.js';
import { dataset } from '../fixtures/small.js';
import { dataFile } from './shipped.js';
import { all, clearAddress, part, readyMap, textOf } from './map-parts.js';

const clear = (): void => {
  clearAddress();
  localStorage.clear();
};

const map = (data: Dataset, attributes: Readonly<Record<string, string>> = {}, width = 1200): Promise<StandardsMap> =>
  readyMap(data, { id: 'm', motion: 'none', loading: 'eager', without: 'filters legend', ...attributes }, { width, height: 800 });
async function opened(data: Dataset, attributes: Readonly<Record<string, string>> = {}, width = 1200): Promise<StandardsMap> {
  const element = await map(data, attributes, width);
  part(element, '[data-tool=activity]').click();
  await element.updateComplete;
  return element;
}
const rows = (element: StandardsMap): readonly (readonly string[])[] =>
  all(element, '.activity-table tr').map((row) => [...row.children].map((one) => textOf(one)));

const meeting = (date: string, given: Partial<Activity> = {}): Activity => ({
  id: `m-${date}`,
  committee: 'ISO/TC 268',
  date,
  participants: null,
  inputDocuments: null,
  deliverables: null,
  outputLiaisonStatements: null,
  contactPoints: null,
  termsOfReferenceUpdated: null,
  source: 'iso',
  ...given,
});

before(() => viewport(1240, 840));
beforeEach(clear);
after(clear);

describe('JA the coordination meetings', () => {
  it('JA1 the tool shows every number that the dataset has of the meetings, and blanks as blanks', async () => {
    const data = await dataFile();
    const element = await opened(data);
    const activities = data.activities ?? [];
    expect(activities.length).to.equal(6);
    const format = formatFor('en');
    const said = (value: number | boolean | null): string =>
      value === null ? '–' : typeof value === 'number' ? format.number(value) : value ? 'yes' : 'no';
    const found = new Map(rows(element).map(([name = '', ...cells]) => [name, cells]));
    expect(found.get('Meeting')).to.deep.equal(activities.map(({ date }) => format.date(date)));
    for (const [name, key] of [
      ['Participants', 'participants'],
      ['Input documents', 'inputDocuments'],
      ['Output liaison statements', 'outputLiaisonStatements'],
      ['Contact points', 'contactPoints'],
      ['Terms of reference updated', 'termsOfReferenceUpdated'],
    ] as const)
      expect(found.get(name), name).to.deep.equal(activities.map((one) => said(one[key])));
    expect(found.get('Participants')).to.deep.equal(['75', '78', '130', '167', '112', '–']);
    expect(found.get('Output liaison statements')).to.deep.equal(['3', '1', '1', '0', '3', '–']);
    expect(found.get('Deliverables')?.[5]).to.equal('2 (1, 2)');
    expect(all(element, '.activity .notes li').map(textOf)).to.have.length(2);
    expect(textOf(part(element, '.activity'))).to.contain('as of Sep 26, 2025');
  });

  it('JA2 a blank is a gap in the line, never a zero, and what the chart says is its text', async () => {
    expect(runsOf([3, 1, null, 0, 2, null])).to.deep.equal([
      [0, 1],
      [3, 4],
    ]);
    const element = await opened(
      dataset({
        activities: [
          meeting('2024-01', { participants: 10 }),
          meeting('2024-06', { participants: null }),
          meeting('2025-01', { participants: 0 }),
          meeting('2025-06', { participants: 5 }),
        ],
      }),
    );
    const charts = all(element, '.series-chart');
    expect(charts.map((chart) => textOf(chart.querySelector('figcaption')))).to.deep.equal(['Participants']);
    const svg = charts[0]?.querySelector('svg');
    expect(svg?.getAttribute('aria-label')).to.equal(
      'Participants per meeting: Jan 2024 10, Jun 2024 not reported, Jan 2025 0, Jun 2025 5. All numbers are in the table.',
    );
    expect(svg?.querySelectorAll('.dot').length).to.equal(3);
    expect(svg?.querySelectorAll('.series').length).to.equal(1);
    expect([...(svg?.querySelectorAll('.value') ?? [])].map(textOf)).to.deep.equal(['10', '0', '5']);
    // The others are told to be blank, not drawn as zero
    expect(all(element, '.charts > p').map(textOf)).to.include('Contact points: not reported for any meeting');
  });

  it('JA3 meetings stand by their days, and texts in each other’s way are left out, the last one never', () => {
    expect(roomy([0, 10, 60, 61, 120], 48)).to.deep.equal([false, true, false, true, true]);
    expect(roomy([], 48)).to.deep.equal([]);
  });

  it('JA4 the panel of a committee shows the same, and so does every committee that has meetings', async () => {
    const shipped = await map(await dataFile());
    shipped.selected = 'JCA-IoT, DT and SSC&C';
    await shipped.updateComplete;
    expect(all(shipped, '.activity .series-chart')).to.have.length(5);
    const both = await opened(
      dataset({
        activities: [meeting('2025-01', { participants: 3 }), meeting('2025-02', { committee: 'ISO/TC 268/SC 1', participants: 7 })],
      }),
    );
    expect(all(both, '.detail section > h3').map(textOf)).to.deep.equal(['ISO/TC 268', 'ISO/TC 268/SC 1']);
    const [heading] = all(both, '.detail section > h3 button');
    heading?.click();
    await both.updateComplete;
    expect(both.selected).to.equal('ISO/TC 268');
    expect(all(both, '.activity .series-chart')).to.have.length(1);
  });

  it('JA5 from a meeting it is one click to what has changed since', async () => {
    const element = await opened(await dataFile());
    part(element, '.activity-table [aria-label="Changes after Jan 31, 2025"]').click();
    await element.updateComplete;
    expect([element.highlight, element.since]).to.deep.equal(['changes', '2025-01']);
  });

  it('JA6 a dataset without meetings has no such tool', async () => {
    const element = await map(dataset({ activities: [] }));
    expect(all(element, '[data-tool=activity]')).to.have.length(0);
    expect(all(element, '[data-tool=findings]')).to.have.length(1);
  });

  it('JA7 what a report says stays text', async () => {
    for (const payload of Object.values(PAYLOADS)) {
      const element = await opened(
        dataset({ activities: [meeting('2025-01', { deliverables: 1, deliverableNotes: [payload.slice(0, 500)] })] }),
      );
      expect(all(element, '.activity .notes li')).to.have.length(1);
      expect(all(element, '.activity :is(img, script, iframe, object, style)')).to.have.length(0);
      element.remove();
    }
    expect((window as { tripped?: number }).tripped).to.equal(undefined);
  });

  for (const scheme of ['light', 'dark'])
    it(`JA8 has no fault that axe finds, ${scheme}`, async () => {
      const element = await opened(await dataFile());
      element.style.colorScheme = scheme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    });

  it('JA9 fits a phone: nothing but the table goes sideways', async () => {
    await viewport(390, 840);
    const element = await opened(await dataFile(), {}, 390);
    const panel = part(element, '.detail');
    expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
    const box = part(element, '.activity .scroll').getBoundingClientRect();
    expect(box.right).to.be.at.most(panel.getBoundingClientRect().right);
    await viewport(1240, 840);
  });

  it('JA10 is named in the menu of tools', async () => {
    const element = await map(await dataFile());
    expect(textOf(part(element, '[data-tool=activity]'))).to.equal(`${toolNames.activity} (6)`);
  });
});
