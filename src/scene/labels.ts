import type { NodeKind } from './graph.js';
import type { Label, Marks } from './scene.js';

/** A label with its size in CSS px and the zoom from which it is written. */
export interface PlacedLabel {
  readonly label: Label;
  /** Half width and half height of the text box with its margin, CSS px. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** Height of one line, CSS px. */
  readonly lineHeight: number;
  /** Middle of the first line below the middle of the mark, CSS px. */
  readonly offset: number;
  /** Written from this zoom on, CSS px per layout unit; Infinity: nowhere in the range. */
  readonly from: number;
}

/** Height of the text of each kind relative to the label size of the theme. */
export const TEXT_SCALE: Readonly<Record<NodeKind, number>> = { sdo: 1.3, committee: 1, topic: 1, standard: 0.9 };

/** What placing needs of the world outside. */
export interface LabelSpace {
  /** Smallest and largest zoom of the camera, CSS px per layout unit. */
  readonly least: number;
  readonly most: number;
  /** Label size of the theme, CSS px. */
  readonly size: number;
  /** Width of a text of one kind in CSS px. */
  readonly measure: (text: string, kind: NodeKind) => number;
}

/** Zoom from which standards that nobody asked for are named: their circles can then be told apart. */
const STANDARDS_FROM = 1.7;
/** Zoom, as a share of the one that shows the whole drawing on `WHOLE` px, from which committees and topics are named: before it SDOs only. */
const GROUPS_FROM = 0.6;
/** Width of a usual surface, CSS px. */
const WHOLE = 1000;
/** Labels come in at steps of the zoom, each this much nearer than the last. */
const STEP = 1.15;
/** Height of a line relative to its text. */
const LINE = 1.2;
/** Air between the text of a plate and its sides, CSS px. */
const PLATE_AIR = 8;
/** Air around a text, CSS px. */
const MARGIN = 2;
/** Text boxes are found through cells of this size, CSS px. */
const CELL = 64;
/** Cells are named by a 32-bit hash, which maps look up fastest; where two share a name, their boxes are compared in vain. */
const cellName = (column: number, row: number): number => Math.imul(column, 73856093) ^ Math.imul(row, 19349663);

/**
 * Middle of every text box below the middle of its mark, CSS px. One number for all kinds: with different ones, two texts could close in on
 * each other while the camera comes nearer. A plate carries its text in its middle, so its box is as much higher.
 */
const OFFSET = 18;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;

/** How many times nearer the camera must come for two boxes that overlap to part; Infinity for two of one place. */
const parting = (a: Box, b: Box): number =>
  Math.min((a.halfWidth + b.halfWidth) / Math.abs(a.x - b.x), (a.halfHeight + b.halfHeight) / Math.abs(a.y - b.y));

/** Boxes by the cells they touch. */
class BoxGrid {
  readonly #cells = new Map<number, Box[]>();

  #keys({ x, y, halfWidth, halfHeight }: Box): readonly number[] {
    const keys: number[] = [];
    for (let i = Math.floor((x - halfWidth) / CELL); i <= Math.floor((x + halfWidth) / CELL); i++) {
      for (let j = Math.floor((y - halfHeight) / CELL); j <= Math.floor((y + halfHeight) / CELL); j++) keys.push(cellName(i, j));
    }
    return keys;
  }

  /** A box in the way of this one. */
  inTheWay(box: Box): Box | undefined {
    for (const key of this.#keys(box)) {
      const found = this.#cells.get(key)?.find((other) => overlap(box, other));
      if (found) return found;
    }
    return undefined;
  }

  add(box: Box): void {
    for (const key of this.#keys(box)) {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
    }
  }
}

/** Larger of width and height of the drawing in layout units; at least 1. */
function span({ x, y }: Marks): number {
  const reach = (values: Float32Array): number =>
    values.reduce((a, b) => Math.max(a, b), -Infinity) - values.reduce((a, b) => Math.min(a, b), Infinity);
  return x.length === 0 ? 1 : Math.max(1, reach(x), reach(y));
}

/**
 * From which zoom on each label is written, so that none ever overlaps another, whatever the camera shows.
 *
 * The zooms are walked from far to near. At each, the labels not yet written are tried in their order against those that are; one that fits
 * stays for all nearer zooms, because marks only move apart while texts keep their size. So panning changes no label, zooming in only adds,
 * and nothing flickers.
 *
 * @returns in the order of `labels`
 */
export function placeLabels(labels: readonly Label[], marks: Marks, space: LabelSpace): readonly PlacedLabel[] {
  const sized = labels.map((label) => {
    const lineHeight = space.size * TEXT_SCALE[label.kind] * LINE;
    // A second line hangs below the first: the box is as much higher on both sides, so that its middle is that of every other box.
    const further = (label.lines.length - 1) * lineHeight;
    return {
      label,
      halfWidth:
        Math.max(...label.lines.map((line) => space.measure(line, label.kind))) / 2 + MARGIN + (label.kind === 'sdo' ? PLATE_AIR : 0),
      halfHeight: lineHeight / 2 + further + MARGIN + (label.kind === 'sdo' ? OFFSET : 0),
      lineHeight,
      offset: label.kind === 'sdo' ? 0 : OFFSET,
    };
  });
  const from = new Float64Array(labels.length).fill(Infinity);
  const boxAt = (i: number, k: number): Box | undefined => {
    const one = sized[i];
    if (!one) return undefined;
    const { halfWidth, halfHeight, label } = one;
    return { x: (marks.x[label.mark] ?? 0) * k, y: (marks.y[label.mark] ?? 0) * k + OFFSET, halfWidth, halfHeight };
  };
  // A few marks close together never reach a share of the whole surface: they are told apart when standards are
  const groupsFrom = Math.min(STANDARDS_FROM, (GROUPS_FROM * WHOLE) / span(marks));
  // What matters less waits until what matters more has its place: a label once written stays for all nearer zooms.
  const earliest = (label: Label): number => (label.kind === 'sdo' ? 0 : label.always ? groupsFrom : Math.max(groupsFrom, STANDARDS_FROM));
  // What is in the way stays there: until both part there is nothing to try
  const next = Float64Array.from(labels, earliest);
  let open = labels.map((_, i) => i);
  for (let k = space.least; open.length > 0 && k <= space.most * STEP; k *= STEP) {
    const grid = new BoxGrid();
    from.forEach((known, i) => {
      const box = known <= k ? boxAt(i, k) : undefined;
      if (box) grid.add(box);
    });
    open = open.filter((i) => {
      const box = k < (next[i] ?? 0) ? undefined : boxAt(i, k);
      if (!box) return true;
      const other = grid.inTheWay(box);
      if (other) {
        next[i] = k * parting(box, other) * (1 - 1e-9);
        return true;
      }
      grid.add(box);
      from[i] = k;
      return false;
    });
  }
  return sized.map((one, i) => ({ ...one, from: from[i] ?? Infinity }));
}
