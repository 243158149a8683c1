/** What the pipeline met and did, counted by trap number (1 to 28) so that nothing is mended in silence. */
export class Report {
  readonly #counts = new Map<number, { count: number; examples: string[] }>();
  readonly #notes: string[] = [];

  /** Counts one occurrence of a trap; the first three examples are kept for the printout. */
  add(trap: number, example: string): void {
    const entry = this.#counts.get(trap) ?? { count: 0, examples: [] };
    entry.count += 1;
    if (entry.examples.length < 3) entry.examples.push(example);
    this.#counts.set(trap, entry);
  }

  /** A line for the printout that belongs to no trap. */
  note(line: string): void {
    this.#notes.push(line);
  }

  count(trap: number): number {
    return this.#counts.get(trap)?.count ?? 0;
  }

  examples(trap: number): readonly string[] {
    return this.#counts.get(trap)?.examples ?? [];
  }

  get notes(): readonly string[] {
    return this.#notes;
  }
}
