import { render } from 'lit';
import { AXIS_HEIGHT } from '../render/timeline-axis.js';
import { timelineHit, type TimelineHit } from '../render/timeline-picture.js';
import type { TimelineSheet } from '../render/timeline-sheet.js';
import { dayAt } from '../scene/timeline-window.js';
import type { PanelContext } from './parts/context.js';
import { columnTip, placeTip, timelineTip } from './parts/timeline-overlay.js';
import type { TimelineElements } from './timeline-drawing.js';
import type { TimelineKeys } from './timeline-keys.js';

/** How far from a bar a pointer may be, CSS px. */
const REACH = { fine: 6, coarse: 14 } as const;

/** What the pointer needs of the timeline; undefined parts while there is none. */
export interface TimelinePointerHost {
  readonly keys: TimelineKeys;
  readonly elements: () => TimelineElements | undefined;
  readonly context: () => PanelContext | undefined;
  readonly sheet: () => TimelineSheet | undefined;
  /** The pointer rests on another standard, or on none. */
  readonly onHover: (id: string | null) => void;
}

/** What is under the pointer, and the tooltip that tells of it. */
export class TimelinePointer {
  readonly #host: TimelinePointerHost;
  #hovered: string | null = null;

  constructor(host: TimelinePointerHost) {
    this.#host = host;
  }

  /** What is at a point of the surface, CSS px. */
  hit(x: number, y: number): TimelineHit | undefined {
    const [sheet, elements] = [this.#host.sheet(), this.#host.elements()];
    const reach = matchMedia('(pointer: coarse)').matches ? REACH.coarse : REACH.fine;
    return sheet && elements && timelineHit(sheet, x, y + elements.scroll.scrollTop, reach);
  }

  readonly hover = (point: { readonly x: number; readonly y: number } | null): void => {
    const [elements, context, sheet] = [this.#host.elements(), this.#host.context(), this.#host.sheet()];
    if (!elements || !context || !sheet) return;
    const hit = point && this.hit(point.x, point.y);
    const text = hit?.placed?.text;
    const isColumn = hit?.row === -1 && point;
    const column = isColumn ? this.#host.keys.columnName(context, sheet, hit.lane, dayAt(sheet.window, point.x)) : undefined;
    render(text ? timelineTip(context, text) : column === undefined ? null : columnTip(column), elements.tip);
    elements.surface.classList.toggle('over', text !== undefined || column !== undefined);
    const tip = elements.tip.querySelector<HTMLElement>('.tooltip');
    if (tip && point) placeTip(tip, point.x + elements.surface.offsetLeft, point.y + AXIS_HEIGHT, elements.sheet);
    const id = text?.standard.id ?? null;
    if (id === this.#hovered) return;
    this.#hovered = id;
    this.#host.onHover(id);
  };

  /** The timeline is gone. */
  leave(): void {
    this.#hovered = null;
  }
}
