/** A module of WebAssembly as base64, compiled from AssemblyScript by tools/wasm-plugin.mjs. */
declare module '*?wasm' {
  const base64: string;
  export default base64;
}
