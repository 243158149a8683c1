import type { Plugin } from 'vite';

/** Has the element know where the self-contained script of its package is. @param isClassic in that script itself */
export declare function offlineScriptPlugin(isClassic?: boolean): Plugin;
