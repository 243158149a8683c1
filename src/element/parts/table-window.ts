/** What is known of a list whose rows are all of one height. Heights in CSS px. */
export interface RowSpace {
  /** Rows of the list; integer ≥ 0. */
  readonly count: number;
  readonly rowHeight: number;
  /** Height of the part of the list that is in view. */
  readonly viewHeight: number;
  readonly scrollTop: number;
}

/** The rows to draw, and where they stand. */
export interface RowWindow {
  readonly first: number;
  /** The row behind the last one. */
  readonly end: number;
  /** Height of the box that scrolls. */
  readonly height: number;
  /** What to add to `row * rowHeight` for its place in that box. */
  readonly shift: number;
}

/** Highest box that every browser lays out. @source Firefox 140: 17.9 million px, Chromium 141 and WebKitGTK 2.50: 33.5 million */
const TALLEST = 10_000_000;
/** Rows above and below the view that are drawn already: a wheel turns by some three of them. */
const BEYOND = 10;

const most = ({ count, rowHeight, viewHeight }: RowSpace, height: number): readonly [inList: number, inBox: number] => [
  Math.max(0, count * rowHeight - viewHeight),
  Math.max(0, height - viewHeight),
];

/** How far the list is scrolled when its box is; a list that is taller than any box goes faster than it. */
function listTop(space: RowSpace, height: number): number {
  const [inList, inBox] = most(space, height);
  return inBox === 0 ? 0 : (Math.min(space.scrollTop, inBox) * inList) / inBox;
}

const boxHeight = ({ count, rowHeight }: RowSpace): number => Math.min(count * rowHeight, TALLEST);

/** The rows to draw for a place of the scroll bar. */
export function rowWindow(space: RowSpace): RowWindow {
  const { count, rowHeight, viewHeight, scrollTop } = space;
  const height = boxHeight(space);
  const top = listTop(space, height);
  const first = Math.max(0, Math.floor(top / rowHeight) - BEYOND);
  const end = Math.min(count, Math.ceil((top + viewHeight) / rowHeight) + BEYOND);
  return { first: Math.min(first, end), end, height, shift: Math.min(scrollTop, height) - top };
}

/** Where the scroll bar has to be so that a row is wholly in view; where it is, when the row is. */
export function scrollTopFor(space: RowSpace, row: number): number {
  const { rowHeight, viewHeight, scrollTop } = space;
  const height = boxHeight(space);
  const top = listTop(space, height);
  const wanted = row * rowHeight < top ? row * rowHeight : Math.max(top, (row + 1) * rowHeight - viewHeight);
  if (wanted === top) return scrollTop;
  const [inList, inBox] = most(space, height);
  return inList === 0 ? 0 : (Math.min(wanted, inList) * inBox) / inList;
}
