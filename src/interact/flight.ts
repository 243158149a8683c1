import type { Camera } from '../render/camera.js';

/** How much the camera prefers to rise rather than to go along the ground; √2 by the source, less is calmer. @source van Wijk and Nuij, 2003, section 5 */
const RHO = 1.2;
/** Time for one unit of the way, and the bounds of it, ms. */
const UNIT_MS = 450;
const SHORTEST_MS = 600;
const LONGEST_MS = 1500;

/** A camera on its way. */
export interface Flight {
  /** How long it takes, ms. */
  readonly ms: number;
  /** Where the camera is. @param share of the way, 0–1 */
  readonly at: (share: number) => Camera;
}

/**
 * A flight from one camera to another that rises over what lies between: what passes under it does so at an even speed, however far it goes.
 *
 * @param span smaller side of the surface, CSS px
 * @source van Wijk and Nuij, Smooth and efficient zooming and panning, 2003, equations 9–12
 */
export function flight(from: Camera, to: Camera, span: number): Flight {
  const wide = Math.max(1, span);
  const [w0, w1] = [wide / from.k, wide / to.k];
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const way = Math.hypot(dx, dy);
  const lasting = (units: number): number => Math.min(LONGEST_MS, Math.max(SHORTEST_MS, Math.abs(units) * UNIT_MS));
  // Over one place: only nearer or farther
  if (way < 1e-6 * w0) {
    const units = Math.log(w1 / w0) / RHO;
    return {
      ms: lasting(units),
      at: (share) => ended(share, to) ?? { x: from.x, y: from.y, k: wide / (w0 * Math.exp(RHO * units * share)) },
    };
  }
  const slope = (sign: number, w: number): number => (w1 * w1 - w0 * w0 + sign * RHO ** 4 * way * way) / (2 * w * RHO * RHO * way);
  // −asinh b is the ln(√(b² + 1) − b) of the source, which is −∞ in floating point once b is large: nearly over one place, and far up
  const rise = (b: number): number => -Math.asinh(b);
  const [r0, r1] = [rise(slope(1, w0)), rise(slope(-1, w1))];
  const units = (r1 - r0) / RHO;
  const at = (share: number): Camera => {
    const s = share * units;
    const done = (w0 / (RHO * RHO * way)) * (Math.cosh(r0) * Math.tanh(RHO * s + r0) - Math.sinh(r0));
    const width = (w0 * Math.cosh(r0)) / Math.cosh(RHO * s + r0);
    return ended(share, to) ?? { x: from.x + done * dx, y: from.y + done * dy, k: wide / width };
  };
  return { ms: lasting(units), at };
}

/** What was asked for, to the last digit. */
const ended = (share: number, to: Camera): Camera | undefined => (share >= 1 ? to : undefined);
