import { paintTimeline } from './timeline-paint.js';
import type { TimelineShape } from './timeline-shapes.js';

/** Most device pixels a canvas gets on a side: beyond it some browsers draw nothing. */
const LARGEST = 8192;

/**
 * Paints shapes on a canvas that is as sharp as the screen; what was on it is gone.
 *
 * @param width,height CSS px
 * @param density device px per CSS px; fewer where the canvas would grow too large
 */
export function paintOn(
  canvas: HTMLCanvasElement,
  { width, height, density }: { readonly width: number; readonly height: number; readonly density: number },
  font: string,
  shapes: readonly TimelineShape[],
): void {
  const scale = Math.min(density, LARGEST / Math.max(width, height, 1));
  const [pixelsX, pixelsY] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== pixelsX) canvas.width = pixelsX;
  if (canvas.height !== pixelsY) canvas.height = pixelsY;
  canvas.style.width = `${String(width)}px`;
  canvas.style.height = `${String(height)}px`;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('standards-map: this browser gives no 2d context to a canvas. Expected CanvasRenderingContext2D.');
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  paintTimeline(context, font, shapes);
}

/** Frees the pixels of a canvas: a detached one keeps them until it is collected. */
export function emptied(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}
