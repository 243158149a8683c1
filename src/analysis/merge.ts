import { formatTerm, type Filter, type Term } from './terms.js';

/** The terms of both filters; where both ask for the same field in the same sense, the added one replaces the other. */
export function mergeTerms(filter: Filter, added: Filter): Filter {
  const replaced = (term: Term): boolean =>
    term.field !== 'text' && added.terms.some((other) => other.field === term.field && other.not === term.not);
  const known = new Set(added.terms.map(formatTerm));
  return { terms: [...filter.terms.filter((term) => !replaced(term) && !known.has(formatTerm(term))), ...added.terms] };
}
