/** Unit vectors a golden angle apart. By turning, because engines round Math.cos differently; after 1,024 they begin again. */
const TURNS = 1024;
const COS = -0.7373688780783197;
const SIN = 0.6754902942615238;
const UNITS = new Float64Array(2 * TURNS);
UNITS[0] = 1;
for (let i = 1; i < TURNS; i++) {
  const [x, y] = [UNITS[2 * i - 2] ?? 0, UNITS[2 * i - 1] ?? 0];
  UNITS[2 * i] = x * COS - y * SIN;
  UNITS[2 * i + 1] = x * SIN + y * COS;
}

/** Pitch of the sunflower that nodes start on. @source d3-force 3.0 simulation, initialRadius */
export const SEEDLING_PITCH = 10;

/**
 * The i-th seed of a sunflower around 0, 0.
 *
 * @param turn which of the unit vectors it lies on; i for a sunflower as it grows, i + k for one turned by k
 * @param pitch about 0.56 of the distance between neighbours
 */
export function seedling(i: number, turn: number, pitch: number): readonly [number, number] {
  const radius = pitch * Math.sqrt(0.5 + i);
  const at = 2 * (turn % TURNS);
  return [radius * (UNITS[at] ?? 0), radius * (UNITS[at + 1] ?? 0)];
}
