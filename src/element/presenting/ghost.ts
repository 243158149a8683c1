import type { MapView } from '../../interact/map-view.js';

/** Time in which what was shown fades, ms. */
const FADE_MS = 450;

/**
 * The picture that was shown, over the one that is: it fades, and goes with the camera, so that what is in both stands still.
 */
export class Ghost {
  readonly #layer: HTMLElement;
  #canvas: HTMLCanvasElement | undefined;
  #frame = 0;

  /** @param layer what the picture is laid in, over the drawing */
  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  /** Keeps the picture of a surface as it is now, and has it fade. @param view its camera; absent where it does not matter */
  begin(surface: HTMLElement, view: MapView | undefined): void {
    this.end();
    const picture = surface.querySelector('canvas');
    if (!picture || picture.width === 0 || picture.height === 0) return;
    const canvas = this.#layer.ownerDocument.createElement('canvas');
    [canvas.width, canvas.height] = [picture.width, picture.height];
    const context = canvas.getContext('2d');
    if (!context) return;
    context.drawImage(picture, 0, 0);
    const { left, top, width, height } = surface.getBoundingClientRect();
    const around = this.#layer.getBoundingClientRect();
    canvas.setAttribute('aria-hidden', 'true');
    canvas.className = 'ghost';
    Object.assign(canvas.style, {
      left: `${String(left - around.left)}px`,
      top: `${String(top - around.top)}px`,
      width: `${String(width)}px`,
      height: `${String(height)}px`,
    });
    this.#layer.append(canvas);
    this.#canvas = canvas;
    const scale = width / Math.max(1, surface.clientWidth);
    const from = view?.camera;
    let start: number | undefined;
    const step = (now: number): void => {
      start ??= now;
      const share = Math.min(1, (now - start) / FADE_MS);
      const camera = view?.camera;
      if (from && camera) {
        const nearer = camera.k / from.k;
        const [dx, dy] = [(from.x - camera.x) * camera.k * scale, (from.y - camera.y) * camera.k * scale];
        canvas.style.transform = `translate(${String(dx)}px, ${String(dy)}px) scale(${String(nearer)})`;
      }
      canvas.style.opacity = String(1 - share);
      if (share < 1) this.#frame = requestAnimationFrame(step);
      else this.end();
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** Takes it away. */
  end(): void {
    cancelAnimationFrame(this.#frame);
    const canvas = this.#canvas;
    this.#canvas = undefined;
    if (!canvas) return;
    canvas.remove();
    // A detached canvas keeps its pixels until it is collected
    [canvas.width, canvas.height] = [0, 0];
  }
}
