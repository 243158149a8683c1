import { facetsBy } from './facets-by.js';
import { valuesBy } from './listing.js';
import { beyond, plainMasks } from './plain-terms.js';
import { isOwnField } from './values.js';

/** `facets` under a plain filter. @throws Error under another */
export const plainFacets = facetsBy({
  ...plainMasks,
  listingOf: (catalogue, field) => (isOwnField(field) ? valuesBy(catalogue, field) : beyond()),
});
