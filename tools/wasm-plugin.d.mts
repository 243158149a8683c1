import type { Plugin } from 'vite';

/** Compiles `import base64 from './file.ts?wasm'` from AssemblyScript. */
export declare function wasmPlugin(): Plugin;
