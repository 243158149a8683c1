/** Discs that want certain distances from each other. */
export interface Discs {
  /** Centres, 2m: x0, y0, …; moved in place. */
  readonly xy: Float64Array;
  /** Room of each disc; m. */
  readonly rooms: Float64Array;
  /** 1 for those that stay; m. */
  readonly held: Uint8Array;
}

/** Wanted distances between pairs of discs, as flat arrays of equal length. */
export interface Pairs {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Layout units. */
  readonly distance: Float64Array;
  /** How much `a` minds the distance, and how much `b` does: one follows, the other leads, where one of them is 0. */
  readonly weightA: Float64Array;
  readonly weightB: Float64Array;
}

/** How the work is shared out over its rounds. */
export interface Rounds {
  /** Integer ≥ 1. */
  readonly count: number;
  /** Share of the rounds after which rooms begin to keep others out; until then discs pass through each other. */
  readonly soft: number;
  /** Width over height to aim at; what rooms do to a crowd makes it rounder. */
  readonly aspect: number;
}

/** Share of the rounds after which rooms are fully hard. */
const HARD = 0.8;
/** Part of the way to its best place that a disc goes in a round. */
const STEP = 0.7;
/** Rounds at the end in which nothing but rooms counts. */
const LAST_ROUNDS = 40;
/** Passes over overlapping rooms in a round, and in the last rounds. */
const PASSES = 2;
const LAST_PASSES = 8;
/** Discs on one spot are taken to be so far apart, each pair in another direction. */
const HAIR = 1e-6;

/** Moves every disc towards the place that its pairs want for it on average. @source SMACOF: Gansner, Koren, North, Graph drawing by stress majorization, 2004 */
function approach({ xy, held }: Discs, pairs: Pairs, sums: Float64Array, aspect: number): void {
  const moves = new Float64Array(xy.length);
  const { a, b, distance, weightA, weightB } = pairs;
  for (let p = 0; p < a.length; p++) {
    const [i, j] = [2 * (a[p] ?? 0), 2 * (b[p] ?? 0)];
    const dx = (xy[i] ?? 0) - (xy[j] ?? 0) || HAIR;
    const dy = ((xy[i + 1] ?? 0) - (xy[j + 1] ?? 0)) * aspect;
    const missing = (distance[p] ?? 0) / Math.sqrt(dx * dx + dy * dy) - 1;
    const [wa, wb] = [(weightA[p] ?? 0) * missing, (weightB[p] ?? 0) * missing];
    moves[i] = (moves[i] ?? 0) + dx * wa;
    moves[i + 1] = (moves[i + 1] ?? 0) + (dy / aspect) * wa;
    moves[j] = (moves[j] ?? 0) - dx * wb;
    moves[j + 1] = (moves[j + 1] ?? 0) - (dy / aspect) * wb;
  }
  moves.forEach((move, c) => {
    const sum = sums[c >> 1] ?? 0;
    if (sum > 0 && held[c >> 1] !== 1) xy[c] = (xy[c] ?? 0) + (STEP * move) / sum;
  });
}

/** Discs by their left ends; nearly sorted from the round before. */
function sortByLeft({ xy, rooms }: Discs, order: Uint32Array): void {
  const left = (disc: number): number => (xy[2 * disc] ?? 0) - (rooms[disc] ?? 0);
  for (let i = 1; i < order.length; i++) {
    const disc = order[i] ?? 0;
    const at = left(disc);
    let j = i - 1;
    for (; j >= 0 && left(order[j] ?? 0) > at; j--) order[j + 1] = order[j] ?? 0;
    order[j + 1] = disc;
  }
}

/** Pushes two overlapping discs apart, the larger one less, one that is held not at all. */
function part({ xy, rooms, held }: Discs, i: number, j: number, hardness: number): void {
  const [ri, rj] = [rooms[i] ?? 0, rooms[j] ?? 0];
  const need = ri + rj;
  const dx = (xy[2 * i] ?? 0) - (xy[2 * j] ?? 0) || HAIR;
  const dy = (xy[2 * i + 1] ?? 0) - (xy[2 * j + 1] ?? 0) || HAIR * (i - j);
  const squared = dx * dx + dy * dy;
  if (need === 0 || squared >= need * need) return;
  const length = Math.sqrt(squared);
  const push = ((need - length) / length) * hardness;
  const share = held[i] === 1 ? 0 : held[j] === 1 ? 1 : (rj * rj) / (ri * ri + rj * rj);
  const rest = held[j] === 1 ? 0 : 1 - share;
  xy[2 * i] = (xy[2 * i] ?? 0) + dx * push * share;
  xy[2 * i + 1] = (xy[2 * i + 1] ?? 0) + dy * push * share;
  xy[2 * j] = (xy[2 * j] ?? 0) - dx * push * rest;
  xy[2 * j + 1] = (xy[2 * j + 1] ?? 0) - dy * push * rest;
}

function separate(discs: Discs, order: Uint32Array, hardness: number): void {
  const { xy, rooms } = discs;
  sortByLeft(discs, order);
  for (let i = 0; i < order.length; i++) {
    const disc = order[i] ?? 0;
    for (let j = i + 1; j < order.length; j++) {
      const other = order[j] ?? 0;
      if ((xy[2 * other] ?? 0) - (rooms[other] ?? 0) > (xy[2 * disc] ?? 0) + (rooms[disc] ?? 0)) break;
      part(discs, disc, other, hardness);
    }
  }
}

/**
 * Moves discs to where their distances are nearest to those wanted, weighted, and their rooms do not overlap.
 *
 * Only +, -, *, / and Math.sqrt: equal input gives equal bits on every machine.
 */
export function relax(discs: Discs, pairs: Pairs, { count, soft, aspect }: Rounds): void {
  const discCount = discs.rooms.length;
  const sums = new Float64Array(discCount);
  pairs.a.forEach((disc, p) => (sums[disc] = (sums[disc] ?? 0) + (pairs.weightA[p] ?? 0)));
  pairs.b.forEach((disc, p) => (sums[disc] = (sums[disc] ?? 0) + (pairs.weightB[p] ?? 0)));
  const order = Uint32Array.from({ length: discCount }, (_, i) => i);
  for (let round = 0; round < count; round++) {
    const isLast = round >= count - LAST_ROUNDS;
    if (!isLast) approach(discs, pairs, sums, aspect);
    const hardness = Math.min(1, (round / count - soft) / (HARD - soft));
    if (hardness <= 0) continue;
    for (let pass = 0; pass < (isLast ? LAST_PASSES : PASSES); pass++) separate(discs, order, hardness);
  }
}
