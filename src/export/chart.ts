import { escapeXml, tag } from '../render/xml.js';
import { PAPER } from './paper.js';
import { rgbOf, type Raster } from './raster.js';

/** What a chart is made of: boxes and texts, CSS px. */
export type ChartShape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      /** `#rrggbb`. */
      readonly fill: string;
      readonly edge?: { readonly color: string; readonly width: number } | undefined;
      /** What it stands for, as a tooltip. */
      readonly title?: string | undefined;
    }
  | {
      readonly kind: 'text';
      readonly x: number;
      /** Middle of the line. */
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly fill?: string | undefined;
      readonly anchor?: 'start' | 'middle' | 'end' | undefined;
      readonly bold?: boolean | undefined;
      /** Degrees, clockwise around its place. */
      readonly turned?: number | undefined;
    };

/** A chart that is laid out. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly ChartShape[];
}

/** Baseline below the middle of a line, heights of its text. */
const BASELINE = 0.35;

function element(shape: ChartShape): string {
  if (shape.kind === 'box') {
    const { x, y, width, height, fill, edge, title } = shape;
    const body = title === undefined ? '' : tag('title', {}, escapeXml(title));
    return tag('rect', { x, y, width, height, fill, ...(edge && { stroke: edge.color, 'stroke-width': edge.width }) }, body);
  }
  const { x, y, text, size, fill = PAPER.foreground, anchor, bold, turned } = shape;
  const place = turned === undefined ? {} : { transform: `rotate(${String(turned)} ${String(x)} ${String(y)})` };
  const looks = {
    fill,
    'font-size': size,
    'font-weight': bold ? '600' : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  };
  return tag('text', { x, y: y + BASELINE * size, ...looks, ...place }, escapeXml(text));
}

/** A chart as a picture of its own: real text, no script, link or style sheet; dataset text only as text. @param title its name */
export function chartSvg({ width, height, shapes }: Chart, title: string): string {
  const frame = { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${String(width)} ${String(height)}`, width, height, role: 'img' };
  const ground = tag('rect', { width, height, fill: '#ffffff' });
  return tag('svg', { ...frame, 'font-family': PAPER.font }, [tag('title', {}, escapeXml(title)), ground, ...shapes.map(element)].join(''));
}

/** The boxes of a chart as pixels: what a program without SVG shows in its place. Texts need a font, which only a page has. */
export function chartRaster({ width, height, shapes }: Chart): Raster {
  const [across, down] = [Math.ceil(width), Math.ceil(height)];
  const rgb = new Uint8Array(3 * across * down).fill(255);
  const fill = (left: number, top: number, right: number, bottom: number, color: string): void => {
    const [red, green, blue] = rgbOf(color);
    for (let y = Math.max(0, Math.round(top)); y < Math.min(down, Math.round(bottom)); y++)
      for (let x = Math.max(0, Math.round(left)); x < Math.min(across, Math.round(right)); x++)
        rgb.set([red, green, blue], 3 * (y * across + x));
  };
  for (const shape of shapes) {
    if (shape.kind === 'text') continue;
    const { x, y, edge } = shape;
    const half = (edge?.width ?? 0) / 2;
    const [right, bottom] = [x + shape.width, y + shape.height];
    if (edge) fill(x - half, y - half, right + half, bottom + half, edge.color);
    fill(x + half, y + half, right - half, bottom - half, shape.fill);
  }
  return { width: across, height: down, rgb };
}
