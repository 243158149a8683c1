import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { place } from '../../src/scene/place.js';
import { drawn } from '../browser.js';
import { dataset } from '../fixtures/small.js';

const base = location.pathname + location.search;
const KEY = `standards-map views: ${dataset().title}`;

async function create(hash = ''): Promise<StandardsMap> {
  history.replaceState(null, '', base + hash);
  const element = document.createElement('standards-map');
  element.style.height = '520px';
  element.setAttribute('motion', 'none');
  element.data = place(dataset());
  document.body.append(element);
  await element.ready;
  await element.updateComplete;
  return element;
}
async function open(map: StandardsMap): Promise<StandardsMap> {
  all(map, '[data-tool=views]')[0]?.click();
  await map.updateComplete;
  return map;
}
const all = (map: StandardsMap, selector: string): readonly HTMLElement[] => [
  ...(map.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
const said = (map: StandardsMap, selector: string): string =>
  all(map, selector)
    .map(({ textContent }) => textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
const names = (map: StandardsMap): readonly string[] => all(map, '.views .open').map(({ textContent }) => textContent.trim());
async function press(map: StandardsMap, label: string): Promise<void> {
  const found = all(map, '.saved-views button').find((button) => (button.ariaLabel ?? button.textContent.trim()) === label);
  if (!found) throw new Error(`no button is called ${label}`);
  found.click();
  await map.updateComplete;
}
async function type(map: StandardsMap, text: string, selector = '.saved-views > .naming'): Promise<void> {
  const form = all(map, selector)[0];
  const input = form?.querySelector('input');
  if (!(form instanceof HTMLFormElement) || !input) throw new Error('no name can be typed');
  input.value = text;
  form.requestSubmit();
  await map.updateComplete;
}
async function openView(map: StandardsMap, name: string): Promise<void> {
  all(map, '.views .open')
    .find(({ textContent }) => textContent.trim() === name)
    ?.click();
  await map.updateComplete;
}
async function importing(map: StandardsMap, text: string, name = 'views.json'): Promise<void> {
  const input = all(map, '.saved-views input[type=file]')[0];
  if (!(input instanceof HTMLInputElement)) throw new Error('no file can be chosen');
  const files = new DataTransfer();
  files.items.add(new File([text], name, { type: 'application/json' }));
  input.files = files.files;
  const told = (): string => said(map, '.said') + said(map, '.notices');
  const before = told();
  input.dispatchEvent(new Event('change'));
  // What came of it is told in any case; how long a browser takes to read a file is its own affair
  while (told() === before) await drawn();
}
const stored = (): { version: number; views: readonly { name: string; state: Record<string, unknown> }[] } =>
  JSON.parse(localStorage.getItem(KEY) ?? '{}') as ReturnType<typeof stored>;
const store = (version: number, views: readonly object[]): void => {
  localStorage.setItem(KEY, JSON.stringify({ format: 'standards-map-views', version, views }));
};
const clean = (): void => {
  for (const map of document.querySelectorAll('standards-map')) map.remove();
  for (const key of Object.keys(localStorage)) if (key.startsWith('standards-map')) localStorage.removeItem(key);
  history.replaceState(null, '', base);
};

beforeEach(clean);
afterEach(clean);

describe('saved views', () => {
  it('VW6 bring back everything that was chosen, in a new element too', async () => {
    const map = await open(await create());
    map.restore({
      filter: 'sdo:iso',
      color: 'role',
      highlight: ['gaps'],
      sort: '-latest',
      at: '2024',
      moved: [{ id: 'ISO 37122', x: 5, y: 6 }],
      camera: { x: 20, y: 10, k: 2 },
    });
    await type(map, 'Mine');
    const { state } = map;
    expect([state.name, names(map)]).to.deep.equal(['Mine', ['Mine']]);
    expect(said(map, '.views .small')).to.contain('Graph').and.to.contain('SDO: ISO');
    map.remove();
    const again = await open(await create());
    expect(again.filter).to.equal('');
    await openView(again, 'Mine');
    expect(again.state).to.deep.equal(state);
    expect(said(again, '.view-name')).to.equal('Mine');
    again.undo();
    expect([again.filter, again.state.name]).to.deep.equal(['', '']);
  });

  it('VW7 have a link that shows the same in a new tab, with its name', async () => {
    const map = await open(await create());
    map.restore({ filter: 'sdo:itu-t', color: 'status' });
    await type(map, 'ITU & more');
    const { state } = map;
    map.restore({ filter: '', color: 'sdo', name: '' });
    let link = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve((link = text)) },
    });
    try {
      await press(map, 'Copy link: ITU & more');
      await drawn();
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
    expect(said(map, '.said')).to.equal('The link was copied.');
    map.remove();
    const tab = await create(new URL(link).hash);
    expect(tab.state).to.deep.equal(state);
    expect(said(tab, '.view-name')).to.equal('ITU & more');
    all(tab, '.view-name button')[0]?.click();
    expect(tab.state.name).to.equal('');
  });

  it('VW8 are renamed, overwritten, deleted and brought back', async () => {
    const map = await open(await create());
    await type(map, 'One');
    map.filter = 'sdo:iso';
    await press(map, 'Overwrite One with what is shown now');
    expect(stored().views[0]?.state['filter']).to.equal('sdo:iso');
    await press(map, 'Rename: One');
    await type(map, 'Two', '.views .naming');
    expect([names(map), map.state.name]).to.deep.equal([['Two'], 'Two']);
    await press(map, 'Delete: Two');
    expect([names(map), stored().views.length]).to.deep.equal([[], 0]);
    await press(map, 'Undo');
    expect([names(map), stored().views[0]?.name]).to.deep.equal([['Two'], 'Two']);
  });

  it('VW8 need a name of their own; what has none is told and changes nothing', async () => {
    const map = await open(await create());
    await type(map, '   ');
    expect([names(map), said(map, '.notices')]).to.deep.equal([[], 'Give the view a name first.']);
    await type(map, 'One');
    await type(map, 'One');
    expect([names(map).length, said(map, '.notices')]).to.satisfy(([n, text]: [number, string]) => n === 1 && text.includes('already'));
  });

  it('VW9 go out as a file and come in again, none twice and none lost', async () => {
    const map = await open(await create());
    await type(map, 'One');
    const file = localStorage.getItem(KEY) ?? '';
    await importing(map, file);
    expect([names(map), said(map, '.said')]).to.deep.equal([['One'], '0 views imported, 1 known already.']);
    await importing(map, file.replace('"filter":""', '"filter":"sdo:iso"').replaceAll(dataset().title, 'Elsewhere'));
    expect(names(map)).to.deep.equal(['One', 'One (2)']);
    expect(said(map, '.said')).to.contain('1 view imported').and.to.contain('“Elsewhere”');
  });

  for (const [what, text, why] of [
    ['no JSON', 'not json', 'it holds no views of this map'],
    ['of a later edition', '{"format":"standards-map-views","version":9,"views":[]}', 'a later edition'],
    ['half readable', '{"format":"standards-map-views","version":1,"views":[{"name":"A","saved":"2026","state":{}},{}]}', 'not all of it'],
  ] as const)
    it(`VW9 a file that is ${what} is refused with its reason and changes nothing`, async () => {
      const map = await open(await create());
      await importing(map, text);
      expect(said(map, '.notices')).to.contain('views.json was not imported').and.to.contain(why);
      expect(names(map)).to.deep.equal([]);
    });
});

describe('views that are not quite right', () => {
  it('VW2 saved by an older version are opened, and saved again in the form of today', async () => {
    store(0, [{ name: 'Old', saved: '2026-03', filter: 'sdo:iso', view: 'matrix', lens: 'gaps' }]);
    const map = await open(await create());
    await openView(map, 'Old');
    expect([map.filter, map.view, map.highlight]).to.deep.equal(['sdo:iso', 'matrix', 'gaps']);
    expect(said(map, '.notices')).to.equal('');
    await type(map, 'New');
    expect([stored().version, stored().views.map(({ name }) => name)]).to.deep.equal([1, ['Old', 'New']]);
  });

  it('VW3 saved by a later version are told and left untouched, whatever is saved here', async () => {
    store(7, [{ name: 'Later' }]);
    const text = localStorage.getItem(KEY);
    const map = await open(await create());
    expect(said(map, '.saved-views .notice')).to.contain('a later edition');
    await type(map, 'Now');
    expect([names(map), localStorage.getItem(KEY)]).to.deep.equal([['Now'], text]);
  });

  it('VW4 that cannot be read are put aside, and told', async () => {
    localStorage.setItem(KEY, '{"format":');
    const map = await open(await create());
    expect(said(map, '.saved-views .notice')).to.contain('put aside');
    await type(map, 'Now');
    expect(stored().views.map(({ name }) => name)).to.deep.equal(['Now']);
    expect(Object.keys(localStorage).map((key) => localStorage.getItem(key))).to.include('{"format":');
  });

  it('VW10 stale ones are opened as far as they go, with a sentence for what is gone, and are not changed', async () => {
    const state = { filter: 'id:"ISO 3712"', selected: ['ISO 37122', 'ISO 3712'], fields: 'id,colour', view: 'globe' };
    store(1, [{ name: 'Stale', saved: '2026-11-22', state }]);
    const text = localStorage.getItem(KEY);
    const map = await open(await create());
    await openView(map, 'Stale');
    const told = said(map, '.notices');
    expect(told).to.contain('“view”').and.to.contain('“globe”').and.to.contain('“ISO 3712”').and.to.contain('“colour”');
    expect(told).to.contain('Nearest: “ISO 37122”').and.to.contain('the saved view was not changed');
    expect(said(map, '.chips .problem')).to.contain('Nearest: "ISO 37122"');
    expect([map.selected, localStorage.getItem(KEY)]).to.deep.equal(['ISO 37122, ISO 3712', text]);
  });

  it('VW11 another tab changes them: both lists are kept', async () => {
    const map = await open(await create());
    await type(map, 'Here');
    const { views } = stored();
    store(1, [...views, { name: 'There', saved: '2026-11-22', state: {} }]);
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }));
    await map.updateComplete;
    expect(names(map)).to.deep.equal(['Here', 'There']);
    await type(map, 'Again');
    expect(stored().views.map(({ name }) => name)).to.deep.equal(['Here', 'There', 'Again']);
  });

  for (const [what, error, why] of [
    ['full', new DOMException('no room', 'QuotaExceededError'), 'its storage is full'],
    ['forbidden', new DOMException('not here', 'SecurityError'), 'its storage is not allowed here'],
    ['broken', new Error('disk on fire'), 'disk on fire'],
  ] as const)
    it(`VW12 a storage that is ${what} is told; views stay as long as the page does`, async () => {
      const map = await open(await create());
      const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
      Storage.prototype.setItem = () => {
        throw error;
      };
      try {
        await type(map, 'Kept');
      } finally {
        if (setItem) Object.defineProperty(Storage.prototype, 'setItem', setItem);
      }
      expect(said(map, '.saved-views .notice')).to.contain(why);
      expect([names(map), localStorage.getItem(KEY)]).to.deep.equal([['Kept'], null]);
      await type(map, 'Later');
      expect(stored().views.map(({ name }) => name)).to.deep.equal(['Kept', 'Later']);
      expect(said(map, '.saved-views .notice')).to.equal('');
    });
});
