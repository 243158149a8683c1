import type { Theme } from '../scene/theme.js';
import type { Size } from './camera.js';
import { RIGHT_TO_LEFT } from './fonts.js';
import type { TimelineShape } from './timeline-shapes.js';
import { escapeXml, pair, tag } from './xml.js';

/** Baseline below the middle of a line, heights of its text. */
const BASELINE = 0.35;
/** A CSS colour as computed styles and palettes write it; never an address. */
const COLOUR = /^(?!url)#?[a-z0-9-]+(\([-\w.,%/+# ]*\))?$/i;

const colour = (value: string | undefined): string | undefined => {
  if (value !== undefined && !COLOUR.test(value)) throw new RangeError(`timelineSVG: expected a CSS colour, got ${JSON.stringify(value)}`);
  return value;
};
const share = (opacity: number | undefined): string | undefined => (opacity === undefined || opacity >= 1 ? undefined : opacity.toFixed(2));

function element(shape: TimelineShape): string {
  if (shape.kind === 'text') {
    const isBackwards = RIGHT_TO_LEFT.test(shape.text);
    // From right to left a text starts at its right end
    const anchor = isBackwards && shape.anchor !== 'middle' ? (shape.anchor === 'end' ? 'start' : 'end') : shape.anchor;
    return tag(
      'text',
      {
        x: shape.x,
        y: shape.y + BASELINE * shape.size,
        fill: colour(shape.fill),
        'font-size': shape.size,
        'font-weight': shape.bold ? '600' : undefined,
        'text-anchor': anchor,
        ...(isBackwards && { direction: 'rtl', 'unicode-bidi': 'embed' }),
        ...(shape.rim !== undefined && {
          stroke: colour(shape.rim),
          'stroke-width': '3',
          'stroke-linejoin': 'round',
          'paint-order': 'stroke',
        }),
      },
      escapeXml(shape.text),
    );
  }
  const looks = {
    stroke: colour(shape.stroke),
    'stroke-width': shape.stroke === undefined ? undefined : `${shape.line ?? 1}`,
    'stroke-dasharray': shape.dash?.join(' '),
    opacity: share(shape.opacity),
  };
  if (shape.kind === 'path') {
    const points = Array.from({ length: shape.points.length / 2 }, (_, i) => pair(shape.points[2 * i] ?? 0, shape.points[2 * i + 1] ?? 0));
    return tag('path', { d: `M${points.join('L')}`, fill: 'none', ...looks });
  }
  const { x, y, width, height, radius, fill, title } = shape;
  const body = title === undefined ? '' : tag('title', {}, escapeXml(title));
  return tag('rect', { x, y, width, height, rx: radius, fill: colour(fill) ?? 'none', ...looks }, body);
}

/**
 * The shapes of a timeline as a picture of its own: real text, no script, link, style sheet or address; dataset text only as text.
 *
 * @param title name of the picture
 * @returns well-formed XML; equal shapes give equal text
 * @throws RangeError when a colour is none, or the size is below 1 × 1
 */
export function timelineSVG(shapes: readonly TimelineShape[], theme: Theme, { width, height }: Size, title: string): string {
  if (!(width >= 1 && height >= 1 && Number.isFinite(width + height)))
    throw new RangeError(`timelineSVG: expected a size of 1 × 1 px or more, got ${String(width)} × ${String(height)}`);
  const body = [
    tag('title', {}, escapeXml(title)),
    tag('rect', { class: 'background', width, height, fill: colour(theme.background) }),
    ...shapes.map(element),
  ];
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' };
  return tag('svg', { ...frame, 'font-family': theme.font, direction: 'ltr' }, body.join(''));
}
