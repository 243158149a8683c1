import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, StandardId } from '../model/dataset.js';
import { catalogueAt } from './catalogue-at.js';
import { parseFilter } from './filter.js';
import { passing } from './masks.js';
import { Recent } from './recent.js';
import { formatFilter } from './terms.js';
import type { Filter } from './terms.js';

/** What else decides which standards are shown. */
export interface VisibleOptions {
  /** The landscape as of that day; empty: the latest. Default `""`. */
  readonly at?: PartialDate | undefined;
}

/** Answers kept per catalogue: going back and forth between a few filters costs nothing. */
const KEPT = 16;
const memo = new WeakMap<Catalogue, Recent<readonly StandardId[]>>();

/**
 * The standards that satisfy every term of a filter, in dataset order.
 *
 * A year term compares the year of the newest text; an undated standard satisfies none, and so every `-year:`.
 * `relation:` asks for a standard at either end. Free words are looked up in designations, titles, committees,
 * topics and SDOs, by their beginnings; a word that no record has is taken for the nearest that one has.
 * Of a past day only standards count of which a text was known to exist, withdrawn ones included, with the status and the texts they had then.
 * A text with issues counts as far as it is understood; `parseFilter` and `checkFilter` tell what is wrong with it.
 *
 * @returns the same frozen list for the same filter, catalogue and day
 * @throws RangeError when `at` is no date
 */
export function visible(given: Catalogue, filter: Filter | string, { at = '' }: VisibleOptions = {}): readonly StandardId[] {
  const catalogue = catalogueAt(given, at);
  const terms = typeof filter === 'string' ? parseFilter(filter).filter : filter;
  const answers = memo.get(catalogue) ?? new Recent<readonly StandardId[]>(KEPT);
  memo.set(catalogue, answers);
  return answers.get(formatFilter(terms), () => {
    const passes = passing(catalogue, terms);
    const ids: StandardId[] = [];
    catalogue.standards.forEach(({ id }, number) => {
      if (passes[number] === 1) ids.push(id);
    });
    return Object.freeze(ids);
  });
}

const sets = new WeakMap<readonly StandardId[], ReadonlySet<StandardId>>();

/** A list of `visible` as a set, made once for a list. */
export function visibleSet(ids: readonly StandardId[]): ReadonlySet<StandardId> {
  const known = sets.get(ids);
  if (known) return known;
  const set = new Set(ids);
  sets.set(ids, set);
  return set;
}
