import { indirectEmphasis } from '../scene/indirect.js';
import { line } from './line.js';
import { INDIRECT_FROM, indirectLook } from './links.js';
import type { Picture } from './picture.js';
import { endsOf, strokeOf, type Sight } from './sight.js';

/** Draws the dotted links by way of hidden standards into a frame. */
export function drawIndirect(sight: Sight, { scene, theme, inkOf }: Picture): void {
  const { indirect, marks } = scene;
  if (sight.camera.k < INDIRECT_FROM) return;
  for (let link = 0; link < indirect.count; link++) {
    const look = indirectLook(theme, indirectEmphasis(scene, link));
    line(sight.frame, ...endsOf(sight, marks, indirect.ends, link), strokeOf(inkOf, look, sight.density));
  }
}
