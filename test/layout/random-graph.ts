import type { LayoutInput } from '../../src/layout/input.js';
import { seeded } from '../../src/layout/random.js';

/** A graph of n nodes in two stages with random links, rooms and charges: the same for the same seed. */
export function randomGraph(count: number, seed: number): LayoutInput {
  const random = seeded(seed);
  const links = Uint32Array.from({ length: 4 * count }, (_, i) =>
    i % 2 ? Math.floor((i / (4 * count)) * count) : Math.floor(random() * count),
  );
  return {
    count,
    links,
    strengths: Float32Array.from({ length: 2 * count }, () => random() / 4),
    distances: Float32Array.from({ length: 2 * count }, () => 20 + 40 * random()),
    radii: Float32Array.from({ length: count }, () => 4 + 8 * random()),
    charges: Float32Array.from({ length: count }, () => -40 * random()),
    gravity: new Float32Array(count).fill(0.03),
    aspect: 1.6,
    stages: Uint8Array.from({ length: count }, (_, i) => (i < count / 2 ? 0 : 1)),
  };
}
