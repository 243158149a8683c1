import { parseFilter } from './filter.js';
import { formatFilter, yearRange, type FieldTerm, type Term } from './terms.js';

/** First and last year, both included; null where the period has no bound. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

const isPeriod = (term: Term): term is FieldTerm => term.field === 'year' && !term.not;

/** The years that a filter asks for: of its one year term with one value; undefined without one, or with several. */
export function periodOf(filter: string): Period | undefined {
  const [term, ...others] = parseFilter(filter).filter.terms.filter(isPeriod);
  const [value, ...rest] = term?.values ?? [];
  if (value === undefined || others.length > 0 || rest.length > 0) return undefined;
  const [from, to] = yearRange(value) ?? [];
  if (from === undefined || to === undefined) return undefined;
  return { from: value.startsWith('..') ? null : from, to: value.endsWith('..') ? null : to };
}

const year = (value: number): string => String(value).padStart(4, '0');

/**
 * A filter with a period in the place of its year terms; years that it leaves out (`-year:2019`) stay.
 *
 * @param period undefined: no period; its years change places where they are the wrong way round
 * @returns the filter as `formatFilter` writes it: what could not be understood of it is gone
 */
export function withPeriod(filter: string, period: Period | undefined): string {
  const { terms } = parseFilter(filter).filter;
  const at = terms.findIndex(isPeriod);
  const others: readonly Term[] = terms.filter((term) => !isPeriod(term));
  if (!period || (period.from === null && period.to === null)) return formatFilter({ terms: others });
  const isTurned = period.from !== null && period.to !== null && period.from > period.to;
  const [from, to] = isTurned ? [period.to, period.from] : [period.from, period.to];
  const value = from === to && from !== null ? year(from) : `${from === null ? '' : year(from)}..${to === null ? '' : year(to)}`;
  const term: Term = { field: 'year', not: false, values: [value] };
  return formatFilter({ terms: at < 0 ? [...others, term] : [...others.slice(0, at), term, ...others.slice(at)] });
}
