import { SELECTED } from './codes.js';
import type { Graph } from './graph.js';
import { indirectLinks } from './indirect.js';
import { plainLinks } from './links.js';
import { boundsOf, marksOf } from './marks.js';
import type { Scene, SceneInput } from './scene.js';
import { shownNodes } from './shown.js';
import { territoriesOf } from './territories.js';
import { dayShown } from '../analysis/day.js';

/** A scene without a selection, and what it was made of. */
export interface Ground {
  readonly input: Omit<SceneInput, 'selected'>;
  /** Nodes that the filter hides and that are drawn all the same: selected ones, and topics with gaps. */
  readonly hidden: readonly number[];
  readonly shown: Uint8Array;
  readonly parts: Pick<Scene, 'graph' | 'marks' | 'links' | 'indirect' | 'territories' | 'bounds'>;
}

const memo = new WeakMap<Graph, Ground>();
const INPUTS = ['xy', 'records', 'visible', 'color', 'group', 'nameOf', 'indirectText', 'about'] as const;

/**
 * The ground of a scene; that of the last one, when only the selection differs.
 *
 * @param wanted nodes that are drawn even where the filter hides them
 */
export function groundOf(input: SceneInput, wanted: readonly number[]): Ground {
  const { graph, xy, visible, color, group = 'sdo', nameOf, records = graph.catalogue } = input;
  const known = memo.get(graph);
  const isSame = known !== undefined && INPUTS.every((name) => known.input[name] === input[name]);
  const shown = isSame ? known.shown : shownNodes(graph, visible, dayShown(records), input.about);
  const hidden = [...new Set(wanted)].filter((node) => shown[node] !== 1);
  if (isSame && hidden.join() === known.hidden.join()) return known;
  const all = shown.slice();
  for (const node of hidden) all[node] = 1;
  const marks = marksOf(graph, xy, color, all, records);
  const territories = territoriesOf({ graph, xy, shown: all, group, color, nameOf });
  const indirect = indirectLinks(graph, marks, input.indirectText);
  const parts = { graph, marks, links: plainLinks(graph, marks), indirect, territories, bounds: boundsOf(marks) };
  const ground = { input, hidden, shown, parts };
  memo.set(graph, ground);
  return ground;
}

/** Nodes of what is selected, as far as the graph has them. */
export const selectedNodes = ({ graph, selected }: SceneInput): readonly number[] =>
  selected.map(({ kind, id }) => graph.indexOf(kind, id)).filter((node) => node >= 0);

/**
 * A ground on which what is selected is marked and named, and nothing is faded for it: until `selection.ts` has come, which says what is near it.
 */
export function groundScene(input: SceneInput): Scene {
  const selected = selectedNodes(input);
  const { parts } = groundOf(input, selected);
  const { marks } = parts;
  const emphasis = marks.emphasis.slice();
  for (const node of selected) emphasis[marks.ofNode[node] ?? -1] = SELECTED;
  return { ...parts, marks: selected.length > 0 ? { ...marks, emphasis } : marks, raised: new Uint32Array(0), faded: 'none' };
}
