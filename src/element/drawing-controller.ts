import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { MapView, type Hit } from '../interact/map-view.js';
import { measureWith } from '../render/fonts.js';
import { toSVG } from '../render/svg.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { buildGraph, NODE_KINDS, type Graph } from '../scene/graph.js';
import { positions } from '../scene/place.js';
import { buildScene } from '../scene/build.js';
import type { NodeRef, Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { Encoding } from '../state/state.js';
import { settle } from '../layout/client.js';
import { readTheme } from './theme.js';

/** Share of the width from which a panel counts as a sheet from below, and up to which it leaves room enough beside it. */
const WIDE_PANEL = 0.7;
const NARROW_PANEL = 0.5;
/** Size in CSS px of a picture of a map that is not displayed. */
const UNSEEN = { width: 1280, height: 800 } as const;

/** What to draw of a catalogue. */
export interface Drawn {
  readonly visible: ReadonlySet<StandardId>;
  readonly color: Encoding;
  readonly selected: readonly string[];
}

/** What the reader did in the drawing. */
export interface DrawingCallbacks {
  readonly onHover: (hit: Hit | null) => void;
  readonly onSelect: (id: string | null, add: boolean) => void;
  readonly onCamera: () => void;
  /** A picture of the dataset asked for last stands on the surface. */
  readonly onPaint: () => void;
  /** The layout could not be computed. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * Owns the map view of an element: positions of a catalogue, the scene of the moment, the theme of the page.
 *
 * The view exists while the element is connected; a removed element holds no canvas, worker or listener.
 */
export class DrawingController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #callbacks: DrawingCallbacks;
  #view: MapView | undefined;
  #surface: HTMLElement | undefined;
  #reader: HTMLElement | undefined;
  #theme: Theme | undefined;
  #abort: AbortController | undefined;
  #graph: Graph | undefined;
  #xy: Float32Array | undefined;
  #drawn: Drawn | undefined;
  #scene: Scene | undefined;
  #connections: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, callbacks: DrawingCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
  }

  get view(): MapView | undefined {
    return this.#view;
  }

  get scene(): Scene | undefined {
    return this.#scene;
  }

  /** Whether the positions of the catalogue asked for last stand. */
  get placed(): boolean {
    return this.#xy !== undefined;
  }

  hostConnected(): void {
    // A removal took the view away; the update puts a new one into the surface.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#connections?.abort();
    this.#connections = undefined;
    this.#view?.dispose();
    this.#view = undefined;
  }

  /** Puts the view into its element; does nothing when it is there already. */
  attach(surface: HTMLElement, probe: HTMLElement, reader: HTMLElement, reducedMotion: MediaQueryList, still: boolean): void {
    if (this.#view) return;
    this.#surface = surface;
    this.#reader = reader;
    this.#theme = readTheme(reader);
    this.#view = new MapView(
      surface,
      {
        onHover: this.#callbacks.onHover,
        onSelect: (node, add) => {
          this.#callbacks.onSelect(node?.id ?? null, add);
        },
        onCamera: this.#callbacks.onCamera,
        onPaint: () => {
          if (this.#scene) this.#callbacks.onPaint();
        },
      },
      { theme: this.#theme, reducedMotion: still || reducedMotion.matches },
    );
    const connections = new AbortController();
    const { signal } = connections;
    this.#connections = connections;
    reducedMotion.addEventListener(
      'change',
      () => {
        this.#view?.setReducedMotion(still || reducedMotion.matches);
      },
      { signal },
    );
    // The probe's colours are those of the page; a transition tells when the page's theme changes them.
    probe.addEventListener(
      'transitionrun',
      () => {
        this.restyle();
      },
      { signal },
    );
    matchMedia('(forced-colors: active)').addEventListener(
      'change',
      () => {
        this.restyle();
      },
      { signal },
    );
    if (this.#scene) this.#view.setScene(this.#scene);
  }

  /** Reads the colours of the page again. */
  restyle(): void {
    if (!this.#reader || !this.#view) return;
    this.#theme = readTheme(this.#reader);
    this.#view.setTheme(this.#theme);
  }

  /** Says which panels lie over the drawing, so that what is fitted or revealed keeps clear of them where room is left. */
  keepClear(panels: readonly Element[]): void {
    const surface = this.#surface?.getBoundingClientRect();
    if (!surface) return;
    const insets = { left: 0, right: 0, top: 0, bottom: 0 };
    for (const panel of panels) {
      const { left, right, top, width } = panel.getBoundingClientRect();
      if (width > WIDE_PANEL * surface.width) insets.bottom = Math.max(insets.bottom, surface.bottom - top);
      else if (width > NARROW_PANEL * surface.width) continue;
      else if (left + right < surface.left + surface.right) insets.left = Math.max(insets.left, right - surface.left);
      else insets.right = Math.max(insets.right, surface.right - left);
    }
    this.#view?.setInsets(insets);
  }

  /** Finds positions for a catalogue: shipped ones at once, else laid out in a worker. Answers when they stand. */
  async place(catalogue: Catalogue, seed: number): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const graph = this.#graph?.catalogue === catalogue ? this.#graph : buildGraph(catalogue);
    const planned = positions(graph, seed);
    this.#xy = undefined;
    this.#scene = undefined;
    this.#graph = graph;
    try {
      const xy = planned.settled ? planned.xy : await settle(planned.input, seed, { signal: abort.signal });
      if (abort.signal.aborted) return;
      this.#xy = xy;
      this.#host.requestUpdate();
    } catch (error) {
      if (!abort.signal.aborted) this.#callbacks.onFailure(error);
    }
  }

  /** Forgets the catalogue and stops what is under way. */
  clear(): void {
    this.#abort?.abort();
    this.#graph = undefined;
    this.#xy = undefined;
    this.#scene = undefined;
  }

  /** Draws; the scene is rebuilt only when something of it has changed. */
  draw(drawn: Drawn): void {
    const graph = this.#graph;
    const xy = this.#xy;
    if (!graph || !xy) return;
    const last = this.#drawn;
    if (this.#scene && last?.visible === drawn.visible && last.color === drawn.color && last.selected === drawn.selected) return;
    this.#drawn = drawn;
    this.#scene = buildScene({
      graph,
      xy,
      visible: drawn.visible,
      color: drawn.color,
      selected: drawn.selected.flatMap((id) => this.refs(id)),
    });
    this.#view?.setScene(this.#scene);
  }

  /**
   * What the surface shows, as SVG; of a map that is not displayed, all of it.
   *
   * @param title name of the picture; empty: the title of the dataset
   * @throws Error before a picture stands
   */
  svg(title: string): string {
    const context = document.createElement('canvas').getContext('2d');
    if (!this.#scene || !this.#theme || !context)
      throw new Error('standards-map: toSVG found no picture of the dataset. Expected a call after `ready` has resolved.');
    const { clientWidth: width = 0, clientHeight: height = 0 } = this.#view ? (this.#surface ?? {}) : {};
    const isSeen = width > 0 && height > 0;
    const measure = measureWith(context, this.#theme);
    const view = isSeen ? { size: { width, height }, camera: this.#view?.camera } : { size: UNSEEN };
    return toSVG(this.#scene, this.#theme, { ...view, measure, title: title || undefined });
  }

  /** The node of a record: of a standard before a committee, an SDO or a topic of the same id. */
  refs(id: string): readonly NodeRef[] {
    const kind = [...NODE_KINDS].reverse().find((k) => (this.#graph?.indexOf(k, id) ?? -1) >= 0);
    return kind ? [{ kind, id }] : [];
  }
}
