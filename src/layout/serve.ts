import { kernelsOf } from './engine/kernels.js';
import { startLayout } from './run.js';
import type { Answer, Question } from './talk.js';

/** What is needed of a dedicated worker's global scope: the library of workers cannot stand beside that of documents. */
export interface Scope {
  onmessage: ((event: { readonly data: Question }) => void) | null;
  postMessage(message: Answer, transfer: readonly ArrayBuffer[]): void;
}

/** Between two signs of life, ms: well below what a page waits for, seldom enough to cost nothing. */
const BEAT_MS = 50;

function run(scope: Scope, { input, seed, stream }: Question): Float32Array<ArrayBuffer> {
  const layout = startLayout(input, seed, kernelsOf('wasm'));
  for (let last = performance.now(); layout.advance();) {
    const now = performance.now();
    if (now - last < BEAT_MS) continue;
    last = now;
    const xy = stream ? layout.positions() : undefined;
    scope.postMessage({ kind: 'progress', share: layout.share, ...(xy && { xy }) }, xy ? [xy.buffer] : []);
  }
  return layout.positions();
}

/** Answers what a page asks: the body of a layout worker. */
export function serve(scope: Scope): void {
  scope.onmessage = ({ data }) => {
    try {
      const xy = run(scope, data);
      scope.postMessage({ kind: 'done', xy }, [xy.buffer]);
    } catch (error) {
      scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
    }
  };
  scope.postMessage({ kind: 'ready' }, []);
}
