import type { NodeRef, Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';

/** Where the reader looks: the layout point in the centre of the surface, and CSS px per layout unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

/** A mark under the pointer, with its place on the surface. */
export interface Hit {
  readonly node: NodeRef;
  /** Centre of the mark in CSS px from the top left corner of the surface. */
  readonly x: number;
  readonly y: number;
}

/** What the reader did; each may be called at any time between the constructor's end and `dispose`. */
export interface MapViewCallbacks {
  /** The pointer rests on another mark than before, or on none. Never called for touch. */
  readonly onHover: (hit: Hit | null) => void;
  /** A click, tap or Enter on a mark (`add` with Shift, Ctrl or Meta), or on the empty ground (`null`: clear). */
  readonly onSelect: (node: NodeRef | null, add: boolean) => void;
  /** The camera has moved, at most once a frame. */
  readonly onCamera: (camera: Camera) => void;
  /** Labels shown have changed or the scene was painted; for `ready` and for tests. */
  readonly onPaint?: () => void;
}

/** Options of a movement of the camera. */
export interface Move {
  /** False: at once. Default true, unless motion is reduced. */
  readonly animate?: boolean;
}

/**
 * The drawing inside one element: two canvases, camera, gestures and hit tests.
 *
 * The host gives it an element of its own (position other than static, a size, tabindex if keys are wanted) and
 * scenes; it answers with callbacks and never changes the reader's state by itself. `dispose` frees everything.
 */
export declare class MapView {
  constructor(surface: HTMLElement, callbacks: MapViewCallbacks, options: { readonly theme: Theme; readonly reducedMotion?: boolean });
  /** Draws this scene from the next frame on. The first scene is fitted to the surface; later ones leave the camera alone. */
  setScene(scene: Scene): void;
  setTheme(theme: Theme): void;
  setReducedMotion(reduced: boolean): void;
  /** The node that has the keyboard focus gets a ring; null for none. */
  setFocus(node: NodeRef | null): void;
  /** Lights a node and its links up as the pointer would; null for none. */
  setHover(node: NodeRef | null): void;
  get camera(): Camera;
  setCamera(camera: Camera, move?: Move): void;
  /** Shows all of the scene, or these nodes, as large as fits. */
  fit(nodes?: readonly NodeRef[], move?: Move): void;
  /** Brings a node well into view, moving no more than needed. */
  reveal(node: NodeRef, move?: Move): void;
  zoomBy(factor: number, move?: Move): void;
  panBy(dx: number, dy: number, move?: Move): void;
  /** Place of a node on the surface in CSS px; undefined when it is not in the scene. For tooltips and popovers. */
  place(node: NodeRef): { readonly x: number; readonly y: number } | undefined;
  /** Mark at a point of the surface in CSS px. */
  hit(x: number, y: number): Hit | null;
  /** Texts of the labels in view, in placement order. For tests and for assistive technology. */
  labels(): readonly string[];
  /** Pictures the drawing at `scale` device pixels per CSS px. */
  toCanvas(scale: number): HTMLCanvasElement;
  dispose(): void;
}
