/** Answers by their question; of more than `limit` the one that was not asked for the longest goes. */
export class Recent<T extends object> {
  readonly #answers = new Map<string, T>();
  readonly #limit: number;

  /** @param limit most answers to keep; integer ≥ 1 */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The known answer; undefined when the question is new. */
  known(question: string): T | undefined {
    return this.#answers.get(question);
  }

  /** The known answer, or the one that `compute` gives now. */
  get(question: string, compute: () => T): T {
    const answer = this.#answers.get(question) ?? compute();
    this.#answers.delete(question);
    this.#answers.set(question, answer);
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > this.#limit && !oldest.done) this.#answers.delete(oldest.value);
    return answer;
  }
}

const numbers = new WeakMap<object, number>();
let lastNumber = 0;

/** A name for an object that a question is about: the same for the same object, `-` for none. */
export function nameOf(part: object | undefined): string {
  if (part === undefined) return '-';
  const known = numbers.get(part);
  if (known !== undefined) return String(known);
  lastNumber += 1;
  numbers.set(part, lastNumber);
  return String(lastNumber);
}
