import { forceCenter, forceLink, forceManyBody, forceSimulation, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force';
import type { Machine } from '../../src/layout/engine/kernels.js';
import { layout } from '../../src/layout/layout.js';
import { neighboursKept, ownLeaderNearest, stress } from '../../src/layout/quality.js';
import { madeUp, shipped, type Landscape } from './landscapes.js';

/** d3-force 3 as its documentation shows it: links, many-body, centre, 300 ticks. */
function reference({ count, links }: Landscape): Float32Array {
  const nodes: SimulationNodeDatum[] = Array.from({ length: count }, () => ({}));
  const ties: SimulationLinkDatum<SimulationNodeDatum>[] = Array.from({ length: links.length / 2 }, (_, i) => ({
    source: links[2 * i] ?? 0,
    target: links[2 * i + 1] ?? 0,
  }));
  const simulation = forceSimulation(nodes)
    .stop()
    .force('link', forceLink(ties))
    .force('charge', forceManyBody())
    .force('center', forceCenter());
  simulation.tick(300);
  return Float32Array.from(nodes.flatMap(({ x, y }) => [x ?? NaN, y ?? NaN]));
}

/** The same forces with the engine: strengths, lengths and charges are d3-force's defaults. */
function ours({ count, links }: Landscape, machine: Machine): Float32Array {
  const degrees = new Uint32Array(count);
  for (const end of links) degrees[end] = (degrees[end] ?? 0) + 1;
  const m = links.length / 2;
  const strength = (i: number): number => 1 / Math.min(degrees[links[2 * i] ?? 0] ?? 1, degrees[links[2 * i + 1] ?? 0] ?? 1);
  return layout(
    {
      count,
      links,
      strengths: Float32Array.from({ length: m }, (_, i) => strength(i)),
      distances: new Float32Array(m).fill(30),
      radii: new Float32Array(count),
      charges: new Float32Array(count).fill(-30),
    },
    1,
    machine,
  );
}

/** One layout in a process of its own: `<standards|shipped> <d3|script|wasm>`; prints CPU and wall time and quality as one line of JSON. */
export function main([size = 'shipped', engine = 'wasm']: readonly string[]): number {
  const landscape = size === 'shipped' ? shipped() : madeUp(Number(size), 1);
  // What came before is cleared away before the clock starts
  globalThis.gc?.();
  const [cpu, wall] = [process.cpuUsage(), performance.now()];
  const xy = engine === 'd3' ? reference(landscape) : ours(landscape, engine === 'script' ? 'script' : 'wasm');
  const { user, system } = process.cpuUsage(cpu);
  const ms = performance.now() - wall;
  const samples = landscape.count > 50_000 ? 200 : 400;
  const result = {
    nodes: landscape.count,
    links: landscape.links.length / 2,
    cpu: (user + system) / 1000,
    wall: ms,
    stress: stress(xy, landscape.count, landscape.links, samples, 1),
    kept: neighboursKept(xy, landscape.count, landscape.links, samples, 1),
    own: ownLeaderNearest(xy, landscape.leaders, landscape.followers),
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
  return 0;
}
