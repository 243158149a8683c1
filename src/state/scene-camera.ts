import type { SceneCamera } from '../model/story.js';
import type { Camera } from './state.js';

/** Size of the surface in CSS px; both above 0. */
export interface SurfaceSize {
  readonly width: number;
  readonly height: number;
}

/** Coordinates of a story stay within ±1e7: a camera may stand a little outside of a layout, which has ±1e6; its boxes are at most twice as wide. */
const FARTHEST = 1e7;
const SMALLEST = 0.01;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const cents = (value: number): number => Math.round(value * 100) / 100 + 0;

/**
 * Where a camera stands that has all of a box in view, its middle in the middle of the surface: CSS object-fit's `contain`.
 *
 * @throws RangeError when the surface or the box has no size
 */
export function cameraOfBox({ x, y, width, height }: SceneCamera, surface: SurfaceSize): Camera {
  const k = Math.min(surface.width / width, surface.height / height);
  if (!Number.isFinite(k) || k <= 0)
    throw new RangeError(
      `camera of a scene: got a box of ${String(width)} × ${String(height)} on a surface of ${String(surface.width)} × ${String(surface.height)}. Expected sizes above 0.`,
    );
  return { x, y, k };
}

/**
 * The box that a camera has in view: what `cameraOfBox` answers for it and the same surface is the camera again.
 *
 * @returns numbers to a hundredth, within the limits of a story file
 * @throws RangeError when the surface has no size, or the camera is not finite
 */
export function boxOfCamera({ x, y, k }: Camera, surface: SurfaceSize): SceneCamera {
  const [width, height] = [surface.width / k, surface.height / k];
  if (![x, y, width, height].every(Number.isFinite) || width <= 0 || height <= 0)
    throw new RangeError(
      `box of a camera: got x ${String(x)}, y ${String(y)}, k ${String(k)} on a surface of ${String(surface.width)} × ${String(surface.height)}. Expected finite numbers, and sizes above 0.`,
    );
  return {
    x: cents(within(x, -FARTHEST, FARTHEST)),
    y: cents(within(y, -FARTHEST, FARTHEST)),
    width: cents(within(width, SMALLEST, 2 * FARTHEST)),
    height: cents(within(height, SMALLEST, 2 * FARTHEST)),
  };
}
