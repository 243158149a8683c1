import { goalByCode, goalName, isGoalFramework } from '../analysis/goals.js';
import type { Encoding } from '../state/state.js';
import { groupOf, slotsOf } from './classes.js';
import { fieldOf, NONE, ringsOf, type Discs } from './field.js';
import { NODE_KINDS, nodeCode, type Graph, type NodeKind } from './graph.js';
import type { Territory } from './scene.js';

/** What `territoriesOf` needs. */
export interface TerritoriesInput {
  readonly graph: Graph;
  /** Positions of all nodes in layout units, 2n. */
  readonly xy: Float32Array;
  /** 1 for what the filter leaves; n. */
  readonly shown: Uint8Array;
  /** What the areas of level 0 stand for. */
  readonly group: Encoding;
  readonly color: Encoding;
  /** Name of a status or a role in the reader's language. Default the value itself. */
  readonly nameOf?: ((value: string) => string) | undefined;
}

/** How far an area goes beyond the rims of its marks, the gap between two, and the lattice it is found on; layout units. */
const LEVELS = [
  { reach: 26, gap: 6, finest: 20 },
  { reach: 10, gap: 3, finest: 11 },
] as const;
/** Radius of a mark as part of an area. */
const MARK: Readonly<Record<NodeKind, number>> = { sdo: 24, committee: 9, topic: 12, standard: 6 };

/** Class of the topics where they have none: what nobody claims. */
const NOBODY = NONE - 1;

const kindOf = (graph: Graph, node: number): NodeKind => NODE_KINDS[graph.kinds[node] ?? 0] ?? 'standard';

/** Name of a class. */
function labelOf({ catalogue }: Graph, group: Encoding, value: string, nameOf: (value: string) => string): string {
  if (group === 'sdo') return catalogue.sdo(value)?.name ?? value;
  if (group === 'topic') return catalogue.topic(value)?.label ?? value;
  const goal = isGoalFramework(group) ? goalByCode(catalogue, group, value) : undefined;
  if (goal) return goalName(goal);
  return group === 'committee' ? value : nameOf(value);
}

/** The class of every node on a level as a number: a place in `values`, or NOBODY. */
interface Classes {
  readonly codes: Uint16Array;
  readonly values: readonly string[];
}

const memo = new WeakMap<Graph, Map<Encoding | 'leading', Classes>>();

/** The classes of level 0 under a grouping; `leading` are those of level 1: a committee with the standards that it leads. */
function classesOf(graph: Graph, by: Encoding | 'leading'): Classes {
  const known = memo.get(graph)?.get(by);
  if (known) return known;
  const { catalogue, ids } = graph;
  const valueOf = (node: number): string => {
    if (by !== 'leading') return groupOf(graph, by, node);
    const kind = kindOf(graph, node);
    return kind === 'standard' ? (catalogue.standard(ids[node] ?? '')?.committees[0] ?? '') : kind === 'committee' ? (ids[node] ?? '') : '';
  };
  const places = new Map<string, number>();
  const codes = Uint16Array.from(ids, (_, node) => {
    const value = valueOf(node);
    if (value === '') return NOBODY;
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return place;
  });
  const all = memo.get(graph) ?? new Map<Encoding | 'leading', Classes>();
  const classes = { codes, values: [...places.keys()] };
  memo.set(graph, all.set(by, classes));
  return classes;
}

/**
 * The marks shown as discs. Topics without a class keep others from where they are; other marks without one, and on level 1 committees that
 * lead no shown standard, take no part.
 */
function discsOf({ graph, xy, shown }: TerritoriesInput, { codes, values }: Classes, level: 0 | 1): Discs {
  const [topic, standard] = [nodeCode('topic'), nodeCode('standard')];
  const leads = new Uint8Array(values.length).fill(level === 0 ? 1 : 0);
  shown.forEach((is, node) => {
    if (is === 1 && graph.kinds[node] === standard) leads[codes[node] ?? NOBODY] = 1;
  });
  const radii = NODE_KINDS.map((kind) => MARK[kind]);
  const discs: { readonly xy: number[]; readonly radii: number[]; readonly classes: number[] } = { xy: [], radii: [], classes: [] };
  shown.forEach((is, node) => {
    const [kind, code] = [graph.kinds[node] ?? 0, codes[node] ?? NOBODY];
    if (is !== 1 || (kind !== topic && leads[code] !== 1)) return;
    discs.xy.push(xy[2 * node] ?? 0, xy[2 * node + 1] ?? 0);
    discs.radii.push(radii[kind] ?? 0);
    discs.classes.push(code);
  });
  return { xy: new Float32Array(discs.xy), radii: new Float32Array(discs.radii), classes: new Uint16Array(discs.classes) };
}

function level(input: TerritoriesInput, at: 0 | 1): readonly Territory[] {
  const { graph, group, color, nameOf = (value: string) => value } = input;
  const { reach, gap, finest } = LEVELS[at];
  const classes = classesOf(graph, at === 0 ? group : 'leading');
  const { values } = classes;
  const discs = discsOf(input, classes, at);
  if (discs.radii.length === 0) return [];
  const grouping = at === 0 ? group : 'committee';
  const slots = slotsOf(graph.catalogue, color);
  const slotOf = (value: string): number => {
    if (at === 0) return color === group ? (slots.get(value) ?? 0) : 0;
    const by = color === 'sdo' ? (graph.catalogue.committee(value)?.sdo ?? '') : color === 'committee' ? value : '';
    return slots.get(by) ?? 0;
  };
  const field = fieldOf(discs, reach, finest);
  // On a coarse lattice an area smaller than a cell would get lost between its points
  return ringsOf(field, Math.max(reach, field.pitch), gap)
    .filter(({ one }) => values[one] !== undefined)
    .sort((a, b) => b.area - a.area || a.one - b.one)
    .map(({ one, outline }) => {
      const value = values[one] ?? '';
      return { level: at, value, label: labelOf(graph, grouping, value, nameOf), slot: slotOf(value), outline };
    });
}

/**
 * The areas of the drawing that belong together: of the classes of the grouping, then of the committees' standards.
 *
 * An area is where its shown marks are nearer than all others and not far. Areas of a level do not meet; a class whose marks stand apart
 * has several.
 *
 * Level 1 is left out where the grouping tears committees apart: by topic, status and role.
 *
 * @returns level 0 before level 1, in each the largest first, so that what lies within another comes after it
 */
export function territoriesOf(input: TerritoriesInput): readonly Territory[] {
  return [...level(input, 0), ...(input.group === 'sdo' || input.group === 'committee' ? level(input, 1) : [])];
}
