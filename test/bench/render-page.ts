import { MapView } from '../../src/interact/map-view.js';
import { viewTools } from '../../src/interact/view-tools.js';
import { catalogue } from '../../src/model/catalogue.js';
import type { Dataset } from '../../src/model/dataset.js';
import { readCompact } from '../../src/model/parse-compact.js';
import { fitted, NO_INSETS, type Camera } from '../../src/render/camera.js';
import { buildScene } from '../../src/scene/build.js';
import { buildGraph, NODE_KINDS, type Graph } from '../../src/scene/graph.js';
import type { NodeRef } from '../../src/scene/scene.js';
import { LIGHT } from '../render/light.js';
import { CirclesAndLines } from './circles-and-lines.js';
import { landscape } from './landscape.js';

/** What `render.mjs` puts into the page before any script: frames that run when asked for. */
interface Frames {
  /** Runs the frames asked for. */
  pump(): void;
  /** From now on frames wait to be pumped, or run as the browser paces them. */
  manual(is: boolean): void;
  /** Waits for a frame of the browser. */
  frame(): Promise<void>;
}
declare const frames: Frames;

const SIZE = { width: 1200, height: 800 };
/** Longest that a script of views or of pointer moves goes on, ms: a slow peer shows enough of itself by then. */
const BUDGET = 6000;

/** Either drawing, ours or the peer's. */
interface Drawing {
  setCamera(camera: Camera): void;
  /** Selects a node and draws that; the number of the selection. */
  select(nth: number): void;
  /** Element the pointer moves on. */
  readonly target: HTMLElement;
  dispose(): void;
}

const host = (): HTMLElement => {
  const element = document.createElement('div');
  element.style.cssText = `position: relative; width: ${SIZE.width}px; height: ${SIZE.height}px`;
  document.body.append(element);
  return element;
};

/** Makes every canvas finish what it was told. */
function flush(): void {
  for (const canvas of document.querySelectorAll('canvas')) canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}

function ours(graph: Graph, xy: Float32Array): Drawing {
  const surface = host();
  const nothing = (): void => undefined;
  const view = new MapView(
    surface,
    { onHover: nothing, onSelect: nothing, onCamera: nothing, onPaint: nothing },
    { theme: LIGHT, reducedMotion: true },
  );
  view.equip(viewTools({}));
  const visible = new Set(graph.catalogue.standards.map(({ id }) => id));
  const show = (selected: readonly NodeRef[]): void => {
    view.setScene(buildScene({ graph, xy, visible, color: 'sdo', selected }));
  };
  show([]);
  const { standards } = graph.catalogue;
  return {
    target: surface,
    setCamera: (camera) => {
      view.setCamera(camera, { animate: false });
    },
    select: (nth) => {
      const { id } = standards[Math.floor((nth * standards.length) / 20) % standards.length] ?? { id: '' };
      show([{ kind: 'standard', id }]);
    },
    dispose: () => {
      view.dispose();
      surface.remove();
    },
  };
}

function peer(graph: Graph, xy: Float32Array, withTopics: boolean): Drawing {
  const element = host();
  const drawing = new CirclesAndLines(element, graph, xy, withTopics);
  return {
    target: drawing.canvas,
    setCamera: (camera) => {
      drawing.setCamera(camera);
    },
    // It knows no selection: the nearest is a pointer on another node
    select: () => undefined,
    dispose: () => {
      drawing.dispose();
      element.remove();
    },
  };
}

let dataset: Dataset;
let graph: Graph;
let xy: Float32Array;
let drawing: Drawing;
let whole: Camera = { x: 0, y: 0, k: 1 };

function bounds(): { left: number; right: number; top: number; bottom: number } {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let i = 0; i < xy.length; i += 2) {
    box.left = Math.min(box.left, xy[i] ?? 0);
    box.right = Math.max(box.right, xy[i] ?? 0);
    box.top = Math.min(box.top, xy[i + 1] ?? 0);
    box.bottom = Math.max(box.bottom, xy[i + 1] ?? 0);
  }
  return box;
}

/** The views of the scripted camera: coming near by six, a circle, going out again. */
function script(count: number): Camera[] {
  const { left, right, top, bottom } = bounds();
  const [wide, high, third] = [right - left, bottom - top, Math.floor(count / 3)];
  const view = (nearer: number, dx: number, dy: number): Camera => ({
    x: whole.x + dx * wide,
    y: whole.y + dy * high,
    k: whole.k * nearer,
  });
  return Array.from({ length: count }, (_, i) => {
    if (i < third) {
      const t = (i + 1) / third;
      return view(6 ** t, 0.15 * t, 0.1 * t);
    }
    if (i < 2 * third) {
      const t = (2 * Math.PI * (i - third + 1)) / third;
      return view(6, 0.15 * Math.cos(t), 0.1 * Math.cos(t) + 0.12 * Math.sin(t));
    }
    const t = 1 - (i - 2 * third + 1) / (count - 2 * third);
    return view(6 ** t, 0.15 * t, 0.1 * t);
  });
}

/** The views in an order in which any beginning of them is spread over the whole way, until time is up; a short way keeps its order. */
function* evenly(views: readonly Camera[], end: number): Generator<Camera> {
  const isSlow = graph.ids.length > 50_000;
  for (let i = 0; i < views.length; i++) {
    if (performance.now() > end) return;
    // 37 shares no divisor with 90 or 30
    const view = views[isSlow ? (i * 37) % views.length : i];
    if (view) yield view;
  }
}

const rest = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      done();
    };
    port2.postMessage(0);
  });

const steps = {
  /** Reads a dataset. @param source `shipped`, a file of the compact form, or a number of synthetic standards */
  async load(source: string): Promise<{ standards: number }> {
    if (source === 'shipped') dataset = (await (await fetch('/data/smart-cities.json')).json()) as Dataset;
    else if (source.endsWith('.smc')) {
      const read = readCompact(new Uint8Array(await (await fetch(source)).arrayBuffer()));
      if (!read.ok) throw new Error(`${source}: ${read.issues[0]?.message ?? 'not readable'}`);
      dataset = read.dataset;
    } else dataset = landscape(Number(source));
    return { standards: dataset.standards.length };
  },

  /** From parsed data to a painted picture, ms; for the peer from the finished graph. */
  async first(which: 'ours' | 'peer' | 'fewer'): Promise<{ first: number; marks: number; links: number; topics: number }> {
    if (which !== 'ours') graph = buildGraph(catalogue(dataset));
    frames.manual(true);
    await frames.frame();
    const start = performance.now();
    if (which === 'ours') graph = buildGraph(catalogue(dataset));
    xy = graph.shipped;
    whole = fitted(bounds(), SIZE, NO_INSETS, 2.2);
    drawing = which === 'ours' ? ours(graph, xy) : peer(graph, xy, which === 'peer');
    drawing.setCamera(whole);
    frames.pump();
    flush();
    const first = performance.now() - start;
    const topics = graph.linkKinds.filter((kind) => kind === 2).length;
    return { first, marks: graph.ids.length, links: graph.linkKinds.length, topics };
  },

  /** Whole frames without pacing: the call, the frame it asks for, everything drawn. @returns ms each */
  async camera(count: number): Promise<number[]> {
    frames.manual(true);
    const times: number[] = [];
    const end = performance.now() + BUDGET;
    for (const camera of evenly(script(count), end)) {
      const start = performance.now();
      drawing.setCamera(camera);
      frames.pump();
      flush();
      times.push(performance.now() - start);
      await rest();
    }
    return times;
  },

  /** Frames as the browser paces them. @returns ms from each to the next */
  async real(count: number): Promise<number[]> {
    frames.manual(false);
    const times: number[] = [];
    await frames.frame();
    let last = performance.now();
    for (const camera of evenly(script(count), last + BUDGET)) {
      drawing.setCamera(camera);
      await frames.frame();
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  },

  /** The pointer from node to node: its event, the frame it asks for, everything drawn. @returns ms each */
  async hover(count: number): Promise<number[]> {
    frames.manual(true);
    const camera = { ...whole, k: 2 * whole.k };
    drawing.setCamera(camera);
    frames.pump();
    flush();
    const times: number[] = [];
    const { left, top } = drawing.target.getBoundingClientRect();
    const step = Math.max(1, Math.floor(graph.ids.length / (6 * count)));
    const end = performance.now() + BUDGET;
    for (let node = graph.ids.length - 1; node >= 0 && times.length < count && performance.now() < end; node -= step) {
      const x = ((xy[2 * node] ?? 0) - camera.x) * camera.k + SIZE.width / 2;
      const y = ((xy[2 * node + 1] ?? 0) - camera.y) * camera.k + SIZE.height / 2;
      if (x < 5 || y < 5 || x > SIZE.width - 5 || y > SIZE.height - 5) continue;
      const start = performance.now();
      drawing.target.dispatchEvent(
        new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, pointerType: 'mouse', bubbles: true }),
      );
      frames.pump();
      flush();
      times.push(performance.now() - start);
      await rest();
    }
    return times;
  },

  /** Selecting one standard after another: scene, frame, everything drawn. @returns ms each */
  async select(count: number): Promise<number[]> {
    frames.manual(true);
    drawing.setCamera(whole);
    frames.pump();
    const times: number[] = [];
    for (let nth = 0; nth < count; nth++) {
      const start = performance.now();
      drawing.select(nth);
      frames.pump();
      flush();
      times.push(performance.now() - start);
      await rest();
    }
    return times;
  },

  /** Whether the picture at rest is the one of the last frame of a movement: then nothing is left to become sharp. */
  async sharp(): Promise<boolean> {
    frames.manual(false);
    const picture = (): string => [...document.querySelectorAll('canvas')].map((canvas) => canvas.toDataURL()).join();
    drawing.setCamera({ ...whole, k: 3 * whole.k });
    await frames.frame();
    drawing.setCamera({ ...whole, k: 3.1 * whole.k });
    await frames.frame();
    await frames.frame();
    const moving = picture();
    await new Promise((done) => setTimeout(done, 300));
    return picture() === moving;
  },

  /** Goes so many times nearer than the whole drawing. */
  look(nearer: number): void {
    drawing.setCamera({ ...whole, k: nearer * whole.k });
  },

  end(): { kinds: readonly string[] } {
    drawing.dispose();
    return { kinds: NODE_KINDS };
  },
};

export type Steps = typeof steps;
Object.assign(globalThis, { bench: steps });
