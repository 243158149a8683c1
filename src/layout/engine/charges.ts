import { cellCapacity, CELL_RESERVE, STACK, THETA } from './kernel.js';
import { Near } from './near.js';
import type { Tree } from './tree.js';

/** 1 / THETA², what squared radii are compared with squared distances by. */
const APART = 1 / (THETA * THETA);

/**
 * The many-body force by a fast multipole method in time proportional to the number of bodies.
 *
 * In two dimensions d3-force's charge falls as 1 / distance, so the force on z is the conjugate of the complex sum of q / (z - z_j), which
 * is analytic: far from a cell it is a short series in 1 / (z - c) (moments), inside another cell a short series in z - c' (field). Cells
 * act on cells; only neighbouring bodies act on each other one by one, and each such pair is computed once for both.
 *
 * @source Greengard, Rokhlin: A fast algorithm for particle simulations, 1987; cells on both sides as in Dehnen, 2002. Centres are those of
 *   charge, so that the term of order 1 is 0
 */
export class Charges {
  /** Forces of the bodies on each other, and of all that is far on them. */
  readonly near: Near;
  /** Per cell: x, y of the centre, radius, moments of order 0, 2 and 3 (complex but the first). */
  readonly #moments: Float64Array;
  /** Per cell: coefficients 0 to 3 of the field of all that is far, complex. */
  readonly #field: Float64Array;
  readonly #stack = new Int32Array(STACK);
  readonly #tree: Tree;
  /** Charges of one sign each: a sum of both signs has no centre. */
  readonly #signs: readonly Float64Array[];

  constructor(tree: Tree, charges: Float64Array) {
    this.#tree = tree;
    const count = charges.length;
    this.near = new Near(tree, count);
    const cells = cellCapacity(count) + CELL_RESERVE;
    [this.#moments, this.#field] = [new Float64Array(8 * cells), new Float64Array(8 * cells)];
    this.#signs = [charges.map((q) => (q < 0 ? q : 0)), charges.map((q) => (q > 0 ? q : 0))].filter((some) => some.some((q) => q !== 0));
  }

  /** Whether any body has a charge. */
  get any(): boolean {
    return this.#signs.length > 0;
  }

  /** Computes the forces on all bodies where the tree has them. */
  compute(): void {
    const { fx, fy, q } = this.near;
    fx.fill(0);
    fy.fill(0);
    for (const charges of this.#signs) {
      const { order } = this.#tree;
      for (let i = 0; i < order.length; i++) q[i] = charges[order[i] ?? 0] ?? 0;
      for (let cell = this.#tree.cells - 1; cell >= 0; cell--) {
        if (this.#tree.leaf[cell]) this.#gather(cell);
        else this.#sumUp(cell);
      }
      this.#field.fill(0, 0, 8 * this.#tree.cells);
      this.#pair();
      for (let cell = 0; cell < this.#tree.cells; cell++) {
        if (this.#tree.leaf[cell]) this.#apply(cell);
        else this.#handDown(cell);
      }
    }
  }

  /** Moments of a leaf from its bodies. */
  #gather(cell: number): void {
    const { x, y, from, to } = this.#tree;
    const { q } = this.near;
    const first = from[cell] ?? 0;
    const end = to[cell] ?? 0;
    let sum = 0,
      sumX = 0,
      sumY = 0,
      allX = 0,
      allY = 0;
    for (let i = first; i < end; i++) {
      const xi = x[i] ?? 0;
      const yi = y[i] ?? 0;
      const qi = q[i] ?? 0;
      sum += qi;
      sumX += qi * xi;
      sumY += qi * yi;
      allX += xi;
      allY += yi;
    }
    const cx = sum === 0 ? allX / (end - first) : sumX / sum;
    const cy = sum === 0 ? allY / (end - first) : sumY / sum;
    let far = 0,
      m2x = 0,
      m2y = 0,
      m3x = 0,
      m3y = 0;
    for (let i = first; i < end; i++) {
      const dx = (x[i] ?? 0) - cx;
      const dy = (y[i] ?? 0) - cy;
      const qi = q[i] ?? 0;
      const xx = dx * dx;
      const yy = dy * dy;
      if (xx + yy > far) far = xx + yy;
      const px = xx - yy;
      const py = 2 * dx * dy;
      m2x += qi * px;
      m2y += qi * py;
      m3x += qi * (px * dx - py * dy);
      m3y += qi * (px * dy + py * dx);
    }
    this.#put(8 * cell, cx, cy, Math.sqrt(far), sum, m2x, m2y, m3x, m3y);
  }

  /** Moments of a cell from those of its children, moved to the common centre. */
  #sumUp(cell: number): void {
    const { next } = this.#tree;
    const m = this.#moments;
    const end = next[cell] ?? 0;
    let sum = 0,
      sumX = 0,
      sumY = 0,
      allX = 0,
      allY = 0,
      children = 0;
    for (let child = cell + 1; child < end; child = next[child] ?? end) {
      const x = m[8 * child] ?? 0;
      const y = m[8 * child + 1] ?? 0;
      const q = m[8 * child + 3] ?? 0;
      sum += q;
      sumX += q * x;
      sumY += q * y;
      allX += x;
      allY += y;
      children++;
    }
    const cx = sum === 0 ? allX / children : sumX / sum;
    const cy = sum === 0 ? allY / children : sumY / sum;
    let far = 0,
      m2x = 0,
      m2y = 0,
      m3x = 0,
      m3y = 0;
    for (let child = cell + 1; child < end; child = next[child] ?? end) {
      const o = 8 * child;
      const dx = (m[o] ?? 0) - cx;
      const dy = (m[o + 1] ?? 0) - cy;
      const q = m[o + 3] ?? 0;
      const ax = m[o + 4] ?? 0;
      const ay = m[o + 5] ?? 0;
      const reach = Math.sqrt(dx * dx + dy * dy) + (m[o + 2] ?? 0);
      if (reach > far) far = reach;
      const px = dx * dx - dy * dy;
      const py = 2 * dx * dy;
      m2x += ax + q * px;
      m2y += ay + q * py;
      m3x += (m[o + 6] ?? 0) + 3 * (dx * ax - dy * ay) + q * (px * dx - py * dy);
      m3y += (m[o + 7] ?? 0) + 3 * (dx * ay + dy * ax) + q * (px * dy + py * dx);
    }
    this.#put(8 * cell, cx, cy, far, sum, m2x, m2y, m3x, m3y);
  }

  #put(o: number, cx: number, cy: number, r: number, m0: number, m2x: number, m2y: number, m3x: number, m3y: number): void {
    const m = this.#moments;
    m[o] = cx;
    m[o + 1] = cy;
    m[o + 2] = r;
    m[o + 3] = m0;
    m[o + 4] = m2x;
    m[o + 5] = m2y;
    m[o + 6] = m3x;
    m[o + 7] = m3y;
  }

  /** Walks over pairs of cells from the root: far ones act as wholes, near leaves body by body, the larger of others is divided. */
  #pair(): void {
    const { next, leaf } = this.#tree;
    const stack = this.#stack;
    const m = this.#moments;
    let top = 2;
    stack[0] = stack[1] = 0;
    while (top > 0) {
      const b = stack[--top] ?? 0;
      const a = stack[--top] ?? 0;
      if (a === b) {
        if (leaf[a]) this.near.within(a);
        else {
          const end = next[a] ?? 0;
          for (let i = a + 1; i < end; i = next[i] ?? end) {
            for (let j = i; j < end; j = next[j] ?? end) {
              stack[top++] = i;
              stack[top++] = j;
            }
          }
        }
        continue;
      }
      const dx = (m[8 * b] ?? 0) - (m[8 * a] ?? 0);
      const dy = (m[8 * b + 1] ?? 0) - (m[8 * a + 1] ?? 0);
      const ra = m[8 * a + 2] ?? 0;
      const rb = m[8 * b + 2] ?? 0;
      const squared = dx * dx + dy * dy;
      if ((ra + rb) * (ra + rb) * APART < squared) this.#across(8 * a, 8 * b, dx, dy, 1 / squared);
      else if (leaf[a] && leaf[b]) this.near.between(a, b);
      else if (leaf[b] || (!leaf[a] && ra >= rb)) {
        const end = next[a] ?? 0;
        for (let i = a + 1; i < end; i = next[i] ?? end) {
          stack[top++] = i;
          stack[top++] = b;
        }
      } else {
        const end = next[b] ?? 0;
        for (let i = b + 1; i < end; i = next[i] ?? end) {
          stack[top++] = a;
          stack[top++] = i;
        }
      }
    }
  }

  /** Field of either cell at the centre of the other. @param w from the centre at a to that at b */
  #across(a: number, b: number, wx: number, wy: number, inverse: number): void {
    // u = 1 / w and its powers
    const ux = wx * inverse;
    const uy = -wy * inverse;
    const u2x = ux * ux - uy * uy;
    const u2y = 2 * ux * uy;
    const u3x = u2x * ux - u2y * uy;
    const u3y = u2x * uy + u2y * ux;
    const u4x = u2x * u2x - u2y * u2y;
    const u4y = 2 * u2x * u2y;
    this.#receive(b, a, 1, ux, uy, u2x, u2y, u3x, u3y, u4x, u4y);
    // The other way w is -w, so odd powers of u change their sign
    this.#receive(a, b, -1, ux, uy, u2x, u2y, u3x, u3y, u4x, u4y);
  }

  #receive(
    to: number,
    from: number,
    sign: number,
    ux: number,
    uy: number,
    u2x: number,
    u2y: number,
    u3x: number,
    u3y: number,
    u4x: number,
    u4y: number,
  ): void {
    const m = this.#moments;
    const l = this.#field;
    const m0 = m[from + 3] ?? 0;
    const m2x = m[from + 4] ?? 0;
    const m2y = m[from + 5] ?? 0;
    const m3x = m[from + 6] ?? 0;
    const m3y = m[from + 7] ?? 0;
    l[to] = (l[to] ?? 0) + (sign * (m0 * ux + (m2x * u3x - m2y * u3y)) + (m3x * u4x - m3y * u4y));
    l[to + 1] = (l[to + 1] ?? 0) + (sign * (m0 * uy + (m2x * u3y + m2y * u3x)) + (m3x * u4y + m3y * u4x));
    l[to + 2] = (l[to + 2] ?? 0) - (m0 * u2x + 3 * (m2x * u4x - m2y * u4y));
    l[to + 3] = (l[to + 3] ?? 0) - (m0 * u2y + 3 * (m2x * u4y + m2y * u4x));
    l[to + 4] = (l[to + 4] ?? 0) + sign * (m0 * u3x);
    l[to + 5] = (l[to + 5] ?? 0) + sign * (m0 * u3y);
    l[to + 6] = (l[to + 6] ?? 0) - m0 * u4x;
    l[to + 7] = (l[to + 7] ?? 0) - m0 * u4y;
  }

  /** The field of a cell, as its children see it from their centres. */
  #handDown(cell: number): void {
    const { next } = this.#tree;
    const m = this.#moments;
    const l = this.#field;
    const o = 8 * cell;
    const l0x = l[o] ?? 0;
    const l0y = l[o + 1] ?? 0;
    const l1x = l[o + 2] ?? 0;
    const l1y = l[o + 3] ?? 0;
    const l2x = l[o + 4] ?? 0;
    const l2y = l[o + 5] ?? 0;
    const l3x = l[o + 6] ?? 0;
    const l3y = l[o + 7] ?? 0;
    const end = next[cell] ?? 0;
    for (let child = cell + 1; child < end; child = next[child] ?? end) {
      const p = 8 * child;
      const hx = (m[p] ?? 0) - (m[o] ?? 0);
      const hy = (m[p + 1] ?? 0) - (m[o + 1] ?? 0);
      const h2x = hx * hx - hy * hy;
      const h2y = 2 * hx * hy;
      const h3x = h2x * hx - h2y * hy;
      const h3y = h2x * hy + h2y * hx;
      l[p] = (l[p] ?? 0) + (l0x + (l1x * hx - l1y * hy) + (l2x * h2x - l2y * h2y) + (l3x * h3x - l3y * h3y));
      l[p + 1] = (l[p + 1] ?? 0) + (l0y + (l1x * hy + l1y * hx) + (l2x * h2y + l2y * h2x) + (l3x * h3y + l3y * h3x));
      l[p + 2] = (l[p + 2] ?? 0) + (l1x + 2 * (l2x * hx - l2y * hy) + 3 * (l3x * h2x - l3y * h2y));
      l[p + 3] = (l[p + 3] ?? 0) + (l1y + 2 * (l2x * hy + l2y * hx) + 3 * (l3x * h2y + l3y * h2x));
      l[p + 4] = (l[p + 4] ?? 0) + (l2x + 3 * (l3x * hx - l3y * hy));
      l[p + 5] = (l[p + 5] ?? 0) + (l2y + 3 * (l3x * hy + l3y * hx));
      l[p + 6] = (l[p + 6] ?? 0) + l3x;
      l[p + 7] = (l[p + 7] ?? 0) + l3y;
    }
  }

  /** The field of a leaf at its bodies. The force is minus its conjugate. */
  #apply(cell: number): void {
    const { x, y, from, to } = this.#tree;
    const { fx, fy } = this.near;
    const m = this.#moments;
    const l = this.#field;
    const o = 8 * cell;
    const cx = m[o] ?? 0;
    const cy = m[o + 1] ?? 0;
    const l0x = l[o] ?? 0;
    const l0y = l[o + 1] ?? 0;
    const l1x = l[o + 2] ?? 0;
    const l1y = l[o + 3] ?? 0;
    const l2x = l[o + 4] ?? 0;
    const l2y = l[o + 5] ?? 0;
    const l3x = l[o + 6] ?? 0;
    const l3y = l[o + 7] ?? 0;
    const end = to[cell] ?? 0;
    for (let i = from[cell] ?? 0; i < end; i++) {
      const hx = (x[i] ?? 0) - cx;
      const hy = (y[i] ?? 0) - cy;
      const ax = l3x * hx - l3y * hy + l2x;
      const ay = l3x * hy + l3y * hx + l2y;
      const bx = ax * hx - ay * hy + l1x;
      const by = ax * hy + ay * hx + l1y;
      fx[i] = (fx[i] ?? 0) - (bx * hx - by * hy + l0x);
      fy[i] = (fy[i] ?? 0) + (bx * hy + by * hx + l0y);
    }
  }
}
