import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type Force, type Simulation } from 'd3-force';
import { setApart } from './apart.js';
import { stands, type Body, type Spring } from './body.js';
import { valueAt, type LayoutInput } from './input.js';
import { seeded } from './random.js';
import { forceStanding } from './standing.js';

/** 1 - 0.001^(1/300) as a literal: engines may round Math.pow differently. @source d3-force 3.0 simulation, alphaMin 0.001 */
const ALPHA_DECAY = 0.02276277904418933;
/**
 * Ticks until rooms are hard: bodies first pass through each other to where their links pull them, then push for their room. With hard
 * rooms from the start, where a body begins decides where it ends.
 */
const HARD_FROM = 80;

/** One stage of a layout, under way. */
export interface Stage {
  readonly bodies: readonly Body[];
  readonly tick: () => void;
  /** Moves bodies that are shut in deep in the room of others to a free place. */
  readonly finish: () => void;
}

/** The bodies of a stage by node: its own, and those of earlier stages, which stand. */
function bodiesOf({ count, held, stages }: LayoutInput, stage: number, xy: Float64Array): (Body | undefined)[] {
  return Array.from({ length: count }, (_, node) => {
    const at = stages?.[node] ?? 0;
    if (at > stage) return undefined;
    const [x, y] = [xy[2 * node] ?? 0, xy[2 * node + 1] ?? 0];
    return { node, x, y, vx: 0, vy: 0, ...((at < stage || held?.[node] === 1) && { fx: x, fy: y }) };
  });
}

function springsOf({ links }: LayoutInput, bodies: readonly (Body | undefined)[]): Spring[] {
  const springs: Spring[] = [];
  for (let link = 0; link < links.length / 2; link++) {
    const [source, target] = [bodies[links[2 * link] ?? 0], bodies[links[2 * link + 1] ?? 0]];
    if (source && target && source !== target && !(stands(source) && stands(target))) springs.push({ source, target, link });
  }
  return springs;
}

/**
 * Strength for each spring. d3-force 3.0 shares a spring's movement by the number of springs at either end; what falls to an end that
 * stands would be lost, so the other end gets it all.
 */
function strengthOf(springs: readonly Spring[], strengths: Float32Array): (spring: Spring) => number {
  const degrees = new Map<Body, number>();
  for (const { source, target } of springs) for (const end of [source, target]) degrees.set(end, (degrees.get(end) ?? 0) + 1);
  return ({ source, target, link }) => {
    const [a, b] = [degrees.get(source) ?? 1, degrees.get(target) ?? 1];
    const share = stands(source) ? a / (a + b) : stands(target) ? b / (a + b) : 1;
    return (strengths[link] ?? 0) / share;
  };
}

/** The same force for the moving bodies only. */
function amongMoving(force: Force<Body, undefined>): Force<Body, undefined> {
  const moving: Force<Body, undefined> = (alpha) => {
    force(alpha);
  };
  moving.initialize = (bodies, random) => {
    force.initialize?.(
      bodies.filter((body) => !stands(body)),
      random,
    );
  };
  return moving;
}

function simulate(input: LayoutInput, stage: number, bodies: readonly (Body | undefined)[], seed: number): Simulation<Body, Spring> {
  const { count, strengths, distances, charges, gravity, aspect = 1 } = input;
  const pull = ({ node }: Body): number => gravity?.[node] ?? 0;
  const charge = ({ node }: Body): number => valueAt(charges, count, node, stage);
  const springs = springsOf(input, bodies);
  const simulation = forceSimulation<Body, Spring>([])
    .stop()
    .randomSource(seeded(seed))
    .nodes(bodies.filter((body) => body !== undefined))
    .alphaDecay(ALPHA_DECAY)
    .force(
      'link',
      forceLink<Body, Spring>(springs)
        .strength(strengthOf(springs, strengths))
        .distance(({ link }) => distances[link] ?? 0),
    )
    .force('x', forceX<Body>(0).strength(pull))
    .force(
      'y',
      forceY<Body>(0).strength((body) => pull(body) * aspect * aspect),
    );
  // The dearest force by far; a stage without charges does without it
  if (simulation.nodes().some((body) => charge(body) !== 0)) simulation.force('charge', forceManyBody<Body>().strength(charge));
  return simulation;
}

/**
 * A stage of a layout, ready for its first tick.
 *
 * @param xy start positions of the nodes of this stage and places of those of earlier ones, 2n
 */
export function stageOf(input: LayoutInput, stage: number, xy: Float64Array, seed: number): Stage {
  const bodies = bodiesOf(input, stage, xy);
  const simulation = simulate(input, stage, bodies, seed);
  const room = ({ node }: Body): number => valueAt(input.radii, input.count, node, stage);
  const collide = forceCollide<Body>(room).iterations(2);
  simulation.force('collide', amongMoving(collide)).force('standing', forceStanding(simulation.nodes(), room, seeded(seed)));
  let tick = 0;
  return {
    bodies: simulation.nodes(),
    tick: () => {
      collide.strength(Math.min(1, tick++ / HARD_FROM));
      simulation.tick();
    },
    finish: () => {
      setApart(simulation.nodes(), room);
    },
  };
}
