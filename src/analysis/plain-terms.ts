import type { Catalogue } from '../model/catalogue.js';
import { facetsBy } from './facets-by.js';
import { MAX_FILTER_LENGTH, readTerms } from './filter-terms.js';
import { masksBy } from './term-masks.js';
import type { Filter, Term } from './terms.js';
import { resolve } from './values.js';
import { visibleBy } from './visible-by.js';

const beyond = (): never => {
  throw new Error('bug: a filter with words or ways was asked of the fields alone');
};

/** The masks of filters of fields alone; what they answer is what `masks.ts` answers. */
const { masksOf, passing } = masksBy({ text: beyond, words: beyond, near: beyond, path: beyond });

/** `visible` of a plain filter. @throws Error of another */
export const plainVisible = visibleBy(passing);
/** `facets` under a plain filter. @throws Error under another */
export const plainFacets = facetsBy(masksOf);

const isOfField = (catalogue: Catalogue | undefined, term: Term): boolean => {
  if (term.field === 'text' || term.field === 'near' || term.field === 'path') return false;
  const { field, values } = term;
  return catalogue === undefined || values.every((value) => resolve(catalogue, field, value).length > 0);
};

/** Whether a filter asks for nothing but values of fields that the dataset has: who passes is a matter of the records. @param catalogue default: any dataset */
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
