import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import { Recent } from './recent.js';
import type { Masks } from './term-masks.js';
import { formatFilter } from './terms.js';
import type { Filter } from './terms.js';

/** Answers kept per catalogue: going back and forth between a few filters costs nothing. */
const KEPT = 16;
const memo = new WeakMap<Catalogue, Recent<readonly StandardId[]>>();

/** The standards of a catalogue that satisfy every term of a filter, in dataset order; the same frozen list for the same filter, whichever masks answer it. */
export type Visible = (catalogue: Catalogue, filter: Filter) => readonly StandardId[];

/** Which standards pass, by masks that know the terms of a filter. */
export const visibleBy =
  (passing: Masks['passing']): Visible =>
  (catalogue, filter) => {
    const answers = memo.get(catalogue) ?? new Recent<readonly StandardId[]>(KEPT);
    memo.set(catalogue, answers);
    return answers.get(formatFilter(filter), () => {
      const passes = passing(catalogue, filter);
      const ids: StandardId[] = [];
      catalogue.standards.forEach(({ id }, number) => {
        if (passes[number] === 1) ids.push(id);
      });
      return Object.freeze(ids);
    });
  };

const sets = new WeakMap<readonly StandardId[], ReadonlySet<StandardId>>();

/** A list of `visible` as a set, made once for a list. */
export function visibleSet(ids: readonly StandardId[]): ReadonlySet<StandardId> {
  const known = sets.get(ids);
  if (known) return known;
  const set = new Set(ids);
  sets.set(ids, set);
  return set;
}
