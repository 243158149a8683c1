import type { LayoutInput } from './input.js';
import { layoutSteps } from './layout.js';
import type { Answer } from './worker-run.js';

/** What this file needs of a dedicated worker's global scope: the library of workers cannot stand beside that of documents. */
interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: Answer, transfer?: readonly ArrayBuffer[]): void;
}

/** Ticks between two signs of life. */
const BEAT = 10;

const scope = globalThis as unknown as Scope;

function run(input: LayoutInput, seed: number): Float32Array<ArrayBuffer> {
  const steps = layoutSteps(input, seed);
  for (let tick = 1; ; tick++) {
    const step = steps.next();
    if (step.done) return Float32Array.from(step.value);
    if (tick % BEAT === 0) scope.postMessage({ kind: 'progress', share: step.value });
  }
}

scope.onmessage = ({ data }) => {
  const { input, seed } = data as { readonly input: LayoutInput; readonly seed: number };
  try {
    const xy = run(input, seed);
    scope.postMessage({ kind: 'done', xy }, [xy.buffer]);
  } catch (error) {
    scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
};
scope.postMessage({ kind: 'ready' });
