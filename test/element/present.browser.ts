import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define.js';
import type { StandardsPresentEvent } from '../../src/element/later-events.js';
import type { StandardsMap } from '../../src/element/standards-map.js';
import type { Scene } from '../../src/model/story.js';
import { place } from '../../src/scene/place.js';
import { drawn, mediaFeatures, viewport } from '../browser.js';
import { dataset } from '../fixtures/small.js';
import { countPages } from '../printed.js';

const SCENES: readonly Scene[] = [
  { title: 'One', caption: 'The first scene.', notes: 'Say hello.', selected: ['ISO 37122'] },
  { title: 'Two', view: 'matrix', filter: 'sdo:iso', notes: 'Count them.' },
  { title: 'Three', view: 'table' },
  { title: 'Four', color: 'status', show: ['ISO 37122'] },
];
const HOSTILE = '<img src=x onerror="window.__hacked = true"><b>bold</b>';

let element: StandardsMap;
let told: StandardsPresentEvent[];

const root = (): ShadowRoot => {
  if (!element.shadowRoot) throw new Error('the map has no shadow root');
  return element.shadowRoot;
};
const find = (selector: string): HTMLElement | null => root().querySelector<HTMLElement>(selector);
const part = (selector: string): HTMLElement => {
  const found = find(selector);
  if (!found) throw new Error(`${selector} is not in the map`);
  return found;
};
const text = (selector: string): string => (find(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const key = (name: string, given: KeyboardEventInit = {}, target: EventTarget = part('.surface')): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...given });
  target.dispatchEvent(event);
  return event;
};
const title = (): string => text('.show-title');
const settled = async (): Promise<void> => {
  await element.updateComplete;
  await drawn();
  await element.updateComplete;
};
/** Ends what is presented, and waits until the page has been told. */
async function leave(): Promise<void> {
  const ended = new Promise((done) => {
    element.addEventListener('standards-present', (event) => event.index === -1 && done(event));
  });
  key('Escape');
  await ended;
  await settled();
}

/** The address rests before it is written; a page that is left has it written at once. */
const addressWritten = (): boolean => window.dispatchEvent(new Event('pagehide'));

async function create(scenes: readonly Scene[] = SCENES, attributes: Readonly<Record<string, string>> = {}): Promise<StandardsMap> {
  element = document.createElement('standards-map');
  for (const [name, value] of Object.entries({ motion: 'none', loading: 'eager', ...attributes })) element.setAttribute(name, value);
  element.style.height = '420px';
  element.data = place(dataset({ stories: [{ id: 'talk', title: 'A talk', scenes }] }));
  document.body.append(element);
  told = [];
  element.addEventListener('standards-present', (event) => told.push(event));
  await element.ready;
  await settled();
  return element;
}

describe('a presentation', () => {
  afterEach(() => {
    element.remove();
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('PR1 begins with the first scene, or with the one of a number or title, and tells the page', async () => {
    await create();
    await element.present();
    expect(title()).to.equal('One');
    expect(text('.show-caption')).to.equal('The first scene.');
    expect(element.selected).to.equal('ISO 37122');
    await element.present(2);
    expect(title()).to.equal('Three');
    await element.present('Two');
    expect(element.view).to.equal('matrix');
    expect(element.filter).to.equal('sdo:iso');
    expect(told.map(({ index, scene, story }) => [index, scene?.title, story.id])).to.deep.equal([
      [0, 'One', 'talk'],
      [2, 'Three', 'talk'],
      [1, 'Two', 'talk'],
    ]);
    expect(element.matches(':state(presenting)')).to.equal(true);
  });

  it('PR2 a story or a scene that is not there is refused with a sentence, and nothing is presented', async () => {
    await create();
    const failure = async (asked: Promise<void>): Promise<string> =>
      asked.then(
        () => 'presented',
        (error: unknown) => String(error),
      );
    expect(await failure(element.present(9))).to.match(/^RangeError.*no scene 9.*0 to 3/);
    expect(await failure(element.present('Thre'))).to.match(/Nearest: “Three”/);
    element.story = '#nothing';
    expect(await failure(element.present())).to.match(/no story “nothing”.*#talk/);
    element.story = 'javascript:alert(1)';
    expect(await failure(element.present())).to.match(/not an address of a story/);
    element.story = '/no/such/story.json';
    expect(await failure(element.present())).to.match(/story\.json/);
    expect(find('.show-head')).to.equal(null);
    expect(element.matches(':state(presenting)')).to.equal(false);
    expect(told).to.deep.equal([]);
  });

  it('PR2 the story is the one that the map names at the call, whatever the page names a moment later', async () => {
    const map = await create();
    const talk = { id: 'other', title: 'Another talk', scenes: [{ title: 'Elsewhere' }] };
    map.data = place(dataset({ stories: [{ id: 'talk', title: 'A talk', scenes: SCENES }, talk] }));
    for (const [named, other, expected] of [
      ['#other', '#talk', 'Elsewhere'],
      ['#talk', '#other', 'One'],
    ] as const) {
      map.story = named;
      const shown = map.present();
      map.story = other;
      await shown;
      expect(title()).to.equal(expected);
      expect(map.story, 'nothing but the page names another').to.equal(other);
    }
  });

  it('PR2 the newest wish stands: one that is under way is refused as aborted, whatever it waits for, and shows nothing', async () => {
    const outcome = (asked: Promise<void>): Promise<string> =>
      asked.then(
        () => 'shown',
        (error: unknown) => (error instanceof DOMException ? error.name : String(error)),
      );
    const map = await create();
    // Begun in the same breath, in another order than they come
    expect(await Promise.all([map.present(0), map.present(3), map.present('Three')].map(outcome))).to.deep.equal([
      'AbortError',
      'AbortError',
      'shown',
    ]);
    expect(title()).to.equal('Three');
    // A story file that never comes
    await fetch('/gate/silent/=hold');
    const isAsked = async (file: string): Promise<void> => {
      while (!((await (await fetch('/gate/silent/=asked')).json()) as readonly string[]).includes(file)) await drawn();
    };
    try {
      map.story = '/gate/silent/story.js';
      const silent = outcome(map.present());
      await isAsked('story.js');
      map.story = '#talk';
      expect(await outcome(map.present('Two'))).to.equal('shown');
      expect(await silent).to.equal('AbortError');
      expect(title()).to.equal('Two');
      // A wish that comes to nothing ends the one before it too, and what stood stays
      const [older, newer] = [outcome(map.present(0)), outcome(map.present(7))];
      expect(await older).to.equal('AbortError');
      expect(await newer).to.match(/no scene 7/);
      expect(title()).to.equal('Two');
      // Of a presentation that ends meanwhile: it ends, and another begins
      key('Escape');
      const late = outcome(map.present('One'));
      for (let turn = 0; turn < 30; turn++) await Promise.resolve();
      await map.present('Four');
      expect(await late).to.equal('AbortError');
      expect([title(), map.color, map.matches(':state(presenting)')]).to.deep.equal(['Four', 'status', true]);
      expect(told.map(({ index }) => index)).to.deep.equal([2, 1, -1, 3]);
      map.story = '/gate/silent/other.js';
      const last = outcome(map.present());
      await isAsked('other.js');
      map.remove();
      expect(await last).to.equal('AbortError');
    } finally {
      await fetch('/gate/silent/=refuse');
    }
  });

  it('PR3 fills the window where the browser refuses full screen, and says so', async () => {
    await create();
    element.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
    await element.present();
    const box = element.getBoundingClientRect();
    expect([box.left, box.top, box.width, box.height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    expect(element.matches(':popover-open')).to.equal(true);
    expect(text('.show-message')).to.match(/does not allow full screen/);
    await leave();
    expect(element.hasAttribute('popover')).to.equal(false);
    expect(element.getBoundingClientRect().height).to.equal(480);
  });

  it('PR4 every key does the one thing that it stands for, a clicker and digits too', async () => {
    await create();
    await element.present();
    const steps: readonly (readonly [string, string, KeyboardEventInit?])[] = [
      ['ArrowRight', 'Two'],
      ['ArrowDown', 'Three'],
      ['PageDown', 'Four'],
      ['ArrowLeft', 'Three'],
      ['ArrowUp', 'Two'],
      ['PageUp', 'One'],
      ['PageUp', 'One'],
      [' ', 'Two'],
      [' ', 'One', { shiftKey: true }],
      ['End', 'Four'],
      ['Home', 'One'],
      ['3', 'One'],
      ['Enter', 'Three'],
      ['9', 'Three'],
      ['Enter', 'Three'],
    ];
    for (const [name, expected, given] of steps) {
      const event = key(name, given);
      expect(title(), name).to.equal(expected);
      expect(event.defaultPrevented, name).to.equal(true);
      await element.updateComplete;
    }
  });

  it('PR4 keys with Control belong to the browser, and undo walks no step of the reader', async () => {
    await create();
    element.filter = 'sdo:iso';
    await settled();
    await element.present();
    expect(key('ArrowRight', { ctrlKey: true }).defaultPrevented).to.equal(false);
    key('z', { ctrlKey: true });
    expect(element.undo()).to.equal(false);
    expect(title()).to.equal('One');
    await leave();
    expect(element.filter).to.equal('sdo:iso');
    expect(element.undo()).to.equal(true);
    expect(element.filter).to.equal('');
  });

  it('PR4 one key does not act on the drawing as well, and is nobody’s when nothing is presented', async () => {
    await create();
    let heard = 0;
    const count = (): void => {
      heard += 1;
    };
    part('.surface').addEventListener('keydown', count);
    expect(key('b').defaultPrevented).to.equal(false);
    expect(heard).to.equal(1);
    await element.present();
    key('ArrowDown');
    expect(heard).to.equal(1);
    await leave();
    key('PageDown');
    expect(heard).to.equal(2);
    expect(find('.show-head')).to.equal(null);
  });

  it('PR4 what is typed in a field of the page stays there, and Space presses a button that has the focus', async () => {
    await create();
    const field = document.createElement('input');
    document.body.append(field);
    await element.present();
    expect(key('b', {}, field).defaultPrevented).to.equal(false);
    const button = part('[data-run=black]');
    expect(key(' ', {}, button).defaultPrevented).to.equal(false);
    expect(title()).to.equal('One');
    expect(find('.show-blank')).to.equal(null);
    field.remove();
  });

  it('PR5 in a page read from right to left the left arrow goes on', async () => {
    document.documentElement.dir = 'rtl';
    try {
      await create();
      await element.present();
      // “1 of 2” stays in its order: read from right to left it would be “of 2 1”
      expect(getComputedStyle(part('.show-place')).direction).to.equal('ltr');
      key('ArrowLeft');
      expect(title()).to.equal('Two');
      key('ArrowRight');
      expect(title()).to.equal('One');
      key('PageDown');
      expect(title()).to.equal('Two');
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it('PR6 a swipe goes on or back, a tap shows the buttons, and the drawing hears of neither', async () => {
    await create();
    await element.present();
    let heard = 0;
    part('.surface').addEventListener('pointerdown', () => (heard += 1));
    const finger = (type: string, clientX: number, clientY: number): boolean =>
      part('.surface').dispatchEvent(
        new PointerEvent(type, {
          pointerId: 7,
          pointerType: 'touch',
          isPrimary: true,
          clientX,
          clientY,
          bubbles: true,
          composed: true,
          cancelable: true,
        }),
      );
    const swipe = (dx: number, dy = 0): void => {
      finger('pointerdown', 300, 200);
      finger('pointermove', 300 + dx, 200 + dy);
      finger('pointerup', 300 + dx, 200 + dy);
    };
    swipe(-120, 10);
    expect(title()).to.equal('Two');
    swipe(120);
    expect(title()).to.equal('One');
    swipe(-20);
    swipe(-60, 200);
    expect(title()).to.equal('One');
    part('.presenting').removeAttribute('data-awake');
    swipe(0);
    expect(part('.presenting').hasAttribute('data-awake')).to.equal(true);
    expect(heard).to.equal(0);
  });

  it('PR7 blank screens come and go with their keys; Escape shows the scene again before it leaves', async () => {
    await create();
    await element.present();
    const colour = (): string => getComputedStyle(part('.show-blank')).backgroundColor;
    key('b');
    expect(colour()).to.equal('rgb(0, 0, 0)');
    key('.');
    expect(find('.show-blank')).to.equal(null);
    key('w');
    expect(colour()).to.equal('rgb(255, 255, 255)');
    key('Escape');
    expect(find('.show-blank')).to.equal(null);
    expect(title()).to.equal('One');
    key(',');
    key('PageDown');
    expect(find('.show-blank')).to.equal(null);
    expect(title()).to.equal('Two');
  });

  it('PR8 the laser pointer is drawn where the pointer is, and hides the pointer', async () => {
    await create();
    await element.present();
    key('l');
    part('.surface').dispatchEvent(
      new PointerEvent('pointermove', { pointerType: 'mouse', clientX: 200, clientY: 150, bubbles: true, composed: true }),
    );
    await drawn();
    const canvas = part('.laser') as HTMLCanvasElement;
    const pixel = (x: number, y: number): readonly number[] => [
      ...(canvas.getContext('2d')?.getImageData(Math.round(x * devicePixelRatio), Math.round(y * devicePixelRatio), 1, 1).data ?? []),
    ];
    expect(pixel(200, 150)).to.deep.equal([232, 17, 45, 255]);
    expect(pixel(400, 300)).to.deep.equal([0, 0, 0, 0]);
    expect(getComputedStyle(part('.surface')).cursor).to.equal('none');
    key('l');
    expect(find('.laser')).to.equal(null);
  });

  it('PR9 the presenter window has notes, what comes next and a clock as text, and its keys and buttons work', async () => {
    await create([{ title: HOSTILE, notes: HOSTILE, caption: HOSTILE }, ...SCENES.slice(1)]);
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const other = frame.contentWindow;
    if (!other) throw new Error('no window');
    let closed = 0;
    Object.defineProperty(other, 'close', { value: () => (closed += 1), configurable: true });
    const open = window.open.bind(window);
    window.open = () => other;
    try {
      await element.present();
      expect(title()).to.equal(HOSTILE);
      key('n');
      const page = other.document;
      expect(page.querySelector('.notes')?.textContent).to.equal(HOSTILE);
      expect(page.querySelector('h1')?.textContent).to.equal(HOSTILE);
      expect(page.querySelector('img, b')).to.equal(null);
      expect(root().querySelector('.presenting :is(img, b)')).to.equal(null);
      expect('__hacked' in window).to.equal(false);
      expect(page.querySelector('.next')?.textContent).to.equal('Two');
      expect(page.querySelector('.elapsed')?.textContent).to.match(/^0:0\d$/);
      expect(page.querySelector('.clock')?.textContent).to.match(/^\d\d:\d\d$/);
      key('PageDown', {}, page.body);
      expect(title()).to.equal('Two');
      expect(page.querySelector('.notes')?.textContent).to.equal('Count them.');
      [...page.querySelectorAll('button')].find((button) => button.textContent === 'Next scene')?.click();
      expect(title()).to.equal('Three');
      expect(page.querySelector('.notes')?.textContent).to.equal('No notes to this scene.');
      expect(closed).to.equal(0);
      element.remove();
      expect(closed).to.equal(1);
    } finally {
      window.open = open;
      frame.remove();
    }
  });

  it('PR9 the presenter window follows what is presented; closed, it leaves the presentation as it is, and opened again its clock goes on', async () => {
    await create();
    const open = window.open.bind(window);
    const opened: HTMLIFrameElement[] = [];
    window.open = () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      opened.push(frame);
      return frame.contentWindow;
    };
    const page = (): Document => {
      const found = opened.at(-1)?.contentDocument;
      if (!found) throw new Error('no window');
      return found;
    };
    const said = (selector: string): string => page().querySelector(selector)?.textContent ?? '';
    const press = (name: string): void => [...page().querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click();
    try {
      await element.present();
      key('n');
      // What is pressed in the map, in its buttons, and asked for by the page
      key('PageDown');
      expect([said('h1'), said('.place'), said('.next')]).to.deep.equal(['Two', '2 of 4', 'Three']);
      part('[data-run=next]').click();
      expect([said('h1'), said('.notes')]).to.deep.equal(['Three', 'No notes to this scene.']);
      await element.present(3);
      expect([said('h1'), said('.next')]).to.deep.equal(['Four', 'This is the last scene.']);
      key('b');
      expect(page().querySelector('.buttons [aria-pressed=true]')?.textContent).to.equal('Black screen');
      press('Black screen');
      expect(find('.show-blank')).to.equal(null);
      press('Pause');
      const clock = said('.elapsed');
      opened[0]?.remove();
      await settled();
      expect([title(), element.matches(':state(presenting)'), find('.show-notes')]).to.deep.equal(['Four', true, null]);
      key('PageUp');
      expect(title()).to.equal('Three');
      key('n');
      expect(opened).to.have.length(2);
      expect([said('h1'), said('.elapsed')]).to.deep.equal(['Three', clock]);
      expect([...page().querySelectorAll('button')].map(({ textContent }) => textContent)).to.include('Go on');
      key('Escape', {}, page().body);
      while (element.matches(':state(presenting)')) await drawn();
      expect(find('.show-title')).to.equal(null);
    } finally {
      window.open = open;
      for (const frame of opened) frame.remove();
    }
  });

  it('PR9 where the browser opens no window the notes stand in the page, and it says so', async () => {
    await create();
    const open = window.open.bind(window);
    window.open = () => null;
    try {
      await element.present();
      key('s');
      expect(text('.show-notes')).to.equal('Say hello.Next: Two');
      expect(text('.show-message')).to.match(/blocked the presenter window/);
      key('n');
      expect(find('.show-notes')).to.equal(null);
    } finally {
      window.open = open;
    }
  });

  it('PR18 P and its button print the story, one scene a page, and the presentation goes on', async () => {
    await create();
    const printing = countPages(window);
    try {
      await element.present();
      expect(find('.show-controls [data-run=print]')).not.to.equal(null);
      key('p');
      expect(await printing.pages).to.equal(SCENES.length);
      while (text('.show-message') !== '') await settled();
      await settled();
      expect(title()).to.equal('One');
      expect(element.matches(':state(presenting)')).to.equal(true);
    } finally {
      printing.end();
    }
  });

  it('PR10 help lists the keys, and Escape closes it first', async () => {
    await create();
    await element.present();
    key('?');
    expect(text('.show-help')).to.match(/Page Down Space.*Next scene.*Esc/);
    key('Escape');
    expect(find('.show-help')).to.equal(null);
    expect(title()).to.equal('One');
  });

  it('PR11 each scene is read out once, with its number; the progress mark says the same', async () => {
    await create();
    await element.present();
    expect(text('.show-told')).to.equal('Scene 1 of 4: One. The first scene.');
    expect(text('.show-place')).to.equal('1 of 4');
    const hues = [...root().querySelectorAll('.show-legend circle')].map((circle) => getComputedStyle(circle).fill);
    expect(new Set(hues).size, 'colours of the legend').to.be.greaterThan(1);
    const before = part('.show-told').firstChild;
    let changes = 0;
    const observer = new MutationObserver((list) => (changes += list.length));
    observer.observe(part('.show-told'), { childList: true, characterData: true, subtree: true });
    element.requestUpdate();
    await settled();
    expect(changes).to.equal(0);
    expect(part('.show-told').firstChild).to.equal(before);
    key('PageDown');
    await settled();
    expect(text('.show-told')).to.equal('Scene 2 of 4: Two');
    expect((part('.show-progress') as HTMLProgressElement).value).to.equal(2);
    observer.disconnect();
  });

  it('PR12 leaving puts back state, camera, address, history, focus, scrolling, size and everything of the page', async () => {
    await create(SCENES, { style: 'display: block' });
    const spacer = document.createElement('div');
    spacer.style.height = '3000px';
    document.body.prepend(spacer);
    element.style.height = '420px';
    element.filter = 'sdo:iso,itu-t';
    element.selected = 'ISO 37122';
    await settled();
    addressWritten();
    window.scrollTo(0, 2800);
    part('.surface').focus();
    await settled();
    const look = (): object => ({
      state: element.state,
      hash: location.hash,
      entries: history.length,
      scroll: Math.round(scrollY),
      focus: root().activeElement?.className,
      attributes: element.getAttributeNames().map((name) => [name, element.getAttribute(name)]),
      box: [element.offsetWidth, element.offsetHeight],
      parts: [...root().querySelectorAll('.frame > *, .stage > *')].map(({ className }) => className),
      svg: element.toSVG(),
    });
    const before = look();
    await element.present();
    for (const name of ['PageDown', 'PageDown', 'l', 'b', 'PageDown']) {
      key(name);
      await settled();
    }
    // What the reader changes meanwhile does not survive
    element.selected = 'ITU-T Y.4000';
    element.restore({ color: 'role', camera: { x: 5, y: 5, k: 1.5 } });
    await settled();
    await leave();
    expect(look()).to.deep.equal(before);
    expect(root().adoptedStyleSheets.some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('--_zoom')))).to.equal(false);
    expect(told.at(-1)?.index).to.equal(-1);
    expect(told.at(-1)?.scene).to.equal(undefined);
    addressWritten();
    expect(look(), 'nothing was left to be written').to.deep.equal(before);
    spacer.remove();
  });

  it('PR12 leaving in the midst of a flight puts back every part of the state, open panels, and a focus elsewhere on the page', async () => {
    await create([{ title: 'Near', camera: { x: -400, y: 0, width: 60, height: 40 } }, ...SCENES.slice(1)]);
    const field = document.createElement('input');
    const box = document.createElement('div');
    box.style.cssText = 'height: 300px; overflow: auto';
    element.replaceWith(box);
    box.append(element);
    document.body.prepend(field);
    await settled();
    element.restore({
      ...{ at: '2021', highlight: ['gaps'], color: 'status', filter: 'sdo:iso,itu-t', selected: ['ISO 37122'], panel: 'gaps' },
      moved: [{ id: 'ISO 37122', x: 30, y: -20 }],
      camera: { x: 12, y: -7, k: 2.5 },
    });
    await settled();
    addressWritten();
    history.replaceState({ ...(history.state as object), router: 7 }, '');
    box.scrollTop = 90;
    part('.detail').scrollTop = 40;
    field.focus();
    await settled();
    element.motion = 'auto';
    // Candidates of a day are looked for behind the picture, and the panel has them then
    const found = async (): Promise<void> => {
      while (!text('.detail').includes('Ranked by evidence')) await settled();
    };
    await found();
    const look = (): object => ({
      state: element.state,
      hash: location.hash,
      entry: history.state as object,
      entries: history.length,
      scroll: [box.scrollTop, part('.detail').scrollTop],
      focus: document.activeElement?.localName,
      panel: text('.detail'),
      banner: text('.day-banner'),
      hidden: [...document.querySelectorAll('[inert], [aria-hidden]')].length,
      svg: element.toSVG(),
    });
    const before = look();
    await element.present();
    for (const name of ['PageDown', 'PageDown', 'End', 'Home']) {
      key(name);
      await settled();
    }
    await leave();
    await found();
    expect(look()).to.deep.equal(before);
    // No frame that was asked for before moves it afterwards
    for (let frame = 0; frame < 5; frame++) await drawn();
    addressWritten();
    expect(look()).to.deep.equal(before);
    field.remove();
    box.remove();
  });

  it('PR12 a scene that changes nothing, and leaving it, have the drawing keep clear of what covers it then', async () => {
    await create([{ title: 'As it is' }], { style: 'height: 420px' });
    const whole = async (): Promise<object | null> => {
      key('0');
      await settled();
      return element.state.camera;
    };
    const before = await whole();
    await element.present();
    await settled();
    await leave();
    expect(await whole()).to.deep.equal(before);
  });

  it('PR13 an element that is taken away while it presents leaves nothing behind and comes back as it was', async () => {
    await create();
    const { state } = element;
    await element.present(1);
    element.remove();
    expect(element.state).to.deep.equal(state);
    expect(told.at(-1)?.index).to.equal(-1);
    const event = key('PageDown', {}, document.body);
    expect(event.defaultPrevented).to.equal(false);
    document.body.append(element);
    await settled();
    expect(find('.show-head')).to.equal(null);
    expect(element.view).to.equal('graph');
    await element.present();
    expect(title()).to.equal('One');
  });

  it('PR14 a step redirects the camera from where it is, and without motion it is there at once', async () => {
    await viewport(1280, 720);
    const frames = new Map<number, FrameRequestCallback>();
    const request = window.requestAnimationFrame.bind(window);
    const cancel = window.cancelAnimationFrame.bind(window);
    let clock = 0;
    let last = 0;
    const run = (ms: number): void => {
      clock += ms;
      const due = [...frames.values()];
      frames.clear();
      for (const callback of due) callback(clock);
    };
    const far: Scene = { title: 'Far', camera: { x: 400, y: 0, width: 200, height: 100 } };
    const near: Scene = { title: 'Near', camera: { x: -400, y: 0, width: 400, height: 200 } };
    await create([near, far, near], { motion: 'auto' });
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) throw new Error('this test needs motion');
    await element.present();
    for (let stood = NaN; stood !== element.state.camera?.x;) {
      stood = element.state.camera?.x ?? 0;
      await settled();
    }
    window.requestAnimationFrame = (callback) => {
      frames.set(++last, callback);
      return last;
    };
    window.cancelAnimationFrame = (id) => {
      frames.delete(id);
    };
    try {
      const x = (): number => element.state.camera?.x ?? NaN;
      const begin = x();
      key('PageDown');
      await element.updateComplete;
      await Promise.resolve();
      for (let i = 0; i < 12; i++) run(30);
      const onTheWay = x();
      expect(onTheWay).to.be.greaterThan(begin);
      expect(find('.ghost'), 'the former picture fades').not.to.equal(null);
      key('PageUp');
      await element.updateComplete;
      await Promise.resolve();
      run(1);
      run(1);
      expect(Math.abs(x() - onTheWay), 'it goes on from there').to.be.lessThan(5);
      for (let i = 0; i < 80; i++) run(30);
      expect(x()).to.be.closeTo(begin, 0.5);
      expect(find('.ghost')).to.equal(null);
      element.motion = 'none';
      key('PageDown');
      await element.updateComplete;
      await Promise.resolve();
      run(1);
      run(1);
      expect(x()).to.be.greaterThan(begin + 100);
      expect(find('.ghost')).to.equal(null);
    } finally {
      window.requestAnimationFrame = request;
      window.cancelAnimationFrame = cancel;
      for (const callback of frames.values()) requestAnimationFrame(callback);
      await viewport(800, 600);
    }
  });

  it('PR15 type is large enough for the last row: 56, 32 and 22 px at 1920 × 1080, contrast 7 : 1', async () => {
    const isWhole = await viewport(1920, 1080);
    // A window system that has no such screen gives a smaller one: sizes are in proportion to it
    const share = isWhole ? 1 : Math.min(innerWidth / 1920, innerHeight / 1080);
    expect(share).to.be.greaterThan(0.5);
    await create();
    await element.present();
    const size = (selector: string): number => Number.parseFloat(getComputedStyle(part(selector)).fontSize);
    expect(size('.show-title')).to.be.at.least(56 * share);
    expect(size('.show-caption')).to.be.at.least(32 * share);
    expect(size('.show-legend')).to.be.at.least(22 * share);
    const zoom = part('.surface').getBoundingClientRect().width / part('.surface').offsetWidth;
    expect(10.8 * zoom, 'names of standards in the drawing').to.be.at.least(22 * share);
    const ink = document.createElement('canvas').getContext('2d');
    // As the screen shows it, whatever notation a browser computes
    const channels = (colour: string): readonly number[] => {
      if (!ink) throw new Error('no canvas');
      ink.fillStyle = colour;
      ink.fillRect(0, 0, 1, 1);
      return [...ink.getImageData(0, 0, 1, 1).data.slice(0, 3)];
    };
    const luminance = (colour: string): number => {
      const [r = 0, g = 0, b = 0] = channels(colour).map((c) =>
        c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const selector of ['.show-title', '.show-caption', '.show-place', '.show-legend']) {
      const [text_, ground] = [
        luminance(getComputedStyle(part(selector)).color),
        luminance(getComputedStyle(part('.show-head')).backgroundColor),
      ];
      expect((Math.max(text_, ground) + 0.05) / (Math.min(text_, ground) + 0.05), selector).to.be.at.least(7);
    }
    const canvas = part('.surface').querySelector('canvas');
    expect(canvas?.width, 'as sharp as the screen').to.be.closeTo(innerWidth * devicePixelRatio, 3);
    await viewport(800, 600);
  });

  it('PR16 Tab goes round among the buttons, and the focus never leaves the presentation', async () => {
    await create();
    const before = document.createElement('button');
    document.body.prepend(before);
    await element.present();
    expect(root().activeElement).to.equal(part('.show-title'));
    const seen = new Set<Element | null>();
    for (let i = 0; i < 20; i++) {
      await sendKeys({ press: 'Tab' });
      expect(document.activeElement).to.equal(element);
      seen.add(root().activeElement);
    }
    expect(seen.size).to.equal(root().querySelectorAll('.show-controls button').length);
    before.remove();
  });

  it('PR19 the first scene stands in the middle of the screen, whatever panels lay over the drawing before', async () => {
    if (!(await viewport(1280, 800))) return;
    const cameraOf = async (without: string): Promise<string> => {
      await create([{ title: 'All' }], without === '' ? {} : { without });
      // Whether a browser goes full screen depends on keys pressed before, and its screen has another size than the window
      element.requestFullscreen = () => Promise.reject(new TypeError('not allowed'));
      await element.present();
      await settled();
      const picture = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
      const mark = [...picture.querySelectorAll('.marks title')].find(({ textContent }) => textContent === 'ISO 37122')?.parentElement;
      await leave();
      element.remove();
      return ['cx', 'cy'].map((name) => Number(mark?.getAttribute(name) ?? NaN).toFixed(0)).join(' ');
    };
    const beside = await cameraOf('');
    expect(beside)
      .to.match(/^\d+ \d+$/)
      .and.to.equal(await cameraOf('filters legend detail'));
    await viewport(800, 600);
  });

  it('PR20 a scene stands when what its lens looks for is found, and its legend names no sign that is not there', async () => {
    const given = Object.getOwnPropertyDescriptor(window, 'requestIdleCallback');
    // The candidates are looked for while the page is idle: it is not, until it is told to be
    const held: IdleRequestCallback[] = [];
    window.requestIdleCallback = (callback) => held.push(callback);
    try {
      await create([{ title: 'Lens', highlight: 'overlaps', show: ['ISO 37122', 'ITU-T Y.4000'] }]);
      let stands = false;
      const asked = element.present().then(() => (stands = true));
      for (; !find('.show-title');) await drawn();
      for (let i = 0; i < 5; i++) await settled();
      expect(stands, 'before there are candidates').to.equal(false);
      expect(text('.show-legend')).not.to.match(/candidates/i);
      expect(held.length).to.be.greaterThan(0);
      for (const callback of held.splice(0)) callback({ didTimeout: false, timeRemaining: () => 10 });
      await asked;
      expect(text('.show-legend')).to.match(/candidates/i);
      const shown = [...part('.show-legend').querySelectorAll('li')].filter((row) => getComputedStyle(row).display !== 'none');
      expect(shown.map(({ textContent }) => textContent).filter((row) => /\s0\s*$/.test(row))).to.deep.equal([]);
    } finally {
      if (given) Object.defineProperty(window, 'requestIdleCallback', given);
      else Reflect.deleteProperty(window, 'requestIdleCallback');
    }
  });

  it('PR20 the standards that a scene is about are named in the drawing, whatever the camera shows and the lens is about', async () => {
    const names = (): readonly string[] =>
      [
        ...new DOMParser()
          .parseFromString(element.toSVG(), 'image/svg+xml')
          .querySelectorAll('.labels .standard text, .labels text.standard, .labels g.standard text'),
      ].map(({ textContent }) => textContent);
    await create([
      { title: 'Whole' },
      { title: 'Shown', show: ['ISO 37122'], camera: { x: 0, y: 0, width: 9000, height: 9000 } },
      { title: 'Few', filter: 'id:"ISO 37122"', highlight: 'gaps', camera: { x: 0, y: 0, width: 9000, height: 9000 } },
    ]);
    await element.present('Shown');
    await settled();
    expect(names()).to.deep.equal(['ISO 37122']);
    await element.present('Few');
    await settled();
    expect(names()).to.deep.equal(['ISO 37122']);
    await element.present('Whole');
    await settled();
    element.restore({ camera: { x: 0, y: 0, k: 0.05 } });
    await settled();
    expect(names()).to.deep.equal([]);
  });

  it('PR20 a scene that names what is to be seen has nothing that its lens would add; another scene of the same filter has', async () => {
    const marks = (): number =>
      new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml').querySelectorAll('.marks .standard > *').length;
    const scene = { filter: 'id:"ISO 37122"', highlight: 'overlaps' };
    await create([
      { title: 'Named', ...scene, show: ['ISO 37122'] },
      { title: 'Passing', ...scene },
    ]);
    expect(element.overlaps.some(({ a, b }) => [a, b].includes('ISO 37122'))).to.equal(true);
    await element.present('Named');
    await settled();
    const named = marks();
    await element.present('Passing');
    await settled();
    expect([named, marks()]).to.deep.equal([1, 2]);
    await leave();
    element.restore({ filter: scene.filter, highlight: ['overlaps'] });
    await settled();
    expect(marks(), 'nothing of a scene stays').to.equal(2);
  });

  it('PR21 after the last scene it says that it is over; next stays there, back shows the last scene again', async () => {
    await create();
    await element.present(3);
    key('PageDown');
    expect(text('.show-end')).to.match(/^End A talk/);
    expect(text('.show-told')).to.match(/End of “A talk”/);
    const box = part('.show-end').getBoundingClientRect();
    expect([box.left, box.top, box.width, box.height]).to.deep.equal([0, 0, innerWidth, innerHeight]);
    key('PageDown');
    expect(text('.show-end')).to.match(/^End/);
    expect(told.at(-1)?.index, 'the page is at the last scene').to.equal(3);
    key('PageUp');
    expect(find('.show-end')).to.equal(null);
    expect(title()).to.equal('Four');
    key('PageDown');
    part('.show-end [data-run=first]').click();
    expect(find('.show-end')).to.equal(null);
    expect(title()).to.equal('One');
    key('End');
    key('PageDown');
    const ended = new Promise((done) => {
      element.addEventListener('standards-present', (event) => event.index === -1 && done(event));
    });
    part('.show-end [data-run=leave]').click();
    await ended;
  });

  it('PR22 what the pointer rests on is told, until the scene is another; the laser points and nothing is told', async () => {
    await create([
      { title: 'One', show: ['ISO 37122'] },
      { title: 'Two', show: ['ISO 37122'] },
    ]);
    await element.present();
    await settled();
    const surface = part('.surface');
    const over = (): void => {
      const box = surface.getBoundingClientRect();
      const [clientX, clientY] = [box.left + box.width / 2, box.top + box.height / 2];
      const target = root().elementFromPoint(clientX, clientY) ?? part('.show-head');
      for (const name of ['pointerover', 'pointerenter', 'pointermove'])
        target.dispatchEvent(
          new PointerEvent(name, { pointerType: 'mouse', pointerId: 1, isPrimary: true, clientX, clientY, bubbles: true, composed: true }),
        );
    };
    const tooltip = (): string => text('.tooltip');
    over();
    await settled();
    expect(tooltip(), 'the one standard of the scene stands in the middle').to.match(/ISO 37122/);
    key('PageDown');
    await settled();
    expect(tooltip()).to.equal('');
    key('l');
    over();
    await settled();
    expect(tooltip()).to.equal('');
    key('l');
    over();
    await settled();
    expect(tooltip()).to.match(/ISO 37122/);
    key('b');
    await settled();
    expect(tooltip()).to.equal('');
  });

  it('PR23 on a phone the buttons stand in one row and the legend is not cut', async () => {
    if (!(await viewport(390, 844))) return;
    await create([{ title: 'All', highlight: 'overlaps' }]);
    await element.present();
    await settled();
    const tops = [...root().querySelectorAll('.show-controls button')].filter((one) => one.getClientRects().length > 0);
    expect(tops.length).to.be.greaterThan(6);
    expect(new Set(tops.map((one) => one.getBoundingClientRect().top)).size).to.equal(1);
    const legend = part('.show-legend');
    expect(legend.scrollWidth).to.be.at.most(legend.clientWidth);
    const buttons = part('.show-controls').getBoundingClientRect();
    expect(buttons.bottom, 'above the legend, however many rows it has').to.be.at.most(part('.show-foot').getBoundingClientRect().top);
    await viewport(800, 600);
  });

  it('PR17 reduced motion: neither flights nor fading', async () => {
    const wish = '(prefers-reduced-motion: reduce)';
    const own = window.matchMedia.bind(window);
    // Where the wish cannot be made of the browser, it is answered in its place
    if (!(await mediaFeatures({ 'prefers-reduced-motion': 'reduce' })))
      window.matchMedia = (query) => (query === wish ? Object.defineProperty(own(query), 'matches', { value: true }) : own(query));
    try {
      const [near, far] = [-400, 400].map((x): Scene => ({ title: String(x), camera: { x, y: 0, width: 200, height: 100 } }));
      if (!near || !far) throw new Error('two scenes');
      await create([near, far, { title: 'Table', view: 'table' }], { motion: 'auto' });
      expect(matchMedia(wish).matches).to.equal(true);
      await element.present();
      await settled();
      const begin = element.state.camera?.x ?? NaN;
      key('PageDown');
      expect(find('.ghost')).to.equal(null);
      await settled();
      const there = element.state.camera;
      expect(there?.x).to.be.greaterThan(begin);
      await drawn();
      await drawn();
      expect(element.state.camera, 'it was there at once').to.deep.equal(there);
      key('PageDown');
      await element.updateComplete;
      expect(part('.stage').getAnimations()).to.deep.equal([]);
    } finally {
      window.matchMedia = own;
      await mediaFeatures({});
    }
  });
});

describe('the demo page', () => {
  it('SY6 its button presents the story that the map names, and says why where that cannot be', async () => {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 780px; height: 560px';
    frame.src = '/demo/index.html';
    document.body.append(frame);
    try {
      await new Promise((done) => (frame.onload = done));
      const page = frame.contentDocument;
      const map = page?.querySelector('standards-map');
      const [button, said] = [page?.querySelector<HTMLElement>('#present'), page?.querySelector('#told')];
      if (!map || !button || !said) throw new Error('the page has a map, a button and a place for what is told');
      await map.ready;
      const name = map.story;
      map.story = '#nothing';
      button.click();
      for (; said.textContent === '';) await drawn();
      expect(said.textContent).to.match(/no story “nothing”.*#coordination/);
      expect(map.matches(':state(presenting)')).to.equal(false);
      map.story = name;
      const story = map.catalogue?.dataset.stories?.find(({ id }) => `#${id}` === name);
      button.click();
      for (; !map.shadowRoot?.querySelector('.show-title');) await drawn();
      expect(said.textContent).to.equal('');
      expect(map.shadowRoot.querySelector('.show-title')?.textContent).to.equal(story?.scenes[0]?.title);
      expect(map.matches(':state(presenting)')).to.equal(true);
    } finally {
      frame.remove();
    }
  });
});
