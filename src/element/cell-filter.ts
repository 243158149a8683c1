import type { Axis, Cell, Coverage } from '../analysis/cell.js';
import { parseFilter } from '../analysis/filter.js';
import { formatFilter, formatTerm, type Field, type Term } from '../analysis/terms.js';

const FIELDS: Readonly<Record<Axis, Field>> = { domain: 'topic', capability: 'topic', topic: 'topic', role: 'role', sdo: 'sdo' };

/** The filter that leaves of what a filter shows the active standards of one cell. */
export function cellFilter(filter: string, { rows, columns }: Pick<Coverage, 'rows' | 'columns'>, { row, column }: Cell): string {
  const { terms } = parseFilter(filter).filter;
  const known = new Set(terms.map(formatTerm));
  const wanted: readonly Term[] = [
    { field: FIELDS[rows], not: false, values: [row] },
    { field: FIELDS[columns], not: false, values: [column] },
    { field: 'status', not: false, values: ['active'] },
  ];
  return formatFilter({ terms: [...terms, ...wanted.filter((term) => !known.has(formatTerm(term)))] });
}
