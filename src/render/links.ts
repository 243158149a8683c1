import { FADED, NEAR, OWNS, PART_OF, PLAIN, RELATION } from '../scene/codes.js';
import type { Theme } from '../scene/theme.js';
import type { Look } from './marks.js';

/** Zooms between which the links of committees to their standards come in: further out their territory says it. */
const OWNS_FROM = 0.9;
const OWNS_FULL = 1.6;

/** Zooms between which the links among committees come in: further out the territory of their SDO says it. */
const PARTS_FROM = 0.1;
const PARTS_FULL = 0.35;

const ramp = (k: number, from: number, full: number): number => Math.min(1, Math.max(0, (k - from) / (full - from)));

/** Opacity and width of a kind of link. */
function weightOf(kind: number, emphasis: number, k: number, across: boolean): readonly [opacity: number, width: number] {
  const owns = ramp(k, OWNS_FROM, OWNS_FULL);
  if (emphasis === FADED) return [0.08 * (kind === OWNS ? owns : kind === PART_OF ? ramp(k, PARTS_FROM, PARTS_FULL) : 1), 1];
  // A committee may own hundreds of standards: its links stay behind the relations, of which there are few.
  if (emphasis >= NEAR) return kind === RELATION ? [0.8, 1.6] : kind === OWNS ? [0.4, 1] : [0.7, 1.25];
  if (kind === PART_OF) return [0.65 * ramp(k, PARTS_FROM, PARTS_FULL), 1.25];
  if (kind === RELATION) return across ? [0.6, 1.25] : [0.4, 0.9];
  return kind === OWNS ? [0.4 * owns, 0.75] : [0.3, 0.75];
}

/** The look of links of one kind and emphasis (codes as in the scene) at a zoom. @param across a relation between two SDOs */
export function linkLook(theme: Theme, kind: number, emphasis: number, k: number, across = false): Look {
  const [opacity, width] = weightOf(kind, emphasis, k, across);
  const stroke = emphasis === NEAR ? theme.selection : across ? theme.foreground : kind === RELATION ? theme.muted : theme.link;
  return { stroke, width, opacity, dash: kind === RELATION ? [5, 3] : [] };
}

/** Shares of a hue in the grounds of territories of level 0 and 1, and in their outlines. */
const GROUND_TINTS = [0.07, 0.11] as const;
const OUTLINE_TINTS = [0.4, 0.22] as const;
/** Zooms between which the outlines of committees come in; their ground is there before. */
const OUTLINE_FROM = 0.6;
const OUTLINE_FULL = 1;

/** The look of a territory at a zoom: its hue and how much of it its ground and its outline of 1 px have, 0–1. */
export function groundLook(
  theme: Theme,
  level: 0 | 1,
  slot: number,
  k: number,
): { readonly hue: string; readonly fill: number; readonly rim: number } {
  const share = level === 0 ? 1 : ramp(k, OUTLINE_FROM, OUTLINE_FULL);
  const rim = OUTLINE_TINTS[level] * share;
  return { hue: slot === 0 ? theme.muted : (theme.hues[slot - 1] ?? theme.muted), fill: GROUND_TINTS[level], rim };
}

/** Zoom from which links by way of hidden standards are drawn: further out relations are summed up by committees. */
export const INDIRECT_FROM = 1.5 / 5.5;

/** The look of a link by way of hidden standards: dots, quieter than what is declared of the two themselves. */
export function indirectLook(theme: Theme, emphasis: number): Look {
  const stroke = emphasis === NEAR ? theme.selection : theme.muted;
  return { stroke, width: 1.5, opacity: emphasis === FADED ? 0.12 : emphasis === NEAR ? 0.8 : 0.65, dash: [1.5, 4] };
}

/** Half the distance between the two lines of a link that says “coordinated”, CSS px. */
export const APART = 1.5;

/** The look of either of the two lines that join what is coordinated, whatever the lens: an equals sign, straight and quiet. */
export const coordinationLook = (theme: Theme, emphasis: number): Look => ({
  stroke: emphasis > PLAIN ? theme.foreground : theme.muted,
  width: 1,
  dash: [],
  opacity: emphasis === FADED ? 0.15 : emphasis === PLAIN ? 0.6 : 0.9,
});
