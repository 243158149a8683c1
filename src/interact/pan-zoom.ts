import { toLayout, type Camera, type Size } from '../render/camera.js';
import type { Bounds } from '../scene/scene.js';
import { isSameCamera } from '../state/state.js';
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
  readonly #changed: () => void;
  readonly #listeners = new AbortController();
  #range: ZoomRange;
  #shift = { x: 0, y: 0 };
  #ground: Bounds = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  #size: Size = { width: 0, height: 0 };
  #camera: Camera = { x: 0, y: 0, k: 1 };
  #frame = 0;
  #news = { isMoved: false, isTold: false };

  /**
   * @param changed called when the camera is set, be it where it was
   * @param grab what a press takes hold of instead of the ground
   */
  constructor(surface: HTMLElement, range: ZoomRange, changed: () => void, grab?: OnGrab) {
    this.#changed = changed;
    this.#range = range;
    listenForGestures(
      surface,
      (from, to, factor) => {
        this.stop();
        const [x, y] = toLayout(from.x, from.y, this.#camera, this.#size);
        const k = Math.min(this.#range.most, Math.max(this.#range.least, this.#camera.k * factor));
        const { width, height } = this.#size;
        this.#put(this.within({ x: x - (to.x - width / 2) / k, y: y - (to.y - height / 2) / k, k }), true);
      },
      this.#listeners.signal,
      grab,
    );
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** What has become of the view since this was asked last: whether the ground stands elsewhere on the surface, and whether somebody moved the camera. */
  news(): { readonly isMoved: boolean; readonly isTold: boolean } {
    const news = this.#news;
    this.#news = { isMoved: false, isTold: false };
    return news;
  }

  /** The surface has another size; what stood in its middle stays there, within bounds or not: only gestures are bound. */
  resize(size: Size): void {
    this.#size = size;
    this.#news.isMoved = true;
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

  /**
   * @param isTold whether somebody wants it there; where nobody does, what was to be told before is not any more
   * @param way default: at once. From where the camera is, whatever was under way
   */
  move(camera: Camera, isTold: boolean, way?: Flying): void {
    this.stop();
    if (!isTold) this.#news.isTold = false;
    if (!way) {
      this.#put(camera, isTold);
      return;
    }
    const { width, height } = this.#size;
    const { ms, at } = way(this.#camera, camera, Math.min(width, height));
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const share = ease(Math.min(1, (now - start) / ms));
      this.#put(at(share), isTold);
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

  #put(camera: Camera, isTold: boolean): void {
    if (isTold && !isSameCamera(camera, this.#camera)) this.#news.isTold = true;
    this.#news.isMoved = true;
    this.#camera = camera;
    this.#changed();
  }
}
