/** The best of many, kept in order while they come: by value, the highest first; of equals the smaller item first. */
export class Best {
  readonly #most: number;
  #least = 0;
  readonly items: number[] = [];
  readonly values: number[] = [];

  /** @param most items to keep; integer ≥ 1 */
  constructor(most: number) {
    this.#most = most;
  }

  /** Least value that can still change anything; 0 while there is room. */
  get least(): number {
    return this.#least;
  }

  #isBehind(at: number, item: number, value: number): boolean {
    const other = this.values[at] ?? 0;
    return other < value || (other === value && (this.items[at] ?? 0) > item);
  }

  add(item: number, value: number): void {
    if (this.items.length === this.#most && !this.#isBehind(this.#most - 1, item, value)) return;
    let at = this.items.length;
    while (at > 0 && this.#isBehind(at - 1, item, value)) at--;
    this.items.splice(at, 0, item);
    this.values.splice(at, 0, value);
    if (this.items.length > this.#most) {
      this.items.pop();
      this.values.pop();
    }
    if (this.items.length === this.#most) this.#least = this.values[this.#most - 1] ?? 0;
  }
}
