import type { Size } from './camera.js';
import { pageScale } from './page-scale.js';
import { frameOf, RIM, type Frame } from './frame.js';

/** Most device pixels a canvas gets on a side: beyond it some browsers draw nothing. */
const LARGEST = 8192;

/**
 * Two canvases of one size on top of each other inside an element: the picture, and what changes on top of it.
 *
 * Both have as many device pixels as the screen, and follow the size of the element and the density of the screen.
 */
export class Canvases {
  readonly #host: HTMLElement;
  readonly #elements: readonly HTMLCanvasElement[];
  readonly #observer: ResizeObserver;
  readonly #changed: () => void;
  readonly base: CanvasRenderingContext2D;
  readonly overlay: CanvasRenderingContext2D;
  #size: Size = { width: 0, height: 0 };
  #scale = 1;
  #frame: Frame | undefined;
  #image: ImageData | undefined;
  #density: MediaQueryList | undefined;

  /** @param changed called when size or density have changed, or a lost context is back: both canvases are blank */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    this.#elements = [0, 1].map(() => {
      const canvas = document.createElement('canvas');
      canvas.setAttribute('aria-hidden', 'true');
      const { style } = canvas;
      style.position = 'absolute';
      style.inset = '0';
      style.width = '100%';
      style.height = '100%';
      style.pointerEvents = 'none';
      return canvas;
    });
    // The picture covers its canvas: without an alpha channel there is nothing to blend with the page
    const [base, overlay] = this.#elements.map((canvas, i) => canvas.getContext('2d', { alpha: i > 0 }));
    if (!base || !overlay)
      throw new Error('standards-map: this browser gives no 2d context to a canvas. Expected CanvasRenderingContext2D.');
    this.base = base;
    this.overlay = overlay;
    for (const canvas of this.#elements) canvas.addEventListener('contextrestored', this.#restore);
    host.append(...this.#elements);
    this.measure();
    this.#observer = new ResizeObserver(this.#follow);
    this.#observer.observe(host);
  }

  /** Size of the surface in CSS px; 0 × 0 while it is not displayed. */
  get size(): Size {
    return this.#size;
  }

  /** Device px per CSS px. */
  get density(): number {
    return this.#scale;
  }

  /** The pixels that `show` puts on the base canvas, as many as it has. */
  get frame(): Frame {
    const { width, height } = this.base.canvas;
    if (this.#frame?.width !== width || this.#frame.height !== height) {
      this.#frame = frameOf(width, height);
      const { px, stride } = this.#frame;
      this.#image = new ImageData(new Uint8ClampedArray(px.buffer), stride);
    }
    return this.#frame;
  }

  /** Puts the pixels of the frame on the base canvas. */
  show(): void {
    const { width, height } = this.base.canvas;
    if (this.#image) this.base.putImageData(this.#image, -RIM, -RIM, RIM, RIM, width, height);
  }

  dispose(): void {
    this.#frame = undefined;
    this.#image = undefined;
    this.#observer.disconnect();
    this.#density?.removeEventListener('change', this.#follow);
    for (const canvas of this.#elements) {
      canvas.removeEventListener('contextrestored', this.#restore);
      canvas.remove();
      // A detached canvas keeps its pixels until it is collected.
      canvas.width = 0;
      canvas.height = 0;
    }
  }

  readonly #follow = (): void => {
    if (this.measure()) this.#changed();
  };

  /** A context that is back is as new. */
  readonly #restore = (): void => {
    this.#transform();
    this.#changed();
  };

  /**
   * Takes over the size of the element now, before the observer tells of it.
   *
   * @returns whether anything has changed, and both canvases are blank
   */
  measure(): boolean {
    const { clientWidth: width, clientHeight: height } = this.#host;
    this.#watch(devicePixelRatio);
    const density = devicePixelRatio * pageScale(this.#host);
    const scale = Math.min(density, LARGEST / Math.max(width, height, 1));
    const [pixelsX, pixelsY] = [Math.round(width * scale), Math.round(height * scale)];
    const { canvas } = this.base;
    const isChanged = width !== this.#size.width || height !== this.#size.height || canvas.width !== pixelsX || canvas.height !== pixelsY;
    if (!isChanged) return false;
    this.#size = { width, height };
    this.#scale = scale;
    for (const element of this.#elements) {
      element.width = pixelsX;
      element.height = pixelsY;
    }
    this.#transform();
    return true;
  }

  #transform(): void {
    for (const context of [this.base, this.overlay]) context.setTransform(this.#scale, 0, 0, this.#scale, 0, 0);
  }

  /** A media query tells of one density only; each change asks anew. */
  #watch(density: number): void {
    this.#density?.removeEventListener('change', this.#follow);
    this.#density = matchMedia(`(resolution: ${String(density)}dppx)`);
    this.#density.addEventListener('change', this.#follow);
  }
}
