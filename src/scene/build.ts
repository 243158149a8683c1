import { groundOf, selectedNodes, type Ground } from './ground.js';
import { aboutWeights, lensOf, partners, selectedCandidates, type Lens } from './lens.js';
import type { Scene, SceneInput } from './scene.js';
import { withSelection } from './selection.js';

/** A scene with a selection; under a lens, what a candidate joins to it is near it too. */
function selectedScene(parts: Ground['parts'], lens: Lens | undefined, selected: readonly number[]): Scene {
  const chosen = selected.map((node) => parts.marks.ofNode[node] ?? -1);
  const found = lens?.candidates && selectedCandidates(lens.candidates, chosen);
  const also = found && !found.isPair ? partners(found.links, (mark) => chosen.includes(mark)) : [];
  return { ...withSelection(parts, selected, also), candidates: found?.links, gaps: lens?.gaps, changes: lens?.changes };
}

/**
 * What to draw of a landscape: the marks a filter leaves, the links between them, labels in order of importance; under a lens what it shows,
 * on a ground that is faded.
 *
 * Scenes of the same positions, filter and encodings share everything that a selection or a lens does not change.
 */
export function buildScene(input: SceneInput): Scene {
  const { graph } = input;
  const selected = selectedNodes(input);
  const missing = [...(input.gaps ?? [])].flatMap(([id, { gaps, thin }]) => (gaps + thin > 0 ? [graph.indexOf('topic', id)] : []));
  // A topic that no shown standard leads to is the widest gap
  const { parts } = groundOf(input, [...selected, ...missing.filter((node) => node >= 0)]);
  const lens = lensOf(parts, input);
  if (selected.length > 0) return selectedScene(parts, lens, selected);
  if (!lens) {
    const weights = input.about && aboutWeights(input, parts.marks);
    return { ...parts, raised: new Uint32Array(0), faded: 'none', weights, isAbout: input.about !== undefined };
  }
  const { candidates, gaps, changes, weights, namedFrom, raised, links, emphasis } = lens;
  return {
    ...parts,
    marks: { ...parts.marks, emphasis },
    links,
    raised,
    faded: 'lens',
    candidates,
    gaps,
    changes,
    weights,
    namedFrom,
    isAbout: input.about !== undefined,
  };
}
