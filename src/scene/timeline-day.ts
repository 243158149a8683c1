import { latestOf } from '../analysis/day.js';
import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Lanes } from '../state/state.js';
import { laneIndex } from './timeline-lanes.js';
import { timelineTexts, type Chain } from './timeline-texts.js';
import { cast, countedIn, inRows, sumUp, timeline, type TimelineLane, type TimelineLayout } from './timeline.js';

/** The row of each chain of a lane by the texts in it: a standard with several chains has several rows. */
type RowsOf = ReadonlyMap<number, readonly { readonly chain: Chain; readonly row: number }[]>;

const memo = new WeakMap<TimelineLayout, readonly RowsOf[]>();

/** Where the chains of each lane stand, from its first row. */
function rowsIn(layout: TimelineLayout): readonly RowsOf[] {
  const known = memo.get(layout);
  if (known) return known;
  const { lanes, starts, order, texts } = layout;
  const made = lanes.map(({ firstRow, rows }) => {
    const found = new Map<number, { chain: Chain; row: number }[]>();
    for (let row = 0; row < rows; row++)
      for (let at = starts[firstRow + row] ?? 0; at < (starts[firstRow + row + 1] ?? 0); at++) {
        const chain = texts.chains[order[at] ?? 0];
        if (!chain) continue;
        const all = found.get(chain.standard);
        if (all) all.push({ chain, row });
        else found.set(chain.standard, [{ chain, row }]);
      }
    return found;
  });
  memo.set(layout, made);
  return made;
}

/** The row that has the oldest text of a chain of the past. */
function rowOf(rows: RowsOf, chain: Chain | undefined): number {
  const all = chain && rows.get(chain.standard);
  const [first] = chain?.texts ?? [];
  const same = all?.find((one) => one.chain.texts.some(({ edition }) => edition.id === first?.edition.id));
  return (same ?? all?.[0])?.row ?? 0;
}

/**
 * The timeline of a past day: what was there by then, in the lanes and rows where the latest has it, on the axis of the latest.
 *
 * @param catalogue as of the day, as `catalogueAt` gives it
 * @param shown what is shown of that day
 * @param room standards that keep their rows: what the same filter shows of the latest, and `shown`
 */
export function timelineOfDay(
  catalogue: Catalogue,
  shown: ReadonlySet<StandardId>,
  room: ReadonlySet<StandardId>,
  by: Lanes,
): TimelineLayout {
  const latest = timeline(latestOf(catalogue), room, by);
  const then = timelineTexts(catalogue);
  const texts = { ...then, first: latest.texts.first, last: latest.texts.last };
  const { ids, of } = laneIndex(latestOf(catalogue), by);
  const isShown = Uint8Array.from(catalogue.standards, ({ id }) => (shown.has(id) ? 1 : 0));
  const byLane = cast(texts.chains, of, isShown, ids.length);
  const rowsOfLane = rowsIn(latest);
  const { firstYear, years, rows } = latest;
  const counts = new Uint32Array(ids.length);
  isShown.forEach((is, standard) => {
    if (is === 1) for (const lane of of[standard] ?? []) counts[lane] = (counts[lane] ?? 0) + 1;
  });
  const sums = new Uint32Array(latest.lanes.length * (years + 1));
  const places = latest.lanes.map(({ id }) => ids.indexOf(id));
  const own = places.map((place) => byLane[place] ?? []);
  const lanes = latest.lanes.map((lane, at): TimelineLane => {
    let ahead = 0;
    for (const chain of own[at] ?? []) {
      const counted = countedIn(texts.chains[chain]);
      ahead += counted.ahead;
      for (const year of counted.years) {
        const slot = at * (years + 1) + yearWithin(year - firstYear, years) + 1;
        sums[slot] = (sums[slot] ?? 0) + 1;
      }
    }
    sumUp(sums, at * (years + 1), years);
    return { ...lane, standards: counts[places[at] ?? 0] ?? 0, ahead };
  });
  const rowsOf = own.map((chains, lane) => Uint32Array.from(chains, (chain) => rowOf(rowsOfLane[lane] ?? new Map(), texts.chains[chain])));
  const aside = texts.aside.filter(({ standard }) => shown.has(standard.id));
  const standards = isShown.reduce((sum, is) => sum + is, 0);
  return { catalogue, by, texts, lanes, rows, ...inRows(rows, lanes, own, rowsOf), sums, firstYear, years, aside, standards, latest };
}

const yearWithin = (year: number, years: number): number => Math.max(0, Math.min(years - 1, year));
