import type { LayoutInput } from './input.js';

/** Ticks of one stage, and how alpha and velocities decay in it. */
export interface Schedule {
  readonly ticks: number;
  readonly alpha: number;
  readonly alphaDecay: number;
  readonly velocityDecay: number;
}

/**
 * Measured on 300 to 20,000 documents: bodies that keep 0.8 of their velocity instead of d3-force's 0.6 are where d3-force's 300 ticks bring
 * them after 120, at the same stress, neighbourhoods and share of documents nearest to their own committee.
 */
export const SCHEDULE = { ticks: 120, alpha: 1, alphaMin: 0.01, velocityDecay: 0.2 } as const;

/** A number to a whole power by squaring: engines round Math.pow differently. */
function power(base: number, exponent: number): number {
  let result = 1;
  for (let [square, left] = [base, exponent]; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}

/** The decay a tick that brings `from` to `to` in so many ticks, by halving the interval; 0–1. */
export function decayOf(from: number, to: number, ticks: number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const kept = (low + high) / 2;
    if (from * power(kept, ticks) < to) low = kept;
    else high = kept;
  }
  return 1 - (low + high) / 2;
}

/** The schedule that an input asks for. */
export function scheduleOf({
  ticks = SCHEDULE.ticks,
  alpha = SCHEDULE.alpha,
  velocityDecay = SCHEDULE.velocityDecay,
}: LayoutInput): Schedule {
  return { ticks, alpha, velocityDecay, alphaDecay: decayOf(alpha, Math.min(alpha, SCHEDULE.alphaMin), ticks) };
}
