import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { html, LitElement, type TemplateResult } from 'lit';
import type { ClaimedGap, Gap, ReferenceGap } from '../../src/analysis/cell.js';
import { gaps } from '../../src/analysis/gaps.js';
import { scopeOf } from '../../src/analysis/scope.js';
import { en } from '../../src/element/messages.js';
import { formatFor } from '../../src/element/parts/context.js';
import { standardDetail } from '../../src/element/parts/detail-standard.js';
import { GAP_ROWS, gapList, type GapListProps } from '../../src/element/parts/gap-list.js';
import { proposalBox } from '../../src/element/parts/proposal.js';
import { pairsOf } from '../../src/element/parts/standard-pairs.js';
import { ProposalController } from '../../src/element/proposal-controller.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { paired, candidateOf, said, stage, type Stage } from './panel-stage.js';

let on: Stage | undefined;
const put = (data: Dataset = dataset(), width = 400): Stage => (on = stage(data, width));
afterEach(() => {
  on?.remove();
  on = undefined;
});

const expectation = {
  topics: ['mobility', 'architecture'],
  state: 'expected',
  reason: 'Cities buy mobility platforms.',
  by: 'curator of the map',
  date: '2026-11-22',
  source: 'itu',
} as const;
const claim = {
  id: 'c1',
  text: 'No metrics for energy',
  topics: ['energy', 'assessment'],
  clause: '5.2',
  date: '2015',
  source: 'itu',
  note: 'Read from a summary.',
} as const;

/** A landscape with a gap of every kind. */
const thin = (): Dataset => {
  const data = dataset({ expectations: [expectation], claims: [claim] });
  const [first, ...rest] = data.standards;
  if (!first) throw new Error('the small dataset has standards');
  const pointing = { type: 'references', to: 'ISO 1', evidence: 'Clause 2 names it' } as const;
  return {
    ...data,
    standards: [
      { ...first, relations: [pointing] },
      ...rest,
      standard('ISO 1', { status: 'withdrawn', editions: [{ id: 'ISO 1:1999', date: '1999', status: 'withdrawn' }] }),
    ],
  };
};

function list(at: Stage, given: Partial<GapListProps> = {}) {
  const chosen: string[] = [];
  let shown: GapListProps['shown'] = {};
  const draw = (): void => {
    at.show((context) =>
      gapList(context, {
        gaps: gaps(context.catalogue),
        scope: scopeOf(context.catalogue),
        shown,
        show: (next) => {
          shown = next;
          draw();
        },
        chooseCell: (...cell) => chosen.push(cell.join(' ')),
        ...given,
      }),
    );
  };
  draw();
  return { chosen };
}
const sectionOf = (at: Stage, title: string): string => {
  const found = at.parts('.gaps section').find((section) => said(section).startsWith(title));
  return said(found);
};

describe('P6 the list of gaps', () => {
  it('says of an expected cell who expects it, why, since when and on what, and leads to the cell', () => {
    const at = put(thin());
    const { chosen } = list(at);
    expect(sectionOf(at, 'Expected, and not covered')).to.contain(
      'Expected, and not covered (1) A curator expects coverage here and says why. Transport and mobility × Architectures gap, uncovered in this dataset ' +
        'Cities buy mobility platforms. Expected by curator of the map, Nov 22, 2026 Source: ITU catalogue',
    );
    at.button('Transport and mobility × Architectures').click();
    expect(chosen).to.deep.equal(['domain capability mobility architecture']);
  });

  it('never calls anything a gap that nobody expects', () => {
    const at = put(dataset({ standards: [standard('ISO 1', { role: 'vocabulary' })], stories: [], findings: [] }));
    list(at);
    expect(at.parts('.gap')).to.have.length(0);
    expect(at.text('.gaps')).to.contain('Nothing here is known to be a gap.').and.to.contain('uncovered in this dataset');
  });

  it('keeps the kinds apart, each with what it means', () => {
    const at = put(thin());
    list(at);
    expect(at.parts('.gaps h3').map(said)).to.deep.equal([
      'Expected, and not covered (1)',
      'Life-cycle gaps (3)',
      'Gaps that publications claim (0, and 1 filled since)',
      'Reference gaps (1)',
      'What this rests on',
    ]);
    expect(sectionOf(at, 'Reference gaps')).to.contain('ISO 37122 refers to ISO 1 withdrawn Clause 2 names it');
    at.button('ISO 1').click();
    expect(at.asked).to.deep.equal(['choose ISO 1']);
  });

  it('leads from a life cycle that stops within a cell to that cell, and from one of a whole topic to the topic', () => {
    const at = put();
    const gap = { kind: 'life-cycle', present: ['architecture'], missing: ['interface-data'], standards: ['ISO 37122'] } as const;
    const { chosen } = list(at, {
      gaps: [
        { ...gap, topic: 'mobility', capability: 'architecture' },
        { ...gap, topic: 'energy' },
      ],
    });
    at.button('Transport and mobility × Architectures').click();
    expect(chosen).to.deep.equal(['domain capability mobility architecture']);
    at.button('Energy').click();
    expect(at.asked).to.deep.equal(['choose energy']);
  });

  it('says of a claim what this dataset says now, and cites title, clause and date', () => {
    const at = put(thin());
    for (const [state, words] of [
      ['agrees', 'agrees Nothing normative or pre-normative is in force in this dataset either.'],
      ['filled-since', 'filled since What is in force came after the publication.'],
      ['still-open', 'still open What is here is older than the claim, or the dataset cannot know.'],
    ] as const) {
      const gap: ClaimedGap = { kind: 'claimed', claim, state, standards: ['ISO/TS 37151'] };
      list(at, { gaps: [gap] });
      expect(sectionOf(at, 'Gaps that publications claim')).to.contain(
        `${words} No metrics for energy ITU catalogue, clause 5.2, 2015 (opens in a new window) Read from a summary. Standards: ISO/TS 37151`,
      );
    }
  });

  it('counts claims that came true apart from those that are open', () => {
    const at = put(thin());
    const one = (state: ClaimedGap['state']): ClaimedGap => ({ kind: 'claimed', claim, state, standards: [] });
    list(at, { gaps: [one('still-open'), one('filled-since'), one('agrees'), one('filled-since'), one('filled-since')] });
    expect(at.parts('.gaps h3').map(said)[0]).to.equal('Gaps that publications claim (2, and 3 filled since)');
  });

  it('says what it rests on: sources, their day, and how many standards have no status', () => {
    const data = thin();
    const at = put({ ...data, standards: data.standards.map((one, i) => (i === 0 ? { ...one, status: 'unknown' } : one)) });
    list(at);
    expect(at.parts('.scope-line li').map(said)).to.deep.equal([
      'ISO catalogue (opens in a new window), as of Jun 2, 2025, 4 standards, 1 without a status',
      'ITU catalogue (opens in a new window), as of Aug 22, 2026, 2 standards',
    ]);
  });

  it('builds rows of a long list when they are asked for', () => {
    const at = put();
    const one: ReferenceGap = { kind: 'reference', from: 'ISO 37122', to: 'ISO 9', why: 'absent', evidence: 'e', successors: [] };
    list(at, { gaps: Array.from({ length: 40 }, () => one) });
    expect(at.parts('.gap')).to.have.length(GAP_ROWS);
    at.button(`Show ${String(GAP_ROWS)} more of ${String(40 - GAP_ROWS)}`).click();
    expect(at.parts('.gap')).to.have.length(2 * GAP_ROWS);
    expect(said(at.parts('.gap')[0])).to.equal('ISO 37122 refers to ISO 9 in no catalogue read here e');
  });

  it('has no fault that axe finds', async () => {
    const at = put(thin());
    list(at);
    await expect(at.host).to.be.accessible();
  });
});

/** An element as small as can be that has a box for proposals. */
class ProposalPage extends LitElement {
  static override properties = { catalogue: { attribute: false } };
  declare catalogue: Catalogue | undefined;
  readonly box = new ProposalController(this);
  readonly asked: string[] = [];

  override render(): TemplateResult {
    if (!this.catalogue) return html``;
    const context = {
      catalogue: this.catalogue,
      messages: en,
      format: formatFor('en'),
      choose: (id: string) => this.asked.push(`choose ${id}`),
      tell: () => undefined,
      changeFilter: () => undefined,
      filterBy: (filter: string) => this.asked.push(`filter ${filter}`),
    };
    return proposalBox(context, this.box.props);
  }
}
customElements.define('proposal-page', ProposalPage);

async function page(data: Dataset = dataset()): Promise<ProposalPage> {
  const element = new ProposalPage();
  element.catalogue = catalogue(data);
  document.body.append(element);
  await element.updateComplete;
  return element;
}
const inside = (element: ProposalPage, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
};
async function ask(element: ProposalPage, title: string): Promise<void> {
  const field = inside(element, '[name=title]') as HTMLInputElement;
  field.value = title;
  field.dispatchEvent(new Event('input'));
  (inside(element, 'form') as HTMLFormElement).requestSubmit();
  await element.updateComplete;
}

describe('P7 the box for a proposal', () => {
  let element: ProposalPage;
  afterEach(() => {
    element.remove();
  });

  it('finds the nearest standards, marks what they share, and names the groups to talk to', async () => {
    element = await page();
    await ask(element, 'Indicators for smart cities');
    const rows = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('.match') ?? [])];
    expect(said(rows[0])).to.match(
      /^ISO 37122 Score \d\.\d\d In force Sustainable cities and communities - Indicators for smart cities ISO\/TC 268/,
    );
    expect([...(rows[0]?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent).join(' ')).to.contain('Indicators');
    expect(said(inside(element, '.results'))).to.contain(
      'Groups to liaise with ISO/TC 268 Sustainable cities and communities Technical committee · owns',
    );
    inside(element, '.match .text').click();
    expect(element.asked).to.deep.equal(['choose ISO 37122']);
    await expect(element).to.be.accessible();
  });

  it('wants a title, says so, and takes the reader there', async () => {
    element = await page();
    await ask(element, '  ');
    expect(said(inside(element, '#proposal-error'))).to.equal('Give the title of the new work item.');
    expect(inside(element, '[name=title]').getAttribute('aria-invalid')).to.equal('true');
    expect(element.shadowRoot?.activeElement).to.equal(inside(element, '[name=title]'));
    expect(element.shadowRoot?.querySelector('.results')).to.equal(null);
  });

  it('says that nothing is near as a statement about this dataset, and forgets what is cleared', async () => {
    element = await page();
    await ask(element, 'Xylophone zymurgy');
    expect(said(inside(element, '.results'))).to.contain('That is a statement about this dataset only.');
    [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((button) => said(button) === 'Clear')?.click();
    await element.updateComplete;
    expect((inside(element, '[name=title]') as HTMLInputElement).value).to.equal('');
    expect(element.shadowRoot?.querySelector('.results')).to.equal(null);
  });

  it('is sent by Enter, and topics that were ticked lead to the works on them', async () => {
    element = await page();
    inside(element, '.topics').querySelectorAll('input')[0]?.click();
    await element.updateComplete;
    inside(element, '[name=title]').focus();
    await sendKeys({ type: 'Energy metrics' });
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    expect(said(inside(element, '.results')))
      .to.contain('Active works on the same topics')
      .and.to.contain('Topics: Energy');
  });

  it('forgets what it found in another dataset, and keeps what was typed', async () => {
    element = await page();
    await ask(element, 'Indicators for smart cities');
    element.catalogue = catalogue(dataset({ title: 'Another' }));
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('.results')).to.equal(null);
    expect((inside(element, '[name=title]') as HTMLInputElement).value).to.equal('Indicators for smart cities');
  });
});

describe('P8 the panel of a standard', () => {
  const A = 'ISO 37122';
  const B = 'ITU-T Y.4903/L.1603';
  const C = 'ITU-T Y.4000';
  const joined = (): Dataset => {
    const data = dataset();
    const relation = { type: 'adopts', to: C, evidence: 'The catalogue says so', source: 'iso' } as const;
    return { ...data, standards: data.standards.map((one) => (one.id === A ? { ...one, relations: [relation] } : one)) };
  };

  it('lists its candidates and the texts it is coordinated with, each with its reason and a way to the pair', () => {
    const at = put(joined());
    const chosen: string[] = [];
    const candidates = [candidateOf(B, A, { band: 'high', early: true }), candidateOf(B, C)];
    at.show((context) =>
      standardDetail(
        paired(
          context,
          pairsOf(context.catalogue, A, candidates, (a, b) => chosen.push(`${a} & ${b}`)),
        ),
        context.catalogue.standard(A) ?? standard(A),
      ),
    );
    const [overlaps, texts] = at.parts('.standard-pairs').map(said);
    expect(overlaps).to.contain(`High Early ${B} Key performance indicators`).and.not.to.contain(C);
    expect(overlaps).to.contain('candidate, not confirmed');
    expect(texts).to.contain(C).and.to.contain(`${A}: adopts ${C} The catalogue says so · ISO catalogue, as of Jun 2, 2025`);
    at.button(B).click();
    at.parts('.standard-pairs button')
      .find((button) => said(button) === C)
      ?.click();
    expect(chosen).to.deep.equal([`${A} & ${B}`, `${A} & ${C}`]);
  });

  it('says on which day a standard was withdrawn, where a source gives it', () => {
    const at = put();
    const gone = { ...(catalogue(dataset()).standard(A) ?? standard(A)), status: 'withdrawn' as const };
    at.show((context) => standardDetail(context, { ...gone, withdrawn: '2026-11-01' }));
    expect(at.parts('p.small').map(said)).to.include(`Withdrawn on ${at.context.format.date('2026-11-01')}`);
    at.show((context) => standardDetail(context, gone));
    expect(at.parts('p.small').map(said).join()).not.to.contain('Withdrawn on');
  });

  it('counts those that only share a committee instead of listing hundreds', () => {
    const data = dataset({ standards: Array.from({ length: 30 }, (_, i) => standard(`ISO ${String(i + 1)}`)), stories: [], findings: [] });
    const at = put(data);
    at.show((context) =>
      standardDetail(
        paired(
          context,
          pairsOf(context.catalogue, 'ISO 1', [], () => undefined),
        ),
        context.catalogue.standard('ISO 1') ?? standard('x'),
      ),
    );
    expect(said(at.parts('.standard-pairs')[1])).to.contain(
      'Beside these, 29 standards share a committee with it and are never flagged with it.',
    );
  });

  it('says when candidates are still computed, when there are none, and nothing where nobody asked', () => {
    const at = put();
    const show = (candidates: readonly ReturnType<typeof candidateOf>[] | undefined): void => {
      at.show((context) =>
        standardDetail(
          paired(
            context,
            pairsOf(context.catalogue, A, candidates, () => undefined),
          ),
          context.catalogue.standard(A) ?? standard(A),
        ),
      );
    };
    show(undefined);
    expect(said(at.parts('.standard-pairs')[0])).to.contain('Candidates are still being computed.');
    show([]);
    expect(said(at.parts('.standard-pairs')[0])).to.contain('None in this dataset.');
    at.show((context) => standardDetail(context, context.catalogue.standard(A) ?? standard(A)));
    expect(at.parts('.standard-pairs')).to.have.length(0);
  });
});

describe('P3 gaps, proposals and pairs of a standard', () => {
  for (const [name, payload] of Object.entries(PAYLOADS))
    it(`show ${name} in every field as text`, async () => {
      const data = poisoned(payload);
      const at = put(data);
      const [first, second] = data.standards;
      const [statement] = data.expectations ?? [];
      const [told] = data.claims ?? [];
      if (!first || !second || !statement || !told) throw new Error('the dataset has all of them');
      const empty = {
        standards: [],
        works: 0,
        inForce: 0,
        underDevelopment: 0,
        informative: 0,
        unknown: 0,
        beyond: 0,
        sdos: [],
        effectiveSdos: 0,
        covering: 0,
        reasons: [],
      };
      const topic = first.topics[0] ?? '';
      const given: readonly Gap[] = [
        {
          kind: 'cell',
          cell: { ...empty, row: topic, column: topic, state: 'uncovered', gap: true },
          rows: 'domain',
          columns: 'capability',
          expectation: statement,
          near: [first.id],
        },
        { kind: 'life-cycle', topic, present: ['requirements'], missing: ['interface-data'], standards: [first.id] },
        { kind: 'claimed', claim: { ...told, note: payload, clause: payload }, state: 'agrees', standards: [first.id] },
        { kind: 'reference', from: first.id, to: payload, why: 'absent', evidence: payload, successors: [second.id] },
      ];
      const element = await page(data);
      await ask(element, payload.slice(0, 200));
      at.show(
        (
          context,
        ) => html`${gapList(context, { gaps: given, scope: scopeOf(context.catalogue), shown: {}, show: () => undefined, chooseCell: () => undefined })}
          ${standardDetail(
            paired(
              context,
              pairsOf(context.catalogue, first.id, [candidateOf(first.id, second.id)], () => undefined),
            ),
            first,
          )}`,
      );
      const allowed = new Set(
        'A BDI BUTTON DETAILS DIV FIELDSET FORM H3 INPUT LABEL LEGEND LI MARK OL P RECT SECTION SPAN STRONG SUMMARY SVG TEXTAREA TIME UL'.split(
          ' ',
        ),
      );
      expect(at.parts('.gap')).to.have.length(4);
      for (const one of [...at.parts('*'), ...(element.shadowRoot?.querySelectorAll('*') ?? [])]) {
        expect(allowed.has(one.tagName.toUpperCase()), one.tagName).to.equal(true);
        for (const { name: attribute } of one.attributes) expect(attribute).not.to.match(/^on/);
        if (one instanceof HTMLAnchorElement) expect(one.protocol).to.match(/^https?:$/);
      }
      element.remove();
      expect(Reflect.has(window, 'tripped')).to.equal(false);
    });
});
