import type { TimelineLayout } from './timeline.js';
import type { Day } from './timeline-days.js';

/** The period that is in view. */
export interface TimelineWindow {
  /** The day at the left edge, with its fraction. */
  readonly from: Day;
  readonly pxPerDay: number;
}

/** What time is drawn on, CSS px. */
export interface TimelineGround {
  /** Axis: first and last day. */
  readonly first: Day;
  readonly last: Day;
  readonly width: number;
  /** Room behind the last day for what is ahead without a date: it has no scale. */
  readonly ahead: number;
}

/** Nearest zoom: a month fills 360 px. */
const NEAREST = 12;

/** The window that shows the whole axis. */
export function wholeWindow({ first, last, width, ahead }: TimelineGround): TimelineWindow {
  return { from: first, pxPerDay: Math.max(1, width - ahead) / Math.max(1, last - first) };
}

/** The window nearest to this one that keeps to the axis. */
export function boundWindow(ground: TimelineGround, { from, pxPerDay }: TimelineWindow): TimelineWindow {
  const whole = wholeWindow(ground);
  const k = Math.min(Math.max(NEAREST, whole.pxPerDay), Math.max(whole.pxPerDay, pxPerDay));
  const latest = ground.last - (ground.width - ground.ahead) / k;
  return { from: Math.max(ground.first, Math.min(latest, from)), pxPerDay: k };
}

/** What stood at px `at` stays there, everything `factor` times as wide. */
export function zoomed(ground: TimelineGround, { from, pxPerDay }: TimelineWindow, at: number, factor: number): TimelineWindow {
  const k = Math.min(NEAREST, Math.max(wholeWindow(ground).pxPerDay, pxPerDay * factor));
  return boundWindow(ground, { from: from + at / pxPerDay - at / k, pxPerDay: k });
}

/** Px from the left edge of a day; the day of a px. */
export const xOf = ({ from, pxPerDay }: TimelineWindow, day: Day): number => (day - from) * pxPerDay;
export const dayAt = ({ from, pxPerDay }: TimelineWindow, x: number): Day => from + x / pxPerDay;

/** Heights of the parts of a lane, CSS px. */
export interface LaneMetrics {
  readonly row: number;
  /** A lane that shows densities. */
  readonly density: number;
  /** Above the rows of each lane: room for its name where there is none beside it. */
  readonly strip: number;
  /** Below each lane. */
  readonly gap: number;
  /** Least height of a lane without its strip: its name stands beside it. */
  readonly least: number;
}

/** Where the lanes stand. */
export interface LaneStack {
  /** Whether each lane shows its bars; else its density. */
  readonly open: readonly boolean[];
  /** Top of each lane from that of the first, and below the last one: the height of all; CSS px. */
  readonly tops: Float64Array;
}

/** Days in view from which on every lane shows its bars: eight years. */
const NEAR_DAYS = 8 * 366;
/** Rows that are shown as bars at any zoom. */
const MOST_ROWS = 150;

/** Whether the lanes show bars of themselves: when there are 150 rows or fewer, or eight years or fewer are in view. */
export const showsBars = ({ rows }: Pick<TimelineLayout, 'rows'>, days: number): boolean => days <= NEAR_DAYS || rows <= MOST_ROWS;

/** Lanes one below the other. */
export function stackOf(
  { lanes }: Pick<TimelineLayout, 'lanes'>,
  isOpen: (lane: number) => boolean,
  { row, density, strip, gap, least }: LaneMetrics,
): LaneStack {
  const tops = new Float64Array(lanes.length + 1);
  const open = lanes.map((_, lane) => isOpen(lane));
  lanes.forEach(({ rows }, lane) => {
    const body = open[lane] ? Math.max(least, rows * row) : density;
    tops[lane + 1] = (tops[lane] ?? 0) + strip + body + gap;
  });
  return { open, tops };
}

/** The lane at a height from the top of the first; the last one below all, -1 where there is none. */
export function laneAt({ tops }: LaneStack, y: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return tops.length < 2 ? -1 : low;
}
