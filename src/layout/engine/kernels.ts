import type { MakeKernel } from './kernel.js';
import { scriptKernel } from './script-kernel.js';
import { wasmKernel, type Module } from './wasm-kernel.js';
import base64 from './wasm/kernel.ts?wasm';

/** What a computation may use: WebAssembly where the host allows it, or JavaScript alone. Both give the same bits. */
export type Machine = 'wasm' | 'script';

/** Once for a thread: the module, or why there is none. */
let compiled: { readonly module: Module } | { readonly why: string } | undefined;

function compile(): { readonly module: Module } | { readonly why: string } {
  try {
    return { module: new WebAssembly.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))) };
  } catch (error) {
    // A Content-Security-Policy without 'wasm-unsafe-eval', a host without WebAssembly or without its vectors
    return { why: String(error) };
  }
}

/** How to make kernels here: in WebAssembly as far as asked for and possible, else in JavaScript. */
export function kernelsOf(machine: Machine): MakeKernel {
  if (machine === 'script') return scriptKernel;
  compiled ??= compile();
  if ('why' in compiled) return scriptKernel;
  const { module } = compiled;
  return (input) => wasmKernel(module, input);
}

/**
 * The machine for a caller who did not choose: WebAssembly in workers and in Node; in a document JavaScript, because compiling where a
 * Content-Security-Policy forbids it is reported as a violation even though JavaScript takes over.
 */
export const defaultMachine = (): Machine => ('document' in globalThis ? 'script' : 'wasm');
