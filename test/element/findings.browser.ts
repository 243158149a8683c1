import { expect, oneEvent } from '@open-wc/testing';
import '../browser.js';
import { html, LitElement, type TemplateResult } from 'lit';
import { StandardsFindingEvent } from '../../src/element/later-events.js';
import { dayOf, FindingsController } from '../../src/element/findings-controller.js';
import { allFindings, pairForm } from '../../src/element/findings-panels.js';
import { en } from '../../src/element/messages.js';
import { formatFor, type PanelContext } from '../../src/element/parts/context.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Dataset, Finding, Verdict } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { dataset, standard } from '../fixtures/small.js';
import { said } from './panel-stage.js';

const A = 'ISO 37122';
const B = 'ITU-T Y.4903/L.1603';
const C = 'ITU-T Y.4000';
const KEY = 'standards-map findings: A small map';

let storage: () => Storage | null = () => localStorage;

/** An element as small as can be that has findings. */
class FindingsPage extends LitElement {
  static override properties = { catalogue: { attribute: false } };
  declare catalogue: Catalogue | undefined;
  readonly findings = new FindingsController(this, { today: () => '2026-11-22', storage: () => storage() });

  override render(): TemplateResult {
    if (!this.catalogue) return html``;
    const context: PanelContext = {
      catalogue: this.catalogue,
      messages: en,
      format: formatFor('en'),
      choose: () => undefined,
      tell: () => undefined,
      changeFilter: () => undefined,
      filterBy: () => undefined,
    };
    return html`<div class="form evidence">${pairForm(context, this.findings, A, B)}</div>
      <div class="list">${allFindings(context, this.findings, () => undefined)}</div>`;
  }
}
customElements.define('findings-page', FindingsPage);

const pages: FindingsPage[] = [];
async function page(data: Dataset = dataset()): Promise<FindingsPage> {
  const element = new FindingsPage();
  element.catalogue = catalogue(structuredClone(data));
  document.body.append(element);
  pages.push(element);
  await element.updateComplete;
  return element;
}
/** What a reload does: the page goes, and another one comes. */
async function reloaded(element: FindingsPage, data?: Dataset): Promise<FindingsPage> {
  element.remove();
  return page(data);
}

const part = (element: FindingsPage, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
};
const button = (element: FindingsPage, text: string): HTMLElement => {
  const found = [...(element.shadowRoot?.querySelectorAll('button') ?? [])].find((one) => said(one) === text);
  if (!found) throw new Error(`no button says ${text}`);
  return found;
};
const list = (element: FindingsPage): string => said(part(element, '.list'));

async function type(element: FindingsPage, name: string, text: string): Promise<void> {
  const field = part(element, `[name="${name}"]`) as HTMLInputElement;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
}
async function choose(element: FindingsPage, verdict: Verdict): Promise<void> {
  part(element, `[name=verdict][value=${verdict}]`).click();
  await element.updateComplete;
}
async function press(element: FindingsPage, text: string): Promise<void> {
  button(element, text).click();
  await element.updateComplete;
}
async function open(element: FindingsPage): Promise<void> {
  element.findings.openForm(A, B, true);
  await element.updateComplete;
}
async function give(element: FindingsPage, verdict: Verdict = 'overlap', reason = 'Both list indicators.'): Promise<void> {
  await open(element);
  await choose(element, verdict);
  await type(element, 'by', 'analyst');
  await type(element, 'reason', reason);
  await press(element, 'Record the verdict');
}
const asFile = (text: string, name = 'theirs.json'): File => new File([text], name, { type: 'application/json' });
const finding = (given: Partial<Finding> = {}): Finding => ({
  id: 'f1',
  standards: [A, B],
  verdict: 'complementary',
  reason: 'Each needs the other.',
  by: 'editor',
  date: '2026-11-20',
  ...given,
});
const patchOf = (...values: readonly unknown[]): string =>
  JSON.stringify([
    { op: 'test', path: '/format', value: 'standards-map' },
    ...values.map((value) => ({ op: 'add', path: '/findings/-', value })),
  ]);

/** A storage that refuses to write, as a full or forbidden one does. */
function refusing(name: string, least = 0): Storage {
  const real = localStorage;
  return {
    get length() {
      return real.length;
    },
    clear: () => {
      real.clear();
    },
    getItem: (key: string) => real.getItem(key),
    key: (at: number) => real.key(at),
    removeItem: (key: string) => {
      real.removeItem(key);
    },
    setItem: (key: string, value: string) => {
      if (value.length >= least) throw new DOMException('no', name);
      real.setItem(key, value);
    },
  };
}

beforeEach(() => {
  localStorage.clear();
  storage = () => localStorage;
});
afterEach(() => {
  for (const element of pages.splice(0)) element.remove();
  localStorage.clear();
});

describe('FK1 a verdict', () => {
  it('is kept, told to the page, and there after a reload', async () => {
    const element = await page();
    const told = oneEvent(document.body, 'standards-finding') as unknown as Promise<StandardsFindingEvent>;
    await give(element);
    const event = await told;
    expect(event).to.be.instanceOf(StandardsFindingEvent);
    expect(event.composed && event.bubbles).to.equal(true);
    expect(event.finding).to.deep.include({ standards: [A, B], verdict: 'overlap', by: 'analyst', date: '2026-11-22' });
    expect(said(part(element, '.form [role=status]'))).to.equal(`Recorded: Overlap, ${A} and ${B}.`);
    const again = await reloaded(element);
    expect(again.findings.local).to.deep.equal([event.finding]);
    expect(again.findings.judgement(B, A).finding).to.deep.equal(event.finding);
    expect(list(again)).to.contain('Kept in this browser (1)').and.to.contain('not exported yet').and.to.contain('Both list indicators.');
  });

  it('that lacks something is not recorded: the form says what, and takes the reader to the first of it', async () => {
    const element = await page();
    await open(element);
    await type(element, 'by', 'analyst');
    await choose(element, 'conflict');
    await press(element, 'Record the verdict');
    expect(element.findings.local).to.deep.equal([]);
    expect(said(part(element, '.form [role=alert]'))).to.equal('Not recorded: 3 fields need a look.');
    const invalid = [...(element.shadowRoot?.querySelectorAll('[aria-invalid=true]') ?? [])].map((field) => field.getAttribute('name'));
    expect(invalid).to.deep.equal(['reason', 'clauses-0', 'clauses-1']);
    expect(element.shadowRoot?.activeElement?.getAttribute('name')).to.equal('reason');
    const described = part(element, '[name=clauses-1]').getAttribute('aria-describedby')?.split(' ').at(-1);
    expect(said(part(element, `#${described ?? ''}`))).to.equal(`A conflict names at least one clause of ${B}.`);
    await type(element, 'reason', 'They contradict each other.');
    await type(element, 'clauses-0', '7.3');
    await type(element, 'clauses-1', 'Table 2; 8');
    await press(element, 'Record the verdict');
    expect(element.findings.local[0]?.clauses).to.deep.equal([
      { standard: A, clause: '7.3' },
      { standard: B, clause: 'Table 2' },
      { standard: B, clause: '8' },
    ]);
  });

  it('can be sent by Enter, has a level and a date of its own, and takes the place of what the reader ticks', async () => {
    const element = await page(dataset({ findings: [finding()] }));
    await open(element);
    await choose(element, 'not-related');
    await type(element, 'by', 'analyst');
    await type(element, 'reason', 'They only look alike.');
    const level = part(element, '[name=level]') as HTMLSelectElement;
    level.value = '3';
    level.dispatchEvent(new Event('change'));
    const date = part(element, '[name=date]') as HTMLInputElement;
    expect(date.value).to.equal('2026-11-22');
    date.value = '2026-11-19';
    date.dispatchEvent(new Event('change'));
    await element.updateComplete;
    part(element, '.form [type=checkbox]').click();
    await element.updateComplete;
    (part(element, 'form') as HTMLFormElement).requestSubmit();
    await element.updateComplete;
    expect(element.findings.local[0]).to.deep.include({ level: 3, date: '2026-11-19', replaces: ['f1'] });
    expect(element.findings.judgement(A, B)).to.deep.include({ disputed: false, settled: true });
  });

  it('of the same reader takes the place of the earlier one; of another role it disputes it', async () => {
    const element = await page();
    await give(element, 'overlap');
    await give(element, 'not-related', 'Looked again.');
    expect(element.findings.judgement(A, B)).to.deep.include({ disputed: false, settled: true });
    expect(element.findings.judgement(A, B).history).to.have.length(2);
    await open(element);
    await choose(element, 'conflict');
    const second = await page(dataset({ findings: [finding()] }));
    expect(second.findings.judgement(A, B).disputed).to.equal(true);
    expect(list(second)).to.contain('Disputed (1)');
  });
});

describe('FK2 what is typed so far', () => {
  it('is kept letter by letter, and there after a reload until it is recorded or discarded', async () => {
    const element = await page();
    await open(element);
    await type(element, 'reason', 'Half a thou');
    expect(localStorage.getItem(KEY)).to.contain('Half a thou');
    const again = await reloaded(element);
    expect((part(again, '[name=reason]') as HTMLTextAreaElement).value).to.equal('Half a thou');
    expect((part(again, 'details') as HTMLDetailsElement).open).to.equal(true);
    expect(list(again)).to.contain('Drafts (1)');
    await press(again, 'Discard the draft');
    expect((part(again, '[name=reason]') as HTMLTextAreaElement).value).to.equal('');
    expect(again.findings.drafts).to.deep.equal([]);
    await give(again);
    expect(again.findings.drafts).to.deep.equal([]);
    expect(again.findings.draft(C, A).by).to.equal('analyst');
  });
});

describe('FK3 a storage that does not keep', () => {
  it('because it is full is told on the page, and the finding stays in memory until there is room', async () => {
    const element = await page();
    // As many letters as this browser takes.
    for (let length = 6_000_000; length >= 1; length = Math.floor(length / 2))
      for (let n = 0; n < 2; n += 1)
        try {
          localStorage.setItem(`fill ${String(length)} ${String(n)}`, 'x'.repeat(length));
        } catch (error) {
          expect((error as DOMException).name).to.equal('QuotaExceededError');
        }
    await give(element);
    expect(element.findings.trouble?.kind).to.equal('full');
    expect(element.findings.local).to.have.length(1);
    expect(list(element)).to.contain(
      'Findings are not kept in this browser: its storage is full. They are lost when this page is closed. Export them now.',
    );
    expect(said(part(element, '.form'))).to.contain('its storage is full');
    const leaving = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(true);
    localStorage.clear();
    await open(element);
    await type(element, 'reason', 'There is room now.');
    expect(element.findings.trouble).to.equal(undefined);
    expect(list(element)).not.to.contain('not kept');
    const unhindered = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unhindered);
    expect(unhindered.defaultPrevented).to.equal(false);
    expect((await reloaded(element)).findings.local).to.have.length(1);
  });

  it('because it is forbidden, or not there, is told too', async () => {
    storage = () => {
      throw new DOMException('Access is denied for this document.', 'SecurityError');
    };
    const element = await page();
    expect(list(element)).to.contain('its storage is not allowed here.');
    await give(element);
    expect(element.findings.local).to.have.length(1);
    storage = () => null;
    const other = await page();
    expect(list(other)).to.contain('there is no storage here.');
    storage = () => refusing('UnknownError');
    const third = await page();
    await give(third);
    expect(list(third)).to.contain('its storage failed (no).');
  });

  it('asks nothing of a reader who leaves when everything is exported, or when the element is gone', async () => {
    storage = () => refusing('QuotaExceededError');
    const element = await page();
    await give(element);
    element.findings.download();
    await element.updateComplete;
    const leaving = (): boolean => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leaving()).to.equal(false);
    await give(element, 'not-related', 'Again.');
    expect(leaving()).to.equal(true);
    element.remove();
    expect(leaving()).to.equal(false);
  });
});

describe('FK4 a stored text that cannot be read', () => {
  for (const [what, text] of [
    ['no JSON', '{"format":"standards-map-fin'],
    ['another format', '{"format":"notes","version":1}'],
    ['a later version', '{"format":"standards-map-findings","version":2,"findings":[]}'],
    ['a list', '[]'],
    [
      'half of what it should have',
      '{"format":"standards-map-findings","version":1,"findings":[],"exported":[],"drafts":[{"standards":["ISO 1"]}],"by":""}',
    ],
  ] as const)
    it(`is put aside, never deleted, and told: ${what}`, async () => {
      localStorage.setItem(KEY, text);
      const element = await page();
      const aside = Object.keys(localStorage).filter((key) => key.startsWith(`${KEY} (aside `));
      expect(aside.map((key) => localStorage.getItem(key))).to.deep.equal([text]);
      expect(list(element)).to.contain(`put aside in the storage of this browser as “${aside[0] ?? ''}”`);
      await give(element);
      const again = await reloaded(element);
      expect(again.findings.local).to.have.length(1);
      expect(localStorage.getItem(aside[0] ?? '')).to.equal(text);
      expect(list(again)).not.to.contain('put aside');
    });

  it('is left where it is when there is no room to put it aside, and nothing is written over it', async () => {
    localStorage.setItem(KEY, 'precious');
    storage = () => refusing('QuotaExceededError');
    const element = await page();
    await give(element);
    expect(localStorage.getItem(KEY)).to.equal('precious');
    expect(list(element)).to.contain('It was left as it is; new findings are not kept.');
    expect(element.findings.local).to.have.length(1);
    storage = () => localStorage;
    await give(element, 'not-related', 'Room again.');
    expect(Object.values(localStorage)).to.include('precious');
    expect((await reloaded(element)).findings.local).to.have.length(2);
  });

  it('gives the findings in it that are good', async () => {
    const good = finding({ id: 'good' });
    const bad = { ...finding({ id: 'bad' }), verdict: 'nonsense' };
    localStorage.setItem(
      KEY,
      JSON.stringify({ format: 'standards-map-findings', version: 1, findings: [bad, good], exported: [], drafts: [], by: '' }),
    );
    const element = await page();
    expect(element.findings.local).to.deep.equal([good]);
    expect(element.findings.aside).to.have.length(1);
  });
});

describe('FK5 another page', () => {
  /** A page of the same origin with the same storage. */
  function other(): Window {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    if (!frame.contentWindow) throw new Error('a frame in the page has a window');
    return frame.contentWindow;
  }
  afterEach(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.remove();
  });
  const heard = (): Promise<Event> => oneEvent(window, 'storage');

  it('that records a finding is seen here, and neither overwrites the other', async () => {
    const element = await page();
    await give(element);
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '') as { findings: unknown[] };
    kept.findings.push(finding({ id: 'elsewhere' }));
    const event = heard();
    other().localStorage.setItem(KEY, JSON.stringify(kept));
    await event;
    await element.updateComplete;
    expect(element.findings.local.map(({ reason }) => reason)).to.deep.equal(['Each needs the other.', 'Both list indicators.']);
    await give(element, 'not-related', 'Mine again.');
    expect((await reloaded(element)).findings.local).to.have.length(3);
  });

  it('that empties the storage takes nothing from this one', async () => {
    const element = await page();
    await give(element);
    const event = heard();
    other().localStorage.clear();
    await event;
    await element.updateComplete;
    expect(list(element)).to.contain('The storage of this browser was emptied elsewhere. The findings of this page were written back.');
    expect((await reloaded(element)).findings.local).to.have.length(1);
  });

  it('that writes what cannot be read loses nothing of this one', async () => {
    const element = await page();
    await give(element);
    const event = heard();
    other().localStorage.setItem(KEY, 'rubbish');
    await event;
    expect(Object.values(localStorage)).to.include('rubbish');
    expect((await reloaded(element)).findings.local).to.have.length(1);
  });

  it('or another map on this page with the same dataset shows the same findings', async () => {
    const [one, two] = [await page(), await page()];
    await give(one);
    await two.updateComplete;
    expect(two.findings.local).to.have.length(1);
    await give(two, 'not-related', 'Second.');
    expect(one.findings.local).to.have.length(2);
  });

  it('is not listened to any more when the element is gone, and caught up with when it comes back', async () => {
    const [one, two] = [await page(), await page()];
    one.remove();
    await give(two);
    expect(one.findings.local).to.have.length(0);
    document.body.append(one);
    expect(one.findings.local).to.have.length(1);
  });
});

describe('FK6 export and import', () => {
  it('make a round trip through parse: what one browser exports the next one has', async () => {
    const element = await page();
    await give(element, 'coordinated', '<b>Agreed</b> & settled');
    const patch = element.findings.patch();
    localStorage.clear();
    const other = await reloaded(element);
    expect(other.findings.local).to.have.length(0);
    const told = oneEvent(document.body, 'standards-finding');
    await other.findings.import(asFile(`\uFEFF${patch}`));
    await told;
    await other.updateComplete;
    expect(other.findings.judgement(A, B).settled).to.equal(true);
    expect(list(other)).to.contain('1 finding imported, 0 known already.').and.to.contain('<b>Agreed</b> & settled');
    await other.findings.import(asFile(patch));
    await other.updateComplete;
    expect(other.findings.local).to.have.length(1);
    expect(list(other)).to.contain('0 findings imported, 1 known already.');
    expect(parse({ ...dataset(), findings: other.findings.all }).ok).to.equal(true);
  });

  it('hand a file to the reader, and say what was exported; the findings stay until they are removed, which can be undone', async () => {
    const element = await page();
    await give(element);
    let file: { name: string; href: string } | undefined;
    const caught = (event: Event): void => {
      const [link] = event.composedPath();
      if (link instanceof HTMLAnchorElement) file = { name: link.download, href: link.href };
      event.preventDefault();
    };
    const click = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'click')?.value as (this: HTMLElement) => void;
    // A link outside of the document tells nobody that it is clicked.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', caught);
      click.call(this);
    };
    try {
      await press(element, 'Export 1 finding');
    } finally {
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(file?.name).to.equal('findings-2026-11-22.json');
    expect(await (await fetch(file?.href ?? '')).text()).to.equal(element.findings.patch());
    expect(list(element)).not.to.contain('not exported yet');
    const again = await reloaded(element);
    await press(again, 'Remove 1 exported finding from this browser');
    expect(again.findings.local).to.deep.equal([]);
    await press(again, 'Undo');
    expect((await reloaded(again)).findings.local).to.have.length(1);
  });

  it('list contradictions row by row, and overwrite nothing', async () => {
    const element = await page(dataset({ findings: [finding({ id: 'x' })] }));
    await give(element, 'duplication');
    const incoming = [finding({ id: 'x', reason: 'Another text.' }), finding({ id: 'y', verdict: 'not-related' })];
    await element.findings.import(asFile(patchOf(...incoming)));
    await element.updateComplete;
    expect(list(element)).to.contain('Contradictions in the import (2)').and.to.contain('The id “x” stood for two findings.');
    expect(element.shadowRoot?.querySelectorAll('.conflicts > li')).to.have.length(2);
    expect(element.findings.all.map(({ reason }) => reason).sort()).to.deep.equal([
      'Another text.',
      'Both list indicators.',
      'Each needs the other.',
      'Each needs the other.',
    ]);
    await press(element, 'Dismiss');
    expect(list(element)).not.to.contain('Contradictions');
  });

  it('refuse a file that is no patch of findings, and say why', async () => {
    const element = await page();
    await give(element);
    for (const [text, message] of [
      ['hello', 'theirs.json: is not JSON, it begins "hello".'],
      [JSON.stringify([{ op: 'replace', path: '/title', value: 'mine' }]), 'op "replace" is not one of test, add.'],
      [patchOf(finding({ standards: [A, 'ISO 99999'] })), 'standards[1] "ISO 99999" is not a standard.'],
      [patchOf(finding({ verdict: 'conflict' })), 'where a conflict names at least one of each standard'],
    ] as const) {
      await element.findings.import(asFile(text));
      await element.updateComplete;
      expect(list(element)).to.contain('theirs.json was not imported. Nothing has changed.').and.to.contain(message);
      expect(element.findings.local).to.have.length(1);
    }
    await element.findings.import(asFile('x'.repeat(8_000_001)));
    await element.updateComplete;
    expect(list(element)).to.contain('has 8000001 bytes. Expected at most 8000000.');
  });

  it('take a file from the button', async () => {
    const element = await page();
    const input = part(element, 'input[type=file]') as HTMLInputElement;
    const files = new DataTransfer();
    files.items.add(asFile(patchOf(finding())));
    input.files = files.files;
    const told = oneEvent(document.body, 'standards-finding');
    input.dispatchEvent(new Event('change'));
    await told;
    expect(element.findings.local).to.have.length(1);
  });
});

describe('FK7 another dataset', () => {
  it('of the same title that has the findings on record does not have them twice', async () => {
    const element = await page();
    await give(element);
    const [given] = element.findings.local;
    if (!given) throw new Error('a finding was given');
    const again = await reloaded(element, dataset({ findings: [given] }));
    expect(again.findings.local).to.deep.equal([]);
    expect(again.findings.all).to.deep.equal([given]);
  });

  it('without the standards keeps the findings for the next one, and exports them', async () => {
    const element = await page();
    await give(element);
    const without = dataset({ standards: [standard('ISO 1'), standard('ISO 2')], stories: [], findings: [] });
    const strange = await reloaded(element, without);
    expect(strange.findings.local).to.deep.equal([]);
    expect(list(strange)).to.contain('1 kept finding is about standards that this dataset does not have.');
    expect(strange.findings.patch()).to.contain('Both list indicators.');
    strange.findings.setDraft({ standards: ['ISO 1', 'ISO 2'], reason: 'r', by: '', evidence: '', clauses: [], replaces: [] });
    expect((await reloaded(strange)).findings.local).to.have.length(1);
  });

  it('of another title has findings of its own', async () => {
    const element = await page();
    await give(element);
    element.catalogue = catalogue(dataset({ title: 'Another map' }));
    await element.updateComplete;
    expect(element.findings.local).to.deep.equal([]);
    element.catalogue = catalogue(dataset());
    await element.updateComplete;
    expect(element.findings.local).to.have.length(1);
  });
});

it('FK8 the day of a finding is the reader’s, not that of Greenwich', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 30))).to.equal('2026-01-05');
  expect(dayOf(new Date(2026, 10, 22, 23, 59))).to.equal('2026-11-22');
});
