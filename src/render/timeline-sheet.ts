import { ENDINGS, type Ending, type TimelineText } from '../scene/timeline-texts.js';
import type { TimelineLayout } from '../scene/timeline.js';
import { xOf, type LaneMetrics, type LaneStack, type TimelineGround, type TimelineWindow } from '../scene/timeline-window.js';
import type { Theme } from '../scene/theme.js';
import { inkOf } from './inks.js';
import type { TimelineChanges } from './timeline-lens.js';
import type { TimelineShape } from './timeline-shapes.js';

/** Everything the parts of a timeline's picture share. */
export interface TimelineSheet {
  readonly layout: TimelineLayout;
  readonly window: TimelineWindow;
  readonly ground: TimelineGround;
  readonly stack: LaneStack;
  readonly metrics: LaneMetrics;
  readonly theme: Theme;
  /** Palette slot of a standard, by its place in the catalogue; 0: neutral. */
  readonly slotOf: (standard: number) => number;
  /** Palette slot of a lane, where colours stand for what lanes stand for; else 0. */
  readonly laneSlot: (lane: number) => number;
  readonly selected: ReadonlySet<string>;
  /** The lens for changes; absent while it is off. */
  readonly changes?: TimelineChanges | undefined;
  /** Width of a text, CSS px. */
  readonly widthOf: (text: string, size: number) => number;
  /** A count as the reader's language writes it. */
  readonly number: (value: number) => string;
  /** A draft's stage in words: `enquiry 40.20`; empty where the catalogue gives none. */
  readonly stage: (text: TimelineText) => string;
  /** Full name of a text. */
  readonly name: (text: TimelineText) => string;
}

/** Where a text stands from left to right, CSS px; its soft edges lie within. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** Least width of a bar, CSS px. */
const LEAST = 3;
/** Room at the sides of what is ahead, CSS px. */
const AHEAD_MARGIN = 6;
/** Nothing is drawn farther than this beyond the edges, CSS px. */
const BEYOND = 40;

/** Where a text stands; px far outside of the view are cut off. */
export function extentOf({ window, ground }: Pick<TimelineSheet, 'window' | 'ground'>, text: TimelineText): Extent {
  const end = xOf(window, ground.last);
  if (text.shape === 'ahead') return { left: end + AHEAD_MARGIN, right: end + ground.ahead - AHEAD_MARGIN };
  const left = xOf(window, text.from);
  const right = Math.max(left + LEAST, xOf(window, text.shape === 'mark' ? text.fromLast + 1 : text.toLast));
  const within = (x: number): number => Math.max(-BEYOND, Math.min(ground.width + BEYOND, x));
  return { left: within(left), right: within(right) };
}

/** Fill and edge of a slot. */
export const huesOf = ({ theme }: Pick<TimelineSheet, 'theme'>, slot: number): { readonly fill: string; readonly edge: string } => ({
  fill: slot === 0 ? theme.muted : (theme.hues[slot - 1] ?? theme.muted),
  edge: slot === 0 ? theme.muted : (theme.outlines[slot - 1] ?? theme.foreground),
});

const linear = (byte: number): number => {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

/** Luminance at which black and white text have the same contrast. @source WCAG 2.2, contrast ratio */
const EVEN = 0.179;

/** Black or white, whichever is easier to read on a colour. */
export function inkOn(color: string, theme: Theme): string {
  const ink = inkOf(color);
  if (ink === undefined) return theme.foreground;
  const [red, green, blue] = [ink & 255, (ink >> 8) & 255, (ink >> 16) & 255].map(linear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0) > EVEN ? '#000000' : '#ffffff';
}

/** Whether an end is soft because nobody knows its day. */
export const isUnknownEnd = (ending: Ending): boolean => ENDINGS.indexOf(ending) >= ENDINGS.indexOf('unknown');

export type Draw = (shape: TimelineShape) => void;
