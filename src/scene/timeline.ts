import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Lanes } from '../state/state.js';
import { yearOf } from './timeline-days.js';
import { laneIndex } from './timeline-lanes.js';
import { packed } from './timeline-pack.js';
import { timelineTexts, type Chain, type TimelineText, type TimelineTexts } from './timeline-texts.js';

/** One lane with what it shows. */
export interface TimelineLane {
  /** An SDO, a committee or a topic; '' for the standards without one. */
  readonly id: string;
  /** Shown standards in it; integer ≥ 1, of a past day ≥ 0. */
  readonly standards: number;
  /** Its first row among all rows, and how many it has. */
  readonly firstRow: number;
  readonly rows: number;
  /** Texts in preparation, dated or not. */
  readonly ahead: number;
}

/** Lanes and rows of what is shown, at any zoom. */
export interface TimelineLayout {
  readonly catalogue: Catalogue;
  readonly by: Lanes;
  readonly texts: TimelineTexts;
  /** In the order of the catalogue; those that show nothing are left out. */
  readonly lanes: readonly TimelineLane[];
  readonly rows: number;
  /** Chains in row r: `chains[order[starts[r]]]` up to `starts[r + 1]`, the oldest first. */
  readonly starts: Uint32Array;
  readonly order: Uint32Array;
  /** Texts that came out in a lane before a year: lane × (years + 1), rising; drafts left out. */
  readonly sums: Uint32Array;
  readonly firstYear: number;
  readonly years: number;
  /** Shown texts beside the axis. */
  readonly aside: readonly TimelineText[];
  /** Shown standards in all; each once. */
  readonly standards: number;
  /** Of a past day: the layout of the latest, in whose lanes, rows, axis and scale it stands. */
  readonly latest?: TimelineLayout;
}

/** Shown chains by lane, each lane in the order of the timeline. */
export function cast(
  chains: readonly Chain[],
  of: readonly (readonly number[])[],
  isShown: Uint8Array,
  lanes: number,
): readonly number[][] {
  const byLane: number[][] = Array.from({ length: lanes }, () => []);
  chains.forEach(({ standard }, chain) => {
    if (isShown[standard] === 0) return;
    for (const lane of of[standard] ?? []) byLane[lane]?.push(chain);
  });
  return byLane;
}

/** Counts of a lane by year, summed up. */
export function sumUp(sums: Uint32Array, at: number, years: number): void {
  for (let year = 1; year <= years; year++) sums[at + year] = (sums[at + year] ?? 0) + (sums[at + year - 1] ?? 0);
}

const isComing = ({ edition: { kind, status } }: TimelineText): boolean =>
  kind === 'draft' || status === 'under-development' || status === 'proposed';

/** What a chain adds to the counts of its lane. */
interface Counted {
  readonly years: readonly number[];
  readonly ahead: number;
}

const NOTHING: Counted = { years: [], ahead: 0 };
const counted = new WeakMap<Chain, Counted>();

/** The years in which the texts of a chain came out, and how many are in preparation; found once for a chain. */
export function countedIn(chain: Chain | undefined): Counted {
  if (!chain) return NOTHING;
  const known = counted.get(chain);
  if (known) return known;
  const out = chain.texts.filter((text) => !isComing(text));
  const found = {
    years: out.filter(({ shape }) => shape !== 'ahead').map(({ from }) => yearOf(from)),
    ahead: chain.texts.length - out.length,
  };
  counted.set(chain, found);
  return found;
}

/** Chains by row, lane after lane, each row in the order of its lane. */
export function inRows(
  rows: number,
  lanes: readonly TimelineLane[],
  own: readonly (readonly number[])[],
  rowsOf: readonly Uint32Array[],
): Pick<TimelineLayout, 'starts' | 'order'> {
  const starts = new Uint32Array(rows + 1);
  const each = (act: (row: number, chain: number) => void): void => {
    lanes.forEach(({ firstRow }, lane) => {
      own[lane]?.forEach((chain, i) => {
        act(firstRow + (rowsOf[lane]?.[i] ?? 0), chain);
      });
    });
  };
  each((row) => (starts[row + 1] = (starts[row + 1] ?? 0) + 1));
  for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  const next = starts.slice(0, rows);
  const order = new Uint32Array(starts[rows] ?? 0);
  each((row, chain) => {
    const at = next[row] ?? 0;
    order[at] = chain;
    next[row] = at + 1;
  });
  return { starts, order };
}

function compute(catalogue: Catalogue, shown: ReadonlySet<StandardId>, by: Lanes): TimelineLayout {
  const texts = timelineTexts(catalogue);
  const { ids, of } = laneIndex(catalogue, by);
  const isShown = Uint8Array.from(catalogue.standards, ({ id }) => (shown.has(id) ? 1 : 0));
  const byLane = cast(texts.chains, of, isShown, ids.length);
  const counts = new Uint32Array(ids.length);
  isShown.forEach((is, standard) => {
    if (is === 1) for (const lane of of[standard] ?? []) counts[lane] = (counts[lane] ?? 0) + 1;
  });
  const firstYear = yearOf(texts.first);
  const years = yearOf(texts.last) - firstYear + 1;
  const present = ids.map((_, lane) => lane).filter((lane) => (counts[lane] ?? 0) > 0);
  const sums = new Uint32Array(present.length * (years + 1));
  const lanes: TimelineLane[] = [];
  const rowsOf: Uint32Array[] = [];
  let rows = 0;
  present.forEach((lane, at) => {
    const own = byLane[lane] ?? [];
    const rowOf = packed(texts.chains, own);
    rowsOf.push(rowOf);
    let [height, ahead] = [0, 0];
    for (let i = 0; i < own.length; i++) {
      height = Math.max(height, (rowOf[i] ?? 0) + 1);
      const counted = countedIn(texts.chains[own[i] ?? 0]);
      ahead += counted.ahead;
      for (const year of counted.years) {
        const slot = at * (years + 1) + year - firstYear + 1;
        sums[slot] = (sums[slot] ?? 0) + 1;
      }
    }
    sumUp(sums, at * (years + 1), years);
    lanes.push({ id: ids[lane] ?? '', standards: counts[lane] ?? 0, firstRow: rows, rows: height, ahead });
    rows += height;
  });
  const own = present.map((lane) => byLane[lane] ?? []);
  const { starts, order } = inRows(rows, lanes, own, rowsOf);
  const aside = texts.aside.filter(({ standard }) => shown.has(standard.id));
  const standards = isShown.reduce((sum, is) => sum + is, 0);
  return { catalogue, by, texts, lanes, rows, starts, order, sums, firstYear, years, aside, standards };
}

const memo = new WeakMap<ReadonlySet<StandardId>, Map<Lanes, TimelineLayout>>();

/**
 * The timeline of what is shown.
 *
 * Lanes keep the order of the catalogue. In a lane the standards come by the first day of their oldest text, those of one day in dataset
 * order, each into the topmost row that is free from two years before on: a filter leaves this order as it is and only closes rows up.
 *
 * @param shown compared by identity: the same set, the same layout
 */
export function timeline(catalogue: Catalogue, shown: ReadonlySet<StandardId>, by: Lanes): TimelineLayout {
  const known = memo.get(shown)?.get(by);
  if (known?.catalogue === catalogue) return known;
  const layout = compute(catalogue, shown, by);
  memo.set(shown, (memo.get(shown) ?? new Map<Lanes, TimelineLayout>()).set(by, layout));
  return layout;
}

/** Texts that came out in a lane from one year to another, both included. */
export function countBetween({ sums, years, firstYear }: TimelineLayout, lane: number, from: number, to: number): number {
  const at = lane * (years + 1);
  const within = (year: number): number => Math.max(0, Math.min(years, year - firstYear));
  return (sums[at + within(to + 1)] ?? 0) - (sums[at + within(from)] ?? 0);
}
