import { moved, type GridPosition, type GridSize } from './matrix-keys.js';

/** A grid of cells in which Tab reaches one place and the arrow keys the others. */
export interface GridFrame {
  readonly size: GridSize;
  readonly focus: GridPosition;
  readonly setFocus: (focus: GridPosition) => void;
  /** Closes the open cell; absent where none is open. */
  readonly close?: () => void;
}

/** The place of a cell in its table, headings included. */
export const placeOf = (cell: Element | null | undefined): GridPosition | undefined => {
  const row = cell?.closest('tr');
  return cell instanceof HTMLTableCellElement && row ? { row: row.rowIndex, column: cell.cellIndex } : undefined;
};

/** What takes the focus of a cell: the button in it, else itself. */
export const focusable = (table: HTMLTableElement, { row, column }: GridPosition): HTMLElement | undefined => {
  const cell = table.rows[row]?.cells[column];
  return cell?.querySelector('button') ?? cell;
};

/** Arrow keys, Home, End, Page Up and Down; Escape closes the open cell. */
export function onGridKey(event: KeyboardEvent, { size, close }: GridFrame): void {
  const table = event.currentTarget;
  const from = event.target instanceof Element ? placeOf(event.target.closest('th, td')) : undefined;
  if (!(table instanceof HTMLTableElement) || !from || event.altKey || event.metaKey) return;
  if (event.key === 'Escape' && close) {
    event.stopPropagation();
    close();
    return;
  }
  const to = moved(from, event.key, size, { ctrl: event.ctrlKey, rtl: getComputedStyle(table).direction === 'rtl' });
  if (!to) return;
  event.preventDefault();
  const target = focusable(table, to);
  // On a phone the column headings are not drawn.
  if (!target || target.getClientRects().length === 0) return;
  target.focus({ preventScroll: true });
  // WebKitGTK 2.50 scrolls a focused cell into view downwards, but not sideways.
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

/** The place that is focused is the one that Tab reaches from then on. */
export function onGridFocus(event: FocusEvent, { focus, setFocus }: GridFrame): void {
  const at = event.target instanceof Element ? placeOf(event.target.closest('th, td')) : undefined;
  if (at && (at.row !== focus.row || at.column !== focus.column)) setFocus(at);
}

export const tabindexAt = ({ focus }: GridFrame, row: number, column: number): '0' | '-1' =>
  focus.row === row && focus.column === column ? '0' : '-1';

/** Sets how many columns there are on the table itself: a style attribute would break a strict policy. */
export const columnsOn =
  (count: number) =>
  (table?: Element): void => {
    if (table instanceof HTMLElement) table.style.setProperty('--_columns', String(count));
  };
