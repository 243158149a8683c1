import type { LayoutInput } from '../layout/input.js';
import type { Encoding } from '../state/state.js';
import { linkCode, NODE_KINDS, type Graph, type NodeKind } from './graph.js';
import { planOf, type Plan } from './plan.js';
import { keepingOrder, placesBefore } from './regroup.js';
import { standing } from './stand.js';

/** Room of a mark alone, while standards fill the room around it; layout units. */
const MARK: Readonly<Record<NodeKind, number>> = { sdo: 30, committee: 14, topic: 16, standard: 8 };
/** Strengths, 0–1: of a standard to what it gathers around; to other committees and related standards; to its topics. */
const LEADS = 0.5;
const RELATED = 0.01;
const ABOUT = 0.005;
/** What is regrouped begins in good order: a spring that loses less velocity throws it through the middle of its disc. */
export const WARM = { alpha: 0.15, velocityDecay: 0.6 } as const;

/** Links of the graph, then one from each standard to the helper that it gathers around. */
function springsOf({ ids, links, linkKinds }: Graph, { leaders }: Plan): Pick<LayoutInput, 'links' | 'strengths' | 'distances'> {
  const [about, partOf] = [linkCode('about'), linkCode('part-of')];
  const strengths = Array.from(linkKinds, (kind, l) => {
    const [a, b] = [links[2 * l] ?? 0, links[2 * l + 1] ?? 0];
    if (leaders[b] === a || kind === partOf) return LEADS;
    return kind === about ? ABOUT : RELATED;
  });
  const helped = [...leaders.keys()].filter((node) => (leaders[node] ?? -1) >= ids.length);
  return {
    links: Uint32Array.from([...links, ...helped.flatMap((node) => [leaders[node] ?? 0, node])]),
    strengths: Float32Array.from([...strengths, ...helped.map(() => LEADS)]),
    distances: new Float32Array(strengths.length + helped.length),
  };
}

/** Forces between the graph's n nodes and the plan's helpers, with no place known. */
export function forcesOf(graph: Graph, plan: Plan): LayoutInput {
  const room = (node: number): number => {
    const kind = NODE_KINDS[graph.kinds[node] ?? -1];
    return kind ? MARK[kind] : 0;
  };
  return {
    count: plan.count,
    ...springsOf(graph, plan),
    radii: Float32Array.from({ length: plan.count }, (_, node) => room(node)),
    charges: new Float32Array(plan.count),
  };
}

/**
 * What a layout of the whole graph needs: its n nodes, then the helpers that standards gather around under `status` and `role`. What
 * standards gather around has its place already; the layout is left with the standards.
 *
 * @param seed integer; another seed, another picture
 * @param places positions of the nodes under another grouping, 2n: what the reader knows from there stays near or keeps its order
 */
export function layoutInput(graph: Graph, seed = 1, group: Encoding = 'sdo', places?: Float32Array): LayoutInput {
  const plan = planOf(graph, group);
  const stood = standing(graph, plan, seed, places && placesBefore(plan, places));
  const held = Uint8Array.from({ length: plan.count }, (_, node) => (Number.isNaN(stood[2 * node] ?? NaN) ? 0 : 1));
  const start = places ? keepingOrder(graph, plan, stood, places) : stood;
  return { ...forcesOf(graph, plan), start, held, ...(places && WARM) };
}
