/** A piece of the timeline's picture, CSS px from the top left corner; colours as the theme has them. Canvas and SVG draw the same list. */
export type TimelineShape =
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string | undefined;
      readonly stroke?: string | undefined;
      readonly line?: number;
      readonly dash?: readonly number[];
      /** 0–1; default 1. */
      readonly opacity?: number;
      readonly radius?: number;
      /** Name of what it stands for: a tooltip of the SVG. */
      readonly title?: string;
    }
  | {
      readonly kind: 'path';
      /** x0, y0, x1, y1, … */
      readonly points: readonly number[];
      readonly stroke: string;
      readonly line: number;
      readonly dash?: readonly number[];
      readonly opacity?: number;
    }
  | {
      readonly kind: 'text';
      /** Start, middle or end of the text, by `anchor`. */
      readonly x: number;
      /** Middle of its height. */
      readonly y: number;
      readonly text: string;
      readonly fill: string;
      readonly size: number;
      readonly bold?: boolean;
      readonly anchor?: 'start' | 'middle' | 'end';
      /** Colour of a rim that keeps it readable on what lies below. */
      readonly rim?: string;
    };

/** Where the parts of a bar end that fades: slices of falling opacity, so that canvas and SVG need no gradient. */
const SLICE = 5;
const MOST_SLICES = 14;

/**
 * The slices of a soft edge.
 *
 * @param from,to px; the edge is full at `from` and nothing at `to`, whichever lies to the left
 * @returns left edges, widths and opacities from 1 to 0
 */
export function slices(from: number, to: number): readonly (readonly [x: number, width: number, opacity: number])[] {
  const count = Math.max(1, Math.min(MOST_SLICES, Math.round(Math.abs(to - from) / SLICE)));
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [from + i * step, from + (i + 1) * step];
    return [Math.min(a, b), Math.abs(step), 1 - (i + 0.5) / count] as const;
  });
}
