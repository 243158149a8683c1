import type { Graph } from './graph.js';
import { labelsOf } from './label-order.js';
import { plainLinks, selectedLinks } from './links.js';
import { boundsOf, marksOf } from './marks.js';
import { EMPHASES, type Label, type Marks, type Scene, type SceneInput } from './scene.js';
import { neighbourhood, shownNodes } from './shown.js';
import { territoriesOf } from './territories.js';

const FADED = EMPHASES.indexOf('faded');
const NEAR = EMPHASES.indexOf('near');
const SELECTED = EMPHASES.indexOf('selected');

/** A scene without a selection, and what it was made of. */
interface Ground {
  readonly input: Omit<SceneInput, 'selected'>;
  /** Selected nodes that the filter hides and that are drawn all the same. */
  readonly hidden: readonly number[];
  readonly shown: Uint8Array;
  readonly parts: Pick<Scene, 'graph' | 'marks' | 'links' | 'territories' | 'bounds'>;
}

const memo = new WeakMap<Graph, Ground>();
const INPUTS = ['xy', 'visible', 'color', 'group', 'nameOf'] as const;

/** The ground of a scene; that of the last one, when only the selection differs. */
function groundOf(input: SceneInput, selected: readonly number[]): Ground {
  const { graph, xy, visible, color, group = 'sdo', nameOf } = input;
  const known = memo.get(graph);
  const isSame = known !== undefined && INPUTS.every((name) => known.input[name] === input[name]);
  const shown = isSame ? known.shown : shownNodes(graph, visible);
  const hidden = selected.filter((node) => shown[node] !== 1);
  if (isSame && hidden.join() === known.hidden.join()) return known;
  const all = shown.slice();
  for (const node of hidden) all[node] = 1;
  const marks = marksOf(graph, xy, color, all);
  const territories = territoriesOf({ graph, xy, shown: all, group, color, nameOf });
  const parts = { graph, marks, links: plainLinks(graph, marks), territories, bounds: boundsOf(marks) };
  const ground = { input, hidden, shown, parts };
  memo.set(graph, ground);
  return ground;
}

/** Emphasis of every mark with a selection: all that is not near it is faded. */
function emphasesOf(graph: Graph, { node, ofNode }: Marks, selected: readonly number[]): Uint8Array {
  const near = neighbourhood(graph, selected);
  const emphasis = Uint8Array.from(node, (one) => (near[one] === 1 ? NEAR : FADED));
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

/** A scene whose labels are made when first asked for: a drawing of a whole catalogue writes few of them. */
function withLabels(parts: Omit<Scene, 'labels'>): Scene {
  let made: readonly Label[] | undefined;
  return {
    ...parts,
    get labels() {
      return (made ??= labelsOf(parts));
    },
  };
}

/**
 * What to draw of a landscape: the marks a filter leaves, the links between them, labels in order of importance.
 *
 * Scenes of the same positions, filter and encodings share everything that a selection does not change.
 */
export function buildScene(input: SceneInput): Scene {
  const { graph } = input;
  const selected = input.selected.map(({ kind, id }) => graph.indexOf(kind, id)).filter((node) => node >= 0);
  const { parts } = groundOf(input, selected);
  if (selected.length === 0) return withLabels({ ...parts, raised: new Uint32Array(0) });
  const marks = { ...parts.marks, emphasis: emphasesOf(graph, parts.marks, selected) };
  const links = selectedLinks(graph, marks, parts.links, selected);
  return withLabels({ ...parts, marks, links, raised: raisedOf(marks) });
}
