import type { Plugin } from 'vite';

/** The code of a module with the style sheets in it as short as they can be said. @throws SyntaxError where one is none */
export declare function withSlimSheets(code: string, filename?: string): string;
/** Has style sheets and templates of the element take less room. */
export declare function slimPlugin(): Plugin;
/** Has the element take of Lit's decorators what it uses. */
export declare function decoratorsPlugin(): Plugin;
/** Minifies the modules of a build once more. */
export declare function terserPlugin(): Plugin;
