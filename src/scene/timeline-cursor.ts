import { dayOf, yearOf, type Day } from './timeline-days.js';
import { countBetween, type TimelineLayout } from './timeline.js';
import type { TimelineText } from './timeline-texts.js';

/** Where the keys are: a text of a row, or a column of a lane that shows densities. */
export interface TimelineCursor {
  readonly lane: number;
  /** Among all rows; -1: in a lane that shows densities. */
  readonly row: number;
  /** Place of the text in its row; in a density the first year of the column. */
  readonly at: number;
}

/** What the keys move in. */
export interface CursorGround {
  readonly layout: TimelineLayout;
  readonly open: readonly boolean[];
  /** Years that a column stands for. */
  readonly bin: number;
}

/** The texts of a row in the order of time. */
export function rowTexts({ starts, order, texts }: TimelineLayout, row: number): readonly TimelineText[] {
  const found: TimelineText[] = [];
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) found.push(...(texts.chains[order[at] ?? 0]?.texts ?? []));
  return found;
}

/** The first years of the columns of a lane that count something. */
export function columnsOf({ layout, bin }: CursorGround, lane: number): readonly number[] {
  const years: number[] = [];
  const end = layout.firstYear + layout.years;
  for (let year = Math.floor(layout.firstYear / bin) * bin; year < end; year += bin)
    if (countBetween(layout, lane, year, year + bin - 1) > 0) years.push(year);
  return years;
}

const dayOfText = ({ texts: { last } }: TimelineLayout, { shape, from }: TimelineText): Day => (shape === 'ahead' ? last + 1 : from);

/** The day that a cursor stands at. */
export function cursorDay(ground: CursorGround, { row, at }: TimelineCursor): Day {
  if (row < 0) return dayOf(at + Math.floor(ground.bin / 2));
  const text = rowTexts(ground.layout, row)[at];
  return text ? dayOfText(ground.layout, text) : ground.layout.texts.today;
}

const nearest = (days: readonly Day[], day: Day): number => {
  let best = 0;
  days.forEach((one, at) => {
    if (Math.abs(one - day) < Math.abs((days[best] ?? Infinity) - day)) best = at;
  });
  return best;
};

/** The cursor of a row, or of a density, that is nearest to a day. */
export function cursorNear(ground: CursorGround, lane: number, row: number, day: Day): TimelineCursor | undefined {
  const { layout, open } = ground;
  if (!layout.lanes[lane]) return undefined;
  if (open[lane] !== true) {
    const years = columnsOf(ground, lane);
    // A lane of nothing but drafts still has a name to stop at
    return {
      lane,
      row: -1,
      at:
        years[
          nearest(
            years.map((year) => dayOf(year + Math.floor(ground.bin / 2))),
            day,
          )
        ] ?? yearOf(day),
    };
  }
  const texts = rowTexts(layout, row);
  return texts.length === 0
    ? undefined
    : {
        lane,
        row,
        at: nearest(
          texts.map((text) => dayOfText(layout, text)),
          day,
        ),
      };
}

/** The first or last row of a lane. */
function ofLane(ground: CursorGround, lane: number, day: Day, isLast = false): TimelineCursor | undefined {
  const { firstRow = 0, rows = 0 } = ground.layout.lanes[lane] ?? {};
  return cursorNear(ground, lane, isLast ? firstRow + rows - 1 : firstRow, day);
}

/** A cursor of another day that still stands on something; else the nearest that does: lanes and rows may have gone. */
export function settled(ground: CursorGround, cursor: TimelineCursor): TimelineCursor | undefined {
  const lane = Math.min(cursor.lane, ground.layout.lanes.length - 1);
  const { firstRow = 0, rows = 0 } = ground.layout.lanes[lane] ?? {};
  if (lane < 0) return undefined;
  if (ground.open[lane] !== true) {
    const day = cursor.row < 0 ? dayOf(cursor.at + Math.floor(ground.bin / 2)) : cursorDay(ground, cursor);
    return cursorNear(ground, lane, -1, day);
  }
  const row = Math.max(firstRow, Math.min(firstRow + rows - 1, cursor.row));
  if (cursor.row < 0) return cursorNear(ground, lane, row, dayOf(cursor.at));
  const count = rowTexts(ground.layout, row).length;
  return count === 0 ? ofLane(ground, lane, ground.layout.texts.today) : { lane, row, at: Math.min(cursor.at, count - 1) };
}

function sideways(ground: CursorGround, cursor: TimelineCursor, step: number): TimelineCursor {
  const { lane, row, at } = cursor;
  if (row < 0) {
    const years = columnsOf(ground, lane);
    const place = Math.max(0, Math.min(years.length - 1, years.indexOf(at) + step));
    return { lane, row, at: years[place] ?? at };
  }
  const last = rowTexts(ground.layout, row).length - 1;
  return { lane, row, at: Math.max(0, Math.min(last, at + step)) };
}

function upOrDown(ground: CursorGround, cursor: TimelineCursor, step: 1 | -1): TimelineCursor | undefined {
  const { firstRow = 0, rows = 0 } = ground.layout.lanes[cursor.lane] ?? {};
  const day = cursorDay(ground, cursor);
  const row = cursor.row + step;
  if (cursor.row >= 0 && row >= firstRow && row < firstRow + rows) return cursorNear(ground, cursor.lane, row, day);
  return ofLane(ground, cursor.lane + step, day, step < 0);
}

/**
 * Where a key leads: sideways along a row in time, up and down to what is nearest in time, Home and End to the ends of a row, with Control to
 * the first and last lane, Page Up and Page Down to another lane. Time runs from left to right in every language, and so do the keys.
 *
 * @returns undefined for keys that lead nowhere
 */
export function movedCursor(ground: CursorGround, cursor: TimelineCursor, key: string, ctrl: boolean): TimelineCursor | undefined {
  const day = cursorDay(ground, cursor);
  switch (key) {
    case 'ArrowLeft':
      return sideways(ground, cursor, -1);
    case 'ArrowRight':
      return sideways(ground, cursor, 1);
    case 'Home':
      return ctrl ? ofLane(ground, 0, day) : sideways(ground, cursor, -1e6);
    case 'End':
      return ctrl ? ofLane(ground, ground.layout.lanes.length - 1, day, true) : sideways(ground, cursor, 1e6);
    case 'ArrowUp':
      return upOrDown(ground, cursor, -1) ?? cursor;
    case 'ArrowDown':
      return upOrDown(ground, cursor, 1) ?? cursor;
    case 'PageUp':
      return ofLane(ground, cursor.lane - 1, day) ?? cursor;
    case 'PageDown':
      return ofLane(ground, cursor.lane + 1, day) ?? cursor;
    default:
      return undefined;
  }
}
