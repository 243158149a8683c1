import type { StandardChange } from '../analysis/change.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SdoId } from '../model/dataset.js';

/** How many standards of each SDO there are of which it cannot be known whether they have changed; SDOs in dataset order, those without any left out. */
export function unknownBySdo(catalogue: Catalogue, changes: readonly StandardChange[]): ReadonlyMap<SdoId, number> {
  const found = new Map<SdoId, number>();
  for (const { id, change } of changes) {
    const standard = change === 'unknown' ? catalogue.standard(id) : undefined;
    if (!standard) continue;
    const home = catalogue.home(standard);
    found.set(home, (found.get(home) ?? 0) + 1);
  }
  return new Map(catalogue.sdos.flatMap(({ id }) => (found.has(id) ? [[id, found.get(id) ?? 0] as const] : [])));
}
