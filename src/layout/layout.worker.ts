import { startLayout } from './layout.js';
import type { Answer, Question } from './worker-run.js';

/** What this file needs of a dedicated worker's global scope: the library of workers cannot stand beside that of documents. */
interface Scope {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  postMessage(message: Answer, transfer: readonly ArrayBuffer[]): void;
}

/** Between two signs of life, ms: well below what a page waits for, seldom enough to cost nothing. */
const BEAT_MS = 50;

const scope = globalThis as unknown as Scope;

function run({ input, seed, stream }: Question): Float32Array<ArrayBuffer> {
  const layout = startLayout(input, seed, 'wasm');
  for (let last = performance.now(); layout.advance();) {
    const now = performance.now();
    if (now - last < BEAT_MS) continue;
    last = now;
    const xy = stream ? layout.positions() : undefined;
    scope.postMessage({ kind: 'progress', share: layout.share, ...(xy && { xy }) }, xy ? [xy.buffer] : []);
  }
  return layout.positions();
}

scope.onmessage = ({ data }) => {
  try {
    const xy = run(data as Question);
    scope.postMessage({ kind: 'done', xy }, [xy.buffer]);
  } catch (error) {
    scope.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }, []);
  }
};
scope.postMessage({ kind: 'ready' }, []);
