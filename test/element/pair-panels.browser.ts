import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Candidate, Evidence } from '../../src/analysis/candidate.js';
import { emptyDraft } from '../../src/analysis/finding-draft.js';
import { judgements } from '../../src/analysis/findings.js';
import { html } from 'lit';
import { evidencePanel } from '../../src/element/parts/evidence.js';
import { findingForm, type FindingFormProps } from '../../src/element/parts/finding-form.js';
import { findingsList, type FindingsListProps } from '../../src/element/parts/findings-list.js';
import { EVERY_CANDIDATE, overlapList, ROWS, type OverlapListProps, type OverlapListState } from '../../src/element/parts/overlap-list.js';
import type { Finding } from '../../src/model/dataset.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset, standard } from '../fixtures/small.js';
import { candidateOf, evidenceOf, plain, said, stage, type Stage } from './panel-stage.js';

const A = 'ISO 37122';
const B = 'ITU-T Y.4903/L.1603';
const C = 'ITU-T Y.4000';

let on: Stage | undefined;
const put = (data = dataset(), width = 400): Stage => (on = stage(data, width));
afterEach(() => {
  on?.remove();
  on = undefined;
});

/** A list that answers to its own buttons, as in the element. */
function list(at: Stage, candidates: readonly Candidate[] | undefined, given: Partial<OverlapListProps> = {}) {
  const chosen: string[] = [];
  let state: OverlapListState = EVERY_CANDIDATE;
  const draw = (): void => {
    at.show((context) =>
      overlapList(context, {
        candidates,
        settled: [],
        state,
        set: (next) => {
          state = next;
          draw();
        },
        choosePair: (a, b) => chosen.push(`${a} & ${b}`),
        ...given,
      }),
    );
  };
  draw();
  return { chosen };
}
const rowsOf = (at: Stage): readonly string[] => at.parts('.pairs .pair').map((row) => said(row));

const three = [
  candidateOf(A, B, { band: 'high', topics: ['assessment'] }),
  candidateOf(A, C, { band: 'low', early: true }),
  candidateOf('ISO/TS 37151', C, { band: 'low' }),
];

describe('P1 the list of candidates', () => {
  it('names both standards with their titles, the band in words, topics, and what is early', () => {
    const at = put();
    list(at, three);
    expect(rowsOf(at)).to.deep.equal([
      'High ISO 37122 Sustainable cities and communities - Indicators for smart cities and ' +
        'ITU-T Y.4903/L.1603 Key performance indicators for smart sustainable cities Shared topics: Indicators and evaluation',
      `Low Early ISO 37122 Sustainable cities and communities - Indicators for smart cities and ITU-T Y.4000 ${
        at.context.catalogue.standard(C)?.title ?? ''
      } Shared topics: Energy`,
      `Low ISO/TS 37151 Smart community infrastructures - Principles and requirements for performance metrics and ITU-T Y.4000 ${
        at.context.catalogue.standard(C)?.title ?? ''
      } Shared topics: Energy`,
    ]);
    expect(at.text('.overlaps')).to.contain('candidate, not confirmed');
  });

  it('shows how strong a candidate is by a shape too: as many steps are filled as the band is high', () => {
    const at = put();
    list(at, three);
    const filled = at.parts('.pairs .band-icon').map((icon) => icon.querySelectorAll('[fill=currentColor]').length);
    expect(filled).to.deep.equal([3, 1, 1]);
  });

  it('counts every band, and lists what passes the filters that are pressed', () => {
    const at = put();
    list(at, three);
    expect(at.parts('.chip-toggle').map((button) => said(button))).to.deep.equal(['High 1', 'Medium 0', 'Low 2', 'Early only 1']);
    at.button('Low 2').click();
    expect(rowsOf(at)).to.have.length(2);
    expect(at.text('[role=status]')).to.equal('2 of 3 candidates');
    at.button('Early only 1').click();
    expect(rowsOf(at)).to.have.length(1);
    expect(at.button('Early only 1').getAttribute('aria-pressed')).to.equal('true');
    at.button('Low 2').click();
    at.button('High 1').click();
    expect(at.text('[role=status]')).to.equal('No candidate passes these filters.');
  });

  it('filters by a pair of SDOs, in whichever order a pair names them', () => {
    const at = put();
    list(at, [...three, candidateOf(C, A), candidateOf('ISO/IEC 30141', C)]);
    const select = at.part('select') as HTMLSelectElement;
    expect([...select.options].map((option) => option.text)).to.deep.equal(['All SDOs', 'ISO – ITU-T (4)', 'ITU-T – ISO/IEC JTC 1 (1)']);
    select.value = 'itu-t jtc1';
    select.dispatchEvent(new Event('change'));
    expect(rowsOf(at)).to.have.length(1);
  });

  it('chooses a pair by click and by key, and says which one is chosen', async () => {
    const at = put();
    const { chosen } = list(at, three, { chosen: [B, A] });
    at.parts('.pair')[1]?.click();
    at.parts('.pair')[2]?.focus();
    await sendKeys({ press: 'Enter' });
    expect(chosen).to.deep.equal([`${A} & ${C}`, `ISO/TS 37151 & ${C}`]);
    expect(at.parts('.pair').map((row) => row.getAttribute('aria-current'))).to.deep.equal(['true', 'false', 'false']);
  });

  it('builds rows of a long list when they are asked for', () => {
    const standards = Array.from({ length: 400 }, (_, i) => standard(`ISO ${String(i + 1)}`));
    const at = put(dataset({ standards, findings: [], stories: [] }));
    list(
      at,
      standards.slice(1).map((one) => candidateOf('ISO 1', one.id)),
    );
    expect(rowsOf(at)).to.have.length(ROWS);
    at.button(`Show ${String(ROWS)} more of ${String(399 - ROWS)}`).click();
    expect(rowsOf(at)).to.have.length(2 * ROWS);
    for (let i = 0; i < 6; i += 1) at.part('.more').click();
    expect(rowsOf(at)).to.have.length(399);
    expect(at.parts('.more')).to.deep.equal([]);
  });

  it('says how far the comparison is, and what there is when it is done', () => {
    const at = put();
    list(at, undefined, { progress: 0.379 });
    expect(at.text('.computing')).to.equal('Comparing titles… 37 %');
    expect(at.text('[role=status]')).to.equal('');
    expect(at.part('progress').getAttribute('value')).to.equal('0.379');
    list(at, undefined, { progress: 0 });
    expect(at.text('.computing')).to.equal('Comparing titles…');
    expect(at.part('progress').hasAttribute('value')).to.equal(false);
    list(at, []);
    expect(at.parts('.computing')).to.deep.equal([]);
    expect(at.text('[role=status]')).to.equal('No pair of this dataset is an overlap candidate.');
  });

  it('hides settled pairs behind a switch', () => {
    const finding: Finding = { id: 'f', standards: [A, C], verdict: 'not-related', reason: 'r', by: 'editor', date: '2026-11-20' };
    const at = put();
    const { chosen } = list(at, [], { settled: judgements([finding]).pairs });
    expect(rowsOf(at)).to.deep.equal([]);
    at.part('.switch input').click();
    expect(rowsOf(at)).to.have.length(1);
    expect(rowsOf(at)[0]).to.match(/^Not related ISO 37122 .* editor, Nov 20, 2026$/);
    at.part('.pair').click();
    expect(chosen).to.deep.equal([`${A} & ${C}`]);
  });
});

const rich = (given: Partial<Evidence> = {}): Evidence =>
  evidenceOf(A, B, {
    score: 0.42,
    tier: 'candidate',
    band: 'high',
    early: true,
    terms: [
      { term: 'indicator', weight: 3.25, share: 0.3, standards: 2, a: [[37, 47]], b: [[16, 26]] },
      { term: 'smart city', weight: 0.5, share: 0.05, standards: 3, a: [[52, 64]], b: [[31, 55]] },
    ],
    onlyA: [{ term: 'communities', weight: 1, share: 0, standards: 1, a: [[23, 34]], b: [] }],
    onlyB: [{ term: 'key performance', weight: 1, share: 0, standards: 1, a: [], b: [[0, 15]] }],
    topics: ['assessment'],
    parts: [
      { part: 'title', value: 0.7, points: 0.35 },
      { part: 'role', value: 1, points: 0.12 },
    ],
    against: [
      { code: 'roles-differ', values: ['assessment-test', 'architecture'] },
      { code: 'series', values: ['key performance'], factor: 0.9 },
    ],
    ...given,
  });
const show = (at: Stage, evidence: Evidence, findings: readonly Finding[] = [], local: readonly string[] = []): void => {
  at.show((context) =>
    evidencePanel(context, {
      evidence,
      judgement: judgements(findings).of(evidence.a, evidence.b),
      isLocal: ({ id }) => local.includes(id),
    }),
  );
};

describe('P2 the evidence of a pair', () => {
  it('marks what both titles share, and nothing else', () => {
    const at = put();
    show(at, rich());
    const marks = (n: number): readonly string[] =>
      [...(at.parts('article .official')[n]?.querySelectorAll('mark') ?? [])].map((m) => m.textContent);
    expect(marks(0)).to.deep.equal(['Indicators', 'smart cities']);
    expect(marks(1)).to.deep.equal(['indicators', 'smart sustainable cities']);
    expect(at.parts('article .official').map((title) => plain(title.textContent))).to.deep.equal(
      [A, B].map((id) => at.context.catalogue.standard(id)?.title),
    );
  });

  it('marks spans that lie over each other or beyond the title once, and loses no letter', () => {
    const at = put();
    const spans = [
      [60, 900],
      [-5, 11],
      [0, 4],
      [11, 18],
      [30, 30],
      [50, 20],
    ] as const;
    show(at, rich({ terms: [{ term: 'x', weight: 1, share: 1, standards: 1, a: spans, b: [] }] }));
    const title = at.context.catalogue.standard(A)?.title ?? '';
    expect(at.parts('article .official')[0]?.textContent).to.equal(title);
    expect([...(at.parts('article .official')[0]?.querySelectorAll('mark') ?? [])].map((m) => m.textContent)).to.deep.equal([
      title.slice(0, 18),
      title.slice(60),
    ]);
  });

  it('calls a candidate a candidate, says that it is not confirmed, and takes its score apart', () => {
    const at = put();
    show(at, rich());
    expect(at.text('.badges')).to.equal('Overlap candidate, not confirmed High Early');
    expect(at.text('.why')).to.contain('Score 0.42 of 1');
    expect(at.text('.why')).to.contain('0.47 before what was held against it');
    expect(at.parts('.parts tbody tr').map((row) => said(row))).to.deep.equal(['Titles alike 0.70 0.35', 'Same sort of content 1.00 0.12']);
    expect(at.parts('.parts .filled').map((bar) => bar.getAttribute('width'))).to.deep.equal(['70', '100']);
    expect(at.parts('.terms tbody tr').map((row) => said(row))).to.deep.equal([
      'indicator in 2 of 5 titles 3.25 0.30',
      'smart city in 3 of 5 titles 0.50 0.05',
    ]);
    expect(at.text('.why')).to.contain(`Only in ${A}: communities`);
  });

  it('keeps terms apart from how common they are where the page reads from right to left', () => {
    const at = put();
    at.host.dir = 'rtl';
    show(at, rich());
    const range = document.createRange();
    for (const row of at.parts('.terms tbody tr')) {
      const boxes = [...row.children].map((one) => {
        range.selectNodeContents(one);
        return range.getBoundingClientRect();
      });
      for (const [i, box] of boxes.slice(1).entries()) expect(box.right).to.be.at.most((boxes[i]?.left ?? 0) - 4);
    }
  });

  it('says in sentences what was held against it, in words instead of codes', () => {
    const at = put();
    show(at, rich());
    expect(at.parts('.sentences li').map((item) => said(item))).to.deep.equal([
      'Their content is of different sorts: Assessment and test · Architecture. (keeps the pair off the list)',
      'They look like parts of parallel series: key performance. (score × 0.90)',
    ]);
  });

  it('has a page for any two standards that says that there is nothing', () => {
    const at = put();
    show(at, evidenceOf('ISO/TS 37151', C));
    expect(at.text('.badges')).to.equal('Not an overlap candidate');
    expect(at.text('.why')).to.contain('The titles share no term that tells anything.');
    expect(at.text('.evidence')).to.contain('Nothing was held against it.').and.to.contain('Nobody has given a verdict on this pair yet.');
    expect(at.text('.evidence')).not.to.contain('Overlap candidate');
  });

  it('shows the chain of evidence where the pair is coordinated, and never calls it a candidate', () => {
    const at = put();
    const steps = [
      { from: A, to: 'ISO 1', by: 'adopts', evidence: 'catalogue entry', source: 'iso' },
      { from: 'ISO 1', to: B, by: 'committee', committee: 'ISO/TC 268', evidence: '' },
    ] as const;
    show(at, evidenceOf(A, B, { tier: 'coordinated', coordination: { steps }, early: true }));
    expect(at.parts('.chain li').map((item) => said(item))).to.deep.equal([
      'ISO 37122: adopts ISO 1 catalogue entry · ISO catalogue, as of Jun 2, 2025',
      `ISO 1: shares ISO/TC 268 with ${B}`,
    ]);
    expect(at.text('.badges')).to.equal('Coordinated: not a duplication');
  });

  it('keeps the history of verdicts, and lets none hold where people disagree', () => {
    const first: Finding = {
      id: 'f1',
      standards: [A, B],
      verdict: 'overlap',
      reason: 'Both count.',
      by: 'analyst',
      date: '2026-11-20',
      level: 2,
    };
    const newer: Finding = { ...first, id: 'f2', verdict: 'complementary', date: '2026-11-21', replaces: ['f1'] };
    const other: Finding = { ...first, id: 'f3', verdict: 'duplication', evidence: ['https://www.itu.int/x', 'javascript:alert(1)'] };
    const at = put();
    show(at, rich({ tier: 'verdict', early: false }), [first, newer], ['f2']);
    expect(at.text('.badges'), 'the verdict stands on top').to.equal('Verdict given Complementary High');
    expect(at.text('.verdicts')).to.equal(
      'Verdict of people Complementary escalation level 2 of 4 kept in this browser Both count. analyst, Nov 21, 2026 ' +
        'History replaced by a newer finding Overlap escalation level 2 of 4 Both count. analyst, Nov 20, 2026',
    );
    show(at, rich(), [first, newer, other]);
    expect(at.text('.badges'), 'none holds').to.equal('Overlap candidate, not confirmed High Early');
    expect(at.text('.verdicts')).to.contain('Disputed: findings in force disagree, so none of them holds.');
    expect(at.parts('.verdicts a').map((link) => link.getAttribute('href'))).to.deep.equal(['https://www.itu.int/x']);
  });

  it('says what it rests on: both catalogues, and how old they are', () => {
    const at = put();
    show(at, rich());
    expect(at.text('.scope-line')).to.match(/5 standards in this dataset\. No full text was compared\./);
    expect(at.text('.scope-line')).to.contain('as of Jun 2, 2025').and.to.contain('as of Aug 22, 2026');
  });

  it('leads to either standard, committee and SDO', () => {
    const at = put();
    show(at, rich());
    at.button(A).click();
    at.button('ITU-T SG20').click();
    at.button('ITU-T').click();
    expect(at.asked).to.deep.equal([`choose ${A}`, 'choose ITU-T SG20', 'choose itu-t']);
  });
});

describe('P3 any panel about pairs', () => {
  it('stands the titles side by side where there is room, one below the other at 320 px, and never scrolls sideways', () => {
    for (const width of [320, 900]) {
      const at = put(dataset(), width);
      show(at, rich());
      const [left, right] = at.parts('article.side').map((side) => side.getBoundingClientRect());
      expect(left && right && (width === 320 ? right.top >= left.bottom : right.top === left.top), String(width)).to.equal(true);
      for (const panel of at.parts('*')) {
        if (panel.classList.contains('hidden')) continue;
        expect(panel.scrollWidth, `${panel.tagName}.${panel.className}`).to.be.at.most(
          Math.max(panel.clientWidth, Math.ceil(panel.getBoundingClientRect().width)) + 1,
        );
      }
      at.remove();
    }
  });

  it('has targets of 24 px or more', () => {
    const at = put(dataset(), 320);
    list(at, three);
    for (const button of at.parts('button, select, input')) {
      const { width, height } = button.getBoundingClientRect();
      expect(Math.min(width, height), said(button)).to.be.at.least(button.matches('input[type=checkbox]') ? 16 : 24);
    }
  });

  it('has no fault that axe finds', async () => {
    const at = put(dataset(), 900);
    list(at, three, { progress: 0.5 });
    await expect(at.host).to.be.accessible();
    show(at, rich());
    await expect(at.host).to.be.accessible();
  });

  for (const [name, payload] of Object.entries(PAYLOADS))
    it(`shows ${name} in every field as text`, () => {
      const data = poisoned(payload);
      const at = put(data);
      const [a, b] = data.standards;
      if (!a || !b) throw new Error('the dataset has two standards');
      const term = { term: payload.slice(0, 99), weight: 1, share: 1, standards: 1, a: [[1, 9]], b: [[0, 5]] } as const;
      const evidence = rich({
        a: a.id,
        b: b.id,
        terms: [term],
        onlyA: [term],
        topics: a.topics,
        against: [{ code: 'boilerplate', values: [payload] }],
        coordination: { steps: [{ from: a.id, to: payload, by: 'committee', committee: payload, evidence: payload }] },
      });
      show(at, evidence, data.findings);
      const allowed = new Set(
        'A ARTICLE ASIDE BDI BUTTON CAPTION DD DIV DL DT H3 H4 LI MARK OL P SECTION SPAN STRONG SVG TABLE TBODY TD TH THEAD TIME TR UL RECT'.split(
          ' ',
        ),
      );
      for (const element of at.parts('*')) {
        expect(allowed.has(element.tagName.toUpperCase()), element.tagName).to.equal(true);
        for (const { name: attribute } of element.attributes) expect(attribute).not.to.match(/^on/);
        if (element instanceof HTMLAnchorElement) expect(element.protocol).to.match(/^https?:$/);
      }
      list(at, [candidateOf(a.id, b.id, { topics: a.topics })]);
      expect(at.parts('.pair')).to.have.length(1);
      expect(Reflect.has(window, 'tripped')).to.equal(false);
    });
});

const LIST: FindingsListProps = {
  dataset: [],
  local: [],
  judgements: judgements([]),
  drafts: [],
  isExported: () => false,
  warnings: [],
  strangers: 0,
  removed: 0,
  imported: undefined,
  choosePair: () => undefined,
  download: () => undefined,
  upload: () => undefined,
  remove: () => undefined,
  undo: () => undefined,
  dismiss: () => undefined,
};
const FORM: FindingFormProps = {
  draft: emptyDraft([A, B]),
  today: '2026-11-22',
  current: [],
  open: true,
  tried: false,
  drafted: false,
  toggle: () => undefined,
  change: () => undefined,
  record: () => undefined,
  discard: () => undefined,
};

describe('P4 the list of findings', () => {
  const older: Finding = { id: 'f1', standards: [A, B, C], verdict: 'overlap', reason: 'r', by: 'analyst', date: '2026-11-20' };
  const newer: Finding = { ...older, id: 'f2', standards: [A, B], verdict: 'conflict', date: '2026-11-21', replaces: ['f1'] };

  it('has the newest first, says which were replaced, and leads to each pair of a group', () => {
    const at = put();
    const chosen: string[] = [];
    const findings = [older, newer];
    const narrow: Finding = { ...older, id: 'f3', standards: [A, C], replaces: ['f1'] };
    const rest: Finding = { ...older, id: 'f4', standards: [B, C], replaces: ['f1'] };
    const given = (list: readonly Finding[]): void => {
      at.show((context) =>
        findingsList(context, { ...LIST, dataset: list, judgements: judgements(list), choosePair: (a, b) => chosen.push(`${a} & ${b}`) }),
      );
    };
    given(findings);
    expect(at.parts('.finding .badges').map(said)).to.deep.equal(['Conflict', 'Overlap']);
    // Of the pairs of the group one is judged anew: for the others it holds.
    expect(at.parts('.finding.earlier')).to.have.length(0);
    given([...findings, narrow, rest]);
    expect(at.parts('.finding.earlier')).to.have.length(1);
    expect(said(at.parts('.finding.earlier')[0])).to.contain('replaced by a newer finding');
    for (const button of at.parts('.finding.earlier button')) button.click();
    expect(chosen).to.deep.equal([`${A} & ${B}`, `${A} & ${C}`]);
  });

  it('writes out a hundred of thousands', () => {
    const at = put();
    const many = Array.from({ length: 3000 }, (_, i): Finding => ({ ...older, id: `f${String(i)}` }));
    at.show((context) => findingsList(context, { ...LIST, dataset: many, judgements: judgements(many) }));
    expect(at.parts('.finding')).to.have.length(100);
    expect(at.text('.findings')).to.contain('On record in the dataset (3,000)').and.to.contain('and 2,900 more');
  });
});

describe('P5 the form for a verdict', () => {
  it('names every field, groups the verdicts, and says what a conflict needs', async () => {
    const at = put();
    at.show(
      (context) => html`<div class="evidence">${findingForm(context, { ...FORM, draft: { ...FORM.draft, verdict: 'conflict' } })}</div>`,
    );
    expect(at.part('form').querySelectorAll('fieldset legend')).to.have.length(1);
    expect(at.parts('[name=verdict]')).to.have.length(6);
    expect(at.part('[name=clauses-0]').getAttribute('aria-required')).to.equal('true');
    expect(at.text('form')).to.contain(`Clauses of ${A} (needed for a conflict)`);
    await expect(at.host).to.be.accessible();
    at.show((context) => html`<div class="evidence">${findingForm(context, { ...FORM, tried: true })}</div>`);
    await expect(at.host).to.be.accessible();
  });

  it('is filled in and sent by keys alone', async () => {
    const at = put();
    let draft = FORM.draft;
    let sent = 0;
    const draw = (): void => {
      at.show((context) =>
        findingForm(context, {
          ...FORM,
          draft,
          change: (made) => {
            draft = made(draft);
            draw();
          },
          record: () => (sent += 1),
        }),
      );
    };
    draw();
    at.part('summary').focus();
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'analyst' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: 'Both list them.' });
    expect(draft).to.deep.include({ verdict: 'overlap', by: 'analyst', reason: 'Both list them.' });
    at.part('[name=by]').focus();
    await sendKeys({ press: 'Enter' });
    expect(sent).to.equal(1);
  });

  for (const [name, payload] of Object.entries(PAYLOADS))
    it(`and the list show ${name} in every field as text`, () => {
      const data = poisoned(payload);
      const [local] = data.findings ?? [];
      if (!local) throw new Error('the dataset has a finding');
      const at = put(data);
      const text = payload.slice(0, 100);
      const draft = { ...emptyDraft(local.standards), by: text, reason: text, evidence: text, clauses: [text, text] };
      at.show(
        (context) => html`<div class="evidence">${findingForm(context, { ...FORM, draft, tried: true, current: [local] })}</div>
          ${findingsList(context, {
            ...LIST,
            dataset: [local],
            local: [{ ...local, clauses: [{ standard: text, clause: text }] }],
            judgements: judgements([local]),
            drafts: [draft],
            warnings: [text],
            imported: { ok: false, name: text, total: 1, issues: [{ code: 'json', severity: 'error', pointer: '', message: text }] },
          })}`,
      );
      const allowed = new Set(
        'BDI BUTTON DETAILS SUMMARY DIV FIELDSET LEGEND FORM H3 H4 INPUT TEXTAREA SELECT OPTION LABEL LI P SECTION SPAN UL A'.split(' '),
      );
      for (const element of at.parts('*')) {
        expect(allowed.has(element.tagName.toUpperCase()), element.tagName).to.equal(true);
        for (const { name: attribute } of element.attributes) expect(attribute).not.to.match(/^on/);
        if (element instanceof HTMLAnchorElement) expect(element.protocol).to.match(/^https?:$/);
      }
      expect(Reflect.has(window, 'tripped')).to.equal(false);
    });
});
