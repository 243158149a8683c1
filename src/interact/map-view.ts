import { SELECTED } from '../scene/codes.js';
import {
  centred,
  fitted,
  freeOffset,
  isClear,
  NO_INSETS,
  toLayout,
  union,
  wayToClear,
  type Camera,
  type Insets,
  type Size,
} from '../render/camera.js';
import { Canvases } from '../render/canvases.js';
import { markAt, REACH } from '../render/hit.js';
import { drawRings } from '../render/overlay.js';
import { Painter } from '../render/paint.js';
import { onTheWay, picture, ZOOMS, type Picture } from '../render/picture.js';
import { drawLabels } from '../render/text.js';
import type { Bounds, CandidateRef, NodeRef, Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import type { Glide } from './glide.js';
import { handsToCome, type HandsView, type OnceHands, type ViewHands } from './hands-to-come.js';
import type { Hit } from './hit.js';
import { cameraKey } from './keys.js';
import { PanZoom, straight, type Flying } from './pan-zoom.js';
import { pointingToCome, type ViewPointing } from './pointing-to-come.js';
import { AIR, FARTHEST, NEAREST_FIT, REVEAL_ZOOM, WELL_IN_VIEW } from './reach.js';
import { boundsAround, markOf, placeOf } from './refs.js';
import type { ViewTools } from './view-tools.js';
import { Whole } from './whole.js';

export type { Camera } from '../render/camera.js';
export type { Hit } from './hit.js';

/** What the reader did; each may be called at any time between the constructor's end and `dispose`. */
export interface MapViewCallbacks {
  /** The pointer rests on another mark or link than before, or on none. For touch only where a tap has met an indirect link. */
  readonly onHover: (hit: Hit | null) => void;
  /** A click or tap on a mark or a candidate's link (`add` with Shift, Ctrl or Meta), or on the empty ground (`null`: clear). */
  readonly onSelect: (target: NodeRef | CandidateRef | null, add: boolean) => void;
  /** The camera was moved, at most once a frame: by the reader or by who has the view. What the view does of itself, as when it has another size, is not told. */
  readonly onCamera: (camera: Camera) => void;
  /** A scene was painted. */
  readonly onPaint: () => void;
  /** The reader wants of hands what they will do once they have come. Left out: they do not come. */
  readonly onceHands?: OnceHands | undefined;
}

/** Options of a movement of the camera. */
export interface Move {
  /** False: at once. Default true, unless motion is reduced. */
  readonly animate?: boolean;
  /** How it gets there, as between the scenes of a story. Default straight, in 350 ms. */
  readonly fly?: Flying;
  /** True: nobody chose the place, and `onCamera` is not called for it, nor for what was to be told before. Default false. */
  readonly untold?: boolean;
}

/**
 * The drawing inside one element: two canvases, camera, gestures and hit tests.
 *
 * The host gives it an element of its own (position other than static, a size, tabindex if keys are wanted) and
 * scenes; it answers with callbacks and never changes the reader's state by itself. `dispose` frees everything.
 */
export class MapView {
  readonly #surface: HTMLElement;
  readonly #callbacks: MapViewCallbacks;
  readonly #canvases: Canvases;
  readonly #panZoom: PanZoom;
  readonly #painter = new Painter();
  readonly #listeners = new AbortController();
  readonly #handsView: HandsView;
  #hands: ViewHands;
  #tools: ViewTools | undefined;
  #theme: Theme;
  #reducedMotion: boolean;
  #scene: Scene | undefined;
  /** Around all that was shown of this graph. */
  #ground: Bounds | undefined;
  #picture: Picture | undefined;
  #glide: Glide | undefined;
  /** What is selected, as marks. */
  #selected: readonly number[] = [];
  #pointing: ViewPointing;
  #frame = 0;
  #baseStale = false;
  /** Fits what is to be seen as soon as the surface has a size, at first all of it; until then no camera stands. */
  #fitLater: (() => void) | undefined = this.fit.bind(this, undefined, { animate: false, untold: true });
  /** Whether all of the scene is shown, whatever the size of the surface. */
  readonly #whole = new Whole();
  #isOverlayBlank = true;
  #insets: Insets = NO_INSETS;

  constructor(surface: HTMLElement, callbacks: MapViewCallbacks, options: { readonly theme: Theme; readonly reducedMotion?: boolean }) {
    this.#surface = surface;
    this.#callbacks = callbacks;
    this.#theme = options.theme;
    this.#reducedMotion = options.reducedMotion ?? false;
    this.#handsView = {
      surface,
      scene: () => this.#scene,
      picture: () => this.picture,
      camera: () => this.camera,
      size: () => this.size,
      markAt: (x: number, y: number, reach: number) => {
        const made = this.picture;
        return made ? markAt(x, y, this.camera, this.size, reach, made) : -1;
      },
      stale: this.#stale.bind(this),
    };
    this.#pointing = pointingToCome(this.#handsView, callbacks.onceHands, () => this.#come(this.#pointing), this.#listeners.signal);
    this.#hands = handsToCome(this.#handsView, callbacks.onceHands, () => this.#come(this.#hands), this.#onKey.bind(this));
    this.#panZoom = new PanZoom(surface, ZOOMS, this.#stale.bind(this, true), (press) => this.#hands.grab(press));
    this.#canvases = new Canvases(surface, () => {
      this.#onResize();
    });
    this.#panZoom.resize(this.size);
    this.#listen();
  }

  /** What the reader holds; the lasso mode. */
  get hands(): ViewHands {
    return this.#hands;
  }

  /** Gives the view what it can do beyond showing a scene; before, it draws no lens, moves at once, and what hands would hold waits for them. */
  equip(tools: ViewTools): void {
    const { signal } = this.#listeners;
    this.#tools = tools;
    this.#pointing = tools.pointing(this.#handsView, this.#callbacks.onHover, signal);
    this.#hands = tools.hands(this.#handsView, signal);
  }

  /**
   * Draws this scene from the next frame on. The first scene is fitted to the surface; later ones leave the camera alone.
   *
   * @param options `move`: marks that the last scene of the same graph has elsewhere go to their new places over 600 ms, from where they
   * stand by then; at once with reduced motion. Labels go along.
   */
  setScene(scene: Scene, { move = false }: { readonly move?: boolean } = {}): void {
    const from = this.#glide?.scene ?? this.#scene;
    this.#glide = move && !this.#reducedMotion && from?.graph === scene.graph ? this.#tools?.glide(from, scene) : undefined;
    // What was shown once stays within reach: a filter does not move the camera
    const known = scene.graph === this.#scene?.graph ? this.#ground : undefined;
    this.#ground = known && scene.bounds ? union(known, scene.bounds) : (scene.bounds ?? known);
    this.#scene = scene;
    // A surface that has just been shown has no size yet: without one, the first picture would be none
    if (this.#fitLater && this.#canvases.measure()) this.#panZoom.resize(this.size);
    this.#bound();
    this.#picture = undefined;
    const selected: number[] = [];
    scene.marks.emphasis.forEach((one, mark) => {
      if (one === SELECTED) selected.push(mark);
    });
    this.#selected = selected;
    this.#pointing.forget();
    if (this.#hasSize) this.#fitLater?.();
    this.#stale(true);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#picture = undefined;
    this.#stale(true);
  }

  /** What covers the surface; counts for the next fit or reveal. */
  setInsets(insets: Insets): void {
    this.#insets = insets;
    this.#bound();
  }

  /** What covers the surface. */
  get insets(): Insets {
    return this.#insets;
  }

  /** The surface may stand larger or smaller on the page by now, which no observer tells: it is as sharp as the screen again. */
  remeasure(): void {
    if (this.#canvases.measure()) this.#onResize();
  }

  setReducedMotion(reduced: boolean): void {
    this.#reducedMotion = reduced;
  }

  /** The pointer rests on nothing any more, wherever it is, until it moves. */
  endHover(): void {
    this.#pointing.end();
  }

  /** Of the surface, CSS px. */
  get size(): Size {
    return this.#canvases.size;
  }

  get #hasSize(): boolean {
    const { width, height } = this.size;
    return width * height > 0;
  }

  get camera(): Camera {
    return this.#panZoom.camera;
  }

  setCamera(camera: Camera, move: Move = {}): void {
    const way = this.#animates(move) ? (move.fly ?? straight) : undefined;
    this.#fitLater = undefined;
    this.#panZoom.move(this.#panZoom.within(camera), move.untold !== true, way);
  }

  /** Shows all of the scene, or these nodes, as large as fits; on a surface without a size once it has one. */
  fit(nodes?: readonly NodeRef[], move: Move = {}): void {
    const bounds = nodes === undefined ? this.#scene?.bounds : boundsAround(this.#scene, nodes);
    if (!bounds) return;
    if (!this.#hasSize) {
      this.#fitLater = this.fit.bind(this, nodes, { ...move, animate: false });
      return;
    }
    const camera = this.#panZoom.within(fitted(bounds, this.size, this.#insets, NEAREST_FIT, nodes !== undefined));
    this.setCamera(camera, move);
    if (nodes === undefined) this.#whole.shown(camera, this.size);
  }

  /**
   * Brings a node into the free part of the view: near enough to read its label, and well into it; with `near` false by the shortest way,
   * no nearer, and not at all where it is in view.
   */
  reveal(node: NodeRef, { near = true, ...move }: Move & { readonly near?: boolean } = {}): void {
    const at = this.place(node);
    if (!at) return;
    const { size } = this.#canvases;
    const { x, y, k } = this.camera;
    if (!near) {
      if (!this.#hasSize) return;
      const [dx, dy] = wayToClear(at.x, at.y, size, this.#insets, AIR);
      if (dx !== 0 || dy !== 0) this.setCamera({ x: x - dx / k, y: y - dy / k, k }, move);
      return;
    }
    const nearer = Math.max(k, REVEAL_ZOOM);
    if (nearer === k && isClear(at.x, at.y, size, this.#insets, WELL_IN_VIEW)) return;
    this.setCamera(centred(...toLayout(at.x, at.y, this.camera, size), nearer, size, this.#insets), move);
  }

  zoomBy(factor: number, move: Move = {}): void {
    const { x, y, k } = this.camera;
    this.setCamera({ x, y, k: k * factor }, move);
  }

  /** @param dx @param dy CSS px that the camera goes to the right and down */
  panBy(dx: number, dy: number, move: Move = {}): void {
    const { x, y, k } = this.camera;
    this.setCamera({ x: x + dx / k, y: y + dy / k, k }, move);
  }

  /** Place of a node on the surface in CSS px; undefined when it is not in the scene. */
  place(node: NodeRef): { readonly x: number; readonly y: number } | undefined {
    const mark = markOf(this.#scene, node);
    return mark < 0 || !this.#scene ? undefined : placeOf(this.#scene, mark, this.camera, this.size);
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#listeners.abort();
    this.#panZoom.dispose();
    this.#canvases.dispose();
  }

  /** What has come, for what was begun before; none for a view that is gone. */
  #come<T>(part: T): T | undefined {
    return this.#tools && !this.#listeners.signal.aborted ? part : undefined;
  }

  #animates({ animate = true }: Move): boolean {
    return animate && !this.#reducedMotion && !this.#fitLater;
  }

  #onResize(): void {
    const before = this.camera;
    this.#panZoom.resize(this.size);
    this.#bound();
    if (this.#hasSize) this.#fitLater?.();
    if (this.#whole.isOutdated(before, this.size)) this.fit(undefined, { animate: false, untold: true });
    this.#stale(true);
  }

  /** The middle of the surface stays on the ground, and the ground large enough to be found. */
  #bound(): void {
    if (!this.#ground) return;
    const { size } = this.#canvases;
    const whole = fitted(this.#ground, size, this.#insets, NEAREST_FIT);
    this.#panZoom.bound(this.#ground, Math.max(ZOOMS.least, FARTHEST * whole.k), freeOffset(size, this.#insets));
  }

  /** The scene made ready for drawing; made at the first need after a change. */
  get picture(): Picture | undefined {
    if (this.#scene) this.#picture ??= picture(this.#scene, this.#theme, this.#canvases.base, this.#tools?.lenses, this.size);
    return this.#picture;
  }

  #stale(base: boolean): void {
    this.#baseStale ||= base;
    this.#frame ||= requestAnimationFrame(this.#paint.bind(this));
  }

  #paint(now: number): void {
    this.#frame = 0;
    const settled = this.picture;
    if (!settled) return;
    const isGliding = this.#glide?.step(now) ?? false;
    const { scene } = settled;
    const held = this.#hands.shown(scene);
    const isHeld = held !== scene;
    const made = this.#glide ? onTheWay(settled, this.#glide.scene, this.#glide.share) : isHeld ? onTheWay(settled, held, 1) : settled;
    if (isGliding) this.#stale(true);
    else this.#glide = undefined;
    if (this.#baseStale) {
      const { base, frame, density, size } = this.#canvases;
      this.#painter.paint(frame, made, this.camera, size, density);
      this.#canvases.show();
      drawLabels(base, made, this.camera, size);
    }
    this.#paintOverlay(made);
    const wasBase = this.#baseStale;
    this.#baseStale = isGliding;
    const { isMoved, isTold } = this.#panZoom.news();
    // What the pointer rested on has moved away from under it.
    if (isMoved) this.endHover();
    if (isTold) this.#callbacks.onCamera(this.camera);
    if (wasBase) this.#callbacks.onPaint();
  }

  #paintOverlay(made: Picture): void {
    const { overlay, size } = this.#canvases;
    const { held, isBusy } = this.#hands;
    const isBlank = held < 0 && this.#pointing.isBlank && this.#selected.length === 0 && !isBusy;
    if (!isBlank || !this.#isOverlayBlank) overlay.clearRect(0, 0, size.width, size.height);
    this.#isOverlayBlank = isBlank;
    if (!isBlank) {
      this.#pointing.draw(overlay, made, this.camera, size, held);
      drawRings(overlay, made, this.camera, size, this.#selected);
    }
    this.#hands.draw(overlay, this.#theme);
  }

  #listen(): void {
    const surface = this.#surface;
    const { signal } = this.#listeners;
    surface.addEventListener('click', this.#onClick.bind(this), { signal });
    surface.addEventListener('keydown', this.#onKey.bind(this), { signal });
  }

  #onClick(event: MouseEvent): void {
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    const chosen = this.#pointing.chosen(event, isTouch ? REACH.coarse : REACH.fine);
    if (chosen !== undefined) this.#callbacks.onSelect(chosen, event.shiftKey || event.ctrlKey || event.metaKey || this.#hands.isLassoMode);
  }

  #onKey(event: KeyboardEvent): void {
    const isTaken = this.#hands.key(event);
    const asked = isTaken ? undefined : cameraKey(event);
    if (isTaken) event.preventDefault();
    if (!asked) return;
    if (asked.kind === 'pan') this.panBy(asked.dx, asked.dy);
    else if (asked.kind === 'zoom') this.zoomBy(asked.factor);
    else this.fit();
    event.preventDefault();
  }
}
