import type { Scene } from '../scene/scene.js';

/** Time that marks take to their new places, ms. */
const GLIDE_MS = 600;

/** Smooth start and end. @source smoothstep */
const ease = (t: number): number => t * t * (3 - 2 * t);

/**
 * Marks on their way from where they stand to where a new scene of the same graph has them.
 *
 * A mark that was not drawn before stands at its new place from the start.
 */
export class Glide {
  readonly #to: Scene;
  readonly #x: Float32Array;
  readonly #y: Float32Array;
  #start: number | undefined;
  #scene: Scene;
  #share = 0;

  constructor(from: Scene, to: Scene) {
    this.#to = to;
    const { marks } = to;
    const former = Int32Array.from(marks.node, (node) => from.marks.ofNode[node] ?? -1);
    this.#x = Float32Array.from(former, (mark, i) => (mark < 0 ? marks.x[i] : from.marks.x[mark]) ?? 0);
    this.#y = Float32Array.from(former, (mark, i) => (mark < 0 ? marks.y[i] : from.marks.y[mark]) ?? 0);
    this.#scene = { ...to, marks: { ...marks, x: this.#x, y: this.#y } };
  }

  /** How much of the way lies behind, 0–1. */
  get share(): number {
    return this.#share;
  }

  /** The scene with its marks where they were at the last `step`. */
  get scene(): Scene {
    return this.#scene;
  }

  /**
   * Goes on to a moment; the first one is the start.
   *
   * @param now ms, as `requestAnimationFrame` tells it
   * @returns whether there is still some way to go
   */
  step(now: number): boolean {
    this.#start ??= now;
    const share = (this.#share = ease(Math.min(1, Math.max(0, (now - this.#start) / GLIDE_MS))));
    const { marks } = this.#to;
    const between = (from: Float32Array, to: Float32Array): Float32Array => from.map((at, mark) => at + ((to[mark] ?? 0) - at) * share);
    this.#scene = { ...this.#to, marks: { ...marks, x: between(this.#x, marks.x), y: between(this.#y, marks.y) } };
    return share < 1;
  }
}
