/** A module of WebAssembly as base64, compiled from AssemblyScript by tools/wasm-plugin.mjs. */
declare module '*?wasm' {
  const base64: string;
  export default base64;
}

/** All that computes a layout in one function that uses nothing from outside, made by tools/closed-plugin.mjs. */
declare module '*?closed' {
  export function closed(): typeof import('./closed.js');
}
