import type { TimelineLayout } from '../scene/timeline.js';
import {
  boundWindow,
  laneAt,
  showsBars,
  stackOf,
  wholeWindow,
  xOf,
  zoomed,
  type LaneStack,
  type TimelineGround,
  type TimelineWindow,
} from '../scene/timeline-window.js';
import { groundFor, sizesFor, type TimelineSizes } from './timeline-geometry.js';
import { latestOf } from '../analysis/day.js';

/** Where the reader is in a timeline: the period in view, and which lanes are open. Kept while other presentations are shown. */
export class TimelinePlace {
  #layout: TimelineLayout | undefined;
  #isWhole = true;
  /** Lanes that the reader has opened or closed, by what lanes stand for and their id. */
  readonly #chosen = new Map<string, boolean>();
  #window: TimelineWindow = { from: 0, pxPerDay: 1 };
  #ground: TimelineGround = { first: 0, last: 1, width: 1, ahead: 0 };
  #sizes: TimelineSizes = sizesFor(0, 0, false);
  #stack: LaneStack = { open: [], tops: new Float64Array(1) };

  get window(): TimelineWindow {
    return this.#window;
  }
  get ground(): TimelineGround {
    return this.#ground;
  }
  get sizes(): TimelineSizes {
    return this.#sizes;
  }
  get stack(): LaneStack {
    return this.#stack;
  }
  /** Height of all lanes, CSS px. */
  get height(): number {
    return this.#stack.tops.at(-1) ?? 0;
  }

  /** What a zoom without a pointer goes around, CSS px: today while it is in view, else the middle. */
  get middle(): number {
    const today = this.#layout ? xOf(this.#window, this.#layout.texts.today) : -1;
    return today >= 0 && today <= this.#ground.width ? today : this.#ground.width / 2;
  }

  /** Takes over what is shown and how much room there is; another catalogue begins with its whole time. */
  fit(layout: TimelineLayout, width: number, viewHeight: number, isCoarse: boolean): void {
    if (!this.#layout || latestOf(layout.catalogue) !== latestOf(this.#layout.catalogue)) {
      this.#isWhole = true;
      this.#chosen.clear();
    }
    const before = this.#ground.width;
    this.#layout = layout;
    this.#sizes = sizesFor(width, viewHeight / Math.max(1, layout.lanes.length), isCoarse);
    this.#ground = groundFor((layout.latest ?? layout).texts, Math.max(1, width - this.#sizes.names));
    const { from, pxPerDay } = this.#window;
    // Another width shows the same period
    this.#window = this.#isWhole
      ? wholeWindow(this.#ground)
      : boundWindow(this.#ground, { from, pxPerDay: (pxPerDay * this.#ground.width) / before });
    this.#restack();
  }

  /** Everything `factor` times as wide around a px of the drawing. */
  zoom(at: number, factor: number): void {
    this.#set(zoomed(this.#ground, this.#window, at, factor));
  }

  /** Time goes so many CSS px to the left. */
  pan(px: number): void {
    const { from, pxPerDay } = this.#window;
    this.#set(boundWindow(this.#ground, { from: from + px / pxPerDay, pxPerDay }));
  }

  /** Shows a period, as wide as fits. */
  show(from: number, to: number): void {
    this.#set(boundWindow(this.#ground, { from, pxPerDay: this.#ground.width / Math.max(1, to - from) }));
  }

  showAll(): void {
    this.#set(wholeWindow(this.#ground));
  }

  isOpen(lane: number): boolean {
    return this.#stack.open[lane] === true;
  }

  /** Opens or closes a lane, whatever the zoom. */
  setOpen(lane: number, isOpen: boolean): void {
    const found = this.#layout?.lanes[lane];
    if (!found || !this.#layout) return;
    this.#chosen.set(`${this.#layout.by} ${found.id}`, isOpen);
    this.#restack();
  }

  /** What is at a height now, to find it again with `heightOf` when lanes have opened or closed. */
  anchor(y: number): { readonly lane: number; readonly share: number } {
    const lane = laneAt(this.#stack, y);
    const top = this.#stack.tops[lane] ?? 0;
    return { lane, share: (y - top) / Math.max(1, (this.#stack.tops[lane + 1] ?? 1) - top) };
  }

  heightOf({ lane, share }: { readonly lane: number; readonly share: number }): number {
    const top = this.#stack.tops[lane] ?? 0;
    return top + share * ((this.#stack.tops[lane + 1] ?? top) - top);
  }

  #set(window: TimelineWindow): void {
    this.#window = window;
    this.#isWhole = window.pxPerDay <= wholeWindow(this.#ground).pxPerDay;
    this.#restack();
  }

  #restack(): void {
    const layout = this.#layout;
    if (!layout) return;
    const days = (this.#ground.width - this.#ground.ahead) / this.#window.pxPerDay;
    const isNear = showsBars(layout, days);
    this.#stack = stackOf(
      layout,
      (lane) => this.#chosen.get(`${layout.by} ${layout.lanes[lane]?.id ?? ''}`) ?? isNear,
      this.#sizes.metrics,
    );
  }
}
