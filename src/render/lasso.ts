import type { Theme } from '../scene/theme.js';

/** Share of the colour of a selection inside a lasso. */
const TINT = 0.12;

/** Draws a free form, closed, over the picture: a tint inside, and a broken line on a rim in the colour of the ground. */
export function drawLasso(
  context: CanvasRenderingContext2D,
  corners: readonly { readonly x: number; readonly y: number }[],
  theme: Theme,
): void {
  context.beginPath();
  for (const { x, y } of corners) context.lineTo(x, y);
  context.closePath();
  context.fillStyle = theme.selection;
  context.globalAlpha = TINT;
  context.fill('nonzero');
  context.globalAlpha = 1;
  context.lineJoin = 'round';
  for (const [color, width, dash] of [
    [theme.background, 4, []],
    [theme.selection, 2, [6, 4]],
  ] as const) {
    [context.strokeStyle, context.lineWidth] = [color, width];
    context.setLineDash([...dash]);
    context.stroke();
  }
  context.setLineDash([]);
}
