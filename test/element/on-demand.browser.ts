import { expect } from '@open-wc/testing';
import '../browser.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Dataset } from '../../src/model/dataset.js';
import { all, part, textOf } from './map-parts.js';
import { dataFile } from './shipped.js';

type Mode = 'open' | 'hold' | 'refuse' | 'shut';

/** A page of its own that has fetched the initial part of dist/browser; everything else goes through a gate. */
interface Gated {
  readonly frame: HTMLIFrameElement;
  readonly gate: (mode: Mode) => Promise<void>;
  /** What has been asked for on demand. */
  readonly asked: () => Promise<readonly string[]>;
  /** What has been asked for beside a dataset. */
  readonly beside: () => Promise<readonly string[]>;
  /** A map in that page, with its places shipped; its picture is still to come. */
  readonly begun: (attributes?: Readonly<Record<string, string>>, state?: object) => Promise<Begun>;
  /** The same with its first picture. */
  readonly map: (attributes?: Readonly<Record<string, string>>) => Promise<StandardsMap>;
}

/** A map that was asked for, and what it has told of since. */
interface Begun {
  readonly map: StandardsMap;
  /** How many standards it has told to pass, time after time. */
  readonly counts: readonly number[];
}

let pages = 0;
const frames: HTMLIFrameElement[] = [];

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let frames = 0; frames < 3000; frames++) {
    if (await holds()) return;
    await new Promise(requestAnimationFrame);
  }
  throw new Error(`never: ${what}`);
}

const loaded = (target: HTMLElement): Promise<unknown> => new Promise((done) => target.addEventListener('load', done, { once: true }));
const hasPicture = (map: StandardsMap): Promise<void> => until('a first picture', () => map.matches(':state(ready)'));
const box = (map: StandardsMap): HTMLInputElement => part(map, '.search input') as HTMLInputElement;

async function page(mode: Mode, prepare: (frame: Window) => void = () => undefined, hash = ''): Promise<Gated> {
  const path = `/gate/p${String(++pages)}-${String(Date.now())}`;
  const gate = async (wanted: Mode): Promise<void> => {
    await fetch(`${path}/=${wanted}`);
  };
  await gate(mode);
  const frame = document.createElement('iframe');
  Object.assign(frame.style, { width: '1250px', height: '700px', border: 'none' });
  frame.src = `${path}/page.html${hash}`;
  document.body.append(frame);
  frames.push(frame);
  await loaded(frame);
  const { contentDocument: inside, contentWindow } = frame;
  if (!inside || !contentWindow) throw new Error('the page has no document');
  prepare(contentWindow);
  const script = inside.createElement('script');
  script.type = 'module';
  script.src = `${path}/define.js`;
  inside.head.append(script);
  await loaded(script);
  const begun: Gated['begun'] = async (attributes = {}, state = {}) => {
    const map = inside.createElement('standards-map');
    for (const [name, value] of Object.entries(attributes)) map.setAttribute(name, value);
    map.style.blockSize = '680px';
    const own = contentWindow as Window & typeof globalThis;
    map.data = own.JSON.parse(JSON.stringify(await dataFile())) as Dataset;
    const counts: number[] = [];
    map.addEventListener('standards-filter', ({ count }) => counts.push(count));
    inside.body.append(map);
    map.restore(state);
    return { map, counts };
  };
  return {
    frame,
    gate,
    asked: () => fetch(`${path}/=asked`).then((answer) => answer.json() as Promise<readonly string[]>),
    beside: () => fetch(`${path}/=beside`).then((answer) => answer.json() as Promise<readonly string[]>),
    begun,
    map: async (attributes) => {
      const { map } = await begun(attributes);
      await hasPicture(map);
      return map;
    },
  };
}

function typed(map: StandardsMap, text: string): void {
  const input = box(map);
  input.focus();
  input.value = text;
  input.setSelectionRange(text.length, text.length);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
const pressed = (map: StandardsMap, key: string): void => {
  box(map).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
};
const notice = (map: StandardsMap): string => textOf(all(map, '.notice')[0]);

afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

describe('what comes on demand', () => {
  it('EP1 is not needed for graph, filters, facets, a typed expression and details', async () => {
    const { map, asked } = await page('refuse');
    const element = await map({ filter: 'sdo:iso' });
    expect(part(element, 'canvas').getBoundingClientRect().width).to.be.greaterThan(300);
    const iso = element.visible.length;
    expect(iso).to.be.greaterThan(50);
    typed(element, 'topic:energy');
    await element.updateComplete;
    pressed(element, 'Enter');
    await element.updateComplete;
    expect(element.filter).to.equal('sdo:iso topic:energy');
    expect(element.visible.length).to.be.within(1, iso - 1);
    expect(box(element).value).to.equal('');
    element.filter = '';
    await element.updateComplete;
    const [first] = all(element, '.filters input[type=checkbox]');
    first?.click();
    await element.updateComplete;
    expect(element.filter).to.match(/^sdo:/);
    typed(element, 'ISO 37122');
    await element.updateComplete;
    pressed(element, 'Enter');
    await element.updateComplete;
    expect(textOf(part(element, '.detail h2'))).to.contain('ISO 37122');
    expect(await asked()).to.include('chunks/desk.js');
  });

  it('EP3 is told of in a sentence where it cannot be loaded; the picture stands, `ready` rejects', async () => {
    const { map, gate, asked } = await page('refuse');
    const element = await map();
    const said = await element.ready.then(() => 'resolved', String);
    expect(said).to.contain('A part of this map could not be loaded');
    await until('the sentence', () => notice(element).includes('A part of this map could not be loaded'));
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(() => element.toSVG()).to.throw('Expected a call after `ready` has resolved');
    expect(element.gaps).to.deep.equal([]);
    const before = (await asked()).length;
    await gate('open');
    const again = await element.ready.then(() => 'resolved', String);
    // Chromium remembers until the page is loaded anew that a module could not be fetched; a browser that does not fetches it again
    const isFetched = (await asked()).length > before;
    expect(again).to.contain(isFetched ? 'resolved' : 'A part of this map could not be loaded');
  });

  it('EP3 EP6 does what was wished before it came: a panel, the menu of tools, and text that only it can read', async () => {
    const { map, gate, asked } = await page('hold');
    const element = await map({ filter: '' });
    const all = element.visible.length;
    part(element, '.show-day').click();
    part(element, '.show-tools').click();
    typed(element, 'water');
    const input = box(element);
    input.setSelectionRange(2, 2);
    input.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowLeft', bubbles: true }));
    expect([element.visible.length, input.value]).to.deep.equal([all, 'water']);
    expect(await asked()).to.include('chunks/desk.js');
    await gate('open');
    await element.ready;
    await until('the preview', () => element.visible.length < all);
    expect(box(element)).to.equal(input);
    expect([input.value, input.selectionStart, element.filter]).to.deep.equal(['water', 2, '']);
    expect(part(element, '.show-day').getAttribute('aria-expanded')).to.equal('true');
    await until('the menu', () => part(element, '.menu').matches(':popover-open'));
    expect(part(element, '.menu button').getBoundingClientRect().width).to.be.greaterThan(100);
    expect(element.visible.length).to.be.greaterThan(0);
  });

  it('EP6 enters what only it can read when it comes, unless the reader has written on', async () => {
    const { map, gate } = await page('hold');
    const [entered, changed] = [await map({ id: 'a', filter: '' }), await map({ id: 'b', filter: '' })];
    typed(entered, 'water');
    pressed(entered, 'Enter');
    typed(changed, 'water');
    pressed(changed, 'Enter');
    typed(changed, 'waterways');
    await gate('open');
    await Promise.all([entered.ready, changed.ready]);
    expect([entered.filter, box(entered).value]).to.deep.equal(['water', '']);
    expect([changed.filter, box(changed).value]).to.deep.equal(['', 'waterways']);
  });

  it('EP1 moves nothing when it comes', async () => {
    const { map, gate } = await page('hold');
    const element = await map({ id: 'still' });
    element.selected = 'ISO 37122';
    await element.updateComplete;
    const places = (): readonly string[] =>
      all(
        element,
        '.toolbar, .toolbar > *, .search input, .filters > *, .filters summary, .legend > *, .search input, .search .help, .filters, .surface, .legend, .zoom, .status, .detail h2',
      ).map((one) => {
        const { left, top, width, height } = one.getBoundingClientRect();
        return `${one.className || one.localName} ${[left, top, width, height].map((side) => side.toFixed(1)).join(' ')}`;
      });
    const before = places();
    await gate('open');
    await element.ready;
    await new Promise(requestAnimationFrame);
    expect(places()).to.deep.equal(before);
  });

  it('EP1 does nothing for an element that was removed before it came, and serves it when it is back', async () => {
    const { map, gate, asked, frame } = await page('hold');
    const element = await map();
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    element.remove();
    const before = await asked();
    await gate('open');
    await element.ready;
    expect(all(element, 'canvas')).to.deep.equal([]);
    expect((await asked()).filter((file) => file.includes('worker'))).to.deep.equal(before.filter((file) => file.includes('worker')));
    frame.contentDocument?.body.append(element);
    await hasPicture(element);
    await until('the canvas', () => all(element, 'canvas').length > 0);
    expect(element.toSVG()).to.contain('<svg');
  });

  for (const [what, attributes] of [
    ['words of its filter', { filter: 'water' }],
    ['a way in its filter', { filter: 'near:"ISO 37122"~3' }],
    ['a past day', { filter: '', at: '2015' }],
  ] as const)
    it(`EP8 is loaded beside the dataset for ${what}, and the first picture waits for it: nothing else is shown before`, async () => {
      const { map, begun, gate, asked } = await page('hold');
      const waiting = await begun({ id: 'waiting', ...attributes });
      await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
      const plain = await map({ id: 'plain', filter: '' });
      expect([waiting.map.catalogue, waiting.counts, waiting.map.matches(':state(loading)')]).to.deep.equal([undefined, [], true]);
      await gate('open');
      await hasPicture(waiting.map);
      expect(waiting.map.visible.length).to.be.within(1, plain.visible.length - 1);
      expect(waiting.counts).to.deep.equal([waiting.map.visible.length]);
    });

  it('EP8 is missed by a first picture that needs it: where it cannot be loaded the map says so', async () => {
    const { begun } = await page('refuse');
    const { map, counts } = await begun({ filter: 'water' });
    const kinds: string[] = [];
    map.addEventListener('standards-error', ({ kind }) => kinds.push(kind));
    await until('the error', () => map.matches(':state(error)'));
    expect([kinds, counts, map.visible]).to.deep.equal([['network'], [], []]);
    expect(map.issues[0]?.message).to.contain('A part of this map could not be loaded');
    await map.updateComplete;
    expect(textOf(part(map, '.failed'))).to.contain('A part of this map could not be loaded');
  });

  it('EP8 lets what is shown stay while words or a past day that were asked for later wait for it', async () => {
    const { map, gate } = await page('hold');
    const [words, day] = [await map({ id: 'words', filter: 'sdo:iso' }), await map({ id: 'day', filter: '' })];
    const before = [words.visible, day.visible];
    words.filter = 'sdo:iso water';
    day.at = '2015';
    await Promise.all([words.updateComplete, day.updateComplete]);
    expect([words.visible, day.visible]).to.deep.equal(before);
    await gate('open');
    await Promise.all([words.ready, day.ready]);
    await Promise.all([words.updateComplete, day.updateComplete]);
    expect(words.visible.length).to.be.within(1, (before[0]?.length ?? 0) - 1);
    expect(day.visible.length).to.be.within(1, (before[1]?.length ?? 0) - 1);
  });

  it('EP8 loses nothing of a filter that waits for it when a value is switched meanwhile', async () => {
    const { map, gate } = await page('hold');
    const one = await map({ filter: 'sdo:iso' });
    one.filter = 'sdo:iso water';
    await one.updateComplete;
    const energy = all(one, '.filters label').find((label) => textOf(label).startsWith('Energy'));
    energy?.click();
    expect(one.filter).to.equal('sdo:iso water');
    await gate('open');
    await until('the value is switched', () => one.filter !== 'sdo:iso water');
    expect(one.filter).to.equal('sdo:iso water topic:energy');
  });

  it('EP11 words, and facets and legend that stand open, come beside the dataset: where they cannot be loaded the map says so', async () => {
    const { begun, beside } = await page('shut');
    const { map } = await begun();
    const kinds: string[] = [];
    map.addEventListener('standards-error', ({ kind }) => kinds.push(kind));
    await until('the error', () => map.matches(':state(error)'));
    expect([kinds, map.catalogue]).to.deep.equal([['network'], undefined]);
    expect(map.issues[0]?.message).to.contain('A part of this map could not be loaded');
    expect(await beside()).to.include.members(['chunks/load.js', 'chunks/messages.js', 'chunks/first-panels.js']);
  });

  it('EP11 facets and legend that are closed come when they are opened, or with the desk', async () => {
    const { map, beside } = await page('open', (inside) => {
      Object.defineProperty(inside.navigator, 'connection', { value: { saveData: true } });
      if (inside.frameElement instanceof HTMLElement) inside.frameElement.style.width = '500px';
    });
    const element = await map();
    expect(part(element, '.legend').hasAttribute('open')).to.equal(false);
    expect(await beside())
      .to.include('chunks/messages.js')
      .and.not.include('chunks/first-panels.js');
    part(element, '.legend summary').click();
    await until('the legend', () => all(element, '.legend li').length > 4);
    part(element, '.show-filters').click();
    await until('the facets', () => all(element, '.filters input').length > 10);
    expect(await beside()).to.include('chunks/first-panels.js');
  });

  it('EP9 reads what the address says of a map, and the first picture waits for it: nothing else is shown before', async () => {
    const { map, begun, gate, asked, frame } = await page('hold', undefined, '#map.filter=sdo:iso&map.selected=ISO+37122');
    const { map: linked, counts } = await begun({ filter: '' });
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    const other = await map({ history: 'none', filter: '' });
    expect([linked.catalogue, counts]).to.deep.equal([undefined, []]);
    await gate('open');
    await hasPicture(linked);
    expect([linked.filter, linked.selected, counts]).to.deep.equal(['sdo:iso', 'ISO 37122', [linked.visible.length]]);
    expect(linked.visible.length).to.be.within(1, other.visible.length - 1);
    expect(frame.contentWindow?.location.hash).to.equal('#map.filter=sdo:iso&map.selected=ISO+37122');
  });

  it('EP9 takes over what was changed before it came: steps that can be undone, by a button pressed by then, and in the address', async () => {
    const { map, gate, frame } = await page('hold');
    const [changed, undone] = [await map({ id: 'changed', filter: '' }), await map({ id: 'undone', filter: '' })];
    const undo = (one: StandardsMap): HTMLElement => part(one, '[data-step=undo]');
    expect(undo(changed).ariaDisabled).to.equal('true');
    for (const one of [changed, undone]) {
      one.filter = 'sdo:iso';
      one.color = 'role';
      await one.updateComplete;
      expect(undo(one).ariaDisabled).to.equal('false');
    }
    undo(undone).click();
    expect([undone.color, frame.contentWindow?.location.hash]).to.deep.equal(['role', '']);
    await gate('open');
    await Promise.all([changed.ready, undone.ready]);
    expect([undone.filter, undone.color]).to.deep.equal(['sdo:iso', 'sdo']);
    expect(frame.contentWindow?.location.hash).to.contain('changed.filter=sdo:iso&changed.color=role');
    expect([changed.undo(), changed.color, changed.filter]).to.deep.equal([true, 'sdo', 'sdo:iso']);
    expect([changed.undo(), changed.filter, changed.undo()]).to.deep.equal([true, '', false]);
    expect([changed.redo(), changed.redo(), changed.filter, changed.color]).to.deep.equal([true, true, 'sdo:iso', 'role']);
  });

  it('EP9 is loaded for a step of a reader who saves data: it can be undone', async () => {
    const { map, asked } = await page('open', ({ navigator }) => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const element = await map({ filter: '' });
    expect(await asked()).to.deep.equal([]);
    element.filter = 'sdo:iso';
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    await until('the step', () => element.undo());
    expect(element.filter).to.equal('');
  });

  it('EP10 is waited for by a first picture with marks that the reader has moved, and done without where it cannot be loaded', async () => {
    const state = { moved: [{ id: 'ISO 37122', x: 5, y: 6 }] };
    const { begun, map, gate, asked } = await page('hold');
    const waiting = await begun({ id: 'waiting', filter: '' }, state);
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    // Another map of the same page has its picture meanwhile
    await map({ id: 'plain', filter: '' });
    expect(waiting.map.matches(':state(ready)')).to.equal(false);
    await gate('open');
    await hasPicture(waiting.map);
    const refused = await page('refuse');
    const without = await refused.begun({ filter: '' }, state);
    await hasPicture(without.map);
    expect(without.map.state.moved).to.deep.equal(state.moved);
  });

  it('EP10 is waited for by a first picture with a selection; of one that is made later the panel and a ring stand at once, and what is near it comes', async () => {
    const { begun, map, gate, asked } = await page('hold');
    const chosen = await begun({ id: 'chosen', filter: '', selected: 'ISO 37122' });
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    const element = await map({ id: 'plain', filter: '', motion: 'none' });
    expect(chosen.map.matches(':state(ready)')).to.equal(false);
    const inks = async (canvas: number): Promise<string> => {
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return (all(element, '.surface canvas')[canvas] as HTMLCanvasElement).toDataURL();
    };
    const [before, blank] = [await inks(0), await inks(1)];
    element.selected = 'ISO 37122';
    expect([(await inks(0)) === before, (await inks(1)) === blank]).to.deep.equal([true, false]);
    expect(textOf(part(element, '.detail h2'))).to.contain('ISO 37122');
    await gate('open');
    await until('what is near it', async () => (await inks(0)) !== before);
    await hasPicture(chosen.map);
    const refused = await page('refuse');
    const without = await refused.map({ filter: '', selected: 'ISO 37122' });
    expect(textOf(part(without, '.detail h2'))).to.contain('ISO 37122');
  });

  it('EP10 is asked for by a pointer that rests on a mark, once, and tells of it when it comes; a click on a mark waits for nothing', async () => {
    const { begun, gate, asked } = await page('hold', ({ navigator }) => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const [atX = NaN, atY = NaN] = (await dataFile()).standards.find(({ id }) => id === 'ISO 37122')?.xy ?? [];
    const { map: element } = await begun({ filter: '', motion: 'none' }, { camera: { x: atX, y: atY, k: 2 } });
    await hasPicture(element);
    const told: (string | null)[] = [];
    element.addEventListener('standards-hover', ({ id }) => told.push(id));
    const surface = part(element, '.surface');
    const { left, top, width, height } = surface.getBoundingClientRect();
    const { x, y, k } = element.state.camera ?? { x: NaN, y: NaN, k: NaN };
    const place = { clientX: left + (atX - x) * k + width / 2, clientY: top + (atY - y) * k + height / 2, bubbles: true };
    surface.dispatchEvent(new PointerEvent('pointermove', { ...place, pointerType: 'touch' }));
    surface.dispatchEvent(new PointerEvent('pointermove', { ...place, buttons: 1 }));
    await element.updateComplete;
    expect(await asked()).to.deep.equal([]);
    surface.dispatchEvent(new PointerEvent('pointermove', place));
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    surface.dispatchEvent(new PointerEvent('click', place));
    expect(element.selected).to.equal('ISO 37122');
    expect(told).to.deep.equal([]);
    await gate('open');
    await until('it is told of', () => told.length > 0);
    expect(told).to.deep.equal(['ISO 37122']);
  });

  it('EP10 is asked for by what hands shall do: a mark that is dragged and a lasso wait for it, and nothing else moves', async () => {
    const { begun, gate, asked } = await page('hold', ({ navigator }) => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const [atX = NaN, atY = NaN] = (await dataFile()).standards.find(({ id }) => id === 'ISO 37122')?.xy ?? [];
    const { map: element } = await begun({ filter: '', motion: 'none' }, { camera: { x: atX, y: atY, k: 2 } });
    await hasPicture(element);
    const surface = part(element, '.surface');
    const { left, top, width, height } = surface.getBoundingClientRect();
    const at = (type: string, [x, y]: readonly [number, number], more: PointerEventInit = {}): void => {
      const buttons = type === 'pointerup' ? 0 : 1;
      surface.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          pointerType: 'mouse',
          clientX: left + x,
          clientY: top + y,
          buttons,
          bubbles: true,
          ...more,
        }),
      );
    };
    const { camera } = element.state;
    const x = (atX - (camera?.x ?? NaN)) * (camera?.k ?? NaN) + width / 2;
    const y = (atY - (camera?.y ?? NaN)) * (camera?.k ?? NaN) + height / 2;
    expect(await asked()).to.deep.equal([]);
    at('pointerdown', [x, y]);
    at('pointermove', [x + 20, y]);
    at('pointermove', [x + 40, y + 30]);
    at('pointerup', [x + 40, y + 30]);
    const around = [-30, 30, 30, -30].map((dx, i) => [x + dx, y + (i < 2 ? -30 : 30)] as const);
    at('pointerdown', around[0] ?? [0, 0], { shiftKey: true });
    for (const corner of around) at('pointermove', corner, { shiftKey: true });
    at('pointerup', around[3] ?? [0, 0], { shiftKey: true });
    await until('the desk is asked for', async () => (await asked()).includes('chunks/desk.js'));
    expect([element.state.moved, element.selected, element.state.camera]).to.deep.equal([[], '', camera]);
    await gate('open');
    await until('the lasso', () => element.selected !== '');
    expect(element.state.moved.map(({ id }) => id)).to.deep.equal(['ISO 37122']);
    expect(element.state.camera).to.deep.equal(camera);
  });

  it('EP7 is left where the reader saves data until somebody asks for it', async () => {
    const { map, asked } = await page('open', ({ navigator }) => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    const element = await map();
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
    expect(await asked()).to.deep.equal([]);
    await element.ready;
    expect(await asked()).to.include('chunks/desk.js');
    expect(element.gaps.length).to.be.greaterThan(0);
  });
});
