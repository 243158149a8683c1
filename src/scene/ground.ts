import { FADED, NEAR, SELECTED } from './codes.js';
import type { Graph } from './graph.js';
import { indirectLinks } from './indirect.js';
import { plainLinks, selectedLinks } from './links.js';
import { boundsOf, marksOf } from './marks.js';
import type { Marks, Scene, SceneInput } from './scene.js';
import { neighbourhood, shownNodes } from './shown.js';
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

/** Emphasis of every mark with a selection: all that is not near it is faded. @param also marks that are near for another reason */
function emphasesOf(graph: Graph, { node, ofNode }: Marks, selected: readonly number[], also: readonly number[]): Uint8Array {
  const near = neighbourhood(graph, selected);
  const emphasis = Uint8Array.from(node, (one) => (near[one] === 1 ? NEAR : FADED));
  for (const mark of also) emphasis[mark] = NEAR;
  for (const one of selected) emphasis[ofNode[one] ?? -1] = SELECTED;
  return emphasis;
}

/** Marks that are not faded, in drawing order: by emphasis, then as they are. */
function raisedOf({ emphasis }: Marks): Uint32Array {
  const raised: number[] = [];
  for (const level of [NEAR, SELECTED]) {
    emphasis.forEach((one, mark) => {
      if (one === level) raised.push(mark);
    });
  }
  return Uint32Array.from(raised);
}

/** A ground with a selection: what is not near it is faded. @param also marks that are near for another reason */
export function withSelection(parts: Ground['parts'], selected: readonly number[], also: readonly number[] = []): Scene {
  const { graph } = parts;
  const marks = { ...parts.marks, emphasis: emphasesOf(graph, parts.marks, selected, also) };
  const links = selectedLinks(graph, marks, parts.links, selected);
  return { ...parts, marks, links, raised: raisedOf(marks), faded: 'selection' };
}

/** Nodes of what is selected, as far as the graph has them. */
export const selectedNodes = ({ graph, selected }: SceneInput): readonly number[] =>
  selected.map(({ kind, id }) => graph.indexOf(kind, id)).filter((node) => node >= 0);

/** `buildScene` without its lenses, for where none is ever shown: a third of the code. */
export function plainScene(input: Omit<SceneInput, 'candidates' | 'gaps' | 'changes'>): Scene {
  const selected = selectedNodes(input);
  const { parts } = groundOf(input, selected);
  return selected.length > 0 ? withSelection(parts, selected) : { ...parts, raised: new Uint32Array(0), faded: 'none' };
}
