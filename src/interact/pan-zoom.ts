import { toLayout, type Camera, type Size } from '../render/camera.js';
import type { Bounds } from '../scene/scene.js';
import type { Flight } from './flight.js';
import { listenForGestures } from './gestures.js';
import type { OnGrab } from './presses.js';

/** Length of an animated movement. */
const MOVE_MS = 350;
/** How near and how far the camera may go. */
export interface ZoomRange {
  readonly least: number;
  readonly most: number;
}

/** How a camera gets from one place to another. @param span smaller side of the surface, CSS px */
export type Flying = (from: Camera, to: Camera, span: number) => Flight;

/** Smooth start and end. @source smoothstep */
const ease = (t: number): number => t * t * (3 - 2 * t);

/** The shortest way; the scale goes by equal ratios, so that coming near looks even. */
export const straight: Flying = (from, to) => ({
  ms: MOVE_MS,
  at: (t) => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t, k: from.k * (to.k / from.k) ** t }),
});

/** The camera over an element: gestures, and movements that any gesture interrupts. */
export class PanZoom {
  readonly #moved: (camera: Camera) => void;
  readonly #listeners = new AbortController();
  #range: ZoomRange;
  #shift = { x: 0, y: 0 };
  #ground: Bounds = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  #size: Size = { width: 0, height: 0 };
  #camera: Camera = { x: 0, y: 0, k: 1 };
  #frame = 0;

  /** @param grab what a press takes hold of instead of the ground */
  constructor(surface: HTMLElement, range: ZoomRange, moved: (camera: Camera) => void, grab?: OnGrab) {
    this.#moved = moved;
    this.#range = range;
    listenForGestures(
      surface,
      (from, to, factor) => {
        this.stop();
        const [x, y] = toLayout(from.x, from.y, this.#camera, this.#size);
        const k = Math.min(this.#range.most, Math.max(this.#range.least, this.#camera.k * factor));
        const { width, height } = this.#size;
        this.#put(this.within({ x: x - (to.x - width / 2) / k, y: y - (to.y - height / 2) / k, k }));
      },
      this.#listeners.signal,
      grab,
    );
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** The surface has another size; what stood in its middle stays there, within bounds or not: only gestures are bound. */
  resize(size: Size): void {
    this.#size = size;
    this.#put(this.#camera);
  }

  /**
   * Keeps the reader near what there is to see.
   *
   * @param ground the middle of the part of the surface that nothing covers stays on it
   * @param least how far away the camera may go, CSS px per layout unit
   * @param shift where that middle is, CSS px from the middle of the surface
   */
  bound(ground: Bounds, least: number, shift: { readonly x: number; readonly y: number } = { x: 0, y: 0 }): void {
    this.#ground = ground;
    this.#shift = shift;
    this.#range = { least, most: this.#range.most };
  }

  /** The camera nearest to this one that keeps to the bounds. */
  within(camera: Camera): Camera {
    const { least, most } = this.#range;
    const { left, right, top, bottom } = this.#ground;
    const k = Math.min(most, Math.max(least, camera.k));
    const [x, y] = [this.#shift.x / k, this.#shift.y / k];
    return { x: Math.min(right, Math.max(left, camera.x + x)) - x, y: Math.min(bottom, Math.max(top, camera.y + y)) - y, k };
  }

  /** @param way default: at once. From where the camera is, whatever was under way */
  move(camera: Camera, way?: Flying): void {
    this.stop();
    if (!way) {
      this.#put(camera);
      return;
    }
    const { width, height } = this.#size;
    const { ms, at } = way(this.#camera, camera, Math.min(width, height));
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const share = ease(Math.min(1, (now - start) / ms));
      this.#put(at(share));
      this.#frame = share < 1 ? requestAnimationFrame(step) : 0;
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** Ends a movement under way where it is. */
  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  dispose(): void {
    this.stop();
    this.#listeners.abort();
  }

  #put(camera: Camera): void {
    this.#camera = camera;
    this.#moved(camera);
  }
}
