import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { MapView, type Camera, type Hit } from '../../src/interact/map-view.js';
import { viewTools } from '../../src/interact/view-tools.js';
import { buildScene } from '../../src/scene/build.js';
import type { CandidateRef, NodeRef, Scene } from '../../src/scene/scene.js';
import { drawn, wheel } from '../browser.js';
import { LIGHT } from '../render/light.js';
import { everything, node, town } from '../scene/town.js';
import { hitAt, labelBoxes } from './view-probes.js';

const SIZE = { width: 600, height: 400 };
const graph = town();
/** Ten nodes a row, 60 units apart. */
const xy = Float32Array.from({ length: 2 * graph.ids.length }, (_, i) => 60 * (i % 2 === 0 ? (i / 2) % 10 : Math.floor((i - 1) / 20)));
const scene = (selected: readonly NodeRef[] = [], visible = everything(graph)): Scene =>
  buildScene({ graph, xy, visible, color: 'sdo', selected });
const ISO = node('standard', 'ISO 37122');

interface Bench {
  readonly surface: HTMLElement;
  readonly view: MapView;
  readonly hovers: (Hit | null)[];
  readonly selects: (readonly [NodeRef | CandidateRef | null, boolean])[];
  readonly cameras: Camera[];
  readonly paints: { count: number };
}
const benches: Bench[] = [];

/** A view in the top left corner of the page, painted once. */
async function bench(
  options: { readonly reducedMotion?: boolean; readonly first?: Scene; readonly display?: string } = {},
): Promise<Bench> {
  const { reducedMotion = true, first = scene(), display = 'block' } = options;
  const surface = document.createElement('div');
  surface.tabIndex = 0;
  surface.style.cssText = `position: fixed; left: 0; top: 0; width: ${SIZE.width}px; height: ${SIZE.height}px; display: ${display}`;
  document.body.append(surface);
  const made = { surface, hovers: [], selects: [], cameras: [], paints: { count: 0 } } as unknown as Bench;
  const view = new MapView(
    surface,
    {
      onHover: (hit) => made.hovers.push(hit),
      onSelect: (ref, add) => made.selects.push([ref, add]),
      onCamera: (camera) => made.cameras.push(camera),
      onPaint: () => made.paints.count++,
    },
    { theme: LIGHT, reducedMotion },
  );
  const whole = Object.assign(made, { view });
  benches.push(whole);
  view.equip(viewTools({}));
  view.setScene(first);
  await drawn();
  return whole;
}

const place = ({ view }: Bench, ref: NodeRef): readonly [number, number] => {
  const { x, y } = view.place(ref) ?? { x: NaN, y: NaN };
  return [Math.round(x), Math.round(y)];
};

/** A pixel of the picture at a point of the surface in CSS px. */
function pixel({ surface }: Bench, x: number, y: number): readonly number[] {
  const canvas = surface.querySelector('canvas');
  const scale = (canvas?.width ?? 0) / SIZE.width;
  return [...(canvas?.getContext('2d')?.getImageData(Math.round(x * scale), Math.round(y * scale), 1, 1).data ?? [])].slice(0, 3);
}
const rgb = (hex: string): readonly number[] => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

afterEach(async () => {
  for (const { view, surface } of benches.splice(0)) {
    view.dispose();
    surface.remove();
  }
  await resetMouse();
});

describe('V1 the camera', () => {
  it('first shows everything, then stays where it is whatever the scene', async () => {
    const made = await bench();
    for (const mark of graph.ids.keys()) {
      const { x, y } = made.view.place(
        node((['sdo', 'committee', 'topic', 'standard'] as const)[graph.kinds[mark] ?? 0] ?? 'sdo', graph.ids[mark] ?? ''),
      ) ?? { x: NaN, y: NaN };
      expect(x).to.be.within(0, SIZE.width);
      expect(y).to.be.within(0, SIZE.height);
    }
    const before = made.view.camera;
    made.view.setScene(scene([], new Set(['IEC 5'])));
    await drawn();
    expect(made.view.camera).to.deep.equal(before);
  });

  it('fits to a surface that is displayed only later', async () => {
    const made = await bench({ display: 'none' });
    made.surface.style.display = 'block';
    await drawn();
    await drawn();
    expect(made.view.place(ISO)?.x).to.be.within(0, SIZE.width);
    expect(made.paints.count).to.be.greaterThan(0);
    expect(made.cameras).to.deep.equal([]);
  });

  it('V14 tells of what somebody has moved, and not of what it shows by itself or what stays where it is', async () => {
    const { view, surface, cameras } = await bench();
    for (const width of ['300px', '150px', '0', '500px', `${String(SIZE.width)}px`]) {
      surface.style.width = width;
      while (view.size.width !== Number.parseFloat(width)) await drawn();
      await drawn();
    }
    view.setInsets({ left: 0, right: 0, top: 0, bottom: 120 });
    view.fit(undefined, { untold: true });
    view.setScene(scene([], new Set(['IEC 5'])));
    await drawn();
    expect(cameras).to.deep.equal([]);
    view.panBy(10, 0);
    await drawn();
    expect(cameras).to.deep.equal([view.camera]);
    view.setCamera(view.camera);
    await drawn();
    expect(cameras).to.have.lengthOf(1);
    // What was put elsewhere before it was told is no news
    view.panBy(10, 0);
    view.fit(undefined, { untold: true });
    await drawn();
    expect(cameras).to.have.lengthOf(1);
    // What was moved is told, though the surface has another size by then
    view.panBy(10, 0);
    surface.style.height = '300px';
    view.remeasure();
    await drawn();
    expect(cameras).to.deep.equal([cameras[0], view.camera]);
  });

  it('V14 a surface without a size is fitted once it has one, to what was asked for last, and nothing moves on it', async () => {
    const { view, surface, cameras } = await bench();
    const whole = view.camera;
    view.fit([ISO]);
    const near = view.camera;
    view.fit();
    await drawn();
    cameras.length = 0;
    surface.style.display = 'none';
    while (view.size.width > 0) await drawn();
    view.fit([ISO]);
    view.reveal(ISO, { near: false });
    await drawn();
    expect([view.camera, cameras]).to.deep.equal([whole, []]);
    surface.style.display = 'block';
    while (view.size.width === 0) await drawn();
    await drawn();
    expect([view.camera, cameras]).to.deep.equal([near, [near]]);
  });

  it('keeps the middle of the surface on the drawing and the drawing large enough to be found', async () => {
    const { view } = await bench();
    const whole = view.camera;
    view.panBy(1e9, -1e9);
    view.zoomBy(1e-9);
    expect(view.camera.x).to.be.within(-30, 600);
    expect(view.camera.y).to.be.within(-30, 600);
    expect(view.camera.k).to.be.closeTo(0.4 * whole.k, 1e-6);
    view.zoomBy(1e9);
    expect(view.camera.k).to.equal(8);
  });

  it('V13 brings what stands at the edge of the drawing into the part that nothing covers, however much a panel covers', async () => {
    const { view } = await bench();
    const last = node('standard', graph.ids.at(-1) ?? '');
    for (const insets of [
      { left: 0, right: 0, top: 0, bottom: 300 },
      { left: 0, right: 400, top: 0, bottom: 0 },
    ]) {
      view.setInsets(insets);
      view.fit([last]);
      expect(view.place(last)?.x, 'x').to.be.within(insets.left, SIZE.width - insets.right);
      expect(view.place(last)?.y, 'y').to.be.within(insets.top, SIZE.height - insets.bottom);
    }
  });

  it('keeps to the drawing however far a drag goes', async () => {
    const { surface, view } = await bench();
    const press = (type: string, clientX: number): boolean =>
      surface.dispatchEvent(new MouseEvent(type, { view: window, bubbles: true, clientX, clientY: 200 }));
    press('mousedown', 300);
    press('mousemove', 310);
    press('mousemove', 1e7);
    press('mouseup', 1e7);
    expect(view.camera.x).to.be.within(-30, 600);
  });

  it('goes at once with reduced motion, in steps without', async () => {
    const still = await bench({ reducedMotion: true });
    still.view.zoomBy(2);
    const near = still.view.camera.k;
    const moving = await bench({ reducedMotion: false });
    moving.view.zoomBy(2);
    expect(moving.view.camera.k).to.be.lessThan(near);
    while (moving.view.camera.k < near - 1e-9) await drawn();
    expect(new Set(moving.cameras.map(({ k }) => k)).size).to.be.greaterThan(2);
  });

  it('brings a node into view, and does not move for one that is', async () => {
    const { view } = await bench();
    view.reveal(ISO);
    expect(view.place(ISO)?.x).to.be.closeTo(SIZE.width / 2, 1e-6);
    expect(view.place(ISO)?.y).to.be.closeTo(SIZE.height / 2, 1e-6);
    const before = view.camera;
    view.reveal(ISO);
    expect(view.camera).to.deep.equal(before);
  });
});

describe('V2 clicks and drags', () => {
  it('a click on a mark selects it, with Shift it adds, on the ground it clears', async () => {
    const made = await bench();
    await sendMouse({ type: 'click', position: [...place(made, ISO)] as [number, number] });
    made.surface.dispatchEvent(new MouseEvent('click', { clientX: place(made, ISO)[0], clientY: place(made, ISO)[1], shiftKey: true }));
    await sendMouse({ type: 'click', position: [3, 3] });
    expect(made.selects).to.deep.equal([
      [ISO, false],
      [ISO, true],
      [null, false],
    ]);
  });

  it('a drag moves the map under the pointer and selects nothing', async () => {
    const made = await bench();
    const [x, y] = place(made, ISO);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 40, y + 25] });
    await sendMouse({ type: 'up' });
    await drawn();
    const [nowX, nowY] = place(made, ISO);
    expect(Math.abs(nowX - x - 40)).to.be.at.most(1);
    expect(Math.abs(nowY - y - 25)).to.be.at.most(1);
    expect(made.selects).to.deep.equal([]);
  });
});

describe('V3 the wheel', () => {
  it('comes nearer to the point under the pointer, and the page does not scroll', async () => {
    const made = await bench();
    document.body.style.height = '5000px';
    const [x, y] = place(made, ISO);
    const { k } = made.view.camera;
    await wheel(x, y, -120);
    while (made.view.camera.k === k) await drawn();
    const [nowX, nowY] = place(made, ISO);
    expect(made.view.camera.k).to.be.greaterThan(k);
    expect(Math.abs(nowX - x)).to.be.at.most(1);
    expect(Math.abs(nowY - y)).to.be.at.most(1);
    expect(document.scrollingElement?.scrollTop).to.equal(0);
    document.body.style.removeProperty('height');
  });
});

describe('V4 keys on the surface', () => {
  it('arrows move, plus and minus zoom, 0 shows everything', async () => {
    const { surface, view } = await bench();
    surface.focus();
    const whole = view.camera;
    await sendKeys({ press: '+' });
    expect(view.camera.k).to.be.closeTo(1.4 * whole.k, 1e-9);
    await sendKeys({ press: 'ArrowRight' });
    expect(view.camera.x).to.be.closeTo(whole.x + 80 / view.camera.k, 1e-3);
    await sendKeys({ press: 'ArrowUp' });
    expect(view.camera.y).to.be.closeTo(whole.y - 80 / view.camera.k, 1e-3);
    await sendKeys({ press: '-' });
    expect(view.camera.k).to.be.closeTo(whole.k, 1e-9);
    await sendKeys({ press: '0' });
    expect(view.camera.x).to.be.closeTo(whole.x, 1e-3);
  });

  it('other keys, and keys with Ctrl, stay with the browser', async () => {
    const { surface, view } = await bench();
    const before = view.camera;
    for (const init of [{ key: 'a' }, { key: '+', ctrlKey: true }, { key: 'ArrowLeft', altKey: true }, { key: '0', metaKey: true }]) {
      const event = new KeyboardEvent('keydown', { ...init, cancelable: true });
      surface.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(view.camera).to.deep.equal(before);
  });
});

describe('V5 the pointer', () => {
  it('tells the mark below it once, and when it has left; the base is not drawn again', async () => {
    const made = await bench();
    const [x, y] = place(made, ISO);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'move', position: [x + 1, y] });
    await drawn();
    const painted = made.paints.count;
    expect(made.surface.classList.contains('over')).to.equal(true);
    await sendMouse({ type: 'move', position: [3, 3] });
    await drawn();
    expect(made.hovers.map((hit) => hit?.target ?? null)).to.deep.equal([ISO, null]);
    expect(made.surface.classList.contains('over')).to.equal(false);
    expect(made.paints.count).to.equal(painted);
  });

  it('hits within 12 px of a mark, a finger within 22', async () => {
    const made = await bench();
    const [x, y] = place(made, ISO);
    expect(hitAt(made.view, x, y + 11)?.target).to.deep.equal(ISO);
    expect(hitAt(made.view, x, y + 14)).to.equal(null);
    const tap = new PointerEvent('click', { pointerType: 'touch', clientX: x, clientY: y + 20 });
    made.surface.dispatchEvent(tap);
    expect(made.selects).to.deep.equal([[ISO, false]]);
  });

  it('touch leaves scrolling and pinching of the surface to the map', async () => {
    const { surface } = await bench();
    expect(getComputedStyle(surface).touchAction).to.equal('none');
    surface.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'touch', clientX: 300, clientY: 200 }));
    expect(benches[0]?.hovers).to.deep.equal([]);
  });
});

describe('V6 the picture', () => {
  it('shows a mark in its colour, and follows the theme', async () => {
    const made = await bench();
    made.view.reveal(ISO);
    await drawn();
    const [x, y] = place(made, ISO);
    expect(pixel(made, x, y)).to.deep.equal(rgb(LIGHT.hues[0] ?? ''));
    made.view.setTheme({ ...LIGHT, hues: LIGHT.hues.map(() => '#123456') });
    await drawn();
    expect(pixel(made, x, y)).to.deep.equal(rgb('#123456'));
  });

  it('is not drawn again while nothing changes', async () => {
    const made = await bench();
    await drawn();
    const { count } = made.paints;
    for (let i = 0; i < 5; i++) await drawn();
    expect(made.paints.count).to.equal(count);
  });

  it('has as many pixels as the screen, and follows the size of the surface', async () => {
    const { surface } = await bench();
    const sizes = (): readonly (readonly number[])[] => [...surface.querySelectorAll('canvas')].map(({ width, height }) => [width, height]);
    expect(sizes()).to.deep.equal([1, 2].map(() => [SIZE.width, SIZE.height].map((px) => Math.round(px * devicePixelRatio))));
    surface.style.width = '300px';
    await drawn();
    await drawn();
    expect(sizes()[0]?.[0]).to.equal(Math.round(300 * devicePixelRatio));
  });

  it('writes labels that do not overlap, at every zoom', async () => {
    const { view } = await bench();
    for (let k = 0.2; k < 8; k *= 1.3) {
      view.setCamera({ x: 270, y: 60, k });
      const labels = labelBoxes(view);
      for (const [i, a] of labels.entries()) {
        for (const b of labels.slice(0, i)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, `${a.text} | ${b.text} at ${k}`).to.equal(true);
        }
      }
    }
    expect(labelBoxes(view)).not.to.have.length(0);
  });
});

describe('V8 marks glide', () => {
  const aside = xy.map((at, i) => (i % 2 === 0 ? at : at + 120));
  const moved = buildScene({ graph, xy: aside, visible: everything(graph), color: 'sdo', selected: [] });

  it('over several pictures to their new places, at once with reduced motion', async () => {
    for (const reducedMotion of [false, true]) {
      const made = await bench({ reducedMotion });
      const { count } = made.paints;
      made.view.setScene(moved, { move: true });
      const [x, y] = place(made, ISO);
      await drawn();
      if (reducedMotion) expect(made.paints.count).to.equal(count + 1);
      else expect(pixel(made, x, y)).not.to.deep.equal(rgb(LIGHT.hues[0] ?? ''));
      let last = -1;
      while (last < made.paints.count) {
        last = made.paints.count;
        await drawn();
      }
      if (!reducedMotion) expect(last).to.be.greaterThan(count + 3);
      expect(pixel(made, x, y)).to.deep.equal(rgb(LIGHT.hues[0] ?? ''));
    }
  });

  it('a scene that comes meanwhile without moving stands at once', async () => {
    const made = await bench({ reducedMotion: false });
    made.view.setScene(moved, { move: true });
    await drawn();
    made.view.setScene(scene());
    await drawn();
    const { count } = made.paints;
    await drawn();
    expect(made.paints.count).to.equal(count);
    expect(pixel(made, ...place(made, ISO))).to.deep.equal(rgb(LIGHT.hues[0] ?? ''));
  });
});

describe('V7 dispose', () => {
  it('leaves an empty surface that answers nothing, also with a frame and a movement under way', async () => {
    const made = await bench({ reducedMotion: false });
    made.view.zoomBy(3);
    made.view.dispose();
    const { count } = made.paints;
    const { length } = made.cameras;
    made.surface.dispatchEvent(new MouseEvent('click', { clientX: 300, clientY: 200 }));
    made.surface.dispatchEvent(new WheelEvent('wheel', { deltaY: 100, clientX: 300, clientY: 200 }));
    made.surface.dispatchEvent(new KeyboardEvent('keydown', { key: '+' }));
    await drawn();
    expect(made.surface.childElementCount).to.equal(0);
    expect([made.paints.count, made.cameras.length, made.selects.length]).to.deep.equal([count, length, 0]);
  });
});

describe('V9 canvases', () => {
  /** All pixels of the base canvas and of the overlay. */
  const pixels = ({ surface }: Bench): readonly string[] => [...surface.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());

  it('the pointer on a mark leaves the picture as it is, to the last pixel, and draws on top of it', async () => {
    const made = await bench();
    await drawn();
    const [base, overlay] = pixels(made);
    const [x, y] = place(made, ISO);
    await sendMouse({ type: 'move', position: [x, y] });
    await drawn();
    expect(made.hovers).to.have.length(1);
    expect(pixels(made)[0]).to.equal(base);
    expect(pixels(made)[1]).not.to.equal(overlay);
    await sendMouse({ type: 'move', position: [3, 3] });
    await drawn();
    expect(pixels(made)).to.deep.equal([base, overlay]);
  });

  it('a context that was lost shows the same picture when it is back', async () => {
    const made = await bench();
    await drawn();
    const before = pixels(made);
    for (const canvas of made.surface.querySelectorAll('canvas')) {
      canvas.dispatchEvent(new Event('contextlost', { cancelable: true }));
      // What a browser gives back is blank
      canvas.getContext('2d')?.reset();
      expect(pixels(made)).not.to.deep.equal(before);
      canvas.dispatchEvent(new Event('contextrestored'));
    }
    await drawn();
    expect(pixels(made)).to.deep.equal(before);
  });

  it('the picture is the same after a way of movements as after none', async () => {
    const [made, other] = [await bench(), await bench()];
    for (const { view } of [made]) {
      view.setCamera({ x: 300, y: 60, k: 4 }, { animate: false });
      await drawn();
      view.setCamera({ x: 200, y: 90, k: 0.5 }, { animate: false });
      await drawn();
    }
    for (const { view } of [made, other]) view.setCamera({ x: 270, y: 60, k: 1.9 }, { animate: false });
    await drawn();
    expect(pixels(made)).to.deep.equal(pixels(other));
  });
});
