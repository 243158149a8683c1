import type { Cell } from '../analysis/cell.js';

/** A cell of the matrix by the ids of its row and column. */
type CellIds = Pick<Cell, 'row' | 'column'>;

const named = (id: string): string => id.replaceAll('%', '%25').replaceAll('/', '%2F');
const idOf = (name: string): string => name.replace(/%(2F|25)/g, (_, code: string) => (code === '25' ? '%' : '/'));

/** A cell as the state of a map names it: `mobility/architecture`; an id with a slash of its own has `%2F` there, as `iso%2Fiec/security`. */
export const cellName = ({ row, column }: CellIds): string => `${named(row)}/${named(column)}`;

/** The cell that a name means; undefined for the empty one. */
export function cellNamed(name: string): CellIds | undefined {
  const [row = '', column = ''] = name.split('/').map(idOf);
  return name === '' ? undefined : { row, column };
}
