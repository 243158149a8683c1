import type { Catalogue } from '../model/catalogue.js';
import { facetsBy } from './facets-by.js';
import { MAX_FILTER_LENGTH, readTerms } from './filter-terms.js';
import { isRare, masksBy } from './term-masks.js';
import type { Filter, Term } from './terms.js';
import { named } from './values.js';
import { visibleBy } from './visible-by.js';

const beyond = (): never => {
  throw new Error('bug: a filter with words or ways was asked of the fields alone');
};

/** The masks of filters of fields alone; what they answer is what `masks.ts` answers. */
const masks = masksBy({ text: beyond, words: beyond, rare: beyond, resolve: named });

/** `visible` of a plain filter. @throws Error of another */
export const plainVisible = visibleBy(masks.passing);
/** `facets` under a plain filter. @throws Error under another */
export const plainFacets = facetsBy(masks);

const isOfField = (catalogue: Catalogue | undefined, term: Term): boolean => {
  if (term.field === 'text' || isRare(term.field)) return false;
  const { field, values } = term;
  return values.every((value) => !/[*?\\]/.test(value) && (catalogue === undefined || named(catalogue, field, value).length > 0));
};

/** Whether a filter asks for nothing but values of usual fields that the dataset has, without wildcards: who passes is a matter of the records. @param catalogue default: any dataset */
export const isOfFields = ({ terms }: Filter, catalogue?: Catalogue): boolean => terms.every((term) => isOfField(catalogue, term));

/**
 * Whether a filter is plain: of fields alone, and nothing is wrong with it that a reader would be told of.
 *
 * @param catalogue the dataset whose values count; default: any
 */
export function isPlain(text: string, catalogue?: Catalogue): boolean {
  let isRead = text.length <= MAX_FILTER_LENGTH;
  const filter = readTerms(text, () => {
    isRead = false;
  });
  return isRead && isOfFields(filter, catalogue);
}
