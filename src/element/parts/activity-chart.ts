import { html, nothing, svg, type TemplateResult } from 'lit';
import { lastDayOf } from '../../analysis/at.js';
import type { Activity } from '../../model/dataset.js';
import type { PanelContext } from './context.js';
import { activityMessages } from '../messages-activity.js';

/** Size of a chart in its own units: px where it has room. */
const WIDTH = 264;
const HEIGHT = 96;
const PLOT = { left: 20, right: 244, top: 20, bottom: 72 } as const;
/** Least distance of two texts below the axis, and of two above the line. */
const DATE_ROOM = 48;
const VALUE_ROOM = 22;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

const dayOf = ({ date }: Activity): number => Date.parse(`${lastDayOf(date)}T00:00:00Z`);

/** Places of the meetings from left to right, by their days: what is far apart in time is far apart here. */
function placesOf(activities: readonly Activity[]): readonly number[] {
  const days = activities.map(dayOf);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const span = last - first;
  return days.map((day) => (span > 0 ? PLOT.left + ((PLOT.right - PLOT.left) * (day - first)) / span : (PLOT.left + PLOT.right) / 2));
}

/** Runs of meetings that have a number, one behind the other: where one has none the line ends. */
export function runsOf(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const last = runs.at(-1);
    if (last?.at(-1) === i - 1) last.push(i);
    else runs.push([i]);
  });
  return runs;
}

/** Which of the texts at these places have room, the last one before all others. */
export function roomy(places: readonly number[], least: number): readonly boolean[] {
  const kept = places.map(() => false);
  let next = Infinity;
  for (let i = places.length - 1; i >= 0; i--) {
    const x = places[i] ?? 0;
    if (next - x < least) continue;
    kept[i] = true;
    next = x;
  }
  return kept;
}

function line(points: readonly Point[]): TemplateResult | typeof nothing {
  return points.length > 1
    ? svg`<path class="series" fill="none" d=${`M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`}></path>`
    : nothing;
}

/** One series as a line over the days of the meetings, from zero up; a meeting without a number leaves a gap. */
export function seriesChart(
  { format }: PanelContext,
  name: string,
  activities: readonly Activity[],
  values: readonly (number | null)[],
): TemplateResult {
  const words = activityMessages;
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const places = placesOf(activities);
  const points = values.map((value, i): Point | undefined =>
    value === null ? undefined : { x: places[i] ?? 0, y: PLOT.bottom - ((PLOT.bottom - PLOT.top) * value) / most, value },
  );
  const [dates, numbers] = [roomy(places, DATE_ROOM), roomy(places, VALUE_ROOM)];
  const said = activities.map(({ date }, i) => {
    const value = values[i] ?? null;
    return words.value(format.date(date), value === null ? words.notReported : format.number(value));
  });
  return html`<figure class="series-chart"><figcaption>${name}</figcaption>
    <svg viewBox=${`0 0 ${String(WIDTH)} ${String(HEIGHT)}`} role="img" direction="ltr" aria-label=${words.chart(name, said.join(', '))}>
      ${svg`<path class="axis" d=${`M${String(PLOT.left - 10)} ${String(PLOT.bottom)}H${String(PLOT.right + 10)}`}></path>`}
      ${runsOf(values).map((run) => line(run.flatMap((i) => points[i] ?? [])))}
      ${activities.map(({ date }, i) => {
        const x = places[i] ?? 0;
        const point = points[i];
        return svg`<path class="axis" d=${`M${x.toFixed(1)} ${String(PLOT.bottom)}v4`}></path>
          ${point ? svg`<circle class="dot" cx=${point.x.toFixed(1)} cy=${point.y.toFixed(1)} r="3.5"></circle>` : nothing}
          ${point && numbers[i] ? svg`<text class="value" x=${point.x.toFixed(1)} y=${(point.y - 8).toFixed(1)}>${format.number(point.value)}</text>` : nothing}
          ${dates[i] ? svg`<text class="date" x=${x.toFixed(1)} y=${String(PLOT.bottom + 17)}>${format.date(date)}</text>` : nothing}`;
      })}
    </svg></figure>`;
}
