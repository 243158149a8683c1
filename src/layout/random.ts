/**
 * A source of numbers in [0, 1) that is the same on every machine: only 32-bit integer arithmetic.
 *
 * @param seed any integer; its low 32 bits count
 * @source mulberry32, Tommy Ettinger, 2017 (public domain)
 */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
