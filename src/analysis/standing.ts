import type { Catalogue } from '../model/catalogue.js';
import { STATUSES, type PartialDate, type Standard, type Status } from '../model/dataset.js';
import { checkDay, endOf, isDraft, knownUntil, lastDayOf, statusBefore, textDate } from './at.js';
import { latestAndDay } from './day.js';
import { Recent } from './recent.js';

/** A day as a number that sorts as the day does: 20190523. */
type DayNumber = number;

const numberOf = (date: PartialDate): DayNumber => Number(lastDayOf(date).replaceAll('-', ''));
/** Past every day that can be asked for. */
const NEVER = 0x7fffffff;
/** Added to the code of a status that nobody can date: whether a text was there is not known. */
const VAGUE = 16;
const BATCH = 500;

/**
 * Where every standard stood from when to when, so that any day is answered at once: standard i is `codes[k]` from `days[k]` on, for k from
 * `offsets[i]` to `offsets[i + 1]`. A code is 0 for nothing known, else 1 + the place in STATUSES.
 */
interface Standings {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  readonly codes: Uint8Array;
  /** Last day on which something of a standard came out; NEVER where a text has no date. */
  readonly lasts: Int32Array;
}

/** What the standing of a standard follows from beside its texts. */
interface Limits {
  /** From this day on the latest holds. */
  readonly until: PartialDate | undefined;
  readonly end: PartialDate | undefined;
}

/** Every day on which the standing of a standard can change, rising. */
function turns({ editions }: Standard, { until, end }: Limits): readonly PartialDate[] {
  const dates = [...editions.map(({ date }) => date), end, until];
  return [...new Set(dates.flatMap((date) => (date === undefined ? [] : lastDayOf(date))))].sort();
}

/** Whether a text of a standard was known to exist, and not only that it may have: a date says so, or the catalogue had it by then. */
const isDatedBy = ({ editions }: Standard, day: PartialDate): boolean =>
  editions.some(({ date }) => date !== undefined && lastDayOf(date) <= day);

/** As `statusAt`, and whether a date says that the standard was there. @param day a whole day */
function codeAt(standard: Standard, day: PartialDate, { until, end }: Limits): number {
  const isLatest = until !== undefined && lastDayOf(until) <= day;
  const status = isLatest ? standard.status : statusBefore(standard, day, end);
  if (status === undefined) return 0;
  const code = 1 + STATUSES.indexOf(status);
  return isLatest || isDatedBy(standard, day) ? code : code + VAGUE;
}

/** The first day that a dataset can name. */
const FIRST_OF_ALL = '1865-01-01';
const memo = new WeakMap<Catalogue, Standings>();

/** Reads the standings of a catalogue in parts of some milliseconds each; every question is answered at once afterwards. */
export function* standingSteps(catalogue: Catalogue): Generator<void, Standings, void> {
  const known = memo.get(catalogue);
  if (known) return known;
  const { standards } = catalogue;
  const [offsets, lasts] = [new Uint32Array(standards.length + 1), new Int32Array(standards.length)];
  const [days, codes]: [number[], number[]] = [[], []];
  for (const [place, standard] of standards.entries()) {
    if (place % BATCH === BATCH - 1) yield;
    const limits = { until: knownUntil(catalogue, standard), end: endOf(standard, catalogue) };
    let last = -1;
    for (const day of [FIRST_OF_ALL, ...turns(standard, limits)]) {
      const code = codeAt(standard, day, limits);
      if (code === last) continue;
      last = code;
      days.push(numberOf(day));
      codes.push(code);
    }
    offsets[place + 1] = days.length;
    lasts[place] = standard.editions.reduce((most, { date }) => Math.max(most, date === undefined ? NEVER : numberOf(date)), 0);
  }
  const standings = { offsets, days: Int32Array.from(days), codes: Uint8Array.from(codes), lasts };
  memo.set(catalogue, standings);
  return standings;
}

function standingsOf(catalogue: Catalogue): Standings {
  const steps = standingSteps(catalogue);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** What was known of every standard on a day, in dataset order. */
export interface DayStandings {
  readonly statuses: readonly (Status | undefined)[];
  /** 1 where a text was known to exist; a standard none of whose texts is dated is not. */
  readonly present: Uint8Array;
  /** 1 where every text that the dataset has of it was out; undated ones never are. */
  readonly complete: Uint8Array;
}

/** Days kept per catalogue: a slider that goes back and forth costs nothing. */
const KEPT = 8;
const answers = new WeakMap<Catalogue, Recent<DayStandings>>();

function compute(catalogue: Catalogue, at: PartialDate): DayStandings {
  const { offsets, days, codes, lasts } = standingsOf(catalogue);
  const day = numberOf(at);
  const count = catalogue.standards.length;
  const [present, complete] = [new Uint8Array(count), new Uint8Array(count)];
  const statuses = catalogue.standards.map((_, place): Status | undefined => {
    let turn = (offsets[place + 1] ?? 0) - 1;
    while (turn > (offsets[place] ?? 0) && (days[turn] ?? 0) > day) turn--;
    const code = codes[turn] ?? 0;
    if (code > 0 && code < VAGUE) present[place] = 1;
    if ((lasts[place] ?? NEVER) <= day) complete[place] = 1;
    return STATUSES[(code % VAGUE) - 1];
  });
  return Object.freeze({ statuses: Object.freeze(statuses), present, complete });
}

/** What was known of every standard on a day; the same answer for the same catalogue and day. @throws RangeError when `at` is no date */
export function standingsAt(catalogue: Catalogue, at: PartialDate): DayStandings {
  checkDay('standingsAt', at);
  const known = answers.get(catalogue) ?? new Recent<DayStandings>(KEPT);
  answers.set(catalogue, known);
  return known.get(at, () => compute(catalogue, at));
}

const latestStatuses = new WeakMap<Catalogue, readonly Status[]>();

/** `statusAt` of every standard, in dataset order; the same frozen list for the same catalogue and day. */
export function statusesAt(given: Catalogue, asked: PartialDate): readonly (Status | undefined)[] {
  const [catalogue, at] = latestAndDay(given, asked);
  if (at !== '') return standingsAt(catalogue, at).statuses;
  const known = latestStatuses.get(catalogue) ?? Object.freeze(catalogue.standards.map(({ status }) => status));
  latestStatuses.set(catalogue, known);
  return known;
}

const dates = new WeakMap<Catalogue, Recent<readonly (PartialDate | undefined)[]>>();

/** `textDate` of every standard, in dataset order; the same frozen list for the same catalogue and day. */
export function textDatesAt(given: Catalogue, asked: PartialDate): readonly (PartialDate | undefined)[] {
  const [catalogue, at] = latestAndDay(given, asked);
  const known = dates.get(catalogue) ?? new Recent<readonly (PartialDate | undefined)[]>(KEPT);
  dates.set(catalogue, known);
  return known.get(at, () => Object.freeze(catalogue.standards.map((standard) => textDate(standard, at))));
}

/** The first day of which a text is dated, no draft; undefined where none is. */
export function firstTextDay(catalogue: Catalogue): PartialDate | undefined {
  let first: PartialDate | undefined;
  for (const { editions } of catalogue.standards)
    for (const text of editions) {
      const day = text.date === undefined || isDraft(text) ? undefined : lastDayOf(text.date);
      if (day !== undefined && (first === undefined || day < first)) first = day;
    }
  return first;
}
