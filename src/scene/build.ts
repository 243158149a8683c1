import type { Graph } from './graph.js';
import { indirectLinks } from './indirect.js';
import { labelsOf } from './label-order.js';
import { lensOf, partners, selectedCandidates, type Lens } from './lens.js';
import { plainLinks, selectedLinks } from './links.js';
import { boundsOf, marksOf } from './marks.js';
import { EMPHASES, type Label, type Marks, type Scene, type SceneInput } from './scene.js';
import { neighbourhood, shownNodes } from './shown.js';
import { territoriesOf } from './territories.js';
import { dayShown } from '../analysis/day.js';

const FADED = EMPHASES.indexOf('faded');
const NEAR = EMPHASES.indexOf('near');
const SELECTED = EMPHASES.indexOf('selected');

/** A scene without a selection, and what it was made of. */
interface Ground {
  readonly input: Omit<SceneInput, 'selected'>;
  /** Nodes that the filter hides and that are drawn all the same: selected ones, and topics with gaps. */
  readonly hidden: readonly number[];
  readonly shown: Uint8Array;
  readonly parts: Pick<Scene, 'graph' | 'marks' | 'links' | 'indirect' | 'territories' | 'bounds'>;
}

const memo = new WeakMap<Graph, Ground>();
const INPUTS = ['xy', 'records', 'visible', 'color', 'group', 'nameOf', 'indirectText'] as const;

/** The ground of a scene; that of the last one, when only the selection differs. */
function groundOf(input: SceneInput, wanted: readonly number[]): Ground {
  const { graph, xy, visible, color, group = 'sdo', nameOf, records = graph.catalogue } = input;
  const known = memo.get(graph);
  const isSame = known !== undefined && INPUTS.every((name) => known.input[name] === input[name]);
  const shown = isSame ? known.shown : shownNodes(graph, visible, dayShown(records));
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

/** A scene with a selection; under a lens, what a candidate joins to it is near it too. */
function selectedScene(graph: Graph, parts: Ground['parts'], lens: Lens | undefined, selected: readonly number[]): Omit<Scene, 'labels'> {
  const chosen = selected.map((node) => parts.marks.ofNode[node] ?? -1);
  const found = lens?.candidates && selectedCandidates(lens.candidates, chosen);
  const also = found && !found.isPair ? partners(found.links, (mark) => chosen.includes(mark)) : [];
  const marks = { ...parts.marks, emphasis: emphasesOf(graph, parts.marks, selected, also) };
  const links = selectedLinks(graph, marks, parts.links, selected);
  return {
    ...parts,
    marks,
    links,
    raised: raisedOf(marks),
    faded: 'selection',
    candidates: found?.links,
    gaps: lens?.gaps,
    changes: lens?.changes,
  };
}

/**
 * What to draw of a landscape: the marks a filter leaves, the links between them, labels in order of importance; under a lens what it shows,
 * on a ground that is faded.
 *
 * Scenes of the same positions, filter and encodings share everything that a selection or a lens does not change.
 */
export function buildScene(input: SceneInput): Scene {
  const { graph } = input;
  const selected = input.selected.map(({ kind, id }) => graph.indexOf(kind, id)).filter((node) => node >= 0);
  const missing = [...(input.gaps ?? [])].flatMap(([id, { gaps, thin }]) => (gaps + thin > 0 ? [graph.indexOf('topic', id)] : []));
  // A topic that no shown standard leads to is the widest gap
  const { parts } = groundOf(input, [...selected, ...missing.filter((node) => node >= 0)]);
  const lens = lensOf(parts, input);
  if (selected.length > 0) return withLabels(selectedScene(graph, parts, lens, selected));
  if (!lens) return withLabels({ ...parts, raised: new Uint32Array(0), faded: 'none' });
  const { candidates, gaps, changes, weights, raised, links, emphasis } = lens;
  return withLabels({ ...parts, marks: { ...parts.marks, emphasis }, links, raised, faded: 'lens', candidates, gaps, changes, weights });
}
