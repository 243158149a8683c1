import { compact } from './fold.js';
import { ACTIVE } from './terms.js';
import type { Field, FieldTerm, Filter, Term } from './terms.js';

const isOf = (term: Term, field: Field): term is FieldTerm => term.field === field;
const same = (field: Field, a: string, b: string): boolean => (field === 'year' ? a === b : compact(a) === compact(b));

/** `status:active` stands for its three values as soon as one of them is switched. */
const spelledOut = (field: Field, values: readonly string[], value: string): readonly string[] =>
  field === 'status' && ACTIVE.some((status) => status === value) && values.includes('active')
    ? [...new Set(values.flatMap((one): readonly string[] => (one === 'active' ? ACTIVE : [one])))]
    : values;

/**
 * Switches a value of a field on or off, and leaves the rest of the filter as it is.
 *
 * On: the value joins the last positive term of its field (or), or becomes a term of its own (and); a term that rules it out
 * loses it. Off: every positive term of the field loses it. A term without values goes.
 */
export function toggle(filter: Filter, field: Field, value: string): Filter {
  const has = (term: Term): boolean => isOf(term, field) && spelledOut(field, term.values, value).some((one) => same(field, one, value));
  const on = filter.terms.some((term) => !term.not && has(term));
  const terms = filter.terms.flatMap((term): Term[] => {
    if (!isOf(term, field) || !has(term)) return [term];
    const values = spelledOut(field, term.values, value).filter((one) => !same(field, one, value));
    return values.length > 0 ? [{ ...term, values }] : [];
  });
  if (on) return { terms };
  const last = terms.findLastIndex((term) => isOf(term, field) && !term.not);
  if (last < 0) return { terms: [...terms, { field, not: false, values: [value] }] };
  return { terms: terms.map((term, place) => (place === last && isOf(term, field) ? { ...term, values: [...term.values, value] } : term)) };
}
