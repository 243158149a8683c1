import { CROSSED, DASHED } from '../scene/codes.js';
import { SHAPES } from '../scene/scene.js';
import { mix, pixelAt, type Frame } from './frame.js';
import { rimWidth } from './marks.js';

/** Places within a pixel on each axis that a mark is drawn at, two bits: it stands at most 1/8 px from where it belongs. */
const PHASES = 4;
/** Radii are whole multiples of 1 / this, device px. */
const FINENESS = 8;
/** Points on each axis at which a pixel on a rim is asked how much of it is covered. */
const SAMPLES = 2;
/** Masks kept before all are made anew: the radius of a long way of zooming. */
const MOST = 8192;
/** Stroke and gap of a dashed rim relative to both. */
const STROKE = 2.5 / 4.5;

/** How much of each pixel a mark covers, 0 … 256. */
interface Mask {
  readonly width: number;
  readonly height: number;
  /** width × height, rows from top to bottom: by its ground, then by its rim on top of that. */
  readonly ground: Uint16Array;
  readonly rim: Uint16Array;
  /** Of each row where what is covered begins, where all of it is ground alone, where that ends, and where all ends; 4 × height. */
  readonly runs: Uint8Array;
  /** Pixels from the left and the top of the mask to that of the mark's middle. */
  readonly left: number;
  readonly top: number;
}

/** Signed distances to the outline of a shape of radius 1, below 0 inside. A plate is no mask: its text makes its size. */
const DISTANCES = {
  plate: (x: number, y: number) => Math.max(Math.abs(x), Math.abs(y)) - 1,
  diamond: (x: number, y: number) => (Math.abs(x) + Math.abs(y) - 1) * Math.SQRT1_2,
  hexagon: (x: number, y: number) => Math.max(Math.abs(y) - 0.866, 0.866 * Math.abs(x) + 0.5 * Math.abs(y) - 0.866),
  circle: (x: number, y: number) => Math.sqrt(x * x + y * y) - 1,
} as const;

/** Distance to the nearer arm of a cross within a circle of radius 1. */
function toCross(x: number, y: number): number {
  const [u, v] = [Math.abs(x + y) * Math.SQRT1_2, Math.abs(x - y) * Math.SQRT1_2];
  const arm = 0.75 * Math.SQRT2;
  return Math.min(Math.max(u - arm, v), Math.max(v - arm, u));
}

/** Whether a direction from the middle falls on a stroke of a dashed rim of this radius in CSS px. */
function isStroke(x: number, y: number, radius: number): boolean {
  const dashes = Math.max(4, Math.round((2 * Math.PI * radius) / 4.5));
  const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) * dashes;
  return turn - Math.floor(turn) < STROKE;
}

/** How much of a sample lies inside whose middle is this far inside, px. */
const share = (inside: number): number => Math.min(1, Math.max(0, 0.5 + SAMPLES * inside));

/** Makes a mask. @param radius device px @param density device px per CSS px @param dx @param dy middle within its pixel, 0–1 */
function maskOf(shape: number, finish: number, radius: number, density: number, dx: number, dy: number): Mask {
  const distance = DISTANCES[SHAPES[shape] ?? 'circle'];
  const rim = (rimWidth(finish, radius / density) * density) / 2;
  // Corners of a rim reach further out than its sides
  const reach = radius + (SHAPES[shape] === 'circle' ? rim : 1.5 * rim) + 0.5 / SAMPLES;
  const tall = SHAPES[shape] === 'hexagon' ? reach - 0.134 * radius : reach;
  const [before, above] = [Math.ceil(reach - dx), Math.ceil(tall - dy)];
  const [width, height] = [before + Math.ceil(reach + dx), above + Math.ceil(tall + dy)];
  const ground = new Uint16Array(width * height);
  const edge = new Uint16Array(width * height);
  for (let at = 0; at < width * height; at++) {
    const left = (at % width) - before - dx;
    const top = Math.floor(at / width) - above - dy;
    // Far from the rim a pixel is all inside or all outside
    const middle = distance((left + 0.5) / radius, (top + 0.5) / radius) * radius;
    if (Math.abs(middle) > rim + 1.5 && finish !== CROSSED) {
      ground[at] = middle < 0 ? 256 : 0;
      continue;
    }
    let covered = 0;
    let over = 0;
    for (let sample = 0; sample < SAMPLES * SAMPLES; sample++) {
      const x = (left + ((sample % SAMPLES) + 0.5) / SAMPLES) / radius;
      const y = (top + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / radius;
      const far = distance(x, y) * radius;
      const isRim = finish !== DASHED || isStroke(x, y, radius / density);
      const onRim = isRim ? share(rim - (finish === CROSSED ? toCross(x, y) * radius : Math.abs(far))) : 0;
      over += onRim;
      covered += finish === CROSSED ? onRim : isRim ? share(rim - far) : share(-far);
    }
    // The rim comes over the ground: what both cover together is right when the ground has its share of what the rim leaves
    const all = SAMPLES ** 2;
    edge[at] = Math.round((256 * over) / all);
    ground[at] = over < all ? Math.round((256 * (covered - over)) / (all - over)) : 0;
  }
  return { width, height, left: before, top: above, ground, rim: edge, runs: runsOf(width, height, ground, edge) };
}

/** Where the runs of each row lie; marks are less than 256 px wide. */
function runsOf(width: number, height: number, ground: Uint16Array, rim: Uint16Array): Uint8Array {
  const runs = new Uint8Array(4 * height);
  for (let row = 0; row < height; row++) {
    const start = row * width;
    const isBlank = (x: number): boolean => ground[start + x] === 0 && rim[start + x] === 0;
    const isSolid = (x: number): boolean => ground[start + x] === 256 && rim[start + x] === 0;
    let from = 0;
    while (from < width && isBlank(from)) from++;
    let to = width;
    while (to > from && isBlank(to - 1)) to--;
    let solid = from;
    while (solid < to && !isSolid(solid)) solid++;
    let end = solid;
    while (end < to && isSolid(end)) end++;
    runs.set([from, solid, end, to], 4 * row);
  }
  return runs;
}

/** Draws marks through masks, which are made once for each shape, finish, radius and place within a pixel. */
export class Masks {
  readonly #made = new Map<number, Mask>();
  #density = 1;

  /** Device px per CSS px from now on. */
  set density(density: number) {
    if (density !== this.#density) this.#made.clear();
    this.#density = density;
  }

  /**
   * Draws a mark.
   *
   * @param x @param y its middle, device px
   * @param radius device px
   * @param ground @param rim inks
   * @param opacity 0 … 256, whole
   */
  draw(
    frame: Frame,
    shape: number,
    finish: number,
    x: number,
    y: number,
    radius: number,
    ground: number,
    rim: number,
    opacity: number,
  ): void {
    const reach = radius + 4 * this.#density;
    if (!(x > -reach && y > -reach && x < frame.width + reach && y < frame.height + reach)) return;
    const placeX = Math.floor(x * PHASES);
    const placeY = Math.floor(y * PHASES);
    const column = placeX >> 2;
    const row = placeY >> 2;
    const size = Math.max(1, Math.round(radius * FINENESS));
    const key = (((((size << 2) | shape) << 2) | finish) << 4) | ((placeY & 3) << 2) | (placeX & 3);
    let mask = this.#made.get(key);
    if (!mask) {
      if (this.#made.size >= MOST) this.#made.clear();
      mask = maskOf(shape, finish, size / FINENESS, this.#density, ((placeX & 3) + 0.5) / PHASES, ((placeY & 3) + 0.5) / PHASES);
      this.#made.set(key, mask);
    }
    stamp(frame, mask, column, row, ground, rim, opacity);
  }
}

/** Mixes a mask into the visible pixels. */
function stamp(frame: Frame, mask: Mask, column: number, row: number, groundInk: number, rimInk: number, opacity: number): void {
  const { px, width, height } = frame;
  const { runs } = mask;
  const left = column - mask.left;
  const top = row - mask.top;
  const least = Math.max(0, -left);
  const most = Math.min(mask.width, width - left);
  const last = Math.min(mask.height, height - top);
  for (let y = Math.max(0, -top); y < last; y++) {
    const at = pixelAt(frame, left, top + y);
    const from = Math.max(least, runs[4 * y] ?? 0);
    const to = Math.min(most, runs[4 * y + 3] ?? 0);
    const solid = opacity === 256 ? Math.min(to, Math.max(from, runs[4 * y + 1] ?? 0)) : to;
    const end = opacity === 256 ? Math.min(to, Math.max(solid, runs[4 * y + 2] ?? 0)) : to;
    blend(px, at, mask, y, from, solid, groundInk, rimInk, opacity);
    for (let i = at + solid; i < at + end; i++) px[i] = groundInk;
    blend(px, at, mask, y, end, to, groundInk, rimInk, opacity);
  }
}

/** Mixes a part of a row of a mask. @param at place in `px` of the first pixel of the row */
function blend(
  px: Int32Array,
  at: number,
  { ground, rim, width }: Mask,
  row: number,
  from: number,
  to: number,
  groundInk: number,
  rimInk: number,
  opacity: number,
): void {
  for (let x = from; x < to; x++) {
    const below = ground[row * width + x] ?? 0;
    const above = rim[row * width + x] ?? 0;
    if (below > 0) mix(px, at + x, groundInk, (below * opacity) >> 8);
    if (above > 0) mix(px, at + x, rimInk, (above * opacity) >> 8);
  }
}

/**
 * Draws a mark that is too small for a shape: a square of the area of its circle, as much of it in each pixel as lies there.
 *
 * @param radius device px, at most 1.5
 */
export function dot(frame: Frame, x: number, y: number, radius: number, ink: number, opacity: number): void {
  const half = 0.886 * radius;
  const left = x - half;
  const top = y - half;
  const right = x + half;
  const bottom = y + half;
  const first = Math.floor(left);
  if (!(right >= 0 && bottom >= 0 && left < frame.width && top < frame.height)) return;
  const last = Math.ceil(right) - 1;
  for (let row = Math.floor(top); row < bottom; row++) {
    const tall = (Math.min(bottom, row + 1) - Math.max(top, row)) * opacity;
    const at = pixelAt(frame, first, row);
    // The first column, those that are covered, the last
    mix(frame.px, at, ink, ((first === last ? right - left : first + 1 - left) * tall) | 0);
    for (let column = first + 1; column < last; column++) mix(frame.px, at + column - first, ink, tall | 0);
    if (first < last) mix(frame.px, at + last - first, ink, ((right - last) * tall) | 0);
  }
}
