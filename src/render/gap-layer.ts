import { FADED } from '../scene/codes.js';
import { toScreen, viewOf, type Camera, type Size } from './camera.js';
import { GAP_TEXT, gapLook, hexagon } from './lens-looks.js';
import type { Picture } from './picture.js';

/** How far outside the surface a topic may stand and still have its sign reach into it, CSS px. */
const REACH = 60;

/** Draws the signs of topics with gaps or thin cells: in place of their hexagon one with their number. */
export function drawGapSigns(context: CanvasRenderingContext2D, { scene, theme }: Picture, camera: Camera, size: Size): void {
  const { gaps, marks } = scene;
  if (!gaps) return;
  const view = viewOf(camera, size, REACH);
  context.font = `700 ${GAP_TEXT}px ${theme.font}`;
  gaps.mark.forEach((mark, i) => {
    const [atX, atY] = [marks.x[mark] ?? 0, marks.y[mark] ?? 0];
    if (!(atX >= view.left && atX <= view.right && atY >= view.top && atY <= view.bottom)) return;
    const [x, y] = toScreen(atX, atY, camera, size);
    const look = gapLook(theme, gaps.gaps[i] ?? 0, marks.emphasis[mark] === FADED);
    context.globalAlpha = look.opacity;
    context.beginPath();
    for (const [cornerX, cornerY] of hexagon(x, y, camera.k)) context.lineTo(cornerX, cornerY);
    context.closePath();
    context.fillStyle = theme.background;
    context.fill();
    context.setLineDash([...look.dash]);
    [context.lineWidth, context.strokeStyle] = [look.width, look.stroke];
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = look.ink;
    context.fillText(String((gaps.gaps[i] ?? 0) || (gaps.thin[i] ?? 0)), x, y);
    context.globalAlpha = 1;
  });
}
