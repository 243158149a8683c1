import { Charges } from './charges.js';
import { EXTENT, type Kernel, type KernelInput } from './kernel.js';
import { Rooms } from './rooms.js';
import { Tree } from './tree.js';

/** Springs, one after the other: each sees what the ones before it did to the velocities. @source d3-force 3.0 link */
function pullSprings({ ends, strengths, shares, lengths }: KernelInput, state: Float64Array, alpha: number): void {
  for (let spring = 0; spring < strengths.length; spring++) {
    const a = 4 * (ends[2 * spring] ?? 0);
    const b = 4 * (ends[2 * spring + 1] ?? 0);
    const ax = state[a + 2] ?? 0;
    const ay = state[a + 3] ?? 0;
    const bx = state[b + 2] ?? 0;
    const by = state[b + 3] ?? 0;
    let dx = (state[b] ?? 0) + bx - ((state[a] ?? 0) + ax);
    let dy = (state[b + 1] ?? 0) + by - ((state[a + 1] ?? 0) + ay);
    if (dx === 0) dx = 1e-6;
    if (dy === 0) dy = 1e-6;
    const length = Math.sqrt(dx * dx + dy * dy);
    const pull = ((length - (lengths[spring] ?? 0)) / length) * alpha * (strengths[spring] ?? 0);
    dx *= pull;
    dy *= pull;
    const share = shares[spring] ?? 0;
    state[b + 2] = bx - dx * share;
    state[b + 3] = by - dy * share;
    state[a + 2] = ax + dx * (1 - share);
    state[a + 3] = ay + dy * (1 - share);
  }
}

/** Pulls towards the origin, and charges where there are any. */
function pullBodies({ pulls }: KernelInput, state: Float64Array, alpha: number): void {
  for (let i = 0, at = 0; at < state.length; i += 2, at += 4) {
    state[at + 2] = (state[at + 2] ?? 0) - (state[at] ?? 0) * (pulls[i] ?? 0) * alpha;
    state[at + 3] = (state[at + 3] ?? 0) - (state[at + 1] ?? 0) * (pulls[i + 1] ?? 0) * alpha;
  }
}

function pushBodies({ order }: Tree, { near: { fx, fy } }: Charges, state: Float64Array, alpha: number): void {
  for (let i = 0; i < order.length; i++) {
    const at = 4 * (order[i] ?? 0);
    state[at + 2] = (state[at + 2] ?? 0) + (fx[i] ?? 0) * alpha;
    state[at + 3] = (state[at + 3] ?? 0) + (fy[i] ?? 0) * alpha;
  }
}

/** The step itself; a body that would leave the extent stops at its border. */
function step({ fixed, velocityDecay }: KernelInput, state: Float64Array): void {
  const kept = 1 - velocityDecay;
  for (let i = 0, at = 0; at < state.length; i++, at += 4) {
    let vx = (state[at + 2] ?? 0) * kept;
    let vy = (state[at + 3] ?? 0) * kept;
    if (fixed[i]) vx = vy = 0;
    let x = (state[at] ?? 0) + vx;
    let y = (state[at + 1] ?? 0) + vy;
    if (x > EXTENT || x < -EXTENT || y > EXTENT || y < -EXTENT) {
      x = x > EXTENT ? EXTENT : x < -EXTENT ? -EXTENT : x;
      y = y > EXTENT ? EXTENT : y < -EXTENT ? -EXTENT : y;
      vx = vy = 0;
    }
    state[at] = x;
    state[at + 1] = y;
    state[at + 2] = vx;
    state[at + 3] = vy;
  }
}

/** The kernel in plain JavaScript: runs everywhere, and gives the same bits as the one in WebAssembly. */
export function scriptKernel(input: KernelInput): Kernel {
  const state = new Float64Array(4 * input.count);
  const tree = new Tree(input.count);
  const charges = new Charges(tree, input.charges);
  const rooms = new Rooms(tree, input.rooms, input.fixed);
  return {
    state,
    tick: (alpha, hardness) => {
      if (charges.any || rooms.any) tree.rebuild(state);
      pullSprings(input, state, alpha);
      pullBodies(input, state, alpha);
      if (charges.any) {
        charges.compute();
        pushBodies(tree, charges, state, alpha);
      }
      if (rooms.any) rooms.make(state, hardness, input.iterations);
      step(input, state);
    },
  };
}
