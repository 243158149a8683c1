import type { Camera, Size } from '../render/camera.js';
import { isSameCamera } from '../state/state.js';

/** Share of its width or height by which the surface has to change for the whole to be shown anew: a row of filters that comes in moves nothing. */
const OTHER_SIZE = 0.12;

/** Remembers that all of a scene is shown, so that it still is when the surface gets another size: beside a panel that opens, in a window that is drawn larger. */
export class Whole {
  #shown: { readonly size: Size; readonly camera: Camera } | undefined;

  /** All is shown by this camera, on a surface of this size. */
  shown(camera: Camera, size: Size): void {
    this.#shown = { camera, size };
  }

  /** Whether all was shown by the camera that the view has, and the surface is another one now: it has to be fitted again. */
  isOutdated(camera: Camera, { width, height }: Size): boolean {
    const before = this.#shown;
    if (!before || width * height === 0 || !isSameCamera(camera, before.camera)) return false;
    return Math.abs(width / before.size.width - 1) > OTHER_SIZE || Math.abs(height / before.size.height - 1) > OTHER_SIZE;
  }
}
