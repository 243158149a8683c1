import type { Surface } from '../export/png.js';
import { measureWith } from '../render/fonts.js';
import { toSVG } from '../render/svg.js';

/**
 * What a surface shows, as SVG.
 *
 * @param title name of the picture; empty: the title of the dataset
 * @throws Error where nothing stands on it
 */
export function drawnSvg(surface: Surface | undefined, title: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (!surface || !context)
    throw new Error('standards-map: toSVG found no picture of the dataset. Expected a call after `ready` has resolved.');
  const { scene, theme, camera, size } = surface;
  return toSVG(scene, theme, { camera, size, measure: measureWith(context, theme), title: title || undefined });
}
