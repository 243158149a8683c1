import { FADED, NEAR, PLAIN, SELECTED } from './codes.js';
import { linkCode, type Graph } from './graph.js';
import { groundOf, selectedNodes, type Ground } from './ground.js';
import { neighbourhood } from './near.js';
import { neighboursOf } from './neighbours.js';
import type { Marks, Scene, SceneInput, SceneLinks } from './scene.js';

/** Most selected nodes whose topics have links: those of more are a hairball again, and the topics are raised all the same. */
const MOST_WITH_TOPICS = 12;

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

/**
 * The links of a scene with a selection: those without one, near where they touch what is selected or lead on within what is near it, else
 * faded; and the links of topics that touch it, of up to twelve.
 *
 * @param marks with the emphasis of the selection @param selected nodes
 */
export function selectedLinks(graph: Graph, marks: Marks, plain: SceneLinks, selected: readonly number[]): SceneLinks {
  const extra = new Set<number>();
  const about = linkCode('about');
  const { offsets, links } = neighboursOf(graph);
  for (const node of selected.length > MOST_WITH_TOPICS ? [] : selected) {
    for (let l = offsets[node] ?? 0; l < (offsets[node + 1] ?? 0); l++) {
      const link = links[l] ?? 0;
      if (graph.linkKinds[link] === about && endsOf(graph, marks, link).every((mark) => mark >= 0)) extra.add(link);
    }
  }
  const more = [...extra].sort((a, b) => a - b);
  const ends = new Uint32Array(plain.ends.length + 2 * more.length);
  ends.set(plain.ends);
  ends.set(
    more.flatMap((link) => endsOf(graph, marks, link)),
    plain.ends.length,
  );
  const count = plain.count + more.length;
  const emphasis = new Uint8Array(count).fill(NEAR);
  for (let link = 0; link < plain.count; link++) {
    const [a, b] = [marks.emphasis[ends[2 * link] ?? 0] ?? PLAIN, marks.emphasis[ends[2 * link + 1] ?? 0] ?? PLAIN];
    if (Math.max(a, b) < SELECTED && Math.min(a, b) < NEAR) emphasis[link] = FADED;
  }
  const longer = (bytes: Uint8Array, fill: number): Uint8Array => {
    const all = new Uint8Array(count).fill(fill);
    all.set(bytes);
    return all;
  };
  const [across, coordinates] = [longer(plain.across, 0), longer(plain.coordinates, 0)];
  return { count, plain: plain.count, ends, kind: longer(plain.kind, about), across, coordinates, emphasis };
}

const endsOf = ({ links }: Graph, { ofNode }: Marks, link: number): number[] => [
  ofNode[links[2 * link] ?? 0] ?? -1,
  ofNode[links[2 * link + 1] ?? 0] ?? -1,
];

/** `buildScene` without its lenses, for where none is ever shown: a third of the code. */
export function plainScene(input: Omit<SceneInput, 'candidates' | 'gaps' | 'changes'>): Scene {
  const selected = selectedNodes(input);
  const { parts } = groundOf(input, selected);
  return selected.length > 0 ? withSelection(parts, selected) : { ...parts, raised: new Uint32Array(0), faded: 'none' };
}
