/** Whole numbers from 0 on, in an array that grows as they come. */
export class Numbers {
  #values = new Uint32Array(65_536);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(2 * this.length);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** What was pushed; valid until the next push. */
  get values(): Uint32Array {
    return this.#values.subarray(0, this.length);
  }
}
