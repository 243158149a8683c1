import type { TimelineLineage } from '../scene/timeline-lineage.js';
import { drawGround } from './timeline-axis.js';
import { drawRow, type PlacedText } from './timeline-bars.js';
import type { TimelineShape } from './timeline-shapes.js';
import { extentOf, type Draw, type TimelineSheet } from './timeline-sheet.js';

/** Most standards that are drawn; the others are counted. */
export const MOST_LINEAGE_ROWS = 7;

function placedChains(sheet: TimelineSheet, { rows }: TimelineLineage, at: number): readonly PlacedText[] {
  const chains = rows[at]?.chains ?? [];
  return chains
    .flatMap((chain) => chain.texts.map((text) => ({ text, slot: sheet.slotOf(chain.standard), ...extentOf(sheet, text) })))
    .sort((a, b) => a.left - b.left);
}

/** From the last bar of what was superseded to the first of what superseded it. */
function drawLink(draw: Draw, sheet: TimelineSheet, from: readonly PlacedText[], to: readonly PlacedText[], y: number, y2: number): void {
  const [last, first] = [from.at(-1), to[0]];
  if (!last || !first) return;
  const { row } = sheet.metrics;
  const [x, x2] = [last.right, first.left];
  const bend = Math.min(x, x2) - 8;
  const [start, end] = [y + row / 2, y2 + row / 2];
  draw({
    kind: 'path',
    // Round the newer one's beginning, whichever stands farther left
    points: x <= x2 ? [x, start, x2, start, x2, end] : [x, start, x, (start + end) / 2, bend, (start + end) / 2, bend, end, x2, end],
    stroke: sheet.theme.selection,
    line: 2,
  });
}

/** The lineage of what is selected, a row a standard, with lines from what was superseded to what superseded it. */
export function lineageShapes(sheet: TimelineSheet, lineage: TimelineLineage): readonly TimelineShape[] {
  const shapes: TimelineShape[] = [];
  const draw: Draw = (shape) => shapes.push(shape);
  const rows = lineage.rows.slice(0, MOST_LINEAGE_ROWS);
  const { row } = sheet.metrics;
  drawGround(draw, sheet, rows.length * row + 4);
  const placed = rows.map((_, at) => placedChains(sheet, lineage, at));
  for (const [older, newer] of lineage.links)
    if (older < rows.length && newer < rows.length)
      drawLink(draw, sheet, placed[older] ?? [], placed[newer] ?? [], older * row + 2, newer * row + 2);
  rows.forEach((_, at) => {
    const own = placed[at] ?? [];
    // Editions that follow each other without meeting belong together all the same
    own.slice(1).forEach((next, i) => {
      const before = own[i];
      const y = at * row + 2 + row / 2;
      if (before && next.left > before.right && next.text.shape !== 'mark')
        draw({ kind: 'path', points: [before.right, y, next.left, y], stroke: sheet.theme.selection, line: 2 });
    });
    drawRow(draw, sheet, own, at * row + 2);
  });
  return shapes;
}
