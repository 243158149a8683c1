import { placeLabels } from '../scene/label-list.js';
import type { Scene } from '../scene/scene.js';
import type { Theme } from '../scene/theme.js';
import { changeLayer } from './svg-changes.js';
import { candidateLayer, gapLayer } from './svg-lens.js';
import { sceneSvg, type Labelling, type LensLayers, type SvgOptions } from './svg-scene.js';

export type { SvgOptions } from './svg-scene.js';

const written: Labelling = (labels, marks, space, k) => placeLabels(labels, marks, space).filter(({ from }) => from <= k);
const LENSES: LensLayers = { links: candidateLayer, signs: (sheet) => gapLayer(sheet) + changeLayer(sheet) };

/**
 * A scene as a picture of its own: the SVG of what a canvas draws, with real text and a tooltip a mark.
 *
 * It holds no script, link, style sheet or address, and dataset text only as text. Numbers are written to a tenth of a px. Equal input gives
 * equal text, on every machine whose `measure` agrees.
 *
 * @returns well-formed XML, to be saved as a file or put into a page
 * @throws RangeError when the size is below 1 × 1, size or camera are not finite, or a colour of the theme is none
 */
export const toSVG = (scene: Scene, theme: Theme, options: SvgOptions): string => sceneSvg(scene, theme, options, written, LENSES);
