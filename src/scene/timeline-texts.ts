import { isDraft, isInForce, knownUntil } from '../analysis/at.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Edition, PartialDate, Standard, Status } from '../model/dataset.js';
import type { Finish } from './scene.js';
import { dayOf, spanOf, yearOf, type Day } from './timeline-days.js';
import { dayShown, presentIn } from '../analysis/day.js';

/** How a text stands on the time axis: a bar, a mark on the bar it adds to (amendments …), ahead of today without a date, or beside the axis. */
export const TEXT_SHAPES = ['bar', 'mark', 'ahead', 'aside'] as const;
export type TextShape = (typeof TEXT_SHAPES)[number];
/**
 * How a bar ends: in force or in preparation still (`open`), with the next text of the same standard, with the first text of a standard
 * that supersedes it, on the day of its withdrawal, on a day that nobody has told (`unknown`), or perhaps not at all, as its status is not stated (`unstated`).
 */
export const ENDINGS = ['open', 'next', 'successor', 'withdrawn', 'unknown', 'unstated'] as const;
export type Ending = (typeof ENDINGS)[number];

/** One text of a standard on the axis. */
export interface TimelineText {
  readonly standard: Standard;
  readonly edition: Edition;
  readonly shape: TextShape;
  /** First and last day on which it can have come out; those of the axis' ahead for `ahead`, 0 for `aside`. */
  readonly from: Day;
  readonly fromLast: Day;
  readonly ending: Ending;
  /** First and last day on which it can have ended; of open ends the last day that its source vouches for. */
  readonly to: Day;
  readonly toLast: Day;
  /** What ended it, as it is called; absent where nothing is known to have. */
  readonly endedBy?: string;
}

/** How a bar is drawn: as the marks of the map are, by the status of its text. */
export function textFinish({ edition, ending }: TimelineText): Finish {
  if (isDraft(edition)) return 'hollow';
  if (isInForce(edition.status)) return 'filled';
  return edition.status === 'unknown' && ending !== 'next' ? 'dashed' : 'crossed';
}

/** Texts of a standard that follow each other, so that they stand in one row; the oldest first. */
export interface Chain {
  /** Place of its standard in the catalogue. */
  readonly standard: number;
  readonly texts: readonly TimelineText[];
  readonly from: Day;
  /** From which day on another chain may stand in its row; `NEVER` while it goes on. */
  readonly free: Day;
}

/** A day behind all others. */
export const NEVER = 1e9;
/** Years ahead of today that the axis shows at most; what is dated later stands beside it. */
const YEARS_AHEAD = 20;

/** All texts of a catalogue on one axis. */
export interface TimelineTexts {
  /** The day the dataset speaks of: the last that its `asOf` can mean. */
  readonly today: Day;
  /** The axis: 1 January of the first year with a text, and the later of today and the last date. */
  readonly first: Day;
  readonly last: Day;
  /** In the order of the timeline: by first day, then dataset order. */
  readonly chains: readonly Chain[];
  /** Texts beside the axis: without a date, or dated more than 20 years ahead; in dataset order. */
  readonly aside: readonly TimelineText[];
}

const ADDITIONS: ReadonlySet<string> = new Set(['amendment', 'corrigendum', 'supplement']);
const isAddition = ({ kind }: Edition): boolean => kind !== undefined && ADDITIONS.has(kind);
const isComing = (status: Status): boolean => status === 'under-development' || status === 'proposed';

/** Dated texts by date, an undated one behind the one it follows. */
function inOrder(editions: readonly Edition[]): readonly Edition[] {
  let date = '';
  return editions
    .map((edition) => ({ edition, date: (date = edition.date ?? date) }))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map(({ edition }) => edition);
}

/** What superseded a standard, and when: the day of the relation, else of the first text of the newer standard. */
function successorOf(catalogue: Catalogue, standard: Standard): { readonly date: PartialDate; readonly id: string } | undefined {
  const found = catalogue.neighbours(standard.id).flatMap(({ relation, outgoing, standard: newer, designation }) => {
    if (relation.type !== 'supersedes' || outgoing) return [];
    const days = newer?.editions.flatMap((text) => (isDraft(text) ? [] : (text.date ?? []))) ?? [];
    const date = relation.date ?? days.sort()[0];
    return date === undefined ? [] : [{ date, id: designation }];
  });
  return found.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))[0];
}

type End = Pick<TimelineText, 'ending' | 'to' | 'toLast' | 'endedBy'>;

const endingOn = (ending: Ending, date: PartialDate, from: Day, endedBy?: string): End => {
  const [to, toLast] = spanOf(date);
  // A successor dated before its predecessor: the bar has no length, but does not run backwards
  return { ending, to: Math.max(from, to), toLast: Math.max(from, toLast), ...(endedBy !== undefined && { endedBy }) };
};

/** @param next the next published text of the same standard */
function endOf(catalogue: Catalogue, standard: Standard, edition: Edition, from: Day, next: Edition | undefined, known: Day): End {
  const { status } = edition;
  const open: End = { ending: 'open', to: Math.max(from, known), toLast: Math.max(from, known) };
  if (isInForce(status)) return open;
  if (next?.date !== undefined) return endingOn('next', next.date, from, next.id);
  if (isComing(status)) return open;
  const until = Math.max(from, known);
  if (status === 'unknown') return { ending: 'unstated', to: from, toLast: until };
  if (status === 'withdrawn' && standard.withdrawn !== undefined) return endingOn('withdrawn', standard.withdrawn, from);
  const successor = successorOf(catalogue, standard);
  if (successor) return endingOn('successor', successor.date, from, successor.id);
  return { ending: 'unknown', to: from, toLast: until };
}

function textsOf(catalogue: Catalogue, standard: Standard, today: Day, latest: Day): readonly TimelineText[] {
  // Of a past day the texts themselves tell how it stood
  const until = dayShown(catalogue) === '' ? knownUntil(catalogue, standard) : undefined;
  const known = until === undefined ? today : spanOf(until)[1];
  const ordered = standard.editions.length === 1 ? standard.editions : inOrder(standard.editions);
  const published = ordered.filter((edition) => edition.date !== undefined && !isAddition(edition) && !isDraft(edition));
  return ordered.map((edition, place) => {
    const [from, fromLast] = edition.date === undefined ? [0, 0] : spanOf(edition.date);
    const text = { standard, edition, from, fromLast };
    if (edition.date === undefined) {
      const isOver = ordered.slice(place + 1).some((later) => published.includes(later));
      const shape = isComing(edition.status) && !isOver ? 'ahead' : 'aside';
      return { ...text, shape, ending: 'open', to: 0, toLast: 0 };
    }
    if (from > latest) return { ...text, shape: 'aside', ending: 'open', to: from, toLast: from };
    if (isAddition(edition)) return { ...text, shape: 'mark', ending: 'open', to: from, toLast: from };
    const next = published[published.indexOf(edition) + 1] ?? undefined;
    const later = isDraft(edition) ? published.find(({ date = '' }) => date > (edition.date ?? '')) : next;
    return { ...text, shape: 'bar', ...endOf(catalogue, standard, edition, from, later, Math.min(known, today)) };
  });
}

const freeFrom = ({ shape, ending, toLast }: TimelineText): Day => (shape === 'ahead' || ending === 'open' ? NEVER : toLast);

/** The day from which on the next text of the same standard may stand behind this one: that of the next edition is as vague as its beginning. */
const sureUntil = (text: TimelineText | undefined): Day =>
  text === undefined
    ? -Infinity
    : text.ending === 'next' || text.ending === 'successor' || text.ending === 'withdrawn'
      ? text.to
      : text.toLast;

/** Texts of one standard, each behind those it does not overlap: one chain as a rule, more where several are in force at once. */
function chainsOf(standard: number, texts: readonly TimelineText[]): readonly Chain[] {
  const chains: { texts: TimelineText[]; free: Day }[] = [];
  for (const text of texts) {
    if (text.shape === 'aside' || text.shape === 'mark') continue;
    // A draft that is ahead continues what is in force; two of them need rows of their own
    const isFree = ({ texts: before, free }: { readonly texts: readonly TimelineText[]; readonly free: Day }): boolean =>
      text.shape === 'ahead' ? before.at(-1)?.shape !== 'ahead' : free < NEVER && sureUntil(before.at(-1)) <= text.from;
    // Only the last few: a thousand editions in force at once are looked through no thousand times
    const chain = chains.slice(-4).find(isFree);
    if (chain) {
      chain.texts.push(text);
      chain.free = Math.max(freeFrom(text), text.shape === 'ahead' ? NEVER : 0);
    } else chains.push({ texts: [text], free: freeFrom(text) });
  }
  for (const text of texts) {
    if (text.shape !== 'mark') continue;
    const chain = chains.find(({ texts: bars }) => bars.some(({ shape, from }) => shape === 'bar' && from <= text.from)) ?? chains[0];
    if (chain) chain.texts.push(text);
    else chains.push({ texts: [text], free: text.toLast });
  }
  return chains.map(({ texts: own, free }) => {
    const ordered = own.sort((a, b) => place(a) - place(b));
    return { standard, texts: ordered, from: place(ordered[0]), free };
  });
}

/** Where a text stands in its row; what is ahead stands behind all days. */
const place = (text: TimelineText | undefined): Day => (text?.shape === 'ahead' ? NEVER : (text?.from ?? NEVER));

const memo = new WeakMap<Catalogue, TimelineTexts>();

/** The texts of a catalogue on one axis, of a past day up to that; the same object for the same catalogue. */
export function timelineTexts(catalogue: Catalogue): TimelineTexts {
  const known = memo.get(catalogue);
  if (known) return known;
  const [, today] = spanOf(dayShown(catalogue) === '' ? catalogue.dataset.asOf : dayShown(catalogue));
  const latest = dayOf(yearOf(today) + YEARS_AHEAD + 1) - 1;
  const chains: Chain[] = [];
  const aside: TimelineText[] = [];
  let [first, last] = [today, today];
  const present = presentIn(catalogue);
  catalogue.standards.forEach((standard, number) => {
    if (present?.[number] === 0) return;
    const texts = textsOf(catalogue, standard, today, latest);
    chains.push(...chainsOf(number, texts));
    for (const text of texts) {
      if (text.shape === 'aside') aside.push(text);
      else if (text.shape !== 'ahead') {
        first = Math.min(first, text.from);
        last = Math.max(last, text.from, Math.min(text.toLast, latest));
      }
    }
  });
  chains.sort((a, b) => a.from - b.from || a.standard - b.standard);
  const texts = { today, first: dayOf(yearOf(first)), last, chains, aside };
  memo.set(catalogue, texts);
  return texts;
}
