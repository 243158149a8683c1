import type { Catalogue } from '../model/catalogue.js';
import { GOAL_FRAMEWORKS, type GoalFrameworkId } from '../model/dataset.js';
import { allValuesBy } from './all-listings.js';
import { facetsBy, type Facet } from './facets-by.js';
import { goalByCode, goalName, isGoalFramework } from './goals.js';
import { allMasks } from './masks.js';
import type { Filter } from './terms.js';

export { FACET_FIELDS, periodOf, type Facet, type FacetField, type FacetOption } from './facets-by.js';
export { toggle } from './toggle.js';

const counted = facetsBy({
  ...allMasks,
  listingOf: allValuesBy,
  goals: {
    also: ({ terms }, goals) => GOAL_FRAMEWORKS.filter((id) => goals.includes(id) || terms.some(({ field }) => field === id)),
    describe: (catalogue, field, value) => {
      if (!isGoalFramework(field)) return undefined;
      const goal = goalByCode(catalogue, field, value);
      return { label: goal ? goalName(goal) : value };
    },
  },
});

/**
 * What can be switched on next under a filter, one facet a field, in the order of FACET_FIELDS.
 *
 * A count leaves the facet's own terms out: it tells what a second value would add. A value without standards is
 * listed only while the filter names it.
 *
 * @param goals frameworks of goals whose facets come last; those that the filter names come by themselves. Default none
 * @returns the same list for the same filter, frameworks and catalogue
 */
export function facets(catalogue: Catalogue, filter: Filter, goals: readonly GoalFrameworkId[] = []): readonly Facet[] {
  return counted(catalogue, filter, goals);
}
