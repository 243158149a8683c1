import { linkCode, nodeCode, type Graph } from './graph.js';
import { followedBy, type Disc, type Plan } from './plan.js';
import type { Pairs } from './relax.js';

/** Steps between two standards that share a topic, and that share none; between a topic and a standard that is not about it. */
const SHARING = 2;
const APART = 4;
const TO_TOPIC = 3;
/** Mean distance of two points of a round area, in its radii. @source Weisstein, Disk Line Picking, MathWorld: 128 / 45π */
const MEAN = 0.905;
/** Radius of the area that discs fill, in the root of the sum of their squared radii: of all, of a territory, of the core. */
const WIDE = { all: 1.2, territory: 1.2, core: 1.3 } as const;
/** Least weight of the pairs within a territory and within the core, as a share of the weight of the pairs that lead out of it. */
const COHESION = { territory: 1.5, core: 0.5 } as const;
/** A silent group's wish to be near the plate of its SDO, against that to be near what it is part of. */
const SAME_SIDE = 0.5;

/** Share of the standards that each topic has, disc by topic. */
function topicShares(
  { kinds, links, linkKinds }: Graph,
  { discs, leaders, count }: Plan,
): { readonly shares: Float64Array; readonly topics: Int32Array; readonly width: number } {
  const topics = new Int32Array(kinds.length).fill(-1);
  let width = 0;
  kinds.forEach((kind, node) => {
    if (kind === nodeCode('topic')) topics[node] = width++;
  });
  const row = new Int32Array(count).fill(-1);
  discs.forEach(({ node }, disc) => (row[node] = disc));
  const shares = new Float64Array(discs.length * width);
  linkKinds.forEach((kind, l) => {
    if (kind !== linkCode('about')) return;
    const disc = row[leaders[links[2 * l + 1] ?? 0] ?? -1] ?? -1;
    const cell = disc * width + (topics[links[2 * l] ?? 0] ?? 0);
    if (disc >= 0) shares[cell] = (shares[cell] ?? 0) + 1 / (discs[disc]?.led ?? 1);
  });
  return { shares, topics, width };
}

/** Pairs of numbers of discs with standards. */
export interface Steps {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Sum of 1 / steps over all pairs of a standard of one with a standard of the other. */
  readonly near: readonly number[];
  /** Sum of 1 / steps². */
  readonly squared: readonly number[];
}

/** Up to so many discs all pairs count; of more, and of more in a territory, so many pairs of each disc. */
const ALL = 300;
const SOME = 60;

/** Steps between the pairs of discs with standards, as if the topics of a standard were independent of each other. */
function stepsBetween({ discs }: Plan, shares: Float64Array, width: number): Steps {
  const found: Record<'a' | 'b' | 'near' | 'squared', number[]> = { a: [], b: [], near: [], squared: [] };
  const leading = [...discs.keys()].filter((disc) => (discs[disc]?.led ?? 0) > 0);
  const sizes = new Map<string, number>();
  for (const disc of leading) {
    const territory = discs[disc]?.territory ?? '';
    sizes.set(territory, (sizes.get(territory) ?? 0) + 1);
  }
  const counts = (i: number, j: number): boolean => {
    const territory = discs[i]?.territory ?? '';
    const among = territory === discs[j]?.territory ? (sizes.get(territory) ?? 0) : leading.length;
    return leading.length <= ALL || among <= ALL || ((Math.imul(i, 0x9e3779b1) ^ Math.imul(j, 0x85ebca6b)) >>> 0) % among < SOME;
  };
  for (let rank = 0; rank < leading.length; rank++) {
    const i = leading[rank] ?? 0;
    for (let other = 0; other < rank; other++) {
      const j = leading[other] ?? 0;
      if (!counts(i, j)) continue;
      let none = 1;
      for (let t = 0; t < width; t++) none *= 1 - (shares[i * width + t] ?? 0) * (shares[j * width + t] ?? 0);
      found.a.push(i);
      found.b.push(j);
      const pairs = (discs[i]?.led ?? 0) * (discs[j]?.led ?? 0);
      found.near.push(pairs * ((1 - none) / SHARING + none / APART));
      found.squared.push(pairs * ((1 - none) / (SHARING * SHARING) + none / (APART * APART)));
    }
  }
  return found;
}

/** Crowds of discs that stand together: 0 all, 1 the core, from 2 on the territories. */
interface Crowds {
  readonly count: number;
  /** Crowds of a disc. */
  readonly of: (disc: number) => readonly number[];
  /** Crowds of both discs of a pair. */
  readonly both: (p: number) => readonly number[];
}

function crowdsOf(discs: readonly Disc[], { a, b }: Steps): Crowds {
  const numbers = new Map(
    [...new Set(discs.map(({ territory }) => territory))].filter((value) => value !== '').map((value, i) => [value, i + 2]),
  );
  const of = discs.map(({ territory, core }) => [0, ...(core ? [1] : []), ...(territory === '' ? [] : [numbers.get(territory) ?? 0])]);
  const none: readonly number[] = [];
  return {
    count: numbers.size + 2,
    of: (disc) => of[disc] ?? none,
    both: (p) => (of[a[p] ?? -1] ?? none).filter((crowd) => of[b[p] ?? -1]?.includes(crowd)),
  };
}

const WIDE_OF = [WIDE.all, WIDE.core] as const;
const COHESION_OF = [0, COHESION.core] as const;

/** Layout units a step in each crowd: its discs spread over the area that their rooms fill. */
function unitsOf(discs: readonly Disc[], found: Steps, crowds: Crowds): Float64Array {
  const [sums, weights, rooms] = [new Float64Array(crowds.count), new Float64Array(crowds.count), new Float64Array(crowds.count)];
  discs.forEach(({ room }, disc) => {
    for (const crowd of crowds.of(disc)) rooms[crowd] = (rooms[crowd] ?? 0) + room * room;
  });
  found.a.forEach((_, p) => {
    for (const crowd of crowds.both(p)) {
      sums[crowd] = (sums[crowd] ?? 0) + (found.near[p] ?? 0);
      weights[crowd] = (weights[crowd] ?? 0) + (found.squared[p] ?? 0);
    }
  });
  return rooms.map((room, crowd) => {
    const mean = (sums[crowd] ?? 0) / (weights[crowd] ?? 0);
    return mean > 0 ? ((WIDE_OF[crowd] ?? WIDE.territory) * MEAN * Math.sqrt(room)) / mean : Infinity;
  });
}

/** Makes the pairs within a crowd outweigh those that lead out of it: first in the territories, which share no disc, then in the core. */
function cohere(weight: number[], crowds: Crowds, found: Steps): void {
  for (const isCore of [false, true]) {
    const [inner, outer] = [new Float64Array(crowds.count), new Float64Array(crowds.count)];
    weight.forEach((value, p) => {
      for (const crowd of crowds.of(found.a[p] ?? 0)) outer[crowd] = (outer[crowd] ?? 0) + value;
      for (const crowd of crowds.of(found.b[p] ?? 0)) outer[crowd] = (outer[crowd] ?? 0) + value;
      for (const crowd of crowds.both(p)) inner[crowd] = (inner[crowd] ?? 0) + 2 * value;
    });
    weight.forEach((value, p) => {
      for (const crowd of crowds.both(p)) {
        if (crowd === 0 || (crowd === 1) !== isCore) continue;
        const within = inner[crowd] ?? 0;
        const out = (outer[crowd] ?? 0) - within;
        weight[p] = value * Math.max(1, ((COHESION_OF[crowd] ?? COHESION.territory) * out) / within);
      }
    });
  }
}

/** What discs without standards follow: topics all discs by their shares, others what they are part of. */
function followers(graph: Graph, plan: Plan, { shares, topics, width }: ReturnType<typeof topicShares>, units: Float64Array): Pairs {
  const { discs } = plan;
  const pairs: Record<'a' | 'b' | 'distance' | 'weightA' | 'weightB', number[]> = { a: [], b: [], distance: [], weightA: [], weightB: [] };
  const follow = (a: number, b: number, distance: number, weight: number): void => {
    pairs.a.push(a);
    pairs.b.push(b);
    pairs.distance.push(distance);
    pairs.weightA.push(weight);
    pairs.weightB.push(0);
  };
  const row = new Map(discs.map(({ node }, disc) => [node, disc]));
  const followed = followedBy(graph, plan);
  discs.forEach(({ node, led, room, core }, disc) => {
    if (led > 0) return;
    const topic = topics[node] ?? -1;
    discs.forEach((other, to) => {
      if (topic < 0 || other.led === 0) return;
      const steps = TO_TOPIC - (TO_TOPIC - 1) * (shares[to * width + topic] ?? 0);
      const far = steps * Math.min(units[0] ?? 0, core && other.core ? (units[1] ?? 0) : Infinity);
      follow(disc, to, far, other.led / (far * far));
    });
    const above = followed.get(node) ?? new Map<number, number>();
    for (const [to, count] of above) {
      const other = row.get(to) ?? 0;
      const { room: wide, core: inCore } = discs[other] ?? { room: 0, core: false };
      // An SDO stands amid its discs, those of the core where it has some; others at the rims of what they follow
      if (graph.kinds[node] === nodeCode('sdo')) follow(disc, other, 0, Math.sqrt(count) * (core && !inCore ? 0.01 : 1));
      else follow(disc, other, room + wide, Math.sqrt(count));
    }
    // ... and all committees of an SDO on the same side
    if (graph.kinds[node] === nodeCode('committee')) {
      const plate = graph.indexOf('sdo', graph.catalogue.committee(graph.ids[node] ?? '')?.sdo ?? '');
      if (!above.has(plate)) follow(disc, row.get(plate) ?? 0, 0, SAME_SIDE);
    }
  });
  const { a, b, distance, weightA, weightB } = pairs;
  return {
    a: new Uint32Array(a),
    b: new Uint32Array(b),
    distance: new Float64Array(distance),
    weightA: new Float64Array(weightA),
    weightB: new Float64Array(weightB),
  };
}

/** Wanted distances of the discs of a plan. */
export function distancesOf(graph: Graph, plan: Plan): { readonly found: Steps; readonly leading: Pairs; readonly following: Pairs } {
  const { discs } = plan;
  const shares = topicShares(graph, plan);
  const found = stepsBetween(plan, shares.shares, shares.width);
  const crowds = crowdsOf(discs, found);
  const units = unitsOf(discs, found, crowds);
  // The best distance of many pairs, weighted by 1 / steps² as stress weights them, is the ratio of the two sums
  const unit = found.a.map((_, p) => crowds.both(p).reduce((least, crowd) => Math.min(least, units[crowd] ?? Infinity), Infinity));
  const distance = unit.map((scale, p) => (scale * (found.near[p] ?? 0)) / (found.squared[p] ?? 1));
  const weight = unit.map((scale, p) => (found.squared[p] ?? 0) / (scale * scale));
  cohere(weight, crowds, found);
  const weights = new Float64Array(weight);
  const ends = { a: new Uint32Array(found.a), b: new Uint32Array(found.b) };
  return {
    found,
    leading: { ...ends, distance: new Float64Array(distance), weightA: weights, weightB: weights },
    following: followers(graph, plan, shares, units),
  };
}
