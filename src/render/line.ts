import { mix, RIM, type Frame } from './frame.js';

/** Widest line, device px: its half, aslant, stays within the rim of a frame. */
const WIDEST = 8;
/** One px as the whole number that the loops count in. */
const ONE = 65536;

/** How a line is drawn. Lengths in device px. */
export interface Stroke {
  readonly ink: number;
  /** 0 … 256, whole. */
  readonly opacity: number;
  readonly width: number;
  /** Strokes and gaps in turn, starting with a stroke at the upper or left end of the line; 0: unbroken. */
  readonly dash: number;
  readonly gap: number;
}

/**
 * Draws a line, anti-aliased across, cut off straight at its ends to the nearest px.
 *
 * Column by column (row by row where it is steep) it covers as much of each pixel as the band of its width does at the pixel's middle.
 */
export function line(frame: Frame, ax: number, ay: number, bx: number, by: number, stroke: Stroke): void {
  const { width, height, stride } = frame;
  if (Math.abs(bx - ax) >= Math.abs(by - ay)) {
    if (ax <= bx) run(frame.px, ax, ay, bx, by, width, height, 1, stride, stroke);
    else run(frame.px, bx, by, ax, ay, width, height, 1, stride, stroke);
  } else if (ay <= by) run(frame.px, ay, ax, by, bx, height, width, stride, 1, stroke);
  else run(frame.px, by, bx, ay, ax, height, width, stride, 1, stroke);
}

/** Draws along the longer axis u from a to b, ua ≤ ub; `stepU` and `stepV` are what a px along each axis is in `px`. */
function run(
  px: Int32Array,
  ua: number,
  va: number,
  ub: number,
  vb: number,
  sizeU: number,
  sizeV: number,
  stepU: number,
  stepV: number,
  { ink, opacity, width, dash, gap }: Stroke,
): void {
  const slope = ub > ua ? (vb - va) / (ub - ua) : 0;
  const stretch = Math.sqrt(1 + slope * slope);
  const band = Math.min(width, WIDEST) * stretch;
  let first = Math.max(0, Math.ceil(ua - 0.5));
  let last = Math.min(sizeU, Math.ceil(ub - 0.5)) - 1;
  // The middle of the line keeps within half its band from the visible pixels.
  if (slope !== 0) {
    const [low, high] = [(-band / 2 - va) / slope + ua - 0.5, (sizeV + band / 2 - va) / slope + ua - 0.5];
    first = Math.max(first, Math.ceil(Math.min(low, high)));
    last = Math.min(last, Math.floor(Math.max(low, high)));
  } else if (va < -band / 2 || va > sizeV + band / 2) return;
  if (!(first <= last)) return;
  const thick = Math.round(band * ONE);
  const climb = Math.round(slope * ONE);
  let top = Math.round((va + (first + 0.5 - ua) * slope - band / 2 + RIM) * ONE);
  let at = (first + RIM) * stepU;
  let along = dash > 0 ? ((first + 0.5 - ua) * stretch) % (dash + gap) : 0;
  for (let u = first; u <= last; u++, top += climb, at += stepU) {
    if (dash > 0) {
      along += stretch;
      if (along >= dash + gap) along -= dash + gap;
      if (along > dash) continue;
    }
    const bottom = top + thick;
    let row = top >> 16;
    const end = bottom >> 16;
    if (row === end) mix(px, at + row * stepV, ink, (thick * opacity) >> 16);
    else {
      mix(px, at + row * stepV, ink, ((ONE - (top & 0xffff)) * opacity) >> 16);
      for (row++; row < end; row++) mix(px, at + row * stepV, ink, opacity);
      mix(px, at + end * stepV, ink, ((bottom & 0xffff) * opacity) >> 16);
    }
  }
}
