import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { parseFilter } from './filter.js';
import { passing } from './masks.js';
import { Recent } from './recent.js';
import { formatFilter } from './terms.js';
import type { Filter } from './terms.js';

/** Answers kept per catalogue: going back and forth between a few filters costs nothing. */
const KEPT = 16;
const memo = new WeakMap<Catalogue, Recent<readonly StandardId[]>>();

/**
 * The standards that satisfy every term of a filter, in dataset order.
 *
 * A year term compares the year of the newest text; an undated standard satisfies none, and so every `-year:`.
 * `relation:` asks for a standard at either end. Free words are looked up in designations, titles, committees,
 * topics and SDOs, by their beginnings; a word that no record has is taken for the nearest that one has.
 * A text with issues counts as far as it is understood; `parseFilter` and `checkFilter` tell what is wrong with it.
 *
 * @returns the same frozen list for the same filter and catalogue
 */
export function visible(catalogue: Catalogue, filter: Filter | string): readonly StandardId[] {
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
