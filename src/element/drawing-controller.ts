import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { OnceHands } from '../interact/hands-to-come.js';
import { MapView, type Hit } from '../interact/map-view.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId, TopicId } from '../model/dataset.js';
import { buildGraph, NODE_KINDS } from '../scene/graph.js';
import { groundScene } from '../scene/ground.js';
import type { ChangeLens, NodeRef, OverlapPair, Scene, TopicGaps } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { Encoding, Moved } from '../state/state.js';
import { Arrangement, type Setback } from './arrangement.js';
import { termOf } from './word-of.js';
import { words } from './words.js';
import type { DrawingTools } from './drawing-tools.js';
import { readTheme } from './theme.js';
import { wasThere } from '../analysis/day.js';

/** Share of the width from which a panel counts as a sheet from below, and up to which it leaves room enough beside it. */
const WIDE_PANEL = 0.7;
const NARROW_PANEL = 0.6;
/** Name of a status or a role on the ground of a territory. */
const nameOf = (value: string): string => termOf(words(), value);
/** What a link by way of hidden standards says. */
const indirectText = (via: readonly StandardId[]): string => words().byWayOf(via);
const NOTHING_MOVED: readonly Moved[] = Object.freeze([]);
/** Parts of what is drawn that are compared by identity. */
const DRAWN = ['records', 'visible', 'color', 'selected', 'candidates', 'gaps', 'changes', 'about'] as const;
/** What to draw of a catalogue. */
export interface Drawn {
  /** The catalogue that was placed, as of the day that is shown. */
  readonly records: Catalogue;
  readonly visible: ReadonlySet<StandardId>;
  readonly color: Encoding;
  readonly selected: readonly string[];
  /** The lens for overlaps: candidates, the strongest first; compared by identity. Default: the lens is off. */
  readonly candidates?: readonly OverlapPair[] | undefined;
  /** The lens for gaps: what is missing on which topic; compared by identity. Default: the lens is off. */
  readonly gaps?: ReadonlyMap<TopicId, TopicGaps> | undefined;
  /** The lens for changes; compared by identity. Default: the lens is off. */
  readonly changes?: ChangeLens | undefined;
  /** Records that the picture is made for; compared by identity. Default: it is of everything alike. */
  readonly about?: ReadonlySet<string> | undefined;
  /** Records at places of the reader's own; compared by identity. Default none. */
  readonly moved?: readonly Moved[] | undefined;
  /** What a status or a role is called. Default: its word of today. */
  readonly nameOf?: ((value: string) => string) | undefined;
}

/** What the reader did in the drawing. */
export interface DrawingCallbacks {
  readonly onHover: (hit: Hit | null) => void;
  readonly onSelect: (id: string | null, add: boolean) => void;
  /** The reader wants of hands what they will do once the desk has come. */
  readonly onceHands: OnceHands;
  /** A candidate's link was chosen: both standards are meant. */
  readonly onSelectPair: (a: StandardId, b: StandardId, add: boolean) => void;
  readonly onCamera: () => void;
  /** A picture of the dataset asked for last stands on the surface. */
  readonly onPaint: () => void;
  /** The layout of a first picture could not be computed. */
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
  /** Where everything stands. */
  readonly arrangement: Arrangement;
  #view: MapView | undefined;
  #tools: DrawingTools | undefined;
  #surface: HTMLElement | undefined;
  #reader: HTMLElement | undefined;
  #theme: Theme | undefined;
  #drawn: (Drawn & { readonly xy: Float32Array }) | undefined;
  /** Places with what was dragged, and what they were made of. */
  #places: { readonly standing: Float32Array; readonly moved: readonly Moved[]; readonly xy: Float32Array } | undefined;
  /** Places of the arrangement drawn last. */
  #standing: Float32Array | undefined;
  /** What comes next was let go where it is drawn already. */
  #isDropped = false;
  #scene: Scene | undefined;
  #connections: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, callbacks: DrawingCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    this.arrangement = new Arrangement(() => {
      const { setback, standing } = this.arrangement;
      if (setback && !standing) callbacks.onFailure(setback.error);
      host.requestUpdate();
    });
    host.addController(this);
  }

  get view(): MapView | undefined {
    return this.#view;
  }

  /** The colours of the page as they were read last. */
  get theme(): Theme | undefined {
    return this.#theme;
  }

  get scene(): Scene | undefined {
    return this.#scene;
  }

  /** Whether the positions of the catalogue asked for last stand. */
  get placed(): boolean {
    return this.arrangement.standing !== undefined;
  }

  /** What is drawn, and where everything stands, layout units, 2n; undefined before a picture stands. */
  get drawn(): (Drawn & { readonly xy: Float32Array }) | undefined {
    return this.#scene ? this.#drawn : undefined;
  }

  hostConnected(): void {
    // A removal took the view away; the update puts a new one into the surface. A layout that it ended is taken up again.
    this.#host.requestUpdate();
    this.arrangement.resume();
  }

  hostDisconnected(): void {
    this.arrangement.stop();
    this.#connections?.abort();
    this.#connections = undefined;
    this.#view?.dispose();
    this.#view = undefined;
  }

  /**
   * Puts the view into the surface of what is rendered; does nothing when it is there already, the surface is not yet, or the element is out of its page.
   *
   * @returns whether there is a new view, which shows all of the scene that stands
   */
  attach(root: ParentNode, reducedMotion: MediaQueryList, still: boolean): boolean {
    if (this.#view || !this.#host.isConnected) return false;
    const [surface, probe, reader] = ['.surface', '.probe', '.reader'].map((name) => root.querySelector<HTMLElement>(name));
    if (!surface || !probe || !reader) return false;
    this.#surface = surface;
    this.#reader = reader;
    this.#theme = readTheme(reader);
    this.#view = new MapView(
      surface,
      {
        ...this.#callbacks,
        onSelect: (target, add) => {
          if (target?.kind === 'candidate') this.#callbacks.onSelectPair(target.a, target.b, add);
          else this.#callbacks.onSelect(target?.id ?? null, add);
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
    if (this.#tools) this.#view.equip(this.#tools.view);
    if (this.#scene) this.#view.setScene(this.#scene);
    return true;
  }

  /** Gives the drawing what it can do beyond the landscape itself; before, it draws no lens and nothing at a place of the reader's own. */
  equip(tools: DrawingTools): void {
    this.#tools = tools;
    this.#places = undefined;
    // What is near a selection is drawn from now on
    if (this.#drawn && this.#drawn.selected.length > 0) this.#drawn = undefined;
    this.#view?.equip(tools.view);
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

  /** Finds places for a catalogue: known ones at once, else laid out in a worker. */
  place(catalogue: Catalogue, seed: number, group: Encoding): void {
    const { graph } = this.arrangement;
    this.#scene = undefined;
    this.arrangement.place(graph?.catalogue === catalogue ? graph : buildGraph(catalogue), seed, group);
  }

  /** Arranges anew what is shown; answers what went wrong. */
  async rearrange(): Promise<Setback | undefined> {
    const { graph } = this.arrangement;
    const shown = new Uint8Array(graph?.ids.length ?? 0);
    for (const node of this.#scene?.marks.node ?? []) shown[node] = 1;
    return this.arrangement.rearrange(shown);
  }

  /** Forgets the catalogue and stops what is under way. */
  clear(): void {
    this.arrangement.clear();
    this.#scene = undefined;
  }

  /**
   * Draws; the scene is rebuilt only when something of it has changed. Territories stand for the grouping whose places stand.
   *
   * @returns whether the arrangement is another one
   */
  draw(drawn: Drawn): boolean {
    const { graph, standing } = this.arrangement;
    if (!graph || !standing) return false;
    const { group } = standing;
    const { moved = NOTHING_MOVED } = drawn;
    if (this.#places?.standing !== standing.xy || this.#places.moved !== moved)
      this.#places = { standing: standing.xy, moved, xy: this.#tools?.moved(graph, group, standing.xy, moved) ?? standing.xy };
    const { xy } = this.#places;
    const last = this.#scene ? this.#drawn : undefined;
    if (last?.xy === xy && DRAWN.every((name) => last[name] === drawn[name])) return false;
    const isArranged = last !== undefined && this.#standing !== standing.xy;
    const move = last !== undefined && last.xy !== xy && !this.#isDropped;
    this.#isDropped = false;
    this.#standing = standing.xy;
    this.#drawn = { ...drawn, xy };
    // What is selected and was not there on that day is in the panel, not in the picture
    const selected = drawn.selected.filter((id) => wasThere(drawn.records, id)).flatMap((id) => this.refs(id));
    const indirect = this.#scene?.indirect.count ?? 0;
    this.#scene = (this.#tools?.scene ?? groundScene)({
      ...drawn,
      graph,
      xy,
      group,
      nameOf: drawn.nameOf ?? nameOf,
      indirectText,
      selected,
    });
    this.#view?.setScene(this.#scene, { move });
    // The legend counts these links, and was rendered before they were looked for
    if (this.#scene.indirect.count !== indirect)
      void this.#host.updateComplete.then(() => {
        this.#host.requestUpdate();
      });
    return isArranged;
  }

  /** Says that the places that come next are those where the reader lets go of what is drawn there already. */
  drop(): void {
    this.#isDropped = true;
  }

  /**
   * Keeps in view what the reader looks at while marks go to other places: what is selected, else everything.
   *
   * @param isWhole everything was to be seen before, and still is: the camera is nobody's choice
   */
  follow(selected: readonly string[], isWhole: boolean): void {
    const [node] = selected.flatMap((id) => this.refs(id));
    if (node) this.#view?.reveal(node, { near: false });
    else this.#view?.fit(undefined, { untold: isWhole });
  }

  /** The node of a record: of a standard before a committee, an SDO or a topic of the same id. */
  refs(id: string): readonly NodeRef[] {
    const kind = [...NODE_KINDS].reverse().find((k) => (this.arrangement.graph?.indexOf(k, id) ?? -1) >= 0);
    return kind ? [{ kind, id }] : [];
  }
}
