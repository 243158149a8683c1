/** A place in a grid, headings and totals included: 0, 0 is the corner. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns of a grid, headings and totals included. */
export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

/** Rows that Page Up and Page Down go. */
const PAGE = 5;

const within = (value: number, length: number): number => Math.max(0, Math.min(value, length - 1));

/** The place within the grid that is nearest. */
export const clamped = ({ row, column }: GridPosition, { rows, columns }: GridSize): GridPosition => ({
  row: within(row, rows),
  column: within(column, columns),
});

/**
 * Where a key leads; undefined for keys that lead nowhere.
 *
 * @param page rows that Page Up and Page Down go; default 5
 * @param ctrl Home and End lead to the corners
 * @param rtl the first column stands at the right
 * @source ARIA Authoring Practices, grid
 */
export function moved(
  from: GridPosition,
  key: string,
  size: GridSize,
  { ctrl, rtl, page = PAGE }: { readonly ctrl: boolean; readonly rtl: boolean; readonly page?: number },
): GridPosition | undefined {
  const by = (rows: number, columns: number): GridPosition => clamped({ row: from.row + rows, column: from.column + columns }, size);
  switch (key) {
    case 'ArrowUp':
      return by(-1, 0);
    case 'ArrowDown':
      return by(1, 0);
    case 'ArrowLeft':
      return by(0, rtl ? 1 : -1);
    case 'ArrowRight':
      return by(0, rtl ? -1 : 1);
    case 'PageUp':
      return by(-page, 0);
    case 'PageDown':
      return by(page, 0);
    case 'Home':
      return { row: ctrl ? 0 : from.row, column: 0 };
    case 'End':
      return { row: ctrl ? size.rows - 1 : from.row, column: size.columns - 1 };
    default:
      return undefined;
  }
}
