import { periodOf, withPeriod, type Period } from '../analysis/period.js';
import { yearOf } from '../scene/timeline-days.js';
import { dayAt, xOf } from '../scene/timeline-window.js';
import { dayOf } from '../scene/timeline-days.js';
import type { TimelinePlace } from './timeline-place.js';

/** Years that a date of a dataset can have. @source model/value.ts */
export const YEARS = { least: 1865, most: 2199 } as const;
/** Years that a key moves an end of the period by. */
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -5, PageUp: 5 };

/** What the period needs of the timeline. */
export interface TimelinePeriodHost {
  readonly place: TimelinePlace;
  /** The filter in force. */
  readonly filter: () => string;
  readonly setFilter: (filter: string) => void;
  readonly redraw: () => void;
}

/** The period that the filter asks for: brushed on the axis, moved by its handles. */
export class TimelinePeriod {
  readonly #host: TimelinePeriodHost;
  /** A period that is being chosen. */
  #brushed: Period | undefined;

  constructor(host: TimelinePeriodHost) {
    this.#host = host;
  }

  /** The period as it is shown: the one being chosen, else that of the filter. */
  get shown(): Period | undefined {
    return this.#brushed ?? periodOf(this.#host.filter());
  }

  /** Ends a choice under way. */
  cancel(): void {
    this.#brushed = undefined;
  }

  /** @param stretch of the axis, CSS px; undefined: the reader has changed their mind */
  readonly brush = (stretch: readonly [number, number] | undefined, isDone: boolean): void => {
    const { window, ground } = this.#host.place;
    const year = (x: number): number => yearOf(Math.floor(Math.min(ground.last, dayAt(window, Math.max(0, Math.min(ground.width, x))))));
    const [a = 0, b = 0] = stretch?.map(year) ?? [];
    const period = stretch && { from: Math.min(a, b), to: Math.max(a, b) };
    this.#brushed = isDone ? undefined : period;
    if (isDone && period) this.#set(period);
    this.#host.redraw();
  };

  /** The px at which the other end of the period stands while one of its handles is dragged; undefined for what is no handle. */
  readonly otherEnd = (pressed: EventTarget | null): number | undefined => {
    const period = this.shown;
    if (!(pressed instanceof HTMLElement) || !pressed.classList.contains('handle') || !period) return undefined;
    const { window, ground } = this.#host.place;
    const isFrom = pressed.classList.contains('from');
    const day = isFrom
      ? period.to === null
        ? ground.last
        : dayOf(period.to, 7)
      : period.from === null
        ? ground.first
        : dayOf(period.from, 7);
    // Farther away than the edge, an end would become the edge
    return xOf(window, day);
  };

  /** A key on one of the handles; they do not pass each other. */
  readonly onKey = (end: 'from' | 'to', event: KeyboardEvent): void => {
    const period = periodOf(this.#host.filter());
    const step = STEPS[event.key];
    if (!period || step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const { ground } = this.#host.place;
    const other = period[end === 'from' ? 'to' : 'from'];
    const year = (period[end] ?? yearOf(end === 'from' ? ground.first : ground.last)) + step;
    const bound = other === null ? year : end === 'from' ? Math.min(year, other) : Math.max(year, other);
    this.#set({ ...period, [end]: Math.max(YEARS.least, Math.min(YEARS.most, bound)) });
  };

  #set(period: Period): void {
    this.#host.setFilter(withPeriod(this.#host.filter(), period));
  }
}
