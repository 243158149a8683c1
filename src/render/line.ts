import { RIM, type Frame } from './frame.js';

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
 *
 * @param way length of a longer line that lies behind its first end, px: strokes and gaps go on from there. Default: it is a line by itself
 */
export function line(
  frame: Frame,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  stroke: Stroke,
  opacity = stroke.opacity,
  way?: number,
): void {
  const { px, width, height, stride } = frame;
  const isFlat = Math.abs(bx - ax) >= Math.abs(by - ay);
  const isForward = isFlat ? ax <= bx : ay <= by;
  // Drawn from its other end, the pattern runs backwards: what lies behind that end, turned round
  const before =
    way === undefined || stroke.dash === 0 ? 0 : isForward ? way : stroke.dash - way - Math.sqrt((bx - ax) ** 2 + (by - ay) ** 2);
  if (isFlat) {
    if (isForward) along(px, ax, ay, bx, by, width, height, 1, stride, stroke, opacity, before);
    else along(px, bx, by, ax, ay, width, height, 1, stride, stroke, opacity, before);
  } else if (isForward) along(px, ay, ax, by, bx, height, width, stride, 1, stroke, opacity, before);
  else along(px, by, bx, ay, ax, height, width, stride, 1, stroke, opacity, before);
}

/** Draws along the longer axis u from a to b, ua ≤ ub; `stepU` and `stepV` are what a px along each axis is in `px`. */
function along(
  px: Int32Array,
  ua: number,
  va: number,
  ub: number,
  vb: number,
  sizeU: number,
  sizeV: number,
  stepU: number,
  stepV: number,
  { ink, width, dash, gap }: Stroke,
  opacity: number,
  before: number,
): void {
  const slope = ub > ua ? (vb - va) / (ub - ua) : 0;
  const stretch = Math.sqrt(1 + slope * slope);
  const band = Math.min(width, WIDEST) * stretch;
  let first = Math.max(0, Math.ceil(ua - 0.5));
  let last = Math.min(sizeU, Math.ceil(ub - 0.5)) - 1;
  // The middle of the line keeps within half its band from the visible pixels.
  if (slope !== 0) {
    const low = (-band / 2 - va) / slope + ua - 0.5;
    const high = (sizeV + band / 2 - va) / slope + ua - 0.5;
    first = Math.max(first, Math.ceil(Math.min(low, high)));
    last = Math.min(last, Math.floor(Math.max(low, high)));
  } else if (va < -band / 2 || va > sizeV + band / 2) return;
  if (!(first <= last)) return;
  const thick = Math.round(band * ONE);
  const climb = Math.round(slope * ONE);
  const period = dash + gap;
  let top = Math.round((va + (first + 0.5 - ua) * slope - band / 2 + RIM) * ONE);
  let at = (first + RIM) * stepU;
  let way = dash > 0 ? ((first + 0.5 - ua) * stretch + before) % period : -Infinity;
  if (dash > 0 && way < 0) way += period;
  for (let u = first; u <= last; u++, top += climb, at += stepU, way += stretch) {
    if (way >= period) way -= period;
    if (way < dash || dash === 0) across(px, at, stepV, top, thick, ink, opacity);
    else {
      // To the last px of the gap at once
      const skipped = Math.max(0, Math.ceil((period - way) / stretch) - 1);
      u += skipped;
      top += skipped * climb;
      at += skipped * stepU;
      way += skipped * stretch;
    }
  }
}

/** Draws the band across the line at one px along it: the first pixel it touches, those it covers, the last. As `mix`, without its calls. */
function across(px: Int32Array, at: number, step: number, top: number, thick: number, ink: number, opacity: number): void {
  const bottom = top + thick;
  const end = bottom >> 16;
  let row = top >> 16;
  let over = row === end ? thick : ONE - (top & 0xffff);
  for (; row <= end; row++, over = row === end ? bottom & 0xffff : ONE) {
    const place = at + row * step;
    const alpha = (over * opacity) >> 16;
    if (alpha === 256) {
      px[place] = 0xff000000 | ink;
      continue;
    }
    const under = px[place] ?? 0;
    const redBlue = under & 0xff00ff;
    const green = under & 0xff00;
    px[place] =
      0xff000000 |
      ((redBlue + ((Math.imul((ink & 0xff00ff) - redBlue, alpha) + 0x800080) >> 8)) & 0xff00ff) |
      ((green + ((Math.imul((ink & 0xff00) - green, alpha) + 0x8000) >> 8)) & 0xff00);
  }
}
