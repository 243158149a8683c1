import { dayOf, yearOf } from '../scene/timeline-days.js';
import { countBetween, type TimelineLayout } from '../scene/timeline.js';
import { xOf } from '../scene/timeline-window.js';
import { huesOf, type Draw, type TimelineSheet } from './timeline-sheet.js';

/** Years that one column can stand for. */
const BINS = [1, 2, 5, 10, 20, 50, 100] as const;
/** Least width of a column, CSS px: room for three digits. */
const LEAST = 25;
const SIZE = 10;
/** Weakest shade. */
const PALE = 0.35;

/** Years a column stands for at a zoom. */
export const binOf = (pxPerDay: number): number => BINS.find((years) => years * 365.25 * pxPerDay >= LEAST) ?? 100;

/** The most texts of a lane, and of any lane, that a column has; whatever is in view, so that panning changes no height. */
const memo = new WeakMap<TimelineLayout, Map<number, { readonly lanes: readonly number[]; readonly all: number }>>();

function mostOf(layout: TimelineLayout, bin: number): { readonly lanes: readonly number[]; readonly all: number } {
  const known = memo.get(layout)?.get(bin);
  if (known) return known;
  const first = Math.floor(layout.firstYear / bin) * bin;
  const lanes = layout.lanes.map((_, lane) => {
    let most = 0;
    for (let year = first; year < layout.firstYear + layout.years; year += bin)
      most = Math.max(most, countBetween(layout, lane, year, year + bin - 1));
    return most;
  });
  const most = { lanes, all: lanes.reduce((a, b) => Math.max(a, b), 1) };
  memo.set(layout, (memo.get(layout) ?? new Map<number, typeof most>()).set(bin, most));
  return most;
}

/** Columns of a lane: height by the lane's own most, shade by the most of all lanes, the number above; `top` and `height` of its body in CSS px. */
export function drawDensity(draw: Draw, sheet: TimelineSheet, lane: number, top: number, height: number): void {
  const { layout, window, ground, theme, number } = sheet;
  const bin = binOf(window.pxPerDay);
  // A past day has the scale of the latest: columns grow in place
  const { lanes, all } = mostOf(layout.latest ?? layout, bin);
  const tallest = height - SIZE - 4;
  const { fill, edge } = huesOf(sheet, sheet.laneSlot(lane));
  const base = top + height;
  const end = layout.latest ? Math.min(ground.last, layout.texts.today) : ground.last;
  const from = Math.max(layout.firstYear, yearOf(Math.floor(window.from)));
  const to = Math.min(layout.firstYear + layout.years - 1, yearOf(Math.ceil(window.from + ground.width / window.pxPerDay)));
  for (let year = Math.floor(from / bin) * bin; year <= to; year += bin) {
    const count = countBetween(layout, lane, year, year + bin - 1);
    if (count === 0) continue;
    const left = Math.max(-1, xOf(window, Math.max(dayOf(year), layout.texts.first)));
    const right = Math.min(ground.width, xOf(window, Math.min(dayOf(year + bin), end)));
    const tall = Math.max(2, (tallest * count) / (lanes[lane] ?? 1));
    const width = Math.max(2, right - left - 1);
    draw({ kind: 'box', x: left, y: base - tall, width, height: tall, fill, opacity: PALE + ((1 - PALE) * count) / all });
    draw({ kind: 'path', points: [left, base - tall, left + width, base - tall], stroke: edge, line: 1.5 });
    const text = number(count);
    if (sheet.widthOf(text, SIZE) <= width)
      draw({
        kind: 'text',
        x: left + width / 2,
        y: base - tall - SIZE / 2 - 2,
        text,
        fill: theme.foreground,
        size: SIZE,
        anchor: 'middle',
      });
  }
  drawAheadCount(draw, sheet, layout.lanes[lane]?.ahead ?? 0, top, height);
}

/** How many texts are in preparation, in the room ahead of today. */
function drawAheadCount(draw: Draw, { window, ground, theme, number }: TimelineSheet, count: number, top: number, height: number): void {
  const left = xOf(window, ground.last);
  const [width, tall] = [Math.min(44, ground.ahead - 8), 18];
  // Where there is no room for a digit, or no width yet, the room stays empty
  if (count === 0 || left > ground.width || width < SIZE) return;
  const y = top + (height - tall) / 2;
  draw({ kind: 'box', x: left + 6, y, width, height: tall, fill: theme.background, stroke: theme.foreground, line: 1.5, radius: 4 });
  draw({ kind: 'text', x: left + 6 + width / 2, y: y + tall / 2, text: number(count), fill: theme.foreground, size: 11, anchor: 'middle' });
}
