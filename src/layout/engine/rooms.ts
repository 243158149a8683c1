import { BUDGET, cellCapacity, CELL_RESERVE, LEAP } from './kernel.js';
import { stepFor } from './near.js';
import type { Tree } from './tree.js';

/**
 * d3-force's collide over the cells of a tree: bodies keep the sum of their rooms apart where the next tick would bring them.
 *
 * Of two moving bodies the one with the smaller room gives way more; a standing one gives no way, and a moving one that touches many of
 * them is pushed by no more than half of its own room a tick: the sum of hundreds of pushes would throw it across the drawing.
 */
export class Rooms {
  readonly #tree: Tree;
  readonly #rooms: Float64Array;
  readonly #fixed: Uint8Array;
  readonly #widest: number;
  /** By place on the curve: where the next tick would bring a body, its room, whether it stands, the push of standing bodies. */
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #room: Float64Array;
  readonly #stands: Uint8Array;
  readonly #pushX: Float64Array;
  readonly #pushY: Float64Array;
  /** Per cell: left, top, right, bottom of its bodies, their widest room. */
  readonly #boxes: Float64Array;
  /** Pairs that are left in this iteration. */
  #budget = 0;

  constructor(tree: Tree, rooms: Float64Array, fixed: Uint8Array) {
    this.#tree = tree;
    this.#rooms = rooms;
    this.#fixed = fixed;
    this.#widest = rooms.reduce((a, b) => (a > b ? a : b), 0);
    const count = rooms.length;
    this.#x = new Float64Array(count);
    this.#y = new Float64Array(count);
    this.#room = new Float64Array(count);
    this.#pushX = new Float64Array(count);
    this.#pushY = new Float64Array(count);
    this.#stands = new Uint8Array(count);
    this.#boxes = new Float64Array(5 * (cellCapacity(count) + CELL_RESERVE));
  }

  /** Whether any body has a room. */
  get any(): boolean {
    return this.#widest > 0;
  }

  /** Changes velocities so that rooms are kept. @param state 4n: x, y, vx, vy of each body, where the tree was built from */
  make(state: Float64Array, hardness: number, iterations: number): void {
    const { order } = this.#tree;
    for (let i = 0; i < order.length; i++) {
      const body = order[i] ?? 0;
      const moves = this.#fixed[body] ? 0 : 1;
      this.#x[i] = (state[4 * body] ?? 0) + (state[4 * body + 2] ?? 0) * moves;
      this.#y[i] = (state[4 * body + 1] ?? 0) + (state[4 * body + 3] ?? 0) * moves;
      this.#room[i] = this.#rooms[body] ?? 0;
      this.#stands[i] = 1 - moves;
    }
    for (let iteration = 0; iteration < iterations; iteration++) {
      for (let cell = this.#tree.cells - 1; cell >= 0; cell--) this.#box(cell);
      this.#budget = BUDGET * order.length;
      this.#pushX.fill(0);
      this.#pushY.fill(0);
      for (let cell = 0; cell < this.#tree.cells; cell++) if (this.#tree.leaf[cell]) this.#around(cell, hardness);
      this.#giveWay();
    }
    for (let i = 0; i < order.length; i++) {
      const body = 4 * (order[i] ?? 0);
      state[body + 2] = (this.#x[i] ?? 0) - (state[body] ?? 0);
      state[body + 3] = (this.#y[i] ?? 0) - (state[body + 1] ?? 0);
    }
  }

  #box(cell: number): void {
    const { from, to, next, leaf } = this.#tree;
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    let widest = 0;
    if (leaf[cell]) {
      const end = to[cell] ?? 0;
      for (let i = from[cell] ?? 0; i < end; i++) {
        const x = this.#x[i] ?? 0;
        const y = this.#y[i] ?? 0;
        const room = this.#room[i] ?? 0;
        // Nothing collides with a body without room
        if (room === 0) continue;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        if (y > bottom) bottom = y;
        if (room > widest) widest = room;
      }
    } else {
      const b = this.#boxes;
      const end = next[cell] ?? 0;
      for (let child = cell + 1; child < end; child = next[child] ?? end) {
        const o = 5 * child;
        left = Math.min(left, b[o] ?? 0);
        top = Math.min(top, b[o + 1] ?? 0);
        right = Math.max(right, b[o + 2] ?? 0);
        bottom = Math.max(bottom, b[o + 3] ?? 0);
        widest = Math.max(widest, b[o + 4] ?? 0);
      }
    }
    const o = 5 * cell;
    this.#boxes[o] = left;
    this.#boxes[o + 1] = top;
    this.#boxes[o + 2] = right;
    this.#boxes[o + 3] = bottom;
    this.#boxes[o + 4] = widest;
  }

  /** A leaf with itself and with every later leaf that its rooms reach. */
  #around(a: number, hardness: number): void {
    const { next, leaf, cells } = this.#tree;
    const b = this.#boxes;
    const widest = b[5 * a + 4] ?? 0;
    if (widest === 0) return;
    const left = (b[5 * a] ?? 0) - widest;
    const top = (b[5 * a + 1] ?? 0) - widest;
    const right = (b[5 * a + 2] ?? 0) + widest;
    const bottom = (b[5 * a + 3] ?? 0) + widest;
    const { from, to } = this.#tree;
    const own = (to[a] ?? 0) - (from[a] ?? 0);
    let pairs = 0;
    for (let cell = 0; cell < cells && (pairs < BUDGET || pairs < this.#budget);) {
      const o = 5 * cell;
      const reach = b[o + 4] ?? 0;
      const end = next[cell] ?? cells;
      const isAway =
        end <= a ||
        reach === 0 ||
        (b[o] ?? 0) - reach > right ||
        (b[o + 2] ?? 0) + reach < left ||
        (b[o + 1] ?? 0) - reach > bottom ||
        (b[o + 3] ?? 0) + reach < top;
      if (isAway) cell = end;
      else {
        if (leaf[cell] && cell >= a) {
          this.#collide(a, cell, hardness);
          pairs += own * ((to[cell] ?? 0) - (from[cell] ?? 0));
        }
        cell++;
      }
    }
    this.#budget -= pairs;
  }

  /** Every body of one leaf with every body of another, or of itself. */
  #collide(a: number, b: number, hardness: number): void {
    const { from, to } = this.#tree;
    const end = to[a] ?? 0;
    const last = to[b] ?? 0;
    const step = stepFor(end - (from[a] ?? 0), last - (from[b] ?? 0));
    for (let i = from[a] ?? 0; i < end; i++) {
      const room = this.#room[i] ?? 0;
      if (room === 0) continue;
      const stands = this.#stands[i];
      const x = this.#x[i] ?? 0;
      const y = this.#y[i] ?? 0;
      for (let j = a === b ? i + 1 : (from[b] ?? 0); j < last; j += step) {
        const other = this.#room[j] ?? 0;
        const apart = room + other;
        let dx = x - (this.#x[j] ?? 0);
        let dy = y - (this.#y[j] ?? 0);
        let l = dx * dx + dy * dy;
        if (l >= apart * apart || other === 0) continue;
        if (l === 0) {
          // @source d3-force 3.0 jiggle, without chance
          dx = 1e-6;
          dy = (i & 1) === 0 ? 1e-6 : -1e-6;
          l = dx * dx + dy * dy;
        }
        l = Math.sqrt(l);
        l = (apart - l) / l;
        if (stands) {
          if (!this.#stands[j]) this.#press(j, -dx * l, -dy * l);
        } else if (this.#stands[j]) this.#press(i, dx * l, dy * l);
        else {
          const share = (other * other) / (room * room + other * other);
          dx *= l * hardness;
          dy *= l * hardness;
          this.#x[i] = (this.#x[i] ?? 0) + dx * share;
          this.#y[i] = (this.#y[i] ?? 0) + dy * share;
          this.#x[j] = (this.#x[j] ?? 0) - dx * (1 - share);
          this.#y[j] = (this.#y[j] ?? 0) - dy * (1 - share);
        }
      }
    }
  }

  #press(i: number, dx: number, dy: number): void {
    this.#pushX[i] = (this.#pushX[i] ?? 0) + dx;
    this.#pushY[i] = (this.#pushY[i] ?? 0) + dy;
  }

  /** Moves bodies that standing ones press on. */
  #giveWay(): void {
    const count = this.#room.length;
    for (let i = 0; i < count; i++) {
      const dx = this.#pushX[i] ?? 0;
      const dy = this.#pushY[i] ?? 0;
      if (dx === 0 && dy === 0) continue;
      const most = LEAP * (this.#room[i] ?? 0);
      const length = Math.sqrt(dx * dx + dy * dy);
      const scale = length > most ? most / length : 1;
      this.#x[i] = (this.#x[i] ?? 0) + dx * scale;
      this.#y[i] = (this.#y[i] ?? 0) + dy * scale;
    }
  }
}
