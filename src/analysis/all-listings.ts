import type { Catalogue } from '../model/catalogue.js';
import { placesIn } from '../model/places.js';
import { goalCodes, isGoalFramework } from './goals.js';
import { listingBy, valuesBy, type Listing } from './listing.js';
import type { Listed } from './values.js';

/** Types of the relations at either end of each standard: the subject has them as its own, the object because it is their object. */
function relationTypes(catalogue: Catalogue): readonly ReadonlySet<string>[] {
  const types = catalogue.standards.map(() => new Set<string>());
  const places = placesIn(catalogue);
  catalogue.standards.forEach(({ relations }, at) => {
    for (const { type, to, external } of relations ?? []) {
      types[at]?.add(type);
      if (!external) types[places.get(to) ?? -1]?.add(type);
    }
  });
  return types;
}

/** The values that the standards of a catalogue have in a field, read once; of goals their codes or `none`. */
export function allValuesBy(catalogue: Catalogue, field: Listed): Listing {
  if (field === 'relation')
    return listingBy(catalogue, field, (given) => {
      const types = relationTypes(given);
      return (_, at) => [...(types[at] ?? [])];
    });
  if (isGoalFramework(field)) return listingBy(catalogue, field, (given) => (standard) => goalCodes(given, standard, field));
  return valuesBy(catalogue, field);
}
