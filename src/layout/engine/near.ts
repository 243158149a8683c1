import { CROWD } from './kernel.js';
import type { Tree } from './tree.js';

/** 1 / the squared distance, or less: nearer than 1 the force does not grow. @source d3-force 3.0 manyBody, distanceMin 1 */
const fall = (squared: number): number => (squared < 1 ? 1 / (squared > 0 ? Math.sqrt(squared) : 1) : 1 / squared);

/** Every how manieth of the pairs of so many bodies with so many is looked at. */
export const stepFor = (a: number, b: number): number => (a * b > CROWD ? Math.ceil((a * b) / CROWD) : 1);

/** Charges that are near each other, body by body; each pair once for both. */
export class Near {
  /** Force on the body at each place of the curve; n. */
  readonly fx: Float64Array;
  readonly fy: Float64Array;
  /** Charge of the body at each place of the curve; n. */
  readonly q: Float64Array;
  readonly #tree: Tree;

  constructor(tree: Tree, count: number) {
    this.#tree = tree;
    this.fx = new Float64Array(count);
    this.fy = new Float64Array(count);
    this.q = new Float64Array(count);
  }

  /** Every body of one leaf with every body of another. */
  between(a: number, b: number): void {
    const { from, to } = this.#tree;
    const first = from[a] ?? 0;
    const end = to[a] ?? 0;
    const start = from[b] ?? 0;
    const last = to[b] ?? 0;
    const step = stepFor(end - first, last - start);
    for (let i = first; i < end; i++) this.#push(i, start + (step > 1 ? i % step : 0), last, step);
  }

  /** Every pair of bodies of one leaf. */
  within(a: number): void {
    const { from, to } = this.#tree;
    const first = from[a] ?? 0;
    const end = to[a] ?? 0;
    const step = stepFor(end - first, end - first);
    for (let i = first; i < end; i++) this.#push(i, i + 1, end, step);
  }

  /**
   * Body i with those at the places j, j + step, … before `end`, both ways; each stands for `step` of them.
   *
   * Sums are made of those at even and at odd steps, so that a machine that computes two numbers at a time gives the same bits.
   */
  #push(i: number, start: number, end: number, step: number): void {
    const { x, y } = this.#tree;
    const { fx, fy, q } = this;
    const xi = x[i] ?? 0;
    const yi = y[i] ?? 0;
    const qi = (q[i] ?? 0) * step;
    let ax = 0;
    let ay = 0;
    let bx = 0;
    let by = 0;
    let j = start;
    for (; j + step < end; j += 2 * step) {
      const k = j + step;
      const dx = (x[j] ?? 0) - xi;
      const dy = (y[j] ?? 0) - yi;
      const ex = (x[k] ?? 0) - xi;
      const ey = (y[k] ?? 0) - yi;
      const w = fall(dx * dx + dy * dy);
      const v = fall(ex * ex + ey * ey);
      ax += dx * w * (q[j] ?? 0);
      ay += dy * w * (q[j] ?? 0);
      bx += ex * v * (q[k] ?? 0);
      by += ey * v * (q[k] ?? 0);
      fx[j] = (fx[j] ?? 0) - dx * w * qi;
      fy[j] = (fy[j] ?? 0) - dy * w * qi;
      fx[k] = (fx[k] ?? 0) - ex * v * qi;
      fy[k] = (fy[k] ?? 0) - ey * v * qi;
    }
    ax += bx;
    ay += by;
    if (j < end) {
      const dx = (x[j] ?? 0) - xi;
      const dy = (y[j] ?? 0) - yi;
      const w = fall(dx * dx + dy * dy);
      ax += dx * w * (q[j] ?? 0);
      ay += dy * w * (q[j] ?? 0);
      fx[j] = (fx[j] ?? 0) - dx * w * qi;
      fy[j] = (fy[j] ?? 0) - dy * w * qi;
    }
    fx[i] = (fx[i] ?? 0) + ax * step;
    fy[i] = (fy[i] ?? 0) + ay * step;
  }
}
