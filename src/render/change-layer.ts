import { FADED } from '../scene/codes.js';
import { toScreen, viewOf, type Camera, type Size } from './camera.js';
import { changeSign, type ChangeSign } from './change-looks.js';
import { screenRadius } from './marks.js';
import type { Picture } from './picture.js';

/** Opacity of the signs of marks that a selection has put back. */
export const BEHIND = 0.3;
/** How far outside the surface a mark may stand and still have its sign reach into it, CSS px. */
const REACH = 16;

function drawSign(context: CanvasRenderingContext2D, sign: ChangeSign): void {
  context.beginPath();
  for (const [x, y] of sign.corners) context.lineTo(x, y);
  context.closePath();
  if (sign.fill !== undefined) context.fillStyle = sign.fill;
  context.fill();
  context.setLineDash([...sign.dash]);
  [context.lineWidth, context.strokeStyle] = [sign.width, sign.stroke];
  context.stroke();
  context.setLineDash([]);
  if (sign.strokes.length === 0) return;
  context.beginPath();
  for (const [[ax, ay], [bx, by]] of sign.strokes) {
    context.moveTo(ax, ay);
    context.lineTo(bx, by);
  }
  [context.lineWidth, context.strokeStyle] = [sign.inkWidth, sign.ink];
  context.stroke();
}

/** Draws the signs of what has changed, the weightier on top; the context's unit is a CSS px. */
export function drawChangeSigns(context: CanvasRenderingContext2D, { scene, theme }: Picture, camera: Camera, size: Size): void {
  const { changes, marks } = scene;
  if (!changes) return;
  const view = viewOf(camera, size, REACH);
  for (const i of drawingOrder(changes.change)) {
    const mark = changes.mark[i] ?? 0;
    const [atX, atY] = [marks.x[mark] ?? 0, marks.y[mark] ?? 0];
    if (!(atX >= view.left && atX <= view.right && atY >= view.top && atY <= view.bottom)) continue;
    const radius = screenRadius(marks, mark, camera.k);
    context.globalAlpha = marks.emphasis[mark] === FADED ? BEHIND : 1;
    drawSign(
      context,
      changeSign(theme, [...toScreen(atX, atY, camera, size), radius], changes.change[i] ?? 0, changes.sure[i] === 1, camera.k),
    );
  }
  context.globalAlpha = 1;
}

/** Places in the list of signs, what left last: of two in each other's way it lies on top. */
export const drawingOrder = (change: Uint8Array): readonly number[] =>
  [...change.keys()].sort((a, b) => (change[a] ?? 0) - (change[b] ?? 0) || a - b);
