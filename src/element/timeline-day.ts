import { dayShown, latestOf } from '../analysis/day.js';
import { visible, visibleSet } from '../analysis/visible.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { timelineOfDay } from '../scene/timeline-day.js';
import { timeline, type TimelineLayout } from '../scene/timeline.js';
import type { PresentationData } from './presentation.js';

/** The layout of the day that is shown: of a past one in the rows of the latest, so that nothing moves while the day does. */
export class TimelineDay {
  #latest: readonly StandardId[] | undefined;
  #room: ReadonlySet<StandardId> = new Set();
  #shown: ReadonlySet<StandardId> | undefined;
  #layout: TimelineLayout | undefined;

  of(catalogue: Catalogue, { shown, state }: PresentationData): TimelineLayout {
    const { filter, lanes } = state;
    const isKnown = this.#layout?.catalogue === catalogue && this.#shown === shown && this.#layout.by === lanes;
    if (this.#layout && isKnown) return this.#layout;
    this.#shown = shown;
    this.#layout =
      dayShown(catalogue) === ''
        ? timeline(catalogue, shown, lanes)
        : timelineOfDay(catalogue, shown, this.#roomFor(visible(latestOf(catalogue), filter), shown), lanes);
    return this.#layout;
  }

  /** Standards that keep their rows whatever the day: what the filter shows of the latest, and what it has shown of past days. */
  #roomFor(latest: readonly StandardId[], shown: ReadonlySet<StandardId>): ReadonlySet<StandardId> {
    if (this.#latest !== latest) {
      this.#latest = latest;
      this.#room = visibleSet(latest);
    }
    const more = [...shown].filter((id) => !this.#room.has(id));
    if (more.length > 0) this.#room = new Set([...this.#room, ...more]);
    return this.#room;
  }
}
