import type { Catalogue } from '../model/catalogue.js';
import type { StandardId } from '../model/dataset.js';
import type { Changes } from './change.js';
import { parseFilter } from './filter.js';
import { visible, visibleSet } from './visible.js';

/**
 * What has ended in a period and is left out by a filter for that reason alone: it passes the rest of the filter, and what the filter says of the
 * status keeps it away. In dataset order; none where the filter says nothing of the status.
 */
export function endedBeyond(catalogue: Catalogue, filter: string, changes: Changes): readonly StandardId[] {
  const { terms } = parseFilter(filter).filter;
  const rest = terms.filter(({ field }) => field !== 'status');
  if (rest.length === terms.length) return [];
  const shown = visibleSet(visible(catalogue, { terms }));
  return visible(catalogue, { terms: rest }).filter((id) => {
    const change = changes.of(id)?.change;
    return (change === 'left' || change === 'left-undated') && !shown.has(id);
  });
}
