import { inkOf, word } from './inks.js';

/** Resolves colours through a canvas: its own spelling of them where that is plain, else a pixel drawn with them. */
export function resolver(context: CanvasRenderingContext2D): (color: string) => number {
  return (color) => {
    const known = inkOf(color);
    if (known !== undefined) return known;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = 1;
    context.fillStyle = '#000000';
    context.fillStyle = color;
    const { fillStyle } = context;
    const spelled = typeof fillStyle === 'string' ? inkOf(fillStyle) : undefined;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = spelled === undefined ? context.getImageData(0, 0, 1, 1).data : [];
    context.restore();
    return spelled ?? word(red, green, blue);
  };
}
