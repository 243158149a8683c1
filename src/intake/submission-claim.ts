import { lastDayOf } from '../analysis/at.js';
import type { Conflict, PartialDate, SourceId } from '../model/dataset.js';
import { LIMITS } from '../model/schema.js';

/**
 * How much a word counts against others on the same fact, the least first: 1, a correction (a statement with a reason) by a body with authority
 * over it; 2, a statement of such a body that is not older than the catalogue's; 3, the catalogue; 4, all others.
 */
export type Rank = 1 | 2 | 3 | 4;

/** What one source says of one fact. */
export interface Claim<T> {
  readonly value: T;
  /** As a conflict quotes it. */
  readonly text: string;
  /** Texts that are compared, where the order of a list says nothing; default `text`. */
  readonly key?: string;
  readonly rank: Rank;
  readonly source: SourceId;
  /** Who speaks; empty for a catalogue. */
  readonly body: string;
  readonly date: PartialDate;
  /** It is as good as nothing: `unknown`. */
  readonly open?: boolean;
}

/** What is in force of a fact, and what else is said. */
export interface Decided<T> {
  readonly value: T;
  /** Who is behind it: the highest that says so. */
  readonly source: SourceId;
  readonly conflicts: readonly Conflict[];
  /** Words that their own body has replaced by a later one. */
  readonly replaced: readonly Claim<T>[];
}

const keyOf = ({ key, text }: Claim<unknown>): string => key ?? text;

/** Of two words on a fact the later one, by date and then by the name of the source: a total order, so that no order of arrival counts. */
export const isLater = (a: Pick<Claim<unknown>, 'date' | 'source'>, b: Pick<Claim<unknown>, 'date' | 'source'>): boolean => {
  const [x, y] = [lastDayOf(a.date), lastDayOf(b.date)];
  return x === y ? a.source > b.source : x > y;
};

/** The later one first; what one submission says twice of a standard, by two of its names, by its text. */
const byTime = (a: Claim<unknown>, b: Claim<unknown>): number =>
  a.source === b.source ? (a.text < b.text ? -1 : Number(a.text > b.text)) : isLater(a, b) ? -1 : 1;

/** Dates of which one is only less exact: `2019` and `2019-05-23` say the same. */
const agree = (name: string, a: Claim<unknown>, b: Claim<unknown>): boolean =>
  /(?:^withdrawn| date)$/.test(name) && a.rank !== 1 && b.rank !== 1 && (a.text.startsWith(b.text) || b.text.startsWith(a.text));

/** A body's later word takes the place of its earlier one; a plain statement never that of a correction. */
const isReplaced = <T>(name: string, claim: Claim<T>, all: readonly Claim<T>[]): boolean =>
  claim.body !== '' &&
  all.some(
    (other) =>
      other !== claim &&
      other.body === claim.body &&
      isLater(other, claim) &&
      (other.rank === 1 || claim.rank !== 1) &&
      !agree(name, claim, other),
  );

/** How two sources that disagree stand on the record. */
export const conflictOf = (
  field: string,
  one: { readonly text: string; readonly source: SourceId },
  other: { readonly text: string; readonly source: SourceId },
): Conflict => ({
  field: field.slice(0, LIMITS.id),
  value: (one.text || '–').slice(0, LIMITS.title),
  source: one.source,
  otherValue: (other.text || '–').slice(0, LIMITS.title),
  otherSource: other.source,
});

/**
 * Who is right about a fact: the lowest rank, then the later date, then the name of the source; every other value is a conflict.
 *
 * @param name what the fact is called: `status`, `ISO 37122:2019 date`
 * @param claims in any order
 * @returns undefined where nobody says anything
 */
export function decide<T>(name: string, claims: readonly Claim<T>[]): Decided<T> | undefined {
  const replaced = claims.filter((claim) => isReplaced(name, claim, claims));
  const standing = claims.filter((claim) => !replaced.includes(claim));
  const telling = standing.some(({ open }) => open !== true) ? standing.filter(({ open }) => open !== true) : standing;
  const inRank = (a: Claim<T>, b: Claim<T>): number => a.rank - b.rank || byTime(a, b);
  const [best] = [...telling].sort(inRank);
  if (!best) return undefined;
  const isSame = (claim: Claim<T>): boolean => keyOf(claim) === keyOf(best) || agree(name, claim, best);
  // The most exact of those that say the same; where a catalogue says it, its own way of saying so stays
  const same = telling
    .filter(isSame)
    .reduce(
      (held, claim) =>
        agree(name, claim, held) && claim.text.length > held.text.length
          ? claim
          : keyOf(claim) === keyOf(held) && claim.rank === 3
            ? claim
            : held,
      best,
    );
  const differing = telling.filter((claim) => keyOf(claim) !== keyOf(same) && !agree(name, claim, same)).sort(inRank);
  return { value: same.value, source: same.source, conflicts: differing.map((other) => conflictOf(name, same, other)), replaced };
}
