import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { HandCallbacks } from '../../src/interact/hands.js';
import { MapView } from '../../src/interact/map-view.js';
import { viewTools } from '../../src/interact/view-tools.js';
import { buildScene } from '../../src/scene/build.js';
import { carriedWith, nodeOf } from '../../src/scene/moved.js';
import type { CandidateRef, IndirectRef, NodeRef, Scene } from '../../src/scene/scene.js';
import { drawn } from '../browser.js';
import { LIGHT } from '../render/light.js';
import { standard } from '../fixtures/small.js';
import { everything, node, town } from '../scene/town.js';

const SIZE = { width: 600, height: 400 };
const graph = town();
/** Ten nodes a row, 60 units apart. */
const xy = Float32Array.from({ length: 2 * graph.ids.length }, (_, i) => 60 * (i % 2 === 0 ? (i / 2) % 10 : Math.floor((i - 1) / 20)));
const sceneWith = (selected: readonly NodeRef[] = []): Scene =>
  buildScene({ graph, xy, visible: everything(graph), color: 'sdo', selected });
const ISO = node('standard', 'ISO 37122');
const GROUND = { x: 590, y: 390 };

interface Told {
  readonly carried: (readonly [string | null, number, number])[];
  readonly lassos: (readonly [readonly string[], boolean])[];
  readonly selects: (readonly [NodeRef | CandidateRef | null, boolean])[];
  readonly all: number[];
}
interface Bench extends Told {
  readonly surface: HTMLElement;
  readonly view: MapView;
  /** Hands come. */
  readonly equip: () => void;
}
const benches: Bench[] = [];

/**
 * A view in the top left corner of the page, 1 px a layout unit; what belongs to a record goes along with it.
 *
 * @param waiting takes what waits for hands, which are still to come then
 */
async function bench(selected: readonly string[] = [], given: HandCallbacks = {}, waiting?: (() => void)[]): Promise<Bench> {
  const surface = document.createElement('div');
  surface.tabIndex = 0;
  surface.style.cssText = `position: fixed; left: 0; top: 0; width: ${String(SIZE.width)}px; height: ${String(SIZE.height)}px`;
  document.body.append(surface);
  const told: Told = { carried: [], lassos: [], selects: [], all: [] };
  const view = new MapView(
    surface,
    {
      onHover: () => undefined,
      onSelect: (target: NodeRef | CandidateRef | null, add: boolean) => told.selects.push([target, add]),
      onCamera: () => undefined,
      onPaint: () => undefined,
      onceHands: waiting && ((act) => waiting.push(act)),
    },
    { theme: LIGHT, reducedMotion: true },
  );
  const hands: HandCallbacks = {
    carried: (target) => {
      const heads = target ? [target.id] : selected;
      return carriedWith(
        graph,
        'sdo',
        [],
        heads.map((id) => nodeOf(graph, id)),
      );
    },
    onCarried: (target, dx, dy) => told.carried.push([target?.id ?? null, Math.round(dx), Math.round(dy)]),
    onLasso: (ids, out) => told.lassos.push([ids, out]),
    onAll: () => told.all.push(1),
    ...given,
  };
  const made = {
    surface,
    view,
    equip: () => {
      view.equip(viewTools(hands));
    },
    ...told,
  };
  if (!waiting) made.equip();
  benches.push(made);
  view.setScene(sceneWith(selected.map((id) => node('standard', id))));
  view.setCamera({ x: 270, y: 60, k: 1 });
  await drawn();
  return made;
}

const place = ({ view }: Bench, ref: NodeRef = ISO): { x: number; y: number } => view.place(ref) ?? { x: NaN, y: NaN };
const pixels = ({ surface }: Bench): readonly string[] => [...surface.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());

/** A pointer event at a point of the surface. */
function point({ surface }: Bench, type: string, x: number, y: number, more: PointerEventInit = {}): void {
  const buttons = type === 'pointerup' || type === 'pointercancel' ? 0 : 1;
  surface.dispatchEvent(
    new PointerEvent(type, { pointerId: 1, pointerType: 'mouse', clientX: x, clientY: y, buttons, bubbles: true, ...more }),
  );
}
/** A click as the browser sends it after a press. */
const click = ({ surface }: Bench): boolean => surface.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));

afterEach(async () => {
  for (const { view, surface } of benches.splice(0)) {
    view.dispose();
    surface.remove();
  }
  await resetMouse();
});

describe('HA1 a mark that is dragged', () => {
  it('goes with the mouse, is told once at the end with how far it went, and selects nothing', async () => {
    const made = await bench();
    const { x, y } = place(made);
    const before = made.view.camera;
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(x) + 20, Math.round(y) + 10] });
    await sendMouse({ type: 'move', position: [Math.round(x) + 48, Math.round(y) + 90] });
    await drawn();
    expect(made.carried).to.deep.equal([]);
    expect(made.surface.classList.contains('held')).to.equal(true);
    await sendMouse({ type: 'up' });
    expect(made.carried).to.deep.equal([['ISO 37122', 48, 90]]);
    expect(made.selects).to.deep.equal([]);
    expect(made.view.camera).to.deep.equal(before);
    expect(made.surface.classList.contains('held')).to.equal(false);
  });

  it('is drawn where the pointer is, with what goes along, and as before when nobody takes it over', async () => {
    const made = await bench();
    const [before] = pixels(made);
    const { x, y } = place(made, node('committee', 'ISO/TC 268'));
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x, y + 150);
    await drawn();
    const [during] = pixels(made);
    expect(during).not.to.equal(before);
    // The picture of a scene that has them there, but for areas and labels: the marks stand where the hand has them
    const moved = xy.slice();
    for (const one of carriedWith(graph, 'sdo', [], [nodeOf(graph, 'ISO/TC 268')])) moved[2 * one + 1] = (moved[2 * one + 1] ?? 0) + 150;
    const held = made.view.hands.shown(sceneWith());
    expect([...held.marks.y]).to.deep.equal([
      ...buildScene({ graph, xy: moved, visible: everything(graph), color: 'sdo', selected: [] }).marks.y,
    ]);
    point(made, 'pointerup', x, y + 150);
    await drawn();
    expect(pixels(made)[0]).to.equal(before);
  });

  it('stays a click up to 4 px, and the ground beside it is dragged', async () => {
    const made = await bench();
    const { x, y } = place(made);
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x + 4, y);
    point(made, 'pointerup', x + 4, y);
    expect(made.carried).to.deep.equal([]);
    const { x: cameraX } = made.view.camera;
    point(made, 'pointerdown', x + 11, y);
    point(made, 'pointermove', x + 51, y);
    point(made, 'pointerup', x + 51, y);
    expect(made.carried).to.deep.equal([]);
    expect(made.view.camera.x).to.be.closeTo(cameraX - 40, 1e-6);
  });

  it('goes as far on the drawing as the pointer goes on the surface, at any zoom, and not beyond its edge', async () => {
    const made = await bench();
    made.view.setCamera({ x: 270, y: 60, k: 2 });
    await drawn();
    const { x, y } = place(made);
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x + 50, y + 20);
    point(made, 'pointerup', x + 50, y + 20);
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x, y + 5000);
    point(made, 'pointerup', x, y + 5000);
    expect(made.carried).to.deep.equal([
      ['ISO 37122', 25, 10],
      ['ISO 37122', 0, Math.round((SIZE.height - y) / 2)],
    ]);
  });

  it('goes back when Escape or the key of undo is pressed, when a second finger comes and when the browser takes the pointer away', async () => {
    const made = await bench();
    const { x, y } = place(made);
    let escapes = 0;
    made.surface.addEventListener('keydown', () => escapes++);
    const lift = (): void => {
      point(made, 'pointerdown', x, y);
      point(made, 'pointermove', x + 60, y);
    };
    lift();
    made.surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    point(made, 'pointermove', x + 90, y);
    point(made, 'pointerup', x + 90, y);
    expect(click(made)).to.equal(false);
    // Nobody else hears of it: it would clear the selection
    expect(escapes).to.equal(0);
    lift();
    // Nor of the key of undo, which would take back a step below the hand
    made.surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }));
    point(made, 'pointerup', x + 60, y);
    expect(escapes).to.equal(0);
    lift();
    point(made, 'pointerdown', x + 100, y + 100, { pointerId: 2 });
    point(made, 'pointerup', x + 100, y + 100, { pointerId: 2 });
    point(made, 'pointerup', x, y);
    lift();
    point(made, 'pointercancel', x, y);
    expect(made.carried).to.deep.equal([]);
    expect(made.view.hands.isBusy).to.equal(false);
  });

  it('by a finger follows once it has rested on it; a finger that moves at once drags the ground', async () => {
    const made = await bench();
    const { x, y } = place(made);
    const touch = { pointerType: 'touch' };
    point(made, 'pointerdown', x, y, touch);
    point(made, 'pointermove', x + 40, y, touch);
    point(made, 'pointerup', x + 40, y, touch);
    expect(made.carried).to.deep.equal([]);
    made.view.setCamera({ x: 270, y: 60, k: 1 });
    point(made, 'pointerdown', x + 15, y, touch);
    while (!made.surface.classList.contains('held')) await drawn();
    const menu = new MouseEvent('contextmenu', { bubbles: true, cancelable: true });
    made.surface.dispatchEvent(menu);
    expect(menu.defaultPrevented).to.equal(true);
    point(made, 'pointermove', x + 15, y + 70, touch);
    point(made, 'pointerup', x + 15, y + 70, touch);
    expect(made.carried).to.deep.equal([['ISO 37122', 0, 70]]);
  });

  it('that a selection has put back is ground', async () => {
    const made = await bench(['ISO 37122']);
    const far = node('standard', 'IEC 5');
    const { x, y } = place(made, far);
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x + 30, y);
    point(made, 'pointerup', x + 30, y);
    expect(made.carried).to.deep.equal([]);
  });
});

describe('HA3 keys', () => {
  it('Shift and arrows move what is selected, told once when the keys are let go; Alt goes by single px', async () => {
    const made = await bench(['ISO 37122']);
    made.surface.focus();
    const before = made.view.camera;
    const right = { key: 'ArrowRight', shiftKey: true, bubbles: true, cancelable: true };
    for (let i = 0; i < 2; i++) expect(made.surface.dispatchEvent(new KeyboardEvent('keydown', right))).to.equal(false);
    await drawn();
    expect(made.carried).to.deep.equal([]);
    made.surface.dispatchEvent(new KeyboardEvent('keyup', right));
    expect(made.carried).to.deep.equal([[null, 24, 0]]);
    made.surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', shiftKey: true, altKey: true }));
    made.surface.dispatchEvent(new KeyboardEvent('keyup', { key: 'ArrowUp' }));
    expect(made.carried.at(-1)).to.deep.equal([null, 0, -1]);
    expect(made.view.camera).to.deep.equal(before);
  });

  it('without a selection they move the map, and Alt with an arrow alone is left to the browser', async () => {
    const made = await bench();
    const { x } = made.view.camera;
    made.surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true }));
    expect(made.view.camera.x).to.equal(x + 80);
    const back = new KeyboardEvent('keydown', { key: 'ArrowLeft', altKey: true, cancelable: true });
    made.surface.dispatchEvent(back);
    expect(back.defaultPrevented).to.equal(false);
  });

  it('Ctrl and A on the focused surface ask for everything, and not for the text of the page', async () => {
    const made = await bench();
    const press = new KeyboardEvent('keydown', { key: 'a', ctrlKey: true, cancelable: true });
    made.surface.dispatchEvent(press);
    expect([made.all.length, press.defaultPrevented]).to.deep.equal([1, true]);
  });
});

describe('HA4 the lasso', () => {
  /** Draws around a point: a square of 2 × half a side. */
  const around = (made: Bench, { x, y }: { x: number; y: number }, half: number, more: PointerEventInit = {}): void => {
    point(made, 'pointerdown', x - half, y - half, more);
    for (const [dx, dy] of [
      [half, -half],
      [half, half],
      [-half, half],
    ] as const)
      point(made, 'pointermove', x + dx, y + dy, more);
    point(made, 'pointerup', x - half, y + half, more);
  };

  it('with Shift tells the standards inside, and with Alt that they are to be taken out; no record of another kind', async () => {
    const made = await bench();
    around(made, place(made), 12, { shiftKey: true });
    around(made, place(made), 12, { shiftKey: true, altKey: true });
    around(made, place(made, node('committee', 'ISO/TC 268')), 12, { shiftKey: true });
    around(made, { x: 300, y: 200 }, 1000, { shiftKey: true });
    expect(made.lassos.slice(0, 3)).to.deep.equal([
      [['ISO 37122'], false],
      [['ISO 37122'], true],
      [[], false],
    ]);
    expect(made.lassos[3]?.[0]).to.deep.equal([...everything(graph)]);
    expect(made.selects).to.deep.equal([]);
  });

  it('is drawn while the hand is on its way, begins on a mark too, and leaves the picture as it was', async () => {
    const made = await bench();
    const before = pixels(made);
    const { x, y } = place(made);
    const camera = made.view.camera;
    point(made, 'pointerdown', x, y, { shiftKey: true });
    point(made, 'pointermove', x + 50, y, { shiftKey: true });
    point(made, 'pointermove', x + 50, y + 50, { shiftKey: true });
    await drawn();
    expect(pixels(made)[0]).to.equal(before[0]);
    expect(pixels(made)[1]).not.to.equal(before[1]);
    point(made, 'pointerup', x + 50, y + 50, { shiftKey: true });
    await drawn();
    expect(pixels(made)).to.deep.equal(before);
    expect([made.view.camera, made.carried]).to.deep.equal([camera, []]);
  });

  it('in its mode needs no key, by mouse and by finger, and a click adds', async () => {
    const made = await bench();
    made.view.hands.isLassoMode = true;
    expect(made.surface.classList.contains('lasso')).to.equal(true);
    around(made, place(made), 12);
    around(made, place(made), 12, { pointerType: 'touch' });
    expect(made.lassos.map(([ids]) => ids)).to.deep.equal([['ISO 37122'], ['ISO 37122']]);
    const { x, y } = place(made);
    await drawn();
    made.surface.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y }));
    expect(made.selects.at(-1)).to.deep.equal([ISO, true]);
    made.view.hands.isLassoMode = false;
    around(made, GROUND, 20);
    expect(made.lassos).to.have.length(2);
  });

  it('is forgotten when Escape is pressed, and a scratch that encloses nothing is none', async () => {
    const made = await bench();
    const { x, y } = place(made);
    point(made, 'pointerdown', x - 20, y - 20, { shiftKey: true });
    point(made, 'pointermove', x + 20, y - 20, { shiftKey: true });
    point(made, 'pointermove', x, y + 40, { shiftKey: true });
    made.surface.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    point(made, 'pointerup', x, y + 40, { shiftKey: true });
    await drawn();
    point(made, 'pointerdown', x - 20, y, { shiftKey: true });
    point(made, 'pointermove', x + 20, y, { shiftKey: true });
    point(made, 'pointerup', x + 20, y, { shiftKey: true });
    expect(made.lassos).to.deep.equal([]);
  });
});

describe('HA5 what is begun before hands have come', () => {
  it('waits for them with every movement, and moves nothing else: a mark, a lasso, a key', async () => {
    const waiting: (() => void)[] = [];
    const made = await bench(['ISO 37122'], {}, waiting);
    const { x, y } = place(made);
    const before = made.view.camera;
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x + 20, y + 10);
    point(made, 'pointermove', x + 48, y + 90);
    point(made, 'pointerup', x + 48, y + 90);
    const around = [
      [x - 40, y - 40],
      [x + 40, y - 40],
      [x + 40, y + 40],
      [x - 40, y + 40],
    ] as const;
    point(made, 'pointerdown', ...around[0], { shiftKey: true });
    for (const at of around) point(made, 'pointermove', ...at, { shiftKey: true });
    point(made, 'pointerup', ...around[3], { shiftKey: true });
    for (const init of [
      { key: 'ArrowRight', shiftKey: true },
      { key: 'a', ctrlKey: true },
    ])
      expect(made.surface.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }))).to.equal(false);
    expect(waiting).to.have.length(4);
    expect([made.carried, made.lassos, made.all]).to.deep.equal([[], [], []]);
    made.equip();
    for (const act of waiting.splice(0)) act();
    expect(made.carried).to.deep.equal([
      ['ISO 37122', 48, 90],
      [null, 12, 0],
    ]);
    expect(made.lassos).to.deep.equal([[['ISO 37122'], false]]);
    expect(made.all).to.deep.equal([1]);
    expect(made.view.camera).to.deep.equal(before);
  });

  it('is held on where the pointer still holds it, and taken back where it was', async () => {
    const waiting: (() => void)[] = [];
    const made = await bench([], {}, waiting);
    const { x, y } = place(made);
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x + 20, y);
    point(made, 'pointercancel', x + 20, y);
    point(made, 'pointerdown', x, y);
    point(made, 'pointermove', x + 20, y);
    made.equip();
    for (const act of waiting.splice(0)) act();
    await drawn();
    expect(made.view.hands.held).to.be.greaterThan(-1);
    point(made, 'pointermove', x + 30, y + 70);
    point(made, 'pointerup', x + 30, y + 70);
    expect(made.carried).to.deep.equal([['ISO 37122', 30, 70]]);
  });

  it('does not touch a view that is gone, and is the ground where no hands come', async () => {
    const waiting: (() => void)[] = [];
    const [gone, without] = [await bench([], {}, waiting), await bench()];
    const { x, y } = place(gone);
    point(gone, 'pointerdown', x, y);
    point(gone, 'pointermove', x + 20, y);
    point(gone, 'pointerup', x + 20, y);
    gone.equip();
    gone.view.dispose();
    for (const act of waiting.splice(0)) act();
    expect(gone.carried).to.deep.equal([]);
    const alone = new MapView(
      without.surface,
      { onHover: () => undefined, onSelect: () => undefined, onCamera: () => undefined, onPaint: () => undefined },
      { theme: LIGHT, reducedMotion: true },
    );
    without.view.dispose();
    benches.push({ ...without, view: alone });
    alone.setScene(sceneWith());
    alone.setCamera({ x: 270, y: 60, k: 1 });
    point(without, 'pointerdown', x, y);
    point(without, 'pointermove', x + 20, y);
    point(without, 'pointerup', x + 20, y);
    expect(alone.camera.x).to.be.closeTo(250, 1e-6);
  });
});

describe('IL1 a link by way of what is filtered out', () => {
  /** ISO 1 and ISO 3 stand 200 apart; only the hidden ISO 2 relates them. */
  const related = town({
    standards: graph.catalogue.standards.map((one) =>
      one.id === 'ISO 1' || one.id === 'ISO 3'
        ? standard(one.id, { relations: [{ type: 'references', to: 'ISO 2', external: false, evidence: 'cites it' }] })
        : one,
    ),
  });
  const places = Float32Array.from({ length: 2 * related.ids.length }, () => 4000);
  places.set([170, 60], 2 * nodeOf(related, 'ISO 1'));
  places.set([370, 60], 2 * nodeOf(related, 'ISO 3'));
  const shown = (text?: (via: readonly string[]) => string): Scene =>
    buildScene({ graph: related, xy: places, visible: new Set(['ISO 1', 'ISO 3']), color: 'sdo', selected: [], indirectText: text });
  const REF: IndirectRef = { kind: 'indirect', a: 'ISO 1', b: 'ISO 3', text: 'by ISO 2' };

  it('is told while the pointer rests on it, and to a tap; a click on it selects nothing and clears nothing', async () => {
    const hovers: unknown[] = [];
    const made = await bench([]);
    const view = new MapView(
      made.surface,
      {
        onHover: (hit) => hovers.push(hit?.target ?? null),
        onSelect: (target) => hovers.push(['selected', target]),
        onCamera: () => undefined,
        onPaint: () => undefined,
      },
      { theme: LIGHT, reducedMotion: true },
    );
    made.view.dispose();
    benches.push({ ...made, view });
    view.equip(viewTools({}));
    view.setScene(shown((via) => `by ${via.join()}`));
    view.setCamera({ x: 270, y: 60, k: 1 });
    await drawn();
    await sendMouse({ type: 'move', position: [300, 204] });
    await drawn();
    await sendMouse({ type: 'click', position: [300, 204] });
    await sendMouse({ type: 'move', position: [300, 220] });
    await drawn();
    made.surface.dispatchEvent(new PointerEvent('click', { pointerType: 'touch', clientX: 300, clientY: 215 }));
    expect(hovers).to.deep.equal([REF, null, REF]);
  });
});
