import { SELECTED } from '../scene/codes.js';
import type { Camera, Insets, Size } from '../render/camera.js';
import { frameOf, RIM } from '../render/frame.js';
import { lensDrawing } from '../render/lens-drawing.js';
import { drawRings } from '../render/overlay.js';
import { Painter } from '../render/paint.js';
import { picture } from '../render/picture.js';
import { drawLabels } from '../render/text.js';
import type { Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { CAPTION_BOX, captionOf, fitted, type CaptionWords } from './caption.js';
import { onOneLine, whole } from './cell.js';
import { aboutLines, type AboutWords, type Provenance } from './provenance.js';
import type { Pace, Steps } from './steps.js';
import { inSlices } from './steps.js';
import { crc32 } from './zip.js';

/** Scales a picture can have: device px per CSS px. */
export const SCALES = { least: 1, most: 4 } as const;
/** Most pixels of a picture on a side, and in all: beyond it some browsers draw nothing. */
const LARGEST = { side: 16_384, area: 16_384 * 8_192 } as const;
/** Rows painted between two yields, CSS px. */
const BAND = 64;
/** Lowest picture that has room for a caption, CSS px: a lower one says where it comes from in its metadata only. */
const LOWEST = 160;

/** What stands on the surface. */
export interface Surface {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly camera: Camera;
  /** CSS px. */
  readonly size: Size;
  /** What panels cover of it. Default nothing. */
  readonly insets?: Insets;
}

type Context = CanvasRenderingContext2D;

/** A canvas for a picture; its unit is a CSS px. */
function canvasOf({ width, height }: Size, scale: number): Context {
  const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
  if (across < 1 || down < 1 || Math.max(across, down) > LARGEST.side || across * down > LARGEST.area)
    throw new RangeError(`png: expected a picture of 1 to ${LARGEST.side} px on a side, got ${across} × ${down}. Take a smaller scale.`);
  const context = Object.assign(document.createElement('canvas'), { width: across, height: down }).getContext('2d', { alpha: false });
  if (!context) throw new Error('png: this browser gives no 2d context to a canvas. Expected CanvasRenderingContext2D.');
  context.setTransform(scale, 0, 0, scale, 0, 0);
  return context;
}

/** Paints what stands on a surface, in bands from top to bottom: a frame for all of a large picture would take as much memory again. */
function* paintSteps(context: Context, { scene, theme, camera, size }: Surface, scale: number): Steps<void> {
  const made = picture(scene, theme, context, lensDrawing);
  yield 0.1;
  const painter = new Painter();
  const { width, height } = context.canvas;
  const rows = Math.min(height, BAND * scale);
  const frame = frameOf(width, rows);
  const image = new ImageData(new Uint8ClampedArray(frame.px.buffer), frame.stride);
  for (let top = 0; top < height; top += rows) {
    // What is in the middle of the band, in layout units
    const middle = camera.y + ((top + rows / 2) / scale - size.height / 2) / camera.k;
    painter.paint(frame, made, { ...camera, y: middle }, { width: size.width, height: rows / scale }, scale);
    context.putImageData(image, -RIM, top - RIM, RIM, RIM, width, rows);
    yield 0.1 + (0.8 * Math.min(height, top + rows)) / height;
  }
  drawLabels(context, made, camera, size);
  const selected = scene.raised.filter((mark) => scene.marks.emphasis[mark] === SELECTED);
  drawRings(context, made, camera, size, selected);
}

/** A camera that shows all of what another one does above a caption: the picture keeps its size, and nothing is covered. */
function aboveCaption({ camera: { x, y, k }, size: { height } }: Surface): Camera {
  const nearer = (k * (height - CAPTION_BOX.height)) / height;
  return { x, y: y + CAPTION_BOX.height / 2 / nearer, k: nearer };
}

/** Writes two lines over the lower rim. */
function drawCaption(context: Context, theme: Theme, { width, height }: Size, lines: readonly string[]): void {
  const { margin, size, baselines } = CAPTION_BOX;
  const top = height - CAPTION_BOX.height;
  context.fillStyle = theme.background;
  context.fillRect(0, top, width, CAPTION_BOX.height);
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.font = `${size}px ${theme.font}`;
  for (const [i, line] of lines.entries()) {
    context.fillStyle = i === 0 ? theme.foreground : theme.muted;
    const text = fitted(onOneLine(line), width - 2 * margin, (part) => context.measureText(part).width);
    context.fillText(text, margin, top + (baselines[i] ?? 0));
  }
}

/** The bytes of a canvas as PNG. */
async function encoded({ canvas }: Context): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((done) => {
    canvas.toBlob(done, 'image/png');
  });
  if (!blob) throw new Error(`png: this browser cannot write a picture of ${canvas.width} × ${canvas.height} px. Take a smaller scale.`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  // A canvas that is not on the page keeps its pixels until it is collected
  canvas.width = 0;
  canvas.height = 0;
  return bytes;
}

/** A text with its keyword as a chunk of a PNG. @source ISO/IEC 15948, 11.3.3.4 iTXt */
function textChunk(keyword: string, text: string): Uint8Array<ArrayBuffer> {
  const body = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${whole(text)}`);
  const chunk = new Uint8Array(body.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length - 4);
  chunk.set(body, 4);
  view.setUint32(chunk.length - 4, crc32(body));
  return chunk;
}

/** Signature and header of a PNG. */
const HEAD = 33;

/** A PNG that says in its metadata where it comes from. */
function described(bytes: Uint8Array<ArrayBuffer>, provenance: Provenance, about?: AboutWords): Blob {
  const description = aboutLines(provenance, about).map(([term, value, url]) => `${term}: ${value}${url === undefined ? '' : ` ${url}`}`);
  const chunks = [
    textChunk('Title', provenance.title),
    textChunk('Description', description.join('\n')),
    textChunk('Software', 'standards-map'),
    ...(provenance.link === '' ? [] : [textChunk('Source', provenance.link)]),
  ];
  return new Blob([bytes.subarray(0, HEAD), ...chunks, bytes.subarray(HEAD)], { type: 'image/png' });
}

/** How a picture is written. */
export interface PngOptions {
  /** Device px per CSS px, 1–4. Default 2. */
  readonly scale?: number | undefined;
  /** Two lines below what is shown, which is a little smaller then, that say what it is and where it comes from. Default true. */
  readonly hasCaption?: boolean | undefined;
  readonly about?: AboutWords | undefined;
  readonly caption?: CaptionWords | undefined;
  readonly pace?: Pace | undefined;
}

/** @throws RangeError when it is none */
function checkedScale(scale: number): number {
  if (scale >= SCALES.least && scale <= SCALES.most) return scale;
  throw new RangeError(`png: expected a scale from ${SCALES.least} to ${SCALES.most}, got ${String(scale)}`);
}

/**
 * What a surface shows as a PNG, painted anew at this scale: as many times as many px on a side as the surface has CSS px.
 *
 * @throws RangeError when the scale is none, or the picture has more pixels than browsers draw; the reason of the signal when it is aborted
 */
export async function surfacePng(surface: Surface, provenance: Provenance, options: PngOptions = {}): Promise<Blob> {
  const { scale = 2, pace } = options;
  const hasCaption = (options.hasCaption ?? true) && surface.size.height >= LOWEST;
  const context = canvasOf(surface.size, checkedScale(scale));
  const seen = hasCaption ? { ...surface, camera: aboveCaption(surface) } : surface;
  await inSlices(paintSteps(context, seen, scale), pace);
  if (hasCaption) drawCaption(context, surface.theme, surface.size, captionOf(provenance, options.caption));
  return described(await encoded(context), provenance, options.about);
}

/**
 * An SVG as a PNG of this scale.
 *
 * @throws Error when the browser cannot draw it: a strict policy of the page may forbid images from memory
 */
export async function svgPng(svg: string, theme: Theme, provenance: Provenance, options: PngOptions = {}): Promise<Blob> {
  const { scale = 2 } = options;
  const [, width = 0, height = 0] = / viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const hasCaption = (options.hasCaption ?? true) && height >= LOWEST;
  const context = canvasOf({ width, height }, checkedScale(scale));
  const image = new Image(width, height);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    context.fillStyle = theme.background;
    context.fillRect(0, 0, width, height);
    const share = hasCaption ? (height - CAPTION_BOX.height) / height : 1;
    context.drawImage(image, (width * (1 - share)) / 2, 0, width * share, height * share);
  } catch (error) {
    throw new Error('png: this page does not let the picture be drawn. Take SVG instead.', { cause: error });
  } finally {
    URL.revokeObjectURL(url);
  }
  options.pace?.signal?.throwIfAborted();
  if (hasCaption) drawCaption(context, theme, { width, height }, captionOf(provenance, options.caption));
  return described(await encoded(context), provenance, options.about);
}
