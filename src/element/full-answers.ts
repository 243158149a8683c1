import { facets } from '../analysis/facets.js';
import type { Facets } from '../analysis/facets-by.js';
import { checkFilter, parseFilter } from '../analysis/filter.js';
import { readTerms } from '../analysis/filter-terms.js';
import { visible } from '../analysis/visible.js';
import type { Answers } from './answers.js';
import { landscapeAt } from './landscape-day.js';

/** What answers every filter of every day. */
export const FULL: Answers & { readonly facets: Facets } = {
  read: readTerms,
  landscape: landscapeAt,
  visible,
  facets,
  issues: (catalogue, text) => {
    const parsed = parseFilter(text);
    return [...(parsed.ok ? [] : parsed.issues), ...checkFilter(catalogue, parsed.filter)];
  },
};
