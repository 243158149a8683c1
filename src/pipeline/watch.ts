import { setImmediate } from 'node:timers/promises';

/** How a long piece of work says how far it is, and how it is ended. */
export interface Watch {
  /** A remark for whoever waits. */
  say(line: string): void;
  /** Share that is done, 0-1. */
  progress(task: string, share: number): void;
  readonly signal: AbortSignal;
}

/** Lets signals and progress come through between two pieces of work. @throws the reason of the signal when it is aborted */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
