import { RIGHT_TO_LEFT } from './fonts.js';
import type { TimelineShape } from './timeline-shapes.js';

/** Draws shapes in their order; the context's unit is a CSS px. */
export function paintTimeline(context: CanvasRenderingContext2D, font: string, shapes: readonly TimelineShape[]): void {
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  let last = '';
  for (const shape of shapes) {
    if (shape.kind === 'text') {
      const wanted = `${shape.bold ? '600' : '400'} ${shape.size}px ${font}`;
      // A new font costs more than a text
      if (wanted !== last) context.font = last = wanted;
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor === 'end' ? 'right' : 'left';
      context.direction = RIGHT_TO_LEFT.test(shape.text) ? 'rtl' : 'ltr';
      if (shape.rim !== undefined) {
        context.lineWidth = 3;
        context.strokeStyle = shape.rim;
        context.strokeText(shape.text, shape.x, shape.y);
      }
      context.fillStyle = shape.fill;
      context.fillText(shape.text, shape.x, shape.y);
      continue;
    }
    context.globalAlpha = shape.opacity ?? 1;
    context.setLineDash([...(shape.dash ?? [])]);
    context.lineWidth = shape.line ?? 1;
    if (shape.kind === 'box') paintBox(context, shape);
    else {
      context.beginPath();
      for (let i = 0; i < shape.points.length; i += 2) context.lineTo(shape.points[i] ?? 0, shape.points[i + 1] ?? 0);
      context.strokeStyle = shape.stroke;
      context.stroke();
    }
    context.globalAlpha = 1;
  }
  context.setLineDash([]);
}

function paintBox(context: CanvasRenderingContext2D, box: Extract<TimelineShape, { kind: 'box' }>): void {
  const { x, y, width, height, fill, stroke, radius = 0 } = box;
  if (radius > 0) {
    context.beginPath();
    context.roundRect(x, y, width, height, Math.min(radius, width / 2));
  }
  if (fill !== undefined) {
    context.fillStyle = fill;
    if (radius > 0) context.fill();
    else context.fillRect(x, y, width, height);
  }
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  if (radius > 0) context.stroke();
  else context.strokeRect(x, y, width, height);
}
