/** What page and worker share: imported as `?closed`, one function whose text is the worker's. */
export { scriptKernel } from './engine/script-kernel.js';
export { startLayout } from './run.js';
export { serve } from './serve.js';
