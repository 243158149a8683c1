import { pixelAt, type Frame } from './frame.js';

/** Spans from this length on are filled by the engine, shorter ones by a loop; px. */
const LONG = 48;

/** Fills closed outlines, row by row between the sides that cross it. Keeps its arrays from one to the next. */
export class AreaFill {
  /** Where the crossings of each row end. */
  #ends = new Int32Array(0);
  /** Columns at which sides cross the rows, all of a row together. */
  #crossings = new Float32Array(0);

  /**
   * Fills all pixels whose middle lies inside an outline (even-odd) with an ink.
   *
   * @param outline device px: x0, y0, x1, y1, …; closed, the first point is not repeated
   * @param length numbers of `outline` that count
   */
  fill(frame: Frame, outline: Float32Array, length: number, ink: number): void {
    let [top, bottom] = [Infinity, -Infinity];
    for (let i = 1; i < length; i += 2) {
      const y = outline[i] ?? 0;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    const first = Math.max(0, Math.ceil(top - 0.5));
    const rows = Math.min(frame.height, Math.ceil(bottom - 0.5)) - first;
    if (!(rows > 0)) return;
    if (this.#ends.length <= rows) this.#ends = new Int32Array(rows + 1);
    const count = this.#count(outline, length, first, rows);
    if (this.#crossings.length < count) this.#crossings = new Float32Array(2 * count);
    this.#cross(outline, length, first, rows);
    for (let row = 0, start = 0; row < rows; row++) {
      const end = this.#ends[row] ?? 0;
      sort(this.#crossings, start, end);
      spans(frame, first + row, this.#crossings, start, end, ink);
      start = end;
    }
  }

  /** How many sides cross each row, as the place where the crossings of the row begin. @returns how many in all */
  #count(outline: Float32Array, length: number, first: number, rows: number): number {
    const ends = this.#ends.fill(0, 0, rows + 1);
    for (let i = 1, j = length - 1; i < length; j = i, i += 2) {
      const ya = outline[j] ?? 0;
      const yb = outline[i] ?? 0;
      const from = Math.max(0, Math.ceil((ya < yb ? ya : yb) - 0.5) - first);
      const to = Math.min(rows, Math.ceil((ya < yb ? yb : ya) - 0.5) - first);
      for (let row = from; row < to; row++) ends[row + 1] = (ends[row + 1] ?? 0) + 1;
    }
    for (let row = 0; row < rows; row++) ends[row + 1] = (ends[row + 1] ?? 0) + (ends[row] ?? 0);
    return ends[rows] ?? 0;
  }

  /** Notes all crossings; the beginnings of the rows become their ends. */
  #cross(outline: Float32Array, length: number, first: number, rows: number): void {
    const ends = this.#ends;
    const crossings = this.#crossings;
    for (let i = 1, j = length - 1; i < length; j = i, i += 2) {
      const ya = outline[j] ?? 0;
      const yb = outline[i] ?? 0;
      const from = Math.max(0, Math.ceil((ya < yb ? ya : yb) - 0.5) - first);
      const to = Math.min(rows, Math.ceil((ya < yb ? yb : ya) - 0.5) - first);
      if (from >= to) continue;
      const xa = outline[j - 1] ?? 0;
      const slope = ((outline[i - 1] ?? 0) - xa) / (yb - ya);
      for (let row = from; row < to; row++) {
        const end = ends[row] ?? 0;
        crossings[end] = xa + (first + row + 0.5 - ya) * slope;
        ends[row] = end + 1;
      }
    }
  }
}

/** Sorts a part of an array that is short. */
function sort(values: Float32Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const value = values[i] ?? 0;
    let at = i;
    for (; at > start && (values[at - 1] ?? 0) > value; at--) values[at] = values[at - 1] ?? 0;
    values[at] = value;
  }
}

function spans(frame: Frame, row: number, crossings: Float32Array, start: number, end: number, ink: number): void {
  const { px, width } = frame;
  const line = pixelAt(frame, 0, row);
  for (let i = start; i + 1 < end; i += 2) {
    const from = line + Math.max(0, Math.ceil((crossings[i] ?? 0) - 0.5));
    const to = line + Math.min(width, Math.ceil((crossings[i + 1] ?? 0) - 0.5));
    if (to - from >= LONG) px.fill(ink, from, to);
    else for (let at = from; at < to; at++) px[at] = ink;
  }
}
