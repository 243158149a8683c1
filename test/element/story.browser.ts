import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import { printStory } from '../../src/element/story-print.js';
import { catalogue } from '../../src/model/catalogue.js';
import { parse } from '../../src/model/parse.js';
import { place } from '../../src/scene/place.js';
import { sceneSettings } from '../../src/state/scene-settings.js';
import { drawn } from '../browser.js';
import { dataset } from '../fixtures/small.js';
import shippedData from '../../data/smart-cities.json';

const KEY = `standards-map story: ${dataset().title}`;

async function create(data: object = place(dataset()), width = 1200, height = 700): Promise<StandardsMap> {
  const element = document.createElement('standards-map');
  Object.assign(element.style, { width: `${String(width)}px`, height: `${String(height)}px`, aspectRatio: 'auto' });
  element.setAttribute('motion', 'none');
  element.setAttribute('history', 'none');
  element.loading = 'eager';
  element.data = data;
  document.body.append(element);
  await element.ready;
  await element.updateComplete;
  return element;
}
const all = (map: StandardsMap, selector: string): readonly HTMLElement[] => [
  ...(map.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
];
async function click(map: StandardsMap, selector: string, at = 0): Promise<void> {
  const found = all(map, selector)[at];
  if (!found) throw new Error(`there is no ${selector}`);
  found.click();
  await map.updateComplete;
}
/** Waits for what is loaded on demand, a frame at a time. */
async function until(map: StandardsMap, is: () => boolean): Promise<void> {
  for (let turn = 0; turn < 600 && !is(); turn++) await new Promise(requestAnimationFrame);
  if (!is()) throw new Error('what was waited for did not come');
  await map.updateComplete;
}
const titles = (map: StandardsMap): readonly string[] => all(map, '.story .scenes .open').map(({ textContent }) => textContent.trim());
async function keep(map: StandardsMap): Promise<void> {
  const before = titles(map).length;
  await click(map, '[data-tool=keep]');
  await until(map, () => titles(map).length === before + 1);
}

afterEach(() => {
  for (const map of document.querySelectorAll('standards-map, iframe.story-print')) map.remove();
  localStorage.removeItem(KEY);
});

describe('SY5 a story made on the page', () => {
  it('SY5 keeps what is shown as scenes, with what is selected, shows them again, and has them after a reload', async () => {
    const map = await create();
    map.filter = 'sdo:iso';
    map.selected = 'ISO 37122';
    await drawn();
    await keep(map);
    map.restore({ view: 'matrix', filter: '', selected: [], highlight: ['gaps'] });
    await keep(map);
    expect(titles(map)).to.deep.equal(['ISO 37122', 'Gaps']);
    await click(map, '.story .scenes .open', 0);
    expect([map.view, map.filter, map.selected, map.highlight]).to.deep.equal(['graph', 'sdo:iso', 'ISO 37122', '']);
    expect(all(map, '.story')).to.have.length(1);
    map.remove();
    const again = await create();
    await click(again, '[data-tool=story]');
    await until(again, () => titles(again).length === 2);
  });

  it('SY6 “Present” is among the tools when there is a story, and presents it', async () => {
    const bare = await create();
    await until(bare, () => all(bare, '[data-tool=story]').length === 1);
    expect(all(bare, '[data-tool=present]')).to.have.length(0);
    await keep(bare);
    expect(all(bare, '[data-tool=present]')).to.have.length(1);
    bare.remove();
    // What the browser has kept is enough
    const again = await create();
    await until(again, () => all(again, '[data-tool=present]').length === 1);
    again.remove();
    localStorage.removeItem(KEY);
    const map = await create(place(dataset({ stories: [{ id: 's', title: 'A talk', scenes: [{ title: 'First of all' }] }] })));
    await until(map, () => all(map, '[data-tool=present]').length === 1);
    await click(map, '[data-tool=present]');
    await until(map, () => all(map, '.show-title')[0]?.textContent === 'First of all');
  });

  it('SY5 scenes get words, change places with the focus on them, and what was removed comes back', async () => {
    const map = await create();
    await keep(map);
    map.view = 'matrix';
    await keep(map);
    expect(titles(map)).to.deep.equal(['Graph', 'Matrix']);
    await click(map, '.story .actions button', 0);
    const caption = all(map, '.story .words textarea')[0];
    if (!(caption instanceof HTMLTextAreaElement)) throw new Error('no caption');
    caption.value = 'Said to it.';
    caption.dispatchEvent(new Event('change'));
    await map.updateComplete;
    expect(all(map, '.story .caption').map(({ textContent }) => textContent)).to.deep.equal(['Said to it.']);
    await click(map, '.story .move-down', 0);
    expect(titles(map)).to.deep.equal(['Matrix', 'Graph']);
    await until(map, () => map.shadowRoot?.activeElement === all(map, '.story .move-down')[1]);
    const before = localStorage.getItem(KEY);
    await click(map, '.story .actions button:nth-child(4)', 0);
    expect(titles(map)).to.deep.equal(['Graph']);
    await click(map, '.story .undo');
    expect(localStorage.getItem(KEY)).to.equal(before);
    await expect(map).to.be.accessible();
  });
});

describe('SH3 printing', () => {
  it('SH3 changes nothing of the page, prints a frame with a page for each scene, and leaves nothing behind', async () => {
    const map = await create();
    map.restore({ view: 'matrix', filter: 'sdo:iso' });
    await map.updateComplete;
    const [state, address, body] = [JSON.stringify(map.state), location.href, document.body.children.length];
    const { catalogue: records } = map;
    if (!records) throw new Error('no dataset');
    const scenes = [{ title: 'One <b>' }, { title: 'Two', view: 'matrix' }, { title: 'Three', view: 'table' }];
    const seen: { pages: number; headings: readonly (string | null)[]; texts: number; sheets: number }[] = [];
    await printStory(
      document,
      records,
      { id: 's', title: 'A talk', scenes },
      {
        print: (view) => {
          const { document: sheet } = view;
          seen.push({
            pages: sheet.querySelectorAll('.page').length,
            headings: [...sheet.querySelectorAll('h1')].map(({ textContent }) => textContent),
            texts: sheet.querySelectorAll('svg text').length,
            sheets: sheet.adoptedStyleSheets.length,
          });
          view.dispatchEvent(new Event('afterprint'));
        },
      },
    );
    expect(seen.map(({ pages, headings, sheets }) => [pages, headings, sheets])).to.deep.equal([[3, ['One <b>', 'Two', 'Three'], 1]]);
    expect(seen[0]?.texts).to.be.greaterThan(10);
    await until(map, () => document.querySelector('iframe.story-print') === null);
    expect([JSON.stringify(map.state), location.href, document.body.children.length]).to.deep.equal([state, address, body]);
  });
});

describe('SY3 the story that the dataset brings, on a screen and on a phone', () => {
  const parsed = parse(shippedData);
  if (!parsed.ok) throw new Error('the dataset is not valid');
  const { stories: [story] = [] } = parsed.dataset;
  const records = catalogue(parsed.dataset);
  for (const [width, height] of [
    [1800, 860],
    [390, 600],
  ] as const)
    it(`SY3 every scene draws, has in view and names what its caption speaks of, in ${String(width)} px`, async () => {
      const map = await create(shippedData, width, height);
      map.without = 'legend filters detail';
      for (const scene of story?.scenes ?? []) {
        const { settings } = sceneSettings(scene);
        map.restore(settings);
        await map.updateComplete;
        map.fit(scene.show);
        await map.updateComplete;
        await drawn();
        if (settings.view === 'graph') {
          const svg = map.toSVG();
          const named = (scene.selected ?? []).filter((id) => svg.includes(`>${id}</text>`));
          for (const id of scene.selected ?? [])
            expect(svg.includes(`<title>${id}</title></circle>`), `${scene.title}: ${id}`).to.equal(true);
          // ISO 37120 and ISO 37122 are 20 px apart on a phone: there is room for one name
          const unnamed = (scene.selected ?? []).filter((id) => !named.includes(id));
          expect(unnamed, scene.title).to.have.length(width < 600 && scene.selected?.includes('ISO 37120') ? 1 : 0);
        } else {
          const spoken = scene.filter
            ? [...records.standards].flatMap(({ id }) => (scene.filter?.includes(`"${id}"`) ? [id] : []))
            : ['Water, waste and environment'];
          expect(spoken, scene.title).not.to.have.length(0);
          await until(map, () =>
            spoken.every((text) => map.shadowRoot?.querySelector(`[part~='${settings.view}']`)?.textContent.includes(text)),
          );
        }
      }
    });
});
