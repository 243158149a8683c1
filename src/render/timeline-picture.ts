import { laneAt } from '../scene/timeline-window.js';
import { drawGround } from './timeline-axis.js';
import { awaySide, drawRow, placedRow, type PlacedText } from './timeline-bars.js';
import { drawDensity } from './timeline-density.js';
import type { TimelineShape } from './timeline-shapes.js';
import type { Draw, TimelineSheet } from './timeline-sheet.js';

function drawLane(draw: Draw, sheet: TimelineSheet, lane: number, top: number, viewHeight: number): void {
  const { stack, metrics, layout, ground, theme } = sheet;
  const { strip, row, density, gap } = metrics;
  const bottom = top + (stack.tops[lane + 1] ?? 0) - (stack.tops[lane] ?? 0) - gap;
  const body = top + strip;
  if (stack.open[lane]) {
    const { firstRow = 0, rows = 0 } = layout.lanes[lane] ?? {};
    const first = Math.max(0, Math.floor(-body / row));
    const last = Math.min(rows, Math.ceil((viewHeight - body) / row));
    for (let at = first; at < last; at++) drawRow(draw, sheet, placedRow(sheet, firstRow + at), body + at * row);
  } else drawDensity(draw, sheet, lane, body, density);
  draw({ kind: 'path', points: [0, bottom + gap / 2, ground.width, bottom + gap / 2], stroke: theme.link, line: 1, opacity: 0.7 });
}

/** What the lanes show between two heights, CSS px from the top of the first lane; drawn from the top of the picture. */
export function laneShapes(sheet: TimelineSheet, from: number, height: number): readonly TimelineShape[] {
  const shapes: TimelineShape[] = [];
  const draw: Draw = (shape) => shapes.push(shape);
  drawGround(draw, sheet, height);
  const { tops } = sheet.stack;
  const first = laneAt(sheet.stack, from);
  for (let lane = Math.max(0, first); lane < tops.length - 1 && (tops[lane] ?? 0) < from + height; lane++)
    drawLane(draw, sheet, lane, (tops[lane] ?? 0) - from, height);
  return shapes;
}

/** How far from the edge the name of a row that is out of view is taken for it, CSS px. */
const NAMED = 180;

/** A text, or a column of a density, at a point. */
export interface TimelineHit {
  readonly lane: number;
  /** Its row among all rows; -1 in a lane that shows densities. */
  readonly row: number;
  readonly placed?: PlacedText;
}

/**
 * What is at a point: the nearest text of the row, no farther than `reach` CSS px to either side; undefined outside of all lanes.
 *
 * @param y CSS px from the top of the first lane
 */
export function timelineHit(sheet: TimelineSheet, x: number, y: number, reach: number): TimelineHit | undefined {
  const { stack, metrics, layout } = sheet;
  const lane = laneAt(stack, y);
  const found = layout.lanes[lane];
  if (!found || y < 0 || y >= (stack.tops[lane + 1] ?? 0)) return undefined;
  const at = Math.floor((y - (stack.tops[lane] ?? 0) - metrics.strip) / metrics.row);
  if (!stack.open[lane]) return { lane, row: -1 };
  if (at < 0 || at >= found.rows) return undefined;
  const row = found.firstRow + at;
  const texts = placedRow(sheet, row);
  const side = awaySide(texts, sheet.ground.width);
  // A row that is out of view is named at the edge
  if (side !== 0) {
    const placed = side === 1 ? texts[0] : texts.at(-1);
    const isNamed = side === 1 ? x >= sheet.ground.width - NAMED : x <= NAMED;
    return { lane, row, ...(placed && isNamed && { placed }) };
  }
  const distance = ({ left, right }: PlacedText): number => Math.max(left - x, x - right, 0);
  let best: PlacedText | undefined;
  for (const placed of texts) {
    const isMark = placed.text.shape === 'mark';
    // A mark lies on the bar that it adds to
    const isNearer = best === undefined || distance(placed) < distance(best) || (isMark && distance(placed) <= 3);
    if (isNearer && distance(placed) <= reach) best = placed;
  }
  return { lane, row, ...(best && { placed: best }) };
}
