/** Time as the layout sees it; tests bring their own. */
export interface Clock {
  /** A time in ms that never runs backwards. */
  now(): number;
  /** Calls back once after so many ms, unless the returned function is called first. */
  after(ms: number, callback: () => void): () => void;
  /** Resolves when the event loop has had its turn: input, painting, timers. */
  turn(): Promise<void>;
}
