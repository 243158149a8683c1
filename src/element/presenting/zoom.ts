import type { View } from '../../state/state.js';

/** Size of a surface in CSS px. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/** The screen that the numbers below are for, CSS px. */
const SCREEN: Size = { width: 1920, height: 1080 };
/**
 * How many times larger each view is on such a screen than on a page: names of standards of 10.8 px, rows of 13 px and headings of 13 px become 22 px and more, which
 * is read at 5 m on a screen of 1.2 m. @source 22 px of 1080 on 0.68 m are 14 mm, 9.5 arc minutes at 5 m; letters of 5 are the least that a good eye reads
 */
const ZOOM: Readonly<Record<View, number>> = { graph: 2.05, timeline: 2.05, table: 1.75, matrix: 1.9 };
/** Where everything is to stand on one screen, the view is made smaller as far as this. */
const LEAST: Readonly<Partial<Record<View, number>>> = { matrix: 1.45, table: 1.3 };
/** Where there is less than fills a screen, the view is made larger as far as this. */
const GREATEST: Readonly<Partial<Record<View, number>>> = { table: 2.4 };

/** How large things are on a surface. */
export interface Zoom {
  /** A hundredth of the width of the largest screen of 16 : 9 that fits, CSS px. */
  readonly unit: number;
  /** How many times larger than on a page the view is; 1 and more, to a hundredth. */
  readonly zoom: number;
}

/**
 * The sizes of a surface.
 *
 * @param most zoom at which all of the view is to be seen; where it can be shown whole by being a little smaller, it is; absent: not known
 */
export function zoomOf(view: View, { width, height }: Size, most?: number): Zoom {
  const share = Math.min(width / SCREEN.width, height / SCREEN.height);
  const [least, greatest] = [LEAST[view] ?? ZOOM[view], GREATEST[view] ?? ZOOM[view]];
  const wanted = share * (most === undefined ? ZOOM[view] : Math.min(greatest, Math.max(least, most / share)));
  return { unit: Math.round(share * SCREEN.width) / 100, zoom: Math.max(1, Math.floor(100 * wanted + 1e-6) / 100) };
}
