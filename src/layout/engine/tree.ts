import { CELL_RESERVE, cellCapacity, LEAF } from './kernel.js';

/** Digits of a radix sort: three of 11 bits make 32. */
const DIGIT = 2048;

/** Every bit of a 16-bit number with a 0 before it. @source Morton, 1966; the masks are the usual ones for 32 bits */
function spread(value: number): number {
  let bits = (value | (value << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/**
 * Bodies in the order of a Morton curve and a quadtree over that order, in flat arrays.
 *
 * Cells are in pre-order: the children of a cell come right after it, its first child at once, the next where `next` of the one before says.
 */
export class Tree {
  /** Body at each place of the curve; n. */
  order: Uint32Array;
  /** Places along the curve; n. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** First place of a cell, first place behind it, first cell behind it. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly next: Int32Array;
  /** 1 for cells that are not divided. */
  readonly leaf: Uint8Array;
  /** Cells in use. */
  cells = 0;
  readonly #capacity: number;
  #keys: Uint32Array;
  #spareKeys: Uint32Array;
  #spareOrder: Uint32Array;
  readonly #digits = new Uint32Array(3 * DIGIT);

  constructor(count: number) {
    this.#capacity = cellCapacity(count);
    [this.order, this.#spareOrder] = [new Uint32Array(count), new Uint32Array(count)];
    [this.#keys, this.#spareKeys] = [new Uint32Array(count), new Uint32Array(count)];
    [this.x, this.y] = [new Float64Array(count), new Float64Array(count)];
    const cells = this.#capacity + CELL_RESERVE;
    [this.from, this.to, this.next] = [new Int32Array(cells), new Int32Array(cells), new Int32Array(cells)];
    this.leaf = new Uint8Array(cells);
  }

  /** Sorts and divides anew. @param state 4n: x, y, vx, vy of each body */
  rebuild(state: Float64Array): void {
    this.#name(state);
    this.#sort();
    const { order, x, y } = this;
    for (let i = 0; i < order.length; i++) {
      const body = 4 * (order[i] ?? 0);
      x[i] = state[body] ?? 0;
      y[i] = state[body + 1] ?? 0;
    }
    this.cells = 0;
    this.#divide(0, order.length, 30);
  }

  /** Gives every body its place on the curve and counts the digits of these names. */
  #name(state: Float64Array): void {
    let left = Infinity,
      top = Infinity,
      right = -Infinity,
      bottom = -Infinity;
    for (let i = 0; i < state.length; i += 4) {
      const x = state[i] ?? 0;
      const y = state[i + 1] ?? 0;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
    const span = right - left > bottom - top ? right - left : bottom - top;
    const scale = 65535 / (span > 0 ? span : 1);
    const keys = this.#keys;
    const { order } = this;
    const digits = this.#digits.fill(0);
    for (let i = 0; i < keys.length; i++) {
      const x = ((state[4 * i] ?? 0) - left) * scale;
      const y = ((state[4 * i + 1] ?? 0) - top) * scale;
      const key = (spread(x | 0) | (spread(y | 0) << 1)) >>> 0;
      keys[i] = key;
      order[i] = i;
      const low = key & 2047;
      const middle = 2048 + ((key >>> 11) & 2047);
      const high = 4096 + (key >>> 22);
      digits[low] = (digits[low] ?? 0) + 1;
      digits[middle] = (digits[middle] ?? 0) + 1;
      digits[high] = (digits[high] ?? 0) + 1;
    }
  }

  #sort(): void {
    const digits = this.#digits;
    for (let pass = 0; pass < 3; pass++) {
      for (let digit = pass * DIGIT, sum = 0; digit < (pass + 1) * DIGIT; digit++) {
        const count = digits[digit] ?? 0;
        digits[digit] = sum;
        sum += count;
      }
      const keys = this.#keys;
      const order = this.order;
      const toKeys = this.#spareKeys;
      const toOrder = this.#spareOrder;
      for (let i = 0; i < keys.length; i++) {
        const key = keys[i] ?? 0;
        const digit = pass * DIGIT + ((key >>> (11 * pass)) & 2047);
        const at = digits[digit] ?? 0;
        digits[digit] = at + 1;
        toKeys[at] = key;
        toOrder[at] = order[i] ?? 0;
      }
      [this.#keys, this.order, this.#spareKeys, this.#spareOrder] = [toKeys, toOrder, keys, order];
    }
  }

  /** @param start the lower one of the two bits that tell the quarters of this cell apart */
  #divide(from: number, to: number, start: number): void {
    const keys = this.#keys;
    let bit = start;
    // Levels on which all bodies are in one quarter make no cell
    while (bit >= 0 && to - from > LEAF && (keys[from] ?? 0) >>> bit === (keys[to - 1] ?? 0) >>> bit) bit -= 2;
    const cell = this.cells++;
    this.from[cell] = from;
    this.to[cell] = to;
    const isLeaf = to - from <= LEAF || bit < 0 || cell >= this.#capacity;
    this.leaf[cell] = isLeaf ? 1 : 0;
    if (!isLeaf) {
      const first = (((keys[from] ?? 0) >>> bit) & ~3) >>> 0;
      for (let quarter = 1, at = from; quarter <= 4; quarter++) {
        let end = to;
        if (quarter < 4) {
          let low = at;
          while (low < end) {
            const middle = (low + end) >> 1;
            if ((keys[middle] ?? 0) >>> bit < first + quarter) low = middle + 1;
            else end = middle;
          }
        }
        if (end > at) this.#divide(at, end, bit - 2);
        at = end;
      }
    }
    this.next[cell] = this.cells;
  }
}
