import type { KernelInput, MakeKernel } from './engine/kernel.js';
import { decayOf } from './schedule.js';
import { seedling, SEEDLING_PITCH } from './sunflower.js';

/** Bodies that are made one at most. */
const GROUP = 6;
/** Bodies of the coarsest level, and levels, at most. */
const COARSEST = 250;
const LEVELS = 12;
/** Below this share of fewer bodies another level is not worth its ticks. */
const GAIN = 0.8;
/** Ticks and the course of alpha: of the coarsest level, of those between, of the whole graph. */
const COARSE = { ticks: 150, from: 1, to: 0.03 } as const;
const BETWEEN = { ticks: 25, from: 0.3, to: 0.03 } as const;
const FINE = { ticks: 118, from: 0.75, to: 0.01 } as const;
/** Radius of the ring that the first body of a group stands on, for a body alone. */
const RING = 6;

/** A graph and what its bodies stand for. */
interface Level {
  readonly forces: KernelInput;
  /** Bodies of the whole graph that each stands for; n. */
  readonly masses: Float64Array;
  /** Body of the next coarser level for each body. */
  map: Uint32Array;
}

/** Indices in the order of their keys, equal ones as they were. @param keys integers from 0 to range - 1 */
function sortedBy(indices: Uint32Array, keys: (index: number) => number, range: number): Uint32Array {
  const next = new Uint32Array(range + 1);
  for (const index of indices) next[keys(index) + 1] = (next[keys(index) + 1] ?? 0) + 1;
  for (let i = 1; i <= range; i++) next[i] = (next[i] ?? 0) + (next[i - 1] ?? 0);
  const sorted = new Uint32Array(indices.length);
  for (const index of indices) {
    const at = next[keys(index)] ?? 0;
    next[keys(index)] = at + 1;
    sorted[at] = index;
  }
  return sorted;
}

/**
 * The two favourite neighbours of every body, the most specific ones: hubs of the smallest degree, other bodies only where there is no hub.
 * Bodies with the same favourites belong together; pairing bodies along edges fails where hubs have thousands of leaves.
 */
function favouritesOf({ count, ends }: KernelInput, degrees: Uint32Array, hub: number): readonly [Int32Array, Int32Array] {
  const [first, second] = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  const rank = (body: number): number => {
    const degree = degrees[body] ?? 0;
    return degree >= hub ? degree : 2 ** 32 + degree;
  };
  const isBefore = (a: number, b: number): boolean => b < 0 || rank(a) < rank(b) || (rank(a) === rank(b) && a < b);
  for (let end = 0; end < ends.length; end++) {
    const [body, other] = [ends[end] ?? 0, ends[end ^ 1] ?? 0];
    const best = first[body] ?? -1;
    if (other === best) continue;
    if (isBefore(other, best)) {
      second[body] = best;
      first[body] = other;
    } else if (isBefore(other, second[body] ?? -1)) second[body] = other;
  }
  return [first, second];
}

/** Body of the next coarser level for each body, and how many there are. */
function groupsOf(forces: KernelInput): { readonly map: Uint32Array; readonly count: number } {
  const { count, ends } = forces;
  const degrees = new Uint32Array(count);
  for (const end of ends) degrees[end] = (degrees[end] ?? 0) + 1;
  const hub = Math.max(8, (GROUP * ends.length) / count);
  const [first, second] = favouritesOf(forces, degrees, hub);
  const all = Uint32Array.from({ length: count }, (_, body) => body);
  const bySecond = sortedBy(all, (body) => (second[body] ?? -1) + 1, count + 1);
  const order = sortedBy(bySecond, (body) => (first[body] ?? -1) + 1, count + 1);
  const map = new Uint32Array(count);
  let groups = 0;
  let size = GROUP;
  let last = -1;
  for (const body of order) {
    if ((degrees[body] ?? 0) >= hub) {
      map[body] = groups++;
      size = GROUP;
      continue;
    }
    const joins = size < GROUP && first[body] === first[last] && (second[body] === second[last] || size < GROUP / 2);
    if (!joins) {
      groups++;
      size = 0;
    }
    map[body] = groups - 1;
    size++;
    last = body;
  }
  return { map, count: groups };
}

/** Springs between groups: each end is pulled by the mean of what pulls its members. */
function mergeSprings(
  { forces, masses, map }: Level,
  count: number,
  sums: Float64Array,
): Pick<KernelInput, 'ends' | 'strengths' | 'shares' | 'lengths'> {
  const { ends, strengths, shares, lengths } = forces;
  const low = (spring: number): number => Math.min(map[ends[2 * spring] ?? 0] ?? 0, map[ends[2 * spring + 1] ?? 0] ?? 0);
  const high = (spring: number): number => Math.max(map[ends[2 * spring] ?? 0] ?? 0, map[ends[2 * spring + 1] ?? 0] ?? 0);
  const across = Uint32Array.from(strengths, (_, spring) => spring).filter((spring) => low(spring) !== high(spring));
  const order = sortedBy(sortedBy(across, high, count), low, count);
  const merged: number[] = [];
  const [toLow, toHigh, reach]: number[][] = [[], [], []];
  let at = -1;
  for (const [i, spring] of order.entries()) {
    const before = order[i - 1];
    if (before === undefined || low(before) !== low(spring) || high(before) !== high(spring)) {
      at++;
      merged.push(low(spring), high(spring));
      for (const sum of [toLow, toHigh, reach]) sum?.push(0);
    }
    const [a, b] = [ends[2 * spring] ?? 0, ends[2 * spring + 1] ?? 0];
    const strength = strengths[spring] ?? 0;
    const pullB = (strength * (shares[spring] ?? 0) * (masses[b] ?? 0)) / (sums[map[b] ?? 0] ?? 1);
    const pullA = (strength * (1 - (shares[spring] ?? 0)) * (masses[a] ?? 0)) / (sums[map[a] ?? 0] ?? 1);
    const isFlipped = map[a] !== low(spring);
    if (toLow) toLow[at] = (toLow[at] ?? 0) + (isFlipped ? pullB : pullA);
    if (toHigh) toHigh[at] = (toHigh[at] ?? 0) + (isFlipped ? pullA : pullB);
    if (reach) reach[at] = (reach[at] ?? 0) + (pullA + pullB) * (lengths[spring] ?? 0);
  }
  const whole = Float64Array.from(merged.slice(merged.length / 2), (_, i) => (toLow?.[i] ?? 0) + (toHigh?.[i] ?? 0));
  return {
    ends: Uint32Array.from(merged),
    strengths: whole,
    shares: whole.map((sum, i) => (sum > 0 ? (toHigh?.[i] ?? 0) / sum : 0.5)),
    lengths: whole.map((sum, i) => (sum > 0 ? (reach?.[i] ?? 0) / sum : 0)),
  };
}

/** The graph seen from afar: groups with the charge of their members, so that it settles where the fine one would. */
function coarser(level: Level): Level {
  const { forces, masses } = level;
  const { map, count } = groupsOf(forces);
  level.map = map;
  const [sums, charges, areas, pulls] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(2 * count),
  ];
  map.forEach((group, body) => {
    sums[group] = (sums[group] ?? 0) + (masses[body] ?? 0);
    charges[group] = (charges[group] ?? 0) + (forces.charges[body] ?? 0);
    areas[group] = (areas[group] ?? 0) + (forces.rooms[body] ?? 0) ** 2;
  });
  map.forEach((group, body) => {
    const share = (masses[body] ?? 0) / (sums[group] ?? 1);
    for (const axis of [0, 1]) pulls[2 * group + axis] = (pulls[2 * group + axis] ?? 0) + share * (forces.pulls[2 * body + axis] ?? 0);
  });
  return {
    forces: {
      ...forces,
      ...mergeSprings(level, count, sums),
      count,
      charges,
      rooms: areas.map((area) => Math.sqrt(area)),
      pulls,
      fixed: new Uint8Array(count),
    },
    masses: sums,
    map: new Uint32Array(0),
  };
}

/** Members start on a small sunflower where their group has come to stand. */
function handDown(
  { masses, map }: Level,
  coarse: { readonly state: Float64Array; readonly masses: Float64Array },
  state: Float64Array,
): void {
  const placed = new Uint32Array(coarse.masses.length);
  map.forEach((group, body) => {
    const member = placed[group] ?? 0;
    placed[group] = member + 1;
    const isAlone = coarse.masses[group] === masses[body];
    const pitch = isAlone ? 0 : RING * Math.sqrt(masses[body] ?? 0);
    const [x, y] = seedling(member, member + group, pitch);
    state[4 * body] = (coarse.state[4 * group] ?? 0) + x;
    state[4 * body + 1] = (coarse.state[4 * group + 1] ?? 0) + y;
  });
}

/**
 * Start positions of a large graph from smaller and smaller pictures of it, and how the graph itself goes on from there.
 *
 * @param forces of bodies of which none is fixed
 * @param state places to write, 4n
 * @returns the schedule from there; undefined where the graph grows no smaller, and nothing was written
 */
export function levelled(
  forces: KernelInput,
  state: Float64Array,
  make: MakeKernel,
): { readonly ticks: number; readonly alpha: number; readonly alphaDecay: number } | undefined {
  const levels: Level[] = [{ forces, masses: new Float64Array(forces.count).fill(1), map: new Uint32Array(0) }];
  for (let last = levels.at(-1); last && last.forces.count > COARSEST && levels.length < LEVELS; last = levels.at(-1)) {
    const next = coarser(last);
    if (next.forces.count > GAIN * last.forces.count) break;
    levels.push(next);
  }
  if (levels.length === 1) return undefined;
  let below: { state: Float64Array; masses: Float64Array } | undefined;
  for (const level of levels.slice(1).reverse()) {
    const kernel = make(level.forces);
    if (below) handDown(level, below, kernel.state);
    else {
      // As wide as the whole graph will be
      const pitch = SEEDLING_PITCH * Math.sqrt(forces.count / level.forces.count);
      for (let i = 0; i < level.forces.count; i++) kernel.state.set(seedling(i, i, pitch), 4 * i);
    }
    const { ticks, from, to } = below ? BETWEEN : COARSE;
    const decay = decayOf(from, to, ticks);
    for (let tick = 0, alpha = from; tick < ticks; tick++) {
      alpha -= alpha * decay;
      kernel.tick(alpha, 1);
    }
    below = { state: kernel.state, masses: level.masses };
  }
  if (below && levels[0]) handDown(levels[0], below, state);
  return { ticks: FINE.ticks, alpha: FINE.from, alphaDecay: decayOf(FINE.from, FINE.to, FINE.ticks) };
}
