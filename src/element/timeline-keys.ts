import type { TimelineSheet } from '../render/timeline-sheet.js';
import { binOf } from '../render/timeline-density.js';
import { placedRow } from '../render/timeline-bars.js';
import type { TimelineHit } from '../render/timeline-picture.js';
import { cameraKey } from '../interact/keys.js';
import { cursorNear, movedCursor, rowTexts, settled, type CursorGround, type TimelineCursor } from '../scene/timeline-cursor.js';
import { countBetween, type TimelineLayout } from '../scene/timeline.js';
import { dayOf, yearOf, type Day } from '../scene/timeline-days.js';
import { xOf } from '../scene/timeline-window.js';
import type { PanelContext } from './parts/context.js';
import type { CursorProps, OverlayBox } from './parts/timeline-overlay.js';
import { laneName, textName } from './parts/timeline-words.js';
import type { TimelinePlace } from './timeline-place.js';
import { timelineMessages } from './messages-timeline.js';

/** What the keys need of the timeline. */
export interface TimelineKeysHost {
  readonly place: TimelinePlace;
  readonly sheet: () => TimelineSheet | undefined;
  readonly scroll: () => HTMLElement | undefined;
  readonly redraw: () => void;
  readonly select: (id: string | null, add: boolean) => void;
  readonly zoomBy: (factor: number) => void;
  readonly showAll: () => void;
}

/** Room that stays around what the keys have led to, CSS px. */
const AIR = 24;

/** Where the keys are in a timeline, and where they lead. */
export class TimelineKeys {
  readonly #host: TimelineKeysHost;
  #cursor: TimelineCursor | undefined;

  constructor(host: TimelineKeysHost) {
    this.#host = host;
  }

  /** The stop of Tab as it is drawn; undefined where nothing is shown. */
  cursor(context: PanelContext, sheet: TimelineSheet, selected: readonly string[]): CursorProps | undefined {
    const ground = groundOf(sheet);
    const { today } = sheet.layout.texts;
    const cursor = (this.#cursor = this.#cursor
      ? settled(ground, this.#cursor)
      : (settled(ground, { lane: 0, row: -1, at: yearOf(today) }) ?? undefined));
    if (!cursor) return undefined;
    const { lane, row, at } = cursor;
    if (row < 0) {
      const name = this.columnName(context, sheet, lane, dayOf(at)) ?? this.#laneName(context, sheet, lane);
      return { key: `${sheet.layout.by} ${String(lane)} ${String(at)}`, name, isSelected: false, box: columnBox(sheet, cursor) };
    }
    const placed = placedRow(sheet, row)[at];
    if (!placed) return undefined;
    const isSelected = selected.includes(placed.text.standard.id);
    const { selected: word } = timelineMessages;
    const name = [textName(context, placed.text), ...(isSelected ? [word] : [])].join(', ');
    return {
      key: `${placed.text.standard.id} ${placed.text.edition.id} ${String(row)}`,
      name,
      isSelected,
      box: barBox(sheet, cursor, placed),
    };
  }

  /** What a column of a density counts; undefined where it counts nothing. */
  columnName(context: PanelContext, sheet: TimelineSheet, lane: number, day: Day): string | undefined {
    const { layout } = sheet;
    const bin = binOf(sheet.window.pxPerDay);
    const from = Math.floor(yearOf(Math.floor(day)) / bin) * bin;
    const n = countBetween(layout, lane, from, from + bin - 1);
    const timeline = timelineMessages;
    const name = laneName(context, layout, layout.lanes[lane]?.id ?? '');
    const ahead = layout.lanes[lane]?.ahead ?? 0;
    if (day > sheet.ground.last)
      return ahead > 0 ? timeline.aheadColumn(name, { n: ahead, text: context.format.number(ahead) }) : undefined;
    if (n === 0) return undefined;
    const years = timeline.years(String(from), String(Math.min(from + bin - 1, layout.firstYear + layout.years - 1)));
    return timeline.column(name, years, { n, text: context.format.number(n) });
  }

  #laneName(context: PanelContext, sheet: TimelineSheet, lane: number): string {
    const { layout } = sheet;
    return this.columnName(context, sheet, lane, sheet.ground.last + 1) ?? laneName(context, layout, layout.lanes[lane]?.id ?? '');
  }

  /** Opens a lane at a day: the years of its column fill the view. */
  into(lane: number, day: Day): void {
    const sheet = this.#host.sheet();
    if (!sheet) return;
    const { place } = this.#host;
    const bin = Math.max(2, binOf(sheet.window.pxPerDay));
    place.setOpen(lane, true);
    if (day <= sheet.ground.last) {
      const from = Math.floor(yearOf(Math.floor(day)) / bin) * bin;
      place.show(dayOf(from) - 60, dayOf(from + bin) + 60);
    }
    const after = this.#host.sheet();
    const { firstRow = 0 } = sheet.layout.lanes[lane] ?? {};
    if (after) this.#cursor = nearestRow(groundOf(after), lane, firstRow, day) ?? this.#cursor;
    this.#show();
  }

  /** Selects what the keys are at; of a density, opens its lane there. */
  readonly pick = (add: boolean): void => {
    const [sheet, cursor] = [this.#host.sheet(), this.#cursor];
    if (!sheet || !cursor) return;
    if (cursor.row < 0) {
      this.into(cursor.lane, dayOf(cursor.at) + 1);
      this.#focus();
      return;
    }
    const placed = placedRow(sheet, cursor.row)[cursor.at];
    if (placed) this.#host.select(placed.text.standard.id, add);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const sheet = this.#host.sheet();
    if (!sheet || !this.#cursor || event.altKey || event.metaKey) return;
    const zoom = cameraKey(event);
    if (event.key === 'Escape') this.#host.select(null, false);
    else if (zoom?.kind === 'zoom') this.#host.zoomBy(zoom.factor);
    else if (zoom?.kind === 'fit') this.#host.showAll();
    else {
      const cursor = movedCursor(groundOf(sheet), this.#cursor, event.key, event.ctrlKey);
      if (!cursor) return;
      this.#cursor = cursor;
      this.#show();
    }
    event.preventDefault();
    this.#focus();
  };

  /** Brings the first of these into view, where its lane shows bars, and the keys to it. */
  reveal(layout: TimelineLayout, selected: readonly string[]): void {
    const sheet = this.#host.sheet();
    const id = selected.at(-1);
    // Where the keys are already, or the pointer has picked it, nothing moves
    if (!sheet || id === undefined || this.#standardAt(sheet) === id) return;
    const found = layout.lanes.findIndex((_, lane) => sheet.stack.open[lane] === true && rowOf(layout, lane, id) >= 0);
    if (found < 0) return;
    const row = rowOf(layout, found, id);
    const texts = placedRow(sheet, row);
    const at = texts.findLastIndex(({ text }) => text.standard.id === id && text.shape !== 'mark');
    this.#cursor = { lane: found, row, at: Math.max(0, at) };
    this.#show();
  }

  /** Puts the keys where the pointer has picked a text; one out of view comes into it. */
  at(hit: TimelineHit): void {
    const sheet = this.#host.sheet();
    if (!sheet || !hit.placed) return;
    const { placed, lane, row } = hit;
    const at = placedRow(sheet, row).findIndex(({ text }) => text === placed.text);
    this.#cursor = { lane, row, at: Math.max(0, at) };
    if (placed.right < 0 || placed.left > sheet.ground.width) this.#show();
  }

  #standardAt(sheet: TimelineSheet): string | undefined {
    const cursor = this.#cursor && settled(groundOf(sheet), this.#cursor);
    return cursor && cursor.row >= 0 ? rowTexts(sheet.layout, cursor.row)[cursor.at]?.standard.id : undefined;
  }

  /** Brings what the keys are at into view, moving no more than needed. */
  #show(): void {
    const [sheet, cursor, scroll] = [this.#host.sheet(), this.#cursor, this.#host.scroll()];
    if (!sheet || !cursor || !scroll) return;
    const placed = cursor.row < 0 ? undefined : placedRow(sheet, cursor.row)[cursor.at];
    const box = placed ? barBox(sheet, cursor, placed, false) : columnBox(sheet, cursor);
    const { width } = sheet.ground;
    // Of a long bar its beginning
    const right = Math.min(box.left + box.width, box.left + width - 2 * AIR);
    if (box.left < AIR) this.#host.place.pan(box.left - AIR);
    else if (right > width - AIR) this.#host.place.pan(right - width + AIR);
    this.#host.redraw();
    if (box.top < scroll.scrollTop + AIR) scroll.scrollTop = box.top - AIR;
    else if (box.top + box.height > scroll.scrollTop + scroll.clientHeight - AIR)
      scroll.scrollTop = box.top + box.height - scroll.clientHeight + AIR;
    this.#host.redraw();
  }

  /** The stop of Tab is another element at every place: the focus goes along. */
  #focus(): void {
    this.#host.redraw();
    this.#host.scroll()?.querySelector<HTMLElement>('.timeline-cursor')?.focus({ preventScroll: true });
  }
}

const groundOf = ({ layout, stack, window }: TimelineSheet): CursorGround => ({ layout, open: stack.open, bin: binOf(window.pxPerDay) });

/** The row of a lane in which a standard stands; -1 where it stands in none. */
function rowOf({ lanes, starts, order, texts, catalogue }: TimelineLayout, lane: number, id: string): number {
  const { firstRow = 0, rows = 0 } = lanes[lane] ?? {};
  for (let row = firstRow; row < firstRow + rows; row++)
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++)
      if (catalogue.standards[texts.chains[order[at] ?? 0]?.standard ?? -1]?.id === id) return row;
  return -1;
}

/** The first row of a lane whose text comes next to a day. */
function nearestRow(ground: CursorGround, lane: number, firstRow: number, day: Day): TimelineCursor | undefined {
  const { rows = 0 } = ground.layout.lanes[lane] ?? {};
  const { layout } = ground;
  let best: { readonly cursor: TimelineCursor; readonly far: number } | undefined;
  for (let row = firstRow; row < firstRow + rows; row++) {
    const chain = layout.texts.chains[layout.order[layout.starts[row] ?? 0] ?? 0];
    const far = Math.abs((chain?.from ?? 0) - day);
    if (best && far >= best.far) continue;
    const cursor = cursorNear(ground, lane, row, day);
    if (cursor) best = { cursor, far };
  }
  return best?.cursor;
}

function columnBox({ stack, metrics, window, ground }: TimelineSheet, { lane, at }: TimelineCursor): OverlayBox {
  const bin = binOf(window.pxPerDay);
  const left = Math.max(0, xOf(window, Math.max(dayOf(at), ground.first)));
  const right = xOf(window, Math.min(dayOf(at + bin), ground.last));
  return { left, top: (stack.tops[lane] ?? 0) + metrics.strip, width: Math.max(24, right - left), height: metrics.density };
}

/** @param isCut to the part in view: a ring around a bar of a hundred years is none */
function barBox(
  { stack, metrics, layout, ground }: TimelineSheet,
  { lane, row }: TimelineCursor,
  { left, right }: { readonly left: number; readonly right: number },
  isCut = true,
): OverlayBox {
  const top = (stack.tops[lane] ?? 0) + metrics.strip + (row - (layout.lanes[lane]?.firstRow ?? 0)) * metrics.row;
  const [from, to] = isCut ? [Math.max(0, left), Math.min(ground.width, right)] : [left, right];
  return { left: from, top, width: Math.max(6, to - from), height: metrics.row };
}
