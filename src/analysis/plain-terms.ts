import { facetsBy } from './facets-by.js';
import { valuesBy } from './listing.js';
import { namedPlainly } from './plain-reader.js';
import { masksBy } from './term-masks.js';
import { isOwnField } from './values.js';
import { visibleBy } from './visible-by.js';

const beyond = (): never => {
  throw new Error('bug: a filter with words or ways was asked of the fields alone');
};

/** The masks of filters of fields alone; what they answer is what `masks.ts` answers. */
const masks = masksBy({ text: beyond, words: beyond, rare: beyond, resolve: namedPlainly });

/** `visible` of a plain filter. @throws Error of another */
export const plainVisible = visibleBy(masks.passing);
/** `facets` under a plain filter. @throws Error under another */
export const plainFacets = facetsBy({
  ...masks,
  listingOf: (catalogue, field) => (isOwnField(field) ? valuesBy(catalogue, field) : beyond()),
});
