import { fieldOf } from '../analysis/axes.js';
import type { Cell, Coverage } from '../analysis/cell.js';
import { parseFilter } from '../analysis/filter.js';
import { formatFilter, formatTerm, type Term } from '../analysis/terms.js';

/** The filter that leaves of what a filter shows the active standards of one cell. */
export function cellFilter(filter: string, { rows, columns }: Pick<Coverage, 'rows' | 'columns'>, { row, column }: Cell): string {
  const { terms } = parseFilter(filter).filter;
  const known = new Set(terms.map(formatTerm));
  const wanted: readonly Term[] = [
    { field: fieldOf(rows), not: false, values: [row] },
    { field: fieldOf(columns), not: false, values: [column] },
    { field: 'status', not: false, values: ['active'] },
  ];
  return formatFilter({ terms: [...terms, ...wanted.filter((term) => !known.has(formatTerm(term)))] });
}
