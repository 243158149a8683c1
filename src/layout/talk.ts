import type { LayoutInput } from './input.js';

/** What the layout worker is asked. */
export interface Question {
  readonly input: LayoutInput;
  readonly seed: number;
  /** Whether positions are wanted while it computes. */
  readonly stream: boolean;
}

/** What the layout worker says, in this order: ready once it runs, progress now and then, done or failed at last. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly share: number; readonly xy?: Float32Array }
  | { readonly kind: 'done'; readonly xy: Float32Array }
  | { readonly kind: 'failed'; readonly message: string };
