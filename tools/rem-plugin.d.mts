import type { Plugin } from 'vite';

/** A style sheet with every rem but those of media queries as `max(1rem, 16px)`. */
export declare function withLeastRem(code: string): string;
export declare function remPlugin(): Plugin;
