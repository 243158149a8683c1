import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Candidate } from '../../src/analysis/candidate.js';
import { COLUMNS } from '../../src/analysis/columns.js';
import { GROUP_FIELDS } from '../../src/analysis/grouping.js';
import { isGoalFramework } from '../../src/analysis/goals.js';
import { tableOf } from '../../src/analysis/table.js';
import { USUAL_COLUMNS } from '../../src/analysis/table-settings.js';
import { en } from '../../src/element/messages.js';
import { columnName, fieldName } from '../../src/element/parts/table-props.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import type { Settings } from '../../src/state/state.js';
import { drawn, viewport, wheel } from '../browser.js';
import { dataset, standard } from '../fixtures/small.js';
import { TableStage } from './table-stage.js';

const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Standards that differ in number, level, topics and date. */
const numbered = (count: number): Catalogue =>
  catalogue(
    dataset({
      standards: Array.from({ length: count }, (_, i) =>
        standard(`ISO ${String(i + 1)}`, {
          title: `Title ${String((i * 7919) % count)}`,
          level: (['technical', 'process', 'strategic'] as const)[i % 3] ?? 'technical',
          status: (['in-force', 'withdrawn', 'unknown', 'under-development'] as const)[i % 4] ?? 'in-force',
          topics: i % 5 === 0 ? ['energy', 'mobility'] : ['energy'],
          editions: [{ id: `ISO ${String(i + 1)}:1`, status: 'in-force', date: String(2000 + (i % 20)) }],
        }),
      ),
      findings: [],
      expectations: [],
      claims: [],
    }),
  );
const forty = numbered(40);
let many: Catalogue | undefined;
/** As many as four whole catalogues have. */
const all = (): Catalogue => (many ??= numbered(62_828));

let stages: TableStage[] = [];
const stand = (of: Catalogue, settings: Settings = {}, size?: { readonly width?: number; readonly height?: number }): TableStage => {
  const stage = new TableStage(of, settings, size);
  stages.push(stage);
  return stage;
};
const part = (stage: TableStage, selector: string): HTMLElement => {
  const found = stage.root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the table`);
  return found;
};
const parts = (stage: TableStage, selector: string): HTMLElement[] => [...stage.root.querySelectorAll<HTMLElement>(selector)];
const heading = (stage: TableStage, column: string): HTMLElement => part(stage, `.table-head [data-column="${column}"]`);
const box = (stage: TableStage): HTMLElement => part(stage, '.table-box');
/** Rows in the order in which they stand. */
const rows = (stage: TableStage): HTMLElement[] => parts(stage, '.table-body > .line');
const row = (stage: TableStage, line: number): HTMLElement => part(stage, `.table-body [aria-rowindex="${String(line + 2)}"]`);
const ids = (stage: TableStage): string[] => parts(stage, '.table-body .c-id').map(text);
const named = (stage: TableStage, name: string): HTMLElement => {
  const found = parts(stage, 'button').find((one) => one.getAttribute('aria-label') === name || text(one) === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
};
/** Where the focus is: row and column, the headings being row 0. */
const at = (stage: TableStage): string => {
  const cell = stage.root.activeElement?.closest('[aria-colindex]');
  const line = cell?.closest('[aria-rowindex]');
  return cell && line
    ? `${String(Number(line.getAttribute('aria-rowindex')) - 1)},${String(Number(cell.getAttribute('aria-colindex')) - 1)}`
    : 'outside';
};
const focus = (stage: TableStage, line: number, column: number): void => {
  const cell = part(stage, `[aria-rowindex="${String(line + 1)}"] [aria-colindex="${String(column + 1)}"]`);
  (cell.querySelector<HTMLElement>('a, button') ?? cell).focus();
};
const settled = async (stage: TableStage): Promise<void> => {
  await stage.element.updateComplete;
  await drawn();
};
// WebDriver, which drives WebKit, holds no key down.
const press = (stage: TableStage, key: string, held: KeyboardEventInit = {}): void => {
  stage.root.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...held }));
};
const click = (target: HTMLElement, held: MouseEventInit = {}): void => {
  target.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true, ...held }));
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, detail: 1, ...held }));
};

beforeEach(async () => {
  await viewport(1280, 800);
});
afterEach(() => {
  for (const stage of stages) stage.remove();
  stages = [];
  document.documentElement.removeAttribute('dir');
});

describe('TV1 what a row says', () => {
  it('TV1 shows the usual columns, or those that were chosen, in their order and under their names', async () => {
    const stage = stand(forty);
    const heads = (): string[] => parts(stage, '.table-head [data-column]').map(text);
    expect(heads().map((name) => name.replace('…', ''))).to.deep.equal(USUAL_COLUMNS.map((column) => columnName(column)));
    stage.set({ fields: 'status,id' });
    expect(heads()).to.deep.equal(['Status', 'Designation']);
    expect(text(row(stage, 0))).to.match(/In forceISO 1$/);
    stage.set({ fields: COLUMNS.join(',') });
    expect(heads()).to.have.length(COLUMNS.length);
    await settled(stage);
    expect(row(stage, 0).children).to.have.length(COLUMNS.length + 1);
  });

  it('TV1 tells a status by a shape as well as a word, and says where nothing is stated', () => {
    const stage = stand(forty, { fields: 'id,status,ics' });
    const states = rows(stage)
      .slice(0, 4)
      .map((line) => line.querySelector('.state'));
    expect(states.map(text)).to.deep.equal(['In force', 'Withdrawn', 'Status not stated', 'Under development']);
    const shapes = states.map((state) => {
      const shape = state?.querySelector('svg')?.firstElementChild;
      return shape && [shape.localName, ...shape.getAttributeNames().map((name) => shape.getAttribute(name))].join(' ');
    });
    expect(new Set(shapes).size).to.equal(4);
    expect(text(rows(stage)[0]?.lastElementChild)).to.equal('–not stated');
  });

  it('TV1 tells that overlaps are still looked for, and shows their numbers when they are found', async () => {
    const stage = stand(forty, { fields: 'id,overlaps', sort: '-overlaps' });
    expect(text(row(stage, 0).lastElementChild)).to.equal('…still being looked for');
    expect(text(part(stage, '.sum'))).to.contain('Overlaps are still being looked for.');
    expect(ids(stage)[0]).to.equal('ISO 1');
    const pair = (a: string, b: string): Candidate => ({ a, b }) as Candidate;
    stage.candidates = [pair('ISO 7', 'ISO 3'), pair('ISO 7', 'ISO 4')];
    await settled(stage);
    expect(ids(stage).slice(0, 4)).to.deep.equal(['ISO 7', 'ISO 3', 'ISO 4', 'ISO 1']);
    expect(
      rows(stage)
        .slice(0, 4)
        .map((line) => text(line.lastElementChild)),
    ).to.deep.equal(['2', '1', '1', '0']);
    expect(text(part(stage, '.sum'))).to.equal('40 standards');
  });
});

describe('TV2 the order', () => {
  const way = (stage: TableStage, column: string): string | null | undefined =>
    heading(stage, column).closest('[aria-sort]')?.getAttribute('aria-sort');

  it('TV2 follows a heading that is clicked: one way, the other way, as in the dataset', async () => {
    const stage = stand(forty);
    for (const [sort, sorted] of [
      ['level', 'ascending'],
      ['-level', 'descending'],
      ['', 'none'],
    ] as const) {
      click(heading(stage, 'level'));
      await settled(stage);
      expect(stage.state.sort).to.equal(sort);
      expect(way(stage, 'level')).to.equal(sorted);
      expect(ids(stage)).to.deep.equal(
        tableOf(
          forty,
          forty.standards.map(({ id }) => id),
          { sort },
        )
          .rows.map(({ id }) => id)
          .slice(0, ids(stage).length),
      );
    }
  });

  it('TV2 adds a heading that is clicked with Shift, and tells the place of each', async () => {
    const stage = stand(forty);
    click(heading(stage, 'level'));
    click(heading(stage, 'latest'), { shiftKey: true });
    await settled(stage);
    expect(stage.state.sort).to.equal('level,-latest');
    expect(text(heading(stage, 'level'))).to.equal('Level▴1 1.');
    expect(text(heading(stage, 'latest'))).to.equal('Latest text▾2 2.');
    expect(way(stage, 'latest')).to.equal('descending');
  });

  it('TV2 follows Enter on a heading, and with Shift adds it; the focus stays there', async () => {
    const stage = stand(forty);
    focus(stage, 0, 2);
    await sendKeys({ press: 'Enter' });
    await settled(stage);
    expect(stage.state.sort).to.equal('title');
    expect(at(stage)).to.equal('0,2');
    press(stage, 'ArrowLeft');
    press(stage, 'Enter', { shiftKey: true });
    await settled(stage);
    expect(stage.state.sort).to.equal('title,id');
    expect(at(stage)).to.equal('0,1');
  });

  it('TV2 begins at the first row again', async () => {
    const stage = stand(all());
    box(stage).scrollTop = 100_000;
    await settled(stage);
    expect(ids(stage)).not.to.include('ISO 2');
    click(heading(stage, 'id'));
    await settled(stage);
    expect(box(stage).scrollTop).to.equal(0);
    expect(ids(stage)[0]).to.equal('ISO 1');
  });
});

describe('TV3 columns', () => {
  const open = async (settings: Settings = {}): Promise<TableStage> => {
    const stage = stand(forty, settings);
    named(stage, 'Columns and order').click();
    await settled(stage);
    return stage;
  };
  const act = (stage: TableStage, column: string, what: string): HTMLElement =>
    part(stage, `.table-columns [data-column="${column}"] [data-do="${what}"]`);

  it('TV3 are shown and hidden by a box, and the last one stays', async () => {
    const stage = await open({ fields: 'id,title' });
    act(stage, 'title', 'show').click();
    await settled(stage);
    expect(stage.state.fields).to.equal('id');
    expect(act(stage, 'id', 'show').matches(':disabled')).to.equal(true);
    act(stage, 'status', 'show').click();
    await settled(stage);
    expect(stage.state.fields).to.equal('id,status');
    named(stage, 'Usual columns').click();
    await settled(stage);
    expect(stage.state.fields).to.equal('');
  });

  it('TV3 go up and down by keys, and the button that moved them keeps the focus as long as it can', async () => {
    const stage = await open({ fields: 'id,title,status' });
    act(stage, 'status', 'up').focus();
    await sendKeys({ press: 'Enter' });
    await settled(stage);
    expect(stage.state.fields).to.equal('id,status,title');
    expect(stage.root.activeElement === act(stage, 'status', 'up')).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await settled(stage);
    expect(stage.state.fields).to.equal('status,id,title');
    // It cannot go farther up: what is left of its buttons has the focus
    expect(stage.root.activeElement?.closest('[data-column]')?.getAttribute('data-column')).to.equal('status');
    act(stage, 'status', 'down').click();
    await settled(stage);
    expect(stage.state.fields).to.equal('id,status,title');
  });

  it('TV3 sort by one more from the list, which needs no Shift and no headings', async () => {
    const stage = await open();
    act(stage, 'status', 'sort').click();
    act(stage, 'latest', 'sort').click();
    await settled(stage);
    expect(stage.state.sort).to.equal('status,-latest');
    expect(act(stage, 'latest', 'sort').getAttribute('aria-label')).to.equal('Latest text: descending, 2. in the order');
    named(stage, 'Order of the dataset').click();
    await settled(stage);
    expect(stage.state.sort).to.equal('');
  });

  it('TV3 the list opens with the focus in it, and Escape gives it back', async () => {
    const stage = await open();
    expect(stage.root.activeElement?.localName).to.equal('input');
    await sendKeys({ press: 'Escape' });
    await settled(stage);
    expect(parts(stage, '.table-columns')).to.have.length(0);
    expect(text(stage.root.activeElement)).to.equal('Columns and order');
  });
});

describe('TV4 rows that are in view', () => {
  it('TV4 are all that stands in the page, of 62,828, wherever it is scrolled', async () => {
    const stage = stand(all());
    await settled(stage);
    const { draws } = stage;
    expect(box(stage).getAttribute('aria-rowcount')).to.equal('62829');
    for (const part of [0, 0.1, 0.5, 0.9, 1]) {
      box(stage).scrollTop = part * box(stage).scrollHeight;
      await settled(stage);
      expect(rows(stage).length, `at ${String(part)}`).to.be.within(10, 60);
      const view = box(stage).getBoundingClientRect();
      const [first, last] = [rows(stage)[0], rows(stage).at(-1)].map((one) => one?.getBoundingClientRect());
      const head = part0(stage).getBoundingClientRect().bottom;
      expect(first?.top, `at ${String(part)}`).to.be.at.most(head + 1);
      expect(last?.bottom, `at ${String(part)}`).to.be.at.least(part === 1 ? view.top : view.bottom - 16);
    }
    expect(ids(stage).at(-1)).to.equal('ISO 62828');
    expect(stage.draws, 'scrolling draws rows alone').to.equal(draws);
  });
  const part0 = (stage: TableStage): HTMLElement => part(stage, '.table-head');

  it('TV4 come with the wheel', async () => {
    const stage = stand(all());
    await settled(stage);
    const { left, top } = box(stage).getBoundingClientRect();
    await wheel(Math.round(left) + 300, Math.round(top) + 300, 5000);
    await settled(stage);
    const deadline = performance.now() + 5000;
    while (ids(stage).includes('ISO 2') && performance.now() < deadline) await drawn();
    expect(ids(stage)).not.to.include('ISO 2');
    expect(rows(stage).length).to.be.at.most(60);
  });

  it('TV4 no row is higher than another, whatever its text', async () => {
    const wild = catalogue(
      dataset({
        standards: [
          standard('ISO 1', { title: 'long '.repeat(200) }),
          standard('ISO 2', { title: 'x' }),
          standard('ISO 3', { title: 'W'.repeat(900) }),
          standard('ISO 4', { title: 'اختبار طويل '.repeat(40) }),
        ],
        findings: [],
        expectations: [],
        claims: [],
      }),
    );
    const stage = stand(wild);
    await settled(stage);
    const tops = rows(stage).map((one) => one.getBoundingClientRect());
    expect(new Set(tops.map(({ height }) => Math.round(height * 10))).size).to.equal(1);
    for (const [i, { top }] of tops.entries()) if (i > 0) expect(top).to.be.closeTo(tops[i - 1]?.bottom ?? 0, 0.5);
  });
});

describe('TV5 groups', () => {
  it('TV5 stand under headings with their counts, and the sum tells what stands in several', async () => {
    const stage = stand(forty, { by: 'topic' });
    await settled(stage);
    expect(text(row(stage, 0))).to.equal('Energy 40');
    expect(text(part(stage, '.sum'))).to.match(
      /^40 standards in 48 rows of 2 groups: one with several values stands in each of its groups\./,
    );
    stage.set({ by: 'level' });
    expect(text(part(stage, '.sum'))).to.match(/^40 standards in 3 groups/);
  });

  it('TV5 are chosen from the list of every field, and ended there', async () => {
    const stage = stand(forty);
    const select = part(stage, 'select.by') as HTMLSelectElement;
    // This dataset has no goals to group by, and nobody asks for changes
    const fields = GROUP_FIELDS.filter((field) => !isGoalFramework(field) && field !== 'change');
    expect([...select.options].map(text)).to.deep.equal(['Not grouped', ...fields.map((field) => fieldName(en, field))]);
    for (const [index, by] of [[fields.indexOf('status') + 1, 'status'] as const, [0, ''] as const]) {
      select.selectedIndex = index;
      select.dispatchEvent(new Event('change'));
      await settled(stage);
      expect(stage.state.by).to.equal(by);
    }
  });

  it('TV5 fold by a click, by a key, and all at once', async () => {
    const stage = stand(forty, { by: 'level' });
    await settled(stage);
    const first = (): HTMLElement => part(stage, '.group button');
    const count = (): number => Number(box(stage).getAttribute('aria-rowcount')) - 1;
    expect(count()).to.equal(43);
    first().click();
    await settled(stage);
    expect(first().getAttribute('aria-expanded')).to.equal('false');
    expect(count()).to.equal(43 - 14);
    first().focus();
    await sendKeys({ press: 'Enter' });
    await settled(stage);
    expect(count()).to.equal(43);
    expect(at(stage)).to.equal('1,0');
    named(stage, 'Fold all').click();
    await settled(stage);
    expect(count()).to.equal(3);
    expect(rows(stage).map(text)).to.deep.equal(['Technical 14', 'Strategic 13', 'Process 13']);
    named(stage, 'Unfold all').click();
    await settled(stage);
    expect(count()).to.equal(43);
  });
});

describe('TV6 the keyboard', () => {
  const KEYS: readonly (readonly [key: string, from: readonly [number, number], to: string, held?: KeyboardEventInit])[] = [
    ['ArrowRight', [1, 1], '1,2'],
    ['ArrowRight', [1, 13], '1,13'],
    ['ArrowLeft', [1, 1], '1,0'],
    ['ArrowLeft', [1, 0], '1,0'],
    ['ArrowDown', [1, 1], '2,1'],
    ['ArrowUp', [1, 1], '0,1'],
    ['ArrowUp', [0, 1], '0,1'],
    ['Home', [2, 3], '2,0'],
    ['End', [2, 1], '2,13'],
    ['Home', [9, 3], '0,0', { ctrlKey: true }],
    ['End', [1, 1], '40,13', { ctrlKey: true }],
    ['End', [1, 1], '40,13', { metaKey: true }],
    ['PageUp', [9, 2], '0,2'],
  ];
  for (const [key, [line, column], to, held = {}] of KEYS)
    it(`TV6 ${Object.keys(held).join()} ${key} leads from ${String(line)}, ${String(column)} to ${to}`, async () => {
      const stage = stand(forty);
      await settled(stage);
      focus(stage, line, column);
      press(stage, key, held);
      await settled(stage);
      expect(at(stage)).to.equal(to);
    });

  it('TV6 finds one stop of Tab in the rows, wherever it was led, and goes past them with the next', async () => {
    const stage = stand(all());
    await settled(stage);
    const stops = (): HTMLElement[] => parts(stage, '.table-box [tabindex="0"], .table-box :is(a, button):not([tabindex])');
    focus(stage, 1, 1);
    for (const key of ['ArrowDown', 'End', 'ArrowUp', 'PageDown', 'PageDown', 'ArrowUp', 'Home']) {
      press(stage, key);
      await settled(stage);
      expect(stops(), key).to.have.length(1);
      expect(stops()[0] === stage.root.activeElement, key).to.equal(true);
    }
    const behind = document.createElement('button');
    document.body.append(behind);
    await sendKeys({ press: 'Tab' });
    expect(document.activeElement === behind).to.equal(true);
    behind.remove();
  });

  it('TV6 goes on from a row that was scrolled out of view, and shows where it went', async () => {
    const stage = stand(all());
    await settled(stage);
    focus(stage, 3, 2);
    box(stage).scrollTop = box(stage).scrollHeight;
    await settled(stage);
    expect(at(stage)).to.equal('3,2');
    press(stage, 'ArrowDown');
    await settled(stage);
    expect(at(stage)).to.equal('4,2');
    expect(box(stage).scrollTop).to.be.below(200);
    press(stage, 'End', { ctrlKey: true });
    await settled(stage);
    expect(at(stage)).to.equal('62828,13');
    const cell = stage.root.activeElement?.getBoundingClientRect();
    const view = box(stage).getBoundingClientRect();
    expect(cell?.bottom).to.be.at.most(view.bottom + 1);
    expect(cell?.right).to.be.at.most(view.right + 1);
    press(stage, 'PageUp');
    await settled(stage);
    expect(Number(at(stage).split(',')[0])).to.be.within(62_828 - 40, 62_828 - 5);
  });

  it('TV6 what has the focus is under neither the headings nor the columns that stay', async () => {
    const stage = stand(all(), {}, { width: 800, height: 500 });
    await settled(stage);
    focus(stage, 1, 1);
    for (const key of ['PageDown', 'PageDown', 'End', ...Array<string>(11).fill('ArrowLeft'), 'ArrowUp', 'PageUp']) {
      press(stage, key);
      await settled(stage);
      const cell = stage.root.activeElement?.getBoundingClientRect();
      const head = part(stage, '.table-head').getBoundingClientRect();
      const stays = stage.root.activeElement?.closest('.line')?.children[1]?.getBoundingClientRect();
      expect(cell?.top, key).to.be.at.least(head.bottom - 1);
      if (!at(stage).endsWith(',1')) expect(cell?.left, `${key} to ${at(stage)}`).to.be.at.least((stays?.right ?? 0) - 2);
    }
  });

  it('TV6 keeps its column over the heading of a group', async () => {
    const stage = stand(forty, { by: 'level' });
    await settled(stage);
    named(stage, 'Fold all').click();
    await settled(stage);
    parts(stage, '.group button')[1]?.click();
    await settled(stage);
    focus(stage, 3, 3);
    press(stage, 'ArrowUp');
    await settled(stage);
    expect(at(stage)).to.equal('2,0');
    press(stage, 'ArrowDown');
    await settled(stage);
    expect(at(stage)).to.equal('3,3');
  });

  it('TV6 stays in the rows when a filter takes its row away', async () => {
    const stage = stand(all());
    await settled(stage);
    focus(stage, 20, 1);
    stage.set({ filter: 'id:"ISO 1","ISO 2"' });
    await settled(stage);
    expect(at(stage)).to.match(/^[12],1$/);
    expect(ids(stage)).to.deep.equal(['ISO 1', 'ISO 2']);
  });

  it('TV6 points where it goes from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const stage = stand(forty);
    await settled(stage);
    focus(stage, 1, 1);
    press(stage, 'ArrowLeft');
    await settled(stage);
    expect(at(stage)).to.equal('1,2');
    const [pick, first] = [...row(stage, 0).children].map((cell) => cell.getBoundingClientRect());
    expect(pick?.left ?? 0).to.be.at.least(first?.right ?? Infinity);
    box(stage).scrollLeft = -box(stage).scrollWidth;
    await settled(stage);
    const view = box(stage).getBoundingClientRect();
    expect(row(stage, 0).children[1]?.getBoundingClientRect().right, 'the first column stays').to.be.within(view.right - 90, view.right);
  });
});

describe('TV7 the selection', () => {
  const chosen = (stage: TableStage): string[] =>
    rows(stage)
      .filter((one) => one.getAttribute('aria-selected') === 'true')
      .map((one) => text(one.querySelector('.c-id')));

  it('TV7 is the row that is clicked, with Control one more, with Shift all up to it', () => {
    const stage = stand(forty);
    const cell = (line: number): HTMLElement => part(stage, `[aria-rowindex="${String(line + 2)}"] .c-title`);
    click(cell(4));
    expect(stage.state.selected).to.deep.equal(['ISO 5']);
    click(cell(6), { ctrlKey: true });
    expect(stage.state.selected).to.deep.equal(['ISO 5', 'ISO 7']);
    click(cell(9), { shiftKey: true });
    expect(stage.state.selected).to.deep.equal(['ISO 7', 'ISO 8', 'ISO 9', 'ISO 10']);
    expect(chosen(stage)).to.deep.equal(['ISO 7', 'ISO 8', 'ISO 9', 'ISO 10']);
    click(cell(5), { shiftKey: true });
    expect(stage.state.selected, 'from where it began, backwards').to.deep.equal(['ISO 7', 'ISO 6']);
    click(cell(5), { metaKey: true });
    expect(stage.state.selected).to.deep.equal(['ISO 7']);
  });

  it('TV7 goes by boxes for a finger, each large enough', () => {
    const stage = stand(forty);
    for (const line of [1, 3, 5]) click(part(stage, `[aria-rowindex="${String(line + 2)}"] .pick`));
    expect(stage.state.selected).to.deep.equal(['ISO 2', 'ISO 4', 'ISO 6']);
    click(part(stage, '[aria-rowindex="5"] .pick'));
    expect(stage.state.selected).to.deep.equal(['ISO 2', 'ISO 6']);
    const { width, height } = part(stage, '.pick').getBoundingClientRect();
    expect(Math.min(width, height)).to.be.at.least(24);
  });

  it('TV7 goes by keys: Enter one, Space one more, Shift with an arrow a range, Escape none', async () => {
    const stage = stand(forty);
    focus(stage, 2, 1);
    await sendKeys({ press: 'Enter' });
    expect(stage.state.selected).to.deep.equal(['ISO 2']);
    press(stage, 'ArrowDown', { shiftKey: true });
    press(stage, 'ArrowDown', { shiftKey: true });
    expect(stage.state.selected).to.deep.equal(['ISO 2', 'ISO 3', 'ISO 4']);
    press(stage, 'ArrowUp', { shiftKey: true });
    expect(stage.state.selected).to.deep.equal(['ISO 2', 'ISO 3']);
    press(stage, 'ArrowDown');
    press(stage, 'ArrowDown');
    press(stage, ' ');
    expect(stage.state.selected).to.deep.equal(['ISO 2', 'ISO 3', 'ISO 5']);
    await sendKeys({ press: 'Escape' });
    expect(stage.state.selected).to.deep.equal([]);
  });

  it('TV7 is a thousand at most, and says so', () => {
    const stage = stand(all());
    focus(stage, 1, 1);
    press(stage, 'a', { ctrlKey: true });
    expect(stage.state.selected).to.have.length(1000);
    expect(stage.told).to.deep.equal(['At most 1,000 standards can be selected: these are the first 1,000.']);
  });

  it('TV7 is brought into view when it was made elsewhere, and not when it was made here', async () => {
    const stage = stand(all());
    await settled(stage);
    stage.set({ selected: ['ISO 50000'] });
    await settled(stage);
    expect(chosen(stage)).to.deep.equal(['ISO 50000']);
    const { scrollTop } = box(stage);
    expect(scrollTop).to.be.above(100_000);
    const above = rows(stage)[rows(stage).findIndex((one) => one.matches('.chosen')) - 3]?.querySelector<HTMLElement>('.c-title');
    if (above) click(above);
    expect(chosen(stage)).to.deep.equal(['ISO 49997']);
    await settled(stage);
    expect(box(stage).scrollTop).to.equal(scrollTop);
  });

  it('TV7 stays as it is when text is marked with the mouse', () => {
    const stage = stand(forty);
    const cell = part(stage, '.c-title');
    cell.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 10, clientY: 10 }));
    cell.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX: 90, clientY: 10 }));
    expect(stage.state.selected).to.deep.equal([]);
  });
});

describe('TV8 what cannot be used', () => {
  it('TV8 is told once, with what is nearest, and changes nothing else', async () => {
    const stage = stand(forty, { sort: 'statis,-level', fields: 'id,levle', by: 'topics', filter: 'id:"ISO 1","ISO 2","ISO 3"' });
    await settled(stage);
    expect(stage.told).to.have.length(3);
    expect(stage.told[0]).to.match(/sort: got "statis", expected one of the columns id, .* Nearest: "status"\.$/);
    expect(stage.told[1]).to.contain('Nearest: "level"');
    expect(stage.told[2]).to.contain('Nearest: "topic"');
    expect(ids(stage)).to.deep.equal(['ISO 1', 'ISO 2', 'ISO 3']);
    stage.draw();
    stage.set({ selected: ['ISO 1'] });
    await settled(stage);
    expect(stage.told).to.have.length(3);
    stage.set({ sort: 'nonsense' });
    await settled(stage);
    expect(stage.told).to.have.length(4);
    expect(stage.state.filter).to.equal('id:"ISO 1","ISO 2","ISO 3"');
  });
});
