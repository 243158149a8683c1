import { PointGrid } from './grid.js';
import { alwaysNamed, farNamed, labelAt, ranksOf, territoryLabels, territoryRank } from './label-order.js';
import type { Bounds, Label, Marks, Scene, TextKind } from './scene.js';

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
export const TEXT_SCALE: Readonly<Record<TextKind, number>> = { sdo: 1.3, territory: 1.3, committee: 1, topic: 1, standard: 0.9 };

/** What placing needs of the world outside. */
export interface LabelSpace {
  /** Smallest and largest zoom of the camera, CSS px per layout unit. */
  readonly least: number;
  readonly most: number;
  /** Label size of the theme, CSS px. */
  readonly size: number;
  /** Width of a text of one kind in CSS px. */
  readonly measure: (text: string, kind: TextKind) => number;
}

/** Zoom from which standards that nobody asked for are named: their circles can then be told apart. */
export const STANDARDS_FROM = 1.7;
/** Zoom, as a share of the one that shows the whole drawing on `WHOLE` px, from which committees and topics are named: before it SDOs only. */
const GROUPS_FROM = 0.6;
/** Width of a usual surface, CSS px. */
const WHOLE = 1000;
/** Height of a line relative to its text. */
const LINE = 1.2;
/** Air between the text of a plate and its sides, CSS px. */
const PLATE_AIR = 8;
/** A hair more than 1, so that rounding never lets two boxes touch. */
export const SURE = 1 + 1e-6;
/** Air around a text, CSS px. */
const MARGIN = 2;

/**
 * Middle of every text box below the middle of its mark, CSS px. One number for all kinds: with different ones, two texts could close in on
 * each other while the camera comes nearer. A plate carries its text in its middle, so its box is as much higher.
 */
const OFFSET = 18;

/** How much nearer two plates may come than two texts, CSS px: their names stand inside them, with 5 px of frame and a hair of air around. */
const PLATES_NEARER = 2 * (OFFSET + MARGIN - 7);
/** Height that two labels need between their middles, CSS px. */
export const heightOf = (a: number, b: number, arePlates: boolean): number => a + b - (arePlates ? PLATES_NEARER : 0);

/** Where a label hangs, in layout units. */
export const placeOf = ({ mark, at }: Label, { x, y }: Pick<Marks, 'x' | 'y'>): readonly [x: number, y: number] =>
  at ?? [x[mark] ?? 0, y[mark] ?? 0];

/** The size of a label's box. */
export function sized(label: Label, { size, measure }: LabelSpace): Omit<PlacedLabel, 'from'> {
  const isPlate = label.kind === 'sdo';
  const lineHeight = size * TEXT_SCALE[label.kind] * LINE;
  // A second line hangs below the first: the box is as much higher on both sides, so that its middle is that of every other box.
  const further = (label.lines.length - 1) * lineHeight;
  let width = 0;
  for (const line of label.lines) width = Math.max(width, measure(line, label.kind));
  return {
    label,
    halfWidth: width / 2 + MARGIN + (isPlate ? PLATE_AIR : 0),
    halfHeight: lineHeight / 2 + further + MARGIN + (isPlate ? OFFSET : 0),
    lineHeight,
    offset: isPlate ? 0 : OFFSET,
  };
}

/** Labels that may be written, by number. */
interface Candidates {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** The smaller comes first, no two are equal; Infinity: never written. */
  readonly ranks: Float64Array;
  readonly always: (one: number) => boolean;
  readonly label: (one: number) => Label;
}

/** Larger of width and height of an extent in layout units; at least 1. */
const spanOf = ({ left, top, right, bottom }: Bounds): number => Math.max(1, right - left, bottom - top);

function around({ x, y }: Pick<Candidates, 'x' | 'y'>): Bounds {
  const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (let one = 0; one < x.length; one++) {
    const [atX, atY] = [x[one] ?? 0, y[one] ?? 0];
    bounds.left = Math.min(bounds.left, atX);
    bounds.right = Math.max(bounds.right, atX);
    bounds.top = Math.min(bounds.top, atY);
    bounds.bottom = Math.max(bounds.bottom, atY);
  }
  return x.length === 0 ? { left: 0, top: 0, right: 1, bottom: 1 } : bounds;
}

/** Zoom from which groups are named. A few marks close together never reach a share of the whole surface: they are told apart when standards are. */
export const groupsFromOf = (all: Pick<Candidates, 'x' | 'y'>): number =>
  Math.min(STANDARDS_FROM, (GROUPS_FROM * WHOLE) / spanOf(around(all)));

/** Zoom from which a label may be written: what matters less waits until what matters more has its place. */
export function earliestOf({ kind, always, far }: Label, { least }: LabelSpace, groupsFrom: number): number {
  if (kind === 'sdo' || kind === 'territory' || far) return least;
  return always ? groupsFrom : Math.max(groupsFrom, STANDARDS_FROM);
}

/**
 * From which zoom on each label is written, so that none ever overlaps another, whatever the camera shows.
 *
 * Text keeps its size while marks move apart: two boxes that part at a zoom stay apart at all nearer ones. So a label is written from the
 * zoom on at which it has parted from every label that comes before it in the order and is written by then. That depends on what comes before
 * it and near it alone: panning changes no label, coming nearer only adds, and the labels of a catalogue can be placed where somebody looks.
 *
 * @source Been, Daiches and Yap, Dynamic map labeling, 2006: active ranges
 */
export class LabelPlan {
  readonly #all: Candidates;
  readonly #space: LabelSpace;
  readonly #groupsFrom: number;
  /** NaN: not known yet. */
  readonly #from: Float64Array;
  readonly #halfWidths: Float32Array;
  readonly #halfHeights: Float32Array;
  /** 1 for a plate. */
  readonly #plates: Uint8Array;
  /** Candidates that are written whatever the zoom if there is room, in their order. */
  readonly #always: Uint32Array;
  #grid: PointGrid | undefined;
  #widest = 0;
  #highest = 0;

  constructor(all: Candidates, space: LabelSpace) {
    [this.#all, this.#space] = [all, space];
    const { ranks } = all;
    this.#from = new Float64Array(ranks.length).fill(NaN);
    this.#halfWidths = new Float32Array(ranks.length);
    this.#halfHeights = new Float32Array(ranks.length);
    this.#plates = new Uint8Array(ranks.length);
    this.#groupsFrom = groupsFromOf(all);
    const always: number[] = [];
    ranks.forEach((rank, one) => {
      if (rank !== Infinity && all.always(one)) always.push(one);
    });
    this.#always = Uint32Array.from(always).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
    for (const one of this.#always) this.#measure(one);
    this.#always.forEach((one, count) => {
      let from = this.#earliest(one);
      for (let i = 0; i < count; i++) from = this.#clear(one, this.#always[i] ?? 0, from);
      this.#from[one] = from;
    });
  }

  /** The labels written at any zoom that has room for them, placed; in their order. */
  always(): readonly PlacedLabel[] {
    return Array.from(this.#always, (one) => this.placed(one));
  }

  /** A label with its size and its zoom. */
  placed(one: number): PlacedLabel {
    return { ...sized(this.#all.label(one), this.#space), from: this.from(one) };
  }

  /** Zoom from which a label is written; Infinity for never. */
  from(one: number): number {
    const open = this.#all.ranks[one] === Infinity ? [] : [one];
    for (let at = open.at(-1); at !== undefined; at = open.at(-1)) {
      const before = this.#settle(at);
      if (before < 0) open.pop();
      else open.push(before);
    }
    return this.#from[one] ?? Infinity;
  }

  /** Finds the zoom of a label; or answers with one before it whose zoom must be found first. */
  #settle(one: number): number {
    if (!Number.isNaN(this.#from[one])) return -1;
    const { x, y, ranks } = this.#all;
    const grid = this.#gridOfAll();
    let from = this.#earliest(one);
    const [wide, high] = [((this.#halfWidths[one] ?? 0) + this.#widest) / from, ((this.#halfHeights[one] ?? 0) + this.#highest) / from];
    const [atX, atY, rank] = [x[one] ?? 0, y[one] ?? 0, ranks[one] ?? 0];
    let unknown = -1;
    grid.search(0, { left: atX - wide, right: atX + wide, top: atY - high, bottom: atY + high }, (first, last) => {
      for (let i = first; i < last && unknown < 0; i++) {
        const other = grid.order[i] ?? 0;
        if (!((ranks[other] ?? 0) < rank)) continue;
        if (Number.isNaN(this.#from[other]) && this.#parting(one, other) > from) unknown = other;
        else from = this.#clear(one, other, from);
      }
    });
    if (unknown < 0) this.#from[one] = from;
    return unknown;
  }

  /** The zoom from which a label keeps clear of one before it, if it does so from `from` on of all others. */
  #clear(one: number, other: number, from: number): number {
    const { x, y } = this.#all;
    const wide = (this.#halfWidths[one] ?? 0) + (this.#halfWidths[other] ?? 0);
    const high = this.#height(one, other);
    // Most are far apart already: no division for them
    if (Math.abs((x[one] ?? 0) - (x[other] ?? 0)) * from > wide * SURE || Math.abs((y[one] ?? 0) - (y[other] ?? 0)) * from > high * SURE)
      return from;
    const parting = this.#parting(one, other);
    return parting > from && (this.#from[other] ?? Infinity) < parting ? parting : from;
  }

  /** The zoom at which two boxes part; above the range for two of one place. */
  #parting(one: number, other: number): number {
    const { x, y } = this.#all;
    const wide = ((this.#halfWidths[one] ?? 0) + (this.#halfWidths[other] ?? 0)) / Math.abs((x[one] ?? 0) - (x[other] ?? 0));
    const high = this.#height(one, other) / Math.abs((y[one] ?? 0) - (y[other] ?? 0));
    const parting = Math.min(wide, high) * SURE;
    return parting <= this.#space.most ? parting : Infinity;
  }

  #height(one: number, other: number): number {
    return heightOf(this.#halfHeights[one] ?? 0, this.#halfHeights[other] ?? 0, this.#plates[one] === 1 && this.#plates[other] === 1);
  }

  #earliest(one: number): number {
    return earliestOf(this.#all.label(one), this.#space, this.#groupsFrom);
  }

  #measure(one: number): void {
    const { halfWidth, halfHeight, offset } = sized(this.#all.label(one), this.#space);
    this.#plates[one] = Number(offset === 0);
    this.#halfWidths[one] = halfWidth;
    this.#halfHeights[one] = halfHeight;
    this.#widest = Math.max(this.#widest, halfWidth);
    this.#highest = Math.max(this.#highest, halfHeight);
  }

  /** Candidates by place; asked for first when somebody comes near, which is when all texts are measured. */
  #gridOfAll(): PointGrid {
    if (this.#grid) return this.#grid;
    const { x, y, ranks } = this.#all;
    ranks.forEach((rank, one) => {
      if (rank !== Infinity && this.#halfWidths[one] === 0) this.#measure(one);
    });
    return (this.#grid = new PointGrid(x, y, new Uint8Array(x.length), around(this.#all)));
  }
}

/** The plan of all labels of a scene: candidates are its marks, then the names of territories. */
export function planLabels(scene: Scene, space: LabelSpace): LabelPlan {
  const { marks } = scene;
  const names = territoryLabels(scene);
  const isAlways = alwaysNamed(scene);
  const isFar = farNamed(scene);
  const first = territoryRank(scene);
  const both = (of: Float32Array, axis: 0 | 1): Float32Array => {
    const all = new Float32Array(marks.count + names.length);
    all.set(of);
    all.set(
      names.map(({ at }) => at?.[axis] ?? 0),
      marks.count,
    );
    return all;
  };
  const ranks = new Float64Array(marks.count + names.length);
  ranks.set(ranksOf(scene));
  ranks.set(
    names.map((_, i) => first + i),
    marks.count,
  );
  return new LabelPlan(
    {
      x: names.length === 0 ? marks.x : both(marks.x, 0),
      y: names.length === 0 ? marks.y : both(marks.y, 1),
      ranks,
      always: (one) => one >= marks.count || isAlways(one),
      label: (one) => names[one - marks.count] ?? labelAt(scene, one, isAlways(one), isFar(one)),
    },
    space,
  );
}
