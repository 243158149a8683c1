import type { View } from '../state/state.js';

/** Views that can be switched to, in the order of the switch. */
export const SHOWN_VIEWS: readonly View[] = ['graph', 'matrix', 'timeline', 'table'];
