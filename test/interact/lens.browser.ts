import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { MapView, type Hit } from '../../src/interact/map-view.js';
import { uncover } from '../../src/interact/uncover.js';
import { viewTools } from '../../src/interact/view-tools.js';
import { buildScene } from '../../src/scene/build.js';
import type { CandidateRef, NodeRef, OverlapPair, Scene, SceneInput } from '../../src/scene/scene.js';
import { drawn } from '../browser.js';
import { standard } from '../fixtures/small.js';
import { LIGHT } from '../render/light.js';
import { everything, node, town } from '../scene/town.js';
import { hitAt, labelBoxes } from './view-probes.js';

const SIZE = { width: 600, height: 400 };
const IDS = ['ISO 1', 'ISO 2', 'ISO 3', 'ISO 4'];
const graph = town({ standards: IDS.map((id) => standard(id, { topics: [] })), committees: [], topics: [], sdos: town().catalogue.sdos });
/** Four standards at the corners of a rectangle, everything else far away. */
const xy = Float32Array.from({ length: 2 * graph.ids.length }, () => 4_000);
IDS.forEach((id, i) => {
  xy.set([i % 2 === 0 ? 0 : 300, i < 2 ? 0 : 150], 2 * graph.indexOf('standard', id));
});
const PAIRS: readonly OverlapPair[] = [
  { a: 'ISO 1', b: 'ISO 2', band: 'high' },
  { a: 'ISO 3', b: 'ISO 4', band: 'low' },
];
const HIGH: CandidateRef = { kind: 'candidate', a: 'ISO 1', b: 'ISO 2', band: 'high' };
const visible = everything(graph);
const scene = (given: Partial<SceneInput> = {}): Scene =>
  buildScene({ graph, xy, visible, color: 'sdo', selected: [], candidates: PAIRS, ...given });
/** Middle of the arc from ISO 1 to ISO 2, layout units. */
const TOP = { x: 150, y: -36 };

interface Bench {
  readonly surface: HTMLElement;
  readonly view: MapView;
  readonly hovers: (Hit | null)[];
  readonly selects: (readonly [NodeRef | CandidateRef | null, boolean])[];
  readonly paints: { count: number };
}
const benches: Bench[] = [];

/** A view that shows the rectangle, 1 px a layout unit, its top left corner at 150, 150 of the surface. */
async function bench(first = scene()): Promise<Bench> {
  const surface = document.createElement('div');
  surface.style.cssText = `position: fixed; left: 0; top: 0; width: ${SIZE.width}px; height: ${SIZE.height}px`;
  document.body.append(surface);
  const told: Omit<Bench, 'view'> = { surface, hovers: [], selects: [], paints: { count: 0 } };
  const view = new MapView(
    surface,
    {
      onHover: (hit) => told.hovers.push(hit),
      onSelect: (target, add) => told.selects.push([target, add]),
      onCamera: () => undefined,
      onPaint: () => told.paints.count++,
    },
    { theme: LIGHT, reducedMotion: true },
  );
  const whole = { ...told, view };
  benches.push(whole);
  view.equip(viewTools({}));
  view.setScene(first);
  view.setCamera({ x: 150, y: 50, k: 1 });
  await drawn();
  return whole;
}

const on = ({ x, y }: { x: number; y: number }): [number, number] => [x - 150 + SIZE.width / 2, y - 50 + SIZE.height / 2];
const pictures = ({ surface }: Bench): readonly string[] => [...surface.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL());

afterEach(async () => {
  for (const { view, surface } of benches.splice(0)) {
    view.dispose();
    surface.remove();
  }
  await resetMouse();
});

describe('V10 the link of a candidate', () => {
  it('is told once while the pointer rests on it, with its pair and its band, and when the pointer has left', async () => {
    const made = await bench();
    const [x, y] = on(TOP);
    await sendMouse({ type: 'move', position: [x, y + 6] });
    await sendMouse({ type: 'move', position: [x + 2, y + 5] });
    await drawn();
    expect(made.surface.classList.contains('over')).to.equal(true);
    await sendMouse({ type: 'move', position: [x, 390] });
    await drawn();
    expect(made.hovers.map((hit) => hit?.target ?? null)).to.deep.equal([HIGH, null]);
    // The tooltip stands at the link, not at the pointer
    expect(made.hovers[0]?.y).to.be.closeTo(y, 1);
    expect(made.surface.classList.contains('over')).to.equal(false);
  });

  it('leaves the picture as it is to the last pixel, and draws on top of it', async () => {
    const made = await bench();
    const [base, overlay] = pictures(made);
    const { count } = made.paints;
    await sendMouse({ type: 'move', position: on(TOP) });
    await drawn();
    expect(pictures(made)[0]).to.equal(base);
    expect(pictures(made)[1]).not.to.equal(overlay);
    await sendMouse({ type: 'move', position: [5, 390] });
    await drawn();
    expect(pictures(made)).to.deep.equal([base, overlay]);
    expect(made.paints.count).to.equal(count);
  });

  it('is selected by a click, with Shift added; a finger reaches it within 22 px', async () => {
    const made = await bench();
    const [x, y] = on(TOP);
    await sendMouse({ type: 'click', position: [x, y] });
    made.surface.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, shiftKey: true }));
    made.surface.dispatchEvent(new PointerEvent('click', { pointerType: 'touch', clientX: x, clientY: y - 20 }));
    made.surface.dispatchEvent(new PointerEvent('click', { pointerType: 'touch', clientX: x, clientY: y - 24 }));
    expect(made.selects).to.deep.equal([
      [HIGH, false],
      [HIGH, true],
      [HIGH, false],
      [null, false],
    ]);
  });

  it('gives way to a mark that stands near', async () => {
    const { view } = await bench();
    const [x, y] = on({ x: 0, y: 0 });
    expect(hitAt(view, x + 8, y - 3)?.target).to.deep.equal(node('standard', 'ISO 1'));
    expect(hitAt(view, x + 30, y - 12)?.target).to.deep.equal(HIGH);
  });

  it('is not there without the lens', async () => {
    const made = await bench(scene({ candidates: undefined }));
    expect(hitAt(made.view, ...on(TOP))).to.equal(null);
    await sendMouse({ type: 'move', position: on(TOP) });
    expect(made.hovers).to.deep.equal([]);
  });

  it('is forgotten when a scene comes that has none under the pointer', async () => {
    const made = await bench();
    await sendMouse({ type: 'move', position: on(TOP) });
    await drawn();
    made.view.setScene(scene({ candidates: [] }));
    await drawn();
    const overlay = pictures(made)[1];
    await sendMouse({ type: 'move', position: [5, 390] });
    await drawn();
    expect(pictures(made)[1]).to.equal(overlay);
  });
});

describe('V12 both standards of a candidate', () => {
  const pair = [node('standard', 'ISO 1'), node('standard', 'ISO 2')];

  it('come out from below a panel, at most as near as before; the camera rests where nothing covers them', async () => {
    const { view } = await bench();
    const before = view.camera;
    uncover(view, pair);
    expect(view.camera).to.deep.equal(before);
    view.setInsets({ left: 0, right: 260, top: 0, bottom: 0 });
    uncover(view, pair);
    expect(view.camera.k).to.be.at.most(before.k);
    for (const one of pair) expect(view.place(one)?.x).to.be.within(0, SIZE.width - 260);
    const moved = view.camera;
    uncover(view, pair);
    expect(view.camera).to.deep.equal(moved);
    uncover(view, []);
    expect(view.camera).to.deep.equal(moved);
  });
});

describe('V11 the lenses', () => {
  it('write labels that do not overlap, at every zoom', async () => {
    const whole = town();
    const places = Float32Array.from(
      { length: 2 * whole.ids.length },
      (_, i) => 40 * (i % 2 === 0 ? (i / 2) % 6 : Math.floor((i - 1) / 12)),
    );
    const { view } = await bench(
      buildScene({
        graph: whole,
        xy: places,
        visible: everything(whole),
        color: 'sdo',
        selected: [],
        candidates: [{ a: 'ISO 37122', b: 'ITU-T Y.4000', band: 'high' }],
        gaps: new Map([
          ['energy', { gaps: 2, thin: 1 }],
          ['mobility', { gaps: 0, thin: 4 }],
        ]),
      }),
    );
    const topic = view.place(node('topic', 'mobility'));
    expect(hitAt(view, topic?.x ?? NaN, topic?.y ?? NaN)?.missing).to.equal('0 / 4');
    const texts = new Set<string>();
    for (let k = 0.2; k < 8; k *= 1.3) {
      view.setCamera({ x: 100, y: 60, k });
      const labels = labelBoxes(view);
      for (const [i, a] of labels.entries()) {
        texts.add(a.text);
        for (const b of labels.slice(0, i)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart, `${a.text} | ${b.text} at ${k}`).to.equal(true);
        }
      }
    }
    expect([...texts]).to.include.members(['Energy', 'ISO 37122', 'ITU-T Y.4000']);
  });
});
