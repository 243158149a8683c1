import type { Kernel, KernelInput } from './kernel.js';

/** A compiled module; where it was made does not matter. */
export type Module = InstanceType<typeof WebAssembly.Module>;

/** What the module of wasm/kernel.ts exports. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  setup(bodies: number, springs: number, iterations: number, kept: number): void;
  place(array: number): number;
  ready(): void;
  tick(alpha: number, hardness: number): void;
}

/** The kernel in WebAssembly: the same bits as the one in JavaScript, in half of its time. @param module of wasm/kernel.ts */
export function wasmKernel(module: Module, input: KernelInput): Kernel {
  const { exports } = new WebAssembly.Instance(module);
  const engine = exports as unknown as Exports;
  const { count, ends, strengths, shares, lengths, charges, rooms, pulls, fixed, iterations, velocityDecay } = input;
  engine.setup(count, strengths.length, iterations, 1 - velocityDecay);
  const { buffer } = engine.memory;
  new Uint32Array(buffer, engine.place(1), ends.length).set(ends);
  [strengths, shares, lengths, charges, rooms, pulls].forEach((values, i) => {
    new Float64Array(buffer, engine.place(2 + i), values.length).set(values);
  });
  new Uint8Array(buffer, engine.place(8), count).set(fixed);
  engine.ready();
  return {
    state: new Float64Array(buffer, engine.place(0), 4 * count),
    tick: (alpha, hardness) => {
      engine.tick(alpha, hardness);
    },
  };
}
