import { indirectEmphasis } from '../scene/indirect.js';
import { line } from './line.js';
import { INDIRECT_FROM, indirectLook } from './links.js';
import type { Picture } from './picture.js';
import type { Sight } from './sight.js';

/** Draws the dotted links by way of hidden standards into a frame. */
export function drawIndirect({ frame, camera, scale, x, y, density }: Sight, { scene, theme, inkOf }: Picture): void {
  const { indirect, marks } = scene;
  if (camera.k < INDIRECT_FROM) return;
  for (let link = 0; link < indirect.count; link++) {
    const { stroke, width, opacity, dash } = indirectLook(theme, indirectEmphasis(scene, link));
    const [on = 0, off = 0] = dash;
    const [a, b] = [indirect.ends[2 * link] ?? 0, indirect.ends[2 * link + 1] ?? 0];
    const [ax, ay] = [(marks.x[a] ?? 0) * scale + x, (marks.y[a] ?? 0) * scale + y];
    const [bx, by] = [(marks.x[b] ?? 0) * scale + x, (marks.y[b] ?? 0) * scale + y];
    line(frame, ax, ay, bx, by, {
      ink: inkOf(stroke),
      opacity: Math.round(256 * opacity),
      width: width * density,
      dash: on * density,
      gap: off * density,
    });
  }
}
