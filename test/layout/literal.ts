import type { LayoutInput } from '../../src/layout/input.js';

/** Two committees of five and three standards with a bridge between them, and one node that nothing leads to: 12 nodes, 10 links. */
export const LITERAL: LayoutInput = {
  count: 12,
  links: Uint32Array.of(0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 1, 7, 1, 8, 1, 9, 6, 10, 9, 10),
  strengths: Float32Array.of(0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.05, 0.05),
  distances: Float32Array.of(30, 30, 30, 30, 30, 30, 30, 30, 80, 80),
  radii: Float32Array.of(14, 14, 8, 8, 8, 8, 8, 8, 8, 8, 16, 8),
  charges: Float32Array.of(-160, -160, -30, -30, -30, -30, -30, -30, -30, -30, -200, -30),
  gravity: new Float32Array(12).fill(0.05),
};

/** The same in two stages: the second committee and its standards come in around the first. */
export const STAGED: LayoutInput = { ...LITERAL, stages: Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0) };

/** One number for an array, to the last bit. @source FNV-1a, 32 bits, of the bytes */
export function fingerprint(values: Float32Array): number {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(values.buffer, values.byteOffset, values.byteLength)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
