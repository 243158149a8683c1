import { parseFilter } from '../analysis/filter.js';
import type { Scene, SceneCamera } from '../model/story.js';
import { freeArea, NO_INSETS, toLayout } from '../render/camera.js';
import { boxOfCamera } from '../state/scene-camera.js';
import { sceneOf, type SceneWords } from '../state/scene-settings.js';
import type { State } from '../state/state.js';
import { analysisMessages } from './messages-analysis.js';
import { wordOf } from './word-of.js';
import { filterWords } from './parts/chips.js';
import type { PanelContext } from './parts/context.js';
import type { StoryActions } from './story-host.js';

/** Selected records that a title names. */
const NAMED = 3;

/**
 * What of the drawing the reader has in view: what no panel covers. Undefined where all of it is shown, and where something else stands in its place.
 */
export function boxInView({ exporter, state }: StoryActions): SceneCamera | undefined {
  const { view, camera: wanted } = state();
  const surface = exporter.source.surface();
  if (view !== 'graph' || wanted === null || !surface) return undefined;
  const { camera, size, insets = NO_INSETS } = surface;
  const free = freeArea(size, insets);
  const [x, y] = toLayout(free.x, free.y, camera, size);
  return boxOfCamera({ x, y, k: camera.k }, free);
}

/** What a scene is called before anybody has named it: what is selected, looked for, or shown. */
export function titleFor(context: PanelContext, state: State): string {
  const { name, selected, filter, view, highlight } = state;
  if (name !== '') return name;
  if (selected.length > 0 && selected.length <= NAMED) return selected.join(', ');
  const lenses = highlight.map((lens) => wordOf(analysisMessages.lensNames, lens));
  const looked = filterWords(context, parseFilter(filter).filter);
  return [...lenses, ...(looked === '' ? [] : [looked])].join(' · ') || wordOf(analysisMessages.viewNames, view);
}

/** The scene that shows what is shown now. */
export const sceneNow = (actions: StoryActions, words: SceneWords): Scene =>
  sceneOf({ ...actions.state(), name: '' }, words, boxInView(actions));
