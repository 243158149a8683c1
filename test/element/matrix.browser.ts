import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CELL_STATES, REASON_CODES, type Cell, type CellReason } from '../../src/analysis/cell.js';
import { coverage } from '../../src/analysis/coverage.js';
import { isGoalFramework } from '../../src/analysis/goals.js';
import { catalogue, type Catalogue } from '../../src/model/catalogue.js';
import { GOAL_FRAMEWORKS } from '../../src/model/dataset.js';
import { parse } from '../../src/model/parse.js';
import { drawn, mediaFeatures, viewport } from '../browser.js';
import { PAYLOADS, poisoned } from '../fixtures/payloads.js';
import { dataset } from '../fixtures/small.js';
import { AXIS_PAIRS } from '../../src/element/parts/matrix-axes.js';
import { cell, coverageOf, Stage } from './matrix-stage.js';

const small = catalogue(dataset());
const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

let stages: Stage[] = [];
const stand = (...given: ConstructorParameters<typeof Stage>): Stage => {
  const stage = new Stage(...given);
  stages.push(stage);
  return stage;
};
const one = (stage: Stage, selector: string): HTMLElement => {
  const found = stage.renderRoot.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the matrix`);
  return found;
};
const table = (stage: Stage): HTMLTableElement => {
  const found = stage.renderRoot.querySelector('table');
  if (!found) throw new Error('no table');
  return found;
};
const all = (stage: Stage, selector: string): HTMLElement[] => [...stage.renderRoot.querySelectorAll<HTMLElement>(selector)];
const named = (stage: Stage, name: string): HTMLElement => {
  const found = all(stage, 'button, select').find((e) => e.getAttribute('aria-label') === name || text(e) === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found;
};
const settled = async (stage: Stage): Promise<void> => {
  await stage.updateComplete;
  await stage.updateComplete;
};
const focused = (stage: Stage): Element | null => stage.renderRoot.activeElement;
/** Where the focus is: row and column of the table. */
const at = (stage: Stage): string => {
  const place = focused(stage)?.closest<HTMLTableCellElement>('td, th');
  return place ? `${String(place.closest('tr')?.rowIndex)},${String(place.cellIndex)}` : 'outside';
};

/** Three domains by three capabilities, every state once. */
const STATED: readonly Cell[] = CELL_STATES.map((state, i) =>
  cell(['energy', 'mobility', 'energy-2'][Math.floor(i / 3)] ?? '', ['assessment', 'architecture', 'other'][i % 3] ?? '', {
    state,
    works: i > 2 ? i * 3 : 0,
    standards: i === 8 ? ['ISO 37122', 'ITU-T Y.4903/L.1603'] : [],
    beyond: i === 2 ? 14 : 0,
    unknown: i === 1 ? 34 : 0,
    gap: state === 'being-filled',
    sdos:
      i === 8
        ? [
            { sdo: 'iso', works: 3 },
            { sdo: 'itu-t', works: 1 },
          ]
        : [],
    effectiveSdos: i === 8 ? 1.6 : 0,
  }),
);
const stated = (): Stage => stand(small, coverageOf('domain', 'capability', STATED));

/** The shipped dataset, read once. */
let shipped: Promise<Catalogue> | undefined;
const real = (): Promise<Catalogue> =>
  (shipped ??= fetch('/data/smart-cities.json')
    .then((answer) => answer.json())
    .then((json: unknown) => {
      const parsed = parse(json);
      if (!parsed.ok) throw new Error('data/smart-cities.json is not valid');
      return catalogue(parsed.dataset);
    }));

beforeEach(async () => {
  await viewport(1280, 800);
});
afterEach(async () => {
  for (const stage of stages) stage.element.remove();
  stages = [];
  document.documentElement.removeAttribute('dir');
  document.documentElement.style.removeProperty('color-scheme');
  await mediaFeatures({});
});

describe('M4 the keyboard', () => {
  const press = async (stage: Stage, key: string): Promise<string> => {
    const [own = '', held] = key.split('+').reverse();
    // WebDriver, which drives WebKit, holds no key down.
    if (held === undefined) await sendKeys({ press: own });
    else focused(stage)?.dispatchEvent(new KeyboardEvent('keydown', { key: own, ctrlKey: true, bubbles: true, composed: true }));
    await settled(stage);
    return at(stage);
  };
  const enter = async (): Promise<Stage> => {
    const stage = stated();
    one(stage, 'tbody td button').focus();
    await settled(stage);
    return stage;
  };

  it('M4 finds one stop of Tab in the grid, wherever it was led', async () => {
    const stage = await enter();
    const stops = (): HTMLElement[] => all(stage, '.grid [tabindex="0"], .grid button:not([tabindex])');
    expect(stops()).to.have.length(1);
    for (const key of ['ArrowDown', 'End', 'ArrowUp', 'Home', 'PageDown', 'ArrowRight']) {
      await press(stage, key);
      expect(stops(), key).to.have.length(1);
      expect(stops()[0] === focused(stage), key).to.equal(true);
    }
    named(stage, 'Highlight gaps').focus();
    await sendKeys({ press: 'Tab' });
    expect(at(stage)).to.equal('4,1');
    // Without anything behind it, Tab would leave the page, and no later test would have the focus.
    const behind = document.createElement('button');
    document.body.append(behind);
    await sendKeys({ press: 'Tab' });
    expect(at(stage)).to.equal('outside');
    expect(document.activeElement === behind).to.equal(true);
    behind.remove();
  });

  const KEYS: readonly (readonly [key: string, from: readonly [number, number], to: string])[] = [
    ['ArrowRight', [1, 1], '1,2'],
    ['ArrowRight', [1, 4], '1,4'],
    ['ArrowLeft', [1, 1], '1,0'],
    ['ArrowLeft', [1, 0], '1,0'],
    ['ArrowDown', [1, 1], '2,1'],
    ['ArrowDown', [4, 1], '4,1'],
    ['ArrowUp', [1, 1], '0,1'],
    ['ArrowUp', [0, 1], '0,1'],
    ['Home', [2, 3], '2,0'],
    ['End', [2, 1], '2,4'],
    ['Control+Home', [3, 3], '0,0'],
    ['Control+End', [1, 1], '4,4'],
    ['PageDown', [1, 2], '4,2'],
    ['PageUp', [4, 2], '0,2'],
  ];
  for (const [key, [row, column], to] of KEYS)
    it(`M4 ${key} leads from ${row}, ${column} to ${to}`, async () => {
      const stage = stated();
      const start = table(stage).rows[row]?.cells[column];
      (start?.querySelector('button') ?? start)?.focus();
      await settled(stage);
      expect(at(stage)).to.equal(`${row},${column}`);
      expect(await press(stage, key)).to.equal(to);
    });

  it('M4 points where it goes from right to left', async () => {
    document.documentElement.dir = 'rtl';
    const stage = await enter();
    const before = focused(stage)?.getBoundingClientRect().left ?? 0;
    expect(await press(stage, 'ArrowLeft')).to.equal('1,2');
    expect(focused(stage)?.getBoundingClientRect().left).to.be.lessThan(before);
    expect(await press(stage, 'ArrowRight')).to.equal('1,1');
  });

  it('M4 M7 Enter opens a cell and goes on in it, Escape comes back to the cell and closes', async () => {
    const stage = await enter();
    await press(stage, 'ArrowRight');
    await press(stage, 'Enter');
    await settled(stage);
    expect(stage.said).to.deep.equal(['open energy architecture']);
    expect(one(stage, '.cell.open button').getAttribute('aria-expanded')).to.equal('true');
    // compared as booleans: a failing comparison of elements writes them out for minutes
    expect(focused(stage) === one(stage, '.matrix-detail h2')).to.equal(true);
    await press(stage, 'Escape');
    await settled(stage);
    expect(stage.said.at(-1)).to.equal('close');
    expect(all(stage, '.matrix-detail')).to.have.length(0);
    expect(at(stage)).to.equal('1,2');
    await press(stage, ' ');
    await settled(stage);
    expect(all(stage, '.matrix-detail')).to.have.length(1);
    one(stage, 'tbody td button').focus();
    expect(await press(stage, 'Escape')).to.equal('1,1');
    expect(all(stage, '.matrix-detail')).to.have.length(0);
  });

  it('M4 leaves keys alone that are not its own, and tells of its keys', async () => {
    const stage = await enter();
    let isPrevented = true;
    stage.element.addEventListener('keydown', (event) => (isPrevented = event.defaultPrevented));
    await press(stage, 'a');
    expect(isPrevented).to.equal(false);
    const help = one(stage, '.grid').getAttribute('aria-describedby');
    expect(text(stage.renderRoot.querySelector(`#${help ?? ''}`))).to.contain('Enter opens a cell');
  });

  for (const [rows, columns] of [
    ['topic', 'sdo'],
    ['domain', 'capability'],
  ] as const)
    for (const direction of ['ltr', 'rtl'])
      it(`M4 never puts what has the focus under the headings: ${rows} by ${columns}, ${direction}`, async () => {
        document.documentElement.dir = direction;
        await viewport(700, 560);
        const records = await real();
        const stage = stand(records, coverage(records, { rows, columns }));
        stage.element.style.height = '560px';
        one(stage, 'tbody td button').focus();
        const back = direction === 'ltr' ? 'ArrowLeft' : 'ArrowRight';
        const way = [
          'Control+End',
          ...Array.from({ length: 11 }, () => back),
          ...Array.from({ length: 9 }, () => 'ArrowUp'),
          'End',
          'PageUp',
          'Home',
          'PageDown',
        ];
        let looked = 0;
        for (const key of way) {
          await press(stage, key);
          const box = focused(stage)?.getBoundingClientRect();
          if (!box) throw new Error('nothing has the focus');
          // the corners too: a heading must not lie on a part of it
          for (const [x, y] of [
            [box.left + 3, box.top + box.height / 2],
            [box.right - 3, box.top + box.height / 2],
            [box.left + box.width / 2, box.top + 3],
            [box.left + box.width / 2, box.bottom - 3],
          ] as const) {
            const top = stage.renderRoot.elementFromPoint(x, y);
            if (at(stage).startsWith('0,')) continue;
            expect(
              focused(stage)?.contains(top) === true || top?.contains(focused(stage)) === true,
              `${key}: ${at(stage)} at ${x - box.left}, ${y - box.top}`,
            ).to.equal(true);
            looked += 1;
          }
        }
        expect(looked).to.be.greaterThan(80);
      });
});

describe('M5 a cell', () => {
  it('M5 says row, column, works and state in its name, and what is beyond or without status', () => {
    const stage = stated();
    expect(all(stage, 'td.cell button').map((button) => button.getAttribute('aria-label'))).to.deep.equal([
      'Indicators and evaluation: n/a, Energy, 0 works, not applicable',
      'Architectures: no data, Energy, 0 works, 34 without a status',
      'other: +14 none, Energy, 0 works, none within the filter, 14 outside the filter',
      'Indicators and evaluation: 9 gap filling, Transport and mobility, 9 works, being filled',
      'Architectures: 12 info only, Transport and mobility, 12 works, informative only',
      'other: 15 ageing, Transport and mobility, 15 works',
      'Indicators and evaluation: 18 one SDO, energy-2, 18 works, one SDO only',
      'Architectures: 21 covered, energy-2, 21 works',
      'other: 24 crowded, energy-2, 24 works',
    ]);
    for (const button of all(stage, 'td.cell button')) expect(button.title).to.equal(button.getAttribute('aria-label'));
  });

  it('M5 has a word of its own for every state, inside its bounds', () => {
    const stage = stated();
    const words = all(stage, 'td.cell .word');
    expect(new Set(words.map(text)).size).to.equal(CELL_STATES.length);
    for (const word of words) {
      expect(word.getBoundingClientRect().width).to.be.greaterThan(5);
      expect(word.scrollWidth - word.clientWidth).to.be.at.most(0);
      const button = word.closest('button')?.getBoundingClientRect();
      const own = word.getBoundingClientRect();
      expect(own.bottom <= (button?.bottom ?? 0) && own.right <= (button?.right ?? 0) + 0.5, text(word)).to.equal(true);
    }
  });

  /** What is drawn beside the colour of the shade. */
  const pattern = (button: Element): string => {
    const foot = getComputedStyle(button, '::before');
    const own = getComputedStyle(button);
    const edge = own.borderTopColor === 'rgba(0, 0, 0, 0)' ? 'none' : `${own.borderTopStyle} ${own.borderTopWidth}`;
    // the kind of each picture, not its colours
    const pictures = [own.backgroundImage, foot.backgroundImage].map((image) =>
      image.replace(/(rgba?|color|oklab)\([^)]*\)/g, '').replace(/[\d.]+/g, ''),
    );
    const filled = foot.backgroundColor === 'rgba(0, 0, 0, 0)' ? 'empty' : 'filled';
    return [
      edge,
      ...pictures,
      filled,
      foot.height,
      foot.width.split('.')[0] === own.width.split('.')[0] ? 'all' : 'part',
      foot.borderTopStyle,
    ].join(' | ');
  };

  for (const forced of [false, true])
    it(`M5 M9 has a pattern of its own for every state${forced ? ', where colours are forced' : ''}`, async () => {
      // Only Chromium can force colours for a test; the others look at the same without.
      if (forced) await mediaFeatures({ 'forced-colors': 'active' });
      const cells = [
        ...STATED.map((given) => ({ ...given, works: 5, gap: false, beyond: 0 })),
        cell('', '', { works: 5, beyond: 3 }),
        cell('', '', { works: 5, gap: true }),
      ].map((given, i) => ({ ...given, row: 'energy', column: `column ${i}` }));
      const stage = stand(small, coverageOf('domain', 'capability', cells));
      const patterns = all(stage, 'td.cell button').map(pattern);
      expect(patterns).to.have.length(CELL_STATES.length + 2);
      expect(new Set(patterns).size, patterns.join('\n')).to.equal(CELL_STATES.length + 2);
      const samples = all(stage, '.matrix-legend ul:first-child .sample').map(pattern);
      expect(new Set(samples).size, samples.join('\n')).to.equal(CELL_STATES.length + 2);
    });

  it('M5 is called a gap only where the coverage says so, and then is unlike all others', () => {
    const stage = stated();
    const gaps = all(stage, 'td.cell').filter((td) => /\bgap\b/i.test(`${text(td)} ${td.querySelector('button')?.title ?? ''}`));
    expect(gaps.map((td) => td.className)).to.deep.equal(['cell state-being-filled shade-4 gap']);
    expect(getComputedStyle(gaps[0]?.querySelector('button') ?? document.body).borderTopWidth).to.equal('3px');
    const none = stand(
      small,
      coverageOf(
        'domain',
        'capability',
        STATED.map((given) => ({ ...given, gap: false })),
      ),
    );
    expect(text(one(none, '.matrix-sheet')).toLowerCase()).to.not.contain('gap');
  });

  it('M5 marks the cells of what is selected, and says so', () => {
    const stage = stand(small, coverageOf('domain', 'capability', STATED), { selected: new Set(['ISO 37122']) });
    expect(all(stage, 'td.marked')).to.have.length(1);
    expect(one(stage, 'td.marked button').title).to.equal('other: 24 crowded, energy-2, 24 works, holds a selected standard');
  });

  it('M5 stands out under the lens on gaps, and the rest steps back', async () => {
    const stage = stated();
    expect(named(stage, 'Highlight gaps').getAttribute('aria-pressed')).to.equal('false');
    const shade = (): string => getComputedStyle(one(stage, '.state-crowded button')).backgroundColor;
    const before = shade();
    named(stage, 'Highlight gaps').click();
    await settled(stage);
    expect(stage.data.isGapLens).to.equal(true);
    expect(named(stage, 'Highlight gaps').getAttribute('aria-pressed')).to.equal('true');
    expect(shade()).to.not.equal(before);
    expect(getComputedStyle(one(stage, '.gap button')).backgroundColor).to.not.equal(shade());
  });
});

describe('M3 text on a shade', () => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' });
  /** A colour over a ground, as the screen shows it; 0-255. */
  const painted = (...layers: readonly string[]): readonly number[] => {
    if (!canvas) throw new Error('no canvas');
    canvas.clearRect(0, 0, 1, 1);
    for (const layer of layers) {
      canvas.fillStyle = '#f0f';
      canvas.fillStyle = layer;
      canvas.fillRect(0, 0, 1, 1);
    }
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  /** @source WCAG 2.2, relative luminance */
  const luminance = (rgb: readonly number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: readonly number[], b: readonly number[]): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const grounds = (element: Element | null): readonly string[] =>
    element === null ? [] : [...grounds(element.parentElement), getComputedStyle(element).backgroundColor];

  it('M3 is measured: grey on grey is found, black on white is 21', () => {
    expect(Math.round(contrast(painted('#fff'), painted('#000')))).to.equal(21);
    expect(contrast(painted('#777'), painted('#999'))).to.be.lessThan(4.5);
    expect(painted('color(from #112233 xyz-d65 x y z)')).to.deep.equal([17, 34, 51]);
  });

  for (const scheme of ['light', 'dark'])
    for (const heat of [undefined, '#ffd400', '#7a7a7a', '#d62728', '#00a37a', '#fff', '#000'])
      for (const isGapLens of [false, true])
        it(`M3 has a contrast of 4.5 : 1 or more: ${scheme}, ${heat ?? 'own colours'}${isGapLens ? ', gaps highlighted' : ''}`, () => {
          document.documentElement.style.colorScheme = scheme;
          const works = [0, 1, 2, 3, 6, 10, 18, 30, 50];
          const cells = works.map((count, i) =>
            cell(`row ${i % 3}`, `column ${Math.floor(i / 3)}`, {
              state: CELL_STATES[i] ?? 'covered',
              works: count,
              beyond: 3,
              gap: i === 4,
            }),
          );
          const stage = stand(small, coverageOf('domain', 'capability', cells), { isGapLens });
          if (heat !== undefined) for (const name of ['--sm-heat', '--sm-gap']) stage.element.style.setProperty(name, heat);
          let looked = 0;
          for (const node of all(
            stage,
            '.grid :is(.count, .beyond, .word, .flag, .label), .matrix-legend :is(.term, .number), .matrix-scope',
          )) {
            const ground = painted('#f0f', ...grounds(node));
            const found = contrast(painted('#f0f', ...grounds(node), getComputedStyle(node).color), ground);
            expect(found, `${node.className} ${text(node)} on ${ground.join()}`).to.be.at.least(4.5);
            looked += 1;
          }
          expect(looked).to.be.greaterThan(40);
        });
});

describe('M2 the order', () => {
  const rows = (stage: Stage): readonly string[] => all(stage, 'tbody th').map((th) => text(th.querySelector('.label')));
  const columns = (stage: Stage): readonly string[] => all(stage, 'thead th.heading').map((th) => text(th.querySelector('.label')));

  it('M2 follows a heading that is chosen: most first, fewest first, as counted', async () => {
    const stage = stated();
    const head = all(stage, 'thead th.heading')[1];
    expect(text(head)).to.equal('Architectures');
    for (const [sort, order] of [
      ['descending', ['energy-2', 'Transport and mobility', 'Energy']],
      ['ascending', ['Energy', 'Transport and mobility', 'energy-2']],
      ['none', ['Energy', 'Transport and mobility', 'energy-2']],
    ] as const) {
      head?.querySelector('button')?.click();
      await settled(stage);
      expect(rows(stage)).to.deep.equal(order);
      expect(head?.getAttribute('aria-sort')).to.equal(sort);
    }
    one(stage, 'tbody tr:nth-child(3) th button').click();
    await settled(stage);
    expect(columns(stage)).to.deep.equal(['other', 'Architectures', 'Indicators and evaluation']);
    expect(all(stage, 'td.cell button')[0]?.title).to.contain('other: +14 none, Energy');
    expect(all(stage, '[aria-sort=descending]')).to.have.length(1);
  });

  it('M2 follows the totals and the menus, which say what is in force', async () => {
    const stage = stated();
    one(stage, 'thead th.total button').click();
    await settled(stage);
    expect(rows(stage)).to.deep.equal(['energy-2', 'Transport and mobility', 'Energy']);
    const menu = (label: string): HTMLSelectElement => {
      const found = all(stage, '.matrix-tools label')
        .find((l) => text(l.querySelector('span')) === label)
        ?.querySelector('select');
      if (!found) throw new Error(label);
      return found;
    };
    expect(menu('Order of rows').selectedOptions[0]?.text).to.equal('Most works first');
    const choose = async (label: string, option: string): Promise<void> => {
      const select = menu(label);
      select.selectedIndex = [...select.options].findIndex((o) => o.text === option);
      select.dispatchEvent(new Event('change'));
      await settled(stage);
    };
    await choose('Order of rows', 'Most gaps first');
    expect(rows(stage)[0]).to.equal('Transport and mobility');
    await choose('Order of rows', 'Dataset order');
    expect(rows(stage)).to.deep.equal(['Energy', 'Transport and mobility', 'energy-2']);
    one(stage, 'tbody th button').click();
    await settled(stage);
    expect(menu('Order of columns').selectedOptions[0]?.text).to.equal('By “Energy”');
    await choose('Order of columns', 'Fewest works first');
    expect(columns(stage)).to.deep.equal(['Indicators and evaluation', 'Architectures', 'other']);
  });

  it('M2 begins anew with other axes', async () => {
    const stage = stated();
    one(stage, 'thead th.total button').click();
    await settled(stage);
    stage.set({ rows: 'role', columns: 'sdo', coverage: coverage(small, { rows: 'role', columns: 'sdo' }) });
    expect(all(stage, '[aria-sort=descending]')).to.have.length(0);
  });
});

describe('M1 rows and columns', () => {
  it('M1 are chosen from menus, and change places with a button', () => {
    const stage = stated();
    const [rows, columns] = all(stage, '.matrix-tools select') as HTMLSelectElement[];
    expect([...(rows?.options ?? [])].map((o) => o.text)).to.deep.equal(['Domain', 'Capability', 'Topic', 'Role', 'SDO', 'Committee']);
    expect([rows?.selectedOptions[0]?.text, columns?.selectedOptions[0]?.text]).to.deep.equal(['Domain', 'Capability']);
    if (!rows || !columns) return;
    rows.selectedIndex = 2;
    rows.dispatchEvent(new Event('change'));
    columns.selectedIndex = 3;
    columns.dispatchEvent(new Event('change'));
    named(stage, 'Swap rows and columns').click();
    expect(stage.said).to.deep.equal(['axes topic sdo', 'axes domain role', 'axes capability domain']);
  });

  it('M1 name the table, and every row and column has a heading of its scope', () => {
    const stage = stated();
    expect(one(stage, 'table').getAttribute('aria-label')).to.equal('Domain by Capability');
    expect(all(stage, 'thead th[scope=col][role=columnheader]')).to.have.length(4);
    expect(all(stage, ':is(tbody, tfoot) th[scope=row][role=rowheader]')).to.have.length(4);
  });
});

describe('M6 the totals', () => {
  it('M6 are the sums of the cells where no work stands in two', () => {
    const stage = stated();
    // the number alone, without what is beyond
    const number = (td: Element): number =>
      Number(
        text(td.querySelector('.count'))
          .replace(text(td.querySelector('.beyond')), '')
          .replace(/,/g, '') || 0,
      );
    const numbers = [...table(stage).rows].map((row) => [...row.cells].map(number));
    const sum = (given: readonly number[]): number => given.reduce((total, value) => total + value, 0);
    for (const row of [1, 2, 3]) expect(numbers[row]?.at(-1), `row ${row}`).to.equal(sum(numbers[row]?.slice(1, -1) ?? []));
    for (const column of [1, 2, 3])
      expect(numbers.at(-1)?.[column], `column ${column}`).to.equal(sum(numbers.slice(1, -1).map((row) => row[column] ?? 0)));
    expect(numbers[3]?.at(-1)).to.equal(63);
    expect(all(stage, 'tbody td.total .gap-count').map(text)).to.deep.equal(['1 gap']);
    const legend = all(stage, '.matrix-legend ul:first-child li').map(
      (li) => `${text(li.querySelector('.term'))} ${text(li.querySelector('.number'))}`,
    );
    expect(legend).to.include.members(['gap 1', 'being filled 1', 'crowded 1', 'none within the filter 1']);
    expect(legend).to.have.length(CELL_STATES.length + 1);
  });

  // Goals behave alike, whatever they are paired with; committees by committees is a matrix of its own
  const former = AXIS_PAIRS.filter(({ rows, columns }) => ![rows, columns].some((axis) => axis === 'committee' || isGoalFramework(axis)));
  const goals = GOAL_FRAMEWORKS.map((rows) => ({ rows, columns: 'capability' }) as const);
  for (const { rows, columns } of [
    ...former,
    ...goals,
    { rows: 'domain', columns: 'sdg' } as const,
    { rows: 'committee', columns: 'domain' } as const,
  ])
    it(`M6 are those of the coverage of the shipped dataset, and the legend counts every cell once: ${rows} by ${columns}`, async () => {
      const records = await real();
      const counted = coverage(records, { rows, columns });
      const stage = stand(records, counted);
      expect(all(stage, 'td.cell')).to.have.length(counted.cells.length);
      expect(all(stage, 'tbody td.total .count').map((e) => Number(text(e).replace(/,/g, '')))).to.deep.equal(
        counted.rowHeadings.map(({ works }) => works),
      );
      const foot = all(stage, 'tfoot td.total .count').map((e) => Number(text(e).replace(/,/g, '')));
      expect(foot).to.deep.equal(counted.columnHeadings.map(({ works }) => works));
      const states = all(stage, '.matrix-legend ul:first-child li').filter((li) => text(li.querySelector('.term')) !== 'gap');
      expect(states.reduce((sum, li) => sum + Number(text(li.querySelector('.number')).replace(/,/g, '')), 0)).to.equal(
        counted.cells.length,
      );
      expect(all(stage, '.cell.gap')).to.have.length(counted.cells.filter(({ gap }) => gap).length);
    });
});

describe('M7 an open cell', () => {
  const given = (): Stage =>
    stand(small, coverageOf('domain', 'capability', STATED), {
      open: { row: 'energy-2', column: 'other' },
      candidates: ({ standards: [a = '', b = ''] }) => [{ a, b, band: 'high' }],
    });

  it('M7 says its state, numbers and SDOs, and lists standards with title, SDO, status and date', () => {
    const stage = given();
    const panel = text(one(stage, '.matrix-detail'));
    for (const words of [
      'energy-2 × other',
      'crowded',
      '24 works: 2 standards, coordinated ones counted once.',
      'ISO3',
      'ITU-T1',
      '1.6 SDOs in effect',
      'ISO 37122 Sustainable cities and communities - Indicators for smart cities ISO · In force · May 2019',
      'Overlap candidates in this cell (1)',
      'Also in energy-2:',
      'Also in other:',
    ])
      expect(panel).to.contain(words);
    expect(all(stage, '.bar rect').map((bar) => bar.getAttribute('width'))).to.deep.equal(['75', '25']);
  });

  it('M7 leads on: to a standard, to a pair, to a filter, to a neighbour, and closes', async () => {
    const stage = given();
    named(stage, 'ISO 37122').click();
    named(stage, 'ISO 37122 – ITU-T Y.4903/L.1603').click();
    named(stage, 'Show only these').click();
    named(stage, 'Architectures').focus();
    all(stage, '.near button')[0]?.click();
    await settled(stage);
    named(stage, 'Close').click();
    await settled(stage);
    expect(stage.said).to.deep.equal([
      'choose ISO 37122',
      'pair ISO 37122 ITU-T Y.4903/L.1603',
      'only energy-2 other',
      'open energy-2 architecture',
      'close',
    ]);
    expect(all(stage, '.matrix-detail')).to.have.length(0);
  });

  it('M7 has a sentence for every step that can lead to a state, with its numbers', () => {
    const reason = (code: CellReason['code'], values: CellReason['values'] = {}): CellReason => ({
      state: 'covered',
      holds: false,
      code,
      values,
    });
    const reasons = [
      reason('stated'),
      reason('not-stated'),
      reason('no-catalogue', { sdo: 'itu-t' }),
      reason('no-status', { unknown: 34 }),
      reason('enough-data', { unknown: 2 }),
      reason('active', { standards: 5, works: 4 }),
      reason('in-force', { inForce: 3, underDevelopment: 1 }),
      reason('kinds', { covering: 2, informative: 3 }),
      reason('age', { latest: '2017-05', before: '2021-08-22', underRevision: 0 }),
      reason('sources', { sdos: 1, sdo: 'iso' }),
      reason('concentration', { effectiveSdos: 3.14159, least: 3, candidates: 2 }),
    ];
    expect(new Set(reasons.map(({ code }) => code)).size).to.equal(REASON_CODES.length);
    const stage = stand(small, coverageOf('domain', 'capability', [cell('energy', 'assessment', { reasons })]), {
      open: { row: 'energy', column: 'assessment' },
    });
    expect(all(stage, '.steps li').map((li) => text(li).replace('covered? no: ', ''))).to.deep.equal([
      'a curator says so.',
      'no curator says so.',
      'no catalogue read here lists the standards of ITU-T.',
      '34 standards of unknown status decide what is in force here.',
      'the catalogues cover it; 2 of unknown status would change nothing.',
      '5 standards active, 4 works.',
      '3 in force, 1 under development, normative or pre-normative.',
      '2 works normative or pre-normative, 3 standards informative.',
      'the newest in force is of May 2017, old is before Aug 22, 2021; 0 under revision.',
      'all of it comes from ISO.',
      '3.1 SDOs in effect and 2 strong overlap candidates not settled; crowded is 3 SDOs or more with one candidate or more.',
    ]);
  });

  it('M7 says which way led to the state, for every cell of the shipped dataset', async () => {
    const records = await real();
    let steps = 0;
    for (const [rows, columns] of [
      ['domain', 'capability'],
      ['topic', 'sdo'],
    ] as const) {
      const counted = coverage(records, { rows, columns });
      const stage = stand(records, counted);
      for (const { row, column, reasons, state } of counted.cells) {
        stage.set({ open: { row, column } });
        const items = all(stage, '.steps li');
        expect(items).to.have.length(reasons.length);
        expect(items.filter((li) => li.matches('.holds'))).to.have.length(1);
        expect(items.at(-1)?.matches('.holds'), state).to.equal(true);
        for (const item of items) expect(text(item)).to.match(/^[^?]+\? (yes|no): .{6,}\.?$/);
        expect(text(one(stage, '.matrix-detail'))).to.not.match(/undefined|NaN|\[object/);
        steps += items.length;
      }
    }
    expect(steps).to.be.greaterThan(1000);
  });

  it('M7 gives an expectation with its reason, who said so and when, and does not speak of a gap where the filter hides standards', () => {
    const said = { topics: ['energy'], state: 'expected', reason: 'ISO 37101 names it.', by: 'Curator', date: '2026-09' } as const;
    const [source] = small.dataset.sources;
    const expectation = { ...said, ...(source && { source: source.id }) };
    const stage = stand(small, coverageOf('domain', 'capability', [cell('energy', 'assessment', { expectation, gap: true })]), {
      open: { row: 'energy', column: 'assessment' },
    });
    expect(text(one(stage, '.matrix-detail'))).to.contain('gap, uncovered in this dataset');
    expect(text(one(stage, '.matrix-detail'))).to.contain('Coverage is expected: ISO 37101 names it. Curator, Sep 2026');
    expect(text(one(stage, '.matrix-detail'))).to.contain(`Source: ${source?.catalogue}`);
    expect(text(one(stage, '.matrix-detail'))).to.not.contain('all standards together');
    const hidden = stand(small, coverageOf('domain', 'capability', [cell('energy', 'assessment', { expectation, beyond: 14 })]), {
      open: { row: 'energy', column: 'assessment' },
    });
    expect(text(one(hidden, '.matrix-detail'))).to.contain('14 standards of this cell are outside the filter.');
    expect(text(one(hidden, '.matrix-detail'))).to.contain(
      'Coverage is expected here. As the filter leaves out standards of this cell, only all',
    );
    expect(text(one(hidden, '.matrix-detail .state'))).to.equal('none within the filter');
    expect(text(one(hidden, '.matrix-detail'))).to.not.contain('in this dataset');
    expect(text(one(hidden, '.matrix-detail'))).to.not.match(/\bgap\b/);
  });

  it('M7 tells of candidates that are still being looked for, and of none', () => {
    const open = { row: 'energy-2', column: 'other' };
    const waiting = stand(small, coverageOf('domain', 'capability', STATED), { open, candidates: () => undefined });
    expect(text(one(waiting, '.matrix-detail'))).to.contain('Overlap candidates are still being looked for.');
    const none = stand(small, coverageOf('domain', 'capability', STATED), { open, candidates: () => [] });
    expect(text(one(none, '.matrix-detail'))).to.contain('No overlap candidate within this cell.');
  });
});

describe('M8 the room', () => {
  for (const [width, height] of [
    [1920, 1080],
    [1440, 900],
    [768, 1024],
    [390, 844],
    [320, 640],
  ] as const)
    for (const direction of ['ltr', 'rtl'])
      it(`M8 is kept at ${width} × ${height} px, ${direction}: nothing beside the box, nothing cut off, targets of 24 px`, async () => {
        if (!(await viewport(width, height))) return void expect(innerWidth).to.be.greaterThan(width);
        document.documentElement.dir = direction;
        const records = await real();
        const stage = stand(records, coverage(records), { open: { row: 'energy', column: 'data' } });
        stage.element.style.height = `${height}px`;
        await drawn();
        expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
        const matrix = one(stage, '.matrix');
        expect(matrix.scrollWidth - matrix.clientWidth).to.be.at.most(0);
        for (const label of all(stage, '.grid .label, .grid .own'))
          if (label.getClientRects().length > 0) {
            expect(label.scrollHeight - label.clientHeight, text(label)).to.be.at.most(1);
            expect(label.scrollWidth - label.clientWidth, text(label)).to.be.at.most(1);
          }
        for (const target of all(stage, 'button, select, summary')) {
          if (target.getClientRects().length === 0) continue;
          expect(target.offsetHeight, text(target)).to.be.at.least(24);
          expect(target.offsetWidth, text(target)).to.be.at.least(24);
        }
      });

  it('M8 scrolls the table in its own box, and headings stay where they are', async () => {
    await viewport(800, 600);
    const records = await real();
    const stage = stand(records, coverage(records, { rows: 'topic', columns: 'role' }));
    stage.element.style.height = '560px';
    const box = one(stage, '.scroll');
    const [top, start] = [one(stage, 'thead'), one(stage, 'tbody tr:nth-child(15) th')];
    const before = top.getBoundingClientRect().top;
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    expect(box.scrollWidth).to.be.greaterThan(box.clientWidth);
    const left = start.getBoundingClientRect().left;
    box.scrollTo(120, 300);
    await drawn();
    expect(box.scrollTop).to.equal(300);
    expect(Math.abs(top.getBoundingClientRect().top - before)).to.be.lessThan(3);
    expect(Math.abs(start.getBoundingClientRect().left - left)).to.be.lessThan(8);
    expect(scrollY).to.equal(0);
  });

  it('M8 shows every row as a block of named tiles on a phone, and keys skip headings that are not drawn', async () => {
    const stage = stated();
    stage.element.style.width = '320px';
    stage.element.style.height = '640px';
    await drawn();
    expect(one(stage, 'thead').getClientRects().length).to.equal(0);
    expect(text(one(stage, 'td.cell .own'))).to.equal('Indicators and evaluation');
    expect(one(stage, 'td.cell .own').getBoundingClientRect().height).to.be.greaterThan(8);
    expect(text(one(stage, 'tbody td.total .own'))).to.equal('Total');
    one(stage, 'tbody td button').focus();
    await sendKeys({ press: 'ArrowUp' });
    expect(at(stage)).to.equal('1,1');
    all(stage, 'td.cell button')[4]?.click();
    await settled(stage);
    await drawn();
    const whole = stage.element.getBoundingClientRect();
    const panel = one(stage, '.matrix-detail').getBoundingClientRect();
    const open = one(stage, 'td.open').getBoundingClientRect();
    expect(panel.bottom, 'the panel is in view').to.be.at.most(whole.bottom + 1);
    expect(panel.height).to.be.greaterThan(100);
    expect(open.bottom, 'the open cell is above it').to.be.at.most(panel.top + 1);
    expect(open.top, 'the open cell is in view').to.be.at.least(whole.top);
  });
});

describe('the matrix as a whole', () => {
  for (const scheme of ['light', 'dark'])
    for (const width of [1200, 360])
      it(`has no fault that axe finds: ${scheme}, ${width} px`, async () => {
        document.documentElement.style.colorScheme = scheme;
        const records = await real();
        const stage = stand(records, coverage(records), { open: { row: 'energy', column: 'data' } });
        stage.element.style.width = `${width}px`;
        stage.element.style.height = '780px';
        await expect(stage.element).to.be.accessible();
      });

  it('M10 says what was counted, what the filter leaves out, and how old each catalogue is', async () => {
    const records = await real();
    const standards = new Set(records.standards.slice(0, 200).map(({ id }) => id));
    const stage = stand(records, coverage(records, { standards, at: '2020-05' }));
    const scope = text(one(stage, '.matrix-scope'));
    expect(scope).to.contain('Counted: 200 standards.');
    expect(scope).to.contain(
      `The filter leaves out ${(records.standards.length - 200).toLocaleString('en')} standards; behind a plus sign stands how many of a cell.`,
    );
    expect(scope).to.contain('As of May 2020.');
    for (const name of ['ITU-T', 'ISO', 'IEC', 'ETSI', 'OGC', 'IEEE']) expect(scope).to.contain(name);
  });

  it('says that it is counting, that it counts again, and that there is nothing to count', () => {
    const stage = stand(small, undefined);
    expect(text(one(stage, '[role=status]'))).to.equal('Counting…');
    stage.set({ coverage: coverageOf('domain', 'capability', STATED), isBusy: true });
    expect(text(one(stage, '[role=status]'))).to.equal('Counting again…');
    expect(one(stage, 'table').getAttribute('aria-busy')).to.equal('true');
    stage.set({ coverage: coverageOf('domain', 'capability', []), isBusy: false });
    expect(text(one(stage, '[role=status]'))).to.contain('Nothing to count');
  });

  for (const [name, payload] of Object.entries(PAYLOADS))
    it(`M11 shows dataset text as text and stays in its box: ${name}`, async () => {
      const records = catalogue(poisoned(payload));
      const counted = coverage(records, { rows: 'topic', columns: 'sdo' });
      const stage = stand(records, counted, { open: counted.cells.find(({ standards }) => standards.length > 0) });
      stage.element.style.width = '780px';
      stage.element.style.height = '540px';
      await drawn();
      expect('tripped' in window).to.equal(false);
      expect(all(stage, 'img, script, iframe, style, video, object, form, template, [onerror], [onload]')).to.have.length(0);
      for (const node of all(stage, '[class], [id], [style]'))
        for (const attribute of ['class', 'id', 'style']) expect(node.getAttribute(attribute) ?? '').to.not.contain(payload);
      const label = all(stage, 'tbody th .label')[0];
      const [first] = records.topics;
      expect(label?.textContent).to.equal(first?.label);
      expect(one(stage, '.matrix').scrollWidth).to.be.at.most(780);
      expect(one(stage, 'tbody tr').getBoundingClientRect().height, 'a row that can be read').to.be.lessThan(140);
      expect(all(stage, '.matrix-detail')).to.have.length(1);
      expect(one(stage, '.matrix-detail').scrollWidth - one(stage, '.matrix-detail').clientWidth).to.be.at.most(1);
    });
});
