import type { Plugin } from 'vite';

/** Answers `import { closed } from './file.ts?closed'` with a function that holds all of the file. */
export declare function closedPlugin(): Plugin;
