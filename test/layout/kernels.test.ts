import fc from 'fast-check';
import { forceCollide, forceLink, forceManyBody, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import { describe, expect, test } from 'vitest';
import { EXTENT, type Kernel, type KernelInput } from '../../src/layout/engine/kernel.js';
import { kernelsOf } from '../../src/layout/engine/kernels.js';
import { seeded } from '../../src/layout/random.js';

const [script, wasm] = [kernelsOf('script'), kernelsOf('wasm')];

/** Bodies by themselves, one a charge. */
const loose = (charges: readonly number[], rooms: readonly number[] = charges.map(() => 0)): KernelInput => ({
  count: charges.length,
  ends: new Uint32Array(),
  strengths: new Float64Array(),
  shares: new Float64Array(),
  lengths: new Float64Array(),
  charges: Float64Array.from(charges),
  rooms: Float64Array.from(rooms),
  pulls: new Float64Array(2 * charges.length),
  fixed: new Uint8Array(charges.length),
  iterations: 1,
  velocityDecay: 0.4,
});

const put = (kernel: Kernel, places: readonly number[]): void => {
  places.forEach((value, i) => (kernel.state[4 * (i >> 1) + (i & 1)] = value));
};

/** A random simulation; `spread` is how far bodies stand from each other at the start. */
function random(
  seed: number,
  count: number,
  kind: 'charged' | 'mixed' | 'roomy' | 'standing',
  spread: number,
): readonly [KernelInput, readonly number[]] {
  const next = seeded(seed);
  const springs = count < 2 ? 0 : 2 * count;
  const of = (length: number, value: () => number): Float64Array => Float64Array.from({ length }, value);
  const input: KernelInput = {
    count,
    ends: Uint32Array.from({ length: 2 * springs }, () => Math.floor(next() * count)),
    strengths: of(springs, next),
    shares: of(springs, next),
    lengths: of(springs, () => 60 * next()),
    charges: of(count, () => (kind === 'mixed' ? 80 * (next() - 0.5) : kind === 'roomy' ? 0 : -40 * next())),
    rooms: of(count, () => (kind === 'charged' ? 0 : next() < 0.1 ? 0 : 12 * next() * (next() < 0.05 ? 12 : 1))),
    pulls: of(2 * count, () => 0.05 * next()),
    fixed: Uint8Array.from({ length: count }, () => (kind === 'standing' && next() < 0.3 ? 1 : 0)),
    iterations: 2,
    velocityDecay: 0.3,
  };
  return [input, Array.from({ length: 2 * count }, () => spread * (next() - 0.5))];
}

function run(kernel: Kernel, places: readonly number[], ticks: number): readonly number[] {
  put(kernel, places);
  for (let tick = 0, alpha = 1; tick < ticks; tick++) kernel.tick((alpha *= 0.96), Math.min(1, tick / 20));
  return [...kernel.state];
}

describe('E1 the kernels in JavaScript and in WebAssembly', () => {
  test('are two: this host compiles WebAssembly', () => {
    expect(wasm).not.toBe(script);
  });

  test('give the same bits for 120 random simulations of all kinds', () => {
    const kinds = fc.constantFrom('charged' as const, 'mixed' as const, 'roomy' as const, 'standing' as const);
    const spreads = fc.constantFrom(0, 1e-9, 1, 300, 2e6);
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 90 }), kinds, spreads, (seed, count, kind, spread) => {
        const [input, places] = random(seed, count, kind, spread);
        const [one, other] = [run(script(input), places, 25), run(wasm(input), places, 25)];
        expect(one.findIndex((value, i) => !Object.is(value, other[i]))).toBe(-1);
        expect(one.every((value) => Number.isFinite(value))).toBe(true);
        expect(one.every((value, i) => i % 4 > 1 || Math.abs(value) <= EXTENT)).toBe(true);
      }),
      { seed: 20261122, numRuns: 120 },
    );
  });

  test.each(['charged', 'mixed', 'roomy', 'standing'] as const)('give the same bits for 3,000 bodies, %s', (kind) => {
    const [input, places] = random(7, 3_000, kind, 900);
    expect(run(wasm(input), places, 12)).toEqual(run(script(input), places, 12));
  });

  test('give the same bits for a crowd of 2,000 bodies in one cell of the tree', () => {
    const [input, places] = random(3, 2_000, 'standing', 1e-7);
    const away = [...places.slice(0, -2), EXTENT, EXTENT];
    expect(run(wasm(input), away, 5)).toEqual(run(script(input), away, 5));
  });
});

describe('E2 charges', () => {
  const velocities = (input: KernelInput, places: readonly number[]): readonly number[] => {
    const kernel = script({ ...input, velocityDecay: 0 });
    put(kernel, places);
    kernel.tick(1, 1);
    return [...kernel.state].filter((_, i) => i % 4 > 1);
  };

  test('two bodies push each other by charge over distance, as in d3-force', () => {
    expect(velocities(loose([-30, -60]), [0, 0, 10, 0])).toEqual([-6, 0, 3, 0]);
  });

  test('nearer than 1 the push does not grow', () => {
    expect(velocities(loose([-30, -30]), [0, 0, 0.25, 0])).toEqual([-30, 0, 30, 0]);
  });

  test.each([
    ['of one sign', 0.01, () => -30],
    ['of both signs', 0.05, (next: () => number) => 60 * (next() - 0.5)],
  ] as const)('the sum over 4,000 bodies %s is nearer to the exact one than d3-force’s', (_, limit, charge) => {
    const next = seeded(11);
    const count = 4_000;
    const input = loose(Array.from({ length: count }, () => charge(next)));
    // Clusters: the worst case for cells
    const places = Array.from({ length: 2 * count }, (_v, i) => 60 * Math.floor(next() * 12) + (i % 2 ? 20 : 30) * next());
    const exact = Array.from({ length: 2 * count }, () => 0);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < count; j++) {
        const [dx, dy] = [(places[2 * j] ?? 0) - (places[2 * i] ?? 0), (places[2 * j + 1] ?? 0) - (places[2 * i + 1] ?? 0)];
        const squared = dx * dx + dy * dy;
        if (squared === 0) continue;
        const weight = (input.charges[j] ?? 0) / (squared < 1 ? Math.sqrt(squared) : squared);
        exact[2 * i] = (exact[2 * i] ?? 0) + dx * weight;
        exact[2 * i + 1] = (exact[2 * i + 1] ?? 0) + dy * weight;
      }
    }
    const nodes = Array.from({ length: count }, (_v, i) => ({ index: i, x: places[2 * i] ?? 0, y: places[2 * i + 1] ?? 0, vx: 0, vy: 0 }));
    const body = forceManyBody<SimulationNodeDatum>().strength((_node, i) => input.charges[i] ?? 0);
    body.initialize(nodes, seeded(1));
    body(1);
    const error = (forces: readonly number[]): number =>
      Math.sqrt(
        forces.reduce((sum, value, i) => sum + (value - (exact[i] ?? 0)) ** 2, 0) / exact.reduce((sum, value) => sum + value * value, 0),
      );
    const ours = error(velocities(input, places));
    expect(ours).toBeLessThan(error(nodes.flatMap(({ vx, vy }) => [vx, vy])));
    expect(ours).toBeLessThan(limit);
  });
});

describe('E3 springs and rooms are those of d3-force', () => {
  test('a spring moves its ends by their shares', () => {
    type Node = SimulationNodeDatum & { readonly id: number };
    const nodes: Node[] = [0, 1, 2].map((id) => ({ id, x: 40 * id, y: 7 * id * id }));
    const links: SimulationLinkDatum<Node>[] = [
      { source: 0, target: 1 },
      { source: 0, target: 2 },
    ];
    const simulation = forceSimulation(nodes).stop().alphaDecay(0).force('link', forceLink(links)).velocityDecay(0.4);
    const kernel = script({
      ...loose([0, 0, 0]),
      ends: Uint32Array.of(0, 1, 0, 2),
      strengths: Float64Array.of(1, 1),
      shares: Float64Array.of(2 / 3, 2 / 3),
      lengths: Float64Array.of(30, 30),
    });
    put(
      kernel,
      nodes.flatMap(({ x, y }) => [x ?? NaN, y ?? NaN]),
    );
    for (let tick = 0; tick < 10; tick++) {
      simulation.tick();
      kernel.tick(1, 1);
    }
    nodes.forEach(({ x, y }, i) => {
      expect(kernel.state[4 * i]).toBeCloseTo(x ?? NaN, 9);
      expect(kernel.state[4 * i + 1]).toBeCloseTo(y ?? NaN, 9);
    });
  });

  test('two rooms that overlap part as in d3-force', () => {
    const nodes: SimulationNodeDatum[] = [
      { x: 0, y: 0 },
      { x: 6, y: 2 },
    ];
    const simulation = forceSimulation(nodes)
      .stop()
      .alphaDecay(0)
      .force(
        'collide',
        forceCollide<SimulationNodeDatum>().radius((_, i) => [5, 9][i] ?? 0),
      );
    const kernel = script(loose([0, 0], [5, 9]));
    put(kernel, [0, 0, 6, 2]);
    for (let tick = 0; tick < 6; tick++) {
      simulation.tick();
      kernel.tick(1, 1);
    }
    nodes.forEach(({ x, y }, i) => {
      expect(kernel.state[4 * i]).toBeCloseTo(x ?? NaN, 9);
      expect(kernel.state[4 * i + 1]).toBeCloseTo(y ?? NaN, 9);
    });
  });

  test('no pair is missed: 500 bodies of very different rooms are pushed as by the plain double loop', () => {
    const soft = 1e-9;
    const rooms = random(5, 500, 'roomy', 0)[0].rooms;
    const places = random(5, 500, 'roomy', 900)[1];
    const kernel = script({
      ...loose(
        Array.from(rooms, () => 0),
        [...rooms],
      ),
      velocityDecay: 0,
    });
    put(kernel, places);
    // Pushes so small that their order does not matter
    kernel.tick(1, soft);
    const expected = new Float64Array(1000);
    for (let a = 0; a < 500; a++) {
      for (let b = 0; b < 500; b++) {
        const [ra, rb] = [rooms[a] ?? 0, rooms[b] ?? 0];
        const [dx, dy] = [(places[2 * a] ?? 0) - (places[2 * b] ?? 0), (places[2 * a + 1] ?? 0) - (places[2 * b + 1] ?? 0)];
        const length = Math.sqrt(dx * dx + dy * dy);
        if (a === b || ra === 0 || rb === 0 || length >= ra + rb) continue;
        const push = (((ra + rb - length) / length) * rb * rb) / (ra * ra + rb * rb);
        expected[2 * a] = (expected[2 * a] ?? 0) + dx * push;
        expected[2 * a + 1] = (expected[2 * a + 1] ?? 0) + dy * push;
      }
    }
    expect(expected.filter((push) => push !== 0).length).toBeGreaterThan(500);
    expected.forEach((push, i) => {
      expect((kernel.state[4 * (i >> 1) + 2 + (i & 1)] ?? NaN) / soft).toBeCloseTo(push, 2);
    });
  });

  test('a standing body is not moved, and a moving one leaves its room', () => {
    const kernel = script({ ...loose([-30, -30], [20, 5]), fixed: Uint8Array.of(1, 0) });
    put(kernel, [3, 4, 3, 4]);
    for (let tick = 0; tick < 60; tick++) kernel.tick(0.1, 1);
    expect([...kernel.state.slice(0, 4)]).toEqual([3, 4, 0, 0]);
    const [dx, dy] = [(kernel.state[4] ?? 0) - 3, (kernel.state[5] ?? 0) - 4];
    expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(24.9);
  });
});
