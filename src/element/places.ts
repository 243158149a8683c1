/** What finds places that no dataset ships: the layout with its worker, and what it begins from. Loaded when places are looked for. */
import { settle } from '../layout/client.js';
import { carriedOver, rearranged } from '../scene/arrange.js';
import type { Graph } from '../scene/graph.js';
import { positions, type Positions } from '../scene/place.js';
import type { Encoding } from '../state/state.js';

/** What places are looked for. */
export interface Wish {
  readonly graph: Graph;
  readonly seed: number;
  readonly group: Encoding;
  /** What is shown, 1 for every such node, n, and where everything stands: only that is arranged anew. Default: everything, by the grouping. */
  readonly anew?: { readonly shown: Uint8Array; readonly xy: Float32Array } | undefined;
  /** What stood before, for a dataset that takes the place of another: under the same seed and grouping it keeps its places, also what the dataset does not place. */
  readonly former?: { readonly graph: Graph; readonly seed: number; readonly group: Encoding; readonly xy: Float32Array } | undefined;
}

function planOf({ graph, seed, group, anew, former }: Wish): Positions {
  if (anew) return rearranged(graph, anew.shown, anew.xy, group);
  return former?.seed === seed && former.group === group
    ? carriedOver(graph, former.graph, former.xy, seed, group)
    : positions(graph, seed, group);
}

/** Finds places: those that can be told from others at once, else by a layout in a worker. */
export async function find(wish: Wish, signal: AbortSignal): Promise<Float32Array> {
  const plan = planOf(wish);
  return plan.settled ? plan.xy : settle(plan.input, wish.seed, { signal });
}
