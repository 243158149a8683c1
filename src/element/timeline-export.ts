import { AXIS_HEIGHT } from '../render/timeline-axis.js';
import { lineageShapes, MOST_LINEAGE_ROWS } from '../render/timeline-lineage.js';
import { laneShapes } from '../render/timeline-picture.js';
import type { TimelineShape } from '../render/timeline-shapes.js';
import type { TimelineSheet } from '../render/timeline-sheet.js';
import { timelineSVG } from '../render/timeline-svg.js';
import type { TimelineLineage } from '../scene/timeline-lineage.js';
import { axisShapes } from './timeline-drawing.js';
import type { PanelContext } from './parts/context.js';
import { laneName } from './parts/timeline-words.js';
import { timelineMessages } from './messages-timeline.js';

/** Highest picture, CSS px: what is longer is cut, and says so. */
const HIGHEST = 8000;
const TITLE = 30;
/** Least room for the names of lanes beside the drawing of a picture, CSS px. */
const NAMES = 170;
const SIZE = 12;

const moved = (shapes: readonly TimelineShape[], dx: number, dy: number): readonly TimelineShape[] =>
  shapes.map((shape) =>
    shape.kind === 'path'
      ? { ...shape, points: shape.points.map((value, i) => value + (i % 2 === 0 ? dx : dy)) }
      : { ...shape, x: shape.x + dx, y: shape.y + dy },
  );

/** A text that fits: its end gives way to three dots. */
function cut(sheet: TimelineSheet, text: string, width: number): string {
  if (sheet.widthOf(text, SIZE) <= width) return text;
  let end = Math.min(text.length, 80);
  while (end > 1 && sheet.widthOf(`${text.slice(0, end)}…`, SIZE) > width) end--;
  return `${text.slice(0, end)}…`;
}

/** The timeline as it is in view, with all of its lanes, as a picture of its own: real text, a title, and the names of the lanes. */
export function timelinePicture(context: PanelContext, sheet: TimelineSheet, lineage: TimelineLineage, title: string): string {
  const { theme, layout, stack, metrics, ground } = sheet;
  const words = timelineMessages;
  const all = stack.tops.at(-1) ?? 0;
  const height = Math.max(1, Math.min(HIGHEST, all));
  const names = metrics.strip === 0 ? NAMES : 0;
  const top = TITLE + AXIS_HEIGHT;
  const shapes: TimelineShape[] = [
    {
      kind: 'text',
      x: 8,
      y: TITLE / 2,
      text: title || `${context.catalogue.dataset.title}: ${words.name(words.lanesBy[layout.by])}`,
      fill: theme.foreground,
      size: 15,
      bold: true,
    },
    ...moved(axisShapes(context, sheet), names, TITLE),
    ...moved(laneShapes(sheet, 0, height), names, top),
    // What begins before the period in view does not run into the names
    ...(names > 0 ? [{ kind: 'box', x: 0, y: TITLE, width: names, height: AXIS_HEIGHT + height, fill: theme.background } as const] : []),
  ];
  layout.lanes.forEach(({ id, standards }, lane) => {
    const y = top + (stack.tops[lane] ?? 0);
    if (y >= top + height) return;
    const text = `${laneName(context, layout, id)} (${context.format.number(standards)})`;
    shapes.push({
      kind: 'text',
      x: 8,
      y: y + 14,
      text: cut(sheet, text, names > 0 ? names - 16 : ground.width - 16),
      fill: theme.foreground,
      size: SIZE,
      bold: true,
    });
  });
  let bottom = top + height;
  if (all > height) {
    const text = words.cut(context.format.number(height), context.format.number(Math.round(all)));
    shapes.push({ kind: 'text', x: 8, y: bottom + 14, text, fill: theme.foreground, size: SIZE });
    bottom += 28;
  }
  if (lineage.rows.length > 0) {
    shapes.push({ kind: 'text', x: 8, y: bottom + 14, text: words.lineage, fill: theme.foreground, size: SIZE, bold: true });
    shapes.push(...moved(lineageShapes(sheet, lineage), names, bottom + 28));
    bottom += 28 + Math.min(MOST_LINEAGE_ROWS, lineage.rows.length) * metrics.row + 8;
  }
  return timelineSVG(shapes, theme, { width: names + ground.width, height: bottom }, title || context.catalogue.dataset.title);
}
