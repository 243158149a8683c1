/** A number, and how the reader's language writes it. */
export interface Count {
  readonly n: number;
  readonly text: string;
}
