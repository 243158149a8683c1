import { forceCollide, forceLink, forceManyBody, forceRadial, type Force } from 'd3-force';
import { describe, expect, test } from 'vitest';
import { EXTENT } from '../../src/layout/engine/kernel.js';
import { layoutWithForces, type ForceNode } from '../../src/layout/own-forces.js';
import { LITERAL } from './literal.js';

const radius = (xy: Float32Array, node: number): number => Math.hypot(xy[2 * node] ?? NaN, xy[2 * node + 1] ?? NaN);

describe('F1 a caller’s own d3 forces', () => {
  test('decide where the nodes stand', () => {
    const xy = layoutWithForces(LITERAL, { ring: forceRadial<ForceNode>(200).strength(1), apart: forceCollide<ForceNode>(10) });
    for (let node = 0; node < LITERAL.count; node++) expect(radius(xy, node)).toBeCloseTo(200, 0);
  });

  test('may be d3-force’s usual ones: links of the input by node', () => {
    const forces = () => {
      const ties = Array.from({ length: LITERAL.links.length / 2 }, (_, i) => ({
        source: LITERAL.links[2 * i] ?? 0,
        target: LITERAL.links[2 * i + 1] ?? 0,
      }));
      return { link: forceLink<ForceNode, (typeof ties)[number]>(ties), charge: forceManyBody<ForceNode>() };
    };
    const xy = layoutWithForces(LITERAL, forces(), 3);
    expect(layoutWithForces(LITERAL, forces(), 3)).toEqual(xy);
    expect(layoutWithForces(LITERAL, forces(), 4)).not.toEqual(xy);
  });

  test('hold what is held, to the bit', () => {
    const start = new Float32Array(24).fill(NaN);
    start.set([100.25, -3]);
    const held = Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    const xy = layoutWithForces({ ...LITERAL, start, held }, { ring: forceRadial<ForceNode>(10) });
    expect([...xy.subarray(0, 2)]).toEqual([100.25, -3]);
  });

  test('that throw bodies out of the drawing leave them at its border', () => {
    const away: Force<ForceNode, undefined> & { nodes?: ForceNode[] } = () => {
      for (const node of away.nodes ?? []) node.vx = 1e300;
    };
    away.initialize = (nodes) => (away.nodes = nodes);
    expect(layoutWithForces(LITERAL, { away }).every((value) => Math.abs(value) <= EXTENT)).toBe(true);
  });

  test('that give no number are told, with the node and the tick', () => {
    const lost: Force<ForceNode, undefined> & { nodes?: ForceNode[] } = () => {
      if (lost.nodes?.[4]) lost.nodes[4].vy = NaN;
    };
    lost.initialize = (nodes) => (lost.nodes = nodes);
    expect(() => layoutWithForces(LITERAL, { lost })).toThrow(/after tick 1 node 4 is at .*NaN; expected numbers/);
  });
});
