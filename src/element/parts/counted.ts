import type { Count } from '../messages-count.js';
import type { Format } from './context.js';

/** A number as texts take it that choose a form by it. */
export const counted = (format: Format, n: number): Count => ({ n, text: format.number(n) });
