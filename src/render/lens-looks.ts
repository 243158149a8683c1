import { FADED, PLAIN, SELECTED } from '../scene/codes.js';
import type { Theme } from '../scene/theme.js';
import type { Look } from './marks.js';

/** Bands of candidates, strongest first: told apart by width and by pattern, and by strength only besides. Lengths in CSS px. */
const BANDS = [
  { width: 2.8, dash: [], opacity: 1, behind: 0.25 },
  { width: 1.7, dash: [8, 4], opacity: 0.75, behind: 0.18 },
  { width: 1.2, dash: [1.5, 3.5], opacity: 0.7, behind: 0.14 },
] as const;

/** Widths follow the zoom a little: far out many links share little room. */
const scaleAt = (k: number): number => Math.min(1, Math.max(0.5, 0.41 + 0.62 * k));

/**
 * Width of the rim in the colour of the ground that lifts a selected or a high candidate from those it crosses, CSS px; 0 for none. From near,
 * where links have room, high ones need none.
 */
export function casingOf(band: number, emphasis: number, k: number): number {
  if (emphasis === SELECTED) return 2;
  return band === 0 && emphasis !== FADED ? scaleAt(k) * Math.min(1, Math.max(0, 1.6 - k)) : 0;
}

/** The look of candidates of a band and an emphasis (codes as in the scene) at a zoom. */
export function candidateLook(theme: Theme, band: number, emphasis: number, k: number): Look {
  const { dash, opacity, behind, ...full } = BANDS[band] ?? BANDS[2];
  const width = full.width * scaleAt(k);
  if (emphasis === FADED) return { stroke: theme.overlap, width: width / 2 + 0.25, dash, opacity: behind };
  if (emphasis === PLAIN) return { stroke: theme.overlap, width, dash, opacity };
  return { stroke: theme.overlap, width: width + (emphasis === SELECTED ? 1 : 0.5), dash, opacity: 1 };
}

/** Height of the number in a topic's sign, CSS px. */
export const GAP_TEXT = 11;

/** The look of a topic's sign and the ink of its number: a strong rim where gaps are, a broken and quieter one where cells are thin only. */
export const gapLook = (theme: Theme, gaps: number, faded: boolean): Look & { readonly ink: string } => ({
  fill: theme.background,
  stroke: theme.gap,
  width: gaps > 0 ? 3.5 : 1.75,
  dash: gaps > 0 ? [] : [4, 3],
  opacity: faded ? 0.35 : 1,
  ink: gaps > 0 ? theme.foreground : theme.muted,
});

/** Corners of a topic's sign at a zoom: of 13 px, less where topics stand close together, never too small for its number. */
export function hexagon(x: number, y: number, k: number): readonly (readonly [number, number])[] {
  const radius = Math.min(13, Math.max(10, 3 + 20 * k));
  return ([-1, -0.5, 0.5, 1, 0.5, -0.5] as const).map((dx, i) => {
    const dy = i === 0 || i === 3 ? 0 : i < 3 ? -0.866 : 0.866;
    return [x + dx * radius, y + dy * radius];
  });
}
