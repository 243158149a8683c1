import { select, zoom, zoomIdentity, type Selection, type ZoomBehavior, type ZoomTransform } from 'd3';
import type { Camera, Size } from '../render/camera.js';
import type { Bounds } from '../scene/scene.js';

/** Length of an animated movement. */
const MOVE_MS = 350;
/** Movement of the pointer, CSS px, up to which a press is still a click. */
const CLICK_DISTANCE = 4;
/** One line and one page of a wheel that counts in them, CSS px. */
const WHEEL_LINE = 20;
const WHEEL_PAGE = 400;

/** How near and how far the camera may go. */
export interface ZoomRange {
  readonly least: number;
  readonly most: number;
}

/** Smooth start and end. @source smoothstep */
const ease = (t: number): number => t * t * (3 - 2 * t);

/**
 * The camera over an element: drag, pinch and wheel through d3-zoom, and movements of our own that any gesture interrupts.
 */
export class PanZoom {
  readonly #selection: Selection<HTMLElement, unknown, null, undefined>;
  readonly #behavior: ZoomBehavior<HTMLElement, unknown>;
  readonly #moved: (camera: Camera) => void;
  readonly #most: number;
  #ground: Bounds = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  #size: Size = { width: 0, height: 0 };
  #camera: Camera = { x: 0, y: 0, k: 1 };
  #frame = 0;

  constructor(surface: HTMLElement, range: ZoomRange, moved: (camera: Camera) => void) {
    this.#moved = moved;
    this.#most = range.most;
    this.#selection = select(surface);
    this.#behavior = zoom<HTMLElement, unknown>()
      .scaleExtent([range.least, range.most])
      .clickDistance(CLICK_DISTANCE)
      .extent(() => [
        [0, 0],
        [this.#size.width, this.#size.height],
      ])
      .constrain((transform) => this.#transformOf(this.within(this.#cameraOf(transform))))
      .wheelDelta((event) => {
        const unit = event.deltaMode === 1 ? WHEEL_LINE : event.deltaMode === 2 ? WHEEL_PAGE : 1;
        // A pinch on a touchpad arrives as a wheel with Ctrl, in small steps.
        return -event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.002);
      })
      .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: unknown }) => {
        if (sourceEvent) this.stop();
        this.#camera = this.#cameraOf(transform);
        this.#moved(this.#camera);
      });
    this.#selection.call(this.#behavior);
    // Two clicks are two selections here, not a movement.
    this.#selection.on('dblclick.zoom', null);
    surface.style.touchAction = 'none';
  }

  get camera(): Camera {
    return this.#camera;
  }

  /** The surface has another size; what stood in its middle stays there. */
  resize(size: Size): void {
    this.#size = size;
    this.#put(this.#camera);
  }

  /**
   * Keeps the reader near what there is to see.
   *
   * @param ground the middle of the surface stays on it
   * @param least how far away the camera may go, CSS px per layout unit
   */
  bound(ground: Bounds, least: number): void {
    this.#ground = ground;
    this.#behavior.scaleExtent([least, this.#most]);
  }

  /** The camera nearest to this one that keeps to the bounds. */
  within({ x, y, k }: Camera): Camera {
    const [least, most] = this.#behavior.scaleExtent();
    const { left, right, top, bottom } = this.#ground;
    return {
      x: Math.min(right, Math.max(left, x)),
      y: Math.min(bottom, Math.max(top, y)),
      k: Math.min(most, Math.max(least, k)),
    };
  }

  /** @param animate over 350 ms; else at once */
  move(camera: Camera, animate: boolean): void {
    this.stop();
    if (!animate) {
      this.#put(camera);
      return;
    }
    const from = this.#camera;
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const t = ease(Math.min(1, (now - start) / MOVE_MS));
      // The scale goes by equal ratios, so that coming near looks even.
      const k = from.k * (camera.k / from.k) ** t;
      this.#put({ x: from.x + (camera.x - from.x) * t, y: from.y + (camera.y - from.y) * t, k });
      this.#frame = t < 1 ? requestAnimationFrame(step) : 0;
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
    this.#selection.on('.zoom', null);
  }

  #cameraOf({ x, y, k }: ZoomTransform): Camera {
    return { x: (this.#size.width / 2 - x) / k, y: (this.#size.height / 2 - y) / k, k };
  }

  #transformOf({ x, y, k }: Camera): ZoomTransform {
    return zoomIdentity.translate(this.#size.width / 2 - x * k, this.#size.height / 2 - y * k).scale(k);
  }

  #put(camera: Camera): void {
    this.#behavior.transform(this.#selection, this.#transformOf(camera));
  }
}
