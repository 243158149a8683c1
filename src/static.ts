/**
 * The server entry: a dataset as readable HTML and SVG, without a DOM, in Node, Deno, Bun and edge runtimes. No side effect.
 */
export { markupOf as staticMarkup, type StaticElement, type StaticNode } from './export/markup-tree.js';
export { staticMap, staticSvg, staticTable, staticTree } from './export/static-map.js';
export type { StaticOptions } from './export/static-options.js';
export { staticStyles } from './export/static-styles.js';
export type { StaticWords } from './export/static-words.js';
