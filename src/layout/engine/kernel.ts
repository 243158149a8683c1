/** The bodies of a simulation and what acts on them. n bodies, m springs; nothing here changes while the simulation runs. */
export interface KernelInput {
  readonly count: number;
  /** Bodies at the ends of each spring, 2m: a0, b0, a1, b1, … */
  readonly ends: Uint32Array;
  /** Share of the missing length that a spring makes good in one tick at alpha 1, ≥ 0; m. */
  readonly strengths: Float64Array;
  /** Part of it that the second end moves, 0–1; the first end moves the rest; m. */
  readonly shares: Float64Array;
  /** Wanted lengths; m. */
  readonly lengths: Float64Array;
  /** As in d3-force: negative pushes others away; n. */
  readonly charges: Float64Array;
  /** Two bodies keep the sum of their rooms apart; nothing collides with a body of room 0; n. */
  readonly rooms: Float64Array;
  /** Pull towards x 0 and y 0, 2n. */
  readonly pulls: Float64Array;
  /** 1 for bodies that stay where they are; n. */
  readonly fixed: Uint8Array;
  /** Times that rooms are made in one tick; integer ≥ 0. */
  readonly iterations: number;
  /** Part of a velocity that is lost in a tick, as in d3-force; 0–1. */
  readonly velocityDecay: number;
}

/** The forces of one simulation, ready to be applied tick by tick. */
export interface Kernel {
  /** Place and velocity of every body, 4n: x0, y0, vx0, vy0, x1, …; may be written between two ticks. */
  readonly state: Float64Array;
  /**
   * One tick of d3-force's physics: springs, charges and pulls, rooms, then the step itself.
   *
   * @param alpha 0–1, scales springs, charges and pulls
   * @param hardness 0–1, how much of an overlap of two moving bodies is undone
   */
  tick(alpha: number, hardness: number): void;
}

/** Makes the kernel of a simulation. */
export type MakeKernel = (input: KernelInput) => Kernel;

/** No coordinate leaves this range. */
export const EXTENT = 1e6;
/** Most bodies in a cell that is not divided further. */
export const LEAF = 12;
/**
 * Two cells act on each other as wholes where the sum of their radii is below this share of their distance. d3-force's Barnes–Hut has the
 * same share and one term of the series; two more terms bring the error from 1.2 % to below 1 % on clustered bodies.
 */
export const THETA = 0.9;
/** Pairs of two crowds, or in one, that are looked at in a tick: beyond it, bodies on almost the same spot, some stand for all. */
export const CROWD = 4_096;
/**
 * Pairs of rooms that are looked at in an iteration, a body; when they are used up, every further leaf looks at this many with those next to
 * it on the curve. Reached only where rooms are much wider than the ground they lie on.
 */
export const BUDGET = 512;
/** The farthest that standing bodies push a moving one in a tick, in its own rooms. */
export const LEAP = 0.5;

/** Cells that a tree of so many bodies may have: 0.27 a body are usual; the rest stays undivided. */
export const cellCapacity = (count: number): number => Math.floor(count / 2) + 1024;
/** Cells that are still made when the capacity is reached: siblings of those on the path down. */
export const CELL_RESERVE = 64;
/** Numbers on the stack of pairs of cells: 32 levels of at most 10 pairs. */
export const STACK = 4096;
