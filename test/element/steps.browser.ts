import { expect, oneEvent } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { place } from '../../src/scene/place.js';
import { drawn } from '../browser.js';
import { dataset } from '../fixtures/small.js';

const base = location.pathname + location.search;
const setHash = (hash: string): void => {
  history.replaceState(null, '', base + hash);
};

async function create(attributes: Readonly<Record<string, string>> = {}, hash = ''): Promise<StandardsMap> {
  if (hash !== '') setHash(hash);
  const element = document.createElement('standards-map');
  for (const [name, value] of Object.entries({ motion: 'none', ...attributes })) element.setAttribute(name, value);
  element.style.height = '420px';
  element.data = place(dataset());
  document.body.append(element);
  await element.ready;
  await element.updateComplete;
  return element;
}

/** The browser's buttons; done when the page has heard of it. */
async function travel(by: number): Promise<void> {
  const heard = oneEvent(window, 'popstate');
  history.go(by);
  await heard;
}

const part = (element: StandardsMap, selector: string): HTMLElement => {
  const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
};
const button = (element: StandardsMap, way: 'undo' | 'redo'): HTMLElement => part(element, `[data-step=${way}]`);
const told = (element: StandardsMap): string => part(element, '.steps [role=status]').textContent;
const notices = (element: StandardsMap): string => part(element, '.notices').textContent.replace(/\s+/g, ' ').trim();
const press = (target: HTMLElement, key: string, given: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, ctrlKey: true, bubbles: true, composed: true, cancelable: true, ...given });
  target.dispatchEvent(event);
  return event;
};
/** How many entries an act makes; `history.length` does not grow beyond 50. */
function entries(act: () => void): number {
  const pushState = history.pushState.bind(history);
  let count = 0;
  history.pushState = (...given) => {
    count += 1;
    pushState(...given);
  };
  try {
    act();
  } finally {
    Reflect.deleteProperty(history, 'pushState');
  }
  return count;
}
/** What the reader chose but for where the view stands. */
const chosen = ({ state }: StandardsMap): object => ({ ...state, camera: null });

beforeEach(() => {
  setHash('');
});
afterEach(() => {
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  setHash('');
});

/** One step of each kind. */
const STEPS: readonly [string, (map: StandardsMap) => void][] = [
  ['filter', (map) => (map.filter = 'sdo:itu-t')],
  ['selection', (map) => (map.selected = 'ITU-T Y.4903/L.1603')],
  ['view', (map) => (map.view = 'matrix')],
  ['colours', (map) => (map.color = 'role')],
  ['grouping', (map) => (map.group = 'status')],
  ['highlight', (map) => (map.highlight = 'gaps')],
  ['rows and columns', (map) => (map.rows = 'role')],
  ['cell', (map) => map.restore({ cell: 'a/b' })],
  ['order', (map) => map.restore({ sort: '-latest' })],
  ['places by hand', (map) => map.restore({ moved: [{ id: 'ISO 37122', x: 5, y: 6 }] })],
  ['comparison', (map) => map.restore({ panel: 'compare' })],
  ['date', (map) => map.restore({ at: '2020' })],
];

describe('undo and redo', () => {
  for (const [name, act] of STEPS) {
    it(`ST1 takes back and does again: ${name}`, async () => {
      const map = await create();
      const before = map.state;
      act(map);
      await map.updateComplete;
      const after = map.state;
      expect(after).to.not.deep.equal(before);
      button(map, 'undo').click();
      await map.updateComplete;
      expect(map.state).to.deep.equal(before);
      expect(told(map)).to.equal(`Undone: ${name}`);
      button(map, 'redo').click();
      await map.updateComplete;
      expect(chosen(map)).to.deep.equal({ ...after, camera: null });
      expect(told(map)).to.equal(`Redone: ${name}`);
    });
  }

  it('ST1 walks a whole session back and forth again', async () => {
    const map = await create();
    const states = [map.state];
    for (const [, act] of STEPS) {
      act(map);
      states.push(map.state);
    }
    for (const state of states.slice(0, -1).reverse()) {
      expect(map.undo()).to.equal(true);
      expect(map.state).to.deep.equal(state);
    }
    expect(map.undo()).to.equal(false);
    for (const state of states.slice(1)) {
      expect(map.redo()).to.equal(true);
      expect(map.state).to.deep.equal(state);
    }
    expect(map.redo()).to.equal(false);
  });

  it('ST2 brings the view back to where it stood, and to the whole drawing where nothing else was asked for', async () => {
    const map = await create();
    const whole = map.toSVG();
    map.restore({ camera: { x: 10, y: 10, k: 2 } });
    await drawn();
    expect(map.toSVG()).to.not.equal(whole);
    map.undo();
    await map.updateComplete;
    await drawn();
    expect(map.state.camera).to.equal(null);
    expect(map.toSVG()).to.equal(whole);
  });

  it('ST2 a camera that follows a choice is no step of its own', async () => {
    const map = await create();
    const before = map.state;
    map.selected = 'ISO 37122';
    map.fit(['ISO 37122']);
    await map.updateComplete;
    await drawn();
    await drawn();
    expect(map.state.camera).to.not.equal(null);
    map.undo();
    expect(map.state).to.deep.equal(before);
  });

  it('ST2 moving the map by hand is a step, and a run of keys is one', async () => {
    const map = await create();
    map.filter = 'sdo:iso';
    await map.updateComplete;
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) {
      press(part(map, '.surface'), key, { ctrlKey: false });
      await drawn();
    }
    expect(map.state.camera).to.not.equal(null);
    await map.updateComplete;
    expect(button(map, 'undo').title).to.equal('Undo: movement of the map');
    map.undo();
    expect([map.filter, map.state.camera]).to.deep.equal(['sdo:iso', null]);
  });

  it('ST3 by the usual keys while the focus is in the map', async () => {
    const map = await create();
    map.filter = 'sdo:iso';
    const surface = part(map, '.surface');
    expect(press(surface, 'z').defaultPrevented).to.equal(true);
    expect(map.filter).to.equal('');
    press(surface, 'Z', { shiftKey: true });
    expect(map.filter).to.equal('sdo:iso');
    press(surface, 'z', { ctrlKey: false, metaKey: true });
    expect(map.filter).to.equal('');
    press(surface, 'y');
    expect(map.filter).to.equal('sdo:iso');
    press(surface, 'я', { code: 'KeyZ' });
    expect(map.filter).to.equal('');
  });

  it('ST3 leaves the keys to a text field, to the page, and to the browser where nothing is left', async () => {
    const map = await create();
    map.filter = 'sdo:iso';
    await map.updateComplete;
    press(part(map, '.search input'), 'z');
    press(document.body, 'z');
    press(part(map, '.surface'), 'z', { altKey: true });
    press(part(map, '.surface'), 'z', { ctrlKey: false });
    expect(map.filter).to.equal('sdo:iso');
    expect(press(part(map, '.surface'), 'y').defaultPrevented).to.equal(false);
  });

  it('ST4 buttons say what they do and keep the focus where nothing is left to do', async () => {
    const map = await create();
    expect(['undo', 'redo'].map((way) => button(map, way as 'undo').ariaDisabled)).to.deep.equal(['true', 'true']);
    map.filter = 'sdo:iso';
    await map.updateComplete;
    expect([button(map, 'undo').ariaLabel, button(map, 'undo').ariaDisabled]).to.deep.equal(['Undo: filter', 'false']);
    button(map, 'undo').focus();
    button(map, 'undo').click();
    await map.updateComplete;
    expect([button(map, 'undo').ariaLabel, button(map, 'undo').ariaDisabled]).to.deep.equal(['Undo', 'true']);
    expect(map.shadowRoot?.activeElement).to.equal(button(map, 'undo'));
    expect(button(map, 'redo').ariaLabel).to.equal('Redo: filter');
  });

  it('ST5 what the page set up before the first picture is no step', async () => {
    const map = await create({ filter: 'sdo:iso', color: 'role' }, '#map.group=status');
    expect(map.undo()).to.equal(false);
    expect([map.filter, map.color, map.group]).to.deep.equal(['sdo:iso', 'role', 'status']);
  });
});

describe('the buttons of the browser', () => {
  it('ST6 walk every discrete step exactly, back and forward', async () => {
    const map = await create();
    const states = [map.state];
    for (const [, act] of STEPS) {
      act(map);
      states.push(map.state);
    }
    for (const state of states.slice(0, -1).reverse()) {
      await travel(-1);
      expect(map.state).to.deep.equal(state);
    }
    for (const state of states.slice(1)) {
      await travel(1);
      expect(map.state).to.deep.equal(state);
    }
    await travel(-STEPS.length);
    expect(map.state).to.deep.equal(states[0]);
  });

  it('ST6 and undo walk the same steps: what was gone back from can be done again', async () => {
    const map = await create();
    map.filter = 'sdo:iso';
    map.color = 'role';
    await travel(-1);
    expect([map.color, map.redo(), map.color]).to.deep.equal(['sdo', true, 'role']);
    map.undo();
    map.undo();
    expect(map.filter).to.equal('');
    await travel(-1);
    expect([map.filter, map.color]).to.deep.equal(['sdo:iso', 'sdo']);
    expect([map.redo(), map.color]).to.deep.equal([true, 'role']);
  });

  it('ST6 make no entry of a moved view, which the entry that is left keeps all the same', async () => {
    const map = await create();
    expect(
      entries(() => {
        map.filter = 'sdo:iso';
      }),
    ).to.equal(1);
    press(part(map, '.surface'), 'ArrowRight', { ctrlKey: false });
    await drawn();
    const { camera } = map.state;
    expect(camera).to.not.equal(null);
    expect(
      entries(() => {
        map.color = 'role';
      }),
    ).to.equal(1);
    await travel(-1);
    expect([map.filter, map.color, map.state.camera]).to.deep.equal(['sdo:iso', 'sdo', camera]);
  });

  it('ST6 take a surface of another size for no moved view, be it of the window or of the strip of a past day', async () => {
    const map = await create();
    map.style.height = '600px';
    for (let frame = 0; frame < 5; frame++) await drawn();
    map.at = '2020';
    for (let frame = 0; frame < 5; frame++) await drawn();
    expect(map.state.camera).to.equal(null);
    press(part(map, '.surface'), 'ArrowRight', { ctrlKey: false });
    await drawn();
    expect(map.state.camera).to.not.equal(null);
  });

  it('ST6 take a filter that is typed letter by letter as one step', async () => {
    const map = await create();
    expect(
      entries(() => {
        for (const filter of ['e', 'en', 'ene', 'ener', 'energ', 'energy']) map.filter = filter;
      }),
    ).to.equal(1);
    map.color = 'role';
    await travel(-1);
    expect([map.filter, map.color]).to.deep.equal(['energy', 'sdo']);
    await travel(-1);
    expect(map.filter).to.equal('');
  });

  it('ST7 what the page set up makes no entry', async () => {
    const map = await create({ filter: 'sdo:iso' }, '#map.color=role');
    expect(
      entries(() => {
        map.remove();
      }),
    ).to.equal(0);
  });

  it('ST7 lead back to what the page set up, not to nothing', async () => {
    const map = await create({ filter: 'sdo:iso', color: 'role' });
    map.filter = 'sdo:itu-t';
    map.color = 'status';
    await travel(-2);
    expect([map.filter, map.color]).to.deep.equal(['sdo:iso', 'role']);
  });

  it('ST8 anchors of the page leave the map as it is, and its entries keep their anchor', async () => {
    const map = await create();
    map.filter = 'sdo:iso';
    const heard = oneEvent(window, 'hashchange');
    location.hash = '#section-2';
    await heard;
    expect(map.filter).to.equal('sdo:iso');
    map.color = 'role';
    expect(location.hash).to.equal('#section-2&map.filter=sdo:iso&map.color=role');
    await travel(-1);
    expect([map.filter, map.color]).to.deep.equal(['sdo:iso', 'sdo']);
    await travel(-2);
    expect([map.filter, location.hash]).to.deep.equal(['', '']);
  });

  it('ST8 two maps on one page go back each by its own steps', async () => {
    const [one, two] = [await create({ id: 'one' }), await create({ id: 'two' })];
    one.filter = 'sdo:iso';
    two.color = 'role';
    two.filter = 'sdo:itu-t';
    one.color = 'status';
    const seen = (): readonly string[] => [one.filter, one.color, two.filter, two.color];
    expect(seen()).to.deep.equal(['sdo:iso', 'status', 'sdo:itu-t', 'role']);
    await travel(-1);
    expect(seen()).to.deep.equal(['sdo:iso', 'sdo', 'sdo:itu-t', 'role']);
    await travel(-1);
    expect(seen()).to.deep.equal(['sdo:iso', 'sdo', '', 'role']);
    await travel(-2);
    expect(seen()).to.deep.equal(['', 'sdo', '', 'sdo']);
    await travel(4);
    expect(seen()).to.deep.equal(['sdo:iso', 'status', 'sdo:itu-t', 'role']);
  });

  it('ST8 what a router keeps with its entries stays there', async () => {
    history.replaceState({ router: { index: 7 } }, '', base);
    const map = await create();
    map.filter = 'sdo:iso';
    expect((history.state as { router: object }).router).to.deep.equal({ index: 7 });
    await travel(-1);
    expect((history.state as { router: object }).router).to.deep.equal({ index: 7 });
    history.replaceState('a text', '', base);
    map.filter = 'sdo:itu-t';
    expect([history.state, location.hash]).to.deep.equal(['a text', '#map.filter=sdo:itu-t']);
  });

  it('ST9 history="replace" makes no entries, and the address follows', async () => {
    const map = await create({ history: 'replace' });
    const made = entries(() => {
      map.filter = 'sdo:iso';
      map.color = 'role';
      map.remove();
    });
    expect([made, location.hash]).to.deep.equal([0, '#map.filter=sdo:iso&map.color=role']);
  });

  it('ST9 history="none" neither reads nor writes the address, and undo works', async () => {
    const map = await create({ history: 'none' }, '#map.filter=sdo:iso');
    expect(map.filter).to.equal('');
    map.color = 'role';
    expect(map.undo()).to.equal(true);
    map.remove();
    expect(location.hash).to.equal('#map.filter=sdo:iso');
  });

  it('ST10 many steps in a short time stay within what browsers allow, and none is lost from the address', async () => {
    const map = await create();
    const made = entries(() => {
      for (let i = 0; i < 300; i++) map.restore({ name: `a name of its own ${String(i)}` });
      map.remove();
    });
    expect(location.hash).to.equal('#map.name=a+name+of+its+own+299');
    expect(made).to.be.greaterThan(20).and.to.be.lessThan(65);
  });

  it('ST10 a frame without an address of its own has undo all the same', async () => {
    const refuse = (): void => {
      throw new DOMException('no address here', 'SecurityError');
    };
    const map = await create();
    history.pushState = history.replaceState = refuse;
    try {
      map.filter = 'sdo:iso';
      map.color = 'role';
      expect([map.undo(), map.undo(), map.filter]).to.deep.equal([true, true, '']);
    } finally {
      Reflect.deleteProperty(history, 'pushState');
      Reflect.deleteProperty(history, 'replaceState');
    }
  });

  it('ST11 a link that is opened in the same tab gives the picture that a new tab would give', async () => {
    const map = await create({ color: 'role' });
    map.filter = 'sdo:itu-t';
    map.view = 'matrix';
    const heard = oneEvent(window, 'hashchange');
    location.hash = '#map.selected=ISO+37122';
    await heard;
    const { state } = map;
    map.remove();
    const fresh = await create({ color: 'role' }, '#map.selected=ISO+37122');
    expect(state).to.deep.equal(fresh.state);
    expect([state.filter, state.view, state.color]).to.deep.equal(['', 'graph', 'role']);
  });
});

describe('a link that is not quite right', () => {
  it('LK1 says which part cannot be used and why, and uses the rest', async () => {
    const map = await create({}, '#map.view=martix&map.filter=sdo:iso&map.selected=%E0%A4%A');
    expect(map.filter).to.equal('sdo:iso');
    expect(map.view).to.equal('graph');
    expect(notices(map)).to.contain('“view”').and.to.contain('“martix”').and.to.contain('Nearest: “matrix”');
    expect(notices(map)).to.contain('“selected”').and.to.contain('percent-encoded UTF-8').and.to.contain('The rest of the link was used.');
  });

  it('LK1 tells it of a link that is followed later, and counts what is too much to list', async () => {
    const map = await create();
    const heard = oneEvent(window, 'hashchange');
    location.hash = '#map.view=a&map.color=b&map.group=c&map.rows=d&map.columns=e&map.filter=sdo:iso';
    await heard;
    await map.updateComplete;
    expect(map.filter).to.equal('sdo:iso');
    expect(notices(map)).to.contain('“group”').and.to.contain('2 more parts');
    expect(notices(map)).to.not.contain('“rows”');
    // What was wrong with one link is not said of the next
    const heardAgain = oneEvent(window, 'hashchange');
    location.hash = '#map.filter=sdo:itu-t';
    await heardAgain;
    await map.updateComplete;
    expect(notices(map)).to.equal('');
  });

  it('LK2 says which ids the dataset does not have, with the nearest, and shows the others', async () => {
    const map = await create({}, '#map.selected=ISO+37122,ISO+3712');
    expect(notices(map)).to.contain('“ISO 3712”').and.to.contain('Nearest: “ISO 37122”');
    expect(map.selected).to.equal('ISO 37122, ISO 3712');
  });

  it('LK2 says nothing of a link that is right, nor of what the page itself asks for', async () => {
    const map = await create({ selected: 'ISO 3712' }, '#map.filter=sdo:iso&map.selected=ISO+37122,ISO/TC+268,iso');
    expect(notices(map)).to.equal('');
  });

  it('LK3 unknown values of a filter are told where filters are', async () => {
    const map = await create({}, '#map.filter=id:%22ISO+3712%22+near:%22ISO+37999%22');
    expect(part(map, '.chips').textContent).to.contain('Nearest: "ISO 37122"');
    expect([...(map.shadowRoot?.querySelectorAll('.chips .problem') ?? [])]).to.have.length(2);
  });
});
