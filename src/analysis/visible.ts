import type { Catalogue } from '../model/catalogue.js';
import type { PartialDate, StandardId } from '../model/dataset.js';
import { catalogueAt } from './catalogue-at.js';
import { readTerms } from './filter-terms.js';
import { passing } from './masks.js';
import type { Filter } from './terms.js';
import { visibleBy } from './visible-by.js';

export { visibleSet } from './visible-by.js';

/** What else decides which standards are shown. */
export interface VisibleOptions {
  /** The landscape as of that day; empty: the latest. Default `""`. */
  readonly at?: PartialDate | undefined;
}

const answered = visibleBy(passing);

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
  return answered(catalogue, typeof filter === 'string' ? readTerms(filter) : filter);
}
