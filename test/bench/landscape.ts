import type { Dataset, Standard } from '../../src/model/dataset.js';

/** A seeded random number generator, 0–1. @source mulberry32, Tommy Ettinger, public domain */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Units between standards on their disc, as the map's own layout keeps them. */
const PITCH = 15;
const TURN = Math.PI * (3 - Math.sqrt(5));

/**
 * A synthetic landscape with places: SDOs, committees of very different sizes on discs of their standards, side by side; relations mostly
 * within a committee, one in ten across SDOs. Equal size, equal landscape.
 *
 * @param size standards; integer ≥ 1
 */
export function landscape(size: number): Dataset {
  const chance = random(size);
  const groups = Math.max(6, Math.round(1.6 * Math.sqrt(size)));
  const shares = Array.from({ length: groups }, (_, i) => 1 / (i + 2) ** 0.8);
  const sum = shares.reduce((a, b) => a + b, 0);
  const sizes = shares.map((share) => Math.max(1, Math.round((share / sum) * size)));
  const reach = sizes.map((n) => PITCH * Math.sqrt(n / 2) + 30);
  // Discs in rows, as wide together as they are high
  const width = Math.sqrt(reach.reduce((area, r) => area + 4 * r * r, 0)) * 1.3;
  let [x, y, high] = [0, 0, 0];
  const middles = reach.map((r): [number, number] => {
    if (x + 2 * r > width) [x, y, high] = [0, y + high, 0];
    x += 2 * r;
    high = Math.max(high, 2 * r);
    return [Math.round(x - r), Math.round(y + r)];
  });
  const sdo = (group: number): string => `SDO ${group % 7}`;
  const ids: string[][] = sizes.map(() => []);
  const standards: Standard[] = [];
  for (const [group, n] of sizes.entries()) {
    for (let i = 0; i < n; i++) {
      const [cx, cy] = middles[group] ?? [0, 0];
      const away = PITCH * Math.sqrt((i + 3) / 2);
      const other = chance() < 0.1 ? ids[Math.floor(chance() * (group + 1))] : ids[group];
      const to = other?.[Math.floor(chance() * other.length)];
      const id = `${sdo(group)} ${group}-${i}`;
      ids[group]?.push(id);
      standards.push({
        id,
        title: `Part ${i} of ${group}`,
        publishers: [sdo(group)],
        committees: [`C ${group}`],
        deliverable: 'IS',
        kind: 'normative',
        role: 'requirements',
        level: 'technical',
        tier: 'core',
        status: (['in-force', 'in-force', 'in-force', 'under-development', 'withdrawn'] as const)[i % 5] ?? 'unknown',
        editions: [],
        topics: [`topic ${Math.floor(chance() * 30)}`],
        relations: to === undefined || chance() < 0.4 ? [] : [{ type: 'references', to, evidence: 'synthetic' }],
        reasons: [''],
        sources: [],
        xy: [Math.round(cx + away * Math.cos(i * TURN)), Math.round(cy + away * Math.sin(i * TURN))],
      });
    }
  }
  const at = (n: number): [number, number] => [Math.round(((n + 0.5) / 30) * width), -60];
  const made = {
    sdos: Array.from({ length: 7 }, (_, i) => ({
      id: `SDO ${i}`,
      name: `SDO ${i}`,
      xy: [middles[i]?.[0] ?? 0, (middles[i]?.[1] ?? 0) - 40],
    })),
    committees: sizes.map((_, i) => ({ id: `C ${i}`, title: `Committee ${i}`, sdo: sdo(i), kind: 'technical-committee', xy: middles[i] })),
    topics: Array.from({ length: 30 }, (_, i) => ({ id: `topic ${i}`, label: `Topic ${i}`, axis: 'domain', xy: at(i) })),
    sources: [],
    standards,
    title: 'Synthetic',
    layoutSeed: 1,
  };
  return made as unknown as Dataset;
}
