import type { LayoutInput } from '../layout/input.js';
import { NODE_KINDS, type Graph, type NodeKind } from './graph.js';
import { planOf, STAGES, type Plan } from './plan.js';
import { planSprings, standardSprings } from './springs.js';

/** Room of a mark alone, while standards fill the room around it; layout units. */
const MARK: Readonly<Record<NodeKind, number>> = { sdo: 30, committee: 14, topic: 16, standard: 8 };
/** Width over height that the pull aims at; springs and charges make the result rounder. */
const ASPECT = 3;
const PULL: Readonly<Record<NodeKind, number>> = { sdo: 0.006, committee: 0.006, topic: 0.06, standard: 0 };
/** Grounds of the core; those that come in around it lie where their SDO's core is. */
const GROUND_PULL = 0.02;
const LATE_GROUND_PULL = 0.01;
/** d3-force's own: bodies that lose less of their velocity settle in fewer ticks, but worse here (own committee nearest 0.834 for 0.863). */
const SCHEDULE = { ticks: 300, velocityDecay: 0.4 } as const;
/** Charge of topics and grounds of the core by their room. */
const CHARGE = -0.5;

/** Rooms and charges in each of the stages: of the nodes of the graph, then of the grounds. */
function forcesOf(graph: Graph, { rooms, stages, grounds }: Plan): Pick<LayoutInput, 'radii' | 'charges'> {
  const nodes = graph.ids.length;
  const marks = Float32Array.from(rooms, (_, node) => (node < nodes ? MARK[NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard'] : 0));
  const radii: number[] = [];
  const charges: number[] = [];
  for (const stage of Object.values(STAGES)) {
    const fills = stage === STAGES.coreStandards || stage === STAGES.standards;
    rooms.forEach((room, node) => {
      const claims = node < nodes || grounds[node - nodes]?.stage === stage;
      radii.push(fills ? (marks[node] ?? 0) : claims ? room : 0);
      charges.push(stage === STAGES.coreGrounds && claims && (stages[node] ?? 0) === stage ? CHARGE * room : 0);
    });
  }
  return { radii: Float32Array.from(radii), charges: Float32Array.from(charges) };
}

/**
 * Forces of the whole graph: its n nodes, then helpers for the grounds of the SDOs, whose positions nobody needs.
 *
 * @see STAGES for how the picture comes together
 */
export function layoutInput(graph: Graph): LayoutInput {
  const plan = planOf(graph);
  const { rooms, stages, grounds } = plan;
  const nodes = graph.ids.length;
  const springs = [...planSprings(graph, plan), ...standardSprings(graph, plan)];
  const stageOf = (node: number): number => stages[node] ?? grounds[node - nodes]?.stage ?? 0;
  const pull = (node: number): number =>
    node < nodes
      ? PULL[NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard']
      : stageOf(node) === STAGES.grounds
        ? LATE_GROUND_PULL
        : GROUND_PULL;
  return {
    count: rooms.length,
    links: Uint32Array.from(springs.flatMap(({ a, b }) => [a, b])),
    strengths: Float32Array.from(springs, ({ strength }) => strength),
    distances: Float32Array.from(springs, ({ distance }) => distance),
    ...forcesOf(graph, plan),
    gravity: Float32Array.from(rooms, (_, node) => pull(node)),
    aspect: ASPECT,
    ...SCHEDULE,
    stages: Uint8Array.from(rooms, (_, node) => stageOf(node)),
    outside: Uint8Array.from(rooms, (_, node) => (grounds[node - nodes]?.stage === STAGES.grounds ? 1 : 0)),
  };
}
