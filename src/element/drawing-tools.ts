import { CHANGED, type StandardChange } from '../analysis/change.js';
import type { HandCallbacks } from '../interact/hands.js';
import { viewTools, type ViewTools } from '../interact/view-tools.js';
import { buildScene } from '../scene/build.js';
import type { Graph } from '../scene/graph.js';
import { movedPlaces } from '../scene/moved.js';
import type { Scene, SceneInput, TopicGaps } from '../scene/scene.js';
import type { Encoding, Moved } from '../state/state.js';
import { changeClasses } from './messages-change-classes.js';
import { lensMessages } from './messages-lens.js';

/** What a drawing can do beyond the landscape itself: it comes with the desk. */
export interface DrawingTools {
  readonly view: ViewTools;
  /** The scene, under lenses too. */
  readonly scene: (input: SceneInput) => Scene;
  /** Places with what the reader has dragged; `xy` itself where nothing was. */
  readonly moved: (graph: Graph, group: Encoding, xy: Float32Array, moved: readonly Moved[]) => Float32Array;
}

/** What is missing on a topic, below its name. */
const gapsText = ({ gaps, thin }: TopicGaps): string => lensMessages.missing(gaps, thin, String);
/** What became of a standard. */
const changeText = ({ change }: StandardChange): string => changeClasses[CHANGED.find((one) => one === change) ?? 'started'];

/** All of it. @param hands what the reader does by hand */
export const drawingTools = (hands: HandCallbacks): DrawingTools => ({
  view: viewTools(hands),
  scene: (input) => buildScene({ ...input, gapsText, changeText }),
  moved: movedPlaces,
});
