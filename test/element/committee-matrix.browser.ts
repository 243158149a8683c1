import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { committeeMatrix } from '../../src/analysis/committee-matrix.js';
import { committeePair } from '../../src/analysis/committee-pair.js';
import type { Candidate } from '../../src/analysis/candidate.js';
import { committeeStyles } from '../../src/element/committee-styles.js';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { catalogue } from '../../src/model/catalogue.js';
import { viewport } from '../browser.js';
import { poisoned, PAYLOADS } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { Stage } from './matrix-stage.js';
import { candidateOf } from './panel-stage.js';

const data = dataset({
  committees: [
    { id: 'ISO/TC 268', title: 'Sustainable cities', sdo: 'iso', kind: 'technical-committee', liaisons: ['JTC 1/SC 41'], sources: ['iso'] },
    { id: 'ISO/TC 268/SC 1', title: 'Infrastructures', sdo: 'iso', kind: 'subcommittee', parent: 'ISO/TC 268' },
    { id: 'JTC 1/SC 41', title: 'IoT', sdo: 'jtc1', kind: 'subcommittee' },
    { id: 'ITU-T SG20', title: 'IoT and cities', sdo: 'itu-t', kind: 'study-group' },
  ],
  standards: [
    standard('ISO 1', { topics: ['energy', 'assessment'], reasons: ['a test', 'a test'] }),
    standard('ISO 2', { committees: ['ISO/TC 268/SC 1'], topics: ['energy', 'architecture'], reasons: ['a test', 'a test'] }),
    standard('ISO 3', { committees: ['JTC 1/SC 41'], topics: ['energy', 'assessment'], reasons: ['a test', 'a test'] }),
    standard('ITU 1', { committees: ['ITU-T SG20'], topics: ['energy', 'assessment'], reasons: ['a test', 'a test'] }),
  ],
});
const records = catalogue(data);
const CANDIDATES: readonly Candidate[] = [candidateOf('ISO 1', 'ITU 1')];
let stage: Stage | undefined;
let map: StandardsMap | undefined;
afterEach(async () => {
  stage?.element.remove();
  map?.remove();
  [stage, map] = [undefined, undefined];
  history.replaceState(null, '', location.pathname + location.search);
  await viewport(800, 600);
});
const stand = (candidates: readonly Candidate[] | null = CANDIDATES): Stage => {
  stage = new Stage(records, undefined, {
    rows: 'committee',
    columns: 'committee',
    committees: committeeMatrix(records, { candidates }),
    pairOf: (a, b) => committeePair(records, a, b, { candidates }),
  });
  if (committeeStyles.styleSheet) stage.renderRoot.adoptedStyleSheets.push(committeeStyles.styleSheet);
  return stage;
};
const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const part = (root: ParentNode | null | undefined, selector: string): HTMLElement => {
  const found = root?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const nameOf = (row: number, column: number): string =>
  part(stage?.renderRoot, `tbody tr:nth-of-type(${String(row)}) td:nth-of-type(${String(column)}) button`).getAttribute('aria-label') ?? '';
const settled = async (): Promise<void> => {
  await stage?.updateComplete;
  await stage?.updateComplete;
};

describe('CM10 committees by committees', () => {
  it('names every pair in a sentence that never says that there is no liaison', () => {
    stand();
    expect(nameOf(1, 3)).to.equal(
      'ITU-T SG20: 1 ◇1, ISO/TC 268, share 1 cell, 1 open candidate, and no liaison is declared in this dataset, whose sources list none between their bodies',
    );
    expect(nameOf(1, 4)).to.equal('JTC 1/SC 41: 1, ISO/TC 268, share 1 cell, 0 open candidates, and a liaison is declared');
    expect(nameOf(1, 2)).to.equal('ISO/TC 268/SC 1:, ISO/TC 268, share 0 cells, 0 open candidates, and one belongs to the other');
    expect(nameOf(1, 1)).to.equal('1: ISO/TC 268 itself: 1 work in 1 cell');
    expect(text(part(stage?.renderRoot, '.matrix'))).not.to.match(/no liaison exists|there is no liaison/i);
  });

  it('lists the pairs to look at first while none is open', async () => {
    stand();
    expect(text(part(stage?.renderRoot, '.matrix-first li'))).to.equal('ISO/TC 268 – ITU-T SG20 1 open candidate, 1 shared cell');
    part(stage?.renderRoot, '.matrix-first li button').click();
    await settled();
    expect(text(part(stage?.renderRoot, '.matrix-detail h2'))).to.equal('ISO/TC 268 × ITU-T SG20');
    expect(stage?.renderRoot.activeElement?.tagName).to.equal('H2');
  });

  it('says of no pair that it has no candidates while they are looked for', async () => {
    stand(null);
    stage?.set({ isBusy: true });
    await settled();
    expect(text(part(stage?.renderRoot, '.matrix-first'))).to.equal('Pairs to look at first Counting…');
    stand([]);
    expect(text(part(stage?.renderRoot, '.matrix-first'))).to.contain('No pair has open candidates');
  });

  it('opens a pair with its liaison, candidates and cells, each of which leads on', async () => {
    stand();
    part(stage?.renderRoot, '.attention button').click();
    await settled();
    part(stage?.renderRoot, '.matrix-detail .pairs button').click();
    part(stage?.renderRoot, '.matrix-detail .near-list button').click();
    const only = [...(stage?.renderRoot.querySelectorAll<HTMLElement>('.matrix-detail button') ?? [])].find(
      (one) => text(one) === 'Show only these',
    );
    only?.click();
    expect(stage?.said).to.deep.equal([
      'open ISO/TC 268 ITU-T SG20',
      'pair ISO 1 ITU 1',
      'go to domain capability energy assessment',
      'filter committee:"ISO/TC 268" status:active',
    ]);
  });

  it('says who declares a liaison, by which source', async () => {
    stand();
    stage?.set({ open: { row: 'JTC 1/SC 41', column: 'ISO/TC 268' } });
    await settled();
    expect(text(part(stage?.renderRoot, '.matrix-detail'))).to.contain('A liaison is declared. Named by ISO/TC 268Source:');
  });

  it('is a grid for the keys, and a heading sorts rows and columns alike', async () => {
    stand();
    part(stage?.renderRoot, 'tbody td button').focus();
    await sendKeys({ press: 'ArrowRight' });
    await sendKeys({ press: 'Enter' });
    await settled();
    expect(stage?.said).to.deep.equal(['open ISO/TC 268 ISO/TC 268/SC 1']);
    await sendKeys({ press: 'Escape' });
    expect(stage?.said.at(-1)).to.equal('close');
    part(stage?.renderRoot, 'thead th:last-of-type button').click();
    await settled();
    const headings = (selector: string) =>
      [...(stage?.renderRoot.querySelectorAll(selector) ?? [])].map((one) => text(one).replace(/ ?[▴▾]/, ''));
    expect(headings('tbody th')).to.deep.equal(['ISO/TC 268', 'ITU-T SG20', 'JTC 1/SC 41', 'ISO/TC 268/SC 1']);
    expect(headings('thead th')).to.deep.equal(headings('tbody th'));
  });

  it('claims no candidates while they are looked for', () => {
    stand(null);
    expect(nameOf(1, 3)).to.contain('candidates still being looked for');
    expect(stage?.renderRoot.querySelectorAll('.attention')).to.have.length(1);
    expect(part(stage?.renderRoot, '.attention').closest('.matrix-legend')).not.to.equal(null);
  });

  for (const [name, payload] of Object.entries(PAYLOADS))
    it(`shows what a dataset says as text: ${name}`, () => {
      const hostile = catalogue(poisoned(payload));
      stage = new Stage(hostile, undefined, {
        rows: 'committee',
        columns: 'committee',
        committees: committeeMatrix(hostile, { candidates: [] }),
        pairOf: (a, b) => committeePair(hostile, a, b, { candidates: [] }),
      });
      const id = hostile.standards[0]?.committees[0] ?? '';
      stage.set({ open: { row: id, column: id } });
      expect(stage.renderRoot.querySelectorAll('img, script, iframe, [onerror], [onload]')).to.have.length(0);
    });
});

describe('CM11 in the map', () => {
  it('opens from the tools of the matrix, keeps an open pair in the address, and gives the matrix of topics back', async () => {
    map = document.createElement('standards-map');
    map.style.cssText = 'display: block; inline-size: 1300px; block-size: 700px';
    Object.assign(map, { data, loading: 'eager', motion: 'none', view: 'matrix' });
    document.body.append(map);
    await map.ready;
    await map.updateComplete;
    part(map.shadowRoot, '.by-committees').click();
    await map.updateComplete;
    expect([map.rows, map.columns]).to.deep.equal(['committee', 'committee']);
    part(map.shadowRoot, 'tbody tr:nth-of-type(1) td:nth-of-type(3) button').click();
    await map.updateComplete;
    expect(map.state.cell).to.equal('ISO%2FTC 268/ITU-T SG20');
    expect(text(part(map.shadowRoot, '.matrix-detail h2'))).to.equal('ISO/TC 268 × ITU-T SG20');
    part(map.shadowRoot, '.matrix-detail .near-list button').click();
    await map.updateComplete;
    expect([map.rows, map.columns, map.state.cell]).to.deep.equal(['domain', 'capability', 'energy/assessment']);
    expect(map.coverage?.rows).to.equal('domain');
  });
});
