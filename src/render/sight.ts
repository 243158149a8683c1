import type { Bounds } from '../scene/scene.js';
import type { Camera } from './camera.js';
import type { Frame } from './frame.js';

/** How a picture lies on a frame. */
export interface Sight {
  readonly frame: Frame;
  readonly camera: Camera;
  /** Device px per layout unit, and place of the layout's origin. */
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  /** Device px per CSS px. */
  readonly density: number;
  readonly view: Bounds;
}
