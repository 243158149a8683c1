import { ticksOf, type Tick } from '../scene/timeline-days.js';
import { dayAt, xOf } from '../scene/timeline-window.js';
import { drawChangeGround, drawChangeLabel } from './timeline-changes.js';
import type { Draw, TimelineSheet } from './timeline-sheet.js';

/** Words of the axis. */
export interface AxisWords {
  /** What is written at a tick: `2019`, `May`, `23`. */
  readonly tick: (tick: Tick) => string;
  /** The larger unit that ticks lie in: `2019` over months, `May 2019` over days; of a day as a date. */
  readonly context: (date: string) => string;
  /** `As of 22 Aug 2026` */
  readonly today: string;
  /** What lies ahead, the longest first: `In preparation, no date`, `No date`. */
  readonly ahead: readonly string[];
  /** What lies behind the line of a past day: `Later: not shown`. Default nothing. */
  readonly later?: string | undefined;
}

/** Height of the axis, CSS px. */
export const AXIS_HEIGHT = 44;
const SIZE = 12;
const SMALL = 11;

/** Least distance of two ticks that leaves room for their texts, CSS px. */
const leastOf = (sheet: TimelineSheet): number => sheet.widthOf('2000', SIZE) + 12;

const ticks = (sheet: TimelineSheet): readonly Tick[] => {
  const { window, ground } = sheet;
  return ticksOf(Math.floor(window.from), Math.min(ground.last, Math.ceil(dayAt(window, ground.width))), window.pxPerDay, leastOf(sheet));
};

/** Distance of the lines of a hatch, CSS px. */
const HATCH = 12;

/** What lies behind the line of a past day is hatched: nothing is known there yet. */
function drawLater(draw: Draw, { window, ground, theme, layout }: TimelineSheet, height: number): void {
  const left = Math.max(0, xOf(window, layout.texts.today));
  if (!layout.latest || left >= ground.width) return;
  draw({ kind: 'box', x: left, y: 0, width: ground.width - left, height, fill: theme.muted, opacity: 0.08 });
  for (let at = Math.ceil(left / HATCH) * HATCH; at < ground.width + height; at += HATCH) {
    const [top, bottom] = [Math.max(0, at - ground.width), Math.min(height, at - left)];
    if (bottom > top) draw({ kind: 'path', points: [at - top, top, at - bottom, bottom], stroke: theme.muted, line: 1, opacity: 0.22 });
  }
}

/** Lines of ticks, the ground of what is ahead, and today, over a height of CSS px. */
export function drawGround(draw: Draw, sheet: TimelineSheet, height: number): void {
  const { window, ground, theme, layout } = sheet;
  const ahead = xOf(window, ground.last);
  if (ahead < ground.width) draw({ kind: 'box', x: ahead, y: 0, width: ground.width - ahead, height, fill: theme.muted, opacity: 0.1 });
  drawChangeGround(draw, sheet, height);
  for (const { day, major } of ticks(sheet)) {
    const x = Math.round(xOf(window, day)) + 0.5;
    draw({ kind: 'path', points: [x, 0, x, height], stroke: theme.link, line: 1, opacity: major ? 0.55 : 0.25 });
  }
  drawLater(draw, sheet, height);
  const today = Math.round(xOf(window, layout.texts.today)) + 0.5;
  if (today >= 0 && today <= ground.width) draw({ kind: 'path', points: [today, 0, today, height], stroke: theme.focus, line: 2 });
}

/** The larger units over the ticks: each where it begins, and the one that the left edge lies in. */
function drawContext(draw: Draw, sheet: TimelineSheet, words: AxisWords, all: readonly Tick[], until: number): void {
  const { window, theme } = sheet;
  const [first] = all;
  if (!first || first.date.length <= 4) return;
  const written = all.filter(({ major }) => major).map(({ day, date }) => ({ x: xOf(window, day), text: words.context(date) }));
  if ((written[0]?.x ?? Infinity) > 2) written.unshift({ x: 0, text: words.context(dateBefore(sheet, first)) });
  written.forEach(({ x, text }, i) => {
    const left = Math.max(4, x + 4);
    const right = left + sheet.widthOf(text, SIZE) + 6;
    if (right <= Math.min(until, written[i + 1]?.x ?? Infinity))
      draw({ kind: 'text', x: left, y: 12, text, fill: theme.foreground, size: SIZE, bold: true });
  });
}

const dateBefore = ({ window }: TimelineSheet, { date }: Tick): string =>
  new Date(Math.floor(window.from) * 86_400_000).toISOString().slice(0, date.length);

/** The axis: ticks with their texts, today, and what lies ahead. */
export function drawAxis(draw: Draw, sheet: TimelineSheet, words: AxisWords): void {
  const { window, ground, theme, layout } = sheet;
  const all = ticks(sheet);
  const ahead = xOf(window, ground.last);
  const today = xOf(window, layout.texts.today);
  const base = AXIS_HEIGHT;
  if (ahead < ground.width)
    draw({ kind: 'box', x: ahead, y: 0, width: ground.width - ahead, height: base, fill: theme.muted, opacity: 0.1 });
  const todayWidth = sheet.widthOf(words.today, SMALL);
  const isTodayIn = today >= 0 && today <= ground.width;
  const todayLeft = isTodayIn ? Math.max(2, today - todayWidth - 6) : Infinity;
  drawChangeGround(draw, sheet, base);
  drawContext(draw, sheet, words, all, todayLeft);
  if (!all[0] || all[0].date.length <= 4) drawChangeLabel(draw, sheet, todayLeft, SMALL);
  for (const tick of all) {
    const x = xOf(window, tick.day);
    const text = words.tick(tick);
    const width = sheet.widthOf(text, SIZE);
    draw({ kind: 'path', points: [x, base - 6, x, base], stroke: theme.muted, line: tick.major ? 2 : 1 });
    // A text begins at its line, as its year does, and ends before the axis does
    if (x + 4 + width <= Math.min(ground.width, ahead))
      draw({ kind: 'text', x: x + 4, y: base - 12, text, fill: tick.major ? theme.foreground : theme.muted, size: SIZE, bold: tick.major });
  }
  if (isTodayIn) {
    // No line goes through the name of a year
    const crosses = all.some((tick) => {
      const left = xOf(window, tick.day) + 4;
      return left - 3 < today && today < left + sheet.widthOf(words.tick(tick), SIZE) + 3;
    });
    draw({ kind: 'path', points: [today, 0, today, crosses ? base - 12 - SIZE / 2 - 3 : base], stroke: theme.focus, line: 2 });
    draw({ kind: 'text', x: todayLeft, y: 12, text: words.today, fill: theme.foreground, size: SMALL, rim: theme.background });
  }
  const { later } = words;
  if (later !== undefined && isTodayIn && sheet.widthOf(later, SMALL) <= ground.width - today - 8)
    draw({ kind: 'text', x: today + 6, y: 12, text: later, fill: theme.muted, size: SMALL });
  const aheadText = words.ahead.find((text) => sheet.widthOf(text, SMALL) <= ground.width - ahead - 8);
  if (aheadText !== undefined) draw({ kind: 'text', x: ahead + 6, y: base - 12, text: aheadText, fill: theme.foreground, size: SMALL });
  draw({ kind: 'path', points: [0, base - 0.5, ground.width, base - 0.5], stroke: theme.link, line: 1 });
}
