import type { Bounds } from './scene.js';

/** Called with each stretch of the sorted order that a search finds: `from` up to, not including, `to`. */
export type Stretch = (from: number, to: number) => void;

/** Points in a cell on average. */
const CROWD = 24;

/** Points sorted by layer and cell, so that what lies in a rectangle is a few stretches of one array. */
export class PointGrid {
  /** Points by layer, then row, column and number. */
  readonly order: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #left: number;
  readonly #top: number;
  readonly #cell: number;
  readonly #columns: number;
  readonly #rows: number;

  /** @param layers layer of each point, 0 … 3 @param bounds around all points */
  constructor(x: Float32Array, y: Float32Array, layers: Uint8Array, bounds: Bounds | undefined) {
    const { left, top, right, bottom } = bounds ?? { left: 0, top: 0, right: 1, bottom: 1 };
    const [wide, high] = [Math.max(1, right - left), Math.max(1, bottom - top)];
    this.#cell = Math.max(Math.sqrt((wide * high * CROWD) / Math.max(1, x.length)), Math.max(wide, high) / 1024);
    [this.#left, this.#top] = [left, top];
    [this.#columns, this.#rows] = [Math.ceil(wide / this.#cell) + 1, Math.ceil(high / this.#cell) + 1];
    const cells = Uint32Array.from(x, (at, i) => this.#cellOf(layers[i] ?? 0, at, y[i] ?? 0));
    this.#starts = new Uint32Array(4 * this.#columns * this.#rows + 1);
    this.order = sorted(cells, this.#starts);
  }

  /** Finds the points of a layer in all cells that a rectangle touches, in their order. */
  search(layer: number, { left, top, right, bottom }: Bounds, stretch: Stretch): void {
    const [first, last] = [this.#column(left), this.#column(right)];
    for (let row = this.#row(top); row <= this.#row(bottom); row++) {
      const line = (layer * this.#rows + row) * this.#columns;
      const [from, to] = [this.#starts[line + first] ?? 0, this.#starts[line + last + 1] ?? 0];
      if (from < to) stretch(from, to);
    }
  }

  #column(x: number): number {
    return clamp((x - this.#left) / this.#cell, this.#columns);
  }

  #row(y: number): number {
    return clamp((y - this.#top) / this.#cell, this.#rows);
  }

  #cellOf(layer: number, x: number, y: number): number {
    return (layer * this.#rows + this.#row(y)) * this.#columns + this.#column(x);
  }
}

const clamp = (at: number, count: number): number => Math.min(count - 1, Math.max(0, Math.floor(at) || 0));

/** Numbers 0 … n - 1 sorted by cell; fills `starts` with where each cell begins, and the end. */
function sorted(cells: Uint32Array, starts: Uint32Array): Uint32Array {
  for (const cell of cells) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  for (let cell = 1; cell < starts.length; cell++) starts[cell] = (starts[cell] ?? 0) + (starts[cell - 1] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(cells.length);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? 0;
    const at = next[cell] ?? 0;
    order[at] = i;
    next[cell] = at + 1;
  }
  return order;
}

/** Levels of a grid of segments: the finest has 2^(LEVELS - 1) cells on the longer side. */
const LEVELS = 7;

/** Segments sorted by length and place: a long one in a coarse cell, a short one in a fine one, by its middle. */
export class SegmentGrid {
  /** Segments by level, row, column and number. */
  readonly order: Uint32Array;
  /** Ends in that order, 4n: ax, ay, bx, by, … */
  readonly ends: Float32Array;
  readonly #starts: Uint32Array;
  readonly #left: number;
  readonly #top: number;
  readonly #span: number;

  /** @param ends of each segment, 4n: ax, ay, bx, by, … @param bounds around all ends */
  constructor(ends: Float32Array, { left, top, right, bottom }: Bounds) {
    [this.#left, this.#top, this.#span] = [left, top, Math.max(1, right - left, bottom - top)];
    const cells = new Uint32Array(ends.length / 4);
    for (let i = 0; i < cells.length; i++) {
      const [ax = 0, ay = 0, bx = 0, by = 0] = [ends[4 * i], ends[4 * i + 1], ends[4 * i + 2], ends[4 * i + 3]];
      const size = Math.max(Math.abs(bx - ax), Math.abs(by - ay)) / this.#span;
      let level = LEVELS - 1;
      while (level > 0 && size * 2 ** level > 1) level--;
      cells[i] = base(level) + (this.#at((ay + by) / 2, this.#top, level) << level) + this.#at((ax + bx) / 2, this.#left, level);
    }
    this.#starts = new Uint32Array(base(LEVELS) + 1);
    this.order = sorted(cells, this.#starts);
    this.ends = new Float32Array(ends.length);
    this.order.forEach((segment, i) => this.ends.set(ends.subarray(4 * segment, 4 * segment + 4), 4 * i));
  }

  /** Finds all segments that touch a rectangle, and some that do not, in their order. */
  search({ left, top, right, bottom }: Bounds, stretch: Stretch): void {
    for (let level = 0; level < LEVELS; level++) {
      // A segment reaches at most half a cell of its level from its middle
      const reach = this.#span / 2 ** (level + 1);
      const [first, last] = [this.#at(left - reach, this.#left, level), this.#at(right + reach, this.#left, level)];
      const end = this.#at(bottom + reach, this.#top, level);
      for (let row = this.#at(top - reach, this.#top, level); row <= end; row++) {
        const line = base(level) + (row << level);
        const [from, to] = [this.#starts[line + first] ?? 0, this.#starts[line + last + 1] ?? 0];
        if (from < to) stretch(from, to);
      }
    }
  }

  #at(place: number, start: number, level: number): number {
    return clamp(((place - start) / this.#span) * 2 ** level, 2 ** level);
  }
}

/** Cells of all coarser levels: 1 + 4 + 16 + … */
const base = (level: number): number => (4 ** level - 1) / 3;
